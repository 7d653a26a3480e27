// Decision: what was ruled about exactly one request, signed over that request's hash; and a decision that was
// made on paper 紙の決裁, which is a record of one and never a signed approval. Plain values; any thread.
// resources/schemas/decision.schema.json is their form.
#pragma once

#include "crypto/signer.h"

#include <QDateTime>
#include <QJsonObject>

namespace shirushi::workflow {

enum class Ruling { Approved, Refused, Withdrawn, Countersigned };

struct Decision {
    QString request; // id
    QString hash;    // hashOf the request
    Ruling ruling = Ruling::Refused;
    QString role;      // the needed role that is acted as; empty for withdrawn and countersigned
    QString by;        // user id
    QString deputyFor; // 代決: the person stood in for; else empty
    QString comment;
    QDateTime validUntil;       // UTC; of an approval
    QString sharedDutiesReason; // 兼務: why who asked approves; else empty
    QDateTime at;               // UTC
    QString keyId;
    QByteArray signature;
    bool operator==(const Decision &) const = default;
};

struct PaperDecision {
    QString request;
    QString hash;
    QStringList roles;      // the needed roles that it covers
    QString decidedBy;      // as the paper says: 総務課長 鈴木 一郎
    QDate decidedOn;
    QString documentNumber; // 文書番号
    QString scanSha256;     // hex; empty: no scan
    QDateTime validUntil;   // UTC
    QString recordedBy;     // user id
    QDateTime at;           // UTC
    QString keyId;          // of who recorded it
    QByteArray signature;
    bool operator==(const PaperDecision &) const = default;
};

QJsonObject toJson(const Decision &decision);
QJsonObject toJson(const PaperDecision &decision);

/// Strict and within the bounds of request.h; Damaged otherwise.
[[nodiscard]] base::Result<Decision> decisionFromJson(const QJsonObject &json, const QString &subject);
[[nodiscard]] base::Result<PaperDecision> paperDecisionFromJson(const QJsonObject &json, const QString &subject);

/// What the two above refuse as too long.
bool areTextsBounded(const Decision &decision);
bool areTextsBounded(const PaperDecision &decision);

[[nodiscard]] base::Result<Decision> sign(Decision decision, const crypto::Signer &signer);
[[nodiscard]] base::Result<PaperDecision> sign(PaperDecision decision, const crypto::Signer &signer);
QByteArray signedBytes(const Decision &decision);
QByteArray signedBytes(const PaperDecision &decision);

/// Hex SHA-256 of the canonical JSON with the signature: tells one decision from another.
QString hashOf(const Decision &decision);
QString hashOf(const PaperDecision &decision);

/// approved, refused, withdrawn, countersigned.
QString nameOf(Ruling ruling);

/// approval, refusal, withdrawal, countersign: the ledger's word for it.
QString entryKindOf(Ruling ruling);

} // namespace shirushi::workflow
