#include "sending/zip/zipextraction.h"

#include "crypto/age/pipeline.h"
#include "crypto/digest.h"
#include "label/zip/zipformat.h"
#include "sending/zip/records.h"

#include <QCoreApplication>

#include <libdeflate.h>
#include <openssl/crypto.h>
#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace shirushi::sending::zip {

using base::ErrorCode;
using base::Result;
using crypto::age::Worker;

namespace {

constexpr std::size_t pieceSize = 1 << 20;
constexpr std::uint64_t longestWhole = 4 << 20; // unpacked
constexpr std::size_t inflatedPiece = 256 << 10;
constexpr std::size_t mostThreads = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

// Where an entry's bytes begin, after its local header has been found to say what the directory does.
Result<std::uint64_t> dataOffsetOf(Content &archive, const Item &item)
{
    using namespace label::zip;
    const auto header = archive.bytes(item.offset, localSize + static_cast<std::uint64_t>(item.rawName.size()));
    if (!header)
        return std::unexpected(header.error());
    const std::uint64_t nameLength = field16(*header, 26);
    const bool agrees = field32(*header, 0) == localSignature && nameLength == static_cast<std::uint64_t>(item.rawName.size())
                        && field16(*header, 8) == (item.isEncrypted ? aesMethod : item.method)
                        && header->sliced(localSize) == item.rawName && ((field16(*header, 6) ^ item.flags) & 1) == 0;
    const std::uint64_t begin = item.offset + localSize + nameLength + field16(*header, 28);
    if (!agrees || begin > archive.size() || item.packedSize > archive.size() - begin)
        return std::unexpected(damagedParcel(archive.subject()));
    return begin;
}

bool isSame(std::span<const char> one, std::span<const std::uint8_t> other)
{
    return CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::span<const std::uint8_t> unsignedSpan(std::span<const char> bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()};
}

struct Inflation {
    Inflation() { isReady = inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
    ~Inflation()
    {
        if (isReady)
            inflateEnd(&stream);
    }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;
    z_stream stream = {};
    bool isReady = false;
    bool hasEnded = false;
    std::vector<char> out = std::vector<char>(inflatedPiece);
};

// An entry that comes in several pieces: what they share. Reading and writing touch different members.
struct Entry {
    const Item *item = nullptr;
    std::uint64_t dataOffset = 0;
    std::optional<Keys> keys;
    std::optional<HmacSha1> mac;     // by readers
    crypto::Sha256 hash;             // by writers, as the rest
    std::unique_ptr<Inflation> inflation;
    std::uint32_t crc = 0;
    std::uint64_t written = 0;
};

class Job
{
public:
    Job(Content &archive, const Directory &directory, const base::SecretBytes &password, ContentTaker &taker)
        : m_archive(archive), m_directory(directory), m_password(password), m_taker(taker)
    {
    }

    struct Piece {
        std::shared_ptr<Entry> entry;
        std::uint64_t offset = 0; // in the entry's content
        bool isFirst = false;
        bool isLast = false;
        bool isWhole = false; // with everything around it
    };
    Result<Piece> read(std::vector<char> &bytes);
    bool isAtEnd() const { return !m_entry && m_next == m_directory.items.size(); }
    std::uint64_t bytesRead() const { return m_bytesRead; }
    ContentTaker &taker() { return m_taker; }
    const base::SecretBytes &password() const { return m_password; }
    QString subject() const { return m_archive.subject(); }

private:
    Result<void> open();
    Result<void> readOpening();
    Result<void> checkMac();
    Result<void> fill(std::uint64_t offset, std::span<char> into);

    Content &m_archive;
    const Directory &m_directory;
    const base::SecretBytes &m_password;
    ContentTaker &m_taker;
    std::size_t m_next = 0;
    std::shared_ptr<Entry> m_entry;
    std::uint64_t m_offset = 0;
    std::atomic<std::uint64_t> m_bytesRead = 0;
};

Result<void> Job::fill(std::uint64_t offset, std::span<char> into)
{
    const auto got = m_archive.read(offset, into);
    if (!got)
        return std::unexpected(got.error());
    if (*got != into.size())
        return std::unexpected(damagedParcel(subject()));
    m_bytesRead += into.size();
    return {};
}

Result<void> Job::open()
{
    auto entry = std::make_shared<Entry>();
    entry->item = &m_directory.items[m_next++];
    const auto begin = dataOffsetOf(m_archive, *entry->item);
    if (!begin)
        return std::unexpected(begin.error());
    entry->dataOffset = *begin;
    m_entry = std::move(entry);
    m_offset = 0;
    return {};
}

Result<void> Job::readOpening()
{
    const Item &item = *m_entry->item;
    if (!item.isEncrypted)
        return {};
    std::vector<char> opening(saltSizeOf(item.strength) + verifierSize);
    if (const auto filled = fill(m_entry->dataOffset, opening); !filled)
        return filled;
    const std::span<const char> bytes(opening);
    m_entry->keys = deriveKeys(m_password, unsignedSpan(bytes.first(saltSizeOf(item.strength))), item.strength);
    if (!isSame(bytes.last(verifierSize), m_entry->keys->verifier))
        return std::unexpected(wrongPassword(subject()));
    m_entry->mac.emplace(m_entry->keys->mac.span());
    m_entry->dataOffset += opening.size();
    return {};
}

Result<void> Job::checkMac()
{
    if (!m_entry->mac)
        return {};
    std::array<char, macSize> mac{};
    if (const auto filled = fill(m_entry->dataOffset + m_offset, mac); !filled)
        return filled;
    return isSame(mac, m_entry->mac->finish()) ? Result<void>() : std::unexpected(wrongPassword(subject()));
}

Result<Job::Piece> Job::read(std::vector<char> &bytes)
{
    if (!m_entry) {
        if (const auto opened = open(); !opened)
            return std::unexpected(opened.error());
        const Item &item = *m_entry->item;
        if (item.packedSize <= pieceSize && item.size <= longestWhole) {
            bytes.resize(static_cast<std::size_t>(item.packedSize));
            if (const auto filled = fill(m_entry->dataOffset, bytes); !filled)
                return std::unexpected(filled.error());
            return Piece{std::move(m_entry), 0, true, true, true};
        }
        if (const auto begun = readOpening(); !begun)
            return std::unexpected(begun.error());
    }
    const std::uint64_t left = m_entry->item->contentSize() - m_offset;
    bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, pieceSize)));
    if (const auto filled = fill(m_entry->dataOffset + m_offset, bytes); !filled)
        return std::unexpected(filled.error());
    if (m_entry->mac)
        m_entry->mac->add(bytes);
    Piece piece{m_entry, m_offset, m_offset == 0, bytes.size() == left, false};
    m_offset += bytes.size();
    if (piece.isLast) {
        if (const auto right = checkMac(); !right)
            return std::unexpected(right.error());
        m_entry.reset();
    }
    return piece;
}

class ExtractWorker final : public Worker
{
public:
    explicit ExtractWorker(Job &job) : m_job(job) {}

    Result<More> read() override
    {
        auto piece = m_job.read(m_in);
        if (!piece)
            return std::unexpected(piece.error());
        m_piece = std::move(*piece);
        return m_job.isAtEnd() ? More::No : More::Yes;
    }
    void work() override
    {
        m_problem.reset();
        if (m_piece.isWhole)
            workOnWhole();
        else if (m_piece.entry->keys && !KeyStream(m_piece.entry->keys->cipher).apply(m_piece.offset, m_in))
            m_problem = damagedParcel(m_job.subject());
    }
    Result<void> write() override { return m_problem ? Result<void>(std::unexpected(*m_problem)) : m_piece.isWhole ? writeWhole() : writePiece(); }

private:
    void workOnWhole();
    bool opens(std::span<char> &content);
    bool expand(std::span<char> content);
    Result<void> writeWhole();
    Result<void> writePiece();
    Result<void> pass(std::span<const char> bytes);
    Result<void> inflatePiece();
    std::unexpected<base::Error> damaged() { return std::unexpected(damagedParcel(m_job.subject())); }

    struct FreeInflater {
        void operator()(libdeflate_decompressor *inflater) const { libdeflate_free_decompressor(inflater); }
    };

    Job &m_job;
    Job::Piece m_piece;
    std::vector<char> m_in;
    std::vector<char> m_expanded;
    std::span<const char> m_out;
    QByteArray m_sha256;
    std::optional<base::Error> m_problem;
    std::unique_ptr<libdeflate_decompressor, FreeInflater> m_inflater;
};

// Proves and decrypts; `content` is then what is between the opening and the MAC.
bool ExtractWorker::opens(std::span<char> &content)
{
    const Item &item = *m_piece.entry->item;
    if (!item.isEncrypted)
        return true;
    const std::size_t saltSize = saltSizeOf(item.strength);
    const Keys keys = deriveKeys(m_job.password(), unsignedSpan(content.first(saltSize)), item.strength);
    const std::span<const char> verifier = content.subspan(saltSize, verifierSize);
    const std::span<const char> mac = content.last(macSize);
    content = content.subspan(saltSize + verifierSize, content.size() - overheadOf(item.strength));
    HmacSha1 hmac(keys.mac.span());
    hmac.add(content);
    return isSame(verifier, keys.verifier) && isSame(mac, hmac.finish()) && KeyStream(keys.cipher).apply(0, content);
}

bool ExtractWorker::expand(std::span<char> content)
{
    const Item &item = *m_piece.entry->item;
    if (item.method == 0 || (item.size == 0 && content.empty())) {
        m_out = content;
    } else {
        if (!m_inflater)
            m_inflater.reset(libdeflate_alloc_decompressor());
        m_expanded.resize(static_cast<std::size_t>(item.size));
        std::size_t used = 0;
        if (!m_inflater
            || libdeflate_deflate_decompress_ex(m_inflater.get(), content.data(), content.size(), m_expanded.data(), m_expanded.size(),
                                                &used, nullptr)
                   != LIBDEFLATE_SUCCESS
            || used != content.size())
            return false;
        m_out = m_expanded;
    }
    return !item.hasCrc() || libdeflate_crc32(0, m_out.data(), m_out.size()) == item.crc;
}

void ExtractWorker::workOnWhole()
{
    std::span<char> content(m_in);
    if (!opens(content)) {
        m_problem = wrongPassword(m_job.subject());
        return;
    }
    if (!expand(content)) {
        m_problem = damagedParcel(m_job.subject());
        return;
    }
    if (!m_job.taker().wantsDigests())
        return;
    crypto::Sha256 hash;
    hash.add(m_out);
    m_sha256 = hash.finish();
}

Result<void> ExtractWorker::writeWhole()
{
    const Item &item = *m_piece.entry->item;
    if (const auto begun = m_job.taker().begin(item.name, item.size); !begun)
        return begun;
    if (const auto taken = m_job.taker().take(m_out); !taken)
        return taken;
    return m_job.taker().end(m_sha256);
}

Result<void> ExtractWorker::pass(std::span<const char> bytes)
{
    Entry &entry = *m_piece.entry;
    if (bytes.size() > entry.item->size - entry.written)
        return damaged();
    entry.written += bytes.size();
    if (m_job.taker().wantsDigests())
        entry.hash.add(bytes);
    if (entry.item->hasCrc())
        entry.crc = libdeflate_crc32(entry.crc, bytes.data(), bytes.size());
    return m_job.taker().take(bytes);
}

Result<void> ExtractWorker::inflatePiece()
{
    Inflation &inflation = *m_piece.entry->inflation;
    z_stream &stream = inflation.stream;
    if (!inflation.isReady || (inflation.hasEnded && !m_in.empty()))
        return damaged();
    stream.next_in = reinterpret_cast<Bytef *>(m_in.data());
    stream.avail_in = static_cast<uInt>(m_in.size());
    do {
        stream.next_out = reinterpret_cast<Bytef *>(inflation.out.data());
        stream.avail_out = static_cast<uInt>(inflation.out.size());
        const int state = ::inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return damaged();
        if (const auto passed = pass(std::span(inflation.out).first(inflation.out.size() - stream.avail_out)); !passed)
            return passed;
        inflation.hasEnded = state == Z_STREAM_END;
    } while (!inflation.hasEnded && (stream.avail_in > 0 || stream.avail_out == 0));
    return stream.avail_in == 0 ? Result<void>() : damaged();
}

Result<void> ExtractWorker::writePiece()
{
    Entry &entry = *m_piece.entry;
    const Item &item = *entry.item;
    if (m_piece.isFirst) {
        if (const auto begun = m_job.taker().begin(item.name, item.size); !begun)
            return begun;
        if (item.method != 0)
            entry.inflation = std::make_unique<Inflation>();
    }
    if (const auto passed = item.method == 0 ? pass(m_in) : inflatePiece(); !passed)
        return passed;
    if (!m_piece.isLast)
        return {};
    const bool isWhole = entry.written == item.size && (!entry.inflation || entry.inflation->hasEnded);
    if (!isWhole || (item.hasCrc() && entry.crc != item.crc))
        return damaged();
    return m_job.taker().end(entry.hash.finish());
}

// Nothing proves who put them there, whatever the others' password is.
void noteOpenOnes(const Directory &directory, ContentTaker &taker)
{
    constexpr qsizetype mostNames = 5;
    QStringList names;
    for (const Item &item : directory.items) {
        if (!item.isEncrypted && item.size > 0 && names.size() <= mostNames)
            names += names.size() < mostNames ? item.name : QStringLiteral("…");
    }
    if (directory.isEncrypted() && !names.isEmpty())
        taker.note(tr("In this parcel some are not encrypted: anybody on the way could have put them there, or changed them: %1").arg(names.join(QStringLiteral(", "))));
}

} // namespace

Result<void> extractAll(Content &archive, const Directory &directory, const base::SecretBytes &password, ContentTaker &taker,
                        base::Progress &progress)
{
    if (password.isEmpty() && directory.isEncrypted())
        return base::failure(ErrorCode::Encrypted, archive.subject(), tr("A password is needed to open this parcel."));
    if (directory.hasOldNames)
        taker.note(tr("Names in this archive were written in Shift_JIS, as older programs do; they have been read as such."));
    noteOpenOnes(directory, taker);
    Job job(archive, directory, password, taker);
    crypto::age::Pipeline pipeline(progress, [&] { progress.report(std::min(job.bytesRead(), archive.size()), archive.size(), archive.subject()); });
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency() + 1, 2, mostThreads);
    return pipeline.run([&] { return std::make_unique<ExtractWorker>(job); }, threads);
}

Result<std::unique_ptr<EntryContent>> EntryContent::open(Content &archive, const Item &item, const base::SecretBytes &password,
                                                         base::Progress &progress)
{
    const auto begin = dataOffsetOf(archive, item);
    if (!begin)
        return std::unexpected(begin.error());
    if (item.method != 0 || !item.isEncrypted)
        return std::unexpected(damagedParcel(archive.subject()));
    const std::size_t saltSize = saltSizeOf(item.strength);
    const auto opening = archive.bytes(*begin, saltSize + verifierSize);
    if (!opening)
        return std::unexpected(opening.error());
    const std::span<const char> bytes(opening->constData(), static_cast<std::size_t>(opening->size()));
    const Keys keys = deriveKeys(password, unsignedSpan(bytes.first(saltSize)), item.strength);
    if (!isSame(bytes.last(verifierSize), keys.verifier))
        return std::unexpected(wrongPassword(archive.subject()));
    const std::uint64_t content = *begin + bytes.size();
    HmacSha1 hmac(keys.mac.span());
    std::vector<char> piece(pieceSize);
    for (std::uint64_t at = 0; at < item.contentSize(); at += piece.size()) {
        piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(pieceSize, item.contentSize() - at)));
        const auto got = archive.read(content + at, piece);
        if (!got)
            return std::unexpected(got.error());
        if (*got != piece.size())
            return std::unexpected(damagedParcel(archive.subject()));
        if (progress.cancelled())
            return base::failure(ErrorCode::Cancelled, archive.subject(), tr("The work was stopped."));
        hmac.add(piece);
    }
    const auto mac = archive.bytes(content + item.contentSize(), macSize);
    if (!mac)
        return std::unexpected(mac.error());
    if (!isSame({mac->constData(), macSize}, hmac.finish()))
        return std::unexpected(wrongPassword(archive.subject()));
    return std::unique_ptr<EntryContent>(new EntryContent(archive, content, item.contentSize(), KeyStream(keys.cipher)));
}

Result<std::size_t> EntryContent::read(std::uint64_t offset, std::span<char> into)
{
    if (offset >= m_size)
        return std::size_t(0);
    into = into.first(static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), m_size - offset)));
    const auto got = m_archive.read(m_begin + offset, into);
    if (!got)
        return got;
    if (*got != into.size() || !m_stream.apply(offset, into))
        return std::unexpected(damagedParcel(m_archive.subject()));
    return got;
}

} // namespace shirushi::sending::zip
