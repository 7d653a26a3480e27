#include "base/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace shirushi::base {

namespace {

// RFC 8785 section 3.2.2.2: two-character escapes where JSON has them, \u00xx (lower case) for the other
// control characters, everything else as it is.
void appendEscape(QByteArray &out, unsigned char byte)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (byte) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
        out += "\\u00";
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
}

void appendString(QByteArray &out, const QString &text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    const char *const end = utf8.constData() + utf8.size();
    for (const char *at = utf8.constData(); at != end;) {
        const char *const plain = std::find_if(at, end, [](char character) {
            return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
        });
        out.append(at, plain - at);
        at = plain;
        if (at != end)
            appendEscape(out, static_cast<unsigned char>(*at++));
    }
    out += '"';
}

void appendValue(QByteArray &out, const QJsonValue &value);

// RFC 8785 section 3.2.2.2: a lone surrogate must be refused, or two values would have one canonical form.
bool hasLoneSurrogates(const QJsonValue &value)
{
    if (value.isString())
        return !value.toString().isValidUtf16();
    const QJsonArray array = value.toArray();
    if (std::any_of(array.begin(), array.end(), [](const QJsonValue &element) { return hasLoneSurrogates(element); }))
        return true;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.key().isValidUtf16() || hasLoneSurrogates(member.value()))
            return true;
    }
    return false;
}

bool isSorted(const QJsonObject &object)
{
    QString last;
    for (auto member = object.begin(); member != object.end(); ++member) {
        QString name = member.key();
        if (name < last)
            return false;
        last = std::move(name);
    }
    return true;
}

void appendMember(QByteArray &out, bool isFirst, const QString &name, const QJsonValue &value)
{
    if (!isFirst)
        out += ',';
    appendString(out, name);
    out += ':';
    appendValue(out, value);
}

void appendObject(QByteArray &out, const QJsonObject &object)
{
    out += '{';
    // QString compares UTF-16 code units, as section 3.2.3 asks. Qt promises no order, and mostly has this one.
    if (isSorted(object)) {
        for (auto member = object.begin(); member != object.end(); ++member)
            appendMember(out, member == object.begin(), member.key(), member.value());
    } else {
        QStringList names = object.keys();
        std::sort(names.begin(), names.end());
        for (const QString &name : std::as_const(names))
            appendMember(out, &name == &names.front(), name, object.value(name));
    }
    out += '}';
}

void appendValue(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double: {
        constexpr double limit = 9007199254740991.0;
        const double number = value.toDouble();
        Q_ASSERT_X(std::trunc(number) == number && std::abs(number) <= limit, "canonicalJson",
                   "only whole numbers within 2^53");
        out += QByteArray::number(static_cast<qint64>(number));
        break;
    }
    case QJsonValue::String:
        appendString(out, value.toString());
        break;
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            if (!first)
                out += ',';
            first = false;
            appendValue(out, element);
        }
        out += ']';
        break;
    }
    case QJsonValue::Object:
        appendObject(out, value.toObject());
        break;
    default:
        out += "null";
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    appendValue(out, value);
    return out;
}

Result<QJsonObject> parseJsonObject(const QByteArray &json, const QString &subject)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return failure(ErrorCode::InvalidInput, subject,
                       QCoreApplication::translate("shirushi::base", "This is not JSON: %1, at byte %2.")
                           .arg(problem.errorString())
                           .arg(problem.offset));
    }
    if (!document.isObject()) {
        return failure(ErrorCode::InvalidInput, subject,
                       QCoreApplication::translate("shirushi::base", "A JSON object was expected."));
    }
    if (hasLoneSurrogates(document.object())) {
        return failure(ErrorCode::InvalidInput, subject,
                       QCoreApplication::translate("shirushi::base", "This JSON holds half a character."));
    }
    return document.object();
}

} // namespace shirushi::base
