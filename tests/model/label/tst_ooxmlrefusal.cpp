// Office packages that are not rewritten, and damaged ones, which are never harmed.
#include "ooxmlpackages.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;

Q_DECLARE_METATYPE(shirushi::base::ErrorCode)

class TestOoxmlRefusal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void survivesDamage();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<label::Codec> m_codec = label::makeOoxmlCodec();
    Bench m_bench{*m_codec};
};

void TestOoxmlRefusal::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    Parts parts = wordParts();
    addRootPart(parts, "_xmlsignatures/origin.sigs",
                "application/vnd.openxmlformats-package.digital-signature-origin",
                "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", {});
    QTest::newRow("signed") << packed(parts) << ErrorCode::Signed;
    parts = wordParts();
    parts["word/document.xml"].replace("<w:document",
                                       "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document");
    QTest::newRow("external entity") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    const QByteArray farIn = "<!--" + QByteArray(100'000, ' ') + "--><!DOCTYPE d><w:document";
    parts["word/document.xml"].replace("<w:document", farIn);
    QTest::newRow("document type far in") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    parts["word/document.xml"] = utf16("<!DOCTYPE d><d/>");
    QTest::newRow("document type in UTF-16") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    addCore(parts, {});
    parts["docProps/core.xml"] = utf16(parts["docProps/core.xml"]);
    QTest::newRow("UTF-16 properties") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    parts["[Content_Types].xml"] = utf16(parts["[Content_Types].xml"]);
    QTest::newRow("UTF-16 content types") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    addCustom(parts, {});
    parts["docProps/custom.xml"] = "<!DOCTYPE p [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>&b;</p>";
    QTest::newRow("entities") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    addCustom(parts, {});
    parts["docProps/custom.xml"].chop(5);
    QTest::newRow("cut properties") << packed(parts) << ErrorCode::Damaged;
    parts = wordParts();
    addCustom(parts, {});
    addRootPart(parts, "docProps/more.xml",
                "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
                customXml({}));
    QTest::newRow("two custom parts") << packed(parts) << ErrorCode::Damaged;
    parts = wordParts();
    addCore(parts, {});
    parts.erase("docProps/core.xml");
    QTest::newRow("missing part") << packed(parts) << ErrorCode::Damaged;
    parts = wordParts();
    parts.erase("word/document.xml");
    QTest::newRow("no document") << packed(parts) << ErrorCode::Damaged;
    parts = wordParts();
    parts.erase("_rels/.rels");
    QTest::newRow("no relationships") << packed(parts) << ErrorCode::Damaged;
    QTest::newRow("cut") << packed(wordParts()).chopped(30) << ErrorCode::Damaged;
    parts = wordParts();
    parts["word/document.xml"] = QByteArray(80 << 20, ' ');
    QTest::newRow("bomb") << packed(parts) << ErrorCode::TooLarge;
    QTest::newRow("other kind") << packed(wordParts({}, {}, "application/vnd.ms-visio.drawing.main+xml"))
                                << ErrorCode::Unsupported;
}

void TestOoxmlRefusal::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    save(path(QStringLiteral("a")), bytes);
    const auto written =
        m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("never")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, code);
    QVERIFY(!written.error().message.isEmpty());
    QVERIFY(!QFile::exists(path(QStringLiteral("never"))));
}

// Parts with bytes changed at random, in a container that is whole: nothing but a result or an error.
void TestOoxmlRefusal::survivesDamage()
{
    QRandomGenerator random(20261121);
    int stamped = 0;
    for (const Parts &whole :
         {sectionedParts({}), excelParts({}, "<headerFooter/>"), powerPointParts(), withNamesOfOurs()}) {
        save(path(QStringLiteral("a")), packed(whole));
        QVERIFY(m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b"))));
        const Parts marked = partsOf(path(QStringLiteral("b")));
        for (int round = 0; round < 150; ++round) {
            Parts parts = marked;
            for (auto &[name, content] : parts) {
                if (content.isEmpty() || random.bounded(3) != 0)
                    continue;
                const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(content.size())));
                if (random.bounded(2) == 0)
                    content[at] = static_cast<char>(random.bounded(256));
                else
                    content.remove(at, static_cast<qsizetype>(random.bounded(40)));
            }
            save(path(QStringLiteral("c")), packed(parts));
            const QByteArray hash = m_bench.hash(path(QStringLiteral("c")));
            static_cast<void>(m_bench.read(path(QStringLiteral("c"))));
            static_cast<void>(m_bench.remove(path(QStringLiteral("c")), path(QStringLiteral("d"))));
            if (!m_bench.stamp(path(QStringLiteral("c")), otherStamp(), path(QStringLiteral("d"))))
                continue;
            ++stamped;
            const auto reading = m_bench.read(path(QStringLiteral("d")));
            QVERIFY(reading && reading->label && *reading->label == otherStamp().label);
            QCOMPARE(m_bench.hash(path(QStringLiteral("d"))), hash);
        }
    }
    QVERIFY2(stamped > 50, QByteArray::number(stamped).constData());
}

QTEST_GUILESS_MAIN(TestOoxmlRefusal)
#include "tst_ooxmlrefusal.moc"
