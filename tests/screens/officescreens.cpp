// The door, the settings and the help.
#include "screens/screens.h"

#include "window/codepage.h"
#include "window/joinpage.h"

#include <QLineEdit>
#include <QTableView>

namespace shirushi::screens {

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
    desk.joined = desk.waiting = true;
    window = openWindow(desk);
    shoot(*window, "renewal-waiting");
    click(*window, "名簿が届いた");
    shoot(*window, "renewal-answer");
    window->findChild<window::AnswerPage *>()->take(base::toPath(text("/home/yamada/ダウンロード/roster.json")));
    shoot(*window, "renewal-roster");
    click(*window, "戻る");
    click(*window, "パスワードをなくしたとき…");
    shoot(*window, "password-lost-joined");
    desk.joined = desk.waiting = false;
    window = openWindow(desk);
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
    scrollDown(*window);
    shoot(*window, "settings-office");
    test::FakePeople people;
    desk.administration = &people;
    click(*window, "ヘルプ (F1)");
    click(*window, "設定");
    scrollDown(*window);
    shoot(*window, "settings-people");
    auto *table = window->findChild<QTableView *>(text("people"));
    table->selectRow(0);
    click(*window, "代決…");
    scrollDown(*window);
    shoot(*window, "settings-deputy");
    click(*window, "アカウントを閉じる…");
    scrollDown(*window);
    shoot(*window, "settings-close");
    desk.administration = nullptr;
    click(*window, "ヘルプ (F1)");
    shoot(*window, "help");
}

} // namespace shirushi::screens
