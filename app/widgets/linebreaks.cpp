#include "widgets/linebreaks.h"

#include <QTextBoundaryFinder>

#include <limits>
#include <vector>

namespace shirushi::widgets {

namespace {

constexpr QChar listDot(u'・');

enum class Script { Kanji, Hiragana, Katakana, Latin, Digit, Punctuation, Space };

Script scriptOf(QChar character)
{
    const char16_t code = character.unicode();
    if (character.isSpace())
        return Script::Space;
    if (character.isDigit())
        return Script::Digit;
    if (code >= 0x3041 && code <= 0x309f)
        return Script::Hiragana;
    if ((code >= 0x30a1 && code <= 0x30fa) || code == 0x30fc)
        return Script::Katakana;
    if (character.isSurrogate() || (code >= 0x3400 && code <= 0x9fff) || code == 0x3005)
        return Script::Kanji;
    return character.isLetter() ? Script::Latin : Script::Punctuation;
}

// A number is one thing with its counter and with the word before it: 第9条第2項, 令和8年4月1日, 機密性3B.
bool belongTogether(QChar before, QChar after)
{
    static const QString counters = QStringLiteral("年月日時分秒件人章条項号歳回度つ級版");
    const Script left = scriptOf(before);
    const Script right = scriptOf(after);
    if (left == Script::Digit && (right == Script::Digit || counters.contains(after)))
        return true;
    if (right == Script::Digit && (left == Script::Kanji || left == Script::Digit))
        return true;
    return right == Script::Latin && left == Script::Digit;
}

// What a break between the two costs: nothing between phrases, more the more it tears a word.
double tearing(QChar before, QChar after)
{
    const Script left = scriptOf(before);
    const Script right = scriptOf(after);
    if (left == Script::Punctuation || left == Script::Space)
        return 0;
    if (left == Script::Hiragana)
        return right == Script::Hiragana ? 28 : 1;
    if (right == Script::Hiragana || left == right)
        return 22;
    return 6;
}

struct Piece {
    qsizetype start;
    qsizetype end;
    double width; // without the space at its end
    double advance;
    double tear; // of breaking after it
};

void addPiece(std::vector<Piece> &pieces, const QString &text, qsizetype start, qsizetype end,
              const QFontMetricsF &metrics, double width)
{
    const QString piece = text.mid(start, end - start);
    const double advance = metrics.horizontalAdvance(piece);
    if (advance > width && piece.size() > 1) {
        const qsizetype middle = start + piece.size() / 2 - (text[start + piece.size() / 2].isLowSurrogate() ? 1 : 0);
        if (middle > start) {
            addPiece(pieces, text, start, middle, metrics, width);
            addPiece(pieces, text, middle, end, metrics, width);
            return;
        }
    }
    QString visible = piece;
    while (visible.endsWith(QLatin1Char(' ')))
        visible.chop(1);
    const double tear = end < text.size() ? tearing(text[end - 1], text[end]) : 0;
    pieces.push_back({start, end, metrics.horizontalAdvance(visible), advance, tear});
}

std::vector<Piece> piecesOf(const QString &text, const QFontMetricsF &metrics, double width)
{
    std::vector<Piece> pieces;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype start = 0;
    for (qsizetype at = finder.toNextBoundary(); at != -1; at = finder.toNextBoundary()) {
        if (at < text.size() && belongTogether(text[at - 1], text[at]))
            continue;
        addPiece(pieces, text, start, at, metrics, width);
        start = at;
    }
    if (start < text.size())
        addPiece(pieces, text, start, text.size(), metrics, width);
    return pieces;
}

// The cheapest way to set all pieces: Knuth and Plass without stretching.
std::vector<std::size_t> bestBreaks(const std::vector<Piece> &pieces, double width, double shortest)
{
    const std::size_t count = pieces.size();
    std::vector<double> cost(count + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> from(count + 1, 0);
    cost[0] = 0;
    for (std::size_t end = 1; end <= count; ++end) {
        double line = pieces[end - 1].width;
        for (std::size_t start = end; start-- > 0;) {
            if (start + 1 < end)
                line += pieces[start].advance;
            if (line > width && start + 1 < end)
                break;
            const double slack = qMax(0.0, (width - line) / width);
            double price = cost[start] + 6;
            if (end < count)
                price += 80 * slack * slack + pieces[end - 1].tear;
            else if (line < shortest && start > 0)
                price += 60;
            if (price < cost[end]) {
                cost[end] = price;
                from[end] = start;
            }
        }
    }
    std::vector<std::size_t> starts;
    for (std::size_t at = count; at > 0; at = from[at])
        starts.push_back(from[at]);
    return {starts.rbegin(), starts.rend()};
}

} // namespace

QStringList breakLines(const QString &text, const QFontMetricsF &metrics, double width)
{
    QStringList lines;
    // The widths of the pieces are added up, but a font may set them a little apart where they meet.
    for (const QString &whole : text.split(QLatin1Char('\n'))) {
        const bool item = whole.startsWith(listDot);
        const QString paragraph = item ? whole.mid(1) : whole;
        const double usable = qMax(width - 2 - (item ? listIndent : 0), 8.0);
        auto add = [&, first = true](const QString &line) mutable {
            lines.append(!item ? line : (first ? listDot : QLatin1Char('\t')) + line);
            first = false;
        };
        if (paragraph.isEmpty() || metrics.horizontalAdvance(paragraph) <= usable) {
            add(paragraph);
            continue;
        }
        const std::vector<Piece> pieces = piecesOf(paragraph, metrics, usable);
        const std::vector<std::size_t> starts = bestBreaks(pieces, usable, metrics.height() * 2.5);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::size_t next = i + 1 < starts.size() ? starts[i + 1] : pieces.size();
            const qsizetype start = pieces[starts[i]].start;
            add(paragraph.mid(start, pieces[next - 1].end - start).trimmed());
        }
    }
    return lines;
}

} // namespace shirushi::widgets
