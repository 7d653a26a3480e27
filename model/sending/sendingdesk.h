// SendingDesk: sends 送付 as one person who is signed in: asks the rules, wants the approval that they want, packs,
// records, and keeps the password until it has been told another way. What is refused leaves nothing behind.
//
// What the rules or a missing approval forbid is an error Forbidden. As the ledger: one thread at a time.
#pragma once

#include "sending/parcel.h"
#include "sending/pendingpassword.h"
#include "sending/sendingcheck.h"

#include "labelling/labelreader.h"
#include "people/session.h"
#include "workflow/requestdesk.h"

namespace shirushi::sending {

/// All of it outlives the desk.
struct SendingParts {
    ledger::Ledger &ledger;
    const people::Session &session;
    std::shared_ptr<const people::Directory> directory;
    std::shared_ptr<const policy::Pack> pack;
    const policy::Library &library;
    const label::CodecSet &codecs;
    const base::Clock &clock;
    PendingPasswords pending;
};

/// What a person orders.
struct Order {
    std::vector<base::Path> files;
    QString destination;
    QString channel;
    QStringList recipients; // addresses, or names where there are none
    QStringList given;      // facts stated
    QString purpose;
    QString basis; // the law or ordinance, where one is needed; states the fact legal-basis
    ParcelFormat format = ParcelFormat::Zip;
    ParcelOptions options;
    std::vector<QByteArray> keys;         // age: the recipients' public keys instead of a password
    std::vector<QByteArray> certificates; // CMS: the recipients', PEM or DER
    std::optional<QByteArray> ownCertificate;
    std::optional<base::SecretBytes> ownKey; // of ownCertificate, for the self-check
    base::Path target;
};

struct Sent {
    QString id;
    Answer answer;
    ParcelReport parcel;
    std::optional<base::SecretBytes> password; // to be told another way
    QString request; // whose approval was used; empty: none was needed
};

/// What would come of an order.
struct Prospect {
    Answer answer;
    policy::Classes classes;            // the highest of its files, by the office's own rules
    QString request;                    // whose approval would be used; empty: none is needed, or it is missing
    std::optional<base::Error> missing; // why it would not go although the rules let it: an approval
    QStringList otherChannels;          // where the rules forbid it: those by which the same might go
};

/// A sending as the ledger knows it.
struct Record {
    QString id;
    std::int64_t seq = 0;
    QDateTime at;
    QString by;
    QString parcel; // its file name
    QStringList files;
    QStringList recipients;
    QString destination;
    QString channel;
    QString format;
    bool hasPassword = false;
    QString deliveredBy;   // the way it was told; empty: not yet
    QDateTime deliveredAt;
    bool isPending() const { return hasPassword && deliveredBy.isEmpty(); }
};

/// Ways a password may take, besides the channels of a sending: telephone, sms, in-person.
const QStringList &tellingWays();
/// The ways to offer for the password of a parcel that went by `channel`: none is the parcel's own.
QStringList waysBeside(const QString &channel);
/// Where the rules ask for another way; nothing where they do not.
std::optional<policy::Citation> otherWayRule(const policy::Pack &pack);
/// Whether such a sending is made as a parcel: what is published, or shown in a meeting, is none.
bool takesParcel(const QString &destination, const QString &channel);

class SendingDesk
{
public:
    explicit SendingDesk(SendingParts parts) : m_parts(std::move(parts)) {}

    /// The label of each file must be there and believable (labelling/requestfiles.h).
    [[nodiscard]] base::Result<Answer> check(const Order &order) const;
    /// Of files that were read before, whatever recipients, format and target the order has.
    [[nodiscard]] base::Result<Prospect> prospect(const Order &order, std::vector<workflow::RequestFile> files) const;
    [[nodiscard]] base::Result<Sent> send(const Order &order, base::Progress &progress);

    /// In the order in which they were sent.
    [[nodiscard]] base::Result<std::vector<Record>> list();
    /// The password of one's own parcel, to be read out.
    [[nodiscard]] base::Result<base::SecretBytes> password(const QString &id) const;
    /// Recorded, then the password is erased. Forbidden by the way the parcel went (亀岡 第9条第3項); NotFound;
    /// InvalidInput where it was told before, where there is none, and for a way that is none.
    [[nodiscard]] base::Result<void> delivered(const QString &id, const QString &way, const QString &to);

private:
    struct Checked;
    [[nodiscard]] base::Result<Checked> examine(const Order &order) const;
    [[nodiscard]] base::Result<Checked> judge(const Order &order, std::vector<workflow::RequestFile> files) const;
    [[nodiscard]] base::Result<QString> approvalFor(const Order &order, const Checked &checked) const;
    [[nodiscard]] base::Result<void> record(const Order &order, const Checked &checked, const Sent &sent) const;

    SendingParts m_parts;
};

} // namespace shirushi::sending
