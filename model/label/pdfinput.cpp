#include "label/pdfinput.h"

#include "label/pdferror.h"

#include <algorithm>

namespace shirushi::label {

qsizetype pdfHeaderIn(const QByteArray &head)
{
    const qsizetype at = head.first(std::min<qsizetype>(head.size(), 1024)).indexOf("%PDF-");
    // An archive may hold a PDF in its first bytes and is none.
    return at > 0 && head.startsWith("PK\x03\x04") ? -1 : at;
}

base::Result<PdfInput> PdfInput::open(const platform::FileSource &source, std::uint64_t length, QByteArray tail)
{
    const auto head = source.bytes(0, std::min<std::uint64_t>(length, 1024));
    if (!head)
        return std::unexpected(head.error());
    const qsizetype header = pdfHeaderIn(*head);
    PdfInput input;
    input.m_source = &source;
    if (header < 0)
        return std::unexpected(pdfDamaged(input.subject()));
    input.m_length = length;
    input.m_header = static_cast<std::uint64_t>(header);
    input.m_tail = std::move(tail);
    return input;
}

base::Result<QByteArray> PdfInput::bytes(std::uint64_t offset, std::uint64_t length) const
{
    if (offset >= size())
        return QByteArray();
    length = std::min(length, size() - offset);
    const std::uint64_t start = offset + m_header;
    if (start >= m_length)
        return m_tail.sliced(static_cast<qsizetype>(start - m_length), static_cast<qsizetype>(length));
    const std::uint64_t fromFile = std::min(length, m_length - start);
    auto bytes = m_source->bytes(start, fromFile);
    if (bytes && length > fromFile)
        *bytes += m_tail.first(static_cast<qsizetype>(length - fromFile));
    return bytes;
}

} // namespace shirushi::label
