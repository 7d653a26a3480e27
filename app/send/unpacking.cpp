#include "send/unpacking.h"

#include "platform/filesource.h"
#include "sending/parcelpassword.h"

#include <algorithm>

namespace shirushi::send {

namespace {

constexpr std::uint64_t largestKey = 64 * 1024;
constexpr int madeLength = 17; // characters of a made password without its hyphens

base::Result<QByteArray> contentOf(const base::Path &file)
{
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    return source->bytes(0, std::min(source->size(), largestKey));
}

} // namespace

base::Path folderBeside(const base::Path &parcel)
{
    return parcel.parent_path() / parcel.stem();
}

bool looksMistyped(const QString &typed)
{
    const auto letters = std::count_if(typed.begin(), typed.end(), [](QChar one) { return one.isLetterOrNumber(); });
    return letters == madeLength && !sending::madePasswordFrom(typed);
}

base::Result<sending::Received> unpack(SendDesk &desk, const Unpacking &unpacking, sending::ParcelSecret &secret, base::Progress &progress)
{
    if (!unpacking.certificate.empty()) {
        auto certificate = contentOf(unpacking.certificate);
        if (!certificate)
            return std::unexpected(certificate.error());
        secret.ownCertificate = std::move(*certificate);
    }
    if (!unpacking.key.empty()) {
        auto key = contentOf(unpacking.key);
        if (!key)
            return std::unexpected(key.error());
        secret.ownKey = base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(key->constData()),
                                                    static_cast<std::size_t>(key->size())));
        base::wipe(key->data(), static_cast<std::size_t>(key->size()));
    }
    std::error_code problem;
    const bool isNew = std::filesystem::create_directories(unpacking.folder, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(unpacking.folder)));
    auto received = desk.receive(unpacking.parcel, secret, unpacking.folder, progress);
    if (!received && isNew)
        std::filesystem::remove(unpacking.folder, problem); // only where it is empty
    return received;
}

} // namespace shirushi::send
