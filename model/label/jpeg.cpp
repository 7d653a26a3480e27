#include "label/bytewindow.h"
#include "label/jpegsegments.h"
#include "label/xmpslot.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

using base::ErrorCode;

namespace {

const QByteArray xmpSignature("http://ns.adobe.com/xap/1.0/\0", 29);
const QByteArray extensionSignature("http://ns.adobe.com/xmp/extension/\0", 35);
const QByteArray exifSignature("Exif\0\0", 6);
const QByteArray multiPictureSignature("MPF\0", 4);
constexpr std::uint8_t app0 = 0xE0;
constexpr std::uint8_t app1 = 0xE1;
constexpr std::uint8_t app2 = 0xE2;
constexpr std::uint8_t app11 = 0xEB;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

bool isA(const JpegSegment &segment, std::uint8_t marker, const QByteArray &signature)
{
    return segment.marker == marker && segment.start.startsWith(signature);
}

// Content Credentials (C2PA): a JUMBF box in APP11, signed over the bytes of the file.
bool isContentCredential(const JpegSegment &segment)
{
    return segment.marker == app11 && segment.start.startsWith("JP") && segment.start.contains("jumdc2pa");
}

// Is what lies behind the image nothing, or something that finds its parts from its own end, or that knows
// nothing of the image before it?
base::Result<bool> movesFreely(const platform::FileSource &source, std::uint64_t from)
{
    ByteWindow window(source);
    const auto start = window.at(from, 8);
    if (!start)
        return std::unexpected(start.error());
    if (start->size() == 8 && start->substr(4) == "ftyp") // a motion photo
        return true;
    const auto end = source.size() - from >= 4 ? source.bytes(source.size() - 4, 4)
                                               : base::Result<QByteArray>(QByteArray());
    if (!end)
        return std::unexpected(end.error());
    if (*end == "SEFT")
        return true;
    for (std::uint64_t at = from; at < source.size();) {
        const auto bytes = window.at(at, ByteWindow::size);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->empty() || bytes->find_first_not_of('\0') != std::string_view::npos)
            return false;
        at += bytes->size();
    }
    return true;
}

class JpegCodec final : public XmpSlotCodec
{
public:
    QString name() const override { return QStringLiteral("jpeg"); }

    bool recognises(const platform::FileSource &source) const override
    {
        char start[3] = {};
        const auto got = source.read(0, start);
        return got && *got == sizeof start && std::string_view(start, 3) == "\xFF\xD8\xFF";
    }

protected:
    base::Result<XmpSlot> find(const platform::FileSource &source, bool thorough) const override;
    QByteArray wrapped(const QByteArray &packet, const XmpSlot &slot) const override;

    // XMP Specification Part 3, section 1.1.3: a segment has 65,535 bytes with its length and signature.
    qsizetype longestPacket() const override { return 65'502; }
};

// Behind Exif, else behind JFIF, else first; before anything with offsets that count from itself.
std::uint64_t placeFor(const JpegHeader &header)
{
    std::uint64_t place = 2;
    std::uint64_t limit = header.scan;
    for (const JpegSegment &segment : header.segments) {
        if (segment.marker == app0 && segment.begin == place)
            place = segment.end;
        else if (isA(segment, app1, exifSignature))
            place = segment.end;
        else if (isA(segment, app2, multiPictureSignature))
            limit = std::min(limit, segment.begin);
    }
    return std::min(place, limit);
}

// A camera's notes may point behind the image, counted from the Exif segment: a preview that would not be
// found again if more lay between the two.
base::Result<bool> pointsBehindImage(const platform::FileSource &source, const JpegHeader &header,
                                     std::uint64_t place)
{
    const JpegSegment *exif = nullptr;
    for (const JpegSegment &segment : header.segments) {
        if (isA(segment, app2, multiPictureSignature))
            return false; // such a file lists its previews there, and that list stays right
        if (!exif && isA(segment, app1, exifSignature))
            exif = &segment;
    }
    if (!exif || place < exif->end)
        return false;
    const auto content = source.bytes(exif->content, exif->end - exif->content);
    if (!content)
        return std::unexpected(content.error());
    if (!hasMakerNote(*content))
        return false;
    const auto end = endOfJpeg(source, header.scan);
    if (!end)
        return std::unexpected(end.error());
    const auto free = movesFreely(source, *end);
    if (!free)
        return free;
    return !*free;
}

std::optional<base::Error> refusalFor(const JpegHeader &header, const XmpSlot &slot, const QString &subject)
{
    const auto refused = [&](ErrorCode code, const QString &sentence) {
        return base::Error{code, subject, sentence, {}};
    };
    for (const JpegSegment &segment : header.segments) {
        if (isContentCredential(segment))
            return refused(ErrorCode::Signed, tr("The image carries a signature (Content Credentials)."));
        if (isA(segment, app1, extensionSignature))
            return refused(ErrorCode::Unsupported, tr("The image has extended XMP metadata."));
        if (slot.begin > segment.begin && isA(segment, app2, multiPictureSignature))
            return refused(ErrorCode::Unsupported, tr("The image has a form that is not changed here."));
    }
    if (slot.packets.size() > 1)
        return refused(ErrorCode::Unsupported, tr("The image has more than one XMP packet."));
    return std::nullopt;
}

base::Result<XmpSlot> JpegCodec::find(const platform::FileSource &source, bool thorough) const
{
    const QString subject = base::toDisplay(source.path());
    const auto header = readJpegHeader(source);
    if (!header)
        return std::unexpected(header.error());
    XmpSlot slot;
    constexpr std::size_t mostPackets = 16;
    for (const JpegSegment &segment : header->segments) {
        if (!isA(segment, app1, xmpSignature) || slot.packets.size() == mostPackets)
            continue;
        const std::uint64_t from = segment.content + static_cast<std::uint64_t>(xmpSignature.size());
        auto packet = source.bytes(from, segment.end - from);
        if (!packet)
            return std::unexpected(packet.error());
        if (slot.packets.empty()) {
            slot.begin = segment.begin;
            slot.end = segment.end;
        }
        slot.packets.push_back(std::move(*packet));
    }
    if (slot.packets.empty())
        slot.begin = slot.end = placeFor(*header);
    if (!thorough)
        return slot;
    slot.refusal = refusalFor(*header, slot, subject);
    if (!slot.refusal) {
        const auto points = pointsBehindImage(source, *header, slot.begin);
        if (!points)
            return std::unexpected(points.error());
        if (*points) {
            slot.refusal = base::Error{ErrorCode::Unsupported, subject,
                                       tr("The image points to data behind it, which must not move."), {}};
        }
    }
    return slot;
}

QByteArray JpegCodec::wrapped(const QByteArray &packet, const XmpSlot &) const
{
    const auto length = static_cast<unsigned>(2 + xmpSignature.size() + packet.size());
    return QByteArray("\xFF\xE1") + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + xmpSignature
           + packet;
}

} // namespace

std::unique_ptr<Codec> makeJpegCodec()
{
    return std::make_unique<JpegCodec>();
}

} // namespace shirushi::label
