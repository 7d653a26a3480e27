// 送る where it does not go straight on: recipients that stop it, methods that do not fit, no encryption, what is overdue.
#include "screens/screens.h"

#include "app/send/sendbench.h"
#include "send/orderpage.h"

namespace shirushi::screens {

namespace {

void tickLooks(QWidget &window)
{
    const auto lines = window.findChildren<QAbstractButton *>();
    for (QAbstractButton *line : lines) {
        if (line->isVisible() && !line->isChecked() && line->accessibleName() == text("もう一度確かめました"))
            line->click();
    }
}

} // namespace

void Screens::stopping()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    m_approvals = std::make_unique<test::FakeApprovals>(QStringLiteral("kameoka"));
    m_asking = std::make_unique<test::FakeAsking>(QStringLiteral("kameoka"), *m_approvals);
    m_sending = std::make_unique<test::FakeSending>(QStringLiteral("kameoka"));
    m_sending->approved = true;
    const base::Path plan = base::toPath(text("/home/yamada/事業計画（案）.docx"));
    m_asking->labels = {{plan, {{text("importance"), text("II")}}}};
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "送る");
    auto *order = window->findChild<send::OrderPage *>();
    order->add({plan});
    choose(*window, "だれに", "contractor");
    choose(*window, "どの方法で", "mail");
    write(*window, "何のために", "委託業務の見積り");
    write(*window, "氏名", "高橋 三郎");
    write(*window, "メールアドレス", "takahashi@");
    order->lookAgain();
    settle(600);
    scrollDown(*window);
    shoot(*window, "looks-stopped");
    write(*window, "メールアドレス", "takahashi@example.com");
    order->lookAgain();
    settle(600);
    scrollDown(*window);
    shoot(*window, "looks-to-tick");
    tickLooks(*window);
    scrollDown(*window);
    shoot(*window, "looks-ticked");
    m_sending->designated = {sending::ParcelFormat::Pdf};
    click(*window, "送付の準備へ");
    settle(200);
    shoot(*window, "no-method-fits");
    click(*window, "戻る");
    m_sending->add("a", "送付-20261102.zip").isOverdue = true;
    m_sending->add("b", "送付-20261103.zip").record.deliveredBy = text("telephone");
    m_sending->items.front().isOverdue = true;
    click(*window, "送ったもの");
    settle(300);
    click(*window, "期限超過（2）");
    shoot(*window, "sent-overdue");
    click(*window, "受領を確認する");
    shoot(*window, "sent-confirming");
    click(*window, "キャンセル");
    click(*window, "戻る");
    settle(300);
    shoot(*window, "send-pending");
    m_sending.reset();
    m_asking.reset();
    m_approvals.reset();
}

// 豊前's 「必要に応じ」: it may go without, with a reason.
void Screens::unencrypted()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    m_approvals = std::make_unique<test::FakeApprovals>(QStringLiteral("buzen-council"));
    m_asking = std::make_unique<test::FakeAsking>(QStringLiteral("buzen-council"), *m_approvals);
    m_sending = std::make_unique<test::FakeSending>(QStringLiteral("buzen-council"));
    m_sending->approved = true;
    m_sending->role = text("councillor");
    const base::Path agenda = base::toPath(text("/home/yamada/委員会の資料.pdf"));
    m_asking->labels = {{agenda, {{text("confidentiality"), text("2")}, {text("integrity"), text("1")}, {text("availability"), text("1")}}}};
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "送る");
    window->findChild<send::OrderPage *>()->add({agenda});
    choose(*window, "だれに", "internal");
    choose(*window, "どの方法で", "mail");
    write(*window, "何のために", "委員会の準備");
    write(*window, "氏名", "鈴木 一郎");
    write(*window, "メールアドレス", "suzuki@example.jp");
    settle(600);
    shoot(*window, "council-order");
    test::OpenedFolders opened;
    tickLooks(*window);
    settle(200);
    click(*window, "送付の準備へ");
    settle(200);
    click(*window, "暗号化しない");
    scrollDown(*window);
    shoot(*window, "plain-reason");
    write(*window, "暗号化しない理由（記録に残ります）", "公開済みの資料だけのため");
    click(*window, "送付フォルダーを作る");
    settle(800);
    shoot(*window, "plain-made");
    m_sending.reset();
    m_asking.reset();
    m_approvals.reset();
}

} // namespace shirushi::screens
