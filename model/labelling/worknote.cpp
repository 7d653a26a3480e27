#include "labelling/worknote.h"

#include "base/encoding.h"
#include "labelling/target.h"
#include "platform/replacement.h"

#include <QList>
#include <QUuid>

#include <set>

namespace shirushi::labelling {

namespace {

constexpr const char *notePrefix = "work-";
constexpr std::uint64_t largestNote = 64 << 20;

} // namespace

WorkNote::WorkNote(const base::Path &dataFolder, const std::vector<base::Path> &files)
{
    const std::string name = notePrefix + QUuid::createUuid().toString(QUuid::Id128).toStdString();
    m_file = dataFolder / name;
    auto lock = platform::FileLock::tryExclusive(m_file);
    if (!lock)
        return;
    m_lock.emplace(std::move(*lock));
    std::set<base::Path> folders;
    for (const base::Path &file : files)
        folders.insert(absolutePath(file).parent_path());
    QByteArray lines; // base64url: a folder's name may hold any byte
    for (const base::Path &folder : folders)
        lines += base::toBase64Url(QByteArray::fromStdString(folder.native())) + '\n';
    m_lock->write(lines);
}

WorkNote::~WorkNote()
{
    std::error_code ignored;
    if (m_lock)
        std::filesystem::remove(m_file, ignored);
}

void clearAfterKilledWork(const base::Path &dataFolder)
{
    std::error_code problem;
    for (const auto &entry : std::filesystem::directory_iterator(dataFolder, problem)) {
        if (!entry.path().filename().native().starts_with(notePrefix))
            continue;
        const auto lock = platform::FileLock::tryExclusive(entry.path());
        if (!lock)
            continue;
        if (const auto note = platform::FileSource::open(entry.path())) {
            const QByteArray lines = note->all(largestNote).value_or(QByteArray());
            const QList<QByteArray> folders = lines.split('\n');
            for (const QByteArray &line : folders) {
                const auto folder = base::fromBase64Url(line);
                if (folder && !folder->isEmpty())
                    platform::removeStaleTemporaries(folder->toStdString());
            }
        }
        std::error_code ignored;
        std::filesystem::remove(entry.path(), ignored);
    }
}

} // namespace shirushi::labelling
