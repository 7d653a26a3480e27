// What a person is told of each parcel format before choosing one. Window thread only.
#pragma once

#include "sending/parcel.h"

namespace shirushi::send {

/// 暗号化ZIP（AES-256）
QString titleOf(sending::ParcelFormat format);
/// What the recipient needs, and how much fits in.
QString noteOf(sending::ParcelFormat format);
/// 300 MB
QString sizeText(std::uint64_t bytes);

} // namespace shirushi::send
