#include "odfbench.h"

#include "label/zip/zip.h"
#include "samplelabel.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

namespace shirushi::tests {

using label::Stamp;
using label::ZipReader;
using platform::FileSource;

namespace {

bool isWellFormed(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    reader.setNamespaceProcessing(false);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

std::vector<std::string> namesOf(const FileSource &source)
{
    std::vector<std::string> names;
    const auto reader = ZipReader::open(source);
    for (const label::ZipEntry &entry : reader.value().entries())
        names.push_back(entry.name);
    return names;
}

} // namespace

Stamp stampWith(bool mark)
{
    Stamp stamp = sampleStamp();
    stamp.mark = mark;
    const QString bails = QStringLiteral("urn:bails:IntellectualProperty:");
    stamp.interoperable = {{bails + QStringLiteral("BusinessAuthorizationCategory:Name"), stamp.classText},
                           {bails + QStringLiteral("Impact:Scale"), QStringLiteral("UK-Cabinet")}};
    return stamp;
}

Stamp otherStamp()
{
    Stamp stamp = stampWith(false);
    stamp.classText = stamp.markText = QString::fromUtf16(otherClass);
    stamp.interoperable.front().second = stamp.classText;
    stamp.label.classes[QStringLiteral("confidentiality")] = QStringLiteral("2");
    stamp.label.reason = QString(300, u'長'); // the label in several pieces
    return stamp;
}

std::map<std::string, QByteArray> contentsOf(const FileSource &source)
{
    std::map<std::string, QByteArray> contents;
    const auto reader = ZipReader::open(source);
    if (!reader)
        return contents;
    for (const label::ZipEntry &entry : reader->entries())
        contents[entry.name] = reader->content(entry).value();
    return contents;
}

FileSource OdfBench::opened(const QString &name)
{
    auto source = FileSource::open(base::toPath(name));
    if (!source)
        qFatal("cannot open %s", qPrintable(name));
    return *std::move(source);
}

FileSource OdfBench::saved(const QByteArray &bytes, const QString &ending)
{
    const QString name = m_folder.filePath(QString::number(++m_count) + ending);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the fixture");
    file.close();
    return opened(name);
}

FileSource OdfBench::stamped(const FileSource &source, const Stamp &stamp)
{
    platform::MemorySink out;
    const auto written = m_codec->stamp(source, stamp, out);
    if (!written)
        qFatal("%s", qPrintable(oneLine(written.error())));
    return saved(out.bytes(), QString::fromStdString(source.path().extension().string()));
}

FileSource OdfBench::removed(const FileSource &source)
{
    platform::MemorySink out;
    const auto written = m_codec->remove(source, out);
    if (!written)
        qFatal("%s", qPrintable(oneLine(written.error())));
    return saved(out.bytes(), QString::fromStdString(source.path().extension().string()));
}

QByteArray OdfBench::hashOf(const FileSource &source) const
{
    const auto hash = m_codec->contentHash(source);
    return hash ? *hash : "error: " + oneLine(hash.error()).toUtf8();
}

void OdfBench::checkRoundTrip(const FileSource &source)
{
    const auto before = contentsOf(source);
    const auto names = namesOf(source);
    const QByteArray hash = hashOf(source);
    QCOMPARE(hash.size(), 64);

    const FileSource plain = stamped(source, stampWith(false));
    QCOMPARE(hashOf(plain), hash);
    auto after = contentsOf(plain);
    QVERIFY(after.at("meta.xml").contains("機密性3B"));
    for (const auto &[name, content] : before) {
        const bool mayDiffer = name == "meta.xml" || (name == "META-INF/manifest.xml" && !before.contains("meta.xml"));
        if (!mayDiffer)
            QVERIFY2(after[name] == content, name.c_str());
    }
    const auto reading = m_codec->read(plain);
    QVERIFY(reading && reading->label && !reading->malformed && !reading->marked);
    QCOMPARE(*reading->label, sampleLabel());

    const FileSource marked = stamped(plain, stampWith(true));
    QCOMPARE(hashOf(marked), hash);
    const bool hasMark = m_codec->read(marked).value().marked;
    for (const auto &[name, content] : contentsOf(marked)) {
        if (name.ends_with(".xml") && isWellFormed(before.contains(name) ? before.at(name) : "<x/>"))
            QVERIFY2(isWellFormed(content), name.c_str());
    }
    const FileSource again = stamped(marked, otherStamp());
    QCOMPARE(hashOf(again), hash);
    const auto relabelled = m_codec->read(again);
    QCOMPARE(relabelled.value().label.value(), otherStamp().label);
    QCOMPARE(relabelled->marked, hasMark);
    for (const auto &[name, content] : contentsOf(again)) { // nothing piles up
        const auto was = before.find(name);
        QCOMPARE(content.count("機密性3B"), was == before.end() ? 0 : was->second.count("機密性3B"));
    }
    QCOMPARE(contentsOf(stamped(again, stampWith(false))), contentsOf(marked));

    const FileSource bare = removed(again);
    QCOMPARE(contentsOf(bare), before);
    QCOMPARE(namesOf(bare), names);
    QCOMPARE(hashOf(bare), hash);
    QVERIFY(!m_codec->read(bare).value().label);
}

} // namespace shirushi::tests
