// Hidden data: PDFs by the content of their page (RS first), office packages (parts as in codeccheck.h), pictures and
// anything else as they are. Every file has an answer, its texts are bounded, and what it cannot tell it says.
#include "fuzz/codeccheck.h"

#include "label/hidden/hidden.h"
#include "model/label/ooxmlfixtures.h"
#include "model/label/pdfsamples.h"

namespace shirushi::fuzz {

namespace {

constexpr char pageContent = '\x1d';

QByteArray fileOf(const QByteArray &bytes)
{
    if (bytes.startsWith(partSeparator))
        return archiveOf(bytes);
    if (!bytes.startsWith(pageContent))
        return bytes;
    return tests::onePage().putStream(4, {}, bytes.mid(1)).put(6, "<< /Author (x) >>").table("/Root 1 0 R /Info 6 0 R").bytes();
}

std::map<QByteArray, QByteArray> partsWithComment()
{
    auto parts = tests::wordParts({}, "<w:p><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r></w:ins></w:p>");
    parts["word/comments.xml"] = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:author=\"a\">"
                                 "<w:p><w:r><w:t>c</w:t></w:r></w:p></w:comment></w:comments>";
    return parts;
}

} // namespace

std::vector<QByteArray> words()
{
    return {" re f ", " Tj ", " TJ ", "BT ", " ET ", " cm ", "q ", " Q ", "/F1 12 Tf ", " Tm ", " Td ", "(text)", "<0041>", " W n ", " gs ", " Do ",
            "/OC /L BDC ", " EMC ", "BI ID ", " EI ", " 3 Tr ", " 1 g ", "hidden=\"1\"", "show=\"0\"", "<w:vanish/>", "<w:del w:author=\"a\">",
            "Exif\0\0", "II*", "http://ns.adobe.com/xap/1.0/", "<!--", "8BIM"};
}

std::vector<QByteArray> seeds()
{
    std::vector<QByteArray> all{
        pageContent + QByteArray("BT /F1 24 Tf 72 700 Td (Secret) Tj ET 0 g 70 690 200 40 re f"),
        pageContent + QByteArray("q 1 0 0 1 9 9 cm BT /F1 12 Tf 1 0 0 1 50 600 Tm [(a) -200 (b)] TJ T* (c) ' ET Q 0 0 m 9 0 l 9 9 l h W n"),
        pageContent + QByteArray("3 Tr BT /F1 9 Tf 9 9 Td (a) Tj ET /T gs 1 1 1 rg 0 0 1 1 k 5 w 0 0 m 9 9 l S BI /W 1 ID x EI"),
        joinedParts(partsWithComment()),
        joinedParts(tests::excelParts()),
        joinedParts(tests::powerPointParts()),
        QByteArray("\xFF\xD8\xFF\xE1\0\x1E", 6) + QByteArray("Exif\0\0II*\0\x08\0\0\0\1\0\x0F\1\2\0\2\0\0\0A\0\0\0", 28) + QByteArray("\xFF\xD9", 2),
        QByteArray("<html><!-- a comment --></html>"),
    };
    for (const QByteArray &file : corpusFiles({QStringLiteral("*.pdf"), QStringLiteral("*.jpg"), QStringLiteral("*.png")}, 15'000, 16))
        all.push_back(file);
    return all;
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    const QByteArray bytes = fuzz::fileOf(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const platform::FileSource file = fuzz::asFile(bytes);
    const auto report = label::findHidden(file.path());
    fuzz::demand(report.has_value(), "every file has an answer");
    fuzz::demand(!report->format.isEmpty() || report->counts.contains(label::HiddenKind::NotLookedInto), "what is unknown is said to be");
    for (const label::HiddenFinding &finding : report->findings) {
        fuzz::demand(finding.excerpt.size() <= 120 && finding.where.size() <= 120, "texts are short");
        fuzz::demand(report->counts.at(finding.kind) > 0, "what is told is counted");
    }
    return 0;
}
