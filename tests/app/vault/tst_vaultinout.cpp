// 保管庫: what is put in, taken out and moved, by mouse and keys over a vault in memory.
#include "app/vault/vaultbench.h"

using namespace shirushi;

class TestVaultInOut : public QObject, private test::VaultBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(QStringLiteral("kameoka")); }
    void cleanup() { takeAway(); }
    void droppedFilesArePutIn();
    void onlyCertainPeopleMayOpen();
    void puttingCanBeStopped();
    void filesWaitForTheirVault();
    void aCopyIsTakenOut();
    void thePermissionIsAskedFor();
    void recoveryWantsAReason();
    void olderContentsAreTakenOut();
    void anItemIsMoved();
    void whereItCannotBeMoved();
};

void TestVaultInOut::droppedFilesArePutIn()
{
    m_vaults->addVault("福祉課", m_vaults->office);
    openVault();
    m_vaults->refused = {"/tmp/b.xlsx"};
    dropOn(part<vaults::ItemsPage>(), {"/tmp/a.docx", "/tmp/b.xlsx"});
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    choose(QStringLiteral("保存期間"), QStringLiteral("5年"));
    QVERIFY(sees(QStringLiteral("まで保存します")));
    press(QStringLiteral("元のファイルを残す"));
    press(QStringLiteral("書込禁止にする"));
    press(QStringLiteral("保管庫に入れる"));
    QTRY_VERIFY(sees(QStringLiteral("1件を保管庫に入れました")));
    QVERIFY(sees(QStringLiteral("1件は入れられず、元の場所にあります")));
    QCOMPARE(m_vaults->stored.size(), std::size_t(1));
    const vault::StoreOrder &order = m_vaults->stored.front();
    QCOMPARE(order.paths.size(), std::size_t(2));
    QVERIFY(order.keepsOriginals && order.isFinal && order.members.isEmpty());
    QCOMPARE(order.keeping.years, 5);
    auto *outcome = named<QTableView>(QStringLiteral("ファイルごとの結果"));
    QVERIFY(outcome);
    QCOMPARE(outcome->model()->index(0, 0).data().toString(), QStringLiteral("b.xlsx")); // what must be seen to comes first
    QVERIFY(outcome->model()->index(0, 1).data().toString().contains(QStringLiteral("ほかのプログラムが使っています")));
    QVERIFY(outcome->model()->index(1, 1).data().toString().contains(QStringLiteral("元のファイルは残しました")));
    press(QStringLiteral("一覧へ"));
    QTRY_VERIFY(table());
    QCOMPARE(table()->currentIndex().data().toString(), QStringLiteral("a.docx"));
}

void TestVaultInOut::onlyCertainPeopleMayOpen()
{
    m_vaults->addVault("福祉課", m_vaults->office);
    openVault();
    dropOn(part<vaults::ItemsPage>(), {"/tmp/a.docx"});
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    QVERIFY(!named<QTableView>(QStringLiteral("開ける人")));
    press(QStringLiteral("この人だけが開ける"));
    QTRY_VERIFY(named<QTableView>(QStringLiteral("開ける人")));
    QVERIFY(sees(QStringLiteral("あなただけが開けるようになります")));
    tick(QStringLiteral("開ける人"), 1);
    QVERIFY(!sees(QStringLiteral("あなただけが開けるようになります")));
    press(QStringLiteral("保管庫に入れる"));
    QTRY_COMPARE(m_vaults->stored.size(), std::size_t(1));
    QCOMPARE(m_vaults->stored.front().members, (QStringList{QStringLiteral("suzuki"), QStringLiteral("yamada")}));
}

void TestVaultInOut::puttingCanBeStopped()
{
    m_vaults->addVault("福祉課");
    openVault();
    m_vaults->delay = 100;
    std::vector<base::Path> many;
    for (int i = 0; i < 200; ++i)
        many.push_back(base::toPath(QStringLiteral("/tmp/%1.txt").arg(i)));
    dropOn(part<vaults::ItemsPage>(), many);
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    press(QStringLiteral("保管庫に入れる"));
    QTRY_VERIFY(part<vaults::VaultPage>()->isWorking());
    QTRY_VERIFY(button(QStringLiteral("止める")));
    press(QStringLiteral("止める"));
    QTRY_VERIFY(sees(QStringLiteral("止めました。ここにないファイルは、元の場所にあります")));
    QVERIFY(m_vaults->state.rows.size() < 200);
    QVERIFY(!part<vaults::VaultPage>()->isWorking());
    m_vaults->delay = 0;
}

void TestVaultInOut::filesWaitForTheirVault()
{
    signIn();
    go(QStringLiteral("保管庫"));
    part<vaults::VaultPage>()->put({"/tmp/a.docx"});
    QTRY_VERIFY(sees(QStringLiteral("入れる保管庫が、まだありません")));
    write(QStringLiteral("保管庫の名前"), QStringLiteral("福祉課"));
    press(QStringLiteral("保管庫をつくる"));
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    QCOMPARE(named<QTableView>(QStringLiteral("入れるもの"))->model()->index(0, 0).data().toString(), QStringLiteral("a.docx"));
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
    QVERIFY(m_vaults->stored.empty());
}

void TestVaultInOut::aCopyIsTakenOut()
{
    const QTemporaryDir folder;
    m_vaults->addVault("福祉課");
    m_vaults->add("要綱.pdf", "II");
    openVault();
    QTRY_VERIFY(table());
    press(QStringLiteral("写しを取り出す"));
    QTRY_VERIFY(part<vaults::TakePage>()->isVisible());
    part<vaults::TakePage>()->setTarget(base::toPath(folder.filePath(QStringLiteral("要綱.pdf"))));
    QTRY_VERIFY(canPress(QStringLiteral("写しを取り出す")));
    press(QStringLiteral("外部へ持ち出す"));
    QTRY_VERIFY(sees(QStringLiteral("まだ取り出せません")));
    QVERIFY(!canPress(QStringLiteral("写しを取り出す")));
    press(QStringLiteral("外部へ持ち出す"));
    QTRY_VERIFY(canPress(QStringLiteral("写しを取り出す")));
    m_vaults->failure = base::Error{base::ErrorCode::Changed, {}, QStringLiteral("同じ名前のものがあります。"), {}};
    press(QStringLiteral("写しを取り出す"));
    QTRY_VERIFY(sees(QStringLiteral("取り出せませんでした")));
    QVERIFY(sees(QStringLiteral("同じ名前のものがあります")));
    m_vaults->failure.reset();
    QTRY_VERIFY(canPress(QStringLiteral("写しを取り出す")));
    press(QStringLiteral("写しを取り出す"));
    QTRY_VERIFY(sees(QStringLiteral("写しを取り出しました")));
    QVERIFY(sees(QStringLiteral("この写しは暗号化されていません")));
    QVERIFY(canPress(QStringLiteral("フォルダーを開く")));
    QCOMPARE(m_vaults->taken.back().target, base::toPath(folder.filePath(QStringLiteral("要綱.pdf"))));
    QVERIFY(!m_vaults->taken.back().leavesOffice && m_vaults->taken.back().reason.isEmpty());
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
}

void TestVaultInOut::thePermissionIsAskedFor()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("ケース記録.docx", "I");
    m_vaults->permission = {true, QStringLiteral("承認がありません。申請してください。"), true, {}};
    openVault();
    QTRY_VERIFY(table());
    press(QStringLiteral("写しを取り出す"));
    QTRY_VERIFY(sees(QStringLiteral("まだ取り出せません")));
    QVERIFY(!canPress(QStringLiteral("写しを取り出す")));
    QVERIFY(!canPress(QStringLiteral("申請する"))); // without saying what for
    QVERIFY(sees(QStringLiteral("何のためかを書いて、申請してください")));
    write(QStringLiteral("何のために"), QStringLiteral("監査"));
    QTRY_VERIFY(canPress(QStringLiteral("申請する")));
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(sees(QStringLiteral("署名して申請しました")));
    QCOMPARE(m_vaults->askedFor, QStringList{QStringLiteral("監査")});
    QTRY_VERIFY(sees(QStringLiteral("承認を待っています")));
    m_vaults->permission = {true, {}, false, QStringLiteral("監査")};
    go(QStringLiteral("承認"));
    go(QStringLiteral("保管庫"));
    QTRY_VERIFY(sees(QStringLiteral("この目的で許可されています")));
    press(QStringLiteral("写しを取り出す"));
    QTRY_COMPARE(m_vaults->taken.size(), std::size_t(1));
    QCOMPARE(m_vaults->taken.front().purpose, QStringLiteral("監査"));
}

void TestVaultInOut::recoveryWantsAReason()
{
    m_vaults->addVault("人事");
    vaults::Row &row = m_vaults->add("人事記録.xlsx", "I");
    row.mayOpen = false;
    row.mayRecover = true;
    openVault();
    QTRY_VERIFY(table());
    QVERIFY(table()->model()->index(0, vaults::ItemModel::StateColumn).data().toString().contains(QStringLiteral("復元できます")));
    press(QStringLiteral("復元する"));
    QTRY_VERIFY(sees(QStringLiteral("開ける人に示されます")));
    QVERIFY(!canPress(QStringLiteral("復元する")));
    QVERIFY(!button(QStringLiteral("外部へ持ち出す")));
    write(QStringLiteral("復元する理由"), QStringLiteral("担当者の退職"));
    press(QStringLiteral("復元する"));
    QTRY_VERIFY(sees(QStringLiteral("復元しました")));
    QCOMPARE(m_vaults->taken.front().reason, QStringLiteral("担当者の退職"));
    QVERIFY(m_vaults->taken.front().purpose.isEmpty());
}

void TestVaultInOut::olderContentsAreTakenOut()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("要綱.pdf", "II");
    const QDateTime at(QDate(2026, 11, 20), QTime(1, 0), Qt::UTC);
    m_vaults->history = {{at, QStringLiteral("佐藤 花子"), QStringLiteral("recovered"), QStringLiteral("担当者の退職")},
                         {at, QStringLiteral("山田 太郎"), QStringLiteral("put"), {}}};
    vault::Version version;
    version.counter = 3;
    version.at = at;
    version.by = QStringLiteral("山田 太郎");
    m_vaults->older = {version};
    openFirst();
    auto *history = named<QTableView>(QStringLiteral("これまでの記録"));
    QVERIFY(history);
    QCOMPARE(history->model()->index(0, 2).data().toString(), QStringLiteral("復元しました。理由：担当者の退職"));
    press(QStringLiteral("この前の内容を取り出す"));
    QTRY_VERIFY(sees(QStringLiteral("これは前の内容です")));
    QTRY_VERIFY(canPress(QStringLiteral("写しを取り出す")));
    press(QStringLiteral("写しを取り出す"));
    QTRY_COMPARE(m_vaults->taken.size(), std::size_t(1));
    QCOMPARE(m_vaults->taken.front().counter, std::int64_t(3));
    QTRY_VERIFY(canPress(QStringLiteral("戻る")));
    press(QStringLiteral("戻る"));
    QVERIFY(part<vaults::ItemPage>()->isVisible());
}

void TestVaultInOut::anItemIsMoved()
{
    m_vaults->addVault("福祉課", {m_vaults->office[0], {QStringLiteral("takahashi"), QStringLiteral("高橋 健"), {}}});
    m_vaults->known.push_back({"/srv/jinji/vault", QStringLiteral("v-2"), QStringLiteral("人事"), {}});
    m_vaults->known.push_back({"/media/usb/vault", QStringLiteral("v-3"), QStringLiteral("持出し用"), QStringLiteral("読めません。")});
    m_vaults->membersOf["/srv/jinji/vault"] = {m_vaults->office[1]};
    m_vaults->add("名簿.xlsx", "I");
    m_vaults->add("要綱.pdf", "II");
    openVault();
    QTRY_VERIFY(table());
    press(QStringLiteral("別の保管庫へ移す"));
    QTRY_VERIFY(part<vaults::MovePage>()->isVisible());
    QVERIFY(sees(QStringLiteral("名簿.xlsx")));
    QCOMPARE(named<QComboBox>(QStringLiteral("どの保管庫に"))->count(), 1); // neither this one nor one that cannot be read
    QTRY_VERIFY(sees(QStringLiteral("移した先で開ける人：あなたと鈴木 一郎")));
    QVERIFY(sees(QStringLiteral("開けなくなる人：高橋 健")));
    m_vaults->delay = 20;
    press(QStringLiteral("移す"));
    QTRY_VERIFY(sees(QStringLiteral("今は保管庫「人事」にあります")));
    QCOMPARE(m_vaults->moved.size(), std::size_t(1));
    QCOMPARE(m_vaults->moved.front().first, QStringLiteral("item-1"));
    QCOMPARE(m_vaults->moved.front().second, base::Path("/srv/jinji/vault"));
    QVERIFY(!canPress(QStringLiteral("移す")));
    press(QStringLiteral("一覧へ"));
    QTRY_VERIFY(table());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
}

void TestVaultInOut::whereItCannotBeMoved()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("名簿.xlsx", "I");
    m_vaults->add("他人のもの.xlsx", "I").mayOpen = false;
    openVault();
    QTRY_VERIFY(table());
    press(QStringLiteral("別の保管庫へ移す"));
    QTRY_VERIFY(sees(QStringLiteral("あなたが開ける保管庫がほかにありません")));
    QVERIFY(!canPress(QStringLiteral("移す")));
    press(QStringLiteral("戻る"));
    m_vaults->known.push_back({"/srv/jinji/vault", QStringLiteral("v-2"), QStringLiteral("人事"), {}});
    go(QStringLiteral("分類する"));
    go(QStringLiteral("保管庫"));
    QTRY_COMPARE(named<QComboBox>(QStringLiteral("保管庫"))->count(), 2);
    QTRY_VERIFY(table());
    press(QStringLiteral("別の保管庫へ移す"));
    QTRY_VERIFY(canPress(QStringLiteral("移す")));
    m_vaults->failure = base::Error{base::ErrorCode::InUse, {}, QStringLiteral("佐藤 花子さんが開いています。"), {}};
    press(QStringLiteral("移す"));
    QTRY_VERIFY(sees(QStringLiteral("佐藤 花子さんが開いています")));
    QVERIFY(m_vaults->moved.empty());
    m_vaults->failure.reset();
    QVERIFY(canPress(QStringLiteral("移す"))); // it can be tried again
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(table());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QVERIFY(!canPress(QStringLiteral("別の保管庫へ移す"))); // who can only recover it does not move it
}

QTEST_MAIN(TestVaultInOut)
#include "tst_vaultinout.moc"
