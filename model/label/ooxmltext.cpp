// Text in XML: how it is written between tags and what it means.
#include "label/ooxmloutline.h"

#include <charconv>

namespace shirushi::label::ooxml {

namespace {

constexpr char32_t lastCodePoint = 0x10ffff;

// XML 1.0, production 2, for what is inside the BMP; surrogates are looked at as pairs.
bool isAllowed(QChar character)
{
    const char16_t unit = character.unicode();
    return unit >= 0x20 ? unit < 0xfffe : unit == '\t' || unit == '\n' || unit == '\r';
}

bool isLoneSurrogate(const QString &text, qsizetype at)
{
    if (text.at(at).isHighSurrogate())
        return at + 1 >= text.size() || !text.at(at + 1).isLowSurrogate();
    return text.at(at).isLowSurrogate() && (at == 0 || !text.at(at - 1).isHighSurrogate());
}

QString resolved(std::string_view entity)
{
    if (entity == "amp")
        return QStringLiteral("&");
    if (entity == "lt")
        return QStringLiteral("<");
    if (entity == "gt")
        return QStringLiteral(">");
    if (entity == "quot")
        return QStringLiteral("\"");
    if (entity == "apos")
        return QStringLiteral("'");
    const bool hexadecimal = entity.starts_with("#x");
    const std::string_view digits = entity.substr(std::min<std::size_t>(hexadecimal ? 2 : 1, entity.size()));
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (!entity.starts_with('#') || error != std::errc() || end != digits.data() + digits.size() ||
        code > lastCodePoint || code == 0)
        return QString(QChar::ReplacementCharacter);
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

} // namespace

QByteArray escaped(const QString &text)
{
    QString result;
    result.reserve(text.size() + 16);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text.at(at);
        if (character == u'&')
            result += QStringLiteral("&amp;");
        else if (character == u'<')
            result += QStringLiteral("&lt;");
        else if (character == u'>')
            result += QStringLiteral("&gt;");
        else if (character == u'"')
            result += QStringLiteral("&quot;");
        else
            result += isAllowed(character) && !isLoneSurrogate(text, at) ? character : QChar(u' ');
    }
    return result.toUtf8();
}

QString unescaped(std::string_view raw)
{
    QString result;
    while (!raw.empty()) {
        const std::size_t at = std::min(raw.find('&'), raw.size());
        result += QString::fromUtf8(raw.data(), static_cast<qsizetype>(at));
        raw.remove_prefix(at);
        if (raw.empty())
            break;
        const std::size_t end = raw.find(';');
        if (end == std::string_view::npos)
            break;
        result += resolved(raw.substr(1, end - 1));
        raw.remove_prefix(end + 1);
    }
    return result;
}

QString plainText(std::string_view raw)
{
    constexpr std::string_view cdata = "<![CDATA[";
    QString result;
    while (!raw.empty()) {
        const std::size_t at = std::min(raw.find('<'), raw.size());
        result += unescaped(raw.substr(0, at));
        raw.remove_prefix(at);
        std::size_t skipped = raw.find('>');
        if (raw.starts_with(cdata)) {
            const std::size_t end = std::min(raw.find("]]>"), raw.size());
            result +=
                QString::fromUtf8(raw.data() + cdata.size(), static_cast<qsizetype>(end - cdata.size()));
            skipped = end == raw.size() ? std::string_view::npos : end + 2;
        } else if (raw.starts_with("<!--")) {
            const std::size_t end = raw.find("-->");
            skipped = end == std::string_view::npos ? end : end + 2;
        }
        raw.remove_prefix(skipped == std::string_view::npos ? raw.size() : skipped + 1);
    }
    return result;
}

} // namespace shirushi::label::ooxml
