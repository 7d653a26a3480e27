// Writing a ZIP archive from its first byte to its last, on all cores: plain, or with every entry encrypted (AE-2). A
// few MiB are in memory, however long it becomes. Any thread.
#pragma once

#include "base/progress.h"
#include "platform/sink.h"
#include "sending/parcel.h"

namespace shirushi::sending::zip {

struct WriteOptions {
    const base::SecretBytes *password = nullptr; // none: a plain archive
    int level = 6;                               // 0 stores
    QByteArray comment{};                        // of the archive; lies open
};

/// Writes `files`, whose names have been found harmless and different. Returns them as they were read, without digests.
/// Changed where a file changes meanwhile. `progress` counts the bytes read, of `total`.
[[nodiscard]] base::Result<std::vector<ParcelContent>> writeZip(const std::vector<ParcelFile> &files, platform::Sink &to,
                                                                const WriteOptions &options, base::Progress &progress);

/// An encrypted archive with one stored entry, whose content comes as it is written: an archive in an archive.
class SealedEntrySink final : public platform::Sink
{
public:
    /// `to` and `password` must outlive this. `most`: how long the content can become at most.
    SealedEntrySink(platform::Sink &to, const base::SecretBytes &password, const QString &name, std::uint64_t most);
    ~SealedEntrySink() override;

    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override;
    std::uint64_t position() const override { return m_position; }

    /// Writes the header; before anything else.
    [[nodiscard]] base::Result<void> begin();
    /// Writes what stands behind the content.
    [[nodiscard]] base::Result<void> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
    std::uint64_t m_position = 0;
};

} // namespace shirushi::sending::zip
