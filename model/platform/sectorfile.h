// A small file that is written often, replaced where it lies: its content is no longer than the smallest piece that
// a disk writes at once, so that a kill and a power cut leave the old content or the new one without a flush. Readers
// and writers take the file's lock, and none of them sees half of it. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QByteArray>

#include <functional>

namespace shirushi::platform {

/// Bytes. Every disk writes a sector whole or not at all, and none is smaller.
constexpr qsizetype sectorSize = 512;

/// Writes `content` over what the file has, without flushing it. False, and nothing is changed, where that is not safe
/// or not wanted: the file has another length, another name too, is not ours to write, or `mayReplace` refuses what is
/// there.
bool overwriteSector(const base::Path &file, const QByteArray &content,
                     const std::function<bool(const QByteArray &present)> &mayReplace);

/// The whole file, if it has at most `limit` bytes (TooLarge otherwise); waits for a writer.
[[nodiscard]] base::Result<QByteArray> readUnderLock(const base::Path &file, std::uint64_t limit);

} // namespace shirushi::platform
