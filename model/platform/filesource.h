// FileSource: one regular file, opened once for reading and kept open, so that what was checked is what is
// read. Reading is positional; any number of threads may read at once.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <span>

namespace shirushi::platform {

/// Which file it is and whether it is still as it was: compared before a replacement.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modifiedNanoseconds = 0;
    std::uint64_t links = 1;

    bool operator==(const FileIdentity &) const = default;
};

class FileSource
{
public:
    /// Opens a regular file without following a link in its last component. Errors: NotFound, NotWritable
    /// (no permission), Unsupported (a folder, a device, a link).
    [[nodiscard]] static base::Result<FileSource> open(const base::Path &path);

    FileSource(FileSource &&other) noexcept;
    FileSource &operator=(FileSource &&other) noexcept;
    FileSource(const FileSource &) = delete;
    FileSource &operator=(const FileSource &) = delete;
    ~FileSource();

    const base::Path &path() const { return m_path; }
    const FileIdentity &identity() const { return m_identity; }
    std::uint64_t size() const { return m_identity.size; }

    /// Fills `into` from `offset` (bytes); fewer are read only at the end of the file. Returns how many.
    [[nodiscard]] base::Result<std::size_t> read(std::uint64_t offset, std::span<char> into) const;

    /// Exactly `length` bytes from `offset`; Changed if the file has become shorter.
    [[nodiscard]] base::Result<QByteArray> bytes(std::uint64_t offset, std::uint64_t length) const;

    /// The whole file, if it has at most `limit` bytes (TooLarge otherwise).
    [[nodiscard]] base::Result<QByteArray> all(std::uint64_t limit) const;

    /// Reads the file into memory, if it has at most `limit` bytes: what reads it several times then asks the
    /// system once. Before other threads read. A failure leaves everything as it was.
    void hold(std::uint64_t limit = longestHeld);
    static constexpr std::uint64_t longestHeld = 8 << 20;

    /// `length` bytes from `offset` where they are in memory anyway; else nothing. Valid as long as the source.
    std::optional<std::span<const char>> held(std::uint64_t offset, std::uint64_t length) const;

    int descriptor() const { return m_descriptor; }

private:
    FileSource(base::Path path, int descriptor, FileIdentity identity);
    base::Result<std::size_t> readFromDisk(std::uint64_t offset, std::span<char> into) const;

    base::Path m_path;
    int m_descriptor = -1;
    FileIdentity m_identity;
    QByteArray m_head; // the first bytes: every codec looks at them to see whether the file is its own; or all
};

} // namespace shirushi::platform
