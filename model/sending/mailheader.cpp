#include "sending/mailheader.h"

#include <algorithm>

namespace shirushi::sending {

namespace {

constexpr qsizetype longestLine = 76;
constexpr QByteArrayView wordStart = "=?UTF-8?B?";
constexpr QByteArrayView wordEnd = "?=";
constexpr QByteArrayView fold = "\r\n ";

bool isPlain(QChar character)
{
    return character.unicode() >= 0x20 && character.unicode() < 0x7f;
}

// Nothing that ends a quoted string, and short enough for a line.
bool isPlainValue(const QString &text, qsizetype longest)
{
    return text.size() <= longest && std::ranges::all_of(text, [](QChar character) { return isPlain(character) && character != u'"' && character != u'\\'; });
}

qsizetype characterSize(const QString &text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
}

// Each holds whole characters (RFC 2047, section 5), and the first leaves `before` columns to what stands there.
std::vector<QByteArray> encodedWords(const QString &text, qsizetype before)
{
    std::vector<QByteArray> words;
    QByteArray part;
    const auto room = [&] { return longestLine - (words.empty() ? before : 1) - wordStart.size() - wordEnd.size(); };
    const auto end = [&] {
        words.push_back(wordStart.toByteArray() + part.toBase64() + wordEnd.toByteArray());
        part.clear();
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = characterSize(text, at);
        const QByteArray character = text.mid(at, size).toUtf8();
        if (!part.isEmpty() && (part.size() + character.size() + 2) / 3 * 4 > room())
            end();
        part += character;
        at += size;
    }
    if (!part.isEmpty() || words.empty())
        end();
    return words;
}

QByteArray joined(const std::vector<QByteArray> &words)
{
    QByteArray text;
    for (const QByteArray &word : words) {
        if (!text.isEmpty())
            text += fold;
        text += word;
    }
    return text;
}

QByteArray phraseOf(const QString &name, qsizetype before)
{
    return isPlainValue(name, longestLine - before - 2) ? '"' + name.toLatin1() + '"' : joined(encodedWords(name, before));
}

// attribute-char of RFC 2231.
QByteArray percentEncoded(const QString &text)
{
    return text.toUtf8().toPercentEncoding(QByteArray(), QByteArray("~"));
}

} // namespace

QByteArray textHeader(const QByteArray &name, const QString &text)
{
    const qsizetype before = name.size() + 2;
    const bool isOneWord = isPlainValue(text, longestLine - before) && !text.contains(QStringLiteral("=?")) && !text.isEmpty()
                           && text == text.trimmed();
    return name + ": " + (isOneWord ? text.toLatin1() : joined(encodedWords(text, before))) + "\r\n";
}

QByteArray addressHeader(const QByteArray &name, const std::vector<Mailbox> &mailboxes)
{
    QByteArray header = name + ':';
    for (std::size_t place = 0; place < mailboxes.size(); ++place) {
        const Mailbox &mailbox = mailboxes[place];
        const QByteArray address = mailbox.address.text().toLatin1();
        header += place == 0 ? QByteArrayView(" ") : fold;
        if (mailbox.name.isEmpty()) {
            header += address;
        } else {
            const QByteArray phrase = phraseOf(mailbox.name, place == 0 ? name.size() + 2 : 1);
            header += phrase;
            const qsizetype column = header.size() - std::max<qsizetype>(header.lastIndexOf('\n'), 0);
            header += column + address.size() + 4 > longestLine ? fold : QByteArrayView(" ");
            header += '<' + address + '>';
        }
        if (place + 1 < mailboxes.size())
            header += ',';
    }
    return header + "\r\n";
}

QByteArray wordParameter(const QByteArray &name, const QString &value)
{
    const qsizetype before = name.size() + 3; // space, =, "
    const QByteArray text = isPlainValue(value, longestLine - before - 1) ? value.toLatin1() : joined(encodedWords(value, before + 1));
    return ';' + fold.toByteArray() + name + "=\"" + text + '"';
}

QByteArray parameter(const QByteArray &name, const QString &value)
{
    const QByteArray start = ';' + fold.toByteArray() + name;
    if (isPlainValue(value, longestLine - name.size() - 4))
        return start + "=\"" + value.toLatin1() + '"';
    const QByteArray encoded = percentEncoded(value);
    if (name.size() + encoded.size() + 12 <= longestLine)
        return start + "*=UTF-8''" + encoded;
    // Sections of whole characters, for programs that decode each by itself.
    QByteArray text;
    for (qsizetype at = 0, number = 0; at < value.size(); ++number) {
        QByteArray section = name + '*' + QByteArray::number(number) + "*=" + (number == 0 ? "UTF-8''" : "");
        for (bool isEmpty = true; at < value.size(); isEmpty = false) {
            const qsizetype size = characterSize(value, at);
            const QByteArray character = percentEncoded(value.mid(at, size));
            if (!isEmpty && section.size() + character.size() + 2 > longestLine)
                break;
            section += character;
            at += size;
        }
        text += ';' + fold.toByteArray() + section;
    }
    return text;
}

QByteArray base64Lines(const QByteArray &bytes)
{
    QByteArray lines;
    lines.reserve((bytes.size() / bytesInLine + 1) * (longestLine + 2));
    for (qsizetype at = 0; at < bytes.size(); at += bytesInLine)
        lines += bytes.mid(at, bytesInLine).toBase64() + "\r\n";
    return lines;
}

} // namespace shirushi::sending
