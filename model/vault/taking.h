// Taking out 取出し: a copy of an item's content, recorded before it has its name. With an approval where the pack wants one
// for the class, and always where the copy leaves the office (持ち出し). Who can only recover (escrow) gives a reason, and
// the members see that they did. As the vault: one thread at a time.
#pragma once

#include "vault/vault.h"
#include "workflow/requestdesk.h"

namespace shirushi::vault {

struct TakeOrder {
    QString id;
    base::Path target;        // not there yet
    std::int64_t counter = 0; // of an older content; 0: the newest
    bool leavesOffice = false;
    QString purpose{};        // as it was approved
    QString reason{};         // of who recovers
};

struct Taken {
    QString id;
    QString name;
    QString request;     // whose approval was used; empty: none was needed
    QStringList notices; // that a label could not be put beside it
};

class Taking
{
public:
    Taking(Vault &vault, workflow::RequestDesk desk) : m_vault(vault), m_desk(std::move(desk)) {}

    /// For members. Changed where the target's name is taken; Forbidden without the approval, with the objection's name as
    /// the subject where there is one, and for who is only the escrow. A kill leaves no plain copy where the file system
    /// has files without names.
    [[nodiscard]] base::Result<Taken> get(const TakeOrder &order, base::Progress &progress);

    /// For the escrow: InvalidInput without a reason. Recorded, and written into the item's history, before the copy has
    /// its name.
    [[nodiscard]] base::Result<Taken> recover(const TakeOrder &order, base::Progress &progress);

    /// What get() would go by: the id of the approved request, empty where none is needed; errors as get(). Records nothing.
    [[nodiscard]] base::Result<QString> permission(const TakeOrder &order);

    /// Asks for the approval of taking this item out.
    [[nodiscard]] base::Result<workflow::Request> ask(const QString &id, const QString &purpose);

private:
    [[nodiscard]] base::Result<QString> permission(const Item &item, const TakeOrder &order);
    [[nodiscard]] base::Result<void> noteRecovery(Described described, const TakeOrder &order);

    Vault &m_vault;
    workflow::RequestDesk m_desk;
};

} // namespace shirushi::vault
