// What may go wrong around a parcel, tried with the real shirushi-cli: places that are taken or have no room, a kill at any
// moment, keys instead of passwords; and where, after a whole story, the password still stands.
#include "app/cli/commandline.h"

#include <QStandardPaths>
#include <QtTest>

#include <algorithm>
#include <functional>
#include <signal.h>
#include <unistd.h>

using shirushi::tests::Answer;
using shirushi::tests::words;
using shirushi::tests::contentOf;

namespace {

QStringList everythingIn(const QString &folder)
{
    QStringList names;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext())
        names += QDir(folder).relativeFilePath(it.next());
    names.sort();
    return names;
}

} // namespace

class TestSendFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void thePasswordTakesNobodysPlace();
    void namesAreHidden();
    void forKeysInsteadOfAPassword();
    void forCertificates();
    void noRoom();
    void noRightToWrite();
    void aKillWhilePacking();
    void whatAKillLeftIsErased();
    void aKillWhileReceiving();
    void unrecordedIsSaid();
    void interruptedWhileSigningIn();
    void thePasswordIsNowhere();

private:
    Answer pack(const QStringList &more) const
    {
        return m_line.run(words("send pack --json --to contractor --channel mail --recipient a@example.jp") + more + m_line.credentials());
    }
    Answer receive(const QString &parcel, const QString &into, const QStringList &how) const
    {
        return m_line.run(words("receive --json --into") + QStringList{into, parcel} + how + m_line.credentials());
    }
    QString folder(const char *name) const
    {
        QDir(m_line.path(QString())).mkdir(QLatin1String(name));
        return m_line.path(QLatin1String(name));
    }
    qsizetype pending() const { return m_line.run(words("send list --pending --json") + m_line.credentials()).json().size(); }
    // As a shell would, with less room for each file.
    Answer runBounded(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessEnvironment(m_line.environment());
        process.setWorkingDirectory(m_line.path(QString()));
        // 4 MiB in blocks of 512 or 1024 bytes: more than the ledger, less than the parcel.
        process.start(QStringLiteral("sh"), QStringList{QStringLiteral("-c"), QStringLiteral("ulimit -f 4096; exec \"$@\""), QStringLiteral("sh"),
                                                        qEnvironmentVariable("SHIRUSHI_CLI", QStringLiteral(SHIRUSHI_CLI))}
                                                + arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, {}};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    // Kills it as soon as `begun` says so; false where it was done before.
    bool killedWhen(const QStringList &arguments, const std::function<bool()> &begun) const
    {
        QProcess process;
        m_line.start(process, arguments);
        QElapsedTimer clock;
        clock.start();
        while (!begun() && process.state() != QProcess::NotRunning && clock.elapsed() < 60'000)
            process.waitForFinished(0);
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished(60'000);
        return process.exitStatus() == QProcess::CrashExit;
    }

    shirushi::tests::CommandLine m_line;
    QString m_file;
    QString m_large;
    QByteArray m_marked = "an unmistakable line of content\n";
};

void TestSendFaults::initTestCase()
{
    QCOMPARE(m_line.init(QStringLiteral("kameoka")).code, 0);
    m_file = m_line.make(QStringLiteral("案内.txt"), m_marked);
    m_large = m_line.make(QStringLiteral("大きい.txt"), m_marked.repeated((64 << 20) / m_marked.size()));
    QCOMPARE(m_line.set({m_file, m_large}, QStringLiteral("importance=III")).code, 0);
}

void TestSendFaults::thePasswordTakesNobodysPlace()
{
    const QString out = m_line.path(QStringLiteral("p.zip"));
    const QString precious = m_line.path(QStringLiteral("precious"));
    QVERIFY(QFile::copy(m_file, precious));
    const auto packed = [&](const QString &password) { return pack({QStringLiteral("--out"), out, QStringLiteral("--password-out"), password, m_file}).code; };
    QCOMPARE(packed(out), 2);
    QCOMPARE(packed(m_line.path(QStringLiteral("files/../p.zip"))), 2);
    QCOMPARE(packed(precious), 1);
    QCOMPARE(packed(m_file), 1);
    QCOMPARE(packed(m_line.path(QStringLiteral("no such folder/x"))), 1);
    QCOMPARE(contentOf(precious), m_marked);
    QCOMPARE(contentOf(m_file), m_marked);
    QVERIFY(!QFile::exists(out));
    QCOMPARE(pending(), 0);
    const Answer sent = pack({QStringLiteral("--out"), out, m_file});
    QCOMPARE(sent.code, 0);
    const QString id = sent.json().at(0).toObject().value(QStringLiteral("id")).toString();
    QCOMPARE(m_line.run(words("send password --out") + QStringList{precious, id} + m_line.credentials()).code, 1);
    QCOMPARE(contentOf(precious), m_marked);
    QCOMPARE(m_line.run(words("send delivered --by telephone") + QStringList{id} + m_line.credentials()).code, 0);
}

void TestSendFaults::namesAreHidden()
{
    const auto shows = [&](const char *out, const QStringList &how) {
        const Answer sent = pack(QStringList{QStringLiteral("--out"), m_line.path(QLatin1String(out)), m_file} + how);
        return sent.code == 0 && contentOf(m_line.path(QLatin1String(out))).contains(QStringLiteral("案内.txt").toUtf8());
    };
    QVERIFY(shows("n1.zip", {}));
    QVERIFY(!shows("n2.zip", {QStringLiteral("--hide-names")}));
    QVERIFY(QFile::exists(m_line.path(QStringLiteral("n2.zip"))));
    QCOMPARE(pack({QStringLiteral("--out"), m_line.path(QStringLiteral("n3.zip")), QStringLiteral("--hide-names"), QStringLiteral("--show-names"), m_file}).code, 2);
}

void TestSendFaults::forKeysInsteadOfAPassword()
{
    const QString keygen = QStandardPaths::findExecutable(QStringLiteral("age-keygen"));
    if (keygen.isEmpty())
        QSKIP("age is not installed.");
    const QString key = m_line.path(QStringLiteral("key.txt"));
    QCOMPARE(QProcess::execute(keygen, {QStringLiteral("-o"), key}), 0);
    const QString recipient = QString::fromLatin1(contentOf(key)).section(QStringLiteral("public key: "), 1).section(u'\n', 0, 0);
    const QString out = m_line.path(QStringLiteral("案内.txt.age"));
    const QStringList order{QStringLiteral("--format"), QStringLiteral("age"), QStringLiteral("--out"), out, m_file};
    QCOMPARE(pack(order + words("--age-key nonsense")).code, 2);
    QCOMPARE(pack(order + words("--recipient-keys")).code, 1); // the book does not have them
    QVERIFY(!QFile::exists(out));
    const Answer sent = pack(order + QStringList{QStringLiteral("--age-key"), recipient});
    QVERIFY2(sent.code == 0, sent.err);
    QVERIFY(!sent.json().at(0).toObject().value(QStringLiteral("password")).toBool(true));
    const QString plain = m_line.path(QStringLiteral("plain.txt"));
    QCOMPARE(QProcess::execute(QStringLiteral("age"), {QStringLiteral("-d"), QStringLiteral("-i"), key, QStringLiteral("-o"), plain, out}), 0);
    QVERIFY(contentOf(plain).contains(contentOf(m_file))); // in a ZIP, for its label goes along

    const Answer added = m_line.run(words("address add --name 鈴木 --kind contractor --mail suzuki@example.co.jp --age-key") + QStringList{recipient} + m_line.credentials());
    QVERIFY2(added.code == 0, added.err);
    const QString second = m_line.path(QStringLiteral("二.age"));
    const Answer byBook = m_line.run(words("send pack --to contractor --channel mail --recipient suzuki@example.co.jp --format age --recipient-keys --out")
                                     + QStringList{second, m_file} + m_line.credentials());
    QVERIFY2(byBook.code == 0, byBook.err);
    // Ours opens it with the sender's own key, and with the recipient's when that is all there is.
    const QString into = folder("byKey");
    QCOMPARE(receive(second, into, {QStringLiteral("-i"), key}).code, 0);
    QCOMPARE(contentOf(into + QStringLiteral("/案内.txt")), contentOf(m_file));
    QCOMPARE(receive(out, folder("noKey"), {QStringLiteral("-i"), m_file}).code, 1); // no keys in that file
    QCOMPARE(everythingIn(m_line.path(QStringLiteral("noKey"))), QStringList());

    // One that somebody else made for this key alone.
    const QString theirs = m_line.path(QStringLiteral("theirs.txt.age"));
    QCOMPARE(QProcess::execute(QStringLiteral("age"), {QStringLiteral("-r"), recipient, QStringLiteral("-o"), theirs, m_file}), 0);
    QCOMPARE(receive(theirs, folder("noKey"), {}).code, 1);
    QCOMPARE(receive(theirs, folder("byKey2"), {QStringLiteral("-i"), key}).code, 0);
    QCOMPARE(contentOf(m_line.path(QStringLiteral("byKey2/theirs.txt"))), contentOf(m_file));
}

void TestSendFaults::forCertificates()
{
    const auto make = [&](const char *name) {
        return QProcess::execute(QStringLiteral("openssl"), {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"), QStringLiteral("-subj"), QStringLiteral("/CN=x"),
                                                             QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-keyout"), m_line.path(QLatin1String(name) + QStringLiteral(".key")),
                                                             QStringLiteral("-out"), m_line.path(QLatin1String(name) + QStringLiteral(".crt"))}) == 0;
    };
    QVERIFY(make("theirs") && make("own"));
    const QString out = m_line.path(QStringLiteral("c.p7m"));
    const Answer sent = pack({QStringLiteral("--format"), QStringLiteral("cms"), QStringLiteral("--certificate"), m_line.path(QStringLiteral("theirs.crt")), QStringLiteral("--own-certificate"),
                              m_line.path(QStringLiteral("own.crt")), QStringLiteral("--own-key"), m_line.path(QStringLiteral("own.key")), QStringLiteral("--out"), out, m_file});
    QVERIFY2(sent.code == 0, sent.err);
    QFile both(m_line.path(QStringLiteral("both.pem")));
    QVERIFY(both.open(QIODevice::WriteOnly));
    both.write("Bag Attributes\n    friendlyName: x\n" + contentOf(m_line.path(QStringLiteral("theirs.key"))) + contentOf(m_line.path(QStringLiteral("theirs.crt"))));
    both.close();
    for (const char *key : {"theirs.key", "both.pem"}) {
        const QString into = folder(key[0] == 't' ? "cms1" : "cms2");
        const Answer received = receive(out, into, {QStringLiteral("-i"), m_line.path(QLatin1String(key))});
        QVERIFY2(received.code == 0, received.err);
        QCOMPARE(contentOf(into + QStringLiteral("/案内.txt")), contentOf(m_file));
    }
    QVERIFY(make("other"));
    QCOMPARE(receive(out, folder("cms3"), {QStringLiteral("-i"), m_line.path(QStringLiteral("other.key"))}).code, 1);
    QCOMPARE(everythingIn(m_line.path(QStringLiteral("cms3"))), QStringList());
}

void TestSendFaults::noRoom()
{
    const QString place = folder("small");
    const qsizetype before = pending();
    QStringList whole;
    for (const char *format : {"zip", "age", "html"}) {
        QStringList order = words("send pack --to contractor --channel mail --recipient a@example.jp --hide-names --format");
        order += {QLatin1String(format), QStringLiteral("--out"), place + QStringLiteral("/p.") + QLatin1String(format), m_large};
        const QString target = order.at(order.size() - 2);
        // Text deflates to nearly nothing: stored it takes its room.
        const Answer answer = runBounded(order + m_line.credentials());
        if (qstrcmp(format, "zip") != 0) {
            QVERIFY2(answer.code == 1, answer.err);
            QVERIFY(!answer.err.isEmpty());
            QCOMPARE(everythingIn(place), whole);
        } else {
            QVERIFY2(answer.code == 0, answer.err);
            QVERIFY(QFile::exists(target));
            whole = everythingIn(place);
        }
    }
    QCOMPARE(pending(), before + 1);
    // The ZIP is small, and what is in it is not.
    const QString into = folder("smallInto");
    const QString id = m_line.run(words("send list --pending --json") + m_line.credentials()).json().last().toObject().value(QStringLiteral("id")).toString();
    QCOMPARE(m_line.run(words("send password --out") + QStringList{m_line.path(QStringLiteral("small.pw")), id} + m_line.credentials()).code, 0);
    const Answer received = runBounded(words("receive --into") + QStringList{into, place + QStringLiteral("/p.zip"), QStringLiteral("--passphrase-file"), m_line.path(QStringLiteral("small.pw"))}
                                       + m_line.credentials());
    QVERIFY2(received.code == 1, received.err);
    QCOMPARE(everythingIn(into), QStringList());
    QCOMPARE(m_line.run(words("ledger verify --json") + m_line.credentials()).json().size(), 0);
}

void TestSendFaults::noRightToWrite()
{
    if (::geteuid() == 0)
        QSKIP("Root may write everywhere.");
    const QString place = folder("closed");
    QVERIFY(QFile::setPermissions(place, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const qsizetype before = pending();
    QCOMPARE(pack({QStringLiteral("--out"), place + QStringLiteral("/p.zip"), m_file}).code, 1);
    QCOMPARE(pending(), before);
    QCOMPARE(receive(m_line.path(QStringLiteral("n1.zip")), place, {QStringLiteral("--passphrase-file"), m_line.path(QStringLiteral("password"))}).code, 1);
    QVERIFY(QFile::setPermissions(place, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    QCOMPARE(everythingIn(place), QStringList());
}

void TestSendFaults::aKillWhilePacking()
{
    const QString place = folder("killed");
    const QString out = place + QStringLiteral("/p.age");
    const QStringList order = words("send pack --to contractor --channel mail --recipient a@example.jp --format age --out") + QStringList{out, m_large} + m_line.credentials();
    const QString waiting = m_line.path(QStringLiteral("data/pending"));
    const QStringList before = everythingIn(waiting);
    QVERIFY(killedWhen(order, [&] { return !everythingIn(place).isEmpty(); }));
    QVERIFY(!QFile::exists(out));
    QCOMPARE(everythingIn(waiting).size(), before.size() + 2); // the password, and the mark by which it is known
    for (const QString &left : everythingIn(place)) {
        QVERIFY2(left.startsWith(QStringLiteral(".shirushi-")), qPrintable(left));
        QVERIFY(!contentOf(place + u'/' + left).contains(m_marked));
    }
    const QJsonArray listed = m_line.run(words("send list --json") + m_line.credentials()).json();
    QCOMPARE(everythingIn(waiting), before);
    QVERIFY(listed.isEmpty() || !listed.last().toObject().value(QStringLiteral("parcel")).toString().endsWith(QStringLiteral("killed/p.age")));
    QCOMPARE(m_line.run(words("ledger verify --json") + m_line.credentials()).json().size(), 0);
    const Answer again = m_line.run(order);
    QVERIFY2(again.code == 0, again.err);
    QCOMPARE(everythingIn(place), QStringList{QStringLiteral("p.age")}); // what the kill had left is gone
}

void TestSendFaults::whatAKillLeftIsErased()
{
    const QString waiting = m_line.path(QStringLiteral("data/pending/"));
    const QStringList before = everythingIn(waiting);
    const auto put = [&](const QString &name) {
        QFile file(waiting + name);
        return file.open(QIODevice::WriteOnly) && file.write("sealed") > 0;
    };
    const auto listed = [&] { return m_line.run(words("send list --pending --json") + m_line.credentials()).json(); };
    QVERIFY(!before.isEmpty() && before.first().endsWith(QStringLiteral(".sealed")));
    // Killed when it was recorded already: its password is needed.
    const qsizetype count = listed().size();
    QVERIFY(put(before.first().section(u'.', 0, 0) + QStringLiteral(".making")));
    // Without a mark it may belong to a sending that a ledger from a backup does not have.
    const QString unknown = QStringLiteral("8f1033ba-efcf-4174-b5b9-b5e0169b3226.sealed");
    QVERIFY(put(unknown) && put(QStringLiteral("notes.making")));
    QVERIFY(put(QStringLiteral("936aa77b-fc92-42ee-9dbd-ae70cbd52d11.sealed")) && put(QStringLiteral("936aa77b-fc92-42ee-9dbd-ae70cbd52d11.making")));
    QCOMPARE(listed().size(), count);
    QStringList after = before + QStringList{unknown, QStringLiteral("notes.making")};
    after.sort();
    QCOMPARE(everythingIn(waiting), after);
    QVERIFY(QFile::remove(waiting + unknown) && QFile::remove(waiting + QStringLiteral("notes.making")));
}

void TestSendFaults::aKillWhileReceiving()
{
    const QString parcel = m_line.path(QStringLiteral("killed/p.age"));
    const QString id = m_line.run(words("send list --pending --json") + m_line.credentials()).json().last().toObject().value(QStringLiteral("id")).toString();
    const QString password = m_line.path(QStringLiteral("killed.pw"));
    QCOMPARE(m_line.run(words("send password --out") + QStringList{password, id} + m_line.credentials()).code, 0);
    const QString into = folder("killedInto");
    const QStringList order = words("receive --into") + QStringList{into, parcel, QStringLiteral("--passphrase-file"), password} + m_line.credentials();
    QVERIFY(killedWhen(order, [&] { return !everythingIn(into).isEmpty(); }));
    for (const QString &left : everythingIn(into)) {
        QVERIFY2(left.startsWith(QStringLiteral(".shirushi-")), qPrintable(left));
        if (QFileInfo(into + u'/' + left).isFile())
            QVERIFY2(!contentOf(into + u'/' + left).contains(m_marked), "a plain copy was left behind");
    }
    const Answer again = m_line.run(order);
    QVERIFY2(again.code == 0, again.err);
    QCOMPARE(contentOf(into + QStringLiteral("/大きい.txt")), contentOf(m_large));
    QVERIFY(std::ranges::none_of(everythingIn(into), [](const QString &name) { return name.startsWith(QStringLiteral(".shirushi-")); }));
}

// Killed between the name and the record: what lies there is told until it is deleted.
void TestSendFaults::unrecordedIsSaid()
{
    const QString place = folder("unrecorded");
    const QString out = place + QStringLiteral("/p.age");
    const auto said = [&](const QString &file) { return m_line.run(words("send list") + m_line.credentials()).err.contains(file.toUtf8()); };
    const auto records = [&](const QString &kind) {
        return m_line.run(words("ledger list --json --kind") + QStringList{kind} + m_line.credentials()).json().size();
    };
    const QStringList order = words("send pack --to contractor --channel mail --recipient a@example.jp --format age --out") + QStringList{out, m_large} + m_line.credentials();
    // It may be done before the kill comes: then once more.
    bool isUnrecorded = false;
    for (int attempt = 0; attempt < 60 && !isUnrecorded; ++attempt) {
        QFile::remove(out);
        const qsizetype before = records(QStringLiteral("sent"));
        isUnrecorded = killedWhen(order, [&] { return QFile::exists(out); }) && records(QStringLiteral("sent")) == before && QFile::exists(out);
    }
    QVERIFY(isUnrecorded);
    const QStringList sealed = everythingIn(m_line.path(QStringLiteral("data/pending"))).filter(QStringLiteral(".making"));
    QCOMPARE(sealed.size(), 1);
    QVERIFY(said(out));
    QVERIFY(!QFile::exists(m_line.path(QStringLiteral("data/pending/")) + sealed.first().section(u'.', 0, 0) + QStringLiteral(".sealed")));
    QVERIFY(said(out)); // not only once
    const Answer next = pack({QStringLiteral("--out"), place + QStringLiteral("/q.zip"), m_file});
    QVERIFY2(next.code == 0 && next.err.contains(out.toUtf8()), next.err);
    QVERIFY(QFile::remove(out));
    QVERIFY(!said(out));
    QCOMPARE(everythingIn(m_line.path(QStringLiteral("data/pending"))).filter(QStringLiteral(".making")), QStringList());

    const QString parcel = m_line.path(QStringLiteral("killed/p.age"));
    const QString password = m_line.path(QStringLiteral("killed.pw"));
    const QString into = folder("unrecordedInto");
    const QString file = into + QStringLiteral("/大きい.txt");
    isUnrecorded = false;
    for (int attempt = 0; attempt < 60 && !isUnrecorded; ++attempt) {
        QDir(into).removeRecursively();
        QVERIFY(QDir().mkpath(into));
        const qsizetype before = records(QStringLiteral("received"));
        isUnrecorded = killedWhen(words("receive --into") + QStringList{into, parcel, QStringLiteral("--passphrase-file"), password} + m_line.credentials(), [&] { return QFile::exists(file); })
                       && records(QStringLiteral("received")) == before && QFile::exists(file);
    }
    QVERIFY(isUnrecorded);
    QVERIFY(said(file));
    const Answer taken = receive(parcel, into, {QStringLiteral("--passphrase-file"), password});
    QVERIFY2(taken.code == 1 && taken.err.contains("削除して"), taken.err); // and why the name is taken
    QVERIFY(QDir(into).removeRecursively());
    QVERIFY(!said(file));
    QCOMPARE(m_line.run(words("ledger verify --json") + m_line.credentials()).json().size(), 0);
}

// The file for the password is begun before who packs has signed in: it does not stay.
void TestSendFaults::interruptedWhileSigningIn()
{
    const QString place = folder("interrupted");
    const QStringList waiting = everythingIn(m_line.path(QStringLiteral("data/pending")));
    QProcess process;
    m_line.start(process, words("send pack --to contractor --channel mail --recipient a@example.jp --format age --out") + QStringList{place + QStringLiteral("/p.age"), QStringLiteral("--password-out"), place + QStringLiteral("/pw"), m_large}
                              + m_line.credentials());
    QElapsedTimer clock;
    clock.start();
    while (everythingIn(place).isEmpty() && process.state() != QProcess::NotRunning && clock.elapsed() < 60'000)
        process.waitForFinished(1);
    QVERIFY(!everythingIn(place).isEmpty());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY(process.exitCode() != 0);
    QCOMPARE(everythingIn(place), QStringList());
    QCOMPARE(everythingIn(m_line.path(QStringLiteral("data/pending"))), waiting);
}

// A whole story with a temporary folder of its own: afterwards no file that Shirushi made holds the password but the
// one that was asked for.
void TestSendFaults::thePasswordIsNowhere()
{
    QFile::remove(m_large); // it would take long to look through
    QDir(m_line.path(QStringLiteral("killed"))).removeRecursively();
    QDir(m_line.path(QStringLiteral("killedInto"))).removeRecursively();
    QDir(m_line.path(QStringLiteral("unrecorded"))).removeRecursively();
    const QString temporary = folder("tmp");
    m_line.environment().insert(QStringLiteral("TMPDIR"), temporary);
    const QString told = m_line.path(QStringLiteral("story.pw"));
    QByteArray said;
    const auto tell = [&](const Answer &answer) {
        said += answer.out + answer.err;
        return answer;
    };
    for (const char *format : {"zip", "age", "html"}) {
        QFile::remove(told);
        const QString out = m_line.path(QStringLiteral("story.") + QLatin1String(format));
        const Answer sent = tell(pack({QStringLiteral("--format"), QLatin1String(format), QStringLiteral("--out"), out, QStringLiteral("--password-out"), told, m_file}));
        QVERIFY2(sent.code == 0, sent.err);
        const QString id = sent.json().at(0).toObject().value(QStringLiteral("id")).toString();
        const QString mail = m_line.path(QStringLiteral("story-") + QLatin1String(format) + QStringLiteral(".eml"));
        QCOMPARE(tell(m_line.run(words("send draft --from yamada@city.kameoka.lg.jp --out") + QStringList{mail, id} + m_line.credentials())).code, 0);
        QCOMPARE(tell(receive(out, folder(QByteArray("story-" + QByteArray(format)).constData()), {QStringLiteral("--passphrase-file"), told})).code, 0);
        QCOMPARE(tell(m_line.run(words("send delivered --by telephone") + QStringList{id} + m_line.credentials())).code, 0);
        tell(m_line.run(words("send list --json") + m_line.credentials()));
        tell(m_line.run(words("ledger list --json") + m_line.credentials()));
        const QByteArray password = contentOf(told).trimmed();
        QCOMPARE(password.size(), 21);
        QVERIFY(QFile::remove(told));
        QList<QByteArray> forms{password, QByteArray(password).replace("-", ""), password.toLower(), password.toBase64(), password.toHex()};
        const QString wide = QString::fromLatin1(password);
        forms += QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
        for (const QByteArray &form : std::as_const(forms))
            QVERIFY(!said.contains(form));
        QDirIterator files(m_line.path(QString()), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QByteArray content = contentOf(files.next());
            for (const QByteArray &form : std::as_const(forms))
                QVERIFY2(!content.contains(form), qPrintable(files.filePath()));
        }
        // In a mail everything stands in base64.
        const QByteArray decoded = QByteArray::fromBase64(contentOf(mail));
        QVERIFY(!decoded.contains(password));
    }
    QCOMPARE(everythingIn(temporary), QStringList());
}

QTEST_GUILESS_MAIN(TestSendFaults)
#include "tst_sendfaults.moc"
