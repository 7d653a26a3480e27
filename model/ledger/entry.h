// Entry: one line of the ledger, signed by who acted. A plain value; any thread.
//
// Its form is resources/schemas/entry.schema.json: RFC 8785 canonical JSON, the signature (Ed25519) over the
// same without the member "signature".
#pragma once

#include "crypto/signer.h"

#include <QDateTime>
#include <QJsonObject>

#include <cstdint>

namespace shirushi::ledger {

/// What somebody wants to have recorded; sequence number, time and signature are the ledger's to give.
struct EntryDraft {
    QString kind;        // founded, label, label-removed, question, undone
    QString file;        // absolute path; empty where no file is meant
    QString contentHash; // SCHEME:hex
    QString sha256;      // hex, of the file as the deed leaves it
    QJsonValue before;   // {"policy", "classes"} or null
    QJsonValue after;
    QString reason;
    QJsonObject details; // by kind: "label" (the signed label), "question", "of" (sequence number) …
};

struct Entry {
    std::int64_t seq = 0; // from 1, without gaps
    QDateTime at;         // UTC
    QString user;
    EntryDraft draft;
    QString keyId;
    QByteArray signature;
};

QJsonObject toJson(const Entry &entry);

/// Damaged where a member is missing or of another type.
[[nodiscard]] base::Result<Entry> entryFromJson(const QByteArray &json);

/// Canonical JSON without the signature.
QByteArray signedBytes(const Entry &entry);

} // namespace shirushi::ledger
