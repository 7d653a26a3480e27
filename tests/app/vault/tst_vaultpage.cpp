// 保管庫, by mouse and keys over a vault in memory: which vaults there are, what is in one, and the page as a whole.
#include "app/vault/vaultbench.h"

using namespace shirushi;

class TestVaultPage : public QObject, private test::VaultBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(QStringLiteral("kameoka")); }
    void cleanup() { takeAway(); }
    void withoutAVaultItIsExplained();
    void aVaultIsMade();
    void aVaultThatIsNotMadeIsSaid();
    void aFolderIsOpened();
    void aVaultThatIsGoneIsTakenOff();
    void theItemsAreListedAndFound();
    void theWizardLeadsToTheVault();
    void theTableOfFilesLeadsToTheVault();
    void whatCannotBeReadIsSaid();
    void lockingTakesEverythingAway();
    void everythingIsReachedInASmallWindow();
    void noAccessKeyIsDoubled();
};

void TestVaultPage::withoutAVaultItIsExplained()
{
    openVault();
    QTRY_VERIFY(sees(QStringLiteral("まだ保管庫がありません")));
    QVERIFY(canPress(QStringLiteral("保管庫をつくる")) && canPress(QStringLiteral("保管庫のフォルダーを開く")));
    QVERIFY(!canPress(QStringLiteral("ファイルを入れる")));
    QVERIFY(!table());
}

void TestVaultPage::aVaultIsMade()
{
    openVault();
    press(QStringLiteral("保管庫をつくる"));
    QVERIFY(!canPress(QStringLiteral("保管庫をつくる"))); // it has no name yet
    part<vaults::NewVaultPage>()->setPlace("/srv/fukushi");
    write(QStringLiteral("保管庫の名前"), QStringLiteral("福祉/課"));
    QVERIFY(!canPress(QStringLiteral("保管庫をつくる")));
    QVERIFY(sees(QStringLiteral("名前に / \\ : は使えません")));
    write(QStringLiteral("保管庫の名前"), QStringLiteral("福祉課"));
    QVERIFY(sees(QStringLiteral("/srv/fukushi/福祉課")));
    QVERIFY(sees(QStringLiteral("情報管理者は中のものをいつでも復元できます")));
    tick(QStringLiteral("開ける人"), 0);
    press(QStringLiteral("保管庫をつくる"));
    QTRY_VERIFY(sees(QStringLiteral("保管庫をつくりました")));
    QCOMPARE(m_vaults->made.size(), std::size_t(1));
    QCOMPARE(m_vaults->made.front().folder, base::toPath(QStringLiteral("/srv/fukushi/福祉課")));
    QCOMPARE(m_vaults->made.front().members, QStringList{QStringLiteral("sato")});
    QTRY_VERIFY(sees(QStringLiteral("まだ何も入っていません")));
    QTRY_VERIFY(canPress(QStringLiteral("ファイルを入れる")));
}

void TestVaultPage::aVaultThatIsNotMadeIsSaid()
{
    openVault();
    press(QStringLiteral("保管庫をつくる"));
    write(QStringLiteral("保管庫の名前"), QStringLiteral("福祉課"));
    m_vaults->failure = base::Error{base::ErrorCode::Changed, {}, QStringLiteral("このフォルダーには、もう何かが入っています。"), {}};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("保管庫をつくれませんでした")));
    QVERIFY(sees(QStringLiteral("もう何かが入っています")));
    QVERIFY(canPress(QStringLiteral("保管庫をつくる"))); // it can be tried again
}

void TestVaultPage::aFolderIsOpened()
{
    openVault();
    m_vaults->failure = base::Error{base::ErrorCode::Forbidden, {}, QStringLiteral("あなたのものではありません。"), {}};
    part<vaults::VaultPage>()->openFolder("/srv/jinji");
    QTRY_VERIFY(sees(QStringLiteral("あなたが開ける保管庫はありません")));
    m_vaults->failure.reset();
    part<vaults::VaultPage>()->openFolder("/srv/jinji");
    QTRY_VERIFY(part<vaults::ItemsPage>()->overview());
    QCOMPARE(named<QComboBox>(QStringLiteral("保管庫"))->currentText(), QStringLiteral("人事"));
    QVERIFY(!sees(QStringLiteral("あなたが開ける保管庫はありません")));
}

void TestVaultPage::aVaultThatIsGoneIsTakenOff()
{
    m_vaults->addVault("福祉課");
    m_vaults->failure = base::Error{base::ErrorCode::NotFound, {}, QStringLiteral("フォルダーがありません。"), {}};
    openUnread();
    QTRY_VERIFY(sees(QStringLiteral("この保管庫を読めません")));
    QVERIFY(sees(QStringLiteral("何も削除しません")));
    m_vaults->failure.reset();
    press(QStringLiteral("一覧から外す"));
    QTRY_VERIFY(sees(QStringLiteral("「福祉課」を一覧から外しました")));
    QVERIFY(sees(QStringLiteral("/srv/fukushi/vault"))); // where it comes back from
    QCOMPARE(m_vaults->takenOff.size(), std::size_t(1));
    QTRY_VERIFY(sees(QStringLiteral("まだ保管庫がありません")));
    QVERIFY(!canPress(QStringLiteral("一覧から外す")));
}

void TestVaultPage::theItemsAreListedAndFound()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("ケース記録_令和8年度.docx", "I", 5);
    m_vaults->add("要綱（最終）.pdf", "II").isFinal = true;
    m_vaults->add("人事異動（案）.xlsx", "I", 1, QDate(2020, 5, 1)).isDue = true;
    m_vaults->state.forOthers = 2;
    openVault();
    QTRY_VERIFY(table());
    QCOMPARE(table()->model()->rowCount(), 3);
    QVERIFY(sees(QStringLiteral("ほかの人だけが開けるものが2件あります")));
    write(QStringLiteral("保管庫の中を探す"), QStringLiteral("要綱"));
    QCOMPARE(table()->model()->rowCount(), 1);
    write(QStringLiteral("保管庫の中を探す"), QStringLiteral("どこにもない"));
    QVERIFY(!table());
    QVERIFY(sees(QStringLiteral("当てはまるものはありません")));
    auto *words = named<QLineEdit>(QStringLiteral("保管庫の中を探す"));
    words->selectAll();
    QTest::keyClick(words, Qt::Key_Delete);
    QTRY_VERIFY(table());
    press(QStringLiteral("廃棄の時期（1）"));
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("人事異動（案）.xlsx"));
    press(QStringLiteral("廃棄の時期（1）"));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Down);
    press(QStringLiteral("内容と記録を見る"));
    QTRY_VERIFY(part<vaults::ItemPage>()->details());
    QCOMPARE(part<vaults::ItemPage>()->details()->row.name, QStringLiteral("要綱（最終）.pdf"));
}

void TestVaultPage::theWizardLeadsToTheVault()
{
    takeAway();
    makeDesk(QStringLiteral("mic-model"));
    m_vaults->addVault("福祉課");
    signIn();
    openFile("/tmp/report.docx");
    type(QStringLiteral("1NNYYNN")); // a My Number
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("この分類のファイルは、保管庫に置くものです")));
    press(QStringLiteral("保管庫に入れる"));
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    press(QStringLiteral("保管庫に入れる"));
    QTRY_COMPARE(m_vaults->stored.size(), std::size_t(1));
    QCOMPARE(m_vaults->stored.front().paths, std::vector<base::Path>{"/tmp/report.docx"});
}

void TestVaultPage::theTableOfFilesLeadsToTheVault()
{
    takeAway();
    makeDesk(QStringLiteral("mic-model"));
    m_vaults->addVault("福祉課");
    signIn();
    m_window->open({"/tmp/a.docx", "/tmp/b.docx", "/tmp/c.docx"});
    QTRY_VERIFY(sees(QStringLiteral("3件のファイルを分類する")));
    const auto classify = [this](const QString &level) {
        press(QStringLiteral("分類を選ぶ"));
        for (const QString &answer : {level, QStringLiteral("自治体完全性1"), QStringLiteral("自治体可用性1"), QStringLiteral("次へ"), QStringLiteral("この分類にする")})
            press(answer);
    };
    auto *files = qobject_cast<QTableView *>(QApplication::focusWidget());
    QVERIFY(files);
    files->selectAll();
    classify(QStringLiteral("自治体機密性1"));
    files->clearSelection();
    files->selectRow(0);
    classify(QStringLiteral("自治体機密性3A"));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("3件に分類を表示しました")));
    QVERIFY(sees(QStringLiteral("このうち1件は、分類により保管庫に置くものです")));
    press(QStringLiteral("保管庫に入れる"));
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    press(QStringLiteral("保管庫に入れる"));
    QTRY_COMPARE(m_vaults->stored.size(), std::size_t(1));
    QCOMPARE(m_vaults->stored.front().paths, std::vector<base::Path>{"/tmp/a.docx"});
}

void TestVaultPage::whatCannotBeReadIsSaid()
{
    m_vaults->addVault("福祉課");
    m_vaults->known.front().problem = QStringLiteral("フォルダーがありません。");
    m_vaults->failure = base::Error{base::ErrorCode::NotFound, {}, QStringLiteral("フォルダーがありません。"), {}};
    signIn();
    go(QStringLiteral("保管庫"));
    QTRY_VERIFY(sees(QStringLiteral("この保管庫を読めません")));
    QCOMPARE(named<QComboBox>(QStringLiteral("保管庫"))->currentText(), QStringLiteral("福祉課（今は読めません）"));
    QVERIFY(!canPress(QStringLiteral("ファイルを入れる")) && !canPress(QStringLiteral("確かめる")));
    QVERIFY(canPress(QStringLiteral("保管庫をつくる")));
}

void TestVaultPage::lockingTakesEverythingAway()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("ケース記録.docx", "I");
    openFirst();
    m_window->lock();
    QVERIFY(!m_desk->open);
    QVERIFY(!part<vaults::ItemPage>()->details());
    QVERIFY(!part<vaults::ItemsPage>()->overview());
    QVERIFY(part<vaults::ItemsPage>()->findChild<QTableView *>()->model()->rowCount() == 0);
}

void TestVaultPage::everythingIsReachedInASmallWindow()
{
    m_vaults->addVault("福祉課", m_vaults->office);
    m_vaults->add("ケース記録_令和8年度の相談に関するもの.docx", "I", 5);
    m_window->resize(640, 480);
    openVault();
    QTRY_VERIFY(table());
    const auto fits = [this](const QWidget *page) {
        const auto *area = page->findChild<QScrollArea *>();
        return area->widget()->width() <= area->viewport()->width() && page->width() <= m_window->width();
    };
    QVERIFY(fits(part<vaults::ItemsPage>()));
    press(QStringLiteral("内容と記録を見る"));
    QTRY_VERIFY(part<vaults::ItemPage>()->details());
    QVERIFY(fits(part<vaults::ItemPage>()));
    press(QStringLiteral("写しを取り出す"));
    QTRY_VERIFY(part<vaults::TakePage>()->isVisible());
    QVERIFY(fits(part<vaults::TakePage>()));
    press(QStringLiteral("戻る"));
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
    part<vaults::VaultPage>()->put({"/tmp/a.docx"});
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    QVERIFY(fits(part<vaults::PutPage>()));
    QCOMPARE(m_window->width(), 640);
}

void TestVaultPage::noAccessKeyIsDoubled()
{
    m_vaults->addVault("福祉課", m_vaults->office);
    m_vaults->add("ケース記録.docx", "I", 5).isDue = true;
    m_vaults->state.isUnsettled = true;
    m_vaults->permission = {true, QStringLiteral("承認がありません。"), true, {}};
    vault::Version version;
    version.counter = 3;
    m_vaults->older = {version};
    openVault();
    QTRY_VERIFY(table());
    QCOMPARE(test::doubledAccessKeys(*m_window), QStringList());
    press(QStringLiteral("内容と記録を見る"));
    QTRY_VERIFY(part<vaults::ItemPage>()->details());
    QCOMPARE(test::doubledAccessKeys(*m_window), QStringList());
    press(QStringLiteral("開ける人を変える"));
    QCOMPARE(test::doubledAccessKeys(*m_window), QStringList());
    press(QStringLiteral("戻る"));
    press(QStringLiteral("写しを取り出す"));
    QTRY_VERIFY(button(QStringLiteral("申請する")));
    QCOMPARE(test::doubledAccessKeys(*m_window), QStringList());
    press(QStringLiteral("戻る"));
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
    part<vaults::VaultPage>()->put({"/tmp/a.docx"});
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    QCOMPARE(test::doubledAccessKeys(*m_window), QStringList());
}

QTEST_MAIN(TestVaultPage)
#include "tst_vaultpage.moc"
