// age files, version 1 (age-encryption.org/v1; C2SP age.md): what any age program opens. Any thread; each call
// works with all cores and comes back when it is done.
#pragma once

#include "base/progress.h"
#include "crypto/age/filekey.h"
#include "platform/sink.h"
#include "platform/source.h"

namespace shirushi::crypto::age {

enum class Form {
    Binary,
    Armored, // text, for ways that take nothing else
};

/// Encrypts everything that `from` has into `to`, under a key of its own. After an error `to` holds a part, which is
/// to be thrown away. `progress` counts the bytes read.
[[nodiscard]] Result<void> encrypt(platform::Source &from, platform::Sink &to, const Recipients &recipients,
                                   base::Progress &progress, Form form = Form::Binary);

enum class Expected {
    Either,  // binary or text, by what is there
    Armored, // text: anything else is Failure::Armor
};

/// Decrypts everything that `from` has into `to`. What reaches `to` is genuine, but only success says that it is
/// all: a caller who has named `to` for others before that hands out half a document.
[[nodiscard]] Result<void> decrypt(platform::Source &from, platform::Sink &to, const Identities &identities,
                                   base::Progress &progress, Expected expected = Expected::Either);

/// Reads header and nonce and gives the payload's key; `input` then stands before the first chunk. A file that ends
/// before that is a header failure.
[[nodiscard]] Result<base::SecretBytes> readPayloadKey(LookAhead &input, const Identities &identities);

} // namespace shirushi::crypto::age
