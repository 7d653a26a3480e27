#include "label/pdfrevision.h"

#include "crypto/digest.h"
#include "label/pdferror.h"

#include <algorithm>

namespace shirushi::label {

namespace {

constexpr std::uint64_t largestTableOffset = 9'999'999'999;

/// Runs of consecutive numbers: index of the first, how many.
std::vector<std::pair<std::size_t, std::size_t>> runs(const std::vector<PdfEntry> &entries)
{
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && entries[i].number == entries[i - 1].number + 1)
            ++found.back().second;
        else
            found.emplace_back(i, 1);
    }
    return found;
}

QByteArray number(std::uint64_t value)
{
    return QByteArray::number(static_cast<qulonglong>(value));
}

void appendBigEndian(QByteArray &bytes, std::uint64_t value, int width)
{
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xff);
}

} // namespace

QByteArray pdfStreamBody(PdfDictionary dictionary, const QByteArray &data)
{
    dictionary.set("Length", QByteArray::number(data.size()));
    return dictionary.toBytes() + "\nstream\n" + data + "\nendstream";
}

QByteArray pdfRevisionLine(std::uint64_t prefixLength, const QByteArray &digest)
{
    return "%Shirushi 1 " + number(prefixLength) + ' ' + digest.toHex() + '\n';
}

PdfRevision::PdfRevision(const PdfFile &base)
    : m_base(base), m_start(base.input().size()), m_next(base.firstUnusedNumber()), m_bytes(pdfRevisionStart)
{
}

QByteArray PdfRevision::objects() const
{
    return m_bytes.sliced(static_cast<qsizetype>(qstrlen(pdfRevisionStart)));
}

PdfReference PdfRevision::reserve()
{
    return {m_next++, 0};
}

void PdfRevision::put(PdfReference reference, const QByteArray &body)
{
    m_entries.push_back({reference.number, PdfEntry::Kind::Plain, reference.generation, offset(), 0});
    m_bytes += number(reference.number) + ' ' + number(reference.generation) + " obj\n" + body + "\nendobj\n";
}

PdfReference PdfRevision::add(const QByteArray &body)
{
    const PdfReference reference = reserve();
    put(reference, body);
    return reference;
}

PdfDictionary PdfRevision::trailer(const std::optional<PdfReference> &info) const
{
    PdfDictionary trailer = m_base.trailer();
    for (const char *key : {"Prev", "XRefStm", "Type", "W", "Index", "Length", "Filter", "DecodeParms"})
        trailer.remove(key);
    trailer.set("Size", number(m_next));
    trailer.set("Prev", number(m_base.startxref()));
    if (info)
        trailer.set("Info", toPdfReference(*info));
    // The first half says which document it is, the second which version of it.
    if (const auto id = pdfArray(trailer.value("ID")); id && id->size() == 2)
        trailer.set("ID", '[' + id->front() + ' ' + toPdfHexadecimal(crypto::sha256(m_bytes).first(16)) + ']');
    return trailer;
}

QByteArray PdfRevision::table() const
{
    QByteArray lines("xref\n");
    for (const auto &[first, count] : runs(m_entries)) {
        lines += number(m_entries[first].number) + ' ' + number(count) + '\n';
        for (std::size_t i = first; i < first + count; ++i)
            lines += number(m_entries[i].offset).rightJustified(10, '0') + ' '
                     + number(m_entries[i].generation).rightJustified(5, '0') + " n \n";
    }
    return lines;
}

QByteArray PdfRevision::crossReferenceStream(PdfReference self, PdfDictionary trailer) const
{
    constexpr int offsetWidth = 5;
    QByteArray rows;
    QByteArray index;
    for (const auto &[first, count] : runs(m_entries)) {
        index += number(m_entries[first].number) + ' ' + number(count) + ' ';
        for (std::size_t i = first; i < first + count; ++i) {
            appendBigEndian(rows, 1, 1);
            appendBigEndian(rows, m_entries[i].offset, offsetWidth);
            appendBigEndian(rows, m_entries[i].generation, 2);
        }
    }
    trailer.set("Type", "/XRef");
    trailer.set("W", "[1 5 2]");
    trailer.set("Index", '[' + index.trimmed() + ']');
    return number(self.number) + " 0 obj\n" + pdfStreamBody(trailer, rows) + "\nendobj\n";
}

base::Result<QByteArray> PdfRevision::finished(const std::optional<PdfReference> &info)
{
    const bool asStream = m_base.newestSection().isStream;
    const std::uint64_t section = offset();
    const PdfReference self = asStream ? reserve() : PdfReference();
    if (m_next > mostPdfObjects || section > largestTableOffset)
        return std::unexpected(pdfTooLarge(m_base.subject()));
    const PdfDictionary dictionary = trailer(info);
    if (asStream)
        m_entries.push_back({self.number, PdfEntry::Kind::Plain, 0, section, 0});
    std::sort(m_entries.begin(), m_entries.end(),
              [](const PdfEntry &a, const PdfEntry &b) { return a.number < b.number; });
    if (asStream)
        m_bytes += crossReferenceStream(self, dictionary);
    else
        m_bytes += table() + "trailer\n" + dictionary.toBytes() + '\n';
    m_bytes += pdfRevisionLine(m_start + m_base.input().headerOffset(), crypto::sha256(m_bytes));
    m_bytes += "startxref\n" + number(section) + "\n%%EOF\n";
    return m_bytes;
}

} // namespace shirushi::label
