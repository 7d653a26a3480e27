// OpenDocument packages: their ZIP archive as it is, or their parts (see joinedParts), so that damage reaches the XML.
#include "fuzz/codeccheck.h"

#include "label/odf/odfpackage.h"

namespace shirushi::fuzz {

namespace {

const QByteArray namespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"";

using Parts = std::map<QByteArray, QByteArray>;

// `kind` as in the media type; `body` is what content.xml has in office:body.
Parts package(const QByteArray &kind, const QByteArray &body)
{
    const QByteArray type = "application/vnd.oasis.opendocument." + kind;
    return {{"\x01mimetype", type}, // sorted first; the mark is taken off below
            {"META-INF/manifest.xml",
             "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
             "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + type + "\"/>"
             "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
             "</manifest:manifest>"},
            {"content.xml", "<office:document-content" + namespaces + "><office:automatic-styles/><office:body>" + body
                                + "</office:body></office:document-content>"},
            {"meta.xml", "<office:document-meta" + namespaces + "><office:meta><meta:keyword>税</meta:keyword>"
                         "<meta:user-defined meta:name=\"取扱制限\">theirs</meta:user-defined></office:meta>"
                         "</office:document-meta>"},
            {"styles.xml",
             "<office:document-styles" + namespaces + "><office:styles/><office:automatic-styles>"
             "<style:page-layout style:name=\"pm1\"><style:page-layout-properties fo:page-width=\"21cm\"/><style:header-style/>"
             "</style:page-layout></office:automatic-styles><office:master-styles>"
             "<style:master-page style:name=\"Standard\" style:page-layout-name=\"pm1\"><style:header><text:p>頁</text:p>"
             "</style:header><style:header-left style:display=\"false\"><text:p>左</text:p></style:header-left>"
             "</style:master-page></office:master-styles></office:document-styles>"}};
}

QByteArray joined(const Parts &parts)
{
    return joinedParts(parts).replace("\x01mimetype", "mimetype");
}

QByteArray partsOf(const QByteArray &archive)
{
    const auto source = asFile(archive);
    const auto reader = label::ZipReader::open(source);
    demand(reader.has_value(), "the samples are archives");
    Parts parts;
    for (const label::ZipEntry &entry : reader->entries())
        parts[QByteArray::fromStdString(entry.name == "mimetype" ? "\x01mimetype" : entry.name)] =
            reader->content(entry).value_or(QByteArray());
    return joined(parts);
}

} // namespace

std::vector<QByteArray> words()
{
    return {"<!--shirushi-->", "<!--/shirushi-->", "<!--shirushi opened-->", "<!--shirushi was 3c612f3e-->", "Shirushi.Label",
            "Shirushi.Mark", "Shirushi.Before:", "<meta:keyword>", "<meta:user-defined meta:name=\"", "<style:header>",
            "<style:header-first/>", "style:display=\"false\"", "ShirushiMark", "<style:master-page style:name=\"x\"/>",
            "<draw:page draw:name=\"x\"/>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "&#0;", "&x;", "</", "/>", "xmlns:style=\"",
            "<manifest:encryption-data/>", "META-INF/documentsignatures.xml", "mimetype", "meta.xml", "styles.xml"};
}

std::vector<QByteArray> seeds()
{
    const QByteArray page = "<draw:page draw:name=\"一\" draw:master-page-name=\"Standard\"/>";
    const std::vector<Parts> packages{
        package("text", "<office:text><text:p>本文</text:p></office:text>"),
        package("spreadsheet", "<office:spreadsheet/>"),
        package("presentation", "<office:presentation>" + page + page + "</office:presentation>"),
        package("graphics-template", "<office:drawing>" + page + "</office:drawing>")};
    const auto codec = label::makeOdfCodec();
    std::vector<QByteArray> all;
    for (const Parts &parts : packages) {
        all.push_back(joined(parts));
        all.push_back(archiveOf(all.back()));
        const auto marked = labelled(*codec, all.back(), true);
        demand(marked.has_value(), "the samples can be labelled");
        all.push_back(partsOf(*marked));
    }
    for (const QByteArray &file : corpusFiles({QStringLiteral("*.od[tsp]")}, 30'000, 12))
        all.push_back(file);
    return all;
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    static const auto codec = label::makeOdfCodec();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    fuzz::checkCodec(*codec, fuzz::archiveOf(bytes), fuzz::Removal::Parts);
    return 0;
}
