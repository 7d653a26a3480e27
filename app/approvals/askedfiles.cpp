#include "approvals/askedfiles.h"

#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/chipdelegate.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace shirushi::approvals {

using namespace widgets;

namespace {

constexpr int shownRows = 6;

QWidget *rowOf(std::initializer_list<QWidget *> widgets)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(10);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return box;
}

} // namespace

AskedFiles::AskedFiles(const Theme &theme, const AskingDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new AskedFileModel(desk, this)), m_table(new Table(theme)),
      m_none(new TextBlock(theme, TextKind::Body, tr("No file is chosen. Files can also be dropped here."), Ink::Dim)),
      m_remove(makeButton(tr("Take the chosen one away(&R)"), ButtonKind::Small)), m_bar(new QProgressBar),
      m_name(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)), m_unclassified(new Notice(theme, NoticeTone::Caution, {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    QPushButton *files = makeButton(tr("Choose files(&O)"), ButtonKind::Small);
    column->addWidget(rowOf({files, m_remove}));
    column->addWidget(m_none);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ChipDelegate(theme, AskedFileModel::NameColumn, this));
    m_table->setAccessibleName(tr("Files"));
    m_table->setFittedRows(shownRows);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(AskedFileModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(AskedFileModel::ClassColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(AskedFileModel::RemarkColumn, QHeaderView::Stretch);
    column->addWidget(m_table);
    QPushButton *halt = makeButton(tr("Stop(&T)"), ButtonKind::Small);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Reading the files"));
    m_progress = rowOf({m_bar, halt});
    column->addWidget(m_name);
    column->addWidget(m_progress);
    QPushButton *classify = makeButton(tr("Classify them first(&L)"), ButtonKind::Small);
    m_unclassified->add(rowOf({classify}));
    column->addWidget(m_unclassified);
    setFocusProxy(files);
    connect(files, &QPushButton::clicked, this, &AskedFiles::choose);
    connect(m_remove, &QPushButton::clicked, this, &AskedFiles::removeChosen);
    connect(halt, &QPushButton::clicked, this, &AskedFiles::stop);
    connect(classify, &QPushButton::clicked, this, [this] { Q_EMIT classifyWanted(unclassified()); });
    showState();
}

void AskedFiles::setFiles(std::vector<AskedFile> files)
{
    stop();
    m_model->setFiles(std::move(files));
    showState();
}

void AskedFiles::add(const std::vector<base::Path> &paths)
{
    if (isReading())
        m_next.insert(m_next.end(), paths.begin(), paths.end());
    else if (!paths.empty())
        read(paths);
}

void AskedFiles::readAgain()
{
    std::vector<base::Path> paths;
    for (const AskedFile &file : files())
        paths.push_back(file.path);
    add(paths);
}

void AskedFiles::stop()
{
    m_next.clear();
    if (m_work)
        m_work->cancel();
}

void AskedFiles::choose()
{
    const QStringList names = QFileDialog::getOpenFileNames(window(), tr("Choose files"));
    std::vector<base::Path> paths;
    for (const QString &name : names)
        paths.push_back(base::toPath(name));
    add(paths);
}

void AskedFiles::removeChosen()
{
    QList<int> rows;
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        rows += index.row();
    m_model->removeRows(rows);
    showState();
    focusProxy()->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void AskedFiles::read(const std::vector<base::Path> &paths)
{
    m_work = new classify::Work(this);
    connect(m_work, &classify::Work::moved, this, [this](int done, int total, const QString &what, int) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
        m_name->setText(tr("Reading: %1").arg(what));
    });
    m_bar->setRange(0, 0);
    m_name->setText(tr("Reading the files"));
    showState();
    Q_EMIT changed();
    classify::inBackground(this, [desk = &m_desk, work = m_work, paths] { return desk->read(paths, *work); },
                           [this](const std::vector<AskedFile> &files) {
                               std::exchange(m_work, nullptr)->deleteLater();
                               m_model->addFiles(files);
                               showState();
                               Q_EMIT changed();
                               if (const auto next = std::exchange(m_next, {}); !next.empty())
                                   read(next);
                               else
                                   Q_EMIT workEnded();
                           });
}

void AskedFiles::showState()
{
    const bool isEmpty = files().empty();
    m_none->setVisible(isEmpty && !isReading());
    m_table->setVisible(!isEmpty);
    m_remove->setVisible(!isEmpty);
    m_remove->setEnabled(!isReading());
    m_name->setVisible(isReading());
    m_progress->setVisible(isReading());
    const std::vector<base::Path> open = unclassified();
    m_unclassified->setVisible(!open.empty() && !isReading());
    m_unclassified->setText(tr("%n files have no class that counts here", nullptr, static_cast<int>(open.size())),
                            tr("What the rules say depends on the class. Classify them, and come back to this page."));
    const bool hasRemarks = std::any_of(files().begin(), files().end(),
                                        [](const AskedFile &file) { return !file.problem.isEmpty(); });
    m_table->setColumnHidden(AskedFileModel::RemarkColumn, !hasRemarks);
    m_table->updateGeometry();
    if (!isEmpty && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

std::vector<base::Path> AskedFiles::unclassified() const
{
    std::vector<base::Path> paths;
    for (const AskedFile &file : files()) {
        if (file.wantsClass)
            paths.push_back(file.path);
    }
    return paths;
}

} // namespace shirushi::approvals
