#include "review/reviewpage.h"

#include "classify/labelcard.h"
#include "review/acceptcard.h"
#include "review/assetcard.h"
#include "review/charts.h"
#include "review/filterbar.h"
#include "review/integrityband.h"
#include "review/recordmodel.h"
#include "review/signoffcard.h"
#include "widgets/button.h"
#include "widgets/chipdelegate.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace shirushi::review {

using namespace widgets;

namespace {

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QFrame *chartCard(const Theme &theme, const QString &title, QWidget *chart)
{
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 10, 16, 10);
    column->addWidget(new TextBlock(theme, TextKind::Heading, title));
    column->addWidget(chart);
    return card;
}

} // namespace

ReviewPage::ReviewPage(const Theme &theme, ReviewDesk &desk, Verification &verification, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_verification(verification)
{
    addTitle(tr("Records"));
    auto *band = new IntegrityBand(theme, verification);
    body()->addWidget(band);
    connect(band, &IntegrityBand::entryWanted, this, &ReviewPage::goTo);
    m_acceptCard = new AcceptCard(theme, desk);
    body()->addWidget(m_acceptCard);
    connect(band, &IntegrityBand::acceptanceWanted, this, [this] {
        m_acceptCard->ask(m_verification.findings());
        reveal(m_acceptCard);
    });
    connect(m_acceptCard, &AcceptCard::accepted, this, &ReviewPage::accepted);
    connect(m_acceptCard, &AcceptCard::closed, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_acceptCard, &AcceptCard::workEnded, this, &ReviewPage::workEnded);
    m_said = new Notice(theme, NoticeTone::Good, {});
    m_said->hide();
    body()->addWidget(m_said);
    m_signOffCard = new SignOffCard(theme, desk);
    body()->addWidget(m_signOffCard);
    addFilters();
    addCharts();
    addList();
    addFoot();
    connect(&verification, &Verification::changed, this, &ReviewPage::judge);
}

void ReviewPage::addFilters()
{
    m_filters = new FilterBar(theme());
    body()->addWidget(m_filters);
    connect(m_filters, &FilterBar::changed, this, [this] {
        m_asset->hide();
        m_filter = m_filters->filter();
        load();
    });
    m_scope = addText(TextKind::Small, tr("You see what you did yourself, and what was done with files that you have had to do with."),
                      Ink::Dim);
    m_scope->hide();
    m_asset = new Notice(theme(), NoticeTone::Information, {});
    QPushButton *all = makeButton(tr("Back to all entries(&A)"), ButtonKind::Small);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 2);
    row->addWidget(all);
    row->addStretch(1);
    m_asset->add(box);
    m_asset->hide();
    body()->addWidget(m_asset);
    connect(all, &QPushButton::clicked, this, [this] {
        m_asset->hide();
        m_filter = m_filters->filter();
        load();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void ReviewPage::addCharts()
{
    m_months = new MonthChart(theme());
    m_classes = new ClassChart(theme());
    auto *charts = new TwoColumns(0, 620);
    charts->left()->addWidget(chartCard(theme(), tr("Entries by month"), m_months));
    charts->right()->addWidget(chartCard(theme(), tr("Entries by class"), m_classes));
    body()->addWidget(charts);
}

void ReviewPage::addList()
{
    auto *columns = new TwoColumns(290);
    m_model = new RecordModel(m_desk, this);
    auto *table = new Table(theme());
    m_table = table;
    auto *chips = new ChipDelegate(theme(), RecordModel::FileColumn, this);
    m_table->setItemDelegate(chips);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Entries"));
    m_table->setFixedHeight(10 * Table::rowHeight + 40);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(RecordModel::FileColumn, QHeaderView::Stretch);
    header->setMaximumSectionSize(260);
    columns->left()->addWidget(m_table);
    auto *row = new QHBoxLayout;
    m_newer = makeButton(tr("Newer ones(&N)"), ButtonKind::Small);
    m_older = makeButton(tr("Older ones(&B)"), ButtonKind::Small);
    m_place = new TextBlock(theme(), TextKind::Small, {}, Ink::Dim);
    row->addWidget(m_newer);
    row->addWidget(m_older);
    row->addWidget(m_place, 1, Qt::AlignVCenter);
    columns->left()->addLayout(row);
    columns->left()->addStretch(1);
    m_card = new AssetCard(theme(), m_desk, *m_model);
    columns->right()->addWidget(m_card);
    columns->right()->addStretch(1);
    body()->addWidget(columns, 1);
    connect(m_newer, &QPushButton::clicked, m_model, &RecordModel::newer);
    connect(m_older, &QPushButton::clicked, m_model, &RecordModel::older);
    connect(m_model, &RecordModel::loaded, this, &ReviewPage::showLoaded);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_card, &AssetCard::assetWanted, this, &ReviewPage::showAsset);
}

void ReviewPage::addFoot()
{
    const std::pair<ExportFormat, QString> offers[] = {{ExportFormat::Csv, tr("CSV(&C)")},
                                                       {ExportFormat::Pdf, tr("PDF(&P)")},
                                                       {ExportFormat::JsonLines, tr("JSON Lines(&J)")}};
    const std::vector<ExportFormat> offered = m_desk.exportFormats();
    for (const auto &[format, title] : offers) {
        if (std::find(offered.begin(), offered.end(), format) == offered.end())
            continue;
        QPushButton *button = makeButton(title, ButtonKind::Plain);
        connect(button, &QPushButton::clicked, this, [this, chosen = format] { exportAs(chosen); });
        addToFootLeft(button);
        m_exports.push_back(button);
    }
    m_signOff = makeButton(tr("Mark as reviewed(&S)"), ButtonKind::Main);
    addToFootRight(m_signOff);
    connect(m_signOff, &QPushButton::clicked, this, &ReviewPage::askForSignOff);
    connect(m_signOffCard, &SignOffCard::closed, this, [this] { m_signOff->setFocus(Qt::OtherFocusReason); });
    connect(m_signOffCard, &SignOffCard::workEnded, this, &ReviewPage::workEnded);
    connect(m_signOffCard, &SignOffCard::signedOff, this, [this] {
        load();
        m_signOff->setFocus(Qt::OtherFocusReason);
    });
    judge();
}

bool ReviewPage::isWorking() const
{
    return m_signOffCard->isWorking() || m_acceptCard->isWorking() || m_exporting;
}

void ReviewPage::refresh()
{
    const auto pack = m_desk.rules();
    if (!pack)
        return;
    judge();
    m_scope->setVisible(!m_verification.standing().seesEverything);
    m_table->setFocus(Qt::OtherFocusReason);
    const int asked = ++m_asked;
    const int shown = ++m_shown;
    classify::inBackground(this, [desk = &m_desk] { return desk->people(); },
                           [this, asked, shown, pack](const std::vector<Someone> &people) {
                               if (shown != m_shown)
                                   return;
                               m_filters->setOffer(*pack, people, m_verification.standing().since.toLocalTime().date(),
                                                   QDate::currentDate());
                               if (asked != m_asked)
                                   return; // one entry, or one file, is wanted meanwhile
                               if (!m_asset->isVisibleTo(this))
                                   m_filter = m_filters->filter();
                               load();
                           });
}

void ReviewPage::clear()
{
    ++m_asked;
    ++m_shown;
    m_found = -1;
    m_model->clear();
    m_card->setEmpty({});
    m_months->setBars({});
    m_classes->setBars({});
    m_place->setText({});
    m_said->hide();
    m_asset->hide();
    m_signOffCard->close();
    m_acceptCard->close();
}

void ReviewPage::load()
{
    const int asked = ++m_asked;
    m_found = -1;
    m_model->show(m_filter);
    classify::inBackground(this, [desk = &m_desk, filter = m_filter] { return desk->counts(filter); },
                           [this, asked, filter = m_filter](const base::Result<std::vector<ledger::Count>> &counts) {
                               if (asked == m_asked && counts)
                                   showCounts(*counts, filter);
                           });
}

void ReviewPage::showCounts(const std::vector<ledger::Count> &counts, const Filter &filter)
{
    m_found = 0;
    std::vector<std::pair<QString, std::int64_t>> months;
    for (const ledger::Count &count : counts) {
        m_found += count.entries;
        months.emplace_back(count.month, count.entries);
    }
    const QDate today = QDate::currentDate();
    const bool hasPeriod = filter.from.isValid() && filter.until.isValid();
    m_months->setBars(hasPeriod ? monthBars(months, filter.from, filter.until)
                                : monthBars(months, today.addMonths(-11), today));
    showClasses(counts);
    showLoaded({});
    m_signOffCard->setWords(filter, shownAndCounted());
}

void ReviewPage::showClasses(const std::vector<ledger::Count> &counts)
{
    const auto pack = m_desk.rules();
    if (!pack || pack->axes.empty())
        return;
    const policy::Axis &axis = pack->axes.front();
    std::vector<ClassBar> bars;
    for (const policy::Level &level : axis.levels) {
        const QString wanted = axis.id + u'=' + level.id;
        const Chips chip = widgets::chipsOf(*pack, {{axis.id, level.id}}, ChipSize::Short);
        if (chip.isEmpty())
            continue;
        ClassBar bar{chip.front(), 0};
        for (const ledger::Count &count : counts) {
            if (count.classes.split(u',').contains(wanted))
                bar.entries += count.entries;
        }
        bars.push_back(bar);
    }
    m_classes->setBars(std::move(bars));
}

void ReviewPage::showLoaded(const QString &problem)
{
    const int rows = m_model->rowCount();
    const std::int64_t offset = m_model->offset();
    if (!problem.isEmpty())
        m_place->setText(problem);
    else if (rows == 0)
        m_place->setText(tr("There is no such entry."));
    else if (offset >= 0 && m_found >= 0)
        m_place->setText(tr("%1 to %2 of %3").arg(number(offset + 1), number(offset + rows), number(m_found)));
    else
        m_place->setText(tr("%n entries", nullptr, rows));
    // A button that goes grey would lose the focus to nobody.
    if ((m_newer->hasFocus() && !m_model->hasNewer()) || (m_older->hasFocus() && !m_model->hasOlder()))
        m_table->setFocus(Qt::OtherFocusReason);
    m_newer->setEnabled(m_model->hasNewer());
    m_older->setEnabled(m_model->hasOlder());
    if (m_table->currentIndex().isValid())
        return;
    if (rows == 0) {
        m_card->setEmpty(m_wanted > 0 ? tr("Entry %1 cannot be read.").arg(m_wanted) : QString());
        m_wanted = 0;
        return;
    }
    const std::int64_t wanted = std::exchange(m_wanted, 0);
    if (wanted > 0 && m_model->entryAt(0).seq != wanted) {
        m_card->setEmpty(tr("Entry %1 cannot be read.").arg(wanted));
        return;
    }
    m_table->setCurrentIndex(m_model->index(0, 0));
    if (wanted > 0)
        reveal(m_table);
}

void ReviewPage::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        m_card->setEmpty({});
    else
        m_card->setEntry(m_model->entryAt(row));
}

// All entries, so that what stands around it can be seen too.
void ReviewPage::goTo(std::int64_t seq)
{
    ++m_asked;
    m_found = -1;
    m_wanted = seq;
    m_filter = {};
    m_asset->setText(tr("The entries from entry %1 back").arg(seq));
    m_asset->show();
    m_model->show(m_filter, seq + 1);
    m_table->setFocus(Qt::OtherFocusReason);
}

void ReviewPage::showAsset(const QString &contentHash, const QString &file)
{
    m_filter = {};
    m_filter.contentHash = contentHash;
    m_filter.file = file;
    m_asset->setText(tr("Only what concerns this file is shown"), file);
    m_asset->show();
    load();
    m_table->setFocus(Qt::OtherFocusReason);
    reveal(m_asset);
}

// Signing off says that the ledger was whole: without that it is not offered.
void ReviewPage::judge()
{
    const QString reason = readOnlyReason(m_verification);
    const bool isProven = m_verification.proof().has_value() && !m_verification.isRunning();
    const bool may = m_verification.standing().maySignOff;
    m_signOff->setEnabled(reason.isEmpty() && isProven && may);
    setFootHint(!reason.isEmpty() ? tr("The ledger can only be read at present.")
                : !may            ? tr("A review is signed off by who answers for others, for example a manager.")
                : isProven        ? QString()
                                  : tr("Entries can be signed off once the ledger is checked."));
}

QString ReviewPage::shownInWords() const
{
    return m_filter.isOneAsset()             ? m_filter.file
           : m_asset->isVisibleTo(this) ? tr("All years")
                                        : m_filters->inWords();
}

QString ReviewPage::shownAndCounted() const
{
    return m_found < 0 ? shownInWords() : tr("%1 (%2 entries)").arg(shownInWords(), number(m_found));
}

void ReviewPage::askForSignOff()
{
    const Proof &proof = *m_verification.proof();
    const QString checked = classify::localTime(proof.at);
    m_signOffCard->ask(m_filter, shownAndCounted(),
                       proof.findings.empty()
                           ? tr("The ledger was whole when it was checked on %1.").arg(checked)
                           : tr("The check on %1 had findings; they are recorded with it.").arg(checked));
    reveal(m_signOffCard);
}

void ReviewPage::exportAs(ExportFormat format)
{
    const QString endings[] = {QStringLiteral("csv"), QStringLiteral("pdf"), QStringLiteral("jsonl")};
    const QString ending = endings[static_cast<std::size_t>(format)];
    const QString name = QFileDialog::getSaveFileName(this, tr("Where to put the list"),
                                                      tr("Records") + u'.' + ending, QStringLiteral("*.") + ending);
    if (name.isEmpty() || m_exporting)
        return;
    m_exporting = true;
    for (QPushButton *button : m_exports)
        button->setEnabled(false);
    const auto write = [desk = &m_desk, filter = m_filter, words = shownInWords(), format, target = base::toPath(name)] {
        return desk->exportTo(filter, words, format, target);
    };
    classify::inBackground(this, write, [this, name](const base::Result<std::int64_t> &written) {
        m_exporting = false;
        for (QPushButton *button : m_exports)
            button->setEnabled(true);
        m_said->setTone(written ? NoticeTone::Good : NoticeTone::Wrong);
        m_said->setText(written ? tr("%n entries written", nullptr, static_cast<int>(*written)) : tr("It could not be written"),
                        written ? name : written.error().message);
        m_said->show();
        reveal(m_said);
        Q_EMIT workEnded();
    });
}

void ReviewPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F5)
        m_verification.start();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::review
