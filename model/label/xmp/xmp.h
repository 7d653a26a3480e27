// XMP packets (ISO 16684-1): one room for PDF, images and sidecars. Any thread.
//
// Our namespace is urn:shirushi:label:1.0# (prefix shirushi) with the simple fields Classification (the class
// text), Restrictions, Label (base64url of the signed label's canonical JSON), and Before, the packet that was
// there when a label was first put, byte for byte, as base64. `dc:subject` carries the class text as its first
// item. Everything of others keeps its bytes: our part is inserted and cut out, nothing is written anew.
// Where another program has written the packet anew since, our fields are found in whatever form it gave them,
// and what it changed is kept when they are taken out.
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
    bool keywords = false;       // pdf:Keywords becomes "class text; theirs", for the information dictionary
    qsizetype maximum = 0;       // the packet's greatest size, bytes; 0: none
    std::map<QString, QString> extra; // more simple fields in our namespace; keys are ASCII words
};

/// A packet with `stamp` in it: `existing` (empty: none) with our fields replaced and everything else kept.
/// Beyond `maximum` white space is given up first, then `before`, if taking our part out gives the same bytes
/// back without it; then Unsupported. The errors of readXmp, and Unsupported for UTF-16 and for more than one
/// rdf:RDF.
[[nodiscard]] base::Result<QByteArray> writeXmp(const QByteArray &existing, const Stamp &stamp,
                                                const XmpOptions &options, const QString &subject);

/// `packet` without anything of ours: byte for byte the packet of before where it was kept and nobody has
/// edited the rest since, else our fields taken out (also of dc:subject, pdf:Keywords and
/// pdfaExtension:schemas); empty if nothing is left.
[[nodiscard]] base::Result<QByteArray> withoutOurXmp(const QByteArray &packet, const QString &subject);

/// False if `packet` surely has neither our label nor one that we know: a quick look before reading it.
bool mayCarryLabel(const QByteArray &packet);

} // namespace shirushi::label
