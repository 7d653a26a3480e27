// Spelling: one form for the many in which a name can be written into a password. Pure functions; any thread.
#pragma once

#include <QString>

namespace shirushi::people {

/// Width, case and kana folded (ＹＡＭＡＤＡ, ヤマダ → yamada, やまだ); no spaces.
QString foldedSpelling(const QString &text);

/// Kana as one romaji: し is "si" however it is spelt, long vowels are short. What is no kana stays.
QString romajiOf(const QString &folded);

/// Romaji of any system as romajiOf() writes it: shi, si → si; tarou, taroh, taroo, taro → taro.
QString foldedRomaji(const QString &latin);

/// Digits and signs that stand for letters: p@ssw0rd → password.
QString withoutDisguise(const QString &folded);

} // namespace shirushi::people
