// Office packages and stamps that several tests of the Office codec use.
#pragma once

#include "ooxmlfixtures.h"

namespace shirushi::tests {

inline label::Stamp markedStamp()
{
    label::Stamp stamp = sampleStamp();
    stamp.mark = true;
    stamp.interoperable = {
        {QStringLiteral("urn:bails:IntellectualProperty:BusinessAuthorizationCategory:Name"),
         stamp.classText},
        {QStringLiteral("urn:bails:IntellectualProperty:Impact:Scale"), QStringLiteral("UK-Cabinet")}};
    return stamp;
}

inline label::Stamp otherStamp()
{
    label::Label other = sampleLabel();
    other.classes[QStringLiteral("confidentiality")] = QStringLiteral("2");
    label::Stamp stamp = sampleStamp(other);
    stamp.classText = stamp.markText = QStringLiteral("機密性2 & <完全性1>");
    stamp.restrictionText.clear();
    return stamp;
}

/// `xml`, which says that it is UTF-8, in UTF-16.
inline QByteArray utf16(const QByteArray &xml)
{
    const QString text = QString::fromUtf8(xml).replace(QStringLiteral("UTF-8"), QStringLiteral("UTF-16"));
    QByteArray bytes("\xff\xfe");
    for (const QChar character : text) {
        bytes += static_cast<char>(character.unicode() & 0xff);
        bytes += static_cast<char>(character.unicode() >> 8);
    }
    return bytes;
}

inline const QByteArray headerType = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

/// Three sections: the first with default and first-page headers of its own, the second inheriting, the third
/// with a first page and no header for it; even pages differ and have none.
inline Parts sectionedParts(const Vocabulary &v)
{
    const QByteArray body =
        "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId7\"/><w:headerReference "
        "w:type=\"first\" "
        "r:id=\"rId8\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:titlePg/></w:sectPr></w:pPr></w:p>"
        "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:sectPrChange "
        "w:id=\"1\"><w:sectPr/></w:sectPrChange>"
        "</w:sectPr></w:pPr></w:p><w:p/><w:sectPr><w:titlePg w:val=\"true\"/></w:sectPr>";
    Parts parts = wordParts(v, body);
    const QByteArray header = xmlHead + ("<w:hdr xmlns:w=\"" + v.markup("wordprocessingml") +
                                         "\"><w:p><w:r><w:t>既存</w:t></w:r></w:p></w:hdr>");
    parts["word/header1.xml"] = header;
    parts["word/header2.xml"] = header;
    parts["word/settings.xml"] = xmlHead + ("<w:settings xmlns:w=\"" + v.markup("wordprocessingml") +
                                            "\"><w:evenAndOddHeaders/></w:settings>");
    parts["word/_rels/document.xml.rels"] =
        relationshipsXml({{"rId7", v.relationships() + "/header", "header1.xml"},
                          {"rId8", v.relationships() + "/header", "/word/header2.xml"},
                          {"rId9", v.relationships() + "/settings", "settings.xml"}});
    parts["[Content_Types].xml"] = contentTypesXml({{"word/document.xml", wordMain},
                                                    {"word/header1.xml", headerType},
                                                    {"word/header2.xml", headerType}});
    return parts;
}

inline Parts withNamesOfOurs()
{
    Parts parts = wordParts();
    addCustom(parts, customProperty(2, "情報資産の分類", "独自の値") + customProperty(9, "Unrelated", "1") +
                         customProperty(2147483647, "urn:bails:IntellectualProperty:Impact:Scale", "own") +
                         customProperty(17, "urn:bails:IntellectualProperty:Marking:document-header", "own"));
    addCore(parts, "<dc:creator>A</dc:creator><cp:category>分類A &amp; B</cp:category><cp:keywords>k1; "
                   "k2</cp:keywords>");
    return parts;
}

} // namespace shirushi::tests
