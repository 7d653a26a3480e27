// Whether a revision may be appended to a PDF. One thread.
#pragma once

#include "label/pdffile.h"

namespace shirushi::label {

/// Encrypted; Signed: a signature field with a value, a byte range, or usage rights; Damaged: a cross-reference
/// that does not lead to its objects. Reads all sections of `file`.
[[nodiscard]] base::Result<void> checkMayBeRevised(PdfFile &file);

/// Opens `input` with qpdf, recovery off. Damaged: it fails or warns.
[[nodiscard]] base::Result<void> checkWithQpdf(const PdfInput &input, QDeadlineTimer deadline);

} // namespace shirushi::label
