#include "sending/outgoing.h"

#include "crypto/digest.h"
#include "label/sidecar.h"
#include "label/xmp/xmp.h"
#include "platform/replacement.h"
#include "platform/stagingfolder.h"
#include "sending/parcelnames.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace shirushi::sending {

using base::ErrorCode;
using base::Result;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostFiles = 100'000;
constexpr int deepestFolders = 32;
constexpr std::size_t pieceSize = 1 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

class Collecting
{
public:
    Result<void> take(const base::Path &path, const QString &name, int depth)
    {
        std::error_code unknown;
        const fs::file_status status = fs::symlink_status(path, unknown);
        if (status.type() == fs::file_type::not_found)
            return base::failure(ErrorCode::NotFound, base::toDisplay(path), tr("There is no such file."));
        if (fs::is_symlink(status))
            return refused(path, tr("This is a link. Please name the file that it leads to."));
        if (fs::is_directory(status))
            return takeFolder(path, name, depth);
        if (!fs::is_regular_file(status))
            return refused(path, tr("This is neither a file nor a folder."));
        return takeFile(path, name);
    }

    Outgoing finish() { return std::move(m_going); }

private:
    static Result<void> refused(const base::Path &path, const QString &sentence)
    {
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(path), sentence);
    }

    Result<void> takeFile(const base::Path &path, const QString &name)
    {
        if (!m_known.insert(path.lexically_normal()).second)
            return {};
        if (m_going.files.size() >= mostFiles)
            return base::failure(ErrorCode::TooLarge, base::toDisplay(path), tr("There are more than %1 files.").arg(mostFiles));
        m_going.files.push_back({path, name, label::liesBesideItsDocument(path)});
        const base::Path sidecar = label::sidecarPath(path);
        std::error_code unknown;
        if (!m_going.files.back().isCompanion && fs::is_regular_file(fs::symlink_status(sidecar, unknown)))
            return takeFile(sidecar, name + QStringLiteral(".xmp"));
        return {};
    }

    Result<void> takeFolder(const base::Path &folder, const QString &name, int depth)
    {
        if (depth > deepestFolders)
            return base::failure(ErrorCode::TooLarge, base::toDisplay(folder), tr("The folders are nested too deep."));
        std::error_code problem;
        std::vector<base::Path> entries;
        for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem))
            entries.push_back(entry->path());
        if (problem)
            return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(folder)));
        if (entries.empty())
            m_going.emptyFolders += name;
        std::sort(entries.begin(), entries.end());
        for (const base::Path &entry : entries) {
            if (const auto taken = take(entry, name + u'/' + base::toDisplay(entry.filename()), depth + 1); !taken)
                return taken;
        }
        return {};
    }

    Outgoing m_going;
    std::set<base::Path> m_known;
};

// "folder/" and "." have a name too.
QString nameOf(const base::Path &path)
{
    const base::Path whole = fs::absolute(path).lexically_normal();
    return base::toDisplay(whole.has_filename() ? whole.filename() : whole.parent_path().filename());
}

Result<ParcelContent> copyOne(const OutgoingFile &file, platform::StagingFolder &folder, const base::Path &name, base::Progress &progress)
{
    const auto source = platform::FileSource::open(file.path);
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

Result<Outgoing> outgoing(const std::vector<base::Path> &named)
{
    Collecting collecting;
    for (const base::Path &path : named) {
        if (const auto taken = collecting.take(path, nameOf(path), 0); !taken)
            return std::unexpected(taken.error());
    }
    return collecting.finish();
}

Result<void> WrittenLabels::add(Outgoing &going, const base::Path &file, const label::Stamp &stamp)
{
    const auto document = std::find_if(going.files.begin(), going.files.end(), [&](const OutgoingFile &one) { return one.path == file; });
    if (document == going.files.end())
        return {};
    const QString name = document->name + QStringLiteral(".xmp");
    if (std::any_of(going.files.begin(), going.files.end(), [&](const OutgoingFile &one) { return one.name == name; }))
        return {};
    const auto packet = label::writeXmp({}, stamp, {}, base::toDisplay(file));
    if (!packet)
        return std::unexpected(packet.error());
    const auto sidecar = written(QStringLiteral(".xmp"), *packet);
    if (!sidecar)
        return std::unexpected(sidecar.error());
    going.files.insert(document + 1, {*sidecar, name, true});
    return {};
}

Result<void> WrittenLabels::addText(Outgoing &going, const QString &name, const QString &text)
{
    if (std::any_of(going.files.begin(), going.files.end(), [&](const OutgoingFile &one) { return one.name == name; }))
        return base::failure(ErrorCode::InvalidInput, name, tr("There are two files of this name in the parcel."));
    // As editors everywhere read it right: with a mark, and lines that end as in Windows.
    QString lines = text;
    const auto file = written(QStringLiteral(".txt"), "\xef\xbb\xbf" + lines.replace(u'\n', QStringLiteral("\r\n")).toUtf8());
    if (!file)
        return std::unexpected(file.error());
    going.files.insert(going.files.begin(), {*file, name, true});
    return {};
}

Result<base::Path> WrittenLabels::written(const QString &ending, const QByteArray &content)
{
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    const base::Path path = base::toPath(m_folder->filePath(QString::number(++m_count) + ending));
    if (const auto done = platform::writeFile(path, content); !done)
        return std::unexpected(done.error());
    return path;
}

Result<std::vector<ParcelContent>> copyPlainly(const Outgoing &going, const base::Path &target, base::Progress &progress)
{
    std::error_code unknown;
    if (fs::exists(fs::symlink_status(target, unknown)))
        return base::failure(ErrorCode::Changed, base::toDisplay(target), tr("There is already a file of this name."));
    const base::Path whole = fs::absolute(target).lexically_normal();
    auto folder = platform::StagingFolder::in(whole.parent_path());
    if (!folder)
        return std::unexpected(folder.error());
    NameSet names;
    std::vector<ParcelContent> contents;
    for (const OutgoingFile &file : going.files) {
        const QString subject = base::toDisplay(file.path);
        if (!harmlessName(file.name, subject))
            return base::failure(ErrorCode::InvalidInput, subject,
                                 tr("The recipient's system may not take this file name. Please give the file another one."));
        if (!names.add(file.name, subject))
            return base::failure(ErrorCode::InvalidInput, subject, tr("There are two files of this name in the parcel."));
        auto content = copyOne(file, *folder, whole.filename() / base::toPath(file.name), progress);
        if (!content)
            return std::unexpected(content.error());
        contents.push_back(std::move(*content));
    }
    if (const auto done = folder->commit(); !done)
        return std::unexpected(done.error());
    return contents;
}

} // namespace shirushi::sending
