#include "label/sidecar.h"

#include "base/canonicaljson.h"
#include "platform/attributes.h"

namespace shirushi::label {

using base::ErrorCode;

namespace {

constexpr const char *ending = ".xmp";
constexpr std::uint64_t longestSidecar = 32 << 20;

bool isThere(const base::Path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

base::Path documentOf(const base::Path &sidecar)
{
    return base::Path(sidecar).replace_extension();
}

// The sidecar's file and its bytes; nothing if there is none.
struct Beside {
    platform::FileSource source;
    QByteArray packet;
};

base::Result<std::optional<Beside>> openSidecar(const base::Path &document)
{
    auto source = platform::FileSource::open(sidecarPath(document));
    // Nor can one be there whose name would be too long.
    if (!source && (source.error().code == ErrorCode::NotFound || source.error().code == ErrorCode::NameTooLong))
        return std::nullopt;
    if (!source)
        return std::unexpected(source.error());
    auto packet = source->all(longestSidecar);
    if (!packet)
        return std::unexpected(packet.error());
    return Beside{std::move(*source), std::move(*packet)};
}

} // namespace

base::Path sidecarPath(const base::Path &document)
{
    return base::withAppended(document, ending);
}

bool liesBesideItsDocument(const base::Path &path)
{
    return path.extension() == ending && isThere(documentOf(path));
}

bool isOurSidecar(const base::Path &path)
{
    if (!liesBesideItsDocument(path))
        return false;
    const auto reading = readSidecar(documentOf(path));
    return reading && reading->label;
}

base::Result<Reading> readSidecar(const base::Path &document)
{
    const auto beside = openSidecar(document);
    if (!beside)
        return std::unexpected(beside.error());
    Reading reading;
    if (!*beside || !mayCarryLabel((*beside)->packet))
        return reading;
    auto found = readXmp((*beside)->packet, base::toDisplay(sidecarPath(document)));
    if (!found)
        return std::unexpected(found.error());
    reading.label = std::move(found->label);
    reading.malformed = found->malformed;
    reading.foreign = std::move(found->foreign);
    return reading;
}

std::optional<Label> readLabelAttribute(const base::Path &document)
{
    const auto value = platform::readAttribute(document, labelAttribute);
    if (!value)
        return std::nullopt;
    const QString subject = base::toDisplay(document);
    const auto json = base::parseJsonObject(*value, subject);
    if (!json)
        return std::nullopt;
    const auto label = labelFromJson(*json, subject);
    return label ? std::optional(*label) : std::nullopt;
}

base::Result<platform::Replacement> prepareSidecar(const platform::FileSource &document, const Stamp &stamp)
{
    const base::Path path = sidecarPath(document.path());
    const auto beside = openSidecar(document.path());
    if (!beside)
        return std::unexpected(beside.error());
    const auto packet =
        writeXmp(*beside ? (*beside)->packet : QByteArray(), stamp, XmpOptions{}, base::toDisplay(path));
    if (!packet)
        return std::unexpected(packet.error());
    auto replacement = *beside ? platform::Replacement::of((*beside)->source)
                               : platform::Replacement::create(path, &document);
    if (!replacement)
        return std::unexpected(replacement.error());
    if (const auto written = replacement->write(*packet); !written)
        return std::unexpected(written.error());
    // What it takes over from the sidecar that is replaced is read while that file is still open here.
    if (const auto prepared = replacement->prepare(); !prepared)
        return std::unexpected(prepared.error());
    return replacement;
}

base::Result<void> removeSidecar(const base::Path &document)
{
    const base::Path path = sidecarPath(document);
    const auto beside = openSidecar(document);
    if (!beside && beside.error().code == ErrorCode::TooLarge)
        return {}; // nothing of ours was ever added to one of that size
    if (!beside)
        return std::unexpected(beside.error());
    if (!*beside || !mayCarryLabel((*beside)->packet))
        return {};
    const auto theirs = withoutOurXmp((*beside)->packet, base::toDisplay(path));
    if (!theirs)
        return std::unexpected(theirs.error());
    if (theirs->isEmpty())
        return platform::removeFile(path);
    if (*theirs == (*beside)->packet)
        return {};
    auto replacement = platform::Replacement::of((*beside)->source);
    if (!replacement)
        return std::unexpected(replacement.error());
    if (const auto written = replacement->write(*theirs); !written)
        return written;
    return replacement->commit();
}

bool writeLabelAttribute(const base::Path &document, const Label &label)
{
    return platform::writeAttribute(document, labelAttribute, base::canonicalJson(toJson(label)));
}

void removeLabelAttribute(const base::Path &document)
{
    platform::removeAttribute(document, labelAttribute);
}

} // namespace shirushi::label
