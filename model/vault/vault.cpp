#include "vault/vault.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "platform/replacement.h"
#include "platform/sharedfolder.h"
#include "policy/approvals.h"
#include "vault/memory.h"

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

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(base::toHex(crypto::sha256(bytes)));
}

bool isFree(const base::Path &folder)
{
    std::error_code problem;
    const auto status = std::filesystem::symlink_status(folder, problem);
    return !std::filesystem::exists(status) || (std::filesystem::is_directory(status) && std::filesystem::is_empty(folder, problem));
}

Result<void> makeFolders(const Layout &layout)
{
    for (const base::Path &folder : {layout.folder(), layout.items(), layout.locks()}) {
        if (const auto made = platform::makeOwnFolder(folder); !made)
            return made;
    }
    return {};
}

// Of the vault itself, as it is.
ledger::EntryDraft draftOf(const QString &kind, const Layout &layout, const VaultFile &file, const QString &hash)
{
    ledger::EntryDraft draft;
    draft.kind = kind;
    draft.file = base::toDisplay(layout.folder());
    draft.details = {{vaultMember, file.id}, {counterMember, static_cast<qint64>(file.counter)}, {descriptionMember, hash},
                     {successionMember, hashOf(file.succession.back())}};
    return draft;
}

} // namespace

std::vector<Reader> escrowOf(const policy::Pack &pack, const people::Roster &roster, const QString &department)
{
    std::vector<Reader> all;
    std::vector<Reader> near;
    const policy::Role *role = pack.role(pack.vault.escrow);
    if (!role)
        return all;
    for (const people::Person &person : roster.persons) {
        if (person.closed || !policy::counts(pack, person.role, role->id))
            continue;
        all.push_back({person.id, person.receivingKey});
        if (!department.isEmpty() && person.department == department)
            near.push_back(all.back());
    }
    return role->reach != policy::Reach::Body && !near.empty() ? near : all;
}

Readers Vault::readersFor(const QStringList &members) const
{
    Readers readers;
    QStringList ids = members;
    ids.removeDuplicates();
    ids.sort();
    for (const QString &id : ids) {
        const people::Person *person = m_parts.directory->find(id);
        if (person && !person->closed)
            readers.members.push_back({id, person->receivingKey});
    }
    readers.escrow = escrowOf(*m_parts.pack, m_parts.directory->roster(), m_file.department);
    return readers;
}

Readers Vault::readersOf(const Item &item) const
{
    QStringList members;
    for (const Reader &member : item.ownMembers ? item.readers.members : m_file.readers.members) {
        if (m_file.readers.hasMember(member.id))
            members += member.id;
    }
    return readersFor(members);
}

Result<Vault> Vault::create(const NewVault &order, const VaultParts &parts)
{
    std::error_code ignored;
    const base::Path folder = std::filesystem::absolute(order.folder, ignored).lexically_normal();
    if (!isFree(folder))
        return base::failure(ErrorCode::Changed, base::toDisplay(folder), tr("There is something in this folder already. A vault takes an empty or a new one."));
    Vault vault{Layout(folder.has_filename() ? folder : folder.parent_path()), parts};
    vault.m_own = identitiesOf(parts.session.keys().receiving);
    const people::Person *me = parts.directory->find(vault.me());
    for (const QString &id : order.members) {
        const people::Person *person = parts.directory->find(id);
        if (!person || person->closed)
            return base::failure(ErrorCode::NotFound, id, tr("This person is not in the roster."));
    }
    VaultFile file;
    file.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    file.name = order.name.isEmpty() ? base::toDisplay(vault.m_layout.folder().filename()) : order.name;
    file.department = me ? me->department : QString();
    file.escrowRole = parts.pack->vault.escrow;
    file.madeAt = file.changedAt = parts.clock.now();
    file.madeBy = file.changedBy = vault.me();
    file.history = {{file.madeAt, vault.me(), QStringLiteral("created"), {}}};
    vault.m_file.department = file.department;
    file.readers = vault.readersFor(order.members + QStringList{vault.me()});
    if (const auto begun = goOn(file.succession, file.id, file.counter, peopleOf(file.readers), parts.session); !begun)
        return std::unexpected(begun.error());
    const auto sealed = vault.sealed(file);
    if (!sealed)
        return std::unexpected(sealed.error());
    if (const auto made = makeFolders(vault.m_layout); !made)
        return std::unexpected(made.error());
    // vault.json last: until it is there the folder is no vault and may be begun anew.
    if (const auto written = platform::writeFile(vault.m_layout.vaultFile(), *sealed); !written)
        return std::unexpected(written.error());
    if (const auto recorded = parts.ledger.append(draftOf(createdKind, vault.m_layout, file, hashOf(*sealed)), parts.session, parts.clock); !recorded)
        return std::unexpected(recorded.error());
    if (const auto written = platform::writeFile(vault.m_layout.idFile(), idFileOf(file.id)); !written)
        return std::unexpected(written.error());
    if (const auto loaded = vault.load(); !loaded)
        return std::unexpected(loaded.error());
    return vault;
}

Result<Vault> Vault::open(const base::Path &folder, const VaultParts &parts)
{
    std::error_code ignored;
    Vault vault(Layout(std::filesystem::absolute(folder, ignored).lexically_normal()), parts);
    vault.m_own = identitiesOf(parts.session.keys().receiving);
    if (const auto loaded = vault.load(); !loaded)
        return std::unexpected(loaded.error());
    return vault;
}

Result<void> noteJoined(const Vault &vault)
{
    if (const auto current = vault.checkAgainstLedger(); !current)
        return current;
    const VaultParts &parts = vault.parts();
    const auto recorded = parts.ledger.append(draftOf(joinedKind, vault.layout(), vault.file(), vault.fileHash()), parts.session, parts.clock);
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

Result<void> Vault::checkAgainstLedger() const
{
    const auto known = knownVault(m_parts.ledger, m_file.id);
    if (!known)
        return std::unexpected(known.error());
    if (*known && isOlderThan(m_file.counter, m_fileHash, **known)) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(m_layout.vaultFile()),
                             tr("Somebody has put an older list of members in the place of the newest one. Nothing is put into this vault until that is cleared up."));
    }
    if (*known && !goesOnFrom(m_file.succession, **known)) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(m_layout.vaultFile()),
                             tr("The list of members does not go on from the one that this computer knows: somebody who was not let in may have written it. Nothing is put into this vault until that is cleared up."));
    }
    return {};
}

Result<void> Vault::load()
{
    const auto id = readIdFile(m_layout.idFile());
    if (!id)
        return std::unexpected(id.error());
    const auto source = platform::FileSource::open(m_layout.vaultFile());
    if (!source)
        return std::unexpected(source.error());
    auto unsealed = unseal(*source, m_own);
    if (!unsealed)
        return std::unexpected(unsealed.error());
    auto file = vaultFileFromJson(unsealed->json, base::toDisplay(m_layout.vaultFile()));
    if (!file)
        return std::unexpected(file.error());
    if (file->id != *id || !file->isGenuine(*m_parts.directory)) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(m_layout.vaultFile()),
                             tr("Nobody of this vault has signed its list of members, or it is another vault's."));
    }
    m_file = std::move(*file);
    m_fileHash = unsealed->sha256;
    return {};
}

Looked Vault::look(const QString &id) const
{
    const QString subject = base::toDisplay(m_layout.descriptionOf(id));
    const auto doubted = [](Doubt doubt, base::Error error) { return Looked{doubt, {}, std::move(error)}; };
    auto source = platform::FileSource::open(m_layout.descriptionOf(id));
    if (!source && source.error().code == ErrorCode::NotFound)
        return doubted(Doubt::Missing, {ErrorCode::NotFound, id, tr("There is no such item in this vault."), {}});
    if (!source)
        return doubted(Doubt::Unreadable, source.error());
    const auto unsealed = unseal(*source, m_own);
    if (!unsealed)
        return doubted(unsealed.error().code == ErrorCode::Forbidden ? Doubt::ForOthers : Doubt::Damaged, unsealed.error());
    auto item = itemFromJson(unsealed->json, subject);
    if (!item)
        return doubted(Doubt::Damaged, item.error());
    if (item->id != id || item->vault != m_file.id) {
        return doubted(Doubt::Exchanged, {ErrorCode::Damaged, subject,
                                          tr("Another item's description lies in this place: items were exchanged."), {}});
    }
    const bool isBySomebodyOfIt = (item->readers.hasMember(item->changedBy) || item->readers.hasEscrow(item->changedBy))
                                  && m_file.hasEver(item->changedBy);
    if (!isBySomebodyOfIt || !isSignedBy(toJson(*item), item->changedBy, *m_parts.directory)) {
        return doubted(Doubt::Unsigned, {ErrorCode::Damaged, subject,
                                         tr("Nobody who may open this item has signed its description."), {}});
    }
    return Looked{Doubt::None, Described{std::move(*item), unsealed->sha256, std::move(*source)}};
}

Result<Described> Vault::read(const QString &id) const
{
    Looked looked = look(id);
    if (!looked.described)
        return std::unexpected(std::move(looked.error));
    return std::move(*looked.described);
}

Result<QString> Vault::idFrom(const QString &text) const
{
    if (isId(text))
        return text;
    const auto listing = list(m_layout);
    if (!listing)
        return std::unexpected(listing.error());
    QStringList fitting;
    for (const auto &[id, files] : listing->items) {
        if (files.hasDescription && id.startsWith(text))
            fitting += id;
    }
    if (text.size() >= 4 && fitting.size() == 1)
        return fitting.front();
    return base::failure(fitting.isEmpty() || text.size() < 4 ? ErrorCode::NotFound : ErrorCode::InvalidInput, text,
                         fitting.size() > 1 && text.size() >= 4 ? tr("Several items begin like this: please give more of the number.")
                                                                : tr("There is no such item in this vault."));
}

Result<QByteArray> Vault::sealed(const Item &item) const
{
    return seal(toJson(item), m_parts.session, item.readers.keys());
}

Result<QByteArray> Vault::sealed(const VaultFile &file) const
{
    return seal(toJson(file), m_parts.session, file.readers.keys());
}

Item Vault::changed(Item item, const QString &deed, const QString &note) const
{
    item.counter += 1;
    item.changedAt = m_parts.clock.now();
    item.changedBy = me();
    addEvent(item, {item.changedAt, me(), deed, note});
    return item;
}

} // namespace shirushi::vault
