// FileLock: a lock between programs on one machine, held as long as the object lives and let go by the system
// when a process dies.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QByteArray>

namespace shirushi::platform {

class FileLock
{
public:
    /// Waits until nobody holds it exclusively. The file is made if it is not there.
    [[nodiscard]] static base::Result<FileLock> shared(const base::Path &file);
    /// Waits until nobody else holds it.
    [[nodiscard]] static base::Result<FileLock> exclusive(const base::Path &file);
    /// InUse at once if anybody holds it.
    [[nodiscard]] static base::Result<FileLock> tryExclusive(const base::Path &file);

    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&) = delete;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    ~FileLock();

    /// Adds to the lock file's content; what cannot be written is not.
    void write(const QByteArray &text);

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    static base::Result<FileLock> take(const base::Path &file, int how);
    int m_descriptor;
};

} // namespace shirushi::platform
