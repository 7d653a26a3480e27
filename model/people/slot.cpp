#include "people/slot.h"

#include "base/canonicaljson.h"
#include "people/jsonbytes.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shirushi::people {

namespace {

constexpr int formatVersion = 2; // 1: without "mustChange" and "nextLedgerKey"
constexpr std::size_t saltSize = 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

// What a box is for, and whose: one cannot stand in for another.
QByteArray contextOf(const char *purpose, const QString &id)
{
    return QByteArray("shirushi/v1/slot/") + purpose + '/' + id.toUtf8();
}

} // namespace

bool isValidId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9][a-z0-9._-]{0,63}$"));
    // The folder has files of its own by these names.
    static const QStringList taken{QStringLiteral("roster"), QStringLiteral("root"), QStringLiteral("attempts"),
                                   QStringLiteral("application"), QStringLiteral("renewal")};
    return form.match(id).hasMatch() && !taken.contains(id);
}

base::Result<Slot> makeSlot(const QString &id, const QString &name, const QString &role,
                            const base::SecretBytes &password)
{
    if (!isValidId(id)) {
        return base::failure(base::ErrorCode::InvalidInput, id,
                             tr("An id has 1 to 64 lower-case letters, digits, dots, hyphens or underscores."));
    }
    if (name.trimmed().isEmpty())
        return base::failure(base::ErrorCode::InvalidInput, id, tr("Please give a name."));
    auto signing = crypto::generateSigningKey();
    if (!signing)
        return std::unexpected(signing.error());
    auto receiving = crypto::generateReceivingKey();
    if (!receiving)
        return std::unexpected(receiving.error());
    Slot slot;
    slot.account = {id, name.trimmed(), role, signing->publicKey, receiving->publicKey};
    const PrivateKeys keys{std::move(signing->privateKey), std::move(receiving->privateKey)};
    if (const auto sealed = changePassword(slot, keys, password); !sealed)
        return std::unexpected(sealed.error());
    return slot;
}

base::Result<void> changePassword(Slot &slot, const PrivateKeys &keys, const base::SecretBytes &password)
{
    const QString &id = slot.account.id;
    if (password.isEmpty())
        return base::failure(base::ErrorCode::InvalidInput, id, tr("Please give a password."));
    const auto salt = crypto::randomBytes(saltSize);
    if (!salt)
        return std::unexpected(salt.error());
    const auto key = crypto::deriveKey(password, *salt, crypto::currentScrypt());
    if (!key)
        return std::unexpected(key.error());
    const auto signing = crypto::sealWithKey(*key, keys.signing, contextOf("signing", id));
    if (!signing)
        return std::unexpected(signing.error());
    const auto receiving = crypto::sealWithKey(*key, keys.receiving, contextOf("receiving", id));
    if (!receiving)
        return std::unexpected(receiving.error());
    slot.parameters = crypto::currentScrypt();
    slot.salt = *salt;
    slot.sealedSigningKey = *signing;
    slot.sealedReceivingKey = *receiving;
    return {};
}

base::Result<QByteArray> wrapLedgerKey(const QString &id, const QByteArray &receivingKey,
                                       const base::SecretBytes &ledgerKey)
{
    return crypto::sealToKey(receivingKey, ledgerKey, contextOf("ledger", id));
}

base::Result<PrivateKeys> openSlot(const Slot &slot, const base::SecretBytes &password)
{
    const auto key = crypto::deriveKey(password, slot.salt, slot.parameters);
    if (!key)
        return std::unexpected(key.error());
    auto signing = crypto::openWithKey(*key, slot.sealedSigningKey, contextOf("signing", slot.account.id));
    if (!signing)
        return std::unexpected(signing.error());
    auto receiving = crypto::openWithKey(*key, slot.sealedReceivingKey, contextOf("receiving", slot.account.id));
    if (!receiving)
        return std::unexpected(receiving.error());
    // The public keys stand outside the sealed boxes: somebody may have put others there.
    const auto publicSigning = crypto::signingPublicKey(*signing);
    const auto publicReceiving = crypto::receivingPublicKey(*receiving);
    if (!publicSigning || !publicReceiving || *publicSigning != slot.account.signingKey
        || *publicReceiving != slot.account.receivingKey) {
        return base::failure(base::ErrorCode::WrongPassword, slot.account.id,
                             tr("The password is wrong, or the key file was changed."));
    }
    return PrivateKeys{std::move(*signing), std::move(*receiving)};
}

base::Result<base::SecretBytes> openLedgerKey(const QString &id, const QByteArray &wrapped, const PrivateKeys &keys)
{
    return crypto::openWithPrivateKey(keys.receiving, wrapped, contextOf("ledger", id));
}

QJsonObject toJson(const Slot &slot)
{
    QJsonObject json{{QStringLiteral("version"), formatVersion},
                     {QStringLiteral("id"), slot.account.id},
                     {QStringLiteral("name"), slot.account.name},
                     {QStringLiteral("role"), slot.account.role},
                     {QStringLiteral("signingKey"), textOf(slot.account.signingKey)},
                     {QStringLiteral("receivingKey"), textOf(slot.account.receivingKey)},
                     {QStringLiteral("password"), QJsonObject{{QStringLiteral("function"), QStringLiteral("scrypt")},
                                                              {QStringLiteral("log2N"), slot.parameters.log2N},
                                                              {QStringLiteral("r"), slot.parameters.r},
                                                              {QStringLiteral("p"), slot.parameters.p},
                                                              {QStringLiteral("salt"), textOf(slot.salt)}}},
                     {QStringLiteral("sealedSigningKey"), textOf(slot.sealedSigningKey)},
                     {QStringLiteral("sealedReceivingKey"), textOf(slot.sealedReceivingKey)},
                     {QStringLiteral("mustChange"), slot.mustChange}};
    if (!slot.ledgerKey.isEmpty())
        json.insert(QStringLiteral("ledgerKey"), textOf(slot.ledgerKey));
    if (!slot.nextLedgerKey.isEmpty())
        json.insert(QStringLiteral("nextLedgerKey"), textOf(slot.nextLedgerKey));
    return json;
}

base::Result<Slot> slotFromJson(const QJsonObject &json, const QString &subject)
{
    JsonMembers members(json);
    const QJsonObject password = json.value(QStringLiteral("password")).toObject();
    JsonMembers passwordMembers(password);
    Slot slot;
    slot.account = {members.text("id"), members.text("name"), members.text("role"), members.bytes("signingKey", 32),
                    members.bytes("receivingKey", 32)};
    slot.parameters = {password.value(QStringLiteral("log2N")).toInt(), password.value(QStringLiteral("r")).toInt(),
                       password.value(QStringLiteral("p")).toInt()};
    slot.salt = passwordMembers.bytes("salt");
    slot.sealedSigningKey = members.bytes("sealedSigningKey");
    slot.sealedReceivingKey = members.bytes("sealedReceivingKey");
    slot.mustChange = json.value(QStringLiteral("mustChange")).toBool();
    if (json.contains(QStringLiteral("ledgerKey")))
        slot.ledgerKey = members.bytes("ledgerKey");
    if (json.contains(QStringLiteral("nextLedgerKey")))
        slot.nextLedgerKey = members.bytes("nextLedgerKey");
    const int version = json.value(QStringLiteral("version")).toInt();
    if (version < 1 || version > formatVersion || !members.isComplete() || !passwordMembers.isComplete()
        || passwordMembers.text("function") != u"scrypt" || !isValidId(slot.account.id))
        return base::failure(base::ErrorCode::Damaged, subject, tr("This key file cannot be read."));
    return slot;
}

base::Result<Slot> readSlot(const base::Path &file)
{
    const QString subject = base::toDisplay(file);
    const auto json = platform::readJsonFile(file);
    if (!json)
        return std::unexpected(json.error());
    auto slot = slotFromJson(*json, subject);
    if (slot && base::toPath(slot->account.id) != file.stem())
        return base::failure(base::ErrorCode::Damaged, subject, tr("This key file belongs to somebody else."));
    return slot;
}

base::Result<void> writeSlot(const base::Path &file, const Slot &slot)
{
    return platform::writeFile(file, base::canonicalJson(toJson(slot)) + '\n');
}

} // namespace shirushi::people
