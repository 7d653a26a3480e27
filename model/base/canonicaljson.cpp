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

// In blocks of fixed length, and without a branch in them, so that the compiler takes a block at a time.
constexpr qsizetype blockLength = 16;

bool isPlainBlock(const char16_t *units)
{
    unsigned odd = 0;
    for (qsizetype i = 0; i < blockLength; ++i) {
        const unsigned unit = units[i];
        odd |= static_cast<unsigned>(unit - 0x20U >= 0x60U) | static_cast<unsigned>(unit == u'"')
               | static_cast<unsigned>(unit == u'\\');
    }
    return odd == 0;
}

bool isPlain(char16_t unit)
{
    return unit >= 0x20 && unit < 0x80 && unit != u'"' && unit != u'\\';
}

// As much of `text` as is ASCII that needs no escape; most strings of an entry are that from end to end.
qsizetype appendPlain(QByteArray &out, QStringView text)
{
    const qsizetype start = out.size();
    out.resize(start + text.size());
    const char16_t *const units = text.utf16();
    char *const bytes = out.data() + start;
    qsizetype done = 0;
    for (; text.size() - done >= blockLength && isPlainBlock(units + done); done += blockLength) {
        for (qsizetype i = 0; i < blockLength; ++i)
            bytes[done + i] = static_cast<char>(units[done + i]);
    }
    for (; done < text.size() && isPlain(units[done]); ++done)
        bytes[done] = static_cast<char>(units[done]);
    out.resize(start + done);
    return done;
}

void appendMember(QByteArray &out, bool isFirst, const QString &name, const QJsonValue &value)
{
    if (!isFirst)
        out += ',';
    appendCanonicalString(out, name);
    out += ':';
    appendCanonical(out, value);
}

void appendSorted(QByteArray &out, const QJsonObject &object)
{
    QStringList names = object.keys();
    std::sort(names.begin(), names.end());
    for (const QString &name : std::as_const(names))
        appendMember(out, &name == &names.front(), name, object.value(name));
}

void appendObject(QByteArray &out, const QJsonObject &object)
{
    out += '{';
    const qsizetype start = out.size();
    // QString compares UTF-16 code units, as section 3.2.3 asks. Qt promises no order, and mostly has this one.
    QString last;
    for (auto member = object.begin(); member != object.end(); ++member) {
        QString name = member.key();
        if (name < last) {
            out.truncate(start);
            appendSorted(out, object);
            break;
        }
        appendMember(out, member == object.begin(), name, member.value());
        last = std::move(name);
    }
    out += '}';
}

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

} // namespace

void appendCanonicalString(QByteArray &out, QStringView text)
{
    out += '"';
    while (!text.isEmpty()) {
        text = text.sliced(appendPlain(out, text));
        if (text.isEmpty())
            break;
        const char16_t unit = text.front().unicode();
        if (unit < 0x80) {
            appendEscape(out, static_cast<unsigned char>(unit));
            text = text.sliced(1);
            continue;
        }
        const auto end = std::find_if(text.begin(), text.end(), [](QChar character) { return character.unicode() < 0x80; });
        const qsizetype beyond = end - text.begin();
        out += text.first(beyond).toUtf8();
        text = text.sliced(beyond);
    }
    out += '"';
}

void appendCanonical(QByteArray &out, const QJsonValue &value)
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
        appendCanonicalString(out, value.toString());
        break;
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            if (!first)
                out += ',';
            first = false;
            appendCanonical(out, element);
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

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    appendCanonical(out, value);
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
