// From JSON to a pack, and every fault on the way. Pure but for the schema, which is read from the program's
// own resources (":/schemas/policy.schema.json"); any thread.
#pragma once

#include "policy/library.h"

namespace shirushi::policy {

/// The pack in `json` if it has no fault (see validatePack); else InvalidInput about `subject` that names the
/// first fault with line and path, and how many there are.
[[nodiscard]] base::Result<Pack> loadPack(const QByteArray &json, const Library *base, const QString &subject);

} // namespace shirushi::policy
