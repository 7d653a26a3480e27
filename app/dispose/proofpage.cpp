#include "dispose/proofpage.h"

#include "base/clock.h"
#include "classify/progressrow.h"
#include "classify/work.h"
#include "vault/linestable.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QPushButton>

#include <utility>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int shownFindings = 14;

} // namespace

ProofPage::ProofPage(const Theme &theme, const DisposeDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_findings(new vaults::LinesTable(theme, tr("What was found"), {tr("No."), tr("What"), tr("What was found")}, shownFindings)),
      m_progress(new classify::ProgressRow(theme, tr("Checking the records of disposal"), tr("Nothing is changed by it, and you can stop at any time."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_again(makeButton(tr("Check it again(&S)"), ButtonKind::Main))
{
    m_title = addTitle({}, tr("Is every record as it was signed, was each disposal permitted, and does nothing of it lie at its place again?"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_said, m_findings, m_progress})
        body()->addWidget(part);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_again);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &ProofPage::stop);
    connect(m_back, &QPushButton::clicked, this, &ProofPage::left);
    connect(m_again, &QPushButton::clicked, this, &ProofPage::look);
    clear();
}

void ProofPage::clear()
{
    m_title->setText({});
    m_findings->setLines({});
    m_said->hide();
}

void ProofPage::begin(int year)
{
    clear();
    m_year = year;
    m_title->setText(tr("Check the disposals of %1").arg(base::toJapaneseFiscalYear(year)));
    look();
}

void ProofPage::stop()
{
    if (m_work)
        m_work->cancel();
}

void ProofPage::look()
{
    m_said->hide();
    m_findings->setLines({});
    m_work = new classify::Work(this);
    m_again->setEnabled(false);
    m_back->setEnabled(false);
    m_progress->follow(*m_work, tr("Checking: %1"));
    classify::inBackground(this, [desk = &m_desk, year = m_year, work = m_work] { return desk->verify(year, *work); },
                           [this](const base::Result<std::vector<disposal::Finding>> &findings) { finish(findings); });
}

void ProofPage::finish(const base::Result<std::vector<disposal::Finding>> &findings)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    m_again->setEnabled(true);
    m_back->setEnabled(true);
    if (!findings) {
        const bool isStopped = findings.error().code == base::ErrorCode::Cancelled;
        m_said->setTone(isStopped ? NoticeTone::Information : NoticeTone::Wrong);
        m_said->setText(isStopped ? tr("Stopped. Not everything was looked at.") : tr("The records could not be checked"),
                        isStopped ? QString() : findings.error().message);
    } else if (findings->empty()) {
        m_said->setTone(NoticeTone::Good);
        m_said->setText(tr("The records of disposal hold"),
                        tr("The ledger is whole, each disposal had its permission, and no file with the same content lies at its place again."));
    } else {
        m_said->setTone(NoticeTone::Wrong);
        m_said->setText(tr("%n findings", nullptr, static_cast<int>(findings->size())),
                        tr("Please leave everything as it is and tell who answers for information security. Nothing was changed here."));
    }
    std::vector<QStringList> lines;
    for (const disposal::Finding &finding : findings.value_or(std::vector<disposal::Finding>()))
        lines.push_back({finding.seq > 0 ? QString::number(finding.seq) : QString(), finding.name, finding.sentence});
    m_findings->setLines(std::move(lines));
    m_said->show();
    m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT workEnded();
}

} // namespace shirushi::disposals
