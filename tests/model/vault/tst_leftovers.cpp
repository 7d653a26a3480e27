// What a kill, a crash or a power cut left of open items, found at the next start.
#include "model/vault/openingbench.h"

using namespace shirushi;
using tests::holdsMarker;
using tests::marker;
using tests::write;
using vault::Opened;

class TestLeftovers : public QObject, private tests::OpeningBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void leftBehind();
    void killedWhileClosing();
    void lostWithThePower();
    void recordsOfStrangers();
};

void TestLeftovers::leftBehind()
{
    killedAfter([](vault::OpenItems &, const Opened &opened) { write(opened.document, QByteArray(marker) + "2"); });
    const base::Path left = leftFolder();
    QVERIFY(std::filesystem::exists(left));
    const auto other = m_office->signIn("sato"); // whoever comes next
    const auto told = vault::reportLeftovers(m_office->office().folder(), m_office->changeParts(*other));
    QVERIFY(told && told->size() == 1);
    QCOMPARE(told->front().person, QStringLiteral("yamada"));
    QCOMPARE(told->front().rescues.size(), 1);
    QVERIFY(!std::filesystem::exists(left));
    QVERIFY(!holdsMarker(base::toDisplay(m_office->office().folder())));
    QVERIFY(vault::reportLeftovers(m_office->office().folder(), m_office->changeParts(*other))->empty());
    QCOMPARE(entries("vault-closed").first().toObject().value(QStringLiteral("by")).toString(), QStringLiteral("leftover"));
    QVERIFY(!vault::holderOf(opened(*m_desk), m_id).has_value());
    QCOMPARE(rescuesOf(*other).size(), 0U);
    vault::Vault vault = opened(*m_desk);
    QVERIFY(rescues().save(rescuesOf(*m_desk).front(), vault, m_progress).has_value());
    QCOMPARE(itemNow(), QByteArray(marker) + "2");

    // One in which nothing was changed is erased; what somebody has open is left alone.
    killedAfter([](vault::OpenItems &, const Opened &) {});
    const auto again = vault::clearLeftovers(m_office->office().folder());
    QVERIFY(again.size() == 1 && again.front().rescues.isEmpty());
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(), m_progress).has_value());
    const auto reported = vault::reportLeftovers(m_office->office().folder(), m_office->changeParts(*m_desk));
    QCOMPARE(reported->size(), 1U); // the one that was cleared before
    QVERIFY(std::filesystem::exists(m_launched));
    QCOMPARE(entries("vault-opened").size(), entries("vault-closed").size() + 1);
}

void TestLeftovers::killedWhileClosing()
{
    // What is half overwritten is not taken for somebody's work.
    killedAfter([](vault::OpenItems &, const Opened &opened) {
        const base::Path folder = opened.document.parent_path();
        write(opened.document, "noise");
        std::filesystem::rename(folder, folder.parent_path() / vault::doneFolder);
    });
    auto told = vault::reportLeftovers(m_office->office().folder(), m_office->changeParts(*m_desk));
    QVERIFY(told && told->size() == 1 && told->front().rescues.isEmpty());
    killedAfter([](vault::OpenItems &, const Opened &opened) {
        const base::Path folder = opened.document.parent_path();
        write(opened.document, "2");
        std::filesystem::rename(folder, folder.parent_path() / vault::closingFolder);
    });
    const base::Path left = leftFolder();
    told = vault::reportLeftovers(m_office->office().folder(), m_office->changeParts(*m_desk));
    QVERIFY(told && told->size() == 1 && told->front().rescues.size() == 1);
    QVERIFY(!std::filesystem::exists(left));
}

void TestLeftovers::lostWithThePower()
{
    killedAfter([](vault::OpenItems &, const Opened &) {});
    std::filesystem::remove_all(leftFolder()); // as memory is after a power cut
    const auto told = vault::reportLeftovers(m_office->office().folder(), m_office->changeParts(*m_desk));
    QVERIFY(told && told->size() == 1 && told->front().rescues.isEmpty());
    QCOMPARE(entries("vault-closed").size(), 1);
    QVERIFY(vault::OpeningRecords(m_office->office().folder()).all().empty());
}

void TestLeftovers::recordsOfStrangers()
{
    killedAfter([](vault::OpenItems &, const Opened &) {});
    const vault::OpeningRecords records(m_office->office().folder());
    const QString id = records.all().front().id;
    const base::Path file = records.folder() / (id.toStdString() + ".json");
    QJsonObject json = *platform::readJsonFile(file);
    const base::Path victim = m_office->place("victim");
    std::filesystem::create_directory(victim);
    write(victim / "precious", "1");
    json.insert(QStringLiteral("folder"), QString::fromLatin1(QByteArray::fromStdString(victim.native())
                                                                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
    const base::Path left = leftFolder();
    write(file, base::canonicalJson(json));
    QVERIFY(vault::clearLeftovers(m_office->office().folder()).empty()); // it is no folder of ours
    QVERIFY(std::filesystem::exists(victim / "precious"));
    std::filesystem::remove_all(left);
}

QTEST_GUILESS_MAIN(TestLeftovers)
#include "tst_leftovers.moc"
