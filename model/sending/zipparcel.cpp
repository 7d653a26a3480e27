// Parcels as ZIP archives. With hidden names the archive that the recipient opens first holds one entry: another
// archive, plain inside, whose directory nobody sees without the password.
#include "sending/parcelparts.h"
#include "sending/zip/zipextraction.h"
#include "sending/zip/zipopenness.h"
#include "sending/zip/zipwriter.h"

#include <QCoreApplication>

namespace shirushi::sending {

using base::Result;

namespace {

constexpr std::uint64_t mostOverheadOfEntry = 1024; // of headers and names

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

class ZipMaker final : public ParcelMaker
{
public:
    Result<std::vector<ParcelContent>> write(const std::vector<ParcelFile> &files, const QString &parcelName, const ParcelSecret &secret,
                                             const ParcelOptions &options, platform::Sink &to, base::Progress &progress) const override;
    Result<void> read(const platform::FileSource &parcel, const QString &parcelName, const ParcelSecret &secret, const UnpackLimits &limits,
                      ContentTaker &taker, base::Progress &progress) const override;
    Result<QStringList> showing(const platform::FileSource &parcel) const override;
};

Result<std::vector<ParcelContent>> ZipMaker::write(const std::vector<ParcelFile> &files, const QString &, const ParcelSecret &secret,
                                                   const ParcelOptions &options, platform::Sink &to, base::Progress &progress) const
{
    if (!options.hidesNames)
        return zip::writeZip(files, to, {&secret.password, options.compression}, progress);
    std::uint64_t most = 0;
    for (const ParcelFile &file : files) {
        std::error_code unknown;
        const auto size = std::filesystem::file_size(file.path, unknown);
        most += (unknown ? 0 : size) + mostOverheadOfEntry + 3 * static_cast<std::uint64_t>(file.name.size());
    }
    zip::SealedEntrySink sealed(to, secret.password, neutralName(), most + most / 1024);
    if (const auto begun = sealed.begin(); !begun)
        return std::unexpected(begun.error());
    auto contents = zip::writeZip(files, sealed, {nullptr, options.compression}, progress);
    if (!contents)
        return contents;
    if (const auto finished = sealed.finish(); !finished)
        return std::unexpected(finished.error());
    return contents;
}

// An archive as we make it when names are hidden; what others made stays what it is.
bool hidesNames(const zip::Directory &directory)
{
    const zip::Item &first = directory.items.front();
    return directory.items.size() == 1 && first.isEncrypted && first.method == 0 && first.name == neutralName();
}

Result<void> ZipMaker::read(const platform::FileSource &parcel, const QString &, const ParcelSecret &secret, const UnpackLimits &limits,
                            ContentTaker &taker, base::Progress &progress) const
{
    FileContent archive(parcel);
    const auto directory = zip::readDirectory(archive, limits);
    if (!directory)
        return std::unexpected(directory.error());
    if (!directory->isEncrypted() && !secret.password.isEmpty())
        taker.note(tr("This parcel is not encrypted, and its password was not needed: anybody on the way could have read or changed it."));
    if (!hidesNames(*directory) || secret.password.isEmpty())
        return zip::extractAll(archive, *directory, secret.password, taker, progress);
    const auto inside = zip::EntryContent::open(archive, directory->items.front(), secret.password, progress);
    if (!inside)
        return std::unexpected(inside.error());
    // The password has proven it: as if each of its entries were encrypted.
    UnpackLimits proven = limits;
    proven.ratio = ~std::uint64_t(0);
    const auto inner = zip::readDirectory(**inside, proven);
    if (!inner)
        return std::unexpected(inner.error());
    return zip::extractAll(**inside, *inner, {}, taker, progress);
}

Result<QStringList> ZipMaker::showing(const platform::FileSource &parcel) const
{
    FileContent archive(parcel);
    const auto directory = zip::readDirectory(archive, {.entries = ~std::size_t(0), .total = ~std::uint64_t(0), .ratio = ~std::uint64_t(0), .room = ~std::uint64_t(0)});
    if (!directory)
        return std::unexpected(directory.error());
    QStringList names;
    // A checksum of the plain content, say, would tell whoever guesses the content that the guess is right.
    const auto right = zip::showsNamesAlone(archive, *directory);
    if (!right)
        return std::unexpected(right.error());
    if (!*right)
        return std::unexpected(liesOpen(archive.subject()));
    for (const zip::Item &item : directory->items)
        names += item.name;
    return hidesNames(*directory) ? QStringList() : names;
}

} // namespace

QString neutralName()
{
    return QStringLiteral("contents.zip");
}

const ParcelMaker &zipMaker()
{
    static const ZipMaker maker;
    return maker;
}

} // namespace shirushi::sending
