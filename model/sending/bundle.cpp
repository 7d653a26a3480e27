#include "sending/bundle.h"

#include "crypto/digest.h"
#include "sending/conduit.h"
#include "sending/parcelnames.h"
#include "sending/zip/zipdirectory.h"
#include "sending/zip/zipextraction.h"
#include "sending/zip/zipwriter.h"

#include <QCoreApplication>

#include <thread>

namespace shirushi::sending {

using base::ErrorCode;
using base::Result;

namespace {

constexpr char mark[] = "Shirushi parcel 1";
constexpr std::size_t pieceSize = 1 << 20;
constexpr qsizetype endRecordSize = 22;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

// Reads one file, and knows whether that was all of it.
class Counted final : public platform::Source
{
public:
    explicit Counted(const platform::FileSource &file) : m_file(file), m_sequence(file) {}
    Result<std::size_t> read(std::span<char> into) override
    {
        const auto got = m_sequence.read(into);
        m_read += got.value_or(0);
        return got;
    }
    std::optional<std::uint64_t> size() const override { return m_file.size(); }
    QString subject() const override { return m_sequence.subject(); }
    bool isWhole() const { return m_read == m_file.size(); }

private:
    const platform::FileSource &m_file;
    platform::FileSequence m_sequence;
    std::uint64_t m_read = 0;
};

// Counts nothing and cancels with the other: the consumer counts what it reads.
class Silent final : public base::Progress
{
public:
    explicit Silent(const base::Progress &other) : m_other(other) {}
    void report(std::uint64_t, std::uint64_t, const QString &) override {}
    bool cancelled() const override { return m_other.cancelled(); }

private:
    const base::Progress &m_other;
};

Result<std::vector<ParcelContent>> streamOne(const ParcelFile &file, base::Progress &progress,
                                             const std::function<Result<void>(platform::Source &, base::Progress &)> &consume)
{
    const auto source = platform::FileSource::open(file.path);
    if (!source)
        return std::unexpected(source.error());
    Counted counted(*source);
    if (const auto done = consume(counted, progress); !done)
        return std::unexpected(done.error());
    const auto again = platform::FileSource::open(file.path);
    if (!counted.isWhole() || !again || again->identity() != source->identity())
        return base::failure(ErrorCode::Changed, base::toDisplay(file.path), tr("The file was changed by another program meanwhile."));
    return std::vector<ParcelContent>{{file.name, source->size(), {}}};
}

} // namespace

bool goesAsItIs(const std::vector<ParcelFile> &files, const QString &parcelName, const QString &ending)
{
    return files.size() == 1 && !files.front().bytes && files.front().name + ending == parcelName;
}

Result<std::vector<ParcelContent>> streamFiles(const std::vector<ParcelFile> &files, bool asItIs, base::Progress &progress,
                                               const std::function<Result<void>(platform::Source &, base::Progress &)> &consume)
{
    if (asItIs)
        return streamOne(files.front(), progress, consume);
    Conduit conduit;
    Result<std::vector<ParcelContent>> contents;
    Result<void> consumed;
    {
        // The archive is written beside: its reader is this thread, to which the progress belongs.
        Silent silent(progress);
        const std::jthread writer([&] {
            contents = zip::writeZip(files, conduit, {nullptr, 0, mark}, silent);
            conduit.close(contents ? std::nullopt : std::optional(contents.error()));
        });
        consumed = consume(conduit, progress);
        conduit.abandon();
    }
    if (!consumed)
        return std::unexpected(consumed.error());
    return contents;
}

bool isBundle(Content &content)
{
    const qsizetype length = endRecordSize + static_cast<qsizetype>(sizeof mark) - 1;
    if (content.size() < static_cast<std::uint64_t>(length))
        return false;
    const auto end = content.bytes(content.size() - static_cast<std::uint64_t>(length), static_cast<std::uint64_t>(length));
    return end && end->startsWith("PK\5\6") && end->endsWith(mark);
}

Result<void> unbundle(Content &content, const UnpackLimits &limits, ContentTaker &taker, base::Progress &progress)
{
    const auto directory = zip::readDirectory(content, limits);
    if (!directory)
        return std::unexpected(directory.error());
    return zip::extractAll(content, *directory, {}, taker, progress);
}

Result<QString> nameOfSingle(const QString &parcelName, const QString &ending)
{
    QString name = parcelName;
    if (name.endsWith(ending, Qt::CaseInsensitive) && name.size() > ending.size())
        name.chop(ending.size());
    else
        name += QStringLiteral(".out");
    return harmlessName(name, parcelName);
}

Result<void> handOver(Content &content, const QString &name, const UnpackLimits &limits, ContentTaker &taker, base::Progress &progress)
{
    if (content.size() > limits.total)
        return std::unexpected(parcelTooLarge(content.subject()));
    if (content.size() > limits.room)
        return std::unexpected(noRoomFor(content.subject(), content.size(), limits.room));
    if (const auto begun = taker.begin(name, content.size()); !begun)
        return begun;
    crypto::Sha256 hash;
    std::vector<char> piece(pieceSize);
    for (std::uint64_t at = 0; at < content.size();) {
        const auto got = content.read(at, piece);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return std::unexpected(damagedParcel(content.subject()));
        if (progress.cancelled())
            return base::failure(ErrorCode::Cancelled, content.subject(), tr("The work was stopped."));
        const auto bytes = std::span<const char>(piece).first(*got);
        if (taker.wantsDigests())
            hash.add(bytes);
        if (const auto taken = taker.take(bytes); !taken)
            return taken;
        at += *got;
        progress.report(at, content.size(), name);
    }
    return taker.end(hash.finish());
}

} // namespace shirushi::sending
