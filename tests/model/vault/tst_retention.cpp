// 保存期間: the last day, by the fiscal year of origin, and what falls due.
#include "vault/retention.h"

#include <QTest>

using namespace shirushi;

class TestRetention : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lastDay_data();
    void lastDay();
    void staysDue();
    void everyYearIsAYearLonger();
};

void TestRetention::lastDay_data()
{
    QTest::addColumn<QDate>("origin");
    QTest::addColumn<int>("years");
    QTest::addColumn<bool>("isNextFiscalYear");
    QTest::addColumn<QDate>("day");
    QTest::newRow("first day of a fiscal year") << QDate(2026, 4, 1) << 1 << true << QDate(2028, 3, 31);
    QTest::newRow("last day of a fiscal year") << QDate(2026, 3, 31) << 1 << true << QDate(2027, 3, 31);
    QTest::newRow("new year") << QDate(2026, 1, 1) << 5 << true << QDate(2031, 3, 31);
    QTest::newRow("thirty years") << QDate(2026, 5, 1) << 30 << true << QDate(2057, 3, 31);
    QTest::newRow("from the day after") << QDate(2026, 5, 1) << 3 << false << QDate(2029, 5, 1);
    QTest::newRow("from a leap day") << QDate(2028, 2, 29) << 1 << false << QDate(2029, 2, 28);
    QTest::newRow("nobody said") << QDate(2026, 5, 1) << 0 << true << QDate();
    QTest::newRow("no origin") << QDate() << 5 << true << QDate();
}

void TestRetention::lastDay()
{
    QFETCH(QDate, origin);
    QFETCH(int, years);
    QFETCH(bool, isNextFiscalYear);
    QFETCH(QDate, day);
    policy::Retention rules;
    rules.start = isNextFiscalYear ? policy::RetentionStart::NextFiscalYear : policy::RetentionStart::DayAfter;
    QCOMPARE(vault::lastDayOf({years, false, origin}, rules).value_or(QDate()), day);
    QVERIFY(!vault::lastDayOf({years, true, origin}, rules)); // 常用
}

void TestRetention::staysDue()
{
    const policy::Retention rules;
    const vault::Keeping keeping{1, false, QDate(2025, 6, 1)}; // until 2027-03-31, in FY2026
    QVERIFY(!vault::isDueIn(2025, keeping, rules));
    QVERIFY(vault::isDueIn(2026, keeping, rules));
    QVERIFY(vault::isDueIn(2030, keeping, rules));
    QVERIFY(!vault::isDueIn(2030, {0, true, QDate(2025, 6, 1)}, rules));
}

void TestRetention::everyYearIsAYearLonger()
{
    const policy::Retention rules;
    for (QDate origin(2024, 1, 1); origin < QDate(2026, 1, 1); origin = origin.addDays(1)) {
        const QDate one = *vault::lastDayOf({1, false, origin}, rules);
        QVERIFY(one >= origin.addYears(1) && one < origin.addYears(2).addDays(1));
        QCOMPARE(*vault::lastDayOf({10, false, origin}, rules), one.addYears(9));
        QCOMPARE(one.month() * 100 + one.day(), 331);
    }
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
