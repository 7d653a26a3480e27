#include "workflow/decision.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "people/jsonbytes.h"
#include "workflow/request.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace shirushi::workflow {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype signatureSize = 64;

struct RulingWords {
    Ruling ruling;
    const char *name;
    const char *entryKind;
};

constexpr std::array rulings{
    RulingWords{Ruling::Approved, "approved", "approval"},
    RulingWords{Ruling::Refused, "refused", "refusal"},
    RulingWords{Ruling::Withdrawn, "withdrawn", "withdrawal"},
    RulingWords{Ruling::Countersigned, "countersigned", "countersign"},
};

std::unexpected<base::Error> unreadable(const QString &subject)
{
    return base::failure(base::ErrorCode::Damaged, subject,
                         QCoreApplication::translate("shirushi::workflow", "This decision cannot be read."));
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? base::toRfc3339(time) : QString();
}

std::optional<QDateTime> timeFrom(const QString &text)
{
    const QDateTime time = base::fromRfc3339(text);
    return text.isEmpty() || time.isValid() ? std::optional(time) : std::nullopt;
}

bool areShort(std::initializer_list<QString> texts)
{
    return std::all_of(texts.begin(), texts.end(), [](const QString &text) { return text.size() <= longestName; });
}

template <typename Value>
QByteArray bytesToSign(const Value &value)
{
    QJsonObject json = toJson(value);
    json.remove(QStringLiteral("signature"));
    return base::canonicalJson(json);
}

template <typename Value>
base::Result<Value> withSignature(Value value, const crypto::Signer &signer)
{
    value.keyId = signer.keyId();
    auto signature = signer.sign(bytesToSign(value));
    if (!signature)
        return std::unexpected(signature.error());
    value.signature = std::move(*signature);
    return value;
}

template <typename Value>
QString hexHash(const Value &value)
{
    return QString::fromLatin1(base::toHex(crypto::sha256(base::canonicalJson(toJson(value)))));
}

} // namespace

QJsonObject toJson(const Decision &decision)
{
    return {{QStringLiteral("version"), formatVersion},
            {QStringLiteral("request"), decision.request},
            {QStringLiteral("hash"), decision.hash},
            {QStringLiteral("ruling"), nameOf(decision.ruling)},
            {QStringLiteral("role"), decision.role},
            {QStringLiteral("by"), decision.by},
            {QStringLiteral("deputyFor"), decision.deputyFor},
            {QStringLiteral("comment"), decision.comment},
            {QStringLiteral("validUntil"), timeText(decision.validUntil)},
            {QStringLiteral("sharedDutiesReason"), decision.sharedDutiesReason},
            {QStringLiteral("at"), timeText(decision.at)},
            {QStringLiteral("keyId"), decision.keyId},
            {QStringLiteral("signature"), people::textOf(decision.signature)}};
}

QJsonObject toJson(const PaperDecision &decision)
{
    return {{QStringLiteral("version"), formatVersion},
            {QStringLiteral("request"), decision.request},
            {QStringLiteral("hash"), decision.hash},
            {QStringLiteral("roles"), QJsonArray::fromStringList(decision.roles)},
            {QStringLiteral("decidedBy"), decision.decidedBy},
            {QStringLiteral("decidedOn"), decision.decidedOn.toString(Qt::ISODate)},
            {QStringLiteral("documentNumber"), decision.documentNumber},
            {QStringLiteral("scanSha256"), decision.scanSha256},
            {QStringLiteral("validUntil"), timeText(decision.validUntil)},
            {QStringLiteral("recordedBy"), decision.recordedBy},
            {QStringLiteral("at"), timeText(decision.at)},
            {QStringLiteral("keyId"), decision.keyId},
            {QStringLiteral("signature"), people::textOf(decision.signature)}};
}

bool areTextsBounded(const Decision &decision)
{
    return areShort({decision.request, decision.hash, decision.role, decision.by, decision.deputyFor})
           && decision.comment.size() <= longestText && decision.sharedDutiesReason.size() <= longestText;
}

bool areTextsBounded(const PaperDecision &decision)
{
    return areShort({decision.request, decision.hash, decision.decidedBy, decision.documentNumber, decision.scanSha256,
                     decision.recordedBy});
}

base::Result<Decision> decisionFromJson(const QJsonObject &json, const QString &subject)
{
    people::JsonMembers members(json);
    Decision decision;
    decision.request = members.text("request");
    decision.hash = members.text("hash");
    const QString ruling = members.text("ruling");
    decision.role = members.text("role");
    decision.by = members.text("by");
    decision.deputyFor = members.text("deputyFor");
    decision.comment = members.text("comment");
    decision.sharedDutiesReason = members.text("sharedDutiesReason");
    decision.at = base::fromRfc3339(members.text("at"));
    decision.keyId = members.text("keyId");
    decision.signature = members.bytes("signature", signatureSize);
    const auto until = timeFrom(members.text("validUntil"));
    const auto known = std::find_if(rulings.begin(), rulings.end(),
                                    [&](const RulingWords &words) { return QLatin1String(words.name) == ruling; });
    if (known == rulings.end() || !until || !members.isComplete() || !areTextsBounded(decision) || !decision.at.isValid())
        return unreadable(subject);
    decision.ruling = known->ruling;
    decision.validUntil = *until;
    if (toJson(decision) != json)
        return unreadable(subject);
    return decision;
}

base::Result<PaperDecision> paperDecisionFromJson(const QJsonObject &json, const QString &subject)
{
    people::JsonMembers members(json);
    PaperDecision decision;
    decision.request = members.text("request");
    decision.hash = members.text("hash");
    decision.decidedBy = members.text("decidedBy");
    decision.decidedOn = QDate::fromString(members.text("decidedOn"), Qt::ISODate);
    decision.documentNumber = members.text("documentNumber");
    decision.scanSha256 = members.text("scanSha256");
    const auto until = timeFrom(members.text("validUntil"));
    decision.recordedBy = members.text("recordedBy");
    decision.at = base::fromRfc3339(members.text("at"));
    decision.keyId = members.text("keyId");
    decision.signature = members.bytes("signature", signatureSize);
    const QJsonArray roles = json.value(QStringLiteral("roles")).toArray();
    if (static_cast<std::size_t>(roles.size()) > mostNeeded)
        return unreadable(subject);
    for (const QJsonValue &role : roles)
        decision.roles += role.toString().left(longestName);
    if (!until || !members.isComplete() || !areTextsBounded(decision) || !decision.at.isValid() || !decision.decidedOn.isValid())
        return unreadable(subject);
    decision.validUntil = *until;
    if (toJson(decision) != json)
        return unreadable(subject);
    return decision;
}

base::Result<Decision> sign(Decision decision, const crypto::Signer &signer)
{
    return withSignature(std::move(decision), signer);
}

base::Result<PaperDecision> sign(PaperDecision decision, const crypto::Signer &signer)
{
    return withSignature(std::move(decision), signer);
}

QByteArray signedBytes(const Decision &decision)
{
    return bytesToSign(decision);
}

QByteArray signedBytes(const PaperDecision &decision)
{
    return bytesToSign(decision);
}

QString hashOf(const Decision &decision)
{
    return hexHash(decision);
}

QString hashOf(const PaperDecision &decision)
{
    return hexHash(decision);
}

QString nameOf(Ruling ruling)
{
    return QString::fromLatin1(rulings[static_cast<std::size_t>(ruling)].name);
}

QString entryKindOf(Ruling ruling)
{
    return QString::fromLatin1(rulings[static_cast<std::size_t>(ruling)].entryKind);
}

} // namespace shirushi::workflow
