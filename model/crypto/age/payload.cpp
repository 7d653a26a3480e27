#include "crypto/age/payload.h"

#include "crypto/age/chunkcipher.h"
#include "crypto/age/pipeline.h"
#include "crypto/seal.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace shirushi::crypto::age {

namespace {

constexpr std::size_t mostInFlight = 16 << 20; // bytes
constexpr std::size_t chunksInBatch = 8;       // a batch stays in a core's own cache

// What comes in, shared by the workers: only the one that reads touches it, but for the count.
class Feed
{
public:
    explicit Feed(platform::Source &source) : m_source(source) {}

    base::Result<std::size_t> fill(std::span<char> into)
    {
        std::size_t done = 0;
        if (m_hasAhead && !into.empty()) {
            into.front() = m_ahead;
            m_hasAhead = false;
            done = 1;
        }
        const auto got = m_source.read(into.subspan(done));
        if (!got)
            return got;
        m_count += done + *got;
        return done + *got;
    }

    base::Result<bool> isAtEnd()
    {
        if (m_hasAhead)
            return false;
        const auto got = m_source.read({&m_ahead, 1});
        if (!got)
            return std::unexpected(got.error());
        m_hasAhead = *got == 1;
        return !m_hasAhead;
    }

    std::uint64_t takeNumbers(std::size_t count)
    {
        const std::uint64_t first = m_nextChunk;
        m_nextChunk += count;
        return first;
    }

    std::uint64_t count() const { return m_count; }
    QString subject() const { return m_source.subject(); }

    /// Only the one that writes calls this.
    std::unexpected<base::Error> tampered()
    {
        m_isTampered = true;
        return std::unexpected<base::Error>(fail(Failure::Payload, subject()).error());
    }
    bool isTampered() const { return m_isTampered; }

private:
    platform::Source &m_source;
    bool m_isTampered = false;
    std::uint64_t m_nextChunk = 0;
    std::atomic<std::uint64_t> m_count = 0;
    char m_ahead = 0; // a byte read to learn whether there is one
    bool m_hasAhead = false;
};

// One batch of chunks, each with room for its tag, sealed or opened in place.
class ChunkWorker : public Worker
{
protected:
    ChunkWorker(const base::SecretBytes &key, ChunkCipher::Direction direction, Feed &feed, platform::Sink &to,
                std::size_t capacity)
        : m_feed(feed), m_to(to), m_cipher(key, direction), m_capacity(capacity), m_bytes(capacity * sealedChunkSize)
    {
    }

    std::span<char> bytes() { return {reinterpret_cast<char *>(m_bytes.data()), m_bytes.size()}; }
    std::span<char> chunk(std::size_t index, std::size_t size = sealedChunkSize)
    {
        return bytes().subspan(index * sealedChunkSize, size);
    }
    std::size_t sizeOf(std::size_t index) const { return index + 1 == m_count ? m_lastSize : sealedChunkSize; }
    Place placeOf(std::size_t index) const { return m_isLast && index + 1 == m_count ? Place::Last : Place::Inner; }

    Feed &m_feed;
    platform::Sink &m_to;
    ChunkCipher m_cipher;
    std::size_t m_capacity;        // chunks
    std::uint64_t m_first = 0;     // number of the first
    std::size_t m_count = 0;       // chunks
    std::size_t m_lastSize = 0;    // of the batch's last chunk, with its tag
    bool m_isLast = false;         // nothing follows the batch

private:
    base::SecretBytes m_bytes;
};

class Sealer final : public ChunkWorker
{
public:
    Sealer(const base::SecretBytes &key, Feed &feed, platform::Sink &to, std::size_t capacity)
        : ChunkWorker(key, ChunkCipher::Direction::Seal, feed, to, capacity)
    {
    }

    base::Result<More> read() override
    {
        m_isLast = false;
        for (m_count = 0; m_count < m_capacity && !m_isLast; ++m_count) {
            const auto got = m_feed.fill(chunk(m_count, chunkSize));
            if (!got)
                return std::unexpected(got.error());
            m_lastSize = *got + tagSize;
            // An empty chunk only where there is nothing at all.
            const auto ended = *got < chunkSize ? base::Result<bool>(true) : m_feed.isAtEnd();
            if (!ended)
                return std::unexpected(ended.error());
            m_isLast = *ended;
        }
        m_first = m_feed.takeNumbers(m_count);
        return m_isLast ? More::No : More::Yes;
    }

    void work() override
    {
        m_isSealed = true;
        for (std::size_t index = 0; index < m_count && m_isSealed; ++index)
            m_isSealed = m_cipher.seal(m_first + index, placeOf(index), chunk(index, sizeOf(index)));
    }

    base::Result<void> write() override
    {
        if (!m_isSealed)
            return std::unexpected<base::Error>(failRefused().error());
        return m_to.write(bytes().first((m_count - 1) * sealedChunkSize + m_lastSize));
    }

private:
    bool m_isSealed = false;
};

class Opener final : public ChunkWorker
{
public:
    Opener(const base::SecretBytes &key, Feed &feed, platform::Sink &to, std::size_t capacity)
        : ChunkWorker(key, ChunkCipher::Direction::Open, feed, to, capacity)
    {
    }

    base::Result<More> read() override
    {
        const auto got = m_feed.fill(bytes());
        if (!got)
            return std::unexpected(got.error());
        const auto ended = *got < bytes().size() ? base::Result<bool>(true) : m_feed.isAtEnd();
        if (!ended)
            return std::unexpected(ended.error());
        m_isLast = *ended;
        m_count = (*got + sealedChunkSize - 1) / sealedChunkSize;
        m_lastSize = m_count == 0 ? 0 : *got - (m_count - 1) * sealedChunkSize;
        m_first = m_feed.takeNumbers(m_count);
        return m_isLast ? More::No : More::Yes;
    }

    void work() override
    {
        m_isGenuine = m_count > 0;
        for (m_opened = 0; m_opened < m_count && m_isGenuine; ++m_opened) {
            if (!open(m_opened)) {
                m_isGenuine = false;
                // Genuine but in the wrong place (something follows the last chunk, or the last is missing): it
                // still belongs to what comes out before the failure.
                m_opened += openElsewhere(m_opened) ? 1 : 0;
                return;
            }
        }
    }

    base::Result<void> write() override
    {
        for (std::size_t index = 0; index < m_opened; ++index) {
            if (const auto written = m_to.write(chunk(index, sizeOf(index) - tagSize)); !written)
                return written;
        }
        if (!m_isGenuine)
            return m_feed.tampered();
        return {};
    }

private:
    bool open(std::size_t index)
    {
        // The last chunk is empty only if it is the only one.
        if (sizeOf(index) == tagSize && m_first + index > 0)
            return false;
        return m_cipher.open(m_first + index, placeOf(index), chunk(index, sizeOf(index)));
    }

    bool openElsewhere(std::size_t index)
    {
        const Place other = placeOf(index) == Place::Last ? Place::Inner : Place::Last;
        return sizeOf(index) == sealedChunkSize && m_cipher.open(m_first + index, other, chunk(index));
    }

    std::size_t m_opened = 0; // chunks that are genuine
    bool m_isGenuine = false;
};

template <typename Kind>
Result<void> run(const base::SecretBytes &key, platform::Source &from, platform::Sink &to, base::Progress &progress)
{
    Feed feed(from);
    const auto size = from.size();
    const std::size_t capacity =
        static_cast<std::size_t>(std::min<std::uint64_t>(size.value_or(~0ULL) / chunkSize + 1, chunksInBatch));
    // One more than cores, so that none is idle while one waits for its turn to write.
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency() + 1, 2,
                                                        mostInFlight / (chunksInBatch * sealedChunkSize));
    Pipeline pipeline(progress, [&] { progress.report(feed.count(), std::max(size.value_or(0), feed.count()), feed.subject()); });
    const auto done = pipeline.run([&] { return std::make_unique<Kind>(key, feed, to, capacity); }, threads);
    if (done)
        return {};
    Error error(done.error(), feed.isTampered() ? Failure::Payload : Failure::Other);
    if (error.subject.isEmpty())
        error.subject = feed.subject();
    return std::unexpected(std::move(error));
}

} // namespace

Result<base::SecretBytes> payloadKey(const base::SecretBytes &fileKey, const QByteArray &nonce)
{
    auto key = hkdf(fileKey, nonce, QByteArrayLiteral("payload"));
    if (!key)
        return std::unexpected(Error(key.error()));
    return std::move(*key);
}

Result<void> sealPayload(const base::SecretBytes &key, platform::Source &from, platform::Sink &to, base::Progress &progress)
{
    return run<Sealer>(key, from, to, progress);
}

Result<void> openPayload(const base::SecretBytes &key, platform::Source &from, platform::Sink &to, base::Progress &progress)
{
    return run<Opener>(key, from, to, progress);
}

} // namespace shirushi::crypto::age
