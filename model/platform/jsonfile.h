// Small JSON files of ours: settings, slot files. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QJsonObject>

namespace shirushi::platform {

/// The object in `file`, which may have 64 KiB. Errors: NotFound, TooLarge, InvalidInput (no JSON object).
[[nodiscard]] base::Result<QJsonObject> readJsonFile(const base::Path &file);

} // namespace shirushi::platform
