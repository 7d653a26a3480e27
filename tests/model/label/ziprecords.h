// Entries of the archives that the ZIP tests build, and the folder they are saved in. Not thread-safe.
#pragma once

#include "label/zip/zip.h"
#include "zipbuilder.h"

#include <QFile>
#include <QTemporaryDir>

namespace shirushi::tests {

inline QByteArray text(int lines)
{
    QByteArray bytes;
    for (int i = 0; i < lines; ++i)
        bytes += "<row number=\"" + QByteArray::number(i) + "\">報告書</row>\n";
    return bytes;
}

inline Record plain(const QByteArray &name, const QByteArray &content = text(20))
{
    Record record;
    record.name = name;
    record.content = content;
    return record;
}

inline Record streamed(Record record, Record::Descriptor descriptor)
{
    record.flags |= 8;
    record.descriptor = descriptor;
    record.zeroLocalSizes = true;
    return record;
}

inline Record storedRecord(Record record)
{
    record.deflate = false;
    return record;
}

inline QByteArray zip64Field(const QByteArray &payload)
{
    QByteArray field;
    put(field, 1, 2);
    put(field, static_cast<quint64>(payload.size()), 2);
    return field + payload;
}

class ZipFolder
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    platform::FileSource saved(const QByteArray &bytes);
    /// The next one saved takes the first one's name again.
    void startAnew() { m_count = 0; }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

inline platform::FileSource ZipFolder::saved(const QByteArray &bytes)
{
    const QString name = path(QString::number(++m_count) + QStringLiteral(".zip"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the fixture");
    file.close();
    auto source = platform::FileSource::open(base::toPath(name));
    if (!source)
        qFatal("cannot read the fixture");
    return *std::move(source);
}

} // namespace shirushi::tests
