#include "vault/itempage.h"

#include "classify/work.h"
#include "vault/itemwords.h"
#include "vault/keepingform.h"
#include "vault/linestable.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/chip.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int shownEvents = 8;
constexpr int shownVersions = 5;

void addButton(QLayout *column, QPushButton *button)
{
    auto *row = new QHBoxLayout;
    row->addWidget(button);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(column)->addLayout(row);
}

} // namespace

ItemPage::ItemPage(const Theme &theme, VaultDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})), m_content(new QWidget),
      m_state(new TextBlock(theme, TextKind::Strong)), m_chips(new ChipRow(theme)),
      m_noClass(new TextBlock(theme, TextKind::Body, tr("It has no class."), Ink::Dim)), m_facts(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_keeping(new KeepingForm(theme)),
      m_final(new CheckLine(theme, tr("Write-protect it"), tr("Its content cannot be changed any more, and that cannot be taken back."))),
      m_save(makeButton(tr("Record the change(&R)"), ButtonKind::Small)), m_openers(new TextBlock(theme, TextKind::Body)),
      m_members(makeButton(tr("Change who may open it(&M)"), ButtonKind::Small)),
      m_history(new LinesTable(theme, tr("What was done to it"), {tr("When"), tr("By"), tr("What")}, shownEvents)), m_older(new QWidget),
      m_versions(new LinesTable(theme, tr("Older contents"), {tr("Replaced"), tr("By"), tr("Size")}, shownVersions)),
      m_takeOlder(makeButton(tr("Take out this older content(&O)"), ButtonKind::Small)), m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)),
      m_dispose(makeButton(tr("Go on to its disposal(&H)"), ButtonKind::Plain)), m_take(makeButton(tr("Take out a copy(&T)"), ButtonKind::Main))
{
    m_title = addTitle({});
    body()->addWidget(m_said);
    body()->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addFacts();
    addKeeping();
    addMembers();
    addHistory();
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_dispose);
    addToFootRight(m_take);
    connect(m_dispose, &QPushButton::clicked, this, &ItemPage::disposeWanted);
    connect(m_back, &QPushButton::clicked, this, &ItemPage::left);
    connect(m_take, &QPushButton::clicked, this, [this] { Q_EMIT takeWanted(m_item, 0); });
    clear();
}

void ItemPage::addFacts()
{
    QLayout *column = m_content->layout();
    for (QWidget *line : std::initializer_list<QWidget *>{m_state, m_chips, m_noClass, m_facts})
        column->addWidget(line);
}

void ItemPage::addKeeping()
{
    QLayout *column = m_content->layout();
    column->addWidget(m_keeping);
    column->addWidget(m_final);
    addButton(column, m_save);
    connect(m_keeping, &KeepingForm::changed, this, &ItemPage::judge);
    connect(m_final, &QAbstractButton::toggled, this, &ItemPage::judge);
    connect(m_save, &QPushButton::clicked, this, &ItemPage::save);
}

void ItemPage::addMembers()
{
    QLayout *column = m_content->layout();
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Who may open it")));
    column->addWidget(m_openers);
    addButton(column, m_members);
    connect(m_members, &QPushButton::clicked, this, [this] {
        if (m_details)
            Q_EMIT membersWanted(Details(*m_details));
    });
}

void ItemPage::addHistory()
{
    QLayout *column = m_content->layout();
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("What was done to it")));
    column->addWidget(m_history);
    auto *older = new QVBoxLayout(m_older);
    older->setContentsMargins(0, 0, 0, 0);
    older->setSpacing(8);
    older->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Older contents")));
    older->addWidget(m_versions);
    addButton(older, m_takeOlder);
    column->addWidget(m_older);
    connect(m_takeOlder, &QPushButton::clicked, this, [this] {
        const int chosen = m_versions->chosen();
        if (m_details && chosen >= 0 && chosen < static_cast<int>(m_details->versions.size()))
            Q_EMIT takeWanted(m_item, m_details->versions[static_cast<std::size_t>(chosen)].counter);
    });
}

void ItemPage::clear()
{
    ++m_asked;
    m_details.reset();
    m_item.clear();
    m_title->setText({});
    m_facts->setText({});
    m_openers->setText({});
    m_history->setLines({});
    m_versions->setLines({});
    m_content->hide();
    m_said->hide();
    judge();
}

void ItemPage::begin(const base::Path &folder, const QString &item)
{
    clear();
    m_folder = folder;
    m_item = item;
    m_isNew = true;
    scrollToTop();
    lookAgain();
}

void ItemPage::lookAgain()
{
    if (m_item.isEmpty())
        return;
    classify::inBackground(this, [desk = &m_desk, folder = m_folder, item = m_item] { return desk->details(folder, item); },
                           [this, asked = ++m_asked](const base::Result<Details> &details) {
                               if (asked != m_asked)
                                   return;
                               if (details)
                                   show(*details);
                               else
                                   say(tr("This item cannot be read"), details.error().message, NoticeTone::Wrong);
                               if (isVisible() && (std::exchange(m_isNew, false) || !isAncestorOf(QApplication::focusWidget())))
                                   (m_take->isEnabled() ? m_take : m_back)->setFocus(Qt::OtherFocusReason);
                           });
}

void ItemPage::show(const Details &details)
{
    m_details = details;
    m_content->show();
    m_title->setText(details.row.name);
    showFacts(details);
    m_keeping->begin(m_desk.rules(), details.row.keeping);
    m_final->setChecked(details.row.isFinal);
    m_openers->setText(details.row.ownMembers ? tr("These people alone: %1").arg(details.row.openers.join(tr(", ")))
                                              : tr("All members of the vault: %1").arg(details.row.openers.join(tr(", "))));
    std::vector<QStringList> events;
    for (const vault::Event &event : details.history)
        events.push_back({timeText(event.at), event.by, deedText(event)});
    m_history->setLines(std::move(events));
    std::vector<QStringList> versions;
    for (const OldVersion &version : details.versions)
        versions.push_back({timeText(version.at), version.by, sizeText(version.size)});
    m_older->setVisible(!versions.empty());
    m_versions->setLines(std::move(versions));
    judge();
}

void ItemPage::showFacts(const Details &details)
{
    const Row &row = details.row;
    m_state->setText(stateText(row));
    const auto pack = m_desk.rulesOf(row.policy);
    m_chips->setChips(pack ? chipsOf(*pack, row.classes, ChipSize::Full) : chipsOf(row.classes));
    m_chips->setVisible(!row.classes.empty());
    m_noClass->setVisible(row.classes.empty());
    QStringList facts;
    if (!row.path.isEmpty())
        facts += tr("Folder in the vault: %1").arg(row.path);
    facts += tr("Put in by %1. Size: %2").arg(row.by, sizeText(row.size));
    facts += tr("SHA-256 of the content: %1").arg(details.sha256);
    facts += tr("Its encrypted file: %1").arg(base::toDisplay(details.file));
    m_facts->setText(facts.join(u'\n'));
}

void ItemPage::judge()
{
    const bool mayOpen = m_details && m_details->row.mayOpen;
    const bool isFree = m_details && !m_working;
    const vault::Keeping wanted = m_keeping->keeping();
    const bool isOther = m_details && (wanted.years != m_details->row.keeping.years || wanted.permanent != m_details->row.keeping.permanent
                                       || wanted.origin != m_details->row.keeping.origin);
    const bool becomesFinal = m_details && m_final->isChecked() && !m_details->row.isFinal;
    m_keeping->setEnabled(isFree && mayOpen);
    m_final->setEnabled(isFree && mayOpen && !m_details->row.isFinal);
    m_save->setEnabled(isFree && mayOpen && (isOther || becomesFinal));
    m_members->setEnabled(isFree);
    m_takeOlder->setEnabled(isFree);
    m_back->setEnabled(!m_working);
    m_dispose->setVisible(m_details && m_details->row.isDue);
    m_dispose->setEnabled(isFree);
    const QString take = m_details && !mayOpen ? tr("Recover it(&T)") : tr("Take out a copy(&T)");
    m_take->setText(take);
    m_take->setAccessibleName(withoutAccessKey(take));
    m_take->setEnabled(isFree);
}

void ItemPage::save()
{
    vault::ItemChange change;
    change.keeping = m_keeping->keeping();
    change.makeFinal = m_final->isChecked() && !m_details->row.isFinal;
    m_working = true;
    judge();
    classify::inBackground(this, [desk = &m_desk, folder = m_folder, item = m_item, change] { return desk->change(folder, item, change); },
                           [this](const base::Result<void> &changed) {
                               m_working = false;
                               judge();
                               if (changed) {
                                   say(tr("The change is recorded"), {}, NoticeTone::Good);
                                   lookAgain();
                               } else {
                                   say(tr("It was not changed"), changed.error().message, NoticeTone::Wrong);
                               }
                               m_back->setFocus(Qt::OtherFocusReason);
                               Q_EMIT workEnded();
                           });
}

void ItemPage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    m_said->show();
    reveal(m_said);
}

} // namespace shirushi::vaults
