#include "window/helppage.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListView>
#include <QStringListModel>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>

namespace shirushi::window {

using namespace widgets;

namespace {

constexpr const char *files[] = {"classify", "unknown", "where", "several", "keys"};

} // namespace

HelpPage::HelpPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_list(new QListView), m_topics(new QStringListModel(this)),
      m_text(new QTextBrowser)
{
    m_topics->setStringList({tr("Classifying a file"), tr("When you do not know"), tr("Where the class is shown"),
                             tr("Several files"), tr("Keys")});
    m_list->setModel(m_topics);
    m_list->setObjectName(QStringLiteral("topics"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Topics of the help"));
    m_list->setFixedWidth(250);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Help"));
    m_text->setFont(Theme::font(TextKind::Body));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(26, 26, 26, 26);
    layout->setSpacing(24);
    layout->addWidget(m_list);
    layout->addWidget(m_text, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { showTopic(now.row()); });
}

void HelpPage::refresh()
{
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_topics->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
}

void HelpPage::showTopic(int row)
{
    if (row < 0 || row >= static_cast<int>(std::size(files)))
        return;
    QFile file(QStringLiteral(":/shirushi/help/%1.md").arg(QLatin1String(files[row])));
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    QTextCursor cursor(m_text->document());
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(160, QTextBlockFormat::ProportionalHeight);
        format.setBottomMargin(10);
        cursor.setBlockFormat(format);
    }
    m_text->moveCursor(QTextCursor::Start);
}

} // namespace shirushi::window
