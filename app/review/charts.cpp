#include "review/charts.h"

#include <QDate>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <map>

namespace shirushi::review {

using namespace widgets;

namespace {

constexpr int mostMonths = 24;
constexpr int rowHeight = 32;
constexpr int textHeight = 20;

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

template <typename Bars>
std::int64_t highest(const Bars &bars)
{
    std::int64_t most = 1;
    for (const auto &bar : bars)
        most = std::max(most, bar.entries);
    return most;
}

} // namespace

std::vector<MonthBar> monthBars(const std::vector<std::pair<QString, std::int64_t>> &months, QDate first, QDate last)
{
    std::map<QString, std::int64_t> sums;
    for (const auto &[month, entries] : months)
        sums[month] += entries;
    std::vector<MonthBar> bars;
    QDate day(last.year(), last.month(), 1);
    for (int i = 0; i < mostMonths && day.addMonths(1).addDays(-1) >= first; ++i, day = day.addMonths(-1)) {
        const auto found = sums.find(day.toString(QStringLiteral("yyyy-MM")));
        bars.push_back({day.year(), day.month(), found == sums.end() ? 0 : found->second});
    }
    std::reverse(bars.begin(), bars.end());
    return bars;
}

MonthChart::MonthChart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFont(Theme::font(TextKind::Small));
    setAccessibleName(tr("Entries by month"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MonthChart::setBars(std::vector<MonthBar> bars)
{
    m_bars = std::move(bars);
    QStringList words;
    for (const MonthBar &bar : m_bars)
        words += tr("%1/%2: %3").arg(QString::number(bar.year), QString::number(bar.month), number(bar.entries));
    setAccessibleDescription(words.join(tr(", ")));
    update();
}

QRect MonthChart::columnAt(int bar) const
{
    const auto count = std::max(12, static_cast<int>(m_bars.size()));
    const int step = std::max(1, width() / count);
    return {bar * step, textHeight, step, height() - 2 * textHeight};
}

void MonthChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto most = highest(m_bars);
    // Where every month's name has no room, every second or third one has.
    const int nameWidth = fontMetrics().horizontalAdvance(tr("%1 (month)").arg(12)) + 4;
    const int step = std::max(1, (nameWidth + columnAt(0).width() - 1) / columnAt(0).width());
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
        const MonthBar &bar = m_bars[static_cast<std::size_t>(i)];
        const QRect column = columnAt(i);
        const int tall = static_cast<int>(std::lround(static_cast<double>(bar.entries) / static_cast<double>(most)
                                                      * column.height()));
        const int wide = std::clamp(column.width() * 2 / 3, 3, 24);
        const QRect block(column.center().x() - wide / 2, column.bottom() + 1 - std::max(tall, bar.entries > 0 ? 2 : 0),
                          wide, std::max(tall, bar.entries > 0 ? 2 : 0));
        painter.fillRect(block, m_theme[Ink::Action]);
        if (bar.entries == most && bar.entries > 0) {
            painter.setPen(m_theme[Ink::Text]);
            painter.drawText(QRect(block.center().x() - 40, block.top() - textHeight, 80, textHeight), Qt::AlignCenter,
                             number(bar.entries));
        }
        if (i % step == 0) {
            painter.setPen(m_theme[Ink::Dim]);
            painter.drawText(QRect(column.center().x() - 40, height() - textHeight, 80, textHeight), Qt::AlignCenter,
                             tr("%1 (month)").arg(bar.month));
        }
    }
    painter.fillRect(QRect(0, height() - textHeight, width(), 1), m_theme[Ink::Edge]);
}

bool MonthChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int bar = help->pos().x() / columnAt(0).width();
    if (bar < 0 || bar >= static_cast<int>(m_bars.size())) {
        QToolTip::hideText();
        return true;
    }
    const MonthBar &shown = m_bars[static_cast<std::size_t>(bar)];
    QToolTip::showText(help->globalPos(), tr("%1/%2: %3").arg(QString::number(shown.year), QString::number(shown.month),
                                                             number(shown.entries)), this);
    return true;
}

ClassChart::ClassChart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFont(Theme::font(TextKind::Small));
    setAccessibleName(tr("Entries by class"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ClassChart::setBars(std::vector<ClassBar> bars)
{
    m_bars = std::move(bars);
    QStringList words;
    for (const ClassBar &bar : m_bars)
        words += tr("%1: %2").arg(spoken({bar.chip}), number(bar.entries));
    setAccessibleDescription(words.join(tr(", ")));
    updateGeometry();
    update();
}

QSize ClassChart::sizeHint() const
{
    return {320, std::max(112, static_cast<int>(m_bars.size()) * rowHeight)};
}

void ClassChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int chips = 0;
    for (const ClassBar &bar : m_bars)
        chips = std::max(chips, chipWidth(bar.chip));
    const auto most = highest(m_bars);
    const int numbers = fontMetrics().horizontalAdvance(number(most)) + 12;
    const int room = std::max(20, width() - chips - 16 - numbers);
    int top = 0;
    for (const ClassBar &bar : m_bars) {
        drawChip(painter, QPoint(0, top + (rowHeight - chipHeight) / 2), bar.chip, m_theme);
        const int wide = static_cast<int>(std::lround(static_cast<double>(bar.entries) / static_cast<double>(most) * room));
        const Ink ink = bar.chip.tone ? toneInks(*bar.chip.tone).first : Ink::Edge;
        painter.fillRect(QRect(chips + 16, top + rowHeight / 2 - 5, bar.entries > 0 ? std::max(2, wide) : 0, 10), m_theme[ink]);
        painter.setPen(m_theme[Ink::Text]);
        painter.drawText(QRect(width() - numbers, top, numbers, rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                         number(bar.entries));
        top += rowHeight;
    }
}

} // namespace shirushi::review
