// 承認, worked by keyboard and mouse, over requests in memory.
#include "app/window/windowbench.h"

#include "approvals/approvalspage.h"
#include "approvals/askedfilemodel.h"
#include "approvals/askedfiles.h"
#include "approvals/askpage.h"
#include "approvals/proposalmodel.h"
#include "approvals/queuemodel.h"
#include "approvals/sharedfolderwatch.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

#include <filesystem>

using namespace shirushi;

class TestApprovalsPage : public QObject, private test::WindowBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(); }
    void cleanup() { takeAway(); }
    void theRailSaysHowManyWait();
    void approvesInTheArticlesWord();
    void refusesWithAComment();
    void whatFailsIsSaidInPlace();
    void anApproverBesideTheSession();
    void aDecisionOnPaper();
    void withdrawsOnesOwn();
    void onesOwnRequestNeedsAReason();
    void countersigns();
    void designatesOneAndAll();
    void asksForWhatTheRulesReserve();
    void anUnlabelledFileSaysWhatToDoFirst();
    void readingCanBeStopped();
    void whatCannotBeAskedIsSaidInPlace();
    void takesInWhatArrives();
    void theFolderIsWatched();
    void lockingTakesEverythingAway();

private:
    approvals::Item &add(const char *id = "r1")
    {
        return m_approvals->add(id, "廃棄する", "相談票_令和2年度.pdf", {{QStringLiteral("confidentiality"), QStringLiteral("3B")}});
    }
    template <typename Widget>
    Widget *named(const QString &name) const
    {
        const auto all = m_window->findChildren<Widget *>();
        for (Widget *widget : all) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    void openPage()
    {
        signIn();
        QAbstractButton *page = button(QStringLiteral("承認"));
        if (!page) // with a number
            QTRY_VERIFY((page = named<QAbstractButton>(QStringLiteral("承認、1件が待っています"))));
        QTest::mouseClick(page, Qt::LeftButton);
    }
    void openRequest()
    {
        QTRY_VERIFY(named<QTableView>(QStringLiteral("申請の一覧")));
        QTRY_VERIFY(named<QTableView>(QStringLiteral("申請の一覧"))->currentIndex().isValid());
        QTest::keyClick(named<QTableView>(QStringLiteral("申請の一覧")), Qt::Key_Return);
        QTRY_VERIFY(sees(QStringLiteral("第36条第3項")));
    }
    void openAsking()
    {
        signIn();
        press(QStringLiteral("承認"));
        QTRY_VERIFY(button(QStringLiteral("申請する")));
        press(QStringLiteral("申請する"));
        QTRY_VERIFY(named<QComboBox>(QStringLiteral("何をするか")));
    }
    void chooseDeed(const QString &title)
    {
        auto *deed = named<QComboBox>(QStringLiteral("何をするか"));
        deed->setFocus();
        QTest::keyClick(deed, Qt::Key_Home);
        for (int i = 0; i < deed->count() && deed->currentText() != title; ++i)
            QTest::keyClick(deed, Qt::Key_Down);
        QCOMPARE(deed->currentText(), title);
    }
    void drop(const std::vector<base::Path> &files)
    {
        auto *page = m_window->findChild<approvals::AskPage *>();
        QMimeData mime;
        QList<QUrl> urls;
        for (const base::Path &file : files)
            urls += QUrl::fromLocalFile(base::toDisplay(file));
        mime.setUrls(urls);
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &enter);
        QDropEvent event(QPointF(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &event);
    }
    void write(const QString &line, const QString &text)
    {
        auto *edit = named<QLineEdit>(line);
        QVERIFY2(edit, qPrintable(line));
        edit->setFocus();
        QTest::keyClicks(edit, text);
    }
};

void TestApprovalsPage::theRailSaysHowManyWait()
{
    add().waitsForMe = true;
    add("r2").waitsForMe = true;
    add("r3").isMine = true;
    signIn();
    QTRY_VERIFY(named<QAbstractButton>(QStringLiteral("承認、2件が待っています")));
    press(QStringLiteral("承認、2件が待っています"));
    QTRY_VERIFY(button(QStringLiteral("わたしの承認待ち（2）")));
    press(QStringLiteral("わたしの申請（1）"));
    QTRY_COMPARE(named<QTableView>(QStringLiteral("申請の一覧"))->model()->rowCount(), 1);
    press(QStringLiteral("決まったもの（0）"));
    QTRY_VERIFY(sees(QStringLiteral("申請はありません。")));
    const QAbstractItemModelTester tester(m_window->findChild<approvals::QueueModel *>(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    press(QStringLiteral("わたしの承認待ち（2）"));
    QTRY_COMPARE(named<QTableView>(QStringLiteral("申請の一覧"))->model()->rowCount(), 2);
}

void TestApprovalsPage::approvesInTheArticlesWord()
{
    add().waitsForMe = true;
    openPage();
    openRequest();
    QVERIFY(sees(QStringLiteral("情報資産管理責任者の許可")));
    QVERIFY(sees(QStringLiteral("保存期間が満了したため")));
    QVERIFY(sees(QStringLiteral("相談票_令和2年度.pdf")));
    type(QStringLiteral("fine"));
    press(QStringLiteral("許可する"));
    QTRY_VERIFY(sees(QStringLiteral("許可しました")));
    QCOMPARE(m_approvals->deeds, QStringList{QStringLiteral("approve r1 fine")});
    QCOMPARE(m_approvals->validUntil, QDate::currentDate().addDays(30));
    QTRY_VERIFY(button(QStringLiteral("承認")));
}

void TestApprovalsPage::refusesWithAComment()
{
    add().waitsForMe = true;
    openPage();
    openRequest();
    write(QStringLiteral("意見（なくてもかまいません）"), QStringLiteral("too early"));
    press(QStringLiteral("許可しない"));
    QTRY_VERIFY(sees(QStringLiteral("許可しませんでした")));
    QCOMPARE(m_approvals->deeds, QStringList{QStringLiteral("refuse r1 too early")});
}

void TestApprovalsPage::whatFailsIsSaidInPlace()
{
    add().waitsForMe = true;
    m_approvals->failure = base::Error{base::ErrorCode::NoSpace, {}, QStringLiteral("空きがありません。"), {}};
    openPage();
    openRequest();
    press(QStringLiteral("許可する"));
    QTRY_VERIFY(sees(QStringLiteral("空きがありません。")));
    QVERIFY(m_approvals->deeds.isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(named<QTableView>(QStringLiteral("申請の一覧")));
}

void TestApprovalsPage::anApproverBesideTheSession()
{
    approvals::Item &item = add();
    item.isMine = true;
    item.approvers = {{QStringLiteral("sato"), QStringLiteral("佐藤 花子")}};
    openPage();
    QTRY_VERIFY(button(QStringLiteral("わたしの申請（1）")));
    press(QStringLiteral("わたしの申請（1）"));
    openRequest();
    press(QStringLiteral("許可する"));
    QTRY_VERIFY(sees(QStringLiteral("パスワードを入れてください。")));
    write(QStringLiteral("決める人のパスワード"), QStringLiteral("nonsense"));
    press(QStringLiteral("許可する"));
    QTRY_VERIFY(sees(QStringLiteral("パスワードが違います。")));
    QVERIFY(named<QLineEdit>(QStringLiteral("決める人のパスワード"))->text().isEmpty());
    write(QStringLiteral("決める人のパスワード"), m_approvals->rightPassword);
    press(QStringLiteral("許可する"));
    QTRY_VERIFY(sees(QStringLiteral("許可しました")));
    QCOMPARE(m_approvals->deeds, (QStringList{QStringLiteral("as sato"), QStringLiteral("approve r1 ")}));
    QCOMPARE(m_desk->who()->id, QStringLiteral("yamada"));
}

void TestApprovalsPage::aDecisionOnPaper()
{
    add().isMine = true;
    m_approvals->now.takesPaper = true;
    openPage();
    QTRY_VERIFY(button(QStringLiteral("わたしの申請（1）")));
    press(QStringLiteral("わたしの申請（1）"));
    openRequest();
    press(QStringLiteral("紙の決裁を記録する"));
    QTRY_VERIFY(sees(QStringLiteral("決裁した人と文書番号を入れてください。")));
    write(QStringLiteral("決裁した人"), QStringLiteral("Suzuki"));
    write(QStringLiteral("文書番号"), QStringLiteral("8-12"));
    press(QStringLiteral("紙の決裁を記録する"));
    QTRY_VERIFY(sees(QStringLiteral("紙の決裁を記録しました")));
    QCOMPARE(m_approvals->deeds, QStringList{QStringLiteral("paper r1 Suzuki 8-12")});
}

void TestApprovalsPage::withdrawsOnesOwn()
{
    add().isMine = true;
    openPage();
    QTRY_VERIFY(button(QStringLiteral("わたしの申請（1）")));
    press(QStringLiteral("わたしの申請（1）"));
    openRequest();
    QVERIFY(!button(QStringLiteral("紙の決裁を記録する"))); // the office does not take them
    press(QStringLiteral("申請を取り下げる"));
    QTRY_VERIFY(sees(QStringLiteral("申請を取り下げました")));
    QCOMPARE(m_approvals->deeds, QStringList{QStringLiteral("withdraw r1 ")});
}

void TestApprovalsPage::onesOwnRequestNeedsAReason()
{
    approvals::Item &item = add();
    item.isMine = item.sharesDuties = true;
    openPage();
    QTRY_VERIFY(button(QStringLiteral("わたしの申請（1）")));
    press(QStringLiteral("わたしの申請（1）"));
    openRequest();
    press(QStringLiteral("許可する"));
    QTRY_VERIFY(sees(QStringLiteral("理由を入れてください。")));
    QVERIFY(m_approvals->deeds.isEmpty());
    write(QStringLiteral("自分の申請を自分で決める理由"), QStringLiteral("nobody else is here"));
    press(QStringLiteral("許可する"));
    QTRY_VERIFY(sees(QStringLiteral("許可しました")));
}

void TestApprovalsPage::countersigns()
{
    approvals::Item &item = add();
    item.state = approvals::State::Flagged;
    item.stateText = QStringLiteral("承認済み（兼務）");
    item.mayCountersign = true;
    openPage();
    openRequest();
    press(QStringLiteral("確かめたと記録する"));
    QTRY_VERIFY(sees(QStringLiteral("確かめたことを記録しました")));
    QCOMPARE(m_approvals->deeds, QStringList{QStringLiteral("countersign r1 ")});
}

void TestApprovalsPage::designatesOneAndAll()
{
    m_approvals->now.designationWord = QStringLiteral("指定");
    for (const char *name : {"/tmp/a.docx", "/tmp/b.docx", "/tmp/c.docx"})
        m_approvals->now.proposals.push_back({base::Path(name), QStringLiteral("kameoka"),
                                              {{QStringLiteral("importance"), QStringLiteral("I")}}, QStringLiteral("佐藤 花子"), {}});
    signIn();
    QTRY_VERIFY(named<QAbstractButton>(QStringLiteral("承認、3件が待っています")));
    press(QStringLiteral("承認、3件が待っています"));
    QTRY_VERIFY(sees(QStringLiteral("3件の分類が「指定」を待っています")));
    press(QStringLiteral("分類の案を見る"));
    QTRY_VERIFY(sees(QStringLiteral("「指定」を待つ分類の案")));
    const QAbstractItemModelTester tester(m_window->findChild<approvals::ProposalModel *>(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    press(QStringLiteral("選んだものを確定する"));
    QTRY_VERIFY(button(QStringLiteral("すべて確定する")) && button(QStringLiteral("すべて確定する"))->isEnabled()); // done
    QCOMPARE(m_approvals->designated, std::vector<base::Path>{"/tmp/b.docx"});
    press(QStringLiteral("すべて確定する"));
    QTRY_VERIFY(button(QStringLiteral("承認"))); // none waits
    QCOMPARE(m_approvals->designated.size(), std::size_t(3));
}

void TestApprovalsPage::asksForWhatTheRulesReserve()
{
    m_asking->labels["/tmp/roster.xlsx"] = {{QStringLiteral("confidentiality"), QStringLiteral("3B")}};
    openAsking();
    QVERIFY(!button(QStringLiteral("申請する"))->isEnabled());
    QTRY_VERIFY(sees(QStringLiteral("何をするかを選んでください。")));
    chooseDeed(QStringLiteral("持ち出す（許可）"));
    QVERIFY(!named<QComboBox>(QStringLiteral("だれに"))); // the rules make no difference
    drop({"/tmp/roster.xlsx"});
    QTRY_VERIFY(sees(QStringLiteral("鈴木 一郎（税務課）")));
    QVERIFY(sees(QStringLiteral("情報資産管理責任者の許可")) && sees(QStringLiteral("第36条第3項")));
    QVERIFY(!button(QStringLiteral("申請する"))->isEnabled());
    const QAbstractItemModelTester tester(m_window->findChild<approvals::AskedFileModel *>(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    write(QStringLiteral("何のために"), QStringLiteral("a  meeting"));
    press(QStringLiteral("始まりと終わりの日がある"));
    QTRY_VERIFY(button(QStringLiteral("申請する"))->isEnabled());
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(sees(QStringLiteral("署名して申請しました")));
    QVERIFY(button(QStringLiteral("申請ファイルを書き出す")));
    QCOMPARE(m_asking->asked.size(), std::size_t(1));
    const approvals::Asking &asked = m_asking->asked.front();
    QCOMPARE(asked.deed, QStringLiteral("take-out"));
    QCOMPARE(asked.purpose, QStringLiteral("a meeting"));
    QCOMPARE(asked.from, QDate::currentDate());
    QCOMPARE(asked.until, QDate::currentDate().addDays(7));
    QCOMPARE(asked.files.size(), std::size_t(1));
    press(QStringLiteral("申請の一覧に戻る"));
    QTRY_VERIFY(button(QStringLiteral("わたしの申請（1）")));
}

void TestApprovalsPage::anUnlabelledFileSaysWhatToDoFirst()
{
    openAsking();
    chooseDeed(QStringLiteral("廃棄する（許可）"));
    drop({"/tmp/new.docx"});
    QTRY_VERIFY(sees(QStringLiteral("この職場の規程による分類がありません。先に分類してください。")));
    write(QStringLiteral("何のために"), QStringLiteral("old"));
    QVERIFY(!button(QStringLiteral("申請する"))->isEnabled());
    press(QStringLiteral("先に分類する"));
    QTRY_VERIFY(sees(QStringLiteral("どこから来ましたか"))); // the wizard, with this file
    m_asking->labels["/tmp/new.docx"] = {{QStringLiteral("confidentiality"), QStringLiteral("1")}};
    press(QStringLiteral("承認"));
    QTRY_VERIFY(button(QStringLiteral("申請する"))->isEnabled());
    QCOMPARE(named<QLineEdit>(QStringLiteral("何のために"))->text(), QStringLiteral("old"));
    press(QStringLiteral("選んだものを外す"));
    QTRY_VERIFY(sees(QStringLiteral("ファイルを選んでください。")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(sees(QStringLiteral("申請はありません。")));
}

void TestApprovalsPage::readingCanBeStopped()
{
    m_asking->delay = 100;
    openAsking();
    std::vector<base::Path> files;
    for (int i = 0; i < 400; ++i)
        files.push_back("/tmp/" + std::to_string(i) + ".docx");
    drop(files);
    QTRY_VERIFY(named<QProgressBar>(QStringLiteral("ファイルを読んでいます")));
    QTRY_VERIFY(sees(QStringLiteral("読んでいます：")));
    press(QStringLiteral("中止"));
    QTRY_VERIFY(!named<QProgressBar>(QStringLiteral("ファイルを読んでいます")));
    const int rows = m_window->findChild<approvals::ApprovalsPage *>()->findChild<approvals::AskedFileModel *>()->rowCount();
    QVERIFY(rows > 0 && rows < 400);
}

void TestApprovalsPage::whatCannotBeAskedIsSaidInPlace()
{
    m_asking->labels["/tmp/roster.xlsx"] = {{QStringLiteral("confidentiality"), QStringLiteral("3B")}};
    m_asking->cautions = {QStringLiteral("名簿にこの役割の人がいません。")};
    m_asking->failure = base::Error{base::ErrorCode::NoSpace, {}, QStringLiteral("空きがありません。"), {}};
    openAsking();
    chooseDeed(QStringLiteral("持ち出す（許可）"));
    drop({"/tmp/roster.xlsx"});
    QTRY_VERIFY(sees(QStringLiteral("名簿にこの役割の人がいません。")));
    write(QStringLiteral("何のために"), QStringLiteral("a meeting"));
    QTRY_VERIFY(button(QStringLiteral("申請する"))->isEnabled());
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(sees(QStringLiteral("空きがありません。")));
    QVERIFY(m_asking->asked.empty());
    m_window->lock();
    QVERIFY(m_window->findChild<approvals::AskedFileModel *>()->files().empty());
}

void TestApprovalsPage::takesInWhatArrives()
{
    const QTemporaryDir folder;
    m_approvals->shared = base::toPath(folder.path());
    m_approvals->arriving = {{"/share/x.shirushi-request", QStringLiteral("記録しました"), true}};
    signIn();
    press(QStringLiteral("承認"));
    QTRY_VERIFY(m_approvals->arriving.empty());
    m_approvals->arriving = {{"/share/y.shirushi-decision", QStringLiteral("署名が違います。"), false}};
    QFile file(folder.filePath(QStringLiteral("y.shirushi-decision")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QTRY_VERIFY(sees(QStringLiteral("署名が違います。")));
}

void TestApprovalsPage::theFolderIsWatched()
{
    const QTemporaryDir folder;
    approvals::SharedFolderWatch watch;
    QSignalSpy fresh(&watch, &approvals::SharedFolderWatch::somethingNew);
    watch.setFolder(base::toPath(folder.path()));
    for (const char *name : {"one", "two", "three"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(fresh.wait());
    QTest::qWait(700);
    QCOMPARE(fresh.count(), 1);
    watch.setFolder({});
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("one"))));
    QTest::qWait(700);
    QCOMPARE(fresh.count(), 1);
}

void TestApprovalsPage::lockingTakesEverythingAway()
{
    add().waitsForMe = true;
    openPage();
    openRequest();
    m_window->lock();
    QVERIFY(!m_desk->who());
    QVERIFY(!sees(QStringLiteral("相談票")));
    QCOMPARE(m_window->findChild<approvals::QueueModel *>()->rowCount(), 0);
}

QTEST_MAIN(TestApprovalsPage)
#include "tst_approvalspage.moc"
