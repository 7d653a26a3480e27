#include "people/visiting.h"

#include "base/canonicaljson.h"
#include "people/directory.h"
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

bool isThere(const base::Path &file)
{
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(file, ignored));
}

base::Result<void> isAdministrator(const Office &office, const Account &account)
{
    const auto directory = Directory::load(office.peopleFolder());
    const Person *person = directory->roster().find(account.id);
    const bool hasTheseKeys = person && !person->closed && person->signingKey == account.signingKey
                              && person->receivingKey == account.receivingKey;
    if (!hasTheseKeys)
        return base::failure(ErrorCode::NotFound, account.id, tr("The roster does not have this person with these keys."));
    if (!person->administrator)
        return base::failure(ErrorCode::Forbidden, account.id, tr("Only an administrator can bring a key file here."));
    return {};
}

} // namespace

base::Result<void> takeKeysAlong(const Office &office, const Session &session, const base::Path &target)
{
    if (isThere(target))
        return base::failure(ErrorCode::Changed, base::toDisplay(target), tr("There is already a file of this name."));
    auto slot = readSlot(office.slotFile(session.user()));
    if (!slot)
        return std::unexpected(slot.error());
    slot->ledgerKey.clear();
    slot->nextLedgerKey.clear();
    return writeSlot(target, *slot);
}

base::Result<Account> letIn(const Office &office, ledger::Ledger &ledger, const Session &session, const base::Path &file,
                            const base::Clock &clock)
{
    const auto json = platform::readJsonFile(file);
    if (!json)
        return std::unexpected(json.error());
    auto slot = slotFromJson(*json, base::toDisplay(file));
    if (!slot)
        return std::unexpected(slot.error());
    const Account account = slot->account;
    if (const auto right = isAdministrator(office, account); !right)
        return std::unexpected(right.error());
    if (isThere(office.slotFile(account.id)))
        return base::failure(ErrorCode::Changed, account.id, tr("This person signs in here already."));
    auto wrapped = wrapLedgerKey(account.id, account.receivingKey, session.ledgerKey());
    if (!wrapped)
        return std::unexpected(wrapped.error());
    slot->ledgerKey = std::move(*wrapped);
    slot->nextLedgerKey.clear();
    if (ledger.isWritable()) {
        ledger::EntryDraft draft;
        draft.kind = QStringLiteral("let-in");
        draft.details = {{QStringLiteral("person"), account.id}};
        if (const auto recorded = ledger.append(draft, session, clock); !recorded)
            return std::unexpected(recorded.error());
    }
    if (const auto written = writeSlot(office.slotFile(account.id), *slot); !written)
        return std::unexpected(written.error());
    return account;
}

} // namespace shirushi::people
