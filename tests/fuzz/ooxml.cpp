// Office packages: their ZIP archive as it is, or their parts (see joinedParts), so that damage reaches the XML.
#include "fuzz/codeccheck.h"

#include "model/label/ooxmlfixtures.h"

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"<w:sectPr/>", "<w:titlePg/>", "<w:headerReference w:type=\"first\" r:id=\"rId9\"/>", "<vt:lpwstr>",
            "<Override PartName=\"", "ContentType=\"", "Target=\"", "TargetMode=\"External\"", "<!DOCTYPE x>", "<![CDATA[",
            "]]>", "<!--", "-->", "&#0;", "&amp;", "&x;", "Shirushi.Label", "Shirushi.Before:", "docProps/custom.xml",
            "<cp:category>", "<cp:keywords>", "</", "/>", "xmlns=\"\"", "xmlns:w=\"", "../", "%2e%2e/", "//",
            "<oddHeader>", "<headerFooter differentOddEven=\"1\">", "<p:sp>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
            "PK\x01\x02", "PK\x03\x04", "PK\x05\x06"};
}

std::vector<QByteArray> seeds()
{
    const tests::Vocabulary strict{true};
    std::vector<tests::Parts> packages{tests::wordParts(), tests::excelParts(), tests::powerPointParts(),
                                       tests::wordParts(strict), tests::excelParts(strict),
                                       tests::powerPointParts(strict)};
    tests::addCore(packages[0], "<cp:category>税</cp:category><cp:keywords>a; b</cp:keywords>");
    tests::addCustom(packages[0], tests::customProperty(2, "情報資産の分類", "theirs"));
    tests::addCustom(packages[1], tests::customProperty(2, "MSIP_Label_11111111-2222-3333-4444-555555555555_Name", "x"));

    const auto codec = label::makeOoxmlCodec();
    std::vector<QByteArray> all;
    for (const tests::Parts &parts : packages) {
        all.push_back(joinedParts(parts));
        all.push_back(tests::packed(parts));
        const auto marked = labelled(*codec, all.back(), true);
        demand(marked.has_value(), "the samples can be labelled");
        const auto source = asFile(*marked);
        const auto reader = label::ZipReader::open(source);
        demand(reader.has_value(), "the samples are archives");
        tests::Parts labelledParts;
        for (const label::ZipEntry &entry : reader->entries())
            labelledParts[QByteArray::fromStdString(entry.name)] = reader->content(entry).value_or(QByteArray());
        all.push_back(joinedParts(labelledParts));
    }
    for (const QByteArray &file : corpusFiles({QStringLiteral("*.docx"), QStringLiteral("*.xlsx"), QStringLiteral("*.pptx")}, 30'000, 12))
        all.push_back(file);
    return all;
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    static const auto codec = label::makeOoxmlCodec();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    fuzz::checkCodec(*codec, fuzz::archiveOf(bytes), fuzz::Removal::Parts);
    return 0;
}
