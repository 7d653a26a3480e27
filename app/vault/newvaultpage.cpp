#include "vault/newvaultpage.h"

#include "classify/work.h"
#include "vault/peoplelist.h"
#include "widgets/button.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int longestName = 100;

// What a file system takes as one folder's name.
bool isFolderName(const QString &name)
{
    return !name.isEmpty() && name != u"." && name != u".." && !name.contains(u'/') && !name.contains(u'\\') && !name.contains(u':');
}

} // namespace

NewVaultPage::NewVaultPage(const Theme &theme, VaultDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_why(new Notice(theme, NoticeTone::Information, {})), m_problem(new Notice(theme, NoticeTone::Wrong, {})),
      m_form(new QWidget), m_name(new QLineEdit), m_place(new QLineEdit), m_folder(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_escrow(new TextBlock(theme, TextKind::Body)), m_alone(new TextBlock(theme, TextKind::Body, tr("There is nobody else in the roster."), Ink::Dim)),
      m_people(new PeopleList(theme, tr("Who may open it"))), m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)),
      m_make(makeButton(tr("Make the vault(&S)"), ButtonKind::Main))
{
    addTitle(tr("Make a vault"), tr("A vault is a folder. It may lie on this computer, on a file server or on a USB medium."));
    body()->addWidget(m_why);
    body()->addWidget(m_problem);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(new TextBlock(theme, TextKind::Small, tr("Name of the vault")));
    m_name->setAccessibleName(tr("Name of the vault"));
    m_name->setMaxLength(longestName);
    column->addWidget(m_name);
    column->addWidget(new TextBlock(theme, TextKind::Small, tr("Where it is made")));
    m_place->setReadOnly(true);
    m_place->setAccessibleName(tr("Where it is made"));
    QPushButton *other = makeButton(tr("Another place(&O)"), ButtonKind::Plain);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_place, 1);
    row->addWidget(other);
    column->addLayout(row);
    column->addWidget(m_folder);
    column->addSpacing(8);
    column->addWidget(new TextBlock(theme, TextKind::Heading, tr("Who may open it, beside you")));
    column->addWidget(m_people);
    column->addWidget(m_alone);
    column->addWidget(m_escrow);
    body()->addWidget(m_form);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_make);
    connect(other, &QPushButton::clicked, this, &NewVaultPage::choosePlace);
    connect(m_name, &QLineEdit::textChanged, this, &NewVaultPage::judge);
    connect(m_name, &QLineEdit::returnPressed, m_make, &QPushButton::click);
    connect(m_back, &QPushButton::clicked, this, &NewVaultPage::left);
    connect(m_make, &QPushButton::clicked, this, &NewVaultPage::carryOut);
    clear();
}

void NewVaultPage::clear()
{
    m_name->clear();
    m_place->clear();
    m_people->setPeople({}, {});
    m_why->hide();
    m_problem->hide();
    judge();
}

void NewVaultPage::begin(const QString &why)
{
    clear();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    setPlace(base::toPath(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)));
    m_people->setPeople(m_desk.people(), {});
    m_people->setVisible(!m_people->isEmpty());
    m_alone->setVisible(m_people->isEmpty());
    const auto pack = m_desk.rules();
    const policy::Role *role = pack ? pack->role(pack->vault.escrow) : nullptr;
    m_escrow->setText(role ? tr("By the rules, %1 can always recover what is in it; that is recorded and shown to the members.").arg(inWindowLanguage(role->title))
                           : tr("Nobody but the members can recover what is in it: please name at least one more."));
    scrollToTop();
    m_name->setFocus(Qt::OtherFocusReason);
}

void NewVaultPage::setPlace(const base::Path &place)
{
    m_place->setText(base::toDisplay(place));
    judge();
}

void NewVaultPage::choosePlace()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Where it is made"), m_place->text());
    if (!chosen.isEmpty())
        setPlace(base::toPath(chosen));
}

void NewVaultPage::judge()
{
    const QString name = m_name->text().trimmed();
    const bool fits = isFolderName(name);
    m_folder->setText(name.isEmpty() ? tr("The folder gets the name of the vault.")
                      : fits         ? tr("The folder: %1").arg(base::toDisplay(base::toPath(m_place->text()) / base::toPath(name)))
                                     : tr("A name cannot contain / \\ or :."));
    m_form->setEnabled(!m_working);
    m_back->setEnabled(!m_working);
    m_make->setEnabled(fits && !m_place->text().isEmpty() && !m_working);
}

void NewVaultPage::carryOut()
{
    if (!m_make->isEnabled())
        return;
    m_problem->hide();
    const QString name = m_name->text().trimmed();
    const vault::NewVault order{base::toPath(m_place->text()) / base::toPath(name), name, m_people->ticked()};
    m_working = true;
    judge();
    classify::inBackground(this, [desk = &m_desk, order] { return desk->create(order); }, [this](const base::Result<Known> &known) {
        m_working = false;
        judge();
        if (known) {
            Q_EMIT made(*known);
        } else {
            m_problem->setText(tr("The vault was not made"), known.error().message);
            m_problem->show();
            reveal(m_problem);
            m_name->setFocus(Qt::OtherFocusReason);
        }
        Q_EMIT workEnded();
    });
}

} // namespace shirushi::vaults
