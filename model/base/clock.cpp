#include "base/clock.h"

namespace shirushi::base {

namespace {

constexpr int reiwaOffset = 2018;
constexpr int heiseiOffset = 1988;

QString eraYear(const QString &era, int year)
{
    return era + (year == 1 ? QStringLiteral("元") : QString::number(year)) + QStringLiteral("年");
}

} // namespace

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

// Written out by hand: QDateTime's own formats ask for the local time zone each time, and a folder of labels is
// read in the time that takes.
QString toRfc3339(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const QDate day = utc.date();
    const QTime clock = utc.time();
    QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
    QChar *const characters = text.data();
    const auto write = [&](qsizetype at, qsizetype length, int value) {
        for (qsizetype i = at + length; i-- > at; value /= 10)
            characters[i] = QChar(u'0' + value % 10);
    };
    write(0, 4, day.year());
    write(5, 2, day.month());
    write(8, 2, day.day());
    write(11, 2, clock.hour());
    write(14, 2, clock.minute());
    write(17, 2, clock.second());
    write(20, 3, clock.msec());
    return text;
}

QDateTime fromRfc3339(const QString &text)
{
    static constexpr QStringView form = u"0000-00-00T00:00:00.000Z";
    if (text.size() != form.size())
        return {};
    for (qsizetype at = 0; at < form.size(); ++at) {
        const bool isDigit = text[at] >= u'0' && text[at] <= u'9';
        if (form[at] == u'0' ? !isDigit : text[at] != form[at])
            return {};
    }
    const auto number = [&](qsizetype at, qsizetype length) {
        int value = 0;
        for (qsizetype i = at; i < at + length; ++i)
            value = value * 10 + (text[i].unicode() - u'0');
        return value;
    };
    const QDate day(number(0, 4), number(5, 2), number(8, 2));
    const QTime clock(number(11, 2), number(14, 2), number(17, 2), number(20, 3));
    return day.isValid() && clock.isValid() ? QDateTime(day, clock, Qt::UTC) : QDateTime();
}

QString toJapaneseDate(QDate date)
{
    const QString monthAndDay =
        QString::number(date.month()) + QStringLiteral("月") + QString::number(date.day()) + QStringLiteral("日");
    if (date >= QDate(2019, 5, 1))
        return eraYear(QStringLiteral("令和"), date.year() - reiwaOffset) + monthAndDay;
    if (date >= QDate(1989, 1, 8))
        return eraYear(QStringLiteral("平成"), date.year() - heiseiOffset) + monthAndDay;
    return QString::number(date.year()) + QStringLiteral("年") + monthAndDay;
}

int fiscalYear(QDate date)
{
    return date.month() >= 4 ? date.year() : date.year() - 1;
}

QString toJapaneseFiscalYear(int year)
{
    const QString text = year >= 2019   ? eraYear(QStringLiteral("令和"), year - reiwaOffset)
                         : year >= 1989 ? eraYear(QStringLiteral("平成"), year - heiseiOffset)
                                        : QString::number(year) + QStringLiteral("年");
    return text + QStringLiteral("度");
}

} // namespace shirushi::base
