#include "vault/memberspage.h"

#include "classify/progressrow.h"
#include "classify/work.h"
#include "vault/itemwords.h"
#include "vault/peoplelist.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace shirushi::vaults {

using namespace widgets;

namespace {

QStringList idsOf(const std::vector<Person> &people)
{
    QStringList ids;
    for (const Person &person : people)
        ids += person.id;
    return ids;
}

// Who left the office stands there too, to be taken out.
std::vector<Person> joined(std::vector<Person> people, const std::vector<Person> &more)
{
    for (const Person &person : more) {
        if (!idsOf(people).contains(person.id))
            people.push_back(person);
    }
    std::ranges::sort(people, {}, &Person::name);
    return people;
}

} // namespace

MembersPage::MembersPage(const Theme &theme, VaultDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})), m_finish(makeButton(tr("Finish it(&E)"), ButtonKind::Small)),
      m_people(new PeopleList(theme, tr("Who may open it"))), m_none(new TextBlock(theme, TextKind::Body, tr("There is nobody else in the roster."), Ink::Dim)),
      m_escrow(new TextBlock(theme, TextKind::Body)),
      m_note(new TextBlock(theme, TextKind::Small, tr("Whatever somebody who is removed could open is encrypted anew, older contents too. Copies that they took out stay theirs."), Ink::Dim)),
      m_progress(new classify::ProgressRow(theme, tr("Locking anew"), tr("If you stop, the rest can be finished at any time."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_change(makeButton(tr("Change it(&S)"), ButtonKind::Main))
{
    m_title = addTitle({});
    m_lead = addText(TextKind::Body, {}, Ink::Dim);
    auto *box = new QWidget;
    auto *inside = new QHBoxLayout(box);
    inside->setContentsMargins(0, 6, 0, 2);
    inside->addWidget(m_finish);
    inside->addStretch(1);
    m_said->add(box);
    for (QWidget *part : std::initializer_list<QWidget *>{m_said, m_people, m_none, m_escrow, m_note, m_progress})
        body()->addWidget(part);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_change);
    connect(m_people, &TickTable::ticksChanged, this, &MembersPage::judge);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &MembersPage::stop);
    connect(m_back, &QPushButton::clicked, this, &MembersPage::left);
    connect(m_change, &QPushButton::clicked, this, [this] { carryOut(false); });
    connect(m_finish, &QPushButton::clicked, this, [this] { carryOut(true); });
    clear();
}

void MembersPage::clear()
{
    m_folder.clear();
    m_item.clear();
    m_before.clear();
    m_mayChange = false;
    m_title->setText({});
    m_lead->setText({});
    m_escrow->setText({});
    m_people->setPeople({}, {});
    m_said->hide();
    m_finish->hide();
    judge();
}

void MembersPage::begin(const Overview &overview)
{
    clear();
    m_folder = overview.vault.folder;
    m_mayChange = overview.amMember || overview.amEscrow;
    m_title->setText(tr("Who may open %1").arg(overview.vault.name));
    m_lead->setText(overview.amMember ? tr("You, and everybody who is ticked.") : tr("Everybody who is ticked."));
    if (overview.escrowRole.isEmpty())
        m_escrow->setText(tr("Nobody but the members can recover what is in it."));
    else if (overview.escrow.isEmpty())
        m_escrow->setText(tr("Nobody in the roster is %1 as yet: nobody but the members can recover what is in it.").arg(overview.escrowRole));
    else
        m_escrow->setText(tr("Can always recover it, with a reason: %1 (%2)").arg(overview.escrow.join(tr(", ")), overview.escrowRole));
    show(joined(m_desk.people(), overview.members), idsOf(overview.members));
}

void MembersPage::begin(const base::Path &folder, const Details &details)
{
    clear();
    m_folder = folder;
    m_item = details.row.id;
    m_mayChange = details.row.mayOpen || details.row.mayRecover;
    m_title->setText(tr("Who may open %1").arg(details.row.name));
    m_lead->setText(tr("Among the members of the vault, these alone may open this item. Who joins the vault later is not among them."));
    show(joined(details.vaultMembers, details.members), idsOf(details.members));
}

void MembersPage::show(std::vector<Person> people, const QStringList &members)
{
    std::erase_if(people, [this](const Person &person) { return person.id == m_desk.me(); });
    m_before = members;
    m_before.removeAll(m_desk.me());
    m_people->setPeople(std::move(people), m_before);
    m_people->setVisible(!m_people->isEmpty());
    m_none->setVisible(m_people->isEmpty());
    judge();
    scrollToTop();
    (m_people->isEmpty() ? static_cast<QWidget *>(m_back) : m_people)->setFocus(Qt::OtherFocusReason);
}

void MembersPage::settle(const Overview &overview)
{
    begin(overview);
    carryOut(true);
}

MemberChange MembersPage::change() const
{
    MemberChange change;
    change.item = m_item;
    const QStringList ticked = m_people->ticked();
    for (const QString &id : ticked) {
        if (!m_before.contains(id))
            change.add += id;
    }
    for (const QString &id : m_before) {
        if (!ticked.contains(id))
            change.remove += id;
    }
    return change;
}

void MembersPage::judge()
{
    const MemberChange wanted = change();
    const bool isOther = !wanted.add.isEmpty() || !wanted.remove.isEmpty();
    m_people->setEnabled(m_mayChange && !isWorking());
    m_back->setEnabled(!isWorking());
    m_finish->setEnabled(!isWorking());
    m_change->setEnabled(m_mayChange && isOther && !isWorking());
    QStringList hints;
    if (!wanted.add.isEmpty())
        hints += tr("%n are added.", nullptr, static_cast<int>(wanted.add.size()));
    if (!wanted.remove.isEmpty())
        hints += tr("%n are removed.", nullptr, static_cast<int>(wanted.remove.size()));
    setFootHint(hints.join(u' '));
}

void MembersPage::stop()
{
    if (m_work)
        m_work->cancel();
}

void MembersPage::carryOut(bool settles)
{
    m_said->hide();
    m_work = new classify::Work(this);
    judge();
    m_progress->follow(*m_work, tr("Locking anew: %1"));
    reveal(m_progress);
    classify::inBackground(this, [desk = &m_desk, folder = m_folder, change = change(), work = m_work, settles] {
        return settles ? desk->settle(folder, *work) : desk->changeMembers(folder, change, *work);
    }, [this](const base::Result<vault::Relocked> &relocked) { finish(relocked); });
}

void MembersPage::finish(const base::Result<vault::Relocked> &relocked)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    m_finish->setVisible(relocked && !relocked->isWhole() && m_item.isEmpty());
    if (relocked) {
        m_before = m_people->ticked();
        const QString left = leftText(*relocked);
        m_said->setTone(left.isEmpty() ? NoticeTone::Good : NoticeTone::Caution);
        m_said->setText(left.isEmpty() ? tr("Recorded. %n items were locked anew", nullptr, static_cast<int>(relocked->done))
                                       : tr("Recorded. %n items were locked anew, and something is left to be done", nullptr, static_cast<int>(relocked->done)),
                        left);
    } else {
        m_said->setTone(NoticeTone::Wrong);
        m_said->setText(tr("It was not changed"), relocked.error().message);
    }
    m_said->show();
    judge();
    scrollToTop();
    (m_finish->isVisibleTo(this) ? m_finish : m_back)->setFocus(Qt::OtherFocusReason);
    Q_EMIT workEnded();
}

} // namespace shirushi::vaults
