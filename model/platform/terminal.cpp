#include "platform/terminal.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace shirushi::platform {

namespace {

// Echo comes back whichever way the function is left.
class WithoutEcho
{
public:
    explicit WithoutEcho(int terminal) : m_terminal(terminal)
    {
        m_changed = ::tcgetattr(terminal, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = m_changed && ::tcsetattr(terminal, TCSAFLUSH, &silent) == 0;
    }
    ~WithoutEcho()
    {
        if (m_changed)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    WithoutEcho(const WithoutEcho &) = delete;
    WithoutEcho &operator=(const WithoutEcho &) = delete;
    bool isSilent() const { return m_changed; }

private:
    int m_terminal;
    termios m_before{};
    bool m_changed = false;
};

void say(int terminal, const QByteArray &text)
{
    if (::write(terminal, text.constData(), static_cast<std::size_t>(text.size())) < 0)
        return; // a terminal that cannot show the question will not give an answer either
}

} // namespace

base::Result<base::SecretBytes> askPassword(const QString &question)
{
    const auto noTerminal = [] {
        return base::failure(base::ErrorCode::NotSignedIn, {},
                             QCoreApplication::translate("shirushi::platform",
                                                         "There is no terminal to ask for the password on."));
    };
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return noTerminal();
    base::SecretBytes password(1024);
    std::size_t size = 0;
    bool ended = false;
    {
        const WithoutEcho silence(terminal);
        if (!silence.isSilent()) {
            ::close(terminal);
            return noTerminal();
        }
        say(terminal, question.toUtf8() + ": ");
        while (!ended && size < password.size()) {
            const ssize_t got = ::read(terminal, password.data() + size, 1);
            if (got < 0 && errno == EINTR)
                continue;
            ended = got <= 0 || password.data()[size] == '\n';
            size += ended ? 0 : 1;
        }
    }
    say(terminal, "\n");
    ::close(terminal);
    password.truncate(size);
    return password;
}

} // namespace shirushi::platform
