#include "crypto/digest.h"
#include "label/pdf/pdferror.h"
#include "label/pdf/pdfinfo.h"
#include "label/pdf/pdfmark.h"
#include "label/pdf/pdfmetadata.h"
#include "label/pdf/pdfrevision.h"

#include <algorithm>

namespace shirushi::label {

namespace {

constexpr std::uint64_t longestTail = 256;
constexpr std::uint64_t largestRevision = 512ULL << 20;

struct Claim {
    std::uint64_t prefixLength = 0;
    std::uint64_t lineOffset = 0; // of the line that makes it
    QByteArray digest;
};

/// What the last lines of the file say.
base::Result<std::optional<Claim>> claimOf(const platform::FileSource &source)
{
    const std::uint64_t from = source.size() > longestTail ? source.size() - longestTail : 0;
    const auto tail = source.bytes(from, source.size() - from);
    if (!tail)
        return std::unexpected(tail.error());
    const qsizetype at = tail->lastIndexOf("\n%Shirushi 1 ");
    if (at < 0)
        return std::nullopt;
    const QByteArray rest = tail->sliced(at + 1);
    const QList<QByteArray> words = rest.first(rest.indexOf('\n') + 1).trimmed().split(' ');
    bool isNumber = false;
    const std::uint64_t length = words.size() == 4 ? words[2].toULongLong(&isNumber) : 0;
    Claim claim{length, from + static_cast<std::uint64_t>(at) + 1,
                isNumber ? QByteArray::fromHex(words[3]) : QByteArray()};
    const bool possible = isNumber && length > 0 && length < claim.lineOffset &&
                          source.size() - length <= largestRevision &&
                          rest.startsWith(pdfRevisionLine(length, claim.digest));
    if (!possible)
        return std::nullopt;
    return claim;
}

bool equalWithout(PdfDictionary a, PdfDictionary b, const char *key)
{
    a.remove(key);
    b.remove(key);
    return a == b;
}

/// The form of a mark that `object` is, if it can draw nothing beyond a line of text.
std::optional<PdfMark> markIn(const PdfObject &object)
{
    constexpr double highest = 20;
    const auto dictionary = object.isStream ? PdfDictionary::parse(object.value) : std::nullopt;
    if (!dictionary || !dictionary->contains(pdfMarkKey) || dictionary->contains("Matrix"))
        return std::nullopt;
    const auto box = pdfArray(dictionary->value("BBox"));
    if (!box || box->size() != 4 || (*box)[0] != "0" || (*box)[1] != "0")
        return std::nullopt;
    const double width = pdfNumber((*box)[2]).value_or(0);
    const double height = pdfNumber((*box)[3]).value_or(0);
    if (width <= 0 || height <= 0 || height > highest)
        return std::nullopt;
    return PdfMark{object.reference, width, height};
}

class Verifier
{
public:
    Verifier(PdfFile &before, PdfFile &after) : m_before(before), m_after(after) {}

    /// False, or an error where one of the two cannot be read: not a revision of ours. `start` is where it
    /// starts, `line` where the line about it does, both from the header.
    base::Result<bool> isOurs(std::uint64_t start, std::uint64_t line);

private:
    bool isContinued() const;
    base::Result<bool> readObjects(std::uint64_t start, std::uint64_t line);
    base::Result<bool> pagesAreOurs(std::uint64_t start);
    bool restIsOurs() const;

    PdfFile &m_before;
    PdfFile &m_after;
    std::uint32_t m_firstNew = 0;
    PdfMetadata m_metadata;
    std::vector<PdfObject> m_objects; // in the order of the file, without a cross-reference stream
    std::size_t m_rest = 0;           // of m_objects: the first that has nothing to do with marks
};

bool Verifier::isContinued() const
{
    const PdfDictionary &after = m_after.trailer();
    const auto prev = pdfInteger(after.value("Prev"));
    return prev && *prev >= 0 && static_cast<std::uint64_t>(*prev) == m_before.startxref() &&
           m_after.newestSection().isStream == m_before.newestSection().isStream &&
           pdfReference(after.value("Root")) == m_before.catalogReference() &&
           (!m_metadata.infoAt || pdfReference(after.value("Info")) == m_metadata.infoAt);
}

base::Result<bool> Verifier::readObjects(std::uint64_t start, std::uint64_t line)
{
    const PdfSection section = m_after.newestSection();
    std::vector<PdfEntry> entries = section.entries;
    std::sort(entries.begin(), entries.end(),
              [](const PdfEntry &a, const PdfEntry &b) { return a.offset < b.offset; });
    std::uint64_t at = start;
    for (const PdfEntry &entry : entries) {
        if (entry.kind != PdfEntry::Kind::Plain || entry.offset != at)
            return false;
        auto object = m_after.object({entry.number, entry.generation});
        if (!object)
            return std::unexpected(object.error());
        at = object->end + 1;
        if (!section.isStream || entry.offset != section.offset)
            m_objects.push_back(std::move(*object));
    }
    return (section.isStream || section.offset == at) && section.end + 1 == line;
}

base::Result<bool> Verifier::pagesAreOurs(std::uint64_t start)
{
    constexpr std::size_t mostMarkObjects = 16;
    std::optional<PdfMark> mark;
    for (std::size_t i = 0; i < std::min(m_objects.size(), mostMarkObjects) && !mark; ++i) {
        mark = markIn(m_objects[i]);
        if (mark)
            m_rest = i + 1;
    }
    const auto reading = pdfLabelReading(m_metadata, m_before.subject());
    const bool old = reading && saysMarked(*reading);
    PdfRevision again(m_before);
    for (std::size_t i = 0; i < m_rest; ++i) {
        if (m_objects[i].reference != again.reserve())
            return false;
    }
    if (mark || old) {
        const auto pages = revisePages(m_before, again, mark, old);
        if (!pages)
            return std::unexpected(pages.error());
    }
    const QByteArray expected = again.objects();
    const std::uint64_t at = m_rest == 0 ? start : m_objects[m_rest - 1].end + 1;
    const auto written = m_after.input().bytes(at, static_cast<std::uint64_t>(expected.size()));
    if (!written)
        return std::unexpected(written.error());
    while (m_rest < m_objects.size() &&
           m_objects[m_rest].start < at + static_cast<std::uint64_t>(expected.size()))
        ++m_rest;
    return *written == expected;
}

bool Verifier::restIsOurs() const
{
    return m_objects.size() - m_rest <= 3 &&
           std::all_of(m_objects.begin() + static_cast<std::ptrdiff_t>(m_rest), m_objects.end(),
                       [this](const PdfObject &object) {
                           const auto dictionary = PdfDictionary::parse(object.value);
                           if (object.reference.number >= m_firstNew ||
                               object.reference == m_metadata.packetAt)
                               return true;
                           if (!dictionary || object.isStream)
                               return false;
                           if (object.reference == m_before.catalogReference())
                               return equalWithout(*dictionary, m_metadata.catalog, "Metadata");
                           return object.reference == m_metadata.infoAt &&
                                  pdfInfoEqualBesideOurs(*dictionary, m_metadata.info);
                       });
}

base::Result<bool> Verifier::isOurs(std::uint64_t start, std::uint64_t line)
{
    if (const auto loaded = m_before.loadAll(); !loaded)
        return std::unexpected(loaded.error());
    m_firstNew = m_before.firstUnusedNumber();
    auto metadata = pdfMetadataOf(m_before);
    if (!metadata)
        return std::unexpected(metadata.error());
    m_metadata = std::move(*metadata);
    if (!isContinued())
        return false;
    const std::uint64_t firstObject = start + static_cast<std::uint64_t>(qstrlen(pdfRevisionStart));
    const auto read = readObjects(firstObject, line);
    if (!read || !*read)
        return read;
    const auto pages = pagesAreOurs(firstObject);
    if (!pages || !*pages)
        return pages;
    return restIsOurs();
}

/// An error that says what is wrong with the file, and not with the disk.
bool isVerdict(const base::Error &error)
{
    return error.code == base::ErrorCode::Damaged || error.code == base::ErrorCode::Unsupported;
}

base::Result<bool> isOwnRevision(const platform::FileSource &source, const Claim &claim,
                                 QDeadlineTimer deadline)
{
    const auto digest = crypto::sha256(source, claim.prefixLength, claim.lineOffset - claim.prefixLength);
    if (!digest)
        return std::unexpected(digest.error());
    const auto start = source.bytes(claim.prefixLength, qstrlen(pdfRevisionStart));
    if (!start)
        return std::unexpected(start.error());
    if (*digest != claim.digest || *start != pdfRevisionStart)
        return false;
    auto inputBefore = PdfInput::open(source, claim.prefixLength);
    auto inputAfter = PdfInput::open(source, source.size());
    if (!inputBefore || !inputAfter)
        return std::unexpected(inputBefore ? inputAfter.error() : inputBefore.error());
    const std::uint64_t header = inputAfter->headerOffset();
    auto before = PdfFile::open(std::move(*inputBefore), deadline);
    auto after = PdfFile::open(std::move(*inputAfter), deadline);
    if (!before || !after)
        return std::unexpected(before ? after.error() : before.error());
    // Nothing but "startxref", its number and the end may follow the line.
    const QByteArray end = pdfRevisionLine(claim.prefixLength, claim.digest) + "startxref\n" +
                           QByteArray::number(static_cast<qulonglong>(after->startxref())) + "\n%%EOF\n";
    if (source.size() - claim.lineOffset != static_cast<std::uint64_t>(end.size()))
        return false;
    const auto written = source.bytes(claim.lineOffset, static_cast<std::uint64_t>(end.size()));
    if (!written || *written != end)
        return written ? base::Result<bool>(false) : std::unexpected(written.error());
    return Verifier(*before, *after).isOurs(claim.prefixLength - header, claim.lineOffset - header);
}

} // namespace

base::Result<std::optional<std::uint64_t>> ownRevisionStart(const platform::FileSource &source,
                                                            QDeadlineTimer deadline)
{
    const auto claim = claimOf(source);
    if (!claim)
        return std::unexpected(claim.error());
    if (!*claim)
        return std::nullopt;
    const auto isOurs = isOwnRevision(source, **claim, deadline);
    if (!isOurs && !isVerdict(isOurs.error()))
        return std::unexpected(isOurs.error());
    if (!isOurs || !*isOurs)
        return std::nullopt;
    return (*claim)->prefixLength;
}

} // namespace shirushi::label
