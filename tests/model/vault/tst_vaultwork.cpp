// A vault at work: contents and members, versions, recovery; and that two who change one item do not lose anything.
#include "model/vault/vaultoffice.h"

#include "crypto/age/agefile.h"
#include "platform/replacement.h"
#include "vault/memory.h"
#include "vault/placement.h"
#include "vault/rewriting.h"

#include <QTest>

#include <chrono>

using namespace shirushi;
using base::ErrorCode;
using tests::VaultOffice;

class TestVaultWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void contents_data();
    void contents();
    void whatIsSavedKeepsTheOld();
    void theClockIsSetBackAndForth();
    void twoWhoSave();
    void finalIsNotSaved();
    void whoIsRemovedOpensNothingOfIt();
    void whoLeavesTheOfficeIsSettled();
    void theHeadBelongsToEveryItem();
    void linksAreRefused();
    void changedWhileItIsRead();
    void leftoversAreSwept();
    void progressCancels();
    void itsOwnFilesAreNotPutIn();
    void whereAClassBelongs_data();
    void whereAClassBelongs();

private:
    vault::Vault created(const QStringList &members = {})
    {
        auto vault = vault::Vault::create({m_office->place("vault"), {}, members}, m_office->parts(*m_desk));
        if (!vault)
            qFatal("no vault: %s", qPrintable(vault.error().message));
        return std::move(*vault);
    }
    QByteArray taken(vault::Vault &vault, VaultOffice::Desk &desk, const QString &id, std::int64_t counter = 0)
    {
        base::NoProgress progress;
        const base::Path out = m_office->place("taken.bin");
        std::filesystem::remove(out);
        const auto got = vault::Taking(vault, m_office->requests(desk)).get({id, out, counter}, progress);
        return got ? VaultOffice::contentOf(out) : "error: " + got.error().message.toUtf8();
    }
    // Whether this person's key opens what lies in the vault under this name.
    bool opens(const vault::Vault &vault, const QString &file, const VaultOffice::Desk &desk) const
    {
        const auto source = platform::FileSource::open(vault.layout().file(file));
        platform::FileSequence from(*source);
        platform::MemorySink to;
        base::NoProgress progress;
        return crypto::age::decrypt(from, to, vault::identitiesOf(desk.session.keys().receiving), progress).has_value();
    }
    base::Result<vault::Item> save(vault::Vault &vault, const QString &id, std::int64_t base, const QByteArray &content)
    {
        base::NoProgress progress;
        const base::Path file = m_office->make(QStringLiteral("new"), content);
        const auto source = platform::FileSource::open(file);
        return vault::Changing(vault).save(id, base, vault::FileOriginal(*source), progress);
    }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk; // yamada's
};

void TestVaultWork::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
}

void TestVaultWork::cleanup()
{
    m_desk.reset();
    m_office.reset();
}

void TestVaultWork::contents_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, (64 << 10) - 1, 64 << 10, (64 << 10) + 1, 5'000'001})
        QTest::addRow("%d", size) << size;
}

void TestVaultWork::contents()
{
    QFETCH(int, size);
    vault::Vault vault = created();
    QByteArray content(size, Qt::Uninitialized);
    for (int i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 31 >> 3);
    const base::Path file = m_office->make(QStringLiteral("a.bin"), content);
    const QString id = m_office->put(vault, file);
    QVERIFY(!id.isEmpty());
    QVERIFY(!std::filesystem::exists(file));
    QCOMPARE(taken(vault, *m_desk, id), content);
    QCOMPARE(VaultOffice::codes(vault), QStringList());
}

void TestVaultWork::whatIsSavedKeepsTheOld()
{
    vault::Vault vault = created();
    const QString id = m_office->put(vault, m_office->make(QStringLiteral("a.txt"), "0"));
    const int kept = m_office->pack().vault.versions;
    for (int i = 1; i <= kept + 2; ++i)
        QVERIFY(save(vault, id, i, QByteArray::number(i)));
    const auto described = vault.read(id);
    QVERIFY(described.has_value());
    QCOMPARE(described->item.older.size(), static_cast<std::size_t>(kept));
    QCOMPARE(taken(vault, *m_desk, id), QByteArray::number(kept + 2));
    for (const vault::Version &version : described->item.older)
        QCOMPARE(taken(vault, *m_desk, id, version.counter), QByteArray::number(version.counter - 1));
    QVERIFY(taken(vault, *m_desk, id, 1).startsWith("error: ")); // not kept
    // What is not kept is gone from the disk.
    const auto listing = vault::list(vault.layout());
    QCOMPARE(listing->items.at(id).contents.size(), static_cast<std::size_t>(kept + 1));
    QCOMPARE(VaultOffice::codes(vault), QStringList());
    QCOMPARE(VaultOffice::contentOf(m_office->place("new")), QByteArray::number(kept + 2)); // not moved
}

// What comes after what is told by counters, and by the clock of the disk that the vault lies on; not by the desktop's.
void TestVaultWork::theClockIsSetBackAndForth()
{
    constexpr qint64 year = 365LL * 24 * 3600;
    vault::Vault vault = created({QStringLiteral("sato")});
    const QString first = m_office->put(vault, m_office->make(QStringLiteral("a.txt"), "0"));
    std::int64_t counter = 1;
    for (const qint64 jump : {-year, 2 * year, -10 * year, 20 * year}) {
        m_office->clock().advance(jump);
        const QByteArray now = QByteArray::number(counter);
        QVERIFY(save(vault, first, counter++, now));
        QCOMPARE(taken(vault, *m_desk, first), now);
        const QString other = m_office->put(vault, m_office->make(QString::fromLatin1(now), "another"));
        QVERIFY(!other.isEmpty());
        QCOMPARE(taken(vault, *m_desk, other), QByteArray("another"));
        QCOMPARE(VaultOffice::codes(vault), QStringList());
        QVERIFY(vault::recover(m_office->changeParts(*m_desk)).has_value());
    }
    base::NoProgress progress;
    QVERIFY(vault::Membership(vault).remove({QStringLiteral("sato")}, progress));
    QCOMPARE(VaultOffice::codes(vault), QStringList());
    // The ledger, whose entries say when, tells that the clock went back, and nothing else.
    const auto findings = m_desk->ledger.verify(progress);
    QVERIFY(findings.has_value());
    for (const ledger::Finding &finding : *findings)
        QVERIFY2(finding.kind == ledger::FindingKind::ClockSetBack, qPrintable(ledger::sentence(finding)));
}

void TestVaultWork::twoWhoSave()
{
    vault::Vault vault = created({QStringLiteral("sato")});
    const QString id = m_office->put(vault, m_office->make(QStringLiteral("a.txt"), "first"));
    const auto other = m_office->signIn("sato");
    auto theirs = vault::Vault::open(m_office->place("vault"), m_office->parts(*other));
    QVERIFY(theirs.has_value());
    QVERIFY(save(*theirs, id, 1, "sato's"));
    const auto mine = save(vault, id, 1, "yamada's");
    QVERIFY(!mine);
    QCOMPARE(mine.error().code, ErrorCode::Changed);
    QCOMPARE(taken(vault, *m_desk, id), QByteArray("sato's"));
    // Both had read it before either wrote: the first to take its place wins, and nothing of the second is left.
    auto late = theirs->read(id);
    QVERIFY(late.has_value());
    const vault::Item item = theirs->changed(late->item, QStringLiteral("changed"));
    auto prepared = vault::rewrite(*theirs, std::move(*late), item, vault::changedKind, {});
    QVERIFY(prepared.has_value());
    const auto first = vault::Changing(vault).change(id, {vault::Keeping{5, false, {}}, false});
    QVERIFY(first.has_value());
    std::vector<vault::Change> changes;
    changes.push_back(std::move(*prepared));
    vault::apply(changes, theirs->layout(), theirs->changeParts());
    QVERIFY(changes.front().error);
    QCOMPARE(changes.front().error->code, ErrorCode::Changed);
    QCOMPARE(vault.read(id)->item.keeping.years, 5);
    QCOMPARE(VaultOffice::codes(vault), QStringList());
}

void TestVaultWork::finalIsNotSaved()
{
    vault::Vault vault = created();
    const QString id = m_office->put(vault, m_office->make(QStringLiteral("a.txt"), "fixed"));
    const auto changed = vault::Changing(vault).change(id, {{}, true});
    QVERIFY(changed && changed->isFinal);
    const auto saved = save(vault, id, changed->counter, "other");
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Forbidden);
    // Retention may still be said, and the content stays fixed.
    const auto kept = vault::Changing(vault).change(id, {vault::Keeping{10, false, {}}, false});
    QVERIFY(kept && kept->isFinal && kept->keeping.years == 10 && kept->keeping.origin.isValid());
    QCOMPARE(VaultOffice::codes(vault), QStringList());
}

void TestVaultWork::whoIsRemovedOpensNothingOfIt()
{
    vault::Vault vault = created({QStringLiteral("sato")});
    const QString id = m_office->put(vault, m_office->make(QStringLiteral("a.txt"), "1"));
    QVERIFY(save(vault, id, 1, "2"));
    const auto other = m_office->signIn("sato");
    const auto before = vault.read(id)->item;
    for (const QString &file : before.files())
        QVERIFY(opens(vault, file, *other));
    base::NoProgress progress;
    const auto removed = vault::Membership(vault).remove({QStringLiteral("sato")}, progress);
    QVERIFY(removed && removed->isWhole());
    QCOMPARE(removed->done, std::size_t(1));
    const auto after = vault.read(id)->item;
    QCOMPARE(after.older.size(), std::size_t(1));
    for (const QString &file : after.files()) {
        QVERIFY(!before.files().contains(file));
        QVERIFY(!opens(vault, file, *other));
        QVERIFY(opens(vault, file, *m_desk));
    }
    QCOMPARE(vault::Vault::open(m_office->place("vault"), m_office->parts(*other)).error().code, ErrorCode::Forbidden);
    QCOMPARE(taken(vault, *m_desk, id), QByteArray("2"));
    QCOMPARE(taken(vault, *m_desk, id, 1), QByteArray("1"));
    QCOMPARE(VaultOffice::codes(vault), QStringList());
}

void TestVaultWork::whoLeavesTheOfficeIsSettled()
{
    vault::Vault vault = created({QStringLiteral("sato")});
    const QString id = m_office->put(vault, m_office->make(QStringLiteral("a.txt"), "1"));
    {
        auto administration = people::Administration::open(m_office->office(), m_desk->session, m_desk->ledger, m_office->clock());
        QVERIFY(administration.has_value());
        QVERIFY(administration->close(QStringLiteral("sato"), QStringLiteral("退職")));
    }
    auto again = vault::Vault::open(m_office->place("vault"), m_office->parts(*m_desk));
    QVERIFY(again.has_value());
    QCOMPARE(VaultOffice::codes(*again), QStringList{QStringLiteral("readers")});
    base::NoProgress progress;
    const auto settled = vault::Membership(*again).settle(progress);
    QVERIFY(settled && settled->isWhole());
    QCOMPARE(settled->done, std::size_t(1));
    QVERIFY(!again->file().readers.hasMember(QStringLiteral("sato")));
    QCOMPARE(VaultOffice::codes(*again), QStringList());
    const auto nothing = vault::Membership(*again).settle(progress);
    QVERIFY(nothing && nothing->done == 0);
}

void TestVaultWork::theHeadBelongsToEveryItem()
{
    vault::Vault vault = created();
    QVERIFY(vault.file().readers.hasEscrow(QStringLiteral("suzuki")));
    base::NoProgress progress;
    const auto stored = vault::Storing(vault, m_office->codecs()).put({{m_office->make(QStringLiteral("a.txt"), "1")}, false, false, {}, {QStringLiteral("yamada")}}, progress);
    QVERIFY(stored && !stored->front().error);
    const auto head = m_office->signIn("suzuki");
    auto theirs = vault::Vault::open(m_office->place("vault"), m_office->parts(*head));
    QVERIFY(theirs.has_value());
    vault::Taking taking(*theirs, m_office->requests(*head));
    const vault::TakeOrder order{stored->front().id, m_office->place("out.txt")};
    QCOMPARE(taking.get(order, progress).error().code, ErrorCode::Forbidden);
    QCOMPARE(taking.recover(order, progress).error().code, ErrorCode::InvalidInput);
    vault::TakeOrder reasoned = order;
    reasoned.reason = QStringLiteral("退職");
    QVERIFY(taking.recover(reasoned, progress));
    QCOMPARE(VaultOffice::contentOf(order.target), QByteArray("1"));
    const auto described = vault.read(order.id);
    QCOMPARE(described->item.history.back().deed, QStringLiteral("recovered"));
    QCOMPARE(described->item.changedBy, QStringLiteral("suzuki"));
    QCOMPARE(VaultOffice::codes(vault), QStringList());
    // What was recovered is not put in by who is no member.
    const auto refused = vault::Storing(*theirs, m_office->codecs()).put({{order.target}, true, false, {}}, progress);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
}

void TestVaultWork::linksAreRefused()
{
    vault::Vault vault = created();
    const base::Path file = m_office->make(QStringLiteral("a.txt"), "1");
    std::filesystem::create_symlink(file, m_office->place("link.txt"));
    std::filesystem::create_hard_link(file, m_office->place("second.txt"));
    for (const char *name : {"link.txt", "a.txt", "second.txt"})
        QCOMPARE(m_office->put(vault, m_office->place(name)), QString());
    QCOMPARE(VaultOffice::contentOf(file), QByteArray("1"));
    QVERIFY(vault::list(vault.layout())->items.empty());
    QVERIFY(!m_office->put(vault, file, true).isEmpty()); // kept: nothing is erased
}

// What is read the second time is not what was read the first time: nothing goes in, and the original stays.
void TestVaultWork::changedWhileItIsRead()
{
    class Changing final : public vault::Original
    {
    public:
        std::uint64_t size() const override { return 5; }
        base::Result<std::unique_ptr<platform::Source>> read() const override
        {
            return std::make_unique<platform::MemorySource>(m_times++ == 0 ? QByteArray("first") : QByteArray("other"));
        }

    private:
        mutable int m_times = 0;
    };
    vault::Vault vault = created();
    base::NoProgress progress;
    const auto written = vault::writeContent(Changing(), vault.layout(), QStringLiteral("0d4f7c9e-5b0e-4c83-9a53-3f8a0f6f3c11"),
                                             vault.file().readers.keys(), vault.own(), progress);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Changed);
    QVERIFY(std::filesystem::is_empty(vault.layout().items()));
}

void TestVaultWork::leftoversAreSwept()
{
    vault::Vault vault = created();
    const QString orphan = vault::Layout::contentName(QStringLiteral("0d4f7c9e-5b0e-4c83-9a53-3f8a0f6f3c11"));
    const base::Path left = m_office->make(QStringLiteral("vault/items/") + orphan, "x");
    const base::Path temporary = m_office->make(QStringLiteral("vault/items/.shirushi-abc.tmp"), "x");
    QCOMPARE(VaultOffice::codes(vault), (QStringList{QStringLiteral("leftover"), QStringLiteral("orphan")}));
    QVERIFY(!m_office->put(vault, m_office->make(QStringLiteral("a.txt"), "1")).isEmpty());
    QVERIFY(std::filesystem::exists(left) && std::filesystem::exists(temporary)); // somebody may be at it
    m_office->clock().advance(25 * 3600); // this computer's clock may be wrong
    QVERIFY(!m_office->put(vault, m_office->make(QStringLiteral("c.txt"), "3")).isEmpty());
    QVERIFY(std::filesystem::exists(left) && std::filesystem::exists(temporary));
    for (const base::Path &file : {left, temporary})
        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
    QVERIFY(!m_office->put(vault, m_office->make(QStringLiteral("b.txt"), "2")).isEmpty());
    QVERIFY(!std::filesystem::exists(left) && !std::filesystem::exists(temporary));
    QCOMPARE(VaultOffice::codes(vault), QStringList());
}

void TestVaultWork::progressCancels()
{
    class Impatient final : public base::Progress
    {
    public:
        void report(std::uint64_t, std::uint64_t, const QString &) override {}
        bool cancelled() const override { return true; }
    };
    vault::Vault vault = created();
    const base::Path file = m_office->make(QStringLiteral("a.txt"), "1");
    Impatient progress;
    const auto stored = vault::Storing(vault, m_office->codecs()).put({{file}, false, false, {}}, progress);
    QVERIFY(stored && stored->empty());
    QCOMPARE(VaultOffice::contentOf(file), QByteArray("1"));
    QVERIFY(vault::list(vault.layout())->items.empty());
}

// A folder in which the vault itself lies, and the program's data: neither eats itself.
void TestVaultWork::itsOwnFilesAreNotPutIn()
{
    vault::Vault vault = created();
    const QString id = m_office->put(vault, m_office->make(QStringLiteral("a.txt"), "1"));
    m_office->make(QStringLiteral("b.txt"), "2");
    base::NoProgress progress;
    const auto stored = vault::Storing(vault, m_office->codecs()).put({{m_office->place("")}, false, false, {}}, progress);
    QVERIFY(stored.has_value());
    for (const vault::Stored &one : *stored)
        QCOMPARE(one.error.has_value(), one.name != u"b.txt");
    QVERIFY(stored->size() > 4);
    QCOMPARE(taken(vault, *m_desk, id), QByteArray("1"));
    QCOMPARE(VaultOffice::codes(vault), QStringList());
    QVERIFY(m_desk->ledger.verify(progress)->empty());
    const auto inside = vault::Taking(vault, m_office->requests(*m_desk)).get({id, vault.layout().items() / "plain.txt"}, progress);
    QVERIFY(!inside);
    QCOMPARE(inside.error().code, ErrorCode::InvalidInput);
}

void TestVaultWork::whereAClassBelongs_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("axis");
    QTest::addColumn<QString>("level");
    QTest::addColumn<int>("placement");
    const auto row = [](const char *policy, const char *axis, const char *level, vault::Placement placement) {
        QTest::addRow("%s %s", policy, level) << QString::fromLatin1(policy) << QString::fromLatin1(axis) << QString::fromLatin1(level) << static_cast<int>(placement);
    };
    for (const char *policy : {"mic-model", "buzen-council", "kita", "kurume", "unnan-iinan"}) {
        for (const char *level : {"3A", "3B", "3C"})
            row(policy, "confidentiality", level, vault::Placement::Required);
        row(policy, "confidentiality", "2", vault::Placement::Offered);
        row(policy, "confidentiality", "1", vault::Placement::Free);
    }
    row("kameoka", "importance", "I", vault::Placement::Required);
    row("kameoka", "importance", "II", vault::Placement::Offered);
    row("kameoka", "importance", "III", vault::Placement::Free);
}

void TestVaultWork::whereAClassBelongs()
{
    QFETCH(QString, policy);
    QFETCH(QString, axis);
    QFETCH(QString, level);
    QFETCH(int, placement);
    const auto pack = policy::Library::load().find(policy);
    QVERIFY(pack && !pack->vault.escrow.isEmpty());
    QCOMPARE(static_cast<int>(vault::placementOf(*pack, {{axis, level}})), placement);
}

QTEST_GUILESS_MAIN(TestVaultWork)
#include "tst_vaultwork.moc"
