#include "label/pdf/pdferror.h"
#include "label/pdf/pdfsafety.h"
#include "label/pdf/qpdfinput.h"

#include <qpdf/QPDF.hh>

namespace shirushi::label {

base::Result<void> checkWithQpdf(const PdfInput &input, QDeadlineTimer deadline)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processInputSource(std::make_shared<QpdfInput>(input, deadline));
        const bool sound = pdf.getRoot().isDictionary() && !pdf.anyWarnings();
        if (sound)
            return {};
    } catch (const std::exception &) {
        // What qpdf says is for programmers; that it says so is enough here.
    }
    return std::unexpected(pdfDamaged(input.subject()));
}

} // namespace shirushi::label
