// The first page of 廃棄, by mouse and keys: what falls due, what is added, what was asked for, what must still follow.
#include "app/dispose/disposebench.h"

#include <QAbstractItemModelTester>

using namespace shirushi;

class TestDueList : public QObject, private test::DisposeBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(QStringLiteral("kameoka")); }
    void cleanup() { takeAway(); }
    void anEmptyListSaysWhatThePageIsFor();
    void whatIsAddedIsTickedAndTakenOff();
    void whatWasInterruptedIsSaid();
    void waitingRequestsCannotBeCarriedOut();
    void permittedOnesAreCountedInTheRail();
    void whatCannotBeReadIsSaid();
    void aVaultThatCannotBeReadIsNamed();
    void whatIsAddedMeanwhileIsReadToo();
    void readingIsStopped();
    void whatMustFollowIsSaid();
    void aRefusedRequestIsPutOnTheListOnceMore();
    void anItemOfAVaultIsPutOnTheList();
    void lockingTakesEverythingAway();
    void theModelsKeepTheirWord();
};

void TestDueList::anEmptyListSaysWhatThePageIsFor()
{
    open();
    QTRY_VERIFY(sees(QStringLiteral("今年度に廃棄の時期が来るものはありません")));
    QVERIFY(sees(QStringLiteral("許可を得て廃棄し、記録します")));
    QVERIFY(!table("廃棄の候補") && !table("申請したもの"));
    QVERIFY(!canPress(QStringLiteral("次へ")));
}

void TestDueList::whatIsAddedIsTickedAndTakenOff()
{
    m_disposals->dueNow = {m_disposals->row("名簿.xlsx", "I")};
    open();
    QTRY_VERIFY(table("廃棄の候補"));
    QVERIFY(!canPress(QStringLiteral("次へ"))); // what is due is ticked by a person
    dropOn(part<disposals::DuePage>(), {"/tmp/a.txt", "/tmp/b.txt", "/tmp/a.txt"});
    QTRY_COMPARE(table("廃棄の候補")->model()->rowCount(), 3);
    QVERIFY(sees(QStringLiteral("2件に印があります")));
    tick("廃棄の候補", 1); // not this one
    QVERIFY(sees(QStringLiteral("1件に印があります")));
    press(QStringLiteral("一覧から外す"));
    QCOMPARE(table("廃棄の候補")->model()->rowCount(), 2);
    QCOMPARE(cell("廃棄の候補", 1, 1), QStringLiteral("a.txt\n/tmp"));
    tick("廃棄の候補", 0);
    QVERIFY(canPress(QStringLiteral("次へ")) && !canPress(QStringLiteral("一覧から外す"))); // what is due stays on the list
}

void TestDueList::whatWasInterruptedIsSaid()
{
    m_disposals->interrupted = {1, {}, {QStringLiteral("/home/yamada/a.docx")}, {QStringLiteral("/home/yamada/b.docx")}};
    open();
    QTRY_VERIFY(sees(QStringLiteral("廃棄の途中で、しるしか端末が止まっていました")));
    const QString text = shown();
    QVERIFY(text.indexOf(QStringLiteral("消えていて、記録を付けたもの")) < text.indexOf(QStringLiteral("/home/yamada/a.docx")));
    QVERIFY(text.indexOf(QStringLiteral("手を付けず、元の場所にあるもの")) < text.indexOf(QStringLiteral("/home/yamada/b.docx")));
}

void TestDueList::waitingRequestsCannotBeCarriedOut()
{
    addPermitted();
    m_disposals->requests.front().mayRun = false;
    m_disposals->requests.front().state = approvals::State::Waiting;
    m_disposals->requests.front().stateText = QStringLiteral("承認待ち");
    open();
    QTRY_VERIFY(table("申請したもの"));
    QCOMPARE(cell("申請したもの", 0, 3), QStringLiteral("承認待ち"));
    QVERIFY(!canPress(QStringLiteral("廃棄に進む")));
    QTest::keyClick(table("申請したもの"), Qt::Key_Return);
    QVERIFY(!part<disposals::RunPage>()->isVisible());
}

void TestDueList::permittedOnesAreCountedInTheRail()
{
    addPermitted();
    signIn();
    QTRY_VERIFY(button(QStringLiteral("廃棄、1件が待っています")));
}

void TestDueList::whatCannotBeReadIsSaid()
{
    m_disposals->failure = base::Error{base::ErrorCode::NotFound, {}, QStringLiteral("サーバーに届きません。"), {}};
    open();
    QTRY_VERIFY(sees(QStringLiteral("読めない保管庫があります")) && sees(QStringLiteral("サーバーに届きません")));
    QVERIFY(!sees(QStringLiteral("今年度に廃棄の時期が来るものはありません"))); // that is not known
}

void TestDueList::aVaultThatCannotBeReadIsNamed()
{
    m_disposals->unread = {QStringLiteral("人事：サーバーに届きません。")};
    m_disposals->dueNow = {m_disposals->row("名簿.xlsx", "I")};
    open();
    QTRY_VERIFY(table("廃棄の候補"));
    QVERIFY(sees(QStringLiteral("読めない保管庫があります")) && sees(QStringLiteral("人事：サーバーに届きません")));
    m_disposals->unread.clear();
    go(QStringLiteral("分類する"));
    go(QStringLiteral("廃棄"));
    QTRY_VERIFY(!sees(QStringLiteral("読めない保管庫があります")));
}

void TestDueList::whatIsAddedMeanwhileIsReadToo()
{
    open();
    m_disposals->delay = 60;
    dropOn(part<disposals::DuePage>(), {"/tmp/a.txt", "/tmp/b.txt"});
    dropOn(part<disposals::DuePage>(), {"/tmp/c.txt"});
    QTRY_VERIFY(table("廃棄の候補"));
    QTRY_COMPARE(table("廃棄の候補")->model()->rowCount(), 3);
    QTRY_VERIFY(sees(QStringLiteral("3件に印があります")));
}

void TestDueList::readingIsStopped()
{
    open();
    std::vector<base::Path> files;
    for (int i = 0; i < 100; ++i)
        files.push_back("/tmp/" + std::to_string(i) + ".txt");
    m_disposals->delay = 50;
    dropOn(part<disposals::DuePage>(), files);
    QTRY_VERIFY(button(QStringLiteral("止める")));
    QVERIFY(part<disposals::DisposePage>()->isWorking());
    press(QStringLiteral("止める"));
    QTRY_VERIFY(!part<disposals::DisposePage>()->isWorking());
    QVERIFY(!button(QStringLiteral("止める")));
    QVERIFY(!table("廃棄の候補") || table("廃棄の候補")->model()->rowCount() < 100);
}

void TestDueList::whatMustFollowIsSaid()
{
    m_disposals->knownYears = {2027, 2026, 2025};
    m_disposals->addLine(12, "名簿.xlsx", "shred");
    m_disposals->addLine(13, "案内.docx");
    m_disposals->linesOf = 2026; // not the newest year's
    open();
    QTRY_VERIFY(sees(QStringLiteral("媒体の処置が残っている記録が1件あります")));
    press(QStringLiteral("残る処置を見る"));
    QTRY_VERIFY(table("廃棄記録簿"));
    QCOMPARE(named<QComboBox>(QStringLiteral("年度"))->currentText(), QStringLiteral("令和8年度"));
    QCOMPARE(table("廃棄記録簿")->model()->rowCount(), 1);
    QVERIFY(cell("廃棄記録簿", 0, 2).startsWith(QStringLiteral("名簿.xlsx")));
    QVERIFY(canPress(QStringLiteral("残る処置をする")));
}

void TestDueList::aRefusedRequestIsPutOnTheListOnceMore()
{
    addPermitted();
    disposals::Pending refused = m_disposals->requests.front();
    refused.id = QStringLiteral("r-2");
    refused.mayRun = false;
    refused.state = approvals::State::Refused;
    m_disposals->requests.insert(m_disposals->requests.begin(), refused);
    open();
    QTRY_VERIFY(table("申請したもの"));
    QVERIFY(canPress(QStringLiteral("廃棄に進む"))); // the permitted one is chosen
    QVERIFY(!button(QStringLiteral("もう一度一覧に加える")));
    table("申請したもの")->setFocus();
    QTest::keyClick(table("申請したもの"), Qt::Key_Up);
    QVERIFY(!canPress(QStringLiteral("廃棄に進む")));
    press(QStringLiteral("もう一度一覧に加える"));
    QTRY_VERIFY(sees(QStringLiteral("2件に印があります")));
    QCOMPARE(cell("廃棄の候補", 0, 1), QStringLiteral("a.docx\n保管庫 福祉課"));
}

// From 保管庫, where its time is up; it stands on the list already, or not.
void TestDueList::anItemOfAVaultIsPutOnTheList()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("要綱.pdf", "II", 1, QDate(2020, 5, 1)).isDue = true;
    m_vaults->add("案内.pdf", "III", 10);
    disposals::Row due = m_disposals->row("要綱.pdf", "II");
    due.thing = disposal::ItemPlace{m_vaults->place, QStringLiteral("item-1")};
    m_disposals->dueNow = {m_disposals->row("名簿.xlsx", "I"), due};
    signIn();
    go(QStringLiteral("保管庫"));
    QTRY_VERIFY(table("保管庫の中のもの"));
    table("保管庫の中のもの")->setFocus();
    QTest::keyClick(table("保管庫の中のもの"), Qt::Key_Down);
    const bool isFirst = button(QStringLiteral("廃棄に進む"));
    QTest::keyClick(table("保管庫の中のもの"), Qt::Key_Up);
    QVERIFY(isFirst != static_cast<bool>(button(QStringLiteral("廃棄に進む")))); // only for what is due
    if (isFirst)
        QTest::keyClick(table("保管庫の中のもの"), Qt::Key_Down);
    press(QStringLiteral("廃棄に進む"));
    QTRY_VERIFY(part<disposals::DuePage>()->isVisible());
    QTRY_VERIFY(sees(QStringLiteral("1件に印があります")));
    QTRY_COMPARE(table("廃棄の候補")->model()->rowCount(), 2);
    press(QStringLiteral("次へ"));
    QTRY_VERIFY(table("廃棄しようとするもの"));
    QCOMPARE(table("廃棄しようとするもの")->model()->rowCount(), 1);
}

void TestDueList::lockingTakesEverythingAway()
{
    plan({"/tmp/a.txt"});
    m_window->lock();
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("パスワード")));
    signIn();
    go(QStringLiteral("廃棄"));
    QTRY_VERIFY(part<disposals::DuePage>()->isVisible());
    QVERIFY(!table("廃棄の候補"));
}

void TestDueList::theModelsKeepTheirWord()
{
    disposals::ThingModel model(*m_disposals);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{m_disposals->row("a", "I"), {}}, {m_disposals->row("b", "II"), {}}});
    QCOMPARE(model.add({{m_disposals->row("b", "II"), {}}, {m_disposals->row("c", "III"), {}}}), 2);
    QCOMPARE(model.rowCount(), 3); // b was there
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestDueList)
#include "tst_duelist.moc"
