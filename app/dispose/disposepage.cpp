#include "dispose/disposepage.h"

#include "classify/work.h"
#include "dispose/assetpage.h"
#include "dispose/duepage.h"
#include "dispose/planpage.h"
#include "dispose/proofpage.h"
#include "dispose/registerpage.h"
#include "dispose/runpage.h"
#include "dispose/statementpage.h"

#include <QApplication>

#include <algorithm>
#include <utility>

namespace shirushi::disposals {

using widgets::NoticeTone;

DisposePage::DisposePage(const widgets::Theme &theme, const Desks &desks, review::Verification &verification, QWidget *parent)
    : QStackedWidget(parent), m_desk(desks.disposals), m_due(new DuePage(theme, m_desk)), m_asset(new AssetPage(theme, m_desk)), m_plan(new PlanPage(theme, m_desk)),
      m_run(new RunPage(theme, m_desk)), m_statement(new StatementPage(theme, m_desk)),
      m_register(new RegisterPage(theme, m_desk, desks.review, verification)), m_proof(new ProofPage(theme, m_desk))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_due, m_asset, m_plan, m_run, m_statement, m_register, m_proof})
        addWidget(page);
    connectDue();
    connectPlan();
    connectRun();
    connectRegister();
}

void DisposePage::connectDue()
{
    connect(m_due, &DuePage::filesWanted, this, &DisposePage::read);
    connect(m_due, &DuePage::assetWanted, this, [this] { addAsset({}, m_due); });
    connect(m_due, &DuePage::goOnWanted, this, [this](const std::vector<Thing> &things) {
        m_due->say({}, {}, NoticeTone::Good);
        setCurrentWidget(m_plan);
        m_plan->begin(things);
    });
    connect(m_due, &DuePage::runWanted, this, [this](const Pending &pending) {
        m_due->say({}, {}, NoticeTone::Good);
        m_backFromRun = m_due;
        setCurrentWidget(m_run);
        m_run->begin(pending);
    });
    connect(m_due, &DuePage::againWanted, this, &DisposePage::addAgain);
    connect(m_due, &DuePage::registerWanted, this, [this] { showRegister(false); });
    connect(m_due, &DuePage::followUpsWanted, this, [this] { showRegister(true); });
    connect(m_due, &DuePage::stopWanted, this, [this] {
        if (m_reading)
            m_reading->cancel();
        m_unread.clear();
    });
    connect(m_asset, &AssetPage::left, this, [this] { setCurrentWidget(m_backFromAsset); });
    connect(m_asset, &AssetPage::added, this, [this](const Row &row) {
        showDue();
        m_due->add({row});
    });
}

void DisposePage::showRegister(bool onlyOpen)
{
    setCurrentWidget(m_register);
    m_register->begin(onlyOpen);
}

// What a request named goes on the list as what it is now.
void DisposePage::addAgain(const Pending &pending)
{
    classify::inBackground(this, [desk = &m_desk, id = pending.id] { return desk->remaining(id); },
                           [this, cleared = m_cleared](const base::Result<std::vector<Thing>> &things) {
                               if (cleared != m_cleared)
                                   return;
                               if (things)
                                   add(*things);
                               else
                                   m_due->say(tr("It was not put on the list"), things.error().message, NoticeTone::Wrong);
                           });
}

void DisposePage::add(const std::vector<Thing> &things)
{
    if (currentWidget() != m_due && !isWorking()) // what is being done is seen to its end
        showDue();
    auto *work = new classify::Work(this);
    // Without a reason nothing is judged: they are only named.
    classify::inBackground(this, [desk = &m_desk, things, work] { return desk->look(Order{things, {}, {}}, *work); },
                           [this, work, cleared = m_cleared](const base::Result<Outlook> &outlook) {
                               work->deleteLater();
                               if (cleared != m_cleared)
                                   return;
                               std::vector<Row> rows;
                               for (const Planned &planned : outlook ? outlook->things : std::vector<Planned>())
                                   rows.push_back(planned.row);
                               if (outlook)
                                   m_due->add(rows);
                               else
                                   m_due->say(tr("It was not put on the list"), outlook.error().message, NoticeTone::Wrong);
                           });
}

void DisposePage::addAsset(const disposal::Asset &asset, QWidget *back)
{
    m_backFromAsset = back;
    setCurrentWidget(m_asset);
    m_asset->begin(asset);
}

void DisposePage::connectPlan()
{
    connect(m_plan, &PlanPage::left, this, [this] {
        m_plan->clear();
        showDue();
    });
    connect(m_plan, &PlanPage::asked, this, [this](const std::vector<Thing> &things, bool isShared) {
        m_plan->clear();
        m_due->drop(things);
        showDue();
        m_due->say(tr("Signed and asked for"), isShared ? tr("It lies in the shared folder. When it is permitted, it is carried out from here.")
                                                        : tr("It stands among the approvals. When it is permitted, it is carried out from here."),
                   NoticeTone::Good);
        Q_EMIT requested();
    });
    connect(m_plan, &PlanPage::runWanted, this, [this](const Order &order, bool isErasure) {
        m_backFromRun = m_plan;
        setCurrentWidget(m_run);
        m_run->begin(order, isErasure);
    });
    connect(m_plan, &PlanPage::classifyWanted, this, &DisposePage::classifyWanted);
    connect(m_plan, &PlanPage::workEnded, this, &DisposePage::workEnded);
}

void DisposePage::connectRun()
{
    connect(m_run, &RunPage::left, this, [this] {
        m_run->clear();
        if (std::exchange(m_backFromRun, nullptr) == m_plan && m_plan->isPending())
            setCurrentWidget(m_plan);
        else
            showDue();
    });
    connect(m_run, &RunPage::changed, this, [this](const std::vector<Thing> &gone) {
        m_due->drop(gone);
        m_plan->clear(); // it was looked at before
        loadPending();
    });
    connect(m_run, &RunPage::recordWanted, this, [this](const Order &order, const disposal::Asset &asset) {
        setCurrentWidget(m_statement);
        m_statement->begin(order, asset);
    });
    connect(m_run, &RunPage::workEnded, this, &DisposePage::workEnded);
    connect(m_statement, &StatementPage::left, this, [this] { setCurrentWidget(m_run); });
    connect(m_statement, &StatementPage::recorded, this, [this](const disposal::Asset &asset, std::int64_t seq) {
        const QString kept = m_statement->keptText();
        m_statement->clear();
        setCurrentWidget(m_run);
        m_due->drop({asset});
        m_run->forget(asset);
        m_run->say(tr("It is recorded as No. %1").arg(seq), (QStringList{tr("It stands in the register of disposals."), kept}.join(u'\n')).trimmed(), NoticeTone::Good);
        loadPending();
    });
    connect(m_statement, &StatementPage::workEnded, this, &DisposePage::workEnded);
}

void DisposePage::connectRegister()
{
    connect(m_register, &RegisterPage::left, this, &DisposePage::showDue);
    connect(m_register, &RegisterPage::proofWanted, this, [this](int year) {
        setCurrentWidget(m_proof);
        m_proof->begin(year);
    });
    connect(m_register, &RegisterPage::followUpWanted, this, [this](const disposal::Asset &medium) { addAsset(medium, m_register); });
    connect(m_register, &RegisterPage::workEnded, this, &DisposePage::workEnded);
    connect(m_proof, &ProofPage::left, this, [this] {
        m_proof->clear();
        setCurrentWidget(m_register);
        m_register->setFocus(Qt::OtherFocusReason);
    });
    connect(m_proof, &ProofPage::workEnded, this, &DisposePage::workEnded);
}

void DisposePage::begin()
{
    m_due->setInterrupted(m_desk.told());
    loadPending();
}

void DisposePage::comeBack()
{
    if (currentWidget() == m_due)
        showDue();
    else if (currentWidget() == m_plan)
        m_plan->lookAgain(); // it may have got its class
    if (!currentWidget()->isAncestorOf(QApplication::focusWidget()))
        currentWidget()->setFocus(Qt::OtherFocusReason);
}

void DisposePage::showDue()
{
    setCurrentWidget(m_due);
    loadPending();
    loadFollowUps();
    loadDue();
    m_due->takeFocus();
}

void DisposePage::loadPending()
{
    classify::inBackground(this, [desk = &m_desk] { return desk->pending(); }, [this, cleared = m_cleared](const base::Result<std::vector<Pending>> &pending) {
        if (cleared != m_cleared)
            return;
        if (!pending) {
            m_due->say(tr("What you have asked for cannot be read"), pending.error().message, NoticeTone::Wrong);
            return;
        }
        m_due->setPending(*pending);
        Q_EMIT waitingChanged(static_cast<int>(std::ranges::count_if(*pending, &Pending::mayRun)));
    });
}

void DisposePage::loadFollowUps()
{
    classify::inBackground(this, [desk = &m_desk] { return desk->open(); }, [this, cleared = m_cleared](const base::Result<std::vector<Line>> &lines) {
        if (cleared == m_cleared && lines)
            m_due->setFollowUps(static_cast<int>(lines->size()));
    });
}

void DisposePage::loadDue()
{
    m_due->setReading(tr("Looking through the vaults"));
    auto *work = new classify::Work(this);
    classify::inBackground(this, [desk = &m_desk, work] { return desk->due(*work); },
                           [this, work, cleared = m_cleared](const base::Result<Due> &due) {
                               work->deleteLater();
                               if (cleared != m_cleared)
                                   return;
                               if (due)
                                   m_due->setDue(*due);
                               else
                                   m_due->setFailed(due.error());
                           });
}

void DisposePage::read(const std::vector<base::Path> &paths)
{
    if (m_reading) { // their turn comes
        m_unread.insert(m_unread.end(), paths.begin(), paths.end());
        return;
    }
    m_reading = new classify::Work(this);
    m_due->follow(m_reading);
    classify::inBackground(this, [desk = &m_desk, paths, work = m_reading] { return desk->read(paths, *work); }, [this, cleared = m_cleared](const std::vector<Row> &rows) {
        std::exchange(m_reading, nullptr)->deleteLater();
        m_due->follow(nullptr);
        if (cleared == m_cleared)
            m_due->add(rows);
        if (const std::vector<base::Path> next = std::exchange(m_unread, {}); !next.empty())
            read(next);
        else
            Q_EMIT workEnded();
    });
}

bool DisposePage::isWorking() const
{
    return m_reading || m_plan->isWorking() || m_run->isWorking() || m_statement->isWorking() || m_register->isWorking() || m_proof->isWorking();
}

void DisposePage::stop()
{
    m_unread.clear();
    if (m_reading)
        m_reading->cancel();
    m_plan->stop();
    m_run->stop();
    m_proof->stop();
}

void DisposePage::clear()
{
    ++m_cleared;
    m_unread.clear();
    m_due->clear();
    m_asset->clear();
    m_plan->clear();
    m_run->clear();
    m_statement->clear();
    m_register->clear();
    m_proof->clear();
    setCurrentWidget(m_due);
}

} // namespace shirushi::disposals
