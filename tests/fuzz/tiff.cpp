#include "fuzz/codeccheck.h"
#include "fuzz/imageseeds.h"

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {QByteArray("II*\0", 4), QByteArray("MM\0*", 4), QByteArray("\xbc\2", 2), QByteArray("\2\xbc", 2), "\x69\x87", "\x87\x69",
            QByteArray("\1\0\0\0", 4), QByteArray("\0\0\0\1", 4), "<rdf:RDF", "urn:shirushi:label:1.0#", "tiffOffset", "Before"};
}

std::vector<QByteArray> seeds()
{
    std::vector<QByteArray> all{tiffWith({}, true), tiffWith({}, false)};
    for (const auto &[name, packet] : tests::foreignPackets())
        all.push_back(tiffWith(packet, all.size() % 2 == 0));
    const auto codec = label::makeTiffCodec();
    for (std::size_t i = 0; i < 6; ++i) {
        const auto done = labelled(*codec, all[i], false);
        demand(done.has_value(), "the samples can be labelled");
        all.push_back(*done);
    }
    for (const QByteArray &file : corpusFiles({QStringLiteral("*.tif"), QStringLiteral("*.tiff")}, 20'000, 5))
        all.push_back(file);
    return all;
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    static const auto codec = label::makeTiffCodec();
    fuzz::checkCodec(*codec, QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)),
                     fuzz::Removal::Bytes);
    return 0;
}
