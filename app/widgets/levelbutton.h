// LevelButton: one level of an axis, to be picked among its neighbours. Arrow keys move and pick, as in any
// group of one choice. Window thread only.
#pragma once

#include "policy/pack.h"
#include "widgets/theme.h"

#include <QAbstractButton>

namespace shirushi::widgets {

class LevelButton : public QAbstractButton
{
    Q_OBJECT
public:
    LevelButton(const Theme &theme, const QString &text, policy::Tone tone, QWidget *parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void focused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    const Theme &m_theme;
    policy::Tone m_tone;
};

} // namespace shirushi::widgets
