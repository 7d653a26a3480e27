// What a label says in a PDF's document information dictionary (ISO 32000-1, 14.3.3), for people and for
// programs that know no XMP: the class text first among the keywords, and 情報資産の分類 and 取扱制限 as
// properties of their own, which viewers show among the custom ones. Pure functions, any thread.
#pragma once

#include "label/codec.h"
#include "label/pdfsyntax.h"
#include "label/properties.h"

namespace shirushi::label {

/// `info` with ours in it; `info` must not have any yet. Its keywords, if any, must be no reference.
PdfDictionary pdfInfoWithOurs(PdfDictionary info, const Stamp &stamp);
/// `info` as it was: the keywords that were there come back.
PdfDictionary pdfInfoWithoutOurs(PdfDictionary info);
/// True if they differ in nothing but what we write.
bool pdfInfoEqualBesideOurs(const PdfDictionary &a, const PdfDictionary &b);
/// All keywords as they stand there.
QString pdfInfoKeywords(const PdfDictionary &info);
/// Every entry that is a text.
Properties pdfInfoProperties(const PdfDictionary &info);

} // namespace shirushi::label
