// The desktop's list of recently used files and its like: an entry goes, and nothing else of the list is changed.
#include "erasure/leftovers.h"
#include "erasure/recentlist.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <thread>

using namespace shirushi;
using base::ErrorCode;
using Kind = erasure::Leftover::Kind;

namespace {

const QByteArray head = R"(<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>)";
const QByteArray tail = "\n</xbel>\n";

QByteArray bookmark(const QByteArray &address)
{
    return "\n  <bookmark href=\"" + address + R"(" added="2026-04-01T00:00:00Z" modified="2026-04-01T00:00:00Z" visited="2026-04-01T00:00:00Z">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="text/csv"/>
        <bookmark:applications>
          <bookmark:application name="soffice" exec="&apos;soffice %u&apos;" modified="2026-04-01T00:00:00Z" count="2"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>)";
}

QByteArray address(const base::Path &file)
{
    return "file://" + QByteArray(file.c_str()).toPercentEncoding("/");
}

bool isWellFormed(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

} // namespace

class TestRecent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void anEntryGoesAndTheRestStays();
    void spellings_data();
    void spellings();
    void whatIsNotUnderstoodStays_data();
    void whatIsNotUnderstoodStays();
    void othersWriteItToo();
    void aListBehindALink();
    void linksOfKde();
    void settingsAreTold();

private:
    base::Path path(const QString &name) const { return base::toPath(QDir(m_folder->path()).canonicalPath() + u'/' + name); }
    base::Path make(const QString &name, const QByteArray &content = "x") const
    {
        QDir(m_folder->path()).mkpath(QFileInfo(name).path());
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return path(name);
    }
    QByteArray list() const
    {
        QFile file(m_folder->filePath(QStringLiteral("data/recently-used.xbel")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    std::vector<erasure::Leftover> leftoversOf(const base::Path &file) const
    {
        return erasure::leftoversOf(file, {path(QStringLiteral("cache")), path(QStringLiteral("data")), path(QStringLiteral("config"))});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecent::anEntryGoesAndTheRestStays()
{
    const base::Path file = make(QStringLiteral("相談 記録 & 'a'.csv"));
    const QByteArray before = head + bookmark("file:///home/x/%E5%88%A5.ods") + "\n  <!-- <bookmark href=\"" + address(file).replace("--", "") + "\"/> -->";
    const QByteArray after = bookmark("https://example.jp/a?b=1&amp;c=2") + "\r\n  <bookmark href='file:///y'/>" + tail;
    const base::Path place = make(QStringLiteral("data/recently-used.xbel"), before + bookmark(address(file)) + after);
    std::filesystem::permissions(place, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    QVERIFY(isWellFormed(list()));
    const auto found = leftoversOf(file);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(int(found.front().kind), int(Kind::RecentEntry));
    QVERIFY(found.front().place() == place && found.front().goes());
    QVERIFY(erasure::remove(found.front()));
    QCOMPARE(list(), before + after);
    QVERIFY(isWellFormed(list()));
    QVERIFY(std::filesystem::status(place).permissions() == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    QVERIFY(std::filesystem::exists(file));
    QVERIFY(leftoversOf(file).empty());
    QVERIFY(erasure::remove(found.front())); // is gone already
    QCOMPARE(list(), before + after);
    // No temporary file of ours, not even of a try that was killed.
    make(QStringLiteral("data/.shirushi-killed.tmp"));
    QVERIFY(erasure::remove(found.front()));
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("data"))).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("recently-used.xbel")});
    std::filesystem::remove(place);
    QVERIFY(erasure::remove(found.front())); // and so is the list
}

void TestRecent::spellings_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<bool>("isMeant");
    // %1: the folder
    QTest::newRow("plain") << QByteArray("<bookmark href=\"file://%1/a%20%26b.csv\"></bookmark>") << true;
    QTest::newRow("small hexadecimal, other attributes first") << QByteArray("<bookmark\n added='x>y' href = 'file://%1/a%20%26b.csv'  />") << true;
    QTest::newRow("references") << QByteArray("<bookmark href=\"file://%1/a&#32;&#x26;b.csv\"/>") << true;
    QTest::newRow("this computer") << QByteArray("<bookmark href=\"file://localhost%1/a &amp;b.csv\"/>") << true;
    QTest::newRow("by way of a link") << QByteArray("<bookmark href=\"file://%1/way/a%20%26b.csv\"/>") << true;
    QTest::newRow("in a folder of the list") << QByteArray("<folder><title>x</title><bookmark href=\"file://%1/a%20%26b.csv\"/></folder>") << true;
    QTest::newRow("another computer") << QByteArray("<bookmark href=\"file://server%1/a%20%26b.csv\"/>") << false;
    QTest::newRow("another folder") << QByteArray("<bookmark href=\"file://%1/b/a%20%26b.csv\"/>") << false;
    QTest::newRow("begins so") << QByteArray("<bookmark href=\"file://%1/a%20%26b.csv.ods\"/>") << false;
    QTest::newRow("another kind of element") << QByteArray("<bookmarks href=\"file://%1/a%20%26b.csv\"/>") << false;
    QTest::newRow("a comment") << QByteArray("<!-- <bookmark href=\"file://%1/a%20%26b.csv\"/> -->") << false;
    QTest::newRow("text") << QByteArray("<title><![CDATA[<bookmark href=\"file://%1/a%20%26b.csv\"/>]]></title>") << false;
    QTest::newRow("unknown reference") << QByteArray("<bookmark href=\"file://%1/a%20%26b.csv&what;\"/>") << false;
}

void TestRecent::spellings()
{
    QFETCH(QByteArray, entry);
    QFETCH(bool, isMeant);
    const base::Path file = make(QStringLiteral("a &b.csv"));
    std::filesystem::create_symlink(path({}), path(QStringLiteral("way")));
    entry.replace("%1", QByteArray(file.parent_path().c_str()));
    const QByteArray whole = head + entry + tail;
    const base::Path place = make(QStringLiteral("data/recently-used.xbel"), whole);
    QCOMPARE(leftoversOf(file).size(), isMeant ? 1U : 0U);
    const auto forgotten = erasure::forget(place, file);
    QVERIFY(forgotten.has_value());
    QCOMPARE(*forgotten, isMeant);
    if (!isMeant)
        QCOMPARE(list(), whole);
    else
        QVERIFY(isWellFormed(list()) && !list().contains("b.csv") && list().startsWith(head) && list().endsWith(tail));
}

void TestRecent::whatIsNotUnderstoodStays_data()
{
    QTest::addColumn<QByteArray>("list");
    const QByteArray entry = bookmark("%1");
    QTest::newRow("cut short") << head + entry;
    QTest::newRow("cut in a tag") << head + entry + "\n  <bookmark hre";
    QTest::newRow("cut in a comment") << head + entry + "<!-- ";
    QTest::newRow("crossed") << head + entry + "<a><b></a></b>" + tail;
    QTest::newRow("another root") << "<html>" + entry + "</html>";
    QTest::newRow("two roots") << head + tail + head + entry + tail;
    QTest::newRow("no text") << QByteArray("href=\"%1\"");
    QTest::newRow("another encoding") << QByteArray("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<xbel>") + entry + tail;
    QTest::newRow("words of its own") << QByteArray("<!DOCTYPE xbel [<!ENTITY a \"b\">]>\n<xbel>") + entry + tail;
}

void TestRecent::whatIsNotUnderstoodStays()
{
    QFETCH(QByteArray, list);
    const base::Path file = make(QStringLiteral("a.csv"));
    list.replace("%1", address(file));
    const base::Path place = make(QStringLiteral("data/recently-used.xbel"), list);
    const auto found = leftoversOf(file);
    QCOMPARE(found.size(), 1U); // that it is named there is told
    QCOMPARE(int(found.front().kind), int(Kind::Mention));
    QVERIFY(!found.front().goes());
    QVERIFY(erasure::remove(found.front()));
    const auto forgotten = erasure::forget(place, file);
    QVERIFY(!forgotten);
    QCOMPARE(forgotten.error().code, ErrorCode::Damaged);
    QVERIFY(forgotten.error().subject.endsWith(QStringLiteral("recently-used.xbel")));
    QCOMPARE(this->list(), list);
}

// Another program adds entries all the while, as a desktop does: whole files that take the place of the list.
void TestRecent::othersWriteItToo()
{
    constexpr int files = 40;
    QByteArray entries;
    std::vector<base::Path> ours;
    for (int i = 0; i < files; ++i) {
        ours.push_back(make(QStringLiteral("%1.csv").arg(i)));
        entries += bookmark(address(ours.back()));
    }
    const base::Path place = make(QStringLiteral("data/recently-used.xbel"), head + bookmark("file:///other") + entries + tail);
    std::atomic<bool> isOver = false;
    int written = 0;
    std::thread other([&] {
        for (; !isOver; ++written) {
            QByteArray now = list();
            QFile next(m_folder->filePath(QStringLiteral("data/next")));
            if (!next.open(QIODevice::WriteOnly))
                break;
            next.write(now.replace(tail, QByteArray("\n  <bookmark href=\"file:///new/" + QByteArray::number(written) + "\"/>" + tail)));
            next.close();
            std::filesystem::rename(path(QStringLiteral("data/next")), place);
            std::this_thread::sleep_for(std::chrono::milliseconds(3));
        }
    });
    int forgotten = 0;
    for (const base::Path &file : ours) {
        const auto done = erasure::forget(place, file);
        forgotten += done || done.error().code == ErrorCode::Changed ? 1 : 0;
        QVERIFY(isWellFormed(list()));
    }
    isOver = true;
    other.join();
    QCOMPARE(forgotten, files);
    QVERIFY(written > 3);
    const auto left = erasure::recentEntries(list());
    QVERIFY(left.has_value());
    QVERIFY(list().contains("file:///other"));
}

void TestRecent::aListBehindALink()
{
    const base::Path file = make(QStringLiteral("a.csv"));
    const base::Path real = make(QStringLiteral("elsewhere/list"), head + bookmark(address(file)) + tail);
    QDir(m_folder->path()).mkpath(QStringLiteral("data"));
    std::filesystem::create_symlink(real, path(QStringLiteral("data/recently-used.xbel")));
    const auto found = leftoversOf(file);
    QCOMPARE(found.size(), 1U);
    QVERIFY(found.front().place() == real);
    QVERIFY(erasure::remove(found.front()));
    QCOMPARE(list(), head + tail);
    QVERIFY(std::filesystem::is_symlink(path(QStringLiteral("data/recently-used.xbel"))));
}

void TestRecent::linksOfKde()
{
    const base::Path file = make(QStringLiteral("年度 100%.ods"));
    const QByteArray folder(file.parent_path().c_str());
    make(QStringLiteral("data/RecentDocuments/a.desktop"), "[Desktop Entry]\nType=Link\nURL[$e]=file:" + folder + "/年度 100%.ods\n");
    make(QStringLiteral("data/RecentDocuments/b.desktop"), "[Desktop Entry]\nType=Link\nURL=" + address(file) + "\n");
    make(QStringLiteral("data/RecentDocuments/c.desktop"), "[Desktop Entry]\nType=Link\nURL=file:" + folder + "/other.ods\n");
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", folder);
    make(QStringLiteral("data/RecentDocuments/d.desktop"), "[Desktop Entry]\nType=Link\nURL[$e]=file:$HOME/年度 100%.ods\n");
    const auto found = leftoversOf(file);
    qputenv("HOME", home);
    QCOMPARE(found.size(), 3U);
    for (const erasure::Leftover &leftover : found) {
        QCOMPARE(int(leftover.kind), int(Kind::RecentLink));
        QVERIFY(erasure::remove(leftover));
    }
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("data/RecentDocuments"))).entryList(QDir::Files), QStringList{QStringLiteral("c.desktop")});
}

void TestRecent::settingsAreTold()
{
    const base::Path file = make(QStringLiteral("it's.ods"));
    const QByteArray settings = "<item oor:path=\"/org.openoffice.Office.Histories/Histories/org.openoffice.Office.Histories:HistoryInfo['PickList']/ItemList/"
                                "org.openoffice.Office.Histories:HistoryItem['" + address(file).replace("%27", "&apos;") + "']\"><prop/></item>\n";
    make(QStringLiteral("config/libreoffice/4/user/registrymodifications.xcu"), settings);
    const auto found = leftoversOf(file);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(int(found.front().kind), int(Kind::Mention));
    QVERIFY(erasure::remove(found.front()));
    QFile left(m_folder->filePath(QStringLiteral("config/libreoffice/4/user/registrymodifications.xcu")));
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), settings);
    QVERIFY(leftoversOf(make(QStringLiteral("s.ods"))).empty());
}

QTEST_GUILESS_MAIN(TestRecent)
#include "tst_recent.moc"
