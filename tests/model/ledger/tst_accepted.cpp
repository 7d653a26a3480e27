// What an administrator took as it stood stays taken, and nothing else does: an acceptance is no way to hide a change.
#include "base/encoding.h"
#include "crypto/seal.h"
#include "ledger/ledger.h"
#include "model/onepersonledger.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

namespace {

// Yamada administers until the first entry of kind "roster", Sato from then on.
class ChangingPeople final : public ledger::Signatories
{
public:
    ChangingPeople(tests::SomePeople people, QString administrator)
        : m_people(std::move(people)), m_administrator(std::move(administrator))
    {
    }
    std::optional<QByteArray> publicKey(const QString &user, const QString &keyId) const override
    {
        return m_people.publicKey(user, keyId);
    }
    std::vector<QByteArray> keysOf(const QString &user) const override { return m_people.keysOf(user); }
    bool isAdministrator(const QString &user) const override { return user == m_administrator; }

private:
    tests::SomePeople m_people;
    QString m_administrator;
};

class ChangingHistory final : public ledger::SignatoryHistory
{
public:
    ChangingHistory(std::shared_ptr<const ledger::Signatories> before, std::shared_ptr<const ledger::Signatories> after)
        : m_current(std::move(before)), m_after(std::move(after))
    {
    }
    bool concerns(const QString &kind) const override { return kind == u"roster"; }
    base::Result<void> see(const ledger::Entry &) override
    {
        m_current = m_after;
        return {};
    }
    std::shared_ptr<const ledger::Signatories> current() const override { return m_current; }

private:
    std::shared_ptr<const ledger::Signatories> m_current;
    std::shared_ptr<const ledger::Signatories> m_after;
};

ledger::EntryDraft draft(const QString &kind)
{
    ledger::EntryDraft draft;
    draft.kind = kind;
    draft.reason = QStringLiteral("reason");
    return draft;
}

} // namespace

class TestAccepted : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void outlivesWhoAccepted();
    void aForgedAcceptanceHidesNothing_data();
    void aForgedAcceptanceHidesNothing();
    void aCheckpointThatIsGoneAgainIsFoundAgain();
    void longGapsAreAcceptedWhole();
    void everyEntryChangedIsFoundQuickly();

private:
    ledger::LedgerParts parts() const;
    void append(int count, const QString &kind);
    void execute(const QByteArray &sql) const;
    void change(std::int64_t seq);
    QStringList findings() const;
    void accept(const crypto::Signer &signer);

    std::unique_ptr<QTemporaryDir> m_folder;
    base::SecretBytes m_key;
    tests::OnePerson m_yamada{QStringLiteral("yamada")};
    tests::OnePerson m_sato{QStringLiteral("sato")};
    bool m_yamadaHasLeft = false;
    base::SystemClock m_clock;
};

void TestAccepted::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_key = crypto::randomSecret(32).value();
    m_yamadaHasLeft = false;
    QVERIFY(ledger::Ledger::create(parts(), m_key));
    append(20, QStringLiteral("label"));
}

ledger::LedgerParts TestAccepted::parts() const
{
    const base::Path folder = base::toPath(m_folder->path());
    tests::SomePeople people;
    people.add(m_yamada);
    people.add(m_sato);
    const auto before = std::make_shared<ChangingPeople>(people, m_yamada.user());
    const auto after = std::make_shared<ChangingPeople>(people, m_sato.user());
    return {folder / "ledger.db", ledger::CheckpointFiles(folder / "checkpoint", {}), m_yamadaHasLeft ? after : before,
            [before, after] { return std::make_unique<ChangingHistory>(before, after); }};
}

void TestAccepted::append(int count, const QString &kind)
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QVERIFY(ledger);
    auto batch = ledger->begin(m_yamada, m_clock);
    QVERIFY2(batch, batch ? "" : qPrintable(batch.error().message));
    for (int i = 0; i < count; ++i)
        QVERIFY(batch->append(draft(kind)));
    QVERIFY(batch->commit());
}

void TestAccepted::execute(const QByteArray &sql) const
{
    auto database = ledger::Database::open(parts().database, m_key, ledger::Database::Mode::ReadWrite);
    QVERIFY(database && database->execute("PRAGMA foreign_keys = OFF") && database->execute(sql.constData()));
}

void TestAccepted::change(std::int64_t seq)
{
    execute("UPDATE entry SET json = CAST(replace(CAST(json AS TEXT), '\"reason\":\"', '\"reason\":\"x') AS BLOB) WHERE seq = "
            + QByteArray::number(static_cast<qlonglong>(seq)));
}

QStringList TestAccepted::findings() const
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    base::NoProgress progress;
    const auto found = ledger ? ledger->verify(progress) : std::unexpected(ledger.error());
    if (!found)
        return {QStringLiteral("error: ") + found.error().message};
    QStringList names;
    for (const ledger::Finding &finding : *found)
        names += nameOf(finding.kind) + u' ' + QString::number(finding.seq);
    return names;
}

void TestAccepted::accept(const crypto::Signer &signer)
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    base::NoProgress progress;
    const auto accepted = ledger->accept(QStringLiteral("looked into"), signer, m_clock, progress);
    QVERIFY2(accepted, accepted ? "" : qPrintable(accepted.error().message));
}

void TestAccepted::outlivesWhoAccepted()
{
    change(7);
    QCOMPARE(findings(), QStringList{QStringLiteral("entry-changed 7")});
    accept(m_yamada);
    QCOMPARE(findings(), QStringList());
    append(1, QStringLiteral("roster"));
    m_yamadaHasLeft = true;
    QCOMPARE(findings(), QStringList());
    QVERIFY(ledger::Ledger::open(parts(), m_key)->isWritable());
}

void TestAccepted::aForgedAcceptanceHidesNothing_data()
{
    QTest::addColumn<bool>("signedAnew");
    QTest::newRow("under the administrator's name") << false;
    QTest::newRow("signed by a colleague") << true;
}

// Whoever changes an entry writes into another one that it was accepted.
void TestAccepted::aForgedAcceptanceHidesNothing()
{
    QFETCH(bool, signedAnew);
    change(7);
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QCOMPARE(ledger->findings().size(), std::size_t(1));
    ledger::Entry entry = **ledger->entry(12);
    entry.draft.kind = ledger::acceptedKind;
    entry.draft.details = {{ledger::findingsMember, QJsonArray{toJson(ledger->findings().front())}}};
    if (signedAnew) {
        entry.user = m_sato.user();
        entry.keyId = m_sato.keyId();
    }
    const QByteArray bytes = ledger::signedBytes(entry);
    const QByteArray json = ledger::withSignature(bytes, *m_sato.sign(bytes));
    execute("UPDATE entry SET json = x'" + json.toHex() + "' WHERE seq = 12");
    QCOMPARE(findings(), (QStringList{QStringLiteral("entry-changed 7"), QStringLiteral("entry-changed 12")}));
}

void TestAccepted::aCheckpointThatIsGoneAgainIsFoundAgain()
{
    const QString file = m_folder->filePath(QStringLiteral("checkpoint"));
    for (int i = 0; i < 2; ++i) {
        QVERIFY(QFile::remove(file));
        QCOMPARE(findings(), QStringList{QStringLiteral("checkpoint-missing 0")});
        accept(m_yamada);
        QCOMPARE(findings(), QStringList());
    }
}

void TestAccepted::longGapsAreAcceptedWhole()
{
    append(2500, QStringLiteral("label"));
    execute("DELETE FROM entry WHERE seq <= 3 OR seq BETWEEN 100 AND 2400");
    QVERIFY(findings().contains(QStringLiteral("entry-missing 2400")));
    accept(m_yamada);
    QCOMPARE(findings(), QStringList());
    append(2, QStringLiteral("label"));
    QCOMPARE(findings(), QStringList());
    // What has come into a place that was empty is one of those that are missing, and no other is.
    execute("DELETE FROM entry WHERE seq = 50");
    QCOMPARE(findings(), QStringList{QStringLiteral("entry-missing 50")});
}

// As many findings as entries are no reason to wait.
void TestAccepted::everyEntryChangedIsFoundQuickly()
{
    append(20'000, QStringLiteral("label"));
    execute("UPDATE entry SET json = CAST(replace(CAST(json AS TEXT), '\"reason\":\"', '\"reason\":\"x') AS BLOB)");
    QCOMPARE(findings().size(), 20'020);
    accept(m_yamada);
    QCOMPARE(findings(), QStringList());
}

QTEST_GUILESS_MAIN(TestAccepted)
#include "tst_accepted.moc"
