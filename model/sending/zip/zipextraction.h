// Unpacking a ZIP archive on all cores, a few MiB at a time. What the taker is told to be whole has been proven by
// HMAC (encrypted entries) or checksum. Any thread.
#pragma once

#include "base/progress.h"
#include "sending/zip/zipdirectory.h"

namespace shirushi::sending::zip {

/// Hands every file of `directory` to `taker`, in its order. `progress` counts packed bytes. WrongPassword as soon as
/// an entry says so, Damaged where an entry is not as the directory has it.
[[nodiscard]] base::Result<void> extractAll(Content &archive, const Directory &directory, const base::SecretBytes &password,
                                            ContentTaker &taker, base::Progress &progress);

/// The content of one stored entry, encrypted or not, read at any place. open() goes through all of it to prove it.
class EntryContent final : public Content
{
public:
    /// `archive` must outlive this.
    [[nodiscard]] static base::Result<std::unique_ptr<EntryContent>> open(Content &archive, const Item &item,
                                                                          const base::SecretBytes &password, base::Progress &progress);
    std::uint64_t size() const override { return m_size; }
    [[nodiscard]] base::Result<std::size_t> read(std::uint64_t offset, std::span<char> into) override;
    QString subject() const override { return m_archive.subject(); }

private:
    EntryContent(Content &archive, std::uint64_t begin, std::uint64_t size, KeyStream stream)
        : m_archive(archive), m_begin(begin), m_size(size), m_stream(std::move(stream))
    {
    }
    Content &m_archive;
    std::uint64_t m_begin;
    std::uint64_t m_size;
    KeyStream m_stream;
};

} // namespace shirushi::sending::zip
