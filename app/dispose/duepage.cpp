#include "dispose/duepage.h"

#include "base/clock.h"
#include "classify/droparea.h"
#include "classify/progressrow.h"
#include "classify/work.h"
#include "dispose/disposewords.h"
#include "dispose/pendinglist.h"
#include "dispose/thingtable.h"
#include "widgets/button.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QSet>

#include <algorithm>

namespace shirushi::disposals {

using namespace widgets;

namespace {

std::vector<ThingModel::Shown> shownOf(const std::vector<Row> &rows)
{
    std::vector<ThingModel::Shown> shown;
    for (const Row &row : rows)
        shown.push_back({row, dueText(row)});
    return shown;
}

QSet<QString> idsOf(const std::vector<Row> &rows)
{
    QSet<QString> ids;
    for (const Row &row : rows)
        ids.insert(idOf(row.thing));
    return ids;
}

} // namespace

DuePage::DuePage(const Theme &theme, const DisposeDesk &desk, QWidget *parent)
    : Page(theme, parent), m_interrupted(new Notice(theme, NoticeTone::Caution, {})), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_followUps(new Notice(theme, NoticeTone::Caution, {})), m_unreadNotice(new Notice(theme, NoticeTone::Caution, {})), m_requests(new PendingList(theme)),
      m_heading(new TextBlock(theme, TextKind::Heading)),
      m_progress(new classify::ProgressRow(theme, tr("Reading the files"), tr("If you stop, what was read stands on the list. Nothing is changed by it."))),
      m_table(new ThingTable(theme, desk, tr("What may be disposed of"))), m_files(makeButton(tr("Choose files(&F)"), ButtonKind::Small)), m_remove(makeButton(tr("Take it off the list(&X)"), ButtonKind::Small)),
      m_next(makeButton(tr("Next(&S)"), ButtonKind::Main))
{
    setAcceptDrops(true);
    addTitle(tr("Disposal"), tr("What is not needed any more is disposed of as the rules ask, with a permission and a record. Nothing is touched before you confirm it at the end."));
    addNotices();
    body()->addWidget(m_requests);
    addList();
    m_none = addText(TextKind::Body, {}, Ink::Dim);
    body()->addWidget(m_progress);
    body()->addWidget(m_table);
    body()->addStretch(1);
    QPushButton *records = makeButton(tr("Register of disposals(&L)"), ButtonKind::Plain);
    addToFootLeft(records);
    addToFootRight(m_next);
    connect(m_requests, &PendingList::runWanted, this, &DuePage::runWanted);
    connect(m_requests, &PendingList::againWanted, this, &DuePage::againWanted);
    connect(records, &QPushButton::clicked, this, &DuePage::registerWanted);
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT goOnWanted(m_table->ticked()); });
    connect(m_table, &TickTable::ticksChanged, this, &DuePage::judge);
    clear();
}

void DuePage::addNotices()
{
    for (QWidget *notice : {m_interrupted, m_said, m_followUps, m_unreadNotice})
        body()->addWidget(notice);
    QPushButton *see = makeButton(tr("See what must follow(&W)"), ButtonKind::Small);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 6, 0, 2);
    row->addWidget(see);
    row->addStretch(1);
    m_followUps->add(box);
    connect(see, &QPushButton::clicked, this, &DuePage::followUpsWanted);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &DuePage::stopWanted);
}

void DuePage::addList()
{
    body()->addWidget(m_heading);
    QPushButton *others = makeButton(tr("Add a medium, paper or a device(&M)"), ButtonKind::Small);
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *row = new WrapRow;
    lines->addLayout(row);
    for (QPushButton *button : {m_files, others, m_remove})
        row->addWidget(button);
    body()->addWidget(box);
    connect(m_files, &QPushButton::clicked, this, &DuePage::chooseFiles);
    connect(others, &QPushButton::clicked, this, &DuePage::assetWanted);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const std::vector<Thing> ticked = m_table->ticked();
        const QSet<QString> mine = idsOf(m_added);
        std::vector<Thing> added;
        std::ranges::copy_if(ticked, std::back_inserter(added), [&](const Thing &thing) { return mine.contains(idOf(thing)); });
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
    m_requests->setPending(std::move(pending));
}

void DuePage::setDue(const Due &due)
{
    m_unread = due.unread;
    m_reading.clear();
    setRows(due.rows);
}

// What was read before may stand there still; that nothing is due is not known.
void DuePage::setFailed(const base::Error &error)
{
    m_unread = {error.message};
    m_reading.clear();
    judge();
}

void DuePage::setRows(std::vector<Row> due)
{
    const std::vector<Thing> ticked = m_table->ticked();
    const int current = m_table->currentIndex().row();
    const QString at = current >= 0 ? idOf(m_table->things()->row(current).thing) : QString();
    const QSet<QString> added = idsOf(m_added);
    m_due = std::move(due);
    std::erase_if(m_due, [&](const Row &row) { return added.contains(idOf(row.thing)); });
    std::vector<ThingModel::Shown> shown = shownOf(m_due);
    const std::vector<ThingModel::Shown> more = shownOf(m_added);
    shown.insert(shown.end(), more.begin(), more.end());
    const auto same = std::ranges::find_if(shown, [&](const ThingModel::Shown &one) { return idOf(one.row.thing) == at; });
    const auto place = static_cast<int>(same == shown.end() ? 0 : same - shown.begin());
    m_table->things()->setRows(std::move(shown));
    m_table->tick(ticked, place);
    judge();
}

void DuePage::add(const std::vector<Row> &rows)
{
    std::vector<Thing> ticked = m_table->ticked();
    QSet<QString> known = idsOf(m_added);
    known.unite(idsOf(m_due));
    for (const Row &row : rows) {
        const QString id = idOf(row.thing);
        if (!known.contains(id))
            m_added.push_back(row);
        known.insert(id);
        ticked.push_back(row.thing);
    }
    const int first = m_table->things()->add(shownOf(rows));
    m_table->tick(ticked, first);
    judge();
    m_table->setFocus(Qt::OtherFocusReason);
}

void DuePage::setFollowUps(int count)
{
    m_followUps->setText(tr("After %n disposals something must still be done with the medium", nullptr, count),
                         tr("Until that is recorded they stay open in the register."));
    m_followUps->setVisible(count > 0);
}

void DuePage::drop(const std::vector<Thing> &things)
{
    QSet<QString> dropped;
    for (const Thing &thing : things)
        dropped.insert(idOf(thing));
    const auto isGone = [&](const Row &row) { return dropped.contains(idOf(row.thing)); };
    std::erase_if(m_added, isGone);
    std::vector<Row> due = m_due;
    std::erase_if(due, isGone);
    setRows(std::move(due));
    takeFocus();
}

void DuePage::setReading(const QString &what)
{
    m_reading = what;
    judge();
}

void DuePage::follow(const classify::Work *work)
{
    if (work)
        m_progress->follow(*work, tr("Reading: %1"));
    else
        m_progress->end();
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
    m_unread.clear();
    m_reading.clear();
    m_table->things()->setRows({});
    m_interrupted->hide();
    setFollowUps(0);
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
    m_unreadNotice->setText(tr("Not every vault could be looked through"), tr("Whether something in it is due cannot be said.") + u'\n' + m_unread.join(u'\n'));
    m_unreadNotice->setVisible(!m_unread.isEmpty());
    m_heading->setText(tr("Due for disposal in %1").arg(base::toJapaneseFiscalYear(base::fiscalYear(QDate::currentDate()))));
    m_none->setText(!m_reading.isEmpty() ? m_reading
                    : rows == 0 && !m_unread.isEmpty() ? tr("Drop files here, or choose what is to be disposed of.")
                    : rows == 0 ? tr("Nothing in the vaults of this desktop is due this year. Drop files here, or choose what is to be disposed of.")
                                : tr("Tick what is to be disposed of. More files can be dropped here."));
    m_table->setVisible(rows > 0);
    const QList<int> ticked = m_table->tickedRows();
    m_remove->setVisible(!m_added.empty());
    const QSet<QString> added = idsOf(m_added);
    m_remove->setEnabled(std::ranges::any_of(ticked, [&](int row) { return added.contains(idOf(m_table->things()->row(row).thing)); }));
    m_next->setEnabled(!ticked.isEmpty());
    setFootHint(ticked.isEmpty() ? QString() : tr("%n ticked", nullptr, static_cast<int>(ticked.size())));
}

void DuePage::takeFocus()
{
    if (!isVisible())
        return;
    if (m_requests->takeFocus())
        return;
    if (m_table->isVisibleTo(this))
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_files->setFocus(Qt::OtherFocusReason);
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
