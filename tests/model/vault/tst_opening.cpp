// Items opened in a private place, written by programs in their several ways, saved back and closed.
#include "model/vault/openingbench.h"

using namespace shirushi;
using base::ErrorCode;
using tests::holdsMarker;
using tests::marker;
using tests::modeOf;
using tests::VaultOffice;
using tests::write;
using vault::ClosedBy;
using vault::Opened;
using vault::OpenState;

class TestOpening : public QObject, private tests::OpeningBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void isSavedAndClosed();
    void isPrivate();
    void savedByRename();
    void closedByItsProgram();
    void nothingChanged();
    void finalIsRead();
    void theSecondIsTold();
    void whoIsGoneHoldsNothing();
    void notesThatNobodySignedNameNobody();
    void onTheDisk();
    void programsThatDoNotStart();
    void forMembersAlone();
    void askedToClose();
};

void TestOpening::isSavedAndClosed()
{
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(), m_progress);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(m_launched, opened->document);
    QCOMPARE(base::toDisplay(m_launched.filename()), QStringLiteral("名簿.txt"));
    QCOMPARE(VaultOffice::contentOf(m_launched), QByteArray("1"));
    QCOMPARE(opened->state, OpenState::Open);
    QVERIFY(!items.look());

    write(m_launched, QByteArray(marker) + "2");
    items.look();
    QCOMPARE(items.opened().front().state, OpenState::Changed);
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Saved; }));
    QCOMPARE(itemNow(), QByteArray(marker) + "2");
    QCOMPARE(itemNow(1), QByteArray("1")); // the old one is kept
    QCOMPARE(items.opened().front().saves, 1);
    QVERIFY(!items.look());

    write(m_launched, "3"); // and closed before anybody looked
    const auto closed = items.close(opened->id);
    QVERIFY(closed.has_value());
    QCOMPARE(closed->state, OpenState::Closed);
    QVERIFY(closed->rescues.isEmpty());
    QCOMPARE(itemNow(), QByteArray("3"));
    QVERIFY(isNothingLeft());
    QCOMPARE(items.close(opened->id).error().code, ErrorCode::NotFound);
    QCOMPARE(items.opened().size(), 1U);
    items.forget(opened->id);
    QVERIFY(items.opened().empty());

    QCOMPARE(entries("vault-opened").size(), 1);
    QCOMPARE(entries("vault-saved").size(), 2);
    const QJsonObject last = entries("vault-closed").first().toObject();
    QCOMPARE(last.value(QStringLiteral("opening")).toString(), opened->id);
    QCOMPARE(last.value(QStringLiteral("by")).toString(), QStringLiteral("person"));
    QCOMPARE(VaultOffice::codes(this->opened(*m_desk)), QStringList());
    QVERIFY(!holdsMarker(base::toDisplay(m_office->office().folder())));
    QVERIFY(!holdsMarker(m_office->path("vault")));
}

void TestOpening::isPrivate()
{
    const mode_t before = ::umask(0);
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(), m_progress);
    ::umask(before);
    QVERIFY(opened.has_value());
    QCOMPARE(modeOf(privateFolder()), mode_t(0700));
    QCOMPARE(modeOf(m_launched.parent_path()), mode_t(0700));
    QCOMPARE(modeOf(m_launched), mode_t(0600));
    QCOMPARE(opened->isInMemory, platform::isInMemory(m_launched.parent_path()));
    const QByteArray record = VaultOffice::contentOf(m_office->office().folder() / "openings" / (opened->id.toStdString() + ".json"));
    QVERIFY(record.contains(opened->id.toLatin1()));
    QVERIFY(!record.contains("名簿")); // nothing that tells what is in it
}

void TestOpening::savedByRename()
{
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(), m_progress).has_value());
    for (const char *content : {"2", "22"}) {
        write(m_launched.parent_path() / "lu123.tmp", content);
        std::filesystem::rename(m_launched, base::withAppended(m_launched, ".bak"));
        items.look();
        std::filesystem::rename(m_launched.parent_path() / "lu123.tmp", m_launched);
        QVERIFY(workUntil(items, [&](const Opened &now) { return now.state == OpenState::Saved; }));
        QCOMPARE(itemNow(), QByteArray(content));
        std::filesystem::remove(base::withAppended(m_launched, ".bak"));
    }
    // In the middle of it: the document is not there, and what lies beside it is kept.
    write(m_launched.parent_path() / "lu124.tmp", "333");
    std::filesystem::remove(m_launched);
    const auto closed = items.lockAll(ClosedBy::Sleep);
    QCOMPARE(closed.front().rescues.size(), 1);
    QVERIFY(isNothingLeft());
    QCOMPARE(itemNow(), QByteArray("22"));
    QCOMPARE(rescuesOf(*m_desk).front().size, 3U);
}

void TestOpening::closedByItsProgram()
{
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(), m_progress).has_value());
    const base::Path lock = m_launched.parent_path() / ".~lock.名簿.txt#";
    write(lock, "yamada");
    items.look();
    QVERIFY(items.opened().front().isInEditor);
    write(m_launched, "2");
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Saved; }));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    QVERIFY(!items.look()); // open as long as its lock is there
    write(m_launched, "3");
    std::filesystem::remove(lock);
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Closed; }));
    QCOMPARE(items.opened().front().closedBy, ClosedBy::Editor);
    QCOMPARE(itemNow(), QByteArray("3"));
    QVERIFY(isNothingLeft());
}

void TestOpening::nothingChanged()
{
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(), m_progress).has_value());
    write(m_launched, "1"); // written again, and the same
    QVERIFY(workUntil(items, [&](const Opened &now) { return now.state == OpenState::Open; }));
    QVERIFY(items.close(items.opened().front().id).has_value());
    QCOMPARE(entries("vault-saved").size(), 0);
    QCOMPARE(opened(*m_desk).read(m_id)->item.counter, 1);
}

void TestOpening::finalIsRead()
{
    {
        vault::Vault vault = opened(*m_desk);
        QVERIFY(vault::Changing(vault).change(m_id, {{}, true}).has_value());
    }
    vault::OpenItems items(parts(*m_desk));
    const auto opened = items.open(order(), m_progress);
    QVERIFY(opened && opened->isReadOnly && opened->isFinal);
    QCOMPARE(modeOf(m_launched), mode_t(0400));
    QCOMPARE(modeOf(m_launched.parent_path()), mode_t(0500));
    QVERIFY(!entries("vault-opened").first().toObject().value(QStringLiteral("final")).toString().isEmpty());
    ::chmod(m_launched.c_str(), 0600); // who wants to can
    write(m_launched, "other");
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    items.look();
    QVERIFY(!items.look()); // is not saved
    const auto closed = items.close(opened->id);
    QVERIFY(closed.has_value());
    QCOMPARE(closed->rescues.size(), 1); // and is reported
    QVERIFY(!closed->notices.isEmpty());
    QCOMPARE(itemNow(), QByteArray("1"));
    QVERIFY(isNothingLeft());
}

void TestOpening::theSecondIsTold()
{
    vault::OpenItems items(parts(*m_desk));
    const auto first = items.open(order(), m_progress);
    QVERIFY(first.has_value());
    const base::Path document = m_launched;
    const auto other = m_office->signIn("sato");
    vault::OpenItems others(parts(*other));
    const auto second = others.open(order(), m_progress);
    QCOMPARE(second.error().code, ErrorCode::InUse);
    QVERIFY2(second.error().message.contains(QStringLiteral("山田 太郎")), qPrintable(second.error().message));
    const auto holder = vault::holderOf(opened(*other), m_id);
    QVERIFY(holder && holder->isHere);
    QCOMPARE(holder->person, QStringLiteral("yamada"));
    QCOMPARE(holder->since, first->since);

    const auto reading = others.open(order(true), m_progress);
    QVERIFY(reading && reading->isReadOnly && !reading->isFinal);
    QCOMPARE(reading->heldBy, holder);
    QVERIFY(others.close(reading->id).has_value());
    QVERIFY(vault::holderOf(opened(*other), m_id).has_value());
    QVERIFY(items.close(first->id).has_value());
    QVERIFY(!vault::holderOf(opened(*other), m_id).has_value());
    QVERIFY(others.open(order(), m_progress).has_value());
}

void TestOpening::whoIsGoneHoldsNothing()
{
    killedAfter([](vault::OpenItems &, const Opened &) {});
    QVERIFY(!vault::holderOf(opened(*m_desk), m_id).has_value()); // on this desktop it is certain
    const auto other = m_office->signIn("sato");
    vault::OpenItems others(parts(*other));
    const auto opened = others.open(order(), m_progress);
    QVERIFY(opened.has_value());
    QVERIFY(others.close(opened->id).has_value());
    // Of another desktop nothing is certain, but for what nobody has renewed for so long.
    const vault::Vault vault = this->opened(*m_desk);
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(), m_progress).has_value());
    QVERIFY(vault::holderOf(vault, m_id).has_value());
    const base::Path note = vault.layout().locks() / (m_id.toStdString() + ".open");
    std::filesystem::last_write_time(note, std::filesystem::file_time_type::clock::now() - std::chrono::minutes(16));
    QVERIFY(!vault::holderOf(vault, m_id).has_value());
    vault::renewHolding(vault.layout(), m_id);
    QVERIFY(vault::holderOf(vault, m_id).has_value());
}

void TestOpening::notesThatNobodySignedNameNobody()
{
    const vault::Vault vault = opened(*m_desk);
    QVERIFY(vault::takeHolding(vault, vault.read(m_id)->item, QString(), m_office->clock().now()).has_value());
    const base::Path note = vault.layout().locks() / (m_id.toStdString() + ".open");
    QVERIFY(platform::writeFile(note, "nothing that was sealed").has_value());
    const auto holder = vault::holderOf(vault, m_id);
    QVERIFY(holder.has_value());
    QCOMPARE(holder->person, QString());
    vault::OpenItems items(parts(*m_desk));
    QCOMPARE(items.open(order(), m_progress).error().code, ErrorCode::InUse);
    QVERIFY(items.open(order(true), m_progress).has_value());
}

void TestOpening::onTheDisk()
{
    vault::OpenParts onDisk = parts(*m_desk);
    onDisk.places = std::vector<base::Path>();
    vault::OpenItems items(std::move(onDisk));
    const auto opened = items.open(order(), m_progress);
    QVERIFY(opened.has_value());
    QVERIFY(vault::isBelow(m_launched, m_office->office().folder()));
    QCOMPARE(opened->isInMemory, platform::isInMemory(m_office->office().folder()));
    QCOMPARE(opened->notices.isEmpty(), opened->isInMemory); // and is told
    write(m_launched, marker);
    QVERIFY(holdsMarker(base::toDisplay(m_office->office().folder())));
    QVERIFY(items.close(opened->id).has_value());
    QVERIFY(isNothingLeft());
    QVERIFY(!holdsMarker(base::toDisplay(m_office->office().folder())));
    QCOMPARE(itemNow(), QByteArray(marker));
    // Not where it would be copied elsewhere.
    write(m_office->office().folder() / ".stfolder", {});
    QCOMPARE(items.open(order(), m_progress).error().code, ErrorCode::Unsupported);
}

void TestOpening::programsThatDoNotStart()
{
    vault::OpenParts failing = parts(*m_desk);
    failing.launch = [this](const base::Path &document) -> base::Result<void> {
        m_launched = document;
        return base::failure(ErrorCode::NotFound, {}, QStringLiteral("none"));
    };
    vault::OpenItems items(std::move(failing));
    QCOMPARE(items.open(order(), m_progress).error().message, QStringLiteral("none"));
    QVERIFY(isNothingLeft());
    QVERIFY(items.opened().empty());
    QCOMPARE(entries("vault-closed").size(), 1);
}

void TestOpening::forMembersAlone()
{
    {
        vault::Vault vault = opened(*m_desk);
        QVERIFY(vault::Membership(vault).removeFrom(m_id, {QStringLiteral("sato")}, m_progress).has_value());
    }
    const auto member = m_office->signIn("sato");
    vault::OpenItems theirs(parts(*member));
    QCOMPARE(theirs.open(order(true), m_progress).error().code, ErrorCode::Forbidden);
    const auto head = m_office->signIn("suzuki");
    vault::OpenItems heads(parts(*head));
    QCOMPARE(heads.open(order(true), m_progress).error().code, ErrorCode::Forbidden); // recovers, with a reason
    QVERIFY(m_launched.empty());
    QVERIFY(vault::OpeningRecords(m_office->office().folder()).all().empty());
}

void TestOpening::askedToClose()
{
    vault::OpenItems items(parts(*m_desk));
    QVERIFY(items.open(order(), m_progress).has_value());
    const base::Path data = m_office->office().folder();
    QCOMPARE(vault::askToClose(data, QStringLiteral("sato"), std::chrono::milliseconds(0)), 0);
    QVERIFY(!items.look());
    QCOMPARE(vault::askToClose(data, QStringLiteral("yamada"), std::chrono::milliseconds(0)), 1);
    QVERIFY(workUntil(items, [](const Opened &now) { return now.state == OpenState::Closed; }));
    QCOMPARE(items.opened().front().closedBy, ClosedBy::Command);
    QCOMPARE(vault::askToClose(data, QStringLiteral("yamada"), std::chrono::milliseconds(0)), 0);
    QVERIFY(isNothingLeft());
}

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
