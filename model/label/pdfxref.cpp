#include "label/pdfxref.h"

#include "label/pdferror.h"
#include "label/pdfflate.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace shirushi::label {

namespace {

constexpr std::uint64_t firstWindow = 2048;
constexpr std::uint64_t longestValue = 16ULL << 20;
constexpr std::uint64_t longestStreamSection = 128ULL << 20;
constexpr int mostSubsections = 100'000;
constexpr qsizetype tableEntryLength = 20;

/// Ten digits, five digits, f or n, and an end of line of two characters (7.5.4).
std::optional<PdfEntry> tableEntry(const char *line, std::uint32_t number)
{
    const auto digits = [line](int from, int count) -> std::optional<std::uint64_t> {
        std::uint64_t value = 0;
        for (int i = from; i < from + count; ++i) {
            if (line[i] < '0' || line[i] > '9')
                return std::nullopt;
            value = value * 10 + static_cast<std::uint64_t>(line[i] - '0');
        }
        return value;
    };
    const auto offset = digits(0, 10);
    const auto generation = digits(11, 5);
    const bool ends = (line[18] == ' ' && (line[19] == '\r' || line[19] == '\n'))
                      || (line[18] == '\r' && line[19] == '\n');
    if (!offset || !generation || line[10] != ' ' || line[16] != ' ' || !ends)
        return std::nullopt;
    if (line[17] == 'f')
        return PdfEntry{number, PdfEntry::Kind::Free, 0, 0, 0};
    if (line[17] != 'n' || *generation > 65535)
        return std::nullopt;
    return PdfEntry{number, PdfEntry::Kind::Plain, static_cast<std::uint16_t>(*generation), *offset, 0};
}

bool sortEntries(std::vector<PdfEntry> &entries)
{
    const auto byNumber = [](const PdfEntry &a, const PdfEntry &b) { return a.number < b.number; };
    if (!std::is_sorted(entries.begin(), entries.end(), byNumber))
        std::sort(entries.begin(), entries.end(), byNumber);
    return std::adjacent_find(entries.begin(), entries.end(),
                              [](const PdfEntry &a, const PdfEntry &b) { return a.number == b.number; })
           == entries.end();
}

/// Bytes from `offset` on in which `parse` finds what it looks for: the window grows while it asks for more.
template <typename Parse>
base::Result<void> inGrowingWindow(const PdfInput &input, std::uint64_t offset, const Parse &parse)
{
    for (std::uint64_t window = firstWindow;; window *= 8) {
        const auto bytes = input.bytes(offset, window);
        if (!bytes)
            return std::unexpected(bytes.error());
        const bool whole = static_cast<std::uint64_t>(bytes->size()) < window;
        PdfLexer lexer(*bytes, whole);
        if (parse(lexer, *bytes))
            return {};
        if (whole || !lexer.ranOut())
            return std::unexpected(pdfDamaged(input.subject()));
        if (window >= longestValue)
            return std::unexpected(pdfTooLarge(input.subject()));
    }
}

struct Subsections {
    std::vector<PdfEntry> entries;
    std::uint64_t end = 0;
};

struct SubsectionHeader {
    bool isTrailer = false; // no subsection: the word "trailer"
    std::uint64_t first = 0;
    std::uint64_t count = 0;
    std::uint64_t end = 0; // where its lines start
};

base::Result<SubsectionHeader> readSubsectionHeader(const PdfInput &input, std::uint64_t at)
{
    SubsectionHeader header;
    const auto read = inGrowingWindow(input, at, [&](PdfLexer &lexer, const QByteArray &bytes) {
        header.isTrailer = lexer.keyword("trailer");
        if (!header.isTrailer) {
            const auto first = lexer.unsignedInteger();
            const auto count = lexer.unsignedInteger();
            if (!first || !count)
                return false;
            header.first = *first;
            header.count = *count;
            while (!lexer.atEnd() && isPdfSpace(bytes[lexer.position()]))
                lexer.setPosition(lexer.position() + 1);
        }
        header.end = at + static_cast<std::uint64_t>(lexer.position());
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    return header;
}

base::Result<void> appendLines(const PdfInput &input, const SubsectionHeader &header,
                               std::vector<PdfEntry> &entries)
{
    const bool possible = header.first <= mostPdfObjects && header.count <= mostPdfObjects
                          && header.first + header.count <= mostPdfObjects + 1
                          && entries.size() + header.count <= mostPdfObjects;
    if (!possible)
        return std::unexpected(pdfDamaged(input.subject()));
    const std::uint64_t length = header.count * tableEntryLength;
    const auto lines = input.bytes(header.end, length);
    if (!lines)
        return std::unexpected(lines.error());
    if (static_cast<std::uint64_t>(lines->size()) != length)
        return std::unexpected(pdfDamaged(input.subject()));
    entries.reserve(entries.size() + header.count);
    for (std::uint64_t i = 0; i < header.count; ++i) {
        const auto entry = tableEntry(lines->constData() + static_cast<qsizetype>(i) * tableEntryLength,
                                      static_cast<std::uint32_t>(header.first + i));
        if (!entry)
            return std::unexpected(pdfDamaged(input.subject()));
        entries.push_back(*entry);
    }
    return {};
}

/// The subsections of a table, up to the word "trailer".
base::Result<Subsections> readSubsections(const PdfInput &input, std::uint64_t at)
{
    Subsections table;
    for (int subsection = 0; subsection < mostSubsections; ++subsection) {
        const auto header = readSubsectionHeader(input, at);
        if (!header)
            return std::unexpected(header.error());
        table.end = header->end;
        if (header->isTrailer)
            return table;
        if (const auto lines = appendLines(input, *header, table.entries); !lines)
            return std::unexpected(lines.error());
        at = header->end + header->count * tableEntryLength;
    }
    return std::unexpected(pdfTooLarge(input.subject()));
}

base::Result<PdfSection> readTable(const PdfInput &input, std::uint64_t offset, std::uint64_t behindKeyword)
{
    auto table = readSubsections(input, behindKeyword);
    if (!table)
        return std::unexpected(table.error());
    PdfSection section{.offset = offset, .end = 0, .isStream = false, .trailer = {}, .entries = {}};
    const auto trailer = inGrowingWindow(input, table->end, [&](PdfLexer &lexer, const QByteArray &) {
        const auto raw = lexer.value();
        const auto dictionary = raw ? PdfDictionary::parse(*raw) : std::nullopt;
        if (!dictionary)
            return false;
        section.trailer = *dictionary;
        section.end = table->end + static_cast<std::uint64_t>(lexer.position());
        return true;
    });
    if (!trailer)
        return std::unexpected(trailer.error());
    section.entries = std::move(table->entries);
    if (!sortEntries(section.entries))
        return std::unexpected(pdfDamaged(input.subject()));
    return section;
}

struct Fields {
    std::array<std::size_t, 3> widths = {};
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges; // first number, count
};

std::optional<Fields> fieldsOf(const PdfDictionary &dictionary)
{
    Fields fields;
    const auto widths = pdfArray(dictionary.value("W"));
    if (!widths || widths->size() != 3)
        return std::nullopt;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto width = pdfInteger((*widths)[i]);
        if (!width || *width < 0 || *width > 8)
            return std::nullopt;
        fields.widths[i] = static_cast<std::size_t>(*width);
    }
    const auto size = pdfInteger(dictionary.value("Size"));
    if (fields.widths[1] == 0 || !size || *size < 0 || *size > mostPdfObjects + 1)
        return std::nullopt;
    if (!dictionary.contains("Index")) {
        fields.ranges.emplace_back(0, static_cast<std::uint64_t>(*size));
        return fields;
    }
    const auto index = pdfArray(dictionary.value("Index"));
    if (!index || index->size() % 2 != 0)
        return std::nullopt;
    for (std::size_t i = 0; i < index->size(); i += 2) {
        const auto first = pdfInteger((*index)[i]);
        const auto count = pdfInteger((*index)[i + 1]);
        if (!first || !count || *first < 0 || *count < 0 || *first > mostPdfObjects
            || *count > mostPdfObjects + 1 - *first)
            return std::nullopt;
        fields.ranges.emplace_back(static_cast<std::uint64_t>(*first), static_cast<std::uint64_t>(*count));
    }
    return fields;
}

std::uint64_t bigEndian(const char *bytes, std::size_t width)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

std::optional<PdfEntry> streamEntry(const char *row, const std::array<std::size_t, 3> &widths,
                                    std::uint32_t number)
{
    const std::uint64_t kind = widths[0] == 0 ? 1 : bigEndian(row, widths[0]);
    const std::uint64_t second = bigEndian(row + widths[0], widths[1]);
    const std::uint64_t third = bigEndian(row + widths[0] + widths[1], widths[2]);
    if (kind == 1 && third <= 65535)
        return PdfEntry{number, PdfEntry::Kind::Plain, static_cast<std::uint16_t>(third), second, 0};
    if (kind == 2 && second <= mostPdfObjects && third <= mostPdfObjects)
        return PdfEntry{number, PdfEntry::Kind::Packed, 0, second, static_cast<std::uint32_t>(third)};
    if (kind == 0)
        return PdfEntry{number, PdfEntry::Kind::Free, 0, 0, 0};
    return std::nullopt;
}

bool readRows(const QByteArray &data, const Fields &fields, std::vector<PdfEntry> &entries)
{
    const std::size_t row = fields.widths[0] + fields.widths[1] + fields.widths[2];
    std::size_t rows = static_cast<std::size_t>(data.size()) / row;
    const char *at = data.constData();
    for (const auto &[first, count] : fields.ranges) {
        if (count > rows)
            return false;
        rows -= count;
        for (std::uint64_t i = 0; i < count; ++i, at += row) {
            const auto entry = streamEntry(at, fields.widths, static_cast<std::uint32_t>(first + i));
            if (!entry)
                return false;
            entries.push_back(*entry);
        }
    }
    return sortEntries(entries);
}

base::Result<PdfSection> readStream(const PdfInput &input, std::uint64_t offset)
{
    const auto damaged = std::unexpected(pdfDamaged(input.subject()));
    const auto object = readPdfObject(input, offset, {});
    if (!object)
        return std::unexpected(object.error());
    const auto dictionary = PdfDictionary::parse(object->value);
    if (!object->isStream || !dictionary || pdfName(dictionary->value("Type")) != "XRef")
        return damaged;
    const auto fields = fieldsOf(*dictionary);
    if (!fields)
        return damaged;
    const auto data = pdfStreamData(input, *object, *dictionary, longestStreamSection);
    if (!data)
        return std::unexpected(data.error());
    PdfSection section{.offset = object->start, .end = object->end, .isStream = true, .trailer = *dictionary,
                       .entries = {}};
    if (!readRows(*data, *fields, section.entries))
        return damaged;
    return section;
}

} // namespace

const PdfEntry *PdfSection::find(std::uint32_t number) const
{
    const auto at = std::lower_bound(entries.begin(), entries.end(), number,
                                     [](const PdfEntry &entry, std::uint32_t key) { return entry.number < key; });
    return at != entries.end() && at->number == number ? &*at : nullptr;
}

base::Result<PdfSection> readPdfSection(const PdfInput &input, std::uint64_t offset)
{
    const auto head = input.bytes(offset, 64);
    if (!head)
        return std::unexpected(head.error());
    PdfLexer lexer(*head);
    lexer.skipSpace();
    const auto start = offset + static_cast<std::uint64_t>(lexer.position());
    if (lexer.keyword("xref"))
        return readTable(input, start, start + 4);
    return readStream(input, start);
}

} // namespace shirushi::label
