#include "widgets/focusring.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace shirushi::widgets {

namespace {

constexpr int reach = 5; // how far the ring stands out beyond the widget

class Ring final : public QWidget
{
public:
    Ring(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double radius = height() > 66 ? 16 : 12;
        painter.setPen(QPen(m_theme[Ink::Ring], 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius);
        painter.setPen(QPen(m_theme[Ink::RingInner], 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), radius - 2.5, radius - 2.5);
    }

private:
    const Theme &m_theme;
};

} // namespace

FocusRing::FocusRing(const Theme &theme) : m_theme(theme)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

FocusRing::~FocusRing()
{
    delete m_ring;
}

void FocusRing::follow(QWidget *focused)
{
    if (m_focused)
        m_focused->removeEventFilter(this);
    m_focused = nullptr;
    delete m_ring;
    if (!focused || focused->isWindow() || !focused->parentWidget() || focused->property("noRing").toBool())
        return;
    m_focused = focused;
    m_focused->installEventFilter(this);
    m_ring = new Ring(m_theme, m_focused->parentWidget());
    place();
}

void FocusRing::place()
{
    if (!m_focused || !m_ring)
        return;
    m_ring->setGeometry(m_focused->geometry().adjusted(-reach, -reach, reach, reach));
    m_ring->setVisible(m_focused->isVisible());
    m_ring->raise();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_focused)
        return false;
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        place();
        break;
    case QEvent::ParentChange:
        follow(m_focused);
        break;
    default:
        break;
    }
    return false;
}

} // namespace shirushi::widgets
