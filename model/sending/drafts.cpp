#include "sending/drafts.h"

#include "platform/replacement.h"

#include <QCoreApplication>
#include <QUuid>

namespace shirushi::sending {

namespace {

constexpr const char *ending = ".eml";

} // namespace

base::Result<base::Path> Drafts::placeFor(const QString &id) const
{
    const QUuid uuid = QUuid::fromString(id);
    if (uuid.isNull()) {
        return base::failure(base::ErrorCode::InvalidInput, id,
                             QCoreApplication::translate("shirushi::sending", "There is no sending of this number."));
    }
    std::error_code problem;
    std::filesystem::create_directories(m_folder, problem);
    if (!problem)
        std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(m_folder)));
    base::Path place = m_folder / (uuid.toString(QUuid::WithoutBraces).toStdString() + ending);
    if (const auto removed = removeOpened(place); !removed)
        return std::unexpected(removed.error());
    return place;
}

base::Result<void> Drafts::removeOpened(const base::Path &draft) const
{
    if (draft.parent_path() != m_folder || draft.extension() != ending) {
        return base::failure(base::ErrorCode::OutsideFolder, base::toDisplay(draft),
                             QCoreApplication::translate("shirushi::sending", "This is no draft of ours."));
    }
    std::error_code problem;
    if (!std::filesystem::exists(std::filesystem::symlink_status(draft, problem)))
        return {};
    return platform::removeFile(draft);
}

void Drafts::removeAll() const
{
    std::error_code problem;
    if (!std::filesystem::is_directory(m_folder, problem))
        return;
    platform::removeStaleTemporaries(m_folder);
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, problem)) {
        // One that cannot be removed now is tried again at the next start.
        if (entry.path().extension() == ending)
            static_cast<void>(platform::removeFile(entry.path()));
    }
}

} // namespace shirushi::sending
