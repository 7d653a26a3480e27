#include "label/pdf/pdfsyntax.h"

#include <QStringDecoder>

#include <algorithm>
#include <charconv>

namespace shirushi::label {

namespace {

int hexadecimalDigit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return -1;
}

QByteArray fromHexadecimal(QByteArrayView digits)
{
    QByteArray bytes;
    int half = -1;
    for (const char character : digits) {
        const int digit = hexadecimalDigit(character);
        if (digit < 0)
            continue;
        if (half < 0) {
            half = digit;
        } else {
            bytes += static_cast<char>(half * 16 + digit);
            half = -1;
        }
    }
    if (half >= 0)
        bytes += static_cast<char>(half * 16);
    return bytes;
}

char escaped(char character)
{
    switch (character) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return character;
    }
}

/// One escape of a literal string; `at` stands behind the backslash and is moved past it.
void appendEscape(QByteArray &bytes, QByteArrayView text, qsizetype &at)
{
    if (at >= text.size())
        return;
    if (text[at] >= '0' && text[at] <= '7') {
        int code = 0;
        for (int count = 0; count < 3 && at < text.size() && text[at] >= '0' && text[at] <= '7'; ++count)
            code = code * 8 + (text[at++] - '0');
        bytes += static_cast<char>(code & 0xff);
    } else if (text[at] == '\r') {
        at += text.sliced(at).startsWith("\r\n") ? 2 : 1;
    } else if (text[at] == '\n') {
        ++at;
    } else {
        bytes += escaped(text[at++]);
    }
}

QByteArray fromLiteral(QByteArrayView text)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size();) {
        const char character = text[at++];
        if (character == '\\') {
            appendEscape(bytes, text, at);
        } else if (character == '\r') {
            bytes += '\n';
            if (at < text.size() && text[at] == '\n')
                ++at;
        } else {
            bytes += character;
        }
    }
    return bytes;
}

// ISO 32000-1, annex D.3: where PDFDocEncoding differs from Latin-1.
char16_t fromDocEncoding(unsigned char code)
{
    static constexpr char16_t low[] = u"˘ˇˆ˙˝˛˚˜";
    static constexpr char16_t high[] = u"•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€";
    if (code >= 0x18 && code < 0x20)
        return low[code - 0x18];
    if (code >= 0x80 && code <= 0xa0)
        return high[code - 0x80];
    return code;
}

} // namespace

std::optional<PdfDictionary> PdfDictionary::parse(QByteArrayView raw)
{
    PdfLexer lexer(raw);
    lexer.skipSpace();
    if (!raw.sliced(lexer.position()).startsWith("<<"))
        return std::nullopt;
    lexer.setPosition(lexer.position() + 2);
    PdfDictionary dictionary;
    std::vector<QByteArray> keys;
    for (;;) {
        lexer.skipSpace();
        if (raw.sliced(lexer.position()).startsWith(">>"))
            break;
        const auto key = lexer.value();
        const auto name = key ? pdfName(*key) : std::nullopt;
        const auto value = name ? lexer.value() : std::nullopt;
        if (!value)
            return std::nullopt;
        dictionary.m_entries.emplace_back(*name, value->toByteArray());
        keys.push_back(*name);
    }
    std::sort(keys.begin(), keys.end());
    if (std::adjacent_find(keys.begin(), keys.end()) != keys.end())
        return std::nullopt;
    return dictionary;
}

QByteArray PdfDictionary::value(QByteArrayView key) const
{
    for (const auto &[name, raw] : m_entries) {
        if (name == key)
            return raw;
    }
    return {};
}

void PdfDictionary::set(const QByteArray &key, const QByteArray &raw)
{
    for (auto &[name, value] : m_entries) {
        if (name == key) {
            value = raw;
            return;
        }
    }
    m_entries.emplace_back(key, raw);
}

void PdfDictionary::remove(QByteArrayView key)
{
    std::erase_if(m_entries, [key](const auto &entry) { return entry.first == key; });
}

QByteArray PdfDictionary::toBytes() const
{
    QByteArray bytes("<<");
    for (const auto &[name, raw] : m_entries)
        bytes += ' ' + toPdfName(name) + ' ' + raw;
    return bytes + " >>";
}

std::optional<std::int64_t> pdfInteger(QByteArrayView raw)
{
    if (raw.startsWith('+'))
        raw = raw.sliced(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(raw.begin(), raw.end(), number);
    if (raw.isEmpty() || error != std::errc() || end != raw.end())
        return std::nullopt;
    return number;
}

std::optional<double> pdfNumber(QByteArrayView raw)
{
    const bool negative = raw.startsWith('-');
    if (negative || raw.startsWith('+'))
        raw = raw.sliced(1);
    double number = 0;
    double place = 0;
    bool digits = false;
    for (const char character : raw) {
        if (character == '.' && place == 0) {
            place = 1;
        } else if (character >= '0' && character <= '9') {
            digits = true;
            place /= 10;
            number = place > 0 ? number + place * (character - '0') : number * 10 + (character - '0');
        } else {
            return std::nullopt;
        }
    }
    if (!digits)
        return std::nullopt;
    return negative ? -number : number;
}

std::optional<PdfReference> pdfReference(QByteArrayView raw)
{
    PdfLexer lexer(raw);
    const auto number = lexer.unsignedInteger();
    const auto generation = number ? lexer.unsignedInteger() : std::nullopt;
    if (!generation || *number > mostPdfObjects || *generation > 65535 || !lexer.keyword("R"))
        return std::nullopt;
    return PdfReference{static_cast<std::uint32_t>(*number), static_cast<std::uint16_t>(*generation)};
}

std::optional<QByteArray> pdfName(QByteArrayView raw)
{
    if (!raw.startsWith('/'))
        return std::nullopt;
    QByteArray name;
    for (qsizetype at = 1; at < raw.size(); ++at) {
        const bool coded = raw[at] == '#' && at + 2 < raw.size() && hexadecimalDigit(raw[at + 1]) >= 0 &&
                           hexadecimalDigit(raw[at + 2]) >= 0;
        if (coded) {
            name += static_cast<char>(hexadecimalDigit(raw[at + 1]) * 16 + hexadecimalDigit(raw[at + 2]));
            at += 2;
        } else {
            name += raw[at];
        }
    }
    return name;
}

std::optional<QByteArray> pdfString(QByteArrayView raw)
{
    if (raw.size() < 2)
        return std::nullopt;
    const QByteArrayView inside = raw.sliced(1, raw.size() - 2);
    if (raw.startsWith('('))
        return fromLiteral(inside);
    if (raw.startsWith('<') && !raw.startsWith("<<"))
        return fromHexadecimal(inside);
    return std::nullopt;
}

std::optional<std::vector<QByteArray>> pdfArray(QByteArrayView raw)
{
    if (!raw.startsWith('[') || !raw.endsWith(']'))
        return std::nullopt;
    const QByteArrayView inside = raw.sliced(1, raw.size() - 2);
    PdfLexer lexer(inside);
    std::vector<QByteArray> values;
    for (lexer.skipSpace(); !lexer.atEnd(); lexer.skipSpace()) {
        const auto value = lexer.value();
        if (!value)
            return std::nullopt;
        values.push_back(value->toByteArray());
    }
    return values;
}

QString pdfText(const QByteArray &string)
{
    // The mark says how the text is written and is not in it; a second one is.
    const auto decoded = [&](QStringDecoder::Encoding encoding, qsizetype mark) -> QString {
        return QStringDecoder(encoding, QStringDecoder::Flag::ConvertInitialBom).decode(QByteArrayView(string).sliced(mark));
    };
    if (string.startsWith("\xfe\xff"))
        return decoded(QStringDecoder::Utf16BE, 2);
    if (string.startsWith("\xff\xfe"))
        return decoded(QStringDecoder::Utf16LE, 2);
    if (string.startsWith("\xef\xbb\xbf"))
        return decoded(QStringDecoder::Utf8, 3);
    QString text;
    for (const char character : string)
        text += QChar(fromDocEncoding(static_cast<unsigned char>(character)));
    return text;
}

QByteArray toPdfName(const QByteArray &name)
{
    QByteArray raw("/");
    for (const char character : name) {
        if (character > ' ' && character <= '~' && character != '#' && !isPdfDelimiter(character))
            raw += character;
        else
            raw += '#' + QByteArray(1, character).toHex();
    }
    return raw;
}

QByteArray toPdfReference(PdfReference reference)
{
    return QByteArray::number(reference.number) + ' ' + QByteArray::number(reference.generation) + " R";
}

QByteArray toPdfText(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar character) {
        return character.unicode() >= ' ' && character.unicode() <= '~';
    });
    if (!plain) {
        QByteArray bytes("\xfe\xff");
        for (const QChar character : text) {
            bytes += static_cast<char>(character.unicode() >> 8);
            bytes += static_cast<char>(character.unicode() & 0xff);
        }
        return toPdfHexadecimal(bytes);
    }
    QByteArray raw("(");
    for (const char character : text.toLatin1()) {
        if (character == '(' || character == ')' || character == '\\')
            raw += '\\';
        raw += character;
    }
    return raw + ')';
}

QByteArray toPdfHexadecimal(const QByteArray &bytes)
{
    return '<' + bytes.toHex() + '>';
}

QByteArray toPdfNumber(double number)
{
    QByteArray text = QByteArray::number(number, 'f', 4);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

} // namespace shirushi::label
