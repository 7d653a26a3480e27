// 廃棄.
#include "screens/screens.h"

#include "dispose/disposepage.h"
#include "dispose/duepage.h"
#include "dispose/statementpage.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTableView>

namespace shirushi::screens {

namespace {

void fill(test::FakeDisposal &disposals)
{
    disposals.dueNow = {disposals.row("受給者名簿_令和2年度.xlsx", "I"), disposals.row("相談記録_支援措置対象者の一覧（経過を含む）_令和2年度_確定版.docx", "I"),
                        disposals.row("窓口案内.pdf", "III")};
    disposals.unsure = {text("受給者名簿_令和2年度.xlsx")};
    approvals::Decider decider;
    decider.role = text("情報資産管理責任者");
    decider.word = text("許可");
    decider.people = {text("佐藤 花子（福祉課）")};
    decider.citation.article = text("第36条第3項");
    decider.citation.quote = text("記録媒体の廃棄を行う者は、情報資産管理責任者に許可を得なければならない。");
    disposals.prospect.deciders = {decider};
}

disposals::Pending request(const char *id, bool mayRun, const QStringList &names)
{
    disposals::Pending one;
    one.id = text(id);
    one.reason = text("保存期間満了");
    one.at = QDateTime(QDate(2026, 11, 20), QTime(1, 0), Qt::UTC);
    one.state = mayRun ? approvals::State::Approved : approvals::State::Waiting;
    one.stateText = text("承認待ち");
    one.mayRun = mayRun;
    if (mayRun)
        one.validUntil = QDateTime(QDate(2026, 12, 20), QTime(1, 0), Qt::UTC);
    one.names = names;
    one.total = static_cast<std::size_t>(names.size());
    return one;
}

void drop(QWidget *page, const QStringList &files)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls += QUrl::fromLocalFile(file);
    mime.setUrls(urls);
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &enter); // else the drop is lost
    QDropEvent event(QPointF(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &event);
}

void again(QWidget &window, void (*click)(QWidget &, const char *))
{
    click(window, "ヘルプ (F1)");
    click(window, "廃棄");
}

} // namespace

void Screens::dispose()
{
    test::FakeDesk desk(text("kameoka"));
    m_disposals = std::make_unique<test::FakeDisposal>(text("kameoka"));
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "廃棄");
    settle(300);
    shoot(*window, "dispose-none");
    fill(*m_disposals);
    again(*window, &Screens::click);
    settle(300);
    auto *due = window->findChild<disposals::DuePage *>();
    drop(due, {text("/home/yamada/案内_旧版.docx"), text("/home/yamada/写し_名簿.xlsx")});
    settle(300);
    named<QTableView>(*window, "廃棄の候補")->selectRow(0);
    shoot(*window, "dispose-due");
    click(*window, "媒体・紙・機器を加える");
    write(*window, "名前", "USBメモリ");
    settle(200);
    shoot(*window, "dispose-medium");
    click(*window, "戻る");
    settle(300);
    click(*window, "次へ");
    settle(300);
    shoot(*window, "dispose-plan-noreason");
    choose(*window, "理由", "retention-over");
    settle(400);
    shoot(*window, "dispose-plan");
    scrollDown(*window);
    shoot(*window, "dispose-plan-below");
    click(*window, "戻る");
    settle(300);
    click(*window, "次へ");
    settle(300);
    m_disposals->problems = {text("写し_名簿.xlsx")};
    choose(*window, "理由", "duplicate");
    settle(400);
    shoot(*window, "dispose-plan-problem");
    m_disposals->problems.clear();
    choose(*window, "理由", "draft-abandoned");
    settle(400);
    shoot(*window, "dispose-plan-erasure");
    choose(*window, "理由", "retention-over");
    settle(400);
    click(*window, "許可を申請する");
    settle(300);
    m_disposals->interrupted = {1, {}, {text("/home/yamada/案内_旧版.docx")}, {text("/home/yamada/写し_名簿.xlsx")}};
    m_disposals->requests = {request("r-1", true, {text("受給者名簿_令和2年度.xlsx"), text("写し_名簿.xlsx")}), request("r-2", false, {text("USBメモリ No.12")})};
    again(*window, &Screens::click);
    settle(300);
    shoot(*window, "dispose-asked");
    window->findChild<disposals::DisposePage *>()->begin();
    settle(300);
    shoot(*window, "dispose-interrupted");
    m_disposals->listed = {disposal::ItemPlace{"/srv", text("受給者名簿_令和2年度.xlsx")}, base::toPath(text("/home/yamada/写し_名簿.xlsx")),
                           base::toPath(text("/home/yamada/差し替えられた.docx")),
                           disposal::Asset{text("medium"), text("USBメモリ"), text("No.12"), {{text("importance"), text("II")}}}};
    m_disposals->refusals = {text("差し替えられた.docx")};
    click(*window, "廃棄に進む");
    settle(400);
    shoot(*window, "dispose-run");
    scrollDown(*window);
    shoot(*window, "dispose-run-below");
    click(*window, "上の一覧を見ました。元に戻せないことを承知しています");
    m_disposals->delay = 500;
    m_disposals->inUse = {text("写し_名簿.xlsx")};
    click(*window, "2件を廃棄する");
    settle(300);
    shoot(*window, "dispose-running");
    m_disposals->delay = 0;
    settle(1400);
    shoot(*window, "dispose-done");
    click(*window, "処置を記録する");
    m_disposals->addLine(12, "受給者名簿_令和2年度.xlsx", "shred");
    m_disposals->places = {{"/srv/fukushi", text("福祉課")}};
    settle(200);
    click(*window, "戻る");
    click(*window, "処置を記録する");
    settle(300);
    choose(*window, "どのように処置したか", "shred");
    write(*window, "立ち会った職員", "鈴木 一郎");
    window->findChild<disposals::StatementPage *>()->attach(base::toPath(text("/home/yamada/破砕の写真_No.12.jpg")));
    settle(100);
    shoot(*window, "dispose-statement");
    scrollDown(*window);
    shoot(*window, "dispose-statement-below");
    click(*window, "戻る");
    click(*window, "戻る");
    settle(300);
    m_disposals->unread = {text("人事：サーバーに届きません。")};
    m_disposals->requests = {request("r-2", false, {text("USBメモリ No.12")})};
    m_disposals->requests.front().state = approvals::State::Refused;
    m_disposals->requests.front().stateText = text("不許可");
    m_disposals->requests.front().comment = text("台帳の管理番号を書いてください。");
    again(*window, &Screens::click);
    settle(300);
    shoot(*window, "dispose-left");
    m_disposals->addLine(13, "相談記録_支援措置対象者の一覧（経過を含む）_令和2年度_確定版.docx");
    m_disposals->addLine(14, "窓口案内.pdf");
    click(*window, "廃棄記録簿");
    settle(500);
    shoot(*window, "dispose-register");
    scrollDown(*window);
    shoot(*window, "dispose-register-below");
    m_disposals->reviews = {{text("佐藤 花子"), QDateTime(QDate(2026, 11, 21), QTime(1, 0), Qt::UTC), 13, {}}};
    click(*window, "残る処置（1）");
    settle(200);
    shoot(*window, "dispose-register-open");
    click(*window, "確認済みにする");
    settle(200);
    shoot(*window, "dispose-signoff");
    click(*window, "確かめる");
    settle(300);
    shoot(*window, "dispose-proof");
    m_disposals->findings = {{text("back"), 12, text("/home/yamada/受給者名簿_令和2年度.xlsx"), disposal::sentenceOf(text("back"))},
                             {text("unfinished"), 14, text("/home/yamada/窓口案内.pdf"), disposal::sentenceOf(text("unfinished"))}};
    click(*window, "もう一度確かめる");
    settle(300);
    shoot(*window, "dispose-findings");
    click(*window, "戻る");
    click(*window, "戻る");
    m_disposals.reset();
}

} // namespace shirushi::screens
