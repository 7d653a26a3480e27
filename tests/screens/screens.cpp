// Renders every screen in Japanese to PNG, to be looked at: screens FOLDER [light|dark] [WIDTHxHEIGHT].
// For 200 % it is run with QT_SCALE_FACTOR=2; tests/screens/render runs all of them.
#include "app/fakeapprovals.h"
#include "app/fakedesk.h"
#include "app/fakereview.h"
#include "app/fakepeople.h"

#include "language/language.h"
#include "widgets/focusring.h"
#include "widgets/page.h"
#include "widgets/theme.h"
#include "window/codepage.h"
#include "window/joinpage.h"
#include "window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPixmap>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace shirushi;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

class Screens
{
public:
    Screens(widgets::Theme &theme, QDir folder, QSize size, QString ending)
        : m_theme(theme), m_folder(std::move(folder)), m_size(size), m_ending(std::move(ending))
    {
    }

    void home();
    void questions();
    void kameoka();
    void labelled();
    void several();
    void doors();
    void pages();
    void failures();
    void records();
    void findings();
    void approvals();

private:
    std::unique_ptr<window::MainWindow> openWindow(test::FakeDesk &desk);
    std::unique_ptr<window::MainWindow> openWindow(test::FakeDesk &desk, test::FakeReview &review);
    void shoot(QWidget &window, const char *name);
    static void settle(int milliseconds = 120) { QTest::qWait(milliseconds); }
    static void press(QWidget &window, const char *keys);
    static void click(QWidget &window, const char *name);
    static void signIn(QWidget &window);
    static void scrollDown(QWidget &window);

    widgets::Theme &m_theme;
    QDir m_folder;
    QSize m_size;
    QString m_ending;
    // Of the window that has none of its own.
    std::unique_ptr<test::FakeReview> m_review;
    std::unique_ptr<test::FakeApprovals> m_approvals;
};

std::unique_ptr<window::MainWindow> Screens::openWindow(test::FakeDesk &desk)
{
    m_review = std::make_unique<test::FakeReview>(desk.rules()->id);
    return openWindow(desk, *m_review);
}

std::unique_ptr<window::MainWindow> Screens::openWindow(test::FakeDesk &desk, test::FakeReview &review)
{
    if (!m_approvals)
        m_approvals = std::make_unique<test::FakeApprovals>(desk.rules()->id);
    auto window = std::make_unique<window::MainWindow>(m_theme, window::Desks{desk, desk, review, *m_approvals});
    window->resize(m_size);
    window->show();
    window->activateWindow();
    settle();
    return window;
}

void Screens::shoot(QWidget &window, const char *name)
{
    settle();
    if (!QApplication::focusWidget())
        qWarning("%s: nothing has the focus", name);
    window.grab().save(m_folder.filePath(QString::fromLatin1(name) + m_ending + QStringLiteral(".png")));
}

void Screens::press(QWidget &window, const char *keys)
{
    for (const char *key = keys; *key; ++key) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, *key);
        settle(30);
    }
}

void Screens::click(QWidget &window, const char *name)
{
    const QString wanted = text(name);
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->accessibleName() == wanted) {
            button->click();
            settle(60);
            return;
        }
    }
    qFatal("There is no button called %s.", name);
}

void Screens::scrollDown(QWidget &window)
{
    const auto areas = window.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas) {
        if (area->isVisible())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    }
    settle();
}

void Screens::signIn(QWidget &window)
{
    press(window, "correct horse");
    click(window, "開く");
    settle();
}

void Screens::home()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    auto window = openWindow(desk);
    signIn(*window);
    shoot(*window, "home-empty");
    desk.recent = {{base::toPath(text("/home/yamada/生活保護ケース記録_令和8年10月.docx")), QStringLiteral("buzen-council"),
                    {{QStringLiteral("confidentiality"), QStringLiteral("3B")}, {QStringLiteral("integrity"), QStringLiteral("2")},
                     {QStringLiteral("availability"), QStringLiteral("1")}}, QDateTime::currentDateTimeUtc()},
                   {base::toPath(text("/home/yamada/課内マニュアル（改訂案）.xlsx")), QStringLiteral("kameoka"),
                    {{QStringLiteral("importance"), QStringLiteral("II")}}, QDateTime::currentDateTimeUtc()}};
    window->lock();
    shoot(*window, "sign-in");
    press(*window, "wrong");
    click(*window, "開く");
    settle();
    shoot(*window, "sign-in-wrong");
    signIn(*window);
    shoot(*window, "home");
}

void Screens::questions()
{
    test::FakeDesk desk(QStringLiteral("mic-model"));
    auto window = openWindow(desk);
    signIn(*window);
    window->open({base::toPath(text("/home/yamada/相談記録_令和8年11月.docx"))});
    settle(250);
    shoot(*window, "question-source");
    press(*window, "1");
    shoot(*window, "question-first");
    press(*window, "NNN");
    shoot(*window, "question-yes-no");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    shoot(*window, "question-unknown");
    press(*window, "N");
    shoot(*window, "question-choice");
    press(*window, "4N1");
    press(*window, "?N");
    shoot(*window, "question-last");
    press(*window, "N");
    shoot(*window, "confirm");
    click(*window, "ファイルの名前");
    scrollDown(*window);
    shoot(*window, "confirm-below");
    click(*window, "ファイルの名前");
    click(*window, "別の分類にする");
    shoot(*window, "direct");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    settle();
    click(*window, "次へ");
    shoot(*window, "confirm-reason");
    click(*window, "戻る");
    click(*window, "戻る");
    click(*window, "分類を表示する");
    settle();
    shoot(*window, "result");
    click(*window, "元に戻す");
    settle();
    shoot(*window, "undone");
}

void Screens::kameoka()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    auto window = openWindow(desk);
    signIn(*window);
    const base::Path file = base::toPath(text("/home/yamada/古い台帳.jtd"));
    desk.notices[file] = {text("この種類のファイルは書き換えません。となりに添え札（.xmp）を置きました。")};
    window->open({file});
    settle(250);
    shoot(*window, "kameoka-question");
    press(*window, "1NN");
    shoot(*window, "kameoka-third");
    press(*window, "?");
    settle();
    shoot(*window, "kameoka-confirm");
    click(*window, "分類を表示する");
    settle();
    shoot(*window, "result-sidecar");
}

void Screens::labelled()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    auto window = openWindow(desk);
    signIn(*window);
    labelling::FileLabel file;
    file.path = base::toPath(text("/home/yamada/照会回答.docx"));
    file.status = labelling::FileStatus::Labelled;
    file.source = labelling::LabelSource::Embedded;
    file.label.emplace();
    file.label->policy = QStringLiteral("buzen-council");
    file.label->classes = {{QStringLiteral("confidentiality"), QStringLiteral("2")}, {QStringLiteral("integrity"), QStringLiteral("1")},
                           {QStringLiteral("availability"), QStringLiteral("1")}};
    file.label->labelledBy = QStringLiteral("sato");
    file.label->labelledAt = QDateTime(QDate(2026, 11, 2), QTime(5, 30), Qt::UTC);
    file.label->publishOn = QDate(2026, 1, 10);
    file.label->restrictions = {text("必要以上の複製及び配付禁止")};
    file.content = labelling::ContentState::Changed;
    file.foreign = {{QStringLiteral("Microsoft Purview"), QStringLiteral("Confidential – Internal only")}};
    desk.files[file.path] = file;
    window->open({file.path});
    settle(250);
    shoot(*window, "labelled");
    click(*window, "下げる");
    shoot(*window, "lowering");
    scrollDown(*window);
    shoot(*window, "lowering-below");
    labelling::FileLabel other = file;
    other.path = base::toPath(text("/home/yamada/亀岡市からの資料.pdf"));
    other.label->policy = QStringLiteral("kameoka");
    other.label->classes = {{QStringLiteral("importance"), QStringLiteral("I")}};
    other.foreign.clear();
    other.label->publishOn = {};
    desk.files[other.path] = other;
    window->open({other.path});
    settle(250);
    shoot(*window, "labelled-other-rules");
}

void Screens::several()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    auto window = openWindow(desk);
    signIn(*window);
    std::vector<base::Path> paths;
    for (const char *name : {"受給者名簿_本町.xlsx", "受給者名簿_西町.xlsx", "講座申込書（20人分）.pdf", "財政課_照会回答.docx",
                             "古い台帳.jtd", "行事の写真.jpg", "打合せメモ.odt", "予算（案）.ods", "条例の公布原本.pdf",
                             "庁内の電話当番表.xlsx", "広報の下書き.docx"})
        paths.push_back(base::toPath(text("/home/yamada/") + text(name)));
    const base::Path locked = paths[4];
    desk.failures[locked] = {base::ErrorCode::InUse, base::toDisplay(locked), text("ほかのソフトで開かれています。閉じてから、もう一度行ってください。"), {}};
    labelling::FileLabel labelled;
    labelled.path = paths[3];
    labelled.status = labelling::FileStatus::Labelled;
    labelled.label.emplace();
    labelled.label->policy = QStringLiteral("buzen-council");
    labelled.label->classes = {{QStringLiteral("confidentiality"), QStringLiteral("2")}, {QStringLiteral("integrity"), QStringLiteral("1")},
                               {QStringLiteral("availability"), QStringLiteral("1")}};
    window->open(paths);
    settle(300);
    shoot(*window, "several");
    QTableView *table = nullptr;
    const auto views = window->findChildren<QTableView *>();
    for (QTableView *view : views)
        table = view->isVisible() ? view : table;
    click(*window, "全部に印を付ける");
    QTimer::singleShot(300, window.get(), [this] {
        if (QWidget *menu = QApplication::activePopupWidget()) {
            menu->grab().save(m_folder.filePath(QStringLiteral("several-source") + m_ending + QStringLiteral(".png")));
            QTest::keyClick(menu, Qt::Key_1);
        }
    });
    click(*window, "入手元を選ぶ");
    settle();
    shoot(*window, "several-ticked");
    click(*window, "分類を選ぶ");
    press(*window, " ");
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        press(*window, " ");
    }
    shoot(*window, "several-direct");
    click(*window, "次へ");
    settle();
    shoot(*window, "several-confirm");
    click(*window, "この分類にする");
    table->clearSelection();
    table->selectRow(0);
    table->selectRow(2);
    shoot(*window, "several-decided");
    desk.delay = 250;
    click(*window, "分類を表示する");
    settle(1300);
    shoot(*window, "several-working");
    click(*window, "中止");
    settle(600);
    shoot(*window, "several-stopped");
    desk.files[labelled.path] = labelled;
    window->open({paths.begin(), paths.begin() + 5});
    settle(300);
    shoot(*window, "several-labelled");
}

void Screens::doors()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    desk.founded = false;
    auto window = openWindow(desk);
    settle(400);
    shoot(*window, "first-start");
    click(*window, "職場を新しく作る");
    settle(400);
    shoot(*window, "first-start-office");
    click(*window, "始める");
    shoot(*window, "first-start-wrong");
    click(*window, "戻る");
    click(*window, "職場に参加する");
    shoot(*window, "join");
    desk.applied = true;
    window = openWindow(desk);
    window->findChild<window::AnswerPage *>()->take("/tmp/roster.json");
    shoot(*window, "join-answer");
    desk.applied = false;
    desk.founded = desk.temporary = true;
    window = openWindow(desk);
    click(*window, "パスワードをなくしたとき…");
    shoot(*window, "password-lost");
    click(*window, "戻る");
    signIn(*window);
    for (QLineEdit *line : window->findChildren<QLineEdit *>()) {
        if (line->isVisible() && line->accessibleName() == text("新しいパスワード"))
            line->setText(text("Kumo-ga-3tsu"));
    }
    shoot(*window, "password-temporary");
    const window::Founded founded{text("VYBF-0DV1-S05W-NB5E-BW09-4TMK-GWG"), desk.fingerprint};
    window::CodePage code(m_theme, founded);
    code.resize(m_size);
    code.show();
    code.setFocus();
    shoot(code, "recovery-code");
}

void Screens::pages()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "設定");
    shoot(*window, "settings");
    test::FakePeople people;
    desk.administration = &people;
    click(*window, "ヘルプ (F1)");
    click(*window, "設定");
    scrollDown(*window);
    shoot(*window, "settings-people");
    auto *table = window->findChild<QTableView *>(text("people"));
    table->selectRow(0);
    click(*window, "アカウントを閉じる…");
    scrollDown(*window);
    shoot(*window, "settings-close");
    desk.administration = nullptr;
    click(*window, "ヘルプ (F1)");
    shoot(*window, "help");
}

void Screens::failures()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    auto window = openWindow(desk);
    signIn(*window);
    labelling::FileLabel file;
    file.path = base::toPath(text("/home/yamada/壊れた資料.docx"));
    file.status = labelling::FileStatus::Unreadable;
    file.problem = base::Error{base::ErrorCode::NotWritable, {}, text("このファイルを読む権限がありません。"), {}};
    desk.files[file.path] = file;
    window->open({file.path});
    settle(250);
    shoot(*window, "unreadable");
    const base::Path inUse = base::toPath(text("/home/yamada/開いている資料.docx"));
    desk.failures[inUse] = {base::ErrorCode::InUse, base::toDisplay(inUse), text("ほかのソフトで開かれています。閉じてから、もう一度行ってください。"), {}};
    window->open({inUse});
    settle(250);
    press(*window, "1YNNNN");
    settle();
    click(*window, "分類を表示する");
    settle();
    shoot(*window, "failed");
}

// A fiscal year of an office of two.
void fill(test::FakeReview &review)
{
    const QDate today = QDate::currentDate();
    const QDate start(today.month() < 4 ? today.year() - 1 : today.year(), 4, 1);
    const char *levels[] = {"I", "II", "II", "III"};
    const char *names[] = {"相談票_令和2年度.pdf", "事業計画（案）.docx", "受給者名簿_本町.xlsx", "行事予定.xlsx", "打合せメモ.odt"};
    int number = 0;
    for (QDate day = start; day < today; day = day.addDays(1 + number % 3), ++number) {
        const QString file = text("/home/yamada/") + text(names[number % 5]);
        const QDateTime at(day, QTime(9 + number % 8, (number * 7) % 60));
        ledger::Entry &entry = review.label(file, {{text("importance"), text(levels[number % 4])}}, at.toUTC(),
                                            number % 3 == 0 ? text("sato") : text("yamada"));
        if (number % 7 == 0)
            entry.draft.reason = text("公表したため");
        if (number % 5 == 4)
            entry.draft.before = QJsonObject{{text("policy"), text("kameoka")},
                                             {text("classes"), QJsonObject{{text("importance"), text("I")}}}};
        if (number % 6 == 5)
            review.add(text("question"), file, at.addSecs(60).toUTC());
    }
    review.add(text("label-removed"), text("/home/yamada/") + text(names[0]), QDateTime::currentDateTimeUtc()).draft.reason =
        text("保存期間が満了したため");
}

void Screens::records()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    test::FakeReview review(QStringLiteral("kameoka"));
    review.formats = {review::ExportFormat::Csv, review::ExportFormat::Pdf, review::ExportFormat::JsonLines};
    fill(review);
    auto window = openWindow(desk, review);
    signIn(*window);
    settle(300);
    shoot(*window, "header-whole");
    click(*window, "記録");
    settle(300);
    shoot(*window, "records");
    scrollDown(*window);
    shoot(*window, "records-below");
    click(*window, "このファイルだけ");
    settle(300);
    shoot(*window, "records-one-file");
    click(*window, "確認済みにする");
    settle(200);
    shoot(*window, "records-sign-off");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    settle(300);
    shoot(*window, "records-signed-off");
    review.delay = 3000;
    click(*window, "もう一度確かめる");
    settle(700);
    shoot(*window, "records-checking");
    click(*window, "中止");
}

void Screens::findings()
{
    test::FakeDesk desk(QStringLiteral("kameoka"));
    test::FakeReview review(QStringLiteral("kameoka"));
    fill(review);
    review.shared = true;
    review.foundAtOpening = {{ledger::FindingKind::EntryChanged, 12, {}, {}}};
    review.foundByLooking = {{ledger::FindingKind::EntryChanged, 12, {}, {}}, {ledger::FindingKind::EntryMissing, 31, {}, {}},
                             {ledger::FindingKind::SlotChanged, 0, text("sato"), {}}};
    auto window = openWindow(desk, review);
    signIn(*window);
    settle(300);
    shoot(*window, "read-only");
    click(*window, "台帳 要確認");
    settle(300);
    shoot(*window, "findings");
    click(*window, "記録12番を見る");
    settle(300);
    shoot(*window, "findings-entry");
}

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
    m_approvals.reset();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("LANG", "ja_JP.UTF-8");
    qputenv("LC_ALL", "ja_JP.UTF-8");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        qWarning("usage: screens FOLDER [light|dark] [WIDTHxHEIGHT]");
        return 2;
    }
    language::install(application);
    widgets::Theme theme(application);
    const widgets::FocusRing ring(theme);
    const bool dark = arguments.value(2) == QStringLiteral("dark");
    theme.setLook(dark ? widgets::Look::Dark : widgets::Look::Light);
    const QStringList size = arguments.value(3, QStringLiteral("1180x760")).split(QLatin1Char('x'));
    QDir folder(arguments[1]);
    folder.mkpath(QStringLiteral("."));
    const QString ending = QStringLiteral("-%1-%2-%3").arg(dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                                         size.value(0), QString::number(qRound(application.devicePixelRatio() * 100)));
    Screens screens(theme, folder, QSize(size.value(0).toInt(), size.value(1).toInt()), ending);
    screens.home();
    screens.questions();
    screens.kameoka();
    screens.labelled();
    screens.several();
    screens.doors();
    screens.pages();
    screens.failures();
    screens.records();
    screens.findings();
    screens.approvals();
    return 0;
}
