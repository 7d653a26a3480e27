#include "review/integrityband.h"

#include "classify/labelcard.h"
#include "review/acceptcard.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::review {

using namespace widgets;

namespace {

constexpr std::size_t mostShown = 20; // findings

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString whoCanHelp(const Standing &standing)
{
    const QString names = standing.administrators.join(QCoreApplication::translate("shirushi::review", ", "));
    return names.isEmpty()
               ? QCoreApplication::translate("shirushi::review", "An administrator of the office can put it right.")
               : QCoreApplication::translate("shirushi::review", "An administrator can put it right: %1.").arg(names);
}

} // namespace

QString readOnlyReason(const Verification &verification)
{
    if (!verification.blocksWriting())
        return {};
    QString first;
    for (const ledger::Finding &finding : verification.findings()) {
        if (first.isEmpty() && ledger::blocksWriting(finding.kind))
            first = ledger::sentence(finding);
    }
    return first + whoCanHelp(verification.standing());
}

IntegrityBand::IntegrityBand(const Theme &theme, Verification &verification, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_verification(verification),
      m_notice(new Notice(theme, NoticeTone::Information, {})), m_progress(new QProgressBar),
      m_again(makeButton(tr("Check again(&V)"), ButtonKind::Small)), m_stop(makeButton(tr("Stop"), ButtonKind::Small)),
      m_accept(makeButton(tr("Accept the findings and write again …"), ButtonKind::Small)),
      m_alone(new TextBlock(theme, TextKind::Small,
                         tr("It cannot be found here when all files of this ledger are put back to an earlier day. "
                            "If a shared folder of the office is set in the settings, it is found.")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_notice);
    m_notice->add(m_alone);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the check"));
    m_notice->add(m_progress);
    auto *actions = new QWidget;
    auto *inside = new QVBoxLayout(actions);
    inside->setContentsMargins(0, 4, 0, 2);
    auto *row = new WrapRow;
    inside->addLayout(row);
    for (QPushButton *button : {m_again, m_stop, m_accept})
        row->addWidget(button);
    m_notice->add(actions);
    connect(m_again, &QPushButton::clicked, &verification, &Verification::start);
    connect(m_accept, &QPushButton::clicked, this, &IntegrityBand::acceptanceWanted);
    connect(m_stop, &QPushButton::clicked, &verification, &Verification::cancel);
    connect(&verification, &Verification::changed, this, &IntegrityBand::refresh);
    connect(&verification, &Verification::moved, this, &IntegrityBand::move);
    refresh();
}

QString IntegrityBand::heading() const
{
    const auto &proof = m_verification.proof();
    switch (m_verification.state()) {
    case Verification::State::Unknown:
        return tr("Nobody has looked yet whether the ledger is whole");
    case Verification::State::Running:
        return tr("The ledger is being checked");
    case Verification::State::Whole:
        return tr("The ledger is whole. %1 entries, checked on %2")
            .arg(number(proof->entries), classify::localTime(proof->at));
    case Verification::State::Findings:
        return tr("The ledger is not as it was left: %n findings", nullptr,
                  static_cast<int>(m_verification.findings().size()));
    case Verification::State::Failed:
        return tr("The ledger could not be checked");
    }
    return {};
}

QString IntegrityBand::explanation() const
{
    switch (m_verification.state()) {
    case Verification::State::Whole:
        return m_verification.standing().notice;
    case Verification::State::Findings:
        return m_verification.blocksWriting()
                   ? tr("Until this is put right, it can only be read.") + whoCanHelp(m_verification.standing())
                   : tr("It can still be written. Please judge what is said here.");
    case Verification::State::Failed:
        return m_verification.problem();
    default:
        return {};
    }
}

void IntegrityBand::refresh()
{
    const bool running = m_verification.isRunning();
    const auto state = m_verification.state();
    m_notice->setTone(!m_verification.findings().empty()       ? NoticeTone::Wrong
                      : state == Verification::State::Whole    ? NoticeTone::Good
                      : state == Verification::State::Failed   ? NoticeTone::Caution
                                                               : NoticeTone::Information);
    m_notice->setText(heading(), explanation());
    addFindings();
    if (running)
        m_progress->setRange(0, 0);
    m_progress->setVisible(running);
    // The focus stays in the band when one button takes the other's place.
    const bool focused = m_again->hasFocus() || m_stop->hasFocus();
    m_stop->setVisible(running);
    m_again->setVisible(!running);
    if (focused)
        (running ? m_stop : m_again)->setFocus(Qt::OtherFocusReason);
    // Only what everything was looked at for is known well enough.
    m_accept->setVisible(state == Verification::State::Findings && m_verification.standing().mayAccept && m_verification.proof()
                         && canBeAccepted(m_verification.findings()));
    m_alone->setVisible(!m_verification.standing().hasSharedFolder);
}

void IntegrityBand::move(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_notice->setText(tr("The ledger is being checked (%1 of %2)").arg(number(done), number(total)));
}

void IntegrityBand::addFindings()
{
    delete m_findings;
    m_findings = nullptr;
    const auto &findings = m_verification.findings();
    if (findings.empty())
        return;
    m_findings = new QWidget;
    auto *column = new QVBoxLayout(m_findings);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    for (std::size_t i = 0; i < findings.size() && i < mostShown; ++i) {
        const ledger::Finding &finding = findings[i];
        const QString sentence = ledger::sentence(finding);
        column->addWidget(new TextBlock(m_theme, TextKind::Small, sentence));
        if (finding.seq <= 0)
            continue;
        QPushButton *look = makeButton(tr("See entry %1").arg(finding.seq), ButtonKind::Small);
        look->setAccessibleDescription(sentence);
        connect(look, &QPushButton::clicked, this, [this, seq = finding.seq] { Q_EMIT entryWanted(seq); });
        column->addWidget(look, 0, Qt::AlignLeft);
    }
    if (findings.size() > mostShown)
        column->addWidget(new TextBlock(m_theme, TextKind::Small,
                                        tr("and %n more", nullptr, static_cast<int>(findings.size() - mostShown))));
    m_notice->add(m_findings);
}

} // namespace shirushi::review
