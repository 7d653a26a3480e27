// Of Frame: what one page asks of another.
#include "approvals/approvalspage.h"
#include "classify/classifypage.h"
#include "dispose/disposepage.h"
#include "review/reviewpage.h"
#include "send/receivepage.h"
#include "send/sendpage.h"
#include "vault/vaultpage.h"
#include "window/checkplace.h"
#include "window/frame.h"
#include "window/frontdoor.h"
#include "window/header.h"
#include "window/rail.h"
#include "window/readonlyband.h"
#include "window/settingspage.h"

#include <QShortcut>

namespace shirushi::window {

void Frame::connectPages()
{
    connect(m_classify, &classify::ClassifyPage::requestWanted, this, [this](const classify::LoweringWish &wish) {
        showPage(m_numbers.approvals);
        approvals::Asking asking;
        asking.deed = QStringLiteral("lower");
        asking.purpose = wish.reason;
        asking.target = wish.target;
        asking.takesLabelAway = wish.target.empty();
        m_approvals->ask(asking, wish.files);
    });
    connect(m_send, &send::SendPage::requestWanted, this, [this](const approvals::Asking &asking) {
        showPage(m_numbers.approvals);
        m_approvals->ask(asking);
    });
    connect(m_check, &CheckPlace::sendWanted, this,
            [this](const std::vector<base::Path> &files, const QString &destination, const QString &channel, const QStringList &given) {
                showPage(m_numbers.send);
                m_send->order(files, destination, channel, given);
            });
    const auto store = [this](const std::vector<base::Path> &paths) {
        showPage(m_numbers.vault);
        m_vault->put(paths);
    };
    connect(m_classify, &classify::ClassifyPage::storeWanted, this, store);
    connect(m_receive, &send::ReceivePage::storeWanted, this, store);
    connect(m_vault, &vaults::VaultPage::touched, this, &Frame::touched);
    connect(m_vault, &vaults::VaultPage::disposeWanted, this, [this](const base::Path &folder, const QString &item) {
        showPage(m_numbers.dispose);
        m_dispose->add({disposal::ItemPlace{folder, item}});
    });
    connect(m_vault, &vaults::VaultPage::requested, this, [this] { m_approvals->begin(); });
    connect(m_dispose, &disposals::DisposePage::requested, this, [this] { m_approvals->begin(); });
}

void Frame::connectOffice()
{
    auto *f1 = new QShortcut(QKeySequence(Qt::Key_F1), this);
    connect(f1, &QShortcut::activated, this, [this] { showPage(m_numbers.help); });
    connect(m_rail, &Rail::chosen, this, &Frame::showPage);
    connect(m_header, &Header::lockWanted, this, &Frame::lockWanted);
    connect(m_header, &Header::ledgerWanted, this, [this] { showPage(m_numbers.review); });
    connect(m_readOnly, &ReadOnlyBand::detailsWanted, this, [this] { showPage(m_numbers.review); });
    connect(m_verification, &review::Verification::changed, this, &Frame::showLedger);
    connect(m_settings, &SettingsPage::changed, this,
            [this] { m_header->setState(m_desks.door.rulesTitle(), m_desks.door.who().value_or(Person{})); });
    connect(m_settings, &SettingsPage::officeChanged, this, [this] {
        if (!isInTheOffice()) {
            Q_EMIT lockWanted();
            return;
        }
        m_verification->begin();
        m_approvals->begin();
    });
    connect(m_review, &review::ReviewPage::accepted, this, [this] {
        m_verification->begin();
        m_approvals->begin();
        m_review->refresh();
    });
}

} // namespace shirushi::window
