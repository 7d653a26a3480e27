#include "cli/terminaltext.h"

#include <algorithm>

namespace shirushi::cli {

namespace {

bool isWide(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2460 && code <= 0x24ff) || code >= 0x2e80
           || code == u'Ⅰ' || code == u'Ⅱ' || code == u'Ⅲ';
}

int columnsOf(QChar character)
{
    // The two halves of a character beyond the BMP are wide together.
    return character.isSurrogate() ? 1 : isWide(character) ? 2 : 1;
}

bool mayBegin(QChar character)
{
    return !QStringView(u"、。，．・：；）」』】〕？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)").contains(character)
           && !character.isLowSurrogate();
}

// Western words stay whole; Japanese may break anywhere.
bool mayBreak(QChar before, QChar after)
{
    return mayBegin(after) && (after == u' ' || before == u' ' || isWide(before) || isWide(after));
}

// Where the line from `start` ends: one past its last character.
qsizetype lineEnd(QStringView text, qsizetype start, int room)
{
    int used = 0;
    qsizetype end = start;
    while (end < text.size() && used + columnsOf(text[end]) <= room)
        used += columnsOf(text[end++]);
    if (end == text.size())
        return end;
    for (qsizetype place = end; place > start + (end - start) / 2; --place) {
        if (mayBreak(text[place - 1], text[place]))
            return place;
    }
    return std::max(end, start + 1);
}

} // namespace

int columns(QStringView text)
{
    int total = 0;
    for (const QChar character : text)
        total += columnsOf(character);
    return total;
}

QString plain(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control)
            character = QChar(u' ');
    }
    return text;
}

QString wrapped(const QString &text, int indent, int width)
{
    const QString clean = plain(text).simplified();
    const int room = std::max(width - indent, 10);
    QString lines;
    for (qsizetype start = 0; start < clean.size();) {
        const qsizetype end = lineEnd(clean, start, room);
        lines += QString(indent, u' ') + clean.mid(start, end - start).trimmed() + u'\n';
        start = end;
    }
    return lines;
}

} // namespace shirushi::cli
