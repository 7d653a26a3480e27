// OdfPackage: an OpenDocument file as a package (OpenDocument 1.3, part 2): which kind it is, its parts, and
// whether it may be rewritten. Not thread-safe; the FileSource must outlive it.
#pragma once

#include "label/zip.h"

namespace shirushi::label {

enum class OdfKind { Text, Spreadsheet, Presentation, Drawing };

inline constexpr auto odfMetaPart = "meta.xml";
inline constexpr auto odfStylesPart = "styles.xml";
inline constexpr auto odfContentPart = "content.xml";
inline constexpr auto odfManifestPart = "META-INF/manifest.xml";

/// The kind by the media type, of a document or a template; nothing for any other type.
std::optional<OdfKind> odfKindOf(QByteArrayView mediaType);

class OdfPackage
{
public:
    /// The kind by the file's first bytes where `mimetype` stands first as it should, else by its directory.
    static std::optional<OdfKind> recognise(const platform::FileSource &source);

    [[nodiscard]] static base::Result<OdfPackage> open(const platform::FileSource &source);

    /// An error (Encrypted, Signed) if nothing in it may be changed.
    [[nodiscard]] base::Result<void> checkRewritable() const;

    OdfKind kind() const { return m_kind; }
    const ZipReader &zip() const { return m_zip; }
    QString subject() const { return base::toDisplay(m_zip.source().path()); }

    /// The bytes of a part of at most `limit` bytes; nothing if there is no such part.
    [[nodiscard]] base::Result<std::optional<QByteArray>> part(std::string_view name, std::uint64_t limit) const;

private:
    OdfPackage(ZipReader zip, OdfKind kind) : m_zip(std::move(zip)), m_kind(kind) {}

    ZipReader m_zip;
    OdfKind m_kind;
};

} // namespace shirushi::label
