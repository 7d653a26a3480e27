#include "widgets/stepbar.h"

#include <QPainter>

namespace shirushi::widgets {

namespace {

constexpr double gap = 8;

} // namespace

StepBar::StepBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepBar::setSteps(const QStringList &steps, int current)
{
    m_steps = steps;
    m_current = current;
    if (current < steps.size())
        setAccessibleName(tr("Step %1 of %2: %3").arg(current + 1).arg(steps.size()).arg(steps[current]));
    update();
}

void StepBar::paintEvent(QPaintEvent *)
{
    if (m_steps.isEmpty())
        return;
    QPainter painter(this);
    const auto count = static_cast<double>(m_steps.size());
    const double width = (this->width() - gap * (count - 1)) / count;
    for (int i = 0; i < m_steps.size(); ++i) {
        const double left = i * (width + gap);
        painter.fillRect(QRectF(left, 0, width, 4), m_theme[i <= m_current ? Ink::Action : Ink::Line]);
        QFont font = Theme::font(TextKind::Small);
        font.setBold(i == m_current);
        painter.setFont(font);
        painter.setPen(m_theme[i == m_current ? Ink::Action : i < m_current ? Ink::Text : Ink::Dim]);
        painter.drawText(QRectF(left, 9, width, 24), Qt::AlignLeft | Qt::AlignVCenter, m_steps[i]);
    }
}

} // namespace shirushi::widgets
