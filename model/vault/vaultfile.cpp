#include "vault/vaultfile.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "base/encoding.h"
#include "platform/jsonfile.h"
#include "vault/jsonreading.h"
#include "vault/sealing.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::vault {

namespace {

constexpr int formatVersion = 1;
const QString formKind = QStringLiteral("shirushi-vault");

} // namespace

bool VaultFile::hasEver(const QString &person) const
{
    return std::ranges::any_of(succession, [&](const Link &link) { return link.has(person); });
}

bool VaultFile::isGenuine(const ledger::Signatories &people) const
{
    if (succession.empty() || succession.back().people != peopleOf(readers) || !isUnbroken(succession, id, madeBy, people))
        return false;
    // Who removes themself has signed the last link and is not in it.
    const Link &last = succession.back();
    const bool mayChange = last.has(changedBy) || (last.by == changedBy && last.counter == counter);
    return mayChange && last.counter <= counter && isSignedBy(toJson(*this), changedBy, people);
}

QJsonObject toJson(const VaultFile &vault)
{
    QJsonArray history;
    for (const Event &event : vault.history)
        history.append(toJson(event));
    QJsonArray succession;
    for (const Link &link : vault.succession)
        succession.append(toJson(link));
    QJsonObject object{{QStringLiteral("version"), formatVersion},
                       {QStringLiteral("kind"), formKind},
                       {QStringLiteral("id"), vault.id},
                       {QStringLiteral("counter"), static_cast<qint64>(vault.counter)},
                       {QStringLiteral("name"), vault.name},
                       {QStringLiteral("department"), vault.department},
                       {QStringLiteral("escrowRole"), vault.escrowRole},
                       {QStringLiteral("readers"), toJson(vault.readers)},
                       {QStringLiteral("succession"), succession},
                       {QStringLiteral("history"), history},
                       {QStringLiteral("madeAt"), base::toRfc3339(vault.madeAt)},
                       {QStringLiteral("madeBy"), vault.madeBy},
                       {QStringLiteral("changedAt"), base::toRfc3339(vault.changedAt)},
                       {QStringLiteral("changedBy"), vault.changedBy},
                       {QStringLiteral("keyId"), vault.keyId}};
    if (!vault.signature.isEmpty())
        object.insert(QStringLiteral("signature"), QString::fromLatin1(base::toBase64Url(vault.signature)));
    return object;
}

base::Result<VaultFile> vaultFileFromJson(const QJsonObject &json, const QString &subject)
{
    JsonReading reading(json);
    if (reading.number("version") != formatVersion || reading.text("kind") != formKind)
        reading.fail();
    VaultFile vault;
    vault.id = reading.id("id");
    vault.counter = reading.number("counter", 1);
    vault.name = reading.text("name");
    vault.department = reading.text("department");
    vault.escrowRole = reading.text("escrowRole");
    vault.madeAt = reading.time("madeAt");
    vault.madeBy = reading.text("madeBy");
    vault.changedAt = reading.time("changedAt");
    vault.changedBy = reading.text("changedBy");
    vault.keyId = reading.text("keyId");
    vault.signature = reading.bytes("signature", 64);
    if (!readReaders(reading.object("readers"), vault.readers) || !readSuccession(reading.objects("succession", mostLinks), vault.succession) || !readEvents(reading.objects("history", mostEvents), vault.history))
        reading.fail();
    if (!reading.isRight()) {
        return base::failure(base::ErrorCode::Damaged, subject,
                             QCoreApplication::translate("shirushi::vault", "The description of this vault cannot be read."));
    }
    return vault;
}

QByteArray idFileOf(const QString &id)
{
    return base::canonicalJson(QJsonObject{{QStringLiteral("version"), formatVersion}, {QStringLiteral("id"), id}}) + '\n';
}

base::Result<QString> readIdFile(const base::Path &file)
{
    const auto json = platform::readJsonFile(file);
    if (!json && json.error().code == base::ErrorCode::NotFound) {
        return base::failure(base::ErrorCode::NotFound, base::toDisplay(file.parent_path()),
                             QCoreApplication::translate("shirushi::vault", "This folder is no vault."));
    }
    if (!json)
        return std::unexpected(json.error());
    JsonReading reading(*json);
    if (reading.number("version", 1) > formatVersion && reading.isRight()) {
        return base::failure(base::ErrorCode::Unsupported, base::toDisplay(file),
                             QCoreApplication::translate("shirushi::vault", "A newer Shirushi has made this vault."));
    }
    const QString id = reading.id("id");
    if (!reading.isRight()) {
        return base::failure(base::ErrorCode::Damaged, base::toDisplay(file),
                             QCoreApplication::translate("shirushi::vault", "The description of this vault cannot be read."));
    }
    return id;
}

} // namespace shirushi::vault
