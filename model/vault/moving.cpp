#include "vault/moving.h"

#include "platform/filelock.h"
#include "platform/sharedfolder.h"
#include "vault/erasing.h"
#include "vault/holding.h"
#include "vault/openingrecord.h"
#include "vault/openitems.h"
#include "vault/rescue.h"
#include "vault/rewriting.h"
#include "vault/sweeping.h"
#include "vault/within.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

base::Path dataFolderOf(const Vault &vault)
{
    return vault.parts().lockFile.parent_path();
}

// A reader leaves no note in the vault, but a record at this desktop.
bool isOpenHere(const Vault &vault, const QString &item)
{
    const std::vector<OpeningRecord> records = OpeningRecords(dataFolderOf(vault)).all();
    return std::ranges::any_of(records, [&](const OpeningRecord &record) {
        return record.item == item && record.vaultId == vault.file().id && !record.cleared && !record.process.isDead();
    });
}

bool hasRescue(const Vault &vault, const QString &item)
{
    const std::vector<Rescue> rescues = Rescues(dataFolderOf(vault)).list(vault.own());
    return std::ranges::any_of(rescues, [&](const Rescue &rescue) { return rescue.item == item && rescue.vaultId == vault.file().id; });
}

base::Error openError(const Vault &vault, const Item &item, const QString &who)
{
    const people::Person *person = vault.parts().directory->find(who);
    const QString name = person && !person->name.isEmpty() ? person->name : who;
    return {ErrorCode::InUse, item.name,
            name.isEmpty() ? tr("Somebody has this item open. It can be moved when it is closed.")
                           : tr("%1 has this item open. It can be moved when it is closed.").arg(name),
            {}};
}

// Tells others that it is in use, as long as it lives.
class Held
{
public:
    Held(const Layout &layout, QString item, QString hash) : m_layout(layout), m_item(std::move(item)), m_hash(std::move(hash)) {}
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;
    ~Held() { releaseHolding(m_layout, m_item, m_hash); }

private:
    const Layout &m_layout;
    QString m_item;
    QString m_hash;
};

} // namespace

Result<void> Moving::mayBegin() const
{
    if (m_from.file().id == m_to.file().id)
        return base::failure(ErrorCode::InvalidInput, m_to.file().name, tr("This is the vault in which it lies already."));
    if (!m_to.amMember())
        return base::failure(ErrorCode::Forbidden, m_to.file().name, tr("Only members of a vault move something into it. Please ask one of its members to add you."));
    return m_to.checkAgainstLedger();
}

Result<void> Moving::mayMove(const Described &described) const
{
    const Item &item = described.item;
    if (!item.readers.hasMember(m_from.me()))
        return base::failure(ErrorCode::Forbidden, item.name, tr("You are no member of this item: only who may open it moves it."));
    const auto state = m_known.find(item.id);
    if (state != m_known.end() && isOlderThan(item.counter, described.sha256, state->second))
        return base::failure(ErrorCode::Damaged, item.name, tr("This item was put back to an older state than the ledger knows. Please check the vault first."));
    if (m_to.look(item.id).doubt != Doubt::Missing)
        return base::failure(ErrorCode::Changed, item.name, tr("An item of this number lies in the other vault already."));
    if (const auto holder = holderOf(m_from, item.id))
        return std::unexpected(openError(m_from, item, holder->person));
    if (isOpenHere(m_from, item.id))
        return std::unexpected(openError(m_from, item, {}));
    if (hasRescue(m_from, item.id))
        return base::failure(ErrorCode::InUse, item.name, tr("A rescue item of it is waiting. Please save it or throw it away first."));
    return {};
}

Result<std::vector<WrittenContent>> Moving::sealContents(Item &item, base::Progress &progress) const
{
    std::vector<WrittenContent> contents;
    const auto keys = item.readers.keys();
    std::vector<Content *> places{&item.content};
    for (Version &version : item.older)
        places.push_back(&version.content);
    for (Content *place : places) {
        const auto right = checkSealed(m_from.layout(), *place);
        const auto sealed = right ? platform::FileSource::open(m_from.layout().file(place->file)) : std::unexpected(right.error());
        auto written = sealed ? writeContent(ContentOriginal(*sealed, *place, m_from.own()), m_to.layout(), item.id, keys, m_to.own(), progress)
                              : std::unexpected(sealed.error());
        if (!written) {
            abandonContents(m_to, std::move(contents));
            return std::unexpected(written.error());
        }
        *place = written->content;
        contents.push_back(std::move(*written));
    }
    return contents;
}

Result<Change> Moving::prepare(const Described &described, base::Progress &progress) const
{
    Change change;
    change.deed.leaving = {m_from.layout().folder(), described.sha256, described.item.files()};
    if (const auto may = mayLeave(*change.deed.leaving, described.item.id); !may)
        return std::unexpected(may.error());
    Item item = m_to.changed(described.item, QStringLiteral("moved"), m_from.file().name);
    item.vault = m_to.file().id;
    item.readers = m_to.readersOf(item);
    const auto kept = static_cast<std::size_t>(m_to.parts().pack->vault.versions);
    if (item.older.size() > kept)
        item.older.resize(kept);
    auto contents = sealContents(item, progress);
    if (!contents)
        return std::unexpected(contents.error());
    change.deed.vault = m_to.layout().folder();
    change.deed.item = item.id;
    for (WrittenContent &written : *contents)
        addContent(change, std::move(written));
    const auto sealed = m_to.sealed(item);
    const auto written = sealed ? prepareDescription(change, m_to.layout().descriptionOf(item.id), *sealed)
                                : Result<void>(std::unexpected(sealed.error()));
    if (!written) {
        change.description.reset();
        abandon(change.deed);
        return std::unexpected(written.error());
    }
    change.draft = entryFor(m_to, item, movedKind);
    change.draft.details.insert(descriptionMember, change.deed.description);
    change.draft.details.insert(fromMember, m_from.file().id);
    change.draft.details.insert(QStringLiteral("fromFolder"), base::toDisplay(m_from.layout().folder()));
    return change;
}

// Nobody may change the item in its first vault between the look at it and its going.
Result<void> Moving::carryOut(Change change, Moved &moved)
{
    static_cast<void>(platform::makeOwnFolder(m_from.layout().locks()));
    const auto lock = platform::FileLock::exclusive(m_from.layout().lockOf(moved.id));
    const auto now = lock ? hashOfFile(m_from.layout().descriptionOf(moved.id)) : std::unexpected(lock.error());
    if (!now || *now != change.deed.leaving->description) {
        change.description.reset();
        abandon(change.deed);
        return now ? base::failure(ErrorCode::Changed, moved.name, tr("Somebody else has changed this item meanwhile.")) : std::unexpected(now.error());
    }
    std::vector<Change> changes;
    changes.push_back(std::move(change));
    apply(changes, m_to.layout(), m_to.changeParts());
    const Change &applied = changes.front();
    moved.notices = applied.notices;
    moved.isInBoth = applied.hasOriginal;
    return applied.error ? Result<void>(std::unexpected(*applied.error)) : Result<void>();
}

Moved Moving::moveOne(const QString &id, base::Progress &progress)
{
    Moved moved{id};
    Within inside(progress);
    const auto described = m_from.read(id);
    const auto attempt = [&]() -> Result<void> {
        if (!described)
            return std::unexpected(described.error());
        moved.name = described->item.name;
        if (const auto may = mayMove(*described); !may)
            return may;
        const QString opening = QUuid::createUuid().toString(QUuid::WithoutBraces);
        auto hash = takeHolding(m_from, described->item, opening, m_from.parts().clock.now());
        if (!hash)
            return std::unexpected(hash.error());
        const Held held(m_from.layout(), id, std::move(*hash));
        auto change = prepare(*described, inside);
        return change ? carryOut(std::move(*change), moved) : std::unexpected(change.error());
    };
    if (const auto done = attempt(); !done)
        moved.error = done.error();
    return moved;
}

Result<std::vector<Moved>> Moving::move(const QStringList &ids, base::Progress &progress, const std::function<void(const Moved &)> &done)
{
    if (const auto may = mayBegin(); !may)
        return std::unexpected(may.error());
    auto known = knownItems(m_from.parts().ledger, m_from.file().id);
    if (!known)
        return std::unexpected(known.error());
    m_known = std::move(*known);
    sweep(m_to.layout());
    std::vector<Moved> all;
    const auto total = static_cast<std::uint64_t>(ids.size());
    for (const QString &id : ids) {
        progress.report(all.size(), total, {});
        if (progress.cancelled())
            break;
        Moved moved = moveOne(id, progress);
        if (moved.error && moved.error->code == ErrorCode::Cancelled)
            break;
        if (done)
            done(moved);
        all.push_back(std::move(moved));
    }
    progress.report(all.size(), total, {});
    return all;
}

} // namespace shirushi::vault
