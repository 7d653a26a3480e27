// A kill before and after every call that brings something to the disk while an item goes from one vault into another: after the
// next start it is whole in one of them, and in one alone.
#include "model/vault/deadlydisk.h"
#include "model/vault/vaultoffice.h"

#include "vault/memory.h"
#include "vault/moving.h"

#include <QTest>

#include <sys/wait.h>

using namespace shirushi;
using tests::VaultOffice;

class TestMovingKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void killedAtEveryMoment();
    void aMediumThatIsTakenOut_data();
    void aMediumThatIsTakenOut();
    void changedMeanwhileByAnother();

private:
    vault::Vault opened(const char *name) const
    {
        auto vault = vault::Vault::open(m_office->place(name), m_office->parts(*m_desk));
        if (!vault)
            qFatal("%s", qPrintable(vault.error().message));
        return std::move(*vault);
    }
    // True where the child was killed, false where it came to its end.
    bool killedAt(int lives, const QString &id)
    {
        m_desk.reset(); // a connection does not go through a fork
        const pid_t child = ::fork();
        if (child == 0) {
            m_desk = m_office->signIn("yamada");
            vault::Vault from = opened("first");
            vault::Vault to = opened("second");
            base::NoProgress progress;
            tests::armDisk(lives);
            static_cast<void>(vault::Moving(from, to).move({id}, progress));
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        m_desk = m_office->signIn("yamada");
        return WIFSIGNALED(status);
    }
    bool hasOpenDeed() const { return !m_desk->ledger.openDeeds()->empty(); }
    static QByteArray contentIn(const vault::Vault &vault, const QString &id, bool older = false)
    {
        const auto described = vault.read(id);
        if (!described)
            return {};
        platform::MemorySink sink;
        base::NoProgress progress;
        const vault::Content &content = older ? described->item.older.front().content : described->item.content;
        return vault::readContent(vault.layout(), content, vault.own(), sink, progress) ? sink.bytes() : QByteArray("error");
    }
    QString putWithAnOlderOne(int i) const
    {
        vault::Vault first = opened("first");
        const QString id = m_office->put(first, m_office->make(QStringLiteral("%1").arg(i), QByteArray(70'000, 'a')));
        const auto source = platform::FileSource::open(m_office->make(QStringLiteral("newer"), QByteArray(300, 'b')));
        base::NoProgress progress;
        static_cast<void>(vault::Changing(first).save(id, 1, vault::FileOriginal(*source), progress));
        return id;
    }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
};

void TestMovingKill::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    QVERIFY(vault::Vault::create({m_office->place("first"), {}, {QStringLiteral("sato")}}, m_office->parts(*m_desk)));
    QVERIFY(vault::Vault::create({m_office->place("second"), {}, {}}, m_office->parts(*m_desk)));
}

void TestMovingKill::cleanup()
{
    m_desk.reset();
    m_office.reset();
}

void TestMovingKill::killedAtEveryMoment()
{
    int inFirst = 0;
    int inSecond = 0;
    int finished = 0;
    QString id = putWithAnOlderOne(0);
    for (int lives = 0;; ++lives) {
        QVERIFY(lives < 400);
        const bool isKilled = killedAt(lives, id);
        const bool wasOpen = hasOpenDeed();
        const auto recovered = vault::recover(m_office->changeParts(*m_desk));
        QVERIFY(recovered.has_value());
        QCOMPARE(recovered->notices, QStringList());
        QCOMPARE(recovered->deeds, wasOpen ? 1 : 0);
        finished += recovered->deeds;
        QVERIFY(!hasOpenDeed());
        const vault::Vault first = opened("first");
        const vault::Vault second = opened("second");
        const bool isMoved = second.look(id).doubt == vault::Doubt::None;
        QCOMPARE(first.look(id).doubt, isMoved ? vault::Doubt::Missing : vault::Doubt::None); // in one, and in one alone
        const vault::Vault &where = isMoved ? second : first;
        QCOMPARE(contentIn(where, id), QByteArray(300, 'b'));
        QCOMPARE(contentIn(where, id, true), QByteArray(70'000, 'a'));
        QCOMPARE(VaultOffice::codes(first), QStringList());
        for (const QString &code : VaultOffice::codes(second))
            QVERIFY2(code == u"orphan" || code == u"leftover", qPrintable(code));
        QCOMPARE(vault::knownItems(m_desk->ledger, second.file().id)->contains(id), isMoved);
        QCOMPARE(vault::knownItems(m_desk->ledger, first.file().id)->contains(id), !isMoved);
        (isMoved ? inSecond : inFirst) += 1;
        if (!isKilled) {
            QVERIFY(isMoved);
            break;
        }
        if (isMoved)
            id = putWithAnOlderOne(lives + 1);
    }
    qInfo("killed at %d moments: %d left it in the first vault, %d in the second, %d of them finished by the next start", inFirst + inSecond - 1,
          inFirst, inSecond, finished);
    QVERIFY(inFirst > 5 && inSecond > 5 && finished > 5);
    base::NoProgress progress;
    const auto findings = m_desk->ledger.verify(progress);
    QVERIFY(findings && findings->empty());
}

void TestMovingKill::aMediumThatIsTakenOut_data()
{
    QTest::addColumn<QByteArray>("vault");
    QTest::newRow("the first") << QByteArray("first");
    QTest::newRow("the second") << QByteArray("second");
}

// The next start comes while one of the vaults is away: the work waits until it is there again.
void TestMovingKill::aMediumThatIsTakenOut()
{
    QFETCH(QByteArray, vault);
    const base::Path away = m_office->place("away");
    int waited = 0;
    QString id = putWithAnOlderOne(0);
    for (int lives = 0; killedAt(lives, id); ++lives) {
        QVERIFY(lives < 400);
        if (!hasOpenDeed())
            continue;
        std::filesystem::rename(m_office->place(vault.constData()), away);
        const auto nothing = vault::recover(m_office->changeParts(*m_desk));
        QVERIFY(nothing.has_value());
        QCOMPARE(nothing->deeds, 0);
        QVERIFY(hasOpenDeed());
        std::filesystem::rename(away, m_office->place(vault.constData()));
        const auto recovered = vault::recover(m_office->changeParts(*m_desk));
        QCOMPARE(recovered->deeds, 1);
        const bool isMoved = opened("second").look(id).doubt == vault::Doubt::None;
        QCOMPARE(opened("first").look(id).doubt, isMoved ? vault::Doubt::Missing : vault::Doubt::None);
        QCOMPARE(contentIn(opened(isMoved ? "second" : "first"), id), QByteArray(300, 'b'));
        ++waited;
        lives += 6; // every seventh moment is enough here
        if (isMoved)
            id = putWithAnOlderOne(lives + 1);
    }
    QVERIFY(waited > 0);
}

// Between the kill and the next start somebody at another desktop goes on working on it in the first vault.
void TestMovingKill::changedMeanwhileByAnother()
{
    int changed = 0;
    QString id = putWithAnOlderOne(0);
    for (int lives = 0; killedAt(lives, id); ++lives) {
        QVERIFY(lives < 400);
        vault::Vault first = opened("first");
        if (!hasOpenDeed() || first.look(id).doubt != vault::Doubt::None) {
            static_cast<void>(vault::recover(m_office->changeParts(*m_desk)));
            if (opened("second").look(id).doubt == vault::Doubt::None)
                id = putWithAnOlderOne(lives + 1);
            continue;
        }
        const auto source = platform::FileSource::open(m_office->make(QStringLiteral("newest"), QByteArray(500, 'c')));
        base::NoProgress progress;
        QVERIFY(vault::Changing(first).save(id, first.read(id)->item.counter, vault::FileOriginal(*source), progress));
        const auto recovered = vault::recover(m_office->changeParts(*m_desk));
        QCOMPARE(recovered->deeds, 1);
        QCOMPARE(opened("second").look(id).doubt, vault::Doubt::Missing);
        QCOMPARE(contentIn(opened("first"), id), QByteArray(500, 'c'));
        ++changed;
        lives += 2;
        id = putWithAnOlderOne(lives + 1);
    }
    QVERIFY(changed > 0);
}

QTEST_GUILESS_MAIN(TestMovingKill)
#include "tst_movingkill.moc"
