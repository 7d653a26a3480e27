// The segments of a JPEG file before its first scan (ITU-T T.81 annex B), and what may lie behind its last one.
// Any thread.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace shirushi::label {

struct JpegSegment {
    std::uint8_t marker = 0;
    std::uint64_t begin = 0;   // of its marker's 0xFF, fill bytes not counted
    std::uint64_t content = 0; // behind its length
    std::uint64_t end = 0;
    QByteArray start; // the first bytes of its content, at most 64
};

struct JpegHeader {
    std::vector<JpegSegment> segments; // APPn and COM only
    std::uint64_t scan = 0;            // where the first SOS segment begins
};

/// Damaged: not a chain of segments up to a scan; TooLarge: more than 100,000 of them.
[[nodiscard]] base::Result<JpegHeader> readJpegHeader(const platform::FileSource &source);

/// Where the file goes on behind EOI; its size if it does not, or has no EOI.
[[nodiscard]] base::Result<std::uint64_t> endOfJpeg(const platform::FileSource &source, std::uint64_t scan);

/// True if `exif` (the content of an Exif segment) has a MakerNote.
bool hasMakerNote(const QByteArray &exif);

} // namespace shirushi::label
