// OoxmlPackage: an Open Packaging Conventions package (ECMA-376 part 2) as its parts, content types and
// relationships, with changes collected over what the ZIP container holds. Parts are found by relationship
// and told apart by content type, never by their path. Not thread-safe; the reader must outlive it.
#pragma once

#include "label/ooxml/ooxmloutline.h"
#include "label/zip/zip.h"

#include <optional>
#include <set>
#include <vector>

namespace shirushi::label::ooxml {

enum class DocumentKind { Word, Excel, PowerPoint };

struct Relationship {
    QString id;
    QString type;
    std::string target; // entry name of the part, resolved; empty: outside the package
};

/// Kinds of relationships, by the last part of their type; the rest follows the package (Strict or not).
namespace relation {
inline constexpr auto document = u"officeDocument";
inline constexpr auto header = u"header";
inline constexpr auto settings = u"settings";
inline constexpr auto worksheet = u"worksheet";
inline constexpr auto chartsheet = u"chartsheet";
inline constexpr auto dialogsheet = u"dialogsheet";
inline constexpr auto slide = u"slide";
} // namespace relation

inline constexpr auto transitionalTypes =
    u"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
inline constexpr auto strictTypes = u"http://purl.oclc.org/ooxml/officeDocument/relationships/";

/// Relationships that we add have ids with this beginning.
inline constexpr auto ourIdPrefix = u"shirushi";

/// A part that was read, and its elements; the views of the outline point into `xml`.
struct OutlinedPart {
    QByteArray xml;
    Outline outline;
    const Element &root() const { return outline.front(); }
};

class OoxmlPackage
{
public:
    explicit OoxmlPackage(const ZipReader &reader);

    /// Reads the relationships of the package. Damaged: there are none, or not exactly one main document.
    [[nodiscard]] static base::Result<OoxmlPackage> open(const ZipReader &reader);

    const QString &subject() const { return m_subject; }
    const std::vector<Relationship> &rootRelationships() const { return m_root; }
    bool isStrict() const { return m_strict; }
    const std::string &mainPart() const { return m_mainPart; }

    /// What the content types say the main document is; Unsupported if it is none of ours.
    [[nodiscard]] base::Result<DocumentKind> kind() const;

    /// Carries a digital signature (ECMA-376 part 2, 10).
    bool isSigned() const;

    /// Unsupported if an XML part has a document type declaration.
    [[nodiscard]] base::Result<void> refuseDocumentTypes() const;

    bool has(const std::string &part) const;
    /// The name under which the part is in the container (part names do not mind case); empty if it is not.
    std::string actualName(const std::string &part) const;
    [[nodiscard]] base::Result<QByteArray> content(const std::string &part) const;
    /// For parts that are small by nature (relationships, properties): TooLarge beyond 16 MiB.
    [[nodiscard]] base::Result<QByteArray> smallContent(const std::string &part) const;
    /// smallContent() with its elements down to `depth`; outlineOf()'s errors too.
    [[nodiscard]] base::Result<OutlinedPart> outlined(const std::string &part, std::size_t depth) const;
    /// The parts of this package do not fit together.
    base::Error damaged() const;
    /// SHA-256 of each entry as it is with the changes, sorted by name.
    [[nodiscard]] base::Result<std::map<std::string, QByteArray>> digests() const;
    /// From here on content() keeps the digest of what it reads, so that digests() need not read it again.
    void keepDigests() { m_keepDigests = true; }
    void setContent(const std::string &part, QByteArray content);

    /// FOLDER/STEM.xml, or with a number where something has that name.
    std::string freeName(const std::string &folder, const std::string &stem) const;
    [[nodiscard]] base::Result<void> addPart(const std::string &part, const QString &contentType,
                                             QByteArray content);
    /// Takes the parts and their content types out, and the relationships of `owner` (empty: the package) to
    /// them.
    [[nodiscard]] base::Result<void> removeParts(const std::set<std::string> &parts,
                                                 const std::string &owner);

    /// Of a part; empty if it has none. Without `owner`: of the package.
    [[nodiscard]] base::Result<std::vector<Relationship>> relationships(const std::string &owner) const;
    /// Adds one to `target` and returns its id: ourIdPrefix + `stem` + a number if that is taken.
    [[nodiscard]] base::Result<QString> addRelationship(const std::string &owner, const QString &type,
                                                        const std::string &target, const QString &stem);

    /// The full type of `kind` in this package.
    QString typeOf(QStringView kind) const;
    /// True if `type` is `kind`, Strict or not.
    static bool isType(const QString &type, QStringView kind);

    /// What differs from the container.
    const ZipChanges &changes() const { return m_changes; }
    const ZipReader &reader() const { return *m_reader; }

private:
    std::string relationshipsPart(const std::string &owner) const;
    [[nodiscard]] base::Result<QString> contentType(const std::string &part) const;
    [[nodiscard]] base::Result<void> removeContentTypes(const std::set<std::string> &parts);
    [[nodiscard]] base::Result<void> addContentType(const std::string &part, const QString &type);
    [[nodiscard]] base::Result<void> readRoot();
    [[nodiscard]] base::Result<void> removeRelationships(const std::string &owner,
                                                         const std::set<std::string> &targets);
    void leaveOut(const std::string &name);

    const ZipReader *m_reader;
    QString m_subject;
    std::map<std::string, std::string> m_names; // lower case → as it is, where they differ
    ZipChanges m_changes;
    bool m_keepDigests = false;
    mutable std::map<std::string, QByteArray> m_digests; // of entries as they are in the container
    std::vector<Relationship> m_root;
    std::string m_mainPart;
    bool m_strict = false;
};

/// Part names do not mind the case of their Latin letters.
std::string lowerCase(std::string name);

/// True if the content types in `xml` name a main document of one of our kinds; cheap, for telling formats.
bool namesOurKind(const QByteArray &xml);

} // namespace shirushi::label::ooxml
