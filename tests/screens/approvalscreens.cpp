// 承認, and making a request.
#include "screens/screens.h"

#include "approvals/askedfiles.h"

#include <QComboBox>
#include <QLineEdit>

namespace shirushi::screens {

void Screens::approvals()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    m_approvals = std::make_unique<test::FakeApprovals>(QStringLiteral("kameoka"));
    auto window = openWindow(desk);
    m_approvals->now.takesPaper = true;
    m_approvals->now.designationWord = text("指定");
    const policy::Classes high{{text("importance"), text("I")}};
    m_approvals->now.proposals = {{"/tmp/a.docx", text("kameoka"), high, text("佐藤 花子"), {}},
                                  {base::toPath(text("/home/sato/受給者名簿_本町.xlsx")), text("kameoka"), high, text("佐藤 花子"), {}}};
    approvals::Item &mine = m_approvals->add("r1", "外部の者へ提供する", "事業計画（案）.docx", high);
    mine.details = {text("委託先へ"), text("インターネットのメールで")};
    mine.isMine = true;
    mine.approvers = {{text("sato"), text("佐藤 花子")}};
    m_approvals->add("r2", "廃棄する", "相談票_令和2年度.pdf", high).waitsForMe = true;
    approvals::Item &done = m_approvals->add("r3", "持ち出す", "行事予定.xlsx", {{text("importance"), text("III")}});
    done.state = approvals::State::Approved;
    done.stateText = text("承認済み");
    done.given = {{text("情報資産管理責任者"), text("鈴木 一郎"), {}, true, false, text("8税第12号"), QDateTime::currentDateTimeUtc()}};
    signIn(*window);
    click(*window, "承認、3件が待っています");
    settle(300);
    shoot(*window, "approvals");
    click(*window, "申請を開く");
    shoot(*window, "approvals-decide");
    scrollDown(*window);
    shoot(*window, "approvals-decide-below");
    click(*window, "申請の一覧に戻る");
    click(*window, "わたしの申請（1）");
    click(*window, "申請を開く");
    scrollDown(*window);
    shoot(*window, "approvals-mine");
    click(*window, "申請の一覧に戻る");
    click(*window, "決まったもの（1）");
    click(*window, "申請を開く");
    shoot(*window, "approvals-decided");
    click(*window, "申請の一覧に戻る");
    click(*window, "分類の案を見る");
    shoot(*window, "designation");
    m_asking.reset();
    m_approvals.reset();
}

void Screens::asking()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    m_approvals = std::make_unique<test::FakeApprovals>(QStringLiteral("kameoka"));
    m_asking = std::make_unique<test::FakeAsking>(QStringLiteral("kameoka"), *m_approvals);
    const base::Path roster = base::toPath(text("/home/yamada/受給者名簿_本町.xlsx"));
    const base::Path plan = base::toPath(text("/home/yamada/事業計画（案）_令和8年度の予算要求に添えるもの.docx"));
    m_asking->labels = {{roster, {{text("importance"), text("I")}}}};
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "承認");
    settle(200);
    shoot(*window, "queue-empty");
    click(*window, "申請する");
    settle(400);
    shoot(*window, "ask-empty");
    QComboBox *deed = nullptr;
    const auto boxes = window->findChildren<QComboBox *>();
    for (QComboBox *box : boxes)
        deed = box->isVisible() && box->accessibleName() == text("何をするか") ? box : deed;
    deed->setCurrentIndex(deed->findData(text("provide")));
    window->findChild<approvals::AskedFiles *>()->add({roster, plan});
    settle(500);
    shoot(*window, "ask-unlabelled");
    scrollDown(*window);
    shoot(*window, "ask-unlabelled-below");
    m_asking->labels[plan] = {{text("importance"), text("II")}};
    window->findChild<approvals::AskedFiles *>()->readAgain();
    deed->setCurrentIndex(deed->findData(text("take-out")));
    const auto lines = window->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        if (line->isVisible() && line->accessibleName() == text("何のために"))
            line->setText(text("出先の会議で使うため"));
    }
    click(*window, "始まりと終わりの日がある");
    settle(600);
    shoot(*window, "ask-ready");
    scrollDown(*window);
    shoot(*window, "ask-ready-below");
    click(*window, "申請する");
    settle(400);
    shoot(*window, "asked");
    m_asking.reset();
    m_approvals.reset();
}

} // namespace shirushi::screens
