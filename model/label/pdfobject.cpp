#include "label/pdferror.h"
#include "label/pdfflate.h"
#include "label/pdfxref.h"

#include <algorithm>

namespace shirushi::label {

namespace {

constexpr std::uint64_t firstWindow = 2048;
constexpr std::uint64_t longestValue = 16ULL << 20;

enum class Step { Done, More, Damaged };

/// Header, value and what follows it: "endobj", or "stream" with its end of line.
Step parseObject(const QByteArray &bytes, bool whole, std::uint64_t offset, PdfObject &object)
{
    PdfLexer lexer(bytes, whole);
    const auto again = [&] { return !whole && lexer.ranOut() ? Step::More : Step::Damaged; };
    lexer.skipSpace();
    object.start = offset + static_cast<std::uint64_t>(lexer.position());
    const auto header = lexer.objectHeader();
    if (!header)
        return again();
    object.reference = *header;
    const auto value = lexer.value();
    if (!value)
        return again();
    object.value = value->toByteArray();
    if (lexer.keyword("endobj")) {
        object.end = offset + static_cast<std::uint64_t>(lexer.position());
        return Step::Done;
    }
    if (!lexer.keyword("stream"))
        return again();
    qsizetype at = lexer.position();
    if (at + 2 > bytes.size())
        return whole ? Step::Damaged : Step::More;
    if (bytes[at] == '\r')
        ++at;
    if (bytes[at] != '\n')
        return Step::Damaged;
    object.isStream = true;
    object.streamOffset = offset + static_cast<std::uint64_t>(at) + 1;
    return Step::Done;
}

base::Result<std::uint64_t> streamLength(const PdfInput &input, const PdfObject &object,
                                         const PdfLengthLookup &lengthOf)
{
    const auto damaged = std::unexpected(pdfDamaged(input.subject()));
    const auto dictionary = PdfDictionary::parse(object.value);
    if (!dictionary)
        return damaged;
    const QByteArray raw = dictionary->value("Length");
    auto length = pdfInteger(raw);
    if (const auto reference = pdfReference(raw); reference && lengthOf) {
        const auto found = lengthOf(*reference);
        if (!found)
            return std::unexpected(found.error());
        length = *found;
    }
    if (!length || *length < 0 || object.streamOffset > input.size()
        || static_cast<std::uint64_t>(*length) > input.size() - object.streamOffset)
        return damaged;
    return static_cast<std::uint64_t>(*length);
}

} // namespace

base::Result<PdfObject> readPdfObject(const PdfInput &input, std::uint64_t offset,
                                      const PdfLengthLookup &lengthOf)
{
    PdfObject object;
    for (std::uint64_t window = firstWindow;; window *= 8) {
        const auto bytes = input.bytes(offset, window);
        if (!bytes)
            return std::unexpected(bytes.error());
        const bool whole = static_cast<std::uint64_t>(bytes->size()) < window;
        const Step step = parseObject(*bytes, whole, offset, object);
        if (step == Step::Done)
            break;
        if (step == Step::Damaged)
            return std::unexpected(pdfDamaged(input.subject()));
        if (window >= longestValue)
            return std::unexpected(pdfTooLarge(input.subject()));
    }
    if (!object.isStream)
        return object;
    const auto length = streamLength(input, object, lengthOf);
    if (!length)
        return std::unexpected(length.error());
    object.streamLength = *length;
    const std::uint64_t behind = object.streamOffset + *length;
    const auto bytes = input.bytes(behind, 64);
    if (!bytes)
        return std::unexpected(bytes.error());
    PdfLexer lexer(*bytes);
    if (!lexer.keyword("endstream") || !lexer.keyword("endobj"))
        return std::unexpected(pdfDamaged(input.subject()));
    object.end = behind + static_cast<std::uint64_t>(lexer.position());
    return object;
}

base::Result<QByteArray> pdfStreamData(const PdfInput &input, const PdfObject &object,
                                       const PdfDictionary &dictionary, std::uint64_t limit)
{
    const auto only = [](const QByteArray &raw) {
        const auto array = pdfArray(raw);
        return array && array->size() == 1 ? array->front() : raw;
    };
    const QByteArray filter = only(dictionary.value("Filter"));
    const bool plain = filter.isEmpty() || filter == "null" || (pdfArray(filter) && pdfArray(filter)->empty());
    if (!plain && pdfName(filter) != "FlateDecode")
        return std::unexpected(pdfUnsupported(input.subject()));
    if (object.streamLength > limit)
        return std::unexpected(pdfTooLarge(input.subject()));
    auto data = input.bytes(object.streamOffset, object.streamLength);
    if (!data || plain)
        return data;
    auto expanded = inflated(*data, limit);
    const QByteArray rawParameters = only(dictionary.value("DecodeParms"));
    if (expanded && !rawParameters.isEmpty() && rawParameters != "null") {
        const auto parameters = PdfDictionary::parse(rawParameters);
        if (!parameters)
            return std::unexpected(pdfUnsupported(input.subject()));
        const auto number = [&](const char *key) { return pdfInteger(parameters->value(key)).value_or(1); };
        const std::int64_t predictor = number("Predictor");
        const bool bytewise = !parameters->contains("BitsPerComponent") || number("BitsPerComponent") == 8;
        if (predictor != 1 && (predictor < 10 || predictor > 15 || number("Colors") != 1 || !bytewise || number("Columns") < 1))
            return std::unexpected(pdfUnsupported(input.subject()));
        if (predictor != 1)
            expanded = withoutPngPredictor(*expanded, static_cast<std::uint64_t>(number("Columns")));
    }
    if (expanded)
        return *expanded;
    return std::unexpected(expanded.error() == FlateError::TooLarge ? pdfTooLarge(input.subject())
                                                                    : pdfDamaged(input.subject()));
}

} // namespace shirushi::label
