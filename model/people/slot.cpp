#include "people/slot.h"

#include "base/encoding.h"
#include "platform/jsonfile.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shirushi::people {

namespace {

constexpr int formatVersion = 1;
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
    return form.match(id).hasMatch();
}

base::Result<Slot> makeSlot(const QString &id, const QString &name, const QString &role,
                            const base::SecretBytes &password, const base::SecretBytes &ledgerKey)
{
    if (!isValidId(id)) {
        return base::failure(base::ErrorCode::InvalidInput, id,
                             tr("An id has 1 to 64 lower-case letters, digits, dots, hyphens or underscores."));
    }
    if (name.trimmed().isEmpty())
        return base::failure(base::ErrorCode::InvalidInput, id, tr("Please give a name."));
    if (password.isEmpty())
        return base::failure(base::ErrorCode::InvalidInput, id, tr("Please give a password."));

    const auto signing = crypto::generateSigningKey();
    const auto receiving = crypto::generateReceivingKey();
    const auto salt = crypto::randomBytes(saltSize);
    if (!signing)
        return std::unexpected(signing.error());
    if (!receiving)
        return std::unexpected(receiving.error());
    if (!salt)
        return std::unexpected(salt.error());

    Slot slot;
    slot.account = {id, name.trimmed(), role, signing->publicKey, receiving->publicKey};
    slot.parameters = crypto::currentScrypt;
    slot.salt = *salt;
    const auto key = crypto::deriveKey(password, slot.salt, slot.parameters);
    if (!key)
        return std::unexpected(key.error());
    const auto sealedSigning = crypto::sealWithKey(*key, signing->privateKey, contextOf("signing", id));
    const auto sealedReceiving = crypto::sealWithKey(*key, receiving->privateKey, contextOf("receiving", id));
    const auto wrapped = crypto::sealToKey(receiving->publicKey, ledgerKey, contextOf("ledger", id));
    if (!sealedSigning)
        return std::unexpected(sealedSigning.error());
    if (!sealedReceiving)
        return std::unexpected(sealedReceiving.error());
    if (!wrapped)
        return std::unexpected(wrapped.error());
    slot.sealedSigningKey = *sealedSigning;
    slot.sealedReceivingKey = *sealedReceiving;
    slot.ledgerKey = *wrapped;
    return slot;
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

base::Result<base::SecretBytes> openLedgerKey(const Slot &slot, const PrivateKeys &keys)
{
    return crypto::openWithPrivateKey(keys.receiving, slot.ledgerKey, contextOf("ledger", slot.account.id));
}

QJsonObject toJson(const Slot &slot)
{
    const auto text = [](const QByteArray &bytes) { return QString::fromLatin1(base::toBase64Url(bytes)); };
    return {{QStringLiteral("version"), formatVersion},
            {QStringLiteral("id"), slot.account.id},
            {QStringLiteral("name"), slot.account.name},
            {QStringLiteral("role"), slot.account.role},
            {QStringLiteral("signingKey"), text(slot.account.signingKey)},
            {QStringLiteral("receivingKey"), text(slot.account.receivingKey)},
            {QStringLiteral("password"), QJsonObject{{QStringLiteral("function"), QStringLiteral("scrypt")},
                                                     {QStringLiteral("log2N"), slot.parameters.log2N},
                                                     {QStringLiteral("r"), slot.parameters.r},
                                                     {QStringLiteral("p"), slot.parameters.p},
                                                     {QStringLiteral("salt"), text(slot.salt)}}},
            {QStringLiteral("sealedSigningKey"), text(slot.sealedSigningKey)},
            {QStringLiteral("sealedReceivingKey"), text(slot.sealedReceivingKey)},
            {QStringLiteral("ledgerKey"), text(slot.ledgerKey)}};
}

base::Result<Slot> slotFromJson(const QJsonObject &json, const QString &subject)
{
    bool complete = json.value(QStringLiteral("version")).toInt() == formatVersion;
    const auto text = [&](const QJsonObject &object, const QString &name) {
        const QJsonValue value = object.value(name);
        complete = complete && value.isString();
        return value.toString();
    };
    const auto bytes = [&](const QJsonObject &object, const QString &name, qsizetype size) {
        const auto decoded = base::fromBase64Url(text(object, name).toLatin1());
        complete = complete && decoded && (size == 0 ? !decoded->isEmpty() : decoded->size() == size);
        return decoded.value_or(QByteArray());
    };
    Slot slot;
    slot.account.id = text(json, QStringLiteral("id"));
    slot.account.name = text(json, QStringLiteral("name"));
    slot.account.role = text(json, QStringLiteral("role"));
    slot.account.signingKey = bytes(json, QStringLiteral("signingKey"), 32);
    slot.account.receivingKey = bytes(json, QStringLiteral("receivingKey"), 32);
    const QJsonObject password = json.value(QStringLiteral("password")).toObject();
    complete = complete && text(password, QStringLiteral("function")) == u"scrypt";
    slot.parameters = {password.value(QStringLiteral("log2N")).toInt(), password.value(QStringLiteral("r")).toInt(),
                       password.value(QStringLiteral("p")).toInt()};
    slot.salt = bytes(password, QStringLiteral("salt"), 0);
    slot.sealedSigningKey = bytes(json, QStringLiteral("sealedSigningKey"), 0);
    slot.sealedReceivingKey = bytes(json, QStringLiteral("sealedReceivingKey"), 0);
    slot.ledgerKey = bytes(json, QStringLiteral("ledgerKey"), 0);
    if (!complete || !isValidId(slot.account.id))
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

} // namespace shirushi::people
