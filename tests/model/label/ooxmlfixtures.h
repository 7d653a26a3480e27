// Office packages as tests need them: small ones written by hand, and what is asked of every one of them.
#pragma once

#include "label/zip.h"
#include "samplelabel.h"
#include "zipbuilder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <map>

namespace shirushi::tests {

using Parts = std::map<QByteArray, QByteArray>;

inline constexpr const char *xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

/// The namespaces of a package: of the transitional form, or of the strict one.
struct Vocabulary {
    bool strict = false;
    QByteArray relationships() const
    {
        return strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    }
    QByteArray markup(const QByteArray &language) const
    {
        return QByteArray(strict ? "http://purl.oclc.org/ooxml/" : "http://schemas.openxmlformats.org/") +
               language + (strict ? "/main" : "/2006/main");
    }
};

struct Link {
    QByteArray id;
    QByteArray type; // whole
    QByteArray target;
};

inline QByteArray relationshipsXml(const std::vector<Link> &links)
{
    QByteArray xml =
        xmlHead +
        QByteArray("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (const Link &link : links)
        xml += "<Relationship Id=\"" + link.id + "\" Type=\"" + link.type + "\" Target=\"" + link.target +
               "\"/>";
    return xml + "</Relationships>";
}

inline QByteArray contentTypesXml(const std::map<QByteArray, QByteArray> &overrides)
{
    QByteArray xml =
        xmlHead + QByteArray("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                             "<Default Extension=\"rels\" "
                             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (const auto &[part, type] : overrides)
        xml += "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    return xml + "</Types>";
}

inline const QByteArray wordMain =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
inline const QByteArray excelMain =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
inline const QByteArray powerPointMain =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

inline Parts wordParts(const Vocabulary &v = {},
                       const QByteArray &body = "<w:p><w:r><w:t>本文</w:t></w:r></w:p><w:sectPr/>",
                       const QByteArray &type = wordMain)
{
    return {{"[Content_Types].xml", contentTypesXml({{"word/document.xml", type}})},
            {"_rels/.rels",
             relationshipsXml({{"rId1", v.relationships() + "/officeDocument", "word/document.xml"}})},
            {"word/document.xml",
             xmlHead + ("<w:document xmlns:w=\"" + v.markup("wordprocessingml") + "\" xmlns:r=\"" +
                        v.relationships() + "\"><w:body>" + body + "</w:body></w:document>")}};
}

inline Parts excelParts(const Vocabulary &v = {},
                        const QByteArray &tail = "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" "
                                                 "bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>",
                        const QByteArray &type = excelMain)
{
    return {
        {"[Content_Types].xml",
         contentTypesXml({{"xl/workbook.xml", type},
                          {"xl/worksheets/sheet1.xml",
                           "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"}})},
        {"_rels/.rels",
         relationshipsXml({{"rId1", v.relationships() + "/officeDocument", "/xl/workbook.xml"}})},
        {"xl/workbook.xml",
         xmlHead + ("<workbook xmlns=\"" + v.markup("spreadsheetml") + "\" xmlns:r=\"" + v.relationships() +
                    "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")},
        {"xl/_rels/workbook.xml.rels",
         relationshipsXml({{"rId1", v.relationships() + "/worksheet", "worksheets/sheet1.xml"}})},
        {"xl/worksheets/sheet1.xml", xmlHead + ("<worksheet xmlns=\"" + v.markup("spreadsheetml") +
                                                "\"><sheetData><row r=\"1\"><c r=\"A1\" "
                                                "t=\"inlineStr\"><is><t>値</t></is></c></row></sheetData>" +
                                                tail + "</worksheet>")}};
}

inline Parts powerPointParts(const Vocabulary &v = {}, const QByteArray &type = powerPointMain)
{
    const QByteArray p = v.markup("presentationml");
    return {{"[Content_Types].xml",
             contentTypesXml({{"ppt/presentation.xml", type},
                              {"ppt/slides/slide1.xml",
                               "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"}})},
            {"_rels/.rels",
             relationshipsXml({{"rId1", v.relationships() + "/officeDocument", "ppt/presentation.xml"}})},
            {"ppt/presentation.xml",
             xmlHead + ("<p:presentation xmlns:p=\"" + p + "\" xmlns:r=\"" + v.relationships() +
                        "\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst><p:sldSz "
                        "cx=\"12192000\" cy=\"6858000\"/></p:presentation>")},
            {"ppt/_rels/presentation.xml.rels",
             relationshipsXml({{"rId1", v.relationships() + "/slide", "slides/slide1.xml"}})},
            {"ppt/slides/slide1.xml",
             xmlHead + ("<p:sld xmlns:p=\"" + p + "\" xmlns:a=\"" + v.markup("drawingml") +
                        "\"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"7\" "
                        "name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
                        "<p:grpSpPr/><p:extLst><p:ext uri=\"x\"/></p:extLst></p:spTree></p:cSld></p:sld>")}};
}

/// Adds a part with its content type and a relationship of the package to it.
inline void addRootPart(Parts &parts, const QByteArray &name, const QByteArray &contentType,
                        const QByteArray &relation, const QByteArray &content)
{
    parts[name] = content;
    const QByteArray override = "<Override PartName=\"/" + name + "\" ContentType=\"" + contentType + "\"/>";
    const QByteArray link = "<Relationship Id=\"rIdX" + QByteArray::number(parts.size()) + "\" Type=\"" +
                            relation + "\" Target=\"" + name + "\"/>";
    const auto insert = [](QByteArray &xml, const char *before, const QByteArray &what) {
        xml.insert(xml.indexOf(before), what);
    };
    insert(parts["[Content_Types].xml"], "</Types>", override);
    insert(parts["_rels/.rels"], "</Relationships>", link);
}

inline QByteArray customXml(const QByteArray &properties, const Vocabulary &v = {})
{
    const QByteArray uri = v.strict
                               ? "http://purl.oclc.org/ooxml/officeDocument/customProperties"
                               : "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    const QByteArray types = v.strict
                                 ? "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
                                 : "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    return xmlHead +
           ("<Properties xmlns=\"" + uri + "\" xmlns:vt=\"" + types + "\">" + properties + "</Properties>");
}

inline QByteArray customProperty(int pid, const QByteArray &name, const QByteArray &value)
{
    return "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"" + QByteArray::number(pid) +
           "\" name=\"" + name + "\"><vt:lpwstr>" + value + "</vt:lpwstr></property>";
}

inline void addCustom(Parts &parts, const QByteArray &properties, const Vocabulary &v = {})
{
    addRootPart(parts, "docProps/custom.xml",
                "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                v.relationships() + (v.strict ? "/customProperties" : "/custom-properties"),
                customXml(properties, v));
}

inline void addCore(Parts &parts, const QByteArray &content)
{
    addRootPart(parts, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                xmlHead +
                    ("<cp:coreProperties "
                     "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                     "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" +
                     content + "</cp:coreProperties>"));
}

inline QByteArray packed(const Parts &parts)
{
    Archive archive;
    for (const auto &[name, content] : parts) {
        Record record;
        record.name = name;
        record.content = content;
        archive.records.push_back(record);
    }
    return build(archive);
}

inline void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray loaded(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every part of a package as our own reader expands it; empty if it does not open.
inline Parts partsOf(const QString &path)
{
    Parts parts;
    const auto source = platform::FileSource::open(base::toPath(path));
    if (!source)
        return parts;
    const auto reader = label::ZipReader::open(*source);
    if (!reader)
        return parts;
    for (const label::ZipEntry &entry : reader->entries())
        parts[QByteArray::fromStdString(entry.name)] = reader->content(entry).value_or("?");
    return parts;
}

/// Names of parts that are not the same in both.
inline QStringList differences(const Parts &one, const Parts &other)
{
    QStringList names;
    for (const auto &[name, content] : one) {
        const auto found = other.find(name);
        if (found == other.end() || found->second != content)
            names += QString::fromUtf8(name);
    }
    for (const auto &[name, content] : other) {
        if (!one.contains(name))
            names += QString::fromUtf8(name);
    }
    names.sort();
    return names;
}

/// What a codec does with a file, in the shortest words.
class Bench
{
public:
    explicit Bench(const label::Codec &codec) : m_codec(codec) {}

    QByteArray hash(const QString &path) const
    {
        const auto source = platform::FileSource::open(base::toPath(path));
        const auto hash = source ? m_codec.contentHash(*source) : std::unexpected(source.error());
        return hash ? *hash : QByteArray("error: ") + hash.error().message.toUtf8();
    }

    base::Result<label::Reading> read(const QString &path) const
    {
        const auto source = platform::FileSource::open(base::toPath(path));
        return source ? m_codec.read(*source) : std::unexpected(source.error());
    }

    bool recognises(const QString &path) const
    {
        const auto source = platform::FileSource::open(base::toPath(path));
        return source && m_codec.recognises(*source);
    }

    base::Result<label::Written> stamp(const QString &path, const label::Stamp &stamp,
                                       const QString &to) const
    {
        return run(path, to, [&](const platform::FileSource &source, platform::Sink &out) {
            return m_codec.stamp(source, stamp, out);
        });
    }

    base::Result<label::Written> remove(const QString &path, const QString &to) const
    {
        return run(path, to, [&](const platform::FileSource &source, platform::Sink &out) {
            return m_codec.remove(source, out);
        });
    }

private:
    template <typename Work>
    base::Result<label::Written> run(const QString &path, const QString &to, Work work) const
    {
        const auto source = platform::FileSource::open(base::toPath(path));
        if (!source)
            return std::unexpected(source.error());
        platform::MemorySink out;
        auto written = work(*source, out);
        if (written)
            save(to, out.bytes());
        return written;
    }

    const label::Codec &m_codec;
};

/// Runs a program and says whether it ended well; its output goes to `output`.
inline bool runs(const QString &program, const QStringList &arguments, QByteArray *output = nullptr,
                 int seconds = 120)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished();
        return false;
    }
    if (output)
        *output = process.readAllStandardOutput() + process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

inline bool hasProgram(const QString &name)
{
    return !QStandardPaths::findExecutable(name).isEmpty();
}

/// Converts by LibreOffice, with a profile of its own in `profile`.
inline bool convert(const QString &profile, const QStringList &files, const QString &format,
                    const QString &folder)
{
    QStringList arguments{QStringLiteral("-env:UserInstallation=file://") + profile,
                          QStringLiteral("--headless"),
                          QStringLiteral("--convert-to"),
                          format,
                          QStringLiteral("--outdir"),
                          folder};
    return runs(QStringLiteral("soffice"), arguments + files, nullptr, 300);
}

/// The text of a PDF without white space.
inline QString textOfPdf(const QString &path)
{
    QByteArray text;
    if (!runs(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")}, &text))
        return QStringLiteral("?");
    return QString::fromUtf8(text).remove(QRegularExpression(QStringLiteral("\\s")));
}

} // namespace shirushi::tests
