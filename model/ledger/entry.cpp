#include "ledger/entry.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "base/encoding.h"

#include <QCoreApplication>

namespace shirushi::ledger {

namespace {

constexpr int newestVersion = 2;
constexpr qsizetype hashSize = 32;
constexpr QByteArrayView signatureMember = "\"signature\":\"";
constexpr QByteArrayView userMember = ",\"user\":\"";

std::unexpected<base::Error> damaged()
{
    return base::failure(base::ErrorCode::Damaged, {},
                         QCoreApplication::translate("shirushi::ledger", "An entry of the ledger cannot be read."));
}

} // namespace

QJsonObject toJson(const Entry &entry)
{
    const EntryDraft &draft = entry.draft;
    QJsonObject json{
        {QStringLiteral("version"), entry.version},
        {QStringLiteral("seq"), static_cast<qint64>(entry.seq)},
        {QStringLiteral("at"), base::toRfc3339(entry.at)},
        {QStringLiteral("user"), entry.user},
        {QStringLiteral("kind"), draft.kind},
        {QStringLiteral("file"), draft.file},
        {QStringLiteral("contentHash"), draft.contentHash},
        {QStringLiteral("sha256"), draft.sha256},
        {QStringLiteral("before"), draft.before.isObject() ? draft.before : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("after"), draft.after.isObject() ? draft.after : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("reason"), draft.reason},
        {QStringLiteral("keyId"), entry.keyId},
    };
    if (!entry.previous.isEmpty())
        json.insert(QStringLiteral("previous"), QString::fromLatin1(base::toBase64Url(entry.previous)));
    if (!draft.details.isEmpty())
        json.insert(QStringLiteral("details"), draft.details);
    if (!entry.signature.isEmpty())
        json.insert(QStringLiteral("signature"), QString::fromLatin1(base::toBase64Url(entry.signature)));
    return json;
}

base::Result<Entry> entryFromJson(const QByteArray &text)
{
    const auto json = base::parseJsonObject(text, {});
    if (!json)
        return damaged();
    bool complete = true;
    const auto string = [&](const QString &name) {
        const QJsonValue value = json->value(name);
        complete = complete && value.isString();
        return value.toString();
    };
    Entry entry;
    entry.version = json->value(QStringLiteral("version")).toInt();
    entry.seq = json->value(QStringLiteral("seq")).toInteger(0);
    entry.at = base::fromRfc3339(string(QStringLiteral("at")));
    entry.user = string(QStringLiteral("user"));
    entry.draft.kind = string(QStringLiteral("kind"));
    entry.draft.file = string(QStringLiteral("file"));
    entry.draft.contentHash = string(QStringLiteral("contentHash"));
    entry.draft.sha256 = string(QStringLiteral("sha256"));
    entry.draft.before = json->value(QStringLiteral("before"));
    entry.draft.after = json->value(QStringLiteral("after"));
    entry.draft.reason = string(QStringLiteral("reason"));
    entry.draft.details = json->value(QStringLiteral("details")).toObject();
    entry.keyId = string(QStringLiteral("keyId"));
    const auto signature = base::fromBase64Url(string(QStringLiteral("signature")).toLatin1());
    const bool isChained = entry.version >= 2 && entry.seq > 1;
    if (isChained) {
        const auto previous = base::fromBase64Url(string(QStringLiteral("previous")).toLatin1());
        complete = complete && previous && previous->size() == hashSize;
        entry.previous = previous.value_or(QByteArray());
    }
    if (!complete || entry.version < 1 || entry.version > newestVersion || entry.seq < 1 || !entry.at.isValid() || !signature || signature->isEmpty())
        return damaged();
    entry.signature = *signature;
    return entry;
}

QByteArray signedBytes(const Entry &entry)
{
    const EntryDraft &draft = entry.draft;
    constexpr qsizetype usualSize = 1024;
    QByteArray json;
    json.reserve(usualSize);
    json += '{';
    const auto name = [&json](QByteArrayView member) {
        json += json.size() > 1 ? ",\"" : "\"";
        json += member;
        json += "\":";
    };
    const auto add = [&](QByteArrayView member, const QJsonValue &value) {
        name(member);
        base::appendCanonical(json, value);
    };
    const auto addText = [&](QByteArrayView member, QStringView text) {
        name(member);
        base::appendCanonicalString(json, text);
    };
    const auto addNumber = [&](QByteArrayView member, qint64 number) {
        name(member);
        json += QByteArray::number(number);
    };
    // What toJson() has, in the order of RFC 8785, without making the object.
    add("after", draft.after.isObject() ? draft.after : QJsonValue(QJsonValue::Null));
    addText("at", base::toRfc3339(entry.at));
    add("before", draft.before.isObject() ? draft.before : QJsonValue(QJsonValue::Null));
    addText("contentHash", draft.contentHash);
    if (!draft.details.isEmpty())
        add("details", draft.details);
    addText("file", draft.file);
    addText("keyId", entry.keyId);
    addText("kind", draft.kind);
    if (!entry.previous.isEmpty())
        addText("previous", QString::fromLatin1(base::toBase64Url(entry.previous)));
    addText("reason", draft.reason);
    addNumber("seq", static_cast<qint64>(entry.seq));
    addText("sha256", draft.sha256);
    addText("user", entry.user);
    addNumber("version", entry.version);
    json += '}';
    return json;
}

QByteArray withSignature(const QByteArray &signedBytes, const QByteArray &signature)
{
    // In a string of JSON every quote is escaped, so the member is found by its bytes; behind it are only
    // "user" and "version".
    const qsizetype at = signedBytes.lastIndexOf(userMember);
    QByteArray json;
    json.reserve(signedBytes.size() + signatureMember.size() + 90);
    json += signedBytes.first(at + 1);
    json += signatureMember;
    json += base::toBase64Url(signature);
    json += '"';
    json += signedBytes.sliced(at);
    return json;
}

QByteArray withoutSignature(std::span<const char> json)
{
    const QByteArrayView text(json.data(), static_cast<qsizetype>(json.size()));
    const qsizetype end = text.lastIndexOf(userMember);
    const qsizetype start = text.lastIndexOf(signatureMember);
    if (start < 1 || end < start)
        return {};
    QByteArray signedBytes;
    signedBytes.reserve(text.size());
    signedBytes.append(text.first(start - 1));
    signedBytes.append(text.sliced(end));
    return signedBytes;
}

QString kindOf(std::span<const char> json)
{
    constexpr QByteArrayView member = ",\"kind\":\"";
    const QByteArrayView text(json.data(), static_cast<qsizetype>(json.size()));
    const qsizetype at = text.lastIndexOf(member);
    if (at < 0)
        return {};
    const qsizetype start = at + member.size();
    const qsizetype end = text.indexOf('"', start);
    return end < 0 ? QString() : QString::fromUtf8(text.sliced(start, end - start));
}

} // namespace shirushi::ledger
