#include "people/root.h"

#include "base/canonicaljson.h"
#include "crypto/seal.h"
#include "people/jsonbytes.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"

#include <QCoreApplication>

#include <array>

namespace shirushi::people {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype keySize = 32;

QByteArray rootContext(const QString &administrator)
{
    return "shirushi/v1/root/" + administrator.toUtf8();
}

const QByteArray recoveryRootContext = "shirushi/v1/recovery/root";
const QByteArray recoveryLedgerContext = "shirushi/v1/recovery/ledger";

struct RecoveryMember {
    const char *name;
    QByteArray Root::*bytes;
};
constexpr std::array recoveryMembers{RecoveryMember{"root", &Root::recoverySealed},
                                     RecoveryMember{"key", &Root::recoveryKey},
                                     RecoveryMember{"ledgerKey", &Root::recoveryLedgerKey},
                                     RecoveryMember{"nextLedgerKey", &Root::recoveryNextLedgerKey}};

} // namespace

QJsonObject toJson(const Root &root)
{
    QJsonObject sealed;
    for (const auto &[administrator, box] : root.sealed)
        sealed.insert(administrator, textOf(box));
    QJsonObject json{{QStringLiteral("version"), formatVersion},
                     {QStringLiteral("publicKey"), textOf(root.publicKey)},
                     {QStringLiteral("sealed"), sealed}};
    QJsonObject recovery;
    for (const RecoveryMember &member : recoveryMembers) {
        if (!(root.*member.bytes).isEmpty())
            recovery.insert(QLatin1String(member.name), textOf(root.*member.bytes));
    }
    if (!recovery.isEmpty())
        json.insert(QStringLiteral("recovery"), recovery);
    return json;
}

base::Result<Root> readRoot(const base::Path &file)
{
    const auto json = platform::readJsonFile(file);
    if (!json)
        return std::unexpected(json.error());
    JsonMembers members(*json);
    Root root;
    root.publicKey = members.bytes("publicKey", keySize);
    const QJsonObject sealed = json->value(QStringLiteral("sealed")).toObject();
    JsonMembers boxes(sealed);
    for (auto box = sealed.begin(); box != sealed.end(); ++box)
        root.sealed.emplace(box.key(), boxes.bytes(box.key().toUtf8().constData()));
    const QJsonObject recovery = json->value(QStringLiteral("recovery")).toObject();
    JsonMembers recoveryBoxes(recovery);
    for (const RecoveryMember &member : recoveryMembers) {
        if (recovery.contains(QLatin1String(member.name)))
            root.*member.bytes = recoveryBoxes.bytes(member.name);
    }
    if (json->value(QStringLiteral("version")).toInt() != formatVersion || !members.isComplete() || !boxes.isComplete()
        || !recoveryBoxes.isComplete()) {
        return base::failure(base::ErrorCode::Damaged, base::toDisplay(file),
                             QCoreApplication::translate("shirushi::people", "The office's root file cannot be read."));
    }
    return root;
}

base::Result<void> writeRoot(const base::Path &file, const Root &root)
{
    return platform::writeFile(file, base::canonicalJson(toJson(root)) + '\n');
}

base::Result<void> sealTo(Root &root, const base::SecretBytes &privateKey, const QString &administrator,
                          const QByteArray &receivingKey)
{
    const auto box = crypto::sealToKey(receivingKey, privateKey, rootContext(administrator));
    if (!box)
        return std::unexpected(box.error());
    root.sealed.insert_or_assign(administrator, *box);
    return {};
}

base::Result<base::SecretBytes> openRoot(const Root &root, const QString &administrator,
                                         const base::SecretBytes &receivingPrivateKey)
{
    const auto box = root.sealed.find(administrator);
    if (box == root.sealed.end()) {
        return base::failure(base::ErrorCode::Forbidden, administrator,
                             QCoreApplication::translate("shirushi::people", "Only an administrator can do this."));
    }
    auto privateKey = crypto::openWithPrivateKey(receivingPrivateKey, box->second, rootContext(administrator));
    if (!privateKey)
        return privateKey;
    const auto publicKey = crypto::signingPublicKey(*privateKey);
    if (!publicKey || *publicKey != root.publicKey) {
        return base::failure(base::ErrorCode::WrongPassword, administrator,
                             QCoreApplication::translate("shirushi::people", "The office's root file was changed."));
    }
    return privateKey;
}

base::Result<crypto::KeyPair> recoveryKey(const base::SecretBytes &code)
{
    auto privateKey = crypto::hkdf(code, {}, "shirushi/v1/recovery");
    if (!privateKey)
        return std::unexpected(privateKey.error());
    auto publicKey = crypto::receivingPublicKey(*privateKey);
    if (!publicKey)
        return std::unexpected(publicKey.error());
    return crypto::KeyPair{std::move(*privateKey), std::move(*publicKey)};
}

base::Result<void> sealToRecovery(Root &root, const base::SecretBytes &privateKey, const base::SecretBytes &ledgerKey,
                                  const QByteArray &recoveryPublicKey)
{
    const auto sealedRoot = crypto::sealToKey(recoveryPublicKey, privateKey, recoveryRootContext);
    if (!sealedRoot)
        return std::unexpected(sealedRoot.error());
    if (const auto sealed = sealLedgerToRecovery(root, ledgerKey, recoveryPublicKey); !sealed)
        return sealed;
    root.recoverySealed = *sealedRoot;
    return {};
}

base::Result<void> sealLedgerToRecovery(Root &root, const base::SecretBytes &ledgerKey, const QByteArray &recoveryPublicKey)
{
    const auto sealed = crypto::sealToKey(recoveryPublicKey, ledgerKey, recoveryLedgerContext);
    if (!sealed)
        return std::unexpected(sealed.error());
    root.recoveryKey = recoveryPublicKey;
    root.recoveryLedgerKey = *sealed;
    root.recoveryNextLedgerKey.clear();
    return {};
}

base::Result<void> sealNextToRecovery(Root &root, const base::SecretBytes &nextLedgerKey,
                                      const QByteArray &recoveryPublicKey)
{
    const auto sealed = crypto::sealToKey(recoveryPublicKey, nextLedgerKey, recoveryLedgerContext);
    if (!sealed)
        return std::unexpected(sealed.error());
    root.recoveryNextLedgerKey = *sealed;
    return {};
}

base::Result<Recovered> openWithRecovery(const Root &root, const base::SecretBytes &code)
{
    const auto keys = recoveryKey(code);
    if (!keys)
        return std::unexpected(keys.error());
    Recovered recovered;
    const auto open = [&](const QByteArray &box, const QByteArray &context, base::SecretBytes &secret) -> base::Result<void> {
        auto opened = crypto::openWithPrivateKey(keys->privateKey, box, context);
        if (!opened)
            return std::unexpected(opened.error());
        secret = std::move(*opened);
        return {};
    };
    if (const auto opened = open(root.recoveryLedgerKey, recoveryLedgerContext, recovered.ledgerKey); !opened)
        return std::unexpected(opened.error());
    if (!root.recoverySealed.isEmpty()) {
        if (const auto opened = open(root.recoverySealed, recoveryRootContext, recovered.rootPrivateKey); !opened)
            return std::unexpected(opened.error());
    }
    if (!root.recoveryNextLedgerKey.isEmpty()) {
        if (const auto opened = open(root.recoveryNextLedgerKey, recoveryLedgerContext, recovered.nextLedgerKey); !opened)
            return std::unexpected(opened.error());
    }
    return recovered;
}

} // namespace shirushi::people
