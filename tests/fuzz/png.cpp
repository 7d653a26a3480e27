#include "fuzz/codeccheck.h"
#include "fuzz/imageseeds.h"

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"IHDR", "IDAT", "IEND", "iTXt", "caBX", "acTL", QByteArray("XML:com.adobe.xmp\0", 18), QByteArray("\0\1\0", 3),
            QByteArray("\0\0\0\0", 4), "<rdf:RDF", "urn:shirushi:label:1.0#", "Before"};
}

std::vector<QByteArray> seeds()
{
    std::vector<QByteArray> all{pngWith({}), pngWith({}) + "behind the end"};
    for (const auto &[name, packet] : tests::foreignPackets())
        all.push_back(pngWith(xmpChunk(packet)));
    const QByteArray packed = qCompress(all.back()).mid(4);
    all.push_back(pngWith(pngChunk("iTXt", QByteArray("XML:com.adobe.xmp\0\1\0\0\0", 22) + packed)));
    const auto codec = label::makePngCodec();
    for (std::size_t i = 0; i < 6; ++i) {
        const auto done = labelled(*codec, all[i], false);
        demand(done.has_value(), "the samples can be labelled");
        all.push_back(*done);
    }
    return all;
}

namespace {

// With right checksums, or damage would seldom come past them.
QByteArray summed(QByteArray bytes)
{
    for (qsizetype at = 8; at + 12 <= bytes.size();) {
        qsizetype length = 0;
        for (qsizetype i = at; i < at + 4; ++i)
            length = length << 8 | static_cast<unsigned char>(bytes[i]);
        if (length > bytes.size() - at - 12)
            break;
        bytes.replace(at + 8 + length, 4, big(tests::crcOf(bytes.mid(at + 4, length + 4)), 4));
        at += length + 12;
    }
    return bytes;
}

} // namespace

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    static const auto codec = label::makePngCodec();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    fuzz::checkCodec(*codec, size % 4 == 0 ? bytes : fuzz::summed(bytes), fuzz::Removal::Bytes);
    return 0;
}
