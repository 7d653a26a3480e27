// 分類する: one file, the questions, the ways they end.
#include "screens/screens.h"

#include <QApplication>
#include <QScrollArea>

namespace shirushi::screens {

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
    window->open({file.path});
    settle(250);
    click(*window, "分類の表示を外す…");
    settle();
    shoot(*window, "removal");
    press(*window, "x");
    desk.hadMark = true;
    click(*window, "分類の表示を外す");
    settle();
    shoot(*window, "removal-done");
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

} // namespace shirushi::screens
