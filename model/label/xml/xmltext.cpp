#include "label/xml/xmltext.h"

#include <QStringDecoder>

#include <algorithm>
#include <charconv>

namespace shirushi::label {

namespace {

constexpr std::size_t longestReference = 16; // with & and ;

// XML 1.0, production 2.
bool isXmlCharacter(char32_t c)
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
           || (c >= 0x10000 && c <= 0x10FFFF);
}

// The character that the reference between & and ; means (XML 1.0 section 4.1).
std::optional<char32_t> referenced(std::string_view name)
{
    if (name == "lt")
        return U'<';
    if (name == "gt")
        return U'>';
    if (name == "amp")
        return U'&';
    if (name == "quot")
        return U'"';
    if (name == "apos")
        return U'\'';
    if (!name.starts_with('#'))
        return std::nullopt;
    const bool hexadecimal = name.starts_with("#x");
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const char *end = name.data() + name.size();
    const auto [last, error] = std::from_chars(name.data(), end, code, hexadecimal ? 16 : 10);
    return error == std::errc() && last == end && isXmlCharacter(code) ? std::optional<char32_t>(code) : std::nullopt;
}

// Without taking U+FEFF at the beginning of a piece for a byte order mark.
QString toText(std::string_view utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

// Half of a surrogate pair is no character; the whole ones are all allowed.
bool canBeWritten(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c.isHighSurrogate())
        return at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    if (c.isLowSurrogate())
        return at > 0 && text.at(at - 1).isHighSurrogate();
    return isXmlCharacter(c.unicode()) && c != u'\r';
}

// Behind the '>' of the tag at the beginning of `raw`; its size if there is none.
std::size_t tagLength(std::string_view raw)
{
    std::size_t at = raw.find_first_of(">\"'");
    while (at != std::string_view::npos && raw[at] != '>') {
        const std::size_t close = raw.find(raw[at], at + 1);
        at = close == std::string_view::npos ? close : raw.find_first_of(">\"'", close + 1);
    }
    return at == std::string_view::npos ? raw.size() : at + 1;
}

// As much as ends in `end`, all if that is not there.
std::size_t lengthTo(std::string_view raw, std::string_view end, std::size_t from)
{
    const std::size_t at = raw.find(end, std::min(from, raw.size()));
    return at == std::string_view::npos ? raw.size() : at + end.size();
}

bool isTagOf(std::string_view tag, std::span<const std::string_view> names)
{
    const std::size_t end = std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size());
    return std::ranges::find(names, tag.substr(1, end - 1)) != names.end();
}

} // namespace

bool hasOnlyKnownReferences(std::string_view raw)
{
    for (std::size_t at = raw.find('&'); at != std::string_view::npos; at = raw.find('&', at + 1)) {
        const std::size_t length = raw.substr(at, longestReference).find(';');
        if (length == std::string_view::npos || !referenced(raw.substr(at + 1, length - 1)))
            return false;
    }
    return true;
}

QByteArray escapedXml(const QString &text)
{
    QString escaped;
    escaped.reserve(text.size() + 16);
    for (qsizetype at = 0; at < text.size(); ++at) {
        switch (const QChar c = text.at(at); c.unicode()) {
        case u'&':
            escaped += QStringLiteral("&amp;");
            break;
        case u'<':
            escaped += QStringLiteral("&lt;");
            break;
        case u'>':
            escaped += QStringLiteral("&gt;");
            break;
        case u'"':
            escaped += QStringLiteral("&quot;");
            break;
        case u'\'':
            escaped += QStringLiteral("&apos;");
            break;
        default:
            escaped += canBeWritten(text, at) ? c : QChar(u' ');
        }
    }
    return escaped.toUtf8();
}

QString unescapedXml(std::string_view raw)
{
    QString text;
    for (;;) {
        const std::size_t at = std::min(raw.find('&'), raw.size());
        text += toText(raw.substr(0, at));
        if (at == raw.size())
            return text;
        raw.remove_prefix(at);
        const std::size_t length = raw.substr(0, longestReference).find(';');
        if (length == std::string_view::npos) {
            text += QChar(QChar::ReplacementCharacter);
            raw.remove_prefix(1);
            continue;
        }
        const char32_t character = referenced(raw.substr(1, length - 1)).value_or(U'\uFFFD');
        text += QString::fromUcs4(&character, 1);
        raw.remove_prefix(length + 1);
    }
}

QString textInXml(std::string_view raw, std::span<const std::string_view> spaces)
{
    constexpr std::string_view cdata = "<![CDATA[";
    QString text;
    while (!raw.empty()) {
        std::size_t length = 0;
        if (raw.front() != '<') {
            length = std::min(raw.find('<'), raw.size());
            text += unescapedXml(raw.substr(0, length));
        } else if (raw.starts_with(cdata)) {
            const std::size_t end = std::min(raw.find("]]>", cdata.size()), raw.size());
            text += toText(raw.substr(cdata.size(), end - cdata.size()));
            length = std::min(end + 3, raw.size());
        } else if (raw.starts_with("<!--")) {
            length = lengthTo(raw, "-->", 4);
        } else if (raw.starts_with("<?")) {
            length = lengthTo(raw, "?>", 2);
        } else {
            length = tagLength(raw);
            if (isTagOf(raw.substr(0, length), spaces))
                text += u' ';
        }
        raw.remove_prefix(length);
    }
    return text;
}

std::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray Splices::apply(const QByteArray &text) const
{
    std::vector<const Splice *> sorted;
    for (const Splice &splice : m_list)
        sorted.push_back(&splice);
    std::ranges::stable_sort(sorted, {}, [](const Splice *splice) { return splice->begin; });
    const std::string_view all = viewOf(text);
    QByteArray result;
    result.reserve(text.size() + 4096);
    std::size_t done = 0;
    for (const Splice *splice : sorted) {
        if (splice->begin > done)
            result += bytesOf(all.substr(done, splice->begin - done));
        result += splice->with;
        done = std::max(done, splice->end);
    }
    return result += bytesOf(all.substr(done));
}

} // namespace shirushi::label
