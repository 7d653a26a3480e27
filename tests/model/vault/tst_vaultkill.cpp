// A kill at every moment at which the clock is asked while something is put in, saved and locked anew: a child process
// ends there without any clean-up, and the next start makes everything agree. Never are both copies lost.
#include "model/vault/vaultoffice.h"

#include "crypto/age/agefile.h"
#include "vault/memory.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace shirushi;
using tests::VaultOffice;

namespace {

// Ends the process when it is asked for the time for the n-th time, as SIGKILL would.
class DeadlyClock final : public base::Clock
{
public:
    DeadlyClock(int lives) : m_lives(lives) {}
    QDateTime now() const override
    {
        if (--m_lives < 0)
            ::kill(::getpid(), SIGKILL);
        return m_base.now();
    }

private:
    base::SystemClock m_base;
    mutable std::atomic<int> m_lives;
};

constexpr int files = 5;

QByteArray contentFor(int i)
{
    return QByteArray(100 + 70'000 * i, static_cast<char>('a' + i));
}

} // namespace

class TestVaultKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whilePutting();
    void whileLockingAnew();
    void whileSaving();

private:
    // True where the child was killed, false where it came to its end.
    template <typename Work>
    bool killedAt(int lives, Work work)
    {
        m_desk.reset(); // a connection does not go through a fork
        const pid_t child = ::fork();
        if (child == 0) {
            const DeadlyClock clock(lives);
            auto desk = m_office->signIn("yamada");
            vault::VaultParts parts{desk->ledger, desk->session, m_office->directory(), m_pack, clock, m_office->office().folder() / vault::workLock};
            auto vault = vault::Vault::open(m_office->place("vault"), parts);
            work(*vault);
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        m_desk = m_office->signIn("yamada");
        return WIFSIGNALED(status);
    }
    vault::Vault opened()
    {
        auto vault = vault::Vault::open(m_office->place("vault"), m_office->parts(*m_desk));
        if (!vault)
            qFatal("%s", qPrintable(vault.error().message));
        return std::move(*vault);
    }
    QByteArray contentOf(const vault::Vault &vault, const vault::Content &content) const
    {
        platform::MemorySink sink;
        base::NoProgress progress;
        return vault::readContent(vault.layout(), content, vault.own(), sink, progress) ? sink.bytes() : QByteArray("error");
    }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    std::shared_ptr<const policy::Pack> m_pack;
};

void TestVaultKill::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_pack = std::make_shared<policy::Pack>(m_office->pack());
    m_desk = m_office->signIn("yamada");
    QVERIFY(vault::Vault::create({m_office->place("vault"), {}, {QStringLiteral("sato")}}, m_office->parts(*m_desk)));
}

void TestVaultKill::cleanup()
{
    m_desk.reset();
    m_office.reset();
}

void TestVaultKill::whilePutting()
{
    int killed = 0;
    for (int lives = 0;; ++lives) {
        std::vector<base::Path> paths;
        for (int i = 0; i < files; ++i)
            paths.push_back(m_office->make(QStringLiteral("%1-%2.bin").arg(lives).arg(i), contentFor(i)));
        const bool isKilled = killedAt(lives, [&](vault::Vault &vault) {
            base::NoProgress progress;
            static_cast<void>(vault::Storing(vault, m_office->codecs()).put({paths, false, false, {}}, progress));
        });
        const auto recovered = vault::recover(m_office->changeParts(*m_desk));
        QVERIFY(recovered.has_value());
        QCOMPARE(recovered->notices, QStringList());
        vault::Vault vault = opened();
        base::NoProgress progress;
        const auto seen = vault::readAll(vault, progress);
        QVERIFY(seen.has_value());
        for (int i = 0; i < files; ++i) {
            const QString name = base::toDisplay(paths[static_cast<std::size_t>(i)].filename());
            QByteArray inVault;
            for (const vault::Seen &one : *seen) {
                if (one.described && one.described->item.name == name)
                    inVault = contentOf(vault, one.described->item.content);
            }
            const bool isOutside = std::filesystem::exists(paths[static_cast<std::size_t>(i)]);
            QVERIFY2(isOutside != !inVault.isEmpty(), qPrintable(name)); // in one place, and in one alone
            QVERIFY(VaultOffice::contentOf(paths[static_cast<std::size_t>(i)]) == contentFor(i) || inVault == contentFor(i));
        }
        for (const QString &code : VaultOffice::codes(vault))
            QVERIFY2(code == u"orphan" || code == u"leftover", qPrintable(code));
        const auto known = vault::knownItems(m_desk->ledger, vault.file().id);
        QCOMPARE(known->size(), seen->size());
        const auto open = m_desk->ledger.openDeeds();
        QVERIFY(open && open->empty());
        if (!isKilled)
            break;
        ++killed;
        QVERIFY(lives < 200);
    }
    QVERIFY2(killed >= 4, qPrintable(QString::number(killed)));
    vault::Vault vault = opened();
    for (const auto &entry : std::filesystem::directory_iterator(vault.layout().items()))
        std::filesystem::last_write_time(entry.path(), std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
    QVERIFY(!m_office->put(vault, m_office->make(QStringLiteral("last"), "1")).isEmpty());
    QCOMPARE(VaultOffice::codes(vault), QStringList());
    base::NoProgress progress;
    const auto findings = m_desk->ledger.verify(progress);
    QVERIFY(findings && findings->empty());
}

void TestVaultKill::whileLockingAnew()
{
    QString ids[files];
    {
        vault::Vault vault = opened();
        for (int i = 0; i < files; ++i)
            ids[i] = m_office->put(vault, m_office->make(QStringLiteral("%1.bin").arg(i), contentFor(i)));
    }
    const auto other = m_office->signIn("sato");
    int killed = 0;
    for (int lives = 0;; ++lives) {
        const bool isKilled = killedAt(lives, [](vault::Vault &vault) {
            base::NoProgress progress;
            static_cast<void>(vault::Membership(vault).remove({QStringLiteral("sato")}, progress));
        });
        QVERIFY(vault::recover(m_office->changeParts(*m_desk)).has_value());
        vault::Vault vault = opened();
        for (int i = 0; i < files; ++i) {
            const auto described = vault.read(ids[i]);
            QVERIFY(described.has_value());
            QCOMPARE(contentOf(vault, described->item.content), contentFor(i));
        }
        for (const QString &code : VaultOffice::codes(vault))
            QVERIFY2(code == u"orphan" || code == u"leftover" || code == u"readers", qPrintable(code));
        if (!isKilled)
            break;
        ++killed;
        // Begun anew for the next moment: back to where it was.
        base::NoProgress progress;
        if (!vault.file().readers.hasMember(QStringLiteral("sato")))
            QVERIFY(vault::Membership(vault).add({QStringLiteral("sato")}, progress));
        else
            QVERIFY(vault::Membership(vault).settle(progress));
        QVERIFY(lives < 200);
    }
    QVERIFY2(killed >= 4, qPrintable(QString::number(killed)));
    vault::Vault vault = opened();
    for (const QString &id : ids) {
        const auto described = vault.read(id);
        QVERIFY(!described->item.readers.hasMember(QStringLiteral("sato")));
        const auto source = platform::FileSource::open(vault.layout().file(described->item.content.file));
        platform::FileSequence from(*source);
        platform::MemorySink to;
        base::NoProgress progress;
        QVERIFY(!crypto::age::decrypt(from, to, vault::identitiesOf(other->session.keys().receiving), progress));
    }
}

void TestVaultKill::whileSaving()
{
    QString id;
    {
        vault::Vault vault = opened();
        id = m_office->put(vault, m_office->make(QStringLiteral("a"), "0"));
    }
    for (int lives = 0;; ++lives) {
        const QByteArray before = contentOf(opened(), opened().read(id)->item.content);
        const QByteArray after = QByteArray::number(lives + 1);
        const base::Path file = m_office->make(QStringLiteral("new"), after);
        const bool isKilled = killedAt(lives, [&](vault::Vault &vault) {
            base::NoProgress progress;
            const auto source = platform::FileSource::open(file);
            static_cast<void>(vault::Changing(vault).save(id, vault.read(id)->item.counter, vault::FileOriginal(*source), progress));
        });
        QVERIFY(vault::recover(m_office->changeParts(*m_desk)).has_value());
        const vault::Vault vault = opened();
        const QByteArray now = contentOf(vault, vault.read(id)->item.content);
        QVERIFY2(now == before || now == after, now);
        for (const QString &code : VaultOffice::codes(vault))
            QVERIFY2(code == u"orphan" || code == u"leftover", qPrintable(code));
        if (!isKilled) {
            QCOMPARE(now, after);
            break;
        }
        QVERIFY(lives < 100);
    }
}

QTEST_GUILESS_MAIN(TestVaultKill)
#include "tst_vaultkill.moc"
