// Items of a vault opened by shirushi-cli, in programs that write as real ones do, and in LibreOffice itself.
#include "app/cli/commandline.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using shirushi::tests::Answer;
using shirushi::tests::contentOf;
using shirushi::tests::words;

class TestVaultOpen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aProgramWritesAndCloses();
    void interrupted();
    void lockedFromElsewhere();
    void theSecondReads();
    void leftBehindIsRescued();
    void discarded();
    void programsThatAreNotThere();
    void wrongWords_data();
    void wrongWords();
    void libreOfficeEditsIt();

private:
    Answer run(const QStringList &words) const { return m_line.run(words + m_line.credentials()); }
    QString put(const QString &name, const QByteArray &content) const
    {
        const Answer stored = run(words("vault put --json") + QStringList{m_vault, m_line.make(name, content)});
        return stored.code == 0 ? stored.json().at(0).toObject().value(QStringLiteral("id")).toString() : QString::fromUtf8(stored.err);
    }
    QByteArray itemNow(const QString &id) const
    {
        const QString out = m_line.path(QStringLiteral("out"));
        QFile::remove(out);
        const Answer got = run(words("vault get") + QStringList{m_vault, id, QStringLiteral("--out"), out});
        return got.code == 0 ? contentOf(out) : got.err;
    }
    QString program(const QString &name, const QByteArray &script) const
    {
        const QString path = m_line.make(name, "#!/bin/sh\n" + script);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    // Where the document lies, once it is open; empty where it did not open.
    QString startOpening(QProcess &process, const QString &id, const QStringList &more = {}) const
    {
        m_line.start(process, words("vault open") + QStringList{m_vault, id} + m_line.credentials()
                                  + (more.isEmpty() ? QStringList{QStringLiteral("--with"), QStringLiteral("true")} : more));
        QByteArray said;
        QElapsedTimer timer;
        timer.start();
        while (!said.contains('\n') && process.state() != QProcess::NotRunning && timer.elapsed() < 60'000) {
            process.waitForReadyRead(100);
            said += process.readAllStandardOutput();
        }
        const QByteArray first = said.left(said.indexOf('\n'));
        return first.startsWith("Open: ") ? QString::fromUtf8(first.mid(6)) : QString();
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    bool holds(const QString &folder, const QByteArray &marker) const
    {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
                return true;
        }
        return false;
    }
    qsizetype count(const char *kind) const
    {
        return run(words("ledger list --json --kind") + QStringList{QLatin1String(kind)}).json().size();
    }

    shirushi::tests::CommandLine m_line;
    QString m_vault;
};

void TestVaultOpen::initTestCase()
{
    m_line.environment().insert(QStringLiteral("LC_ALL"), QStringLiteral("en_US.UTF-8"));
    QCOMPARE(m_line.init().code, 0);
    m_vault = m_line.path(QStringLiteral("vault"));
    QCOMPARE(run(words("vault create") + QStringList{m_vault}).code, 0);
}

void TestVaultOpen::aProgramWritesAndCloses()
{
    const QString id = put(QStringLiteral("名簿.txt"), "1");
    const QString editor = program(QStringLiteral("editor"), "lock=\"${1%/*}/.~lock.${1##*/}#\"; touch \"$lock\"; sleep 1\n"
                                                             "printf 2 > \"$1\"; sleep 1; printf 3 > \"$1.new\"; mv \"$1.new\" \"$1\"; sleep 1; rm \"$lock\"\n");
    const Answer answer = run(words("vault open --json --with") + QStringList{editor, m_vault, id});
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonObject closed = answer.json().at(0).toObject();
    QCOMPARE(closed.value(QStringLiteral("id")).toString(), id);
    QCOMPARE(closed.value(QStringLiteral("closed")).toBool(), true);
    QVERIFY(closed.value(QStringLiteral("saves")).toInt() >= 1);
    QCOMPARE(itemNow(id), QByteArray("3"));
    QCOMPARE(count("vault-opened"), 1);
    QCOMPARE(count("vault-closed"), 1);
}

void TestVaultOpen::interrupted()
{
    const QString id = put(QStringLiteral("a.txt"), "1");
    QProcess process;
    const QString document = startOpening(process, id);
    QVERIFY2(!document.isEmpty(), process.readAllStandardError());
    QCOMPARE(contentOf(document), QByteArray("1"));
    write(document, "MARKER-77ab");
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFileInfo::exists(QFileInfo(document).path() + QStringLiteral("/..")));
    QVERIFY(!QFile::exists(document));
    QCOMPARE(itemNow(id), QByteArray("MARKER-77ab"));
    QFile::remove(m_line.path(QStringLiteral("out")));
    QVERIFY(!holds(m_line.path(QString()), "MARKER-77ab")); // data folder, vault, everything of the test
}

void TestVaultOpen::lockedFromElsewhere()
{
    const QString id = put(QStringLiteral("b.txt"), "1");
    QProcess process;
    const QString document = startOpening(process, id);
    QVERIFY(!document.isEmpty());
    write(document, "2");
    const Answer locked = run(words("vault lock --json"));
    QVERIFY2(locked.code == 0, locked.err);
    QCOMPARE(locked.json().at(0).toObject().value(QStringLiteral("stillOpen")).toInt(-1), 0);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFile::exists(document));
    QCOMPARE(itemNow(id), QByteArray("2"));
    QCOMPARE(run(words("vault lock")).code, 0); // nothing is open
}

void TestVaultOpen::theSecondReads()
{
    const QString id = put(QStringLiteral("c.txt"), "1");
    QProcess process;
    QVERIFY(!startOpening(process, id).isEmpty());
    const Answer second = run(words("vault open --with true") + QStringList{m_vault, id});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.err.contains("山田 太郎"), second.err);
    QProcess reading;
    const QString document = startOpening(reading, id, words("--read-only --with true"));
    QVERIFY(!document.isEmpty());
    QCOMPARE(QFile::permissions(document) & (QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    ::kill(static_cast<pid_t>(reading.processId()), SIGTERM);
    ::kill(static_cast<pid_t>(process.processId()), SIGHUP); // the session ends
    QVERIFY(reading.waitForFinished(60'000));
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(reading.exitCode(), 0);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFile::exists(document));
}

void TestVaultOpen::leftBehindIsRescued()
{
    const QString id = put(QStringLiteral("d.txt"), "1");
    QProcess process;
    const QString document = startOpening(process, id);
    QVERIFY(!document.isEmpty());
    write(document, "unsaved");
    process.kill();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(contentOf(document), QByteArray("unsaved"));
    const Answer next = run(words("vault list") + QStringList{m_vault});
    QCOMPARE(next.code, 0);
    QVERIFY2(next.err.contains("vault rescue list"), next.err); // reported, once
    QVERIFY(!run(words("vault list") + QStringList{m_vault}).err.contains("vault rescue list"));
    QVERIFY(!QFile::exists(document));
    const QJsonArray rescues = run(words("vault rescue list --json")).json();
    QCOMPARE(rescues.size(), 1);
    QCOMPARE(rescues.at(0).toObject().value(QStringLiteral("item")).toString(), id);
    const Answer saved = run(words("vault rescue save") + QStringList{m_vault, rescues.at(0).toObject().value(QStringLiteral("id")).toString().left(8)});
    QVERIFY2(saved.code == 0, saved.err);
    QCOMPARE(itemNow(id), QByteArray("unsaved"));
    QVERIFY(run(words("vault rescue list --json")).json().isEmpty());
}

void TestVaultOpen::discarded()
{
    const QString id = put(QStringLiteral("e.txt"), "1");
    QProcess process;
    const QString document = startOpening(process, id);
    write(document, "unsaved");
    process.kill();
    QVERIFY(process.waitForFinished(60'000));
    const QJsonArray rescues = run(words("vault rescue list --json")).json();
    QCOMPARE(rescues.size(), 1);
    QCOMPARE(run(words("vault rescue discard") + QStringList{rescues.at(0).toObject().value(QStringLiteral("id")).toString()}).code, 0);
    QVERIFY(run(words("vault rescue list --json")).json().isEmpty());
    QCOMPARE(itemNow(id), QByteArray("1"));
    QCOMPARE(count("vault-discarded"), 1);
}

void TestVaultOpen::programsThatAreNotThere()
{
    const QString id = put(QStringLiteral("f.txt"), "1");
    const Answer answer = run(words("vault open --with /nowhere/editor") + QStringList{m_vault, id});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.err.contains("/nowhere/editor"));
    QCOMPARE(QDir(m_line.path(QStringLiteral("data/openings"))).entryList({QStringLiteral("*.json")}, QDir::Files), QStringList());
    QCOMPARE(count("vault-opened"), count("vault-closed"));
}

void TestVaultOpen::wrongWords_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("code");
    QTest::newRow("no item") << words("vault open vault") << 2;
    QTest::newRow("unknown item") << words("vault open vault 00000000") << 1;
    QTest::newRow("unknown vault") << words("vault open nothing 00000000") << 1;
    QTest::newRow("too much") << words("vault lock vault") << 2;
    QTest::newRow("rescue what") << words("vault rescue") << 2;
    QTest::newRow("rescue save what") << words("vault rescue save vault") << 2;
    QTest::newRow("no such rescue") << words("vault rescue discard 00000000") << 1;
    QTest::newRow("no such rescue to save") << words("vault rescue save vault 00000000") << 1;
}

void TestVaultOpen::wrongWords()
{
    QFETCH(QStringList, command);
    QFETCH(int, code);
    QCOMPARE(run(command).code, code);
}

// It opens the document with its lock file, waits, changes it, saves it and closes it.
void TestVaultOpen::libreOfficeEditsIt()
{
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (office.isEmpty())
        QSKIP("no LibreOffice");
    const QString profile = m_line.path(QStringLiteral("profile"));
    const QString temporary = m_line.path(QStringLiteral("tmp"));
    QVERIFY(QDir().mkpath(temporary));
    const QStringList options{QStringLiteral("--headless"), QStringLiteral("--norestore"), QStringLiteral("--nologo"),
                              QStringLiteral("-env:UserInstallation=file://") + profile};
    QProcess first; // makes the profile
    first.start(office, options + words("--terminate_after_init"));
    QVERIFY(first.waitForFinished(90'000));
    QVERIFY(QDir().mkpath(profile + QStringLiteral("/user/basic/Standard")));
    const QByteArray head("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(profile + QStringLiteral("/user/basic/Standard/script.xlb"),
          head + "<!DOCTYPE library:library PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"library.dtd\">\n"
                 "<library:library xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\" library:readonly=\"false\" "
                 "library:passwordprotected=\"false\"><library:element library:name=\"Clerk\"/></library:library>\n");
    write(profile + QStringLiteral("/user/basic/Standard/Clerk.xba"),
          head + "<!DOCTYPE script:module PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"module.dtd\">\n"
                 "<script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Clerk\" script:language=\"StarBasic\">\n"
                 "Sub Edit\n"
                 "  Dim none()\n"
                 "  document = StarDesktop.loadComponentFromURL(ConvertToURL(Environ(&quot;DOCUMENT&quot;)), &quot;_blank&quot;, 0, none())\n"
                 "  Wait 2000\n"
                 "  document.Text.insertString(document.Text.getEnd(), &quot;MARKER-BY-LIBREOFFICE&quot;, False)\n"
                 "  document.store()\n"
                 "  Wait 4000\n"
                 "  document.Text.insertString(document.Text.getEnd(), &quot;-TWICE&quot;, False)\n"
                 "  document.store()\n"
                 "  document.close(True)\n"
                 "  StarDesktop.terminate()\n"
                 "End Sub\n</script:module>\n");
    const QByteArray text(head
                          + "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                            "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\" "
                            "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text><text:p>名簿</text:p>"
                            "</office:text></office:body></office:document>\n");
    const QString id = put(QStringLiteral("名簿.fodt"), text);
    QVERIFY2(id.size() == 36, qPrintable(id));
    // With a locale that is there, for a name that is not ASCII.
    const QString clerk = program(QStringLiteral("clerk"),
                                  "cd /\nLC_ALL=C.UTF-8 DOCUMENT=\"$1\" TMPDIR='" + temporary.toUtf8() + "' timeout -k 5 90 '" + office.toUtf8() + "' '"
                                      + options.join(QStringLiteral("' '")).toUtf8() + "' 'macro:///Standard.Clerk.Edit'\ntouch '"
                                      + m_line.path(QStringLiteral("ended")).toUtf8() + "'\n");
    QProcess process;
    const QString document = startOpening(process, id, {QStringLiteral("--with"), clerk});
    QVERIFY2(!document.isEmpty(), process.readAllStandardError());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_line.path(QStringLiteral("ended"))), 150'000);
    const bool isClosed = process.waitForFinished(30'000);
    if (!isClosed) { // so that nothing is left running
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        process.waitForFinished(30'000);
    }
    const QByteArray said = process.readAllStandardOutput();
    QVERIFY2(isClosed, said);
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    QVERIFY(!QFile::exists(QFileInfo(document).path()));
    const QByteArray now = itemNow(id);
    QVERIFY2(now.contains("MARKER-BY-LIBREOFFICE-TWICE"), now.left(2000));
    const QJsonArray listed = run(words("vault list --json") + QStringList{m_vault}).json();
    for (const QJsonValue &item : listed) {
        if (item.toObject().value(QStringLiteral("id")).toString() == id)
            QVERIFY(item.toObject().value(QStringLiteral("versions")).toArray().size() >= 2); // each save, while it was open
    }
    QFile::remove(m_line.path(QStringLiteral("out")));
    QVERIFY(!holds(m_line.path(QStringLiteral("data")), "MARKER-BY-LIBREOFFICE"));
    QVERIFY(!holds(temporary, "MARKER-BY-LIBREOFFICE"));
    QVERIFY(!holds(m_vault, "MARKER-BY-LIBREOFFICE"));
    QVERIFY(run(words("vault rescue list --json")).json().isEmpty());
}

QTEST_GUILESS_MAIN(TestVaultOpen)
#include "tst_vaultopen.moc"
