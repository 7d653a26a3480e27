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
    connect(m_due, &DuePage::registerWanted, this, [this] {
        setCurrentWidget(m_register);
        m_register->begin();
    });
    connect(m_asset, &AssetPage::left, this, [this] { setCurrentWidget(m_backFromAsset); });
    connect(m_asset, &AssetPage::added, this, [this](const Row &row) {
        showDue();
        m_due->add({row});
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
        setCurrentWidget(m_run);
        m_due->drop({asset});
        m_run->forget(asset);
        m_run->say(tr("It is recorded as No. %1").arg(seq), tr("It stands in the register of disposals."), NoticeTone::Good);
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
    else if (!currentWidget()->isAncestorOf(QApplication::focusWidget()))
        currentWidget()->setFocus(Qt::OtherFocusReason);
}

void DisposePage::showDue()
{
    setCurrentWidget(m_due);
    loadPending();
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

void DisposePage::loadDue()
{
    m_due->setReading(tr("Looking through the vaults"));
    auto *work = new classify::Work(this);
    classify::inBackground(this, [desk = &m_desk, work] { return desk->due(*work); },
                           [this, work, cleared = m_cleared](const base::Result<std::vector<Row>> &rows) {
                               work->deleteLater();
                               if (cleared != m_cleared)
                                   return;
                               m_due->setDue(rows.value_or(std::vector<Row>()));
                               if (!rows)
                                   m_due->say(tr("The vaults cannot be read"), rows.error().message, NoticeTone::Wrong);
                           });
}

void DisposePage::read(const std::vector<base::Path> &paths)
{
    if (m_reading)
        return;
    m_due->setReading(tr("Reading"));
    m_reading = new classify::Work(this);
    classify::inBackground(this, [desk = &m_desk, paths, work = m_reading] { return desk->read(paths, *work); }, [this, cleared = m_cleared](const std::vector<Row> &rows) {
        std::exchange(m_reading, nullptr)->deleteLater();
        if (cleared == m_cleared)
            m_due->add(rows);
        Q_EMIT workEnded();
    });
}

bool DisposePage::isWorking() const
{
    return m_reading || m_plan->isWorking() || m_run->isWorking() || m_statement->isWorking() || m_register->isWorking() || m_proof->isWorking();
}

void DisposePage::stop()
{
    if (m_reading)
        m_reading->cancel();
    m_plan->stop();
    m_run->stop();
    m_proof->stop();
}

void DisposePage::clear()
{
    ++m_cleared;
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
