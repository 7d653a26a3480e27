#include "vault/vaultpage.h"

#include "classify/work.h"
#include "vault/itempage.h"
#include "vault/itemspage.h"
#include "vault/itemwords.h"
#include "vault/memberspage.h"
#include "vault/movepage.h"
#include "vault/newvaultpage.h"
#include "vault/putpage.h"
#include "vault/takepage.h"
#include "vault/verifypage.h"

#include <QApplication>
#include <QFileDialog>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace shirushi::vaults {

using widgets::NoticeTone;

VaultPage::VaultPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent)
    : QStackedWidget(parent), m_desk(desk), m_items(new ItemsPage(theme, desk)), m_new(new NewVaultPage(theme, desk)),
      m_put(new PutPage(theme, desk)), m_item(new ItemPage(theme, desk)), m_take(new TakePage(theme, desk)),
      m_members(new MembersPage(theme, desk)), m_move(new MovePage(theme, desk)), m_verify(new VerifyPage(theme, desk)), m_tending(new QTimer(this))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_items, m_new, m_put, m_item, m_take, m_members, m_move, m_verify})
        addWidget(page);
    connectItems();
    connectParts();
    connectItem();
    connectWhole();
    connectOpening();
    connectReminders();
}

void VaultPage::connectItems()
{
    connect(m_items, &ItemsPage::vaultChosen, this, &VaultPage::choose);
    connect(m_items, &ItemsPage::newWanted, this, [this] { showNew({}); });
    connect(m_items, &ItemsPage::folderWanted, this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(this, tr("Choose the folder of the vault"));
        if (!chosen.isEmpty())
            openFolder(base::toPath(chosen));
    });
    connect(m_items, &ItemsPage::putWanted, this, &VaultPage::put);
    connect(m_items, &ItemsPage::detailsWanted, this, [this](const QString &item) {
        m_items->say({}, {}, NoticeTone::Good);
        setCurrentWidget(m_item);
        m_item->begin(m_chosen, item);
    });
    connect(m_items, &ItemsPage::takeWanted, this, [this](const Row &row) {
        m_fromItem = false;
        take(row, 0);
    });
    connect(m_items, &ItemsPage::disposeWanted, this, [this](const Row &row) { Q_EMIT disposeWanted(m_chosen, row.id); });
    connect(m_items, &ItemsPage::moveWanted, this, [this](const Row &row) {
        m_items->say({}, {}, NoticeTone::Good);
        setCurrentWidget(m_move);
        m_move->begin(m_vaults, m_chosen, row);
    });
}

void VaultPage::take(const Row &row, std::int64_t counter)
{
    m_items->say({}, {}, NoticeTone::Good);
    setCurrentWidget(m_take);
    m_take->begin(m_chosen, row, counter);
}

void VaultPage::connectItem()
{
    connect(m_item, &ItemPage::left, this, [this] {
        m_item->clear();
        showItems();
    });
    connect(m_item, &ItemPage::takeWanted, this, [this](const QString &, std::int64_t counter) {
        m_fromItem = true;
        take(m_item->details()->row, counter);
    });
    connect(m_item, &ItemPage::membersWanted, this, [this](const Details &details) {
        m_fromItem = true;
        setCurrentWidget(m_members);
        m_members->begin(m_chosen, details);
    });
    connect(m_item, &ItemPage::disposeWanted, this, [this] { Q_EMIT disposeWanted(m_chosen, m_item->details()->row.id); });
    connect(m_item, &ItemPage::workEnded, this, &VaultPage::workEnded);
    connect(m_take, &TakePage::left, this, [this] {
        m_take->clear();
        goBack();
    });
    connect(m_take, &TakePage::asked, this, &VaultPage::requested);
    connect(m_take, &TakePage::workEnded, this, &VaultPage::workEnded);
}

void VaultPage::connectWhole()
{
    connect(m_items, &ItemsPage::membersWanted, this, [this] {
        m_fromItem = false;
        m_items->say({}, {}, NoticeTone::Good);
        setCurrentWidget(m_members);
        m_members->begin(*m_items->overview());
    });
    connect(m_items, &ItemsPage::settleWanted, this, [this] {
        m_fromItem = false;
        setCurrentWidget(m_members);
        m_members->settle(*m_items->overview());
    });
    connect(m_items, &ItemsPage::verifyWanted, this, [this] {
        m_items->say({}, {}, NoticeTone::Good);
        setCurrentWidget(m_verify);
        m_verify->begin(m_items->overview()->vault);
    });
    connect(m_members, &MembersPage::left, this, [this] {
        m_members->clear();
        goBack();
    });
    connect(m_members, &MembersPage::workEnded, this, &VaultPage::workEnded);
    connect(m_move, &MovePage::left, this, [this] {
        m_move->clear();
        showItems();
    });
    connect(m_move, &MovePage::workEnded, this, &VaultPage::workEnded);
    connect(m_verify, &VerifyPage::left, this, [this] {
        m_verify->clear();
        showItems();
    });
    connect(m_verify, &VerifyPage::workEnded, this, &VaultPage::workEnded);
}

void VaultPage::goBack()
{
    if (m_fromItem) {
        setCurrentWidget(m_item);
        m_item->lookAgain();
    } else {
        showItems();
    }
}

void VaultPage::connectParts()
{
    connect(m_new, &NewVaultPage::left, this, [this] {
        m_waiting.clear();
        showItems();
    });
    connect(m_new, &NewVaultPage::made, this, [this](const Known &vault) {
        m_new->clear();
        m_chosen = vault.folder;
        showItems();
        if (m_waiting.empty())
            m_items->say(tr("The vault was made"), tr("It is recorded. Put in what is to be locked."), NoticeTone::Good);
    });
    connect(m_new, &NewVaultPage::workEnded, this, &VaultPage::workEnded);
    connect(m_put, &PutPage::left, this, [this](const base::Path &folder, const QString &item) {
        m_put->clear();
        if (!folder.empty())
            m_chosen = folder;
        if (!item.isEmpty())
            m_items->choose(item);
        showItems();
    });
    connect(m_put, &PutPage::workEnded, this, &VaultPage::workEnded);
}

void VaultPage::comeBack()
{
    m_take->lookAgain();
    if (currentWidget() == m_items)
        showItems();
    else if (!currentWidget()->isAncestorOf(QApplication::focusWidget()))
        currentWidget()->setFocus(Qt::OtherFocusReason);
}

void VaultPage::showItems()
{
    setCurrentWidget(m_items);
    loadVaults();
    loadRescues();
}

void VaultPage::showNew(const QString &why)
{
    setCurrentWidget(m_new);
    m_new->begin(why);
}

void VaultPage::put(const std::vector<base::Path> &paths)
{
    if (isWorking() || paths.empty())
        return;
    m_items->say({}, {}, NoticeTone::Good);
    if (currentWidget() == m_put) {
        m_put->add(paths);
        return;
    }
    m_waiting = paths;
    showItems();
}

// As soon as it is known which vaults there are.
void VaultPage::goOnPutting()
{
    const auto canBeRead = [](const Known &known) { return known.problem.isEmpty(); };
    if (std::none_of(m_vaults.begin(), m_vaults.end(), canBeRead)) {
        showNew(tr("There is no vault yet that these files could be put into. Make one first."));
        return;
    }
    setCurrentWidget(m_put);
    m_put->begin(m_vaults, m_chosen, std::exchange(m_waiting, {}));
}

void VaultPage::openFolder(const base::Path &folder)
{
    if (isWorking())
        return;
    m_opening = true;
    m_items->say({}, {}, NoticeTone::Good);
    classify::inBackground(this, [desk = &m_desk, folder] { return desk->open(folder); }, [this](const base::Result<Known> &known) {
        m_opening = false;
        if (known) {
            m_chosen = known->folder;
            loadVaults();
        } else {
            m_items->say(tr("There is no vault in this folder that you can open"), known.error().message, NoticeTone::Wrong);
        }
        Q_EMIT workEnded();
    });
}

void VaultPage::loadVaults()
{
    if (m_vaults.empty())
        m_items->setReading(tr("Looking for the vaults of this desktop."));
    classify::inBackground(this, [desk = &m_desk] { return desk->vaults(); },
                           [this, asked = ++m_asked](const base::Result<std::vector<Known>> &vaults) {
                               if (asked == m_asked)
                                   takeVaults(vaults);
                           });
}

void VaultPage::takeVaults(const base::Result<std::vector<Known>> &vaults)
{
    if (!vaults) {
        m_items->setFailed(vaults.error());
        return;
    }
    m_vaults = *vaults;
    const auto isChosen = [this](const Known &known) { return known.folder == m_chosen; };
    if (std::none_of(m_vaults.begin(), m_vaults.end(), isChosen))
        m_chosen = m_vaults.empty() ? base::Path() : m_vaults.front().folder;
    m_items->setReading({});
    m_items->setVaults(m_vaults, m_chosen);
    if (!m_waiting.empty())
        goOnPutting();
    else if (!m_chosen.empty())
        load();
    else
        m_items->takeFocus();
}

void VaultPage::choose(const base::Path &folder)
{
    if (folder == m_chosen && !m_reading)
        return;
    m_chosen = folder;
    m_items->say({}, {}, NoticeTone::Good);
    m_items->setProblem({});
    load();
}

void VaultPage::load()
{
    if (m_reading)
        m_reading->cancel();
    auto *work = new classify::Work(this);
    m_reading = work;
    if (!m_items->overview())
        m_items->setReading(tr("Reading what is in the vault."));
    connect(work, &classify::Work::moved, this, [this, work](int done, int total) {
        if (m_reading == work && !m_items->overview())
            m_items->setReading(tr("Reading what is in the vault: %1 of %2").arg(done).arg(total));
    });
    classify::inBackground(this, [desk = &m_desk, folder = m_chosen, work] { return desk->overview(folder, *work); },
                           [this, work](base::Result<Overview> overview) {
                               work->deleteLater();
                               if (m_reading != work)
                                   return; // somebody has chosen another one meanwhile
                               m_reading = nullptr;
                               if (overview)
                                   noteWaiting(overview->vault.folder, waitingIn(*overview));
                               if (overview)
                                   m_items->setOverview(std::move(*overview));
                               else
                                   m_items->setProblem(overview.error().message);
                               m_items->setOpened(m_desk.opened());
                               m_items->takeFocus();
                           });
}

void VaultPage::clear()
{
    ++m_asked;
    ++m_cleared;
    m_tending->stop();
    m_saves = 0;
    if (m_reading)
        std::exchange(m_reading, nullptr)->cancel();
    m_vaults.clear();
    m_chosen.clear();
    m_waiting.clear();
    m_asking.clear();
    Q_EMIT waitingChanged(0);
    m_items->clear();
    m_new->clear();
    m_put->clear();
    m_item->clear();
    m_take->clear();
    m_members->clear();
    m_move->clear();
    m_verify->clear();
    setCurrentWidget(m_items);
}

bool VaultPage::isWorking() const
{
    return m_opening || m_new->isWorking() || m_put->isWorking() || m_item->isWorking() || m_take->isWorking()
           || m_members->isWorking() || m_move->isWorking() || m_verify->isWorking();
}

void VaultPage::stop()
{
    m_put->stop();
    m_take->stop();
    m_members->stop();
    m_move->stop();
    m_verify->stop();
}

} // namespace shirushi::vaults
