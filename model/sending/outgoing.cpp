#include "sending/outgoing.h"

#include "crypto/digest.h"
#include "label/sidecar.h"
#include "label/xmp/xmp.h"
#include "platform/inuse.h"
#include "platform/replacement.h"
#include "platform/stagingfolder.h"
#include "sending/parcelnames.h"
#include "sending/parcelsource.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace shirushi::sending {

using base::ErrorCode;
using base::Result;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostFiles = 100'000; // and folders
constexpr int deepestFolders = 32;
constexpr std::size_t pieceSize = 1 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

// What desktops and office programs leave in folders, and nobody means to send.
bool isNobodysDocument(const base::Path &path)
{
    static const QStringList known{QStringLiteral("thumbs.db"), QStringLiteral("desktop.ini"), QStringLiteral(".ds_store"), QStringLiteral(".directory")};
    return known.contains(base::toDisplay(path.filename()).toLower()) || platform::isLockFileName(path) || platform::isTemporaryName(path);
}

base::Path wholePath(const base::Path &path)
{
    std::error_code problem;
    const base::Path whole = fs::absolute(path, problem).lexically_normal();
    return problem ? path : whole;
}

class Collecting
{
public:
    Result<void> take(const base::Path &path, const QString &name, int depth)
    {
        if (++m_seen > mostFiles)
            return tooMany(path);
        std::error_code unknown;
        const fs::file_status status = fs::symlink_status(path, unknown);
        if (status.type() == fs::file_type::not_found)
            return base::failure(ErrorCode::NotFound, base::toDisplay(path), tr("There is no such file."));
        if (fs::is_symlink(status))
            return refused(path, isLink());
        if (fs::is_directory(status))
            return takeFolder(path, name, depth);
        if (!fs::is_regular_file(status))
            return refused(path, tr("This is neither a file nor a folder."));
        return takeFile(path, name);
    }

    Outgoing finish() { return std::move(m_going); }

private:
    static QString isLink() { return tr("This is a link. Please name the file that it leads to."); }
    static Result<void> tooMany(const base::Path &path)
    {
        return base::failure(ErrorCode::TooLarge, base::toDisplay(path), tr("There are more than %1 files.").arg(mostFiles));
    }
    static Result<void> refused(const base::Path &path, const QString &sentence)
    {
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(path), sentence);
    }

    Result<void> takeFile(const base::Path &path, const QString &name)
    {
        if (!m_known.insert(wholePath(path)).second)
            return {};
        m_going.files.push_back({path, name, label::liesBesideItsDocument(path)});
        if (m_going.files.back().isCompanion)
            return {};
        const base::Path sidecar = label::sidecarPath(path);
        std::error_code unknown;
        const fs::file_status status = fs::symlink_status(sidecar, unknown);
        if (fs::is_symlink(status))
            return refused(sidecar, isLink());
        return fs::is_regular_file(status) ? takeFile(sidecar, name + QStringLiteral(".xmp")) : Result<void>();
    }

    Result<void> takeFolder(const base::Path &folder, const QString &name, int depth)
    {
        if (depth > deepestFolders)
            return base::failure(ErrorCode::TooLarge, base::toDisplay(folder), tr("The folders are nested too deep."));
        std::error_code problem;
        std::vector<base::Path> entries;
        for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem)) {
            if (entries.size() > mostFiles)
                return tooMany(folder);
            entries.push_back(entry->path());
        }
        if (problem)
            return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(folder)));
        const std::size_t before = m_going.files.size();
        std::sort(entries.begin(), entries.end());
        for (const base::Path &entry : entries) {
            const QString entryName = name + u'/' + base::toDisplay(entry.filename());
            if (isNobodysDocument(entry)) {
                m_going.leftBehind += entryName;
                continue;
            }
            if (const auto taken = take(entry, entryName, depth + 1); !taken)
                return taken;
        }
        const bool hasEmptyOne = !m_going.emptyFolders.empty() && m_going.emptyFolders.last().startsWith(name + u'/');
        if (m_going.files.size() == before && !hasEmptyOne)
            m_going.emptyFolders += name;
        return {};
    }

    Outgoing m_going;
    std::set<base::Path> m_known;
    std::size_t m_seen = 0;
};

// "folder/" and "." have a name too.
QString nameOf(const base::Path &path)
{
    const base::Path whole = wholePath(path);
    return base::toDisplay(whole.has_filename() ? whole.filename() : whole.parent_path().filename());
}

Result<ParcelContent> copyOne(const OutgoingFile &file, platform::StagingFolder &folder, const base::Path &name, base::Progress &progress)
{
    const auto source = ParcelSource::open({file.path, file.name, file.bytes});
    if (!source)
        return std::unexpected(source.error());
    if (const auto begun = folder.begin(name); !begun)
        return std::unexpected(begun.error());
    crypto::Sha256 hash;
    std::vector<char> piece(pieceSize);
    for (std::uint64_t at = 0; at < source->size();) {
        if (progress.cancelled())
            return base::failure(ErrorCode::Cancelled, base::toDisplay(file.path), tr("Stopped."));
        const auto got = source->read(at, piece);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return base::failure(ErrorCode::Changed, base::toDisplay(file.path), tr("The file was changed by another program meanwhile."));
        const std::span<const char> bytes(piece.data(), *got);
        hash.add(bytes);
        if (const auto written = folder.write(bytes); !written)
            return std::unexpected(written.error());
        at += *got;
    }
    if (!source->isUnchanged())
        return base::failure(ErrorCode::Changed, base::toDisplay(file.path), tr("The file was changed by another program meanwhile."));
    if (const auto ended = folder.end(); !ended)
        return std::unexpected(ended.error());
    return ParcelContent{file.name, source->size(), hash.finish()};
}

} // namespace

std::vector<base::Path> Outgoing::documents() const
{
    std::vector<base::Path> paths;
    for (const OutgoingFile &file : files) {
        if (!file.isCompanion)
            paths.push_back(file.path);
    }
    return paths;
}

Result<Outgoing> outgoing(const std::vector<base::Path> &named, const std::map<base::Path, QString> &names)
{
    Collecting collecting;
    for (const base::Path &path : named) {
        const auto given = names.find(path);
        if (const auto taken = collecting.take(path, given == names.end() ? nameOf(path) : given->second, 0); !taken)
            return std::unexpected(taken.error());
    }
    return collecting.finish();
}

Result<void> addLabel(Outgoing &going, const base::Path &file, const label::Stamp &stamp)
{
    const auto document = std::find_if(going.files.begin(), going.files.end(), [&](const OutgoingFile &one) { return one.path == file; });
    if (document == going.files.end())
        return {};
    const QString name = document->name + QStringLiteral(".xmp");
    if (std::any_of(going.files.begin(), going.files.end(), [&](const OutgoingFile &one) { return one.name == name; }))
        return {};
    auto packet = label::writeXmp({}, stamp, {}, base::toDisplay(file));
    if (!packet)
        return std::unexpected(packet.error());
    going.files.insert(document + 1, OutgoingFile{{}, name, true, std::move(*packet)});
    return {};
}

Result<std::vector<ParcelContent>> copyPlainly(const Outgoing &going, const base::Path &target, base::Progress &progress)
{
    std::error_code unknown;
    if (fs::exists(fs::symlink_status(target, unknown)))
        return base::failure(ErrorCode::Changed, base::toDisplay(target), tr("There is already a file of this name."));
    base::Path whole = wholePath(target);
    if (!whole.has_filename()) // "folder/"
        whole = whole.parent_path();
    auto folder = platform::StagingFolder::in(whole.parent_path());
    if (!folder)
        return std::unexpected(folder.error());
    NameSet names;
    std::vector<ParcelContent> contents;
    for (const OutgoingFile &file : going.files) {
        const QString subject = file.bytes ? file.name : base::toDisplay(file.path);
        const auto name = harmlessName(file.name, subject);
        if (!name)
            return base::failure(ErrorCode::InvalidInput, subject,
                                 tr("The recipient's system may not take this file name. Please give the file another one."));
        if (!names.add(*name, subject))
            return base::failure(ErrorCode::InvalidInput, subject, tr("There are two files of this name in the parcel."));
        auto content = copyOne(file, *folder, whole.filename() / base::toPath(*name), progress);
        if (!content)
            return std::unexpected(content.error());
        contents.push_back(std::move(*content));
    }
    if (const auto done = folder->commit(); !done)
        return std::unexpected(done.error());
    return contents;
}

} // namespace shirushi::sending
