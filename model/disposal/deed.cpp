#include "disposal/deed.h"

#include "base/encoding.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::disposal {

namespace {

const QString roomMember = QStringLiteral("room");
const QString room = QStringLiteral("disposal");
const QString furtherMember = QStringLiteral("further");

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

QJsonObject toJson(const erasure::Name &name)
{
    return {{QStringLiteral("file"), bytesText(QByteArray::fromStdString(name.file.native()))}, {QStringLiteral("alias"), bytesText(name.alias)}};
}

// Nothing for what would lead elsewhere.
std::optional<erasure::Name> nameFrom(const QJsonValue &json)
{
    erasure::Name name{bytesFrom(json[QStringLiteral("file")]).toStdString(), bytesFrom(json[QStringLiteral("alias")])};
    if (!name.file.is_absolute() || name.alias.isEmpty() || name.alias.contains('/'))
        return std::nullopt;
    return name;
}

QJsonObject toJson(const erasure::Order &order)
{
    const platform::FileIdentity identity = order.expected.value_or(platform::FileIdentity());
    QJsonArray seed;
    for (const quint32 word : order.seed)
        seed.append(static_cast<qint64>(word));
    QJsonObject json = toJson(erasure::Name{order.file, order.alias});
    json.insert(QStringLiteral("device"), textOf(identity.device));
    json.insert(QStringLiteral("inode"), textOf(identity.inode));
    json.insert(QStringLiteral("size"), textOf(identity.size));
    json.insert(QStringLiteral("seed"), seed);
    json.insert(QStringLiteral("born"), QString::number(order.born));
    QJsonArray further;
    for (const erasure::Name &name : order.further)
        further.append(toJson(name));
    if (!further.isEmpty())
        json.insert(furtherMember, further);
    return json;
}

std::optional<erasure::Order> orderFrom(const QJsonObject &json)
{
    auto first = nameFrom(json);
    if (!first)
        return std::nullopt;
    erasure::Order order{std::move(first->file), {}, {}, std::move(first->alias)};
    platform::FileIdentity identity;
    identity.device = numberFrom(json.value(QStringLiteral("device")));
    identity.inode = numberFrom(json.value(QStringLiteral("inode")));
    identity.size = numberFrom(json.value(QStringLiteral("size")));
    order.expected = identity;
    order.born = json.value(QStringLiteral("born")).toString().toLongLong();
    const QJsonArray seed = json.value(QStringLiteral("seed")).toArray();
    if (static_cast<std::size_t>(seed.size()) != order.seed.size())
        return std::nullopt;
    for (std::size_t i = 0; i < order.seed.size(); ++i)
        order.seed[i] = static_cast<quint32>(seed[static_cast<qsizetype>(i)].toInteger());
    const QJsonArray further = json.value(furtherMember).toArray();
    for (const QJsonValue &value : further) {
        auto name = nameFrom(value);
        if (!name)
            return std::nullopt;
        order.further.push_back(std::move(*name));
    }
    return order;
}

QJsonObject toJson(const Record &record)
{
    const ledger::EntryDraft draft = draftOf(record);
    return {{QStringLiteral("kind"), draft.kind},
            {QStringLiteral("name"), draft.file},
            {QStringLiteral("contentHash"), draft.contentHash},
            {QStringLiteral("class"), draft.after},
            {QStringLiteral("reason"), draft.reason},
            {QStringLiteral("details"), draft.details}};
}

std::optional<Record> recordFromJson(const QJsonObject &json)
{
    ledger::Entry entry;
    entry.draft.kind = json.value(QStringLiteral("kind")).toString();
    entry.draft.file = json.value(QStringLiteral("name")).toString();
    entry.draft.contentHash = json.value(QStringLiteral("contentHash")).toString();
    entry.draft.after = json.value(QStringLiteral("class"));
    entry.draft.reason = json.value(QStringLiteral("reason")).toString();
    entry.draft.details = json.value(QStringLiteral("details")).toObject();
    return recordFrom(entry);
}

QJsonObject toJson(const DeedFile &file)
{
    QJsonObject json = toJson(file.record);
    QJsonArray orders;
    for (const erasure::Order &order : file.orders)
        orders.append(toJson(order));
    json.insert(QStringLiteral("orders"), orders);
    QJsonArray further;
    for (const Record &record : file.further)
        further.append(toJson(record));
    if (!further.isEmpty())
        json.insert(furtherMember, further);
    return json;
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
    const QJsonArray further = json.value(furtherMember).toArray();
    for (const QJsonValue &value : further) {
        auto record = recordFromJson(value.toObject());
        isRight = isRight && record;
        if (record)
            file.further.push_back(std::move(*record));
    }
    auto record = recordFromJson(json);
    if (!record || !isRight || file.orders.empty() || file.further.size() != file.orders.front().further.size()) {
        return base::failure(base::ErrorCode::Damaged, json.value(QStringLiteral("name")).toString(),
                             QCoreApplication::translate("shirushi::disposal", "What the ledger notes of unfinished work cannot be read."));
    }
    file.record = std::move(*record);
    return file;
}

} // namespace

std::vector<DeedThing> thingsOf(DeedFile &file)
{
    std::vector<DeedThing> things{{file.record.kind == u"file" ? file.orders.front().file : base::toPath(file.record.name), &file.record}};
    for (std::size_t i = 0; i < file.further.size(); ++i)
        things.push_back({file.orders.front().further[i].file, &file.further[i]});
    return things;
}

ledger::EntryDraft begunDraft(const Deed &deed)
{
    const DeedFile &first = deed.files.front();
    std::size_t count = 0;
    for (const DeedFile &file : deed.files)
        count += 1 + file.further.size();
    QString name = first.record.name;
    if (count > 1)
        name = QCoreApplication::translate("shirushi::disposal", "%1 and %2 more").arg(name).arg(count - 1);
    return {begunKind, name, deed.files.size() == 1 ? first.record.contentHash : QString(), {}, {}, {}, first.record.reason.text,
            {{QStringLiteral("files"), static_cast<qint64>(count)}}};
}

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
