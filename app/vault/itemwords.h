// Words for what is in a vault. Pure; any thread.
#pragma once

#include "vault/vaultdesk.h"

namespace shirushi::vaults {

/// 10年, 常用, まだ決めていません
QString keepingText(const vault::Keeping &keeping);
/// 令和14年3月31日; where there is no last day, as keepingText().
QString untilText(const Row &row);
/// The true state, the first line; what there is to it, the second (may be missing).
QString stateText(const Row &row);
/// Of one that is open here, or was just closed.
QString stateText(const vault::Opened &opened);
/// What became of it when it was closed; empty: all is well.
QString closedText(const vault::Opened &opened);
/// 山田 太郎、佐藤 花子 or who belongs to the vault.
QString openersText(const Row &row);
QString sizeText(std::uint64_t bytes);
/// 11月21日 10:32, with the year where it is another one.
QString timeText(const QDateTime &time);
QString deedText(const vault::Event &event);
/// What became of one file that was to be put in.
QString outcomeText(const vault::Stored &stored, bool keepsOriginals);
/// What is left to be done after a change of members; empty: nothing.
QString leftText(const vault::Relocked &relocked);

/// How many things a vault asks for: a second copy, a check.
int waitingIn(const Overview &overview);

} // namespace shirushi::vaults
