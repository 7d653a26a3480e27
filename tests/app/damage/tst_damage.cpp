// Thousands of damaged files: each file of the corpus cut, bent, emptied, turned round, lengthened and misnamed. Every
// one of them takes a label that is read back, none is harmed, none crashes or holds up the program. Skipped where
// the corpus is not there (SHIRUSHI_CORPUS, or ../shared/corpus beside the source).

#include "app/cli/commandline.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <random>

using namespace shirushi;

namespace {

constexpr qint64 longestTurn = 10'000; // milliseconds for one file, issue 3 section 7
constexpr int filesInFolder = 60;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

struct Damage {
    const char *name;
    QByteArray (*done)(QByteArray bytes, std::mt19937 &random);
};

qsizetype below(std::mt19937 &random, qsizetype end)
{
    return end <= 0 ? 0 : static_cast<qsizetype>(random() % static_cast<std::uint32_t>(end));
}

QByteArray cut(QByteArray bytes, std::mt19937 &random)
{
    bytes.truncate(below(random, bytes.size()));
    return bytes;
}

QByteArray cutNearTheEnd(QByteArray bytes, std::mt19937 &random)
{
    bytes.chop(1 + below(random, std::min<qsizetype>(bytes.size(), 300)));
    return bytes;
}

QByteArray flipped(QByteArray bytes, std::mt19937 &random)
{
    for (int i = 0; i < 5 && !bytes.isEmpty(); ++i) {
        const qsizetype at = below(random, bytes.size());
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8)));
    }
    return bytes;
}

QByteArray flippedOnce(QByteArray bytes, std::mt19937 &random)
{
    if (!bytes.isEmpty()) {
        const qsizetype at = below(random, std::min<qsizetype>(bytes.size(), 2'000));
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8)));
    }
    return bytes;
}

QByteArray flippedAtTheEnd(QByteArray bytes, std::mt19937 &random)
{
    if (!bytes.isEmpty()) {
        const qsizetype at = bytes.size() - 1 - below(random, std::min<qsizetype>(bytes.size(), 2'000));
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8)));
    }
    return bytes;
}

QByteArray withZeros(QByteArray bytes, std::mt19937 &random)
{
    const qsizetype at = below(random, bytes.size());
    const qsizetype length = std::min<qsizetype>(512, bytes.size() - at);
    return bytes.replace(at, length, QByteArray(length, '\0'));
}

QByteArray halvesSwapped(QByteArray bytes, std::mt19937 &)
{
    return bytes.mid(bytes.size() / 2) + bytes.left(bytes.size() / 2);
}

QByteArray withoutBlock(QByteArray bytes, std::mt19937 &random)
{
    return bytes.remove(below(random, bytes.size()), 512);
}

QByteArray withBlockTwice(QByteArray bytes, std::mt19937 &random)
{
    const qsizetype at = below(random, bytes.size());
    return bytes.insert(at, bytes.mid(at, 512));
}

QByteArray lengthened(QByteArray bytes, std::mt19937 &random)
{
    for (qsizetype i = below(random, 4'000); i >= 0; --i)
        bytes += static_cast<char>(random() & 0xff);
    return bytes;
}

QByteArray twice(QByteArray bytes, std::mt19937 &)
{
    return bytes + bytes;
}

QByteArray underAnotherStart(QByteArray bytes, std::mt19937 &random)
{
    static constexpr std::array starts{"%PDF-1.7\n", "PK\x03\x04", "\xff\xd8\xff\xe1", "\x89PNG\r\n\x1a\n", "II*", "\xd0\xcf\x11\xe0"};
    return starts[static_cast<std::size_t>(below(random, starts.size()))] + bytes;
}

QByteArray asItIs(QByteArray bytes, std::mt19937 &)
{
    return bytes; // under another file's ending
}

constexpr std::array damages{Damage{"cut", cut},
                             Damage{"cut", cut},
                             Damage{"short", cutNearTheEnd},
                             Damage{"bent", flipped},
                             Damage{"bent", flipped},
                             Damage{"head", flippedOnce},
                             Damage{"head", flippedOnce},
                             Damage{"tail", flippedAtTheEnd},
                             Damage{"tail", flippedAtTheEnd},
                             Damage{"zeros", withZeros},
                             Damage{"zeros", withZeros},
                             Damage{"swapped", halvesSwapped},
                             Damage{"gap", withoutBlock},
                             Damage{"double", withBlockTwice},
                             Damage{"longer", lengthened},
                             Damage{"twice", twice},
                             Damage{"start", underAnotherStart},
                             Damage{"named", asItIs}};

// What the format promises to give back to the byte when a label is removed.
bool comesBackExactly(const QByteArray &bytes)
{
    return bytes.left(1024).contains("%PDF-") || bytes.startsWith("\xff\xd8") || bytes.startsWith("\x89PNG")
           || bytes.startsWith(QByteArray("II*\0", 4)) || bytes.startsWith(QByteArray("MM\0*", 4));
}

} // namespace

class TestDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isLabelledReadAndRemoved_data();
    void isLabelledReadAndRemoved();
    void cleanupTestCase();

private:
    QStringList makeFolder(const QString &folder, const QStringList &sources, int damage, std::mt19937 &random);
    using Command = std::function<tests::Answer(const QStringList &)>; // with what the command line ends in
    QString slowOne(const Command &command, const QStringList &files);
    tests::Answer inTime(const Command &command, const QString &folder);
    void checkLabels(const QString &folder);
    void checkRemoval(const QString &folder);

    std::unique_ptr<tests::CommandLine> m_line;
    QStringList m_sources;
    std::map<QString, QByteArray> m_before;  // of the folder that is being looked at
    std::map<QString, QString> m_places;     // where each file's label is
    std::map<QString, int> m_counts;
    qint64 m_slowest = 0;
};

void TestDamage::initTestCase()
{
    const QString corpus = qEnvironmentVariable("SHIRUSHI_CORPUS", QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus"));
    QDirIterator files(corpus, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.contains(QStringLiteral("/age/")))
            m_sources += path;
    }
    if (m_sources.isEmpty())
        QSKIP("the corpus is not here");
    m_sources.sort();
    m_line = std::make_unique<tests::CommandLine>();
    QCOMPARE(m_line->init().code, 0);
}

void TestDamage::isLabelledReadAndRemoved_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<int>("from");
    for (std::size_t damage = 0; damage < damages.size(); ++damage) {
        for (int from = 0; from < m_sources.size(); from += filesInFolder) {
            const QString name = QStringLiteral("%1-%2-%3").arg(damage).arg(QLatin1String(damages[damage].name)).arg(from);
            QTest::newRow(qPrintable(name)) << static_cast<int>(damage) << from;
        }
    }
}

QStringList TestDamage::makeFolder(const QString &folder, const QStringList &sources, int damage, std::mt19937 &random)
{
    QDir().mkpath(folder);
    QStringList made;
    for (const QString &source : sources) {
        QString ending = QFileInfo(source).suffix();
        if (damages[static_cast<std::size_t>(damage)].done == asItIs)
            ending = QFileInfo(m_sources[below(random, m_sources.size())]).suffix();
        if (ending == u"xmp") // such a one is the sidecar of what lies beside it
            ending = QStringLiteral("xml");
        made += folder + QStringLiteral("/%1.%2").arg(made.size(), 3, 10, QLatin1Char('0')).arg(ending);
        m_before[made.back()] = damages[static_cast<std::size_t>(damage)].done(contentOf(source), random);
        save(made.back(), m_before[made.back()]);
    }
    return made;
}

// Files that are done together in the time of one hold no slow one; else each half is tried by itself.
QString TestDamage::slowOne(const Command &command, const QStringList &files)
{
    QElapsedTimer timer;
    timer.start();
    command(files);
    if (timer.elapsed() < longestTurn || files.isEmpty())
        return {};
    if (files.size() == 1)
        return files.front();
    const QString slow = slowOne(command, files.first(files.size() / 2));
    return slow.isEmpty() ? slowOne(command, files.sliced(files.size() / 2)) : slow;
}

tests::Answer TestDamage::inTime(const Command &command, const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    const tests::Answer answer = command({QStringLiteral("--recursive"), folder});
    m_slowest = std::max(m_slowest, timer.elapsed());
    if (timer.elapsed() < longestTurn)
        return answer;
    QStringList files;
    for (const auto &[file, bytes] : m_before)
        files += file;
    const QString slow = slowOne(command, files);
    return slow.isEmpty() ? answer : tests::Answer{-1, {}, slow.toUtf8() + " is too slow"};
}

void TestDamage::checkLabels(const QString &folder)
{
    const tests::Answer shown = inTime([&](const QStringList &rest) { return m_line->show(rest); }, folder);
    QVERIFY2(shown.code == 0, shown.err);
    m_places.clear();
    const QJsonArray found = shown.json();
    for (const QJsonValue &file : found) {
        const QString path = file[QStringLiteral("file")].toString();
        QVERIFY2(m_before.contains(path), qPrintable(path));
        const auto is = [&](const char *name, QStringView value) { return file[QLatin1String(name)].toString() == value; };
        QVERIFY2(is("status", u"labelled") && is("signature", u"valid") && is("content", u"same"),
                 qPrintable(path + u' ' + QString::fromUtf8(QJsonDocument(file.toObject()).toJson())));
        m_places[path] = file[QStringLiteral("source")].toString();
        ++m_counts[m_places[path]];
        if (!is("source", u"embedded"))
            QVERIFY2(contentOf(path) == m_before[path], qPrintable(path));
    }
    QCOMPARE(m_places.size(), m_before.size());
    for (const auto &[path, place] : m_places) {
        if (place == u"embedded" && m_before[path].left(1024).contains("%PDF-"))
            QVERIFY2(contentOf(path).startsWith(m_before[path]), qPrintable(path));
    }
}

void TestDamage::checkRemoval(const QString &folder)
{
    const tests::Answer removed = inTime(
        [&](const QStringList &rest) {
            return m_line->run(QStringList{QStringLiteral("label"), QStringLiteral("remove"), QStringLiteral("--reason"),
                                           QStringLiteral("試験")}
                               + m_line->credentials() + rest);
        },
        folder);
    QVERIFY2(removed.code == 0, removed.err);
    for (const auto &[path, place] : m_places) {
        QVERIFY2(!QFile::exists(path + QStringLiteral(".xmp")), qPrintable(path));
        if (place != u"embedded" || comesBackExactly(m_before[path]))
            QVERIFY2(contentOf(path) == m_before[path], qPrintable(path));
    }
    const QJsonArray left = m_line->show({QStringLiteral("--recursive"), folder}).json();
    for (const QJsonValue &file : left)
        QVERIFY2(file[QStringLiteral("status")].toString() != u"labelled", qPrintable(file[QStringLiteral("file")].toString()));
    QCOMPARE(static_cast<std::size_t>(QDir(folder).entryList(QDir::Files | QDir::Hidden).size()), m_before.size());
}

void TestDamage::isLabelledReadAndRemoved()
{
    QFETCH(int, damage);
    QFETCH(int, from);
    std::mt19937 random(static_cast<std::uint32_t>(damage * 1'000 + from));
    m_before.clear();
    const QString folder = m_line->path(QStringLiteral("damaged"));
    QVERIFY(QDir(folder).removeRecursively());
    makeFolder(folder, m_sources.mid(from, filesInFolder), damage, random);
    const bool mark = from / filesInFolder % 2 == 0;
    const QStringList marks = mark ? QStringList{QStringLiteral("--mark"), QStringLiteral("header")} : QStringList();
    const tests::Answer set = inTime([&](const QStringList &rest) { return m_line->set(marks + rest); }, folder);
    QVERIFY2(set.code == 0, set.err);
    checkLabels(folder);
    if (!QTest::currentTestFailed())
        checkRemoval(folder);
    if (QTest::currentTestFailed()) {
        const QString kept = QStringLiteral(SHIRUSHI_BINARY_DIR "/damaged/") + QString::fromUtf8(QTest::currentDataTag());
        QDir().mkpath(kept);
        for (const auto &[path, bytes] : m_before)
            save(kept + u'/' + QFileInfo(path).fileName(), bytes);
    }
}

void TestDamage::cleanupTestCase()
{
    for (const auto &[place, count] : m_counts)
        qInfo("%s: %d", qPrintable(place), count);
    qInfo("the slowest of all folders took %lld ms", static_cast<long long>(m_slowest));
}

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
