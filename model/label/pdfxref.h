// Cross-reference sections of a PDF (ISO 32000-1, 7.5.4 and 7.5.8): tables, streams, and tables with a stream
// beside them. Read strictly; one that would have to be repaired is Damaged. Pure functions, any thread.
#pragma once

#include "label/pdfinput.h"
#include "label/pdfsyntax.h"

#include <functional>
#include <vector>

namespace shirushi::label {

struct PdfEntry {
    enum class Kind : std::uint8_t { Free, Plain, Packed };
    std::uint32_t number = 0;
    Kind kind = Kind::Free;
    std::uint16_t generation = 0; // Plain
    std::uint64_t offset = 0;     // Plain: from the header; Packed: number of the object stream
    std::uint32_t index = 0;      // Packed: which object in it
};

struct PdfSection {
    std::uint64_t offset = 0; // where "xref", or the stream object, starts
    std::uint64_t end = 0;    // behind the trailer dictionary, or the stream's "endobj"
    bool isStream = false;
    PdfDictionary trailer;
    std::vector<PdfEntry> entries; // sorted by number, each number once

    const PdfEntry *find(std::uint32_t number) const;
};

/// An indirect object as it stands in the file.
struct PdfObject {
    PdfReference reference;
    QByteArray value;               // raw; "null" for one that is not there
    std::uint64_t start = 0;        // of "n g obj"
    std::uint64_t end = 0;          // behind "endobj"
    std::uint64_t streamOffset = 0; // first byte of the stream's data
    std::uint64_t streamLength = 0;
    bool isStream = false;
};

/// What tells the length of a stream where its dictionary only refers to it.
using PdfLengthLookup = std::function<base::Result<std::int64_t>(PdfReference)>;

/// The object whose header starts at `offset` (white space before it is passed). Its value may have at most
/// 16 MiB (TooLarge).
[[nodiscard]] base::Result<PdfObject> readPdfObject(const PdfInput &input, std::uint64_t offset,
                                                    const PdfLengthLookup &lengthOf);

/// The data of `object`, a stream without filter or with FlateDecode, of at most `limit` bytes (TooLarge).
/// Unsupported: another filter.
[[nodiscard]] base::Result<QByteArray> pdfStreamData(const PdfInput &input, const PdfObject &object,
                                                     const PdfDictionary &dictionary, std::uint64_t limit);

/// The section that starts at `offset`.
[[nodiscard]] base::Result<PdfSection> readPdfSection(const PdfInput &input, std::uint64_t offset);

} // namespace shirushi::label
