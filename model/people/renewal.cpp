#include "people/renewal.h"

#include "base/canonicaljson.h"
#include "people/recovery.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"

#include <QCoreApplication>

namespace shirushi::people {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

base::Result<Slot> readRenewal(const Office &office, const QString &id)
{
    const base::Path file = renewalFile(office);
    const auto json = platform::readJsonFile(file);
    if (!json)
        return std::unexpected(json.error());
    auto slot = slotFromJson(*json, base::toDisplay(file));
    if (slot && slot->account.id != id)
        return base::failure(ErrorCode::NotFound, id, tr("Nobody of this id has applied here."));
    return slot;
}

bool hasTheseKeys(const Person *person, const Account &account)
{
    return person && !person->closed && person->signingKey == account.signingKey
           && person->receivingKey == account.receivingKey;
}

// The new keys' slot, with what opens the ledger as it is and, during a change of its key, as it will be.
base::Result<Slot> slotFor(const Person &person, const base::SecretBytes &password, const Recovered &recovered)
{
    auto slot = makeSlot(person.id, person.name, person.role, password);
    if (!slot)
        return slot;
    const QByteArray &key = slot->account.receivingKey;
    auto wrapped = wrapLedgerKey(person.id, key, recovered.ledgerKey);
    if (!wrapped)
        return std::unexpected(wrapped.error());
    slot->ledgerKey = std::move(*wrapped);
    if (recovered.nextLedgerKey.isEmpty())
        return slot;
    auto next = wrapLedgerKey(person.id, key, recovered.nextLedgerKey);
    if (!next)
        return std::unexpected(next.error());
    slot->nextLedgerKey = std::move(*next);
    return slot;
}

} // namespace

base::Path renewalFile(const Office &office)
{
    return office.peopleFolder() / "renewal.json";
}

base::Result<Application> beginRenewal(const Office &office, const base::SecretBytes &code, const QString &id,
                                       const base::SecretBytes &password, const base::Clock &clock)
{
    const auto roster = readRoster(office.rosterFile());
    if (!roster)
        return std::unexpected(roster.error());
    const auto root = readRoot(office.rootFile());
    if (!root)
        return std::unexpected(root.error());
    const auto recovered = openWithRecovery(*root, code);
    if (!recovered)
        return base::failure(ErrorCode::WrongPassword, {}, tr("This is not the office's recovery code."));
    const Person *person = roster->find(id);
    if (!person || person->closed)
        return base::failure(ErrorCode::NotFound, id, tr("There is no person with this id."));
    const auto slot = slotFor(*person, password, *recovered);
    if (!slot)
        return std::unexpected(slot.error());
    const auto session = Session::open(*slot, password);
    if (!session)
        return std::unexpected(session.error());
    const auto application = makeApplication(
        {person->id, person->name, person->role, person->kana, person->department}, *session, clock);
    if (!application)
        return application;
    if (const auto written = writeSlot(renewalFile(office), *slot); !written)
        return std::unexpected(written.error());
    const QByteArray bytes = base::canonicalJson(toJson(*application)) + '\n';
    if (const auto written = platform::writeFile(applicationFile(office), bytes); !written)
        return std::unexpected(written.error());
    return application;
}

bool isRenewing(const Office &office, const QString &id)
{
    const auto slot = readRenewal(office, id);
    if (!slot)
        return false;
    const auto directory = Directory::load(office.peopleFolder());
    if (!hasTheseKeys(directory->find(id), slot->account))
        return true;
    // A kill came between the last two steps: it is done.
    [[maybe_unused]] const auto removed = platform::removeFile(renewalFile(office));
    return false;
}

base::Result<Session> finishRenewal(const Office &office, const Roster &roster, const QString &id,
                                    const base::SecretBytes &password, const base::Clock &clock)
{
    const auto slot = readRenewal(office, id);
    if (!slot)
        return std::unexpected(slot.error());
    if (!hasTheseKeys(roster.find(id), slot->account))
        return base::failure(ErrorCode::NotFound, id, tr("This roster does not answer the application that was made here."));
    auto session = Session::open(*slot, password);
    if (!session) {
        base::Error error = session.error();
        error.code = ErrorCode::NotSignedIn;
        return std::unexpected(error);
    }
    auto ledger = office.openLedger(*session);
    if (!ledger)
        return std::unexpected(ledger.error());
    if (const auto checked = checkRoster(office, *ledger, roster); !checked)
        return std::unexpected(checked.error());
    if (!ledger->isWritable()) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(office.ledgerFile()),
                             tr("The ledger can only be read at present: nothing was changed."));
    }
    if (const auto written = writeSlot(office.slotFile(id), *slot); !written)
        return std::unexpected(written.error());
    if (const auto taken = takeRoster(office, *ledger, *session, roster, clock, QStringLiteral("recovered")); !taken)
        return std::unexpected(taken.error());
    for (const base::Path &file : {renewalFile(office), applicationFile(office)})
        [[maybe_unused]] const auto removed = platform::removeFile(file);
    return session;
}

} // namespace shirushi::people
