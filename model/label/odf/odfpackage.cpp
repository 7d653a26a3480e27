#include "label/odf/odfpackage.h"

#include "label/zip/zipformat.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::uint64_t longestManifest = 32ULL << 20;
constexpr std::uint64_t longestMediaType = 256;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

bool isSignature(std::string_view name)
{
    return name.starts_with("META-INF/") && name.find("signatures") != std::string_view::npos;
}

} // namespace

std::optional<OdfKind> odfKindOf(QByteArrayView mediaType)
{
    static constexpr QByteArrayView family("application/vnd.oasis.opendocument.");
    static constexpr QByteArrayView templateEnding("-template");
    mediaType = mediaType.trimmed();
    if (!mediaType.startsWith(family))
        return std::nullopt;
    mediaType = mediaType.sliced(family.size());
    if (mediaType.endsWith(templateEnding))
        mediaType.chop(templateEnding.size());
    if (mediaType == "text")
        return OdfKind::Text;
    if (mediaType == "spreadsheet")
        return OdfKind::Spreadsheet;
    if (mediaType == "presentation")
        return OdfKind::Presentation;
    return mediaType == "graphics" ? std::optional(OdfKind::Drawing) : std::nullopt;
}

std::optional<OdfKind> OdfPackage::recognise(const platform::FileSource &source)
{
    static constexpr QByteArrayView first("mimetype");
    std::array<char, 160> buffer = {};
    const auto got = source.read(0, buffer);
    if (!got || *got < zip::localSize)
        return std::nullopt;
    const QByteArray start(buffer.data(), static_cast<qsizetype>(*got));
    if (zip::field32(start, 0) != zip::localSignature)
        return std::nullopt;
    const qsizetype size = zip::field32(start, 22);
    const qsizetype at = zip::localSize + zip::field16(start, 26) + zip::field16(start, 28);
    if (start.sliced(zip::localSize).startsWith(first) && zip::field16(start, 26) == first.size()
        && zip::field16(start, 8) == zip::stored && size > 0 && at + size <= start.size())
        return odfKindOf(QByteArrayView(start).sliced(at, size));
    const auto package = open(source);
    return package ? std::optional(package->kind()) : std::nullopt;
}

Result<OdfPackage> OdfPackage::open(const platform::FileSource &source)
{
    auto zip = ZipReader::open(source);
    if (!zip)
        return std::unexpected(zip.error());
    const ZipEntry *entry = zip->find("mimetype");
    if (entry && entry->size <= longestMediaType) {
        const auto mediaType = zip->content(*entry);
        if (!mediaType)
            return std::unexpected(mediaType.error());
        if (const auto kind = odfKindOf(*mediaType))
            return OdfPackage(*std::move(zip), *kind);
    }
    return base::failure(ErrorCode::Unsupported, base::toDisplay(source.path()),
                         tr("The file is written in a form that Shirushi does not change."));
}

Result<void> OdfPackage::checkRewritable() const
{
    for (const ZipEntry &entry : m_zip.entries()) {
        if (isSignature(entry.name))
            return base::failure(ErrorCode::Signed, subject(), tr("The file has a digital signature."));
    }
    const auto manifest = part(odfManifestPart, longestManifest);
    if (!manifest)
        return std::unexpected(manifest.error());
    if (!*manifest)
        return std::unexpected(zip::damaged(m_zip.source()));
    if ((*manifest)->contains("encryption-data") || m_zip.find("encrypted-package"))
        return base::failure(ErrorCode::Encrypted, subject(), tr("The file is encrypted."));
    return {};
}

Result<std::optional<QByteArray>> OdfPackage::part(std::string_view name, std::uint64_t limit) const
{
    const ZipEntry *entry = m_zip.find(name);
    if (!entry)
        return std::optional<QByteArray>();
    if (entry->size > limit)
        return std::unexpected(zip::tooLarge(m_zip.source()));
    auto content = m_zip.content(*entry);
    if (!content)
        return std::unexpected(content.error());
    return std::optional(*std::move(content));
}

} // namespace shirushi::label
