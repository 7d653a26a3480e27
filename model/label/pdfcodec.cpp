#include "label/codec.h"

#include "crypto/digest.h"
#include "label/pdferror.h"
#include "label/pdfinfo.h"
#include "label/pdfmark.h"
#include "label/pdfrevision.h"
#include "label/pdfsafety.h"
#include "label/xmp.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

namespace {

constexpr std::uint64_t largestPacket = 16ULL << 20;
const QString markField = QStringLiteral("Mark"); // in our part of the XMP: pages have a mark

/// What a file says about itself: the packet and the information dictionary.
struct Metadata {
    PdfDictionary catalog;
    std::optional<PdfReference> packetAt;
    QByteArray packet;
    std::optional<PdfReference> infoAt;
    PdfDictionary info;
};

base::Result<Metadata> metadataOf(PdfFile &file)
{
    Metadata metadata;
    auto catalog = file.catalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    metadata.catalog = std::move(*catalog);
    if (const auto reference = pdfReference(metadata.catalog.value("Metadata"))) {
        const auto object = file.object(*reference);
        if (!object)
            return std::unexpected(object.error());
        if (object->isStream) {
            auto packet = file.streamData(*object, largestPacket);
            if (!packet)
                return std::unexpected(packet.error());
            metadata.packetAt = reference;
            metadata.packet = std::move(*packet);
        }
    }
    const auto info = file.dictionary(file.trailer().value("Info"));
    if (!info)
        return std::unexpected(info.error());
    if (*info)
        metadata.infoAt = pdfReference(file.trailer().value("Info"));
    metadata.info = info->value_or(PdfDictionary());
    if (const QByteArray keywords = metadata.info.value("Keywords"); pdfReference(keywords)) {
        const auto resolved = file.resolved(keywords);
        if (!resolved)
            return std::unexpected(resolved.error());
        metadata.info.set("Keywords", *resolved);
    }
    return metadata;
}

base::Result<XmpReading> readingOf(const Metadata &metadata, const QString &subject)
{
    if (metadata.packet.isEmpty() || !mayCarryLabel(metadata.packet))
        return XmpReading();
    return readXmp(metadata.packet, subject);
}

/// A file as it was before our last revision, and what that revision left on the pages.
struct Base {
    std::uint64_t length = 0;
    bool hasRevision = false;
    bool revisionMarked = false;
    QDeadlineTimer deadline;
};

base::Result<PdfFile> openFirst(const platform::FileSource &source, std::uint64_t length, QDeadlineTimer deadline,
                                QByteArray tail = {})
{
    auto input = PdfInput::open(source, length, std::move(tail));
    if (!input)
        return std::unexpected(input.error());
    return PdfFile::open(std::move(*input), deadline);
}

base::Result<Base> baseOf(const platform::FileSource &source)
{
    Base base{source.size(), false, false, pdfDeadline()};
    const auto start = ownRevisionStart(source, base.deadline);
    if (!start)
        return std::unexpected(start.error());
    if (!*start)
        return base;
    base.length = **start;
    base.hasRevision = true;
    auto whole = openFirst(source, source.size(), base.deadline);
    const auto metadata = whole ? metadataOf(*whole) : std::unexpected(whole.error());
    if (!metadata)
        return std::unexpected(metadata.error());
    const auto reading = readingOf(*metadata, whole->subject());
    base.revisionMarked = reading && reading->extra.contains(markField);
    return base;
}

/// Parts 1 to 3 of PDF/A want foreign schemas described; part 4 does not, and forbids the dictionary.
int pdfaPart(const QByteArray &packet)
{
    if (!packet.contains("http://www.aiim.org/pdfa/ns/id/"))
        return 0;
    for (qsizetype at = packet.indexOf(":part"); at >= 0; at = packet.indexOf(":part", at + 1)) {
        for (qsizetype i = at + 5; i < std::min(at + 12, packet.size()); ++i) {
            if (packet[i] >= '1' && packet[i] <= '9')
                return packet[i] - '0';
        }
    }
    return 1;
}

/// The work of one stamp or removal: builds the revision that is appended to the base.
class Reviser
{
public:
    Reviser(PdfFile &file, Metadata metadata)
        : m_file(file), m_metadata(std::move(metadata)), m_revision(file)
    {
    }

    base::Result<Written> stamp(const Stamp &stamp, bool mark, bool oldMarks);
    base::Result<void> unstamp(bool oldMarks);
    base::Result<QByteArray> bytes() { return m_revision.finished(m_newInfo); }

private:
    base::Result<void> putMarks(const Stamp &stamp, bool oldMarks, Written &written);
    void putPacket(const QByteArray &packet);
    void putInfo(const PdfDictionary &info);

    PdfFile &m_file;
    Metadata m_metadata;
    PdfRevision m_revision;
    std::optional<PdfReference> m_newInfo;
};

void Reviser::putPacket(const QByteArray &packet)
{
    if (packet.isEmpty()) {
        m_metadata.catalog.remove("Metadata");
        m_revision.put(*m_file.catalogReference(), m_metadata.catalog.toBytes());
        return;
    }
    PdfDictionary dictionary;
    dictionary.set("Type", "/Metadata");
    dictionary.set("Subtype", "/XML");
    const PdfReference at = m_metadata.packetAt ? *m_metadata.packetAt : m_revision.reserve();
    m_revision.put(at, pdfStreamBody(dictionary, packet));
    m_metadata.catalog.set("Metadata", toPdfReference(at));
    m_revision.put(*m_file.catalogReference(), m_metadata.catalog.toBytes());
}

void Reviser::putInfo(const PdfDictionary &info)
{
    if (info == m_metadata.info)
        return;
    m_newInfo = m_metadata.infoAt ? *m_metadata.infoAt : m_revision.reserve();
    m_revision.put(*m_newInfo, info.toBytes());
}

base::Result<void> Reviser::putMarks(const Stamp &stamp, bool oldMarks, Written &written)
{
    const auto text = print::embedText(stamp.markText);
    if (!text) {
        written.notices += text.error().message;
        if (!oldMarks)
            return {};
    }
    const auto mark = text ? std::optional(addPdfMark(m_revision, *text)) : std::nullopt;
    const auto pages = revisePages(m_file, m_revision, mark, oldMarks);
    if (!pages)
        return std::unexpected(pages.error());
    written.marked = pages->marked > 0;
    if (pages->without > 0)
        written.notices += QCoreApplication::translate("shirushi::label",
                                                       "%n page(s) are too small for a mark.", nullptr,
                                                       static_cast<int>(std::min<std::size_t>(pages->without, 1 << 30)));
    return {};
}

base::Result<Written> Reviser::stamp(const Stamp &stamp, bool mark, bool oldMarks)
{
    Written written;
    if (mark) {
        if (const auto put = putMarks(stamp, oldMarks, written); !put)
            return std::unexpected(put.error());
    }
    const int part = pdfaPart(m_metadata.packet);
    const PdfDictionary theirs = pdfInfoWithoutOurs(m_metadata.info);
    XmpOptions options;
    options.keepBefore = false;
    options.pdfaExtension = part >= 1 && part <= 3;
    // Where the packet is silent about keywords and the dictionary is not, it stays silent: no contradiction.
    options.keywords = m_metadata.packet.contains("Keywords") || pdfInfoKeywords(theirs).isEmpty();
    if (written.marked)
        options.extra.emplace(markField, QStringLiteral("yes"));
    const auto packet = writeXmp(m_metadata.packet, stamp, options, m_file.subject());
    if (!packet)
        return std::unexpected(packet.error());
    putPacket(*packet);
    if (part < 4)
        putInfo(pdfInfoWithOurs(theirs, stamp));
    return written;
}

base::Result<void> Reviser::unstamp(bool oldMarks)
{
    if (oldMarks) {
        const auto pages = revisePages(m_file, m_revision, std::nullopt, true);
        if (!pages)
            return std::unexpected(pages.error());
    }
    const auto packet = withoutOurXmp(m_metadata.packet, m_file.subject());
    if (!packet)
        return std::unexpected(packet.error());
    putPacket(*packet);
    putInfo(pdfInfoWithoutOurs(m_metadata.info));
    return {};
}

/// The base, then `revision`, once it is certain that they are one sound file.
base::Result<void> writeOut(const platform::FileSource &source, const Base &base, const QByteArray &revision,
                            platform::Sink &out)
{
    const auto input = PdfInput::open(source, base.length, revision);
    if (!input)
        return std::unexpected(input.error());
    if (const auto sound = checkWithQpdf(*input, base.deadline); !sound)
        return sound;
    if (const auto copied = out.copy(source, 0, base.length); !copied)
        return copied;
    return out.write(revision);
}

class PdfCodec final : public Codec
{
public:
    QString name() const override { return QStringLiteral("pdf"); }

    bool recognises(const platform::FileSource &source) const override
    {
        const auto head = source.bytes(0, std::min<std::uint64_t>(source.size(), 1024));
        return head && pdfHeaderIn(*head) >= 0;
    }

    base::Result<Reading> read(const platform::FileSource &source) const override;
    base::Result<QByteArray> contentHash(const platform::FileSource &source) const override;
    base::Result<Written> stamp(const platform::FileSource &source, const Stamp &stamp,
                                platform::Sink &out) const override;
    base::Result<Written> remove(const platform::FileSource &source, platform::Sink &out) const override;
};

base::Result<Reading> PdfCodec::read(const platform::FileSource &source) const
{
    auto file = openFirst(source, source.size(), pdfDeadline());
    if (!file)
        return std::unexpected(file.error());
    // We never write into an encrypted file, and its strings are not to be read.
    if (file->isEncrypted())
        return Reading();
    const auto metadata = metadataOf(*file);
    if (!metadata)
        return std::unexpected(metadata.error());
    Reading reading;
    reading.foreign = foreignLabelsIn(pdfInfoProperties(metadata->info));
    const auto packet = readingOf(*metadata, file->subject());
    if (!packet) {
        reading.malformed = true;
        return reading;
    }
    reading.label = packet->label;
    reading.malformed = packet->malformed;
    reading.marked = packet->extra.contains(markField);
    for (const ForeignLabel &label : packet->foreign) {
        if (std::ranges::find(reading.foreign, label) == reading.foreign.end())
            reading.foreign.push_back(label);
    }
    return reading;
}

base::Result<QByteArray> PdfCodec::contentHash(const platform::FileSource &source) const
{
    const auto start = ownRevisionStart(source, pdfDeadline());
    if (!start)
        return std::unexpected(start.error());
    const auto digest = crypto::sha256(source, 0, start->value_or(source.size()));
    if (!digest)
        return std::unexpected(digest.error());
    return digest->toHex();
}

base::Result<Written> PdfCodec::stamp(const platform::FileSource &source, const Stamp &stamp,
                                      platform::Sink &out) const
{
    const auto base = baseOf(source);
    if (!base)
        return std::unexpected(base.error());
    auto file = openFirst(source, base->length, base->deadline);
    if (!file)
        return std::unexpected(file.error());
    if (file->isEncrypted())
        return std::unexpected(pdfEncrypted(file->subject()));
    if (const auto safe = checkMayBeRevised(*file); !safe)
        return std::unexpected(safe.error());
    auto metadata = metadataOf(*file);
    if (!metadata)
        return std::unexpected(metadata.error());
    const auto before = readingOf(*metadata, file->subject());
    if (!before)
        return std::unexpected(before.error());
    const bool oldMarks = before->extra.contains(markField);
    Reviser reviser(*file, std::move(*metadata));
    auto written = reviser.stamp(stamp, stamp.mark || base->revisionMarked || oldMarks, oldMarks);
    if (!written)
        return written;
    const auto revision = reviser.bytes();
    if (!revision)
        return std::unexpected(revision.error());
    if (const auto done = writeOut(source, *base, *revision, out); !done)
        return std::unexpected(done.error());
    return written;
}

base::Result<Written> PdfCodec::remove(const platform::FileSource &source, platform::Sink &out) const
{
    const auto base = baseOf(source);
    if (!base)
        return std::unexpected(base.error());
    auto file = openFirst(source, base->length, base->deadline);
    const auto metadata = file && !file->isEncrypted() ? metadataOf(*file) : base::Result<Metadata>(Metadata());
    const auto reading = metadata ? readingOf(*metadata, base::toDisplay(source.path())) : XmpReading();
    const bool hasOurs = reading && (reading->label || reading->malformed || !reading->extra.empty());
    if (!file || !hasOurs) {
        if (const auto copied = out.copy(source, 0, base->length); !copied)
            return std::unexpected(copied.error());
        return Written();
    }
    if (const auto safe = checkMayBeRevised(*file); !safe)
        return std::unexpected(safe.error());
    Reviser reviser(*file, *metadata);
    if (const auto done = reviser.unstamp(reading->extra.contains(markField)); !done)
        return std::unexpected(done.error());
    const auto revision = reviser.bytes();
    if (!revision)
        return std::unexpected(revision.error());
    if (const auto done = writeOut(source, *base, *revision, out); !done)
        return std::unexpected(done.error());
    return Written();
}

} // namespace

std::unique_ptr<Codec> makePdfCodec()
{
    return std::make_unique<PdfCodec>();
}

} // namespace shirushi::label
