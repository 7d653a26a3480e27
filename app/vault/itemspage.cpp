#include "vault/itemspage.h"

#include "classify/droparea.h"
#include "vault/itemdelegate.h"
#include "vault/itemwords.h"
#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int tallRow = 54; // two lines
constexpr int withoutBy = 800;
constexpr int withoutUntil = 560;

} // namespace

ItemsPage::ItemsPage(const Theme &theme, const VaultDesk &desk, QWidget *parent)
    : Page(theme, parent), m_model(new ItemModel(desk, this)), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_vault(new Choice(theme)), m_vaultBox(new QWidget), m_unsettled(new Notice(theme, NoticeTone::Caution, {})),
      m_rescue(new Notice(theme, NoticeTone::Caution, {})), m_saveRescue(makeButton(tr("Save it in the vault(&S)"), ButtonKind::Small)),
      m_discard(makeButton(tr("Throw it away(&X)"), ButtonKind::Small)), m_formPlace(new QVBoxLayout), m_openBox(new QWidget),
      m_openText(new TextBlock(theme, TextKind::Strong)),
      m_copy(new Notice(theme, NoticeTone::Caution, {})), m_noteCopy(makeButton(tr("Record a second copy(&W)"), ButtonKind::Small)),
      m_check(new Notice(theme, NoticeTone::Caution, {})), m_wrong(new Notice(theme, NoticeTone::Wrong, {})),
      m_takeOff(makeButton(tr("Take it off the list(&Z)"), ButtonKind::Small)), m_filterRow(new QWidget), m_words(new QLineEdit),
      m_due(makeButton({}, ButtonKind::Small)), m_table(new Table(theme)), m_deeds(new QWidget),
      m_open(makeButton(tr("Open it(&O)"), ButtonKind::Small)), m_read(makeButton(tr("Open it read-only(&R)"), ButtonKind::Small)),
      m_close(makeButton(tr("Close it(&C)"), ButtonKind::Small)),
      m_details(makeButton(tr("See it(&D)"), ButtonKind::Small)), m_take(makeButton(tr("Take out a copy(&T)"), ButtonKind::Small)),
      m_move(makeButton(tr("Move it to another vault(&J)"), ButtonKind::Small)),
      m_dispose(makeButton(tr("Go on to its disposal(&H)"), ButtonKind::Small)),
      m_verify(makeButton(tr("Check it(&V)"), ButtonKind::Plain)), m_members(makeButton(tr("Who may open it(&M)"), ButtonKind::Plain)),
      m_folder(makeButton(tr("Put in a folder(&G)"), ButtonKind::Plain)), m_put(makeButton(tr("Put in files(&A)"), ButtonKind::Main))
{
    setAcceptDrops(true);
    addTitle(tr("Vault"), tr("A double click opens an item. It is locked again when it is closed or you leave your desk."));
    body()->addWidget(m_said);
    addOpening();
    m_empty = addText(TextKind::Body, {});
    addHead();
    m_none = addText(TextKind::Body, {}, Ink::Dim);
    addTable();
    body()->addStretch(0);
    addFootButtons();
    clear();
}

void ItemsPage::addHead()
{
    auto *row = new QHBoxLayout(m_vaultBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_vault->setAccessibleName(tr("Vault"));
    m_vault->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_vault->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    QPushButton *create = makeButton(tr("Make a vault(&N)"), ButtonKind::Small);
    QPushButton *open = makeButton(tr("Open a vault's folder(&F)"), ButtonKind::Small);
    row->addWidget(m_vault, 1);
    row->addWidget(create);
    row->addWidget(open);
    row->addStretch(0);
    for (QPushButton *button : {create, open})
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    body()->addWidget(m_vaultBox);
    connect(m_vault, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < static_cast<int>(m_vaults.size()))
            Q_EMIT vaultChosen(m_vaults[static_cast<std::size_t>(index)].folder);
    });
    connect(create, &QPushButton::clicked, this, &ItemsPage::newWanted);
    connect(open, &QPushButton::clicked, this, &ItemsPage::folderWanted);
    QPushButton *settle = makeButton(tr("Finish it(&E)"), ButtonKind::Small);
    auto *box = new QWidget;
    auto *inside = new QHBoxLayout(box);
    inside->setContentsMargins(0, 6, 0, 2);
    inside->addWidget(settle);
    inside->addStretch(1);
    m_unsettled->add(box);
    m_unsettled->setText(tr("Who may open this vault has changed, and not everything is locked for them yet"),
                         tr("Until then, who was removed can still open some of it, or who was added cannot."));
    body()->addWidget(m_unsettled);
    addReminders();
    connect(settle, &QPushButton::clicked, this, &ItemsPage::settleWanted);
    auto *filter = new QHBoxLayout(m_filterRow);
    filter->setContentsMargins(0, 0, 0, 0);
    filter->setSpacing(10);
    m_words->setPlaceholderText(tr("Search for a name, folder, class or person"));
    m_words->setAccessibleName(tr("Search in the vault"));
    m_words->setClearButtonEnabled(true);
    m_due->setCheckable(true);
    filter->addWidget(m_words, 1);
    filter->addWidget(m_due);
    body()->addWidget(m_filterRow);
    connect(m_words, &QLineEdit::textChanged, this, &ItemsPage::refilter);
    connect(m_due, &QPushButton::toggled, this, &ItemsPage::refilter);
}

void ItemsPage::addTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ItemDelegate(theme(), this));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("What is in the vault"));
    m_table->setWordWrap(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->setDefaultSectionSize(tallRow);
    QHeaderView *header = m_table->horizontalHeader();
    header->setResizeContentsPrecision(100);
    header->setMaximumSectionSize(320);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ItemModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ItemModel::StateColumn, QHeaderView::Stretch);
    body()->addWidget(m_table, 1);
    auto *lines = new QVBoxLayout(m_deeds);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *deeds = new WrapRow;
    lines->addLayout(deeds);
    for (QPushButton *button : {m_open, m_read, m_close, m_details, m_take, m_move, m_dispose})
        deeds->addWidget(button);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const Row *row = chosen())
            Q_EMIT openWanted(Row(*row), false);
    });
    connect(m_read, &QPushButton::clicked, this, [this] {
        if (const Row *row = chosen())
            Q_EMIT openWanted(Row(*row), true);
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        const Row *row = chosen();
        if (const vault::Opened *open = row ? m_model->openedOf(row->id) : nullptr)
            Q_EMIT closeWanted(QString(open->id));
    });
    connect(m_details, &QPushButton::clicked, this, [this] {
        if (const Row *chosenRow = chosen())
            Q_EMIT detailsWanted(QString(chosenRow->id));
    });
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (const Row *chosenRow = chosen())
            Q_EMIT takeWanted(Row(*chosenRow));
    });
    connect(m_move, &QPushButton::clicked, this, [this] {
        if (const Row *chosenRow = chosen())
            Q_EMIT moveWanted(Row(*chosenRow));
    });
    connect(m_dispose, &QPushButton::clicked, this, [this] {
        if (const Row *chosenRow = chosen())
            Q_EMIT disposeWanted(Row(*chosenRow));
    });
    body()->addWidget(m_deeds);
    connect(m_table, &QTableView::activated, this, [this] { openChosen(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_chosen = m_model->rowAt(current.row()).id;
        judge();
    });
}

void ItemsPage::addFootButtons()
{
    addToFootLeft(m_verify);
    addToFootLeft(m_members);
    addToFootRight(m_folder);
    addToFootRight(m_put);
    connect(m_verify, &QPushButton::clicked, this, &ItemsPage::verifyWanted);
    connect(m_members, &QPushButton::clicked, this, &ItemsPage::membersWanted);
    connect(m_put, &QPushButton::clicked, this, [this] { setFilesOf(false); });
    connect(m_folder, &QPushButton::clicked, this, [this] { setFilesOf(true); });
}

void ItemsPage::setFilesOf(bool folders)
{
    std::vector<base::Path> paths;
    if (folders) {
        if (const QString chosen = QFileDialog::getExistingDirectory(this, tr("Choose the folder to put in")); !chosen.isEmpty())
            paths.push_back(base::toPath(chosen));
    } else {
        const QStringList chosen = QFileDialog::getOpenFileNames(this, tr("Choose the files to put in"));
        for (const QString &file : chosen)
            paths.push_back(base::toPath(file));
    }
    if (!paths.empty())
        Q_EMIT putWanted(paths);
}

void ItemsPage::setVaults(const std::vector<Known> &vaults, const base::Path &chosen)
{
    m_vaults = vaults;
    m_isRead = true;
    const QSignalBlocker quiet(m_vault);
    m_vault->clear();
    for (const Known &known : vaults) {
        m_vault->addItem(known.problem.isEmpty() ? known.name : tr("%1 (cannot be read now)").arg(known.name));
        m_vault->setItemData(m_vault->count() - 1, base::toDisplay(known.folder), Qt::ToolTipRole);
        if (known.folder == chosen)
            m_vault->setCurrentIndex(m_vault->count() - 1);
    }
    showState();
}

void ItemsPage::setFailed(const base::Error &error)
{
    m_isRead = true;
    m_vaults.clear();
    setProblem(error.message);
}

void ItemsPage::setReading(const QString &what)
{
    m_reading = what;
    showState();
}

void ItemsPage::setOverview(Overview overview)
{
    const QString before = m_chosen;
    m_problem.clear();
    m_reading.clear();
    m_model->setRows(std::move(overview.rows));
    overview.rows.clear();
    m_overview = std::move(overview);
    m_chosen = before;
    refilter();
}

void ItemsPage::setProblem(const QString &problem)
{
    m_problem = problem;
    m_reading.clear();
    m_overview.reset();
    m_model->setRows({});
    showState();
}

void ItemsPage::choose(const QString &item)
{
    m_chosen = item;
}

void ItemsPage::clear()
{
    m_vaults.clear();
    m_isRead = false;
    m_overview.reset();
    m_problem.clear();
    m_reading.clear();
    m_chosen.clear();
    m_model->setRows({});
    m_model->setOpened({});
    m_opened.clear();
    m_rescues.clear();
    m_opening = false;
    delete m_form;
    m_form = nullptr;
    {
        const QSignalBlocker quiet(m_vault);
        m_vault->clear();
        const QSignalBlocker words(m_words);
        m_words->clear();
        const QSignalBlocker due(m_due);
        m_due->setChecked(false);
    }
    m_model->setFilter({}, false);
    say({}, {}, NoticeTone::Good);
    showState();
}

void ItemsPage::refilter()
{
    const QString before = m_chosen;
    m_model->setFilter(m_words->text(), m_due->isChecked());
    if (m_model->rowCount() > 0) {
        const int row = std::max(0, m_model->rowOf(before));
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_chosen = m_model->rowAt(row).id;
    }
    showState();
}

void ItemsPage::showState()
{
    const bool hasVaults = !m_vaults.empty();
    const bool hasItems = m_overview && m_model->count() > 0;
    m_empty->setText(m_isRead && !hasVaults && m_problem.isEmpty()
                         ? tr("There is no vault at this desktop yet. Make one in a folder that the people in charge can reach, or open the folder "
                              "of one that a colleague has made.")
                         : QString());
    m_empty->setVisible(!m_empty->text().isEmpty());
    m_vault->setVisible(hasVaults);
    m_vault->setEnabled(m_reading.isEmpty() || !m_overview);
    showReminders();
    m_unsettled->setVisible(m_overview && m_overview->isUnsettled);
    const int due = m_model->dueCount();
    m_due->setText(tr("Due for disposal (%1)(&L)").arg(due));
    m_due->setAccessibleName(withoutAccessKey(m_due->text()));
    m_filterRow->setVisible(hasItems);
    m_openText->setText(tr("Open now: %1").arg(m_opened.size()));
    m_openBox->setVisible(!m_opened.empty());
    m_rescue->setVisible(!m_rescues.empty());
    if (!m_rescues.empty()) {
        const vault::Rescue &rescue = m_rescues.front();
        m_rescue->setText(tr("%n documents were locked before they could be saved", nullptr, static_cast<int>(m_rescues.size())),
                          tr("%1 (%2, vault %3). %4").arg(rescue.name, timeText(rescue.at), rescue.vaultName, rescue.reason));
    }
    QString none = m_reading;
    if (none.isEmpty() && m_overview && !hasItems)
        none = tr("Nothing lies in this vault yet. Drop files or folders here, or choose them below.");
    else if (none.isEmpty() && hasItems && m_model->rowCount() == 0)
        none = tr("No item fits.");
    if (m_overview && m_overview->forOthers > 0 && m_reading.isEmpty())
        none += (none.isEmpty() ? QString() : QStringLiteral(" "))
                + tr("%n items are locked for other people.", nullptr, static_cast<int>(m_overview->forOthers));
    m_none->setText(none);
    m_none->setVisible(!none.isEmpty());
    m_table->setVisible(hasItems && m_model->rowCount() > 0);
    m_deeds->setVisible(m_table->isVisibleTo(this));
    judge();
}

void ItemsPage::judge()
{
    const Row *row = chosen();
    const bool isOpen = row && m_model->openedOf(row->id);
    const bool mayOpen = row && row->problem.isEmpty() && row->mayOpen;
    m_open->setVisible(!isOpen && (!row || !row->isFinal));
    m_open->setEnabled(mayOpen && !m_opening);
    m_read->setVisible(!isOpen);
    m_read->setEnabled(mayOpen && !m_opening);
    m_close->setVisible(isOpen);
    m_close->setEnabled(!m_opening);
    m_saveRescue->setEnabled(!m_opening && !m_form);
    m_discard->setEnabled(!m_opening && !m_form);
    m_details->setEnabled(row && row->problem.isEmpty());
    m_take->setEnabled(row && row->problem.isEmpty());
    const QString deed = row && !row->mayOpen ? tr("Recover it(&T)") : tr("Take out a copy(&T)");
    m_take->setText(deed);
    m_take->setAccessibleName(withoutAccessKey(deed));
    m_move->setVisible(mayOpen && !isOpen);
    m_move->setEnabled(!m_opening);
    m_dispose->setVisible(row && row->problem.isEmpty() && row->isDue && !isOpen && m_overview && m_overview->amMember);
    m_put->setEnabled(m_overview && m_overview->amMember);
    m_folder->setEnabled(m_put->isEnabled());
    m_verify->setEnabled(m_overview.has_value());
    m_members->setEnabled(m_overview.has_value());
}

const Row *ItemsPage::chosen() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->rowAt(index.row()) : nullptr;
}

void ItemsPage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    m_said->setVisible(!heading.isEmpty());
    if (!heading.isEmpty())
        scrollToTop();
}

void ItemsPage::takeFocus()
{
    if (!isVisible())
        return;
    if (m_table->isVisibleTo(this))
        m_table->setFocus(Qt::OtherFocusReason);
    else if (m_put->isEnabled())
        m_put->setFocus(Qt::OtherFocusReason);
    else
        m_vaultBox->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
}

void ItemsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_table->setColumnHidden(ItemModel::ByColumn, width() < withoutBy);
    m_table->setColumnHidden(ItemModel::UntilColumn, width() < withoutUntil);
    auto *row = static_cast<QBoxLayout *>(m_vaultBox->layout());
    row->setDirection(width() < withoutUntil ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ItemsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && m_put->isEnabled())
        event->acceptProposedAction();
}

void ItemsPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (std::vector<base::Path> paths = classify::droppedFiles(*event->mimeData()); !paths.empty() && m_put->isEnabled())
        Q_EMIT putWanted(paths);
}

} // namespace shirushi::vaults
