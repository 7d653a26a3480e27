// The methods of encryption that an office has designated 指定. Pure; any thread.
#pragma once

#include "sending/parcel.h"

#include "people/roster.h"
#include "policy/pack.h"

namespace shirushi::sending {

/// Those that may be used: what the office has designated, or each as long as nothing was.
std::vector<ParcelFormat> usableFormats(const people::Roster &roster);
/// CISO（亀岡：最高情報統括責任者）の指定を確認してください; empty once methods were designated.
QString methodNotice(const people::Roster &roster, const policy::Pack &pack);

} // namespace shirushi::sending
