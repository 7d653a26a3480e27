// 送る, パスワード未伝達 and 受け取る.
#include "screens/screens.h"

#include "app/send/sendbench.h"
#include "send/handoverpage.h"
#include "send/orderpage.h"
#include "send/packpage.h"
#include "send/publishedpage.h"
#include "send/unpackpage.h"

#include <QLineEdit>
#include <QTemporaryDir>

namespace shirushi::screens {

void Screens::sending()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    m_approvals = std::make_unique<test::FakeApprovals>(QStringLiteral("kameoka"));
    m_asking = std::make_unique<test::FakeAsking>(QStringLiteral("kameoka"), *m_approvals);
    m_sending = std::make_unique<test::FakeSending>(QStringLiteral("kameoka"));
    const base::Path plan = base::toPath(text("/home/yamada/事業計画（案）_令和8年度の予算要求に添えるもの.docx"));
    const base::Path roster = base::toPath(text("/home/yamada/受給者名簿_本町.xlsx"));
    m_asking->labels = {{plan, {{text("importance"), text("II")}}}, {roster, {{text("importance"), text("I")}}}};
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "送る");
    settle(400);
    shoot(*window, "send-empty");
    auto *order = window->findChild<send::OrderPage *>();
    order->add({plan});
    choose(*window, "だれに", "contractor");
    choose(*window, "どの方法で", "mail");
    write(*window, "何のために", "委託業務の見積り");
    write(*window, "氏名", "鈴木 一郎");
    write(*window, "団体・会社", "株式会社サンプル");
    write(*window, "メールアドレス", "suzuki@example.jp");
    write(*window, "電話番号", "0771-00-0000");
    settle(600);
    shoot(*window, "send-missing");
    scrollDown(*window);
    shoot(*window, "send-missing-below");
    write(*window, "メールアドレス", "suzuki@exarnple.jp");
    order->lookAgain();
    settle(600);
    scrollDown(*window);
    shoot(*window, "send-second-looks");
    write(*window, "メールアドレス", "suzuki@example.jp");
    m_sending->approved = true;
    order->lookAgain();
    settle(600);
    shoot(*window, "send-approved");
    click(*window, "送付の準備へ");
    settle(200);
    shoot(*window, "send-form");
    scrollDown(*window);
    shoot(*window, "send-form-below");
    m_sending->delay = 100;
    click(*window, "送付ファイルを作る");
    settle(800);
    scrollDown(*window);
    shoot(*window, "send-packing");
    m_sending->delay = 0;
    settle(2500);
    shoot(*window, "send-made");
    scrollDown(*window);
    shoot(*window, "send-made-below");
    const QTemporaryDir drafts;
    m_sending->draftFolder = base::toPath(drafts.path());
    const test::OpenedFolders opened;
    click(*window, "メールの下書きを開く");
    settle(600);
    shoot(*window, "send-draft");
    click(*window, "パスワードを伝える");
    settle(300);
    shoot(*window, "handover");
    scrollDown(*window);
    shoot(*window, "handover-below");
    window->findChild<send::HandoverPage *>()->conceal();
    shoot(*window, "handover-hidden");
    m_sending->add("x", "送付-20261119.zip", false);
    m_sending->add("y", "送付-20261118.zip").record.deliveredBy = text("telephone");
    click(*window, "後で伝える");
    settle(300);
    shoot(*window, "sent-pending");
    click(*window, "送ったものすべて（3）");
    shoot(*window, "sent-all");
    m_sending->items.back().isOverdue = true;
    click(*window, "誤送信");
    settle(300);
    shoot(*window, "missent");
    click(*window, "記録する");
    settle(300);
    shoot(*window, "missent-recorded");
    scrollDown(*window);
    shoot(*window, "missent-below");
    click(*window, "戻る");
    settle(300);
    click(*window, "受領を確認する");
    settle(200);
    shoot(*window, "sent-receipt");
    click(*window, "戻る");
    settle(300);
    m_sending->book.push_back({test::FakeSending::contactOf("tanaka", "田中 次郎", "たなか じろう", "本町自治会", "resident",
                                                           "tanaka@example.or.jp", "0771-11-1111"), {}});
    m_sending->book.back().contact.checkedAt.reset();
    click(*window, "宛先帳");
    settle(300);
    shoot(*window, "address-book");
    click(*window, "変更する");
    settle(300);
    shoot(*window, "address-form");
    click(*window, "戻る");
    settle(300);
    named<QLineEdit>(*window, "氏名")->setFocus();
    QTest::keyClicks(named<QLineEdit>(*window, "氏名"), text("example"));
    settle(600);
    for (QWidget *popup : QApplication::topLevelWidgets()) {
        if (popup->isVisible() && popup->accessibleName() == text("宛先帳から"))
            shoot(*popup, "address-offers");
    }
    QTest::keyClick(QApplication::activePopupWidget() ? QApplication::activePopupWidget() : window.get(), Qt::Key_Escape);
    write(*window, "氏名", "");
    order->add({plan, roster});
    choose(*window, "だれに", "contractor");
    choose(*window, "どの方法で", "mail");
    settle(600);
    shoot(*window, "send-forbidden");
    choose(*window, "だれに", "internal");
    settle(600);
    shoot(*window, "send-other-ways");
    m_sending.reset();
    m_asking.reset();
    m_approvals.reset();
}

void Screens::publishing()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    m_approvals = std::make_unique<test::FakeApprovals>(QStringLiteral("kameoka"));
    m_asking = std::make_unique<test::FakeAsking>(QStringLiteral("kameoka"), *m_approvals);
    m_sending = std::make_unique<test::FakeSending>(QStringLiteral("kameoka"));
    m_sending->approved = true;
    const base::Path news = base::toPath(text("/home/yamada/令和8年度_市民説明会のお知らせ.pdf"));
    m_asking->labels = {{news, {{text("importance"), text("III")}}}};
    m_sending->publications.hidden[news] = {
        {label::HiddenKind::CoveredText, text("2ページ"), text("亀岡市安町野々神8番地 山田 花子 0771-00-0000"), label::Certainty::Sure},
        {label::HiddenKind::Comment, text("1ページ"), text("この金額は未公表なので消すこと（総務課）"), label::Certainty::Sure},
        {label::HiddenKind::Properties, text("文書の情報"), text("作成者：yamada"), label::Certainty::Possible}};
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "送る");
    settle(400);
    auto *order = window->findChild<send::OrderPage *>();
    order->add({news});
    choose(*window, "だれに", "contractor");
    choose(*window, "どの方法で", "mail");
    write(*window, "何のために", "市民説明会の周知");
    write(*window, "氏名", "鈴木 一郎");
    settle(600);
    click(*window, "送付の準備へ");
    settle(200);
    click(*window, "暗号化しない");
    click(*window, "送付書を付ける");
    scrollDown(*window);
    shoot(*window, "pack-plain");
    click(*window, "CMS（証明書あて）");
    scrollDown(*window);
    shoot(*window, "pack-certificates");
    click(*window, "戻る");
    choose(*window, "だれに", "public");
    choose(*window, "どの方法で", "sns");
    settle(600);
    shoot(*window, "publish-order");
    click(*window, "公表の前の確認へ");
    settle(600);
    shoot(*window, "publish-found");
    scrollDown(*window);
    shoot(*window, "publish-found-below");
    click(*window, "すべて確かめました。このまま公表してよい内容です");
    write(*window, "公表する場所（ホームページのアドレス、広報紙の名前など）", "https://www.example.lg.jp/setsumeikai/");
    click(*window, "公表を記録する");
    settle(600);
    shoot(*window, "published");
    m_sending->publications.comparison = sending::Comparison::Differs;
    window->findChild<send::PublishedPage *>()->compare(news, {});
    settle(600);
    shoot(*window, "published-differs");
    m_sending.reset();
    m_asking.reset();
    m_approvals.reset();
}

void Screens::receiving()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    m_sending = std::make_unique<test::FakeSending>(QStringLiteral("kameoka"));
    QTemporaryDir folder;
    const QString source = folder.filePath(text("名簿.csv"));
    QFile file(source);
    if (!file.open(QIODevice::WriteOnly) || file.write("1\n") < 0)
        qFatal("no file");
    file.close();
    const base::Path parcel = base::toPath(folder.filePath(text("送付-20261120.zip")));
    sending::ParcelSecret secret;
    secret.password = base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>("2H7K-9QWM-4TXB-8VEN"), 19));
    base::NoProgress quiet;
    if (!sending::pack({{base::toPath(source), {}}}, sending::ParcelFormat::Zip, secret, {}, parcel, quiet))
        qFatal("no parcel");
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "受け取る");
    settle(200);
    shoot(*window, "receive-empty");
    auto *page = window->findChild<send::UnpackPage *>();
    page->setParcel(base::toPath(source));
    settle(300);
    shoot(*window, "receive-none");
    page->setParcel(parcel);
    settle(300);
    shoot(*window, "receive-password");
    write(*window, "パスワード", "wrong");
    click(*window, "開く");
    settle(400);
    shoot(*window, "receive-wrong");
    labelling::FileLabel labelled;
    labelled.path = base::toPath(text("/home/yamada/受領/事業計画（案）_令和8年度の予算要求に添えるもの.docx"));
    labelled.label = label::Label{};
    labelled.label->policy = text("kameoka");
    labelled.label->classes = {{text("importance"), text("II")}};
    labelled.signature = label::SignatureState::UnknownSigner;
    labelling::FileLabel bare;
    bare.path = base::toPath(text("/home/yamada/受領/写真.jpg"));
    m_sending->inside.files = {labelled, bare};
    m_sending->inside.unclassified = {text("写真.jpg")};
    m_sending->parcelPassword = "right";
    write(*window, "パスワード", "right");
    click(*window, "開く");
    settle(600);
    shoot(*window, "received");
    m_sending.reset();
}

} // namespace shirushi::screens
