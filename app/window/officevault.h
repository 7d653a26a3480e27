// OfficeVault: VaultDesk over the ledger and the session that OfficeDesk has open.
#pragma once

#include "vault/vaultdesk.h"
#include "window/openoffice.h"

#include <functional>
#include <memory>
#include <mutex>

namespace shirushi::vault {
class DescriptionCache;
class OpenItems;
}
namespace shirushi::window {

class OfficeDesk;

class OfficeVault final : public vaults::VaultDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficeVault(OfficeDesk &desk);
    ~OfficeVault() override;

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
    base::Result<vault::Moved> move(const base::Path &folder, const QString &item, const base::Path &target, base::Progress &progress) override;
    base::Result<bool> ask(const base::Path &folder, const QString &item, const QString &purpose) override;
    base::Result<void> change(const base::Path &folder, const QString &item, const vault::ItemChange &change) override;
    base::Result<vault::Relocked> changeMembers(const base::Path &folder, const vaults::MemberChange &change, base::Progress &progress) override;
    base::Result<vault::Relocked> settle(const base::Path &folder, base::Progress &progress) override;
    base::Result<std::vector<vault::Finding>> verify(const base::Path &folder, base::Progress &progress) override;
    base::Result<void> noteCopied(const base::Path &folder, const QString &where) override;
    base::Result<void> takeOff(const vaults::Known &vault) override;

    base::Result<vault::Opened> openItem(const base::Path &folder, const QString &item, bool isReadOnly, base::Progress &progress) override;
    std::vector<vault::Opened> opened() const override;
    void forget(const QString &opening) override;
    void tend() override;
    base::Result<void> closeItem(const QString &opening) override;
    base::Result<std::vector<vault::Rescue>> rescues() const override;
    base::Result<void> saveRescue(const vault::Rescue &rescue, base::Progress &progress) override;
    base::Result<void> discardRescue(const vault::Rescue &rescue) override;
    std::vector<vault::Leftover> leftovers() override;

    /// Closes everything that is open, and forgets what was read, before the session goes. By who holds the desk's lock.
    void lockOpened();
    /// What leftovers() tells next.
    void note(std::vector<vault::Leftover> leftovers);
    /// In place of the program that the system has for a document.
    void setLauncher(std::function<base::Result<void>(const base::Path &document)> launch) { m_launch = std::move(launch); }

private:
    std::shared_ptr<vault::OpenItems> items() const;

    template <typename Value, typename Use>
    base::Result<Value> with(bool writes, const base::Path &folder, Use use) const;

    OfficeDesk &m_desk;
    std::function<base::Result<void>(const base::Path &document)> m_launch;
    std::unique_ptr<vault::DescriptionCache> m_read; // of the vault that was shown last; by who holds the desk's lock
    mutable std::mutex m_itemsLock; // of both below
    std::shared_ptr<vault::OpenItems> m_items; // while somebody is signed in, and has opened one
    std::vector<vault::Leftover> m_leftovers;
};

} // namespace shirushi::window
