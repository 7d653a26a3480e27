#include "people/root.h"

#include "base/canonicaljson.h"
#include "crypto/seal.h"
#include "people/jsonbytes.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"

#include <QCoreApplication>

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

} // namespace

QJsonObject toJson(const Root &root)
{
    QJsonObject sealed;
    for (const auto &[administrator, box] : root.sealed)
        sealed.insert(administrator, textOf(box));
    QJsonObject json{{QStringLiteral("version"), formatVersion},
                     {QStringLiteral("publicKey"), textOf(root.publicKey)},
                     {QStringLiteral("sealed"), sealed}};
    if (root.recoverySealed.isEmpty())
        return json;
    QJsonObject recovery{{QStringLiteral("root"), textOf(root.recoverySealed)},
                         {QStringLiteral("ledgerKey"), textOf(root.recoveryLedgerKey)}};
    if (!root.recoveryNextLedgerKey.isEmpty())
        recovery.insert(QStringLiteral("nextLedgerKey"), textOf(root.recoveryNextLedgerKey));
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
    if (!recovery.isEmpty()) {
        root.recoverySealed = recoveryBoxes.bytes("root");
        root.recoveryLedgerKey = recoveryBoxes.bytes("ledgerKey");
        if (recovery.contains(QStringLiteral("nextLedgerKey")))
            root.recoveryNextLedgerKey = recoveryBoxes.bytes("nextLedgerKey");
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
    const auto sealedLedger = crypto::sealToKey(recoveryPublicKey, ledgerKey, recoveryLedgerContext);
    if (!sealedLedger)
        return std::unexpected(sealedLedger.error());
    root.recoverySealed = *sealedRoot;
    root.recoveryLedgerKey = *sealedLedger;
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
    auto rootKey = crypto::openWithPrivateKey(keys->privateKey, root.recoverySealed, recoveryRootContext);
    if (!rootKey)
        return std::unexpected(rootKey.error());
    auto ledgerKey = crypto::openWithPrivateKey(keys->privateKey, root.recoveryLedgerKey, recoveryLedgerContext);
    if (!ledgerKey)
        return std::unexpected(ledgerKey.error());
    Recovered recovered{std::move(*rootKey), std::move(*ledgerKey), {}};
    if (!root.recoveryNextLedgerKey.isEmpty()) {
        auto next = crypto::openWithPrivateKey(keys->privateKey, root.recoveryNextLedgerKey, recoveryLedgerContext);
        if (!next)
            return std::unexpected(next.error());
        recovered.nextLedgerKey = std::move(*next);
    }
    return recovered;
}

} // namespace shirushi::people
