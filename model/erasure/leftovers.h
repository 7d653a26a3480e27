// Leftovers: what programs leave of a document beside it and on the desktop. Any thread.
#pragma once

#include "erasure/surroundings.h"

#include <vector>

namespace shirushi::erasure {

struct Leftover {
    enum class Kind {
        Sidecar,   // NAME.xmp
        Lock,      // ~$NAME, .~lock.NAME#
        Version,   // NAME~, .NAME.swp, #NAME#: what an editor kept
        Thumbnail, // the desktop's picture of it
        Suspect,   // NAME.bak, a copy that a client made in a conflict: it may be another document, and stays
    };
    Kind kind;
    base::Path file;
};

/// Regular files that are there. `cache`: the folder that the desktop keeps its caches in; empty: by the environment.
std::vector<Leftover> leftoversOf(const base::Path &file, const base::Path &cache = {});
std::vector<Leftover> leftoversOf(const base::Path &file, Surroundings &around, const base::Path &cache = {});

/// Sidecar, lock, version, thumbnail, suspect.
const char *nameOf(Leftover::Kind kind);

} // namespace shirushi::erasure
