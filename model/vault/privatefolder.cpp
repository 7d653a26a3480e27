#include "vault/privatefolder.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "erasure/erasure.h"
#include "platform/inuse.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <sys/stat.h>

namespace shirushi::vault {

using base::Result;

namespace {

constexpr int attempts = 5;           // an editor may write a file meanwhile
constexpr std::size_t mostFiles = 500; // beside a document
constexpr qsizetype longestName = 200; // bytes

// What editors write for themselves beside a document, by its name.
bool isEditorsOwn(const base::Path &path)
{
    const std::string name = path.filename().native();
    static const std::string temporary[] = {".tmp", ".TMP", ".bak", ".swp", ".part"};
    return platform::isLockFileName(path) || name.starts_with('.') || name.starts_with('~') || name.starts_with('#') || name.ends_with('~')
           || std::ranges::any_of(temporary, [&](const std::string &ending) { return name.ends_with(ending); });
}

std::vector<base::Path> filesIn(const base::Path &folder)
{
    std::vector<base::Path> files;
    std::error_code problem;
    for (auto entry = std::filesystem::recursive_directory_iterator(folder, std::filesystem::directory_options::none, problem);
         !problem && entry != std::filesystem::recursive_directory_iterator() && files.size() < mostFiles; entry.increment(problem)) {
        if (entry->is_regular_file(problem) && !entry->is_symlink(problem))
            files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

void erase(const base::Path &file)
{
    ::chmod(file.c_str(), 0600); // what was for reading alone; the folder is ours alone, so that nobody exchanges it
    // What cannot be overwritten (a link, a further name elsewhere) is removed all the same.
    if (!erasure::erase(file)) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
}

void eraseAll(const base::Path &folder)
{
    std::error_code problem;
    ::chmod(folder.c_str(), 0700);
    for (const auto &entry : std::filesystem::directory_iterator(folder, problem)) {
        if (entry.is_directory(problem) && !entry.is_symlink(problem))
            eraseAll(entry.path());
        else
            erase(entry.path());
    }
    std::filesystem::remove(folder, problem);
}

} // namespace

QString safeName(const QString &name)
{
    QString safe = name;
    safe.replace(u'/', u'_').replace(QChar(), u'_');
    if (safe.isEmpty() || safe == u"." || safe == u"..")
        safe = QStringLiteral("document");
    const qsizetype dot = safe.lastIndexOf(u'.');
    const QString ending = dot > 0 && safe.size() - dot <= 10 ? safe.mid(dot) : QString();
    QString stem = safe.chopped(ending.size());
    while (stem.toUtf8().size() + ending.toUtf8().size() > longestName)
        stem.chop(stem.size() > 1 && stem.back().isLowSurrogate() ? 2 : 1);
    return stem + ending;
}

std::optional<platform::FileIdentity> identityOf(const base::Path &document)
{
    struct stat status = {};
    if (::lstat(document.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    return platform::FileIdentity{static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
                                  static_cast<std::uint64_t>(status.st_size),
                                  static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
                                  static_cast<std::uint64_t>(status.st_nlink)};
}

Result<QString> hashOf(const platform::FileSource &file)
{
    const auto digest = crypto::sha256(file);
    if (!digest)
        return std::unexpected(digest.error());
    return QString::fromLatin1(base::toHex(*digest));
}

Result<QStringList> sealWhatDiffers(const OpeningRecord &record, const OpeningNote &note, const base::Path &folder,
                                    const Rescues &rescues, const QDateTime &at, const QString &reason)
{
    QStringList ids;
    const base::Path document = folder / base::toPath(note.name);
    const bool hasDocument = identityOf(document).has_value();
    for (const base::Path &path : filesIn(folder)) {
        const bool isDocument = path == document;
        // Where the document itself is not there, a kill came while an editor was writing it anew.
        if (!isDocument && (platform::isLockFileName(path) || (hasDocument && isEditorsOwn(path))))
            continue;
        const auto source = platform::FileSource::open(path);
        if (!source)
            return std::unexpected(source.error());
        const auto hash = hashOf(*source);
        if (!hash)
            return std::unexpected(hash.error());
        if (*hash == note.saved || (!isDocument && source->size() == 0))
            continue;
        Rescue rescue;
        rescue.id = isDocument ? record.id : QUuid::createUuid().toString(QUuid::WithoutBraces);
        rescue.vault = record.vault;
        rescue.vaultId = record.vaultId;
        rescue.vaultName = note.vaultName;
        rescue.item = record.item;
        rescue.name = isDocument ? note.name : base::toDisplay(path.filename());
        rescue.counter = note.counter;
        rescue.isOther = !isDocument;
        rescue.person = record.person;
        rescue.at = at;
        rescue.reason = reason;
        if (const auto sealed = rescues.seal(rescue, *source, record.keys); !sealed)
            return std::unexpected(sealed.error());
        ids += rescue.id;
    }
    return ids;
}

Result<void> erasePrivateFolder(const base::Path &folder)
{
    std::error_code problem;
    for (int i = 0; i < attempts && std::filesystem::exists(std::filesystem::symlink_status(folder, problem)); ++i)
        eraseAll(folder);
    if (std::filesystem::exists(std::filesystem::symlink_status(folder, problem))) {
        return base::failure(base::ErrorCode::NotWritable, base::toDisplay(folder),
                             QCoreApplication::translate("shirushi::vault", "The decrypted copy could not be removed. Please remove this folder by hand."));
    }
    return {};
}

} // namespace shirushi::vault
