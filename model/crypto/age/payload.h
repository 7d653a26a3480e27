// The content of an age file (C2SP age.md, "Payload"): chunks of 64 KiB, each sealed with its number, the last one
// marked. A cut, a longer, a reordered or a changed payload is never taken for the whole. All cores work, with at
// most 16 MiB of chunks in memory.
#pragma once

#include "base/progress.h"
#include "crypto/age/failure.h"
#include "base/secretbytes.h"
#include "platform/sink.h"
#include "platform/source.h"

namespace shirushi::crypto::age {

inline constexpr qsizetype payloadNonceSize = 16;

/// The 32-byte key of the payload that begins with `nonce`.
[[nodiscard]] Result<base::SecretBytes> payloadKey(const base::SecretBytes &fileKey, const QByteArray &nonce);

/// Seals everything that `from` has into `to`. `progress` counts bytes read.
[[nodiscard]] Result<void> sealPayload(const base::SecretBytes &key, platform::Source &from, platform::Sink &to,
                                       base::Progress &progress);

/// Opens everything that `from` has into `to`. What is written to `to` is genuine; that it is all is known only
/// when this succeeds. Payload otherwise, after the chunks that were right.
[[nodiscard]] Result<void> openPayload(const base::SecretBytes &key, platform::Source &from, platform::Sink &to,
                                       base::Progress &progress);

} // namespace shirushi::crypto::age
