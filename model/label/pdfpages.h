// The pages of a PDF, with what they inherit (ISO 32000-1, 7.7.3). One thread.
#pragma once

#include "label/pdffile.h"

#include <functional>

namespace shirushi::label {

struct PdfPage {
    PdfReference reference;
    PdfDictionary dictionary;
    // Its own or inherited, raw; empty: nowhere given.
    QByteArray resources;
    QByteArray mediaBox;
    QByteArray cropBox;
    QByteArray rotate;
};

/// Every page once, in their order. An error of `visit` ends the walk. Unsupported: a page that is no
/// object of its own, so that it cannot be revised alone.
[[nodiscard]] base::Result<void> forEachPage(PdfFile &file,
                                             const std::function<base::Result<void>(const PdfPage &)> &visit);

} // namespace shirushi::label
