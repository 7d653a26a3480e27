#include "window/autolock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace shirushi::window {

namespace {

constexpr std::chrono::milliseconds longestStep{1000};
constexpr std::chrono::milliseconds lastMinute{60'000};
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
    if (std::exchange(m_isCounting, false))
        Q_EMIT counting(0);
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
    if (std::exchange(m_isCounting, false))
        Q_EMIT counting(0);
}

void AutoLock::look()
{
    const std::chrono::milliseconds awake(m_untouched.elapsed());
    const std::chrono::milliseconds onTheWall(m_touched.msecsTo(QDateTime::currentDateTimeUtc()));
    const std::chrono::milliseconds left = m_idle - std::max(awake, onTheWall);
    if (left > std::chrono::milliseconds::zero()) {
        if (left <= std::min(lastMinute, m_idle / 2)) {
            m_isCounting = true;
            Q_EMIT counting(static_cast<int>((left.count() + 999) / 1000));
        }
        return;
    }
    stop();
    Q_EMIT idle();
}

} // namespace shirushi::window
