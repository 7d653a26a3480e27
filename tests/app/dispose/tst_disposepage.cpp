// 廃棄, by mouse and keys over a fake office: what each page says and lets somebody do.
#include "app/dispose/disposebench.h"

using namespace shirushi;

class TestDisposePage : public QObject, private test::DisposeBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(QStringLiteral("kameoka")); }
    void cleanup() { takeAway(); }
    void aReasonIsWanted();
    void ownWordsAreAReason();
    void whatCannotBeDoneIsLeftOut();
    void whatCannotBePromisedIsSaid();
    void whoMayNotAskIsToldWhy();
    void erasureIsToldApart();
    void nothingGoesUnconfirmed();
    void whatIsInUseStays();
    void itIsStoppedBetweenFiles();
    void aRefusalTouchesNothing();
    void whatWasExchangedIsNotTicked();
    void theReasonIsKept();
    void itIsLookedAtAgain();
    void whatTheLedgerDidNotTakeIsSaid();
    void filesOfAnUnlistedRequestAreChosen();
    void theRegisterIsEmptyAtFirst();
    void yearsAreChosen();
    void aYearThatCannotBeReadShowsNothing();
    void whatMustFollowLeadsToItsMedium();
    void itIsSavedAsForms();
    void findingsAreNamed();
};

void TestDisposePage::aReasonIsWanted()
{
    approvals::Decider decider;
    decider.role = QStringLiteral("情報資産管理責任者");
    decider.word = QStringLiteral("許可");
    decider.people = {QStringLiteral("佐藤 花子")};
    m_disposals->prospect.deciders = {decider};
    plan({"/tmp/a.txt"});
    QVERIFY(!canPress(QStringLiteral("許可を申請する")));
    QVERIFY(sees(QStringLiteral("理由を選んでください")));
    choose(QStringLiteral("理由"), QStringLiteral("廃棄：記録媒体が不要となった"));
    QTRY_VERIFY(canPress(QStringLiteral("許可を申請する")));
    QVERIFY(sees(QStringLiteral("情報資産管理責任者の許可")) && sees(QStringLiteral("第36条第1項")));
    press(QStringLiteral("許可を申請する"));
    QTRY_VERIFY(sees(QStringLiteral("署名して申請しました")));
    QCOMPARE(m_disposals->asked.size(), std::size_t(1));
    QCOMPARE(m_disposals->asked.front().reason, QStringLiteral("medium-unneeded"));
    QCOMPARE(m_disposals->asked.front().things.size(), std::size_t(1));
    QVERIFY(m_disposals->carriedOut.empty());
    QVERIFY(!table("廃棄の候補")); // what was asked for is off the list
}

void TestDisposePage::ownWordsAreAReason()
{
    plan({"/tmp/a.txt"});
    QVERIFY(!named<QLineEdit>(QStringLiteral("理由（自分の言葉で）")));
    choose(QStringLiteral("理由"), QStringLiteral("廃棄：ほかの理由（自分で書く）"));
    write(QStringLiteral("理由（自分の言葉で）"), QStringLiteral("所管替え"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY(canPress(QStringLiteral("許可を申請する")));
    press(QStringLiteral("許可を申請する"));
    QTRY_COMPARE(m_disposals->asked.size(), std::size_t(1));
    QCOMPARE(m_disposals->asked.front().reason, QStringLiteral("所管替え"));
}

void TestDisposePage::whatCannotBeDoneIsLeftOut()
{
    m_disposals->problems = {QStringLiteral("b.txt")};
    plan({"/tmp/a.txt", "/tmp/b.txt"});
    QTRY_VERIFY(sees(QStringLiteral("1件は、今は廃棄できません")));
    QVERIFY(canPress(QStringLiteral("先に分類する")));
    choose(QStringLiteral("理由"), QStringLiteral("廃棄：保存期間満了"));
    QTRY_VERIFY(canPress(QStringLiteral("それらを外して進む")));
    QVERIFY(!canPress(QStringLiteral("許可を申請する")));
    press(QStringLiteral("それらを外して進む"));
    QTRY_VERIFY(canPress(QStringLiteral("許可を申請する")));
    QCOMPARE(table("廃棄しようとするもの")->model()->rowCount(), 1);
    QTRY_VERIFY(canPress(QStringLiteral("戻る"))); // while it looks again it cannot
    press(QStringLiteral("戻る"));
    QTRY_COMPARE(table("廃棄の候補")->model()->rowCount(), 2); // it is on the list still
}

void TestDisposePage::whatCannotBePromisedIsSaid()
{
    m_disposals->unsure = {QStringLiteral("b.txt")};
    plan({"/tmp/a.txt", "/tmp/b.txt"});
    QTRY_VERIFY(sees(QStringLiteral("上書きは、この媒体のデータに届きます")));
    QTest::keyClick(table("廃棄しようとするもの"), Qt::Key_Down);
    QTRY_VERIFY(sees(QStringLiteral("ここでは約束できないこと")));
    QVERIFY(sees(QStringLiteral("これだけでは終わりません")) && sees(QStringLiteral("破砕・裁断")));
}

void TestDisposePage::whoMayNotAskIsToldWhy()
{
    m_disposals->prospect.objections = {QStringLiteral("この役割の人は、廃棄を申請できません。")};
    plan({"/tmp/a.txt"});
    choose(QStringLiteral("理由"), QStringLiteral("廃棄：保存期間満了"));
    QTRY_VERIFY(sees(QStringLiteral("この役割の人は、廃棄を申請できません")));
    QVERIFY(!canPress(QStringLiteral("許可を申請する")));
    m_disposals->prospect.objections.clear();
    m_disposals->failure = base::Error{base::ErrorCode::NotSignedIn, {}, QStringLiteral("台帳を読めません。"), {}};
    choose(QStringLiteral("理由"), QStringLiteral("廃棄：新しいものに置き換えた"));
    QTRY_VERIFY(sees(QStringLiteral("台帳を読めません")));
    QVERIFY(!canPress(QStringLiteral("許可を申請する")));
}

void TestDisposePage::erasureIsToldApart()
{
    plan({"/tmp/a.txt"});
    QVERIFY(sees(QStringLiteral("廃棄は、許可を得てから行います")));
    choose(QStringLiteral("理由"), QStringLiteral("消去：作成途上で不要になった"));
    QTRY_VERIFY(sees(QStringLiteral("これは消去です")));
    QTRY_VERIFY(canPress(QStringLiteral("消去に進む")));
    QVERIFY(!button(QStringLiteral("許可を申請する")));
    choose(QStringLiteral("理由"), QStringLiteral("廃棄：保存期間満了"));
    QTRY_VERIFY(canPress(QStringLiteral("許可を申請する")));
    QVERIFY(sees(QStringLiteral("これは廃棄です")) && !button(QStringLiteral("消去に進む")));
}

void TestDisposePage::nothingGoesUnconfirmed()
{
    erase({"/tmp/a.txt", "/tmp/b.txt"});
    QVERIFY(sees(QStringLiteral("2件を消去します。消去すると、誰にも元に戻せません")));
    QVERIFY(!canPress(QStringLiteral("2件を消去する")));
    tick("廃棄するもの", 1); // this one stays
    confirm();
    QVERIFY(canPress(QStringLiteral("1件を消去する")));
    press(QStringLiteral("1件を消去する"));
    QTRY_VERIFY(sees(QStringLiteral("1件を消去しました")));
    QCOMPARE(m_disposals->carriedOut.size(), std::size_t(1));
    QCOMPARE(m_disposals->carriedOut.front().things, std::vector<disposals::Thing>{base::Path("/tmp/a.txt")});
    QCOMPARE(m_disposals->carriedOut.front().reason, QStringLiteral("draft-abandoned"));
    // The other is there still; it wants to be confirmed anew.
    QTRY_VERIFY(button(QStringLiteral("1件を消去する")));
    QVERIFY(!canPress(QStringLiteral("1件を消去する")));
    QTRY_VERIFY(canPress(QStringLiteral("戻る"))); // while it looks again it cannot
    press(QStringLiteral("戻る"));
    QTRY_COMPARE(cell("廃棄の候補", 0, 1), QStringLiteral("b.txt\n/tmp"));
}

void TestDisposePage::whatIsInUseStays()
{
    m_disposals->inUse = {QStringLiteral("b.docx")};
    runPermitted();
    confirm();
    press(QStringLiteral("2件を廃棄する"));
    QTRY_VERIFY(sees(QStringLiteral("1件を廃棄しました")));
    QVERIFY(sees(QStringLiteral("1件は廃棄できず、そのまま残っています")));
    QCOMPARE(cell("1件ずつの結果", 0, 0), QStringLiteral("b.docx")); // what must be seen to comes first
    QVERIFY(cell("1件ずつの結果", 0, 1).contains(QStringLiteral("ほかのプログラムが使っています")));
    QTRY_COMPARE(table("廃棄するもの")->model()->rowCount(), 1); // to go on with
}

void TestDisposePage::itIsStoppedBetweenFiles()
{
    addPermitted();
    m_disposals->listed.clear();
    for (int i = 0; i < 100; ++i)
        m_disposals->listed.push_back(disposal::ItemPlace{"/srv", QStringLiteral("%1.txt").arg(i)});
    open();
    QTRY_VERIFY(canPress(QStringLiteral("廃棄に進む")));
    press(QStringLiteral("廃棄に進む"));
    QTRY_VERIFY(button(QStringLiteral("100件を廃棄する")));
    confirm();
    m_disposals->delay = 100;
    press(QStringLiteral("100件を廃棄する"));
    QTRY_VERIFY(button(QStringLiteral("止める")));
    QVERIFY(part<disposals::DisposePage>()->isWorking());
    press(QStringLiteral("止める"));
    QTRY_VERIFY(sees(QStringLiteral("件は手を付けず、元の場所にあります")));
    m_disposals->delay = 0;
    QTRY_VERIFY(!part<disposals::DisposePage>()->isWorking());
    const auto left = static_cast<int>(m_disposals->listed.size());
    QVERIFY(left > 0);
    QTRY_COMPARE(table("廃棄するもの")->model()->rowCount(), left);
    confirm();
    press(QStringLiteral("%1件を廃棄する").arg(left)); // it goes on
    QTRY_VERIFY(m_disposals->listed.empty());
    QTRY_VERIFY(sees(QStringLiteral("%1件を廃棄しました").arg(left)));
}

void TestDisposePage::aRefusalTouchesNothing()
{
    runPermitted();
    confirm();
    m_disposals->runFailure = base::Error{base::ErrorCode::Forbidden, QStringLiteral("changed-file"), QStringLiteral("a.docx: 内容が変わっています。"), {}};
    press(QStringLiteral("2件を廃棄する"));
    QTRY_VERIFY(sees(QStringLiteral("許可に合わないため、中止しました。何にも触れていません")));
    QVERIFY(sees(QStringLiteral("a.docx: 内容が変わっています")));
    QVERIFY(m_disposals->carriedOut.empty());
    QCOMPARE(m_disposals->listed.size(), std::size_t(2));
}

void TestDisposePage::whatWasExchangedIsNotTicked()
{
    m_disposals->refusals = {QStringLiteral("b.docx")};
    runPermitted();
    QVERIFY(cell("廃棄するもの", 1, 3).contains(QStringLiteral("内容が変わっています")));
    QVERIFY(button(QStringLiteral("1件を廃棄する")));
    confirm();
    press(QStringLiteral("1件を廃棄する"));
    QTRY_COMPARE(m_disposals->carriedOut.size(), std::size_t(1));
    QCOMPARE(m_disposals->carriedOut.front().things.size(), std::size_t(1));
    QCOMPARE(m_disposals->carriedOut.front().request, QStringLiteral("r-1"));
}

// Who goes back to add another file says why once.
void TestDisposePage::theReasonIsKept()
{
    plan({"/tmp/a.txt"});
    choose(QStringLiteral("理由"), QStringLiteral("廃棄：ほかの理由（自分で書く）"));
    write(QStringLiteral("理由（自分の言葉で）"), QStringLiteral("所管替え"));
    QTRY_VERIFY(canPress(QStringLiteral("戻る")));
    press(QStringLiteral("戻る"));
    dropOn(part<disposals::DuePage>(), {"/tmp/b.txt"});
    QTRY_VERIFY(sees(QStringLiteral("2件に印があります")));
    press(QStringLiteral("次へ"));
    QTRY_VERIFY(canPress(QStringLiteral("許可を申請する")));
    QCOMPARE(named<QLineEdit>(QStringLiteral("理由（自分の言葉で）"))->text(), QStringLiteral("所管替え"));
    press(QStringLiteral("許可を申請する"));
    QTRY_COMPARE(m_disposals->asked.size(), std::size_t(1));
    QCOMPARE(m_disposals->asked.front().reason, QStringLiteral("所管替え"));
    // The next has its own.
    QTRY_VERIFY(part<disposals::DuePage>()->isVisible());
    dropOn(part<disposals::DuePage>(), {"/tmp/c.txt"});
    QTRY_VERIFY(canPress(QStringLiteral("次へ")));
    press(QStringLiteral("次へ"));
    QTRY_VERIFY(sees(QStringLiteral("理由を選んでください")));
    QVERIFY(!named<QLineEdit>(QStringLiteral("理由（自分の言葉で）")));
}

void TestDisposePage::itIsLookedAtAgain()
{
    m_disposals->problems = {QStringLiteral("b.txt")};
    plan({"/tmp/a.txt", "/tmp/b.txt"});
    QTRY_VERIFY(sees(QStringLiteral("1件は、今は廃棄できません")));
    m_disposals->problems.clear();
    press(QStringLiteral("もう一度調べる"));
    QTRY_VERIFY(!sees(QStringLiteral("1件は、今は廃棄できません")));
    // And by itself, when its class was given meanwhile.
    m_disposals->problems = {QStringLiteral("b.txt")};
    choose(QStringLiteral("理由"), QStringLiteral("廃棄：保存期間満了"));
    QTRY_VERIFY(sees(QStringLiteral("1件は、今は廃棄できません")));
    go(QStringLiteral("分類する"));
    m_disposals->problems.clear();
    go(QStringLiteral("廃棄"));
    QTRY_VERIFY(canPress(QStringLiteral("許可を申請する")));
}

void TestDisposePage::whatTheLedgerDidNotTakeIsSaid()
{
    m_disposals->unfinished = {QStringLiteral("b.docx")};
    runPermitted();
    confirm();
    press(QStringLiteral("2件を廃棄する"));
    QTRY_VERIFY(sees(QStringLiteral("1件を廃棄しました")));
    QVERIFY(sees(QStringLiteral("1件は途中で終わっています")) && sees(QStringLiteral("サインインし直してください")));
    QVERIFY(!sees(QStringLiteral("そのまま残っています"))); // that is not known
    QCOMPARE(cell("1件ずつの結果", 0, 0), QStringLiteral("b.docx"));
}

void TestDisposePage::filesOfAnUnlistedRequestAreChosen()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    addPermitted();
    m_disposals->requests.front().isListed = false;
    open();
    QTRY_VERIFY(canPress(QStringLiteral("廃棄に進む")));
    press(QStringLiteral("廃棄に進む"));
    QTRY_VERIFY(sees(QStringLiteral("ここにファイルを置くか、選んでください")));
    pressAndName(QStringLiteral("ファイルを選ぶ"), file.fileName());
    QTRY_VERIFY(table("廃棄するもの"));
    QTRY_VERIFY(cell("廃棄するもの", 0, 1).startsWith(QStringLiteral("a.txt")));
}

void TestDisposePage::theRegisterIsEmptyAtFirst()
{
    open();
    press(QStringLiteral("廃棄記録簿"));
    QTRY_VERIFY(sees(QStringLiteral("この年度に廃棄したものはありません")));
    QVERIFY(!canPress(QStringLiteral("PDFで保存する")) && !canPress(QStringLiteral("確認済みにする")) && !canPress(QStringLiteral("確かめる")));
}

void TestDisposePage::yearsAreChosen()
{
    m_disposals->knownYears = {2026, 2025};
    m_disposals->addLine(12, "名簿.xlsx");
    m_disposals->reviews = {{QStringLiteral("佐藤 花子"), QDateTime(QDate(2026, 11, 21), QTime(1, 0), Qt::UTC), 11, {}}};
    open();
    press(QStringLiteral("廃棄記録簿"));
    QTRY_VERIFY(table("廃棄記録簿"));
    QVERIFY(cell("廃棄記録簿", 0, 2).startsWith(QStringLiteral("名簿.xlsx")));
    QVERIFY(sees(QStringLiteral("佐藤 花子 が 令和8年11月21日 に確認しました")));
    QVERIFY(sees(QStringLiteral("そのあとに1件加わっています")));
    choose(QStringLiteral("年度"), QStringLiteral("令和7年度"));
    QTest::keyClick(named<QComboBox>(QStringLiteral("年度")), Qt::Key_Down);
    QTRY_VERIFY(sees(QStringLiteral("この年度に廃棄したものはありません")));
}

void TestDisposePage::aYearThatCannotBeReadShowsNothing()
{
    m_disposals->knownYears = {2026, 2025};
    m_disposals->addLine(12, "名簿.xlsx");
    open();
    press(QStringLiteral("廃棄記録簿"));
    QTRY_VERIFY(table("廃棄記録簿"));
    m_disposals->failure = base::Error{base::ErrorCode::Io, {}, QStringLiteral("台帳を読めません。"), {}};
    choose(QStringLiteral("年度"), QStringLiteral("令和7年度"));
    QTRY_VERIFY(sees(QStringLiteral("廃棄記録簿を読めません")) && sees(QStringLiteral("台帳を読めません")));
    QVERIFY(!table("廃棄記録簿") && !sees(QStringLiteral("この年度に廃棄したものはありません"))); // neither the other year's nor none
    QVERIFY(!canPress(QStringLiteral("PDFで保存する")));
    m_disposals->failure.reset();
    choose(QStringLiteral("年度"), QStringLiteral("令和8年度"));
    QTRY_VERIFY(table("廃棄記録簿"));
    QVERIFY(!sees(QStringLiteral("廃棄記録簿を読めません")));
}

void TestDisposePage::whatMustFollowLeadsToItsMedium()
{
    m_disposals->addLine(12, "名簿.xlsx", "shred");
    m_disposals->addLine(13, "案内.docx");
    open();
    press(QStringLiteral("廃棄記録簿"));
    QTRY_COMPARE(table("廃棄記録簿") ? table("廃棄記録簿")->model()->rowCount() : 0, 2);
    QVERIFY(!button(QStringLiteral("残る処置をする"))); // the newest has none
    press(QStringLiteral("残る処置（1）"));
    QCOMPARE(table("廃棄記録簿")->model()->rowCount(), 1);
    press(QStringLiteral("残る処置をする"));
    QTRY_VERIFY(part<disposals::AssetPage>()->isVisible());
    QVERIFY(named<QLineEdit>(QStringLiteral("名前"))->text().contains(QStringLiteral("Samsung SSD 870")));
    QVERIFY(canPress(QStringLiteral("一覧に加える"))); // its class is that of what lay on it
    press(QStringLiteral("一覧に加える"));
    QTRY_VERIFY(canPress(QStringLiteral("次へ")));
}

void TestDisposePage::itIsSavedAsForms()
{
    const QTemporaryDir folder;
    m_disposals->addLine(12, "名簿.xlsx");
    open();
    press(QStringLiteral("廃棄記録簿"));
    QTRY_VERIFY(canPress(QStringLiteral("PDFで保存する")));
    pressAndName(QStringLiteral("PDFで保存する"), folder.filePath(QStringLiteral("a.pdf")));
    QTRY_VERIFY(sees(QStringLiteral("保存しました")));
    QTRY_VERIFY(canPress(QStringLiteral("証明書（案）を保存する")));
    pressAndName(QStringLiteral("証明書（案）を保存する"), folder.filePath(QStringLiteral("b.pdf")));
    QTRY_COMPARE(m_disposals->saved.size(), std::size_t(2));
    QCOMPARE(m_disposals->saved.back(), base::toPath(folder.filePath(QStringLiteral("b.pdf"))));
}

void TestDisposePage::findingsAreNamed()
{
    m_disposals->addLine(12, "名簿.xlsx");
    open();
    press(QStringLiteral("廃棄記録簿"));
    QTRY_VERIFY(canPress(QStringLiteral("確かめる")));
    press(QStringLiteral("確かめる"));
    QTRY_VERIFY(sees(QStringLiteral("廃棄の記録に問題はありません")));
    m_disposals->findings = {{QStringLiteral("back"), 12, QStringLiteral("名簿.xlsx"), disposal::sentenceOf(QStringLiteral("back"))}};
    press(QStringLiteral("もう一度確かめる"));
    QTRY_VERIFY(sees(QStringLiteral("問題が1件あります")));
    QCOMPARE(cell("見つかったこと", 0, 0), QStringLiteral("12"));
    QCOMPARE(cell("見つかったこと", 0, 1), QStringLiteral("名簿.xlsx"));
    m_disposals->failure = base::Error{base::ErrorCode::Damaged, {}, QStringLiteral("台帳が壊れています。"), {}};
    press(QStringLiteral("もう一度確かめる"));
    QTRY_VERIFY(sees(QStringLiteral("台帳が壊れています")));
}

QTEST_MAIN(TestDisposePage)
#include "tst_disposepage.moc"
