#include "sending/zip/records.h"

#include "label/zip/zipformat.h"

#include <QDateTime>

namespace shirushi::sending::zip {

using namespace label::zip;

namespace {

constexpr std::uint16_t versionForWide = 45;
constexpr std::uint16_t versionForAes = 51;
constexpr std::uint16_t versionForDeflate = 20;
constexpr std::uint16_t madeByDos = 63; // DOS attributes: the recipient's system gives its own permissions
constexpr std::uint32_t archiveAttribute = 0x20;
constexpr std::uint16_t vendorVersion2 = 2;
constexpr std::uint32_t firstDosDay = (1 << 21) | (1 << 16); // 1980-01-01 00:00

void put64(QByteArray &bytes, std::uint64_t value)
{
    put32(bytes, static_cast<std::uint32_t>(value));
    put32(bytes, static_cast<std::uint32_t>(value >> 32));
}

std::uint32_t narrow(std::uint64_t value)
{
    return value >= none32 ? none32 : static_cast<std::uint32_t>(value);
}

std::uint16_t versionOf(const Record &record, bool isWide)
{
    return record.isEncrypted ? versionForAes : isWide ? versionForWide : versionForDeflate;
}

std::uint16_t flagsOf(const Record &record)
{
    return static_cast<std::uint16_t>(utf8Flag | (record.isEncrypted ? 1 : 0) | (record.isDescribed ? descriptorFlag : 0));
}

void putAesExtra(QByteArray &extra, const Record &record)
{
    if (!record.isEncrypted)
        return;
    put16(extra, aesExtra);
    put16(extra, aesExtraSize);
    put16(extra, vendorVersion2);
    extra += "AE";
    extra += static_cast<char>(Strength::Aes256);
    put16(extra, record.method);
}

// What local and central records have in common: from "version needed" to the CRC.
void putCommon(QByteArray &bytes, const Record &record, bool isWide)
{
    put16(bytes, versionOf(record, isWide));
    put16(bytes, flagsOf(record));
    put16(bytes, record.isEncrypted ? aesMethod : record.method);
    put32(bytes, record.dosTime);
}

std::uint32_t crcOf(const Record &record)
{
    return record.isEncrypted ? 0 : record.crc;
}

} // namespace

bool needsWide(std::uint64_t most)
{
    return most >= none32 - (1 << 20);
}

QByteArray localHeader(const Record &record)
{
    const bool isKnown = !record.isDescribed;
    QByteArray extra;
    if (record.isWide) {
        put16(extra, zip64Extra);
        put16(extra, 16);
        put64(extra, isKnown ? record.size : 0);
        put64(extra, isKnown ? record.compressedSize : 0);
    }
    putAesExtra(extra, record);
    QByteArray bytes;
    put32(bytes, localSignature);
    putCommon(bytes, record, record.isWide);
    put32(bytes, isKnown ? crcOf(record) : 0);
    put32(bytes, record.isWide ? none32 : isKnown ? narrow(record.compressedSize) : 0);
    put32(bytes, record.isWide ? none32 : isKnown ? narrow(record.size) : 0);
    put16(bytes, static_cast<std::uint16_t>(record.name.size()));
    put16(bytes, static_cast<std::uint16_t>(extra.size()));
    return bytes + record.name + extra;
}

QByteArray descriptor(const Record &record)
{
    QByteArray bytes;
    put32(bytes, descriptorSignature);
    put32(bytes, crcOf(record));
    for (const std::uint64_t size : {record.compressedSize, record.size}) {
        if (record.isWide)
            put64(bytes, size);
        else
            put32(bytes, narrow(size));
    }
    return bytes;
}

QByteArray centralRecord(const Record &record)
{
    QByteArray wide;
    for (const std::uint64_t value : {record.size, record.compressedSize, record.offset}) {
        if (value >= none32)
            put64(wide, value);
    }
    QByteArray extra;
    if (!wide.isEmpty()) {
        put16(extra, zip64Extra);
        put16(extra, static_cast<std::uint16_t>(wide.size()));
        extra += wide;
    }
    putAesExtra(extra, record);
    QByteArray bytes;
    put32(bytes, centralSignature);
    put16(bytes, madeByDos);
    putCommon(bytes, record, record.isWide || !wide.isEmpty());
    put32(bytes, crcOf(record));
    put32(bytes, narrow(record.compressedSize));
    put32(bytes, narrow(record.size));
    put16(bytes, static_cast<std::uint16_t>(record.name.size()));
    put16(bytes, static_cast<std::uint16_t>(extra.size()));
    put16(bytes, 0); // comment
    put16(bytes, 0); // disk
    put16(bytes, 0); // internal attributes
    put32(bytes, archiveAttribute);
    put32(bytes, narrow(record.offset));
    return bytes + record.name + extra;
}

QByteArray endRecords(std::uint64_t entries, std::uint64_t directoryOffset, std::uint64_t directorySize, const QByteArray &comment)
{
    QByteArray bytes;
    if (entries >= none16 || directoryOffset >= none32 || directorySize >= none32) {
        put32(bytes, end64Signature);
        put64(bytes, end64Size - 12);
        put16(bytes, madeByDos);
        put16(bytes, versionForWide);
        put32(bytes, 0);
        put32(bytes, 0);
        put64(bytes, entries);
        put64(bytes, entries);
        put64(bytes, directorySize);
        put64(bytes, directoryOffset);
        put32(bytes, locator64Signature);
        put32(bytes, 0);
        put64(bytes, directoryOffset + directorySize);
        put32(bytes, 1);
    }
    put32(bytes, endSignature);
    put16(bytes, 0);
    put16(bytes, 0);
    const auto count = static_cast<std::uint16_t>(entries >= none16 ? none16 : entries);
    put16(bytes, count);
    put16(bytes, count);
    put32(bytes, narrow(directorySize));
    put32(bytes, narrow(directoryOffset));
    put16(bytes, static_cast<std::uint16_t>(comment.size()));
    return bytes + comment;
}

std::uint32_t dosTimeOf(std::int64_t nanoseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000, Qt::LocalTime);
    const QDate date = time.date();
    if (!date.isValid() || date.year() < 1980 || date.year() > 2107)
        return firstDosDay;
    const QTime clock = time.time();
    return (static_cast<std::uint32_t>(date.year() - 1980) << 25) | (static_cast<std::uint32_t>(date.month()) << 21)
           | (static_cast<std::uint32_t>(date.day()) << 16) | (static_cast<std::uint32_t>(clock.hour()) << 11)
           | (static_cast<std::uint32_t>(clock.minute()) << 5) | static_cast<std::uint32_t>(clock.second() / 2);
}

} // namespace shirushi::sending::zip
