#include "label/codecset.h"
#include "label/contenthash.h"
#include "label/sidecar.h"
#include "platform/attributes.h"

#include "model/label/packets.h"
#include "model/label/sampleimages.h"
#include "model/label/samplelabel.h"

#include <QCryptographicHash>
#include <QTest>

using namespace shirushi;

class TestSidecar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void comesAndGoes();
    void mergesAndRestores_data();
    void mergesAndRestores();
    void tellsOurs();
    void refusesWhatItCannotMerge();
    void attributeCarriesTheLabel();
    void contentHashOfAnyFile();

private:
    base::Path document() const { return base::toPath(m_folder->filePath(QStringLiteral("名簿.csv"))); }
    QString sidecar() const { return m_folder->filePath(QStringLiteral("名簿.csv.xmp")); }
    bool put(const label::Stamp &stamp)
    {
        const auto source = platform::FileSource::open(document());
        auto prepared = label::prepareSidecar(*source, stamp);
        return prepared && prepared->commit();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSidecar::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    tests::save(base::toDisplay(document()), "氏名\r\n");
}

void TestSidecar::comesAndGoes()
{
    QVERIFY(label::readSidecar(document()) && !label::readSidecar(document())->label);
    QVERIFY(label::removeSidecar(document()));
    QFile::setPermissions(base::toDisplay(document()), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QVERIFY(put(tests::sampleStamp()));
    QCOMPARE(label::readSidecar(document())->label, std::optional(tests::sampleLabel()));
    QCOMPARE(QFile::permissions(sidecar()), QFile::permissions(base::toDisplay(document())));
    const QByteArray shown = tests::outputOf(
        QStringLiteral("exiftool"),
        {QStringLiteral("-s3"), QStringLiteral("-XMP-shirushi:Classification"), sidecar()});
    QCOMPARE(QString::fromUtf8(shown).trimmed(), tests::sampleStamp().classText);

    label::Stamp other = tests::sampleStamp();
    other.label.reason = QStringLiteral("二度目");
    QVERIFY(put(other));
    QCOMPARE(label::readSidecar(document())->label, std::optional(other.label));
    QVERIFY(label::removeSidecar(document()));
    QVERIFY(!QFile::exists(sidecar()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestSidecar::mergesAndRestores_data()
{
    QTest::addColumn<QByteArray>("theirs");
    for (const auto &[name, packet] : tests::foreignPackets())
        QTest::newRow(name) << packet;
    const QFileInfoList files =
        QDir(tests::corpusFolder() + QStringLiteral("/images")).entryInfoList({QStringLiteral("*.xmp")});
    for (const QFileInfo &file : files)
        QTest::newRow(qPrintable(file.fileName())) << tests::contentOf(file.filePath());
}

void TestSidecar::mergesAndRestores()
{
    QFETCH(QByteArray, theirs);
    tests::save(sidecar(), theirs);
    QVERIFY(!label::isOurSidecar(base::toPath(sidecar())));
    QVERIFY(put(tests::sampleStamp()));
    QVERIFY(put(tests::sampleStamp()));
    QCOMPARE(label::readSidecar(document())->label, std::optional(tests::sampleLabel()));
    QVERIFY(label::isOurSidecar(base::toPath(sidecar())));
    QVERIFY(label::removeSidecar(document()));
    QCOMPARE(tests::contentOf(sidecar()), theirs);
    QVERIFY(label::removeSidecar(document()));
    QCOMPARE(tests::contentOf(sidecar()), theirs);
}

void TestSidecar::tellsOurs()
{
    QVERIFY(put(tests::sampleStamp()));
    QVERIFY(label::isOurSidecar(base::toPath(sidecar())));
    QVERIFY(!label::isOurSidecar(document()));
    QVERIFY(QFile::remove(base::toDisplay(document())));
    QVERIFY(!label::isOurSidecar(base::toPath(sidecar())));
}

void TestSidecar::refusesWhatItCannotMerge()
{
    for (const QByteArray &theirs : {QByteArray("not XMP"), QByteArray("<!DOCTYPE a><a/>")}) {
        tests::save(sidecar(), theirs);
        QVERIFY(!put(tests::sampleStamp()));
        QVERIFY(!label::isOurSidecar(base::toPath(sidecar())));
        QVERIFY(label::removeSidecar(document()));
        QCOMPARE(tests::contentOf(sidecar()), theirs);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }
    QVERIFY(QFile::remove(sidecar()));
    QVERIFY(QFile::link(base::toDisplay(document()), sidecar()));
    QVERIFY(!put(tests::sampleStamp()));
    QCOMPARE(tests::contentOf(base::toDisplay(document())), QByteArray("氏名\r\n"));
}

void TestSidecar::attributeCarriesTheLabel()
{
    QVERIFY(!label::readLabelAttribute(document()));
    if (!label::writeLabelAttribute(document(), tests::sampleLabel()))
        QSKIP("no extended attributes on this file system");
    QCOMPARE(label::readLabelAttribute(document()), std::optional(tests::sampleLabel()));
    QVERIFY(platform::writeAttribute(document(), label::labelAttribute, "{\"version\":1}"));
    QVERIFY(!label::readLabelAttribute(document()));
    label::removeLabelAttribute(document());
    QVERIFY(!platform::readAttribute(document(), label::labelAttribute));
}

void TestSidecar::contentHashOfAnyFile()
{
    const label::CodecSet codecs;
    const auto source = platform::FileSource::open(document());
    const QByteArray plain = QCryptographicHash::hash("氏名\r\n", QCryptographicHash::Sha256).toHex();
    QCOMPARE(*label::contentHash(*source, codecs), QStringLiteral("sha256:") + QString::fromLatin1(plain));
    QCOMPARE(*label::contentHashLike(QStringLiteral("sha256:00"), *source, codecs),
             *label::contentHash(*source, codecs));
    for (const char *like : {"jpeg1:00", "jpeg2:00", "nothing1:00", "", "jpeg"})
        QVERIFY(!label::contentHashLike(QString::fromLatin1(like), *source, codecs));
}

QTEST_GUILESS_MAIN(TestSidecar)
#include "tst_sidecar.moc"
