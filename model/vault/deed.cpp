#include "vault/deed.h"

#include "base/encoding.h"
#include "platform/filelock.h"
#include "platform/replacement.h"
#include "platform/sharedfolder.h"
#include "vault/erasing.h"
#include "vault/layout.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::vault {

using base::ErrorCode;

namespace {

const QString roomMember = QStringLiteral("room");
const QString room = QStringLiteral("vault");
const QString leavingMember = QStringLiteral("leaving");

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

QJsonObject toJson(const Leaving &leaving)
{
    return {{QStringLiteral("vault"), pathText(leaving.vault)},
            {QStringLiteral("description"), leaving.description},
            {QStringLiteral("contents"), QJsonArray::fromStringList(leaving.contents)}};
}

} // namespace

QJsonObject toJson(const Deed &deed)
{
    QJsonObject json{{roomMember, room},
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
    if (deed.leaving)
        json.insert(leavingMember, toJson(*deed.leaving));
    return json;
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
    const QJsonObject leaving = json.value(leavingMember).toObject();
    if (!leaving.isEmpty()) {
        deed.leaving = {pathFrom(leaving.value(QStringLiteral("vault"))), leaving.value(QStringLiteral("description")).toString(),
                        listFrom(leaving.value(QStringLiteral("contents")))};
    }
    const bool canLeave = !deed.leaving || (deed.leaving->vault.is_absolute() && deed.leaving->description.size() == 64);
    if (!isVaultDeed(json) || !canLeave || deed.contents.size() != deed.sealed.size() || !deed.vault.is_absolute() || deed.temporary.empty() || deed.description.size() != 64) {
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
    const auto now = hashOfFile(place);
    // What is new has a number of its own: what lies there now was made from it.
    if (now && (*now == deed.description || deed.replaces.isEmpty()))
        return Placing::Done;
    const bool isAsBefore = now ? *now == deed.replaces : deed.replaces.isEmpty() && now.error().code == ErrorCode::NotFound;
    const auto waiting = hashOfFile(deed.temporary);
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
        if (hashOfFile(layout.file(deed.contents[i])).value_or(QString()) != deed.sealed[i])
            return false;
    }
    return true;
}

base::Result<void> cleanUp(const Deed &deed, const std::optional<platform::FileIdentity> &original)
{
    const Layout layout(deed.vault);
    const QString changed = QCoreApplication::translate("shirushi::vault", "The original was changed after it was put into the vault. It stays where it is.");
    for (const QString &name : deed.obsolete) {
        std::error_code ignored;
        std::filesystem::remove(layout.file(name), ignored);
    }
    if (!deed.original.empty()) {
        erasure::Order order = erasureOf(deed.description, deed.original);
        order.expected = original;
        if (const auto gone = original ? erase(order) : eraseIfSame(order, deed.originalHash, changed); !gone)
            return gone;
    }
    if (!deed.sidecar.empty()) {
        if (const auto gone = eraseIfSame(erasureOf(deed.description, deed.sidecar), deed.sidecarHash, changed); !gone)
            return gone;
    }
    return deed.leaving ? leave(*deed.leaving, deed.item, deed.description) : base::Result<void>();
}

bool takeBack(const Deed &deed)
{
    const Layout layout(deed.vault);
    const auto lock = platform::FileLock::exclusive(layout.lockOf(deed.item));
    const auto now = hashOfFile(placeOf(deed));
    if (!lock || (now && *now != deed.description))
        return false;
    std::error_code problem;
    std::filesystem::remove(placeOf(deed), problem);
    platform::flushFolder(layout.items());
    return !problem;
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
