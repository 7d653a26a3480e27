// WorkNote: which folders are being worked in, written to the data folder while the work goes on, so that the
// temporary files of a killed program are found and removed at the next start.
#pragma once

#include "base/path.h"
#include "platform/filelock.h"

#include <optional>
#include <vector>

namespace shirushi::labelling {

class WorkNote
{
public:
    /// Notes the folders of `files`. A note that cannot be written is no reason not to work.
    WorkNote(const base::Path &dataFolder, const std::vector<base::Path> &files);
    ~WorkNote();
    WorkNote(const WorkNote &) = delete;
    WorkNote &operator=(const WorkNote &) = delete;

private:
    base::Path m_file;
    std::optional<platform::FileLock> m_lock;
};

/// Removes what killed programs left in the folders they had noted. Notes of living ones are left alone.
void clearAfterKilledWork(const base::Path &dataFolder);

} // namespace shirushi::labelling
