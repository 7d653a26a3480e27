#include "label/label.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "base/encoding.h"
#include "crypto/keys.h"
#include "policy/classesjson.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::label {

namespace {

constexpr int formatVersion = 1;

base::Error malformed(const QString &subject)
{
    return {base::ErrorCode::Damaged, subject,
            QCoreApplication::translate("shirushi::label", "The label in this file cannot be read."), {}};
}

} // namespace

QJsonObject toJson(const Label &label)
{
    QJsonObject json{
        {QStringLiteral("version"), formatVersion},
        {QStringLiteral("id"), label.id},
        {QStringLiteral("policy"), label.policy},
        {QStringLiteral("policyVersion"), label.policyVersion},
        {QStringLiteral("classes"), policy::classesJson(label.classes)},
        {QStringLiteral("restrictions"), QJsonArray::fromStringList(label.restrictions)},
        {QStringLiteral("status"), label.status == LabelStatus::Designated ? QStringLiteral("designated")
                                                                           : QStringLiteral("proposed")},
        {QStringLiteral("domain"), label.domain},
        {QStringLiteral("labelledBy"), label.labelledBy},
        {QStringLiteral("labelledAt"), base::toRfc3339(label.labelledAt)},
        {QStringLiteral("reason"), label.reason},
        {QStringLiteral("contentHash"), label.contentHash},
        {QStringLiteral("keyId"), label.keyId},
    };
    if (!label.proposedBy.isEmpty())
        json.insert(QStringLiteral("proposedBy"), label.proposedBy);
    if (label.publishOn.isValid())
        json.insert(QStringLiteral("publishOn"), label.publishOn.toString(Qt::ISODate));
    if (!label.signature.isEmpty())
        json.insert(QStringLiteral("signature"), QString::fromLatin1(base::toBase64Url(label.signature)));
    return json;
}

base::Result<Label> labelFromJson(const QJsonObject &json, const QString &subject)
{
    if (json.value(QStringLiteral("version")).toInt() != formatVersion)
        return std::unexpected(malformed(subject));

    bool complete = true;
    const auto text = [&](const QString &name) {
        const QJsonValue value = json.value(name);
        complete = complete && value.isString();
        return value.toString();
    };
    Label label;
    label.id = text(QStringLiteral("id"));
    label.policy = text(QStringLiteral("policy"));
    label.policyVersion = text(QStringLiteral("policyVersion"));
    const QJsonObject classes = json.value(QStringLiteral("classes")).toObject();
    complete = complete && !classes.isEmpty();
    for (auto it = classes.begin(); it != classes.end(); ++it) {
        complete = complete && it.value().isString();
        label.classes.emplace(it.key(), it.value().toString());
    }
    const QJsonValue restrictions = json.value(QStringLiteral("restrictions"));
    complete = complete && restrictions.isArray();
    const QJsonArray list = restrictions.toArray();
    for (const QJsonValue &restriction : list) {
        complete = complete && restriction.isString();
        label.restrictions += restriction.toString();
    }
    const QString status = text(QStringLiteral("status"));
    complete = complete && (status == u"designated" || status == u"proposed");
    label.status = status == u"designated" ? LabelStatus::Designated : LabelStatus::Proposed;
    label.domain = text(QStringLiteral("domain"));
    label.labelledBy = text(QStringLiteral("labelledBy"));
    label.labelledAt = base::fromRfc3339(text(QStringLiteral("labelledAt")));
    label.reason = text(QStringLiteral("reason"));
    label.contentHash = text(QStringLiteral("contentHash"));
    label.keyId = text(QStringLiteral("keyId"));
    if (json.contains(QStringLiteral("proposedBy"))) {
        label.proposedBy = text(QStringLiteral("proposedBy"));
        complete = complete && !label.proposedBy.isEmpty();
    }
    if (json.contains(QStringLiteral("publishOn"))) {
        label.publishOn = QDate::fromString(text(QStringLiteral("publishOn")), Qt::ISODate);
        complete = complete && label.publishOn.isValid();
    }
    if (json.contains(QStringLiteral("signature"))) {
        const auto signature = base::fromBase64Url(text(QStringLiteral("signature")).toLatin1());
        complete = complete && signature && signature->size() == 64;
        label.signature = signature.value_or(QByteArray());
    }
    if (!complete || !label.labelledAt.isValid())
        return std::unexpected(malformed(subject));
    return label;
}

QByteArray signedBytes(const Label &label)
{
    QJsonObject json = toJson(label);
    json.remove(QStringLiteral("signature"));
    return base::canonicalJson(json);
}

base::Result<Label> sign(Label label, const crypto::Signer &signer)
{
    label.keyId = signer.keyId();
    const auto signature = signer.sign(signedBytes(label));
    if (!signature)
        return std::unexpected(signature.error());
    label.signature = *signature;
    return label;
}

SignatureState checkSignature(const Label &label, const crypto::KeyDirectory &keys)
{
    if (label.signature.isEmpty())
        return SignatureState::None;
    const auto publicKey = keys.publicKey(label.keyId);
    if (!publicKey)
        return SignatureState::UnknownSigner;
    return crypto::verifySignature(*publicKey, signedBytes(label), label.signature) ? SignatureState::Valid
                                                                                    : SignatureState::Invalid;
}

} // namespace shirushi::label
