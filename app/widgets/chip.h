// Chip: one axis and its level as a small two-part sign, 機密性|3B. Widgets and item delegates share the one
// drawing routine. Colour never stands alone: the level's own letters are always there. Window thread only.
#pragma once

#include "policy/classification.h"
#include "widgets/theme.h"

#include <QWidget>

#include <optional>

class QPainter;

namespace shirushi::widgets {

struct Chip {
    QString axis;  // empty: the level alone
    QString level; // ？ while undecided
    std::optional<policy::Tone> tone;
    bool operator==(const Chip &) const = default;
};
using Chips = QList<Chip>;

enum class ChipSize { Full, Short }; // 機密性|3B or 機密|3B; a pack of one axis has Ⅰ alone when short

/// A chip for each axis of `pack`, undecided where `classes` has none. Levels that the pack does not know
/// (a label from a newer version) are shown by their id.
Chips chipsOf(const policy::Pack &pack, const policy::Classes &classes, ChipSize size);
/// For a label of a policy that is not installed: ids as they are.
Chips chipsOf(const policy::Classes &classes);

/// What a screen reader says: 機密性3B、完全性2
QString spoken(const Chips &chips);

/// Text and ground of a tone: red for high, amber for middle, green for low.
std::pair<Ink, Ink> toneInks(policy::Tone tone);

inline constexpr int chipHeight = 26;
int chipWidth(const Chip &chip);
void drawChip(QPainter &painter, QPoint topLeft, const Chip &chip, const Theme &theme);

/// Chips side by side, going on in the next line where there is no room.
class ChipRow : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(const Theme &theme, QWidget *parent = nullptr);
    void setChips(const Chips &chips);
    const Chips &chips() const { return m_chips; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<QPoint> placesAt(int width) const;

    const Theme &m_theme;
    Chips m_chips;
};

} // namespace shirushi::widgets

Q_DECLARE_METATYPE(shirushi::widgets::Chips)
