// OpenItems: the items that a person has open on this desktop. An item is decrypted into a private place, opened in its usual
// program, watched, saved back whenever the program has written it, and closed: its last state is in the item, the plaintext
// and its folder are gone.
//
// What cannot be saved back when it is closed (conflict, medium gone) lies afterwards in a rescue item (rescue.h). A kill at
// any moment is mended at the next start (leftovers.h).
//
// Threads: opened() may be called by any thread at any time. look() reads the disk and may take as long as a file server
// does: any thread but a window's own. open(), work(), close() and lockAll() use the ledger and the session: by whoever has
// their turn. One of all these but opened() runs at a time; the others wait.
#pragma once

#include "vault/opening.h"
#include "vault/vault.h"

#include <functional>
#include <memory>
#include <mutex>

namespace shirushi::vault {

struct OpenParts {
    VaultParts vault; // what is in it outlives OpenItems
    base::Path dataFolder;
    /// Starts the program in which the person works on the document; comes back at once.
    std::function<base::Result<void>(const base::Path &document)> launch;
    OpenTiming timing{};
    std::optional<std::vector<base::Path>> places{}; // memory file systems; nothing: the system's
};

class OpenedItem;

class OpenItems
{
public:
    explicit OpenItems(OpenParts parts);
    OpenItems(const OpenItems &) = delete;
    OpenItems &operator=(const OpenItems &) = delete;
    /// Locks everything.
    ~OpenItems();

    /// InUse where somebody has it open for writing: holderOf() tells who, and they may read. Forbidden for who is no member of
    /// it. A final item is opened read-only. NotFound, Damaged, NoSpace; nothing plain is left then.
    [[nodiscard]] base::Result<Opened> open(const OpenOrder &order, base::Progress &progress);

    /// How everything stands that is open, in the order in which it was opened; and what was closed since the last call of
    /// forget().
    std::vector<Opened> opened() const;
    /// Of what is Closed.
    void forget(const QString &opening);

    /// Looks whether a document was changed, closed by its program, or asked to be closed, or its vault is gone. True where
    /// work() has something to do. To be called about twice a second while something is open.
    bool look();
    /// Does it: saves back, closes. Comes back at once where there is nothing.
    void work(base::Progress &progress);

    /// 「閉じる」. The last state is saved back first; a document that is still being written is waited for (timing.locking). NotFound
    /// where it is not open (any more).
    [[nodiscard]] base::Result<Opened> close(const QString &opening, ClosedBy why = ClosedBy::Person);
    /// All of them, at once. Before the session's keys are wiped and before the computer sleeps.
    std::vector<Opened> lockAll(ClosedBy why);

private:
    [[nodiscard]] base::Result<std::unique_ptr<OpenedItem>> begin(const OpenOrder &order, base::Progress &progress);
    [[nodiscard]] base::Result<void> record(const Vault &vault, const Item &item, const Opened &opened) const;
    void show(const OpenedItem &item);
    void finish(OpenedItem &item, ClosedBy why);
    void removeClosed();

    OpenParts m_parts;
    std::mutex m_turn;          // one at a time
    mutable std::mutex m_shown; // of m_opened
    std::vector<std::unique_ptr<OpenedItem>> m_items;
    std::vector<Opened> m_opened;
};

/// Who has the item open for writing; nothing where nobody has, or who had is gone. Needs no turn at the ledger.
std::optional<Holder> holderOf(const Vault &vault, const QString &item);

} // namespace shirushi::vault
