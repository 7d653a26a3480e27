// XMP packets: read, labelled, labelled again, given back. The first byte says with which options.
#include "fuzz/target.h"

#include "label/xmp/xmp.h"
#include "model/label/packets.h"
#include "model/label/samplelabel.h"

namespace shirushi::fuzz {

namespace {

label::XmpOptions optionsOf(char byte)
{
    label::XmpOptions options;
    options.keepBefore = (byte & 1) != 0;
    if (!options.keepBefore) { // a PDF, which keeps the bytes of before itself
        options.pdfaExtension = (byte & 2) != 0;
        options.keywords = (byte & 4) != 0;
    }
    if ((byte & 16) != 0)
        options.maximum = 4000;
    if ((byte & 32) != 0)
        options.extra.emplace(QStringLiteral("tiffOffset"), QStringLiteral("8"));
    return options;
}

const QString subject = QStringLiteral("packet");

void check(const QByteArray &packet, const label::XmpOptions &options)
{
    const auto found = label::readXmp(packet, subject);
    if (found && found->label)
        demand(label::mayCarryLabel(packet), "a quick look misses no label");
    const auto bare = label::withoutOurXmp(packet, subject);
    const auto written = label::writeXmp(packet, tests::sampleStamp(), options, subject);
    if (!written)
        return;
    demand(options.maximum == 0 || written->size() <= options.maximum, "a packet keeps within its bound");
    demand(label::mayCarryLabel(*written), "a quick look sees the label");
    const auto reading = label::readXmp(*written, subject);
    demand(reading && reading->label == tests::sampleLabel() && !reading->malformed, "the label is read back");
    // Without it, a packet that held nothing but what we rewrote is made anew.
    if (options.keepBefore)
        demand(label::writeXmp(*written, tests::sampleStamp(), options, subject) == written, "writing again changes nothing");
    const auto after = label::withoutOurXmp(*written, subject);
    demand(after.has_value(), "a label can be taken out");
    if (bare == packet && options.keepBefore)
        demand(*after == packet, "taking out gives the packet of before");
    if (!after->isEmpty()) {
        const auto rest = label::readXmp(*after, subject);
        demand(rest && !rest->label && !rest->malformed, "taking out leaves nothing of ours");
    }
}

} // namespace

std::vector<QByteArray> words()
{
    return {"<dc:subject>", "<rdf:Bag>", "<rdf:li>", "</rdf:li>", "<pdf:Keywords>", "pdf:Keywords='", "dc:subject='", "<rdf:RDF",
            "<rdf:Description", "rdf:about=''", "rdf:parseType='Resource'", "xmlns:s='urn:shirushi:label:1.0#'", "<s:Label>",
            "<shirushi:Label>", "shirushi:Before='", "<shirushi:Classification>", "<pdfaExtension:schemas>", "<rdf:Seq>",
            "xml:lang='x-default'", "<?xpacket end='w'?>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "&#x5C71;", "&x;", "\xef\xbb\xbf"};
}

std::vector<QByteArray> seeds()
{
    std::vector<QByteArray> all;
    char options = 0;
    for (const auto &[name, packet] : tests::foreignPackets()) {
        options = static_cast<char>((options + 7) % 64);
        all.push_back(options + packet);
        if (const auto written = label::writeXmp(packet, tests::sampleStamp(), optionsOf(options), subject))
            all.push_back(options + *written);
    }
    return all;
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (!bytes.isEmpty())
        fuzz::check(bytes.mid(1), fuzz::optionsOf(bytes[0]));
    return 0;
}
