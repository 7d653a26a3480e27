#include "platform/attributes.h"
#include "platform/filelock.h"
#include "platform/replacement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace shirushi;
using platform::FileSource;
using platform::Replacement;

class TestReplacement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesThePlaceAndKeepsWhatIsAroundIt();
    void keepsAccessLists();
    void leavesTheOldFileUntilCommitted();
    void aFileThatChangedIsNotReplaced_data();
    void aFileThatChangedIsNotReplaced();
    void newNamesNeverOverwrite();
    void copiesRanges();
    void createsOnlyWhatIsNotThere();
    void opensOnlyRegularFiles();
    void staleTemporariesGoAndLivingStay();

private:
    base::Path path(const QString &name) const { return base::toPath(m_folder->filePath(name)); }
    base::Path make(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path(name);
    }
    QByteArray content(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReplacement::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestReplacement::takesThePlaceAndKeepsWhatIsAroundIt()
{
    const base::Path file = make(QStringLiteral("a"), "old");
    ::chmod(file.c_str(), 0640);
    const bool hasAttributes = platform::writeAttribute(file, "user.comment", "theirs");
    auto source = FileSource::open(file);
    QVERIFY(source);
    auto replacement = Replacement::of(*source);
    QVERIFY(replacement);
    QVERIFY(replacement->write(QByteArray("new content")));
    QCOMPARE(replacement->position(), std::uint64_t(11));
    QVERIFY(replacement->commit());
    QCOMPARE(content(QStringLiteral("a")), QByteArray("new content"));
    struct stat status = {};
    QCOMPARE(::stat(file.c_str(), &status), 0);
    QCOMPARE(static_cast<int>(status.st_mode & 07777), 0640);
    if (hasAttributes)
        QCOMPARE(platform::readAttribute(file, "user.comment"), std::optional(QByteArray("theirs")));
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

// A folder may give its new files an access list of its own: that must not widen who reads a replaced file,
// and a file made like another is as readable as that one.
void TestReplacement::keepsAccessLists()
{
    // user::rw-, user:1:rw-, group::r--, mask::rw-, other::---, as the kernel writes them (linux/posix_acl_xattr.h).
    const auto entry = [](char tag, char permissions, const char *id) -> QByteArray {
        return QByteArray(1, tag) + QByteArray(1, '\0') + permissions + QByteArray(1, '\0') + QByteArray::fromHex(id);
    };
    const QByteArray list = QByteArray::fromHex("02000000") + entry(0x01, 6, "ffffffff") + entry(0x02, 6, "01000000")
                            + entry(0x04, 4, "ffffffff") + entry(0x10, 6, "ffffffff") + entry(0x20, 0, "ffffffff");
    const base::Path listed = make(QStringLiteral("listed"), "x");
    const base::Path plain = make(QStringLiteral("plain"), "x");
    if (!platform::writeAttribute(listed, "system.posix_acl_access", list))
        QSKIP("no access lists on this file system");
    QVERIFY(platform::writeAttribute(base::toPath(m_folder->path()), "system.posix_acl_default", list));
    ::chmod(plain.c_str(), 0640);
    for (const base::Path &file : {listed, plain}) {
        const auto source = FileSource::open(file);
        auto beside = Replacement::create(base::withAppended(file, ".xmp"), &*source);
        QVERIFY(beside->write(QByteArray("y")));
        QVERIFY(beside->commit());
        auto replacement = Replacement::of(*source);
        QVERIFY(replacement->write(QByteArray("y")));
        QVERIFY(replacement->commit());
        for (const base::Path &made : {file, base::withAppended(file, ".xmp")}) {
            QCOMPARE(platform::readAttribute(made, "system.posix_acl_access"),
                     file == listed ? std::optional(list) : std::nullopt);
        }
    }
    struct stat status = {};
    QCOMPARE(::stat(plain.c_str(), &status), 0);
    QCOMPARE(static_cast<int>(status.st_mode & 07777), 0640);
}

void TestReplacement::leavesTheOldFileUntilCommitted()
{
    const base::Path file = make(QStringLiteral("a"), "old");
    {
        auto source = FileSource::open(file);
        auto replacement = Replacement::of(*source);
        QVERIFY(replacement->write(QByteArray("new")));
        QVERIFY(replacement->prepare());
        QCOMPARE(content(QStringLiteral("a")), QByteArray("old"));
        QCOMPARE(names().size(), 2);
    }
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
    QCOMPARE(content(QStringLiteral("a")), QByteArray("old"));
}

void TestReplacement::aFileThatChangedIsNotReplaced_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("grown") << 0;
    QTest::newRow("replaced") << 1;
    QTest::newRow("gone") << 2;
}

void TestReplacement::aFileThatChangedIsNotReplaced()
{
    QFETCH(int, how);
    const base::Path file = make(QStringLiteral("a"), "old");
    auto source = FileSource::open(file);
    auto replacement = Replacement::of(*source);
    QVERIFY(replacement->write(QByteArray("new")));
    QVERIFY(replacement->prepare());
    if (how == 0) {
        make(QStringLiteral("a"), "theirs, longer");
    } else {
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("a"))));
        if (how == 1)
            make(QStringLiteral("a"), "theirs");
    }
    const auto committed = replacement->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().code, how == 2 ? base::ErrorCode::NotFound : base::ErrorCode::Changed);
    QVERIFY(content(QStringLiteral("a")) != QByteArray("new"));
}

void TestReplacement::newNamesNeverOverwrite()
{
    const base::Path file = make(QStringLiteral("a"), "old");
    make(QStringLiteral("taken"), "theirs");
    {
        auto source = FileSource::open(file);
        auto replacement = Replacement::of(*source);
        QVERIFY(replacement->write(QByteArray("new")));
        QCOMPARE(replacement->commit(path(QStringLiteral("taken"))).error().code, base::ErrorCode::Changed);
    }
    QCOMPARE(content(QStringLiteral("taken")), QByteArray("theirs"));
    QCOMPARE(content(QStringLiteral("a")), QByteArray("old"));
    QCOMPARE(platform::renameFile(file, path(QStringLiteral("taken"))).error().code, base::ErrorCode::Changed);

    auto source = FileSource::open(file);
    auto replacement = Replacement::of(*source);
    QVERIFY(replacement->write(QByteArray("new")));
    QVERIFY(replacement->commit(path(QStringLiteral("b"))));
    QCOMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("taken")}));
    QCOMPARE(content(QStringLiteral("b")), QByteArray("new"));
}

void TestReplacement::copiesRanges()
{
    QByteArray big(300'000, '\0');
    for (qsizetype i = 0; i < big.size(); ++i)
        big[i] = static_cast<char>(i % 251);
    const base::Path file = make(QStringLiteral("a"), big);
    auto source = FileSource::open(file);
    auto replacement = Replacement::of(*source);
    QVERIFY(replacement->write(QByteArray("start")));
    QVERIFY(replacement->copy(*source, 1000, 200'000));
    QVERIFY(replacement->write(QByteArray("end")));
    QVERIFY(replacement->commit());
    QCOMPARE(content(QStringLiteral("a")), QByteArray("start" + big.mid(1000, 200'000) + "end"));

    platform::MemorySink memory;
    QVERIFY(memory.copy(*FileSource::open(file), 0, 5));
    QCOMPARE(memory.bytes(), QByteArray("start"));
    QVERIFY(!memory.copy(*FileSource::open(file), 200'000, 100'000));
}

void TestReplacement::createsOnlyWhatIsNotThere()
{
    auto created = Replacement::create(path(QStringLiteral("a")));
    QVERIFY(created->write(QByteArray("new")));
    QVERIFY(created->prepare());
    make(QStringLiteral("a"), "theirs");
    QCOMPARE(created->commit().error().code, base::ErrorCode::Changed);
    QCOMPARE(content(QStringLiteral("a")), QByteArray("theirs"));
    QCOMPARE(Replacement::create(path(QStringLiteral("none/a"))).error().code, base::ErrorCode::NotFound);
}

void TestReplacement::opensOnlyRegularFiles()
{
    make(QStringLiteral("a"), "x");
    std::filesystem::create_symlink("a", path(QStringLiteral("link")));
    QCOMPARE(::mkfifo(path(QStringLiteral("pipe")).c_str(), 0600), 0);
    QCOMPARE(FileSource::open(path(QStringLiteral("link"))).error().code, base::ErrorCode::Unsupported);
    QCOMPARE(FileSource::open(path(QStringLiteral("pipe"))).error().code, base::ErrorCode::Unsupported);
    QCOMPARE(FileSource::open(path(QStringLiteral("."))).error().code, base::ErrorCode::Unsupported);
    QCOMPARE(FileSource::open(path(QStringLiteral("none"))).error().code, base::ErrorCode::NotFound);
}

void TestReplacement::staleTemporariesGoAndLivingStay()
{
    make(QStringLiteral(".shirushi-1abc.tmp"), "left by a kill");
    make(QStringLiteral(".shirushi.tmp"), "not ours");
    auto living = Replacement::create(path(QStringLiteral("a")));
    QVERIFY(living);
    platform::removeStaleTemporaries(path(QStringLiteral(".")));
    const QStringList left = names();
    QVERIFY(!left.contains(QStringLiteral(".shirushi-1abc.tmp")));
    QVERIFY(left.contains(QStringLiteral(".shirushi.tmp")));
    QVERIFY(left.contains(base::toDisplay(living->temporary().filename())));
}

QTEST_GUILESS_MAIN(TestReplacement)
#include "tst_replacement.moc"
