// A logind for tests: it answers what is asked of it, and knows whether somebody delays the sleep.
#pragma once

#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <fcntl.h>
#include <unistd.h>

namespace shirushi::tests {

// What logind answers, as far as we ask it.
class Login : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    int asked = 0;
    int reading = -1; // at the end of the file when nobody delays the sleep any more

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint) { return QDBusObjectPath(QStringLiteral("/org/freedesktop/login1/session/_31")); }
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &, const QString &, const QString &mode)
    {
        if (what != u"sleep:shutdown" || mode != u"delay")
            return {};
        ++asked;
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        reading = ends[0];
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(ends[1]);
        return given;
    }
};

} // namespace shirushi::tests
