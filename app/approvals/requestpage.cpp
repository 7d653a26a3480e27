#include "approvals/requestpage.h"

#include "approvals/decisionform.h"
#include "approvals/paperform.h"
#include "approvals/requestcard.h"
#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::approvals {

using namespace widgets;

namespace {

constexpr int longestNote = 1000; // characters

} // namespace

RequestPage::RequestPage(const Theme &theme, ApprovalDesk &desk, QWidget *parent) : Page(theme, parent), m_desk(desk)
{
    m_back = makeButton(tr("Back to the requests(&B)"), ButtonKind::Plain);
    QPushButton *hand = makeButton(tr("Write as files(&E)"), ButtonKind::Quiet);
    addToFootLeft(m_back);
    addToFootLeft(hand);
    connect(m_back, &QPushButton::clicked, this, &RequestPage::left);
    connect(hand, &QPushButton::clicked, this, &RequestPage::exportFiles);
}

void RequestPage::clear()
{
    delete m_content;
    m_content = nullptr;
    m_first = nullptr;
    m_item = {};
}

// The word of the first approval that is still open; of several words each stands in its own card.
QString RequestPage::word() const
{
    for (const Need &need : m_item.needs) {
        if (need.isOpen)
            return need.word;
    }
    return m_item.needs.empty() ? tr("approval") : m_item.needs.front().word;
}

void RequestPage::setItem(const Item &item, bool takesPaper)
{
    clear();
    setFootHint({});
    m_item = item;
    m_takesPaper = takesPaper;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    body()->addWidget(m_content, 1);
    column->addWidget(new RequestCard(theme(), m_item, m_desk));
    addState(column);
    if (m_item.hasScan)
        addScan(column);
    addWays(column);
    column->addStretch(1);
    scrollToTop();
    if (m_first)
        m_first->takeFocus();
    else
        m_back->setFocus(Qt::OtherFocusReason);
}

void RequestPage::greet(const Asked &asked)
{
    if (!m_content || m_item.id != asked.id)
        return;
    auto *notice = new Notice(theme(), NoticeTone::Good, tr("It is asked for, and signed by you"),
                              asked.isShared ? tr("It lies in the shared folder, where who decides finds it.")
                                             : tr("Who decides on this computer finds it in their list. For another computer write "
                                                  "it as a file and hand that over."));
    if (!asked.isShared) {
        auto *box = new QWidget;
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 4, 0, 2);
        QPushButton *hand = makeButton(tr("Write the request's file"), ButtonKind::Small);
        row->addWidget(hand);
        row->addStretch(1);
        notice->add(box);
        connect(hand, &QPushButton::clicked, this, &RequestPage::exportFiles);
    }
    static_cast<QVBoxLayout *>(m_content->layout())->insertWidget(0, notice);
    scrollToTop();
    m_back->setFocus(Qt::OtherFocusReason);
}

Notice *RequestPage::addBand(QVBoxLayout *column, const QString &heading, const QString &text, QWidget *inside)
{
    auto *notice = new Notice(theme(), NoticeTone::Information, heading, text);
    if (inside)
        notice->add(inside);
    column->addWidget(notice);
    return notice;
}

void RequestPage::addState(QVBoxLayout *column)
{
    if (!m_item.objection.isEmpty())
        addBand(column, tr("This request does not count"), m_item.objection, nullptr)->setTone(NoticeTone::Wrong);
    else if (m_item.state == State::Approved || m_item.state == State::Reported)
        addBand(column, m_item.stateText, {}, nullptr)->setTone(NoticeTone::Good);
    else if (m_item.state != State::Waiting)
        addBand(column, m_item.stateText, m_item.reportsDue.join(u'\n'), nullptr)->setTone(NoticeTone::Caution);
}

void RequestPage::addScan(QVBoxLayout *column)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 2);
    QPushButton *take = makeButton(tr("Take the document out …"), ButtonKind::Small);
    row->addWidget(take);
    row->addStretch(1);
    addBand(column, tr("The scan of the decision on paper is kept in the ledger"), {}, box);
    connect(take, &QPushButton::clicked, this, &RequestPage::takeOutScan);
}

void RequestPage::addWays(QVBoxLayout *column)
{
    if (!m_item.objection.isEmpty())
        return;
    if (m_item.waitsForMe || m_item.sharesDuties) {
        DecisionForm *form = decisionForm({});
        addBand(column, tr("Your decision"), {}, form);
        m_first = form;
    }
    if (m_item.mayCountersign) {
        addNoteDeed(column, tr("One person asked for this and approved it: have you looked into it?"),
                    tr("Countersign(&C)"), tr("Countersigned"),
                    [this](const QString &id, const QString &note) { return m_desk.countersign(id, note); });
    }
    if (m_item.isMine && m_item.state == State::ReportDue) {
        addNoteDeed(column, tr("The exception is still to be reported"), tr("Record the report(&R)"),
                    tr("The report is recorded"),
                    [this](const QString &id, const QString &note) { return m_desk.report(id, note); });
    }
    if (m_item.state != State::Waiting)
        return;
    addBeside(column);
    if (m_takesPaper)
        addPaper(column);
    if (m_item.isMine) {
        addNoteDeed(column, tr("It is not needed any more"), tr("Withdraw the request(&W)"), tr("Withdrawn"),
                    [this](const QString &id, const QString &note) { return m_desk.withdraw(id, note); });
    }
}

DecisionForm *RequestPage::decisionForm(const std::vector<Approver> &approvers)
{
    auto *form = new DecisionForm(theme(), word(), approvers.empty() && m_item.sharesDuties, approvers);
    connect(form, &DecisionForm::decided, this,
            [this, form](bool approve, const Words &words, const QString &user,
                         const std::shared_ptr<base::SecretBytes> &password) {
                const QString id = m_item.id;
                ApprovalDesk *desk = &m_desk;
                const Deed deed = [=]() -> base::Result<void> {
                    if (!user.isEmpty())
                        return desk->decideAs(user, *password, id, approve, words);
                    return approve ? desk->approve(id, words) : desk->refuse(id, words.comment);
                };
                carryOut(deed, approve ? tr("Given: %1").arg(word()) : tr("Not given: %1").arg(word()),
                         [form](const QString &problem) {
                             form->setProblem(problem);
                             form->takeFocus();
                         });
            });
    return form;
}

void RequestPage::addBeside(QVBoxLayout *column)
{
    if (m_item.approvers.empty())
        return;
    addBand(column, tr("Somebody who may approve is here"),
            tr("They sign in for this one decision and leave; you stay signed in."), decisionForm(m_item.approvers));
}

void RequestPage::addPaper(QVBoxLayout *column)
{
    auto *form = new PaperForm(theme());
    addBand(column, tr("It was decided on paper"),
            tr("It is shown as a decision on paper everywhere, and never as a signed approval."), form);
    connect(form, &PaperForm::filledIn, this, [this, form](const Paper &paper) {
        carryOut([desk = &m_desk, id = m_item.id, paper] { return desk->recordPaper(id, paper); },
                 tr("The decision on paper is recorded"), [form](const QString &problem) { form->setProblem(problem); });
    });
}

void RequestPage::addNoteDeed(QVBoxLayout *column, const QString &heading, const QString &button, const QString &said,
                              std::function<base::Result<void>(const QString &id, const QString &note)> deed)
{
    auto *inside = new QWidget;
    auto *lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 6, 0, 4);
    auto *note = new QLineEdit;
    note->setMaxLength(longestNote);
    note->setAccessibleName(tr("Note: %1").arg(withoutAccessKey(button)));
    note->setPlaceholderText(tr("Note"));
    lines->addWidget(note);
    auto *problem = new TextBlock(theme(), TextKind::Small, {}, Ink::Red);
    problem->hide();
    lines->addWidget(problem);
    QPushButton *act = makeButton(button, ButtonKind::Small);
    lines->addWidget(act, 0, Qt::AlignLeft);
    addBand(column, heading, {}, inside);
    connect(act, &QPushButton::clicked, this, [this, note, problem, said, deed = std::move(deed)] {
        carryOut([deed, id = m_item.id, text = note->text().simplified()] { return deed(id, text); }, said,
                 [problem](const QString &sentence) {
                     problem->setText(sentence);
                     problem->show();
                 });
    });
}

void RequestPage::carryOut(Deed deed, const QString &said, std::function<void(const QString &)> problem)
{
    if (m_working)
        return;
    m_working = true;
    m_content->setEnabled(false);
    classify::inBackground(this, std::move(deed), [this, said, problem = std::move(problem)](const base::Result<void> &result) {
        m_working = false;
        m_content->setEnabled(true);
        if (result)
            Q_EMIT done(said);
        else
            problem(result.error().message);
        Q_EMIT workEnded();
    });
}

void RequestPage::takeOutScan()
{
    const QString name = QFileDialog::getSaveFileName(window(), tr("Where to put the scan of the decision"));
    if (name.isEmpty() || m_working)
        return;
    m_working = true;
    classify::inBackground(this, [desk = &m_desk, id = m_item.id, path = base::toPath(name)] { return desk->takeOutScan(id, path); },
                           [this](const base::Result<void> &taken) {
                               m_working = false;
                               setFootHint(taken ? tr("The scan is written") : taken.error().message);
                               Q_EMIT workEnded();
                           });
}

void RequestPage::exportFiles()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Where to put the request and its decisions"));
    if (folder.isEmpty() || m_working)
        return;
    m_working = true;
    classify::inBackground(this, [desk = &m_desk, id = m_item.id, path = base::toPath(folder)] { return desk->exportTo(id, path); },
                           [this](const base::Result<std::vector<base::Path>> &files) {
                               m_working = false;
                               setFootHint(files ? tr("%n files written", nullptr, static_cast<int>(files->size()))
                                                 : files.error().message);
                               Q_EMIT workEnded();
                           });
}

void RequestPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_working)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::approvals
