#include "fuzz/codeccheck.h"
#include "fuzz/imageseeds.h"

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"\xff\xe1", "\xff\xe2", "\xff\xda", "\xff\xd9", "\xff\xd8", "\xff\xff\xff", QByteArray("http://ns.adobe.com/xap/1.0/\0", 29),
            QByteArray("http://ns.adobe.com/xmp/extension/\0", 35), QByteArray("Exif\0\0", 6), QByteArray("\xff\xe1\0\2", 4),
            "JP", QByteArray("MPF\0", 4), QByteArray("\x92\x7c", 2), "<rdf:RDF", "urn:shirushi:label:1.0#", "Before"};
}

std::vector<QByteArray> seeds()
{
    const QByteArray exif = jpegSegment('\xe1', exifWith(QByteArray("\x92\x7c\0\7\0\0\0\4abcd", 12)));
    const auto xmp = [](const QByteArray &packet) -> QByteArray {
        return jpegSegment('\xe1', QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + packet);
    };
    const QByteArray icc = jpegSegment('\xe2', QByteArray("ICC_PROFILE\0\1\1xyz", 17));
    std::vector<QByteArray> all{jpegWith({}), jpegWith(exif + icc), jpegWith(exif) + "a trailer \xff\xd8"};
    for (const auto &[name, packet] : tests::foreignPackets())
        all.push_back(jpegWith(exif + xmp(packet) + icc));
    const auto codec = label::makeJpegCodec();
    for (std::size_t i = 0; i < 6; ++i) {
        const auto done = labelled(*codec, all[i], false);
        demand(done.has_value(), "the samples can be labelled");
        all.push_back(*done);
    }
    for (const QByteArray &file : corpusFiles({QStringLiteral("*.jpg")}, 20'000, 5))
        all.push_back(file);
    return all;
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    static const auto codec = label::makeJpegCodec();
    fuzz::checkCodec(*codec, QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)),
                     fuzz::Removal::Bytes);
    return 0;
}
