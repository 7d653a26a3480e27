// How our fields are put into an XMP packet and taken out again by cutting and inserting bytes, so that
// everything of others stays as it is written. Taking out is the exact inverse of putting in, but for the few
// forms that putting in must rewrite (an attribute that becomes a list, a self-closing element). Any thread.
#pragma once

#include "label/xmp/xmpdocument.h"

namespace shirushi::label {

/// What is put in: simple fields of our namespace in their order, and what stands beside them.
struct XmpInsertion {
    std::vector<std::pair<QString, QString>> fields;
    QString classText;          // becomes the first item of dc:subject
    bool keywords = false;      // "classText; theirs" in pdf:Keywords
    bool pdfaExtension = false; // our schema in pdfaExtension:schemas
};

/// A packet of ours alone.
QByteArray newPacket(const XmpInsertion &insertion);

/// `document`, which has nothing of ours, with `insertion` in it. Unsupported where it has
/// pdfaExtension:schemas in another form than a list.
[[nodiscard]] base::Result<QByteArray> putIn(const XmpDocument &document, const XmpInsertion &insertion,
                                             const QString &subject);

/// `document` without anything of ours; empty if then nothing is in it.
QByteArray takeOut(const XmpDocument &document);

/// With one line break for white space before the trailer; a packet without a trailer stays.
QByteArray leastPadding(const XmpDocument &document);

} // namespace shirushi::label
