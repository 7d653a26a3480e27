#include "erasure/neighbours.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace shirushi::erasure {

namespace {

constexpr int deepest = 64;

// Files and folders that clients leave at the top of what they copy.
constexpr std::array<std::string_view, 14> markers{
    ".stfolder", ".stversions", ".dropbox", ".dropbox.cache", ".849C9593-D756-4E56-8D6E-42412F2A707B", ".nextcloudsync.log",
    ".owncloudsync.log", ".tmp.drivedownload", ".tmp.driveupload", ".sync", ".seafile-data", ".csync_journal.db", ".resilio-sync",
    ".box-sync"};
constexpr std::array<std::string_view, 5> markerBeginnings{".sync_", "._sync_", ".stignore", ".OneDrive", ".seafile"};
constexpr std::array<std::string_view, 4> folderNames{"OneDrive", "Dropbox", "Google Drive", "Nextcloud"};
constexpr std::array<std::string_view, 4> snapshotFolders{".snapshots", ".zfs", "timeshift", "@GMT"};

void lookIn(const base::Path &folder, Surroundings &around, Neighbours &found)
{
    for (const std::string_view beginning : markerBeginnings) {
        for (const std::string &name : around.namesIn(folder, beginning))
            found.synced += base::toDisplay(folder / name);
    }
    for (const std::string_view marker : markers) {
        if (around.has(folder, std::string(marker)))
            found.synced += base::toDisplay(folder / marker);
    }
    for (const std::string_view beginning : snapshotFolders) {
        for (const std::string &name : around.namesIn(folder, beginning))
            found.snapshots += base::toDisplay(folder / name);
    }
}

} // namespace

Neighbours neighboursOf(const base::Path &file, const base::Path &top, Surroundings &around)
{
    Neighbours found;
    base::Path folder = file.parent_path();
    for (int depth = 0; depth < deepest; ++depth) {
        const std::string name = folder.filename().native();
        if (std::ranges::any_of(folderNames, [&](std::string_view known) { return name.starts_with(known); }))
            found.synced += base::toDisplay(folder);
        lookIn(folder, around, found);
        if (folder == top || folder == folder.parent_path())
            break;
        folder = folder.parent_path();
    }
    return found;
}

} // namespace shirushi::erasure
