// Entry: one line of the ledger, signed by who acted. A plain value; any thread.
//
// Its form is resources/schemas/entry.schema.json: RFC 8785 canonical JSON, the signature (Ed25519) over the
// same without the member "signature".
#pragma once

#include "crypto/signer.h"

#include <QDateTime>
#include <QJsonObject>

#include <cstdint>
#include <span>

namespace shirushi::ledger {

// Kinds and members that the ledger itself knows; all other kinds are their makers'.
inline const QString acceptedKind = QStringLiteral("accepted"); // findings, taken as they stand
inline const QString lostKind = QStringLiteral("lost");         // in the place of one that is missing
inline const QString findingsMember = QStringLiteral("findings"); // of "accepted"
inline const QString attachmentMember = QStringLiteral("attachment"); // {name, sha256, size} of what is kept with it
inline const QString gapsMember = QStringLiteral("gaps"); // of "accepted": [first, last] numbers that were missing
inline const QString addressKind = QStringLiteral("address"); // somebody in the table of contacts
inline const QString contactMember = QStringLiteral("contact");  // of "address": whose row
inline const QString contactHashMember = QStringLiteral("hash"); // of "address": hex SHA-256 of it; left out: removed
inline const QString deedMember = QStringLiteral("deed"); // hex SHA-256 of the deed that belongs to the entry

/// What somebody wants to have recorded; sequence number, time and signature are the ledger's to give.
struct EntryDraft {
    QString kind;        // founded, label, designation, label-removed, question, undone …
    QString file;        // absolute path; empty where no file is meant
    QString contentHash; // SCHEME:hex
    QString sha256;      // hex, of the file as the deed leaves it
    QJsonValue before;   // {"policy", "classes"} or null
    QJsonValue after;
    QString reason;
    QJsonObject details; // by kind: "label" (the signed label), "question", "of" (sequence number) …
};

struct Entry {
    int version = 2;      // 1: without `previous`
    std::int64_t seq = 0; // from 1, without gaps
    QByteArray previous;  // leafHash of the entry before; empty for the first, and in version 1
    QDateTime at;         // UTC
    QString user;
    EntryDraft draft;
    QString keyId;
    QByteArray signature;
};

QJsonObject toJson(const Entry &entry);

/// Damaged where a member is missing or of another type.
[[nodiscard]] base::Result<Entry> entryFromJson(const QByteArray &json);

/// Canonical JSON without the signature: what is signed.
QByteArray signedBytes(const Entry &entry);

/// The stored form from what was signed and the signature, without writing the JSON a second time, and back.
/// Both know that canonical JSON sorts "signature" between "sha256" and "user".
QByteArray withSignature(const QByteArray &signedBytes, const QByteArray &signature);
/// Empty where there is no signature in the place where it belongs.
QByteArray withoutSignature(std::span<const char> json);

/// The kind without reading the rest: canonical JSON has the member in exactly one form, and the draft's own stand
/// before it.
QString kindOf(std::span<const char> json);

} // namespace shirushi::ledger
