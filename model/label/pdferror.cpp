#include "label/pdferror.h"

#include <QCoreApplication>

namespace shirushi::label {

namespace {

base::Error because(base::ErrorCode code, const QString &subject, const char *sentence)
{
    return {code, subject, QCoreApplication::translate("shirushi::label", sentence), {}};
}

} // namespace

base::Error pdfDamaged(const QString &subject)
{
    return because(base::ErrorCode::Damaged, subject,
                   QT_TRANSLATE_NOOP("shirushi::label", "This PDF is damaged."));
}

base::Error pdfTooLarge(const QString &subject)
{
    return because(base::ErrorCode::TooLarge, subject,
                   QT_TRANSLATE_NOOP("shirushi::label", "This PDF is too large or takes too long to read."));
}

base::Error pdfUnsupported(const QString &subject)
{
    return because(base::ErrorCode::Unsupported, subject,
                   QT_TRANSLATE_NOOP("shirushi::label", "This PDF is built in a way that is not rewritten."));
}

base::Error pdfEncrypted(const QString &subject)
{
    return because(base::ErrorCode::Encrypted, subject,
                   QT_TRANSLATE_NOOP("shirushi::label", "This PDF is encrypted."));
}

base::Error pdfSigned(const QString &subject)
{
    return because(base::ErrorCode::Signed, subject,
                   QT_TRANSLATE_NOOP("shirushi::label", "This PDF carries a digital signature."));
}

} // namespace shirushi::label
