// A vault as scripts use it: shirushi-cli over a real data folder, and Debian's age on what lies in the vault.
#include "app/cli/vaultline.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using shirushi::tests::Answer;
using shirushi::tests::contentOf;
using shirushi::tests::words;

namespace {

QByteArray noise(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
    return bytes;
}

} // namespace

class TestVault : public QObject, private shirushi::tests::VaultLine
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void goesInAndComesOut();
    void ageOpensIt_data();
    void ageOpensIt();
    void theLabelGoesAlong();
    void foldersKeepTheirTree();
    void membersOpenIt();
    void ownMembersAlone();
    void theSectionHeadRecovers();
    void someClassesNeedPermission();
    void verifyFindsWhatWasDone();
    void twoAtOnce();
    void nothingLeaks();
    void refuses_data();
    void refuses();

private:
    QString m_key; // yamada's, as age takes it
    QString m_age;
};

void TestVault::initTestCase()
{
    QCOMPARE(m_line.init().code, 0);
    write(m_line.path(QStringLiteral("temporary")), "Kari-no-7-aikotoba\n");
    write(m_line.path(QStringLiteral("real")), "Hontou-no-8-aikotoba\n");
    add("sato", "佐藤 花子", "staff");
    add("suzuki", "鈴木 一郎", "security-manager");
    m_age = QStandardPaths::findExecutable(QStringLiteral("age"));
    m_key = m_line.path(QStringLiteral("key.txt"));
    const Answer exported = run(words("key export --out") + QStringList{m_key});
    QVERIFY2(exported.code == 0, exported.err);
    QVERIFY(contentOf(m_key).contains("AGE-SECRET-KEY-1"));
    QCOMPARE(QFile::permissions(m_key) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(run(words("ledger list --json --kind key-exported")).json().size() == 1);
    QCOMPARE(run(words("key export --out") + QStringList{m_key}).code, 1); // never over a file
}

void TestVault::goesInAndComesOut()
{
    QVERIFY(create("vault").size() == 36);
    const QByteArray content("氏名,住所\n山田,亀岡\n");
    const QString file = m_line.make(QStringLiteral("名簿.csv"), content);
    const QString id = put(vault("vault"), file);
    QVERIFY2(id.size() == 36, qPrintable(id));
    QVERIFY(!QFile::exists(file)); // moved

    const QJsonObject item = listed(vault("vault"), id);
    QCOMPARE(item.value(QStringLiteral("name")).toString(), QStringLiteral("名簿.csv"));
    QCOMPARE(item.value(QStringLiteral("size")).toInt(), content.size());
    QVERIFY(item.value(QStringLiteral("label")).isNull());
    QVERIFY(QFile::exists(item.value(QStringLiteral("file")).toString()));

    const QString out = m_line.path(QStringLiteral("out.csv"));
    const Answer got = run(words("vault get") + QStringList{vault("vault"), id.left(8), QStringLiteral("--out"), out});
    QVERIFY2(got.code == 0, got.err);
    QCOMPARE(contentOf(out), content);
    QCOMPARE(run(words("vault get") + QStringList{vault("vault"), id, QStringLiteral("--out"), out}).code, 1); // its name is taken
    QVERIFY(!listed(vault("vault"), id).isEmpty()); // a copy
    QCOMPARE(codes(vault("vault")), QStringList());
    QCOMPARE(run(words("vault verify") + QStringList{vault("vault")}).code, 0);

    const QString kept = m_line.make(QStringLiteral("kept.txt"), "k");
    QVERIFY(put(vault("vault"), kept, {QStringLiteral("--keep")}).size() == 36);
    QCOMPARE(contentOf(kept), QByteArray("k"));

    const QJsonArray entries = run(words("ledger list --json --kind vault-created,vault-put,vault-got")).json();
    QCOMPARE(entries.size(), 4);
    QCOMPARE(run(words("ledger verify")).code, 0);
}

void TestVault::ageOpensIt_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, (64 << 10) - 1, 64 << 10, (64 << 10) + 1, 3 * (64 << 10) - 1, 3 * (64 << 10), 3 * (64 << 10) + 1})
        QTest::addRow("%d", size) << size;
}

void TestVault::ageOpensIt()
{
    QFETCH(int, size);
    if (m_age.isEmpty())
        QSKIP("age is not installed");
    if (!QFile::exists(vault("age")))
        QVERIFY(create("age", {QStringLiteral("--member"), QStringLiteral("sato")}).size() == 36);
    const QByteArray content = noise(size);
    const QString id = put(vault("age"), m_line.make(QStringLiteral("%1.bin").arg(size), content));
    const QString file = listed(vault("age"), id).value(QStringLiteral("file")).toString();
    QProcess age;
    age.start(m_age, {QStringLiteral("-d"), QStringLiteral("-i"), m_key, file});
    QVERIFY(age.waitForFinished());
    QCOMPARE(age.exitCode(), 0);
    QCOMPARE(age.readAllStandardOutput(), content);
    // For two members and who can recover.
    QCOMPARE(contentOf(file).left(1000).count("-> X25519 "), 3);
    // Everything of it, the description too, is an age file.
    QDirIterator files(vault("age"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.contains(QStringLiteral("/locks/")) || path.endsWith(QStringLiteral("/vault.json")))
            continue;
        QVERIFY2(path.endsWith(QStringLiteral(".age")) && contentOf(path).startsWith("age-encryption.org/v1\n"), qPrintable(path));
    }
}

void TestVault::theLabelGoesAlong()
{
    const QString file = m_line.make(QStringLiteral("健康診断.csv"), "結果\n");
    QCOMPARE(m_line.set({file}).code, 0);
    QVERIFY(QFile::exists(file + QStringLiteral(".xmp")));
    const QString id = put(vault("vault"), file);
    QVERIFY2(id.size() == 36, qPrintable(id));
    QVERIFY(!QFile::exists(file) && !QFile::exists(file + QStringLiteral(".xmp")));
    const QJsonObject label = listed(vault("vault"), id).value(QStringLiteral("label")).toObject();
    QCOMPARE(label.value(QStringLiteral("classes")).toObject().value(QStringLiteral("confidentiality")).toString(), QStringLiteral("3B"));
    const QString out = m_line.path(QStringLiteral("健診.csv"));
    QCOMPARE(run(words("vault get") + QStringList{vault("vault"), id, QStringLiteral("--out"), out}).code, 0);
    const QJsonObject shown = m_line.show({out}).json().at(0).toObject();
    QCOMPARE(shown.value(QStringLiteral("signature")).toString(), QStringLiteral("valid"));
    QCOMPARE(shown.value(QStringLiteral("content")).toString(), QStringLiteral("same"));
}

void TestVault::foldersKeepTheirTree()
{
    QVERIFY(create("tree").size() == 36);
    QDir files(m_line.path(QStringLiteral("files")));
    QVERIFY(files.mkpath(QStringLiteral("案件/令和8年度")));
    m_line.make(QStringLiteral("案件/a.txt"), "a");
    m_line.make(QStringLiteral("案件/令和8年度/b.txt"), "b");
    const Answer stored = run(words("vault put --json") + QStringList{vault("tree"), files.filePath(QStringLiteral("案件"))});
    QVERIFY2(stored.code == 0, stored.err);
    QVERIFY(!files.exists(QStringLiteral("案件")));
    QStringList seen;
    for (const QJsonValue &item : run(words("vault list --json") + QStringList{vault("tree")}).json())
        seen += item[QStringLiteral("path")].toString() + u'/' + item[QStringLiteral("name")].toString();
    QCOMPARE(seen, (QStringList{QStringLiteral("案件/a.txt"), QStringLiteral("案件/令和8年度/b.txt")}));
    // Nothing of the tree shows outside.
    QDirIterator names(vault("tree"), QDirIterator::Subdirectories);
    while (names.hasNext())
        QVERIFY(!names.next().contains(QStringLiteral("案件")));
}

void TestVault::membersOpenIt()
{
    QVERIFY(create("shared").size() == 36);
    const QString id = put(vault("shared"), m_line.make(QStringLiteral("s.txt"), "secret"));
    QCOMPARE(runAs("sato", words("vault list") + QStringList{vault("shared")}).code, 4);
    const Answer added = run(words("vault member add") + QStringList{vault("shared"), QStringLiteral("sato")});
    QVERIFY2(added.code == 0, added.err);
    const QString out = m_line.path(QStringLiteral("sato.txt"));
    const Answer got = runAs("sato", words("vault get") + QStringList{vault("shared"), id, QStringLiteral("--out"), out});
    QVERIFY2(got.code == 0, got.err);
    QCOMPARE(contentOf(out), QByteArray("secret"));
    const QString before = listed(vault("shared"), id).value(QStringLiteral("file")).toString();
    QCOMPARE(run(words("vault member remove") + QStringList{vault("shared"), QStringLiteral("sato")}).code, 0);
    QVERIFY(!QFile::exists(before)); // under a key of its own
    QCOMPARE(runAs("sato", words("vault list") + QStringList{vault("shared")}).code, 4);
    QCOMPARE(codes(vault("shared")), QStringList());
    QCOMPARE(run(words("vault member remove") + QStringList{vault("shared"), QStringLiteral("yamada")}).code, 2);
    QCOMPARE(run(words("vault member add") + QStringList{vault("shared"), QStringLiteral("nobody")}).code, 1);
}

void TestVault::ownMembersAlone()
{
    QVERIFY(create("section", {QStringLiteral("--member"), QStringLiteral("sato")}).size() == 36);
    const QString own = put(vault("section"), m_line.make(QStringLiteral("own.txt"), "mine"), {QStringLiteral("--member"), QStringLiteral("yamada")});
    const QString all = put(vault("section"), m_line.make(QStringLiteral("all.txt"), "ours"));
    QCOMPARE(listed(vault("section"), own).value(QStringLiteral("members")).toArray().size(), 1);
    const QJsonArray seen = runAs("sato", words("vault list --json") + QStringList{vault("section")}).json();
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen.at(1).toObject().value(QStringLiteral("id")).toString(), own);
    QVERIFY(seen.at(1).toObject().value(QStringLiteral("name")).isNull());
    QVERIFY(seen.at(1).toObject().value(QStringLiteral("forOthers")).toBool());
    const QString out = m_line.path(QStringLiteral("not.txt"));
    QCOMPARE(runAs("sato", words("vault get") + QStringList{vault("section"), own, QStringLiteral("--out"), out}).code, 4);
    QVERIFY(!QFile::exists(out));
    // Given to somebody, and taken back.
    QCOMPARE(run(words("vault member add") + QStringList{vault("section"), QStringLiteral("sato"), QStringLiteral("--item"), own}).code, 0);
    QCOMPARE(runAs("sato", words("vault get") + QStringList{vault("section"), own, QStringLiteral("--out"), out}).code, 0);
    QCOMPARE(run(words("vault member remove") + QStringList{vault("section"), QStringLiteral("sato"), QStringLiteral("--item"), all}).code, 0);
    QCOMPARE(runAs("sato", words("vault get") + QStringList{vault("section"), all, QStringLiteral("--out"), out + u'2'}).code, 4);
    QCOMPARE(codes(vault("section")), QStringList());
}

void TestVault::theSectionHeadRecovers()
{
    const QString id = put(vault("shared"), m_line.make(QStringLiteral("r.txt"), "left behind"));
    const QString out = m_line.path(QStringLiteral("recovered.txt"));
    const QStringList target{vault("shared"), id, QStringLiteral("--out"), out};
    QCOMPARE(runAs("suzuki", words("vault get") + target).code, 4);
    QCOMPARE(runAs("suzuki", words("vault recover") + target).code, 2); // without a reason
    QCOMPARE(run(words("vault recover --reason 理由") + target).code, 4); // not who can
    QVERIFY(!QFile::exists(out));
    const Answer recovered = runAs("suzuki", words("vault recover --reason 担当者の退職") + target);
    QVERIFY2(recovered.code == 0, recovered.err);
    QCOMPARE(contentOf(out), QByteArray("left behind"));
    const QJsonArray shown = listed(vault("shared"), id).value(QStringLiteral("recovered")).toArray();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.at(0).toObject().value(QStringLiteral("by")).toString(), QStringLiteral("suzuki"));
    QCOMPARE(shown.at(0).toObject().value(QStringLiteral("note")).toString(), QStringLiteral("担当者の退職"));
    QVERIFY(run(words("vault list") + QStringList{vault("shared")}).out.contains("担当者の退職"));
    QCOMPARE(run(words("ledger list --json --kind vault-recovered")).json().size(), 1);
    QCOMPARE(codes(vault("shared")), QStringList());
}

void TestVault::someClassesNeedPermission()
{
    const QString file = m_line.make(QStringLiteral("極秘.csv"), "秘\n");
    QCOMPARE(m_line.set({file}, QStringLiteral("confidentiality=3A,integrity=2,availability=1")).code, 0);
    const QString id = put(vault("vault"), file);
    const QStringList order{vault("vault"), id, QStringLiteral("--out"), m_line.path(QStringLiteral("極秘-写し.csv")), QStringLiteral("--purpose"), QStringLiteral("監査")};
    QCOMPARE(run(words("vault get") + order).code, 4);
    QVERIFY(!QFile::exists(order[3]));
    const Answer asked = run(words("vault request --purpose 監査") + QStringList{vault("vault"), id});
    QVERIFY2(asked.code == 0, asked.err);
    QCOMPARE(run(words("vault get") + order).code, 4);
    QCOMPARE(runAs("suzuki", words("request approve") + QStringList{QString::fromUtf8(asked.out.trimmed())}).code, 0);
    const Answer got = run(words("vault get --json") + order);
    QVERIFY2(got.code == 0, got.err);
    QCOMPARE(got.json().at(0).toObject().value(QStringLiteral("request")).toString().toUtf8(), asked.out.trimmed());
    QCOMPARE(contentOf(order[3]), QByteArray("秘\n"));
}

void TestVault::verifyFindsWhatWasDone()
{
    QVERIFY(create("broken").size() == 36);
    QStringList ids;
    for (const char *name : {"1.txt", "2.txt", "3.txt", "4.txt", "5.txt"})
        ids += put(vault("broken"), m_line.make(QString::fromUtf8(name), QByteArray(name) + noise(100)));
    const QString items = vault("broken") + QStringLiteral("/items/");
    const auto description = [&](int i) -> QString { return items + ids[i] + QStringLiteral(".item.age"); };
    const QByteArray saved = contentOf(description(3));
    QCOMPARE(run(words("vault set --retention 5") + QStringList{vault("broken"), ids[3]}).code, 0);
    QCOMPARE(codes(vault("broken")), QStringList());

    // Changed ciphertext, exchanged items, put back to an older state, a lost content, and what belongs to nobody.
    QByteArray changed = contentOf(listed(vault("broken"), ids[0]).value(QStringLiteral("file")).toString());
    changed[changed.size() - 1] = static_cast<char>(changed.back() ^ 1);
    const QString changedFile = listed(vault("broken"), ids[0]).value(QStringLiteral("file")).toString();
    const QString lost = listed(vault("broken"), ids[4]).value(QStringLiteral("file")).toString();
    write(changedFile, changed);
    const QByteArray second = contentOf(description(1));
    write(description(1), contentOf(description(2)));
    write(description(2), second);
    write(description(3), saved);
    QVERIFY(QFile::remove(lost));
    write(items + ids[4] + QStringLiteral(".item (conflicted copy).age"), "x");
    write(items + ids[4] + QStringLiteral(".0000000000abc.age"), "x");
    const Answer verified = run(words("vault verify --json") + QStringList{vault("broken")});
    QCOMPARE(verified.code, 1);
    QCOMPARE(codes(vault("broken")), (QStringList{QStringLiteral("content-changed"), QStringLiteral("content-missing"), QStringLiteral("item-exchanged"),
                                                  QStringLiteral("item-exchanged"), QStringLiteral("item-older"), QStringLiteral("orphan"),
                                                  QStringLiteral("stranger")}));
    // One item's trouble is not another's.
    const QString out = m_line.path(QStringLiteral("changed.txt"));
    QCOMPARE(run(words("vault get") + QStringList{vault("broken"), ids[0], QStringLiteral("--out"), out}).code, 1);
    QVERIFY(!QFile::exists(out));
    const Answer fourth = run(words("vault get") + QStringList{vault("broken"), ids[3], QStringLiteral("--out"), out});
    QVERIFY2(fourth.code == 0, fourth.err);
    QVERIFY(QFile::remove(description(3)));
    QVERIFY(codes(vault("broken")).contains(QStringLiteral("item-missing")));
}

// Each of two programs puts its own; nothing is lost, and the ledger is whole.
void TestVault::twoAtOnce()
{
    QVERIFY(create("two").size() == 36);
    QProcess processes[2];
    for (int i = 0; i < 2; ++i) {
        QStringList files;
        for (int j = 0; j < 20; ++j)
            files += m_line.make(QStringLiteral("two-%1-%2").arg(i).arg(j), noise(1000));
        m_line.start(processes[i], words("vault put") + QStringList{vault("two")} + files + m_line.credentials());
    }
    for (QProcess &process : processes) {
        QVERIFY(process.waitForFinished(120'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    }
    QCOMPARE(run(words("vault list --json") + QStringList{vault("two")}).json().size(), 40);
    QCOMPARE(codes(vault("two")), QStringList());
    QCOMPARE(run(words("ledger verify")).code, 0);
}

// A word of a document's content, and its name, are nowhere in what is on the disk afterwards.
void TestVault::nothingLeaks()
{
    const QByteArray marker = "目印" + QByteArray::number(QRandomGenerator::system()->generate64(), 36).toUpper();
    const QString temporary = m_line.path(QStringLiteral("temporary-folder"));
    QVERIFY(QDir().mkpath(temporary));
    m_line.environment().insert(QStringLiteral("TMPDIR"), temporary);
    const QString id = put(vault("vault"), m_line.make(QString::fromUtf8(marker) + QStringLiteral(".txt"), marker.repeated(5000)));
    QVERIFY2(id.size() == 36, qPrintable(id));
    QCOMPARE(run(words("vault verify") + QStringList{vault("vault")}).code, 0);
    for (const QString &place : {m_line.path(QStringLiteral("data")), temporary, vault("vault"), m_line.path(QStringLiteral("files"))}) {
        QDirIterator files(place, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QVERIFY2(!contentOf(path).contains(marker) && !path.contains(QString::fromUtf8(marker)), qPrintable(path));
        }
    }
}

void TestVault::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::newRow("no vault") << "vault list nowhere" << 1;
    QTest::newRow("a folder that is none") << "vault list files" << 1;
    QTest::newRow("create over files") << "vault create data" << 1;
    QTest::newRow("no file") << "vault put vault nowhere.txt" << 1;
    QTest::newRow("nothing to put") << "vault put vault" << 2;
    QTest::newRow("no item") << "vault get vault 00000000-0000-4000-8000-000000000000 --out x.txt" << 1;
    QTest::newRow("no --out") << "vault get vault 0000" << 2;
    QTest::newRow("not in the roster") << "vault create other --member nobody" << 1;
    QTest::newRow("no such deed") << "vault member give vault sato" << 2;
    QTest::newRow("key without a place") << "key export" << 2;
}

void TestVault::refuses()
{
    QFETCH(QString, command);
    QFETCH(int, code);
    const Answer answer = run(command.split(u' '));
    QVERIFY2(answer.code == code, answer.err);
    QVERIFY(!answer.err.isEmpty());
    QVERIFY(!QFile::exists(m_line.path(QStringLiteral("x.txt"))));
}

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
