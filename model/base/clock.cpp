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

QString toRfc3339(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
}

QDateTime fromRfc3339(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
    time.setTimeSpec(Qt::UTC);
    return toRfc3339(time) == text ? time : QDateTime();
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
