// The codec of Office Open XML. Taking everything of ours out comes first in everything it writes, and the
// content hash is the hash of what that leaves: so it cannot depend on what we put in.
#include "label/codec.h"

#include "crypto/digest.h"
#include "label/ooxml/ooxmlmarks.h"
#include "label/ooxml/ooxmlproperties.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::ErrorCode;
using base::Result;
using platform::FileSource;

namespace {

using namespace ooxml;

constexpr const char *typesPart = "[Content_Types].xml";

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

Result<bool> removeMarks(OoxmlPackage &package, DocumentKind kind, const PropertyReading &reading)
{
    QStringList former;
    if (!reading.markText.isEmpty()) {
        former << reading.markText << reading.classText;
        former.removeAll(QString());
    }
    switch (kind) {
    case DocumentKind::Word:
        return removeWordMarks(package, former);
    case DocumentKind::Excel:
        return removeExcelMarks(package, former);
    default:
        return removePowerPointMarks(package);
    }
}

Result<MarksAdded> addMarks(OoxmlPackage &package, DocumentKind kind, const QString &text)
{
    switch (kind) {
    case DocumentKind::Word:
        return addWordMarks(package, text);
    case DocumentKind::Excel:
        return addExcelMarks(package, text);
    default:
        return addPowerPointMarks(package, text);
    }
}

// Takes everything of ours out of the package; true if a visible mark was there.
Result<bool> strip(OoxmlPackage &package, DocumentKind kind)
{
    const auto reading = readProperties(package);
    if (!reading)
        return std::unexpected(reading.error());
    const auto marked = removeMarks(package, kind, *reading);
    if (!marked)
        return marked;
    if (auto removed = removeProperties(package, *reading); !removed)
        return std::unexpected(removed.error());
    return marked;
}

// A package that may be written anew, and what it is.
struct Opened {
    OoxmlPackage package;
    DocumentKind kind;
};

Result<Opened> openForWriting(const ZipReader &reader)
{
    auto package = OoxmlPackage::open(reader);
    if (!package)
        return std::unexpected(package.error());
    if (package->isSigned()) {
        return base::failure(ErrorCode::Signed, package->subject(),
                             tr("The file has a digital signature, which a change would break."));
    }
    const auto kind = package->kind();
    if (!kind)
        return std::unexpected(kind.error());
    if (auto fine = package->refuseDocumentTypes(); !fine)
        return std::unexpected(fine.error());
    return Opened{*std::move(package), *kind};
}

class OoxmlCodec final : public Codec
{
public:
    QString name() const override { return QStringLiteral("ooxml"); }
    bool recognises(const FileSource &source) const override;
    std::unique_ptr<Document> document(const FileSource &source) const override;
    Result<Reading> read(const FileSource &source) const override;
    using Codec::contentHash;
    Result<QByteArray> contentHash(const FileSource &source, crypto::FileDigest &digest) const override;
    Result<Written> stamp(const FileSource &source, const Stamp &stamp, platform::Sink &out) const override;
    Result<Written> remove(const FileSource &source, platform::Sink &out) const override;
};

// A damaged archive is ours if it names the part that every Office file has: it is then refused with the
// reason.
bool looksDamagedButOurs(const FileSource &source)
{
    constexpr std::uint64_t looked = 65536;
    const std::uint64_t length = std::min(source.size(), looked);
    const auto beginning = source.bytes(0, length);
    const auto end = source.bytes(source.size() - length, length);
    return beginning && end && (beginning->contains(typesPart) || end->contains(typesPart));
}

// Is this archive one of ours? Where it cannot be opened: does it look like one?
bool isOurs(const Result<ZipReader> &reader, const FileSource &source)
{
    if (!reader)
        return looksDamagedButOurs(source);
    const ZipEntry *types = reader->find(typesPart);
    if (!types)
        return false;
    const auto xml = reader->content(*types);
    // UTF-16 is allowed there and not read by us: taken, to be refused with the reason.
    return !xml || namesOurKind(*xml) || xml->startsWith("\xff\xfe") || xml->startsWith("\xfe\xff");
}

bool isArchive(const FileSource &source)
{
    constexpr std::uint64_t magicLength = 4;
    const auto magic = source.bytes(0, std::min(source.size(), magicLength));
    return magic && *magic == QByteArray("PK\x03\x04", 4);
}

Result<Reading> readingOf(const OoxmlPackage &package)
{
    auto found = readProperties(package);
    if (!found)
        return std::unexpected(found.error());
    Reading reading;
    reading.foreign = std::move(found->foreign);
    reading.marked = !found->markText.isEmpty();
    auto label = labelIn(found->properties, package.subject());
    if (label)
        reading.label = *std::move(label);
    else
        reading.malformed = true;
    return reading;
}

// Takes the package apart: what is left of it is what is hashed.
Result<QByteArray> contentHashOf(OoxmlPackage package)
{
    const auto kind = package.kind();
    if (!kind)
        return std::unexpected(kind.error());
    package.keepDigests();
    if (auto stripped = strip(package, *kind); !stripped)
        return std::unexpected(stripped.error());
    const auto digests = package.digests();
    if (!digests)
        return std::unexpected(digests.error());
    crypto::Sha256 hash;
    for (const auto &[name, digest] : *digests) {
        // The zero byte ends the name, which has none in it.
        hash.add(std::span(name.c_str(), name.size() + 1));
        hash.add(digest);
    }
    return hash.finish().toHex();
}

class OoxmlDocument final : public Document
{
public:
    explicit OoxmlDocument(Result<ZipReader> reader)
        : m_reader(std::move(reader)),
          m_package(m_reader ? OoxmlPackage::open(*m_reader) : std::unexpected(m_reader.error()))
    {
    }

    Result<Reading> read() override
    {
        return m_package ? readingOf(*m_package) : std::unexpected(m_package.error());
    }

    Result<QByteArray> contentHash(crypto::FileDigest &) override
    {
        return m_package ? contentHashOf(*m_package) : std::unexpected(m_package.error());
    }

private:
    Result<ZipReader> m_reader;
    Result<OoxmlPackage> m_package; // points to the reader
};

bool OoxmlCodec::recognises(const FileSource &source) const
{
    return isArchive(source) && isOurs(ZipReader::open(source), source);
}

std::unique_ptr<Document> OoxmlCodec::document(const FileSource &source) const
{
    if (!isArchive(source))
        return nullptr;
    auto reader = ZipReader::open(source);
    return isOurs(reader, source) ? std::make_unique<OoxmlDocument>(std::move(reader)) : nullptr;
}

Result<Reading> OoxmlCodec::read(const FileSource &source) const
{
    return OoxmlDocument(ZipReader::open(source)).read();
}

Result<QByteArray> OoxmlCodec::contentHash(const FileSource &source, crypto::FileDigest &digest) const
{
    return OoxmlDocument(ZipReader::open(source)).contentHash(digest);
}

Result<Written> OoxmlCodec::stamp(const FileSource &source, const Stamp &stamp, platform::Sink &out) const
{
    const auto reader = ZipReader::open(source);
    if (!reader)
        return std::unexpected(reader.error());
    auto opened = openForWriting(*reader);
    if (!opened)
        return std::unexpected(opened.error());
    OoxmlPackage &package = opened->package;
    const auto marked = strip(package, opened->kind);
    if (!marked)
        return std::unexpected(marked.error());
    Written written;
    if ((stamp.mark || *marked) && !stamp.markText.isEmpty()) {
        auto added = addMarks(package, opened->kind, stamp.markText);
        if (!added)
            return std::unexpected(added.error());
        written.marked = added->placed > 0;
        written.notices = std::move(added->notices);
    }
    if (auto added = addProperties(package, stamp, written.marked ? stamp.markText : QString()); !added)
        return std::unexpected(added.error());
    if (auto done = rewriteZip(*reader, package.changes(), out); !done)
        return std::unexpected(done.error());
    return written;
}

Result<Written> OoxmlCodec::remove(const FileSource &source, platform::Sink &out) const
{
    const auto reader = ZipReader::open(source);
    if (!reader)
        return std::unexpected(reader.error());
    auto opened = openForWriting(*reader);
    if (!opened)
        return std::unexpected(opened.error());
    if (auto stripped = strip(opened->package, opened->kind); !stripped)
        return std::unexpected(stripped.error());
    if (auto done = rewriteZip(*reader, opened->package.changes(), out); !done)
        return std::unexpected(done.error());
    return Written();
}

} // namespace

std::unique_ptr<Codec> makeOoxmlCodec()
{
    return std::make_unique<OoxmlCodec>();
}

} // namespace shirushi::label
