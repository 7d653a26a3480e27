// The ways in which a PDF is not rewritten, each with its sentence. Pure functions, any thread.
#pragma once

#include "base/error.h"

namespace shirushi::label {

base::Error pdfDamaged(const QString &subject);
base::Error pdfTooLarge(const QString &subject);
base::Error pdfUnsupported(const QString &subject);
base::Error pdfEncrypted(const QString &subject);
base::Error pdfSigned(const QString &subject);

} // namespace shirushi::label
