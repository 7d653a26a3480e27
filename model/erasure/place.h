// Place: one name of a file, looked up in a folder that is kept open and was reached without following a link. A file with
// hard links has several. Not thread-safe.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <sys/stat.h>
#include <utility>
#include <vector>

namespace shirushi::erasure {

class Place
{
public:
    /// Errors: NotFound; Changed where a folder on the way became a link meanwhile.
    [[nodiscard]] static base::Result<Place> open(const base::Path &file);

    Place(Place &&other) noexcept;
    Place &operator=(Place &&) = delete;
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
    ~Place();

    /// Its real path: without links on the way.
    const base::Path &file() const { return m_file; }
    int folder() const { return m_folder; }
    /// One number, by whatever path the folder was reached.
    using FolderId = std::pair<dev_t, ino_t>;
    const FolderId &folderId() const { return m_folderId; }
    base::Error errorHere(int number) const;

    /// Changed where the name means another file than `file` is.
    [[nodiscard]] base::Result<void> check(const struct stat &file) const;
    /// The file gets the name `alias`, which says nothing, and loses it. The folder is for the caller to flush.
    [[nodiscard]] base::Result<void> remove(const QByteArray &alias) const;

private:
    Place(base::Path file, int folder) : m_file(std::move(file)), m_folder(folder) {}

    base::Path m_file;
    int m_folder = -1;
    FolderId m_folderId;
};

/// That `places` are all the names that `file` has, and different ones. Unsupported; the others that lie in the same folders
/// are named.
[[nodiscard]] base::Result<void> checkNames(const std::vector<Place> &places, const struct stat &file);

} // namespace shirushi::erasure
