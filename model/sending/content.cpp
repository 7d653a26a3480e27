#include "sending/content.h"

#include <QCoreApplication>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

} // namespace

base::Result<QByteArray> Content::bytes(std::uint64_t offset, std::uint64_t length)
{
    if (offset > size() || length > size() - offset || length > (1ULL << 30))
        return std::unexpected(damagedParcel(subject()));
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    const auto got = read(offset, {bytes.data(), static_cast<std::size_t>(length)});
    if (!got)
        return std::unexpected(got.error());
    if (*got != length)
        return std::unexpected(damagedParcel(subject()));
    return bytes;
}

base::Error damagedParcel(const QString &subject)
{
    return {ErrorCode::Damaged, subject, tr("The parcel is damaged, or not of the form that it says."), {}};
}

base::Error wrongPassword(const QString &subject)
{
    return {ErrorCode::WrongPassword, subject, tr("The password or key does not open this parcel, or the parcel was changed."), {}};
}

base::Error parcelTooLarge(const QString &subject)
{
    return {ErrorCode::TooLarge, subject, tr("The parcel holds more than may be unpacked safely."), {}};
}

base::Error noRoomFor(const QString &subject, std::uint64_t needed, std::uint64_t room)
{
    constexpr std::uint64_t megabyte = 1'000'000;
    return {base::ErrorCode::TooLarge, subject,
            QCoreApplication::translate("shirushi::sending", "The files in this parcel take %1 MB, and there is room for %2 MB. Please choose another place or make room.")
                .arg((needed + megabyte - 1) / megabyte)
                .arg(room / megabyte),
            {}};
}

base::Error liesOpen(const QString &subject)
{
    return {ErrorCode::Internal, subject,
            tr("The parcel was looked through as a check, and something of the content lay open in it. It was thrown away."), {}};
}

} // namespace shirushi::sending
