#include "dispose/runpage.h"

#include "classify/droparea.h"
#include "classify/progressrow.h"
#include "classify/work.h"
#include "dispose/disposewords.h"
#include "dispose/plancard.h"
#include "dispose/thingtable.h"
#include "vault/linestable.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int shownAssets = 8;
constexpr int shownOutcomes = 14;

} // namespace

RunPage::RunPage(const Theme &theme, DisposeDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_outcome(new vaults::LinesTable(theme, tr("What became of each"), {tr("What"), tr("What became of it")}, shownOutcomes)),
      m_warning(new Notice(theme, NoticeTone::Caution, {})), m_table(new ThingTable(theme, desk, tr("What is disposed of"))), m_card(new PlanCard(theme)),
      m_assetBox(new QWidget), m_assetLines(new vaults::LinesTable(theme, tr("Media, paper and devices"), {tr("What"), tr("Kind"), tr("Remark")}, shownAssets)),
      m_record(makeButton(tr("Record what was done(&R)"), ButtonKind::Small)), m_sure(new CheckLine(theme, tr("I have looked at the list above. It cannot be undone."))),
      m_looking(new classify::ProgressRow(theme, tr("Looking at it"), tr("Nothing is changed by it, and you can stop at any time."))),
      m_progress(new classify::ProgressRow(theme, tr("Disposing of it"), tr("If you stop, what is gone stays gone and has its record. Every other file stays where it is."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_run(makeButton({}, ButtonKind::Main))
{
    setAcceptDrops(true);
    m_title = addTitle({});
    m_lead = addText(TextKind::Body, {}, Ink::Dim);
    body()->addWidget(m_said);
    body()->addWidget(m_outcome);
    auto *columns = new TwoColumns(340, 800);
    columns->left()->setSpacing(8);
    columns->left()->addWidget(m_warning);
    columns->left()->addWidget(m_looking);
    columns->left()->addWidget(m_table);
    addAssets();
    columns->left()->addWidget(m_assetBox);
    columns->left()->addWidget(m_sure);
    columns->left()->addWidget(m_progress);
    columns->left()->addStretch(1);
    columns->right()->addWidget(m_card);
    columns->right()->addStretch(1);
    body()->addWidget(columns, 1);
    addToFootLeft(m_back);
    addToFootRight(m_run);
    connect(m_table, &TickTable::ticksChanged, this, &RunPage::judge);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunPage::showChosen);
    connect(m_sure, &QAbstractButton::toggled, this, &RunPage::judge);
    connect(m_looking, &classify::ProgressRow::stopWanted, this, &RunPage::stop);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &RunPage::stop);
    connect(m_back, &QPushButton::clicked, this, &RunPage::left);
    connect(m_run, &QPushButton::clicked, this, &RunPage::carryOut);
    clear();
}

void RunPage::addAssets()
{
    auto *column = new QVBoxLayout(m_assetBox);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Media, paper and devices")));
    column->addWidget(new TextBlock(theme(), TextKind::Small, tr("These are treated by a person: shredded, initialised, returned. When it is done, record it here."), Ink::Dim));
    column->addWidget(m_assetLines);
    auto *row = new QHBoxLayout;
    row->addWidget(m_record);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_record, &QPushButton::clicked, this, [this] {
        if (const int chosen = m_assetLines->chosen(); chosen >= 0)
            Q_EMIT recordWanted(Order(m_order), std::get<disposal::Asset>(m_assets[static_cast<std::size_t>(chosen)].row.thing));
    });
    connect(m_assetLines, &QTableView::activated, m_record, &QPushButton::click);
}

void RunPage::clear()
{
    m_order = {};
    m_planned.clear();
    m_assets.clear();
    m_said->hide();
    m_outcome->setLines({});
    m_isListed = true;
    m_title->setText({});
    m_lead->setText({});
    showRows();
}

void RunPage::begin(const Pending &pending)
{
    clear();
    m_order.request = pending.id;
    m_isErasure = pending.isErasure;
    m_isListed = pending.isListed;
    m_title->setText(m_isErasure ? tr("Erase it") : tr("Dispose of it"));
    m_lead->setText(tr("Asked on %1. Reason: %2").arg(dayText(pending.at), pending.reason));
    scrollToTop();
    load();
}

void RunPage::begin(const Order &order, bool isErasure)
{
    clear();
    m_order = order;
    m_isErasure = isErasure;
    m_title->setText(m_isErasure ? tr("Erase it") : tr("Dispose of it"));
    m_lead->setText(tr("For this reason the rules ask for no permission."));
    scrollToTop();
    look(m_order);
}

void RunPage::forget(const disposal::Asset &asset)
{
    std::erase(m_order.things, Thing(asset));
    look(m_order);
}

// What is left of the request.
void RunPage::load()
{
    if (!m_isListed)
        return look(m_order);
    m_work = new classify::Work(this);
    judge();
    classify::inBackground(this, [desk = &m_desk, request = m_order.request] { return desk->remaining(request); },
                           [this](const base::Result<std::vector<Thing>> &things) {
                               std::exchange(m_work, nullptr)->deleteLater();
                               m_order.things = things.value_or(std::vector<Thing>());
                               m_isListed = things || things.error().code != base::ErrorCode::NotFound;
                               if (!things && m_isListed)
                                   say(tr("What is left cannot be said"), things.error().message, NoticeTone::Wrong);
                               look(m_order);
                           });
}

void RunPage::look(const Order &order)
{
    if (order.things.empty()) {
        m_planned.clear();
        m_assets.clear();
        showRows();
        m_back->setFocus(Qt::OtherFocusReason);
        Q_EMIT workEnded();
        return;
    }
    m_work = new classify::Work(this);
    judge();
    m_looking->follow(*m_work, tr("Looking at it: %1"));
    classify::inBackground(this, [desk = &m_desk, order, work = m_work] { return desk->look(order, *work); },
                           [this](const base::Result<Outlook> &outlook) { show(outlook); });
}

void RunPage::show(const base::Result<Outlook> &outlook)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_looking->end();
    m_planned.clear();
    m_assets.clear();
    if (outlook) {
        m_order.things.clear(); // by their real places from now on
        for (const Planned &planned : outlook->things) {
            (planned.isStated ? m_assets : m_planned).push_back(planned);
            m_order.things.push_back(planned.row.thing);
        }
    } else {
        say(outlook.error().code == base::ErrorCode::Cancelled ? tr("Stopped. Nothing was touched.") : tr("What would be done cannot be said"),
            outlook.error().code == base::ErrorCode::Cancelled ? QString() : outlook.error().message, NoticeTone::Wrong);
    }
    showRows();
    if (m_table->isVisibleTo(this))
        m_table->setFocus(Qt::OtherFocusReason);
    else if (m_assetBox->isVisibleTo(this))
        m_record->setFocus(Qt::OtherFocusReason);
    else
        m_back->setFocus(Qt::OtherFocusReason);
    // What was done is read first; the focus is where it goes on.
    if (m_said->isVisibleTo(this))
        QTimer::singleShot(0, this, &RunPage::scrollToTop);
    Q_EMIT workEnded();
}

// What may be disposed of is ticked.
void RunPage::showRows()
{
    std::vector<ThingModel::Shown> rows;
    std::vector<Thing> possible;
    for (const Planned &planned : m_planned) {
        rows.push_back({planned.row, planText(planned)});
        if (planned.row.problem.isEmpty() && planned.refusal.isEmpty())
            possible.push_back(planned.row.thing);
    }
    m_table->things()->setRows(std::move(rows));
    m_table->tick(possible);
    std::vector<QStringList> assets;
    for (const Planned &planned : m_assets)
        assets.push_back({planned.row.name, planned.row.place, planned.refusal.isEmpty() ? planned.demand : planned.refusal});
    m_assetLines->setLines(std::move(assets));
    const QSignalBlocker quiet(m_sure);
    m_sure->setChecked(false);
    showChosen();
    judge();
}

void RunPage::showChosen()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0 && row < static_cast<int>(m_planned.size()))
        m_card->setPlanned(m_planned[static_cast<std::size_t>(row)]);
    else
        m_card->clear();
}

void RunPage::judge()
{
    const int ticked = static_cast<int>(m_table->tickedRows().size());
    const bool hasFiles = !m_planned.empty();
    m_table->setVisible(hasFiles);
    m_table->setEnabled(!m_work);
    m_assetBox->setVisible(!m_assets.empty());
    m_record->setEnabled(!m_work);
    m_warning->setVisible((hasFiles && ticked > 0) || !m_isListed);
    if (!m_isListed && !hasFiles) {
        m_warning->setTone(NoticeTone::Information);
        m_warning->setText(tr("Where the files of this request lie was not noted here"), tr("Drop them here. Only those that the permission names can be disposed of."));
    } else {
        m_warning->setTone(NoticeTone::Caution);
        m_warning->setText(m_isErasure ? tr("%n things will be erased and cannot be brought back by anybody", nullptr, ticked)
                                       : tr("%n things will be disposed of and cannot be brought back by anybody", nullptr, ticked),
                           tr("Take the tick away from what is to stay."));
    }
    const bool isAnyPossible = std::ranges::any_of(m_planned, [](const Planned &one) { return one.row.problem.isEmpty() && one.refusal.isEmpty(); });
    m_sure->setVisible(hasFiles && (isAnyPossible || ticked > 0));
    m_sure->setEnabled(ticked > 0 && !m_work);
    const QString deed = m_isErasure ? tr("Erase %n(&S)", nullptr, ticked) : tr("Dispose of %n(&S)", nullptr, ticked);
    m_run->setText(deed);
    m_run->setAccessibleName(withoutAccessKey(deed));
    m_run->setVisible(hasFiles && (isAnyPossible || ticked > 0));
    m_run->setEnabled(ticked > 0 && m_sure->isChecked() && !m_work);
    m_back->setEnabled(!m_work);
    setFootHint(hasFiles && ticked > 0 && !m_sure->isChecked() && !m_work ? tr("Please look at the list, then tick that you have done so.") : QString());
}

void RunPage::stop()
{
    if (m_work)
        m_work->cancel();
}

void RunPage::carryOut()
{
    if (!m_run->isEnabled())
        return;
    m_said->hide();
    m_outcome->setLines({});
    Order order = m_order;
    order.things = m_table->ticked();
    m_work = new classify::Work(this);
    judge();
    m_progress->follow(*m_work, m_isErasure ? tr("Erasing: %1") : tr("Disposing of: %1"));
    reveal(m_progress);
    classify::inBackground(this, [desk = &m_desk, order, work = m_work] { return desk->run(order, *work); },
                           [this, asked = order.things.size()](const base::Result<std::vector<Outcome>> &outcomes) { finish(outcomes, asked); });
}

void RunPage::finish(const base::Result<std::vector<Outcome>> &outcomes, std::size_t asked)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    if (outcomes) {
        showOutcomes(*outcomes, asked);
    } else {
        const bool isStopped = outcomes.error().code == base::ErrorCode::Cancelled;
        const bool isRefused = outcomes.error().code == base::ErrorCode::Forbidden;
        say(isStopped ? tr("Stopped. Nothing was touched.") : isRefused ? tr("Refused. Nothing was touched.") : tr("It was not done"),
            isStopped ? QString() : outcomes.error().message, isStopped ? NoticeTone::Information : NoticeTone::Wrong);
        look(m_order); // what stands against it shows in the list
    }
    Q_EMIT workEnded();
}

void RunPage::showOutcomes(const std::vector<Outcome> &outcomes, std::size_t asked)
{
    const bool wasStopped = outcomes.size() < asked;
    std::vector<QStringList> wrong;
    std::vector<QStringList> good;
    std::vector<Thing> gone;
    for (const Outcome &one : outcomes) {
        const QString text = (QStringList{one.text} + one.notices).join(u'\n');
        (one.isGone && one.notices.isEmpty() ? good : wrong).push_back({one.name, text});
        for (const Planned &planned : m_planned) {
            if (one.isGone && planned.row.key == one.key)
                gone.push_back(planned.row.thing);
        }
    }
    const auto done = static_cast<int>(std::ranges::count_if(outcomes, &Outcome::isGone));
    const int failed = static_cast<int>(outcomes.size()) - done;
    QStringList more;
    if (failed > 0)
        more += tr("%n could not be disposed of and are there still: why stands below.", nullptr, failed);
    if (wasStopped)
        more += tr("It was stopped. %n were not touched and are where they were; you can go on with them below.", nullptr, static_cast<int>(asked - outcomes.size()));
    more += tr("Each that is gone has its record in the register.");
    const QString heading = m_isErasure ? tr("%n were erased", nullptr, done) : tr("%n were disposed of", nullptr, done);
    say(heading, more.join(u'\n'), failed > 0 || wasStopped ? NoticeTone::Caution : NoticeTone::Good);
    wrong.insert(wrong.end(), good.begin(), good.end());
    m_outcome->setLines(std::move(wrong));
    std::erase_if(m_order.things, [&](const Thing &thing) { return std::ranges::find(gone, thing) != gone.end(); });
    Q_EMIT changed(gone);
    look(m_order);
}

void RunPage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    m_said->show();
    scrollToTop();
}

void RunPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_isListed && !m_work)
        event->acceptProposedAction();
}

void RunPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    for (const base::Path &path : classify::droppedFiles(*event->mimeData()))
        m_order.things.push_back(path);
    look(m_order);
}

} // namespace shirushi::disposals
