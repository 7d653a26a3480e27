// The keys and passwords that `age encrypt` and `age decrypt` are given, read from their files.
#pragma once

#include "cli/agewords.h"
#include "crypto/age/filekey.h"
#include "platform/stream.h"

namespace shirushi::cli {

/// "-" is standard input.
[[nodiscard]] base::Result<platform::StreamSource> openSource(const std::string &name);

/// InvalidInput for a recipient that is none.
[[nodiscard]] base::Result<crypto::age::Recipients> readRecipients(const AgeWords &words);

/// A file of keys may itself be an age file under the password, as age allows it.
[[nodiscard]] base::Result<crypto::age::Identities> readIdentities(const AgeWords &words);

} // namespace shirushi::cli
