#include "vault/verifypage.h"

#include "classify/progressrow.h"
#include "classify/work.h"
#include "vault/linestable.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QPushButton>

#include <utility>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int shownFindings = 14;

} // namespace

VerifyPage::VerifyPage(const Theme &theme, VaultDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_findings(new LinesTable(theme, tr("What was found"), {tr("Item or file"), tr("What was found")}, shownFindings)),
      m_progress(new classify::ProgressRow(theme, tr("Checking the vault"), tr("Nothing is changed by it, and you can stop at any time."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_again(makeButton(tr("Check it again(&S)"), ButtonKind::Main))
{
    m_title = addTitle({}, tr("Every item is compared with its signature and with what the ledger of this desktop knows."));
    for (QWidget *part : std::initializer_list<QWidget *>{m_said, m_findings, m_progress})
        body()->addWidget(part);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_again);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &VerifyPage::stop);
    connect(m_back, &QPushButton::clicked, this, &VerifyPage::left);
    connect(m_again, &QPushButton::clicked, this, &VerifyPage::look);
    clear();
}

void VerifyPage::clear()
{
    m_vault = {};
    m_title->setText({});
    m_findings->setLines({});
    m_said->hide();
}

void VerifyPage::begin(const Known &vault)
{
    clear();
    m_vault = vault;
    m_title->setText(tr("Check %1").arg(vault.name));
    look();
}

void VerifyPage::stop()
{
    if (m_work)
        m_work->cancel();
}

void VerifyPage::look()
{
    m_said->hide();
    m_findings->setLines({});
    m_work = new classify::Work(this);
    m_again->setEnabled(false);
    m_back->setEnabled(false);
    m_progress->follow(*m_work, tr("Checking: %1"));
    classify::inBackground(this, [desk = &m_desk, folder = m_vault.folder, work = m_work] { return desk->verify(folder, *work); },
                           [this](const base::Result<std::vector<vault::Finding>> &findings) { finish(findings); });
}

void VerifyPage::finish(const base::Result<std::vector<vault::Finding>> &findings)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    m_again->setEnabled(true);
    m_back->setEnabled(true);
    if (!findings) {
        const bool isStopped = findings.error().code == base::ErrorCode::Cancelled;
        m_said->setTone(isStopped ? NoticeTone::Information : NoticeTone::Wrong);
        m_said->setText(isStopped ? tr("Stopped. Not everything was looked at.") : tr("The vault could not be checked"),
                        isStopped ? QString() : findings.error().message);
    } else if (findings->empty()) {
        m_said->setTone(NoticeTone::Good);
        m_said->setText(tr("Everything in this vault is as it should be"),
                        tr("Of what is locked for other people, only that it is there can be said."));
    } else {
        m_said->setTone(NoticeTone::Wrong);
        m_said->setText(tr("%n findings in this vault", nullptr, static_cast<int>(findings->size())),
                        tr("Please leave everything as it is and tell who answers for information security. Nothing was changed here."));
    }
    std::vector<QStringList> lines;
    for (const vault::Finding &finding : findings.value_or(std::vector<vault::Finding>()))
        lines.push_back({finding.name.isEmpty() ? finding.file : finding.name, finding.sentence});
    m_findings->setLines(std::move(lines));
    m_said->show();
    m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT workEnded();
}

} // namespace shirushi::vaults
