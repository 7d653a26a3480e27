#include "print/csv.h"

namespace shirushi::print {

namespace {

bool looksLikeFormula(const QString &cell)
{
    return !cell.isEmpty() && QStringView(u"=+-@\t\r\n＝＋－＠").contains(cell.front());
}

bool needsQuotes(const QString &cell)
{
    for (const QChar character : cell) {
        if (QStringView(u",\"\r\n").contains(character))
            return true;
    }
    return false;
}

} // namespace

QByteArray csvMark()
{
    return QByteArrayLiteral("\xef\xbb\xbf");
}

QByteArray csvRecord(const QStringList &cells)
{
    QString record;
    for (const QString &cell : cells) {
        if (&cell != &cells.front())
            record += u',';
        QString text = looksLikeFormula(cell) ? u'\'' + cell : cell;
        if (needsQuotes(text))
            text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
        record += text;
    }
    return record.toUtf8() + "\r\n";
}

} // namespace shirushi::print
