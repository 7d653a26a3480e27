// 5 GiB in both directions with Debian's age: beyond what 32 bits count, with memory that does not grow.
#include "crypto/age/agereader.h"
#include "crypto/age/keytext.h"
#include "model/crypto/agesamples.h"
#include "platform/stream.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace shirushi;
using namespace shirushi::tests;

class TestAgeLarge : public QObject
{
    Q_OBJECT
public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); } // ctest has a limit of its own
private Q_SLOTS:
    void fiveGibibytesBothWays();
};

namespace {

constexpr std::uint64_t wholeSize = (5ULL << 30) + 12345;

// A block over and over; its size shares no factor with a chunk's, so that bytes in a wrong place are seen.
const QByteArray &block()
{
    static const QByteArray bytes = sampleBytes(1048583);
    return bytes;
}

// Hands the bytes of [at, at + count) to `take` in pieces.
template <typename Take>
void forEachPiece(std::uint64_t at, std::size_t count, Take take)
{
    const auto whole = static_cast<std::uint64_t>(block().size());
    for (std::size_t done = 0; done < count;) {
        const std::uint64_t from = (at + done) % whole;
        const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(whole - from, count - done));
        take(done, block().constData() + from, length);
        done += length;
    }
}

class Repeating final : public platform::Source
{
public:
    base::Result<std::size_t> read(std::span<char> into) override
    {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), wholeSize - m_at));
        forEachPiece(m_at, count, [&](std::size_t done, const char *bytes, std::size_t length) {
            std::memcpy(into.data() + done, bytes, length);
        });
        m_at += count;
        return count;
    }

private:
    std::uint64_t m_at = 0;
};

// Compares what is written with what Repeating gives.
class Comparing final : public platform::Sink
{
public:
    using Sink::write;
    base::Result<void> write(std::span<const char> bytes) override
    {
        forEachPiece(m_at, bytes.size(), [&](std::size_t done, const char *expected, std::size_t length) {
            m_isSame = m_isSame && std::memcmp(bytes.data() + done, expected, length) == 0;
        });
        m_at += bytes.size();
        return {};
    }
    std::uint64_t position() const override { return m_at; }
    bool isWhole() const { return m_isSame && m_at == wholeSize; }

private:
    std::uint64_t m_at = 0;
    bool m_isSame = true;
};

} // namespace

void TestAgeLarge::fiveGibibytesBothWays()
{
    if (QStandardPaths::findExecutable(QStringLiteral("age")).isEmpty())
        QSKIP("age is not installed.");
    QTemporaryDir folder;
    if (QStorageInfo(folder.path()).bytesAvailable() < static_cast<qint64>(wholeSize + (1 << 30)))
        QSKIP("There is no room for 5 GiB.");
    const QString sealed = folder.filePath(QStringLiteral("sealed"));
    const QString key = folder.filePath(QStringLiteral("key"));
    const base::SecretBytes text = age::identityText(somebody().privateKey);
    QFile keyFile(key);
    QVERIFY(keyFile.open(QIODevice::WriteOnly));
    keyFile.write(reinterpret_cast<const char *>(text.data()), static_cast<qint64>(text.size()));
    keyFile.close();

    base::NoProgress progress;
    {
        QVERIFY(QFile(sealed).open(QIODevice::WriteOnly));
        auto file = platform::StreamSink::open(base::toPath(sealed));
        QVERIFY(file);
        Repeating source;
        QVERIFY(age::encrypt(source, *file, forKeys({somebody().publicKey}), progress));
    }
    // Ours, opened by age and encrypted by it again.
    QProcess opens;
    QProcess seals;
    opens.setStandardOutputProcess(&seals);
    const QString theirs = folder.filePath(QStringLiteral("theirs"));
    opens.start(QStringLiteral("age"), {QStringLiteral("-d"), QStringLiteral("-i"), key, sealed});
    seals.start(QStringLiteral("age"), {QStringLiteral("-r"), QString::fromLatin1(age::recipientText(somebody().publicKey)),
                                        QStringLiteral("-o"), theirs});
    QVERIFY(opens.waitForFinished(600000) && opens.exitCode() == 0);
    QVERIFY(seals.waitForFinished(600000) && seals.exitCode() == 0);
    QVERIFY(QFile::remove(sealed));

    auto file = platform::FileSource::open(base::toPath(theirs));
    QVERIFY(file);
    platform::FileSequence source(*file);
    Comparing same;
    QVERIFY(age::decrypt(source, same, withKey(somebody().privateKey), progress));
    QVERIFY(same.isWhole());

    auto reader = age::AgeReader::open(*file, withKey(somebody().privateKey));
    QVERIFY(reader && reader->size() == wholeSize);
    const std::uint64_t place = (4ULL << 30) + 65530;
    std::array<char, 20> bytes;
    QCOMPARE(reader->read(place, bytes).value_or(0), bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i)
        QCOMPARE(bytes[i], block()[static_cast<qsizetype>((place + i) % static_cast<std::uint64_t>(block().size()))]);
}

QTEST_GUILESS_MAIN(TestAgeLarge)
#include "tst_agelarge.moc"
