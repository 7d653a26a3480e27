// The data folder's place for drafts of mails, for as long as it takes to open them: drafts/, for its owner alone. Any
// thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QString>

namespace shirushi::sending {

class Drafts
{
public:
    explicit Drafts(base::Path dataFolder) : m_folder(std::move(dataFolder) / "drafts") {}

    /// Where the draft of a sending (a UUID) is to be written; makes the folder. One of the same name is removed.
    [[nodiscard]] base::Result<base::Path> placeFor(const QString &id) const;
    /// Once the mail program has it. OutsideFolder for a path elsewhere; one that is gone is no error.
    [[nodiscard]] base::Result<void> removeOpened(const base::Path &draft) const;
    /// At a start: whatever lies there from before.
    void removeAll() const;

    const base::Path &folder() const { return m_folder; }

private:
    base::Path m_folder;
};

} // namespace shirushi::sending
