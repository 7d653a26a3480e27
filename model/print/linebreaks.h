// Where lines of Japanese are broken: at any character, but for those that must not begin or end a line
// (JIS X 4051: no 。 at the start, no 「 at the end), and not inside a number, a time, a Latin word or a date's 22日, unless it
// is longer than a line. Pure functions; any thread.
#pragma once

#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace shirushi::print {

/// `text` in lines of at most `width`, in the unit that `widthOf` answers in. A character wider than a line
/// stands alone. At least one line.
std::vector<std::u32string> brokenIntoLines(const std::u32string &text, int width,
                                            const std::function<int(char32_t)> &widthOf);

/// The same of a text that has line breaks of its own; its characters as charactersOf() gives them (print/textfont.h).
std::vector<std::u32string> paragraphsInLines(const QString &text, int width, const std::function<int(char32_t)> &widthOf);

} // namespace shirushi::print
