#include "sending/zip/zipwriter.h"

#include "crypto/age/pipeline.h"
#include "crypto/seal.h"
#include "sending/parcelsource.h"
#include "sending/zip/deflate.h"
#include "sending/zip/records.h"

#include <QCoreApplication>

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

namespace shirushi::sending::zip {

using base::ErrorCode;
using base::Result;
using crypto::age::Worker;

namespace {

constexpr std::size_t pieceSize = 1 << 20;
constexpr std::size_t mostThreads = 8;
constexpr std::size_t longPiece = 256 << 10; // against which starting a thread is nothing

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

base::Error refusedByLibrary()
{
    return {ErrorCode::Internal, {}, tr("The parcel could not be made."), {}};
}

// Salt, keys and what runs along an entry's ciphertext.
struct Seal {
    Seal(const base::SecretBytes &password, const QByteArray &saltBytes)
        : salt(saltBytes),
          keys(deriveKeys(password, {reinterpret_cast<const std::uint8_t *>(salt.constData()), static_cast<std::size_t>(salt.size())},
                          Strength::Aes256)),
          stream(keys.cipher), mac(keys.mac.span())
    {
    }
    QByteArray salt;
    Keys keys;
    KeyStream stream;
    HmacSha1 mac;

    QByteArray opening() const
    {
        return salt + QByteArray(reinterpret_cast<const char *>(keys.verifier.data()), verifierSize);
    }
    QByteArray closing() { return QByteArray(reinterpret_cast<const char *>(mac.finish().data()), macSize); }
};

// An entry that is being written: what its pieces share. Reading and writing touch different members.
struct Entry {
    const ParcelFile *file = nullptr;
    std::optional<ParcelSource> source;
    Record record;
    QByteArray salt;
    std::unique_ptr<Seal> seal;
    std::uint64_t written = 0; // bytes of its ciphertext so far

    // The MAC of what is stored goes along its ciphertext in order, but need not wait for the writing.
    std::mutex macking;
    std::condition_variable macTurn;
    std::uint64_t macked = 0;

    void addToMac(std::uint64_t offset, std::span<const char> bytes)
    {
        std::unique_lock lock(macking);
        macTurn.wait(lock, [&] { return macked == offset; }); // whoever is before us does not wait for us
        seal->mac.add(bytes);
        macked += bytes.size();
        macTurn.notify_all();
    }
};

// What readers and writers share; the pipeline lets one of each in at a time.
class Job
{
public:
    Job(const std::vector<ParcelFile> &files, platform::Sink &to, const WriteOptions &options)
        : m_files(files), m_to(to), m_options(options), m_trial(1)
    {
    }

    const WriteOptions &options() const { return m_options; }
    std::uint64_t bytesRead() const { return m_bytesRead; }
    QString subject() const { return m_files.empty() ? QString() : m_files.front().name; }
    std::vector<ParcelContent> takeContents() { return std::move(m_contents); }

    // The next piece of the files.
    struct Piece {
        std::shared_ptr<Entry> entry;
        std::uint64_t offset = 0;
        bool isFirst = false;
        bool isLast = false;
        bool isWhole() const { return isFirst && isLast; }
    };
    Result<Piece> read(std::vector<char> &bytes, std::vector<char> &before);
    bool isAtEnd() const { return !m_entry && m_next == m_files.size(); }

    Result<void> begin(Entry &entry);
    Result<void> put(std::span<const char> bytes) { return m_to.write(bytes); }
    Result<void> end(Entry &entry);
    Result<void> finish();

private:
    Result<void> open();
    Result<void> checkUnchanged() const;
    void prepareLong(Entry &entry, std::span<const char> sample);

    const std::vector<ParcelFile> &m_files;
    platform::Sink &m_to;
    const WriteOptions &m_options;

    std::size_t m_next = 0;
    std::shared_ptr<Entry> m_entry;
    std::uint64_t m_offset = 0;
    std::vector<char> m_tail;
    Deflater m_trial;
    std::atomic<std::uint64_t> m_bytesRead = 0;

    std::vector<ParcelContent> m_contents;
    QByteArray m_directory;
};

Result<void> Job::open()
{
    auto entry = std::make_shared<Entry>();
    entry->file = &m_files[m_next++];
    auto source = ParcelSource::open(*entry->file);
    if (!source)
        return std::unexpected(source.error());
    entry->source = std::move(*source);
    entry->record.name = entry->file->name.toUtf8();
    entry->record.size = entry->source->size();
    entry->record.dosTime = dosTimeOf(entry->source->modifiedNanoseconds());
    if (m_options.password) {
        const auto salt = crypto::randomBytes(saltSizeOf(Strength::Aes256));
        if (!salt)
            return std::unexpected(salt.error());
        entry->salt = *salt;
        entry->record.isEncrypted = true;
    }
    m_entry = std::move(entry);
    m_offset = 0;
    m_tail.clear();
    return {};
}

// A file that fits into one piece is finished by whoever works on it; of a longer one the header comes first.
void Job::prepareLong(Entry &entry, std::span<const char> sample)
{
    Record &record = entry.record;
    const bool isDeflated = m_options.level > 0 && m_trial.pays(sample);
    const std::uint64_t overhead = record.isEncrypted ? overheadOf(Strength::Aes256) : 0;
    record.method = isDeflated ? 8 : 0;
    // Of what is stored and plain the checksum is known only at the end.
    record.isDescribed = isDeflated || !record.isEncrypted;
    record.isWide = needsWide(record.size + record.size / 1024);
    record.compressedSize = isDeflated ? 0 : record.size + overhead;
    if (record.isEncrypted)
        entry.seal = std::make_unique<Seal>(*m_options.password, entry.salt);
}

Result<void> Job::checkUnchanged() const
{
    if (m_entry->source->isUnchanged())
        return {};
    return base::failure(ErrorCode::Changed, base::toDisplay(m_entry->file->path),
                         tr("The file was changed by another program meanwhile."));
}

Result<Job::Piece> Job::read(std::vector<char> &bytes, std::vector<char> &before)
{
    if (!m_entry) {
        if (const auto opened = open(); !opened)
            return std::unexpected(opened.error());
    }
    const std::uint64_t left = m_entry->record.size - m_offset;
    bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, pieceSize)));
    const auto got = m_entry->source->read(m_offset, bytes);
    if (!got)
        return std::unexpected(got.error());
    if (*got != bytes.size())
        return base::failure(ErrorCode::Changed, base::toDisplay(m_entry->file->path), tr("The file ends too early."));
    Piece piece{m_entry, m_offset, m_offset == 0, bytes.size() == left};
    if (!piece.isWhole()) {
        if (piece.isFirst)
            prepareLong(*m_entry, bytes);
        if (m_entry->record.method != 0) {
            before = m_tail;
            m_tail.assign(bytes.end() - static_cast<std::ptrdiff_t>(std::min(bytes.size(), windowSize)), bytes.end());
        }
    }
    m_offset += bytes.size();
    m_bytesRead += bytes.size();
    if (piece.isLast) {
        if (const auto same = checkUnchanged(); !same)
            return std::unexpected(same.error());
        m_entry->source.reset();
        m_entry.reset();
    }
    return piece;
}

Result<void> Job::begin(Entry &entry)
{
    entry.record.offset = m_to.position();
    if (const auto written = m_to.write(localHeader(entry.record)); !written)
        return written;
    return entry.seal ? m_to.write(entry.seal->opening()) : Result<void>();
}

Result<void> Job::end(Entry &entry)
{
    Record &record = entry.record;
    if (entry.seal) {
        if (const auto written = m_to.write(entry.seal->closing()); !written)
            return written;
    }
    record.compressedSize = entry.written + (record.isEncrypted ? overheadOf(Strength::Aes256) : 0);
    if (record.isDescribed) {
        if (const auto written = m_to.write(descriptor(record)); !written)
            return written;
    }
    m_directory += centralRecord(record);
    m_contents.push_back({entry.file->name, record.size, {}});
    return {};
}

Result<void> Job::finish()
{
    const std::uint64_t offset = m_to.position();
    if (const auto written = m_to.write(m_directory); !written)
        return written;
    return m_to.write(endRecords(m_contents.size(), offset, static_cast<std::uint64_t>(m_directory.size()), m_options.comment));
}

class ZipWorker final : public Worker
{
public:
    explicit ZipWorker(Job &job) : m_job(job), m_deflater(std::max(1, job.options().level)) {}

    Result<More> read() override
    {
        auto piece = m_job.read(m_plain, m_before);
        if (!piece)
            return std::unexpected(piece.error());
        m_piece = std::move(*piece);
        return m_job.isAtEnd() ? More::No : More::Yes;
    }
    void work() override { m_piece.isWhole() ? workOnWhole() : workOnPiece(); }
    Result<void> write() override;

private:
    std::span<char> out() { return m_isPacked ? std::span(m_packed).first(m_packedSize) : std::span(m_plain); }
    void workOnWhole();
    void workOnPiece();
    void pack(std::optional<std::size_t> length);

    Job &m_job;
    Deflater m_deflater;
    Job::Piece m_piece;
    std::vector<char> m_plain;
    std::vector<char> m_before;
    std::vector<char> m_packed;
    std::size_t m_packedSize = 0;
    bool m_isPacked = false;
    bool m_isRight = true;
    std::uint32_t m_crc = 0;
};

void ZipWorker::pack(std::optional<std::size_t> length)
{
    m_isPacked = length.has_value();
    m_packedSize = length.value_or(0);
}

void ZipWorker::workOnWhole()
{
    Entry &entry = *m_piece.entry;
    Record &record = entry.record;
    if (!record.isEncrypted)
        record.crc = libdeflate_crc32(0, m_plain.data(), m_plain.size());
    pack(m_job.options().level > 0 ? m_deflater.whole(m_plain, m_packed) : std::nullopt);
    record.method = m_isPacked ? 8 : 0;
    record.compressedSize = out().size();
    if (!record.isEncrypted)
        return;
    record.compressedSize += overheadOf(Strength::Aes256);
    entry.seal = std::make_unique<Seal>(*m_job.options().password, entry.salt);
    m_isRight = entry.seal->stream.apply(0, out());
    entry.seal->mac.add(out());
}

void ZipWorker::workOnPiece()
{
    Entry &entry = *m_piece.entry;
    if (!entry.seal)
        m_crc = libdeflate_crc32(0, m_plain.data(), m_plain.size());
    if (entry.record.method == 0) {
        m_isPacked = false;
        // Where a stored piece stands is known: it need not wait for its turn.
        if (entry.seal) {
            m_isRight = KeyStream(entry.seal->keys.cipher).apply(m_piece.offset, m_plain);
            entry.addToMac(m_piece.offset, m_plain);
        }
        return;
    }
    pack(m_deflater.piece(m_before, m_plain, m_piece.isLast, m_packed));
    m_isRight = m_isPacked;
}

Result<void> ZipWorker::write()
{
    Entry &entry = *m_piece.entry;
    if (!m_isRight)
        return std::unexpected(refusedByLibrary());
    if (m_piece.isFirst) {
        if (const auto begun = m_job.begin(entry); !begun)
            return begun;
    }
    if (!m_piece.isWhole()) {
        // Where a deflated piece stands is known only now.
        if (entry.seal && entry.record.method != 0) {
            if (!entry.seal->stream.apply(entry.written, out()))
                return std::unexpected(refusedByLibrary());
            entry.seal->mac.add(out());
        }
        entry.record.crc = static_cast<std::uint32_t>(crc32_combine(entry.record.crc, m_crc, static_cast<z_off_t>(m_plain.size())));
    }
    if (const auto written = m_job.put(out()); !written)
        return written;
    entry.written += out().size();
    return m_piece.isLast ? m_job.end(entry) : Result<void>();
}

} // namespace

Result<std::vector<ParcelContent>> writeZip(const std::vector<ParcelFile> &files, platform::Sink &to,
                                            const WriteOptions &options, base::Progress &progress)
{
    std::uint64_t total = 0;
    for (const ParcelFile &file : files) {
        std::error_code unknown;
        const auto size = std::filesystem::file_size(file.path, unknown);
        total += unknown ? 0 : size;
    }
    Job job(files, to, options);
    crypto::age::Pipeline pipeline(progress, [&] { progress.report(job.bytesRead(), std::max(total, job.bytesRead()), job.subject()); });
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency() + 1, 2, mostThreads);
    if (const auto done = pipeline.run([&] { return std::make_unique<ZipWorker>(job); }, threads); !done)
        return std::unexpected(done.error());
    if (const auto finished = job.finish(); !finished)
        return std::unexpected(finished.error());
    return job.takeContents();
}

struct SealedEntrySink::State {
    platform::Sink &to;
    const base::SecretBytes &password;
    Record record;
    std::unique_ptr<Seal> seal;
    std::vector<char> piece;

    // None where the system gives no more threads.
    std::jthread besides()
    {
        try {
            return std::jthread([this] { seal->mac.add(piece); });
        } catch (const std::system_error &) {
            return {};
        }
    }
};

SealedEntrySink::SealedEntrySink(platform::Sink &to, const base::SecretBytes &password, const QString &name, std::uint64_t most)
    : m_state(new State{to, password, {}, {}, {}})
{
    Record &record = m_state->record;
    record.name = name.toUtf8();
    record.isEncrypted = true;
    record.isDescribed = true;
    record.isWide = needsWide(most);
    record.dosTime = dosTimeOf(0); // when the files were made is nobody's business
}

SealedEntrySink::~SealedEntrySink() = default;

Result<void> SealedEntrySink::begin()
{
    const auto salt = crypto::randomBytes(saltSizeOf(Strength::Aes256));
    if (!salt)
        return std::unexpected(salt.error());
    m_state->seal = std::make_unique<Seal>(m_state->password, *salt);
    m_state->record.offset = m_state->to.position();
    return m_state->to.write(localHeader(m_state->record) + m_state->seal->opening());
}

Result<void> SealedEntrySink::write(std::span<const char> bytes)
{
    std::vector<char> &piece = m_state->piece;
    piece.assign(bytes.begin(), bytes.end());
    if (!m_state->seal->stream.apply(m_position, piece))
        return std::unexpected(refusedByLibrary());
    m_position += bytes.size();
    // The MAC takes as long as the writing: of long pieces they go side by side.
    const std::jthread beside = piece.size() >= longPiece ? m_state->besides() : std::jthread();
    if (!beside.joinable())
        m_state->seal->mac.add(piece);
    return m_state->to.write(std::span<const char>(piece));
}

Result<void> SealedEntrySink::finish()
{
    Record &record = m_state->record;
    record.size = m_position;
    record.compressedSize = m_position + overheadOf(Strength::Aes256);
    if (const auto written = m_state->to.write(m_state->seal->closing() + descriptor(record)); !written)
        return written;
    const std::uint64_t offset = m_state->to.position();
    const QByteArray directory = centralRecord(record);
    return m_state->to.write(directory + endRecords(1, offset, static_cast<std::uint64_t>(directory.size())));
}

} // namespace shirushi::sending::zip
