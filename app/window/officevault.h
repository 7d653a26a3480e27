// OfficeVault: VaultDesk over the ledger and the session that OfficeDesk has open.
#pragma once

#include "vault/vaultdesk.h"
#include "window/openoffice.h"

namespace shirushi::window {

class OfficeDesk;

class OfficeVault final : public vaults::VaultDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficeVault(OfficeDesk &desk) : m_desk(desk) {}

    std::shared_ptr<const policy::Pack> rules() const override;
    std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const override;
    QString me() const override;
    std::vector<vaults::Person> people() const override;
    base::Result<std::vector<vaults::Known>> vaults() const override;
    base::Result<vaults::Known> create(const vault::NewVault &order) override;
    base::Result<vaults::Known> open(const base::Path &folder) override;
    base::Result<std::vector<vaults::Person>> members(const base::Path &folder) const override;
    base::Result<vaults::Overview> overview(const base::Path &folder, base::Progress &progress) const override;
    base::Result<vaults::Details> details(const base::Path &folder, const QString &item) const override;
    base::Result<std::vector<vault::Stored>> put(const base::Path &folder, const vault::StoreOrder &order, base::Progress &progress) override;
    base::Result<vaults::TakeProspect> prospect(const base::Path &folder, const vault::TakeOrder &order) const override;
    base::Result<vault::Taken> take(const base::Path &folder, const vault::TakeOrder &order, base::Progress &progress) override;
    base::Result<bool> ask(const base::Path &folder, const QString &item, const QString &purpose) override;
    base::Result<void> change(const base::Path &folder, const QString &item, const vault::ItemChange &change) override;
    base::Result<vault::Relocked> changeMembers(const base::Path &folder, const vaults::MemberChange &change, base::Progress &progress) override;
    base::Result<vault::Relocked> settle(const base::Path &folder, base::Progress &progress) override;
    base::Result<std::vector<vault::Finding>> verify(const base::Path &folder, base::Progress &progress) const override;

private:
    template <typename Value, typename Use>
    base::Result<Value> with(bool writes, const base::Path &folder, Use use) const;

    OfficeDesk &m_desk;
};

} // namespace shirushi::window
