#include "ledger/entry.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "base/encoding.h"

#include <QCoreApplication>

namespace shirushi::ledger {

namespace {

constexpr int formatVersion = 1;

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
        {QStringLiteral("version"), formatVersion},
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
    if (!draft.details.isEmpty())
        json.insert(QStringLiteral("details"), draft.details);
    if (!entry.signature.isEmpty())
        json.insert(QStringLiteral("signature"), QString::fromLatin1(base::toBase64Url(entry.signature)));
    return json;
}

base::Result<Entry> entryFromJson(const QByteArray &text)
{
    const auto json = base::parseJsonObject(text, {});
    if (!json || json->value(QStringLiteral("version")).toInt() != formatVersion)
        return damaged();
    bool complete = true;
    const auto string = [&](const QString &name) {
        const QJsonValue value = json->value(name);
        complete = complete && value.isString();
        return value.toString();
    };
    Entry entry;
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
    if (!complete || entry.seq < 1 || !entry.at.isValid() || !signature || signature->isEmpty())
        return damaged();
    entry.signature = *signature;
    return entry;
}

QByteArray signedBytes(const Entry &entry)
{
    QJsonObject json = toJson(entry);
    json.remove(QStringLiteral("signature"));
    return base::canonicalJson(json);
}

} // namespace shirushi::ledger
