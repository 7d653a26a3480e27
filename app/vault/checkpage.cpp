#include "vault/checkpage.h"

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

CheckPage::CheckPage(const Theme &theme, const Words &words, QWidget *parent)
    : Page(theme, parent), m_words(words), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_findings(new LinesTable(theme, tr("What was found"), words.columns, shownFindings)),
      m_progress(new classify::ProgressRow(theme, words.doing, tr("Nothing is changed by it, and you can stop at any time."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_again(makeButton(tr("Check it again(&S)"), ButtonKind::Main))
{
    m_title = addTitle({}, words.lead);
    for (QWidget *part : std::initializer_list<QWidget *>{m_said, m_findings, m_progress})
        body()->addWidget(part);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_again);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &CheckPage::stop);
    connect(m_back, &QPushButton::clicked, this, &CheckPage::left);
    connect(m_again, &QPushButton::clicked, this, &CheckPage::look);
    clear();
}

void CheckPage::clear()
{
    m_look = {};
    m_title->setText({});
    m_findings->setLines({});
    m_said->hide();
}

void CheckPage::start(const QString &title, Look look)
{
    clear();
    m_look = std::move(look);
    m_title->setText(title);
    this->look();
}

void CheckPage::stop()
{
    if (m_work)
        m_work->cancel();
}

void CheckPage::look()
{
    m_said->hide();
    m_findings->setLines({});
    m_work = new classify::Work(this);
    m_again->setEnabled(false);
    m_back->setEnabled(false);
    m_progress->follow(*m_work, tr("Checking: %1"));
    classify::inBackground(this, [look = m_look, work = m_work] { return look(*work); },
                           [this](const base::Result<std::vector<QStringList>> &findings) { finish(findings); });
}

void CheckPage::finish(const base::Result<std::vector<QStringList>> &findings)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    m_again->setEnabled(true);
    m_back->setEnabled(true);
    if (!m_look) { // cleared meanwhile: it is not for who comes next
        Q_EMIT workEnded();
        return;
    }
    if (!findings) {
        const bool isStopped = findings.error().code == base::ErrorCode::Cancelled;
        m_said->setTone(isStopped ? NoticeTone::Information : NoticeTone::Wrong);
        m_said->setText(isStopped ? tr("Stopped. Not everything was looked at.") : m_words.failed, isStopped ? QString() : findings.error().message);
    } else if (findings->empty()) {
        m_said->setTone(NoticeTone::Good);
        m_said->setText(m_words.good, m_words.goodText);
    } else {
        m_said->setTone(NoticeTone::Wrong);
        m_said->setText(m_words.found(static_cast<int>(findings->size())),
                        tr("Please leave everything as it is and tell who answers for information security. Nothing was changed here."));
    }
    m_findings->setLines(findings.value_or(std::vector<QStringList>()));
    m_said->show();
    m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT workEnded();
}

} // namespace shirushi::vaults
