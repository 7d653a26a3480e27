// Of VaultPage: items that are open in their usual programs.
#include "classify/work.h"
#include "vault/itemspage.h"
#include "vault/itemwords.h"
#include "vault/vaultpage.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace shirushi::vaults {

using widgets::NoticeTone;

namespace {

constexpr int tendingPause = 500; // ms

} // namespace

void VaultPage::connectOpening()
{
    m_tending->setInterval(tendingPause);
    connect(m_tending, &QTimer::timeout, this, &VaultPage::tend);
    connect(m_items, &ItemsPage::openWanted, this, &VaultPage::open);
    connect(m_items, &ItemsPage::closeWanted, this, [this](const QString &opening) { close({opening}); });
    connect(m_items, &ItemsPage::closeAllWanted, this, [this] {
        QStringList all;
        const auto opened = m_desk.opened();
        for (const vault::Opened &one : opened) {
            if (one.state != vault::OpenState::Closed)
                all += one.id;
        }
        close(all);
    });
    connect(m_items, &ItemsPage::rescueWanted, this, &VaultPage::finishRescue);
}

void VaultPage::workOn(bool working)
{
    m_opening = working;
    m_items->setOpening(working);
}

void VaultPage::open(const Row &row, bool isReadOnly)
{
    if (isWorking())
        return;
    workOn(true);
    m_items->say({}, {}, NoticeTone::Good);
    auto *work = new classify::Work(this);
    classify::inBackground(this, [desk = &m_desk, folder = m_chosen, item = row.id, isReadOnly, work] { return desk->openItem(folder, item, isReadOnly, *work); },
                           [this, work, name = row.name](const base::Result<vault::Opened> &opened) {
                               work->deleteLater();
                               workOn(false);
                               if (opened)
                                   m_tending->start();
                               else
                                   m_items->say(tr("%1 was not opened").arg(name), opened.error().message, NoticeTone::Wrong);
                               takeOpened();
                               Q_EMIT workEnded();
                           });
}

void VaultPage::close(const QStringList &openings)
{
    if (isWorking() || openings.isEmpty())
        return;
    workOn(true);
    classify::inBackground(this, [desk = &m_desk, openings] {
        base::Result<void> all;
        for (const QString &opening : openings) {
            if (const auto closed = desk->closeItem(opening); !closed)
                all = closed;
        }
        return all;
    }, [this](const base::Result<void> &closed) {
        workOn(false);
        if (!closed)
            m_items->say(tr("It was not closed"), closed.error().message, NoticeTone::Wrong);
        takeOpened();
        Q_EMIT workEnded();
    });
}

void VaultPage::tend()
{
    if (m_isTending)
        return;
    m_isTending = true;
    classify::inBackground(this, [desk = &m_desk] { desk->tend(); }, [this] {
        m_isTending = false;
        takeOpened();
    });
}

void VaultPage::takeOpened()
{
    const std::vector<vault::Opened> opened = m_desk.opened();
    m_items->setOpened(opened);
    int saves = 0;
    bool isAnyClosed = false;
    for (const vault::Opened &one : opened) {
        saves += one.saves;
        if (one.state == vault::OpenState::Closed) {
            isAnyClosed = true;
            tellClosed(one);
            m_desk.forget(one.id);
        }
    }
    // Who saves in another program is at their desk.
    if (saves > m_saves)
        Q_EMIT touched();
    m_saves = isAnyClosed ? 0 : saves;
    if (isAnyClosed && currentWidget() == m_items) {
        load();
        loadRescues();
    }
    const bool isAnyOpen = std::any_of(opened.begin(), opened.end(), [](const vault::Opened &one) { return one.state != vault::OpenState::Closed; });
    if (!isAnyOpen)
        m_tending->stop();
}

void VaultPage::tellClosed(const vault::Opened &closed)
{
    const QString more = closedText(closed);
    const bool isRight = closed.rescues.isEmpty();
    m_items->say(isRight ? tr("%1 is closed and locked").arg(closed.name) : tr("%1 was locked before everything could be saved").arg(closed.name),
                 more, isRight ? NoticeTone::Good : NoticeTone::Caution);
}

// With what a crash has left, which is told once.
void VaultPage::loadRescues()
{
    classify::inBackground(this, [desk = &m_desk] { return std::pair(desk->rescues(), desk->leftovers()); },
                           [this, cleared = m_cleared](const std::pair<base::Result<std::vector<vault::Rescue>>, std::vector<vault::Leftover>> &found) {
                               if (cleared != m_cleared || !found.first)
                                   return;
                               m_items->setRescues(*found.first);
                               if (found.second.empty())
                                   return;
                               QStringList problems;
                               for (const vault::Leftover &leftover : found.second) {
                                   if (leftover.error)
                                       problems += leftover.error->message;
                               }
                               m_items->say(tr("%n documents were still open when the program or the computer stopped", nullptr, static_cast<int>(found.second.size())),
                                            problems.isEmpty() ? tr("Their decrypted copies were erased. What had not been saved is offered here.") : problems.join(u'\n'),
                                            problems.isEmpty() ? NoticeTone::Information : NoticeTone::Wrong);
                           });
}

void VaultPage::finishRescue(const vault::Rescue &rescue, bool saves)
{
    if (isWorking())
        return;
    workOn(true);
    m_items->say({}, {}, NoticeTone::Good);
    auto *work = new classify::Work(this);
    classify::inBackground(this, [desk = &m_desk, rescue, saves, work] { return saves ? desk->saveRescue(rescue, *work) : desk->discardRescue(rescue); },
                           [this, work, name = rescue.name, saves](const base::Result<void> &done) {
                               work->deleteLater();
                               workOn(false);
                               if (done)
                                   m_items->say(saves ? tr("%1 is saved in the vault").arg(name) : tr("What was written into %1 is thrown away").arg(name), {},
                                                NoticeTone::Good);
                               else
                                   m_items->say(tr("It was not done"), done.error().message, NoticeTone::Wrong);
                               showItems();
                               Q_EMIT workEnded();
                           });
}

} // namespace shirushi::vaults
