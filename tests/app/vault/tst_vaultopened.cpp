// 保管庫: items that are open in their usual programs, by mouse and keys over a vault in memory.
#include "app/vault/vaultbench.h"

using namespace shirushi;

class TestVaultOpened : public QObject, private test::VaultBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(QStringLiteral("kameoka")); }
    void cleanup() { takeAway(); }
    void aDoubleClickOpensAndClosingLocks();
    void whatSomebodyElseHasOpenMayBeRead();
    void whatIsFinalIsOnlyRead();
    void allAreClosedAtOnce();
    void whatCouldNotBeSavedIsOffered();
    void whatACrashLeftIsSaid();
};

void TestVaultOpened::aDoubleClickOpensAndClosingLocks()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("ケース記録.docx", "I");
    openVault();
    QTRY_VERIFY(table());
    const QModelIndex first = table()->model()->index(0, 0);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(first).center());
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(first).center());
    QTRY_COMPARE(m_vaults->openOrders.size(), std::size_t(1));
    QVERIFY(!m_vaults->openOrders.front().isReadOnly);
    const auto state = [this] { return table()->model()->index(0, vaults::ItemModel::StateColumn).data().toString(); };
    QTRY_VERIFY(state().contains(QStringLiteral("から開いています")));
    QVERIFY(sees(QStringLiteral("開いているもの：1件")));
    QVERIFY(!button(QStringLiteral("開く")));
    QTRY_VERIFY(m_vaults->tended > 0);
    m_vaults->become(vault::OpenState::Saved);
    QTRY_VERIFY(state().contains(QStringLiteral("変更を保存しました")));
    QVERIFY(canPress(QStringLiteral("閉じる")));
    press(QStringLiteral("閉じる"));
    QTRY_VERIFY(sees(QStringLiteral("「ケース記録.docx」を閉じて施錠しました")));
    QCOMPARE(m_vaults->closed, QStringList{QStringLiteral("opening-1")});
    QTRY_VERIFY(table() && state() == QStringLiteral("施錠"));
    QVERIFY(m_vaults->opened().empty());
    // Its program may close it, too.
    press(QStringLiteral("開く"));
    QTRY_VERIFY(canPress(QStringLiteral("閉じる")));
    m_vaults->become(vault::OpenState::Closed);
    QTRY_VERIFY(sees(QStringLiteral("「ケース記録.docx」を閉じて施錠しました")));
}

void TestVaultOpened::whatSomebodyElseHasOpenMayBeRead()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("ケース記録.docx", "I");
    openVault();
    QTRY_VERIFY(table());
    m_vaults->failure = base::Error{base::ErrorCode::InUse, {}, QStringLiteral("高橋 健さんが9:50から開いています。読むことはできます。"), {}};
    press(QStringLiteral("開く"));
    QTRY_VERIFY(sees(QStringLiteral("高橋 健さんが9:50から開いています")));
    m_vaults->failure.reset();
    press(QStringLiteral("読み取り専用で開く"));
    QTRY_COMPARE(m_vaults->openOrders.size(), std::size_t(1));
    QVERIFY(m_vaults->openOrders.front().isReadOnly);
    QTRY_VERIFY(table()->model()->index(0, vaults::ItemModel::StateColumn).data().toString().contains(QStringLiteral("変更は残りません")));
}

void TestVaultOpened::whatIsFinalIsOnlyRead()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("要綱.pdf", "II").isFinal = true;
    openVault();
    QTRY_VERIFY(table());
    QVERIFY(!button(QStringLiteral("開く")));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_COMPARE(m_vaults->openOrders.size(), std::size_t(1));
    QTRY_VERIFY(table()->model()->index(0, vaults::ItemModel::StateColumn).data().toString().contains(QStringLiteral("書込禁止")));
}

void TestVaultOpened::allAreClosedAtOnce()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("a.docx", "I");
    m_vaults->add("b.docx", "I");
    openVault();
    QTRY_VERIFY(table());
    for (int row = 0; row < 2; ++row) {
        table()->selectRow(row);
        press(QStringLiteral("開く"));
        QTRY_VERIFY(canPress(QStringLiteral("閉じる")));
    }
    QVERIFY(sees(QStringLiteral("開いているもの：2件")));
    press(QStringLiteral("すべて閉じる"));
    QTRY_VERIFY(m_vaults->opened().empty());
    QCOMPARE(m_vaults->closed.size(), 2);
    QTRY_VERIFY(!sees(QStringLiteral("開いているもの")));
}

void TestVaultOpened::whatCouldNotBeSavedIsOffered()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("相談票.docx", "I");
    vault::Rescue rescue;
    rescue.id = QStringLiteral("r-1");
    rescue.name = QStringLiteral("相談票.docx");
    rescue.at = QDateTime(QDate(2026, 11, 21), QTime(1, 0), Qt::UTC);
    rescue.reason = QStringLiteral("媒体が抜かれました。");
    m_vaults->left = {rescue};
    m_vaults->left.push_back(rescue);
    m_vaults->left.back().id = QStringLiteral("r-2");
    openVault();
    QTRY_VERIFY(sees(QStringLiteral("保存されないまま施錠された文書が2件あります")));
    QVERIFY(sees(QStringLiteral("媒体が抜かれました")));
    press(QStringLiteral("元の文書に戻す"));
    QTRY_VERIFY(sees(QStringLiteral("「相談票.docx」を保管庫に保存しました")));
    QCOMPARE(m_vaults->rescued, QStringList{QStringLiteral("r-1")});
    QTRY_VERIFY(sees(QStringLiteral("保存されないまま施錠された文書が1件あります")));
    press(QStringLiteral("捨てる"));
    QVERIFY(m_vaults->discarded.isEmpty()); // asked first
    QTRY_VERIFY(sees(QStringLiteral("元に戻せません")));
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    for (QAbstractButton *one : buttons) {
        if (one->isVisible() && one->isEnabled() && one->accessibleName() == QStringLiteral("捨てる"))
            QTest::mouseClick(one, Qt::LeftButton);
    }
    QTRY_COMPARE(m_vaults->discarded, QStringList{QStringLiteral("r-2")});
    QTRY_VERIFY(!sees(QStringLiteral("保存されないまま")));
}

void TestVaultOpened::whatACrashLeftIsSaid()
{
    m_vaults->addVault("福祉課");
    m_vaults->crashed = {{QStringLiteral("yamada"), m_vaults->place, QStringLiteral("item-1")}};
    openVault();
    QTRY_VERIFY(sees(QStringLiteral("1件の文書が開いたままでした")));
    QVERIFY(sees(QStringLiteral("復号した写しは消しました")));
}

QTEST_MAIN(TestVaultOpened)
#include "tst_vaultopened.moc"
