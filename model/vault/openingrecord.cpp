#include "vault/openingrecord.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "base/encoding.h"
#include "platform/filelock.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"
#include "vault/jsonreading.h"

#include <QCoreApplication>

#include <array>

namespace shirushi::vault {

using base::ErrorCode;

namespace {

constexpr int formatVersion = 1;
constexpr std::size_t mostRecords = 1000;
constexpr std::array reasons{"person", "editor", "lock", "sleep", "medium", "command", "leftover"}; // as ClosedBy
const QString recordEnding = QStringLiteral(".json");

std::unexpected<base::Error> unreadable(const base::Path &file)
{
    return base::failure(ErrorCode::Damaged, base::toDisplay(file),
                         QCoreApplication::translate("shirushi::vault", "What was noted of an open item cannot be read."));
}

// Paths are bytes: base64url keeps those that are no text.
QString pathText(const base::Path &path)
{
    return QString::fromLatin1(base::toBase64Url(QByteArray::fromStdString(path.native())));
}

base::Path pathFrom(JsonReading &reading, const char *name)
{
    const base::Path path = base::fromBase64Url(reading.text(name).toLatin1()).value_or(QByteArray()).toStdString();
    if (!path.is_absolute())
        reading.fail();
    return path;
}

QJsonObject toJson(const Cleared &cleared)
{
    return {{QStringLiteral("at"), base::toRfc3339(cleared.at)},
            {QStringLiteral("why"), nameOf(cleared.why)},
            {QStringLiteral("rescues"), QJsonArray::fromStringList(cleared.rescues)}};
}

Cleared clearedFrom(const QJsonObject &json)
{
    Cleared cleared;
    cleared.at = base::fromRfc3339(json.value(QStringLiteral("at")).toString());
    const QString why = json.value(QStringLiteral("why")).toString();
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        if (why == QLatin1String(reasons[i]))
            cleared.why = static_cast<ClosedBy>(i);
    }
    const QJsonArray rescues = json.value(QStringLiteral("rescues")).toArray();
    for (const QJsonValue &rescue : rescues)
        cleared.rescues += rescue.toString();
    return cleared;
}

QJsonObject toJson(const OpeningRecord &record)
{
    QJsonArray keys;
    for (const QByteArray &key : record.keys)
        keys.append(QString::fromLatin1(base::toBase64Url(key)));
    QJsonObject json{{QStringLiteral("version"), formatVersion},
                     {QStringLiteral("id"), record.id},
                     {QStringLiteral("vault"), pathText(record.vault)},
                     {QStringLiteral("vaultId"), record.vaultId},
                     {QStringLiteral("item"), record.item},
                     {QStringLiteral("person"), record.person},
                     {QStringLiteral("folder"), pathText(record.folder)},
                     {QStringLiteral("process"), platform::toJson(record.process)},
                     {QStringLiteral("readOnly"), record.isReadOnly},
                     {QStringLiteral("holding"), record.holding},
                     {QStringLiteral("keys"), keys}};
    if (record.cleared)
        json.insert(QStringLiteral("cleared"), toJson(*record.cleared));
    return json;
}

base::Result<OpeningRecord> recordFrom(const QJsonObject &json, const base::Path &file)
{
    JsonReading reading(json);
    OpeningRecord record;
    if (reading.number("version") != formatVersion)
        return unreadable(file);
    record.id = reading.id("id");
    record.vault = pathFrom(reading, "vault");
    record.vaultId = reading.id("vaultId");
    record.item = reading.id("item");
    record.person = reading.text("person");
    record.folder = pathFrom(reading, "folder");
    record.isReadOnly = reading.flag("readOnly");
    record.holding = reading.text("holding");
    const auto process = platform::processMarkFrom(json.value(QStringLiteral("process")).toObject());
    const QJsonArray keys = json.value(QStringLiteral("keys")).toArray();
    for (const QJsonValue &key : keys) {
        const auto bytes = base::fromBase64Url(key.toString().toLatin1());
        if (!bytes || bytes->size() != 32)
            return unreadable(file);
        record.keys.push_back(*bytes);
    }
    // Everything below it is erased: it must be a folder of ours by its name.
    const bool isOurs = record.folder.filename().native() == "shirushi-" + record.id.toStdString();
    if (!reading.isRight() || !process || !isOurs || record.keys.empty() || record.keys.size() > 2 * mostReaders)
        return unreadable(file);
    record.process = *process;
    if (json.contains(QStringLiteral("cleared")))
        record.cleared = clearedFrom(json.value(QStringLiteral("cleared")).toObject());
    return record;
}

} // namespace

QString nameOf(ClosedBy why)
{
    return QLatin1String(reasons.at(static_cast<std::size_t>(why)));
}

base::Result<void> OpeningRecords::write(const OpeningRecord &record) const
{
    return platform::writeFile(fileOf(record.id), base::canonicalJson(toJson(record)) + '\n');
}

std::vector<OpeningRecord> OpeningRecords::all() const
{
    std::vector<OpeningRecord> records;
    std::error_code problem;
    for (auto entry = std::filesystem::directory_iterator(m_folder, problem);
         !problem && entry != std::filesystem::directory_iterator() && records.size() < mostRecords; entry.increment(problem)) {
        const QString name = base::toDisplay(entry->path().filename());
        if (!name.endsWith(recordEnding) || !isId(name.chopped(recordEnding.size())))
            continue;
        const auto json = platform::readJsonFile(entry->path());
        auto record = json ? recordFrom(*json, entry->path()) : std::unexpected(json.error());
        if (record && name == record->id + recordEnding)
            records.push_back(std::move(*record));
    }
    return records;
}

void OpeningRecords::sweep() const
{
    platform::removeStaleTemporaries(m_folder);
    std::error_code problem;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, problem)) {
        const QString id = base::toDisplay(entry.path().stem());
        if (!isId(id) || entry.path() == fileOf(id) || std::filesystem::exists(fileOf(id), problem))
            continue;
        if (platform::FileLock::tryExclusive(lockOf(id)))
            remove(id);
    }
}

void OpeningRecords::remove(const QString &id) const
{
    std::error_code ignored;
    for (const base::Path &file : {requestOf(id), fileOf(id), lockOf(id)})
        std::filesystem::remove(file, ignored);
    platform::flushFolder(m_folder);
}

base::Result<void> writeNote(const OpeningNote &note, const base::Path &privateFolder)
{
    const QJsonObject json{{QStringLiteral("version"), formatVersion},
                           {QStringLiteral("name"), pathText(base::toPath(note.name))},
                           {QStringLiteral("vaultName"), note.vaultName},
                           {QStringLiteral("counter"), static_cast<qint64>(note.counter)},
                           {QStringLiteral("saved"), note.saved}};
    return platform::writeFile(privateFolder / "opening.json", base::canonicalJson(json) + '\n');
}

base::Result<OpeningNote> readNote(const base::Path &privateFolder)
{
    const base::Path file = privateFolder / "opening.json";
    const auto json = platform::readJsonFile(file);
    if (!json)
        return std::unexpected(json.error());
    JsonReading reading(*json);
    OpeningNote note;
    const base::Path name = base::fromBase64Url(reading.text("name").toLatin1()).value_or(QByteArray()).toStdString();
    note.name = base::toDisplay(name);
    note.vaultName = reading.text("vaultName");
    note.counter = reading.number("counter", 1);
    note.saved = reading.hash("saved");
    if (!reading.isRight() || reading.number("version") != formatVersion || name.empty() || name != name.filename())
        return unreadable(file);
    return note;
}

} // namespace shirushi::vault
