#include "disposal/deed.h"

#include "base/encoding.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::disposal {

namespace {

const QString roomMember = QStringLiteral("room");
const QString room = QStringLiteral("disposal");

// Paths are bytes: base64url keeps those that are no text.
QString bytesText(const QByteArray &bytes)
{
    return QString::fromLatin1(base::toBase64Url(bytes));
}

QByteArray bytesFrom(const QJsonValue &value)
{
    return base::fromBase64Url(value.toString().toLatin1()).value_or(QByteArray());
}

QString textOf(std::uint64_t number)
{
    return QString::number(number);
}

std::uint64_t numberFrom(const QJsonValue &value)
{
    return value.toString().toULongLong();
}

QJsonObject toJson(const erasure::Order &order)
{
    const platform::FileIdentity identity = order.expected.value_or(platform::FileIdentity());
    QJsonArray seed;
    for (const quint32 word : order.seed)
        seed.append(static_cast<qint64>(word));
    return {{QStringLiteral("file"), bytesText(QByteArray::fromStdString(order.file.native()))},
            {QStringLiteral("alias"), bytesText(order.alias)},
            {QStringLiteral("device"), textOf(identity.device)},
            {QStringLiteral("inode"), textOf(identity.inode)},
            {QStringLiteral("size"), textOf(identity.size)},
            {QStringLiteral("seed"), seed}};
}

std::optional<erasure::Order> orderFrom(const QJsonObject &json)
{
    erasure::Order order;
    order.file = bytesFrom(json.value(QStringLiteral("file"))).toStdString();
    order.alias = bytesFrom(json.value(QStringLiteral("alias")));
    platform::FileIdentity identity;
    identity.device = numberFrom(json.value(QStringLiteral("device")));
    identity.inode = numberFrom(json.value(QStringLiteral("inode")));
    identity.size = numberFrom(json.value(QStringLiteral("size")));
    order.expected = identity;
    const QJsonArray seed = json.value(QStringLiteral("seed")).toArray();
    if (!order.file.is_absolute() || order.alias.isEmpty() || order.alias.contains('/') || static_cast<std::size_t>(seed.size()) != order.seed.size())
        return std::nullopt;
    for (std::size_t i = 0; i < order.seed.size(); ++i)
        order.seed[i] = static_cast<quint32>(seed[static_cast<qsizetype>(i)].toInteger());
    return order;
}

QJsonObject toJson(const DeedFile &file)
{
    const ledger::EntryDraft draft = draftOf(file.record);
    QJsonArray orders;
    for (const erasure::Order &order : file.orders)
        orders.append(toJson(order));
    return {{QStringLiteral("orders"), orders},
            {QStringLiteral("kind"), draft.kind},
            {QStringLiteral("name"), draft.file},
            {QStringLiteral("contentHash"), draft.contentHash},
            {QStringLiteral("class"), draft.after},
            {QStringLiteral("reason"), draft.reason},
            {QStringLiteral("details"), draft.details}};
}

base::Result<DeedFile> fileFrom(const QJsonObject &json)
{
    DeedFile file;
    bool isRight = true;
    const QJsonArray orders = json.value(QStringLiteral("orders")).toArray();
    for (const QJsonValue &value : orders) {
        auto order = orderFrom(value.toObject());
        isRight = isRight && order;
        if (order)
            file.orders.push_back(std::move(*order));
    }
    ledger::Entry entry;
    entry.draft.kind = json.value(QStringLiteral("kind")).toString();
    entry.draft.file = json.value(QStringLiteral("name")).toString();
    entry.draft.contentHash = json.value(QStringLiteral("contentHash")).toString();
    entry.draft.after = json.value(QStringLiteral("class"));
    entry.draft.reason = json.value(QStringLiteral("reason")).toString();
    entry.draft.details = json.value(QStringLiteral("details")).toObject();
    auto record = recordFrom(entry);
    if (!record || !isRight || file.orders.empty()) {
        return base::failure(base::ErrorCode::Damaged, entry.draft.file,
                             QCoreApplication::translate("shirushi::disposal", "What the ledger notes of unfinished work cannot be read."));
    }
    file.record = std::move(*record);
    return file;
}

} // namespace

QJsonObject toJson(const Deed &deed)
{
    QJsonArray files;
    for (const DeedFile &file : deed.files)
        files.append(toJson(file));
    return {{roomMember, room}, {QStringLiteral("files"), files}};
}

bool isDisposalDeed(const QJsonObject &json)
{
    return json.value(roomMember) == room;
}

base::Result<Deed> deedFromJson(const QJsonObject &json)
{
    Deed deed;
    const QJsonArray files = json.value(QStringLiteral("files")).toArray();
    for (const QJsonValue &value : files) {
        auto file = fileFrom(value.toObject());
        if (!file)
            return std::unexpected(file.error());
        deed.files.push_back(std::move(*file));
    }
    return deed;
}

} // namespace shirushi::disposal
