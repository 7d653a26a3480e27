// The fixed parts of a ZIP archive's records (PKWARE APPNOTE 6.3, section 4.3), for the files that read and
// write them. Pure functions, any thread. A caller of field16/32/64 has checked that the bytes are there.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

#include <cstdint>

namespace shirushi::label::zip {

inline constexpr std::uint32_t localSignature = 0x04034b50;
inline constexpr std::uint32_t centralSignature = 0x02014b50;
inline constexpr std::uint32_t endSignature = 0x06054b50;
inline constexpr std::uint32_t end64Signature = 0x06064b50;
inline constexpr std::uint32_t locator64Signature = 0x07064b50;
inline constexpr std::uint32_t descriptorSignature = 0x08074b50;

inline constexpr int localSize = 30;
inline constexpr int centralSize = 46;
inline constexpr int endSize = 22;
inline constexpr int end64Size = 56;
inline constexpr int locator64Size = 20;

inline constexpr std::uint16_t encryptedFlags = 0x0001 | 0x0040 | 0x2000;
inline constexpr std::uint16_t descriptorFlag = 0x0008;
inline constexpr std::uint16_t deflateLevelFlags = 0x0006;
inline constexpr std::uint16_t utf8Flag = 0x0800;

inline constexpr std::uint16_t stored = 0;
inline constexpr std::uint16_t deflated = 8;

inline constexpr std::uint16_t none16 = 0xffff;
inline constexpr std::uint32_t none32 = 0xffffffff;
inline constexpr std::uint16_t zip64Extra = 0x0001;

std::uint16_t field16(const QByteArray &bytes, qsizetype at);
std::uint32_t field32(const QByteArray &bytes, qsizetype at);
std::uint64_t field64(const QByteArray &bytes, qsizetype at);

void put16(QByteArray &bytes, std::uint16_t value);
void put32(QByteArray &bytes, std::uint32_t value);
void set16(QByteArray &bytes, qsizetype at, std::uint16_t value);
void set32(QByteArray &bytes, qsizetype at, std::uint32_t value);

/// Where the data of the extra field `id` lies in `extra`, and how long it is; nothing found: length −1.
/// Bytes at the end that are too short for a field are padding (Android's zipalign writes such).
struct ExtraField {
    qsizetype at = 0;
    qsizetype length = -1;
};
ExtraField findExtra(const QByteArray &extra, std::uint16_t id);

/// `extra` without its ZIP64 field.
QByteArray withoutZip64(const QByteArray &extra);

base::Error damaged(const platform::FileSource &source);
base::Error tooLarge(const platform::FileSource &source);

} // namespace shirushi::label::zip
