#include "label/zipformat.h"

#include <QCoreApplication>
#include <QtEndian>

namespace shirushi::label::zip {

std::uint16_t field16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<std::uint16_t>(bytes.constData() + at);
}

std::uint32_t field32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<std::uint32_t>(bytes.constData() + at);
}

std::uint64_t field64(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<std::uint64_t>(bytes.constData() + at);
}

void put16(QByteArray &bytes, std::uint16_t value)
{
    bytes.resize(bytes.size() + 2);
    set16(bytes, bytes.size() - 2, value);
}

void put32(QByteArray &bytes, std::uint32_t value)
{
    bytes.resize(bytes.size() + 4);
    set32(bytes, bytes.size() - 4, value);
}

void set16(QByteArray &bytes, qsizetype at, std::uint16_t value)
{
    qToLittleEndian(value, bytes.data() + at);
}

void set32(QByteArray &bytes, qsizetype at, std::uint32_t value)
{
    qToLittleEndian(value, bytes.data() + at);
}

ExtraField findExtra(const QByteArray &extra, std::uint16_t id)
{
    qsizetype at = 0;
    while (extra.size() - at >= 4) {
        const qsizetype length = field16(extra, at + 2);
        if (length > extra.size() - at - 4)
            return {};
        if (field16(extra, at) == id)
            return {at + 4, length};
        at += 4 + length;
    }
    return {};
}

QByteArray withoutZip64(const QByteArray &extra)
{
    const ExtraField field = findExtra(extra, zip64Extra);
    if (field.length < 0)
        return extra;
    return extra.first(field.at - 4) + extra.sliced(field.at + field.length);
}

base::Error damaged(const platform::FileSource &source)
{
    return {base::ErrorCode::Damaged, base::toDisplay(source.path()),
            QCoreApplication::translate("shirushi::label", "The file is damaged: its container is not well formed."),
            {}};
}

base::Error tooLarge(const platform::FileSource &source)
{
    return {base::ErrorCode::TooLarge, base::toDisplay(source.path()),
            QCoreApplication::translate("shirushi::label", "The file holds more than may be unpacked safely."), {}};
}

} // namespace shirushi::label::zip
