#include "people/keychange.h"

#include "platform/filelock.h"
#include "platform/replacement.h"

#include <QCoreApplication>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace shirushi::people {

namespace {

constexpr std::size_t ledgerKeySize = 32;

// What lies in the key file of who has left is overwritten in place first; what a file system keeps elsewhere
// is beyond this, and the ledger's new key is what counts.
void destroy(const base::Path &file)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor >= 0) {
        const off_t size = ::lseek(descriptor, 0, SEEK_END);
        const QByteArray zeros(static_cast<qsizetype>(size > 0 ? size : 0), '\0');
        [[maybe_unused]] const ssize_t written =
            ::pwrite(descriptor, zeros.constData(), static_cast<std::size_t>(zeros.size()), 0);
        ::fsync(descriptor);
        ::close(descriptor);
    }
    [[maybe_unused]] const auto removed = platform::removeFile(file);
}

// The key file's keys are none of the person's any more. Keys that the roster has never named are another matter: a
// file that is about to be published, or one that somebody exchanged, which is a finding.
bool hasEnded(const Person &person, const base::Result<Slot> &slot)
{
    const auto &former = person.formerKeys;
    return person.closed || (slot && std::find(former.begin(), former.end(), slot->account.signingKey) != former.end());
}

template <typename Change>
base::Result<void> forEachSlot(const Office &office, const Roster &roster, Change change)
{
    for (const Person &person : roster.persons) {
        const base::Path file = office.slotFile(person.id);
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored))
            continue;
        if (const auto done = change(person, file); !done)
            return done;
    }
    return {};
}

base::Path lockFile(const Office &office)
{
    return office.peopleFolder() / "keychange.lock";
}

// The root file, and who may use it, as `roster` and the ledger's key are now.
base::Result<void> settleRoot(const Office &office, const Roster &roster, const base::SecretBytes &ledgerKey)
{
    const auto before = readRoot(office.rootFile());
    if (!before)
        return before.error().code == base::ErrorCode::NotFound ? base::Result<void>() : std::unexpected(before.error());
    Root root = *before;
    std::erase_if(root.sealed, [&](const auto &box) {
        const Person *person = roster.find(box.first);
        return !person || person->closed;
    });
    if (!root.recoveryNextLedgerKey.isEmpty()) {
        if (const auto sealed = sealLedgerToRecovery(root, ledgerKey, roster.recoveryKey); !sealed)
            return sealed;
    }
    return root == *before ? base::Result<void>() : writeRoot(office.rootFile(), root);
}

// `ledgerKey` opens the ledger: where another key lies beside it, it alone is kept.
base::Result<void> settle(const Office &office, const Roster &roster, const base::SecretBytes &ledgerKey)
{
    if (const auto settled = settleRoot(office, roster, ledgerKey); !settled)
        return settled;
    return forEachSlot(office, roster, [&](const Person &person, const base::Path &file) -> base::Result<void> {
        auto slot = readSlot(file);
        // One that cannot be read opens nothing: that person's keys are issued anew.
        if (!slot || slot->nextLedgerKey.isEmpty() || hasEnded(person, slot))
            return {};
        const auto wrapped = wrapLedgerKey(person.id, person.receivingKey, ledgerKey);
        if (!wrapped)
            return std::unexpected(wrapped.error());
        slot->ledgerKey = *wrapped;
        slot->nextLedgerKey.clear();
        return writeSlot(file, *slot);
    });
}

base::Result<void> changeUnderLock(const Office &office, const Roster &roster, Session &session, ledger::Ledger &ledger,
                                   const std::function<base::Result<void>(const base::SecretBytes &next)> &publish)
{
    auto next = prepareKeyChange(office, roster);
    if (!next)
        return std::unexpected(next.error());
    if (const auto published = publish(*next); !published)
        return published;
    if (const auto changed = ledger.changeKey(*next); !changed)
        return changed;
    session.takeLedgerKey(std::move(*next));
    return completeKeyChange(office, roster, session.ledgerKey());
}

} // namespace

base::Result<Root> rootOf(const Office &office, const Roster &roster)
{
    auto root = readRoot(office.rootFile());
    if (root || root.error().code != base::ErrorCode::NotFound)
        return root;
    Root joined;
    joined.publicKey = roster.rootKey;
    return joined;
}

bool hasEndedAccess(const Office &office, const Roster &roster)
{
    bool found = false;
    [[maybe_unused]] const auto looked =
        forEachSlot(office, roster, [&](const Person &person, const base::Path &file) -> base::Result<void> {
            found = found || hasEnded(person, readSlot(file));
            return {};
        });
    return found;
}

bool hasOtherAccess(const Office &office, const Roster &roster)
{
    bool found = !roster.recoveryKey.isEmpty();
    [[maybe_unused]] const auto looked =
        forEachSlot(office, roster, [&](const Person &person, const base::Path &file) -> base::Result<void> {
            const auto slot = readSlot(file);
            found = found || (slot && !hasEnded(person, slot) && slot->account.receivingKey == person.receivingKey);
            return {};
        });
    return found;
}

base::Result<base::SecretBytes> prepareKeyChange(const Office &office, const Roster &roster)
{
    auto key = crypto::randomSecret(ledgerKeySize);
    if (!key)
        return key;
    const auto prepared = forEachSlot(office, roster, [&](const Person &person, const base::Path &file) -> base::Result<void> {
        auto slot = readSlot(file);
        if (hasEnded(person, slot))
            return {};
        if (!slot)
            return std::unexpected(slot.error());
        // To the roster's key, not the file's: the file could have been exchanged.
        const auto wrapped = wrapLedgerKey(person.id, person.receivingKey, *key);
        if (!wrapped)
            return std::unexpected(wrapped.error());
        slot->nextLedgerKey = *wrapped;
        return writeSlot(file, *slot);
    });
    if (!prepared)
        return std::unexpected(prepared.error());
    if (roster.recoveryKey.isEmpty())
        return key;
    auto root = rootOf(office, roster);
    if (!root)
        return std::unexpected(root.error());
    if (const auto sealed = sealNextToRecovery(*root, *key, roster.recoveryKey); !sealed)
        return std::unexpected(sealed.error());
    if (const auto written = writeRoot(office.rootFile(), *root); !written)
        return std::unexpected(written.error());
    return key;
}

bool isKeyChangeOpen(const Office &office, const Roster &roster)
{
    const auto root = readRoot(office.rootFile());
    bool isOpen = root && !root->recoveryNextLedgerKey.isEmpty();
    [[maybe_unused]] const auto looked =
        forEachSlot(office, roster, [&](const Person &person, const base::Path &file) -> base::Result<void> {
            const auto slot = readSlot(file);
            isOpen = isOpen || hasEnded(person, slot) || (slot && !slot->nextLedgerKey.isEmpty());
            return {};
        });
    // Where nobody else has access the key file stays, closed as it is: the ledger must not be lost with it.
    return isOpen && hasOtherAccess(office, roster);
}

base::Result<void> completeKeyChange(const Office &office, const Roster &roster, const base::SecretBytes &ledgerKey)
{
    if (const auto settled = settle(office, roster, ledgerKey); !settled)
        return settled;
    return forEachSlot(office, roster, [](const Person &person, const base::Path &file) -> base::Result<void> {
        if (hasEnded(person, readSlot(file)))
            destroy(file);
        return {};
    });
}

base::Result<void> changeLedgerKey(const Office &office, const Roster &roster, Session &session, ledger::Ledger &ledger,
                                   const std::function<base::Result<void>(const base::SecretBytes &next)> &publish)
{
    const auto lock = platform::FileLock::exclusive(lockFile(office));
    if (!lock)
        return std::unexpected(lock.error());
    return changeUnderLock(office, roster, session, ledger, publish);
}

base::Result<void> finishKeyChange(const Office &office, Session &session, ledger::Ledger &ledger)
{
    const auto roster = readRoster(office.rosterFile());
    if (!roster || !isKeyChangeOpen(office, *roster))
        return {};
    // Whose roster it is decides who gets the key.
    const auto known = newestRoster(ledger);
    if (!known)
        return std::unexpected(known.error());
    if (!*known || (*known)->rootKey != roster->rootKey || (*known)->number > roster->number)
        return {};
    const auto lock = platform::FileLock::exclusive(lockFile(office));
    if (!lock)
        return std::unexpected(lock.error());
    if (!isKeyChangeOpen(office, *roster)) {
        return base::failure(base::ErrorCode::InUse, base::toDisplay(office.ledgerFile()),
                             QCoreApplication::translate("shirushi::people",
                                                         "Another program gave the ledger a new key just now. Please try again."));
    }
    // Whatever was prepared, the key that opens the ledger now is the one that everybody keeps. Only then, if somebody
    // still has access who should not, another one is made.
    const auto settled = settle(office, *roster, session.ledgerKey());
    if (!settled || !hasEndedAccess(office, *roster))
        return settled;
    return changeUnderLock(office, *roster, session, ledger, [](const base::SecretBytes &) { return base::Result<void>(); });
}

} // namespace shirushi::people
