#include "dispose/runpage.h"

#include "classify/droparea.h"
#include "classify/progressrow.h"
#include "classify/work.h"
#include "dispose/assetlist.h"
#include "dispose/disposewords.h"
#include "dispose/outcomelist.h"
#include "dispose/plancard.h"
#include "dispose/thingtable.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMap>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace shirushi::disposals {

using namespace widgets;

namespace {

QWidget *rowOf(QPushButton *button)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 6, 0, 2);
    row->addWidget(button);
    row->addStretch(1);
    return box;
}

bool isPossible(const Planned &planned)
{
    return planned.row.problem.isEmpty() && planned.refusal.isEmpty();
}

} // namespace

RunPage::RunPage(const Theme &theme, DisposeDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_outcome(new OutcomeList(theme)),
      m_unlisted(new Notice(theme, NoticeTone::Information, tr("Where the files of this request lie was not noted here"),
                            tr("Drop them here, or choose them. Only those that the permission names can be disposed of."))),
      m_warning(new Notice(theme, NoticeTone::Caution, {})), m_stuck(new Notice(theme, NoticeTone::Information, {})),
      m_table(new ThingTable(theme, desk, tr("What is disposed of"))), m_card(new PlanCard(theme)), m_assets(new AssetList(theme)),
      m_sure(new CheckLine(theme, tr("I have looked at the list above. It cannot be undone."))),
      m_looking(new classify::ProgressRow(theme, tr("Looking at it"), tr("Nothing is changed by it, and you can stop at any time."))),
      m_progress(new classify::ProgressRow(theme, tr("Disposing of it"), tr("If you stop, what is gone stays gone and has its record. Every other file stays where it is."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_run(makeButton({}, ButtonKind::Main))
{
    setAcceptDrops(true);
    m_title = addTitle({});
    m_lead = addText(TextKind::Body, {}, Ink::Dim);
    body()->addWidget(m_outcome);
    auto *columns = new TwoColumns(340, 800);
    columns->left()->setSpacing(8);
    addNotices();
    for (QWidget *part : std::initializer_list<QWidget *>{m_unlisted, m_warning, m_stuck, m_looking, m_table, m_assets, m_sure, m_progress})
        columns->left()->addWidget(part);
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

void RunPage::addNotices()
{
    QPushButton *choose = makeButton(tr("Choose files(&F)"), ButtonKind::Small);
    QPushButton *again = makeButton(tr("Look again(&U)"), ButtonKind::Small);
    m_unlisted->add(rowOf(choose));
    m_stuck->add(rowOf(again));
    connect(choose, &QPushButton::clicked, this, [this] {
        const QStringList chosen = QFileDialog::getOpenFileNames(this, tr("Choose the files that the permission names"));
        std::vector<base::Path> files;
        for (const QString &file : chosen)
            files.push_back(base::toPath(file));
        add(files);
    });
    connect(again, &QPushButton::clicked, this, [this] {
        if (!m_work)
            look(m_order);
    });
    connect(m_assets, &AssetList::recordWanted, this, [this](const disposal::Asset &asset) { Q_EMIT recordWanted(Order(m_order), asset); });
}

void RunPage::clear()
{
    m_order = {};
    m_planned.clear();
    m_assets->setAssets({});
    m_outcome->clear();
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
        m_assets->setAssets({});
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
    std::vector<Planned> assets;
    if (outlook) {
        m_order.things.clear(); // by their real places from now on
        for (const Planned &planned : outlook->things) {
            (planned.isStated ? assets : m_planned).push_back(planned);
            m_order.things.push_back(planned.row.thing);
        }
    } else {
        say(outlook.error().code == base::ErrorCode::Cancelled ? tr("Stopped. Nothing was touched.") : tr("What would be done cannot be said"),
            outlook.error().code == base::ErrorCode::Cancelled ? QString() : outlook.error().message,
            outlook.error().code == base::ErrorCode::Cancelled ? NoticeTone::Information : NoticeTone::Wrong);
    }
    m_assets->setAssets(std::move(assets));
    showRows();
    if (m_table->isVisibleTo(this))
        m_table->setFocus(Qt::OtherFocusReason);
    else if (m_assets->isVisibleTo(this))
        m_assets->setFocus(Qt::OtherFocusReason);
    else
        m_back->setFocus(Qt::OtherFocusReason);
    // What was done is read first; the focus is where it goes on.
    if (m_outcome->isVisibleTo(this))
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
        if (isPossible(planned))
            possible.push_back(planned.row.thing);
    }
    m_table->things()->setRows(std::move(rows));
    m_table->tick(possible);
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
    m_assets->setBusy(m_work != nullptr);
    m_unlisted->setVisible(!m_isListed && !m_work);
    m_warning->setVisible(hasFiles && ticked > 0);
    m_warning->setText(m_isErasure ? tr("%n things will be erased and cannot be brought back by anybody", nullptr, ticked)
                                   : tr("%n things will be disposed of and cannot be brought back by anybody", nullptr, ticked),
                       tr("Take the tick away from what is to stay."));
    const auto possible = static_cast<int>(std::ranges::count_if(m_planned, isPossible));
    const int stuck = static_cast<int>(m_planned.size()) - possible;
    m_stuck->setText(tr("%n of them cannot be disposed of now", nullptr, stuck), tr("Why stands beside each. When that is seen to, look again."));
    m_stuck->setVisible(stuck > 0 && !m_work);
    const bool isAnyPossible = possible > 0;
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
    m_outcome->clear();
    Order order = m_order;
    order.things = m_table->ticked();
    m_work = new classify::Work(this);
    judge();
    m_progress->follow(*m_work, QStringLiteral("%1"));
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
    m_outcome->show(outcomes, asked, m_isErasure);
    scrollToTop();
    QMap<QString, const Planned *> planned;
    for (const Planned &one : m_planned)
        planned.insert(one.row.key, &one);
    std::vector<Thing> gone;
    QSet<QString> ids;
    for (const Outcome &one : outcomes) {
        if (const Planned *what = planned.value(one.key); what && one.isGone) {
            gone.push_back(what->row.thing);
            ids.insert(idOf(what->row.thing));
        }
    }
    std::erase_if(m_order.things, [&](const Thing &thing) { return ids.contains(idOf(thing)); });
    Q_EMIT changed(gone);
    look(m_order);
}

void RunPage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_outcome->say(heading, text, tone);
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
    add(classify::droppedFiles(*event->mimeData()));
}

// Of a request that was not listed here.
void RunPage::add(const std::vector<base::Path> &files)
{
    if (m_work || files.empty())
        return;
    for (const base::Path &file : files) {
        if (std::ranges::find(m_order.things, Thing(file)) == m_order.things.end())
            m_order.things.push_back(file);
    }
    look(m_order);
}

} // namespace shirushi::disposals
