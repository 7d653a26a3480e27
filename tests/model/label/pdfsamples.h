// PDFs as tests need them: written here object by object, and the programs that look at them.
#pragma once

#include "label/pdfsyntax.h"
#include "samplelabel.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace shirushi::tests {

inline QByteArray number(qsizetype value)
{
    return QByteArray::number(value);
}

/// Objects in a row, then a cross-reference table or stream over them.
class PdfBuilder
{
public:
    explicit PdfBuilder(QByteArray start = "%PDF-1.5\n%\xe2\xe3\xcf\xd3\n") : m_bytes(std::move(start)) {}

    PdfBuilder &put(int object, const QByteArray &body)
    {
        m_offsets[object] = m_bytes.size();
        m_bytes += number(object) + " 0 obj\n" + body + "\nendobj\n";
        return *this;
    }
    PdfBuilder &putStream(int object, const QByteArray &entries, const QByteArray &data)
    {
        return put(object, "<< " + entries + " /Length " + number(data.size()) + " >>\nstream\n" + data + "\nendstream");
    }
    /// An entry for what is not there, or elsewhere.
    PdfBuilder &claim(int object, qsizetype offset)
    {
        m_offsets[object] = offset;
        return *this;
    }

    /// Ends the revision; `trailer` without Size.
    PdfBuilder &table(const QByteArray &trailer = "/Root 1 0 R")
    {
        m_last = m_bytes.size();
        m_bytes += "xref\n";
        for (const auto &[object, offset] : m_offsets)
            m_bytes += number(object) + " 1\n" + number(offset).rightJustified(10, '0') + " 00000 n \n";
        m_bytes += "trailer\n<< " + trailer + " /Size " + number(size()) + " >>\n";
        return end();
    }
    PdfBuilder &stream(int object, const QByteArray &trailer = "/Root 1 0 R")
    {
        m_last = m_bytes.size();
        m_offsets[object] = m_last;
        QByteArray rows;
        QByteArray index;
        for (const auto &[entry, offset] : m_offsets) {
            index += number(entry) + " 1 ";
            rows += '\x01';
            for (int shift = 24; shift >= 0; shift -= 8)
                rows += static_cast<char>(offset >> shift & 0xff);
            rows += '\0';
        }
        const QByteArray entries = "/Type /XRef /W [1 4 1] /Index [" + index + "] /Size " + number(size()) + ' ' + trailer;
        putStream(object, entries, rows);
        return end();
    }
    PdfBuilder &end()
    {
        m_bytes += "startxref\n" + number(m_last) + "\n%%EOF\n";
        m_offsets.clear();
        return *this;
    }
    PdfBuilder &raw(const QByteArray &bytes)
    {
        m_bytes += bytes;
        return *this;
    }

    qsizetype position() const { return m_bytes.size(); }
    qsizetype last() const { return m_last; }
    QByteArray bytes() const { return m_bytes; }

private:
    int size() const { return m_offsets.empty() ? 1 : std::max(m_size, m_offsets.rbegin()->first + 1); }

    QByteArray m_bytes;
    std::map<int, qsizetype> m_offsets;
    qsizetype m_last = 0;
    int m_size = 6;
};

/// Catalog, one page with a line of text: objects 1 to 5.
inline PdfBuilder onePage(const QByteArray &catalogEntries = {}, const QByteArray &pageEntries = {})
{
    PdfBuilder builder;
    builder.put(1, "<< /Type /Catalog /Pages 2 0 R " + catalogEntries + " >>")
        .put(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] "
                "/Resources << /Font << /F1 5 0 R >> >> >>")
        .put(3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + pageEntries + " >>")
        .putStream(4, {}, "BT /F1 24 Tf 72 700 Td (Content of the page) Tj ET")
        .put(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    return builder;
}

/// What a program prints, and how it ended.
struct Ran {
    int code = -1;
    QString output;
};

inline Ran run(const QString &program, const QStringList &arguments, int milliseconds = 60'000)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(milliseconds) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

/// A PDF on the disk, and the codec applied to it.
class PdfOnDisk
{
public:
    PdfOnDisk(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
        : m_path(folder.filePath(name))
    {
        set(bytes);
    }

    QString path() const { return m_path; }
    QByteArray bytes() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void set(const QByteArray &bytes)
    {
        QFile file(m_path);
        file.remove();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(m_path));
    }
    platform::FileSource source() const
    {
        auto opened = platform::FileSource::open(base::toPath(m_path));
        if (!opened)
            qFatal("cannot open %s", qPrintable(m_path));
        return std::move(*opened);
    }

    base::Result<label::Written> stamp(const label::Stamp &stamp)
    {
        platform::MemorySink sink;
        const auto written = m_codec->stamp(source(), stamp, sink);
        if (written)
            set(sink.bytes());
        return written;
    }
    base::Result<label::Written> remove()
    {
        platform::MemorySink sink;
        const auto written = m_codec->remove(source(), sink);
        if (written)
            set(sink.bytes());
        return written;
    }
    base::Result<label::Reading> read() const { return m_codec->read(source()); }
    QByteArray contentHash() const { return m_codec->contentHash(source()).value_or(QByteArray()); }

    QString text() const { return run(QStringLiteral("pdftotext"), {QStringLiteral("-q"), m_path, QStringLiteral("-")}).output; }
    int qpdfCheck() const { return run(QStringLiteral("qpdf"), {QStringLiteral("--check"), m_path}).code; }
    QString exiftool(const QString &tag) const
    {
        return run(QStringLiteral("exiftool"), {QStringLiteral("-s3"), QLatin1Char('-') + tag, m_path}).output.trimmed();
    }

private:
    QString m_path;
    std::unique_ptr<label::Codec> m_codec = label::makePdfCodec();
};

inline label::Stamp markedStamp(const QString &text = QStringLiteral("自治体機密性3B・完全性2・可用性1"))
{
    label::Stamp stamp = sampleStamp();
    stamp.classText = text;
    stamp.markText = text;
    stamp.mark = true;
    return stamp;
}

} // namespace shirushi::tests
