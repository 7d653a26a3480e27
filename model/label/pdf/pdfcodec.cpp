#include "label/codec.h"

#include "crypto/digest.h"
#include "label/pdf/pdferror.h"
#include "label/pdf/pdfinfo.h"
#include "label/pdf/pdfmark.h"
#include "label/pdf/pdfmetadata.h"
#include "label/pdf/pdfrevision.h"
#include "label/pdf/pdfsafety.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

namespace {

/// A file as it was before our last revision, and what that revision left on the pages.
struct Base {
    std::uint64_t length = 0;
    bool hasRevision = false;
    bool revisionMarked = false;
    QDeadlineTimer deadline;
};

base::Result<PdfFile> openFirst(const platform::FileSource &source, std::uint64_t length,
                                QDeadlineTimer deadline, QByteArray tail = {})
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
    const auto metadata = whole ? pdfMetadataOf(*whole) : std::unexpected(whole.error());
    if (!metadata)
        return std::unexpected(metadata.error());
    const auto reading = pdfLabelReading(*metadata, whole->subject());
    base.revisionMarked = reading && saysMarked(*reading);
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
    Reviser(PdfFile &file, PdfMetadata metadata)
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
    PdfMetadata m_metadata;
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
        written.notices +=
            QCoreApplication::translate("shirushi::label", "%n page(s) are too small for a mark.", nullptr,
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
        options.extra.emplace(QString::fromUtf16(pdfMarkField), QStringLiteral("yes"));
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

struct Revised {
    Written written;
    QByteArray bytes;
};

base::Result<Revised> revisionWith(PdfFile &file, const PdfMetadata &metadata, const Stamp &stamp, bool mark,
                                   bool oldMarks)
{
    Reviser reviser(file, metadata);
    const auto written = reviser.stamp(stamp, mark, oldMarks);
    if (!written)
        return std::unexpected(written.error());
    auto bytes = reviser.bytes();
    if (!bytes)
        return std::unexpected(bytes.error());
    return Revised{*written, std::move(*bytes)};
}

/// What is wrong may lie in pages alone, which only a mark needs.
bool isAboutPages(const base::Error &error)
{
    return error.code == base::ErrorCode::Unsupported || error.code == base::ErrorCode::Damaged;
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
    using Codec::contentHash;
    base::Result<QByteArray> contentHash(const platform::FileSource &source,
                                         crypto::FileDigest &digest) const override;
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
    const auto metadata = pdfMetadataOf(*file);
    if (!metadata)
        return std::unexpected(metadata.error());
    Reading reading;
    reading.foreign = foreignLabelsIn(pdfInfoProperties(metadata->info));
    const auto packet = pdfLabelReading(*metadata, file->subject());
    if (!packet) {
        reading.malformed = true;
        return reading;
    }
    reading.label = packet->label;
    reading.malformed = packet->malformed;
    reading.marked = saysMarked(*packet);
    for (const ForeignLabel &label : packet->foreign) {
        if (std::ranges::find(reading.foreign, label) == reading.foreign.end())
            reading.foreign.push_back(label);
    }
    return reading;
}

base::Result<QByteArray> PdfCodec::contentHash(const platform::FileSource &source, crypto::FileDigest &digest) const
{
    const auto start = ownRevisionStart(source, pdfDeadline());
    if (!start)
        return std::unexpected(start.error());
    const auto first = digest.ofFirst(start->value_or(source.size()));
    if (!first)
        return std::unexpected(first.error());
    return first->toHex();
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
    const auto metadata = pdfMetadataOf(*file);
    if (!metadata)
        return std::unexpected(metadata.error());
    const auto before = pdfLabelReading(*metadata, file->subject());
    if (!before)
        return std::unexpected(before.error());
    const bool oldMarks = saysMarked(*before);
    const bool mark = stamp.mark || base->revisionMarked || oldMarks;
    auto revised = revisionWith(*file, *metadata, stamp, mark, oldMarks);
    if (!revised && mark && !oldMarks && isAboutPages(revised.error())) {
        revised = revisionWith(*file, *metadata, stamp, false, false);
        if (revised)
            revised->written.notices += QCoreApplication::translate(
                "shirushi::label", "The pages of this PDF are built in a way that takes no mark.");
    }
    if (!revised)
        return std::unexpected(revised.error());
    if (const auto done = writeOut(source, *base, revised->bytes, out); !done)
        return std::unexpected(done.error());
    return revised->written;
}

base::Result<Written> PdfCodec::remove(const platform::FileSource &source, platform::Sink &out) const
{
    const auto base = baseOf(source);
    if (!base)
        return std::unexpected(base.error());
    auto file = openFirst(source, base->length, base->deadline);
    const auto metadata =
        file && !file->isEncrypted() ? pdfMetadataOf(*file) : base::Result<PdfMetadata>(PdfMetadata());
    const auto reading = metadata ? pdfLabelReading(*metadata, base::toDisplay(source.path())) : XmpReading();
    const bool hasOurs = reading && (reading->label || reading->malformed || !reading->extra.empty());
    if (!file || !hasOurs) {
        if (const auto copied = out.copy(source, 0, base->length); !copied)
            return std::unexpected(copied.error());
        return Written();
    }
    if (const auto safe = checkMayBeRevised(*file); !safe)
        return std::unexpected(safe.error());
    Reviser reviser(*file, *metadata);
    if (const auto done = reviser.unstamp(saysMarked(*reading)); !done)
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
