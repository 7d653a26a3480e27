// The chunks of a PNG file (ISO/IEC 15948 section 5), as far as XMP is concerned. Any thread.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace shirushi::label {

inline constexpr std::string_view pngSignature = "\x89PNG\r\n\x1A\n";

struct PngChunk {
    std::uint64_t begin = 0; // of its length
    std::uint64_t end = 0;   // behind its checksum
    QByteArray content;
};

struct PngWalk {
    std::vector<PngChunk> xmp; // the iTXt chunks with the keyword XML:com.adobe.xmp
    std::uint64_t place = 0;   // where such a chunk would be put: before the image data
    bool isSigned = false;     // it has Content Credentials (caBX)
};

/// Damaged: not a chain of chunks from IHDR over IDAT to IEND. `thorough`: also where the checksum of a critical
/// chunk or of an XMP one is wrong. TooLarge: more than 500,000 chunks, or 32 MiB of XMP.
[[nodiscard]] base::Result<PngWalk> walkPng(const platform::FileSource &source, bool thorough);

/// What an iTXt chunk with XMP says (section 11.3.4.5).
struct XmpText {
    QByteArray packet; // expanded
    QByteArray start;  // the chunk's data before the text: keyword, flags, language, translated keyword
    bool isCompressed = false;
};

/// Nothing if `content` is not of that form, or would expand beyond 32 MiB.
std::optional<XmpText> readXmpText(const QByteArray &content);

/// The start of a chunk that carries XMP as plain text.
QByteArray plainXmpStart();

/// A whole chunk with its length and checksum; `type` has four letters.
QByteArray pngChunk(const char *type, const QByteArray &content);

} // namespace shirushi::label
