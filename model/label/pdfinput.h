// The bytes of a PDF as they are read: the first part of a file, and a tail in memory behind it (a revision
// that is not written yet). Offsets count from the "%PDF-" of its header, as those inside a PDF do. The
// FileSource must outlive it. One thread.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

namespace shirushi::label {

class PdfInput
{
public:
    /// `length` bytes of `source`, then `tail`. Damaged: no header within the first 1024 bytes.
    [[nodiscard]] static base::Result<PdfInput> open(const platform::FileSource &source, std::uint64_t length,
                                                     QByteArray tail = {});

    /// How many bytes lie before the header.
    std::uint64_t headerOffset() const { return m_header; }
    /// Counted from the header.
    std::uint64_t size() const { return m_length + static_cast<std::uint64_t>(m_tail.size()) - m_header; }

    /// Up to `length` bytes; fewer only at the end.
    [[nodiscard]] base::Result<QByteArray> bytes(std::uint64_t offset, std::uint64_t length) const;

    const platform::FileSource &source() const { return *m_source; }
    QString subject() const { return base::toDisplay(m_source->path()); }

private:
    const platform::FileSource *m_source = nullptr;
    std::uint64_t m_length = 0;
    std::uint64_t m_header = 0;
    QByteArray m_tail;
};

/// Where "%PDF-" stands in the first 1024 bytes of `head`; −1: nowhere.
qsizetype pdfHeaderIn(const QByteArray &head);

} // namespace shirushi::label
