// Colours: the one table of colours the window is painted with, for a light and a dark desktop, after the
// Digital Agency's design system (MIT), and which text may stand on which ground. Values; any thread.
#pragma once

#include <QColor>
#include <QPalette>

#include <array>
#include <span>

namespace shirushi::widgets {

enum class Ink {
    Ground,       // the page
    Soft,         // the grey half of a chip, an empty progress bar
    Rail,
    Text,
    Dim,          // secondary text
    Line,         // between rows and around cards: decoration, never the only sign of a control
    Edge,         // borders of controls
    Action,       // what can be pressed, the current step
    ActionGround, // the drop place, a chosen row
    OnAction,     // text on Action
    Red,
    RedGround,
    Amber,
    AmberGround,
    Green,
    GreenGround,
    Ring,         // focus, outside
    RingInner,    // focus, inside
};
inline constexpr std::size_t inkCount = 18;

struct Colours {
    std::array<QColor, inkCount> table;
    const QColor &operator[](Ink ink) const { return table[static_cast<std::size_t>(ink)]; }
};

const Colours &lightColours();
const Colours &darkColours();

/// The desktop's own colours, for people who have chosen a high-contrast desktop.
Colours desktopColours(const QPalette &desktop);

/// Pure black and white: what high-contrast desktops have, and ordinary ones do not.
bool isHighContrast(const QPalette &desktop);

/// WCAG 2 contrast ratio, 1 to 21.
double contrast(const QColor &one, const QColor &other);

/// A pair that is painted somewhere, and the contrast it must have (4.5 for text, 3 for borders and pictures).
struct InkPair {
    Ink over;
    Ink under;
    double least;
};
std::span<const InkPair> paintedPairs();

} // namespace shirushi::widgets
