#include "dispose/planpage.h"

#include "approvals/prospectcard.h"
#include "classify/progressrow.h"
#include "classify/work.h"
#include "dispose/disposewords.h"
#include "dispose/plancard.h"
#include "dispose/reasonform.h"
#include "dispose/thingtable.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"
#include "widgets/wraprow.h"

#include <QPushButton>

#include <algorithm>
#include <utility>

namespace shirushi::disposals {

using namespace widgets;

PlanPage::PlanPage(const Theme &theme, DisposeDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Wrong, {})), m_reason(new ReasonForm(theme, desk)), m_problem(new Notice(theme, NoticeTone::Caution, {})),
      m_leaveOut(makeButton(tr("Leave them out(&X)"), ButtonKind::Small)), m_classify(makeButton(tr("Classify them(&C)"), ButtonKind::Small)),
      m_table(new ThingTable(theme, desk, tr("What would be disposed of"))), m_card(new PlanCard(theme)), m_prospect(new approvals::ProspectCard(theme)),
      m_progress(new classify::ProgressRow(theme, tr("Looking at it"), tr("Nothing is changed by it, and you can stop at any time."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_go(makeButton({}, ButtonKind::Main))
{
    addTitle(tr("What would be done"), tr("Nothing is touched, signed or recorded before you press the button below."));
    body()->addWidget(m_said);
    auto *columns = new TwoColumns(340, 800);
    columns->left()->setSpacing(8);
    columns->left()->addWidget(m_reason);
    addProblem();
    columns->left()->addWidget(m_problem);
    columns->left()->addWidget(m_progress);
    columns->left()->addWidget(m_table);
    columns->left()->addStretch(1);
    columns->right()->addWidget(m_prospect);
    columns->right()->addWidget(m_card);
    columns->right()->addStretch(1);
    body()->addWidget(columns, 1);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnHidden(ThingModel::TickColumn, true);
    addToFootLeft(m_back);
    addToFootRight(m_go);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PlanPage::showChosen);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &PlanPage::stop);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_reason->keep(); // something is only added, or taken off
        m_keepsReason = true;
        Q_EMIT left();
    });
    connect(m_reason, &ReasonForm::chosen, this, &PlanPage::look);
    connect(m_reason, &ReasonForm::typed, this, &PlanPage::judge);
    connect(m_reason, &ReasonForm::typingPaused, this, [this] {
        if (!isLookedAt())
            look();
    });
    connect(m_go, &QPushButton::clicked, this, &PlanPage::carryOut);
    clear();
}

void PlanPage::addProblem()
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 6, 0, 2);
    auto *row = new WrapRow;
    lines->addLayout(row);
    QPushButton *again = makeButton(tr("Look again(&U)"), ButtonKind::Small);
    for (QPushButton *button : {m_leaveOut, m_classify, again})
        row->addWidget(button);
    m_problem->add(box);
    connect(again, &QPushButton::clicked, this, &PlanPage::look);
    connect(m_leaveOut, &QPushButton::clicked, this, [this] {
        std::vector<Thing> possible;
        for (const Planned &planned : m_outlook->things) {
            if (planned.row.problem.isEmpty())
                possible.push_back(planned.row.thing);
        }
        m_things = std::move(possible);
        look();
    });
    connect(m_classify, &QPushButton::clicked, this, [this] {
        std::vector<base::Path> paths;
        for (const Planned &planned : m_outlook->things) {
            if (const auto *path = std::get_if<base::Path>(&planned.row.thing); path && planned.row.wantsClass)
                paths.push_back(*path);
        }
        Q_EMIT classifyWanted(paths);
    });
}

void PlanPage::begin(const std::vector<Thing> &things)
{
    m_things = things;
    m_outlook.reset();
    m_said->hide();
    m_table->things()->setRows({});
    m_card->clear();
    m_reason->begin();
    scrollToTop();
    look();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void PlanPage::lookAgain()
{
    if (m_work || m_asking || m_things.empty())
        return;
    look();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void PlanPage::clear()
{
    m_things.clear();
    m_outlook.reset();
    if (!std::exchange(m_keepsReason, false))
        m_reason->clear();
    m_said->hide();
    m_table->things()->setRows({});
    m_card->clear();
    judge();
}

Order PlanPage::order() const
{
    return {m_things, m_reason->reason(), {}};
}

// Own words make no difference to the rules once there are any.
bool PlanPage::isLookedAt() const
{
    const QString asked = m_reason->reason();
    return m_outlook && !m_work && (m_reason->isInOwnWords() ? m_lookedAt.isEmpty() == asked.isEmpty() : m_lookedAt == asked);
}

QString PlanPage::deedText() const
{
    if (!m_outlook || m_lookedAt.isEmpty())
        return tr("Disposal is done after a permission. Erasure, for the reasons that the rules name, needs none; both are recorded.");
    if (m_outlook->isErasure && !m_outlook->wantsPermission)
        return tr("This is an erasure: for this reason the rules want it done without a permission. It is recorded.");
    return m_outlook->wantsPermission ? tr("This is a disposal: somebody must permit it first. It is recorded.")
                                      : tr("This is a disposal. The rules in force ask for no permission. It is recorded.");
}

void PlanPage::stop()
{
    if (m_work)
        m_work->cancel();
}

void PlanPage::look()
{
    if (m_things.empty())
        return judge();
    if (m_work) {
        m_looksAgain = true;
        return;
    }
    QWidget *focused = m_reason->focused();
    m_work = new classify::Work(this);
    m_lookedAt = order().reason;
    m_progress->follow(*m_work, tr("Looking at it: %1"));
    if (focused)
        focused->setFocus(Qt::OtherFocusReason);
    judge();
    classify::inBackground(this, [desk = &m_desk, order = order(), work = m_work] { return desk->look(order, *work); },
                           [this](const base::Result<Outlook> &outlook) { show(outlook); });
}

void PlanPage::show(const base::Result<Outlook> &outlook)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    if (std::exchange(m_looksAgain, false) && !m_things.empty())
        return look();
    m_outlook.reset();
    if (m_things.empty()) { // cleared meanwhile: it is not for who comes next
        judge();
        Q_EMIT workEnded();
        return;
    }
    if (outlook) {
        m_said->hide();
        m_outlook = *outlook;
        const int before = std::max(0, m_table->currentIndex().row());
        std::vector<ThingModel::Shown> rows;
        for (const Planned &planned : m_outlook->things)
            rows.push_back({planned.row, planText(planned)});
        m_table->things()->setRows(std::move(rows));
        m_table->updateGeometry();
        m_table->setCurrentIndex(m_table->things()->index(std::min(before, m_table->things()->rowCount() - 1), ThingModel::NameColumn));
    } else {
        m_said->setTone(outlook.error().code == base::ErrorCode::Cancelled ? NoticeTone::Information : NoticeTone::Wrong);
        m_said->setText(outlook.error().code == base::ErrorCode::Cancelled ? tr("Stopped. Nothing was touched.") : tr("What would be done cannot be said"),
                        outlook.error().code == base::ErrorCode::Cancelled ? QString() : outlook.error().message);
        m_said->show();
    }
    showChosen();
    judge();
    Q_EMIT workEnded();
}

void PlanPage::showChosen()
{
    const int row = m_table->currentIndex().row();
    if (m_outlook && row >= 0 && row < static_cast<int>(m_outlook->things.size()))
        m_card->setPlanned(m_outlook->things[static_cast<std::size_t>(row)]);
    else
        m_card->clear();
}

void PlanPage::judge()
{
    const Order asked = order();
    const bool isKnown = isLookedAt();
    m_reason->setDeed(deedText());
    const auto isStuck = [](const Planned &one) { return !one.row.problem.isEmpty(); };
    const auto stuck = m_outlook ? std::ranges::count_if(m_outlook->things, isStuck) : 0;
    const bool wantsClass = m_outlook && std::ranges::any_of(m_outlook->things, [](const Planned &one) { return one.row.wantsClass; });
    m_problem->setText(tr("%n of them cannot be disposed of now", nullptr, static_cast<int>(stuck)), tr("Choose one in the list to see why."));
    m_problem->setVisible(stuck > 0);
    m_leaveOut->setEnabled(isKnown && m_outlook->things.size() > static_cast<std::size_t>(stuck));
    m_classify->setVisible(wantsClass);
    m_table->setVisible(m_outlook.has_value());
    const bool wantsPermission = m_outlook && m_outlook->wantsPermission;
    m_prospect->setVisible(wantsPermission && stuck == 0);
    if (wantsPermission)
        m_prospect->setProspect(m_outlook->prospect);
    const bool isFree = m_outlook && !wantsPermission && !m_lookedAt.isEmpty();
    const QString go = !isFree                 ? tr("Ask for the permission(&S)")
                       : m_outlook->isErasure ? tr("Go on to the erasure(&S)")
                                              : tr("Go on to the disposal(&S)");
    m_go->setText(go);
    m_go->setAccessibleName(withoutAccessKey(go));
    const bool isPossible = wantsPermission ? m_outlook->prospect.objections.isEmpty() : isFree;
    m_go->setEnabled(isKnown && !m_asking && stuck == 0 && !asked.reason.isEmpty() && isPossible);
    m_back->setEnabled(!m_asking);
    setFootHint(asked.reason.isEmpty() ? tr("Please say why.") : QString());
}

void PlanPage::carryOut()
{
    if (!m_outlook->wantsPermission) {
        Q_EMIT runWanted(order(), m_outlook->isErasure);
        return;
    }
    m_asking = true;
    judge();
    m_back->setFocus(Qt::OtherFocusReason);
    classify::inBackground(this, [desk = &m_desk, order = order()] { return desk->ask(order); },
                           [this](const base::Result<approvals::Asked> &asked) { finish(asked); });
}

void PlanPage::finish(const base::Result<approvals::Asked> &result)
{
    m_asking = false;
    judge();
    if (result) {
        const std::vector<Thing> things = m_things;
        Q_EMIT asked(things, result->isShared);
    } else {
        m_said->setTone(NoticeTone::Wrong);
        m_said->setText(tr("It was not asked for"), result.error().message);
        m_said->show();
        reveal(m_said);
    }
    Q_EMIT workEnded();
}

} // namespace shirushi::disposals
