// 保管庫.
#include "screens/screens.h"

#include "vault/newvaultpage.h"
#include "vault/takepage.h"
#include "vault/vaultpage.h"

#include <QTableView>
#include <QTemporaryDir>

namespace shirushi::screens {

namespace {

void fill(test::FakeVault &vaults)
{
    vaults.addVault("福祉課", vaults.office);
    vaults.add("ケース記録_令和8年度.docx", "I", 5);
    vaults::Row &support = vaults.add("支援措置対象者_氏名と住所の一覧（相談の経過を含む）.xlsx", "I", 1);
    support.path = text("相談/令和8年度");
    support.ownMembers = true;
    vaults.add("決裁済_要綱（最終）.pdf", "II").isFinal = true;
    vaults::Row &due = vaults.add("人事異動（案）.xlsx", "I", 1, QDate(2020, 5, 1));
    due.isDue = true;
    due.by = text("高橋 健");
    vaults.add("相談票_11月19日.docx", "I", 3).recoveredBy = text("佐藤 花子");
    vaults::Row &wrong = vaults.add("", "");
    wrong = {};
    wrong.id = text("5f0c2a7e-0000-4000-8000-000000000000");
    wrong.problem = text("この品目の説明に、開ける人の署名がありません。");
    vaults.state.forOthers = 3;
}

} // namespace

void Screens::vaults()
{
    test::FakeDesk desk(text("kameoka"));
    m_vaults = std::make_unique<test::FakeVault>(text("kameoka"));
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "保管庫");
    settle(300);
    shoot(*window, "vault-none");
    click(*window, "保管庫をつくる");
    window->findChild<vaults::NewVaultPage *>()->setPlace(base::toPath(text("/srv/共有/福祉課")));
    write(*window, "保管庫の名前", "福祉課");
    settle(200);
    shoot(*window, "vault-new");
    click(*window, "戻る");
    m_vaults->addVault("福祉課", m_vaults->office);
    click(*window, "ヘルプ (F1)");
    click(*window, "保管庫");
    settle(300);
    shoot(*window, "vault-empty");
    m_vaults->known.clear();
    fill(*m_vaults);
    click(*window, "ヘルプ (F1)");
    click(*window, "保管庫");
    settle(400);
    shoot(*window, "vault");
    vault::Rescue rescue;
    rescue.id = text("r-1");
    rescue.name = text("相談票_救済 11月19日.docx");
    rescue.vaultName = text("福祉課");
    rescue.at = QDateTime(QDate(2026, 11, 21), QTime(1, 0), Qt::UTC);
    rescue.reason = text("保管庫のある媒体が抜かれていました。");
    m_vaults->left = {rescue};
    named<QTableView>(*window, "保管庫の中のもの")->selectRow(1);
    click(*window, "開く");
    settle(300);
    m_vaults->become(vault::OpenState::Saved);
    click(*window, "ヘルプ (F1)");
    click(*window, "保管庫");
    settle(900);
    shoot(*window, "vault-open");
    m_vaults->openNow.clear();
    m_vaults->left.clear();
    m_vaults->state.isUnsettled = true;
    click(*window, "ヘルプ (F1)");
    click(*window, "保管庫");
    settle(400);
    shoot(*window, "vault-unsettled");
    m_vaults->state.isUnsettled = false;
    m_vaults->state.rows.front().isCopyDue = true;
    m_vaults->state.isCheckDue = true;
    click(*window, "ヘルプ (F1)");
    click(*window, "保管庫");
    settle(400);
    shoot(*window, "vault-reminders");
    click(*window, "控えを記録する");
    settle(200);
    shoot(*window, "vault-copy");
    m_vaults->state.rows.front().isCopyDue = false;
    m_vaults->state.isCheckDue = false;
    m_vaults->known.push_back({base::toPath(text("/srv/jinji/vault")), text("v-2"), text("人事"), {}});
    m_vaults->membersOf[base::toPath(text("/srv/jinji/vault"))] = {m_vaults->office.back()};
    click(*window, "ヘルプ (F1)");
    click(*window, "保管庫");
    settle(400);
    click(*window, "別の保管庫へ移す");
    settle(300);
    shoot(*window, "vault-move");
    click(*window, "移す");
    settle(300);
    shoot(*window, "vault-moved");
    click(*window, "一覧へ");
    m_vaults->known.pop_back();
    auto *page = window->findChild<vaults::VaultPage *>();
    page->put({base::toPath(text("/home/yamada/受給者名簿_本町.xlsx")), base::toPath(text("/home/yamada/案件フォルダー"))});
    settle(300);
    click(*window, "この人だけが開ける");
    settle(200);
    shoot(*window, "vault-put");
    scrollDown(*window);
    shoot(*window, "vault-put-below");
    m_vaults->delay = 400;
    m_vaults->refused = {base::toPath(text("/home/yamada/受給者名簿_本町.xlsx"))};
    click(*window, "保管庫に入れる");
    settle(300);
    scrollDown(*window);
    shoot(*window, "vault-putting");
    m_vaults->delay = 0;
    settle(1200);
    shoot(*window, "vault-put-done");
    click(*window, "一覧へ");
    settle(400);
    m_vaults->history = {{QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC), text("佐藤 花子"), text("recovered"), text("担当者の退職")},
                         {QDateTime(QDate(2026, 11, 20), QTime(1, 0), Qt::UTC), text("山田 太郎"), text("put"), {}}};
    vault::Version version;
    version.counter = 3;
    version.at = QDateTime(QDate(2026, 11, 19), QTime(1, 0), Qt::UTC);
    version.by = text("山田 太郎");
    version.content.size = 23456;
    m_vaults->older = {version};
    click(*window, "内容と記録を見る");
    settle(300);
    shoot(*window, "vault-item");
    scrollDown(*window);
    shoot(*window, "vault-item-below");
    m_vaults->permission = {true, text("承認がありません。申請してください。"), true, {}};
    click(*window, "写しを取り出す");
    write(*window, "何のために", "監査");
    settle(700);
    shoot(*window, "vault-take");
    const QTemporaryDir folder;
    m_vaults->permission = {true, {}, false, text("監査")};
    window->findChild<vaults::TakePage *>()->setTarget(base::toPath(folder.filePath(text("写し.docx"))));
    window->findChild<vaults::TakePage *>()->lookAgain();
    settle(300);
    shoot(*window, "vault-take-permitted");
    click(*window, "写しを取り出す");
    settle(300);
    shoot(*window, "vault-taken");
    click(*window, "戻る");
    click(*window, "戻る");
    settle(400);
    click(*window, "開ける人");
    settle(200);
    shoot(*window, "vault-members");
    click(*window, "戻る");
    settle(300);
    m_vaults->findings = {{text("item-older"), text("x"), text("決裁済_要綱（最終）.pdf"), text("items/x.item.age"), text("古い状態に戻されています。")},
                          {text("stranger"), {}, {}, text("items/メモ.txt"), text("しるしのものではないファイルです。")}};
    click(*window, "確かめる");
    settle(300);
    shoot(*window, "vault-findings");
    m_vaults.reset();
}

} // namespace shirushi::screens
