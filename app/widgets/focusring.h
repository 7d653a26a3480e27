// FocusRing: the black (on dark: white) ring with yellow inside around whatever has the keyboard's focus.
// One for an application. It lies beside the focused widget in the same parent, above it, and takes no clicks.
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

    const Theme &m_theme;
    QPointer<QWidget> m_focused;
    QPointer<QWidget> m_ring; // deleted with the parent it lies in, and then made anew
};

} // namespace shirushi::widgets
