// XMP packets (ISO 16684-1): one room for PDF, images and sidecars. Any thread.
//
// Our namespace is urn:shirushi:label:1.0# (prefix shirushi): classification, restrictions,
// label (base64url of the signed label's canonical JSON), and `before`, the packet that was there when a
// label was first put, byte for byte, as base64. `dc:subject` also carries the class text.
#pragma once

#include "label/codec.h"

namespace shirushi::label {

struct XmpReading {
    std::optional<Label> label;
    bool malformed = false;
    QString classText;
    std::vector<ForeignLabel> foreign;
    bool hasBefore = false;
    QByteArray before; // the packet that was there first (hasBefore), to be given back on removal
    std::map<QString, QString> extra; // other simple fields of our namespace, e.g. tiffOffset
};

/// Damaged if it is not well-formed UTF-8 XML, has a document type declaration, or no rdf:RDF.
[[nodiscard]] base::Result<XmpReading> readXmp(const QByteArray &packet, const QString &subject);

struct XmpOptions {
    bool keepBefore = true;      // carry the packet that was there in `before` (images, sidecars)
    bool pdfaExtension = false;  // describe our namespace as PDF/A asks (pdfaExtension:schemas)
    int padding = 0;             // bytes of white space before the trailer
    std::map<QString, QString> extra; // more simple fields in our namespace
};

/// A packet with `stamp` in it: `existing` (empty: none) with our fields replaced and everything else kept.
[[nodiscard]] base::Result<QByteArray> writeXmp(const QByteArray &existing, const Stamp &stamp,
                                                const XmpOptions &options, const QString &subject);

/// `packet` without anything of ours: the packet of before where it was kept, else our fields taken out;
/// empty if nothing is left.
[[nodiscard]] base::Result<QByteArray> withoutOurXmp(const QByteArray &packet, const QString &subject);

} // namespace shirushi::label
