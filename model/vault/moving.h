// Moving 移動: an item goes from one vault into another, with its label, its history, its retention and its older contents (as
// many as the policy keeps). It keeps its number. Everything is encrypted anew for who may open it there, read back and compared;
// only then it goes from the first vault, where its keys are overwritten. Recorded with one entry that names both; no permission
// is needed, as for putting in.
//
// Who may open it afterwards: the members of the second vault; of an item that is for certain people alone, those of them who are
// members there. As the vault: one thread at a time.
#pragma once

#include "vault/change.h"
#include "vault/memory.h"
#include "vault/vault.h"

#include <functional>

namespace shirushi::vault {

/// What became of one.
struct Moved {
    QString id;
    QString name{};
    std::optional<base::Error> error{}; // then it is where it was
    QStringList notices{};
    bool isInBoth = false; // it could not go from its first vault: a notice says why
};

class Moving
{
public:
    Moving(Vault &from, Vault &to) : m_from(from), m_to(to) {}

    /// For who may open the item and is a member of both vaults; Forbidden otherwise. InUse for what somebody has open, or
    /// what could not be saved of it waits. `done` is called after each. Stops when cancelled: what was not reached has no
    /// outcome. An error only where nothing could begin.
    [[nodiscard]] base::Result<std::vector<Moved>> move(const QStringList &ids, base::Progress &progress,
                                                        const std::function<void(const Moved &)> &done = {});

private:
    [[nodiscard]] base::Result<void> mayBegin() const;
    [[nodiscard]] base::Result<void> mayMove(const Described &described) const;
    Moved moveOne(const QString &id, base::Progress &progress);
    [[nodiscard]] base::Result<Change> prepare(const Described &described, base::Progress &progress) const;
    [[nodiscard]] base::Result<std::vector<WrittenContent>> sealContents(Item &item, base::Progress &progress) const;
    [[nodiscard]] base::Result<void> carryOut(Change change, Moved &moved);

    Vault &m_from;
    Vault &m_to;
    std::map<QString, Known> m_known; // of the first, as the ledger says
};

} // namespace shirushi::vault
