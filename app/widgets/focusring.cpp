#include "widgets/focusring.h"

#include <QAbstractScrollArea>
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

// What a scroll area moves about: the ring must move with it, and must not stand out over the area's edge.
bool isScrolled(const QWidget *widget)
{
    const auto *parent = widget->parentWidget();
    return parent && qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
}

} // namespace

FocusRing::FocusRing(const Theme &theme) : m_theme(theme)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

FocusRing::~FocusRing()
{
    delete m_ring;
}

void FocusRing::letGo()
{
    for (const QPointer<QWidget> &widget : std::as_const(m_between)) {
        if (widget)
            widget->removeEventFilter(this);
    }
    m_between.clear();
    m_focused = nullptr;
    m_host = nullptr;
    delete m_ring;
}

void FocusRing::follow(QWidget *focused)
{
    letGo();
    if (!focused || focused->isWindow() || focused->property("noRing").toBool())
        return;
    m_focused = focused;
    QWidget *host = focused;
    do {
        m_between.append(host);
        host->installEventFilter(this);
        host = host->parentWidget();
    } while (!host->isWindow() && !isScrolled(host));
    m_host = host;
    m_ring = new Ring(m_theme, host);
    place();
}

void FocusRing::place()
{
    if (!m_focused || !m_ring || !m_host)
        return;
    const QRect rect(m_focused->mapTo(m_host.data(), QPoint()), m_focused->size());
    m_ring->setGeometry(rect.adjusted(-reach, -reach, reach, reach));
    m_ring->setVisible(m_focused->isVisible());
    m_ring->raise();
}

bool FocusRing::eventFilter(QObject *, QEvent *event)
{
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
