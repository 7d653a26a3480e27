// XmlScanner, XmlTree and what text means between tags.
#include "fuzz/target.h"

#include "label/xml/xmltree.h"
#include "model/label/packets.h"

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&lt;", "&#x10FFFF;", "&#0;", "&a;",
            "<a>", "</a>", "<a/>", "=\"", "='", "xmlns=\"", "xmlns:x=\"u\"", "xml:space", ":", "\xef\xbb\xbf", "\xff\xfe", "\xc0\x80",
            "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>"};
}

std::vector<QByteArray> seeds()
{
    std::vector<QByteArray> all{
        "<a xmlns='u' b=\"1\" c='&amp;&#x5C71;'><b/>text<c><![CDATA[<x>]]></c><!-- n --><?p i?></a>",
        QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><x:a xmlns:x='u'><x:b xmlns:x='v' x:c='d'/></x:a>\n"};
    for (const auto &[name, packet] : tests::foreignPackets())
        all.push_back(packet);
    return all;
}

namespace {

bool scansToTheEnd(const QByteArray &bytes)
{
    const std::string_view text = label::viewOf(bytes);
    label::XmlScanner scanner(text);
    std::size_t end = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    using Token = label::XmlScanner::Token;
    for (;;) {
        const Token token = scanner.next();
        if (token == Token::Malformed) {
            demand(scanner.fault() != label::XmlFault::None, "a scanner says why it stops");
            demand(scanner.next() == Token::Malformed, "nothing comes behind a fault");
            return false;
        }
        demand(scanner.begin() == end && scanner.end() >= end && scanner.end() <= text.size(), "tokens lie side by side");
        end = scanner.end();
        if (token == Token::End) {
            demand(end == text.size(), "a walk ends at the end");
            return true;
        }
        if (token == Token::StartTag) {
            for (const label::ScannedAttribute &attribute : scanner.attributes())
                demand(text.substr(attribute.valueBegin, attribute.value.size()) == attribute.value, "values lie where it is said");
        }
    }
}

void checkTree(const QByteArray &bytes, const label::XmlTreeRules &rules)
{
    const auto tree = label::XmlTree::parse(bytes, rules);
    if (!tree)
        return;
    for (const label::XmlElement &element : tree->elements()) {
        demand(element.whole.begin < element.content.begin && element.content.begin <= element.content.end
                   && element.content.end <= element.whole.end
                   && element.whole.end <= static_cast<std::size_t>(tree->document().size()),
               "an element holds its content");
        if (const label::XmlElement *parent = tree->parent(element))
            demand(parent->content.begin <= element.whole.begin && element.whole.end <= parent->content.end, "a parent holds its child");
        static_cast<void>(tree->text(element));
        static_cast<void>(tree->children(element));
        for (std::size_t i = 0; i < element.attributeCount; ++i)
            static_cast<void>(tree->value(tree->attributes()[element.firstAttribute + i]));
    }
}

} // namespace

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(label::encodingOf(label::viewOf(bytes)));
    const bool whole = fuzz::scansToTheEnd(bytes);
    label::XmlTreeRules plain;
    if (label::XmlTree::parse(bytes, plain))
        fuzz::demand(whole, "what has a tree can be scanned");
    fuzz::checkTree(bytes, plain);
    label::XmlTreeRules strict;
    strict.checksNames = true;
    strict.dropsZeros = true;
    strict.deepestKept = 3;
    fuzz::checkTree(bytes, strict);
    if (whole)
        static_cast<void>(label::textInXml(label::viewOf(bytes)));
    static_cast<void>(label::hasOnlyKnownReferences(label::viewOf(bytes)));
    const QString text = label::unescapedXml(label::viewOf(bytes));
    const QString kept = label::unescapedXml(label::viewOf(label::escapedXml(text)));
    fuzz::demand(label::unescapedXml(label::viewOf(label::escapedXml(kept))) == kept, "escaped text stays itself");
    return 0;
}
