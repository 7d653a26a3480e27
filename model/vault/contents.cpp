#include "vault/contents.h"

#include "base/encoding.h"
#include "crypto/age/agefile.h"
#include "crypto/age/agereader.h"
#include "crypto/age/payload.h"
#include "crypto/digest.h"
#include "vault/passing.h"

#include <QCoreApplication>

#include <fcntl.h>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

QString hex(const QByteArray &digest)
{
    return QString::fromLatin1(base::toHex(digest));
}

std::unexpected<base::Error> notThis(const Layout &layout, const Content &content)
{
    return base::failure(ErrorCode::Damaged, base::toDisplay(layout.file(content.file)),
                         tr("This is not the content that was put into the vault: it was changed, damaged or exchanged."));
}

// Of the payload's key, which is secret: what may be known of it.
QString payloadMark(const base::SecretBytes &key)
{
    return hex(crypto::sha256(QByteArray::fromRawData(reinterpret_cast<const char *>(key.data()), static_cast<qsizetype>(key.size()))));
}

// The decrypted bytes of a content one after the other.
class Decrypted final : public platform::Source
{
public:
    Decrypted(crypto::age::AgeReader reader, QString subject) : m_reader(std::move(reader)), m_subject(std::move(subject)) {}
    Result<std::size_t> read(std::span<char> into) override
    {
        const auto got = m_reader.read(m_position, into);
        if (!got)
            return std::unexpected(base::Error(got.error()));
        m_position += *got;
        return *got;
    }
    std::optional<std::uint64_t> size() const override { return m_reader.size(); }
    QString subject() const override { return m_subject; }

private:
    crypto::age::AgeReader m_reader;
    QString m_subject;
    std::uint64_t m_position = 0;
};

Result<void> open(const platform::FileSource &file, const crypto::age::Identities &identities, platform::Sink &to,
                  base::Progress &progress, const std::function<bool(const base::SecretBytes &)> &isRight)
{
    platform::FileSequence from(file);
    crypto::age::LookAhead input(from);
    const auto key = crypto::age::readPayloadKey(input, identities);
    if (!key)
        return std::unexpected(base::Error(key.error()));
    if (!isRight(*key))
        return base::failure(ErrorCode::Damaged, base::toDisplay(file.path()), {});
    if (const auto opened = crypto::age::openPayload(*key, input, to, progress); !opened)
        return std::unexpected(base::Error(opened.error()));
    return {};
}

// Reads what was written from the disk and compares it with the original.
Result<QString> readBack(const platform::Replacement &written, const Original &original, const crypto::age::Identities &own,
                         base::Progress &progress)
{
    const auto file = platform::FileSource::open(written.temporary());
    if (!file)
        return std::unexpected(file.error());
    // Out of the cache, where there is a medium behind it: otherwise only memory would be read back.
    ::posix_fadvise(file->descriptor(), 0, 0, POSIX_FADV_DONTNEED);
    const auto again = original.read();
    if (!again)
        return std::unexpected(again.error());
    ComparingSink comparing(**again);
    QString payload;
    const auto opened = open(*file, own, comparing, progress, [&](const base::SecretBytes &key) {
        payload = payloadMark(key);
        return true;
    });
    if (!opened)
        return std::unexpected(opened.error());
    const auto isSame = comparing.isSameToTheEnd();
    if (!isSame)
        return std::unexpected(isSame.error());
    if (!*isSame) {
        return base::failure(ErrorCode::Changed, base::toDisplay(written.target()),
                             tr("What was read back from the vault is not what was put into it. The original was changed meanwhile, or the medium is damaged."));
    }
    return payload;
}

} // namespace

Result<std::unique_ptr<platform::Source>> ContentOriginal::read() const
{
    auto reader = crypto::age::AgeReader::open(m_sealed, m_identities);
    if (!reader)
        return std::unexpected(base::Error(reader.error()));
    return std::make_unique<Decrypted>(std::move(*reader), base::toDisplay(m_sealed.path()));
}

Result<WrittenContent> writeContent(const Original &original, const Layout &layout, const QString &itemId,
                                    const std::vector<QByteArray> &keys, const crypto::age::Identities &own,
                                    base::Progress &progress)
{
    WrittenContent written;
    written.content.file = Layout::contentName(itemId);
    auto file = platform::Replacement::create(layout.file(written.content.file));
    if (!file)
        return std::unexpected(file.error());
    written.file = std::make_unique<platform::Replacement>(std::move(*file));
    written.file->shareAsFolder();
    const auto plain = original.read();
    if (!plain)
        return std::unexpected(plain.error());
    HashingSource from(**plain);
    HashingSink to(*written.file);
    crypto::age::Recipients recipients;
    recipients.keys = keys;
    if (const auto done = crypto::age::encrypt(from, to, recipients, progress); !done)
        return std::unexpected(base::Error(done.error()));
    written.content.size = from.count();
    written.content.sha256 = hex(from.finish());
    written.content.sealedSize = to.position();
    written.content.sealed = hex(to.finish());
    if (const auto flushed = written.file->prepare(); !flushed)
        return std::unexpected(flushed.error());
    auto payload = readBack(*written.file, original, own, progress);
    if (!payload)
        return std::unexpected(payload.error());
    written.content.payload = std::move(*payload);
    if (const auto named = written.file->commit(std::nullopt, platform::Replacement::Flush::Later); !named)
        return std::unexpected(named.error());
    return written;
}

Result<void> readContent(const Layout &layout, const Content &content, const crypto::age::Identities &identities,
                         platform::Sink &to, base::Progress &progress)
{
    const auto file = platform::FileSource::open(layout.file(content.file));
    if (!file)
        return std::unexpected(file.error());
    if (file->size() != content.sealedSize)
        return notThis(layout, content);
    const std::uint64_t before = to.position();
    const auto opened = open(*file, identities, to, progress,
                             [&](const base::SecretBytes &key) { return payloadMark(key) == content.payload; });
    if (!opened && (opened.error().code == ErrorCode::Damaged || opened.error().code == ErrorCode::WrongPassword))
        return notThis(layout, content);
    if (!opened)
        return opened;
    return to.position() - before == content.size ? Result<void>() : notThis(layout, content);
}

Result<void> checkSealed(const Layout &layout, const Content &content)
{
    const auto file = platform::FileSource::open(layout.file(content.file));
    if (!file)
        return std::unexpected(file.error());
    if (file->size() != content.sealedSize)
        return notThis(layout, content);
    const auto digest = crypto::sha256(*file);
    if (!digest)
        return std::unexpected(digest.error());
    return hex(*digest) == content.sealed ? Result<void>() : notThis(layout, content);
}

} // namespace shirushi::vault
