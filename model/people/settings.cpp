#include "people/settings.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "people/jsonbytes.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace shirushi::people {

namespace {

constexpr int formatVersion = 1;

std::optional<bool> switchIn(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace

base::Result<Settings> readSettings(const base::Path &file)
{
    const QString subject = base::toDisplay(file);
    const auto json = platform::readJsonFile(file);
    if (!json)
        return std::unexpected(json.error());
    if (json->value(QStringLiteral("version")).toInt() != formatVersion) {
        return base::failure(base::ErrorCode::Unsupported, subject,
                             QCoreApplication::translate("shirushi::people",
                                                         "These settings were made by a newer version of Shirushi."));
    }
    const QString journalKey = json->value(QStringLiteral("journalKey")).toString();
    return Settings{json->value(QStringLiteral("policy")).toString(), switchIn(*json, QStringLiteral("markHeader")),
                    switchIn(*json, QStringLiteral("markFileName")),
                    base::toPath(json->value(QStringLiteral("sharedFolder")).toString()),
                    base::fromBase64Url(journalKey.toLatin1()).value_or(QByteArray())};
}

base::Result<void> writeSettings(const base::Path &file, const Settings &settings)
{
    QJsonObject json{{QStringLiteral("version"), formatVersion}, {QStringLiteral("policy"), settings.policy}};
    if (settings.markHeader)
        json.insert(QStringLiteral("markHeader"), *settings.markHeader);
    if (settings.markFileName)
        json.insert(QStringLiteral("markFileName"), *settings.markFileName);
    if (!settings.sharedFolder.empty())
        json.insert(QStringLiteral("sharedFolder"), base::toDisplay(settings.sharedFolder));
    if (!settings.journalKey.isEmpty())
        json.insert(QStringLiteral("journalKey"), textOf(settings.journalKey));
    return platform::writeFile(file, base::canonicalJson(json) + '\n');
}

} // namespace shirushi::people
