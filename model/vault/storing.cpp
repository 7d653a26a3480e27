#include "vault/storing.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "erasure/erasure.h"
#include "label/sidecar.h"
#include "labelling/labelreader.h"
#include "labelling/target.h"
#include "vault/memory.h"
#include "vault/parallel.h"
#include "vault/rewriting.h"
#include "vault/sweeping.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <future>
#include <map>
#include <set>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;
using labelling::FileLabel;

namespace {

constexpr std::size_t filesAtOnce = 128;            // share one commit of the ledger, and keep their new files open
constexpr std::uint64_t bytesAtOnce = 256ULL << 20; // what is in the vault is recorded at least as often

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

QString placeName(labelling::LabelSource source)
{
    switch (source) {
    case labelling::LabelSource::Embedded: return QStringLiteral("embedded");
    case labelling::LabelSource::Sidecar: return QStringLiteral("sidecar");
    case labelling::LabelSource::Attribute: return QStringLiteral("attribute");
    case labelling::LabelSource::Ledger:
    case labelling::LabelSource::None: break;
    }
    return {};
}

// Folders that are empty now, the innermost first; one that still holds something stays.
void removeEmptyFolders(const base::Path &top)
{
    std::error_code problem;
    std::vector<base::Path> folders{top};
    for (const auto &entry : std::filesystem::recursive_directory_iterator(top, problem)) {
        if (entry.is_directory(problem) && !entry.is_symlink(problem))
            folders.push_back(entry.path());
    }
    std::ranges::sort(folders, std::greater());
    for (const base::Path &folder : folders)
        std::filesystem::remove(folder, problem);
}

bool isInVault(const base::Path &folder)
{
    std::error_code ignored;
    for (base::Path up = folder; up.has_relative_path(); up = up.parent_path()) {
        const Layout layout(up);
        if (std::filesystem::exists(layout.vaultFile(), ignored) && std::filesystem::exists(layout.idFile(), ignored))
            return true;
    }
    return false;
}

bool isFolder(const base::Path &path)
{
    std::error_code ignored;
    return std::filesystem::is_directory(std::filesystem::symlink_status(path, ignored));
}

std::uint64_t sizeOf(const base::Path &path)
{
    std::error_code problem;
    const std::uint64_t size = std::filesystem::file_size(path, problem);
    return problem ? 0 : size;
}

// Of what will not be applied.
void drop(Change &change)
{
    change.description.reset();
    if (!change.deed.vault.empty())
        abandon(change.deed);
}

// One that several threads may report to; what it is about is told by who hands it out.
class Cancelling final : public base::Progress
{
public:
    explicit Cancelling(const base::Progress &progress) : m_progress(progress) {}
    void report(std::uint64_t, std::uint64_t, const QString &) override {}
    bool cancelled() const override { return m_progress.cancelled(); }

private:
    const base::Progress &m_progress;
};

} // namespace

std::vector<Storing::File> Storing::filesOf(const StoreOrder &order, std::vector<Stored> &refused) const
{
    std::vector<File> files;
    std::set<base::Path> known;
    const auto refuse = [&](const base::Path &path, base::Error error) {
        error.subject = base::toDisplay(path);
        refused.push_back({path, {}, {}, {}, std::move(error), {}});
    };
    std::map<base::Path, bool> belongings; // by folder
    const auto take = [&](const base::Path &path, const QString &folder) {
        const base::Path parent = path.parent_path();
        const auto belongs = belongings.try_emplace(parent, false);
        if (belongs.second)
            belongs.first->second = isBelow(parent, m_vault.parts().lockFile.parent_path()) || isInVault(parent);
        if (belongs.first->second)
            refuse(path, {ErrorCode::InvalidInput, {}, tr("This file belongs to a vault or to Shirushi itself."), {}});
        else if (known.insert(path).second)
            files.push_back({path, folder});
    };
    for (const base::Path &named : order.paths) {
        if (isFolder(named)) {
            const base::Path top = labelling::absolutePath(named).lexically_normal();
            const base::Path folder = top.has_filename() ? top : top.parent_path();
            for (const base::Path &file : labelling::filesBelow(folder)) {
                const base::Path below = file.parent_path().lexically_relative(folder.parent_path());
                take(file, base::toDisplay(below));
            }
            continue;
        }
        auto target = labelling::labelTarget(named);
        if (!target)
            refuse(named, target.error());
        else if (std::filesystem::is_symlink(std::filesystem::symlink_status(named)))
            refuse(named, {ErrorCode::Unsupported, {}, tr("This is a link. Please name the file itself."), {}});
        else
            take(*target, {});
    }
    return files;
}

Result<void> Storing::describe(const StoreOrder &order, Item item, Prepared &prepared) const
{
    item.vault = m_vault.file().id;
    item.name = prepared.stored.name;
    item.path = prepared.stored.path;
    item.readers = m_readers;
    item.ownMembers = !order.members.isEmpty();
    item.isFinal = order.isFinal;
    item.keeping = order.keeping;
    item.madeAt = item.changedAt = m_vault.parts().clock.now();
    item.madeBy = item.changedBy = m_vault.me();
    if (!item.keeping.origin.isValid())
        item.keeping.origin = item.madeAt.toLocalTime().date();
    item.history = {{item.madeAt, item.madeBy, QStringLiteral("put"), {}}};
    const auto sealed = m_vault.sealed(item);
    if (!sealed)
        return std::unexpected(sealed.error());
    Change &change = prepared.change;
    if (const auto written = prepareDescription(change, m_vault.layout().descriptionOf(item.id), *sealed); !written)
        return written;
    change.deed.vault = m_vault.layout().folder();
    change.deed.item = item.id;
    if (!order.keepsOriginals) {
        change.deed.original = prepared.stored.original;
        change.deed.originalHash = item.content.sha256;
    }
    change.draft = entryFor(m_vault, item, putKind, prepared.stored.original);
    change.draft.details.insert(descriptionMember, change.deed.description);
    change.draft.details.insert(QStringLiteral("kept"), order.keepsOriginals);
    prepared.stored.id = item.id;
    return {};
}

Result<void> Storing::tryToPrepare(const File &file, const StoreOrder &order, Prepared &prepared, base::Progress &progress) const
{
    if (!order.keepsOriginals) {
        if (const auto erasable = erasure::examine(file.path); !erasable)
            return erasable;
    }
    auto source = platform::FileSource::open(file.path);
    if (!source)
        return std::unexpected(source.error());
    Item item;
    item.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto written = writeContent(FileOriginal(*source), m_vault.layout(), item.id, m_readers.keys(), m_vault.own(), progress);
    if (!written)
        return std::unexpected(written.error());
    item.content = written->content;
    prepared.change.deed.vault = m_vault.layout().folder(); // so that it can be abandoned
    addContent(prepared.change, std::move(*written));
    const labelling::LabelReader reader(m_codecs, *m_vault.parts().directory);
    const FileLabel label = reader.read(file.path, {source->identity(), QByteArray::fromHex(item.content.sha256.toLatin1())});
    if (label.sha256 != item.content.sha256) {
        return base::failure(ErrorCode::Changed, base::toDisplay(file.path), tr("The file was changed by another program meanwhile."));
    }
    item.label = label.label;
    item.labelPlace = placeName(label.source);
    if (label.label && label.content == labelling::ContentState::Changed)
        prepared.stored.notices += tr("The document was changed after it was classified. Please label it anew when it is taken out.");
    const base::Path sidecar = label::sidecarPath(file.path);
    if (label::isOurSidecar(sidecar)) {
        const auto beside = platform::FileSource::open(sidecar);
        const auto bytes = beside ? beside->all(largestSidecar) : std::unexpected(beside.error());
        if (!bytes)
            return std::unexpected(bytes.error());
        item.sidecar = *bytes;
        if (!order.keepsOriginals) {
            prepared.change.deed.sidecar = sidecar;
            prepared.change.deed.sidecarHash = QString::fromLatin1(base::toHex(crypto::sha256(*bytes)));
        }
    }
    prepared.change.original = source->identity();
    return describe(order, std::move(item), prepared);
}

Storing::Prepared Storing::prepare(const File &file, const StoreOrder &order, base::Progress &progress) const
{
    Prepared prepared;
    prepared.stored.original = file.path;
    prepared.stored.name = base::toDisplay(file.path.filename());
    prepared.stored.path = file.folder;
    if (const auto done = tryToPrepare(file, order, prepared, progress); !done) {
        drop(prepared.change);
        prepared.change.error = done.error();
        if (prepared.change.error->subject.isEmpty())
            prepared.change.error->subject = base::toDisplay(file.path);
    }
    return prepared;
}

std::vector<Storing::Prepared> Storing::prepareAll(std::span<const File> files, const StoreOrder &order, base::Progress &progress) const
{
    std::vector<Prepared> group(files.size());
    Cancelling inside(progress);
    inParallel(files.size(), 1, [&](std::size_t i) {
        group[i] = prepare(files[i], order, inside);
        return true;
    });
    return group;
}

std::span<const Storing::File> Storing::groupAt(const std::vector<File> &files, std::size_t at)
{
    std::uint64_t bytes = 0;
    std::size_t count = 0;
    while (count < filesAtOnce && at + count < files.size() && (count == 0 || bytes < bytesAtOnce))
        bytes += sizeOf(files[at + count++].path);
    return std::span(files).subspan(at, count);
}

void Storing::finish(std::vector<Prepared> &group, std::vector<Stored> &all, const std::function<void(const Stored &)> &done)
{
    std::vector<Change> changes;
    for (Prepared &prepared : group)
        changes.push_back(std::move(prepared.change));
    apply(changes, m_vault.layout(), m_vault.changeParts());
    for (std::size_t i = 0; i < group.size(); ++i) {
        Stored &stored = group[i].stored;
        stored.error = changes[i].error;
        stored.hasOriginal = changes[i].hasOriginal;
        stored.notices += changes[i].notices;
        if (stored.error)
            stored.id.clear();
        if (done)
            done(stored);
        all.push_back(std::move(stored));
    }
}

Result<Readers> Storing::readersFor(const StoreOrder &order) const
{
    QStringList members;
    for (const Reader &member : m_vault.file().readers.members)
        members += member.id;
    for (const QString &id : order.members) {
        if (!members.contains(id))
            return base::failure(ErrorCode::NotFound, id, tr("This person is no member of the vault. Please add them to the vault first."));
    }
    return m_vault.readersFor(order.members.isEmpty() ? members : order.members + QStringList{m_vault.me()});
}

Result<std::vector<Stored>> Storing::put(const StoreOrder &order, base::Progress &progress,
                                         const std::function<void(const Stored &)> &done)
{
    if (!m_vault.amMember())
        return base::failure(ErrorCode::Forbidden, m_vault.file().name, tr("Only members put something into this vault."));
    if (const auto current = m_vault.checkAgainstLedger(); !current)
        return std::unexpected(current.error());
    sweep(m_vault.layout());
    auto readers = readersFor(order);
    if (!readers)
        return std::unexpected(readers.error());
    m_readers = std::move(*readers);
    std::vector<Stored> all;
    const std::vector<File> files = filesOf(order, all);
    for (const Stored &refused : all) {
        if (done)
            done(refused);
    }
    // While one group is recorded and put in place, the next is prepared.
    std::future<std::vector<Prepared>> ahead;
    std::size_t at = 0;
    while (at < files.size() && !progress.cancelled()) {
        progress.report(at, files.size(), base::toDisplay(files[at].path.filename()));
        const auto current = groupAt(files, at);
        auto group = ahead.valid() ? ahead.get() : prepareAll(current, order, progress);
        at += current.size();
        const auto following = groupAt(files, at);
        if (!following.empty())
            ahead = std::async(std::launch::async, [this, following, &order, &progress] { return prepareAll(following, order, progress); });
        finish(group, all, done);
    }
    if (ahead.valid()) {
        auto group = ahead.get();
        for (Prepared &prepared : group)
            drop(prepared.change);
    }
    progress.report(at, files.size(), {});
    for (const base::Path &named : order.paths) {
        if (!order.keepsOriginals && isFolder(named))
            removeEmptyFolders(named);
    }
    return all;
}

} // namespace shirushi::vault
