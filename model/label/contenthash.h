// What a document's content is, whatever label it carries: SCHEME:hex of a SHA-256 (design §4). Any thread.
//
// The scheme is the codec's name and version (ooxml1, odf1, pdf1, jpeg1, png1, tiff1), or sha256 for the plain
// hash of every other file and of every file that is labelled by sidecar.
#pragma once

#include "label/codecset.h"

namespace shirushi::label {

/// The hash a label given now would carry.
[[nodiscard]] base::Result<QString> contentHash(const platform::FileSource &source, const CodecSet &codecs);

/// The same of a file that is open; `digest` is of it.
[[nodiscard]] base::Result<QString> contentHash(const platform::FileSource &source, CodecSet::Opened &opened,
                                                crypto::FileDigest &digest);

/// The hash by the scheme that `like` names, to compare with it.
[[nodiscard]] base::Result<QString> contentHashLike(const QString &like, const platform::FileSource &source,
                                                    const CodecSet &codecs);

/// The same of a file that is open; `digest` is of it.
[[nodiscard]] base::Result<QString> contentHashLike(const QString &like, const platform::FileSource &source,
                                                    CodecSet::Opened &opened, crypto::FileDigest &digest,
                                                    const CodecSet &codecs);

} // namespace shirushi::label
