// How a password is read out on the telephone: 無線局運用規則 別表第5号 for kana and digits (朝日のア, ひと, に, さん …) and
// the international alphabet for letters (Alfa, Bravo …). Pure functions; any thread.
#pragma once

#include "base/secretbytes.h"

#include <QString>

#include <vector>

namespace shirushi::sending {

/// One character and how it is said.
struct SpokenCharacter {
    QChar character;
    QString word;      // 数字の ひと, アルファ, 朝日のア
    QString latinWord; // Alfa; empty where there is none
    bool operator==(const SpokenCharacter &) const = default;
};

/// Of one character: digit, letter, kana (hiragana and katakana, small ones too), hyphen. Others are said as they
/// are written.
SpokenCharacter spoken(QChar character);

/// Of a password, group by group (groups are separated by hyphens, which are not said). The caller wipes nothing:
/// each value holds one character only.
std::vector<std::vector<SpokenCharacter>> spokenGroups(const base::SecretBytes &password);

} // namespace shirushi::sending
