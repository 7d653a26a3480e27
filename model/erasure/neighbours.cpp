#include "erasure/neighbours.h"

#include <algorithm>
#include <array>
#include <dirent.h>
#include <string_view>

namespace shirushi::erasure {

namespace {

constexpr int mostEntries = 20'000; // of a folder
constexpr int deepest = 64;

// Files and folders that clients leave at the top of what they copy.
constexpr std::array<std::string_view, 14> markers{
    ".stfolder", ".stversions", ".dropbox", ".dropbox.cache", ".849C9593-D756-4E56-8D6E-42412F2A707B", ".nextcloudsync.log",
    ".owncloudsync.log", ".tmp.drivedownload", ".tmp.driveupload", ".sync", ".seafile-data", ".csync_journal.db", ".resilio-sync",
    ".box-sync"};
constexpr std::array<std::string_view, 5> markerBeginnings{".sync_", "._sync_", ".stignore", ".OneDrive", ".seafile"};
constexpr std::array<std::string_view, 4> folderNames{"OneDrive", "Dropbox", "Google Drive", "Nextcloud"};
constexpr std::array<std::string_view, 4> snapshotFolders{".snapshots", ".zfs", "timeshift", "@GMT"};

bool isMarker(std::string_view name)
{
    return std::ranges::find(markers, name) != markers.end()
           || std::ranges::any_of(markerBeginnings, [&](std::string_view beginning) { return name.starts_with(beginning); });
}

bool isSnapshotFolder(std::string_view name)
{
    return std::ranges::any_of(snapshotFolders, [&](std::string_view known) { return name.starts_with(known); });
}

void lookIn(const base::Path &folder, Neighbours &found)
{
    DIR *entries = ::opendir(folder.c_str());
    if (!entries)
        return;
    const dirent *entry = ::readdir(entries);
    for (int count = 0; entry && count < mostEntries; ++count, entry = ::readdir(entries)) {
        const std::string_view name(entry->d_name);
        if (isMarker(name))
            found.synced += base::toDisplay(folder / name);
        else if (isSnapshotFolder(name))
            found.snapshots += base::toDisplay(folder / name);
    }
    ::closedir(entries);
}

} // namespace

Neighbours neighboursOf(const base::Path &file, const base::Path &top)
{
    Neighbours found;
    base::Path folder = file.parent_path();
    for (int depth = 0; depth < deepest; ++depth) {
        const std::string name = folder.filename().native();
        if (std::ranges::any_of(folderNames, [&](std::string_view known) { return name.starts_with(known); }))
            found.synced += base::toDisplay(folder);
        lookIn(folder, found);
        if (folder == top || folder == folder.parent_path())
            break;
        folder = folder.parent_path();
    }
    return found;
}

} // namespace shirushi::erasure
