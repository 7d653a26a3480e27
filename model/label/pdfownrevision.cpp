#include "crypto/digest.h"
#include "label/pdferror.h"
#include "label/pdfinfo.h"
#include "label/pdfrevision.h"

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
    const bool possible = isNumber && length > 0 && length < claim.lineOffset
                          && source.size() - length <= largestRevision
                          && rest.startsWith(pdfRevisionLine(length, claim.digest));
    if (!possible)
        return std::nullopt;
    return claim;
}

/// The last object number but for those the revision brings: Root, Metadata, Info may be changed, pages too.
class Verifier
{
public:
    Verifier(PdfFile &before, PdfFile &after) : m_before(before), m_after(after) {}

    /// False, or Damaged where one of the two cannot be read: not a revision of ours.
    base::Result<bool> isOurs(std::uint64_t start, std::uint64_t line);

private:
    base::Result<bool> isAllowed(const PdfObject &object);
    base::Result<bool> isContinued() const;

    PdfFile &m_before;
    PdfFile &m_after;
    std::uint32_t m_firstNew = 0;
    std::optional<PdfReference> m_metadata;
    std::optional<PdfReference> m_info;
};

bool equalWithout(PdfDictionary a, PdfDictionary b, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        a.remove(key);
        b.remove(key);
    }
    return a == b;
}

base::Result<bool> Verifier::isContinued() const
{
    const PdfDictionary &before = m_before.trailer();
    const PdfDictionary &after = m_after.trailer();
    const auto prev = pdfInteger(after.value("Prev"));
    return prev && *prev >= 0 && static_cast<std::uint64_t>(*prev) == m_before.startxref()
           && m_after.newestSection().isStream == m_before.newestSection().isStream
           && after.value("Root") == before.value("Root")
           && (!before.contains("Info") || !pdfReference(before.value("Info"))
               || after.value("Info") == before.value("Info"));
}

base::Result<bool> Verifier::isAllowed(const PdfObject &object)
{
    if (object.reference.number >= m_firstNew || object.reference == m_metadata)
        return true;
    const auto old = m_before.object(object.reference);
    if (!old)
        return std::unexpected(old.error());
    const auto before = PdfDictionary::parse(old->value);
    const auto after = PdfDictionary::parse(object.value);
    if (!before || !after || old->isStream || object.isStream)
        return false;
    if (object.reference == m_before.catalogReference())
        return equalWithout(*before, *after, {"Metadata"});
    if (object.reference == m_info)
        return pdfInfoEqualBesideOurs(*before, *after);
    return pdfName(before->value("Type")) == "Page" && equalWithout(*before, *after, {"Contents", "Resources"});
}

base::Result<bool> Verifier::isOurs(std::uint64_t start, std::uint64_t line)
{
    const auto continued = isContinued();
    if (!continued || !*continued)
        return continued;
    if (const auto loaded = m_before.loadAll(); !loaded)
        return std::unexpected(loaded.error());
    m_firstNew = m_before.firstUnusedNumber();
    m_info = pdfReference(m_before.trailer().value("Info"));
    const auto catalog = m_before.catalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    m_metadata = pdfReference(catalog->value("Metadata"));

    const PdfSection section = m_after.newestSection();
    std::vector<PdfEntry> entries = section.entries;
    std::sort(entries.begin(), entries.end(),
              [](const PdfEntry &a, const PdfEntry &b) { return a.offset < b.offset; });
    std::uint64_t at = start + static_cast<std::uint64_t>(qstrlen(pdfRevisionStart));
    for (const PdfEntry &entry : entries) {
        const bool isSection = section.isStream && entry.offset == section.offset;
        if (entry.kind != PdfEntry::Kind::Plain || entry.offset != at)
            return false;
        const auto object = m_after.object({entry.number, entry.generation});
        if (!object)
            return std::unexpected(object.error());
        const auto allowed = isSection ? base::Result<bool>(entry.number >= m_firstNew) : isAllowed(*object);
        if (!allowed || !*allowed)
            return allowed;
        at = object->end + 1;
    }
    const bool tableFollows = section.isStream || section.offset == at;
    return tableFollows && section.end + 1 == line;
}

/// An error that says what is wrong with the file, and not with the disk.
bool isVerdict(const base::Error &error)
{
    return error.code == base::ErrorCode::Damaged || error.code == base::ErrorCode::Unsupported;
}

base::Result<bool> isOwnRevision(const platform::FileSource &source, const Claim &claim, QDeadlineTimer deadline)
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
    const QByteArray end = pdfRevisionLine(claim.prefixLength, claim.digest) + "startxref\n"
                           + QByteArray::number(static_cast<qulonglong>(after->startxref())) + "\n%%EOF\n";
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
