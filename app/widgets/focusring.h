// FocusRing: the black (on dark: white) ring with yellow inside around whatever has the keyboard's focus.
// One for an application. It lies over the page that scrolls with the focused widget, or over the window, and
// takes no clicks.
#pragma once

#include "widgets/theme.h"

#include <QPointer>
#include <QWidget>

namespace shirushi::widgets {

class FocusRing : public QObject
{
    Q_OBJECT
public:
    /// The theme must outlive the ring.
    explicit FocusRing(const Theme &theme);
    ~FocusRing() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focused);
    void place();
    void letGo();

    const Theme &m_theme;
    QPointer<QWidget> m_focused;
    QPointer<QWidget> m_host;             // what it lies in
    QList<QPointer<QWidget>> m_between;   // the focused widget and those up to the host: they may move it
    QPointer<QWidget> m_ring;             // deleted with the host it lies in, and then made anew
};

} // namespace shirushi::widgets
