// PDF: whole files as they are, or (RS before each) the bodies of their objects, over which a sound cross-reference
// table is laid, so that damage reaches what the objects say.
#include "fuzz/codeccheck.h"

#include "model/label/pdfsamples.h"

namespace shirushi::fuzz {

namespace {

QByteArray withTable(const QByteArray &bytes)
{
    if (!bytes.startsWith(partSeparator))
        return bytes;
    tests::PdfBuilder builder;
    int number = 0;
    const QList<QByteArray> bodies = bytes.mid(1).split(partSeparator);
    for (const QByteArray &body : bodies.first(std::min<qsizetype>(bodies.size(), 200)))
        builder.put(++number, body);
    return builder.table(bytes.size() % 3 == 0 ? "/Root 1 0 R /Info 6 0 R" : "/Root 1 0 R").bytes();
}

QByteArray stream(const QByteArray &entries, const QByteArray &data)
{
    return "<< " + entries + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray objects(const std::vector<QByteArray> &bodies)
{
    QByteArray all;
    for (const QByteArray &body : bodies)
        all += partSeparator + body;
    return all;
}

} // namespace

std::vector<QByteArray> words()
{
    return {"obj", "endobj", "stream\n", "\nendstream", "xref\n", "trailer\n<< ", "startxref\n", "%%EOF\n", "/Prev 15",
            "/Type /ObjStm", "/Type /XRef", "/W [1 4 1]", "/Index [0 5]", "/Size 99", "/Length 4 0 R", "/Filter /FlateDecode",
            "/DecodeParms << /Predictor 12 /Columns 5 >>", "/Encrypt 5 0 R", "/Root 2 0 R", "/Kids [2 0 R]", "/Parent 3 0 R",
            "/Contents [4 0 R 4 0 R]", "/Metadata 4 0 R", "/Perms << >>", "/AcroForm << /SigFlags 3 >>", "/Rotate 90",
            "/MediaBox [0 0 1e9 -5]", "/CropBox [1 1 1 1]", "/Resources 5 0 R", "/UserUnit 3", "<<", ">>", "[", "]", "(", ")",
            "<", "\n%Shirushi\n", "%Shirushi 1 ", "/ShirushiMark", "/XRefStm 20", "null", "65535 f", "%PDF-1.4\n"};
}

std::vector<QByteArray> seeds()
{
    const QByteArray table = tests::onePage("/AcroForm << /Fields [6 0 R] >>").put(6, "<< /FT /Tx /T (t) >>").table().bytes();
    std::vector<QByteArray> all{table, tests::onePage().stream(6, "/Root 1 0 R /ID [<00><01>]").bytes(),
                                tests::onePage().put(6, "<< /Title (x) /Keywords (a, b) >>").table("/Root 1 0 R /Info 6 0 R").bytes()};
    const auto codec = label::makePdfCodec();
    for (std::size_t i = 0; i < 3; ++i) {
        const auto marked = labelled(*codec, all[i], true);
        demand(marked.has_value(), "the samples can be labelled");
        all.push_back(*marked);
    }
    const QByteArray packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                              "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>";
    const QByteArray form = stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "q Q");
    all.push_back(objects({"<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R >>",
                           "<< /Type /Pages /Kids [3 0 R 8 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources << >> >>",
                           "<< /Type /Page /Parent 2 0 R /Contents [4 0 R 5 0 R] /Rotate 90 >>", stream("", "BT ET"),
                           stream("", "q Q"), "<< /Title (x) >>", stream("/Type /Metadata /Subtype /XML", packet),
                           "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 9 0 R >> >> "
                           "/CropBox [10 10 300 300] >>",
                           form}));
    for (const QByteArray &file : corpusFiles({QStringLiteral("*.pdf")}, 15'000, 12))
        all.push_back(file);
    return all;
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    static const auto codec = label::makePdfCodec();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    fuzz::checkCodec(*codec, fuzz::withTable(bytes), fuzz::Removal::Bytes, true);
    return 0;
}
