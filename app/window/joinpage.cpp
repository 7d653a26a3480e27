#include "window/joinpage.h"

#include "classify/work.h"
#include "people/slot.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/textblock.h"
#include "window/passwordhints.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

JoinPage::JoinPage(const Theme &theme, FrontDoor &door)
    : DoorPage(theme, tr("Join my office"),
               tr("Shirushi makes an application file for you. The administrator decides on your role and answers with the "
                  "office's roster."),
               tr("Make the application(&S)")),
      m_door(door)
{
    Field *kana = nullptr;
    Field *department = nullptr;
    m_name = addLine(tr("Your name"), {}, &m_nameField);
    m_kana = addLine(tr("Name in kana"), {}, &kana);
    pair(m_nameField, kana);
    m_department = addLine(tr("Section"), {}, &department);
    m_id = addLine(tr("User ID"), tr("Lower-case letters and digits, for example yamada"), &m_idField);
    m_id->setMaxLength(64);
    pair(department, m_idField);
    m_password = addPassword(tr("Password"), {}, &m_passwordField);
    m_again = addPassword(tr("Password once more"), {}, &m_againField);
    pair(m_passwordField, m_againField);
    m_hints = new PasswordHints(theme, m_password);
    m_hints->setRules({}, [this] { return owner(); });
    column()->addWidget(m_hints);
    addBack();
    connect(action(), &QPushButton::clicked, this, &JoinPage::apply);
    setFocusProxy(m_name);
}

people::PasswordOwner JoinPage::owner() const
{
    return {m_id->text(), m_name->text(), m_kana->text()};
}

bool JoinPage::check()
{
    m_hints->look();
    const bool named = !m_name->text().trimmed().isEmpty();
    const bool identified = people::isValidId(m_id->text());
    const bool allowed = m_hints->isAllowed();
    const bool alike = m_password->text() == m_again->text();
    m_nameField->setWrong(named ? QString() : tr("Please enter your name."));
    m_idField->setWrong(identified ? QString() : tr("Only lower-case letters, digits, dot, hyphen and underscore."));
    m_passwordField->setWrong(allowed ? QString() : m_hints->firstProblem());
    m_againField->setWrong(alike ? QString() : tr("The two passwords are not alike."));
    QLineEdit *first = !named ? m_name : !identified ? m_id : !allowed ? m_password : !alike ? m_again : nullptr;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void JoinPage::apply()
{
    if (!check())
        return;
    auto applicant = std::make_shared<Applicant>(Applicant{m_id->text(), m_name->text().simplified(),
                                                           m_kana->text().simplified(), m_department->text().simplified(),
                                                           takePassword(m_password)});
    m_again->clear();
    setProblem({});
    setBusy(true, tr("Making the keys …"));
    classify::inBackground(this, [door = &m_door, applicant] { return door->apply(*applicant); },
                           [this](const base::Result<base::Path> &result) {
                               setBusy(false);
                               if (result)
                                   Q_EMIT done();
                               else
                                   setProblem(result.error().message);
                           });
}

AnswerPage::AnswerPage(const Theme &theme, FrontDoor &door, Way way)
    : DoorPage(theme, tr("Waiting for the administrator's answer"),
               way == Way::Joining
                   ? tr("Send this file to the administrator by mail or hand it over. It holds no secret:")
                   : tr("The new keys are made. Send this file to the administrator by mail or hand it over, and say by telephone "
                        "that it is from you. It holds no secret:"),
               way == Way::Joining ? tr("Join(&S)") : tr("Open(&S)")),
      m_door(door), m_way(way), m_office(new TextBlock(theme, TextKind::Heading)), m_fingerprint(new TextBlock(theme, TextKind::Lead)),
      m_compared(new CheckLine(theme, tr("Compared with the administrator by telephone: it is the same")))
{
    column()->addWidget(new TextBlock(theme, TextKind::Body, base::toDisplay(door.application())));
    column()->addSpacing(10);
    auto *choose = makeButton(tr("Open the roster that came as the answer(&O)"), ButtonKind::Plain);
    column()->addWidget(choose, 0, Qt::AlignLeft);
    column()->addWidget(m_office);
    column()->addWidget(m_fingerprint);
    column()->addWidget(m_compared);
    m_password = addPassword(way == Way::Joining ? tr("Your password") : tr("Your new password"), {}, &m_passwordField);
    showRoster(false);
    addOther(way == Way::Joining ? tr("Begin anew(&B)") : tr("Back(&B)"));
    connect(choose, &QPushButton::clicked, this, &AnswerPage::choose);
    connect(m_compared, &QAbstractButton::toggled, action(), &QWidget::setEnabled);
    connect(action(), &QPushButton::clicked, this, &AnswerPage::join);
    setFocusProxy(choose);
}

void AnswerPage::choose()
{
    const QString chosen = QFileDialog::getOpenFileName(this, tr("The office's roster"), {}, QStringLiteral("JSON (*.json)"));
    if (!chosen.isEmpty())
        take(base::toPath(chosen));
}

void AnswerPage::take(const base::Path &roster)
{
    const auto answer = m_door.readAnswer(roster);
    setProblem(answer ? QString() : answer.error().message);
    m_compared->setChecked(false);
    showRoster(answer.has_value());
    if (!answer)
        return;
    m_roster = roster;
    if (m_way == Way::Renewal) {
        m_office->setText(base::toDisplay(roster));
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_office->setText(answer->office.isEmpty() ? tr("Fingerprint of the office") : tr("Fingerprint of the office: %1").arg(answer->office));
    m_fingerprint->setText(answer->fingerprint);
    m_compared->setFocus(Qt::OtherFocusReason);
}

// The root key of an office that is set up here is known: nothing is to be compared.
void AnswerPage::showRoster(bool isRead)
{
    const bool isJoining = m_way == Way::Joining;
    m_office->setVisible(isRead);
    m_fingerprint->setVisible(isRead && isJoining);
    m_compared->setVisible(isRead && isJoining);
    m_passwordField->setVisible(isRead);
    action()->setEnabled(isRead && !isJoining);
}

void AnswerPage::join()
{
    if (m_password->text().isEmpty()) {
        m_passwordField->setWrong(tr("Please enter your password."));
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    auto password = std::make_shared<base::SecretBytes>(takePassword(m_password));
    setProblem({});
    setBusy(true, tr("Opening …"));
    const auto take = [door = &m_door, way = m_way, roster = m_roster, password] {
        return way == Way::Joining ? door->join(roster, *password) : door->finishRenewal(roster, *password);
    };
    classify::inBackground(this, take,
                           [this](const base::Result<void> &result) {
                               setBusy(false);
                               if (result)
                                   Q_EMIT done();
                               else
                                   setProblem(result.error().message);
                           });
}

} // namespace shirushi::window
