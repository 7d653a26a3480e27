// A sending 送付 as the ledger knows it, from the parcel that went to the receipt that was confirmed. As the ledger: one
// thread at a time.
#pragma once

#include "ledger/ledger.h"
#include "policy/classification.h"

#include <QStringList>

#include <vector>

namespace shirushi::sending {

// Kinds of entries; details.sending of each is the sending's id.
inline const QString sentKind = QStringLiteral("sent");
inline const QString deliveredKind = QStringLiteral("password-told");
inline const QString forgottenKind = QStringLiteral("password-forgotten");
inline const QString receiptKind = QStringLiteral("receipt");
inline const QString missentKind = QStringLiteral("missent");
inline const QString draftKind = QStringLiteral("draft");

struct Record {
    QString id;
    std::int64_t seq = 0;
    QDateTime at;
    QString by;
    QString parcel; // its file, as it was made
    QString sha256; // of the parcel, hex
    policy::Classes classes; // the highest of what is in it
    QStringList files;
    QStringList recipients;
    QString action; // send, provide, publish
    QString destination;
    QString channel;
    QString format;
    bool hasPassword = false;
    QString deliveredBy;   // the way the password was told; empty: not yet
    QString deliveredTo;
    QDateTime deliveredAt;
    QDateTime forgottenAt; // the password was erased untold; invalid: it was not
    QDateTime confirmedAt; // the recipient has it; invalid: not known
    QString confirmedBy;
    QDateTime missentAt;   // 誤送信; invalid: it was none
    bool operator==(const Record &) const = default;

    /// A password waits to be told.
    bool isPending() const { return hasPassword && deliveredBy.isEmpty() && !forgottenAt.isValid(); }
    /// Somebody is to say that it came. Nobody is asked about what was published, was mis-sent or can no longer be opened.
    bool awaitsReceipt() const;
    /// More than `days` days ago, and still something open.
    bool isOverdue(const QDateTime &now, int days) const;
};

/// In the order in which they were sent.
[[nodiscard]] base::Result<std::vector<Record>> sendingRecords(ledger::Ledger &ledger);
/// NotFound.
[[nodiscard]] base::Result<Record> sendingRecord(ledger::Ledger &ledger, const QString &id);

} // namespace shirushi::sending
