#include "people/roster.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "crypto/keys.h"
#include "people/base32.h"
#include "people/jsonbytes.h"
#include "platform/filesource.h"
#include "platform/replacement.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace shirushi::people {

namespace {

constexpr int formatVersion = 1;
constexpr std::uint64_t largestRoster = 8 << 20; // some ten thousand people
constexpr qsizetype keySize = 32;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype fingerprintSize = 20;
constexpr qsizetype mostFormats = 20;

std::unexpected<base::Error> unreadable(const QString &subject)
{
    return base::failure(base::ErrorCode::Damaged, subject,
                         QCoreApplication::translate("shirushi::people", "This roster cannot be read."));
}

QJsonObject toJson(const Person &person)
{
    QJsonObject json{{QStringLiteral("id"), person.id},
                     {QStringLiteral("name"), person.name},
                     {QStringLiteral("kana"), person.kana},
                     {QStringLiteral("department"), person.department},
                     {QStringLiteral("role"), person.role},
                     {QStringLiteral("administrator"), person.administrator},
                     {QStringLiteral("signingKey"), textOf(person.signingKey)},
                     {QStringLiteral("receivingKey"), textOf(person.receivingKey)},
                     {QStringLiteral("since"), base::toRfc3339(person.since)}};
    QJsonArray former;
    for (const QByteArray &key : person.formerKeys)
        former.append(textOf(key));
    if (!former.isEmpty())
        json.insert(QStringLiteral("formerKeys"), former);
    if (person.closed)
        json.insert(QStringLiteral("closed"), base::toRfc3339(*person.closed));
    QJsonArray deputies;
    for (const Deputy &deputy : person.deputies) {
        deputies.append(QJsonObject{{QStringLiteral("standsFor"), deputy.standsFor},
                                    {QStringLiteral("from"), deputy.from.toString(Qt::ISODate)},
                                    {QStringLiteral("until"), deputy.until.toString(Qt::ISODate)}});
    }
    if (!deputies.isEmpty())
        json.insert(QStringLiteral("deputies"), deputies);
    return json;
}

std::optional<Person> personFrom(const QJsonObject &json)
{
    JsonMembers members(json);
    Person person;
    person.id = members.text("id");
    person.name = members.text("name");
    person.kana = members.text("kana");
    person.department = members.text("department");
    person.role = members.text("role");
    person.administrator = json.value(QStringLiteral("administrator")).toBool();
    person.signingKey = members.bytes("signingKey", keySize);
    person.receivingKey = members.bytes("receivingKey", keySize);
    person.since = base::fromRfc3339(members.text("since"));
    for (const QJsonValue &value : json.value(QStringLiteral("formerKeys")).toArray()) {
        const auto key = base::fromBase64Url(value.toString().toLatin1());
        if (!key || key->size() != keySize)
            return std::nullopt;
        person.formerKeys.push_back(*key);
    }
    if (json.contains(QStringLiteral("closed"))) {
        person.closed = base::fromRfc3339(members.text("closed"));
        if (!person.closed->isValid())
            return std::nullopt;
    }
    for (const QJsonValue &value : json.value(QStringLiteral("deputies")).toArray()) {
        const QJsonObject deputy = value.toObject();
        person.deputies.push_back({deputy.value(QStringLiteral("standsFor")).toString(),
                                   QDate::fromString(deputy.value(QStringLiteral("from")).toString(), Qt::ISODate),
                                   QDate::fromString(deputy.value(QStringLiteral("until")).toString(), Qt::ISODate)});
    }
    if (!members.isComplete() || !person.since.isValid())
        return std::nullopt;
    return person;
}

QByteArray signedBytes(const Roster &roster)
{
    QJsonObject json = toJson(roster);
    json.remove(QStringLiteral("signature"));
    return base::canonicalJson(json);
}

} // namespace

const Person *Roster::find(const QString &id) const
{
    const auto found = std::find_if(persons.begin(), persons.end(), [&](const Person &person) { return person.id == id; });
    return found == persons.end() ? nullptr : &*found;
}

QJsonObject toJson(const Roster &roster)
{
    QJsonArray persons;
    for (const Person &person : roster.persons)
        persons.append(toJson(person));
    QJsonObject json{{QStringLiteral("version"), formatVersion},
                     {QStringLiteral("number"), static_cast<qint64>(roster.number)},
                     {QStringLiteral("office"), roster.office},
                     {QStringLiteral("policy"), roster.policy},
                     {QStringLiteral("rootKey"), textOf(roster.rootKey)},
                     {QStringLiteral("recoveryKey"), textOf(roster.recoveryKey)},
                     {QStringLiteral("journalKey"), textOf(roster.journalKey)},
                     {QStringLiteral("paperDecisions"), roster.switches.paperDecisions},
                     {QStringLiteral("sharedDuties"), roster.switches.sharedDuties},
                     {QStringLiteral("at"), base::toRfc3339(roster.at)},
                     {QStringLiteral("persons"), persons},
                     {QStringLiteral("signature"), textOf(roster.signature)}};
    // Left out where there are none: so it is signed in a roster of before there were any.
    if (!roster.switches.parcelFormats.isEmpty())
        json.insert(QStringLiteral("parcelFormats"), QJsonArray::fromStringList(roster.switches.parcelFormats));
    return json;
}

base::Result<Roster> rosterFromJson(const QJsonObject &json, const QString &subject)
{
    JsonMembers members(json);
    Roster roster;
    roster.number = json.value(QStringLiteral("number")).toInteger();
    roster.office = members.text("office");
    roster.policy = members.text("policy");
    roster.rootKey = members.bytes("rootKey", keySize);
    roster.recoveryKey = members.text("recoveryKey").isEmpty() ? QByteArray() : members.bytes("recoveryKey", keySize);
    roster.journalKey = members.bytes("journalKey", keySize);
    roster.switches = {json.value(QStringLiteral("paperDecisions")).toBool(),
                       json.value(QStringLiteral("sharedDuties")).toBool()};
    const QJsonArray formats = json.value(QStringLiteral("parcelFormats")).toArray();
    for (const QJsonValue &format : formats) {
        if (format.toString().isEmpty() || formats.size() > mostFormats)
            return unreadable(subject);
        roster.switches.parcelFormats += format.toString();
    }
    roster.at = base::fromRfc3339(members.text("at"));
    roster.signature = members.bytes("signature", signatureSize);
    for (const QJsonValue &value : json.value(QStringLiteral("persons")).toArray()) {
        auto person = personFrom(value.toObject());
        if (!person || roster.find(person->id))
            return unreadable(subject);
        roster.persons.push_back(std::move(*person));
    }
    if (json.value(QStringLiteral("version")).toInt() != formatVersion || !members.isComplete() || roster.number < 1
        || !roster.at.isValid())
        return unreadable(subject);
    return roster;
}

base::Result<Roster> sign(Roster roster, const base::SecretBytes &rootPrivateKey)
{
    std::sort(roster.persons.begin(), roster.persons.end(),
              [](const Person &one, const Person &other) { return one.id < other.id; });
    const auto signature = crypto::signMessage(rootPrivateKey, signedBytes(roster));
    if (!signature)
        return std::unexpected(signature.error());
    roster.signature = *signature;
    return roster;
}

bool isSignedBy(const Roster &roster, const QByteArray &rootKey)
{
    return roster.rootKey == rootKey && crypto::verifySignature(rootKey, signedBytes(roster), roster.signature);
}

base::Result<Roster> readRoster(const base::Path &file)
{
    const QString subject = base::toDisplay(file);
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    const auto bytes = source->all(largestRoster);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto json = base::parseJsonObject(*bytes, subject);
    if (!json)
        return std::unexpected(json.error());
    auto roster = rosterFromJson(*json, subject);
    if (roster && !isSignedBy(*roster, roster->rootKey)) {
        return base::failure(base::ErrorCode::Damaged, subject,
                             QCoreApplication::translate("shirushi::people",
                                                         "This roster was changed: its signature is wrong."));
    }
    return roster;
}

base::Result<void> writeRoster(const base::Path &file, const Roster &roster)
{
    return platform::writeFile(file, base::canonicalJson(toJson(roster)) + '\n');
}

QString fingerprintOf(const QByteArray &rootKey)
{
    const QByteArray digest = crypto::sha256(rootKey).first(fingerprintSize);
    const QString text = toGroups(base::SecretBytes(
        std::span(reinterpret_cast<const std::uint8_t *>(digest.constData()), static_cast<std::size_t>(digest.size()))));
    return text.first(text.lastIndexOf(u'-')); // compared by eye and ear: no check character needed
}

} // namespace shirushi::people
