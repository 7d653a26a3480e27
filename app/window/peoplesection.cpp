#include "window/peoplesection.h"

#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/chipdelegate.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"
#include "window/deputyform.h"
#include "window/membermodel.h"
#include "window/peopleforms.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

PeopleSection::PeopleSection(const Theme &theme, PeopleDesk &desk, const policy::PasswordRules &rules)
    : m_theme(theme), m_desk(desk), m_rules(rules), m_layout(new QVBoxLayout(this)), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_members(new MemberModel(this)), m_list(new Table(theme)), m_formPlace(new QVBoxLayout),
      m_paper(new CheckLine(theme, tr("Decisions made on paper may be recorded"))),
      m_shared(new CheckLine(theme, tr("Who asks may approve where it cannot be helped"),
                             tr("With a reason; the record stays open until somebody countersigns it."))),
      m_fingerprint(new TextBlock(theme, TextKind::Lead))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(new TextBlock(theme, TextKind::Heading, tr("People")));
    m_layout->addWidget(m_said);
    m_said->hide();
    addList();
    m_layout->addLayout(m_formPlace);
    addOffice();
    refresh();
}

void PeopleSection::addList()
{
    m_list->setModel(m_members);
    m_list->setItemDelegate(new ChipDelegate(m_theme, MemberModel::NameColumn, m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setObjectName(QStringLiteral("people"));
    m_list->setAccessibleName(tr("People"));
    m_list->setFittedRows(8);
    m_list->setColumnWidth(MemberModel::NameColumn, 210);
    m_list->setColumnWidth(MemberModel::DepartmentColumn, 130);
    m_list->setColumnWidth(MemberModel::RoleColumn, 230);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_layout->addWidget(m_list);
    auto *row = new WrapRow;
    const auto add = [&](const QString &text, bool needsChoice, auto deed) {
        auto *button = makeButton(text, ButtonKind::Small);
        row->addWidget(button);
        if (needsChoice)
            m_forChosen.push_back(button);
        connect(button, &QPushButton::clicked, this, deed);
    };
    add(tr("Add a person …"), false, [this] { show(new AddForm(m_theme, m_desk, m_rules)); });
    add(tr("Admit …"), false, [this] { admit(); });
    add(tr("Position …"), true, [this] { show(new RoleForm(m_theme, m_desk, *chosen())); });
    add(tr("Deputy …"), true, [this] { show(new DeputyForm(m_theme, m_desk, *chosen())); });
    add(tr("New access …"), true, [this] { show(new AccessForm(m_theme, m_desk, m_rules, *chosen())); });
    add(tr("Close the account …"), true, [this] { show(new CloseForm(m_theme, m_desk, *chosen())); });
    m_layout->addLayout(row);
    const auto enable = [this] {
        for (QPushButton *button : m_forChosen)
            button->setEnabled(chosen() != nullptr);
    };
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    connect(m_members, &QAbstractItemModel::modelReset, this, enable);
}

void PeopleSection::addOffice()
{
    m_layout->addSpacing(10);
    m_layout->addWidget(m_paper);
    m_layout->addWidget(m_shared);
    for (CheckLine *line : {m_paper, m_shared})
        connect(line, &QAbstractButton::clicked, this, &PeopleSection::setSwitches);
    m_layout->addSpacing(10);
    m_layout->addWidget(new TextBlock(m_theme, TextKind::Heading, tr("Fingerprint of the office")));
    m_layout->addWidget(m_fingerprint);
    auto *row = new WrapRow;
    auto *roster = makeButton(tr("Save the roster …"), ButtonKind::Small);
    auto *code = makeButton(tr("Make a new recovery code"), ButtonKind::Small);
    row->addWidget(roster);
    row->addWidget(code);
    m_layout->addLayout(row);
    connect(roster, &QPushButton::clicked, this, &PeopleSection::saveRoster);
    connect(code, &QPushButton::clicked, this, &PeopleSection::makeCode);
}

void PeopleSection::refresh()
{
    m_members->setMembers(m_desk.members());
    m_list->updateGeometry();
    const Switches switches = m_desk.switches();
    m_paper->setChecked(switches.paperDecisions);
    m_shared->setChecked(switches.sharedDuties);
    m_shared->setVisible(switches.maySharedDuties);
    m_fingerprint->setText(m_desk.fingerprint());
}

const Member *PeopleSection::chosen() const
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return nullptr;
    const Member &member = m_members->members()[static_cast<std::size_t>(rows.front().row())];
    return member.closed.isValid() ? nullptr : &member;
}

void PeopleSection::show(PeopleForm *form)
{
    delete m_form;
    m_form = form;
    m_said->hide();
    m_formPlace->addWidget(form);
    form->show();
    form->setFocus(Qt::OtherFocusReason);
    Q_EMIT revealWanted(form);
    connect(form, &PeopleForm::cancelled, this, [this] {
        m_form->deleteLater();
        m_form = nullptr;
    });
    connect(form, &PeopleForm::done, this, [this](const QString &said) {
        m_form->deleteLater();
        m_form = nullptr;
        say(true, said);
        refresh();
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

void PeopleSection::say(bool isGood, const QString &sentence, const QString &more)
{
    m_said->setTone(isGood ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(sentence, more);
    m_said->show();
}

void PeopleSection::setSwitches()
{
    const auto set = m_desk.setSwitches({m_paper->isChecked(), m_shared->isChecked(), true});
    say(set.has_value(), set ? tr("Saved") : set.error().message);
    refresh();
}

void PeopleSection::makeCode()
{
    const auto code = m_desk.makeRecoveryCode();
    if (!code)
        say(false, code.error().message);
    else
        say(true, *code, tr("It is shown this once. Write it down and keep it in a sealed envelope in the safe. The code of before opens nothing any more."));
}

void PeopleSection::admit()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("An application that somebody sent"), {}, QStringLiteral("JSON (*.json)"));
    if (!file.isEmpty())
        takeApplication(base::toPath(file));
}

void PeopleSection::takeApplication(const base::Path &application)
{
    const auto applied = m_desk.readApplication(application);
    if (!applied)
        say(false, applied.error().message);
    else if (applied->isMember)
        show(new RenewalForm(m_theme, m_desk, application, *applied));
    else
        show(new AdmitForm(m_theme, m_desk, application));
}

void PeopleSection::saveRoster()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the roster"), QStringLiteral("roster.json"), QStringLiteral("JSON (*.json)"));
    if (file.isEmpty())
        return;
    const auto saved = m_desk.exportRoster(base::toPath(file));
    say(saved.has_value(), saved ? tr("Saved") : saved.error().message);
}

} // namespace shirushi::window
