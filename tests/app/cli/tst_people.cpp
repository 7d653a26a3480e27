// The commands about people, as a script runs them.

#include "app/cli/commandline.h"

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace shirushi;
using tests::Answer;
using tests::words;

namespace {

const QByteArray goodPassword = "Kumo-ga-3tsu-nagareru\n";

// An office of two: yamada administers it, sato is the security manager.
class Office : public tests::CommandLine
{
public:
    Office()
    {
        write(QStringLiteral("temporary"), "Kari-no-7-aikotoba\n");
        write(QStringLiteral("own"), goodPassword);
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName();
    }
    Answer as(const char *user, const char *password, const QStringList &words) const
    {
        return run(words + QStringList{QStringLiteral("--user"), QLatin1String(user), QStringLiteral("--password-file"),
                                       path(QLatin1String(password))});
    }
    Answer administrator(const QStringList &words) const { return as("yamada", "password", words); }
    Answer addSato() const
    {
        return administrator({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--id"), QStringLiteral("sato"),
                              QStringLiteral("--name"), QStringLiteral("佐藤 花子"), QStringLiteral("--role"),
                              QStringLiteral("security-manager"), QStringLiteral("--department"), QStringLiteral("税務課"),
                              QStringLiteral("--initial-password-file"), path(QStringLiteral("temporary"))});
    }
    Answer passwd(const char *user, const char *password, const QString &newPassword) const
    {
        return as(user, password, {QStringLiteral("user"), QStringLiteral("passwd"), QStringLiteral("--new-password-file"), newPassword});
    }
};

QByteArray recoveryCodeIn(const QByteArray &out)
{
    const auto lines = out.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray last = line.mid(line.lastIndexOf(' ') + 1);
        if (last.count('-') == 6)
            return last;
    }
    return {};
}

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongUsage_data();
    void wrongUsage();
    void temporaryPasswordMustBeChanged();
    void whoLeaves();
    void changesAndSwitches();
    void recoveryCodes();
    void joining();
    void oneFolderForSeveralAccounts();
};

void TestPeople::wrongUsage_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"user", "user add", "user add --id a --name b --role staff", "user list a", "user close",
                             "user close a", "user change", "user change a --administrator perhaps",
                             "user change a --deputy-for b --from 2026-04-01", "user passwd", "user reissue a",
                             "user recover --id a", "user apply --id a", "user admit a", "roster", "roster import",
                             "roster export a", "office", "office allow paper-decisions", "office allow beer yes",
                             "office shared-folder", "office recovery-code a"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestPeople::wrongUsage()
{
    QFETCH(QString, text);
    const Office office;
    const Answer answer = office.run(text.split(u' '));
    QCOMPARE(answer.code, 2);
    QVERIFY(!answer.err.isEmpty());
}

void TestPeople::temporaryPasswordMustBeChanged()
{
    const Office office;
    QCOMPARE(office.init().code, 0);
    const Answer added = office.addSato();
    QVERIFY2(added.code == 0, added.err);
    QCOMPARE(added.out, QByteArray("sato\n"));
    QCOMPARE(office.addSato().code, 2); // the id is taken
    QFile keys(office.path(QStringLiteral("data/people/sato.json")));
    QVERIFY(keys.open(QIODevice::ReadOnly));
    QVERIFY(keys.readAll().contains("\"log2N\":17,\"p\":1,\"r\":8")); // in a program that ships, a password costs what it should

    const Answer refused = office.as("sato", "temporary", words("ledger list"));
    QCOMPARE(refused.code, 3);
    QVERIFY(refused.err.contains("user passwd"));
    const Answer weak = office.passwd("sato", "temporary", office.write(QStringLiteral("weak"), "Sato2026"));
    QCOMPARE(weak.code, 1);
    QVERIFY(weak.err.count('\n') >= 2); // too short, and the own name: a line each
    QCOMPARE(office.as("sato", "temporary", words("user list")).code, 3);
    QCOMPARE(office.passwd("sato", "temporary", office.path(QStringLiteral("temporary"))).code, 1); // the one of before
    const Answer changed = office.passwd("sato", "temporary", office.path(QStringLiteral("own")));
    QVERIFY2(changed.code == 0, changed.err);
    QCOMPARE(office.as("sato", "temporary", words("user list")).code, 3);

    const Answer list = office.as("sato", "own", words("user list --json"));
    QCOMPARE(list.code, 0);
    QCOMPARE(list.json().size(), 2);
    const QJsonObject sato = list.json().first().toObject();
    QCOMPARE(sato.value(QStringLiteral("id")).toString(), QStringLiteral("sato"));
    QCOMPARE(sato.value(QStringLiteral("role")).toString(), QStringLiteral("security-manager"));
    QCOMPARE(sato.value(QStringLiteral("department")).toString(), QStringLiteral("税務課"));
    QCOMPARE(sato.value(QStringLiteral("administrator")).toBool(true), false);
    QVERIFY(sato.value(QStringLiteral("closed")).isNull());
    // Only an administrator changes who is in the office.
    QCOMPARE(office.as("sato", "own", words("user change sato --role staff")).code, 4);
    QCOMPARE(office.as("sato", "own", words("office recovery-code")).code, 4);
}

void TestPeople::whoLeaves()
{
    const Office office;
    QCOMPARE(office.init().code, 0);
    QCOMPARE(office.addSato().code, 0);
    QCOMPARE(office.administrator(words("user close yamada --reason 退職")).code, 4);
    QCOMPARE(office.administrator(words("user close suzuki --reason 退職")).code, 1);
    const Answer closed = office.administrator(words("user close sato --reason 異動 --json"));
    QVERIFY2(closed.code == 0, closed.err);
    const QJsonObject json = closed.json().first().toObject();
    QVERIFY(json.value(QStringLiteral("closed")).isString());
    QVERIFY(json.value(QStringLiteral("checklist")).isArray());
    QVERIFY(!QFile::exists(office.path(QStringLiteral("data/people/sato.json"))));
    QCOMPARE(office.as("sato", "temporary", words("user list")).code, 3);
    QCOMPARE(office.administrator(words("ledger list")).code, 0); // with the new key
}

void TestPeople::changesAndSwitches()
{
    const Office office;
    QCOMPARE(office.init().code, 0);
    QCOMPARE(office.addSato().code, 0);
    const Answer changed = office.administrator(
        words("user change sato --department 総務課 --deputy-for yamada --from 2026-04-01 --until 2026-04-30 --json"));
    QVERIFY2(changed.code == 0, changed.err);
    const QJsonObject sato = changed.json().first().toObject();
    QCOMPARE(sato.value(QStringLiteral("department")).toString(), QStringLiteral("総務課"));
    QCOMPARE(sato.value(QStringLiteral("role")).toString(), QStringLiteral("security-manager"));
    QCOMPARE(sato.value(QStringLiteral("deputies")).toArray().first().toObject().value(QStringLiteral("standsFor")).toString(),
             QStringLiteral("yamada"));
    QCOMPARE(office.administrator(words("user change sato --role king")).code, 2);
    QCOMPARE(office.administrator(words("user change yamada --administrator no")).code, 4);
    QCOMPARE(office.administrator(words("office allow paper-decisions no")).code, 0);
    const Answer roster = office.administrator(words("roster export"));
    QCOMPARE(roster.code, 0);
    const QJsonObject exported = QJsonDocument::fromJson(roster.out).object();
    QCOMPARE(exported.value(QStringLiteral("paperDecisions")).toBool(true), false);
    QCOMPARE(exported.value(QStringLiteral("number")).toInt(), 4);

    QCOMPARE(office.administrator({QStringLiteral("office"), QStringLiteral("shared-folder"), office.path(QStringLiteral("no"))}).code, 1);
    QDir(office.path(QStringLiteral("."))).mkdir(QStringLiteral("share"));
    QCOMPARE(office.administrator({QStringLiteral("office"), QStringLiteral("shared-folder"), QStringLiteral("share")}).code, 0);
    QCOMPARE(QDir(office.path(QStringLiteral("share/checkpoints"))).entryList(QDir::Files).size(), 1);
    QCOMPARE(office.administrator(words("office shared-folder none")).code, 0);
    // An older roster is refused, the same one is not.
    office.write(QStringLiteral("roster.json"), roster.out);
    QCOMPARE(office.administrator(words("roster import roster.json")).code, 0);
    QCOMPARE(office.administrator(words("office allow paper-decisions yes")).code, 0);
    QCOMPARE(office.administrator(words("roster import roster.json")).code, 1);
    QCOMPARE(office.administrator(words("roster import roster.json --root 0000-0000")).code, 1);
}

void TestPeople::recoveryCodes()
{
    const Office office;
    const Answer begun = office.init();
    const QByteArray first = recoveryCodeIn(begun.out);
    QVERIFY2(!first.isEmpty(), begun.out);
    const Answer made = office.administrator(words("office recovery-code --json"));
    QCOMPARE(made.code, 0);
    const QString second = made.json().first().toObject().value(QStringLiteral("recoveryCode")).toString();
    QVERIFY(second.toLatin1() != first);
    const auto recover = [&](const QByteArray &code, const char *password) {
        return office.run({QStringLiteral("user"), QStringLiteral("recover"), QStringLiteral("--id"), QStringLiteral("yamada"),
                           QStringLiteral("--recovery-code-file"), office.write(QStringLiteral("code"), code + '\n'),
                           QStringLiteral("--new-password-file"), office.path(QLatin1String(password))});
    };
    QCOMPARE(recover(first, "own").code, 3); // it opens nothing any more
    QCOMPARE(recover("ABCD", "own").code, 3);
    office.write(QStringLiteral("weak"), "yamada");
    QCOMPARE(recover(second.toLatin1(), "weak").code, 1);
    const Answer recovered = recover(second.toLower().toLatin1(), "own");
    QVERIFY2(recovered.code == 0, recovered.err);
    QCOMPARE(office.administrator(words("user list")).code, 3);
    const Answer list = office.as("yamada", "own", words("ledger list --json"));
    QCOMPARE(list.code, 0);
    QCOMPARE(list.json().last().toObject().value(QStringLiteral("details")).toObject().value(QStringLiteral("change")).toString(),
             QStringLiteral("recovered"));
    QVERIFY(!list.out.contains(second.toLatin1()));
}

void TestPeople::joining()
{
    Office office;
    QCOMPARE(office.init().code, 0);
    const QString administrators = office.path(QStringLiteral("data"));
    const QString joiners = office.path(QStringLiteral("other"));
    office.environment().insert(QStringLiteral("SHIRUSHI_DATA"), joiners);
    const Answer applied = office.run(words("user apply --id sato --name 佐藤花子 --role security-manager --password-file own"));
    QVERIFY2(applied.code == 0, applied.err);
    const QString application = QString::fromUtf8(applied.out).trimmed();
    QVERIFY(QFile::exists(application));

    office.environment().insert(QStringLiteral("SHIRUSHI_DATA"), administrators);
    const Answer admitted = office.administrator({QStringLiteral("user"), QStringLiteral("admit"), application,
                                                  QStringLiteral("--role"), QStringLiteral("staff")});
    QVERIFY2(admitted.code == 0, admitted.err);
    QCOMPARE(admitted.out, QByteArray("sato\n"));
    const Answer again = office.administrator({QStringLiteral("user"), QStringLiteral("admit"), application,
                                               QStringLiteral("--role"), QStringLiteral("staff")});
    QCOMPARE(again.code, 2);
    const Answer roster = office.administrator(words("roster export"));
    const QString file = office.write(QStringLiteral("roster.json"), roster.out);

    office.environment().insert(QStringLiteral("SHIRUSHI_DATA"), joiners);
    QCOMPARE(office.as("sato", "own", words("ledger list")).code, 3); // not answered yet
    QCOMPARE(office.as("sato", "own", {QStringLiteral("roster"), QStringLiteral("import"), file, QStringLiteral("--root"), QStringLiteral("AAAA")}).code, 1);
    QCOMPARE(office.as("sato", "password", {QStringLiteral("roster"), QStringLiteral("import"), file}).code, 3);
    const Answer joined = office.as("sato", "own", {QStringLiteral("roster"), QStringLiteral("import"), file});
    QVERIFY2(joined.code == 0, joined.err);
    const Answer list = office.as("sato", "own", words("user list --json"));
    QCOMPARE(list.code, 0);
    QCOMPARE(list.json().first().toObject().value(QStringLiteral("role")).toString(), QStringLiteral("staff"));
    QCOMPARE(office.as("sato", "own", words("user change sato --role security-manager")).code, 4);
}

// Two accounts of one computer, in the group that the folder is for.
void TestPeople::oneFolderForSeveralAccounts()
{
    if (::geteuid() != 0)
        QSKIP("only root can be several people");
    if (QProcess::execute(QStringLiteral("setpriv"), {QStringLiteral("--version")}) != 0)
        QSKIP("no setpriv");
    const Office office;
    constexpr gid_t group = 54321;
    const QString folder = office.path(QStringLiteral("machine"));
    const QString program = office.path(QStringLiteral("shirushi-cli"));
    QVERIFY(QDir().mkdir(folder));
    QCOMPARE(::chown(qPrintable(folder), 0, group), 0);
    QCOMPARE(::chmod(qPrintable(folder), 02770), 0);
    QCOMPARE(::chmod(qPrintable(office.path(QStringLiteral("."))), 0755), 0);
    QVERIFY(QFile::copy(qEnvironmentVariable("SHIRUSHI_CLI", QStringLiteral(SHIRUSHI_CLI)), program));
    const auto as = [&](const char *uid, const QStringList &command) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SHIRUSHI_DATA"), folder + QStringLiteral("/data"));
        environment.insert(QStringLiteral("HOME"), folder);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(office.path(QStringLiteral(".")));
        process.start(QStringLiteral("setpriv"), QStringList{QStringLiteral("--reuid=") + QLatin1String(uid), QStringLiteral("--regid=54321"),
                                                             QStringLiteral("--clear-groups"), QStringLiteral("sh"), QStringLiteral("-c"),
                                                             QStringLiteral("umask 077; exec ./shirushi-cli \"$@\""), QStringLiteral("sh")}
                                                     + command);
        process.waitForFinished(60'000);
        return Answer{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    };
    const Answer begun = as("54001", words("init --user yamada --name 山田太郎 --role staff --policy mic-model --password-file password"));
    QVERIFY2(begun.code == 0, begun.err);
    const Answer added = as("54001", words("user add --id sato --name 佐藤花子 --role staff --initial-password-file temporary "
                                           "--user yamada --password-file password"));
    QVERIFY2(added.code == 0, added.err);
    const Answer changed = as("54002", words("user passwd --user sato --password-file temporary --new-password-file own"));
    QVERIFY2(changed.code == 0, changed.err);
    office.make(QStringLiteral("a.csv"));
    QCOMPARE(::chmod(qPrintable(office.path(QStringLiteral("files"))), 0777), 0);
    const Answer labelled = as("54002", words("label set --class confidentiality=3B,integrity=2,availability=1 --user sato "
                                              "--password-file own files/a.csv"));
    QVERIFY2(labelled.code == 0, labelled.err);
    const Answer list = as("54001", words("ledger list --json --user yamada --password-file password"));
    QVERIFY2(list.code == 0, list.err);
    QCOMPARE(list.json().last().toObject().value(QStringLiteral("user")).toString(), QStringLiteral("sato"));
    const Answer closed = as("54001", words("user close sato --reason 異動 --user yamada --password-file password"));
    QVERIFY2(closed.code == 0, closed.err);
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
