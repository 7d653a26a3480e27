#include "window/helppage.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListView>
#include <QRegularExpression>
#include <QStringListModel>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QUrl>

namespace shirushi::window {

using namespace widgets;

namespace {

constexpr const char *files[] = {"index", "classify", "check", "sending", "vault", "dispose", "labels", "sidecar", "ledger",
                                 "requests", "people", "policies", "keyboard"};

QString topic(const char *name)
{
    QFile file(QStringLiteral(":/shirushi/help/%1.md").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// A line break between two Japanese characters is no space; Markdown would make it one.
QString joined(QString text)
{
    static const QRegularExpression within(QStringLiteral("(?<=[^\\x00-\\x7f])\\n(?=[^\\x00-\\x7f])"));
    return text.remove(within);
}

QString titleOf(const QString &text)
{
    return text.section(QLatin1Char('\n'), 0, 0).remove(QLatin1Char('#')).trimmed();
}

} // namespace

HelpPage::HelpPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_list(new QListView), m_topics(new QStringListModel(this)),
      m_text(new QTextBrowser)
{
    m_list->setModel(m_topics);
    m_list->setObjectName(QStringLiteral("topics"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Topics of the help"));
    m_list->setFixedWidth(250);
    m_text->setOpenLinks(false);
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpPage::follow);
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

void HelpPage::comeBack()
{
    if (m_topics->rowCount() == 0) {
        QStringList titles;
        for (const char *name : files)
            titles.append(titleOf(topic(name)));
        m_topics->setStringList(titles);
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_topics->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
}

void HelpPage::showTopic(int row)
{
    if (row < 0 || row >= static_cast<int>(std::size(files)))
        return;
    m_text->setMarkdown(joined(topic(files[row])));
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

void HelpPage::follow(const QUrl &link)
{
    const QString name = link.fileName().section(QLatin1Char('.'), 0, 0);
    for (std::size_t i = 0; i < std::size(files); ++i) {
        if (name == QLatin1String(files[i]))
            m_list->setCurrentIndex(m_topics->index(static_cast<int>(i)));
    }
}

} // namespace shirushi::window
