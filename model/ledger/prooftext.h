// A proof of an entry as lines of capital letters and digits, each short enough for a QR code on paper:
// SHIRUSHI:PART/PARTS:CHECK:BASE32. BASE32 (RFC 4648, without padding) of the parts in order is a zlib stream with its
// length in front (4 bytes, big-endian) of the proof as a file has it (entryproof.h); CHECK: the first 8 hexadecimal digits
// of its SHA-256, in capitals, so that parts of two proofs are not mixed. Pure; any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <vector>

namespace shirushi::ledger {

inline constexpr qsizetype longestProofLine = 1100; // characters
std::vector<QByteArray> proofLines(const QByteArray &proof);

/// Whether it looks like such lines.
bool isProofText(const QByteArray &text);
/// In any order, blank lines and repeated ones between them. InvalidInput where one is missing or wrong.
[[nodiscard]] base::Result<QByteArray> proofFromText(const QByteArray &text, const QString &subject);

} // namespace shirushi::ledger
