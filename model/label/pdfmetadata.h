// What a PDF says about itself: the catalog's XMP packet and the document information dictionary. One thread.
#pragma once

#include "label/pdffile.h"
#include "label/xmp.h"

namespace shirushi::label {

/// In our part of the packet: the pages have a mark of ours.
inline constexpr auto pdfMarkField = u"Mark";

struct PdfMetadata {
    PdfDictionary catalog;
    std::optional<PdfReference> packetAt; // nothing: there is none
    QByteArray packet;
    std::optional<PdfReference> infoAt; // nothing: there is none, or it is no object of its own
    PdfDictionary info;
};

/// Damaged, TooLarge (a packet over 16 MiB), Unsupported (one packed in a way we do not read).
[[nodiscard]] base::Result<PdfMetadata> pdfMetadataOf(PdfFile &file);

/// What the packet says of labels; an empty reading where there is no packet. The errors of readXmp.
[[nodiscard]] base::Result<XmpReading> pdfLabelReading(const PdfMetadata &metadata, const QString &subject);

bool saysMarked(const XmpReading &reading);

} // namespace shirushi::label
