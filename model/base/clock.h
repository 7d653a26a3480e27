// Time: stored as UTC in RFC 3339 with milliseconds, shown in the local zone, and on forms in the Japanese
// calendar. A Clock is handed to whoever needs "now", so that tests set it.
#pragma once

#include <QDateTime>
#include <QString>

namespace shirushi::base {

class Clock
{
public:
    virtual ~Clock() = default;
    /// UTC, whole milliseconds. Any thread.
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
};

/// 2026-11-20T07:02:11.123Z
QString toRfc3339(const QDateTime &time);

/// Exactly the form that toRfc3339 writes; an invalid QDateTime for any other text.
QDateTime fromRfc3339(const QString &text);

/// 令和8年4月1日; 令和元年 for the first year. Dates before 平成 are written in the western calendar.
QString toJapaneseDate(QDate date);

/// The fiscal year (1 April to 31 March) that `date` lies in, as the western year it starts in.
int fiscalYear(QDate date);

/// 令和8年度; FY2019 is 令和元年度, though its April was still 平成.
QString toJapaneseFiscalYear(int year);

} // namespace shirushi::base
