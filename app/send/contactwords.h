// How the pages speak of those in the address book. Window thread only.
#pragma once

#include "send/senddesk.h"

namespace shirushi::send {

/// 委託先へ; an id that is none stands as it is.
QString titleIn(const std::vector<Named> &all, const QString &id);
/// 確認済み（2026/11/20 佐藤 花子）, 未確認, 台帳の記録と合いません
QString checkText(const BookEntry &entry);
/// One line for a list of proposals.
QString lineFor(const BookEntry &entry, const SendDesk &desk);

/// A second look as the window says it: with titles in place of ids.
QString sentenceOf(const sending::SecondLook &look, const SendDesk &desk, const Plan &plan);

} // namespace shirushi::send
