// The list of entries, one part at a time.
#include "app/fakereview.h"

#include "language/language.h"
#include "review/recordmodel.h"
#include "widgets/chipdelegate.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace shirushi;
using review::RecordModel;

class TestRecordModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("LC_ALL", "C");
        language::install(*qApp);
    }
    void partsFollowEachOther();
    void aNewQuestionBeginsAnew();
    void startsAtTheEntryAskedFor();
    void saysWhoWhatAndWhichClass();

private:
    static void fill(test::FakeReview &desk, int entries)
    {
        const QDateTime start(QDate(2026, 4, 1), QTime(1, 0), Qt::UTC);
        for (int i = 0; i < entries; ++i)
            desk.label(QStringLiteral("/tmp/file%1.docx").arg(i), {{QStringLiteral("importance"), QStringLiteral("I")}},
                       start.addSecs(i * 60), i % 2 == 0 ? QStringLiteral("yamada") : QStringLiteral("sato"));
    }
    static void wait(QSignalSpy &loaded)
    {
        QVERIFY(loaded.count() > 0 || loaded.wait());
        QCOMPARE(loaded.takeFirst().first().toString(), QString());
    }
};

void TestRecordModel::partsFollowEachOther()
{
    test::FakeReview desk(QStringLiteral("kameoka"));
    fill(desk, 250);
    RecordModel model(desk);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(&model, &RecordModel::loaded);
    model.show({});
    wait(loaded);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.entryAt(0).seq, 250);
    QCOMPARE(model.offset(), 0);
    QVERIFY(model.hasOlder() && !model.hasNewer());
    model.older();
    wait(loaded);
    QCOMPARE(model.entryAt(0).seq, 150);
    model.older();
    wait(loaded);
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.entryAt(49).seq, 1);
    QCOMPARE(model.offset(), 200);
    QVERIFY(!model.hasOlder() && model.hasNewer());
    model.older(); // there are none
    QCOMPARE(model.offset(), 200);
    model.newer();
    wait(loaded);
    QCOMPARE(model.entryAt(0).seq, 150);
    QCOMPARE(model.rowCount(), 100);
}

void TestRecordModel::aNewQuestionBeginsAnew()
{
    test::FakeReview desk(QStringLiteral("kameoka"));
    fill(desk, 250);
    RecordModel model(desk);
    QSignalSpy loaded(&model, &RecordModel::loaded);
    model.show({});
    wait(loaded);
    model.older();
    review::Filter filter;
    filter.user = QStringLiteral("sato");
    model.show(filter); // while the answer to the other question is on its way
    wait(loaded);
    QCOMPARE(model.entryAt(0).seq, 250);
    QCOMPARE(model.entryAt(99).seq, 52);
    QCOMPARE(model.offset(), 0);
    QTest::qWait(50);
    QCOMPARE(loaded.count(), 0);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestRecordModel::startsAtTheEntryAskedFor()
{
    test::FakeReview desk(QStringLiteral("kameoka"));
    fill(desk, 20);
    RecordModel model(desk);
    QSignalSpy loaded(&model, &RecordModel::loaded);
    model.show({}, 8);
    wait(loaded);
    QCOMPARE(model.entryAt(0).seq, 7);
    QCOMPARE(model.offset(), -1);
}

void TestRecordModel::saysWhoWhatAndWhichClass()
{
    test::FakeReview desk(QStringLiteral("buzen-council"));
    desk.label(QStringLiteral("C:\\書類\\相談票.pdf"),
               {{QStringLiteral("confidentiality"), QStringLiteral("3B")}, {QStringLiteral("integrity"), QStringLiteral("2")}},
               QDateTime(QDate(2020, 5, 8), QTime(3, 0), Qt::UTC));
    RecordModel model(desk);
    QSignalSpy loaded(&model, &RecordModel::loaded);
    model.show({});
    wait(loaded);
    const auto cell = [&model](int column, int role = Qt::DisplayRole) { return model.index(0, column).data(role); };
    QCOMPARE(cell(RecordModel::FileColumn).toString(), QStringLiteral("相談票.pdf"));
    QCOMPARE(cell(RecordModel::PersonColumn).toString(), QStringLiteral("山田 太郎"));
    QCOMPARE(cell(RecordModel::ClassColumn, widgets::ChipsRole).value<widgets::Chips>().size(), 1);
    QVERIFY(cell(RecordModel::ClassColumn, Qt::AccessibleTextRole).toString().contains(QStringLiteral("完全性2")));
    QVERIFY(cell(RecordModel::FileColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("C:\\書類")));
}

QTEST_MAIN(TestRecordModel)
#include "tst_recordmodel.moc"
