// What an office has set: settings.json in the data folder (resources/schemas/settings.schema.json). Its
// being there is also what says that the set-up was finished. Plain value; any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <optional>

namespace shirushi::people {

struct Settings {
    QString policy;                   // pack id
    std::optional<bool> markHeader;   // not set: as the pack says
    std::optional<bool> markFileName; // not set: as the pack says
    base::Path sharedFolder;          // the office's folder on a file server; empty: none
    QByteArray journalKey;            // of a desktop that joined (people/attempts.h); empty: the roster's
    bool operator==(const Settings &) const = default;
};

/// NotFound where the set-up has not been done.
[[nodiscard]] base::Result<Settings> readSettings(const base::Path &file);
[[nodiscard]] base::Result<void> writeSettings(const base::Path &file, const Settings &settings);

} // namespace shirushi::people
