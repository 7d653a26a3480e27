#include "widgets/page.h"

#include "widgets/textblock.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace shirushi::widgets {

namespace {

constexpr int narrowestHint = 180; // pixels: below that the foot stacks

// In one row, or where the window is narrow in one below the other.
class Foot final : public QWidget
{
protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        arrange();
    }
    bool event(QEvent *event) override
    {
        const bool isDone = QWidget::event(event);
        if (event->type() == QEvent::LayoutRequest)
            arrange();
        return isDone;
    }

private:
    void arrange()
    {
        auto *row = static_cast<QBoxLayout *>(layout());
        const QMargins margins = row->contentsMargins();
        int wanted = margins.left() + margins.right();
        for (int at = 0; at < row->count(); ++at)
            wanted += row->itemAt(at)->isEmpty() ? 0 : row->itemAt(at)->minimumSize().width() + row->spacing();
        const auto direction = wanted <= width() + row->spacing() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
        if (row->direction() != direction)
            row->setDirection(direction);
    }
};

} // namespace

Page::Page(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_scroll(new QScrollArea), m_foot(new Foot),
      m_footLeft(new QHBoxLayout), m_footRight(new QHBoxLayout),
      m_hint(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    setObjectName(QStringLiteral("page"));
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("pageBody"));
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(32, 26, 32, 18);
    m_body->setSpacing(10);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    m_foot->setObjectName(QStringLiteral("foot"));
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(32, 12, 32, 12);
    row->setSpacing(14);
    m_footLeft->setSpacing(14);
    m_footRight->setSpacing(14);
    row->addLayout(m_footLeft);
    row->addStretch(1);
    row->addWidget(m_hint, 0, Qt::AlignVCenter);
    row->addLayout(m_footRight);
    m_hint->setMinimumWidth(narrowestHint);
    m_hint->hide();
    m_foot->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_foot);
}

TextBlock *Page::addTitle(const QString &title, const QString &lead)
{
    auto *block = new TextBlock(m_theme, TextKind::Title, title);
    m_body->addWidget(block);
    m_body->addSpacing(-6);
    if (!lead.isEmpty())
        addText(TextKind::Body, lead, Ink::Dim);
    return block;
}

TextBlock *Page::addText(TextKind kind, const QString &text, Ink ink)
{
    auto *block = new TextBlock(m_theme, kind, text, ink);
    m_body->addWidget(block);
    return block;
}

void Page::addToFootLeft(QWidget *widget)
{
    m_footLeft->addWidget(widget, 0, Qt::AlignVCenter);
    m_foot->show();
}

void Page::addToFootRight(QWidget *widget)
{
    m_footRight->addWidget(widget);
    m_foot->show();
}

void Page::setFootHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_foot->show();
}

void Page::scrollToTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

void Page::reveal(QWidget *widget)
{
    // Its place is only known when the layout has run.
    QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 20, 20); });
}

} // namespace shirushi::widgets
