#include "dispose/duepage.h"

#include "base/clock.h"
#include "classify/droparea.h"
#include "dispose/disposewords.h"
#include "dispose/thingtable.h"
#include "vault/linestable.h"
#include "widgets/button.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int shownRequests = 6;

std::vector<ThingModel::Shown> shownOf(const std::vector<Row> &rows)
{
    std::vector<ThingModel::Shown> shown;
    for (const Row &row : rows)
        shown.push_back({row, dueText(row)});
    return shown;
}

} // namespace

DuePage::DuePage(const Theme &theme, const DisposeDesk &desk, QWidget *parent)
    : Page(theme, parent), m_interrupted(new Notice(theme, NoticeTone::Caution, {})), m_said(new Notice(theme, NoticeTone::Good, {})), m_pendingBox(new QWidget),
      m_requests(new vaults::LinesTable(theme, tr("What you have asked for"), {tr("Asked on"), tr("Reason"), tr("What"), tr("How it stands")}, shownRequests)),
      m_run(makeButton(tr("Go on to the disposal(&G)"), ButtonKind::Small)), m_heading(new TextBlock(theme, TextKind::Heading)),
      m_table(new ThingTable(theme, desk, tr("What may be disposed of"))), m_remove(makeButton(tr("Take it off the list(&X)"), ButtonKind::Small)),
      m_next(makeButton(tr("Next(&S)"), ButtonKind::Main))
{
    setAcceptDrops(true);
    addTitle(tr("Disposal"), tr("What is not needed any more is disposed of as the rules ask, with a permission and a record. Nothing is touched before you confirm it at the end."));
    body()->addWidget(m_interrupted);
    body()->addWidget(m_said);
    addPending();
    addList();
    m_none = addText(TextKind::Body, {}, Ink::Dim);
    body()->addWidget(m_table);
    body()->addStretch(1);
    QPushButton *records = makeButton(tr("Register of disposals(&L)"), ButtonKind::Plain);
    addToFootLeft(records);
    addToFootRight(m_next);
    connect(records, &QPushButton::clicked, this, &DuePage::registerWanted);
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT goOnWanted(m_table->ticked()); });
    connect(m_table, &TickTable::ticksChanged, this, &DuePage::judge);
    clear();
}

void DuePage::addPending()
{
    auto *column = new QVBoxLayout(m_pendingBox);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("What you have asked for")));
    column->addWidget(m_requests);
    auto *row = new QHBoxLayout;
    row->addWidget(m_run);
    row->addStretch(1);
    column->addLayout(row);
    body()->addWidget(m_pendingBox);
    const auto run = [this] {
        if (const Pending *one = chosen(); one && one->mayRun)
            Q_EMIT runWanted(Pending(*one));
    };
    connect(m_run, &QPushButton::clicked, this, run);
    connect(m_requests, &QTableView::activated, this, run);
    connect(m_requests->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DuePage::judge);
}

void DuePage::addList()
{
    body()->addWidget(m_heading);
    QPushButton *files = makeButton(tr("Choose files(&F)"), ButtonKind::Small);
    QPushButton *others = makeButton(tr("Add a medium, paper or a device(&M)"), ButtonKind::Small);
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *row = new WrapRow;
    lines->addLayout(row);
    for (QPushButton *button : {files, others, m_remove})
        row->addWidget(button);
    body()->addWidget(box);
    connect(files, &QPushButton::clicked, this, &DuePage::chooseFiles);
    connect(others, &QPushButton::clicked, this, &DuePage::assetWanted);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const std::vector<Thing> ticked = m_table->ticked();
        std::vector<Thing> added;
        std::ranges::copy_if(ticked, std::back_inserter(added), [&](const Thing &thing) { return std::ranges::find(m_added, thing, &Row::thing) != m_added.end(); });
        drop(added);
    });
}

void DuePage::chooseFiles()
{
    const QStringList chosen = QFileDialog::getOpenFileNames(this, tr("Choose the files to dispose of"));
    std::vector<base::Path> paths;
    for (const QString &file : chosen)
        paths.push_back(base::toPath(file));
    if (!paths.empty())
        Q_EMIT filesWanted(paths);
}

void DuePage::setPending(std::vector<Pending> pending)
{
    m_pending = std::move(pending);
    std::vector<QStringList> lines;
    for (const Pending &one : m_pending)
        lines.push_back({dayText(one.at), deedAndReason(one), thingsText(one), stateText(one)});
    m_requests->setLines(std::move(lines));
    judge();
}

void DuePage::setDue(const std::vector<Row> &due)
{
    const std::vector<Thing> ticked = m_table->ticked();
    m_due = due;
    std::erase_if(m_due, [this](const Row &row) { return std::ranges::find(m_added, row.thing, &Row::thing) != m_added.end(); });
    std::vector<ThingModel::Shown> shown = shownOf(m_due);
    const std::vector<ThingModel::Shown> added = shownOf(m_added);
    shown.insert(shown.end(), added.begin(), added.end());
    m_table->things()->setRows(std::move(shown));
    m_table->tick(ticked);
    m_reading.clear();
    judge();
}

void DuePage::add(const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        if (std::ranges::find(m_added, row.thing, &Row::thing) == m_added.end())
            m_added.push_back(row);
    }
    m_table->tickFrom(m_table->things()->add(shownOf(rows)));
    m_reading.clear();
    judge();
    m_table->setFocus(Qt::OtherFocusReason);
}

void DuePage::drop(const std::vector<Thing> &things)
{
    const auto isGone = [&](const Row &row) { return std::ranges::find(things, row.thing) != things.end(); };
    std::erase_if(m_added, isGone);
    std::vector<Row> due = m_due;
    std::erase_if(due, isGone);
    setDue(due);
    takeFocus();
}

void DuePage::setReading(const QString &what)
{
    m_reading = what;
    judge();
}

void DuePage::setInterrupted(const disposal::Recovered &recovered)
{
    if (recovered.deeds == 0 && recovered.notices.isEmpty())
        return;
    m_interrupted->setText(tr("A disposal was interrupted before it was finished"), interruptionText(recovered));
    m_interrupted->show();
}

void DuePage::clear()
{
    m_added.clear();
    m_due.clear();
    m_reading.clear();
    m_table->things()->setRows({});
    m_interrupted->hide();
    say({}, {}, NoticeTone::Good);
    setPending({});
}

void DuePage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    m_said->setVisible(!heading.isEmpty());
    if (!heading.isEmpty())
        scrollToTop();
}

void DuePage::judge()
{
    const int rows = m_table->things()->rowCount();
    const Pending *request = chosen();
    m_pendingBox->setVisible(!m_pending.empty());
    m_run->setEnabled(request && request->mayRun);
    m_heading->setText(tr("Due for disposal in %1").arg(base::toJapaneseFiscalYear(base::fiscalYear(QDate::currentDate()))));
    m_none->setText(!m_reading.isEmpty() ? m_reading
                    : rows == 0 ? tr("Nothing in the vaults of this desktop is due this year. Drop files here, or choose what is to be disposed of.")
                                : tr("Tick what is to be disposed of. More files can be dropped here."));
    m_table->setVisible(rows > 0);
    const QList<int> ticked = m_table->tickedRows();
    m_remove->setVisible(!m_added.empty());
    m_remove->setEnabled(std::ranges::any_of(ticked, [this](int row) {
        return std::ranges::find(m_added, m_table->things()->row(row).thing, &Row::thing) != m_added.end();
    }));
    m_next->setEnabled(!ticked.isEmpty());
    setFootHint(ticked.isEmpty() ? QString() : tr("%n ticked", nullptr, static_cast<int>(ticked.size())));
}

const Pending *DuePage::chosen() const
{
    const int row = m_requests->chosen();
    return row >= 0 && row < static_cast<int>(m_pending.size()) ? &m_pending[static_cast<std::size_t>(row)] : nullptr;
}

void DuePage::takeFocus()
{
    if (!isVisible())
        return;
    if (m_run->isVisibleTo(this) && m_run->isEnabled())
        m_run->setFocus(Qt::OtherFocusReason);
    else if (m_table->isVisibleTo(this))
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_remove->parentWidget()->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
}

void DuePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void DuePage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (const std::vector<base::Path> paths = classify::droppedFiles(*event->mimeData()); !paths.empty())
        Q_EMIT filesWanted(paths);
}

} // namespace shirushi::disposals
