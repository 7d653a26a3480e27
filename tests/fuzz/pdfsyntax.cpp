// The values of PDF, and the streams they are packed in.
#include "fuzz/target.h"

#include "label/pdf/pdfflate.h"
#include "label/pdf/pdfsyntax.h"

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"<<", ">>", "[", "]", "(", ")", "\\(", "\\777", "\\\r\n", "<feff", ">", "/A#20", "#00", "0 R", "1 0 obj",
            "65535", "-1", "+.5", "1e5", "true", "null", "%", "\r", "(\xfe\xff\xd8\x40\xdc\x0b)", "(\xef\xbb\xbf)"};
}

std::vector<QByteArray> seeds()
{
    return {"<< /A 1 /B [1 0 R (te\\(x\\)t) <48 65>] /C << /D -1.5 /E true /F null >> >>", "12 0 obj (a) /b <c>",
            "(\xfe\xff\x81\xea\x6c\xbb)", "[[[[ 1 2 0 R ]]]]", "%comment\n<</Length 5>>",
            label::deflated("\2abcde\1abcde\4abcde\3abcde"), label::deflated(QByteArray(5000, 'x'))};
}

namespace {

void checkValues(const QByteArray &bytes)
{
    for (const bool whole : {true, false}) {
        label::PdfLexer lexer(bytes, whole);
        qsizetype last = -1;
        while (lexer.position() > last) {
            last = lexer.position();
            const auto raw = lexer.value();
            demand(lexer.position() <= bytes.size(), "a lexer stays in its bytes");
            if (!raw)
                break;
            static_cast<void>(label::pdfNumber(*raw));
            static_cast<void>(label::pdfInteger(*raw));
            static_cast<void>(label::pdfArray(*raw));
            if (const auto reference = label::pdfReference(*raw))
                demand(label::pdfReference(label::toPdfReference(*reference)) == reference, "a reference stays itself");
            if (const auto name = label::pdfName(*raw))
                demand(label::pdfName(label::toPdfName(*name)) == name, "a name stays itself");
            if (const auto string = label::pdfString(*raw)) {
                demand(label::pdfString(label::toPdfHexadecimal(*string)) == string, "a string stays itself");
                const QString text = label::pdfText(*string);
                const auto again = label::pdfString(label::toPdfText(text));
                demand(again && label::pdfText(*again) == text, "a text stays itself");
            }
        }
    }
    if (const auto dictionary = label::PdfDictionary::parse(bytes))
        demand(label::PdfDictionary::parse(dictionary->toBytes()) == dictionary, "a dictionary stays itself");
}

void checkStreams(const QByteArray &bytes)
{
    constexpr std::uint64_t limit = 4 << 20;
    const auto data = label::inflated(bytes, limit);
    demand(!data || data->size() <= static_cast<qsizetype>(limit), "no more comes out than is allowed");
    for (const std::uint64_t columns : {1U, 5U, 70'000U})
        static_cast<void>(label::withoutPngPredictor(data ? *data : bytes, columns));
    demand(label::inflated(label::deflated(bytes), static_cast<std::uint64_t>(bytes.size())) == bytes,
           "what is packed comes out again");
}

} // namespace

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    shirushi::fuzz::checkValues(bytes);
    shirushi::fuzz::checkStreams(bytes);
    return 0;
}
