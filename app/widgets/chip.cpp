#include "widgets/chip.h"

#include "widgets/language.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace shirushi::widgets {

namespace {

constexpr int gap = 6;
constexpr int axisPadding = 7;
constexpr int levelPadding = 9;

QFont axisFont()
{
    return Theme::font(TextKind::Small);
}

QFont levelFont()
{
    QFont font = axisFont();
    font.setBold(true);
    return font;
}

int axisWidth(const Chip &chip)
{
    if (chip.axis.isEmpty())
        return 0;
    return qCeil(QFontMetricsF(axisFont()).horizontalAdvance(chip.axis)) + 2 * axisPadding;
}

} // namespace

std::pair<Ink, Ink> toneInks(policy::Tone tone)
{
    switch (tone) {
    case policy::Tone::High:
        return {Ink::Red, Ink::RedGround};
    case policy::Tone::Middle:
        return {Ink::Amber, Ink::AmberGround};
    case policy::Tone::Low:
        break;
    }
    return {Ink::Green, Ink::GreenGround};
}

Chips chipsOf(const policy::Pack &pack, const policy::Classes &classes, ChipSize size)
{
    Chips chips;
    for (const policy::Axis &axis : pack.axes) {
        Chip chip{inWindowLanguage(size == ChipSize::Full ? axis.title : axis.chipTitle), QStringLiteral("？"), {}};
        if (size == ChipSize::Short && pack.axes.size() == 1)
            chip.axis.clear();
        if (const auto found = classes.find(axis.id); found != classes.end()) {
            const policy::Level *level = axis.level(found->second);
            chip.level = level ? level->shortName : found->second;
            if (level)
                chip.tone = level->tone;
        }
        chips.append(chip);
    }
    return chips;
}

Chips chipsOf(const policy::Classes &classes)
{
    Chips chips;
    for (const auto &[axis, level] : classes)
        chips.append({axis, level, {}});
    return chips;
}

QString spoken(const Chips &chips)
{
    QStringList words;
    for (const Chip &chip : chips)
        words.append(chip.axis + chip.level);
    return words.join(QStringLiteral("、"));
}

int chipWidth(const Chip &chip)
{
    const int level = qCeil(QFontMetricsF(levelFont()).horizontalAdvance(chip.level)) + 2 * levelPadding;
    return axisWidth(chip) + std::max(level, 30);
}

void drawChip(QPainter &painter, QPoint topLeft, const Chip &chip, const Theme &theme)
{
    const QRectF place = QRectF(topLeft, QSize(chipWidth(chip), chipHeight)).adjusted(0.5, 0.5, -0.5, -0.5);
    const int axis = axisWidth(chip);
    const auto [text, ground] = chip.tone ? toneInks(*chip.tone) : std::pair(Ink::Text, Ink::Ground);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(place, 6, 6);
    painter.fillPath(outline, theme[ground]);
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.fillRect(QRectF(place.left(), place.top(), axis, place.height()), theme[Ink::Soft]);
    painter.restore();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme[chip.tone ? text : Ink::Edge]);
    painter.drawPath(outline);
    painter.setFont(axisFont());
    painter.setPen(theme[Ink::Text]);
    painter.drawText(QRectF(place.left(), place.top(), axis, place.height()), Qt::AlignCenter, chip.axis);
    painter.setFont(levelFont());
    painter.setPen(theme[text]);
    painter.drawText(place.adjusted(axis, 0, 0, 0), Qt::AlignCenter, chip.level);
    painter.restore();
}

ChipRow::ChipRow(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::setChips(const Chips &chips)
{
    m_chips = chips;
    setAccessibleName(spoken(chips));
    updateGeometry();
    update();
}

std::vector<QPoint> ChipRow::placesAt(int width) const
{
    std::vector<QPoint> places;
    QPoint at;
    for (const Chip &chip : m_chips) {
        const int wide = chipWidth(chip);
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + chipHeight + gap};
        places.push_back(at);
        at.rx() += wide + gap;
    }
    return places;
}

int ChipRow::heightForWidth(int width) const
{
    const std::vector<QPoint> places = placesAt(width);
    return places.empty() ? 0 : places.back().y() + chipHeight;
}

QSize ChipRow::sizeHint() const
{
    int width = 0;
    for (const Chip &chip : m_chips)
        width += chipWidth(chip) + gap;
    return {std::max(0, width - gap), m_chips.isEmpty() ? 0 : chipHeight};
}

QSize ChipRow::minimumSizeHint() const
{
    int width = 0;
    for (const Chip &chip : m_chips)
        width = std::max(width, chipWidth(chip));
    return {width, m_chips.isEmpty() ? 0 : chipHeight};
}

void ChipRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const std::vector<QPoint> places = placesAt(width());
    for (std::size_t i = 0; i < places.size(); ++i)
        drawChip(painter, places[i], m_chips[static_cast<qsizetype>(i)], m_theme);
}

} // namespace shirushi::widgets
