// Replacement: a new version of a file, written beside it and put in its place in one step.
//
// Until commit() returns, the old file is untouched; a kill at any moment leaves the old file or the new one
// (and at worst a hidden temporary file, which the next start removes). Permissions, owner, extended
// attributes (access control lists among them) are taken over from the file that is replaced. The file to be
// replaced is checked again just before: if it is no longer the one that was read, commit() fails with
// Changed. Not thread-safe; two objects may work in one folder.
#pragma once

#include "platform/sink.h"

#include <optional>

namespace shirushi::platform {

class Replacement final : public Sink
{
public:
    /// A new version of the file that `original` has open.
    [[nodiscard]] static base::Result<Replacement> of(const FileSource &original);

    /// A file that is not there yet; commit() fails with Changed if something has taken the name meanwhile.
    /// Its permissions, owner, group and access control list follow `like` (a sidecar is as readable as its
    /// document), if given.
    [[nodiscard]] static base::Result<Replacement> create(const base::Path &path,
                                                          const FileSource *like = nullptr);

    Replacement(Replacement &&other) noexcept;
    Replacement &operator=(Replacement &&) = delete;
    Replacement(const Replacement &) = delete;
    Replacement &operator=(const Replacement &) = delete;
    /// Removes the temporary file unless committed.
    ~Replacement() override;

    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override;
    [[nodiscard]] base::Result<void> copy(const FileSource &source, std::uint64_t offset,
                                          std::uint64_t length) override;
    std::uint64_t position() const override { return m_position; }

    /// For a file of ours that is not there yet: as its folder says (sharedfolder.h), not for its owner alone.
    void shareAsFolder() { m_followsFolder = true; }

    /// Flushes the new version to the disk: from here on commit() is a rename. Attributes are set too.
    [[nodiscard]] base::Result<void> prepare();

    /// Whether commit() flushes the folder, or leaves that to a caller who has several files to put in place
    /// and calls flushFolder() afterwards.
    enum class Flush { Now, Later };

    /// Puts the new version in its place (under `newName` in the same folder, if given). Calls prepare() if
    /// that was not done.
    [[nodiscard]] base::Result<void> commit(const std::optional<base::Path> &newName = std::nullopt,
                                            Flush flush = Flush::Now);

    const base::Path &target() const { return m_target; }
    const base::Path &temporary() const { return m_temporary; }

private:
    Replacement() = default;
    [[nodiscard]] base::Result<void> openTemporary();
    base::Error errorHere(int number) const;

    base::Path m_target;
    base::Path m_temporary;
    std::optional<FileIdentity> m_original;
    int m_likeDescriptor = -1; // borrowed from the FileSource, which outlives this
    int m_descriptor = -1;
    std::uint64_t m_position = 0;
    bool m_followsFolder = false;
    bool m_prepared = false;
    bool m_done = false;
};

/// Makes what was renamed or removed in `folder` last through a power cut.
void flushFolder(const base::Path &folder);

/// How our temporary files are called: ".shirushi-" + random + ".tmp". True for such a name.
bool isTemporaryName(const base::Path &name);

/// Removes the temporary files in `folder` (not below it) that no living process is writing.
void removeStaleTemporaries(const base::Path &folder);

/// Writes a small file of ours whole, readable as sharedfolder.h says; one that is there is replaced.
[[nodiscard]] base::Result<void> writeFile(const base::Path &path, const QByteArray &content);

/// Gives a file or folder another name, never over one that is there (Changed), and flushes the folder, unless later.
[[nodiscard]] base::Result<void> renameFile(const base::Path &from, const base::Path &to,
                                            Replacement::Flush flush = Replacement::Flush::Now);

/// Removes the file and flushes its folder.
[[nodiscard]] base::Result<void> removeFile(const base::Path &path);

} // namespace shirushi::platform
