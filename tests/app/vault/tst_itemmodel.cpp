// ItemModel: what a row says, and finding among ten thousand of them.
#include "app/fakevault.h"
#include "language/language.h"
#include "vault/itemmodel.h"
#include "vault/itemwords.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace shirushi;
using vaults::ItemModel;

class TestItemModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("LC_ALL", "C");
        language::install(*qApp);
    }
    void theStateIsSaidInWords();
    void wordsNarrowTheList();
    void tenThousandAreFoundAtOnce();
    void whatIsLeftIsSaid();
};

void TestItemModel::theStateIsSaidInWords()
{
    vaults::Row row;
    row.mayOpen = true;
    QCOMPARE(stateText(row), QStringLiteral("施錠"));
    row.isFinal = true;
    QCOMPARE(stateText(row), QStringLiteral("施錠・書込禁止"));
    row.ownMembers = true;
    row.openers = QStringList{QStringLiteral("山田 太郎"), QStringLiteral("高橋 健")};
    QCOMPARE(stateText(row), QStringLiteral("施錠・書込禁止\nこの人だけ：山田 太郎、高橋 健"));
    row.isDue = true;
    QVERIFY(stateText(row).endsWith(QStringLiteral("廃棄の時期です")));
    row.recoveredBy = QStringLiteral("佐藤 花子");
    QVERIFY(stateText(row).contains(QStringLiteral("佐藤 花子さんが復元しました")));
    row.isUnsettled = true;
    QVERIFY(stateText(row).contains(QStringLiteral("鍵の替え直し")));
    row.mayOpen = false;
    QVERIFY(stateText(row).contains(QStringLiteral("復元できます")));
    row.problem = QStringLiteral("書き換えられています。");
    QCOMPARE(stateText(row), QStringLiteral("読めません\n書き換えられています。"));
}

void TestItemModel::wordsNarrowTheList()
{
    test::FakeVault desk(QStringLiteral("kameoka"));
    desk.add("ケース記録.docx", "I", 1, QDate(2020, 4, 1)).path = QStringLiteral("相談/令和2年度");
    desk.state.rows.back().isDue = true;
    desk.add("Yakin.XLSX", "II");
    desk.add("写真.jpg", "");
    ItemModel model(desk);
    const QAbstractItemModelTester tester(&model);
    model.setRows(desk.state.rows);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.data(model.index(0, ItemModel::NameColumn), Qt::DisplayRole).toString(), QStringLiteral("ケース記録.docx\n相談/令和2年度"));
    QCOMPARE(model.data(model.index(0, ItemModel::UntilColumn), Qt::DisplayRole).toString(), QStringLiteral("令和4年3月31日"));
    QCOMPARE(model.data(model.index(2, ItemModel::ClassColumn), Qt::DisplayRole).toString(), QStringLiteral("分類なし"));
    model.setFilter(QStringLiteral("yakin"), false);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowAt(0).name, QStringLiteral("Yakin.XLSX"));
    model.setFilter(QStringLiteral("相談 ケース"), false);
    QCOMPARE(model.rowCount(), 1);
    model.setFilter(QStringLiteral("相談 写真"), false);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({}, true);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.dueCount(), 1);
    QCOMPARE(model.rowOf(QStringLiteral("item-1")), 0);
    QCOMPARE(model.rowOf(QStringLiteral("item-2")), -1);
}

void TestItemModel::tenThousandAreFoundAtOnce()
{
    test::FakeVault desk(QStringLiteral("kameoka"));
    for (int i = 0; i < 10000; ++i)
        desk.add(QStringLiteral("記録%1.docx").arg(i, 5, 10, QLatin1Char('0')).toUtf8().constData(), i % 2 == 0 ? "I" : "II");
    ItemModel model(desk);
    QElapsedTimer timer;
    timer.start();
    model.setRows(desk.state.rows);
    const qint64 taken = timer.restart();
    for (const char *words : {"記", "記録", "記録0", "記録09", "記録0999"})
        model.setFilter(QString::fromUtf8(words), false);
    qInfo("rows set in %lld ms, five filters in %lld ms", static_cast<long long>(taken), static_cast<long long>(timer.elapsed()));
    QCOMPARE(model.rowCount(), 10);
    QVERIFY(taken < 5000 * SHIRUSHI_SLOWNESS);
}

void TestItemModel::whatIsLeftIsSaid()
{
    QVERIFY(vaults::leftText({.done = 3}).isEmpty());
    vault::Relocked relocked{.done = 1, .forOthers = 2};
    relocked.isStopped = true;
    relocked.errors = {{base::ErrorCode::Damaged, QStringLiteral("a.docx"), QStringLiteral("読めません。"), {}}};
    const QString text = vaults::leftText(relocked);
    QVERIFY(text.contains(QStringLiteral("続きはいつでもできます")));
    QVERIFY2(text.contains(QStringLiteral("2件は")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("a.docx：読めません。")));
}

QTEST_MAIN(TestItemModel)
#include "tst_itemmodel.moc"
