// 記録.
#include "screens/screens.h"

#include <QApplication>

namespace shirushi::screens {

namespace {

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

} // namespace

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
    review.administers = true;
    click(*window, "もう一度確かめる");
    settle(300);
    click(*window, "調べた結果を受け入れて書込みを再開する…");
    settle();
    shoot(*window, "findings-accept");
    press(*window, "x");
    click(*window, "調べた結果を受け入れて書込みを再開する");
    settle(300);
    shoot(*window, "findings-accepted");
}

} // namespace shirushi::screens
