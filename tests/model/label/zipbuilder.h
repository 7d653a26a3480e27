// Archives for the tests, good and bad: each record's fields can be set as a vector asks.
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <functional>
#include <vector>
#include <zlib.h>

namespace shirushi::tests {

struct Record {
    QByteArray name;
    QByteArray content;
    bool deflate = true;
    quint16 flags = 0;
    QByteArray localExtra;
    QByteArray centralExtra;
    enum Descriptor { NoDescriptor, Plain, WithSignature, Wide } descriptor = NoDescriptor;
    bool zeroLocalSizes = false;
    QByteArray localName; // empty: the same
    quint16 centralFlags = 0xffff; // the same
    quint16 method = 0xffff; // by `deflate`
    qint64 sizeClaimed = -1;
    QByteArray before; // bytes that nothing accounts for
};

struct Archive {
    std::vector<Record> records;
    QByteArray comment = {};
    bool zip64 = false;
    QByteArray prefix = {};
    QByteArray beforeDirectory = {};
    QByteArray trailing = {};
    quint16 disk = 0;
    int countMore = 0;
};

inline void put(QByteArray &bytes, quint64 value, int size)
{
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>((value >> (8 * i)) & 0xff);
}

inline QByteArray deflateRaw(const QByteArray &content)
{
    z_stream stream = {};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(content.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

inline quint32 crcOf(const QByteArray &content)
{
    return static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef *>(content.constData()),
                                      static_cast<uInt>(content.size())));
}

inline void putDescriptor(QByteArray &bytes, const Record &record, quint64 packed, quint64 size)
{
    if (record.descriptor == Record::NoDescriptor)
        return;
    if (record.descriptor != Record::Plain)
        put(bytes, 0x08074b50, 4);
    put(bytes, crcOf(record.content), 4);
    const int width = record.descriptor == Record::Wide ? 8 : 4;
    put(bytes, packed, width);
    put(bytes, size, width);
}

inline void putEnd(QByteArray &bytes, const Archive &archive, quint64 offset, quint64 size)
{
    const quint64 count = archive.records.size() + static_cast<quint64>(archive.countMore);
    if (archive.zip64) {
        const quint64 at = offset + size;
        put(bytes, 0x06064b50, 4);
        put(bytes, 44, 8);
        put(bytes, 45, 2);
        put(bytes, 45, 2);
        put(bytes, 0, 8);
        for (const quint64 value : {count, count, size, offset})
            put(bytes, value, 8);
        put(bytes, 0x07064b50, 4);
        put(bytes, 0, 4);
        put(bytes, at, 8);
        put(bytes, 1, 4);
    }
    put(bytes, 0x06054b50, 4);
    put(bytes, archive.disk, 2);
    put(bytes, archive.disk, 2);
    put(bytes, archive.zip64 ? 0xffff : count, 2);
    put(bytes, archive.zip64 ? 0xffff : count, 2);
    put(bytes, archive.zip64 ? 0xffffffff : size, 4);
    put(bytes, archive.zip64 ? 0xffffffff : offset, 4);
    put(bytes, static_cast<quint64>(archive.comment.size()), 2);
    bytes += archive.comment + archive.trailing;
}

inline QByteArray build(const Archive &archive)
{
    QByteArray bytes = archive.prefix;
    QByteArray directory;
    for (const Record &record : archive.records) {
        bytes += record.before;
        const QByteArray data = record.deflate ? deflateRaw(record.content) : record.content;
        const quint16 method = record.method != 0xffff ? record.method : record.deflate ? 8 : 0;
        const auto size = static_cast<quint64>(record.sizeClaimed >= 0 ? record.sizeClaimed : record.content.size());
        const auto packed = static_cast<quint64>(data.size());
        const QByteArray localName = record.localName.isEmpty() ? record.name : record.localName;
        const auto common = [&](QByteArray &to, quint16 flags, bool zero, const QByteArray &name, const QByteArray &extra) {
            put(to, 20, 2);
            put(to, flags, 2);
            put(to, method, 2);
            put(to, 0x6000, 2);
            put(to, 0x5a21, 2);
            put(to, zero ? 0 : crcOf(record.content), 4);
            put(to, zero ? 0 : packed, 4);
            put(to, zero ? 0 : size, 4);
            put(to, static_cast<quint64>(name.size()), 2);
            put(to, static_cast<quint64>(extra.size()), 2);
        };
        const quint64 offset = static_cast<quint64>(bytes.size());
        put(bytes, 0x04034b50, 4);
        common(bytes, record.flags, record.zeroLocalSizes, localName, record.localExtra);
        bytes += localName + record.localExtra + data;
        putDescriptor(bytes, record, packed, size);
        put(directory, 0x02014b50, 4);
        put(directory, 0x0314, 2);
        common(directory, record.centralFlags != 0xffff ? record.centralFlags : record.flags, false, record.name,
               record.centralExtra);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, 0x81a40000, 4);
        put(directory, offset, 4);
        directory += record.name + record.centralExtra;
    }
    bytes += archive.beforeDirectory;
    const quint64 offset = static_cast<quint64>(bytes.size());
    bytes += directory;
    putEnd(bytes, archive, offset, static_cast<quint64>(directory.size()));
    return bytes;
}

} // namespace shirushi::tests
