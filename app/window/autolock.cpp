#include "window/autolock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace shirushi::window {

namespace {

constexpr std::chrono::milliseconds longestStep{5000};
constexpr std::chrono::milliseconds shortestStep{20};

bool isTouch(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
    case QEvent::DragMove:
        return true;
    default:
        return false;
    }
}

} // namespace

AutoLock::AutoLock(QObject *parent)
    : QObject(parent), m_session(platform::DesktopSession::watch([this] { Q_EMIT away(); }))
{
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::look);
}

void AutoLock::start(std::chrono::milliseconds idle)
{
    m_idle = idle;
    touch();
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start(std::clamp(idle / 10, shortestStep, longestStep));
}

void AutoLock::stop()
{
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

bool AutoLock::eventFilter(QObject *watched, QEvent *event)
{
    // What the program does by itself is nobody's touch.
    if (isTouch(event->type()) && event->spontaneous())
        touch();
    return QObject::eventFilter(watched, event);
}

void AutoLock::touch()
{
    m_untouched.start();
    m_touched = QDateTime::currentDateTimeUtc();
}

void AutoLock::look()
{
    const std::chrono::milliseconds awake(m_untouched.elapsed());
    const std::chrono::milliseconds onTheWall(m_touched.msecsTo(QDateTime::currentDateTimeUtc()));
    if (std::max(awake, onTheWall) < m_idle)
        return;
    stop();
    Q_EMIT idle();
}

} // namespace shirushi::window
