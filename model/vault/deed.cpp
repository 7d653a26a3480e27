#include "vault/deed.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "erasure/erasure.h"
#include "platform/filelock.h"
#include "platform/replacement.h"
#include "platform/sharedfolder.h"
#include "vault/layout.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstring>

namespace shirushi::vault {

using base::ErrorCode;

namespace {

const QString roomMember = QStringLiteral("room");
const QString room = QStringLiteral("vault");

// Paths are bytes: base64url keeps those that are no text.
QString pathText(const base::Path &path)
{
    return QString::fromLatin1(base::toBase64Url(QByteArray::fromStdString(path.native())));
}

base::Path pathFrom(const QJsonValue &value)
{
    return base::fromBase64Url(value.toString().toLatin1()).value_or(QByteArray()).toStdString();
}

QStringList listFrom(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        list += entry.toString();
    return list;
}

base::Result<QString> hashOf(const base::Path &path)
{
    const auto source = platform::FileSource::open(path);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
    return QString::fromLatin1(base::toHex(*digest));
}

bool isFolder(const base::Path &path)
{
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

base::Path placeOf(const Deed &deed)
{
    const Layout layout(deed.vault);
    return deed.item.isEmpty() ? layout.vaultFile() : layout.descriptionOf(deed.item);
}

// Follows from the deed, so that after a kill it can be told what was being erased from what somebody has changed.
erasure::Order orderOf(const Deed &deed, const base::Path &file)
{
    const QByteArray seed = crypto::sha256(deed.description.toLatin1() + QByteArray::fromStdString(file.native()));
    erasure::Order order;
    order.file = file;
    static_assert(sizeof order.seed == 32);
    std::memcpy(order.seed.data(), seed.constData(), sizeof order.seed);
    order.alias = base::toHex(crypto::sha256(seed)).left(24);
    return order;
}

base::Result<void> erase(const erasure::Order &order)
{
    base::NoProgress progress;
    const auto erased = erasure::eraseAll({&order, 1}, progress);
    return erased.front() ? base::Result<void>() : std::unexpected(erased.front().error());
}

base::Result<void> eraseIfSame(erasure::Order order, const QString &hash)
{
    const erasure::Remains remains = erasure::remainsOf(order);
    if (remains == erasure::Remains::Begun)
        return erasure::finish(order);
    if (remains != erasure::Remains::Untouched)
        return {};
    const auto source = platform::FileSource::open(order.file);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
    if (QString::fromLatin1(base::toHex(*digest)) != hash) {
        return base::failure(ErrorCode::Changed, base::toDisplay(order.file),
                             QCoreApplication::translate("shirushi::vault", "The original was changed after it was put into the vault. It stays where it is."));
    }
    order.expected = source->identity();
    return erase(order);
}

} // namespace

QJsonObject toJson(const Deed &deed)
{
    return {{roomMember, room},
            {QStringLiteral("vault"), pathText(deed.vault)},
            {QStringLiteral("item"), deed.item},
            {QStringLiteral("temporary"), pathText(deed.temporary)},
            {QStringLiteral("description"), deed.description},
            {QStringLiteral("replaces"), deed.replaces},
            {QStringLiteral("contents"), QJsonArray::fromStringList(deed.contents)},
            {QStringLiteral("sealed"), QJsonArray::fromStringList(deed.sealed)},
            {QStringLiteral("original"), pathText(deed.original)},
            {QStringLiteral("originalHash"), deed.originalHash},
            {QStringLiteral("sidecar"), pathText(deed.sidecar)},
            {QStringLiteral("sidecarHash"), deed.sidecarHash},
            {QStringLiteral("obsolete"), QJsonArray::fromStringList(deed.obsolete)}};
}

bool isVaultDeed(const QJsonObject &json)
{
    return json.value(roomMember) == room;
}

base::Result<Deed> deedFromJson(const QJsonObject &json)
{
    Deed deed;
    deed.vault = pathFrom(json.value(QStringLiteral("vault")));
    deed.item = json.value(QStringLiteral("item")).toString();
    deed.temporary = pathFrom(json.value(QStringLiteral("temporary")));
    deed.description = json.value(QStringLiteral("description")).toString();
    deed.replaces = json.value(QStringLiteral("replaces")).toString();
    deed.contents = listFrom(json.value(QStringLiteral("contents")));
    deed.sealed = listFrom(json.value(QStringLiteral("sealed")));
    deed.original = pathFrom(json.value(QStringLiteral("original")));
    deed.originalHash = json.value(QStringLiteral("originalHash")).toString();
    deed.sidecar = pathFrom(json.value(QStringLiteral("sidecar")));
    deed.sidecarHash = json.value(QStringLiteral("sidecarHash")).toString();
    deed.obsolete = listFrom(json.value(QStringLiteral("obsolete")));
    if (!isVaultDeed(json) || deed.contents.size() != deed.sealed.size() || !deed.vault.is_absolute() || deed.temporary.empty() || deed.description.size() != 64) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(deed.vault),
                             QCoreApplication::translate("shirushi::vault", "What the ledger notes of unfinished work cannot be read."));
    }
    return deed;
}

Placing finishPlacing(const Deed &deed)
{
    const Layout layout(deed.vault);
    if (!isFolder(layout.items()))
        return Placing::Unreachable;
    static_cast<void>(platform::makeOwnFolder(layout.locks()));
    const auto lock = platform::FileLock::exclusive(deed.item.isEmpty() ? layout.vaultLock() : layout.lockOf(deed.item));
    if (!lock)
        return Placing::Unreachable;
    const base::Path place = placeOf(deed);
    const auto now = hashOf(place);
    if (now && *now == deed.description)
        return Placing::Done;
    const bool isAsBefore = now ? *now == deed.replaces : deed.replaces.isEmpty() && now.error().code == ErrorCode::NotFound;
    const auto waiting = hashOf(deed.temporary);
    if (!isAsBefore || !waiting || *waiting != deed.description)
        return Placing::Impossible;
    std::error_code problem;
    std::filesystem::rename(deed.temporary, place, problem);
    platform::flushFolder(place.parent_path());
    return problem ? Placing::Impossible : Placing::Done;
}

bool hasContents(const Deed &deed)
{
    const Layout layout(deed.vault);
    for (qsizetype i = 0; i < deed.contents.size(); ++i) {
        if (hashOf(layout.file(deed.contents[i])).value_or(QString()) != deed.sealed[i])
            return false;
    }
    return true;
}

base::Result<void> cleanUp(const Deed &deed, const std::optional<platform::FileIdentity> &original)
{
    const Layout layout(deed.vault);
    for (const QString &name : deed.obsolete) {
        std::error_code ignored;
        std::filesystem::remove(layout.file(name), ignored);
    }
    if (!deed.original.empty()) {
        erasure::Order order = orderOf(deed, deed.original);
        order.expected = original;
        if (const auto gone = original ? erase(order) : eraseIfSame(order, deed.originalHash); !gone)
            return gone;
    }
    return deed.sidecar.empty() ? base::Result<void>() : eraseIfSame(orderOf(deed, deed.sidecar), deed.sidecarHash);
}

void abandon(const Deed &deed)
{
    const Layout layout(deed.vault);
    std::error_code ignored;
    std::filesystem::remove(deed.temporary, ignored);
    for (const QString &content : deed.contents)
        std::filesystem::remove(layout.file(content), ignored);
}

} // namespace shirushi::vault
