// Drafts of mails (.eml): RFC 5322 and MIME with X-Unsent: 1, so that a mail program opens them as a mail to be sent. The
// parcel is attached; the password never stands in it. Nothing is sent. Any thread.
#pragma once

#include "sending/mailheader.h"
#include "sending/parcel.h"

#include "policy/classification.h"

#include <QDateTime>

#include <optional>

namespace shirushi::sending {

/// The largest parcel that goes into a draft, in bytes: as base64 it grows by a third, and few gateways take more.
inline constexpr std::uint64_t largestDraftParcel = 20ULL << 20;

/// What somebody orders of the desk.
struct DraftOrder {
    QString id;           // of the sending
    QString from;         // the sender's address
    QString subject;      // empty: the desk's own
    QString text;         // empty: the desk's own
    QString reasonToShow; // why several recipients see each other's addresses; empty: they do not
};

struct DraftText {
    QString subject;
    QString body; // lines end with \n
};

/// A mail, ready to be written.
struct DraftMail {
    Mailbox from;
    std::vector<Mailbox> recipients;
    bool hidesAddresses = false; // the recipients in Bcc, the sender in To
    QString subject;
    QString body;
    base::Path parcel;
    QString parcelSha256; // hex, of the parcel as it was recorded
    QDateTime date;
};

struct DraftReport {
    base::Path path;
    std::uint64_t size = 0;
    bool hidesAddresses = false;
};

/// Writes it for its owner alone. Changed: the parcel is not what was recorded, or the target's name is taken. NotFound,
/// TooLarge. InvalidInput where nobody is written to. What fails leaves nothing.
[[nodiscard]] base::Result<DraftReport> writeDraft(const DraftMail &mail, const base::Path &target, base::Progress &progress);

/// What is said of a parcel in the mail that goes with it.
struct ParcelWords {
    QString office;
    QString sender;
    ParcelFormat format = ParcelFormat::Zip;
    bool hasPassword = true;
    qsizetype files = 1;
    policy::Classes classes;
};
/// From resources/forms/mail.json: names the class, the restrictions that bind the recipient, and how it is opened; never
/// the files, whose names may tell what is in them.
[[nodiscard]] base::Result<DraftText> draftTextFor(const ParcelWords &words, const policy::Pack &pack);

struct CoverWords {
    QStringList recipients;
    QStringList names; // of the files
    QDate date;
};
/// 送付書: text that goes into the parcel, with the class and the restrictions that bind the recipient.
[[nodiscard]] base::Result<QString> coverSheetFor(const ParcelWords &words, const CoverWords &cover, const policy::Pack &pack);

/// Whether the password, or eight characters of it in a row, stands in the text: in whatever case, width and grouping, and
/// with whatever else between its characters that is no letter or digit of the English alphabet.
bool holdsPassword(const QString &text, const base::SecretBytes &password);

/// Whether something stands in the text by itself that has the form of a made password, with its check character.
bool holdsMadePassword(const QString &text);

} // namespace shirushi::sending
