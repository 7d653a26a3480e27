#include "label/image/tiffdirectory.h"
#include "label/image/xmpslot.h"

#include "base/encoding.h"
#include "crypto/digest.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace shirushi::label {

using base::ErrorCode;

namespace {

const QString offsetName = QStringLiteral("TiffOffset");
const QString lengthName = QStringLiteral("TiffLength");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

std::uint64_t evened(std::uint64_t offset)
{
    return offset + (offset & 1);
}

/// A TIFF file and what in it is ours.
struct Opened {
    TiffFile file;
    QByteArray packet; // in the first directory; empty: none
    XmpReading xmp;
    // What was there before we appended: its length and first directory. The whole file where we did not, or
    // where another program has laid it out anew since.
    std::uint64_t length = 0;
    TiffDirectory directory;
    bool isAppended = false;
};

// Are the last bytes of the file a packet and a directory that we appended to `length` bytes whose first
// directory was at `offset`, and is nothing in that directory changed since but the packet? One whose own packet
// cannot be read is none that we have put a label on.
base::Result<void> recogniseAppendix(const platform::FileSource &source, Opened &opened)
{
    const auto field = [&](const QString &name) -> std::optional<std::uint64_t> {
        const auto found = opened.xmp.extra.find(name);
        bool ok = false;
        const auto number = found == opened.xmp.extra.end() ? 0U : found->second.toULongLong(&ok);
        return ok ? std::optional<std::uint64_t>(number) : std::nullopt;
    };
    const auto offset = field(offsetName);
    const auto length = field(lengthName);
    const TiffFile &file = opened.file;
    const TiffEntry *entry = file.first.find(tiffXmpTag);
    if (!offset || !length || !entry || *length >= file.length || file.first.end() != file.length)
        return {};
    const bool isOurs = file.number32(entry->value, 0) == evened(*length)
                        && file.first.offset == evened(evened(*length) + entry->count);
    if (!isOurs)
        return {};
    const auto before = readTiffDirectory(source, file, *offset, *length);
    const auto packet = before ? tiffPacket(source, file, *before) : std::unexpected(before.error());
    if (!packet) {
        const ErrorCode code = packet.error().code;
        return code == ErrorCode::Damaged || code == ErrorCode::Unsupported
                   ? base::Result<void>()
                   : base::Result<void>(std::unexpected(packet.error()));
    }
    if (tiffDirectoryBytes(file, *before, std::nullopt) != tiffDirectoryBytes(file, file.first, std::nullopt))
        return {};
    opened.length = *length;
    opened.directory = *before;
    opened.isAppended = true;
    return {};
}

base::Result<Opened> open(const platform::FileSource &source)
{
    auto file = readTiff(source);
    if (!file)
        return std::unexpected(file.error());
    Opened opened;
    opened.file = std::move(*file);
    opened.length = opened.file.length;
    opened.directory = opened.file.first;
    auto packet = tiffPacket(source, opened.file, opened.file.first);
    if (!packet)
        return std::unexpected(packet.error());
    opened.packet = std::move(*packet);
    if (!mayCarryLabel(opened.packet))
        return opened;
    if (auto reading = readXmp(opened.packet, base::toDisplay(source.path()))) {
        opened.xmp = std::move(*reading);
        if (const auto recognised = recogniseAppendix(source, opened); !recognised)
            return std::unexpected(recognised.error());
    }
    return opened;
}

base::Result<Opened> openToRewrite(const platform::FileSource &source)
{
    auto opened = open(source);
    if (opened && opened->file.refusal)
        return std::unexpected(*opened->file.refusal);
    return opened;
}

class TiffCodec final : public Codec
{
public:
    QString name() const override { return QStringLiteral("tiff"); }

    bool recognises(const platform::FileSource &source) const override
    {
        char start[4] = {};
        const auto got = source.read(0, start);
        const std::string_view bytes(start, 4);
        return got && *got == 4
               && (bytes == std::string_view("II*\0", 4) || bytes == std::string_view("MM\0*", 4)
                   || bytes == std::string_view("II+\0", 4) || bytes == std::string_view("MM\0+", 4));
    }

    base::Result<Reading> read(const platform::FileSource &source) const override
    {
        const auto file = readTiff(source);
        if (!file)
            return std::unexpected(file.error());
        const auto packet = tiffPacket(source, *file, file->first);
        if (!packet)
            return std::unexpected(packet.error());
        return readingOf({*packet}, base::toDisplay(source.path()));
    }

    using Codec::contentHash;
    base::Result<QByteArray> contentHash(const platform::FileSource &source,
                                         crypto::FileDigest &digest) const override;
    base::Result<Written> stamp(const platform::FileSource &source, const Stamp &stamp,
                                platform::Sink &out) const override;
    base::Result<Written> remove(const platform::FileSource &source, platform::Sink &out) const override;
};

// The file as it was before us: its first eight bytes.
base::Result<QByteArray> headerOf(const platform::FileSource &source, const Opened &opened, std::uint32_t directory)
{
    const auto start = source.bytes(0, 4);
    if (!start)
        return start;
    return QByteArray(*start + opened.file.bytes32(directory));
}

base::Result<QByteArray> TiffCodec::contentHash(const platform::FileSource &source, crypto::FileDigest &digest) const
{
    const auto opened = openToRewrite(source);
    if (!opened)
        return std::unexpected(opened.error());
    if (!opened->isAppended && opened->length == source.size()) {
        const auto whole = digest.ofWhole();
        return whole ? base::Result<QByteArray>(base::toHex(*whole)) : whole;
    }
    const auto header = headerOf(source, *opened, opened->directory.offset);
    if (!header)
        return header;
    crypto::Sha256 hash;
    hash.add(*header);
    if (const auto rest = crypto::addTo(hash, source, 8, opened->length - 8); !rest)
        return std::unexpected(rest.error());
    return base::toHex(hash.finish());
}

base::Result<Written> TiffCodec::stamp(const platform::FileSource &source, const Stamp &stamp,
                                       platform::Sink &out) const
{
    const QString subject = base::toDisplay(source.path());
    const auto opened = openToRewrite(source);
    if (!opened)
        return std::unexpected(opened.error());
    XmpOptions options;
    options.extra = {{offsetName, QString::number(opened->directory.offset)},
                     {lengthName, QString::number(opened->length)}};
    const auto packet = writeXmp(opened->packet, stamp, options, subject);
    if (!packet)
        return std::unexpected(packet.error());

    const std::uint64_t place = evened(opened->length);
    const std::uint64_t directory = evened(place + static_cast<std::uint64_t>(packet->size()));
    const std::uint64_t end = directory + 2 + (opened->directory.entries.size() + 1) * 12 + 4;
    if (end > std::numeric_limits<std::uint32_t>::max() || opened->directory.entries.size() >= 0xFFFF) {
        return base::failure(ErrorCode::Unsupported, subject, tr("There is no room for the label in this file."));
    }
    const auto header = headerOf(source, *opened, static_cast<std::uint32_t>(directory));
    if (!header)
        return std::unexpected(header.error());
    QByteArray appendix(static_cast<qsizetype>(place - opened->length), '\0');
    appendix += *packet;
    appendix.resize(static_cast<qsizetype>(directory - opened->length), '\0');
    appendix += tiffDirectoryBytes(opened->file, opened->directory,
                                   std::pair(static_cast<std::uint32_t>(place),
                                             static_cast<std::uint32_t>(packet->size())));
    if (const auto written = out.write(*header); !written)
        return std::unexpected(written.error());
    if (const auto copied = out.copy(source, 8, opened->length - 8); !copied)
        return std::unexpected(copied.error());
    if (const auto written = out.write(appendix); !written)
        return std::unexpected(written.error());
    return withoutMark(stamp);
}

// Puts `pieces` (offset → bytes, none overlapping) over what is there.
base::Result<void> writeOver(const platform::FileSource &source, const std::map<std::uint64_t, QByteArray> &pieces,
                             platform::Sink &out)
{
    std::uint64_t at = 0;
    for (const auto &[offset, bytes] : pieces) {
        if (offset < at)
            return base::failure(ErrorCode::Damaged, base::toDisplay(source.path()), tr("The image is damaged."));
        if (const auto copied = out.copy(source, at, offset - at); !copied)
            return copied;
        if (const auto written = out.write(bytes); !written)
            return written;
        at = offset + static_cast<std::uint64_t>(bytes.size());
    }
    return out.copy(source, at, source.size() - at);
}

// Another program has laid the file out anew since, so there is nothing to cut off: our part is taken out of
// the packet where it lies, and no byte of the rest moves.
base::Result<void> removeInPlace(const platform::FileSource &source, const Opened &opened, QByteArray theirs,
                                 platform::Sink &out)
{
    const TiffFile &file = opened.file;
    const std::uint32_t place = file.number32(file.first.find(tiffXmpTag)->value, 0);
    std::map<std::uint64_t, QByteArray> pieces;
    if (theirs.isEmpty()) {
        if (file.first.entries.size() == 1) {
            return base::failure(ErrorCode::Unsupported, base::toDisplay(source.path()),
                                 tr("The image has a form that is not changed here."));
        }
        QByteArray directory = tiffDirectoryBytes(file, file.first, std::nullopt);
        directory.resize(directory.size() + 12, '\0');
        pieces.emplace(file.first.offset, directory);
    }
    theirs.resize(opened.packet.size(), theirs.isEmpty() ? '\0' : ' ');
    pieces.emplace(place, theirs);
    return writeOver(source, pieces, out);
}

base::Result<Written> TiffCodec::remove(const platform::FileSource &source, platform::Sink &out) const
{
    const QString subject = base::toDisplay(source.path());
    const auto opened = openToRewrite(source);
    if (!opened)
        return std::unexpected(opened.error());
    QByteArray theirs;
    if (!opened->packet.isEmpty()) {
        const auto rest = withoutOurXmp(opened->packet, subject);
        if (!rest)
            return std::unexpected(rest.error());
        theirs = *rest;
    }
    base::Result<void> done;
    if (theirs == opened->packet) {
        done = out.copy(source, 0, source.size());
    } else {
        const auto before = tiffPacket(source, opened->file, opened->directory);
        if (!before)
            return std::unexpected(before.error());
        if (opened->isAppended && *before == theirs) {
            const auto header = headerOf(source, *opened, opened->directory.offset);
            if (!header)
                return std::unexpected(header.error());
            done = out.write(*header);
            if (done)
                done = out.copy(source, 8, opened->length - 8);
        } else {
            done = removeInPlace(source, *opened, theirs, out);
        }
    }
    if (!done)
        return std::unexpected(done.error());
    return Written();
}

} // namespace

std::unique_ptr<Codec> makeTiffCodec()
{
    return std::make_unique<TiffCodec>();
}

} // namespace shirushi::label
