// SendingDesk: sends 送付 as one person who is signed in: asks the rules, wants the approval that they want, packs,
// records, and keeps the password until it has been told another way. What is refused leaves nothing behind.
//
// What the rules or a missing approval forbid is an error Forbidden. As the ledger: one thread at a time.
#pragma once

#include "sending/outgoing.h"
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
    std::vector<base::Path> files; // and folders, with all that is in them
    QString destination;
    QString channel;
    QStringList recipients; // addresses, or names where there are none
    QStringList given;      // facts stated
    QString purpose;
    QString basis; // the law or ordinance, where one is needed; states the fact legal-basis
    QString sanitised{};  // how it was sanitised (無害化), where the rules want that between network domains
    bool isPlain = false; // a folder with copies of the files, and no parcel: only where the rules do not want encryption,
    QString plainReason{}; // or where they want it 必要に応じ, for this reason
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
    QStringList notices{}; // sentences: what did not go along
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

class SendingDesk
{
public:
    explicit SendingDesk(SendingParts parts) : m_parts(std::move(parts)) {}

    /// The label of each file must be there and believable (labelling/requestfiles.h).
    [[nodiscard]] base::Result<Answer> check(const Order &order) const;
    [[nodiscard]] base::Result<Sent> send(const Order &order, base::Progress &progress);

    /// What the rules and an approval allow; for deeds that send no parcel (publication.h).
    struct Permit {
        Answer answer;
        std::vector<workflow::RequestFile> files; // in the order's order
        QString request;                          // whose approval was used; empty: none was needed
    };
    /// Forbidden by the rules, or for want of an approval.
    [[nodiscard]] base::Result<Permit> permit(const Order &order) const;

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
    [[nodiscard]] base::Result<QString> approvalFor(const Order &order, const Checked &checked) const;
    [[nodiscard]] base::Result<Outgoing> withLabels(const Checked &checked, WrittenLabels &labels) const;
    [[nodiscard]] base::Result<ParcelReport> packed(const Order &order, const Checked &checked, const ParcelSecret &secret,
                                                    base::Progress &progress) const;
    [[nodiscard]] base::Result<ParcelReport> copied(const Order &order, const Checked &checked, base::Progress &progress) const;
    [[nodiscard]] base::Result<void> record(const Order &order, const Checked &checked, const Sent &sent) const;

    SendingParts m_parts;
};

} // namespace shirushi::sending
