// StagingFolder: several new files that get their names all at once, or not at all. They are written into a hidden
// folder inside the one they are for, readable by nobody else, and moved when all is well; otherwise everything is
// removed again. Where the file system knows files without a name, the first of them (mostNameless) get one only then, so
// that not even a kill leaves them behind; what a kill leaves otherwise goes when the next StagingFolder is made there.
// Not thread-safe.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace shirushi::platform {

/// Each keeps a descriptor open until all get their names.
inline constexpr std::size_t mostNameless = 256;

class StagingFolder
{
public:
    /// `into` is there and can be written.
    [[nodiscard]] static base::Result<StagingFolder> in(const base::Path &into);

    StagingFolder(StagingFolder &&other) noexcept;
    StagingFolder &operator=(StagingFolder &&) = delete;
    StagingFolder(const StagingFolder &) = delete;
    StagingFolder &operator=(const StagingFolder &) = delete;
    ~StagingFolder();

    /// Begins a file; `name` is relative and leads nowhere else (the caller has seen to that). Folders on the way are
    /// made. Changed where its first part is taken in the folder that it is for.
    [[nodiscard]] base::Result<void> begin(const base::Path &name);
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes);
    [[nodiscard]] base::Result<void> end();

    /// Gives all their names. Changed where one has been taken meanwhile: then none has got its name.
    [[nodiscard]] base::Result<void> commit();

private:
    StagingFolder() = default;
    [[nodiscard]] base::Result<void> giveNames();

    base::Path m_into;
    base::Path m_folder;
    int m_lock = -1; // says that somebody is at work here
    int m_file = -1;
    base::Path m_current;
    bool m_isNameless = false; // the file that is being written
    std::vector<std::pair<base::Path, int>> m_nameless; // written, with the names that they will have in m_folder
    std::set<std::string> m_first;   // first parts of all names
    std::set<std::string> m_folders; // made on the way
};

} // namespace shirushi::platform
