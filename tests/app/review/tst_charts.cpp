// What the charts show, and that they say it in words too.
#include "language/language.h"
#include "review/charts.h"
#include "widgets/theme.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::review;

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void monthsWithoutEntriesStandToo();
    void theNewestMonthsAreShown();
    void sayWhatTheyShow();
    void theTallestBarIsTheFullestMonth();
};

void TestCharts::initTestCase()
{
    qputenv("LC_ALL", "C");
    language::install(*qApp);
}

void TestCharts::monthsWithoutEntriesStandToo()
{
    const auto bars = monthBars({{QStringLiteral("2026-04"), 3}, {QStringLiteral("2026-04"), 4}, {QStringLiteral("2027-03"), 1}},
                                QDate(2026, 4, 1), QDate(2027, 3, 31));
    QCOMPARE(bars.size(), std::size_t(12));
    QCOMPARE(bars.front(), (MonthBar{2026, 4, 7}));
    QCOMPARE(bars[1], (MonthBar{2026, 5, 0}));
    QCOMPARE(bars.back(), (MonthBar{2027, 3, 1}));
}

void TestCharts::theNewestMonthsAreShown()
{
    const auto bars = monthBars({}, QDate(2000, 1, 1), QDate(2026, 11, 20));
    QCOMPARE(bars.size(), std::size_t(24));
    QCOMPARE(bars.front(), (MonthBar{2024, 12, 0}));
    QCOMPARE(bars.back(), (MonthBar{2026, 11, 0}));
}

void TestCharts::sayWhatTheyShow()
{
    const widgets::Theme theme(*qApp);
    MonthChart months(theme);
    months.setBars({{2026, 4, 7}, {2026, 5, 1200}});
    QVERIFY(months.accessibleDescription().contains(QStringLiteral("1,200")));
    ClassChart classes(theme);
    classes.setBars({{{QStringLiteral("機密"), QStringLiteral("3B"), policy::Tone::High}, 98}});
    QVERIFY2(classes.accessibleDescription().contains(QStringLiteral("98")), qPrintable(classes.accessibleDescription()));
    QVERIFY(classes.accessibleDescription().contains(QStringLiteral("3B")));
}

void TestCharts::theTallestBarIsTheFullestMonth()
{
    widgets::Theme theme(*qApp);
    theme.setLook(widgets::Look::Light);
    MonthChart months(theme);
    months.resize(360, 112);
    months.setBars({{2026, 4, 1}, {2026, 5, 0}, {2026, 6, 10}});
    const QImage picture = months.grab().toImage();
    const auto tall = [&](int bar) {
        const int x = bar * 30 + 15;
        int pixels = 0;
        for (int y = 0; y < picture.height(); ++y)
            pixels += picture.pixelColor(x, y) == theme[widgets::Ink::Action] ? 1 : 0;
        return pixels;
    };
    QCOMPARE(tall(1), 0);
    QVERIFY(tall(0) > 0);
    QVERIFY(tall(2) > 5 * tall(0));
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
