#include "people/keychange.h"

#include "people/attempts.h"
#include "platform/replacement.h"

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

} // namespace

base::Result<base::SecretBytes> prepareKeyChange(const Office &office, const Roster &roster, Root &root)
{
    auto key = crypto::randomSecret(ledgerKeySize);
    if (!key)
        return key;
    const auto prepared = forEachSlot(office, roster, [&](const Person &person, const base::Path &file) -> base::Result<void> {
        if (person.closed)
            return {};
        auto slot = readSlot(file);
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
    if (!roster.recoveryKey.isEmpty()) {
        if (const auto sealed = sealNextToRecovery(root, *key, roster.recoveryKey); !sealed)
            return std::unexpected(sealed.error());
    }
    if (const auto written = writeRoot(office.rootFile(), root); !written)
        return std::unexpected(written.error());
    return key;
}

bool isKeyChangeOpen(const Office &office)
{
    const auto roster = readRoster(office.rosterFile());
    if (!roster)
        return false;
    bool isOpen = false;
    [[maybe_unused]] const auto looked =
        forEachSlot(office, *roster, [&](const Person &person, const base::Path &file) -> base::Result<void> {
            const auto slot = readSlot(file);
            isOpen = isOpen || person.closed.has_value() || (slot && !slot->nextLedgerKey.isEmpty());
            return {};
        });
    return isOpen;
}

base::Result<void> completeKeyChange(const Office &office, const Roster &roster)
{
    if (auto root = readRoot(office.rootFile()); root && !root->recoveryNextLedgerKey.isEmpty()) {
        root->recoveryLedgerKey = root->recoveryNextLedgerKey;
        root->recoveryNextLedgerKey.clear();
        if (const auto written = writeRoot(office.rootFile(), *root); !written)
            return written;
    }
    return forEachSlot(office, roster, [&](const Person &person, const base::Path &file) -> base::Result<void> {
        if (person.closed) {
            destroy(file);
            return {};
        }
        auto slot = readSlot(file);
        if (!slot)
            return std::unexpected(slot.error());
        if (slot->nextLedgerKey.isEmpty())
            return {};
        slot->ledgerKey = slot->nextLedgerKey;
        slot->nextLedgerKey.clear();
        return writeSlot(file, *slot);
    });
}

} // namespace shirushi::people
