#include "vault/takepage.h"

#include "classify/progressrow.h"
#include "classify/work.h"
#include "send/folder.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int longestWords = 300;
constexpr int typingPause = 300; // ms

// A name that is free in the folder: 名簿.xlsx, 名簿 (2).xlsx
base::Path freeIn(const base::Path &folder, const QString &name)
{
    const base::Path wanted = base::toPath(name);
    base::Path target = folder / wanted;
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(std::filesystem::symlink_status(target, ignored)) && number < 1000; ++number)
        target = folder / base::toPath(QStringLiteral("%1 (%2)%3").arg(base::toDisplay(wanted.stem())).arg(number).arg(base::toDisplay(wanted.extension())));
    return target;
}

} // namespace

TakePage::TakePage(const Theme &theme, VaultDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})), m_place(new QWidget), m_form(new QWidget),
      m_targetLine(new QLineEdit),
      m_outside(new CheckLine(theme, tr("The copy leaves the office"), tr("On a medium, a computer that is carried away, or by any other way."))),
      m_wordsTitle(new TextBlock(theme, TextKind::Small)), m_words(new QLineEdit), m_verdict(new Notice(theme, NoticeTone::Caution, {})),
      m_ask(makeButton(tr("Ask for it(&K)"), ButtonKind::Small)),
      m_progress(new classify::ProgressRow(theme, tr("Making the copy"), tr("If you stop, no copy is left behind."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_take(makeButton(tr("Take out a copy(&S)"), ButtonKind::Main)), m_typing(new QTimer(this))
{
    m_title = addTitle({});
    m_lead = addText(TextKind::Body, {}, Ink::Dim);
    body()->addWidget(m_said);
    (new QVBoxLayout(m_place))->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_place);
    body()->addWidget(m_form);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    addForm(column);
    body()->addWidget(m_progress);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_take);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_typing, &QTimer::timeout, this, &TakePage::look);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &TakePage::stop);
    connect(m_back, &QPushButton::clicked, this, &TakePage::left);
    connect(m_take, &QPushButton::clicked, this, &TakePage::carryOut);
    clear();
}

void TakePage::addForm(QVBoxLayout *column)
{
    column->addWidget(new TextBlock(theme(), TextKind::Small, tr("The copy becomes")));
    m_targetLine->setReadOnly(true);
    m_targetLine->setAccessibleName(tr("The copy becomes"));
    QPushButton *other = makeButton(tr("Another place(&O)"), ButtonKind::Plain);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_targetLine, 1);
    row->addWidget(other);
    column->addLayout(row);
    column->addWidget(m_outside);
    column->addWidget(m_wordsTitle);
    m_words->setMaxLength(longestWords);
    column->addWidget(m_words);
    auto *box = new QWidget;
    auto *inside = new QHBoxLayout(box);
    inside->setContentsMargins(0, 6, 0, 2);
    inside->addWidget(m_ask);
    inside->addStretch(1);
    m_verdict->add(box);
    column->addWidget(m_verdict);
    connect(other, &QPushButton::clicked, this, &TakePage::chooseTarget);
    connect(m_outside, &QAbstractButton::toggled, this, &TakePage::look);
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        m_prospect.reset();
        judge();
        m_typing->start();
    });
    connect(m_ask, &QPushButton::clicked, this, &TakePage::ask);
}

void TakePage::clear()
{
    ++m_asked;
    m_isDone = false;
    m_row = {};
    m_target.clear();
    m_prospect.reset();
    const QSignalBlocker words(m_words);
    m_words->clear();
    const QSignalBlocker outside(m_outside);
    m_outside->setChecked(false);
    m_typing->stop();
    m_targetLine->clear();
    m_title->setText({});
    m_said->hide();
    m_place->hide();
    judge();
}

void TakePage::begin(const base::Path &folder, const Row &row, std::int64_t counter)
{
    clear();
    m_folder = folder;
    m_row = row;
    m_counter = counter;
    m_recovers = !row.mayOpen;
    m_title->setText(m_recovers ? tr("Recover %1").arg(row.name) : tr("Take out a copy of %1").arg(row.name));
    QString lead = m_recovers ? tr("You are no member of this item. That you recover it is recorded with your reason, and the members see it.")
                              : tr("The item stays in the vault. That a copy was taken out is recorded; look after the copy, and dispose of it when it has served.");
    if (counter != 0)
        lead += u' ' + tr("This is an older content.");
    m_lead->setText(lead);
    const QString words = m_recovers ? tr("Why it is recovered") : tr("What it is for");
    m_wordsTitle->setText(words);
    m_words->setAccessibleName(words);
    const QString take = m_recovers ? tr("Recover it(&S)") : tr("Take out a copy(&S)");
    m_take->setText(take);
    m_take->setAccessibleName(withoutAccessKey(take));
    setTarget(freeIn(base::toPath(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)), row.name));
    scrollToTop();
    look();
    m_words->setFocus(Qt::OtherFocusReason);
}

void TakePage::setTarget(const base::Path &target)
{
    m_target = target;
    m_targetLine->setText(base::toDisplay(target));
    judge();
}

void TakePage::chooseTarget()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Where the copy goes"), base::toDisplay(m_target.parent_path()));
    if (!chosen.isEmpty())
        setTarget(freeIn(base::toPath(chosen), m_row.name));
}

vault::TakeOrder TakePage::order() const
{
    vault::TakeOrder order;
    order.id = m_row.id;
    order.target = m_target;
    order.counter = m_counter;
    order.leavesOffice = m_outside->isChecked();
    (m_recovers ? order.reason : order.purpose) = m_words->text().simplified();
    return order;
}

void TakePage::lookAgain()
{
    if (!m_row.id.isEmpty() && !m_isDone && !isWorking())
        look();
}

void TakePage::look()
{
    judge();
    if (m_row.id.isEmpty() || m_recovers)
        return;
    classify::inBackground(this, [desk = &m_desk, folder = m_folder, order = order()] { return desk->prospect(folder, order); },
                           [this, asked = ++m_asked](const base::Result<TakeProspect> &prospect) {
                               if (asked == m_asked)
                                   showProspect(prospect);
                           });
}

void TakePage::showProspect(const base::Result<TakeProspect> &prospect)
{
    if (!prospect) {
        say(tr("Whether it may be taken out cannot be said"), prospect.error().message, NoticeTone::Wrong);
        return;
    }
    // What was asked for already is what it is for.
    if (m_words->text().isEmpty() && !prospect->purpose.isEmpty() && !prospect->problem.isEmpty()) {
        m_words->setText(prospect->purpose);
        look();
        return;
    }
    m_prospect = *prospect;
    judge();
}

void TakePage::judge()
{
    const bool isFree = !m_row.id.isEmpty() && !isWorking();
    const bool hasWords = !m_words->text().simplified().isEmpty();
    m_form->setVisible(!m_isDone);
    m_form->setEnabled(isFree);
    m_outside->setVisible(!m_recovers);
    m_back->setEnabled(!isWorking());
    m_take->setVisible(!m_isDone);
    const bool isAsked = m_prospect && m_prospect->isAsked;
    const bool isRefused = m_prospect && !m_prospect->problem.isEmpty();
    m_verdict->setVisible(!m_recovers && isAsked);
    if (isRefused) {
        m_verdict->setTone(NoticeTone::Caution);
        m_verdict->setText(tr("It cannot be taken out yet"), m_prospect->problem);
    } else if (isAsked) {
        m_verdict->setTone(NoticeTone::Good);
        m_verdict->setText(tr("It is permitted for this purpose"), tr("The approval is recorded with the copy."));
    }
    m_ask->setVisible(isRefused && m_prospect->canAsk);
    m_ask->setEnabled(isFree && hasWords);
    m_take->setEnabled(isFree && !m_target.empty() && (m_recovers ? hasWords : m_prospect && !isRefused));
    setFootHint(m_isDone || m_row.id.isEmpty()                   ? QString()
                : m_recovers && !hasWords                        ? tr("Please give the reason.")
                : m_ask->isVisibleTo(this) && !hasWords ? tr("Please say what it is for, then ask for it.")
                                                                 : QString());
}

void TakePage::ask()
{
    m_asking = true;
    judge();
    classify::inBackground(this, [desk = &m_desk, folder = m_folder, item = m_row.id, purpose = m_words->text().simplified()] { return desk->ask(folder, item, purpose); },
                           [this](const base::Result<bool> &shared) {
                               m_asking = false;
                               if (shared) {
                                   say(tr("Signed and asked for"), *shared ? tr("It lies in the shared folder. When it is approved, come back to this page.")
                                                                           : tr("It stands among the requests. When it is approved, come back to this page."),
                                       NoticeTone::Good);
                                   Q_EMIT asked();
                               } else {
                                   say(tr("It was not asked for"), shared.error().message, NoticeTone::Wrong);
                               }
                               look();
                               m_back->setFocus(Qt::OtherFocusReason);
                               Q_EMIT workEnded();
                           });
}

void TakePage::stop()
{
    if (m_work)
        m_work->cancel();
}

void TakePage::carryOut()
{
    m_said->hide();
    m_work = new classify::Work(this);
    judge();
    m_progress->follow(*m_work, tr("Making the copy: %1"));
    reveal(m_progress);
    classify::inBackground(this, [desk = &m_desk, folder = m_folder, order = order(), work = m_work] { return desk->take(folder, order, *work); },
                           [this](const base::Result<vault::Taken> &taken) { finish(taken); });
}

void TakePage::finish(const base::Result<vault::Taken> &taken)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    m_isDone = taken.has_value();
    judge();
    if (taken) {
        say(m_recovers ? tr("It is recovered") : tr("The copy is taken out"),
            (QStringList{tr("It is recorded. This copy is not encrypted: look after it.")} + taken->notices).join(u'\n'), NoticeTone::Good);
        delete m_place->layout()->takeAt(0);
        qDeleteAll(m_place->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        m_place->layout()->addWidget(send::folderRow(m_target));
        m_place->show();
    } else if (taken.error().code == base::ErrorCode::Cancelled) {
        say(tr("Stopped. No copy is left behind."), {}, NoticeTone::Information);
    } else {
        say(tr("It was not taken out"), taken.error().message, NoticeTone::Wrong);
        look();
    }
    m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT workEnded();
}

void TakePage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    m_said->show();
    reveal(m_said);
}

} // namespace shirushi::vaults
