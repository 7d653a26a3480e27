// VaultDesk: what the page 保管庫 asks of the rooms behind it. A vault is named by its folder and opened anew by each call,
// for others work in it too. Any thread, one call at a time; rules(), rulesOf(), me() and people() do not
// wait.
#pragma once

#include "policy/pack.h"
#include "vault/openingdesk.h"
#include "vault/changing.h"
#include "vault/membership.h"
#include "vault/moving.h"
#include "vault/storing.h"
#include "vault/taking.h"
#include "vault/verification.h"

namespace shirushi::vaults {

struct Person {
    QString id;
    QString name;
    QString department;
    bool operator==(const Person &) const = default;
};

/// A vault that was made or opened at this desktop.
struct Known {
    base::Path folder;
    QString id;
    QString name;
    QString problem; // why it cannot be read now; empty: it can
    bool operator==(const Known &) const = default;
};

/// An item, as far as a list shows it.
struct Row {
    QString id;
    QString name;
    QString path; // of its folder in the vault's tree
    QString policy;
    policy::Classes classes; // empty: it has no class
    std::uint64_t size = 0;  // bytes
    QString by;              // who put it in
    QDateTime changedAt;
    vault::Keeping keeping;
    QDate lastDay;      // until when it is kept; invalid: that is not said, or for good
    bool isDue = false; // in this fiscal year, or before
    bool isFinal = false;
    bool ownMembers = false;
    QStringList openers;           // names
    bool mayOpen = false;          // who is signed in is one of them
    bool mayRecover = false;       // and may recover it
    bool wantsPermission = false;  // the rules want one before a copy is taken out
    bool isCopyDue = false;        // there should be a second copy, and none is known
    bool isUnsettled = false;      // not yet locked for those who should be able to open it
    QString recoveredBy;           // the last who recovered it
    QString problem;               // it cannot be read or believed; then nothing else is known of it
};

/// A vault as it stands.
struct Overview {
    Known vault;
    std::vector<Person> members;
    QStringList escrow; // names of who can always recover
    QString escrowRole; // as the rules call them; empty: nobody
    bool amMember = false;
    bool amEscrow = false;
    bool isUnsettled = false;  // the list of its members, or an item, is not what it should be
    bool isCheckDue = false;   // it is to be checked
    QDateTime checkedAt;       // when everything was found as it should be; invalid: never at this desktop
    std::size_t forOthers = 0; // items that only other people can open
    std::vector<Row> rows;     // by name
};

struct OldVersion {
    std::int64_t counter = 0;
    QDateTime at; // when it was replaced
    QString by;
    std::uint64_t size = 0;
};

struct Details {
    Row row;
    std::vector<Person> members;       // who may open it
    std::vector<Person> vaultMembers;  // of whom they are chosen
    std::vector<vault::Event> history; // the newest first; by names of people
    std::vector<OldVersion> versions;  // likewise
    QString sha256;
    base::Path file; // of its content, encrypted
};

/// What stands against taking a copy out.
struct TakeProspect {
    bool isAsked = false; // a permission is wanted
    QString problem;      // why it may not be taken out yet; empty: it may
    bool canAsk = false;  // a request would help
    QString purpose;      // of one's newest request for it
};

struct MemberChange {
    QString item; // id; empty: of the vault
    QStringList add;
    QStringList remove;
};

class VaultDesk : public OpeningDesk
{
public:
    /// The rules in force; never null while somebody is signed in.
    virtual std::shared_ptr<const policy::Pack> rules() const = 0;
    /// Null for a policy that is not installed here.
    virtual std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const = 0;
    /// Id of who is signed in.
    virtual QString me() const = 0;
    /// Of the office, but for who is signed in; by name.
    virtual std::vector<Person> people() const = 0;

    /// Those that who is signed in may open, and those that they made or opened and that cannot be reached; by name.
    [[nodiscard]] virtual base::Result<std::vector<Known>> vaults() const = 0;
    [[nodiscard]] virtual base::Result<Known> create(const vault::NewVault &order) = 0;
    /// One that was made elsewhere; recorded, so that it is known from then on.
    [[nodiscard]] virtual base::Result<Known> open(const base::Path &folder) = 0;
    /// But for who is signed in; by name.
    [[nodiscard]] virtual base::Result<std::vector<Person>> members(const base::Path &folder) const = 0;

    [[nodiscard]] virtual base::Result<Overview> overview(const base::Path &folder, base::Progress &progress) const = 0;
    [[nodiscard]] virtual base::Result<Details> details(const base::Path &folder, const QString &item) const = 0;

    /// As vault::Storing.
    [[nodiscard]] virtual base::Result<std::vector<vault::Stored>> put(const base::Path &folder, const vault::StoreOrder &order,
                                                                       base::Progress &progress) = 0;
    [[nodiscard]] virtual base::Result<TakeProspect> prospect(const base::Path &folder, const vault::TakeOrder &order) const = 0;
    /// Recovers where the order gives a reason.
    [[nodiscard]] virtual base::Result<vault::Taken> take(const base::Path &folder, const vault::TakeOrder &order,
                                                          base::Progress &progress) = 0;
    /// As vault::Moving; what was not moved is an error, Cancelled where it was stopped.
    [[nodiscard]] virtual base::Result<vault::Moved> move(const base::Path &folder, const QString &item, const base::Path &target,
                                                          base::Progress &progress) = 0;
    /// Asks for the permission; true where the request lies in the office's shared folder.
    [[nodiscard]] virtual base::Result<bool> ask(const base::Path &folder, const QString &item, const QString &purpose) = 0;
    [[nodiscard]] virtual base::Result<void> change(const base::Path &folder, const QString &item, const vault::ItemChange &change) = 0;
    /// First those who come, then those who go.
    [[nodiscard]] virtual base::Result<vault::Relocked> changeMembers(const base::Path &folder, const MemberChange &change,
                                                                      base::Progress &progress) = 0;
    /// Finishes changes of members that were interrupted, and follows the roster.
    [[nodiscard]] virtual base::Result<vault::Relocked> settle(const base::Path &folder, base::Progress &progress) = 0;
    /// That everything is as it should be is recorded.
    [[nodiscard]] virtual base::Result<std::vector<vault::Finding>> verify(const base::Path &folder, base::Progress &progress) = 0;
    /// Records that there is a second copy of everything in it.
    [[nodiscard]] virtual base::Result<void> noteCopied(const base::Path &folder, const QString &where) = 0;
    /// Takes it off the list of who is signed in; nothing is deleted. It comes back with open().
    [[nodiscard]] virtual base::Result<void> takeOff(const Known &vault) = 0;
};

} // namespace shirushi::vaults
