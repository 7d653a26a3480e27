#include "review/acceptcard.h"

#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::review {

using namespace widgets;
using ledger::FindingKind;

namespace {

constexpr int longestReason = 1000; // characters
constexpr qsizetype mostNamed = 10; // entries

// 3, 4, 7 and 12 more
QString numbersText(const std::vector<std::int64_t> &numbers)
{
    QStringList named;
    for (const std::int64_t number : numbers) {
        if (named.size() < mostNamed)
            named += QLocale().toString(static_cast<qlonglong>(number));
    }
    const QString list = named.join(AcceptCard::tr(", "));
    const int more = static_cast<int>(numbers.size()) - static_cast<int>(named.size());
    return more > 0 ? AcceptCard::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

// What is wrong with people's files is put right there, not in the ledger.
bool isOfTheLedger(FindingKind kind)
{
    return kind != FindingKind::RosterRolledBack && kind != FindingKind::RosterChanged && kind != FindingKind::SlotChanged
           && kind != FindingKind::RootChanged;
}

QString whatHappens(const std::vector<ledger::Finding> &findings)
{
    std::vector<std::int64_t> lost;
    bool otherEntries = false;
    int count = 0;
    for (const ledger::Finding &finding : findings) {
        count += isOfTheLedger(finding.kind);
        if (finding.kind == FindingKind::EntryMissing)
            lost.push_back(finding.seq);
        else if (finding.seq > 0)
            otherEntries = true;
    }
    QStringList lines;
    if (!lost.empty())
        lines += AcceptCard::tr("The missing entries (%1) are each replaced by an entry that says “lost”, with your signature. "
                                "What stood there does not come back.").arg(numbersText(lost));
    if (otherEntries)
        lines += AcceptCard::tr("The entries named above stay as they are now. Nothing of them is put right.");
    lines += AcceptCard::tr("An entry names all %n findings, your name and the reason. It is recorded for good and cannot be taken back.",
                            nullptr, count);
    lines += AcceptCard::tr("From then on the ledger can be written again. What changes later is found as before.");
    lines += AcceptCard::tr("If there is a good backup, put it back instead: then nothing is lost that was in it.");
    QString text;
    for (const QString &line : std::as_const(lines))
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + AcceptCard::tr("・%1").arg(line);
    return text;
}

} // namespace

bool canBeAccepted(const std::vector<ledger::Finding> &findings)
{
    // Another root key is another office, and by a roster that nobody signed nobody is anything: no entry can put that right.
    const bool isOtherOffice = std::any_of(findings.begin(), findings.end(), [](const ledger::Finding &finding) {
        return finding.kind == FindingKind::RootChanged || finding.kind == FindingKind::RosterChanged;
    });
    return !isOtherOffice && std::any_of(findings.begin(), findings.end(), [](const ledger::Finding &finding) {
        return ledger::blocksWriting(finding.kind);
    });
}

AcceptCard::AcceptCard(const Theme &theme, ReviewDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_notice(new Notice(theme, NoticeTone::Caution, {})), m_form(new QWidget),
      m_what(new TextBlock(theme, TextKind::Small)), m_reason(new QLineEdit),
      m_accept(makeButton(tr("Accept the findings and write again(&Y)"), ButtonKind::Small)),
      m_leave(makeButton(tr("Do not accept"), ButtonKind::Small)), m_progress(new QProgressBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    addForm();
    hide();
    connect(m_reason, &QLineEdit::textChanged, this, &AcceptCard::judge);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (m_accept->isEnabled())
            m_accept->setFocus(Qt::OtherFocusReason); // the deed itself wants a key of its own
    });
    connect(m_accept, &QPushButton::clicked, this, &AcceptCard::carryOut);
    connect(m_leave, &QPushButton::clicked, this, &AcceptCard::close);
}

void AcceptCard::addForm()
{
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 6, 0, 4);
    form->setSpacing(8);
    form->addWidget(m_what);
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Reason (what was looked into, and what came of it)"));
    m_reason->setAccessibleName(tr("Reason"));
    form->addWidget(m_reason);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Working"));
    form->addWidget(m_progress);
    auto *row = new WrapRow;
    row->addWidget(m_accept);
    row->addWidget(m_leave);
    form->addLayout(row);
    m_notice->add(m_form);
}

void AcceptCard::ask(const std::vector<ledger::Finding> &findings)
{
    m_notice->setTone(NoticeTone::Caution);
    m_notice->setText(tr("Take the ledger as it stands"), tr("Please do this only after it was looked into how that came about."));
    m_what->setText(whatHappens(findings));
    m_reason->clear();
    m_progress->hide();
    m_form->show();
    judge();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void AcceptCard::close()
{
    if (m_working)
        return;
    hide();
    Q_EMIT closed();
}

void AcceptCard::judge()
{
    m_accept->setEnabled(!m_working && !m_reason->text().trimmed().isEmpty());
    m_leave->setEnabled(!m_working);
    m_reason->setEnabled(!m_working);
}

void AcceptCard::carryOut()
{
    if (m_working)
        return;
    m_working = true;
    judge();
    m_progress->setRange(0, 0);
    m_progress->show();
    auto *work = new classify::Work(this);
    connect(work, &classify::Work::moved, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    classify::inBackground(this, [desk = &m_desk, reason = m_reason->text().simplified(), work] {
        return desk->accept(reason, *work);
    }, [this, work](const base::Result<ledger::Entry> &entry) {
        work->deleteLater();
        showEnd(entry);
        Q_EMIT workEnded();
    });
}

void AcceptCard::showEnd(const base::Result<ledger::Entry> &entry)
{
    m_working = false;
    m_progress->hide();
    judge();
    if (!entry) {
        m_notice->setTone(NoticeTone::Wrong);
        m_notice->setText(tr("The findings were not accepted"), entry.error().message);
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_form->hide();
    m_notice->setTone(NoticeTone::Good);
    m_notice->setText(tr("The ledger can be written again"), tr("Entry %1 names what was accepted and why.").arg(entry->seq));
    Q_EMIT accepted();
}

void AcceptCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace shirushi::review
