#include "classify/manypage.h"

#include "classify/filesview.h"
#include "classify/storeoffer.h"
#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/icons.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace shirushi::classify {

using namespace widgets;

namespace {

constexpr int settlingTime = 700; // ms

QString askingText(int kinds)
{
    return kinds == 1 ? ManyPage::tr("Where somebody must approve it, “Ask for it” makes one request for all those files.")
                      : ManyPage::tr("Where somebody must approve it, “Ask for it” makes one request for the files that get the "
                                     "same class for the same reason as the chosen row.");
}

} // namespace

ManyPage::ManyPage(const Theme &theme, LabelDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_table(new FileTable(desk, this)), m_view(new FilesView(theme, desk, *m_table)),
      m_strictest(new ChipRow(theme)), m_strictestRow(new QWidget),
      m_notice(new Notice(theme, NoticeTone::Good, {})), m_offer(new StoreOffer(theme)), m_progress(new QWidget),
      m_progressHeading(new TextBlock(theme, TextKind::Heading)),
      m_progressLine(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)), m_bar(new QProgressBar),
      m_selected(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)), m_detail(new TextBlock(theme, TextKind::Small))
{
    buildBody();
    buildFoot();
}

ManyPage::~ManyPage()
{
    if (m_stopReading)
        *m_stopReading = true;
}

void ManyPage::buildBody()
{
    m_title = addTitle(QStringLiteral(" "), tr("Tick the files that get the same class. For one file alone, double-click its row."));
    m_all = makeButton(tr("Tick all(&A)"), ButtonKind::Small);
    m_source = makeButton(tr("Where from(&I)"), ButtonKind::Small);
    m_sourceMenu = new QMenu(m_source);
    m_source->setMenu(m_sourceMenu);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_all);
    row->addWidget(m_source);
    row->addWidget(m_selected, 1, Qt::AlignVCenter);
    body()->addLayout(row);
    body()->addWidget(m_notice);
    body()->addWidget(m_offer);
    connect(m_offer, &StoreOffer::storeWanted, this, &ManyPage::storeWanted);
    buildTable();
    body()->addWidget(m_detail);

    auto *inner = new QHBoxLayout(m_strictestRow);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(12);
    inner->addStretch(1);
    inner->addWidget(new TextBlock(theme(), TextKind::Small, tr("The highest class among them"), Ink::Dim), 0,
                     Qt::AlignVCenter);
    inner->addWidget(m_strictest);
    body()->addWidget(m_strictestRow);

    auto *column = new QVBoxLayout(m_progress);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    column->addWidget(m_progressHeading);
    column->addWidget(m_bar);
    column->addWidget(m_progressLine);
    body()->addWidget(m_progress);
    m_progress->hide();
    m_notice->hide();
    m_offer->hide();
    connect(m_all, &QPushButton::clicked, this, [this] { m_view->tickAll(!m_view->allTicked()); });
    connect(m_sourceMenu, &QMenu::aboutToShow, this, &ManyPage::fillSourceMenu);
}

void ManyPage::buildTable()
{
    body()->addWidget(m_view, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ManyPage::showDetail);
    connect(m_table, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (const int row = m_view->currentIndex().row(); row >= from.row() && row <= to.row())
            showDetail();
    });
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != FileTable::TickColumn)
            wantDecision({index.row()}, false);
    });
    connect(m_view, &FilesView::ticksChanged, this, &ManyPage::update);
}

void ManyPage::fillSourceMenu()
{
    m_sourceMenu->clear();
    const auto pack = m_desk.rules();
    const policy::Question *question = sourceQuestion(*pack);
    if (!question)
        return;
    const auto add = [this](const QString &key, const QString &text, const QString &id) {
        QAction *action = m_sourceMenu->addAction(QStringLiteral("&%1　%2").arg(key, text));
        connect(action, &QAction::triggered, this, [this, id] { setSource(id); });
    };
    for (const policy::Answer &answer : question->answers)
        add(answer.key, inWindowLanguage(answer.text), answer.id);
    if (question->unknown)
        add(QStringLiteral("?"), tr("I do not know"), QStringLiteral("?"));
}

void ManyPage::setSource(const QString &answer)
{
    m_table->setSource(m_view->tickedRows(), answer);
    takeFocus();
}

void ManyPage::buildFoot()
{
    m_choose = makeButton(tr("Choose the class(&D)"), ButtonKind::Plain);
    m_ask = makeButton(tr("By the questions(&Q)"), ButtonKind::Quiet);
    m_undo = makeButton(tr("Undo(&U)"), ButtonKind::Plain);
    m_undo->setIcon(icon(Picture::Undo, theme(), Ink::Action));
    m_request = makeButton(tr("Ask for it(&K)"), ButtonKind::Plain);
    m_stop = makeButton(tr("Stop(&C)"), ButtonKind::Plain);
    m_main = makeButton(tr("Put the classes on the files(&S)"), ButtonKind::Main);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_choose, m_ask, m_undo, m_request})
        addToFootLeft(widget);
    addToFootRight(m_stop);
    addToFootRight(m_main);
    connect(m_choose, &QPushButton::clicked, this, [this] { wantDecision(m_view->tickedRows(), true); });
    connect(m_ask, &QPushButton::clicked, this, [this] { wantDecision(m_view->tickedRows(), false); });
    connect(m_undo, &QPushButton::clicked, this, &ManyPage::undo);
    connect(m_request, &QPushButton::clicked, this, [this] { Q_EMIT requestWanted(m_table->refused(m_view->currentIndex().row())); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_labelling)
            stop();
        else
            Q_EMIT finished();
    });
    connect(m_main, &QPushButton::clicked, this, &ManyPage::carryOut);
}

void ManyPage::setFiles(const std::vector<base::Path> &paths)
{
    m_title->setText(tr("Classify %n files", nullptr, static_cast<int>(paths.size())));
    m_table->setFiles(paths);
    m_notice->hide();
    m_offer->hide();
    m_progress->hide();
    m_source->setVisible(sourceQuestion(*m_desk.rules()) != nullptr);
    m_view->fitColumns();
    update();
    scrollToTop();
    m_view->selectionModel()->setCurrentIndex(m_table->index(0, FileTable::NameColumn), QItemSelectionModel::NoUpdate);
    takeFocus();
    readAll();
}

void ManyPage::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void ManyPage::readAll()
{
    if (m_stopReading)
        *m_stopReading = true;
    m_stopReading = std::make_shared<std::atomic<bool>>(false);
    std::vector<base::Path> paths;
    for (const FileRow &row : m_table->rows())
        paths.push_back(row.file.path);
    const int run = ++m_run;
    inBackgroundEach<labelling::FileLabel>(
        this,
        [desk = &m_desk, paths = std::move(paths), stopped = m_stopReading](QPromise<labelling::FileLabel> &promise) {
            for (const base::Path &path : paths) {
                if (*stopped)
                    return;
                promise.addResult(desk->read(path));
            }
        },
        [this, run](const labelling::FileLabel &file) {
            if (run == m_run)
                m_table->setRead(file);
        },
        [this, run](int) {
            if (run == m_run) {
                m_view->fitColumns();
                update();
            }
        });
}

void ManyPage::wantDecision(const QList<int> &rows, bool directly)
{
    if (m_labelling || rows.isEmpty())
        return;
    m_deciding = rows;
    std::vector<labelling::FileLabel> files;
    for (const int row : rows)
        files.push_back(m_table->row(row).file);
    Q_EMIT decisionWanted(files, directly, m_table->commonSource(rows));
}

void ManyPage::setDecision(const Decision &decision)
{
    m_table->setDecision(m_deciding, decision);
    m_notice->hide();
    m_view->clearSelection(); // the next class is for others
    update();
    takeFocus();
}

void ManyPage::carryOut()
{
    const QList<int> rows = m_table->ready();
    if (rows.isEmpty() || m_labelling)
        return;
    std::vector<labelling::LabelOrder> orders;
    for (const int row : rows)
        orders.push_back(orderFor(m_table->row(row).file.path, *m_table->row(row).decision));
    m_labelling = true;
    delete m_work;
    m_work = new Work(this);
    connect(m_work, &Work::moved, this, &ManyPage::showMoved);
    m_notice->hide();
    m_offer->hide();
    m_progress->show();
    showMoved(0, static_cast<int>(orders.size()), {}, -1);
    update();
    m_stop->setFocus(Qt::OtherFocusReason);
    const std::size_t ordered = orders.size();
    inBackgroundEach<labelling::LabelOutcome>(
        this,
        [desk = &m_desk, work = m_work, orders = std::move(orders)](QPromise<labelling::LabelOutcome> &promise) {
            desk->label(orders, *work, [&promise](const labelling::LabelOutcome &outcome) { promise.addResult(outcome); });
        },
        [this](const labelling::LabelOutcome &outcome) { m_table->setOutcome(outcome); },
        [this, ordered](int reached) { ended(ordered, static_cast<std::size_t>(reached)); });
}

void ManyPage::showMoved(int done, int total, const QString &what, int left)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_progressHeading->setText(tr("Working on file %1 of %2").arg(std::min(done + 1, total)).arg(total));
    const QString time = left < 0 ? QString() : left < 60 ? tr("about %n seconds left", nullptr, left)
                                                          : tr("about %n minutes left", nullptr, (left + 59) / 60);
    QStringList parts{what, time, tr("If you stop, the file being worked on stays as it was.")};
    parts.removeAll(QString());
    m_progressLine->setText(parts.join(QStringLiteral("　")));
}

void ManyPage::stop()
{
    if (m_work)
        m_work->cancel();
    m_stop->setEnabled(false);
    m_progressHeading->setText(tr("Stopping"));
}

void ManyPage::ended(std::size_t ordered, std::size_t reached)
{
    m_labelling = false;
    // Who presses Stop as the last file is done must not lose sight of what became of them.
    m_settling = true;
    QTimer::singleShot(settlingTime, this, [this] {
        m_settling = false;
        update();
    });
    m_progress->hide();
    int failed = 0;
    int done = 0;
    for (const FileRow &row : m_table->rows()) {
        failed += row.outcome && row.outcome->error;
        done += row.outcome && !row.outcome->error;
    }
    m_notice->setTone(failed > 0 ? NoticeTone::Wrong : reached < ordered ? NoticeTone::Caution : NoticeTone::Good);
    QStringList more;
    if (failed > 0)
        more.append(tr("%n files could not be done; the reason stands in the row. They are as they were.", nullptr, failed));
    if (reached < ordered)
        more.append(tr("Stopped. %n files were not reached; they are as they were.", nullptr,
                       static_cast<int>(ordered - reached)));
    if (const int kinds = m_table->refusedKinds(); kinds > 0)
        more.append(askingText(kinds));
    m_notice->setText(tr("The class is on %n files", nullptr, done), more.join(QLatin1Char('\n')));
    m_notice->show();
    offerVault();
    update();
    takeFocus();
    Q_EMIT workEnded();
}

void ManyPage::offerVault()
{
    std::vector<StoreOffer::Labelled> labelled;
    const auto pack = m_desk.rules();
    for (const FileRow &row : m_table->rows()) {
        if (row.outcome && !row.outcome->error && row.outcome->label && row.outcome->label->policy == pack->id)
            labelled.push_back({row.outcome->newPath, vault::placementOf(*pack, row.outcome->label->classes)});
    }
    m_offer->setFiles(labelled);
}

void ManyPage::undo()
{
    std::vector<Done> done;
    const auto pack = m_desk.rules();
    for (const FileRow &row : m_table->rows()) {
        if (row.outcome && canTakeBack({row.file, *row.outcome}, *pack))
            done.push_back({row.file, *row.outcome});
    }
    m_labelling = true;
    delete m_work;
    m_work = new Work(this);
    connect(m_work, &Work::moved, this, &ManyPage::showMoved);
    m_progress->show();
    showMoved(0, static_cast<int>(done.size()), {}, -1);
    update();
    inBackground(this, [desk = &m_desk, work = m_work, done = std::move(done)] { return takeBack(*desk, done, *work); },
                 [this](const std::vector<labelling::LabelOutcome> &outcomes) {
                     m_labelling = false;
                     m_progress->hide();
                     int failed = 0;
                     for (const labelling::LabelOutcome &outcome : outcomes)
                         failed += outcome.error.has_value();
                     m_table->clearOutcomes();
                     m_offer->hide();
                     m_notice->setTone(failed ? NoticeTone::Wrong : NoticeTone::Good);
                     m_notice->setText(failed ? tr("%n files could not be undone", nullptr, failed) : tr("Undone"),
                                       tr("That is recorded too."));
                     m_notice->show();
                     update();
                     Q_EMIT workEnded();
                 });
}

void ManyPage::update()
{
    const QList<int> ticked = m_view->tickedRows();
    const bool choosing = !m_labelling && !ticked.isEmpty();
    m_selected->setText(ticked.isEmpty() ? tr("No file is ticked") : tr("%n ticked", nullptr, static_cast<int>(ticked.size())));
    for (QPushButton *button : {m_choose, m_ask, m_source})
        button->setEnabled(choosing);
    m_all->setText(m_view->allTicked() ? tr("Tick none(&A)") : tr("Tick all(&A)"));
    m_all->setAccessibleName(withoutAccessKey(m_all->text()));
    m_all->setEnabled(!m_labelling);
    m_main->setEnabled(!m_labelling && !m_table->ready().isEmpty());
    m_stop->setEnabled(!m_settling);
    const bool anyDone = std::any_of(m_table->rows().begin(), m_table->rows().end(), [](const FileRow &row) {
        return row.outcome && !row.outcome->error;
    });
    m_undo->setVisible(anyDone && !m_labelling);
    m_request->setVisible(!m_labelling && m_table->refusedKinds() > 0);
    m_ask->setVisible(!anyDone && !m_labelling);
    m_choose->setVisible(!m_labelling);
    m_stop->setText(m_labelling ? tr("Stop(&C)") : anyDone ? tr("Finish(&E)") : tr("Stop without changes(&C)"));
    m_stop->setAccessibleName(withoutAccessKey(m_stop->text()));
    const auto strictest = m_table->strictest();
    m_strictestRow->setVisible(strictest.has_value() && !m_labelling);
    showDetail();
    if (strictest)
        m_strictest->setChips(chipsOf(*m_desk.rules(), *strictest, ChipSize::Full));
}

// A row has room for the beginning of what happened; the whole of it stands below the table.
void ManyPage::showDetail()
{
    const int number = m_view->currentIndex().row();
    QString said;
    if (number >= 0 && number < m_table->rowCount() && !m_labelling) {
        const FileRow &row = m_table->row(number);
        const bool more = row.outcome && (row.outcome->error || !row.outcome->notices.isEmpty());
        if (more || row.file.status == labelling::FileStatus::Unreadable)
            said = m_table->index(number, FileTable::RemarkColumn).data().toString();
        else if (row.file.label && m_view->isColumnHidden(FileTable::NowColumn))
            said = tr("now %1").arg(m_table->index(number, FileTable::NowColumn).data(Qt::AccessibleTextRole).toString());
        if (!said.isEmpty())
            said = tr("%1: %2").arg(fileName(row.file.path), said);
    }
    m_detail->setText(said);
    m_detail->setVisible(!said.isEmpty());
}

void ManyPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        m_stop->click();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_view->hasFocus()) {
        const QList<int> ticked = m_view->tickedRows();
        wantDecision(ticked.isEmpty() && m_view->currentIndex().isValid() ? QList<int>{m_view->currentIndex().row()} : ticked, false);
    } else {
        Page::keyPressEvent(event);
    }
}

} // namespace shirushi::classify
