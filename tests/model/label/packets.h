// XMP packets in the forms that other programs write, for the tests of XMP, images and sidecars.
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace shirushi::tests {

inline QByteArray packetAround(const QByteArray &nodes, const QByteArray &padding = "\n")
{
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\" x:xmptk=\"Some Toolkit 5.6\">\n"
           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           + nodes + " </rdf:RDF>\n</x:xmpmeta>" + padding + "<?xpacket end=\"w\"?>";
}

inline QByteArray described(const QByteArray &attributes, const QByteArray &content)
{
    return "  <rdf:Description rdf:about=\"uuid:1&amp;2\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
           + attributes + ">" + content + "</rdf:Description>\n";
}

inline std::vector<std::pair<const char *, QByteArray>> foreignPackets()
{
    const QByteArray bag = "\n   <dc:subject>\r\n    <rdf:Bag>\r\n     <rdf:li>山</rdf:li>\r\n     "
                           "<rdf:li>川</rdf:li>\r\n    </rdf:Bag>\r\n   </dc:subject>\n  ";
    return {
        {"subject list", packetAround(described("", bag))},
        {"subject and several nodes", packetAround(described("", "<dc:title>x</dc:title>") + described("", bag))},
        {"subject attribute", packetAround(described("dc:subject='a &amp; &#x5C71;' pdf:Keywords=\"k\"", ""))},
        {"subject text", packetAround(described("", "<dc:subject>one</dc:subject>"))},
        {"subject empty", packetAround(described("", "<dc:subject/>"))},
        {"subject empty list", packetAround(described("", "<dc:subject><rdf:Bag/></dc:subject>"))},
        {"subject with our class already",
         packetAround(described("", "<dc:subject><rdf:Bag><rdf:li>自治体機密性3B・完全性2・可用性1</rdf:li>"
                                    "</rdf:Bag></dc:subject>"))},
        {"subject resource", packetAround(described("", "<dc:subject rdf:resource='x'/>"))},
        {"keywords element", packetAround(described("", "<pdf:Keywords>税, <![CDATA[a<b]]></pdf:Keywords>"))},
        {"typed node, language, comment",
         packetAround("<!-- < & > --><x:Thing><x:name xml:lang='ja'>あ</x:name></x:Thing>\n")},
        {"no nodes", packetAround("")},
        {"no nodes, closed", QByteArray("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>")},
        {"RDF as default namespace",
         QByteArray("<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><Description about=''>"
                    "<subject xmlns='http://purl.org/dc/elements/1.1/'>"
                    "<Bag xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><li>x</li></Bag></subject>"
                    "</Description></RDF>")},
        {"padding", packetAround(described("", bag), QByteArray(2048, ' ') + "\n")},
        {"declaration and trailing zeros",
         QByteArray("<?xml version='1.0' encoding='UTF-8'?>") + packetAround(described("", bag)).mid(54)
             + QByteArray(3, '\0')},
        {"read-only", packetAround(described("", bag)).replace("end=\"w\"", "end='r'")},
    };
}

} // namespace shirushi::tests
