#include "crypto/age/failure.h"

#include <QCoreApplication>

namespace shirushi::crypto::age {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::crypto", text);
}

} // namespace

std::unexpected<Error> fail(Failure kind, const QString &subject)
{
    if (kind == Failure::Armor || kind == Failure::Header) {
        return std::unexpected(Error({base::ErrorCode::Damaged, subject,
                                      tr("This is not an age file, or it was damaged on the way."), {}}, kind));
    }
    return std::unexpected(Error({base::ErrorCode::WrongPassword, subject,
                                  tr("The key or the password does not fit, or the file was changed."), {}}, kind));
}

std::unexpected<Error> failTooCostly(const QString &subject)
{
    return std::unexpected(Error({base::ErrorCode::TooLarge, subject,
                                  tr("This file's password asks for more computing than is allowed."), {}},
                                 Failure::Header));
}

std::unexpected<Error> failRefused()
{
    return std::unexpected(
        Error({base::ErrorCode::Internal, {}, tr("The cryptographic library refused."), {}}));
}

} // namespace shirushi::crypto::age
