// XmpSlotCodec: what JPEG and PNG have in common. Their XMP packet lies in one segment or chunk of its own; a
// label replaces that one, or is put into a new one, and every other byte of the file stays.
//
// The content hash is over the file without its XMP, so that another program that edits only XMP does not
// change it either. Without state; any thread.
#pragma once

#include "label/codec.h"
#include "label/xmp/xmp.h"

#include <map>

namespace shirushi::label {

/// Where the packet is, or where one would be put.
struct XmpSlot {
    std::uint64_t begin = 0; // of the whole segment or chunk; begin == end: there is none yet
    std::uint64_t end = 0;
    std::vector<QByteArray> packets; // all that were found, for reading; writing needs at most one
    QByteArray content;              // PNG: the chunk's data as it stands
    std::optional<base::Error> refusal; // why the file must not be rewritten
};

using Keepsakes = std::map<QString, QString>; // fields of ours that say how the slot looked before

class XmpSlotCodec : public Codec
{
public:
    [[nodiscard]] base::Result<Reading> read(const platform::FileSource &source) const final;
    using Codec::contentHash;
    [[nodiscard]] base::Result<QByteArray> contentHash(const platform::FileSource &source,
                                                       crypto::FileDigest &digest) const final;
    [[nodiscard]] base::Result<Written> stamp(const platform::FileSource &source, const Stamp &stamp,
                                              platform::Sink &out) const final;
    [[nodiscard]] base::Result<Written> remove(const platform::FileSource &source, platform::Sink &out) const final;

protected:
    /// Damaged where the format is not well formed. `thorough`: as far as rewriting asks for; else only what
    /// reading the label needs.
    [[nodiscard]] virtual base::Result<XmpSlot> find(const platform::FileSource &source, bool thorough) const = 0;

    /// The segment or chunk that carries `packet`.
    virtual QByteArray wrapped(const QByteArray &packet, const XmpSlot &slot) const = 0;

    /// What is to be remembered of the slot when `theirs` (the packet without ours) gets a label; `known` is
    /// what an earlier label remembered.
    virtual Keepsakes keepsakes(const XmpSlot &slot, const QByteArray &theirs, const Keepsakes &known) const;

    /// The segment or chunk as it was before: `theirs` is not empty.
    virtual QByteArray restored(const QByteArray &theirs, const XmpSlot &slot, const Keepsakes &known) const;

    /// Bytes that a packet may have at most; 0: no bound.
    virtual qsizetype longestPacket() const { return 0; }

private:
    /// find(), thorough; the refusal, where there is one.
    [[nodiscard]] base::Result<XmpSlot> findToRewrite(const platform::FileSource &source) const;
};

/// The reading that comes of the packets of an image. One that cannot be read holds no label of ours, unless
/// our namespace is in it.
Reading readingOf(const std::vector<QByteArray> &packets, const QString &subject);

/// What images say to the wish for a visible mark.
Written withoutMark(const Stamp &stamp);

} // namespace shirushi::label
