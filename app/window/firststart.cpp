#include "window/firststart.h"

#include "classify/work.h"
#include "people/slot.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/textblock.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace shirushi::window {

using namespace widgets;

namespace {

constexpr int shortestPassword = 10; // characters

} // namespace

FirstStart::FirstStart(const Theme &theme, FrontDoor &door)
    : DoorPage(theme, tr("Before you begin"),
               tr("Choose the rules of your office and say who you are. This is asked once."), tr("Begin(&S)")),
      m_door(door), m_rules(new Choice(theme)), m_role(new Choice(theme)),
      m_rulesNote(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    column()->addWidget(new Field(theme, tr("Rules"), m_rules));
    column()->addWidget(m_rulesNote);
    m_name = addLine(tr("Your name"), {}, &m_nameField);
    auto *position = new Field(theme, tr("Your position"), m_role);
    pair(m_nameField, position);
    m_id = addLine(tr("User ID"), tr("Lower-case letters and digits, for example yamada"), &m_idField);
    m_password = addPassword(tr("Password"), tr("At least %n characters", nullptr, shortestPassword), &m_passwordField);
    m_again = addPassword(tr("Password once more"), tr("The same again"), &m_againField);
    pair(m_passwordField, m_againField);
    column()->addWidget(new TextBlock(theme, TextKind::Small,
                                      tr("Nobody can read your password out or replace it: keep it well."), Ink::Dim));
    m_id->setMaxLength(64);
    action()->setEnabled(false);
    connect(m_rules, &QComboBox::currentIndexChanged, this, &FirstStart::showRoles);
    connect(action(), &QPushButton::clicked, this, &FirstStart::begin);
    setFocusProxy(m_rules);
}

// The packs are read once the window stands, so that it stands soon.
void FirstStart::paintEvent(QPaintEvent *event)
{
    DoorPage::paintEvent(event);
    if (!std::exchange(m_loading, true))
        QTimer::singleShot(0, this, &FirstStart::loadRules);
}

void FirstStart::loadRules()
{
    classify::inBackground(this, [door = &m_door] { return door->offeredRules(); },
                           [this](const std::vector<std::shared_ptr<const policy::Pack>> &packs) { showRules(packs); });
}

void FirstStart::showRules(const std::vector<std::shared_ptr<const policy::Pack>> &packs)
{
    m_packs = packs;
    m_rules->clear();
    for (const auto &pack : packs)
        m_rules->addItem(inWindowLanguage(pack->title), pack->id);
    action()->setEnabled(!packs.empty());
    setProblem(packs.empty() ? tr("No rules are installed.") : QString());
}

void FirstStart::showRoles()
{
    m_role->clear();
    const int row = m_rules->currentIndex();
    if (row < 0)
        return;
    const policy::Pack &pack = *m_packs[static_cast<std::size_t>(row)];
    m_rulesNote->setText(inWindowLanguage(pack.notice));
    m_rulesNote->setVisible(!pack.notice.isEmpty());
    for (const policy::Role &role : pack.roles) {
        if (!role.absent)
            m_role->addItem(inWindowLanguage(role.title), role.id);
    }
    // Most of those who begin are of the first role that the policy is for.
    if (!pack.appliesTo.isEmpty())
        m_role->setCurrentIndex(qMax(0, m_role->findData(pack.appliesTo.front())));
}

bool FirstStart::check()
{
    const bool named = !m_name->text().trimmed().isEmpty();
    const bool identified = people::isValidId(m_id->text());
    const bool longEnough = m_password->text().size() >= shortestPassword;
    const bool alike = m_password->text() == m_again->text();
    m_nameField->setWrong(named ? QString() : tr("Please enter your name."));
    m_idField->setWrong(identified ? QString() : tr("Only lower-case letters, digits, dot, hyphen and underscore."));
    m_passwordField->setWrong(longEnough ? QString()
                                         : tr("The password is too short: %n characters are needed.", nullptr, shortestPassword));
    m_againField->setWrong(alike ? QString() : tr("The two passwords are not alike."));
    QLineEdit *first = !named ? m_name : !identified ? m_id : !longEnough ? m_password : !alike ? m_again : nullptr;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void FirstStart::begin()
{
    if (!check() || m_rules->currentIndex() < 0)
        return;
    auto beginning = std::make_shared<Beginning>(Beginning{m_rules->currentData().toString(), m_id->text(),
                                                           m_name->text().simplified(), m_role->currentData().toString(),
                                                           takePassword(m_password)});
    m_again->clear();
    setProblem({});
    setBusy(true, tr("Setting up …"));
    classify::inBackground(this, [door = &m_door, beginning] { return door->setUp(*beginning); },
                           [this](const base::Result<void> &result) {
                               setBusy(false);
                               if (result)
                                   Q_EMIT done();
                               else
                                   setProblem(result.error().message);
                           });
}

} // namespace shirushi::window
