// Files that are erased, and what is refused: links, further names, other kinds of file, what was exchanged meanwhile.
#include "erasure/erasure.h"
#include "erasure/target.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace shirushi;
using base::ErrorCode;

class TestErasure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void erases_data();
    void erases();
    void nothingOfItIsLeftUnderAnOpenDescriptor();
    void refuses_data();
    void refuses();
    void leavesAnotherFileOfTheName();
    void leavesWhatWasChanged();
    void fullDisk();

private:
    base::Path path(const char *name) const { return base::toPath(m_folder.filePath(QString::fromUtf8(name))); }
    base::Path make(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return path(name);
    }
    QStringList names() const { return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot); }

    QTemporaryDir m_folder;
};

void TestErasure::erases_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 4095, 4096, 4097, (256 << 10) - 1, 256 << 10, (256 << 10) + 1, 1'000'000})
        QTest::addRow("%d", size) << size;
}

void TestErasure::erases()
{
    QFETCH(int, size);
    const base::Path file = make("個人情報.csv", QByteArray(size, 'x'));
    const auto erased = erasure::erase(file);
    QVERIFY2(erased.has_value(), erased ? "" : qPrintable(erased.error().message));
    QCOMPARE(erased->size, static_cast<std::uint64_t>(size));
    QVERIFY(erased->overwritten >= erased->size);
    QVERIFY(size == 0 || erased->overwritten % 512 == 0); // with the rest of its last block
    QVERIFY(erased->isReadBack);
    QCOMPARE(names(), QStringList());
}

// Who still has it open sees what lies on the disk in its place.
void TestErasure::nothingOfItIsLeftUnderAnOpenDescriptor()
{
    const QByteArray marker(50'000, 'M');
    const base::Path file = make("a.txt", marker);
    QFile open(base::toDisplay(file));
    QVERIFY(open.open(QIODevice::ReadOnly));
    auto target = erasure::Target::open(file);
    QVERIFY(target.has_value());
    QVERIFY(target->overwrite());
    const QByteArray after = open.readAll();
    QVERIFY(after.size() >= marker.size());
    QVERIFY(after.count('M') < after.size() / 16);
    QVERIFY(target->remove());
    QVERIFY(open.seek(0));
    QCOMPARE(open.readAll(), QByteArray());
    QCOMPARE(names(), QStringList());
}

void TestErasure::refuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("symbolic link") << "link" << static_cast<int>(ErrorCode::Unsupported);
    QTest::newRow("hard link") << "hard" << static_cast<int>(ErrorCode::Unsupported);
    QTest::newRow("folder") << "folder" << static_cast<int>(ErrorCode::Unsupported);
    QTest::newRow("pipe") << "pipe" << static_cast<int>(ErrorCode::Unsupported);
    QTest::newRow("nothing") << "nothing" << static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("write-protected") << "protected" << static_cast<int>(ErrorCode::NotWritable);
}

void TestErasure::refuses()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    const base::Path document = make("document.txt", "内容");
    base::Path file = path("other");
    if (kind == u"link")
        QCOMPARE(::symlink(document.c_str(), file.c_str()), 0);
    else if (kind == u"hard")
        QCOMPARE(::link(document.c_str(), file.c_str()), 0);
    else if (kind == u"folder")
        QCOMPARE(::mkdir(file.c_str(), 0700), 0);
    else if (kind == u"pipe")
        QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
    if (kind == u"protected") {
        if (::geteuid() == 0)
            QSKIP("the superuser writes everywhere");
        file = document;
        QCOMPARE(::chmod(file.c_str(), 0400), 0);
    }
    const QStringList before = names();
    const auto examined = erasure::examine(file);
    const auto erased = erasure::erase(file);
    QVERIFY(!examined && !erased);
    QCOMPARE(static_cast<int>(examined.error().code), code);
    QCOMPARE(erased.error(), examined.error());
    QVERIFY(!examined.error().message.isEmpty());
    QCOMPARE(names(), before);
    QFile left(base::toDisplay(document));
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), QByteArray("内容"));
    std::filesystem::remove_all(path("other"));
    std::filesystem::remove_all(document);
}

void TestErasure::leavesAnotherFileOfTheName()
{
    const base::Path file = make("a.txt", "old");
    auto target = erasure::Target::open(file);
    QVERIFY(target.has_value());
    QVERIFY(target->overwrite());
    std::filesystem::rename(file, path("moved"));
    make("a.txt", "new");
    const auto removed = target->remove();
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Changed);
    QFile left(base::toDisplay(file));
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), QByteArray("new"));
    std::filesystem::remove(file);
    std::filesystem::remove(path("moved"));
}

void TestErasure::leavesWhatWasChanged()
{
    const base::Path file = make("a.txt", "old");
    const auto source = platform::FileSource::open(file);
    QVERIFY(source.has_value());
    make("a.txt", "newer"); // written in place: the same file
    const platform::FileIdentity then = source->identity();
    const auto erased = erasure::erase(file, &then);
    QVERIFY(!erased);
    QCOMPARE(erased.error().code, ErrorCode::Changed);
    QFile left(base::toDisplay(file));
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), QByteArray("newer"));
    std::filesystem::remove(file);
}

// Where not even the rest of the last block can be written, the file is still there.
void TestErasure::fullDisk()
{
    const base::Path file = make("a.txt", QByteArray(100, 'x'));
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit little = {50, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &little), 0);
    const auto erased = erasure::erase(file);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!erased);
    QVERIFY(std::filesystem::exists(file));
    QVERIFY(erasure::erase(file));
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
