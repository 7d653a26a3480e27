#include "label/image/xmpslot.h"

#include "base/encoding.h"
#include "crypto/digest.h"

#include <QCoreApplication>

namespace shirushi::label {

namespace {

base::Result<void> writeAround(const platform::FileSource &source, const XmpSlot &slot, const QByteArray &piece,
                               platform::Sink &out)
{
    if (const auto head = out.copy(source, 0, slot.begin); !head)
        return head;
    if (const auto middle = out.write(piece); !middle)
        return middle;
    return out.copy(source, slot.end, source.size() - slot.end);
}

struct Before {
    QByteArray packet; // without ours
    Keepsakes known;   // what ours remembers
};

base::Result<Before> beforeUs(const QByteArray &packet, const QString &subject)
{
    auto reading = readXmp(packet, subject);
    if (!reading)
        return std::unexpected(reading.error());
    auto theirs = withoutOurXmp(packet, subject);
    if (!theirs)
        return std::unexpected(theirs.error());
    return Before{*std::move(theirs), std::move(reading->extra)};
}

} // namespace

Reading readingOf(const std::vector<QByteArray> &packets, const QString &subject)
{
    Reading reading;
    for (const QByteArray &packet : packets) {
        if (!mayCarryLabel(packet))
            continue;
        auto found = readXmp(packet, subject);
        if (!found) {
            reading.malformed = true;
            continue;
        }
        reading.malformed = reading.malformed || found->malformed;
        reading.foreign.insert(reading.foreign.end(), found->foreign.begin(), found->foreign.end());
        if (!reading.label)
            reading.label = std::move(found->label);
    }
    return reading;
}

Written withoutMark(const Stamp &stamp)
{
    Written written;
    if (stamp.mark) {
        written.notices += QCoreApplication::translate(
            "shirushi::label", "An image carries the class in its properties; it gets no visible mark.");
    }
    return written;
}

base::Result<Reading> XmpSlotCodec::read(const platform::FileSource &source) const
{
    const auto slot = find(source, false);
    if (!slot)
        return std::unexpected(slot.error());
    return readingOf(slot->packets, base::toDisplay(source.path()));
}

base::Result<XmpSlot> XmpSlotCodec::findToRewrite(const platform::FileSource &source) const
{
    auto slot = find(source, true);
    if (slot && slot->refusal)
        return std::unexpected(*slot->refusal);
    return slot;
}

base::Result<QByteArray> XmpSlotCodec::contentHash(const platform::FileSource &source, crypto::FileDigest &digest) const
{
    const auto slot = findToRewrite(source);
    if (!slot)
        return std::unexpected(slot.error());
    if (slot->begin == slot->end) {
        const auto whole = digest.ofWhole();
        return whole ? base::Result<QByteArray>(base::toHex(*whole)) : whole;
    }
    crypto::Sha256 hash;
    if (const auto head = crypto::addTo(hash, source, 0, slot->begin); !head)
        return std::unexpected(head.error());
    if (const auto rest = crypto::addTo(hash, source, slot->end, source.size() - slot->end); !rest)
        return std::unexpected(rest.error());
    return base::toHex(hash.finish());
}

base::Result<Written> XmpSlotCodec::stamp(const platform::FileSource &source, const Stamp &stamp,
                                          platform::Sink &out) const
{
    const QString subject = base::toDisplay(source.path());
    const auto slot = findToRewrite(source);
    if (!slot)
        return std::unexpected(slot.error());
    XmpOptions options;
    options.maximum = longestPacket();
    QByteArray existing;
    if (!slot->packets.empty()) {
        existing = slot->packets.front();
        const auto before = beforeUs(existing, subject);
        if (!before)
            return std::unexpected(before.error());
        options.extra = keepsakes(*slot, before->packet, before->known);
    }
    const auto packet = writeXmp(existing, stamp, options, subject);
    if (!packet)
        return std::unexpected(packet.error());
    if (const auto done = writeAround(source, *slot, wrapped(*packet, *slot), out); !done)
        return std::unexpected(done.error());
    return withoutMark(stamp);
}

base::Result<Written> XmpSlotCodec::remove(const platform::FileSource &source, platform::Sink &out) const
{
    const QString subject = base::toDisplay(source.path());
    const auto slot = findToRewrite(source);
    if (!slot)
        return std::unexpected(slot.error());
    QByteArray piece;
    if (!slot->packets.empty()) {
        const auto before = beforeUs(slot->packets.front(), subject);
        if (!before)
            return std::unexpected(before.error());
        if (before->packet == slot->packets.front()) { // nothing of ours
            if (const auto done = out.copy(source, 0, source.size()); !done)
                return std::unexpected(done.error());
            return Written();
        }
        if (!before->packet.isEmpty())
            piece = restored(before->packet, *slot, before->known);
    }
    if (const auto done = writeAround(source, *slot, piece, out); !done)
        return std::unexpected(done.error());
    return Written();
}

Keepsakes XmpSlotCodec::keepsakes(const XmpSlot &, const QByteArray &, const Keepsakes &) const
{
    return {};
}

QByteArray XmpSlotCodec::restored(const QByteArray &theirs, const XmpSlot &slot, const Keepsakes &) const
{
    return wrapped(theirs, slot);
}

} // namespace shirushi::label
