// A vault kept in order by scripts: what falls due, second copies, what is final, what moves into another vault.
#include "app/cli/vaultline.h"

#include <QTest>

using shirushi::tests::Answer;
using shirushi::tests::contentOf;
using shirushi::tests::words;

class TestVaultOrder : public QObject, private shirushi::tests::VaultLine
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_line.init().code, 0); }
    void movesIntoAnotherVault();
    void whatFallsDue();
    void aSecondCopyIsAskedFor();
    void finalStaysFinal();
};

void TestVaultOrder::movesIntoAnotherVault()
{
    const QString first = vault("moves-first");
    const QString second = vault("moves-second");
    create("moves-first");
    create("moves-second");
    write(m_line.path(QStringLiteral("議事録.txt")), "議事");
    const QString id = put(first, m_line.path(QStringLiteral("議事録.txt")));
    const QStringList move = words("vault move --json") + QStringList{first, id.left(8), QStringLiteral("--to"), second};
    const Answer moved = run(move);
    QCOMPARE(moved.code, 0);
    const QJsonObject one = moved.json().at(0).toObject();
    QCOMPARE(one.value(QStringLiteral("id")).toString(), id);
    QVERIFY(one.value(QStringLiteral("moved")).toBool() && !one.value(QStringLiteral("inBoth")).toBool());
    QVERIFY(listed(first, id).isEmpty());
    QCOMPARE(listed(second, id).value(QStringLiteral("name")).toString(), QStringLiteral("議事録.txt"));
    QCOMPARE(run(words("vault get") + QStringList{second, id, QStringLiteral("--out"), m_line.path(QStringLiteral("moved.txt"))}).code, 0);
    QCOMPARE(contentOf(m_line.path(QStringLiteral("moved.txt"))), QByteArray("議事"));
    QVERIFY(codes(first).isEmpty() && codes(second).isEmpty());
    const QJsonArray entries = run(words("ledger list --json --kind vault-moved")).json();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(run(move).code, 1); // it is there no more
    QCOMPARE(run(words("vault move") + QStringList{second, id, QStringLiteral("--to"), second}).code, 2);
    QCOMPARE(run(words("vault move") + QStringList{second, id}).code, 2);
}

void TestVaultOrder::whatFallsDue()
{
    QVERIFY(create("due").size() == 36);
    const auto kept = [&](const char *name, const char *retention, const char *origin) {
        return put(vault("due"), m_line.make(QString::fromUtf8(name), name),
                   {QStringLiteral("--retention"), QString::fromUtf8(retention), QStringLiteral("--origin"), QString::fromUtf8(origin)});
    };
    const QString one = kept("1", "1", "2025-03-31");  // FY2024: until 2026-03-31
    const QString two = kept("2", "1", "2025-04-01");  // FY2025: until 2027-03-31
    QVERIFY(kept("3", "permanent", "2000-01-01").size() == 36);
    QVERIFY(kept("4", "30", "2025-04-01").size() == 36);
    const auto due = [&](const char *year) {
        QStringList ids;
        for (const QJsonValue &item : run(words("vault due --json --fiscal-year") + QStringList{QString::fromUtf8(year), vault("due")}).json())
            ids += item[QStringLiteral("id")].toString() + u' ' + item[QStringLiteral("lastDay")].toString();
        ids.sort();
        return ids;
    };
    QCOMPARE(due("2024"), QStringList());
    QCOMPARE(due("2025"), QStringList{one + QStringLiteral(" 2026-03-31")});
    QStringList both{one + QStringLiteral(" 2026-03-31"), two + QStringLiteral(" 2027-03-31")};
    both.sort();
    QCOMPARE(due("R8"), both);
    QCOMPARE(run(words("vault put --retention 7") + QStringList{vault("due"), m_line.make(QStringLiteral("seven"))}).code, 2);
}

void TestVaultOrder::aSecondCopyIsAskedFor()
{
    QVERIFY(create("copies").size() == 36);
    const QString file = m_line.make(QStringLiteral("台帳.csv"));
    QCOMPARE(m_line.set({file}, QStringLiteral("confidentiality=2,integrity=1,availability=2")).code, 0);
    const QString id = put(vault("copies"), file);
    QCOMPARE(id.size(), 36);
    const auto kinds = [this] {
        QStringList all;
        for (const QJsonValue &due : run(words("vault due --json") + QStringList{vault("copies")}).json())
            all += due[QStringLiteral("kind")].toString() + u' ' + due[QStringLiteral("id")].toString();
        return all;
    };
    QCOMPARE(kinds(), QStringList{QStringLiteral("second-copy ") + id});
    QCOMPARE(run(words("vault copied") + QStringList{vault("copies")}).code, 2); // where?
    QCOMPARE(run(words("vault copied --where 支所の書庫") + QStringList{vault("copies"), id.left(8)}).code, 0);
    QCOMPARE(kinds(), QStringList());
    const QJsonArray entries = run(words("ledger list --json --kind vault-copied")).json();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.at(0)[QStringLiteral("reason")].toString(), QStringLiteral("支所の書庫"));
    QCOMPARE(run(words("vault verify") + QStringList{vault("copies")}).code, 0);
    QCOMPARE(run(words("ledger list --json --kind vault-checked")).json().isEmpty(), false);
}

void TestVaultOrder::finalStaysFinal()
{
    const QString id = put(vault("due"), m_line.make(QStringLiteral("確定.txt"), "final"), {QStringLiteral("--final")});
    QVERIFY(listed(vault("due"), id).value(QStringLiteral("final")).toBool());
    QCOMPARE(codes(vault("due")), QStringList());
}

QTEST_GUILESS_MAIN(TestVaultOrder)
#include "tst_vaultorder.moc"
