// Open items that cannot be saved: what becomes of what was written into them.
#include "model/vault/openingbench.h"

using namespace shirushi;
using base::ErrorCode;
using tests::holdsMarker;
using tests::marker;
using tests::VaultOffice;
using tests::write;
using vault::ClosedBy;
using vault::Opened;
using vault::OpenState;

class TestRescue : public QObject, private tests::OpeningBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void conflict();
    void lockedAnewIsNoConflict();
    void theMediumIsPulled();
    void theDiskIsFull();
    void whatCannotBeSealedStays();
    void filesBeside();
    void rescueOfAFinalItem();
    void rescueIsForWhoHadItOpen();
    void discarded();
};

void TestRescue::conflict()
{
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(), m_progress);
    QVERIFY(opened.has_value());
    const auto other = m_office->signIn("sato");
    {
        vault::Vault theirs = this->opened(*other);
        const base::Path file = m_office->make(QStringLiteral("theirs"), "theirs");
        const auto source = platform::FileSource::open(file);
        QVERIFY(vault::Changing(theirs).save(m_id, 1, vault::FileOriginal(*source), m_progress).has_value());
    }
    write(m_launched, "mine");
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Conflict; }));
    QVERIFY(items.opened().front().problem.has_value());
    QVERIFY(!items.look()); // it is not tried again and again
    write(m_launched, "mine, once more");
    const auto closed = items.close(opened->id);
    QVERIFY(closed.has_value());
    QCOMPARE(closed->rescues.size(), 1);
    QVERIFY(isNothingLeft());
    QCOMPARE(itemNow(), QByteArray("theirs"));

    const auto list = rescuesOf(*m_desk);
    QCOMPARE(list.size(), 1U);
    QCOMPARE(list.front().name, QStringLiteral("名簿.txt"));
    const auto again = items.open(order(), m_progress);
    QVERIFY(again && !again->notices.isEmpty()); // it is offered
    QVERIFY(items.close(again->id).has_value());
    vault::Vault vault = this->opened(*m_desk);
    QVERIFY(rescues().save(list.front(), vault, m_progress).has_value());
    QCOMPARE(itemNow(), QByteArray("mine, once more"));
    QCOMPARE(itemNow(2), QByteArray("theirs"));
    QCOMPARE(rescues().count(), 0U);
    QCOMPARE(VaultOffice::codes(vault), QStringList());
}

void TestRescue::lockedAnewIsNoConflict()
{
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(), m_progress).has_value());
    {
        vault::Vault vault = opened(*m_desk);
        QVERIFY(vault::Membership(vault).remove({QStringLiteral("sato")}, m_progress).has_value());
        QVERIFY(vault.read(m_id)->item.counter > 1);
    }
    write(m_launched, "2");
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Saved; }));
    QCOMPARE(itemNow(), QByteArray("2"));
    QVERIFY(!opened(*m_desk).read(m_id)->item.readers.hasMember(QStringLiteral("sato")));
}

void TestRescue::theMediumIsPulled()
{
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(), m_progress).has_value());
    std::filesystem::rename(m_office->place("vault"), m_office->place("pulled"));
    write(m_launched, QByteArray(marker) + "2");
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Closed; }));
    QCOMPARE(items.opened().front().closedBy, ClosedBy::Medium);
    QCOMPARE(items.opened().front().rescues.size(), 1);
    QVERIFY(!std::filesystem::exists(privateFolder()));
    QVERIFY(!std::filesystem::exists(m_office->place("vault")));
    QVERIFY(!holdsMarker(base::toDisplay(m_office->office().folder())));
    std::filesystem::rename(m_office->place("pulled"), m_office->place("vault"));
    vault::Vault vault = opened(*m_desk);
    // The note that says who has it open is still on the medium; who wrote it knows better.
    QVERIFY(std::filesystem::exists(vault.layout().locks() / (m_id.toStdString() + ".open")));
    const auto again = items.open(order(), m_progress);
    QVERIFY(again.has_value());
    QVERIFY(items.close(again->id).has_value());
    QVERIFY(rescues().save(rescuesOf(*m_desk).front(), vault, m_progress).has_value());
    QCOMPARE(itemNow(), QByteArray(marker) + "2");
}

void TestRescue::theDiskIsFull()
{
    platform::hardenProcess();
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(), m_progress);
    QVERIFY(opened.has_value());
    write(m_launched, QByteArray(3'000'000, 'x'));
    rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit small = before;
    small.rlim_cur = 1'000'000;
    ::setrlimit(RLIMIT_FSIZE, &small);
    const bool isUnsaved = workUntil(items, [](const Opened &now) { return now.state == OpenState::Unsaved; });
    const auto locked = items.lockAll(ClosedBy::Lock); // there is no room for a rescue item either
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(isUnsaved);
    QCOMPARE(locked.front().state, OpenState::Unsaved);
    QVERIFY(locked.front().problem.has_value());
    QCOMPARE(VaultOffice::contentOf(m_launched).size(), 3'000'000); // the only copy
    QCOMPARE(itemNow(), QByteArray("1"));
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Saved; })); // tried again
    QCOMPARE(itemNow().size(), 3'000'000);
    QVERIFY(!items.opened().front().problem.has_value());
    QVERIFY(items.close(opened->id).has_value());
    QVERIFY(isNothingLeft());
    QCOMPARE(rescues().count(), 0U);
}

void TestRescue::whatCannotBeSealedStays()
{
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(true), m_progress).has_value());
    ::chmod(m_launched.c_str(), 0600);
    write(m_launched, "2");
    write(m_office->office().folder() / "rescue", "in the way");
    const QString id = items.opened().front().id;
    QVERIFY(!items.close(id).has_value());
    QVERIFY(items.opened().front().problem.has_value());
    QVERIFY(items.opened().front().state != OpenState::Closed);
    QCOMPARE(VaultOffice::contentOf(m_launched), QByteArray("2")); // the only copy
    std::filesystem::remove(m_office->office().folder() / "rescue");
    const auto closed = items.close(id);
    QVERIFY(closed && closed->rescues.size() == 1);
    QVERIFY(isNothingLeft());
}

void TestRescue::filesBeside()
{
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(), m_progress);
    write(m_launched.parent_path() / "別名.txt", "beside");
    write(m_launched.parent_path() / "名簿.txt~", "an editor's own");
    write(m_launched.parent_path() / ".名簿.txt.swp", "an editor's own");
    std::filesystem::create_symlink("/etc/passwd", m_launched.parent_path() / "link");
    const auto closed = items.close(opened->id);
    QVERIFY(closed && closed->rescues.size() == 1);
    QVERIFY(isNothingLeft());
    QVERIFY(std::filesystem::exists("/etc/passwd"));
    const auto list = rescuesOf(*m_desk);
    QCOMPARE(list.front().name, QStringLiteral("別名.txt"));
    QVERIFY(list.front().isOther);
    vault::Vault vault = this->opened(*m_desk);
    const auto item = rescues().save(list.front(), vault, m_progress);
    QVERIFY(item.has_value());
    QVERIFY(item->id != m_id);
    QCOMPARE(vault.read(item->id)->item.name, QStringLiteral("別名.txt"));
    QCOMPARE(itemNow(), QByteArray("1"));
    QCOMPARE(VaultOffice::codes(vault), QStringList());
}

void TestRescue::rescueOfAFinalItem()
{
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(), m_progress);
    {
        vault::Vault vault = this->opened(*m_desk);
        QVERIFY(vault::Changing(vault).change(m_id, {{}, true}).has_value());
    }
    write(m_launched, "2");
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Unsaved; }));
    QVERIFY(items.close(opened->id).has_value());
    vault::Vault vault = this->opened(*m_desk);
    const auto item = rescues().save(rescuesOf(*m_desk).front(), vault, m_progress);
    QVERIFY(item && item->id != m_id);
    QCOMPARE(itemNow(), QByteArray("1"));
}

void TestRescue::rescueIsForWhoHadItOpen()
{
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(true), m_progress);
    ::chmod(m_launched.c_str(), 0600);
    write(m_launched, "2");
    QVERIFY(items.close(opened->id).has_value());
    QCOMPARE(rescuesOf(*m_desk).size(), 1U);
    QCOMPARE(rescuesOf(*m_office->signIn("suzuki")).size(), 1U); // who can always recover
    QCOMPARE(rescuesOf(*m_office->signIn("sato")).size(), 0U);
    // One that was exchanged for another's content is not taken.
    const vault::Rescue rescue = rescuesOf(*m_desk).front();
    const base::Path file = rescues().contentOf(rescue.id);
    const base::Path forged = m_office->make(QStringLiteral("forged"), "forged");
    vault::Rescue other = rescue;
    other.id = QStringLiteral("00000000-0000-4000-8000-000000000000");
    const auto source = platform::FileSource::open(forged);
    QVERIFY(rescues().seal(other, *source, {m_office->directory()->find(QStringLiteral("yamada"))->receivingKey}).has_value());
    std::filesystem::rename(rescues().contentOf(other.id), file);
    vault::Vault vault = this->opened(*m_desk);
    QCOMPARE(rescues().save(rescue, vault, m_progress).error().code, ErrorCode::Damaged);
    QCOMPARE(itemNow(), QByteArray("1"));
}

void TestRescue::discarded()
{
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(true), m_progress);
    ::chmod(m_launched.c_str(), 0600);
    write(m_launched, "2");
    QVERIFY(items.close(opened->id).has_value());
    QVERIFY(rescues().discard(rescuesOf(*m_desk).front(), m_office->parts(*m_desk)).has_value());
    QCOMPARE(rescues().count(), 0U);
    QCOMPARE(entries("vault-discarded").size(), 1);
}

QTEST_GUILESS_MAIN(TestRescue)
#include "tst_rescue.moc"
