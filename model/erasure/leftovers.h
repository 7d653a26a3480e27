// Leftovers: what programs leave of a document beside it and on the desktop. Any thread.
#pragma once

#include "base/result.h"
#include "erasure/surroundings.h"

#include <vector>

namespace shirushi::erasure {

struct Leftover {
    enum class Kind {
        Sidecar,   // NAME.xmp
        Lock,      // ~$NAME, .~lock.NAME#
        Version,   // NAME~, .NAME.swp, #NAME#: what an editor kept
        Thumbnail, // the desktop's picture of it
        RecentEntry, // in the desktop's list of recently used files, which stays
        RecentLink,  // KDE's small file about a recent document
        Mention,   // a program's settings that name it: they stay
        Suspect,   // NAME.bak, a copy that a client made in a conflict: it may be another document, and stays
    };
    Kind kind;
    base::Path file;
    base::Path list{}; // of a RecentEntry; `file` is the document then
    /// Whether it goes with the document.
    bool goes() const { return kind != Kind::Mention && kind != Kind::Suspect; }
    /// Where it is: the list, or the file.
    const base::Path &place() const { return list.empty() ? file : list; }
};

/// What is there: regular files, and entries in lists.
std::vector<Leftover> leftoversOf(const base::Path &file, const DesktopFolders &folders = {});
std::vector<Leftover> leftoversOf(const base::Path &file, Surroundings &around, const DesktopFolders &folders = {});

/// Erases what goes, or takes the entry out of its list. What is not there any more is no error.
[[nodiscard]] base::Result<void> remove(const Leftover &leftover);

/// sidecar, lock, version, thumbnail, recent-entry, recent-link, mention, suspect: a contract for scripts.
const char *nameOf(Leftover::Kind kind);

} // namespace shirushi::erasure
