// Files that are erased, and what is refused: links, further names, other kinds of file, what was exchanged meanwhile.
#include "erasure/erasure.h"
#include "erasure/target.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace shirushi;
using base::ErrorCode;

namespace {

bool overwrite(erasure::Target &target)
{
    base::NoProgress progress;
    const erasure::Noise noise(erasure::newSeed(), target.allocated());
    return target.write(noise, progress) && target.flush() && target.readBack(noise, progress);
}

} // namespace

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
    void manyAtOnce();
    void theHoleOfASparseFileStaysAHole();
    void namesTheOtherNames();
    void goesWithAllItsNames();
    void oneNameIsNotTwo();
    void aNameThatCameMeanwhile();
    void namesThatWereInterrupted_data();
    void namesThatWereInterrupted();
    void refusesWhatIsOpenElsewhere();
    void theWayMustNotBeALink();
    void aFileThatGrowsIsOverwrittenToItsEnd();
    void whatWasInterruptedIsKnown_data();
    void whatWasInterruptedIsKnown();
    void whatIsInterruptedAgainIsKnown();
    void whatIsDestroyedInPartSaysSo();

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
    QVERIFY(overwrite(*target));
    const QByteArray after = open.readAll();
    QVERIFY(after.size() >= marker.size());
    QVERIFY(after.count('M') < after.size() / 16);
    QVERIFY(target->remove("x-alias"));
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
    QTest::newRow("in a write-protected folder") << "shut" << static_cast<int>(ErrorCode::NotWritable);
    QTest::newRow("not to be changed by anybody") << "immutable" << static_cast<int>(ErrorCode::NotWritable);
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
        if (::geteuid() == 0) {
            std::filesystem::remove(document);
            QSKIP("the superuser writes everywhere");
        }
        file = document;
        QCOMPARE(::chmod(file.c_str(), 0400), 0);
    }
    if (kind == u"shut") {
        if (::geteuid() == 0) {
            std::filesystem::remove(document);
            QSKIP("the superuser writes everywhere");
        }
        file = document;
        QCOMPARE(::chmod(m_folder.path().toUtf8().constData(), 0500), 0);
    }
    if (kind == u"immutable") {
        file = document;
        if (QProcess::execute(QStringLiteral("chattr"), {QStringLiteral("+i"), base::toDisplay(file)}) != 0) {
            std::filesystem::remove(document);
            QSKIP("this user or file system knows no such files");
        }
    }
    const QStringList before = names();
    const auto examined = erasure::examine(file);
    const auto erased = erasure::erase(file);
    if (kind == u"shut")
        QCOMPARE(::chmod(m_folder.path().toUtf8().constData(), 0700), 0);
    if (kind == u"immutable")
        QCOMPARE(QProcess::execute(QStringLiteral("chattr"), {QStringLiteral("-i"), base::toDisplay(file)}), 0);
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
    QVERIFY(overwrite(*target));
    std::filesystem::rename(file, path("moved"));
    make("a.txt", "new");
    const auto removed = target->remove("x-alias");
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

void TestErasure::manyAtOnce()
{
    std::vector<erasure::Order> orders;
    for (int i = 0; i < 40; ++i)
        orders.push_back(erasure::orderFor(make(qPrintable(QStringLiteral("many-%1").arg(i)), QByteArray(i * 997, 'x'))));
    orders.push_back(erasure::orderFor(path("nothing")));
    base::NoProgress progress;
    const auto results = erasure::eraseAll(orders, progress);
    QCOMPARE(results.size(), std::size_t(41));
    for (std::size_t i = 0; i < 40; ++i)
        QVERIFY(results[i] && results[i]->isReadBack && results[i]->size == i * 997);
    QVERIFY(!results.back());
    QCOMPARE(names(), QStringList());
}

// 8 GiB that have next to nothing on the disk: were the hole written, this would take minutes or fill the disk.
void TestErasure::theHoleOfASparseFileStaysAHole()
{
    const base::Path file = make("sparse.img", QByteArray(5000, 'x'));
    std::error_code problem;
    std::filesystem::resize_file(file, std::uintmax_t(8) << 30, problem);
    if (problem)
        QSKIP("this file system has no files of that size");
    struct stat status = {};
    QCOMPARE(::stat(file.c_str(), &status), 0);
    if (status.st_blocks > 1000)
        QSKIP("this file system has no sparse files");
    const auto erased = erasure::erase(file);
    QVERIFY2(erased.has_value(), erased ? "" : qPrintable(erased.error().message));
    QCOMPARE(erased->size, std::uint64_t(8) << 30);
    QCOMPARE(names(), QStringList());
}

void TestErasure::namesTheOtherNames()
{
    const base::Path file = make("a.txt", "x");
    QCOMPARE(::link(file.c_str(), path("b.txt").c_str()), 0);
    const auto examined = erasure::examine(file);
    QVERIFY(!examined);
    QVERIFY2(examined.error().message.contains(QStringLiteral("b.txt")), qPrintable(examined.error().message));
    std::filesystem::remove(path("b.txt"));
    QVERIFY(erasure::erase(file));
}

// A content goes with all of its names, wherever they lie, or not at all.
void TestErasure::goesWithAllItsNames()
{
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("other")));
    const base::Path file = make("a.txt", QByteArray(10'000, 'M'));
    const base::Path beside = path("b.txt");
    const base::Path elsewhere = path("other/c.txt");
    QCOMPARE(::link(file.c_str(), beside.c_str()), 0);
    QCOMPARE(::link(file.c_str(), elsewhere.c_str()), 0);
    QFile open(base::toDisplay(file));
    QVERIFY(open.open(QIODevice::ReadOnly));
    for (const std::vector<base::Path> &some : {std::vector<base::Path>{}, {beside}, {elsewhere}, {beside, beside}}) {
        const auto examined = erasure::examine(file, some);
        QVERIFY(!examined);
        QCOMPARE(examined.error().code, ErrorCode::Unsupported);
        if (std::ranges::find(some, beside) == some.end())
            QVERIFY2(examined.error().message.contains(QStringLiteral("b.txt")), qPrintable(examined.error().message));
    }
    const base::Path stranger = make("stranger.txt", "x");
    const auto wrong = erasure::examine(file, std::vector{beside, stranger});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::Changed);
    erasure::Order order = erasure::orderFor(file);
    erasure::addName(order, beside);
    erasure::addName(order, elsewhere);
    QVERIFY(erasure::examine(order));
    base::NoProgress progress;
    const auto erased = erasure::eraseAll({&order, 1}, progress);
    QVERIFY2(erased.front(), erased.front() ? "" : qPrintable(erased.front().error().message));
    QCOMPARE(open.readAll(), QByteArray()); // nothing is left of what stood under any of them
    QCOMPARE(names(), (QStringList{QStringLiteral("other"), QStringLiteral("stranger.txt")}));
    QVERIFY(std::filesystem::remove(path("other"))); // which is empty
    std::filesystem::remove(stranger);
}

// Two ways to one name are not two names: a third one would be emptied with it.
void TestErasure::oneNameIsNotTwo()
{
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("real")));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("hidden")));
    const base::Path file = make("real/a.txt", "kept");
    QCOMPARE(::link(file.c_str(), path("hidden/b.txt").c_str()), 0);
    std::filesystem::create_symlink(path("real"), path("way"));
    const auto examined = erasure::examine(file, std::vector{path("way/a.txt")});
    QVERIFY(!examined);
    QCOMPARE(examined.error().code, ErrorCode::Unsupported);
    for (const char *name : {"real", "hidden", "way"})
        std::filesystem::remove_all(path(name));
}

void TestErasure::aNameThatCameMeanwhile()
{
    const base::Path file = make("a.txt", "kept");
    const base::Path late = path("late.txt");
    base::NoProgress progress;
    {
        auto target = erasure::Target::open(file);
        QVERIFY(target.has_value());
        QCOMPARE(::link(file.c_str(), late.c_str()), 0);
        const erasure::Noise noise(erasure::newSeed(), target->allocated());
        const auto written = target->write(noise, progress);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Changed);
        QVERIFY(!target->isTouched());
    }
    const auto source = platform::FileSource::open(file);
    QVERIFY(source.has_value());
    QCOMPARE(source->all(10).value_or(QByteArray()), QByteArray("kept"));
    std::filesystem::remove(late);
    // Too late for the content, but not unnoticed.
    auto target = erasure::Target::open(file);
    QVERIFY(target.has_value());
    QVERIFY(overwrite(*target));
    QCOMPARE(::link(file.c_str(), late.c_str()), 0);
    const auto removed = target->remove("x-alias");
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Changed);
    QVERIFY(std::filesystem::exists(file));
    std::filesystem::remove(late);
    QVERIFY(target->remove("x-alias"));
    QCOMPARE(names(), QStringList());
}

void TestErasure::namesThatWereInterrupted_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("remains");
    for (const int size : {0, 20'000}) {
        QTest::addRow("before, %d", size) << "before" << size << int(erasure::Remains::Untouched);
        QTest::addRow("emptied, %d", size) << "emptied" << size << int(size == 0 ? erasure::Remains::Untouched : erasure::Remains::Begun);
        QTest::addRow("one has its alias, %d", size) << "alias" << size << int(erasure::Remains::Begun);
        QTest::addRow("one is gone, %d", size) << "one" << size << int(erasure::Remains::Begun);
        QTest::addRow("one is gone, the other has its alias, %d", size) << "second" << size << int(erasure::Remains::Begun);
        QTest::addRow("both are gone, %d", size) << "both" << size << int(erasure::Remains::Nothing);
    }
    QTest::newRow("overwritten") << "overwritten" << 20'000 << int(erasure::Remains::Begun);
    QTest::newRow("somebody removed a name") << "removed" << 20'000 << int(erasure::Remains::Untouched);
}

void TestErasure::namesThatWereInterrupted()
{
    QFETCH(QString, moment);
    QFETCH(int, size);
    QFETCH(int, remains);
    const base::Path file = make("a.txt", QByteArray(size, 'x'));
    const base::Path other = path("b.txt");
    QCOMPARE(::link(file.c_str(), other.c_str()), 0);
    const auto source = platform::FileSource::open(file);
    QVERIFY(source.has_value());
    erasure::Order order = erasure::orderFor(file, source->identity());
    erasure::addName(order, other);
    if (moment == u"overwritten") {
        auto target = erasure::Target::open(file, std::vector{other});
        QVERIFY(target.has_value());
        base::NoProgress progress;
        QVERIFY(target->write(erasure::Noise(order.seed, target->allocated()), progress));
    } else if (moment == u"removed") {
        std::filesystem::remove(file);
    } else if (moment != u"before") {
        std::filesystem::resize_file(file, 0); // as it is before any name goes
        if (moment != u"emptied")
            std::filesystem::rename(file, path(order.alias.constData()));
        if (moment != u"emptied" && moment != u"alias")
            std::filesystem::remove(path(order.alias.constData()));
        if (moment == u"second")
            std::filesystem::rename(other, path(order.further.front().alias.constData()));
        if (moment == u"both")
            std::filesystem::remove(other);
    }
    QCOMPARE(int(erasure::remainsOf(order)), remains);
    if (remains == int(erasure::Remains::Begun)) {
        QVERIFY(erasure::finish(order));
        QCOMPARE(int(erasure::remainsOf(order)), int(erasure::Remains::Nothing));
        QCOMPARE(names(), QStringList());
    }
    const QStringList left = names();
    for (const QString &name : left)
        std::filesystem::remove(path(qPrintable(name)));
}

void TestErasure::refusesWhatIsOpenElsewhere()
{
    const base::Path file = make("a.txt", "x");
    QProcess other;
    other.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("exec 3<\"$0\"; echo open; read line"), base::toDisplay(file)});
    QVERIFY(other.waitForStarted());
    QVERIFY(other.waitForReadyRead());
    const auto erased = erasure::erase(file);
    QVERIFY(!erased);
    QCOMPARE(erased.error().code, ErrorCode::InUse);
    QVERIFY(erased.error().message.contains(QString::number(other.processId())));
    QVERIFY(std::filesystem::exists(file));
    other.write("\n");
    QVERIFY(other.waitForFinished());
    QVERIFY(erasure::erase(file));
}

// A folder that is exchanged for a link after it was named leads nowhere else: the real folder is what counts.
void TestErasure::theWayMustNotBeALink()
{
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("one")));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("two")));
    make("one/a.txt", "one");
    const base::Path kept = make("two/a.txt", "two");
    const auto source = platform::FileSource::open(path("one/a.txt"));
    QVERIFY(source.has_value());
    std::filesystem::rename(path("one"), path("gone"));
    std::filesystem::create_symlink(path("two"), path("one"));
    const platform::FileIdentity meant = source->identity();
    const auto erased = erasure::erase(path("one/a.txt"), &meant);
    QVERIFY(!erased);
    QCOMPARE(erased.error().code, ErrorCode::Changed);
    QVERIFY(std::filesystem::exists(kept));
    std::filesystem::remove(path("one"));
    std::filesystem::remove_all(path("gone"));
    std::filesystem::remove_all(path("two"));
}

void TestErasure::aFileThatGrowsIsOverwrittenToItsEnd()
{
    const base::Path file = make("a.txt", QByteArray(10'000, 'M'));
    auto target = erasure::Target::open(file);
    QVERIFY(target.has_value());
    QFile grown(base::toDisplay(file));
    QVERIFY(grown.open(QIODevice::ReadWrite | QIODevice::Append));
    QCOMPARE(grown.write(QByteArray(30'000, 'M')), qint64(30'000));
    grown.close();
    QVERIFY(overwrite(*target));
    QVERIFY(target->allocated() >= 40'000);
    QFile left(base::toDisplay(file));
    QVERIFY(left.open(QIODevice::ReadOnly));
    QVERIFY(!left.readAll().contains(QByteArray(16, 'M')));
    left.close();
    QVERIFY(target->remove("x-alias"));
}

void TestErasure::whatWasInterruptedIsKnown_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("remains");
    QTest::newRow("before") << "before" << int(erasure::Remains::Untouched);
    QTest::newRow("overwritten in part") << "part" << int(erasure::Remains::Begun);
    QTest::newRow("overwritten") << "overwritten" << int(erasure::Remains::Begun);
    QTest::newRow("emptied") << "emptied" << int(erasure::Remains::Begun);
    QTest::newRow("renamed") << "renamed" << int(erasure::Remains::Begun);
    QTest::newRow("gone") << "gone" << int(erasure::Remains::Nothing);
    QTest::newRow("somebody wrote into it") << "edited" << int(erasure::Remains::Untouched);
    QTest::newRow("another file has the name") << "other" << int(erasure::Remains::Nothing);
    QTest::newRow("another file has the name and the number") << "number" << int(erasure::Remains::Nothing);
}

void TestErasure::whatWasInterruptedIsKnown()
{
    QFETCH(QString, moment);
    QFETCH(int, remains);
    const base::Path file = make("a.txt", QByteArray(20'000, 'x'));
    const auto source = platform::FileSource::open(file);
    QVERIFY(source.has_value());
    erasure::Order order = erasure::orderFor(file, source->identity());
    if (moment == u"number" && order.born-- == 0) {
        std::filesystem::remove(file);
        QSKIP("this file system does not know when a file was made");
    }
    auto target = erasure::Target::open(file);
    QVERIFY(target.has_value());
    base::NoProgress progress;
    const erasure::Noise noise(order.seed, target->allocated());
    if (moment == u"part")
        QVERIFY(target->writeHead(noise, 4096, progress));
    if (moment == u"overwritten")
        QVERIFY(target->write(noise, progress));
    if (moment == u"emptied")
        std::filesystem::resize_file(file, 0);
    if (moment == u"renamed")
        std::filesystem::rename(file, path(order.alias.constData()));
    if (moment == u"gone")
        std::filesystem::remove(file);
    if (moment == u"edited")
        make("a.txt", "somebody's own words");
    if (moment == u"other") {
        std::filesystem::rename(file, path("moved"));
        make("a.txt", "another");
    }
    QCOMPARE(int(erasure::remainsOf(order)), remains);
    if (remains == int(erasure::Remains::Begun)) {
        QVERIFY(erasure::finish(order));
        QCOMPARE(int(erasure::remainsOf(order)), int(erasure::Remains::Nothing));
        QCOMPARE(names(), QStringList());
    }
    const QStringList left = names();
    for (const QString &name : left)
        std::filesystem::remove(path(qPrintable(name)));
}

// What is finished after a kill may be killed, too: it must not look untouched then.
void TestErasure::whatIsInterruptedAgainIsKnown()
{
    const base::Path file = make("a.txt", QByteArray(20'000, 'x'));
    const auto source = platform::FileSource::open(file);
    QVERIFY(source.has_value());
    const erasure::Order order = erasure::orderFor(file, source->identity());
    {
        auto target = erasure::Target::open(file);
        QVERIFY(target.has_value());
        base::NoProgress progress;
        QVERIFY(target->writeHead(erasure::Noise(order.seed, target->allocated()), 4096, progress));
    }
    QCOMPARE(int(erasure::remainsOf(order)), int(erasure::Remains::Begun));
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit little = {8192, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &little), 0);
    const auto finished = erasure::finish(order);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!finished);
    QCOMPARE(int(erasure::remainsOf(order)), int(erasure::Remains::Begun));
    QVERIFY(erasure::finish(order));
    QCOMPARE(names(), QStringList());
}

void TestErasure::whatIsDestroyedInPartSaysSo()
{
    const base::Path file = make("a.txt", QByteArray(20'000, 'x'));
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit little = {8192, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &little), 0);
    const auto erased = erasure::erase(file);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!erased && !erased.error().left.isEmpty());
    QCOMPARE(::link(file.c_str(), path("b.txt").c_str()), 0);
    const auto refused = erasure::erase(file);
    QVERIFY(!refused && refused.error().left.isEmpty());
    std::filesystem::remove(path("b.txt"));
    QVERIFY(erasure::erase(file));
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
