#include "crypto/digest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

class TestFileDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginningAndWhole_data();
    void beginningAndWhole();
    void aFileThatWasCutIsNoticed();
    void whatIsHeldIsReadOnce();

private:
    base::Path path() const { return base::toPath(m_folder.filePath(QStringLiteral("file"))); }

    QTemporaryDir m_folder;
    QByteArray m_bytes;
};

void TestFileDigest::initTestCase()
{
    for (int i = 0; i < 100'000; ++i)
        m_bytes += QByteArray::number(i);
}

void TestFileDigest::beginningAndWhole_data()
{
    QTest::addColumn<bool>("held");
    QTest::newRow("from the file") << false;
    QTest::newRow("held in memory") << true;
}

void TestFileDigest::beginningAndWhole()
{
    QFETCH(const bool, held);
    QFile file(base::toDisplay(path()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_bytes) == m_bytes.size() && file.flush());
    auto source = platform::FileSource::open(path());
    QVERIFY(source);
    if (held)
        source->hold();
    crypto::FileDigest digest(*source);
    // Forwards, back, and to the end: each must be as if it had been asked alone.
    for (const qsizetype length : {qsizetype(0), qsizetype(70'001), qsizetype(300'000), qsizetype(5), m_bytes.size()})
        QCOMPARE(digest.ofFirst(static_cast<std::uint64_t>(length)).value(), crypto::sha256(m_bytes.first(length)));
    QCOMPARE(digest.ofWhole().value(), crypto::sha256(m_bytes));
    QCOMPARE(digest.ofWhole().value(), crypto::sha256(m_bytes));
}

void TestFileDigest::aFileThatWasCutIsNoticed()
{
    QFile file(base::toDisplay(path()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_bytes) == m_bytes.size() && file.flush());
    const auto source = platform::FileSource::open(path());
    QVERIFY(source && file.resize(10'000));
    crypto::FileDigest digest(*source);
    QCOMPARE(digest.ofWhole().error().code, base::ErrorCode::Changed);
    // What went wrong leaves nothing behind in what is asked next.
    QCOMPARE(digest.ofFirst(9'000).value(), crypto::sha256(m_bytes.first(9'000)));
}

void TestFileDigest::whatIsHeldIsReadOnce()
{
    QFile file(base::toDisplay(path()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_bytes) == m_bytes.size() && file.flush());
    auto source = platform::FileSource::open(path());
    QVERIFY(source);
    const auto all = static_cast<std::uint64_t>(m_bytes.size());
    QVERIFY(!source->held(0, all));
    source->hold(all - 1); // more than it may take
    QVERIFY(!source->held(0, all));
    source->hold();
    QVERIFY(source->held(0, all) && !source->held(1, all));
    QVERIFY(file.resize(0));
    QCOMPARE(source->bytes(50'000, 1'000).value(), m_bytes.sliced(50'000, 1'000));
}

QTEST_GUILESS_MAIN(TestFileDigest)
#include "tst_filedigest.moc"
