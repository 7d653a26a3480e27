// The table of several files, worked by mouse and by keyboard, on the offscreen platform.
#include "app/window/windowbench.h"

#include "classify/classifypage.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QTableView>
#include <QTimer>
#include <QUrl>

#include <algorithm>

using namespace shirushi;

class TestSeveralFiles : public QObject, private test::WindowBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init();
    void cleanup() { takeAway(); }
    void aDropOfSeveralShowsTheTable();
    void cancelLeavesTheRestUntouched();
    void ticksAndSourceByMouseAndByKeyboard();
    void filesFromColleaguesKeepTheirClass();
    void aLateStopDoesNotLeaveThePage();
};

void TestSeveralFiles::init()
{
    makeDesk();
    signIn();
}

void TestSeveralFiles::aDropOfSeveralShowsTheTable()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/b.docx")), QUrl::fromLocalFile(QStringLiteral("/tmp/a.docx"))});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(sees(QStringLiteral("2件のファイルを分類する")));
    auto *table = qobject_cast<QTableView *>(QApplication::focusWidget());
    QVERIFY(table);
    table->selectAll();
    press(QStringLiteral("分類を選ぶ"));
    press(QStringLiteral("自治体機密性2"));
    press(QStringLiteral("自治体完全性1"));
    press(QStringLiteral("自治体可用性1"));
    press(QStringLiteral("次へ"));
    press(QStringLiteral("この分類にする"));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("2件に分類を表示しました")));
    QCOMPARE(m_desk->orders.size(), std::size_t(2));
    QCOMPARE(m_desk->orders.front().path, base::Path("/tmp/a.docx"));
}

void TestSeveralFiles::cancelLeavesTheRestUntouched()
{
    std::vector<base::Path> paths;
    for (int i = 0; i < 20; ++i)
        paths.push_back(base::toPath(QStringLiteral("/tmp/%1.docx").arg(i, 2, 10, QLatin1Char('0'))));
    m_window->open(paths);
    QTRY_VERIFY(sees(QStringLiteral("20件のファイルを分類する")));
    auto *table = qobject_cast<QTableView *>(QApplication::focusWidget());
    QVERIFY(table);
    table->selectAll();
    press(QStringLiteral("分類を選ぶ"));
    press(QStringLiteral("自治体機密性1"));
    press(QStringLiteral("自治体完全性1"));
    press(QStringLiteral("自治体可用性1"));
    press(QStringLiteral("次へ"));
    press(QStringLiteral("この分類にする"));
    m_desk->delay = 150; // a file
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("件目を処理しています")));
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(sees(QStringLiteral("残りの")));
    const std::size_t done = m_desk->orders.size();
    QVERIFY(done > 0 && done < 20);
    QVERIFY(sees(QStringLiteral("%1件に分類を表示しました").arg(done)));
    QVERIFY(sees(QStringLiteral("残りの%1件は元のままです").arg(20 - done)));
}

void TestSeveralFiles::ticksAndSourceByMouseAndByKeyboard()
{
    m_window->open({"/tmp/a.docx", "/tmp/b.docx", "/tmp/c.docx", "/tmp/d.docx"});
    QTRY_VERIFY(sees(QStringLiteral("4件のファイルを分類する")));
    auto *table = qobject_cast<QTableView *>(QApplication::focusWidget());
    QVERIFY(table);
    const auto ticked = [table] {
        QList<int> rows;
        const auto indexes = table->selectionModel()->selectedRows();
        for (const QModelIndex &index : indexes)
            rows.append(index.row());
        std::sort(rows.begin(), rows.end());
        return rows;
    };
    const auto click = [table](int row, int column, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers,
                          table->visualRect(table->model()->index(row, column)).center());
    };
    QVERIFY(!button(QStringLiteral("分類を選ぶ"))->isEnabled());
    click(1, 0);
    click(3, 1); // anywhere on the row, and the other stays ticked
    QCOMPARE(ticked(), (QList<int>{1, 3}));
    click(1, 0);
    QCOMPARE(ticked(), (QList<int>{3}));
    click(0, 0);
    click(2, 0, Qt::ShiftModifier);
    QCOMPARE(ticked(), (QList<int>{0, 1, 2, 3}));
    const auto *header = table->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(20, header->height() / 2));
    QVERIFY(ticked().isEmpty());
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(20, header->height() / 2));
    QCOMPARE(ticked().size(), 4);
    QTest::keyClick(table, Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(ticked().isEmpty());

    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 1));
    table->clearSelection();
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(ticked().isEmpty()); // moving about ticks nothing
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(ticked(), (QList<int>{1, 2}));
    QTimer choose;
    choose.setInterval(20);
    connect(&choose, &QTimer::timeout, this, [&choose] {
        if (QWidget *menu = QApplication::activePopupWidget()) {
            choose.stop();
            QTest::keyClick(menu, Qt::Key_3);
        }
    });
    choose.start();
    QTest::keyClick(table, Qt::Key_I, Qt::AltModifier);
    QTRY_COMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("庁外の人"));
    QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("未選択"));
    // The source is not asked again.
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("公表されていますか")));
    type(QStringLiteral("YNNNN"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(button(QStringLiteral("分類を表示する"))->isEnabled());
    QVERIFY(ticked().isEmpty());
    QTest::keyClick(table, Qt::Key_S, Qt::AltModifier);
    QTRY_VERIFY(sees(QStringLiteral("2件に分類を表示しました")));
    QCOMPARE(m_desk->orders.size(), std::size_t(2));
    QCOMPARE(m_desk->orders.front().path, base::Path("/tmp/b.docx"));
    QCOMPARE(m_desk->orders.front().answers.front().second, QStringLiteral("outsider"));
}

void TestSeveralFiles::filesFromColleaguesKeepTheirClass()
{
    labelling::FileLabel file;
    file.status = labelling::FileStatus::Labelled;
    file.label.emplace();
    file.label->policy = QStringLiteral("mic-model");
    file.label->classes = {{QStringLiteral("confidentiality"), QStringLiteral("3C")},
                           {QStringLiteral("integrity"), QStringLiteral("1")},
                           {QStringLiteral("availability"), QStringLiteral("2")}};
    for (const char *name : {"/tmp/a.docx", "/tmp/b.docx"}) {
        file.path = name;
        m_desk->files[file.path] = file;
    }
    m_window->open({"/tmp/a.docx", "/tmp/b.docx", "/tmp/c.docx"});
    QTRY_VERIFY(sees(QStringLiteral("3件のファイルを分類する")));
    auto *table = qobject_cast<QTableView *>(QApplication::focusWidget());
    QVERIFY(table);
    QTRY_VERIFY(table->model()->index(1, 3).data().toString().isEmpty()); // chips
    table->selectRow(0);
    table->selectRow(1);
    press(QStringLiteral("質問で決める"));
    type(QStringLiteral("2"));
    QTRY_VERIFY(sees(QStringLiteral("入手元の分類を引き継ぎます。")));
    press(QStringLiteral("この分類にする"));
    QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("庁内の職員"));
    table->selectAll();
    press(QStringLiteral("質問で決める"));
    type(QStringLiteral("2"));
    QTRY_VERIFY(sees(QStringLiteral("ファイルによって表示が違います")));
}

void TestSeveralFiles::aLateStopDoesNotLeaveThePage()
{
    m_window->open({"/tmp/a.docx", "/tmp/b.docx"});
    QTRY_VERIFY(sees(QStringLiteral("2件のファイルを分類する")));
    auto *table = qobject_cast<QTableView *>(QApplication::focusWidget());
    QVERIFY(table);
    table->selectAll();
    press(QStringLiteral("分類を選ぶ"));
    press(QStringLiteral("自治体機密性1"));
    press(QStringLiteral("自治体完全性1"));
    press(QStringLiteral("自治体可用性1"));
    press(QStringLiteral("次へ"));
    press(QStringLiteral("この分類にする"));
    // In the moment in which the last file is done.
    connect(m_window->findChild<classify::ClassifyPage *>(), &classify::ClassifyPage::workEnded, this, [this, table] {
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::AltModifier);
        QTest::keyClick(table, Qt::Key_Escape);
    });
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("2件に分類を表示しました")));
    QTRY_VERIFY(button(QStringLiteral("終わる"))->isEnabled());
    press(QStringLiteral("終わる"));
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
}

QTEST_MAIN(TestSeveralFiles)
#include "tst_severalfiles.moc"
