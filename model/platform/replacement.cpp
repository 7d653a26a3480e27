#include "platform/replacement.h"

#include "platform/attributes.h"
#include "platform/sharedfolder.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace shirushi::platform {

using base::ErrorCode;

namespace {

constexpr const char *temporaryPrefix = ".shirushi-";
constexpr const char *temporarySuffix = ".tmp";

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::platform", text);
}

base::Path folderOf(const base::Path &path)
{
    const base::Path folder = path.parent_path();
    return folder.empty() ? base::Path(".") : folder;
}

bool isSame(const FileIdentity &then, const struct stat &now)
{
    return then.device == static_cast<std::uint64_t>(now.st_dev)
           && then.inode == static_cast<std::uint64_t>(now.st_ino)
           && then.size == static_cast<std::uint64_t>(now.st_size)
           && then.modifiedNanoseconds
                  == static_cast<std::int64_t>(now.st_mtim.tv_sec) * 1'000'000'000 + now.st_mtim.tv_nsec;
}

int renameWithoutReplacing(const base::Path &from, const base::Path &to)
{
    const long done = ::syscall(SYS_renameat2, AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 1U /* NOREPLACE */);
    if (done == 0 || (errno != EINVAL && errno != ENOSYS))
        return static_cast<int>(done);
    // A file system without that flag: a hard link fails if the name is taken, which is what we need.
    if (::link(from.c_str(), to.c_str()) == 0)
        return ::unlink(from.c_str());
    if (errno != EPERM && errno != EOPNOTSUPP)
        return -1;
    struct stat status = {};
    if (::lstat(to.c_str(), &status) == 0) {
        errno = EEXIST;
        return -1;
    }
    return ::rename(from.c_str(), to.c_str());
}

} // namespace

base::Result<void> Sink::copy(const FileSource &source, std::uint64_t offset, std::uint64_t length)
{
    std::array<char, 65536> buffer;
    while (length > 0) {
        const std::size_t wanted = length < buffer.size() ? static_cast<std::size_t>(length) : buffer.size();
        const auto got = source.read(offset, {buffer.data(), wanted});
        if (!got)
            return std::unexpected(got.error());
        if (*got != wanted)
            return base::failure(ErrorCode::Changed, base::toDisplay(source.path()),
                                 tr("The file ends too early."));
        if (const auto written = write(std::span<const char>(buffer.data(), wanted)); !written)
            return written;
        offset += wanted;
        length -= wanted;
    }
    return {};
}

base::Result<Replacement> Replacement::of(const FileSource &original)
{
    Replacement replacement;
    replacement.m_target = original.path();
    replacement.m_original = original.identity();
    replacement.m_likeDescriptor = original.descriptor();
    if (const auto opened = replacement.openTemporary(); !opened)
        return std::unexpected(opened.error());
    return replacement;
}

base::Result<Replacement> Replacement::create(const base::Path &path, const FileSource *like)
{
    Replacement replacement;
    replacement.m_target = path;
    replacement.m_likeDescriptor = like ? like->descriptor() : -1;
    if (const auto opened = replacement.openTemporary(); !opened)
        return std::unexpected(opened.error());
    return replacement;
}

Replacement::Replacement(Replacement &&other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::move(other.m_temporary)),
      m_original(other.m_original), m_likeDescriptor(other.m_likeDescriptor),
      m_descriptor(std::exchange(other.m_descriptor, -1)), m_position(other.m_position),
      m_followsFolder(other.m_followsFolder), m_prepared(other.m_prepared), m_done(std::exchange(other.m_done, true))
{
}

Replacement::~Replacement()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_done && !m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

base::Error Replacement::errorHere(int number) const
{
    return base::errorFromErrno(number, base::toDisplay(m_target));
}

base::Result<void> Replacement::openTemporary()
{
    const base::Path folder = folderOf(m_target);
    for (int attempt = 0; attempt < 16; ++attempt) {
        const auto random = QRandomGenerator::system()->generate64();
        const std::string name =
            temporaryPrefix + QByteArray::number(random, 36).toStdString() + temporarySuffix;
        const base::Path path = folder / name;
        const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0) {
            if (errno != EEXIST)
                break;
            continue;
        }
        // Says that somebody is at work here; see removeStaleTemporaries().
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            ::close(descriptor);
            continue;
        }
        m_descriptor = descriptor;
        m_temporary = path;
        return {};
    }
    m_done = true; // nothing to remove
    return std::unexpected(errorHere(errno));
}

base::Result<void> Replacement::write(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t done = ::write(m_descriptor, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return std::unexpected(errorHere(errno));
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        m_position += static_cast<std::uint64_t>(done);
    }
    return {};
}

base::Result<void> Replacement::copy(const FileSource &source, std::uint64_t offset, std::uint64_t length)
{
    auto from = static_cast<off_t>(offset);
    while (length > 0) {
        const ssize_t done = ::copy_file_range(source.descriptor(), &from, m_descriptor, nullptr, length, 0);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0) // not offered by this file system, or the file has become shorter: the plain way says which
            return Sink::copy(source, static_cast<std::uint64_t>(from), length);
        length -= static_cast<std::uint64_t>(done);
        m_position += static_cast<std::uint64_t>(done);
    }
    return {};
}

base::Result<void> Replacement::prepare()
{
    if (m_prepared)
        return {};
    if (m_likeDescriptor >= 0) {
        struct stat status = {};
        if (::fstat(m_likeDescriptor, &status) != 0)
            return std::unexpected(errorHere(errno));
        // Owner first: changing it clears set-id bits. Only root may give a file away; a member of the
        // group may keep the group. What is refused here keeps us as owner, and the mode is still taken.
        if (::fchown(m_descriptor, status.st_uid, status.st_gid) != 0) {
            if (::fchown(m_descriptor, static_cast<uid_t>(-1), status.st_gid) != 0)
                status.st_mode &= ~static_cast<mode_t>(S_ISUID | S_ISGID);
        }
        if (const auto listed = copyAccessList(m_likeDescriptor, m_descriptor, m_target); !listed)
            return listed;
        mode_t mode = status.st_mode & 07777;
        if (!m_original)
            mode &= 0666;
        if (::fchmod(m_descriptor, mode) != 0)
            return std::unexpected(errorHere(errno));
        if (m_original) {
            if (const auto copied = copyAttributes(m_likeDescriptor, m_descriptor, m_target); !copied)
                return copied;
        }
    } else if (::fchmod(m_descriptor, m_followsFolder ? modeForFileIn(folderOf(m_target)) : 0600) != 0) {
        return std::unexpected(errorHere(errno));
    }
    if (::fsync(m_descriptor) != 0)
        return std::unexpected(errorHere(errno));
    m_prepared = true;
    return {};
}

base::Result<void> Replacement::commit(const std::optional<base::Path> &newName, Flush flush)
{
    if (const auto prepared = prepare(); !prepared)
        return prepared;
    const base::Path target = newName.value_or(m_target);
    const bool takesNewName = !m_original || target != m_target;
    if (m_original) {
        struct stat status = {};
        if (::lstat(m_target.c_str(), &status) != 0)
            return std::unexpected(errorHere(errno));
        if (!isSame(*m_original, status)) {
            return base::failure(ErrorCode::Changed, base::toDisplay(m_target),
                                 tr("The file was changed by another program meanwhile."));
        }
    }
    const int done = takesNewName ? renameWithoutReplacing(m_temporary, target)
                                  : ::rename(m_temporary.c_str(), target.c_str());
    if (done != 0) {
        if (errno == EEXIST) {
            return base::failure(ErrorCode::Changed, base::toDisplay(target),
                                 tr("There is already a file of this name."));
        }
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(target)));
    }
    m_done = true;
    if (m_original && takesNewName)
        ::unlink(m_target.c_str());
    if (flush == Flush::Now)
        flushFolder(folderOf(target));
    return {};
}

void flushFolder(const base::Path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // a folder that may be written but not read: the rename itself has happened
    ::fsync(descriptor);
    ::close(descriptor);
}

bool isTemporaryName(const base::Path &name)
{
    const std::string text = name.filename().native();
    return text.starts_with(temporaryPrefix) && text.ends_with(temporarySuffix);
}

void removeStaleTemporaries(const base::Path &folder)
{
    std::error_code problem;
    for (const auto &entry : std::filesystem::directory_iterator(folder, problem)) {
        if (!isTemporaryName(entry.path()))
            continue;
        const int descriptor = ::open(entry.path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (descriptor < 0)
            continue;
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            ::unlink(entry.path().c_str());
        ::close(descriptor);
    }
}

base::Result<void> writeFile(const base::Path &path, const QByteArray &content)
{
    const auto original = FileSource::open(path);
    if (!original && original.error().code != ErrorCode::NotFound)
        return std::unexpected(original.error());
    auto replacement = original ? Replacement::of(*original) : Replacement::create(path);
    if (!replacement)
        return std::unexpected(replacement.error());
    replacement->shareAsFolder();
    if (const auto written = replacement->write(content); !written)
        return written;
    return replacement->commit();
}

base::Result<void> renameFile(const base::Path &from, const base::Path &to, Replacement::Flush flush)
{
    if (renameWithoutReplacing(from, to) != 0) {
        if (errno == EEXIST) {
            return base::failure(ErrorCode::Changed, base::toDisplay(to),
                                 tr("There is already a file of this name."));
        }
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(from)));
    }
    if (flush == Replacement::Flush::Now)
        flushFolder(folderOf(to));
    return {};
}

base::Result<void> removeFile(const base::Path &path)
{
    if (::unlink(path.c_str()) != 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(path)));
    flushFolder(folderOf(path));
    return {};
}

} // namespace shirushi::platform
