// 保管庫, by mouse and keys over a vault in memory.
#include "app/send/sendbench.h"

#include "vault/itempage.h"
#include "vault/itemspage.h"
#include "vault/memberspage.h"
#include "vault/movepage.h"
#include "vault/newvaultpage.h"
#include "vault/peoplelist.h"
#include "vault/putpage.h"
#include "vault/takepage.h"
#include "vault/vaultpage.h"
#include "vault/verifypage.h"

#include <QScrollArea>
#include <QTableView>
#include <QTemporaryDir>

using namespace shirushi;

class TestVaultPage : public QObject, private test::SendBench
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
    void theItemsAreListedAndFound();
    void droppedFilesArePutIn();
    void onlyCertainPeopleMayOpen();
    void puttingCanBeStopped();
    void filesWaitForTheirVault();
    void aCopyIsTakenOut();
    void anItemIsMoved();
    void whereItCannotBeMoved();
    void thePermissionIsAskedFor();
    void recoveryWantsAReason();
    void keepingIsChanged();
    void olderContentsAreTakenOut();
    void membersAreChangedByTicks();
    void whatWasInterruptedIsFinished();
    void findingsAreNamed();
    void theWizardLeadsToTheVault();
    void aDoubleClickOpensAndClosingLocks();
    void whatSomebodyElseHasOpenMayBeRead();
    void whatIsFinalIsOnlyRead();
    void allAreClosedAtOnce();
    void whatCouldNotBeSavedIsOffered();
    void whatACrashLeftIsSaid();
    void whatCannotBeReadIsSaid();
    void lockingTakesEverythingAway();
    void everythingIsReachedInASmallWindow();
    void noAccessKeyIsDoubled();

private:
    template <typename Part>
    Part *part() const
    {
        return m_window->findChild<Part *>();
    }
    void openVault()
    {
        signIn();
        go(QStringLiteral("保管庫"));
        QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
        if (!m_vaults->known.empty())
            QTRY_VERIFY(part<vaults::ItemsPage>()->overview());
    }
    QTableView *table() const { return named<QTableView>(QStringLiteral("保管庫の中のもの")); }
    void openFirst()
    {
        openVault();
        QTRY_VERIFY(table());
        press(QStringLiteral("内容と記録を見る"));
        QTRY_VERIFY(part<vaults::ItemPage>()->details());
    }
    void tick(const QString &list, int row)
    {
        auto *people = named<QTableView>(list);
        QVERIFY(people);
        QTest::mouseClick(people->viewport(), Qt::LeftButton, {}, people->visualRect(people->model()->index(row, 1)).center());
    }
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

void TestVaultPage::droppedFilesArePutIn()
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

void TestVaultPage::onlyCertainPeopleMayOpen()
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

void TestVaultPage::puttingCanBeStopped()
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

void TestVaultPage::filesWaitForTheirVault()
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

void TestVaultPage::aCopyIsTakenOut()
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
    QVERIFY(canPress(QStringLiteral("フォルダを開く")));
    QCOMPARE(m_vaults->taken.back().target, base::toPath(folder.filePath(QStringLiteral("要綱.pdf"))));
    QVERIFY(!m_vaults->taken.back().leavesOffice && m_vaults->taken.back().reason.isEmpty());
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
}

void TestVaultPage::anItemIsMoved()
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

void TestVaultPage::whereItCannotBeMoved()
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

void TestVaultPage::thePermissionIsAskedFor()
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

void TestVaultPage::recoveryWantsAReason()
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

void TestVaultPage::keepingIsChanged()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("要綱.pdf", "II");
    openFirst();
    QVERIFY(!canPress(QStringLiteral("変更を記録する")));
    choose(QStringLiteral("保存期間"), QStringLiteral("10年"));
    press(QStringLiteral("書込禁止にする"));
    press(QStringLiteral("変更を記録する"));
    QTRY_VERIFY(sees(QStringLiteral("変更を記録しました")));
    QCOMPARE(m_vaults->changed.size(), std::size_t(1));
    QCOMPARE(m_vaults->changed.front().keeping->years, 10);
    QVERIFY(m_vaults->changed.front().makeFinal);
    QTRY_VERIFY(sees(QStringLiteral("施錠・書込禁止")));
    QTRY_VERIFY(!canPress(QStringLiteral("書込禁止にする"))); // it cannot be taken back
    choose(QStringLiteral("保存期間"), QStringLiteral("常用"));
    m_vaults->failure = base::Error{base::ErrorCode::Changed, {}, QStringLiteral("ほかの人が先に変えました。"), {}};
    press(QStringLiteral("変更を記録する"));
    QTRY_VERIFY(sees(QStringLiteral("変更できませんでした")));
    QVERIFY(sees(QStringLiteral("ほかの人が先に変えました")));
}

void TestVaultPage::olderContentsAreTakenOut()
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

void TestVaultPage::membersAreChangedByTicks()
{
    m_vaults->addVault("福祉課", {m_vaults->office.front()});
    openVault();
    press(QStringLiteral("開ける人"));
    QTRY_VERIFY(part<vaults::MembersPage>()->isVisible());
    QVERIFY(sees(QStringLiteral("理由を書けばいつでも復元できる人：佐藤 花子（情報管理者）")));
    QVERIFY(!canPress(QStringLiteral("変更する")));
    tick(QStringLiteral("開ける人"), 0);
    tick(QStringLiteral("開ける人"), 1);
    QVERIFY(sees(QStringLiteral("1人を加えます。 1人を外します。")));
    m_vaults->relocked.forOthers = 1;
    press(QStringLiteral("変更する"));
    QTRY_VERIFY(sees(QStringLiteral("残っている作業があります")));
    QCOMPARE(m_vaults->memberChanges.front().add, QStringList{QStringLiteral("suzuki")});
    QCOMPARE(m_vaults->memberChanges.front().remove, QStringList{QStringLiteral("sato")});
    QVERIFY(m_vaults->memberChanges.front().item.isEmpty());
    QVERIFY(!canPress(QStringLiteral("変更する")));
    press(QStringLiteral("続きをする"));
    QTRY_VERIFY(sees(QStringLiteral("1件の鍵を替えました")));
    QCOMPARE(m_vaults->settled, 1);
}

void TestVaultPage::whatWasInterruptedIsFinished()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("要綱.pdf", "II").isUnsettled = true;
    m_vaults->state.isUnsettled = true;
    openVault();
    QVERIFY(sees(QStringLiteral("鍵の替え直しが済んでいないものがあります")));
    press(QStringLiteral("続きをする"));
    QTRY_VERIFY(sees(QStringLiteral("1件の鍵を替えました")));
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
    QTRY_VERIFY(!sees(QStringLiteral("鍵の替え直しが済んでいないものがあります")));
}

void TestVaultPage::findingsAreNamed()
{
    m_vaults->addVault("福祉課");
    openVault();
    press(QStringLiteral("確かめる"));
    QTRY_VERIFY(sees(QStringLiteral("この保管庫に異常はありません")));
    m_vaults->findings = {{QStringLiteral("item-older"), QStringLiteral("x"), QStringLiteral("要綱.pdf"), QStringLiteral("items/x.item.age"),
                           QStringLiteral("古い状態に戻されています。")},
                          {QStringLiteral("stranger"), {}, {}, QStringLiteral("items/メモ.txt"), QStringLiteral("しるしのものではありません。")}};
    press(QStringLiteral("もう一度確かめる"));
    QTRY_VERIFY(sees(QStringLiteral("この保管庫で2件が見つかりました")));
    auto *found = named<QTableView>(QStringLiteral("見つかったこと"));
    QCOMPARE(found->model()->index(0, 0).data().toString(), QStringLiteral("要綱.pdf"));
    QCOMPARE(found->model()->index(0, 1).data().toString(), QStringLiteral("古い状態に戻されています。"));
    QCOMPARE(found->model()->index(1, 0).data().toString(), QStringLiteral("items/メモ.txt"));
    m_vaults->delay = 100;
    press(QStringLiteral("もう一度確かめる"));
    QTRY_VERIFY(button(QStringLiteral("止める")));
    press(QStringLiteral("止める"));
    QTRY_VERIFY(sees(QStringLiteral("止めました。全部は見ていません")));
    m_vaults->delay = 0;
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

void TestVaultPage::aDoubleClickOpensAndClosingLocks()
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

void TestVaultPage::whatSomebodyElseHasOpenMayBeRead()
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

void TestVaultPage::whatIsFinalIsOnlyRead()
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

void TestVaultPage::allAreClosedAtOnce()
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

void TestVaultPage::whatCouldNotBeSavedIsOffered()
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

void TestVaultPage::whatACrashLeftIsSaid()
{
    m_vaults->addVault("福祉課");
    m_vaults->crashed = {{QStringLiteral("yamada"), m_vaults->place, QStringLiteral("item-1")}};
    openVault();
    QTRY_VERIFY(sees(QStringLiteral("1件の文書が開いたままでした")));
    QVERIFY(sees(QStringLiteral("復号した写しは消しました")));
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
