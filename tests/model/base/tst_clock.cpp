#include "base/clock.h"

#include <QTest>
#include <QTimeZone>

using namespace shirushi;

class TestClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void japaneseDates_data();
    void japaneseDates();
    void fiscalYears_data();
    void fiscalYears();
    void timeIsExact();
    void otherFormsAreRefused_data();
    void otherFormsAreRefused();
};

void TestClock::japaneseDates_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("text");
    QTest::newRow("last of 平成") << QDate(2019, 4, 30) << QStringLiteral("平成31年4月30日");
    QTest::newRow("first of 令和") << QDate(2019, 5, 1) << QStringLiteral("令和元年5月1日");
    QTest::newRow("second year") << QDate(2020, 1, 1) << QStringLiteral("令和2年1月1日");
    QTest::newRow("this year") << QDate(2026, 4, 1) << QStringLiteral("令和8年4月1日");
    QTest::newRow("first of 平成") << QDate(1989, 1, 8) << QStringLiteral("平成元年1月8日");
    QTest::newRow("before") << QDate(1989, 1, 7) << QStringLiteral("1989年1月7日");
}

void TestClock::japaneseDates()
{
    QFETCH(QDate, date);
    QFETCH(QString, text);
    QCOMPARE(base::toJapaneseDate(date), text);
}

void TestClock::fiscalYears_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("text");
    QTest::newRow("31 March") << QDate(2026, 3, 31) << QStringLiteral("令和7年度");
    QTest::newRow("1 April") << QDate(2026, 4, 1) << QStringLiteral("令和8年度");
    QTest::newRow("April of 平成31") << QDate(2019, 4, 1) << QStringLiteral("令和元年度");
    QTest::newRow("before it") << QDate(2019, 3, 31) << QStringLiteral("平成30年度");
}

void TestClock::fiscalYears()
{
    QFETCH(QDate, date);
    QFETCH(QString, text);
    QCOMPARE(base::toJapaneseFiscalYear(base::fiscalYear(date)), text);
}

void TestClock::timeIsExact()
{
    const QDateTime time(QDate(2026, 11, 20), QTime(16, 2, 11, 5), QTimeZone("Asia/Tokyo"));
    QCOMPARE(base::toRfc3339(time), QStringLiteral("2026-11-20T07:02:11.005Z"));
    QCOMPARE(base::fromRfc3339(base::toRfc3339(time)), time);
}

void TestClock::otherFormsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "2026-11-20", "2026-11-20T07:02:11Z", "2026-11-20T07:02:11.005", "2026-11-20T07:02:11.005+09:00",
                             "2026-13-20T07:02:11.005Z", "2026-11-20 07:02:11.005Z", "2026-11-20T07:02:11.005Z "})
        QTest::newRow(*text ? text : "(empty)") << QString::fromLatin1(text);
}

void TestClock::otherFormsAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!base::fromRfc3339(text).isValid());
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
