// The ways in which a PDF is not rewritten, each with its sentence. Pure functions, any thread.
#pragma once

#include "base/error.h"

namespace shirushi::label {

/// Damaged, TooLarge, Unsupported, Encrypted or Signed, in words.
base::Error pdfError(base::ErrorCode code, const QString &subject);

inline base::Error pdfDamaged(const QString &subject) { return pdfError(base::ErrorCode::Damaged, subject); }
inline base::Error pdfTooLarge(const QString &subject) { return pdfError(base::ErrorCode::TooLarge, subject); }
inline base::Error pdfUnsupported(const QString &subject) { return pdfError(base::ErrorCode::Unsupported, subject); }
inline base::Error pdfEncrypted(const QString &subject) { return pdfError(base::ErrorCode::Encrypted, subject); }
inline base::Error pdfSigned(const QString &subject) { return pdfError(base::ErrorCode::Signed, subject); }

} // namespace shirushi::label
