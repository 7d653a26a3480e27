#include "erasure/users.h"

#include <QByteArray>
#include <QFile>

#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace shirushi::erasure {

namespace {

constexpr int mostLookedAt = 200'000; // open files of all programs

// A lease is given only where nobody else has the file open: for most files that answers the question. Its breaking sends a
// signal, which must be one that does nothing.
bool isSurelyAlone(int descriptor)
{
    if (::fcntl(descriptor, F_SETSIG, SIGURG) != 0 || ::fcntl(descriptor, F_SETLEASE, F_WRLCK) != 0)
        return false;
    ::fcntl(descriptor, F_SETLEASE, F_UNLCK);
    return true;
}

bool isNumber(const char *name)
{
    return *name >= '1' && *name <= '9';
}

QString nameOf(const QByteArray &process)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(QString::fromLatin1(process)));
    const QString name = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(64)).trimmed() : QString();
    return QStringLiteral("%1 (%2)").arg(name, QString::fromLatin1(process));
}

class Search
{
public:
    explicit Search(const struct stat &file) : m_file(file) {}

    bool has(const QByteArray &process)
    {
        const QByteArray folder = "/proc/" + process + "/fd";
        DIR *entries = ::opendir(folder.constData());
        if (!entries)
            return false;
        bool found = false;
        for (const dirent *entry = ::readdir(entries); entry && !found && m_looked < mostLookedAt; entry = ::readdir(entries)) {
            struct stat status = {};
            ++m_looked;
            found = isNumber(entry->d_name) && ::fstatat(::dirfd(entries), entry->d_name, &status, 0) == 0
                    && status.st_dev == m_file.st_dev && status.st_ino == m_file.st_ino;
        }
        ::closedir(entries);
        return found;
    }

private:
    struct stat m_file;
    int m_looked = 0;
};

} // namespace

QStringList usersOf(int descriptor)
{
    struct stat status = {};
    if (isSurelyAlone(descriptor) || ::fstat(descriptor, &status) != 0)
        return {};
    QStringList users;
    Search search(status);
    const QByteArray own = QByteArray::number(::getpid());
    DIR *processes = ::opendir("/proc");
    if (!processes)
        return {};
    for (const dirent *entry = ::readdir(processes); entry; entry = ::readdir(processes)) {
        const QByteArray process = entry->d_name;
        if (isNumber(entry->d_name) && process != own && search.has(process))
            users += nameOf(process);
    }
    ::closedir(processes);
    return users;
}

} // namespace shirushi::erasure
