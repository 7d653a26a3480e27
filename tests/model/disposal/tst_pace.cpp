// How many go at once, and how far all of it is said to be.
#include "disposal/pace.h"

#include <QTest>

#include <utility>
#include <vector>

using namespace shirushi;

namespace {

struct Heard final : base::Progress {
    void report(std::uint64_t done, std::uint64_t total, const QString &what) override
    {
        said.emplace_back(done, total);
        last = what;
    }
    bool cancelled() const override { return false; }
    std::vector<std::pair<std::uint64_t, std::uint64_t>> said;
    QString last;
};

} // namespace

class TestPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStopFallsSoonAtFirst();
    void whatTakesLongGoesInSmallerGroups();
    void largeFilesDoNotShare();
    void anItemGoesAlone();
    void theBarNeverRunsBack();
};

void TestPace::aStopFallsSoonAtFirst()
{
    Heard heard;
    disposal::Pace pace(heard);
    for (int i = 0; i < 500; ++i)
        pace.add(1000, false);
    std::vector<std::size_t> sizes;
    for (std::size_t at = 0; at < 500;) {
        const std::size_t end = pace.begin(at, QStringLiteral("a"));
        sizes.push_back(end - at);
        pace.took(5);
        at = end;
    }
    QCOMPARE(sizes.front(), std::size_t(1));
    QCOMPARE((std::vector(sizes.begin(), sizes.begin() + 8)), (std::vector<std::size_t>{1, 2, 4, 8, 16, 32, 64, 64}));
}

void TestPace::whatTakesLongGoesInSmallerGroups()
{
    Heard heard;
    disposal::Pace pace(heard);
    for (int i = 0; i < 500; ++i)
        pace.add(1000, false);
    for (int i = 0; i < 6; ++i)
        pace.took(5);
    QCOMPARE(pace.begin(0, {}), std::size_t(64));
    pace.took(3000);
    QCOMPARE(pace.begin(64, {}), std::size_t(96));
    for (int i = 0; i < 9; ++i)
        pace.took(3000);
    QCOMPARE(pace.begin(96, {}), std::size_t(104)); // a flush is shared all the same
    disposal::Pace slow(heard);
    for (int i = 0; i < 500; ++i)
        slow.add(1000, false);
    for (int i = 0; i < 9; ++i)
        slow.took(3000);
    QCOMPARE(slow.begin(0, {}), std::size_t(8)); // from the beginning
}

void TestPace::largeFilesDoNotShare()
{
    Heard heard;
    disposal::Pace pace(heard);
    for (int i = 0; i < 4; ++i)
        pace.add(6 << 20, false);
    pace.took(5);
    pace.took(5);
    QCOMPARE(pace.begin(0, {}), std::size_t(4)); // 32 MiB
    for (int i = 0; i < 9; ++i)
        pace.took(3000);
    QCOMPARE(pace.begin(0, {}), std::size_t(1));
}

void TestPace::anItemGoesAlone()
{
    Heard heard;
    disposal::Pace pace(heard);
    pace.add(10, false);
    pace.add(10, true);
    pace.add(10, false);
    for (int i = 0; i < 6; ++i)
        pace.took(5);
    QCOMPARE(pace.begin(0, {}), std::size_t(1));
    QCOMPARE(pace.begin(1, QStringLiteral("名簿.xlsx")), std::size_t(2));
    pace.report(4096, 4096, QStringLiteral("5f3a.age"));
    QVERIFY2(heard.last.contains(QStringLiteral("名簿.xlsx")), qPrintable(heard.last)); // its files' names say nothing
    QVERIFY(heard.last.contains(QStringLiteral("1")) && heard.last.contains(QStringLiteral("3")));
}

// What erasing reports are the bytes of each file, twice: written, and read back.
void TestPace::theBarNeverRunsBack()
{
    Heard heard;
    disposal::Pace pace(heard);
    for (int i = 0; i < 20; ++i)
        pace.add(1 << 20, false);
    for (std::size_t at = 0; at < 20;) {
        const std::size_t end = pace.begin(at, QStringLiteral("0"));
        for (int phase = 0; phase < 2; ++phase) {
            for (std::size_t file = at; file < end; ++file) {
                for (const std::uint64_t done : {1 << 19, 1 << 20})
                    pace.report(done, 1 << 20, QString::number(file));
            }
        }
        pace.took(5);
        at = end;
    }
    for (std::size_t i = 1; i < heard.said.size(); ++i) {
        QVERIFY2(heard.said[i].first >= heard.said[i - 1].first, qPrintable(QString::number(i)));
        QVERIFY(heard.said[i].first < heard.said[i].second);
        QCOMPARE(heard.said[i].second, heard.said[0].second);
    }
    QVERIFY(heard.said.back().first > heard.said.back().second * 9 / 10);
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
