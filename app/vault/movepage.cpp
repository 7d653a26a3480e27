#include "vault/movepage.h"

#include "classify/progressrow.h"
#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/textblock.h"

#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace shirushi::vaults {

using namespace widgets;

namespace {

struct Both {
    std::vector<Person> here;
    std::vector<Person> there;
};

bool isAmong(const std::vector<Person> &people, const Person &person)
{
    return std::ranges::find(people, person.id, &Person::id) != people.end();
}

} // namespace

MovePage::MovePage(const Theme &theme, VaultDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})), m_form(new QWidget), m_vault(new Choice(theme)),
      m_openers(new TextBlock(theme, TextKind::Body)),
      m_progress(new classify::ProgressRow(theme, tr("Moving it"), tr("If you stop, it stays where it is."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_move(makeButton(tr("Move it(&S)"), ButtonKind::Main))
{
    m_title = addTitle({}, tr("It goes with its class, its history, its retention period and its older contents. It is encrypted anew for who may open "
                              "it there, read back and compared; then it is erased from this vault. That is recorded and needs no permission."));
    body()->addWidget(m_said);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme, TextKind::Small, tr("Into which vault")));
    m_vault->setAccessibleName(tr("Into which vault"));
    m_vault->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_vault);
    column->addWidget(m_openers);
    body()->addWidget(m_form);
    body()->addWidget(m_progress);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_move);
    connect(m_vault, &QComboBox::currentIndexChanged, this, &MovePage::chooseVault);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &MovePage::stop);
    connect(m_back, &QPushButton::clicked, this, &MovePage::left);
    connect(m_move, &QPushButton::clicked, this, &MovePage::carryOut);
    clear();
}

void MovePage::clear()
{
    ++m_asked;
    m_isDone = false;
    m_vaults.clear();
    m_folder.clear();
    m_row = {};
    {
        const QSignalBlocker quiet(m_vault);
        m_vault->clear();
    }
    m_title->setText({});
    m_openers->setText({});
    m_said->hide();
    judge();
}

void MovePage::begin(const std::vector<Known> &vaults, const base::Path &folder, const Row &row)
{
    clear();
    m_folder = folder;
    m_row = row;
    m_title->setText(tr("Move %1 into another vault").arg(row.name));
    {
        const QSignalBlocker quiet(m_vault);
        for (const Known &known : vaults) {
            if (!known.problem.isEmpty() || known.folder == folder)
                continue;
            m_vaults.push_back(known);
            m_vault->addItem(known.name);
            m_vault->setItemData(m_vault->count() - 1, base::toDisplay(known.folder), Qt::ToolTipRole);
        }
    }
    if (m_vaults.empty())
        say(tr("There is no other vault that you can open"), tr("Make one first, or open the folder of one that a colleague has made."), NoticeTone::Information);
    chooseVault();
    scrollToTop();
    (m_vaults.empty() ? static_cast<QWidget *>(m_back) : m_vault)->setFocus(Qt::OtherFocusReason);
}

const Known *MovePage::target() const
{
    const int index = m_vault->currentIndex();
    return index >= 0 && index < static_cast<int>(m_vaults.size()) ? &m_vaults[static_cast<std::size_t>(index)] : nullptr;
}

void MovePage::chooseVault()
{
    m_openers->setText({});
    judge();
    if (!target())
        return;
    classify::inBackground(this, [desk = &m_desk, from = m_folder, to = target()->folder]() -> base::Result<Both> {
        auto here = desk->members(from);
        auto there = desk->members(to);
        if (!here || !there)
            return std::unexpected(here ? there.error() : here.error());
        return Both{std::move(*here), std::move(*there)};
    }, [this, asked = ++m_asked](const base::Result<Both> &both) {
        if (asked != m_asked)
            return;
        if (both)
            showOpeners(both->here, both->there);
        else
            say(tr("This vault cannot be read"), both.error().message, NoticeTone::Wrong);
    });
}

// What is for certain people stays among those of them who are members there.
void MovePage::showOpeners(const std::vector<Person> &here, const std::vector<Person> &there)
{
    QStringList may;
    QStringList noMore;
    for (const Person &person : there) {
        if (!m_row.ownMembers || m_row.openers.contains(person.name))
            may += person.name;
    }
    for (const Person &person : here) {
        if (m_row.openers.contains(person.name) && !isAmong(there, person))
            noMore += person.name;
    }
    QString text = may.isEmpty() ? tr("Only you may open it there.") : tr("May open it there: you and %1").arg(may.join(tr(", ")));
    if (!noMore.isEmpty())
        text += u'\n' + tr("Cannot open it any more: %1").arg(noMore.join(tr(", ")));
    m_openers->setText(text);
}

void MovePage::judge()
{
    m_form->setVisible(!m_isDone && target());
    m_form->setEnabled(!isWorking());
    m_back->setEnabled(!isWorking());
    const QString back = m_isDone ? tr("To the list(&B)") : tr("Back(&B)");
    m_back->setText(back);
    m_back->setAccessibleName(withoutAccessKey(back));
    m_move->setVisible(!m_isDone);
    m_move->setEnabled(!isWorking() && target());
}

void MovePage::stop()
{
    if (m_work)
        m_work->cancel();
}

void MovePage::carryOut()
{
    if (!m_move->isEnabled())
        return;
    m_said->hide();
    m_work = new classify::Work(this);
    judge();
    m_progress->follow(*m_work, tr("Moving: %1"));
    reveal(m_progress);
    classify::inBackground(this, [desk = &m_desk, from = m_folder, item = m_row.id, to = target()->folder, work = m_work] { return desk->move(from, item, to, *work); },
                           [this](const base::Result<vault::Moved> &moved) { finish(moved); });
}

void MovePage::finish(const base::Result<vault::Moved> &moved)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    m_isDone = moved.has_value();
    if (moved && moved->isInBoth)
        say(tr("It lies in the vault %1, and could not be erased from this one yet").arg(target()->name), moved->notices.join(u'\n'), NoticeTone::Caution);
    else if (moved)
        say(tr("It lies in the vault %1 now").arg(target()->name), moved->notices.join(u'\n'), NoticeTone::Good);
    else if (moved.error().code == base::ErrorCode::Cancelled)
        say(tr("Stopped. It is where it was."), {}, NoticeTone::Information);
    else
        say(tr("It was not moved"), moved.error().message, NoticeTone::Wrong);
    judge();
    m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT workEnded();
}

void MovePage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    m_said->show();
    reveal(m_said);
}

} // namespace shirushi::vaults
