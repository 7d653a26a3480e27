// Line breaking for Japanese: never before 、。 or inside a number with its counter, rather between phrases
// than inside a word, and no last line of one or two characters. Pure function, any thread.
#pragma once

#include <QFontMetricsF>
#include <QStringList>

namespace shirushi::widgets {

/// How far the text of a list item, and its further lines, stand in from the dot.
inline constexpr double listIndent = 14;

/// `text` as lines no wider than `width` pixels in `metrics`. A piece that cannot be broken and is wider (a long
/// file name) is cut where it must be. Line feeds in the text are kept. A paragraph that begins with ・ is a list
/// item: its further lines begin with a tab, which stands for listIndent.
QStringList breakLines(const QString &text, const QFontMetricsF &metrics, double width);

} // namespace shirushi::widgets
