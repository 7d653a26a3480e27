#include "label/pdfmetadata.h"

namespace shirushi::label {

namespace {

constexpr std::uint64_t largestPacket = 16ULL << 20;

base::Result<void> takePacket(PdfFile &file, PdfMetadata &metadata)
{
    const auto reference = pdfReference(metadata.catalog.value("Metadata"));
    if (!reference)
        return {};
    const auto object = file.object(*reference);
    if (!object)
        return std::unexpected(object.error());
    if (!object->isStream)
        return {};
    auto packet = file.streamData(*object, largestPacket);
    if (!packet)
        return std::unexpected(packet.error());
    metadata.packetAt = reference;
    metadata.packet = std::move(*packet);
    return {};
}

base::Result<void> takeInfo(PdfFile &file, PdfMetadata &metadata)
{
    const QByteArray raw = file.trailer().value("Info");
    const auto info = file.dictionary(raw);
    if (!info)
        return std::unexpected(info.error());
    if (!*info)
        return {};
    metadata.infoAt = pdfReference(raw);
    metadata.info = **info;
    if (const QByteArray keywords = metadata.info.value("Keywords"); pdfReference(keywords)) {
        const auto resolved = file.resolved(keywords);
        if (!resolved)
            return std::unexpected(resolved.error());
        metadata.info.set("Keywords", *resolved);
    }
    return {};
}

} // namespace

base::Result<PdfMetadata> pdfMetadataOf(PdfFile &file)
{
    PdfMetadata metadata;
    auto catalog = file.catalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    metadata.catalog = std::move(*catalog);
    if (const auto packet = takePacket(file, metadata); !packet)
        return std::unexpected(packet.error());
    if (const auto info = takeInfo(file, metadata); !info)
        return std::unexpected(info.error());
    return metadata;
}

base::Result<XmpReading> pdfLabelReading(const PdfMetadata &metadata, const QString &subject)
{
    if (metadata.packet.isEmpty() || !mayCarryLabel(metadata.packet))
        return XmpReading();
    return readXmp(metadata.packet, subject);
}

bool saysMarked(const XmpReading &reading)
{
    return reading.extra.contains(QString::fromUtf16(pdfMarkField));
}

} // namespace shirushi::label
