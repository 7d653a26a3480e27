// Reading the people/ files: members that must be there, and bytes as base64url. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace shirushi::people {

QString textOf(const QByteArray &bytes);

/// Takes members out of an object and remembers whether one was missing or of another form.
class JsonMembers
{
public:
    explicit JsonMembers(QJsonObject json) : m_json(std::move(json)) {}
    QString text(const char *name);
    /// Of exactly `size` bytes; 0: of any, but not none.
    QByteArray bytes(const char *name, qsizetype size = 0);
    bool isComplete() const { return m_complete; }

private:
    QJsonObject m_json;
    bool m_complete = true;
};

} // namespace shirushi::people
