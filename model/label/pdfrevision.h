// A revision of ours: what is appended to a PDF (ISO 32000-1, 7.5.6), and how it is known again.
//
//     LF %Shirushi LF
//     objects, each "n g obj LF value LF endobj LF"
//     a cross-reference table with its trailer, or a cross-reference stream, like the newest one before it
//     %Shirushi 1 LENGTH DIGEST LF      LENGTH: bytes before the revision
//     startxref LF offset LF %%EOF LF   DIGEST: SHA-256 of all from LENGTH up to this line
//
// The objects are, in this order: the font and the form of a mark, what revisePages() wrote, the XMP packet, the
// catalog, the information dictionary; each group only where it is needed.
//
// Whether something at the end of a file is one is decided by all of it, not by what that line claims: every
// byte is accounted for, it continues the file before it, pages are exactly as we would have revised them, and
// all else that it changes is the packet and the entries of ours. So a file that lies about it loses nothing
// that somebody else wrote, and no page can be changed under the cover of a label. (Where marks are placed and
// how pages are revised is therefore part of this format; another way needs another number in the line.)
// One thread.
#pragma once

#include "label/pdffile.h"

namespace shirushi::label {

/// Names that only our marks have: content streams and forms are known by it.
inline constexpr const char *pdfMarkKey = "ShirushiMark";

class PdfRevision
{
public:
    /// To be appended to the whole of `base`, all sections of which are loaded.
    explicit PdfRevision(const PdfFile &base);

    /// A number for an object that is new.
    PdfReference reserve();
    /// An object with its value, or its dictionary and stream.
    void put(PdfReference reference, const QByteArray &body);
    PdfReference add(const QByteArray &body);
    /// The objects so far, as they stand in it.
    QByteArray objects() const;

    /// All bytes of it. `info`: the document information, if it is to be another. TooLarge: beyond what a
    /// cross-reference table can say.
    [[nodiscard]] base::Result<QByteArray> finished(const std::optional<PdfReference> &info);

private:
    QByteArray table() const;
    QByteArray crossReferenceStream(PdfReference self, PdfDictionary trailer) const;
    std::uint64_t offset() const { return m_start + static_cast<std::uint64_t>(m_bytes.size()); }
    PdfDictionary trailer(const std::optional<PdfReference> &info) const;

    const PdfFile &m_base;
    std::uint64_t m_start = 0; // from the header
    std::uint32_t m_next = 1;
    std::vector<PdfEntry> m_entries;
    QByteArray m_bytes;
};

/// A stream object's body: `dictionary` with its length, and the data.
QByteArray pdfStreamBody(PdfDictionary dictionary, const QByteArray &data);

/// Where a revision of ours starts that the file ends with (bytes from its first one); nothing if it ends
/// otherwise.
[[nodiscard]] base::Result<std::optional<std::uint64_t>> ownRevisionStart(const platform::FileSource &source,
                                                                          QDeadlineTimer deadline);

/// The line of a revision that tells about it.
QByteArray pdfRevisionLine(std::uint64_t prefixLength, const QByteArray &digest);
inline constexpr const char *pdfRevisionStart = "\n%Shirushi\n";

} // namespace shirushi::label
