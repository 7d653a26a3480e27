// Membership: who may open a vault and each item in it. Whoever is removed can open nothing that is encrypted afterwards:
// every content that they could open is encrypted anew, older ones too, under keys of its own. What they have copied or
// remembered stays theirs.
//
// The vault's own list changes first and the items follow, in groups; a kill or a stop between leaves a vault whose items
// are partly locked for the readers of before, which settle() finishes and the verification names. As the vault: one
// thread at a time.
#pragma once

#include "vault/reading.h"

namespace shirushi::vault {

/// What became of the items.
struct Relocked {
    std::size_t done = 0;
    std::size_t forOthers = 0;          // only their members, or the escrow, can lock them anew
    std::vector<base::Error> errors{};  // of items that stay as they were
    bool isStopped = false;             // cancelled: the rest waits for settle()
    bool isWhole() const { return forOthers == 0 && errors.empty() && !isStopped; }
};

class Membership
{
public:
    explicit Membership(Vault &vault) : m_vault(vault) {}

    /// For members and the escrow; Forbidden otherwise. NotFound for who is not in the roster, InvalidInput for who is a
    /// member already.
    [[nodiscard]] base::Result<Relocked> add(const QStringList &ids, base::Progress &progress);
    /// InvalidInput for oneself (unless one is the escrow) and where nobody would be left. Who is no member any more is no
    /// error: what is left to be done is done.
    [[nodiscard]] base::Result<Relocked> remove(const QStringList &ids, base::Progress &progress);
    /// Brings the vault and every item to the readers that they should have: after a kill, and after the roster changed.
    [[nodiscard]] base::Result<Relocked> settle(base::Progress &progress);

    /// Of one item alone. Who is added must be a member of the vault.
    [[nodiscard]] base::Result<Relocked> addTo(const QString &item, const QStringList &ids, base::Progress &progress);
    [[nodiscard]] base::Result<Relocked> removeFrom(const QString &item, const QStringList &ids, base::Progress &progress);

private:
    [[nodiscard]] base::Result<void> mayChange() const;
    [[nodiscard]] base::Result<void> update(const QStringList &members, std::vector<Event> events);
    [[nodiscard]] base::Result<Relocked> relockAll(base::Progress &progress);
    [[nodiscard]] base::Result<Change> relock(Described described, bool ownMembers, const Readers &readers, base::Progress &progress) const;
    [[nodiscard]] base::Result<Relocked> relockOne(const QString &item, const QStringList &members, base::Progress &progress);
    std::vector<Change> relockThese(const QStringList &ids, base::Progress &progress) const;
    QStringList members() const;

    Vault &m_vault;
};

} // namespace shirushi::vault
