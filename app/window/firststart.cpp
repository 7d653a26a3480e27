#include "window/firststart.h"

#include "classify/work.h"
#include "people/slot.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/textblock.h"
#include "window/passwordhints.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace shirushi::window {

using namespace widgets;

namespace {

// Who works alone is not asked for an id: the computer's account has one.
QString idOfThisAccount()
{
    const QString account = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME")).toLower();
    return people::isValidId(account) ? account : QStringLiteral("me");
}

} // namespace

FirstStart::FirstStart(const Theme &theme, FrontDoor &door, Way way)
    : DoorPage(theme, way == Way::Alone ? tr("Use it by myself") : tr("Begin a new office"),
               way == Way::Alone ? tr("Choose the rules of your office and say who you are. This is asked once.")
                                 : tr("You become the administrator of the office and add the others afterwards."),
               tr("Begin(&S)")),
      m_door(door), m_way(way), m_rules(new Choice(theme)), m_role(new Choice(theme)),
      m_rulesNote(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    column()->addWidget(new Field(theme, tr("Rules"), m_rules));
    column()->addWidget(m_rulesNote);
    m_name = addLine(tr("Your name"), {}, &m_nameField);
    auto *position = new Field(theme, tr("Your position"), m_role);
    column()->addWidget(position);
    position->hide();
    if (way == Way::Office) {
        position->show();
        pair(m_nameField, position);
        addOfficeFields();
    }
    m_password = addPassword(tr("Password"), {}, &m_passwordField);
    m_again = addPassword(tr("Password once more"), {}, &m_againField);
    pair(m_passwordField, m_againField);
    m_hints = new PasswordHints(theme, m_password);
    column()->addWidget(m_hints);
    column()->addWidget(new TextBlock(theme, TextKind::Small,
                                      tr("Nobody can read your password out or replace it: keep it well."), Ink::Dim));
    addBack();
    action()->setEnabled(false);
    connect(m_rules, &QComboBox::currentIndexChanged, this, &FirstStart::showRoles);
    connect(action(), &QPushButton::clicked, this, &FirstStart::begin);
    setFocusProxy(m_rules);
}

void FirstStart::addOfficeFields()
{
    Field *kana = nullptr;
    Field *department = nullptr;
    Field *office = nullptr;
    m_kana = addLine(tr("Name in kana"), {}, &kana);
    m_department = addLine(tr("Section"), {}, &department);
    pair(kana, department);
    m_id = addLine(tr("User ID"), tr("Lower-case letters and digits, for example yamada"), &m_idField);
    m_id->setMaxLength(64);
    m_office = addLine(tr("Name of the office"), {}, &office);
    pair(m_idField, office);
}

people::PasswordOwner FirstStart::owner() const
{
    return {m_id ? m_id->text() : idOfThisAccount(), m_name->text(), m_kana ? m_kana->text() : QString()};
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
    m_hints->setRules(pack.passwords, [this] { return owner(); });
}

bool FirstStart::check()
{
    const bool named = !m_name->text().trimmed().isEmpty();
    const bool identified = !m_id || people::isValidId(m_id->text());
    m_hints->look();
    const bool allowed = m_hints->isAllowed();
    const bool alike = m_password->text() == m_again->text();
    m_nameField->setWrong(named ? QString() : tr("Please enter your name."));
    if (m_idField)
        m_idField->setWrong(identified ? QString() : tr("Only lower-case letters, digits, dot, hyphen and underscore."));
    m_passwordField->setWrong(allowed ? QString() : m_hints->firstProblem());
    m_againField->setWrong(alike ? QString() : tr("The two passwords are not alike."));
    QLineEdit *first = !named ? m_name : !identified ? m_id : !allowed ? m_password : !alike ? m_again : nullptr;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void FirstStart::begin()
{
    if (!check() || m_rules->currentIndex() < 0)
        return;
    const auto textOf = [](const QLineEdit *line) { return line ? line->text().simplified() : QString(); };
    auto beginning = std::make_shared<Beginning>(Beginning{m_rules->currentData().toString(), owner().id,
                                                           m_name->text().simplified(), m_role->currentData().toString(),
                                                           takePassword(m_password), m_way == Way::Alone, textOf(m_kana),
                                                           textOf(m_department), textOf(m_office)});
    m_again->clear();
    setProblem({});
    setBusy(true, tr("Setting up …"));
    classify::inBackground(this, [door = &m_door, beginning] { return door->setUp(*beginning); },
                           [this](const base::Result<Founded> &result) {
                               setBusy(false);
                               if (result)
                                   Q_EMIT done(*result);
                               else
                                   setProblem(result.error().message);
                           });
}

} // namespace shirushi::window
