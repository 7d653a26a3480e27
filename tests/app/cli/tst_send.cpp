// A parcel from the check to the password that was told, and back out of it, as scripts do it: shirushi-cli over a real
// data folder, 7zz as the recipient.
#include "app/cli/commandline.h"

#include <QStandardPaths>
#include <QtTest>

using shirushi::tests::Answer;
using shirushi::tests::contentOf;
using shirushi::tests::words;

class TestSend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void forbiddenIsForbidden();
    void waitsForTheApproval();
    void goesAndComesBack();
    void thePasswordTakesAnotherWay();
    void addressesAreLookedAtTwice();
    void thePasswordTakesAnotherAddress();
    void theMailHasNoPassword();
    void whatWasMissent();
    void onlyDesignatedMethods();
    void refusesWhatIsNoOrder_data();
    void refusesWhatIsNoOrder();

private:
    // Of an open file, to be told apart from the others; its number.
    QString sent(const char *name, const QStringList &more)
    {
        const Answer answer = pack(more + QStringList{QStringLiteral("--out"), m_line.path(QString::fromUtf8(name)), m_open});
        return answer.code == 0 ? answer.json().at(0).toObject().value(QStringLiteral("id")).toString() : QString();
    }
    Answer told(const QString &id, const char *how) const { return m_line.run(words("send delivered") + words(how) + QStringList{id} + m_line.credentials()); }
    QJsonObject listed(const QString &id) const
    {
        for (const QJsonValue &record : m_line.run(words("send list --json") + m_line.credentials()).json()) {
            if (record.toObject().value(QStringLiteral("id")).toString() == id)
                return record.toObject();
        }
        return {};
    }
    bool ledgerSpeaksOf(const QByteArray &text) const { return m_line.run(words("ledger list --json") + m_line.credentials()).out.contains(text); }

    Answer pack(const QStringList &more) const { return m_line.run(words("send pack --json") + more + m_line.credentials()); }
    QStringList bySato() const
    {
        return {QStringLiteral("--user"), QStringLiteral("sato"), QStringLiteral("--password-file"), m_line.path(QStringLiteral("second"))};
    }
    void write(const QString &path, const QByteArray &content) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    shirushi::tests::CommandLine m_line;
    QString m_secret; // II
    QString m_top;    // I
    QString m_open;   // III
    QString m_sent;   // the parcel's number
    qsizetype m_pending = 0; // passwords that wait, before what is refused
};

void TestSend::initTestCase()
{
    QCOMPARE(m_line.init(QStringLiteral("kameoka")).code, 0);
    m_secret = m_line.make(QStringLiteral("名簿.csv"), "氏名,住所\n山田,亀岡\n");
    m_top = m_line.make(QStringLiteral("秘.csv"), "1\n");
    m_open = m_line.make(QStringLiteral("案内.txt"), "2\n");
    QCOMPARE(m_line.set({m_secret}, QStringLiteral("importance=II")).code, 0);
    QCOMPARE(m_line.set({m_top}, QStringLiteral("importance=I")).code, 0);
    QCOMPARE(m_line.set({m_open}, QStringLiteral("importance=III")).code, 0);
    write(m_line.path(QStringLiteral("first")), "Kari-no-7-aikotoba\n");
    write(m_line.path(QStringLiteral("second")), "Hontou-no-8-aikotoba\n");
    QCOMPARE(m_line.run(words("user add --id sato --name 佐藤 --role information-manager --initial-password-file")
                        + QStringList{m_line.path(QStringLiteral("first"))} + m_line.credentials()).code, 0);
    QCOMPARE(m_line.run(words("user passwd --new-password-file") + QStringList{m_line.path(QStringLiteral("second"))}
                        + QStringList{QStringLiteral("--user"), QStringLiteral("sato"), QStringLiteral("--password-file"),
                                      m_line.path(QStringLiteral("first"))}).code, 0);
}

void TestSend::forbiddenIsForbidden()
{
    const QString out = m_line.path(QStringLiteral("no.zip"));
    const Answer answer = pack(words("--to contractor --channel mail --out") + QStringList{out, m_top});
    QCOMPARE(answer.code, 4);
    QVERIFY2(answer.err.contains("第9条第1項"), answer.err);
    QVERIFY(!QFile::exists(out));
    QVERIFY(QDir(m_line.path(QStringLiteral("data/pending"))).isEmpty());
}

void TestSend::waitsForTheApproval()
{
    const QString out = m_line.path(QStringLiteral("parcel.zip"));
    const QStringList order = words("--to contractor --channel mail --recipient a@example.jp --recipient b@example.jp --purpose 委託 --out")
                              + QStringList{out, QStringLiteral("--password-out"), m_line.path(QStringLiteral("told")), m_secret};
    QCOMPARE(pack(order).code, 4);
    QVERIFY(!QFile::exists(out));

    const Answer asked = m_line.run(words("request new --action send --destination contractor --channel mail --purpose 委託")
                                    + QStringList{m_secret} + m_line.credentials());
    QVERIFY2(asked.code == 0, asked.err);
    QCOMPARE(pack(order).code, 4); // asked for is not given
    const Answer given = m_line.run(words("request approve") + QStringList{QString::fromUtf8(asked.out.trimmed())} + bySato());
    QVERIFY2(given.code == 0, given.err);

    // A password takes the place neither of the parcel nor of what it was made of.
    const QByteArray original = contentOf(m_secret);
    for (const QString &taken : {out, m_secret}) {
        QStringList wrong = order;
        wrong[wrong.indexOf(QStringLiteral("--password-out")) + 1] = taken;
        QCOMPARE(pack(wrong).code, taken == out ? 2 : 1);
        QVERIFY(!QFile::exists(out));
        QCOMPARE(contentOf(m_secret), original);
    }
    const Answer sent = pack(order);
    QVERIFY2(sent.code == 0, sent.err);
    m_sent = sent.json().at(0).toObject().value(QStringLiteral("id")).toString();
    QCOMPARE(sent.json().at(0).toObject().value(QStringLiteral("request")).toString().toUtf8(), asked.out.trimmed());
    QVERIFY(QFile::exists(out));
    QCOMPARE(pack(order).code, 1); // the name is taken: what is there stays
}

void TestSend::goesAndComesBack()
{
    const QByteArray password = contentOf(m_line.path(QStringLiteral("told"))).trimmed();
    QVERIFY(password.size() >= 17);
    const QString program = QStandardPaths::findExecutable(QStringLiteral("7zz"));
    if (!program.isEmpty()) {
        QProcess recipient;
        recipient.start(program, {QStringLiteral("x"), QStringLiteral("-o") + m_line.path(QStringLiteral("theirs")),
                                  QStringLiteral("-p") + QString::fromLatin1(password), m_line.path(QStringLiteral("parcel.zip"))});
        QVERIFY(recipient.waitForFinished() && recipient.exitCode() == 0);
        QCOMPARE(contentOf(m_line.path(QStringLiteral("theirs/名簿.csv"))), contentOf(m_secret));
    }
    QVERIFY(QDir(m_line.path(QString())).mkdir(QStringLiteral("got")));
    write(m_line.path(QStringLiteral("typed")), password.toLower() + '\n');
    const auto receive = [&](const QString &typed) {
        return m_line.run(words("receive --json --into") + QStringList{m_line.path(QStringLiteral("got")), QStringLiteral("--passphrase-file"),
                          typed, m_line.path(QStringLiteral("parcel.zip"))} + m_line.credentials());
    };
    QCOMPARE(receive(m_line.path(QStringLiteral("first"))).code, 1);
    QVERIFY(QDir(m_line.path(QStringLiteral("got"))).isEmpty());
    const Answer received = receive(m_line.path(QStringLiteral("typed")));
    QVERIFY2(received.code == 0, received.err);
    QCOMPARE(received.json().size(), 1);
    QVERIFY(received.json().at(0).toObject().value(QStringLiteral("labelled")).toBool());
    QCOMPARE(contentOf(m_line.path(QStringLiteral("got/名簿.csv"))), contentOf(m_secret));
    QCOMPARE(m_line.run(words("ledger list --json --kind received") + m_line.credentials()).json().size(), 1);
}

void TestSend::thePasswordTakesAnotherWay()
{
    const auto pending = [&] { return m_line.run(words("send list --pending --json") + m_line.credentials()).json().size(); };
    const QByteArray password = contentOf(m_line.path(QStringLiteral("told"))).trimmed();
    QCOMPARE(pending(), 1);
    const QString sealed = m_line.path(QStringLiteral("data/pending/") + m_sent + QStringLiteral(".sealed"));
    QVERIFY(QFile::exists(sealed));
    QCOMPARE(m_line.run(words("send password --out") + QStringList{m_line.path(QStringLiteral("again")), m_sent} + m_line.credentials()).code, 0);
    QCOMPARE(contentOf(m_line.path(QStringLiteral("again"))).trimmed(), password);
    QCOMPARE(m_line.run(words("send password --out") + QStringList{m_line.path(QStringLiteral("again")), m_sent} + m_line.credentials()).code, 1);
    QCOMPARE(m_line.run(words("send password --out") + QStringList{m_line.path(QStringLiteral("others")), m_sent} + bySato()).code, 1);
    QVERIFY(!QFile::exists(m_line.path(QStringLiteral("others"))));
    const auto told = [&](const char *way) {
        return m_line.run(words("send delivered --by") + QStringList{QLatin1String(way), m_sent} + m_line.credentials());
    };
    const Answer same = told("mail");
    QCOMPARE(same.code, 4);
    QVERIFY2(same.err.contains("第9条第3項"), same.err);
    QCOMPARE(told("lgwan-mail").code, 4);
    QCOMPARE(told("pigeon").code, 2);
    QVERIFY(QFile::exists(sealed));
    QCOMPARE(told("telephone").code, 0);
    QVERIFY(!QFile::exists(sealed));
    QCOMPARE(pending(), 0);
    QCOMPARE(told("telephone").code, 2); // once is enough
    QCOMPARE(m_line.run(words("ledger verify --json") + m_line.credentials()).json().size(), 0);

    // Nowhere in what we keep is the password to be found.
    QDirIterator files(m_line.path(QStringLiteral("data")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QByteArray content = contentOf(files.next());
        QVERIFY2(!content.contains(password) && !content.contains(QByteArray(password).replace("-", "")), qPrintable(files.filePath()));
    }
}

void TestSend::addressesAreLookedAtTwice()
{
    const Answer added = m_line.run(words("address add --name 鈴木 --kana すずき --kind contractor --mail suzuki@kameoka-system.co.jp "
                                          "--telephone 0771-22-3131 --stripped zip")
                                    + m_line.credentials());
    QVERIFY2(added.code == 0, added.err);
    const QString id = QString::fromUtf8(added.out.trimmed());
    const QStringList order = words("--to contractor --channel mail --recipient suzuki@kameoka-system.com --out");
    const Answer similar = pack(order + QStringList{m_line.path(QStringLiteral("s1.zip")), m_open});
    QVERIFY2(similar.code == 0, similar.err);
    QVERIFY2(similar.err.contains("kameoka-system.co.jp"), similar.err); // nearly that
    const auto right = [&](const char *out) {
        return pack(words("--to contractor --channel mail --recipient suzuki@kameoka-system.co.jp --out") + QStringList{m_line.path(QLatin1String(out)), m_open});
    };
    const QByteArray unchecked = right("s2.zip").err;
    QVERIFY2(unchecked.contains("file-transfer"), unchecked); // their gateway takes it off
    QCOMPARE(m_line.run(words("address check") + QStringList{id} + bySato()).code, 0);
    const Answer changed = m_line.run(words("address change --stripped none --json") + QStringList{id} + m_line.credentials());
    QVERIFY2(changed.code == 0, changed.err);
    QCOMPARE(changed.json().at(0).toObject().value(QStringLiteral("checkedBy")).toString(), QStringLiteral("sato"));
    const QByteArray checked = right("s3.zip").err;
    QVERIFY2(checked.count('\n') < unchecked.count('\n') && !checked.contains("suzuki@"), checked);
    QCOMPARE(m_line.run(words("address list --json すずき") + m_line.credentials()).json().size(), 1);
    QVERIFY(!ledgerSpeaksOf("0771-22-3131"));
}

void TestSend::thePasswordTakesAnotherAddress()
{
    const QString id = sent("t1.zip", words("--to contractor --channel file-transfer --recipient suzuki@kameoka-system.co.jp"));
    QVERIFY(!id.isEmpty());
    QCOMPARE(told(id, "--by mail").code, 2); // to whom?
    for (const char *same : {"--by mail --to suzuki@kameoka-system.co.jp", "--by lgwan-mail --to info@KAMEOKA-SYSTEM.co.jp"}) {
        const Answer refused = told(id, same);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains("第9条第3項"), refused.err);
    }
    const Answer wrongNumber = told(id, "--by telephone --to 090-1111-2222");
    QCOMPARE(wrongNumber.code, 2);
    QVERIFY2(wrongNumber.err.contains("0771-22-3131"), wrongNumber.err);
    QVERIFY(listed(id).value(QStringLiteral("pending")).toBool());
    const Answer right = told(id, "--by telephone --to ０７７１（２２）３１３１");
    QVERIFY2(right.code == 0, right.err);
    QVERIFY2(right.err.contains("0771-22-3131"), right.err);
    QVERIFY(!ledgerSpeaksOf("0771") && ledgerSpeaksOf("鈴木"));

    const QString byMail = sent("t2.zip", words("--to contractor --channel file-transfer --recipient suzuki@kameoka-system.co.jp"));
    QCOMPARE(told(byMail, "--by mail --to suzuki@elsewhere.example.org").code, 0);
    const QString unknown = sent("t3.zip", words("--to resident --channel post --recipient 田中"));
    QCOMPARE(told(unknown, "--by telephone --to 090-1111-2222").code, 0);
    QVERIFY(!ledgerSpeaksOf("090-1111") && !ledgerSpeaksOf("09011112222"));
    QCOMPARE(m_line.run(words("send confirmed --by 田中") + QStringList{unknown} + m_line.credentials()).code, 0);
    QCOMPARE(m_line.run(words("send confirmed --by 田中") + QStringList{unknown} + m_line.credentials()).code, 2);
    QVERIFY(listed(unknown).value(QStringLiteral("confirmed")).toBool());
}

void TestSend::theMailHasNoPassword()
{
    const QString id = sent("案内の送付.zip", words("--to contractor --channel mail --recipient suzuki@kameoka-system.co.jp --recipient b@example.com --password-out")
                                                  + QStringList{m_line.path(QStringLiteral("drafted"))});
    QVERIFY(!id.isEmpty());
    const QByteArray password = contentOf(m_line.path(QStringLiteral("drafted"))).trimmed();
    const QString mail = m_line.path(QStringLiteral("mail.eml"));
    const auto draft = [&](const QStringList &more) {
        return m_line.run(words("send draft --from yamada@city.kameoka.lg.jp --out") + QStringList{mail, id} + more + m_line.credentials());
    };
    for (const QByteArray &telling : {password, password.toLower(), QByteArray(password).replace("-", " "), password.left(9)}) {
        write(m_line.path(QStringLiteral("body")), "パスワードは " + telling + " です\n");
        const Answer refused = draft({QStringLiteral("--body-file"), m_line.path(QStringLiteral("body"))});
        QCOMPARE(refused.code, 4);
        QVERIFY(!QFile::exists(mail));
    }
    QCOMPARE(draft({QStringLiteral("--subject"), QString::fromLatin1(password)}).code, 4);
    QCOMPARE(draft({QStringLiteral("--subject"), QStringLiteral("a\nBcc: x@example.com")}).code, 2);
    QCOMPARE(m_line.run(words("send draft --from nobody --out x.eml") + QStringList{id} + m_line.credentials()).code, 2);
    QCOMPARE(m_line.run(words("send draft --from a@example.jp --out x.eml") + QStringList{id} + bySato()).code, 4);
    QVERIFY(!QFile::exists(mail));
    const Answer drafted = draft({QStringLiteral("--json")});
    QVERIFY2(drafted.code == 0, drafted.err);
    QVERIFY(drafted.json().at(0).toObject().value(QStringLiteral("hidesAddresses")).toBool());
    const QByteArray content = contentOf(mail);
    QVERIFY(content.contains("\r\nBcc:") && content.contains("X-Unsent: 1") && !content.contains(password));
    QVERIFY(content.indexOf("b@example.com") > content.indexOf("\r\nBcc:"));
    QCOMPARE(draft({}).code, 1); // the name is taken

    QVERIFY(QFile::remove(mail));
    QVERIFY(QFile::rename(m_line.path(QStringLiteral("案内の送付.zip")), m_line.path(QStringLiteral("aside"))));
    QCOMPARE(draft({}).code, 1);
    write(m_line.path(QStringLiteral("案内の送付.zip")), "another");
    QCOMPARE(draft({}).code, 1);
    QVERIFY(!QFile::exists(mail));
    const QString post = sent("post.zip", words("--to contractor --channel post"));
    QCOMPARE(m_line.run(words("send draft --from a@example.jp --out") + QStringList{mail, post} + m_line.credentials()).code, 2);
}

void TestSend::whatWasMissent()
{
    const QString id = sent("wrong.zip", words("--to contractor --channel mail --recipient wrong@example.com"));
    const QString sealed = m_line.path(QStringLiteral("data/pending/") + id + QStringLiteral(".sealed"));
    const auto forget = [&](const QStringList &who) { return m_line.run(words("send forget") + QStringList{id} + who).code; };
    QCOMPARE(forget(m_line.credentials()), 2); // too early
    QVERIFY(QFile::exists(sealed));
    const Answer missent = m_line.run(words("send missent --json --note 宛先の選択を誤った") + QStringList{id} + m_line.credentials());
    QVERIFY2(missent.code == 0, missent.err);
    const QJsonObject told = missent.json().at(0).toObject();
    QVERIFY(!told.value(QStringLiteral("passwordTold")).toBool(true));
    QStringList order;
    for (const QJsonValue &call : told.value(QStringLiteral("calls")).toArray())
        order += call.toObject().value(QStringLiteral("article")).toString();
    QCOMPARE(order.first(4), (QStringList{QStringLiteral("第21条第1項"), QStringLiteral("第21条第1項"), QStringLiteral("第21条第3項"), QStringLiteral("第21条第4項")}));
    const Answer printed = m_line.run(words("send missent") + QStringList{id} + m_line.credentials());
    QVERIFY2(printed.out.startsWith("1. ") && printed.out.contains("情報統括管理者"), printed.out);
    QVERIFY(listed(id).value(QStringLiteral("missent")).toBool());
    QCOMPARE(m_line.run(words("send draft --from a@example.jp --out x.eml") + QStringList{id} + m_line.credentials()).code, 2);
    QCOMPARE(forget(bySato()), 4); // neither who sent it nor an administrator
    QCOMPARE(forget(m_line.credentials()), 0);
    QVERIFY(!QFile::exists(sealed));
    QVERIFY(!listed(id).value(QStringLiteral("pending")).toBool());
    QCOMPARE(forget(m_line.credentials()), 2);
    // What is of more importance is told to one more, first.
    const Answer important = m_line.run(words("send missent --json") + QStringList{m_sent} + m_line.credentials());
    const QJsonObject first = important.json().at(0).toObject().value(QStringLiteral("calls"))[0].toObject();
    QCOMPARE(first.value(QStringLiteral("article")).toString(), QStringLiteral("第48条第3項"));
    QCOMPARE(first.value(QStringLiteral("persons")).toArray(), QJsonArray{QStringLiteral("佐藤")});
    QCOMPARE(m_line.run(words("ledger list --json --kind missent") + m_line.credentials()).json().size(), 3);
    QCOMPARE(m_line.run(words("ledger verify --json") + m_line.credentials()).json().size(), 0);
}

void TestSend::onlyDesignatedMethods()
{
    const QStringList order = words("--to contractor --channel mail --recipient suzuki@kameoka-system.co.jp --out");
    const auto packed = [&](const char *format, const char *out) {
        return pack(order + QStringList{m_line.path(QLatin1String(out)), QStringLiteral("--format"), QLatin1String(format), m_open});
    };
    const Answer before = packed("zip", "d1.zip");
    QCOMPARE(before.code, 0);
    QVERIFY2(before.err.contains("最高情報統括責任者") && before.err.contains("第49条第2項"), before.err);
    QCOMPARE(m_line.run(words("office methods age") + bySato()).code, 4);
    QCOMPARE(m_line.run(words("office methods age,html") + m_line.credentials()).code, 0);
    const Answer refused = packed("zip", "d2.zip");
    QCOMPARE(refused.code, 4);
    QVERIFY2(refused.err.contains("第49条第2項"), refused.err);
    QVERIFY(!QFile::exists(m_line.path(QStringLiteral("d2.zip"))));
    const Answer allowed = packed("html", "d3.html");
    QVERIFY2(allowed.code == 0, allowed.err);
    QVERIFY(!allowed.err.contains("第49条第2項"));
    QCOMPARE(m_line.run(words("office allow paper-decisions no") + m_line.credentials()).code, 0);
    QCOMPARE(packed("zip", "d4.zip").code, 4); // another switch leaves it as it is
    QCOMPARE(m_line.run(words("office methods none") + m_line.credentials()).code, 0);
    QCOMPARE(packed("zip", "d5.zip").code, 0);
    QCOMPARE(m_line.run(words("ledger verify --json") + m_line.credentials()).json().size(), 0);
}

void TestSend::refusesWhatIsNoOrder_data()
{
    QTest::addColumn<QStringList>("order");
    QTest::addColumn<int>("code");
    const QString out = m_line.path(QStringLiteral("never.zip"));
    const QString plain = m_line.make(QStringLiteral("無印.txt"), "3\n");
    m_pending = QDir(m_line.path(QStringLiteral("data/pending"))).entryList(QDir::Files).size();
    QTest::newRow("no such destination") << words("--to moon --channel mail --out") + QStringList{out, m_open} << 2;
    QTest::newRow("no such channel") << words("--to resident --channel pigeon --out") + QStringList{out, m_open} << 2;
    QTest::newRow("no such format") << words("--to resident --channel mail --format rar --out") + QStringList{out, m_open} << 2;
    QTest::newRow("no file") << words("--to resident --channel mail --out") + QStringList{out} << 2;
    QTest::newRow("without a label") << words("--to resident --channel mail --out") + QStringList{out, plain} << 1;
    QTest::newRow("not there") << words("--to resident --channel mail --out") + QStringList{out, m_line.file(QStringLiteral("x"))} << 1;
    QTest::newRow("a recipient of two lines") << words("--to resident --channel mail --out") + QStringList{out, QStringLiteral("--recipient"), QStringLiteral("a@b.jp\nc"), m_open} << 2;
    QTest::newRow("a recipient turned around") << words("--to resident --channel mail --out") + QStringList{out, QStringLiteral("--recipient"), QStringLiteral("\u202eb@a.jp"), m_open} << 2;
    QTest::newRow("a law that is not named") << words("--to government --channel lgwan-mail --given legal-basis,no-other-method --out")
                                                    + QStringList{out, m_top} << 2;
}

void TestSend::refusesWhatIsNoOrder()
{
    QFETCH(QStringList, order);
    QFETCH(int, code);
    const Answer answer = pack(order);
    QVERIFY2(answer.code == code, answer.err);
    QVERIFY(!answer.err.isEmpty());
    QVERIFY(!QFile::exists(m_line.path(QStringLiteral("never.zip"))));
    QCOMPARE(QDir(m_line.path(QStringLiteral("data/pending"))).entryList(QDir::Files).size(), m_pending);
}

QTEST_GUILESS_MAIN(TestSend)
#include "tst_send.moc"
