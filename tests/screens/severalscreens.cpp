// 分類する: several files.
#include "screens/screens.h"

#include <QApplication>
#include <QTableView>
#include <QTimer>

namespace shirushi::screens {

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
    desk.delay = 0;
    desk.objection = QStringLiteral("no-request");
    for (std::size_t i = 1; i < 4; ++i)
        desk.failures[paths[i]] = {base::ErrorCode::Forbidden, base::toDisplay(paths[i]), text("これはまだだれも申請していません。"), {}};
    click(*window, "全部に印を付ける");
    click(*window, "分類を選ぶ");
    press(*window, " ");
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        press(*window, " ");
    }
    click(*window, "次へ");
    settle();
    click(*window, "この分類にする");
    click(*window, "分類を表示する");
    settle(900);
    shoot(*window, "several-refused");
}

} // namespace shirushi::screens
