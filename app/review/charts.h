// Two small charts: how many entries each month had, and how many each level of a class. What they show is also
// their accessible description, in words. Window thread only.
#pragma once

#include "widgets/chip.h"
#include "widgets/theme.h"

#include <QWidget>

namespace shirushi::review {

struct MonthBar {
    int year = 0;
    int month = 1; // 1 to 12
    std::int64_t entries = 0;
    bool operator==(const MonthBar &) const = default;
};

struct ClassBar {
    widgets::Chip chip;
    std::int64_t entries = 0;
    bool operator==(const ClassBar &) const = default;
};

class MonthChart : public QWidget
{
    Q_OBJECT
public:
    explicit MonthChart(const widgets::Theme &theme, QWidget *parent = nullptr);
    void setBars(std::vector<MonthBar> bars);
    const std::vector<MonthBar> &bars() const { return m_bars; }
    QSize sizeHint() const override { return {320, 112}; }
    QSize minimumSizeHint() const override { return {200, 112}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect columnAt(int bar) const;

    const widgets::Theme &m_theme;
    std::vector<MonthBar> m_bars;
};

class ClassChart : public QWidget
{
    Q_OBJECT
public:
    explicit ClassChart(const widgets::Theme &theme, QWidget *parent = nullptr);
    void setBars(std::vector<ClassBar> bars);
    const std::vector<ClassBar> &bars() const { return m_bars; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const widgets::Theme &m_theme;
    std::vector<ClassBar> m_bars;
};

/// The months from `first` to `last` (days in them), those without entries too; at most 24, the newest.
std::vector<MonthBar> monthBars(const std::vector<std::pair<QString, std::int64_t>> &months, QDate first, QDate last);

} // namespace shirushi::review
