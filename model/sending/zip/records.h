// The records that make a ZIP archive (PKWARE APPNOTE 6.3) with WinZip's encryption, as they are written. Sizes that
// the plain fields cannot hold go into ZIP64's. Pure functions; any thread.
#pragma once

#include "sending/zip/aes.h"

#include <QByteArray>

#include <cstdint>

namespace shirushi::sending::zip {

inline constexpr std::uint16_t aesMethod = 99;
inline constexpr std::uint16_t aesExtra = 0x9901;
inline constexpr int aesExtraSize = 7;

/// One entry, as it is written.
struct Record {
    QByteArray name; // UTF-8, normal form C
    std::uint16_t method = 0; // of the content: 0 stored, 8 deflated
    bool isEncrypted = false;
    bool isDescribed = false; // the sizes follow the data: they are not known before
    bool isWide = false;      // ZIP64 in the local header
    std::uint32_t crc = 0;    // never of what is encrypted
    std::uint64_t size = 0;
    std::uint64_t compressedSize = 0; // with salt, verifier and MAC
    std::uint64_t offset = 0;         // of the local header
    std::uint32_t dosTime = 0;
};

/// Whether an entry that may become `most` bytes long needs ZIP64.
bool needsWide(std::uint64_t most);

QByteArray localHeader(const Record &record);
QByteArray descriptor(const Record &record);
QByteArray centralRecord(const Record &record);
QByteArray endRecords(std::uint64_t entries, std::uint64_t directoryOffset, std::uint64_t directorySize,
                      const QByteArray &comment = {});

/// Local time in the form of DOS, in whole two seconds; what DOS cannot say becomes its first day.
std::uint32_t dosTimeOf(std::int64_t nanosecondsSince1970);

} // namespace shirushi::sending::zip
