// A file of 8 GiB: sizes and places beyond 32 bits.
#include "erasure/erasure.h"
#include "erasure/target.h"

#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace shirushi;

class TestHugeErasure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyByteIsOverwritten();
};

void TestHugeErasure::everyByteIsOverwritten()
{
    constexpr qint64 size = (8LL << 30) + 12'345;
    const QTemporaryDir folder;
    if (QStorageInfo(folder.path()).bytesAvailable() < size + (1LL << 30))
        QSKIP("There is no room for 8 GiB.");
    const QByteArray name = folder.filePath(QStringLiteral("huge.bin")).toLocal8Bit();
    const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    QVERIFY(file >= 0);
    const auto close = qScopeGuard([file] { ::close(file); });
    QCOMPARE(::posix_fallocate(file, 0, size), 0);
    const QByteArray marker = "an unmistakable line of content";
    std::vector<qint64> places{0, (2LL << 30) - 10, (4LL << 30) - 10, 4LL << 30, size - marker.size()};
    for (int i = 0; i < 200; ++i)
        places.push_back(QRandomGenerator::global()->bounded(size - marker.size()));
    for (const qint64 place : places)
        QCOMPARE(::pwrite(file, marker.constData(), static_cast<size_t>(marker.size()), place), marker.size());
    QCOMPARE(::fsync(file), 0);

    auto target = erasure::Target::open(base::toPath(QString::fromLocal8Bit(name)));
    QVERIFY(target.has_value());
    QVERIFY(target->allocated() >= static_cast<std::uint64_t>(size));
    base::NoProgress progress;
    const erasure::Noise noise(erasure::newSeed(), target->allocated());
    QVERIFY(target->write(noise, progress).has_value());
    QVERIFY(target->flush().has_value());
    QVERIFY(target->readBack(noise, progress).has_value());
    QByteArray now(marker.size(), '\0');
    for (const qint64 place : places) {
        QCOMPARE(::pread(file, now.data(), static_cast<size_t>(now.size()), place), now.size());
        QVERIFY2(now != marker && now.count('\0') < now.size() / 2, qPrintable(QString::number(place)));
    }
    QVERIFY(target->remove("x-alias").has_value());
    QVERIFY(::access(name.constData(), F_OK) != 0);
}

QTEST_GUILESS_MAIN(TestHugeErasure)
#include "tst_hugeerasure.moc"
