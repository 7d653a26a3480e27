#include "label/pngchunks.h"
#include "label/xmpslot.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::ErrorCode;

namespace {

const QString keepsakeName = QStringLiteral("PngChunk");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

class PngCodec final : public XmpSlotCodec
{
public:
    QString name() const override { return QStringLiteral("png"); }

    bool recognises(const platform::FileSource &source) const override
    {
        char start[8] = {};
        const auto got = source.read(0, start);
        return got && *got == sizeof start && std::string_view(start, 8) == pngSignature;
    }

protected:
    base::Result<XmpSlot> find(const platform::FileSource &source, bool thorough) const override;
    QByteArray wrapped(const QByteArray &packet, const XmpSlot &slot) const override;
    Keepsakes keepsakes(const XmpSlot &slot, const QByteArray &theirs, const Keepsakes &known) const override;
    QByteArray restored(const QByteArray &theirs, const XmpSlot &slot, const Keepsakes &known) const override;
};

// The chunk's data that an earlier label remembered, if it still says the same as `theirs`.
std::optional<QByteArray> remembered(const Keepsakes &known, const QByteArray &theirs)
{
    const auto found = known.find(keepsakeName);
    if (found == known.end())
        return std::nullopt;
    const auto content =
        QByteArray::fromBase64Encoding(found->second.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!content)
        return std::nullopt;
    const auto text = readXmpText(*content);
    return text && text->packet == theirs ? std::optional(*content) : std::nullopt;
}

base::Result<XmpSlot> PngCodec::find(const platform::FileSource &source, bool thorough) const
{
    const QString subject = base::toDisplay(source.path());
    const auto walk = walkPng(source, thorough);
    if (!walk)
        return std::unexpected(walk.error());
    XmpSlot slot;
    slot.begin = slot.end = walk->place;
    for (const PngChunk &chunk : walk->xmp) {
        if (slot.packets.empty()) {
            slot.begin = chunk.begin;
            slot.end = chunk.end;
            slot.content = chunk.content;
        }
        const auto text = readXmpText(chunk.content);
        if (text)
            slot.packets.push_back(text->packet);
        else
            slot.refusal = base::Error{ErrorCode::Damaged, subject,
                                       tr("The XMP metadata in this file is damaged."), {}};
    }
    if (walk->xmp.size() > 1)
        slot.refusal = base::Error{ErrorCode::Unsupported, subject, tr("The image has more than one XMP packet."), {}};
    if (walk->isSigned)
        slot.refusal = base::Error{ErrorCode::Signed, subject,
                                   tr("The image carries a signature (Content Credentials)."), {}};
    return slot;
}

// Always as XMP Specification Part 3, section 1.1.5 asks: not compressed, and of no language.
QByteArray PngCodec::wrapped(const QByteArray &packet, const XmpSlot &) const
{
    return pngChunk("iTXt", plainXmpStart() + packet);
}

Keepsakes PngCodec::keepsakes(const XmpSlot &slot, const QByteArray &theirs, const Keepsakes &known) const
{
    const auto asBase64 = [](const QByteArray &content) {
        return Keepsakes{{keepsakeName, QString::fromLatin1(content.toBase64())}};
    };
    if (const auto content = remembered(known, theirs))
        return asBase64(*content);
    const auto text = readXmpText(slot.content);
    const bool isOdd = text && text->packet == theirs && (text->isCompressed || text->start != plainXmpStart());
    return isOdd ? asBase64(slot.content) : Keepsakes();
}

QByteArray PngCodec::restored(const QByteArray &theirs, const XmpSlot &slot, const Keepsakes &known) const
{
    if (const auto content = remembered(known, theirs))
        return pngChunk("iTXt", *content);
    return wrapped(theirs, slot);
}

} // namespace

std::unique_ptr<Codec> makePngCodec()
{
    return std::make_unique<PngCodec>();
}

} // namespace shirushi::label
