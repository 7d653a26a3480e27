#include "widgets/ticktable.h"

#include "widgets/chipdelegate.h"
#include "widgets/icons.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace shirushi::widgets {

namespace {

constexpr int box = 24;

void drawTick(QPainter &painter, const QRect &cell, bool ticked, bool enabled, const Theme &theme)
{
    const QRectF place(cell.left() + (cell.width() - box) / 2.0, cell.top() + (cell.height() - box) / 2.0, box, box);
    const Ink ink = !enabled ? Ink::Dim : ticked ? Ink::Action : Ink::Edge;
    drawPicture(painter, place, ticked ? Picture::Checked : Picture::Unchecked, theme[ink]);
}

class TickDelegate final : public ChipDelegate
{
public:
    TickDelegate(const Theme &theme, QObject *parent) : ChipDelegate(theme, TickTable::tickColumn + 1, parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.column() != TickTable::tickColumn) {
            ChipDelegate::paint(painter, option, index);
        } else {
            QStyleOptionViewItem ground = option;
            initStyleOption(&ground, index);
            QStyledItemDelegate::paint(painter, ground, QModelIndex());
            drawTick(*painter, option.rect, option.state & QStyle::State_Selected,
                     option.state & QStyle::State_Enabled, m_theme);
        }
        markCurrent(*painter, option, index);
    }

private:
    // Where the keyboard is: it need not be a row that is ticked.
    void markCurrent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const auto *table = qobject_cast<const QTableView *>(option.widget);
        if (!table || !table->hasFocus() || table->currentIndex().row() != index.row())
            return;
        const QRect cell = option.rect;
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), 2), m_theme[Ink::Ring]);
        painter.fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), m_theme[Ink::Ring]);
        if (index.column() == TickTable::tickColumn)
            painter.fillRect(QRect(cell.left(), cell.top(), 2, cell.height()), m_theme[Ink::Ring]);
        if (index.column() == index.model()->columnCount() - 1)
            painter.fillRect(QRect(cell.right() - 1, cell.top(), 2, cell.height()), m_theme[Ink::Ring]);
    }

    const Theme &m_theme;
};

class TickHeader final : public QHeaderView
{
public:
    TickHeader(const Theme &theme, TickTable *table) : QHeaderView(Qt::Horizontal, table), m_theme(theme), m_table(table)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        if (isSectionHidden(TickTable::tickColumn))
            return;
        QPainter painter(viewport());
        const QRect cell(sectionViewportPosition(TickTable::tickColumn), 0, sectionSize(TickTable::tickColumn), height());
        drawTick(painter, cell, m_table->allTicked(), m_table->isEnabled(), m_theme);
    }

private:
    const Theme &m_theme;
    TickTable *m_table;
};

} // namespace

TickTable::TickTable(const Theme &theme, QWidget *parent) : Table(theme, parent)
{
    setHorizontalHeader(new TickHeader(theme, this));
    setItemDelegate(new TickDelegate(theme, this));
    setSelectionMode(QAbstractItemView::MultiSelection);
    setWordWrap(true); // a row is high enough for two lines
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        if (section == tickColumn)
            tickAll(!allTicked());
    });
}

void TickTable::setModel(QAbstractItemModel *model)
{
    Table::setModel(model);
    horizontalHeader()->setSectionResizeMode(tickColumn, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(tickColumn, tickWidth);
    // A view that is clickable would select a whole column when its title is pressed.
    disconnect(horizontalHeader(), &QHeaderView::sectionPressed, this, nullptr);
    disconnect(horizontalHeader(), &QHeaderView::sectionEntered, this, nullptr);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, viewport(), qOverload<>(&QWidget::update));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        horizontalHeader()->viewport()->update();
        Q_EMIT ticksChanged();
    });
}

bool TickTable::allTicked() const
{
    // Ranges of a selection may overlap: rows are counted.
    return model() && model()->rowCount() > 0 && selectionModel()->selectedRows().size() == model()->rowCount();
}

void TickTable::tickAll(bool ticked)
{
    if (ticked)
        selectAll();
    else
        clearSelection();
}

QItemSelectionModel::SelectionFlags TickTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    Qt::KeyboardModifiers modifiers;
    if (event && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress))
        modifiers = static_cast<const QInputEvent *>(event)->modifiers();
    if (event && event->type() == QEvent::MouseMove)
        return QItemSelectionModel::NoUpdate; // a hand that trembles must not tick the next row
    if (modifiers & Qt::ShiftModifier)
        return QItemSelectionModel::Select | QItemSelectionModel::Current | QItemSelectionModel::Rows;
    return Table::selectionCommand(index, event);
}

} // namespace shirushi::widgets
