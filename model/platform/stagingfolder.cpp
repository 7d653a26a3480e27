#include "platform/stagingfolder.h"

#include "platform/replacement.h"
#include "platform/sharedfolder.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace shirushi::platform {

using base::ErrorCode;

namespace {

constexpr mode_t ownFolder = 0700;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::platform", text);
}

base::Result<void> errorFor(const base::Path &path)
{
    return std::unexpected(base::errorFromErrno(errno, base::toDisplay(path)));
}

int openFolder(const base::Path &path)
{
    return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

bool isThere(const base::Path &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0;
}

// None where the file system has no files without names, or they could not be given one later.
int openNameless(const base::Path &folder)
{
    return ::access("/proc/self/fd", X_OK) == 0 ? ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600) : -1;
}

// What a kill has left: nobody holds its lock.
void removeStale(const base::Path &into)
{
    std::error_code problem;
    for (const auto &entry : std::filesystem::directory_iterator(into, problem)) {
        if (!isTemporaryName(entry.path()) || !std::filesystem::is_directory(entry.symlink_status(problem)))
            continue;
        const int descriptor = openFolder(entry.path());
        if (descriptor < 0)
            continue;
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            std::filesystem::remove_all(entry.path(), problem);
        ::close(descriptor);
    }
}

} // namespace

base::Result<StagingFolder> StagingFolder::in(const base::Path &into)
{
    removeStale(into);
    StagingFolder staging;
    staging.m_into = into;
    const QByteArray random = QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    const base::Path folder = into / (".shirushi-" + random.toStdString() + ".tmp");
    if (::mkdir(folder.c_str(), ownFolder) != 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(into)));
    staging.m_folder = folder;
    staging.m_lock = openFolder(folder);
    if (staging.m_lock < 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(into)));
    ::flock(staging.m_lock, LOCK_EX | LOCK_NB);
    return staging;
}

StagingFolder::StagingFolder(StagingFolder &&other) noexcept
    : m_into(std::move(other.m_into)), m_folder(std::exchange(other.m_folder, {})), m_lock(std::exchange(other.m_lock, -1)),
      m_file(std::exchange(other.m_file, -1)), m_current(std::move(other.m_current)),
      m_isNameless(other.m_isNameless), m_nameless(std::exchange(other.m_nameless, {})), m_first(std::move(other.m_first)),
      m_folders(std::move(other.m_folders))
{
}

StagingFolder::~StagingFolder()
{
    if (m_file >= 0)
        ::close(m_file);
    for (const auto &[path, file] : m_nameless) {
        if (file >= 0)
            ::close(file);
    }
    if (!m_folder.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    if (m_lock >= 0)
        ::close(m_lock);
}

base::Result<void> StagingFolder::begin(const base::Path &name)
{
    const base::Path first = *name.begin();
    if (m_first.insert(first.native()).second && isThere(m_into / first)) {
        return base::failure(ErrorCode::Changed, base::toDisplay(m_into / first),
                             tr("There is already a file or folder of this name."));
    }
    base::Path folder = m_folder;
    for (const base::Path &part : name.parent_path()) {
        folder /= part;
        if (m_folders.insert(folder.native()).second && ::mkdir(folder.c_str(), ownFolder) != 0)
            return errorFor(m_into / name);
    }
    m_current = m_into / name;
    m_file = m_nameless.size() < mostNameless ? openNameless(folder) : -1;
    m_isNameless = m_file >= 0;
    if (m_isNameless)
        return {};
    m_file = ::open((m_folder / name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    return m_file < 0 ? errorFor(m_current) : base::Result<void>();
}

base::Result<void> StagingFolder::write(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t done = ::write(m_file, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return errorFor(m_current);
        bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
    return {};
}

base::Result<void> StagingFolder::end()
{
    shareAsFolder(m_file, m_current);
    if (m_isNameless) {
        m_nameless.emplace_back(m_folder / m_current.lexically_relative(m_into), std::exchange(m_file, -1));
        return {};
    }
    return ::close(std::exchange(m_file, -1)) == 0 ? base::Result<void>() : errorFor(m_current);
}

base::Result<void> StagingFolder::giveNames()
{
    for (auto &[path, file] : m_nameless) {
        const std::string open = "/proc/self/fd/" + std::to_string(file);
        if (::linkat(AT_FDCWD, open.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) != 0)
            return errorFor(m_into / path.lexically_relative(m_folder));
        if (::close(std::exchange(file, -1)) != 0)
            return errorFor(m_into / path.lexically_relative(m_folder));
    }
    m_nameless.clear();
    return {};
}

base::Result<void> StagingFolder::commit()
{
    if (const auto named = giveNames(); !named)
        return named;
    // One for all: as many single ones as there may be files take minutes.
    if (::syncfs(m_lock) != 0)
        return errorFor(m_into);
    std::vector<std::string> moved;
    for (const std::string &first : m_first) {
        const auto done = renameFile(m_folder / first, m_into / first, Replacement::Flush::Later);
        if (!done) {
            for (const std::string &back : moved)
                static_cast<void>(renameFile(m_into / back, m_folder / back, Replacement::Flush::Later));
            return done;
        }
        moved.push_back(first);
    }
    flushFolder(m_into);
    return {};
}

} // namespace shirushi::platform
