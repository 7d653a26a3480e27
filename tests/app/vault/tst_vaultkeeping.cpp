// 保管庫: how long something is kept, who may open it, and what keeps the vault in order, by mouse and keys over a vault in memory.
#include "app/vault/vaultbench.h"

using namespace shirushi;

class TestVaultKeeping : public QObject, private test::VaultBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(QStringLiteral("kameoka")); }
    void cleanup() { takeAway(); }
    void keepingIsChanged();
    void membersAreChangedByTicks();
    void whatWasInterruptedIsFinished();
    void findingsAreNamed();
    void aSecondCopyIsRecorded();
    void aCheckIsDue();
};

void TestVaultKeeping::keepingIsChanged()
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

void TestVaultKeeping::membersAreChangedByTicks()
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

void TestVaultKeeping::whatWasInterruptedIsFinished()
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

void TestVaultKeeping::findingsAreNamed()
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

void TestVaultKeeping::aSecondCopyIsRecorded()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("名簿.xlsx", "I").isCopyDue = true;
    m_vaults->add("要綱.pdf", "II");
    openVault();
    QTRY_VERIFY(sees(QStringLiteral("控えの記録がないものが1件あります")));
    QTRY_COMPARE(waiting(), 1);
    press(QStringLiteral("控えを記録する"));
    write(QStringLiteral("控えの場所（記録媒体、サーバー、部屋）"), QStringLiteral("支所の書庫"));
    m_vaults->failure = base::Error{base::ErrorCode::Forbidden, {}, QStringLiteral("利用者だけです。"), {}};
    press(QStringLiteral("記録する"));
    QTRY_VERIFY(sees(QStringLiteral("記録できませんでした")));
    m_vaults->failure.reset();
    go(QStringLiteral("分類する"));
    go(QStringLiteral("保管庫"));
    QTRY_VERIFY(canPress(QStringLiteral("控えを記録する")));
    press(QStringLiteral("控えを記録する"));
    write(QStringLiteral("控えの場所（記録媒体、サーバー、部屋）"), QStringLiteral("支所の書庫"));
    press(QStringLiteral("記録する"));
    QTRY_VERIFY(sees(QStringLiteral("控えを記録しました")));
    QCOMPARE(m_vaults->copies, QStringList{QStringLiteral("支所の書庫")});
    QTRY_VERIFY(!sees(QStringLiteral("控えの記録がないものが")));
    QTRY_COMPARE(waiting(), 0);
}

void TestVaultKeeping::aCheckIsDue()
{
    m_vaults->addVault("福祉課");
    m_vaults->add("議案書.pdf", "II", 10);
    m_vaults->state.isCheckDue = true;
    openVault();
    QTRY_VERIFY(sees(QStringLiteral("この保管庫は点検の時期です")));
    QVERIFY(sees(QStringLiteral("ここではまだ点検していません")));
    QTRY_COMPARE(waiting(), 1);
    press(QStringLiteral("点検する"));
    QTRY_VERIFY(sees(QStringLiteral("この保管庫に異常はありません")));
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(table());
    QTRY_VERIFY(!sees(QStringLiteral("点検の時期です")));
}

QTEST_MAIN(TestVaultKeeping)
#include "tst_vaultkeeping.moc"
