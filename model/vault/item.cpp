#include "vault/item.h"

#include "base/clock.h"
#include "base/encoding.h"
#include "vault/jsonreading.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace shirushi::vault {

namespace {

constexpr int formatVersion = 1;
const QString formKind = QStringLiteral("shirushi-vault-item");

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(base::toBase64Url(bytes));
}

QJsonObject json(const Content &content)
{
    return {{QStringLiteral("file"), content.file},
            {QStringLiteral("size"), static_cast<qint64>(content.size)},
            {QStringLiteral("sha256"), content.sha256},
            {QStringLiteral("sealedSize"), static_cast<qint64>(content.sealedSize)},
            {QStringLiteral("sealed"), content.sealed},
            {QStringLiteral("payload"), content.payload}};
}

QJsonArray json(const std::vector<Reader> &readers)
{
    QJsonArray array;
    for (const Reader &reader : readers)
        array.append(QJsonObject{{QStringLiteral("id"), reader.id}, {QStringLiteral("key"), base64(reader.key)}});
    return array;
}

QJsonObject json(const Keeping &keeping)
{
    QJsonObject object;
    if (keeping.years > 0)
        object.insert(QStringLiteral("years"), keeping.years);
    if (keeping.permanent)
        object.insert(QStringLiteral("permanent"), true);
    if (keeping.origin.isValid())
        object.insert(QStringLiteral("origin"), keeping.origin.toString(Qt::ISODate));
    return object;
}

bool isFileName(const QString &name)
{
    return !name.isEmpty() && name.size() < 256 && name != u"." && name != u".." && !name.contains(u'/') && !name.contains(QChar(0));
}

bool readContent(const QJsonObject &object, Content &content)
{
    JsonReading reading(object);
    content.file = reading.text("file");
    content.size = static_cast<std::uint64_t>(reading.number("size"));
    content.sha256 = reading.hash("sha256");
    content.sealedSize = static_cast<std::uint64_t>(reading.number("sealedSize", 1));
    content.sealed = reading.hash("sealed");
    content.payload = reading.hash("payload");
    return reading.isRight() && isFileName(content.file);
}

bool readKeeping(const QJsonObject &object, Keeping &keeping)
{
    JsonReading reading(object);
    keeping.years = reading.has("years") ? static_cast<int>(std::min<std::int64_t>(reading.number("years", 1), 1000)) : 0;
    keeping.permanent = reading.flag("permanent");
    keeping.origin = QDate::fromString(reading.textIfThere("origin"), Qt::ISODate);
    return reading.isRight();
}

void readParts(JsonReading &reading, Item &item)
{
    bool isRight = readContent(reading.object("content"), item.content) && readReaders(reading.object("readers"), item.readers)
                   && readEvents(reading.objects("history", mostEvents), item.history)
                   && readKeeping(reading.object("keeping"), item.keeping);
    const auto versions = reading.objects("older", mostVersions);
    for (const QJsonObject &entry : versions) {
        JsonReading one(entry);
        Version version{one.number("counter", 1), {}, one.time("at"), one.text("by")};
        isRight = isRight && readContent(one.object("content"), version.content) && one.isRight();
        item.older.push_back(std::move(version));
    }
    if (!isRight)
        reading.fail();
}

void readLabel(JsonReading &reading, Item &item, const QString &subject)
{
    item.labelPlace = reading.textIfThere("labelPlace");
    if (reading.has("sidecar")) {
        const auto sidecar = base::fromBase64Url(reading.text("sidecar").toLatin1());
        if (!sidecar || sidecar->size() > largestSidecar)
            reading.fail();
        item.sidecar = sidecar.value_or(QByteArray());
    }
    if (!reading.has("label"))
        return;
    auto label = label::labelFromJson(reading.object("label"), subject);
    if (label)
        item.label = std::move(*label);
    else
        reading.fail();
}

} // namespace

bool isId(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text;
}

bool Readers::hasMember(const QString &id) const
{
    return std::ranges::any_of(members, [&](const Reader &reader) { return reader.id == id; });
}

bool Readers::hasEscrow(const QString &id) const
{
    return std::ranges::any_of(escrow, [&](const Reader &reader) { return reader.id == id; });
}

std::vector<QByteArray> Readers::keys() const
{
    std::vector<QByteArray> keys;
    for (const std::vector<Reader> *list : {&members, &escrow}) {
        for (const Reader &reader : *list) {
            if (std::ranges::find(keys, reader.key) == keys.end())
                keys.push_back(reader.key);
        }
    }
    return keys;
}

QStringList Item::files() const
{
    QStringList names{content.file};
    for (const Version &version : older)
        names += version.content.file;
    return names;
}

void addEvent(Item &item, Event event)
{
    item.history.push_back(std::move(event));
    if (item.history.size() > mostEvents)
        item.history.erase(item.history.begin() + 1);
}

QJsonObject toJson(const Readers &readers)
{
    return {{QStringLiteral("members"), json(readers.members)}, {QStringLiteral("escrow"), json(readers.escrow)}};
}

QJsonObject toJson(const Event &event)
{
    QJsonObject object{{QStringLiteral("at"), base::toRfc3339(event.at)},
                       {QStringLiteral("by"), event.by},
                       {QStringLiteral("deed"), event.deed}};
    if (!event.note.isEmpty())
        object.insert(QStringLiteral("note"), event.note);
    return object;
}

QJsonObject toJson(const Item &item)
{
    QJsonArray older;
    for (const Version &version : item.older) {
        older.append(QJsonObject{{QStringLiteral("counter"), static_cast<qint64>(version.counter)},
                                 {QStringLiteral("content"), json(version.content)},
                                 {QStringLiteral("at"), base::toRfc3339(version.at)},
                                 {QStringLiteral("by"), version.by}});
    }
    QJsonArray history;
    for (const Event &event : item.history)
        history.append(toJson(event));
    QJsonObject object{{QStringLiteral("version"), formatVersion},
                       {QStringLiteral("kind"), formKind},
                       {QStringLiteral("vault"), item.vault},
                       {QStringLiteral("id"), item.id},
                       {QStringLiteral("counter"), static_cast<qint64>(item.counter)},
                       {QStringLiteral("name"), item.name},
                       {QStringLiteral("path"), item.path},
                       {QStringLiteral("content"), json(item.content)},
                       {QStringLiteral("older"), older},
                       {QStringLiteral("ownMembers"), item.ownMembers},
                       {QStringLiteral("readers"), toJson(item.readers)},
                       {QStringLiteral("history"), history},
                       {QStringLiteral("final"), item.isFinal},
                       {QStringLiteral("keeping"), json(item.keeping)},
                       {QStringLiteral("madeAt"), base::toRfc3339(item.madeAt)},
                       {QStringLiteral("madeBy"), item.madeBy},
                       {QStringLiteral("changedAt"), base::toRfc3339(item.changedAt)},
                       {QStringLiteral("changedBy"), item.changedBy},
                       {QStringLiteral("keyId"), item.keyId}};
    if (item.label)
        object.insert(QStringLiteral("label"), label::toJson(*item.label));
    if (!item.labelPlace.isEmpty())
        object.insert(QStringLiteral("labelPlace"), item.labelPlace);
    if (!item.sidecar.isEmpty())
        object.insert(QStringLiteral("sidecar"), base64(item.sidecar));
    if (!item.signature.isEmpty())
        object.insert(QStringLiteral("signature"), base64(item.signature));
    return object;
}

base::Result<Item> itemFromJson(const QJsonObject &json, const QString &subject)
{
    JsonReading reading(json);
    if (reading.number("version") != formatVersion || reading.text("kind") != formKind)
        reading.fail();
    Item item;
    item.vault = reading.id("vault");
    item.id = reading.id("id");
    item.counter = reading.number("counter", 1);
    item.name = reading.text("name");
    item.path = reading.text("path");
    item.ownMembers = reading.flag("ownMembers");
    item.isFinal = reading.flag("final");
    item.madeAt = reading.time("madeAt");
    item.madeBy = reading.text("madeBy");
    item.changedAt = reading.time("changedAt");
    item.changedBy = reading.text("changedBy");
    item.keyId = reading.text("keyId");
    item.signature = reading.bytes("signature", 64);
    readParts(reading, item);
    readLabel(reading, item, subject);
    // Its own contents alone: they are removed when they are no longer needed.
    for (const QString &file : item.files()) {
        if (!file.startsWith(item.id + u'.') || file.endsWith(QStringLiteral(".item.age")))
            reading.fail();
    }
    if (!reading.isRight() || !isFileName(item.name)) {
        return base::failure(base::ErrorCode::Damaged, subject,
                             QCoreApplication::translate("shirushi::vault", "The description of this item cannot be read."));
    }
    return item;
}

} // namespace shirushi::vault
