#include "classify/homepage.h"

#include "classify/droparea.h"
#include "classify/recentmodel.h"
#include "classify/work.h"
#include "widgets/table.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QVBoxLayout>

namespace shirushi::classify {

using namespace widgets;

namespace {

constexpr int shown = 5; // recent files

} // namespace

HomePage::HomePage(const Theme &theme, const LabelDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_recent(new RecentModel(desk, this)), m_table(new Table(theme))
{
    addTitle(tr("Classify"), tr("Put files or folders here. A few questions lead to the class, and it is shown on "
                                "the file."));
    m_said = addText(TextKind::Strong, {});
    m_said->hide();
    auto *area = new DropArea(theme);
    body()->addSpacing(6);
    body()->addWidget(area);
    connect(area, &DropArea::filesWanted, this, &HomePage::chooseFiles);
    connect(area, &DropArea::folderWanted, this, &HomePage::chooseFolder);
    setFocusProxy(area);

    body()->addSpacing(8);
    addText(TextKind::Heading, tr("Recent files"));
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(14, 6, 14, 6);
    m_none = new TextBlock(theme, TextKind::Body, tr("No file has been classified yet."), Ink::Dim);
    column->addWidget(m_none);
    auto *table = static_cast<Table *>(m_table);
    table->setFittedRows(shown);
    m_table->setModel(m_recent);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(RecentModel::NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(RecentModel::ClassColumn, QHeaderView::ResizeToContents);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Recent files"));
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT pathsChosen({m_recent->pathAt(index.row())}); });
    column->addWidget(m_table);
    body()->addWidget(card);
    body()->addStretch(1);
    m_table->hide();
}

void HomePage::refresh()
{
    inBackground(this, [desk = &m_desk] { return desk->recentFiles(shown); },
                 [this](std::vector<RecentFile> files) { showRecent(std::move(files)); });
}

void HomePage::showRecent(std::vector<RecentFile> files)
{
    m_none->setVisible(files.empty());
    m_table->setVisible(!files.empty());
    m_recent->setFiles(std::move(files));
    m_table->updateGeometry();
}

void HomePage::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void HomePage::chooseFiles()
{
    const QStringList names = QFileDialog::getOpenFileNames(this, tr("Choose files to classify"));
    std::vector<base::Path> paths;
    for (const QString &name : names)
        paths.push_back(base::toPath(name));
    if (!paths.empty())
        Q_EMIT pathsChosen(paths);
}

void HomePage::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder to classify"));
    if (!folder.isEmpty())
        Q_EMIT pathsChosen({base::toPath(folder)});
}

} // namespace shirushi::classify
