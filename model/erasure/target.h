// Target: one file that is to be erased, opened once and kept open, so that what was looked at is what is overwritten.
// Its folder is opened first and the name looked up in it without following a link. Not thread-safe.
#pragma once

#include "platform/filesource.h"

namespace shirushi::erasure {

class Target
{
public:
    /// A regular file that has this one name. Errors: Unsupported with a sentence for a link, a folder, a device, and a
    /// file that has further names (hard links: the others would be emptied with it); NotWritable where it is
    /// write-protected or its folder is.
    [[nodiscard]] static base::Result<Target> open(const base::Path &file);

    Target(Target &&other) noexcept;
    Target &operator=(Target &&) = delete;
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;
    ~Target();

    const platform::FileIdentity &identity() const { return m_identity; }
    /// With the rest of its last block, in bytes.
    std::uint64_t allocated() const { return m_allocated; }

    /// Every byte to `allocated()` becomes noise, flushed to the medium and read back from it. Damaged where something
    /// else was read.
    [[nodiscard]] base::Result<void> overwrite();
    /// Empties it, gives it a name that says nothing, and removes it. Changed where its name means another file by now.
    [[nodiscard]] base::Result<void> remove();

private:
    Target(base::Path file, int folder) : m_file(std::move(file)), m_folder(folder) {}
    base::Error errorHere(int number) const;
    base::Result<void> look();
    base::Result<void> checkName() const;
    base::Result<void> write(const QByteArray &noise);
    base::Result<void> readBack(const QByteArray &noise);

    base::Path m_file;
    int m_folder = -1;
    int m_descriptor = -1;
    platform::FileIdentity m_identity;
    std::uint64_t m_allocated = 0;
};

} // namespace shirushi::erasure
