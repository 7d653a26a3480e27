// Choice and DateChoice: a drop-down list and a date with a calendar, both with pictures of the theme's font.
// Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QComboBox>
#include <QDateEdit>

namespace shirushi::widgets {

class Choice : public QComboBox
{
    Q_OBJECT
public:
    explicit Choice(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    /// A wheel that scrolls the page must not change what is chosen.
    void wheelEvent(QWheelEvent *event) override;

private:
    const Theme &m_theme;
};

class DateChoice : public QDateEdit
{
    Q_OBJECT
public:
    DateChoice(const Theme &theme, QDate date, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace shirushi::widgets
