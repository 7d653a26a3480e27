// Restoring the ledger from a backup: nothing is lost silently, and a kill leaves the old ledger or the restored one.
#include "people/restoration.h"

#include "people/proofcheck.h"
#include "people/sight.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace shirushi;

class TestRestoration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void whatIsLostIsNamed();
    void aDamagedLedgerIsReplaced();
    void refused();
    void notWhileAnotherProgramHasItOpen();
    void killedAtAnyMoment();
    void proofsOutliveTheirSigner();
    void whoSeesWhat();

private:
    void append(int count) const;
    std::vector<ledger::Entry> entries() const;
    bool isClean() const;
    base::Path backup() const { return base::toPath(m_folder->filePath(QStringLiteral("backup.db"))); }

    QTemporaryDir m_original; // founded once: a password takes its time
    std::unique_ptr<people::Session> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<people::Office> m_office;
    base::SystemClock m_clock;
};

namespace {

base::SecretBytes secret(const QByteArray &text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()),
                                       static_cast<std::size_t>(text.size())));
}

policy::Role role(const QString &id)
{
    policy::Role made;
    made.id = id;
    return made;
}

policy::Pack pack()
{
    policy::Pack made;
    made.id = QStringLiteral("kameoka");
    made.roles = {role(QStringLiteral("staff")), role(QStringLiteral("councillor")), role(QStringLiteral("system-staff")),
                  role(QStringLiteral("security-manager"))};
    return made;
}

} // namespace

void TestRestoration::initTestCase()
{
    auto session = people::Office(base::toPath(m_original.path()) / "data")
                       .found(pack(), {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("staff")},
                              secret("correct horse"), {}, m_clock);
    QVERIFY(session);
    m_session = std::make_unique<people::Session>(std::move(*session));
}

void TestRestoration::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const base::Path data = base::toPath(m_folder->filePath(QStringLiteral("data")));
    std::filesystem::copy(base::toPath(m_original.path()) / "data", data, std::filesystem::copy_options::recursive);
    m_office = std::make_unique<people::Office>(data);
    append(9);
    QVERIFY(m_office->openLedger(*m_session)->backUp(backup()));
    append(5);
}

void TestRestoration::append(int count) const
{
    auto ledger = m_office->openLedger(*m_session);
    QVERIFY(ledger);
    for (int i = 0; i < count; ++i)
        QVERIFY(ledger->append({QStringLiteral("label"), QStringLiteral("/%1").arg(i), {}, {}, {}, {}, {}, {}}, *m_session, m_clock));
}

std::vector<ledger::Entry> TestRestoration::entries() const
{
    auto ledger = m_office->openLedger(*m_session);
    return ledger ? ledger->list({}).value_or(std::vector<ledger::Entry>()) : std::vector<ledger::Entry>();
}

bool TestRestoration::isClean() const
{
    auto ledger = m_office->openLedger(*m_session);
    base::NoProgress progress;
    return ledger && ledger->isWritable() && ledger->verify(progress).value_or(std::vector<ledger::Finding>(1)).empty()
           && m_office->inspectPeople(*ledger).value_or(std::vector<ledger::Finding>(1)).empty();
}

void TestRestoration::whatIsLostIsNamed()
{
    const auto restored = people::restore(*m_office, *m_session, backup(), m_clock);
    QVERIFY2(restored, restored ? "" : qPrintable(base::oneLine(restored.error())));
    QCOMPARE(restored->entries, std::int64_t(10));
    QCOMPARE(restored->lostFrom, std::int64_t(11));
    QCOMPARE(restored->lostTo, std::int64_t(15));
    QVERIFY(isClean());
    const auto all = entries();
    QCOMPARE(all.size(), std::size_t(11));
    const ledger::EntryDraft &draft = all.back().draft;
    QCOMPARE(draft.kind, QStringLiteral("restored"));
    QCOMPARE(draft.details.value(QStringLiteral("lostFrom")).toInt(), 11);
    QCOMPARE(draft.details.value(QStringLiteral("lostTo")).toInt(), 15);
    append(3);
    QVERIFY(isClean());
    // What was there can still be opened, and has what is lost.
    auto before = ledger::Store::open(restored->aside, m_session->ledgerKey(), ledger::Database::Mode::ReadWrite);
    QVERIFY(before);
    QCOMPARE(*before->lastSeq(), std::int64_t(15));
    QVERIFY(QFile::exists(base::toDisplay(restored->aside) + QStringLiteral(".checkpoint")));
}

void TestRestoration::aDamagedLedgerIsReplaced()
{
    for (const char *name : {"ledger.db-wal", "ledger.db-shm"})
        QFile::remove(m_folder->filePath(QStringLiteral("data/")) + QLatin1String(name));
    QFile file(m_folder->filePath(QStringLiteral("data/ledger.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(50'000, 'x'));
    file.close();
    QVERIFY(!m_office->openLedger(*m_session));
    const auto restored = people::restore(*m_office, *m_session, backup(), m_clock);
    QVERIFY2(restored, restored ? "" : qPrintable(base::oneLine(restored.error())));
    QCOMPARE(restored->lostTo, std::int64_t(15)); // the checkpoint beside it says so
    QVERIFY(isClean());
    QVERIFY(QFile::remove(file.fileName())); // and where it is gone altogether
    QVERIFY(people::restore(*m_office, *m_session, backup(), m_clock));
    QVERIFY(isClean());
}

void TestRestoration::refused()
{
    const auto codeOf = [&](const base::Path &file) { return people::restore(*m_office, *m_session, file, m_clock).error().code; };
    QCOMPARE(codeOf(base::toPath(m_folder->filePath(QStringLiteral("none.db")))), base::ErrorCode::NotFound);
    QFile rubbish(m_folder->filePath(QStringLiteral("rubbish.db")));
    QVERIFY(rubbish.open(QIODevice::WriteOnly));
    rubbish.write(QByteArray(10'000, 'x'));
    rubbish.close();
    QCOMPARE(codeOf(base::toPath(rubbish.fileName())), base::ErrorCode::WrongPassword);
    // A backup in which somebody, with the key, has changed an entry.
    const base::Path changed = base::toPath(m_folder->filePath(QStringLiteral("changed.db")));
    QVERIFY(m_office->openLedger(*m_session)->backUp(changed));
    {
        auto database = ledger::Database::open(changed, m_session->ledgerKey(), ledger::Database::Mode::ReadWrite);
        QVERIFY(database->execute("UPDATE entry SET json = CAST(replace(CAST(json AS TEXT), '\"/3\"', '\"/4\"') AS BLOB) WHERE seq = 5"));
    }
    QCOMPARE(codeOf(changed), base::ErrorCode::Damaged);
    // Another ledger under the same key.
    const base::Path other = base::toPath(m_folder->filePath(QStringLiteral("other.db")));
    {
        const auto directory = people::Directory::load(m_office->peopleFolder());
        auto ledger = ledger::Ledger::create({other, ledger::CheckpointFiles(base::withAppended(other, ".checkpoint"), {}), directory,
                                              [directory] { return std::make_unique<people::RosterHistory>(directory); }},
                                             m_session->ledgerKey());
        QVERIFY(ledger->append({QStringLiteral("founded"), {}, {}, {}, {}, {}, {}, {}}, *m_session, m_clock));
    }
    QCOMPARE(codeOf(other), base::ErrorCode::InvalidInput);
    QCOMPARE(entries().size(), std::size_t(15));
    QVERIFY(isClean());
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("data"))).entryList({QStringLiteral("restor*.db*")}, QDir::Files), QStringList());
}

void TestRestoration::notWhileAnotherProgramHasItOpen()
{
    auto window = m_office->openLedger(*m_session);
    QVERIFY(window);
    QCOMPARE(people::restore(*m_office, *m_session, backup(), m_clock).error().code, base::ErrorCode::InUse);
    QVERIFY(window->append({QStringLiteral("label"), QStringLiteral("/x"), {}, {}, {}, {}, {}, {}}, *m_session, m_clock));
    QVERIFY(isClean());
}

void TestRestoration::killedAtAnyMoment()
{
    // As long as it takes here: the kills are to fall into the work, on a fast machine and on a busy one.
    QElapsedTimer undisturbed;
    undisturbed.start();
    QVERIFY(people::restore(*m_office, *m_session, backup(), m_clock));
    const auto microseconds = static_cast<quint32>(undisturbed.nsecsElapsed() / 1000);
    append(4);
    int restoredRounds = 0;
    int killed = 0;
    int round = 0;
    for (; round < 40 || killed <= 5; ++round) {
        QVERIFY(round < 1000);
        const std::size_t before = entries().size();
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(people::restore(*m_office, *m_session, backup(), m_clock) ? 0 : 1);
        ::usleep(QRandomGenerator::global()->bounded(100U, 200U + microseconds));
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        killed += WIFSIGNALED(status) ? 1 : 0;
        QVERIFY2(isClean(), qPrintable(QString::number(round)));
        const auto all = entries();
        const bool isRestored = all.size() == 11 && all.back().draft.kind == u"restored";
        QVERIFY(isRestored || all.size() == before);
        restoredRounds += isRestored ? 1 : 0;
        append(4);
        QVERIFY(isClean());
    }
    QVERIFY(restoredRounds < round);
}

void TestRestoration::proofsOutliveTheirSigner()
{
    auto ledger = m_office->openLedger(*m_session);
    const auto inclusion = ledger->prove(5);
    QVERIFY(inclusion);
    people::Roster roster = people::Directory::load(m_office->peopleFolder())->roster();
    QCOMPARE(people::checkProof(*inclusion, roster).size(), std::size_t(0));
    people::Person &yamada = roster.persons.front();
    yamada.closed = m_clock.now().addDays(400); // left later
    QCOMPARE(people::checkProof(*inclusion, roster).size(), std::size_t(0));
    yamada.formerKeys = {yamada.signingKey}; // got new keys later
    yamada.signingKey = QByteArray(32, 'x');
    QCOMPARE(people::checkProof(*inclusion, roster).size(), std::size_t(0));
    yamada.closed = m_clock.now().addDays(-400); // had left before
    QCOMPARE(people::checkProof(*inclusion, roster).front().kind, ledger::FindingKind::SignerUnknown);
    roster.persons.clear();
    QCOMPARE(people::checkProof(*inclusion, roster).front().kind, ledger::FindingKind::SignerUnknown);

    const QString fingerprint = people::fingerprintOf(roster.rootKey);
    QVERIFY(people::isFingerprintOf(fingerprint, roster.rootKey));
    QVERIFY(people::isFingerprintOf(fingerprint.toLower().remove(u'-'), roster.rootKey));
    QVERIFY(!people::isFingerprintOf(fingerprint.first(5), roster.rootKey));
    QVERIFY(!people::isFingerprintOf(QString(), roster.rootKey));
}

void TestRestoration::whoSeesWhat()
{
    people::Roster roster;
    const auto add = [&](const QString &id, const QString &roleId) {
        people::Person person;
        person.id = id;
        person.role = roleId;
        roster.persons.push_back(person);
    };
    add(QStringLiteral("clerk"), QStringLiteral("staff"));
    add(QStringLiteral("councillor"), QStringLiteral("councillor"));
    add(QStringLiteral("operator"), QStringLiteral("system-staff"));
    add(QStringLiteral("manager"), QStringLiteral("security-manager"));
    add(QStringLiteral("unknown"), QStringLiteral("no-such-role"));
    const policy::Pack rules = pack();
    const QDate today(2026, 11, 21);
    const auto sees = [&](const QString &id) { return people::seesEverything(roster, id, &rules, today); };
    QVERIFY(sees(QStringLiteral("manager")));
    for (const char *id : {"clerk", "councillor", "operator", "unknown", "nobody"})
        QVERIFY(!sees(QLatin1String(id)));
    QVERIFY(!people::seesEverything(roster, QStringLiteral("manager"), nullptr, today));
    QCOMPARE(people::visibleTo(roster, QStringLiteral("clerk"), &rules, today, {}).seenBy, QStringLiteral("clerk"));
    QCOMPARE(people::visibleTo(roster, QStringLiteral("manager"), &rules, today, {}).seenBy, QString());

    const auto signsOff = [&](const QString &id) { return people::maySignOff(roster, id, &rules, today); };
    QVERIFY(signsOff(QStringLiteral("manager")));
    for (const char *id : {"clerk", "councillor", "operator", "unknown", "nobody"})
        QVERIFY(!signsOff(QLatin1String(id)));
    people::Roster alone;
    alone.persons = {roster.persons.front()};
    QVERIFY(people::maySignOff(alone, QStringLiteral("clerk"), &rules, today));

    people::Person &clerk = roster.persons.front();
    clerk.administrator = true; // that alone is no position
    QVERIFY(sees(clerk.id) && !signsOff(clerk.id));
    clerk.administrator = false;
    clerk.deputies = {{QStringLiteral("manager"), today, today.addDays(1)}};
    QVERIFY(sees(clerk.id));
    clerk.deputies.front().from = today.addDays(1);
    QVERIFY(!sees(clerk.id));
    clerk.administrator = true;
    QVERIFY(sees(clerk.id));
    clerk.closed = m_clock.now();
    QVERIFY(!sees(clerk.id));
}

QTEST_GUILESS_MAIN(TestRestoration)
#include "tst_restoration.moc"
