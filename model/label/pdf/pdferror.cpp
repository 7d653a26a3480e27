#include "label/pdf/pdferror.h"

#include <QCoreApplication>

namespace shirushi::label {

namespace {

using base::ErrorCode;

QString sentenceFor(ErrorCode code)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("shirushi::label", text); };
    switch (code) {
    case ErrorCode::TooLarge:
        return tr(QT_TRANSLATE_NOOP("shirushi::label", "This PDF is too large or takes too long to read."));
    case ErrorCode::Unsupported:
        return tr(QT_TRANSLATE_NOOP("shirushi::label", "This PDF is built in a way that is not rewritten."));
    case ErrorCode::Encrypted:
        return tr(QT_TRANSLATE_NOOP("shirushi::label", "This PDF is encrypted."));
    case ErrorCode::Signed:
        return tr(QT_TRANSLATE_NOOP("shirushi::label", "This PDF carries a digital signature."));
    default:
        return tr(QT_TRANSLATE_NOOP("shirushi::label", "This PDF is damaged."));
    }
}

} // namespace

base::Error pdfError(ErrorCode code, const QString &subject)
{
    return {code, subject, sentenceFor(code), {}};
}

} // namespace shirushi::label
