// Text that people type into one line, and how Japanese text is compared and ordered. Pure; any thread.
#pragma once

#include <QString>

namespace shirushi::sending {

/// At most `longest` UTF-16 units, without control characters, line ends, characters that nobody sees or that turn the
/// direction of writing, and halves of a pair.
bool isPlainLine(const QString &text, qsizetype longest);

/// The same for whatever width and case, and for hiragana and katakana: for looking for something.
QString foldedText(const QString &text);

/// Puts names into the order of a Japanese telephone book when compared as plain strings: by their kana, and only where
/// these are alike by voicing marks and the size of small ones (after JIS X 4061, without its rule for ー).
QString kanaOrder(const QString &kana);

} // namespace shirushi::sending
