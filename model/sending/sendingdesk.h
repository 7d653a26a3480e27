// SendingDesk: sends 送付 as one person who is signed in: asks the rules, wants the approval that they want, packs,
// records, and keeps the password until it has been told another way. What is refused leaves nothing behind.
//
// What the rules or a missing approval forbid is an error Forbidden. As the ledger: one thread at a time.
#pragma once

#include "sending/addressbook.h"
#include "sending/draft.h"
#include "sending/missent.h"
#include "sending/outgoing.h"
#include "sending/parcel.h"
#include "sending/pendingpassword.h"
#include "sending/recipients.h"
#include "sending/sendingcheck.h"
#include "sending/tellingways.h"
#include "sending/unfinished.h"

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
    std::map<base::Path, QString> names{}; // of files that are called otherwise in the parcel, with "/" between folders
    QString destination;
    QString channel;
    QStringList recipients; // addresses, or names where there are none
    QStringList given;      // facts stated
    QString purpose;
    QString basis; // the law or ordinance, where one is needed; states the fact legal-basis
    QString sanitised{};  // how it was sanitised (無害化), where the rules want that between network domains
    bool isPlain = false; // a folder with copies of the files, and no parcel: only where the rules do not want encryption,
    QString plainReason{}; // or where they want it 必要に応じ, for this reason
    std::optional<QString> cover{}; // with a cover sheet 送付書 in front, and how the sender is reached (may be empty)
    ParcelFormat format = ParcelFormat::Zip;
    ParcelOptions options;
    bool namesByClass = false;            // the class says whether options.hidesNames (hidesNamesOf)
    bool keysFromBook = false;            // age and CMS: for the keys that the address book has of the recipients
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

/// What would come of an order.
struct Prospect {
    Answer answer;
    policy::Classes classes;            // the highest of its files, by the office's own rules
    QString request;                    // whose approval would be used; empty: none is needed, or it is missing
    std::optional<base::Error> missing; // why it would not go although the rules let it: an approval
    QStringList otherChannels;          // where the rules forbid it: those by which the same might go
};

/// Whether such a sending is made as a parcel: what is published, or shown in a meeting, is none.
bool takesParcel(const QString &destination, const QString &channel);

class SendingDesk
{
public:
    explicit SendingDesk(SendingParts parts) : m_parts(std::move(parts)) {}

    /// The label of each file must be there and believable (labelling/requestfiles.h).
    [[nodiscard]] base::Result<Answer> check(const Order &order) const;
    /// Of files that were read before, whatever recipients, format and target the order has.
    [[nodiscard]] base::Result<Prospect> prospect(const Order &order, std::vector<workflow::RequestFile> files,
                                                  const QStringList &domains) const;
    /// InvalidInput also for a cover sheet in a PDF with a password; Forbidden where a password stands in its contact.
    [[nodiscard]] base::Result<Sent> send(const Order &order, base::Progress &progress);

    /// What the rules and an approval allow; for deeds that send no parcel (publication.h).
    struct Permit {
        Answer answer;
        std::vector<base::Path> paths;            // of all that is in the order
        std::vector<workflow::RequestFile> files; // beside them
        QString request;                          // whose approval was used; empty: none was needed
    };
    /// Forbidden by the rules, or for want of an approval. What checkOrder() wants said is for the caller.
    [[nodiscard]] base::Result<Permit> permit(const Order &order) const;

    /// In the order in which they were sent. As send() and unrecorded(), erases the passwords of parcels whose making was killed.
    [[nodiscard]] base::Result<std::vector<Record>> list();
    /// One's own parcels, and what one took out of others', that a kill has left without a record: until they are deleted.
    [[nodiscard]] std::vector<Unfinished> unrecorded() const { return tidy(); }
    /// The password of one's own parcel, to be read out.
    [[nodiscard]] base::Result<base::SecretBytes> password(const QString &id) const;
    /// Those of the address book to whom the parcel went: their telephone is where its password goes.
    [[nodiscard]] base::Result<std::vector<Contact>> contactsOf(const QString &id);
    /// Recorded, then the password is erased. `to`: a name, a telephone number or a mail address; may be empty but for a
    /// mail. Forbidden by the way the parcel went, and by mail to its address or domain (亀岡 第9条第3項); NotFound;
    /// InvalidInput where it was told before, where there is none, for a way that is none, and for a telephone number
    /// that is not the one in the address book. Of a number no more than its end is recorded.
    [[nodiscard]] base::Result<void> delivered(const QString &id, const QString &way, const QString &to);

    /// The recipient has it: `by` says who said so. InvalidInput where that is known.
    [[nodiscard]] base::Result<void> confirmed(const QString &id, const QString &by);
    /// Erases a password that was not told and never will be. InvalidInput before it is overdue, unless the parcel was
    /// mis-sent; Forbidden for another's, but for an administrator.
    [[nodiscard]] base::Result<void> forget(const QString &id);
    /// 誤送信: recorded, and whom to tell now. May be recorded again with another note.
    [[nodiscard]] base::Result<Missent> missent(const QString &id, const QString &note);

    /// What a colleague would say of the order's recipients. `ownAddress`: the sender's, where it is known.
    [[nodiscard]] base::Result<std::vector<SecondLook>> secondLooks(const Order &order, const QString &ownAddress = {});

    /// Those that may be used: what the office has designated, or each as long as nothing was.
    std::vector<ParcelFormat> formats() const;
    /// CISO（亀岡：最高情報統括責任者）の指定を確認してください; empty once methods were designated.
    QString methodNotice() const;
    policy::Citation methodCitation() const { return m_parts.pack->sending.methods; }
    /// Days until something open is asked after.
    int overdueDays() const { return m_parts.pack->sending.overdueDays; }

    /// The mail that the parcel goes with, as a draft with nobody's password in it. Errors: sending/draft.h; NotFound,
    /// Changed where the parcel is not there as it was; InvalidInput for a parcel that goes another way than by mail.
    /// Forbidden where one's own pending password, or what looks like one, stands in what was typed.
    [[nodiscard]] base::Result<DraftReport> draft(const DraftOrder &order, const base::Path &target, base::Progress &progress);
    /// What draft() writes where nothing was typed.
    [[nodiscard]] base::Result<DraftText> draftText(const QString &id);

private:
    struct Checked;
    [[nodiscard]] base::Result<Checked> examine(const Order &order) const;
    [[nodiscard]] base::Result<Checked> judge(const Order &order, std::vector<workflow::RequestFile> files,
                                              const QStringList &domains) const;
    [[nodiscard]] base::Result<QString> approvalFor(const Order &order, const Checked &checked) const;
    [[nodiscard]] std::vector<Unfinished> tidy() const;
    [[nodiscard]] base::Result<void> record(const Order &order, const Checked &checked, const Sent &sent) const;
    [[nodiscard]] base::Result<void> note(const Record &record, const QString &kind, const QJsonObject &details,
                                          const QString &reason = {});
    [[nodiscard]] base::Result<void> checkTelling(const Record &record, const QString &way, const QString &to,
                                                  const std::vector<Contact> &contacts) const;
    [[nodiscard]] base::Result<DraftMail> mailFor(const DraftOrder &order, const Record &record);

    SendingParts m_parts;
};

} // namespace shirushi::sending
