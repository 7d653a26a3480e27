// Reading our descriptions: members that must be there, each of its form. Remembers whether one was not. Pure; any
// thread.
#pragma once

#include "vault/item.h"

#include <QJsonArray>
#include <QJsonObject>

namespace shirushi::vault {

class JsonReading
{
public:
    explicit JsonReading(const QJsonObject &json) : m_json(json) {}

    bool isRight() const { return m_isRight; }
    void fail() { m_isRight = false; }

    QString text(const char *name);
    /// Empty where it is left out.
    QString textIfThere(const char *name);
    QString id(const char *name);
    QString hash(const char *name); // hex SHA-256
    std::int64_t number(const char *name, std::int64_t least = 0);
    bool flag(const char *name); // false where it is left out
    QDateTime time(const char *name);
    QByteArray bytes(const char *name, qsizetype size); // base64url
    /// Each is an object; no more than `most`. None where it is left out.
    std::vector<QJsonObject> objects(const char *name, std::size_t most);
    QJsonObject object(const char *name);
    /// Each is a text that is not empty; no more than `most`.
    QStringList texts(const char *name, std::size_t most);
    bool has(const char *name) const { return m_json.contains(QLatin1String(name)); }

private:
    QJsonObject m_json;
    bool m_isRight = true;
};

[[nodiscard]] bool readReaders(const QJsonObject &json, Readers &readers);
[[nodiscard]] bool readEvents(const std::vector<QJsonObject> &list, std::vector<Event> &events);

} // namespace shirushi::vault
