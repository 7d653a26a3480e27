#include "vault/jsonreading.h"

#include "base/clock.h"
#include "base/encoding.h"

#include <algorithm>

namespace shirushi::vault {

QString JsonReading::text(const char *name)
{
    const QJsonValue value = m_json.value(QLatin1String(name));
    m_isRight = m_isRight && value.isString();
    return value.toString();
}

QString JsonReading::textIfThere(const char *name)
{
    return has(name) ? text(name) : QString();
}

QString JsonReading::id(const char *name)
{
    const QString read = text(name);
    m_isRight = m_isRight && isId(read);
    return read;
}

QString JsonReading::hash(const char *name)
{
    const QString read = text(name);
    const auto decoded = base::fromHex(read.toLatin1());
    m_isRight = m_isRight && decoded && decoded->size() == 32;
    return read;
}

std::int64_t JsonReading::number(const char *name, std::int64_t least)
{
    const std::int64_t read = m_json.value(QLatin1String(name)).toInteger(-1);
    m_isRight = m_isRight && read >= least;
    return read;
}

bool JsonReading::flag(const char *name)
{
    const QJsonValue value = m_json.value(QLatin1String(name));
    m_isRight = m_isRight && (value.isUndefined() || value.isBool());
    return value.toBool();
}

QDateTime JsonReading::time(const char *name)
{
    const QDateTime read = base::fromRfc3339(text(name));
    m_isRight = m_isRight && read.isValid();
    return read;
}

QByteArray JsonReading::bytes(const char *name, qsizetype size)
{
    const auto read = base::fromBase64Url(text(name).toLatin1());
    m_isRight = m_isRight && read && read->size() == size;
    return read.value_or(QByteArray());
}

std::vector<QJsonObject> JsonReading::objects(const char *name, std::size_t most)
{
    const QJsonValue value = m_json.value(QLatin1String(name));
    const QJsonArray array = value.toArray();
    m_isRight = m_isRight && (value.isUndefined() || value.isArray()) && static_cast<std::size_t>(array.size()) <= most;
    std::vector<QJsonObject> list;
    for (const QJsonValue &entry : array) {
        m_isRight = m_isRight && entry.isObject();
        if (!m_isRight)
            return {};
        list.push_back(entry.toObject());
    }
    return list;
}

QStringList JsonReading::texts(const char *name, std::size_t most)
{
    const QJsonValue value = m_json.value(QLatin1String(name));
    const QJsonArray array = value.toArray();
    m_isRight = m_isRight && value.isArray() && static_cast<std::size_t>(array.size()) <= most;
    QStringList list;
    for (const QJsonValue &entry : array) {
        m_isRight = m_isRight && !entry.toString().isEmpty();
        if (!m_isRight)
            return {};
        list += entry.toString();
    }
    return list;
}

QJsonObject JsonReading::object(const char *name)
{
    const QJsonValue value = m_json.value(QLatin1String(name));
    m_isRight = m_isRight && value.isObject();
    return value.toObject();
}

bool readReaders(const QJsonObject &json, Readers &readers)
{
    JsonReading reading(json);
    const auto take = [&](const char *name, std::vector<Reader> &list) {
        const auto entries = reading.objects(name, mostReaders);
        for (const QJsonObject &entry : entries) {
            JsonReading one(entry);
            list.push_back({one.text("id"), one.bytes("key", 32)});
            if (!one.isRight() || list.back().id.isEmpty())
                reading.fail();
        }
    };
    take("members", readers.members);
    take("escrow", readers.escrow);
    return reading.isRight();
}

bool readEvents(const std::vector<QJsonObject> &list, std::vector<Event> &events)
{
    for (const QJsonObject &entry : list) {
        JsonReading one(entry);
        events.push_back({one.time("at"), one.text("by"), one.text("deed"), one.textIfThere("note")});
        if (!one.isRight())
            return false;
    }
    return true;
}

} // namespace shirushi::vault
