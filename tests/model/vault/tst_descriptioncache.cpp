// What was read of a vault is not read again, and never shown for what is there now.
#include "model/vault/vaultoffice.h"

#include "vault/descriptioncache.h"

#include <QElapsedTimer>
#include <QTest>

using namespace shirushi;
using tests::VaultOffice;

class TestDescriptionCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void itSaysTheSame_data();
    void itSaysTheSame();
    void damageIsSeen();
    void anotherPersonSeesTheirOwn();
    void anotherVaultIsAnother();
    void aStoppedReadingIsNone();
    void readingAgainIsQuick();

private:
    struct Line {
        QString id;
        QString name;
        std::int64_t counter = 0;
        bool isForOthers = false;
        bool isProblem = false;
        bool operator==(const Line &) const = default;
    };
    static std::vector<Line> linesOf(const std::vector<vault::Seen> &all)
    {
        std::vector<Line> lines;
        for (const vault::Seen &seen : all) {
            const vault::Item item = seen.described ? seen.described->item : vault::Item{};
            lines.push_back({seen.id, item.name, item.counter, seen.isForOthers, seen.problem.has_value()});
        }
        return lines;
    }
    std::vector<Line> cached(const vault::Vault &vault)
    {
        base::NoProgress progress;
        const auto all = m_cache.readAll(vault, progress);
        return all ? linesOf(*all) : std::vector<Line>();
    }
    static std::vector<Line> plain(const vault::Vault &vault)
    {
        base::NoProgress progress;
        return linesOf(*vault::readAll(vault, progress));
    }
    QString put(const char *name) { return m_office->put(*m_vault, m_office->make(QString::fromUtf8(name), "内容"), true); }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    std::unique_ptr<vault::Vault> m_vault;
    vault::DescriptionCache m_cache;
};

void TestDescriptionCache::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    auto vault = vault::Vault::create({m_office->place("vault"), {}, {QStringLiteral("sato")}}, m_office->parts(*m_desk));
    QVERIFY(vault.has_value());
    m_vault = std::make_unique<vault::Vault>(std::move(*vault));
    put("a.txt");
    put("b.txt");
    QCOMPARE(cached(*m_vault).size(), 2U);
}

void TestDescriptionCache::cleanup()
{
    m_cache.clear();
    m_vault.reset();
    m_desk.reset();
    m_office.reset();
}

void TestDescriptionCache::itSaysTheSame_data()
{
    QTest::addColumn<QString>("deed");
    for (const char *deed : {"put", "change", "save", "hide", "remove", "restore", "members"})
        QTest::newRow(deed) << QString::fromLatin1(deed);
}

void TestDescriptionCache::itSaysTheSame()
{
    QFETCH(QString, deed);
    base::NoProgress progress;
    const auto before = cached(*m_vault);
    const QString id = before.front().id;
    const base::Path file = m_vault->layout().descriptionOf(id);
    if (deed == u"put") {
        QVERIFY(!put("c.txt").isEmpty());
    } else if (deed == u"change") {
        QVERIFY(vault::Changing(*m_vault).change(id, {vault::Keeping{5, false, {}}, false}));
    } else if (deed == u"save") {
        const auto source = platform::FileSource::open(m_office->make(QStringLiteral("newer"), "新しい"));
        QVERIFY(vault::Changing(*m_vault).save(id, 1, vault::FileOriginal(*source), progress));
    } else if (deed == u"hide") {
        const auto sato = m_office->signIn("sato");
        auto vault = vault::Vault::open(m_vault->layout().folder(), m_office->parts(*sato));
        QVERIFY(vault::Membership(*vault).removeFrom(id, {QStringLiteral("yamada")}, progress));
    } else if (deed == u"remove") {
        std::filesystem::remove(file);
    } else if (deed == u"restore") {
        std::filesystem::copy_file(file, m_office->place("old"));
        QVERIFY(vault::Changing(*m_vault).change(id, {vault::Keeping{5, false, {}}, false}));
        QVERIFY(cached(*m_vault) != before);
        std::filesystem::rename(m_office->place("old"), file);
        QCOMPARE(cached(*m_vault), before);
    } else {
        QVERIFY(vault::Membership(*m_vault).remove({QStringLiteral("sato")}, progress));
    }
    QVERIFY(deed == u"restore" || plain(*m_vault) != before);
    QCOMPARE(cached(*m_vault), plain(*m_vault));
    QCOMPARE(cached(*m_vault), plain(*m_vault));
}

void TestDescriptionCache::damageIsSeen()
{
    const QString id = plain(*m_vault).front().id;
    QFile file(base::toDisplay(m_vault->layout().descriptionOf(id)));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 10) && file.write("x") == 1);
    file.close();
    const auto lines = cached(*m_vault);
    QCOMPARE(lines.size(), 2U);
    QVERIFY(lines.back().isProblem);
    QCOMPARE(lines.back().id, id);
    QCOMPARE(cached(*m_vault), lines); // it is said again
}

void TestDescriptionCache::anotherPersonSeesTheirOwn()
{
    base::NoProgress progress;
    const QString id = plain(*m_vault).front().id;
    QVERIFY(vault::Membership(*m_vault).removeFrom(id, {QStringLiteral("sato")}, progress));
    QVERIFY(!cached(*m_vault).empty());
    const auto sato = m_office->signIn("sato");
    const auto vault = vault::Vault::open(m_vault->layout().folder(), m_office->parts(*sato));
    QVERIFY(vault.has_value());
    const auto lines = cached(*vault);
    QCOMPARE(lines, plain(*vault));
    QCOMPARE(std::ranges::count(lines, true, &Line::isForOthers), 1);
}

void TestDescriptionCache::anotherVaultIsAnother()
{
    auto second = vault::Vault::create({m_office->place("second"), {}, {}}, m_office->parts(*m_desk));
    QVERIFY(second.has_value());
    QCOMPARE(cached(*second), std::vector<Line>());
    QCOMPARE(cached(*m_vault), plain(*m_vault));
}

void TestDescriptionCache::aStoppedReadingIsNone()
{
    class Stopped final : public base::Progress
    {
    public:
        void report(std::uint64_t, std::uint64_t, const QString &) override {}
        bool cancelled() const override { return true; }
    } stopped;
    m_cache.clear();
    QVERIFY(!m_cache.readAll(*m_vault, stopped));
    QCOMPARE(cached(*m_vault), plain(*m_vault));
}

// A ratio with room, so that a busy machine does not fail it: it is about fifty times as quick.
void TestDescriptionCache::readingAgainIsQuick()
{
    base::NoProgress progress;
    std::vector<base::Path> files;
    for (int i = 0; i < 300; ++i)
        files.push_back(m_office->make(QStringLiteral("%1.bin").arg(i), QByteArray::number(i)));
    QVERIFY(vault::Storing(*m_vault, m_office->codecs()).put({files, true, false, {}}, progress));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(cached(*m_vault).size(), 302U);
    const qint64 first = timer.nsecsElapsed();
    timer.restart();
    QCOMPARE(cached(*m_vault).size(), 302U);
    const qint64 again = timer.nsecsElapsed();
    qInfo("first %.1f ms, again %.2f ms", static_cast<double>(first) / 1e6, static_cast<double>(again) / 1e6);
    QVERIFY(again * 4 < first);
}

QTEST_GUILESS_MAIN(TestDescriptionCache)
#include "tst_descriptioncache.moc"
