#include "window/peopleforms.h"

#include "classify/work.h"
#include "people/slot.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/choice.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "window/passwordhints.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

PeopleForm::PeopleForm(const Theme &theme, PeopleDesk &desk, const QString &title, const QString &action)
    : m_theme(theme), m_desk(desk), m_problem(new Notice(theme, NoticeTone::Wrong, {})), m_fields(new QWidget)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 10, 0, 10);
    outer->addWidget(new TextBlock(theme, TextKind::Lead, title));
    m_column = new QVBoxLayout(m_fields);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    outer->addWidget(m_fields);
    outer->addWidget(m_problem);
    auto *foot = new QHBoxLayout;
    auto *cancel = makeButton(tr("Cancel"), ButtonKind::Quiet);
    auto *carry = makeButton(action, ButtonKind::Plain);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(carry);
    outer->addLayout(foot);
    m_problem->hide();
    connect(cancel, &QPushButton::clicked, this, &PeopleForm::cancelled);
    connect(carry, &QPushButton::clicked, this, [this] { carryOut(); });
}

QLineEdit *PeopleForm::addLine(const QString &title, const QString &note, Field **field)
{
    auto *line = new QLineEdit;
    line->setMaxLength(200);
    *field = new Field(m_theme, title, line, note);
    m_column->addWidget(*field);
    connect(line, &QLineEdit::textEdited, *field, [field = *field] { field->setWrong({}); });
    return line;
}

QComboBox *PeopleForm::addRoles(const QString &chosen)
{
    auto *roles = new Choice(m_theme);
    for (const RoleChoice &role : m_desk.roles())
        roles->addItem(role.title, role.id);
    roles->setCurrentIndex(qMax(0, roles->findData(chosen)));
    m_column->addWidget(new Field(m_theme, tr("Position"), roles));
    return roles;
}

QLineEdit *PeopleForm::addPassword(const policy::PasswordRules &rules, std::function<people::PasswordOwner()> owner, Field **field)
{
    QLineEdit *line = addLine(tr("Temporary password"), tr("It must be changed at the first sign-in."), field);
    auto *hints = new PasswordHints(m_theme, line);
    hints->setRules(rules, std::move(owner));
    m_column->addWidget(hints);
    return line;
}

void PeopleForm::run(std::function<base::Result<void>()> deed, const QString &said)
{
    m_problem->hide();
    setEnabled(false);
    classify::inBackground(this, std::move(deed), [this, said](const base::Result<void> &result) {
        setEnabled(true);
        if (result) {
            Q_EMIT done(said);
            return;
        }
        m_problem->setText(result.error().message);
        m_problem->show();
    });
}

AddForm::AddForm(const Theme &theme, PeopleDesk &desk, const policy::PasswordRules &rules)
    : PeopleForm(theme, desk, tr("Add a person"), tr("Add(&A)"))
{
    Field *kana = nullptr;
    Field *department = nullptr;
    m_name = addLine(tr("Name"), {}, &m_nameField);
    m_kana = addLine(tr("Name in kana"), {}, &kana);
    m_department = addLine(tr("Section"), {}, &department);
    m_role = addRoles({});
    m_id = addLine(tr("User ID"), tr("Lower-case letters and digits, for example yamada"), &m_idField);
    m_id->setMaxLength(64);
    m_password = addPassword(rules, [this] { return people::PasswordOwner{m_id->text(), m_name->text(), m_kana->text()}; },
                             &m_passwordField);
    m_administrator = new CheckLine(theme, tr("May administer the office too"));
    column()->addWidget(m_administrator);
    setFocusProxy(m_name);
}

void AddForm::carryOut()
{
    const bool named = !m_name->text().trimmed().isEmpty();
    const bool identified = people::isValidId(m_id->text());
    const bool secret = !m_password->text().isEmpty();
    m_nameField->setWrong(named ? QString() : tr("Please enter a name."));
    m_idField->setWrong(identified ? QString() : tr("Only lower-case letters, digits, dot, hyphen and underscore."));
    m_passwordField->setWrong(secret ? QString() : tr("Please enter a password."));
    if (!named || !identified || !secret) {
        (!named ? m_name : !identified ? m_id : m_password)->setFocus(Qt::OtherFocusReason);
        return;
    }
    const NewMember member{m_id->text(), m_name->text().simplified(), m_kana->text().simplified(),
                           m_department->text().simplified(), m_role->currentData().toString(), m_administrator->isChecked()};
    auto password = std::make_shared<base::SecretBytes>(takePassword(m_password));
    run([desk = &desk(), member, password] { return desk->add(member, *password); }, tr("%1 was added.").arg(member.name));
}

AdmitForm::AdmitForm(const Theme &theme, PeopleDesk &desk, const base::Path &application)
    : PeopleForm(theme, desk, tr("Admit who applied"), tr("Admit(&A)")), m_application(application)
{
    column()->addWidget(new TextBlock(theme, TextKind::Body, base::toDisplay(application)));
    m_role = addRoles({});
    column()->addWidget(new TextBlock(theme, TextKind::Small,
                                      tr("Afterwards give them the roster file as the answer, and compare the fingerprint by telephone."), Ink::Dim));
    setFocusProxy(m_role);
}

void AdmitForm::carryOut()
{
    run([desk = &desk(), file = m_application, role = m_role->currentData().toString()] { return desk->admit(file, role); },
        tr("Admitted. Now save the roster and send it."));
}

RenewalForm::RenewalForm(const Theme &theme, PeopleDesk &desk, const base::Path &application, const Applied &applied)
    : PeopleForm(theme, desk, tr("New keys of %1").arg(applied.name), tr("Make them valid(&A)")), m_application(application),
      m_asked(new CheckLine(theme, tr("%1 was asked by telephone or face to face and made this application").arg(applied.name)))
{
    column()->addWidget(new TextBlock(theme, TextKind::Body, base::toDisplay(application)));
    column()->addWidget(new TextBlock(theme, TextKind::Body,
                                      tr("%1 (%2) has lost the password on another computer and made new keys there. The keys of "
                                         "before are not valid any more then. Whoever has the new keys acts as this person.")
                                          .arg(applied.name, applied.id)));
    m_askedField = new Field(theme, tr("Confirmation"), m_asked);
    m_asked->setAccessibleName(m_asked->text()); // says more than the title
    column()->addWidget(m_askedField);
    setFocusProxy(m_asked);
}

void RenewalForm::carryOut()
{
    m_askedField->setWrong(m_asked->isChecked() ? QString() : tr("Please ask first."));
    if (!m_asked->isChecked())
        return;
    run([desk = &desk(), file = m_application] { return desk->renewKeys(file); },
        tr("The new keys are valid. Now save the roster and send it."));
}

RoleForm::RoleForm(const Theme &theme, PeopleDesk &desk, const Member &member)
    : PeopleForm(theme, desk, tr("Position of %1").arg(member.name), tr("Change(&A)")), m_member(member),
      m_role(addRoles(member.role))
{
    setFocusProxy(m_role);
}

void RoleForm::carryOut()
{
    run([desk = &desk(), id = m_member.id, role = m_role->currentData().toString()] { return desk->setRole(id, role); },
        tr("The position of %1 was changed.").arg(m_member.name));
}

AccessForm::AccessForm(const Theme &theme, PeopleDesk &desk, const policy::PasswordRules &rules, const Member &member)
    : PeopleForm(theme, desk, tr("New access for %1").arg(member.name), tr("Issue(&A)")), m_member(member)
{
    m_password = addPassword(rules, [member] { return people::PasswordOwner{member.id, member.name, member.kana}; }, &m_passwordField);
    setFocusProxy(m_password);
}

void AccessForm::carryOut()
{
    if (m_password->text().isEmpty()) {
        m_passwordField->setWrong(tr("Please enter a password."));
        return;
    }
    auto password = std::make_shared<base::SecretBytes>(takePassword(m_password));
    run([desk = &desk(), id = m_member.id, password] { return desk->reissue(id, *password); },
        tr("%1 has a new access.").arg(m_member.name));
}

CloseForm::CloseForm(const Theme &theme, PeopleDesk &desk, const Member &member)
    : PeopleForm(theme, desk, tr("Close the account of %1").arg(member.name), tr("Close the account(&A)")), m_member(member)
{
    const auto open = desk.checklist(member.id);
    const bool isEmpty = open && open->isEmpty();
    column()->addWidget(new Notice(theme, isEmpty ? NoticeTone::Good : NoticeTone::Caution,
                                   !open     ? open.error().message
                                   : isEmpty ? tr("By the ledger nothing has to be given back.")
                                             : tr("This must be given back or seen through first"),
                                   open ? open->join(u'\n') : QString()));
    m_reason = addLine(tr("Reason"), tr("For example a transfer or retirement"), &m_reasonField);
    column()->addWidget(new TextBlock(theme, TextKind::Small,
                                      tr("Their key file is destroyed and the ledger gets a new key. This cannot be undone."), Ink::Dim));
    setFocusProxy(m_reason);
}

void CloseForm::carryOut()
{
    const QString reason = m_reason->text().simplified();
    m_reasonField->setWrong(reason.isEmpty() ? tr("Please enter a reason.") : QString());
    if (reason.isEmpty()) {
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    run([desk = &desk(), id = m_member.id, reason] { return desk->close(id, reason); },
        tr("The account of %1 was closed.").arg(m_member.name));
}

} // namespace shirushi::window
