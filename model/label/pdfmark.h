// The visible mark on the pages of a PDF: one form XObject with the class text in a font of its own, drawn at
// the top right of every page as it is seen. It stands 6 mm from the upper edge and 10 mm from the right one,
// in 9 points and dark grey, and hides nothing. The pages' own content objects stay as they are. One thread.
#pragma once

#include "label/pdfrevision.h"
#include "print/embeddedtext.h"

namespace shirushi::label {

/// The form, and its size in points.
struct PdfMark {
    PdfReference form;
    double width = 0;
    double height = 0;
};

/// Puts the form and its font into `revision`.
PdfMark addPdfMark(PdfRevision &revision, const print::EmbeddedText &text);

struct PdfPagesMarked {
    std::size_t marked = 0;
    std::size_t without = 0; // pages that have no place for it
};

/// Takes marks of ours off the pages of `file` where `old` says that there may be some, and draws `mark`, if
/// given. Pages that change go into `revision`.
[[nodiscard]] base::Result<PdfPagesMarked> revisePages(PdfFile &file, PdfRevision &revision,
                                                       const std::optional<PdfMark> &mark, bool old);

} // namespace shirushi::label
