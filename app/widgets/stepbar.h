// StepBar: the steps of a walk, those done and the one that is open. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QStringList>
#include <QWidget>

namespace shirushi::widgets {

class StepBar : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(const Theme &theme, QWidget *parent = nullptr);
    /// `current` counts from 0; those before it are done.
    void setSteps(const QStringList &steps, int current);
    QSize sizeHint() const override { return {400, 34}; }
    QSize minimumSizeHint() const override { return {200, 34}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QStringList m_steps;
    int m_current = 0;
};

} // namespace shirushi::widgets
