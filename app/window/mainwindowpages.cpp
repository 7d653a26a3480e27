#include "window/mainwindow.h"

#include "approvals/approvalspage.h"
#include "classify/classifypage.h"
#include "dispose/disposepage.h"
#include "review/reviewpage.h"
#include "send/receivepage.h"
#include "send/sendpage.h"
#include "vault/vaultpage.h"
#include "window/autolock.h"
#include "window/frontdoor.h"
#include "window/header.h"
#include "window/rail.h"
#include "window/settingspage.h"

#include <QShortcut>

namespace shirushi::window {

// What one page asks of another goes through here: no page knows its neighbours.
void MainWindow::connectPages(PageNumbers numbers)
{
    auto *f1 = new QShortcut(QKeySequence(Qt::Key_F1), m_frame);
    connect(f1, &QShortcut::activated, this, [this, help = numbers.help] { showPage(help); });
    connect(m_settings, &SettingsPage::changed, this,
            [this] { m_header->setState(m_door.rulesTitle(), m_door.who().value_or(Person{})); });
    connect(m_settings, &SettingsPage::officeChanged, this, [this] {
        if (!isInTheOffice()) {
            lock();
            return;
        }
        m_verification->begin();
        m_approvals->begin();
    });
    connect(m_settings, &SettingsPage::workEnded, this, &MainWindow::goOn);
    connect(m_classify, &classify::ClassifyPage::requestWanted, this,
            [this, waiting = numbers.approvals](const classify::LoweringWish &wish) {
                showPage(waiting);
                approvals::Asking asking;
                asking.deed = QStringLiteral("lower");
                asking.purpose = wish.reason;
                asking.target = wish.target;
                asking.takesLabelAway = wish.target.empty();
                m_approvals->ask(asking, wish.files);
            });
    connect(m_classify, &classify::ClassifyPage::workEnded, this, &MainWindow::goOn);
    connect(m_approvals, &approvals::ApprovalsPage::workEnded, this, &MainWindow::goOn);
    connect(m_approvals, &approvals::ApprovalsPage::classifyWanted, this, &MainWindow::open);
    connect(m_approvals, &approvals::ApprovalsPage::waitingChanged, this,
            [this, waiting = numbers.approvals](int count) { m_rail->setBadge(waiting, count); });
    connect(m_review, &review::ReviewPage::accepted, this, [this] {
        m_verification->begin();
        m_approvals->begin();
        m_review->refresh();
    });
    connect(this, &MainWindow::sendWanted, m_send,
            [this, sending = numbers.sending](const std::vector<base::Path> &files, const QString &destination, const QString &channel, const QStringList &given) {
                showPage(sending);
                m_send->order(files, destination, channel, given);
            });
    connect(m_send, &send::SendPage::workEnded, this, &MainWindow::goOn);
    connect(m_send, &send::SendPage::classifyWanted, this, &MainWindow::open);
    connect(m_receive, &send::ReceivePage::workEnded, this, &MainWindow::goOn);
    connect(m_receive, &send::ReceivePage::classifyWanted, this, &MainWindow::open);
    connect(m_send, &send::SendPage::waitingChanged, this, [this, sending = numbers.sending](int count) { m_rail->setBadge(sending, count); });
    connect(m_send, &send::SendPage::requestWanted, this, [this, waiting = numbers.approvals](const approvals::Asking &asking) {
        showPage(waiting);
        m_approvals->ask(asking);
    });
    const auto store = [this, vault = numbers.vault](const std::vector<base::Path> &paths) {
        showPage(vault);
        m_vault->put(paths);
    };
    connect(m_classify, &classify::ClassifyPage::storeWanted, this, store);
    connect(m_receive, &send::ReceivePage::storeWanted, this, store);
    connect(m_vault, &vaults::VaultPage::waitingChanged, this, [this, vault = numbers.vault](int count) { m_rail->setBadge(vault, count); });
    connect(m_vault, &vaults::VaultPage::workEnded, this, &MainWindow::goOn);
    connect(m_vault, &vaults::VaultPage::touched, this, [this] {
        if (m_autoLock && m_door.who())
            m_autoLock->touch();
    });
    connect(m_vault, &vaults::VaultPage::disposeWanted, this, [this, page = numbers.disposal](const base::Path &folder, const QString &item) {
        showPage(page);
        m_dispose->add({disposal::ItemPlace{folder, item}});
    });
    connect(m_vault, &vaults::VaultPage::requested, this, [this] { m_approvals->begin(); });
    connect(m_dispose, &disposals::DisposePage::workEnded, this, &MainWindow::goOn);
    connect(m_dispose, &disposals::DisposePage::requested, this, [this] { m_approvals->begin(); });
    connect(m_dispose, &disposals::DisposePage::classifyWanted, this, &MainWindow::open);
    connect(m_dispose, &disposals::DisposePage::waitingChanged, this, [this, disposal = numbers.disposal](int count) { m_rail->setBadge(disposal, count); });
    connect(m_review, &review::ReviewPage::workEnded, this, &MainWindow::goOn);
}

} // namespace shirushi::window
