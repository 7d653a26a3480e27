#include "crypto/age/agereader.h"
#include "model/crypto/agesamples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;

class TestAgeReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnywhere_data();
    void readsAnywhere();
    void opensOnlyTheChunksAskedFor();
    void findsWhatWasChanged();
    void needsTheLastChunk();
    void opensNothingElse();

private:
    platform::FileSource stored(const QByteArray &content)
    {
        const QString path = m_folder.filePath(QString::number(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The folder cannot be written.");
        file.close();
        return std::move(*platform::FileSource::open(base::toPath(path)));
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

namespace {

constexpr qsizetype chunk = age::chunkSize;

} // namespace

void TestAgeReader::readsAnywhere_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {qsizetype(0), qsizetype(1), chunk - 1, chunk, chunk + 1, 3 * chunk, 5 * chunk + 4321})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

// What is read is what a copy of the content has there, for offsets and lengths at and around every edge, and others.
void TestAgeReader::readsAnywhere()
{
    QFETCH(qsizetype, size);
    const QByteArray bytes = sampleBytes(size);
    const platform::FileSource file = stored(encrypted(bytes, forKeys({somebody().publicKey})));
    auto reader = age::AgeReader::open(file, withKey(somebody().privateKey));
    QVERIFY(reader);
    QCOMPARE(reader->size(), static_cast<std::uint64_t>(size));
    std::mt19937_64 random(7);
    const qsizetype edges[] = {0, 1, 15, 16, chunk - 1, chunk, chunk + 1, 2 * chunk, size - 1, size, size + 1, size + chunk};
    const auto pick = [&](qsizetype most) {
        const auto number = random();
        return number % 3 == 0 ? std::max<qsizetype>(edges[(number >> 8) % std::size(edges)], 0)
                               : static_cast<qsizetype>((number >> 8) % static_cast<std::uint64_t>(most + 1));
    };
    for (int round = 0; round < 400; ++round) {
        const qsizetype offset = pick(size + 10);
        const qsizetype length = pick(round % 2 == 0 ? 300 : 3 * chunk);
        QByteArray into(length, '?');
        const auto got = reader->read(static_cast<std::uint64_t>(offset), {into.data(), static_cast<std::size_t>(length)});
        QVERIFY(got);
        const QByteArray expected = bytes.mid(std::min(offset, size), length);
        QCOMPARE(*got, static_cast<std::size_t>(expected.size()));
        QVERIFY(into.left(expected.size()) == expected);
    }
    char none = 0;
    QCOMPARE(reader->read(~0ULL, {&none, 1}).value_or(9), std::size_t(0));
}

void TestAgeReader::opensOnlyTheChunksAskedFor()
{
    const QByteArray bytes = sampleBytes(50 * chunk);
    const platform::FileSource file = stored(encrypted(bytes, forKeys({somebody().publicKey})));
    auto reader = age::AgeReader::open(file, withKey(somebody().privateKey));
    QVERIFY(reader);
    QCOMPARE(reader->chunksOpened(), std::uint64_t(1)); // the last
    QByteArray into(10, '\0');
    const std::span<char> ten(into.data(), 10);
    QVERIFY(reader->read(20 * chunk + 5, ten));
    QVERIFY(reader->read(20 * chunk + 500, ten));
    QCOMPARE(reader->chunksOpened(), std::uint64_t(2));
    QVERIFY(reader->read(31 * chunk - 5, ten));
    QCOMPARE(reader->chunksOpened(), std::uint64_t(4));
    QVERIFY(into == bytes.mid(31 * chunk - 5, 10));
}

void TestAgeReader::findsWhatWasChanged()
{
    const QByteArray bytes = sampleBytes(4 * chunk);
    QByteArray sealed = encrypted(bytes, forKeys({somebody().publicKey}));
    const qsizetype second = sealed.size() - 3 * (chunk + 16) + 100;
    sealed[second] = static_cast<char>(sealed[second] ^ 1);
    const platform::FileSource file = stored(sealed);
    auto reader = age::AgeReader::open(file, withKey(somebody().privateKey));
    QVERIFY(reader);
    QByteArray into(10, '\0');
    const std::span<char> ten(into.data(), 10);
    QVERIFY(reader->read(0, ten));
    const auto changed = reader->read(chunk + 5, ten);
    QVERIFY(!changed && changed.error().failure == age::Failure::Payload);
    QVERIFY(!reader->read(chunk - 5, ten));
    QVERIFY(reader->read(2 * chunk, ten));
    QVERIFY(into == bytes.mid(2 * chunk, 10));
}

// A cut file never looks like a smaller one.
void TestAgeReader::needsTheLastChunk()
{
    const QByteArray sealed = encrypted(sampleBytes(3 * chunk + 50), forKeys({somebody().publicKey}));
    for (const qsizetype cut : {qsizetype(1), qsizetype(50), qsizetype(66), qsizetype(67), chunk + 16 + 66, 3 * (chunk + 16) + 66}) {
        const platform::FileSource file = stored(sealed.chopped(cut));
        const auto reader = age::AgeReader::open(file, withKey(somebody().privateKey));
        QVERIFY(!reader && reader.error().failure == age::Failure::Payload);
    }
    HandMade made;
    made.add(0, age::Place::Inner, sampleBytes(chunk)).add(1, age::Place::Last, {});
    const platform::FileSource emptyLast = stored(made.file());
    QVERIFY(!age::AgeReader::open(emptyLast, withKey(somebody().privateKey)));
    const platform::FileSource longer = stored(sealed + "x");
    QVERIFY(!age::AgeReader::open(longer, withKey(somebody().privateKey)));
}

void TestAgeReader::opensNothingElse()
{
    const QByteArray sealed = encrypted(sampleBytes(100), forKeys({somebody().publicKey}));
    const platform::FileSource file = stored(sealed);
    const auto stranger = age::AgeReader::open(file, withKey(crypto::generateReceivingKey()->privateKey));
    QVERIFY(!stranger && stranger.error().failure == age::Failure::NoMatch);
    const platform::FileSource other = stored("no such file");
    const auto nothing = age::AgeReader::open(other, withKey(somebody().privateKey));
    QVERIFY(!nothing && nothing.error().failure == age::Failure::Header);
}

QTEST_GUILESS_MAIN(TestAgeReader)
#include "tst_agereader.moc"
