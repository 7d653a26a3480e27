// DutyLine: one thing that must be done, behind an empty circle. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QWidget>

namespace shirushi::send {

class DutyLine : public QWidget
{
    Q_OBJECT
public:
    DutyLine(const widgets::Theme &theme, const QString &text, const QString &note, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const widgets::Theme &m_theme;
};

} // namespace shirushi::send
