// Contents: originals as age files in a vault. Each call works with all cores and comes back when it is done; any thread.
#pragma once

#include "base/progress.h"
#include "crypto/age/filekey.h"
#include "platform/replacement.h"
#include "vault/item.h"
#include "vault/layout.h"

#include <functional>
#include <memory>

namespace shirushi::vault {

/// What is to be encrypted: read from the beginning to the end, twice, by whatever is made here.
class Original
{
public:
    virtual ~Original() = default;
    virtual std::uint64_t size() const = 0;
    [[nodiscard]] virtual base::Result<std::unique_ptr<platform::Source>> read() const = 0;
};

/// A file on the disk. The FileSource must outlive this.
class FileOriginal final : public Original
{
public:
    explicit FileOriginal(const platform::FileSource &file) : m_file(file) {}
    std::uint64_t size() const override { return m_file.size(); }
    [[nodiscard]] base::Result<std::unique_ptr<platform::Source>> read() const override
    {
        return std::make_unique<platform::FileSequence>(m_file);
    }

private:
    const platform::FileSource &m_file;
};

/// A content of a vault, to be encrypted anew. What is handed in must outlive this.
class ContentOriginal final : public Original
{
public:
    ContentOriginal(const platform::FileSource &sealed, const Content &content, const crypto::age::Identities &identities)
        : m_sealed(sealed), m_content(content), m_identities(identities)
    {
    }
    std::uint64_t size() const override { return m_content.size; }
    [[nodiscard]] base::Result<std::unique_ptr<platform::Source>> read() const override;

private:
    const platform::FileSource &m_sealed;
    const Content &m_content;
    const crypto::age::Identities &m_identities;
};

/// A content that has its name; while `file` lives, nobody takes it for one that was left behind.
struct WrittenContent {
    Content content;
    std::unique_ptr<platform::Replacement> file;
};

/// Encrypts for `keys`, one of which must be that of `own`; flushes, reads it back from the disk, decrypts it and compares
/// it with the original byte for byte. Only then it gets its name; the folder is for the caller to flush. What fails
/// leaves nothing. Changed where the original has become another meanwhile.
[[nodiscard]] base::Result<WrittenContent> writeContent(const Original &original, const Layout &layout, const QString &itemId,
                                                        const std::vector<QByteArray> &keys,
                                                        const crypto::age::Identities &own, base::Progress &progress);

/// Decrypts everything into `to`, which is to be thrown away unless this succeeds. Damaged where it is not the content that
/// the description names, NotFound where it is not there.
[[nodiscard]] base::Result<void> readContent(const Layout &layout, const Content &content,
                                             const crypto::age::Identities &identities, platform::Sink &to,
                                             base::Progress &progress);

/// Whether the age file is the one that was signed for: nothing, Damaged or NotFound. Needs no key.
[[nodiscard]] base::Result<void> checkSealed(const Layout &layout, const Content &content);

} // namespace shirushi::vault
