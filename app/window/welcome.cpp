#include "window/welcome.h"

#include "widgets/answerbutton.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

Welcome::Welcome(const Theme &theme)
    : DoorPage(theme, tr("How do you want to begin?"), tr("This is asked once."), {})
{
    action()->hide();
    const auto add = [&](const QString &key, const QString &text, const QString &note, void (Welcome::*wanted)()) {
        auto *button = new AnswerButton(theme, key, text, note);
        column()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, wanted);
        return button;
    };
    auto *alone = add(QStringLiteral("1"), tr("Use it by myself"), tr("Rules, name, password: nothing more."), &Welcome::aloneWanted);
    add(QStringLiteral("2"), tr("Join my office"), tr("Your office uses Shirushi already. You make an application file, and the administrator answers with the roster."), &Welcome::joinWanted);
    add(QStringLiteral("3"), tr("Begin a new office"), tr("You become its administrator and add the others."), &Welcome::officeWanted);
    add(QStringLiteral("4"), tr("Check whether something may be sent"), tr("Without signing in and without any set-up. Nothing is recorded."), &Welcome::checkWanted);
    setFocusProxy(alone);
}

void Welcome::keyPressEvent(QKeyEvent *event)
{
    const auto buttons = findChildren<AnswerButton *>();
    for (AnswerButton *button : buttons) {
        if (button->key() == event->text()) {
            button->click();
            return;
        }
    }
    DoorPage::keyPressEvent(event);
}

} // namespace shirushi::window
