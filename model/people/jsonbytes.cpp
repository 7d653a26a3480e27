#include "people/jsonbytes.h"

#include "base/encoding.h"

namespace shirushi::people {

QString textOf(const QByteArray &bytes)
{
    return QString::fromLatin1(base::toBase64Url(bytes));
}

QString JsonMembers::text(const char *name)
{
    const QJsonValue value = m_json.value(QLatin1String(name));
    m_complete = m_complete && value.isString();
    return value.toString();
}

QByteArray JsonMembers::bytes(const char *name, qsizetype size)
{
    const auto decoded = base::fromBase64Url(text(name).toLatin1());
    m_complete = m_complete && decoded && (size == 0 ? !decoded->isEmpty() : decoded->size() == size);
    return decoded.value_or(QByteArray());
}

} // namespace shirushi::people
