#include "label/codec.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "label/odf/odfmark.h"
#include "label/odf/odfmeta.h"
#include "label/zip/zipformat.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::ErrorCode;
using base::Result;
using platform::FileSource;
using platform::Sink;

namespace {

constexpr std::uint64_t longestMeta = 16ULL << 20;
constexpr std::uint64_t longestPart = 256ULL << 20; // of those that carry a mark

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

// The parts that may carry something of ours, as they would be without it.
struct Stripped {
    std::optional<QByteArray> meta; // none: the package has none, or only the one we made
    std::optional<QByteArray> markPart;
    bool hadMark = false;
    ZipChanges changes; // the parts that differ from what is in the file
};

Result<void> stripMeta(const OdfPackage &package, Stripped &stripped, std::optional<QString> &markText)
{
    const auto text = package.part(odfMetaPart, longestMeta);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return {};
    const auto meta = readOdfMeta(**text, package.subject());
    if (!meta)
        return std::unexpected(meta.error());
    markText = meta->markText;
    const auto without = withoutOurMeta(**text, package.subject());
    if (!without)
        return std::unexpected(without.error());
    if (*without != emptyOdfMeta()) {
        stripped.meta = *without;
        if (*without != **text)
            stripped.changes[odfMetaPart] = *without;
    } else {
        const auto manifest = package.part(odfManifestPart, longestMeta);
        if (!manifest)
            return std::unexpected(manifest.error());
        stripped.changes[odfMetaPart] = std::nullopt;
        if (*manifest)
            stripped.changes[odfManifestPart] = withoutMetaInManifest(**manifest);
    }
    return {};
}

Result<Stripped> strip(const OdfPackage &package)
{
    Stripped stripped;
    std::optional<QString> markText;
    if (const auto meta = stripMeta(package, stripped, markText); !meta)
        return std::unexpected(meta.error());
    const char *name = odfMarkPart(package.kind());
    auto part = package.part(name, longestPart);
    if (!part)
        return std::unexpected(part.error());
    if (!*part)
        return stripped;
    auto without = withoutMark(**part, package.kind(), markText, package.subject());
    if (!without)
        return std::unexpected(without.error());
    stripped.hadMark = without->found;
    if (without->text != **part)
        stripped.changes[name] = without->text;
    stripped.markPart = std::move(without->text);
    return stripped;
}

// The mark into its part, as far as there is a place for it.
Result<Written> addMark(const OdfPackage &package, const QString &mark, Stripped &stripped)
{
    Written written;
    if (stripped.markPart) {
        const bool inHeaders = package.kind() == OdfKind::Text || package.kind() == OdfKind::Spreadsheet;
        std::optional<QByteArray> styles;
        if (!inHeaders) {
            const auto part = package.part(odfStylesPart, longestPart);
            if (!part)
                return std::unexpected(part.error());
            styles = *part;
        }
        auto marked = inHeaders
                          ? withHeaderMark(*stripped.markPart, package.kind(), mark, package.subject())
                          : withSlideMark(*stripped.markPart, styles.value_or(QByteArray()), mark, package.subject());
        if (!marked)
            return std::unexpected(marked.error());
        written.marked = marked->marked;
        written.notices = marked->notices;
        if (marked->marked)
            stripped.changes[odfMarkPart(package.kind())] = std::move(marked->text);
    }
    if (!written.marked && written.notices.isEmpty())
        written.notices += tr("There is no place for a mark in this file.");
    return written;
}

Result<void> addMeta(const OdfPackage &package, const Stamp &stamp, bool marked, Stripped &stripped)
{
    if (!stripped.meta && !stripped.changes.contains(odfManifestPart)) {
        const auto manifest = package.part(odfManifestPart, longestMeta);
        if (!manifest)
            return std::unexpected(manifest.error());
        const auto with = withMetaInManifest(manifest->value_or(QByteArray()), package.subject());
        if (!with)
            return std::unexpected(with.error());
        stripped.changes[odfManifestPart] = *with;
    } else if (!stripped.meta) {
        stripped.changes.erase(odfManifestPart); // the line we wrote stays
    }
    Properties properties = propertiesOf(stamp);
    if (marked)
        properties.emplace_back(QString::fromUtf16(markProperty), stamp.markText);
    const QString keyword = properties.front().second;
    auto meta = withOurMeta(stripped.meta.value_or(emptyOdfMeta()), properties, keyword, package.subject());
    if (!meta)
        return std::unexpected(meta.error());
    stripped.changes[odfMetaPart] = *std::move(meta);
    return {};
}

Result<OdfPackage> openToRewrite(const FileSource &source)
{
    auto package = OdfPackage::open(source);
    if (!package)
        return package;
    if (const auto checked = package->checkRewritable(); !checked)
        return std::unexpected(checked.error());
    return package;
}

Result<Reading> readingOf(const OdfPackage &package)
{
    const auto text = package.part(odfMetaPart, longestMeta);
    if (!text)
        return std::unexpected(text.error());
    Reading reading;
    if (!*text)
        return reading;
    const auto meta = readOdfMeta(**text, package.subject());
    if (!meta) {
        const auto locked = package.checkRewritable(); // an encrypted meta.xml is no XML
        const bool encrypted = !locked && locked.error().code == ErrorCode::Encrypted;
        return std::unexpected(encrypted ? locked.error() : meta.error());
    }
    auto label = labelIn(meta->properties, package.subject());
    if (label)
        reading.label = *std::move(label);
    else
        reading.malformed = true;
    reading.foreign = foreignLabelsIn(meta->properties);
    // As meta.xml tells: looking for it in a large content.xml would make reading many files slow.
    reading.marked = meta->markText.has_value();
    return reading;
}

Result<QByteArray> contentHashOf(const OdfPackage &package)
{
    if (const auto rewritable = package.checkRewritable(); !rewritable)
        return std::unexpected(rewritable.error());
    const auto stripped = strip(package);
    if (!stripped)
        return std::unexpected(stripped.error());
    std::map<std::string_view, QByteArray> digests;
    for (const ZipEntry &entry : package.zip().entries()) {
        const auto change = stripped->changes.find(entry.name);
        if (change != stripped->changes.end()) {
            if (change->second)
                digests[entry.name] = crypto::sha256(*change->second);
            continue;
        }
        auto digest = package.zip().sha256(entry);
        if (!digest)
            return std::unexpected(digest.error());
        digests[entry.name] = *std::move(digest);
    }
    crypto::Sha256 hash;
    for (const auto &[entry, digest] : digests) { // a name holds no zero byte, so each line reads one way
        hash.add(std::span(entry.data(), entry.size()));
        hash.add(QByteArray(1, '\0'));
        hash.add(digest);
    }
    return base::toHex(hash.finish());
}

class OdfDocument final : public Document
{
public:
    explicit OdfDocument(Result<OdfPackage> package) : m_package(std::move(package)) {}

    Result<Reading> read() override
    {
        return m_package ? readingOf(*m_package) : std::unexpected(m_package.error());
    }

    Result<QByteArray> contentHash(crypto::FileDigest &) override
    {
        return m_package ? contentHashOf(*m_package) : std::unexpected(m_package.error());
    }

private:
    Result<OdfPackage> m_package;
};

class OdfCodec final : public Codec
{
public:
    QString name() const override { return QStringLiteral("odf"); }

    bool recognises(const FileSource &source) const override { return OdfPackage::recognise(source).has_value(); }

    std::unique_ptr<Document> document(const FileSource &source) const override
    {
        return recognises(source) ? std::make_unique<OdfDocument>(OdfPackage::open(source)) : nullptr;
    }

    Result<Reading> read(const FileSource &source) const override
    {
        return OdfDocument(OdfPackage::open(source)).read();
    }

    using Codec::contentHash;
    Result<QByteArray> contentHash(const FileSource &source, crypto::FileDigest &digest) const override
    {
        return OdfDocument(OdfPackage::open(source)).contentHash(digest);
    }

    Result<Written> stamp(const FileSource &source, const Stamp &stamp, Sink &out) const override
    {
        const auto package = openToRewrite(source);
        if (!package)
            return std::unexpected(package.error());
        auto stripped = strip(*package);
        if (!stripped)
            return std::unexpected(stripped.error());
        Written written;
        if (stamp.mark || stripped->hadMark) {
            auto marking = addMark(*package, stamp.markText, *stripped);
            if (!marking)
                return marking;
            written = *std::move(marking);
        }
        if (const auto meta = addMeta(*package, stamp, written.marked, *stripped); !meta)
            return std::unexpected(meta.error());
        if (const auto done = rewriteZip(package->zip(), stripped->changes, out); !done)
            return std::unexpected(done.error());
        return written;
    }

    Result<Written> remove(const FileSource &source, Sink &out) const override
    {
        const auto package = openToRewrite(source);
        if (!package)
            return std::unexpected(package.error());
        const auto stripped = strip(*package);
        if (!stripped)
            return std::unexpected(stripped.error());
        if (const auto done = rewriteZip(package->zip(), stripped->changes, out); !done)
            return std::unexpected(done.error());
        return Written{};
    }
};

} // namespace

std::unique_ptr<Codec> makeOdfCodec()
{
    return std::make_unique<OdfCodec>();
}

} // namespace shirushi::label
