// Personal numbers 個人番号 (マイナンバー): twelve digits, the last a check digit (平成26年総務省令第85号 第5条). None may
// enter the ledger. One random number of twelve digits in eleven passes the check, so a number counts as certain
// only where words around it say what it is. Pure functions; any thread.
#pragma once

#include "base/result.h"
#include "ledger/entry.h"

#include <QString>

#include <vector>

namespace shirushi::ledger {

/// Twelve digits 0–9 whose last is the check digit of the others.
bool isPersonalNumber(QStringView digits);

struct NumberPlace {
    qsizetype position = 0;
    qsizetype length = 0; // with the spaces and hyphens inside it
    bool operator==(const NumberPlace &) const = default;
};

/// Where twelve digits that pass the check stand by themselves: in half or full width, in a row or in groups of
/// four parted by a space, a hyphen or a dot. A corporate number (13 digits) or a part of a longer one is none.
std::vector<NumberPlace> personalNumberPlaces(const QString &text);

/// 個人番号, マイナンバー, 特定個人情報 …, in any width and case.
bool speaksOfPersonalNumbers(const QString &text);

/// ● in the place of each digit.
QString withoutPersonalNumbers(const QString &text);

/// What may be recorded: in the file's name numbers are masked (details.masked is then true), in what somebody
/// wrote they are refused with InvalidInput. Only certain ones: words in any part of the draft count.
[[nodiscard]] base::Result<EntryDraft> withoutPersonalNumbers(EntryDraft draft);

/// For what is to be signed before it is recorded: refused in the file's name too, since masking would break the
/// signature.
[[nodiscard]] base::Result<void> refusePersonalNumbers(const EntryDraft &draft);

} // namespace shirushi::ledger
