// What is asked of every codec, whatever bytes it is given: it refuses, or it keeps all its promises.
#pragma once

#include "fuzz/target.h"

#include "label/codec.h"

#include <map>
#include <optional>

namespace shirushi::fuzz {

/// How exactly a codec's remove() undoes its stamp().
enum class Removal {
    Bytes, // the very bytes of before
    Parts, // a package whose parts have the content of before
};

/// Reads, labels, labels again and takes the label away, and demands: the label that was given is read back; the
/// content hash never moves; labelling anew with the same label gives the same bytes; removal is as exact as
/// `removal` says; the bytes that were read are an exact prefix, if `appends`.
void checkCodec(const label::Codec &codec, const QByteArray &bytes, Removal removal, bool appends = false);

/// `bytes` as a file on a file system in memory, open for reading.
platform::FileSource asFile(const QByteArray &bytes);

/// A folder in memory that goes with the program.
QString scratchFolder();

/// Parts of a package as one input that damage does not make unreadable as a whole: RS name LF content, each.
QByteArray joinedParts(const std::map<QByteArray, QByteArray> &parts);
/// The archive that such an input means, its first part stored; `bytes` itself where it is an archive.
QByteArray archiveOf(const QByteArray &bytes);
inline constexpr char partSeparator = '\x1e';

/// What a codec makes of `bytes` with a label and a mark; nothing where it refuses.
std::optional<QByteArray> labelled(const label::Codec &codec, const QByteArray &bytes, bool mark);

} // namespace shirushi::fuzz
