// Label: the classification of one document, complete and signed. A plain value; any thread.
//
// Where a label travels (inside the file, in a sidecar, in an attribute) it is this value as canonical JSON
// (RFC 8785); resources/schemas/label.schema.json describes it.
#pragma once

#include "base/result.h"
#include "crypto/signer.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <optional>

namespace shirushi::label {

enum class LabelStatus {
    Proposed,   // 案: in Kameoka until the 情報責任者 designates it (第5条第2項)
    Designated, // 指定済; also the status in packs that know no designation
};

struct Label {
    QString id; // UUID without braces, lower case
    QString policy;
    QString policyVersion;
    std::map<QString, QString> classes; // axis id → level id, one for each axis of the pack
    QStringList restrictions;           // 取扱制限, in the words of the policy, and the clerk's own
    LabelStatus status = LabelStatus::Proposed;
    QString domain;       // network domain id where the pack has them, else empty
    QString labelledBy;   // user id
    QString proposedBy;   // who gave the class that labelledBy designated (指定); else empty
    QDateTime labelledAt; // UTC, milliseconds
    QString reason;
    QDate publishOn;     // 公表予定日; invalid: none
    QString contentHash; // SCHEME:hex, see contenthash.h
    QString keyId;       // of the key that signed
    QByteArray signature; // Ed25519 over canonicalJson(toJson without "signature"); empty: not signed

    bool operator==(const Label &) const = default;
};

QJsonObject toJson(const Label &label);

/// Strict: an unknown version, a missing member, a member of another type is an error about `subject`.
[[nodiscard]] base::Result<Label> labelFromJson(const QJsonObject &json, const QString &subject);

/// The bytes that are signed: canonical JSON of everything but the signature.
QByteArray signedBytes(const Label &label);

/// `label` with keyId and signature of `signer`.
[[nodiscard]] base::Result<Label> sign(Label label, const crypto::Signer &signer);

enum class SignatureState { Valid, Invalid, UnknownSigner, None };

SignatureState checkSignature(const Label &label, const crypto::KeyDirectory &keys);

} // namespace shirushi::label
