// Items opened in a private place, written by programs in their several ways, saved back and closed; and what happens when they
// cannot be saved.
#include "model/vault/vaultoffice.h"

#include "base/canonicaljson.h"
#include "platform/hardening.h"
#include "platform/jsonfile.h"
#include "platform/privateplace.h"
#include "platform/replacement.h"
#include "vault/holding.h"
#include "vault/leftovers.h"
#include "vault/memory.h"
#include "vault/openitems.h"
#include "vault/openingrecord.h"
#include "vault/rescue.h"

#include <QDirIterator>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace shirushi;
using base::ErrorCode;
using tests::VaultOffice;
using vault::ClosedBy;
using vault::Opened;
using vault::OpenState;

namespace {

const char *const marker = "MARKER-4f1c-KAMEOKA";

vault::OpenTiming quick()
{
    using std::chrono::milliseconds;
    return {milliseconds(30), milliseconds(60), milliseconds(50), milliseconds(50), milliseconds(20), milliseconds(400)};
}

void write(const base::Path &path, const QByteArray &content)
{
    QFile file(base::toDisplay(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("not written: %s", path.c_str());
}

bool holdsMarker(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
            return true;
    }
    return false;
}

mode_t modeOf(const base::Path &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isSavedAndClosed();
    void isPrivate();
    void savedByRename();
    void closedByItsProgram();
    void nothingChanged();
    void finalIsRead();
    void theSecondIsTold();
    void whoIsGoneHoldsNothing();
    void notesThatNobodySignedNameNobody();
    void conflict();
    void lockedAnewIsNoConflict();
    void theMediumIsPulled();
    void theDiskIsFull();
    void whatCannotBeSealedStays();
    void filesBeside();
    void rescueOfAFinalItem();
    void rescueIsForWhoHadItOpen();
    void discarded();
    void onTheDisk();
    void programsThatDoNotStart();
    void forMembersAlone();
    void askedToClose();
    void leftBehind();
    void killedWhileClosing();
    void lostWithThePower();
    void recordsOfStrangers();

private:
    vault::OpenParts parts(VaultOffice::Desk &desk)
    {
        return {m_office->parts(desk), m_office->office().folder(),
                [this](const base::Path &document) {
                    m_launched = document;
                    return base::Result<void>();
                },
                quick(), {}};
    }
    vault::Vault opened(VaultOffice::Desk &desk)
    {
        auto vault = vault::Vault::open(m_office->place("vault"), m_office->parts(desk));
        if (!vault)
            qFatal("%s", qPrintable(vault.error().message));
        return std::move(*vault);
    }
    QByteArray itemNow(std::int64_t counter = 0)
    {
        const vault::Vault vault = opened(*m_desk);
        const auto described = vault.read(m_id);
        const vault::Content *content = &described->item.content;
        for (const vault::Version &version : described->item.older) {
            if (version.counter == counter)
                content = &version.content;
        }
        platform::MemorySink sink;
        base::NoProgress progress;
        return vault::readContent(vault.layout(), *content, vault.own(), sink, progress) ? sink.bytes() : QByteArray("error");
    }
    QJsonArray entries(const char *kind)
    {
        ledger::Query query;
        query.kinds = {QLatin1String(kind)};
        QJsonArray all;
        const auto list = m_desk->ledger.list(query);
        if (!list)
            return all;
        for (const ledger::Entry &entry : *list)
            all.append(entry.draft.details);
        return all;
    }
    std::vector<vault::Rescue> rescuesOf(VaultOffice::Desk &desk) const
    {
        return rescues().list(vault::identitiesOf(desk.session.keys().receiving));
    }
    vault::Rescues rescues() const { return vault::Rescues(m_office->office().folder()); }
    vault::OpenOrder order(bool isReadOnly = false) const { return {m_office->place("vault"), m_id, isReadOnly}; }
    base::Path privateFolder() const { return m_launched.parent_path().parent_path(); }
    bool isNothingLeft() const
    {
        const vault::OpeningRecords records(m_office->office().folder());
        return !std::filesystem::exists(privateFolder()) && records.all().empty()
               && !std::filesystem::exists(m_office->place("vault") / "locks" / (m_id.toStdString() + ".open"));
    }
    // Until `isSo`, as a window does it.
    template <typename IsSo>
    bool workUntil(vault::OpenItems &items, IsSo isSo)
    {
        base::NoProgress progress;
        return QTest::qWaitFor(
            [&] {
                if (items.look())
                    items.work(progress);
                return isSo(items.opened().front());
            },
            10'000);
    }
    // A process that opens the item, does `work` and is killed.
    template <typename Work>
    void killedAfter(Work work)
    {
        m_desk.reset();
        const pid_t child = ::fork();
        if (child == 0) {
            auto desk = m_office->signIn("yamada");
            vault::OpenItems items(parts(*desk));
            base::NoProgress progress;
            const auto opened = items.open(order(), progress);
            if (opened)
                work(items, *opened);
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        m_desk = m_office->signIn("yamada");
    }
    base::Path leftFolder() const
    {
        const auto records = vault::OpeningRecords(m_office->office().folder()).all();
        return records.empty() ? base::Path() : records.front().folder;
    }

    base::NoProgress m_progress;
    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    QString m_id;
    base::Path m_launched;
};

void TestOpening::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    auto vault = vault::Vault::create({m_office->place("vault"), {}, {QStringLiteral("sato")}}, m_office->parts(*m_desk));
    QVERIFY(vault.has_value());
    m_id = m_office->put(*vault, m_office->make(QStringLiteral("名簿.txt"), "1"));
    QVERIFY(!m_id.isEmpty());
    m_launched.clear();
}

void TestOpening::cleanup()
{
    m_desk.reset();
    static_cast<void>(vault::clearLeftovers(m_office->office().folder()));
    m_office.reset();
}

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

void TestOpening::conflict()
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

void TestOpening::lockedAnewIsNoConflict()
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

void TestOpening::theMediumIsPulled()
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

void TestOpening::theDiskIsFull()
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

void TestOpening::whatCannotBeSealedStays()
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

void TestOpening::filesBeside()
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

void TestOpening::rescueOfAFinalItem()
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

void TestOpening::rescueIsForWhoHadItOpen()
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

void TestOpening::discarded()
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

void TestOpening::leftBehind()
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

void TestOpening::killedWhileClosing()
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

void TestOpening::lostWithThePower()
{
    killedAfter([](vault::OpenItems &, const Opened &) {});
    std::filesystem::remove_all(leftFolder()); // as memory is after a power cut
    const auto told = vault::reportLeftovers(m_office->office().folder(), m_office->changeParts(*m_desk));
    QVERIFY(told && told->size() == 1 && told->front().rescues.isEmpty());
    QCOMPARE(entries("vault-closed").size(), 1);
    QVERIFY(vault::OpeningRecords(m_office->office().folder()).all().empty());
}

void TestOpening::recordsOfStrangers()
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

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
