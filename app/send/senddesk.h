// SendDesk: what the pages 送る and 受け取る ask of the rooms behind them. The pages know nothing else of people or
// ledger. Any thread, one call at a time; rules(), destinations(), channels(), waysBeside(), formats() and methodNotice() do not wait.
#pragma once

#include "approvals/askingdesk.h"
#include "base/secretbytes.h"
#include "send/afterdesk.h"
#include "send/publishdesk.h"
#include "sending/receiving.h"
#include "sending/sendingdesk.h"

namespace shirushi::send {

using approvals::Named;

/// Somebody to whom it goes.
struct Recipient {
    QString name;
    QString organisation;
    QString mail;
    QString telephone;
    QString contact{}; // its id, as long as it is what the address book has; empty: typed
    bool operator==(const Recipient &) const = default;
};

/// 鈴木 一郎（株式会社サンプル） <suzuki@example.jp>; an address alone stands without brackets.
QString textOf(const Recipient &recipient);
Recipient recipientFrom(const sending::Contact &contact);

/// What is to be sent, to whom and how.
struct Plan {
    std::vector<approvals::AskedFile> files;
    QString destination;
    QString channel;
    std::vector<Recipient> recipients;
    QStringList given; // facts stated
    QString purpose;
    QString basis; // the law or ordinance, where one is stated
};

/// What would come of it.
struct Prospect {
    QStringList objections;                // what must be said before the rules can be asked; then there is no answer
    std::optional<sending::Answer> answer;
    policy::Classes classes;               // the highest, by the office's own rules
    QString missing;                       // why it would not go yet, although the rules let it; empty: it may
    bool isApproved = false;               // the approval that the rules want is there
    std::vector<Named> otherChannels;      // where it is forbidden: ways by which it might go
    std::uint64_t size = 0;                // bytes of all files
    bool mayGo() const { return answer && answer->verdict.ruling != policy::Ruling::Forbidden && missing.isEmpty(); }
};

/// How it is packed.
struct Packing {
    sending::ParcelFormat format = sending::ParcelFormat::Zip;
    bool hidesNames = false;
    base::Path target;
    bool isPlain = false;                // a folder with copies, and no parcel
    QString plainReason{};               // where the rules want encryption 必要に応じ
    QString sanitised{};                 // where the rules want 無害化
    std::optional<QString> cover{};      // with a cover sheet, and how the sender is reached (may be empty)
    std::vector<base::Path> certificates{}; // CMS: files of the recipients', and
    base::Path ownCertificate{};            // the sender's, with
    base::Path ownKey{};                    // its key, for the self-check
};

/// What was made.
struct Made {
    QString id;
    sending::Answer answer;
    sending::ParcelReport parcel;
    bool hasPassword = false;
    bool isPlain = false;  // a folder
    QStringList notices{}; // what did not go along
};

/// A sending of the list.
struct Item {
    sending::Record record;
    QString by;          // the sender's name
    bool isMine = false; // only then its password can be told
    QStringList recipients{}; // with the names that the address book has
    bool isOverdue = false;   // something has been open for too long
};

class SendDesk : public AddressDesk, public AfterDesk
{
public:
    virtual PublishDesk &publishing() = 0;

    /// The rules in force; never null while somebody is signed in.
    virtual std::shared_ptr<const policy::Pack> rules() const = 0;
    /// Null for a policy that is not installed here.
    virtual std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const = 0;
    virtual std::vector<Named> destinations() const = 0;
    virtual std::vector<Named> channels() const = 0;
    /// Ways for the password of a parcel that went by `channel`.
    virtual std::vector<Named> waysBeside(const QString &channel) const = 0;
    /// Those that may be used: what the office has designated, or each as long as nothing was.
    virtual std::vector<sending::ParcelFormat> formats() const = 0;
    /// CISO（亀岡：最高情報統括責任者）の指定を確認してください; empty once methods were designated.
    virtual QString methodNotice() const = 0;

    /// Records nothing.
    [[nodiscard]] virtual base::Result<Prospect> prospect(const Plan &plan) const = 0;
    /// What a careful colleague would say of its recipients.
    [[nodiscard]] virtual base::Result<std::vector<sending::SecondLook>> secondLooks(const Plan &plan) const = 0;
    [[nodiscard]] virtual base::Result<Made> send(const Plan &plan, const Packing &packing, base::Progress &progress) = 0;
    /// The newest first: one's own, and everybody's for those who see everything.
    [[nodiscard]] virtual base::Result<std::vector<Item>> list() const = 0;
    /// What a kill has left of one's own work, without a record: until it is deleted.
    [[nodiscard]] virtual std::vector<sending::Unfinished> unrecorded() const = 0;
    /// Of one's own sending, as long as it has not been told.
    [[nodiscard]] virtual base::Result<base::SecretBytes> password(const QString &id) const = 0;
    /// Recorded; then the password is gone.
    [[nodiscard]] virtual base::Result<void> delivered(const QString &id, const QString &way, const QString &to) = 0;

    [[nodiscard]] virtual base::Result<sending::Received> receive(const base::Path &parcel, const sending::ParcelSecret &secret,
                                                                  const base::Path &into, base::Progress &progress) = 0;
};

} // namespace shirushi::send
