#include "platform/sectorfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/stat.h>
#include <thread>

using namespace shirushi;

namespace {

bool always(const QByteArray &)
{
    return true;
}

void write(const base::Path &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const base::Path &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ino_t inodeOf(const base::Path &file)
{
    struct stat status = {};
    return ::stat(file.c_str(), &status) == 0 ? status.st_ino : 0;
}

} // namespace

class TestSectorFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameLengthIsReplacedWhereItLies();
    void elseNothingIsChanged();
    void noReaderSeesHalfOfIt();

private:
    QTemporaryDir m_folder;
    base::Path m_file = base::Path(m_folder.path().toStdString()) / "checkpoint";
};

void TestSectorFile::sameLengthIsReplacedWhereItLies()
{
    write(m_file, "one");
    const ino_t inode = inodeOf(m_file);
    QByteArray seen;
    QVERIFY(platform::overwriteSector(m_file, "two", [&](const QByteArray &present) {
        seen = present;
        return true;
    }));
    QCOMPARE(seen, QByteArray("one"));
    QCOMPARE(contentOf(m_file), QByteArray("two"));
    QCOMPARE(inodeOf(m_file), inode);
}

void TestSectorFile::elseNothingIsChanged()
{
    write(m_file, "one");
    QVERIFY(!platform::overwriteSector(m_file, "three", always));
    QVERIFY(!platform::overwriteSector(m_file, "two", [](const QByteArray &) { return false; }));
    QVERIFY(!platform::overwriteSector(m_file.parent_path() / "none", "two", always));

    const base::Path link = m_file.parent_path() / "link";
    std::filesystem::create_symlink(m_file, link);
    QVERIFY(!platform::overwriteSector(link, "two", always));

    // Somebody's copy that shares the content.
    const base::Path copy = m_file.parent_path() / "copy";
    std::filesystem::create_hard_link(m_file, copy);
    QVERIFY(!platform::overwriteSector(m_file, "two", always));
    std::filesystem::remove(copy);
    QCOMPARE(contentOf(m_file), QByteArray("one"));

    const QByteArray longer(platform::sectorSize + 1, 'a');
    write(m_file, longer);
    QVERIFY(!platform::overwriteSector(m_file, QByteArray(longer.size(), 'b'), always));
    QCOMPARE(contentOf(m_file), longer);
}

void TestSectorFile::noReaderSeesHalfOfIt()
{
    constexpr int writings = 20'000;
    write(m_file, QByteArray(platform::sectorSize, 'a'));
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (int i = 0; i < writings; ++i)
            static_cast<void>(platform::overwriteSector(m_file, QByteArray(platform::sectorSize, i % 2 ? 'a' : 'b'), always));
        done = true;
    });
    int halves = 0;
    int readings = 0;
    while (!done) {
        const auto read = platform::readUnderLock(m_file, platform::sectorSize);
        ++readings;
        if (!read || read->count(read->front()) != platform::sectorSize)
            ++halves;
    }
    writer.join();
    QCOMPARE(halves, 0);
    QVERIFY(readings > 0);
}

QTEST_APPLESS_MAIN(TestSectorFile)
#include "tst_sectorfile.moc"
