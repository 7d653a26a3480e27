#include "people/recovery.h"

#include "people/administration.h"
#include "people/keychange.h"
#include "platform/filelock.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::people {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

// As who has the code: the session with their new keys, and what is to be written.
struct Renewed {
    Slot slot;
    Roster roster;
    Root root;
};

base::Result<Renewed> renewed(const Office &office, const base::SecretBytes &code, const QString &id,
                              const base::SecretBytes &password, const base::Clock &clock)
{
    auto root = readRoot(office.rootFile());
    if (!root)
        return std::unexpected(root.error());
    auto roster = readRoster(office.rosterFile());
    if (!roster)
        return std::unexpected(roster.error());
    auto recovered = openWithRecovery(*root, code);
    if (recovered && recovered->rootPrivateKey.isEmpty()) {
        return base::failure(ErrorCode::Unsupported, id,
                             tr("The office's root key is not kept on this desktop: the administrator must answer."));
    }
    const auto publicKey = recovered ? crypto::signingPublicKey(recovered->rootPrivateKey) : base::Result<QByteArray>();
    if (!recovered || !publicKey || *publicKey != roster->rootKey)
        return base::failure(ErrorCode::WrongPassword, {}, tr("This is not the office's recovery code."));
    const auto person = std::find_if(roster->persons.begin(), roster->persons.end(),
                                     [&](const Person &one) { return one.id == id && !one.closed; });
    if (person == roster->persons.end())
        return base::failure(ErrorCode::NotFound, id, tr("There is no person with this id."));
    auto slot = renew(*person, password, recovered->ledgerKey);
    if (!slot)
        return std::unexpected(slot.error());
    if (!recovered->nextLedgerKey.isEmpty()) {
        const auto next = wrapLedgerKey(id, person->receivingKey, recovered->nextLedgerKey);
        if (!next)
            return std::unexpected(next.error());
        slot->nextLedgerKey = *next;
    }
    person->administrator = true;
    if (const auto sealed = sealTo(*root, recovered->rootPrivateKey, id, person->receivingKey); !sealed)
        return std::unexpected(sealed.error());
    ++roster->number;
    roster->at = clock.now();
    auto signedRoster = sign(std::move(*roster), recovered->rootPrivateKey);
    if (!signedRoster)
        return std::unexpected(signedRoster.error());
    return Renewed{std::move(*slot), std::move(*signedRoster), std::move(*root)};
}

base::Result<void> checkIsNext(ledger::Ledger &ledger, const Roster &roster)
{
    const auto known = newestRoster(ledger);
    if (!known)
        return std::unexpected(known.error());
    if (!*known || ((*known)->rootKey == roster.rootKey && (*known)->number < roster.number))
        return {};
    return base::failure(ErrorCode::Damaged, roster.office,
                         tr("The roster is not the newest one that the ledger knows: nothing can be changed."));
}

} // namespace

base::Result<void> keepForRecovery(const Office &office, const Roster &roster, const base::SecretBytes &ledgerKey)
{
    if (roster.recoveryKey.isEmpty())
        return {};
    auto root = rootOf(office, roster);
    if (!root)
        return std::unexpected(root.error());
    // Where the root key is kept, whoever makes the code seals the ledger key with it.
    if (!root->recoverySealed.isEmpty() || root->recoveryKey == roster.recoveryKey)
        return {};
    if (const auto sealed = sealLedgerToRecovery(*root, ledgerKey, roster.recoveryKey); !sealed)
        return sealed;
    return writeRoot(office.rootFile(), *root);
}

bool keepsRootKey(const Office &office)
{
    const auto root = readRoot(office.rootFile());
    return root && !root->recoverySealed.isEmpty();
}

base::Result<Session> recover(const Office &office, const base::SecretBytes &code, const QString &id,
                              const base::SecretBytes &password, const base::Clock &clock)
{
    const auto lock = platform::FileLock::exclusive(office.rosterLock());
    if (!lock)
        return std::unexpected(lock.error());
    const auto access = renewed(office, code, id, password, clock);
    if (!access)
        return std::unexpected(access.error());
    auto session = Session::open(access->slot, password);
    if (!session)
        return session;
    auto ledger = office.openLedger(*session);
    if (!ledger)
        return std::unexpected(ledger.error());
    if (const auto checked = checkIsNext(*ledger, access->roster); !checked)
        return std::unexpected(checked.error());
    if (const auto written = writeSlot(office.slotFile(id), access->slot); !written)
        return std::unexpected(written.error());
    if (const auto written = writeRoot(office.rootFile(), access->root); !written)
        return std::unexpected(written.error());
    if (const auto written = writeRoster(office.rosterFile(), access->roster); !written)
        return std::unexpected(written.error());
    const auto recorded = ledger->append({QStringLiteral("roster"), {}, {}, {}, {}, {}, {},
                                          {{QStringLiteral("change"), QStringLiteral("recovered")},
                                           {QStringLiteral("person"), id},
                                           {QStringLiteral("roster"), toJson(access->roster)}}}, *session, clock);
    if (!recorded)
        return std::unexpected(recorded.error());
    return session;
}

} // namespace shirushi::people
