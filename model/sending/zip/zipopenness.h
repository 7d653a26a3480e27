// What whoever has an archive sees of it without the password. Any thread.
#pragma once

#include "sending/zip/zipdirectory.h"

namespace shirushi::sending::zip {

/// Whether an entry's extra fields are ZIP64's and the encryption's alone.
bool hasOnlyOurFields(const QByteArray &extra);

/// Whether nothing but the entries' names, sizes and times lies open: every byte belongs to an encrypted entry (AE-2) or to
/// the records around it, these have no fields but the ones that we write, and no checksum of a content. `directory` is
/// the archive's own.
[[nodiscard]] base::Result<bool> showsNamesAlone(Content &archive, const Directory &directory);

} // namespace shirushi::sending::zip
