#include "model/crypto/agesamples.h"

#include <QTest>

#include <thread>

using namespace shirushi;
using namespace shirushi::tests;

class TestAgeFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackEveryLength_data();
    void givesBackEveryLength();
    void opensForEachRecipientAndNobodyElse();
    void opensWithItsPasswordAlone();
    void refusesImpossibleRecipients();
    void everyFlippedBitIsFound();
    void everyTruncationIsFound();
    void everyAdditionIsFound();
    void tellsWrongKeyAndTamperingAlike();
    void ordersAndMarksChunks_data();
    void ordersAndMarksChunks();
    void stopsWhenAsked();
    void passesOnWhatTheSinkSays();
    void readsInPieces();
};

namespace {

constexpr qsizetype chunk = age::chunkSize;

// Fails or cancels after some bytes.
class FullDisk final : public platform::Sink
{
public:
    explicit FullDisk(std::uint64_t room) : m_room(room) {}
    using Sink::write;
    base::Result<void> write(std::span<const char> bytes) override
    {
        m_position += bytes.size();
        if (m_position > m_room)
            return base::failure(base::ErrorCode::NoSpace, QStringLiteral("disk"), QStringLiteral("full"));
        return {};
    }
    std::uint64_t position() const override { return m_position; }

private:
    std::uint64_t m_room;
    std::uint64_t m_position = 0;
};

class CancelAfter final : public base::Progress
{
public:
    explicit CancelAfter(int reports) : m_left(reports) {}
    void report(std::uint64_t done, std::uint64_t total, const QString &) override
    {
        m_isSane = m_isSane && done >= m_done && (total == 0 || done <= total);
        m_done = done;
        --m_left;
        m_isCallersThread = m_isCallersThread && std::this_thread::get_id() == m_thread;
    }
    bool cancelled() const override { return m_left <= 0; }

    int m_left;
    std::uint64_t m_done = 0;
    bool m_isSane = true;
    bool m_isCallersThread = true;
    std::thread::id m_thread = std::this_thread::get_id();
};

// A pipe that hands over what it has, a few bytes at a time, and does not know how much there is.
class Trickle final : public platform::Source
{
public:
    explicit Trickle(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    base::Result<std::size_t> read(std::span<char> into) override { return m_bytes.read(into); }

private:
    platform::MemorySource m_bytes;
};

} // namespace

void TestAgeFile::givesBackEveryLength_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(15), qsizetype(16), qsizetype(17), qsizetype(47),
                                 qsizetype(48), qsizetype(49), chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, 2 * chunk + 1,
                                 7 * chunk, 8 * chunk - 1, 8 * chunk, 8 * chunk + 1, 9 * chunk, 16 * chunk, 16 * chunk + 1,
                                 40 * chunk - 17, 64 * chunk})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

void TestAgeFile::givesBackEveryLength()
{
    QFETCH(qsizetype, size);
    const QByteArray bytes = sampleBytes(size);
    const age::Recipients recipients = forKeys({somebody().publicKey});
    const QByteArray file = encrypted(bytes, recipients);
    const qsizetype chunks = std::max<qsizetype>((size + chunk - 1) / chunk, 1);
    QCOMPARE(file.size(), file.indexOf('\n', file.indexOf("\n--- ") + 1) + 1 + 16 + size + 16 * chunks);
    QVERIFY(decrypted(file, withKey(somebody().privateKey)).isGood(bytes));
    QVERIFY(encrypted(bytes, recipients) != file); // a key of its own each time

    const QByteArray text = encrypted(bytes, recipients, age::Form::Armored);
    QVERIFY(text.startsWith("-----BEGIN AGE ENCRYPTED FILE-----\n"));
    QVERIFY(text.endsWith("\n-----END AGE ENCRYPTED FILE-----\n"));
    QVERIFY(decrypted(text, withKey(somebody().privateKey)).isGood(bytes));
}

void TestAgeFile::opensForEachRecipientAndNobodyElse()
{
    std::vector<crypto::KeyPair> people;
    std::vector<QByteArray> keys;
    for (int i = 0; i < 5; ++i) {
        people.push_back(std::move(*crypto::generateReceivingKey()));
        keys.push_back(people.back().publicKey);
    }
    const QByteArray bytes = sampleBytes(1000);
    const QByteArray file = encrypted(bytes, forKeys(keys));
    for (const crypto::KeyPair &person : people)
        QVERIFY(decrypted(file, withKey(person.privateKey)).isGood(bytes));
    const Decrypted stranger = decrypted(file, withKey(somebody().privateKey));
    QVERIFY(stranger.failure == age::Failure::NoMatch);
    QVERIFY(stranger.bytes.isEmpty());
    QVERIFY(decrypted(file, age::Identities()).failure == age::Failure::NoMatch);
    age::Identities several = withKey(somebody().privateKey);
    several.keys.push_back(people[3].privateKey.clone());
    QVERIFY(decrypted(file, several).isGood(bytes));
}

void TestAgeFile::opensWithItsPasswordAlone()
{
    const QByteArray bytes = sampleBytes(70000);
    const QByteArray file = encrypted(bytes, forPassword("朝日のア-123"));
    QVERIFY(decrypted(file, withPassword("朝日のア-123")).isGood(bytes));
    for (const QByteArray wrong : {"朝日のア-124", "朝日のア-123\n", "", "朝日のア-12"})
        QVERIFY(decrypted(file, withPassword(wrong)).failure == age::Failure::NoMatch);
    QVERIFY(decrypted(file, withKey(somebody().privateKey)).failure == age::Failure::NoMatch);
    age::Identities both = withPassword("other");
    both.passwords.push_back(secret("朝日のア-123"));
    QVERIFY(decrypted(file, both).isGood(bytes));
    QVERIFY(headerOf(encrypted(bytes, forPassword("x", 1))).contains(" 1\n"));
}

void TestAgeFile::refusesImpossibleRecipients()
{
    age::Recipients both = forPassword("x");
    both.keys.push_back(somebody().publicKey);
    const QByteArray lowOrder = QByteArray(1, '\1') + QByteArray(31, '\0');
    age::Recipients cases[] = {age::Recipients(), std::move(both), forPassword(""), forPassword("x", 0), forPassword("x", 23),
                               forKeys({QByteArray(31, 'x')}), forKeys({QByteArray(32, '\0')}), forKeys({lowOrder})};
    for (const age::Recipients &recipients : cases) {
        const auto refused = age::wrapFileKey(*crypto::randomSecret(16), recipients);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::InvalidInput);
        QVERIFY(!refused.error().message.isEmpty());
    }
}

void TestAgeFile::everyFlippedBitIsFound()
{
    const QByteArray bytes = sampleBytes(40);
    const age::Identities identities = withKey(somebody().privateKey);
    for (const age::Form form : {age::Form::Binary, age::Form::Armored}) {
        const QByteArray file = encrypted(bytes, forKeys({somebody().publicKey}), form);
        for (qsizetype at = 0; at < file.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = file;
                changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
                const Decrypted result = decrypted(changed, identities);
                // White space around the armor may differ, and nothing else.
                if (form == age::Form::Armored && at + 1 == file.size() && QByteArray(" \t\n\v\f\r").contains(changed[at]))
                    continue;
                QVERIFY2(result.failure && *result.failure != age::Failure::Other, qPrintable(QString::number(at)));
                QVERIFY(result.bytes.isEmpty());
            }
        }
    }
}

void TestAgeFile::everyTruncationIsFound()
{
    const age::Identities identities = withKey(somebody().privateKey);
    const QByteArray file = encrypted(sampleBytes(100), forKeys({somebody().publicKey}));
    const qsizetype headerSize = file.indexOf('\n', file.indexOf("\n--- ") + 1) + 1;
    for (qsizetype size = 0; size < file.size(); ++size) {
        const Decrypted result = decrypted(file.left(size), identities);
        QVERIFY(result.failure == (size < headerSize + 16 ? age::Failure::Header : age::Failure::Payload));
        QVERIFY(result.bytes.isEmpty());
    }
    const QByteArray text = encrypted(sampleBytes(100), forKeys({somebody().publicKey}), age::Form::Armored);
    for (qsizetype size = 0; size + 1 < text.size(); ++size) // without its last line feed it is still whole
        QVERIFY(decrypted(text.left(size), identities).failure.has_value());
    const QByteArray large = encrypted(sampleBytes(3 * chunk), forKeys({somebody().publicKey}));
    for (const qsizetype cut : {qsizetype(1), qsizetype(16), chunk, chunk + 15, chunk + 16, chunk + 17, 2 * (chunk + 16), 3 * (chunk + 16)}) {
        const Decrypted result = decrypted(large.chopped(cut), identities);
        QVERIFY(result.failure == age::Failure::Payload);
        QVERIFY(sampleBytes(3 * chunk).startsWith(result.bytes));
    }
}

void TestAgeFile::everyAdditionIsFound()
{
    const age::Identities identities = withKey(somebody().privateKey);
    for (const qsizetype size : {qsizetype(0), qsizetype(100), chunk, 8 * chunk}) {
        const QByteArray bytes = sampleBytes(size);
        const QByteArray file = encrypted(bytes, forKeys({somebody().publicKey}));
        for (const qsizetype more : {qsizetype(1), qsizetype(16), qsizetype(17), chunk, chunk + 16, 9 * chunk})
            QVERIFY(decrypted(file + sampleBytes(more, 9), identities).failure == age::Failure::Payload);
        QVERIFY(decrypted(QByteArray("\n" + file), identities).failure == age::Failure::Header);
        QVERIFY(decrypted(file + file, identities).failure == age::Failure::Payload);
    }
}

void TestAgeFile::tellsWrongKeyAndTamperingAlike()
{
    const QByteArray file = encrypted(sampleBytes(100), forKeys({somebody().publicKey}));
    QByteArray changedContent = file;
    changedContent.back() = static_cast<char>(changedContent.back() ^ 1);
    QByteArray changedMac = file;
    const qsizetype mac = file.indexOf("\n--- ") + 5;
    changedMac[mac] = changedMac[mac] == 'A' ? 'B' : 'A';
    const Decrypted results[] = {decrypted(file, withKey(crypto::generateReceivingKey()->privateKey)),
                                 decrypted(changedContent, withKey(somebody().privateKey)),
                                 decrypted(changedMac, withKey(somebody().privateKey))};
    QVERIFY(results[0].failure == age::Failure::NoMatch);
    QVERIFY(results[1].failure == age::Failure::Payload);
    QVERIFY(results[2].failure == age::Failure::Mac);
    for (const Decrypted &result : results) {
        QCOMPARE(result.message, results[0].message);
        QCOMPARE(result.code, base::ErrorCode::WrongPassword);
    }
    QCOMPARE(decrypted("something else", withKey(somebody().privateKey)).code, base::ErrorCode::Damaged);
}

void TestAgeFile::ordersAndMarksChunks_data()
{
    using age::Place;
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<qsizetype>("comesOut"); // bytes of sampleBytes() that are genuine
    QTest::addColumn<bool>("isWhole");
    const QByteArray one = sampleBytes(chunk);
    const QByteArray two = sampleBytes(2 * chunk).mid(chunk);
    const QByteArray small = two.left(100);
    const auto row = [](const char *name, const HandMade &made, qsizetype comesOut, bool isWhole) {
        QTest::newRow(name) << made.file() << comesOut << isWhole;
    };
    row("two", HandMade().add(0, Place::Inner, one).add(1, Place::Last, small), chunk + 100, true);
    row("one", HandMade().add(0, Place::Last, one), chunk, true);
    row("empty", HandMade().add(0, Place::Last, {}), 0, true);
    row("nothing at all", HandMade(), 0, false);
    row("empty, not marked", HandMade().add(0, Place::Inner, {}), 0, false);
    row("last is empty", HandMade().add(0, Place::Inner, one).add(1, Place::Last, {}), chunk, false);
    row("last is not marked", HandMade().add(0, Place::Inner, one).add(1, Place::Inner, small), chunk, false);
    row("last is full and not marked", HandMade().add(0, Place::Inner, one).add(1, Place::Inner, two), 2 * chunk, false);
    row("first is marked", HandMade().add(0, Place::Last, one).add(1, Place::Last, small), chunk, false);
    row("first is short", HandMade().add(0, Place::Inner, one.left(50)).add(1, Place::Last, small), 0, false);
    row("first is short and marked", HandMade().add(0, Place::Last, one.left(50)).add(1, Place::Last, small), 0, false);
    row("numbered from one", HandMade().add(1, Place::Inner, one).add(2, Place::Last, small), 0, false);
    row("a number is left out", HandMade().add(0, Place::Inner, one).add(2, Place::Last, small), chunk, false);
    row("twice the same number", HandMade().add(0, Place::Inner, one).add(0, Place::Last, small), chunk, false);
    row("exchanged", HandMade().add(1, Place::Inner, two).add(0, Place::Last, one), 0, false);
    HandMade many;
    const QByteArray all = sampleBytes(20 * chunk);
    for (std::uint64_t number = 0; number < 20; ++number)
        many.add(number, number == 19 ? Place::Last : Place::Inner, all.mid(static_cast<qsizetype>(number) * chunk, chunk));
    row("many", many, 20 * chunk, true);
    many.chunks[13 * (chunk + 16) + 5] = static_cast<char>(many.chunks[13 * (chunk + 16) + 5] ^ 64);
    row("many, one changed", many, 13 * chunk, false);
}

void TestAgeFile::ordersAndMarksChunks()
{
    QFETCH(QByteArray, file);
    QFETCH(qsizetype, comesOut);
    QFETCH(bool, isWhole);
    const Decrypted result = decrypted(file, withKey(somebody().privateKey));
    QCOMPARE(!result.failure.has_value(), isWhole);
    QVERIFY(isWhole || result.failure == age::Failure::Payload);
    QCOMPARE(result.bytes.size(), comesOut);
    QVERIFY(sampleBytes(20 * chunk).startsWith(result.bytes));
}

void TestAgeFile::stopsWhenAsked()
{
    const QByteArray bytes = sampleBytes(100 * chunk);
    const QByteArray file = encrypted(bytes, forKeys({somebody().publicKey}));
    for (const int reports : {0, 1, 2}) {
        CancelAfter sealing(reports);
        platform::MemorySource source(bytes);
        platform::MemorySink sink;
        const auto done = age::encrypt(source, sink, forKeys({somebody().publicKey}), sealing);
        QVERIFY(!done && done.error().code == base::ErrorCode::Cancelled);
        QVERIFY(sink.bytes().size() < file.size());
        CancelAfter opening(reports);
        platform::MemorySource sealed(file);
        platform::MemorySink opened;
        const auto undone = age::decrypt(sealed, opened, withKey(somebody().privateKey), opening);
        QVERIFY(!undone && undone.error().code == base::ErrorCode::Cancelled);
        QVERIFY(undone.error().failure == age::Failure::Other);
        QVERIFY(bytes.startsWith(opened.bytes()) && opened.bytes().size() < bytes.size());
    }
    CancelAfter never(1 << 20);
    platform::MemorySource source(bytes);
    platform::MemorySink sink;
    QVERIFY(age::encrypt(source, sink, forKeys({somebody().publicKey}), never));
    QVERIFY(never.m_isSane && never.m_isCallersThread);
    QCOMPARE(never.m_done, static_cast<std::uint64_t>(bytes.size()));
}

void TestAgeFile::passesOnWhatTheSinkSays()
{
    const QByteArray bytes = sampleBytes(40 * chunk);
    for (const std::uint64_t room : {0, 100, 3 * 65536, 30 * 65536}) {
        FullDisk disk(room);
        platform::MemorySource source(bytes);
        base::NoProgress progress;
        const auto done = age::encrypt(source, disk, forKeys({somebody().publicKey}), progress);
        QVERIFY(!done && done.error().code == base::ErrorCode::NoSpace && done.error().failure == age::Failure::Other);
    }
}

void TestAgeFile::readsInPieces()
{
    for (const qsizetype size : {qsizetype(0), qsizetype(5), chunk, 8 * chunk, 21 * chunk + 3}) {
        const QByteArray bytes = sampleBytes(size);
        Trickle source(bytes);
        platform::MemorySink sink;
        base::NoProgress progress;
        QVERIFY(age::encrypt(source, sink, forKeys({somebody().publicKey}), progress));
        Trickle sealed(sink.bytes());
        platform::MemorySink opened;
        QVERIFY(age::decrypt(sealed, opened, withKey(somebody().privateKey), progress));
        QVERIFY(opened.bytes() == bytes);
    }
}

QTEST_GUILESS_MAIN(TestAgeFile)
#include "tst_agefile.moc"
