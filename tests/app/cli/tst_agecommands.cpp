// shirushi-cli age encrypt | decrypt, run as a script would, in a place where nothing has been set up.
#include "app/cli/commandline.h"
#include "model/crypto/agesamples.h"

#include "crypto/age/keytext.h"

#include <QTest>

#include <csignal>

using namespace shirushi;
using namespace shirushi::tests;

class TestAgeCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void thereAndBack();
    void severalRecipientsAndOwnKey();
    void passwordFromAFile();
    void keysUnderAPassword();
    void throughStandardInputAndOutput();
    void replacesInOneStep();
    void aFailureLeavesNothing();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void interruptedItLeavesNothing();
    void needsNoDataFolder();

private:
    QString put(const QString &name, const QByteArray &content)
    {
        return m_line->make(name, content);
    }
    QByteArray get(const QString &name) const
    {
        QFile file(m_line->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    QStringList filesThere() const
    {
        return QDir(m_line->path(QStringLiteral("files"))).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    Answer age(const QStringList &words) const { return m_line->run(QStringList{QStringLiteral("age")} + words); }
    QString file(const char *name) const { return m_line->file(QString::fromLatin1(name)); }
    QString recipient() const { return QString::fromLatin1(tests::age::recipientText(somebody().publicKey)); }

    std::unique_ptr<CommandLine> m_line;
    QByteArray m_content = sampleBytes(200'000);
};

namespace {

const QString encrypt = QStringLiteral("encrypt");
const QString decrypt = QStringLiteral("decrypt");
const QString to = QStringLiteral("-r");
const QString with = QStringLiteral("-i");
const QString passwordFile = QStringLiteral("--passphrase-file");

QByteArray keyFileOf(const crypto::KeyPair &pair)
{
    const base::SecretBytes text = tests::age::identityText(pair.privateKey);
    return "# a key\n\n" + QByteArray(reinterpret_cast<const char *>(text.data()), static_cast<qsizetype>(text.size())) + "\n";
}

} // namespace

void TestAgeCommands::init()
{
    m_line = std::make_unique<CommandLine>();
    put(QStringLiteral("plain"), m_content);
    put(QStringLiteral("key"), keyFileOf(somebody()));
}

void TestAgeCommands::thereAndBack()
{
    for (const QStringList &form : {QStringList(), QStringList{QStringLiteral("-a")}, QStringList{QStringLiteral("--armor")}}) {
        const Answer sealed = age(QStringList{encrypt, to, recipient()} + form + QStringList{file("plain"), file("sealed")});
        QCOMPARE(sealed.code, 0);
        QVERIFY(sealed.out.isEmpty() && sealed.err.isEmpty());
        QCOMPARE(get(QStringLiteral("sealed")).startsWith("-----BEGIN AGE ENCRYPTED FILE-----\n"), !form.isEmpty());
        QCOMPARE(age({decrypt, with, file("key"), file("sealed"), file("back")}).code, 0);
        QVERIFY(get(QStringLiteral("back")) == m_content);
        // What was encrypted is for nobody else's eyes.
        QCOMPARE(QFile(file("back")).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
}

void TestAgeCommands::severalRecipientsAndOwnKey()
{
    const auto other = crypto::generateReceivingKey();
    const auto third = crypto::generateReceivingKey();
    put(QStringLiteral("otherkey"), keyFileOf(*other));
    put(QStringLiteral("thirdkey"), keyFileOf(*third));
    put(QStringLiteral("list"), "# colleagues\n" + tests::age::recipientText(third->publicKey) + "\r\n");
    QCOMPARE(age({encrypt, with, file("key"), QStringLiteral("--recipient=") + QString::fromLatin1(tests::age::recipientText(other->publicKey)),
                  QStringLiteral("-R"), file("list"), file("plain"), file("sealed")}).code, 0);
    for (const char *key : {"key", "otherkey", "thirdkey"}) {
        QCOMPARE(age({decrypt, with, file(key), file("sealed"), file("back")}).code, 0);
        QVERIFY(get(QStringLiteral("back")) == m_content);
    }
    QCOMPARE(age({encrypt, to, QString::fromLatin1(tests::age::recipientText(other->publicKey)), file("plain"), file("sealed")}).code, 0);
    QCOMPARE(age({decrypt, with, file("key"), file("sealed"), file("none")}).code, 1);
    QCOMPARE(age({decrypt, with, file("key"), with, file("otherkey"), file("sealed"), file("both")}).code, 0);
}

void TestAgeCommands::passwordFromAFile()
{
    put(QStringLiteral("pass"), "朝日のア\n");
    put(QStringLiteral("windows"), "朝日のア\r\n");
    put(QStringLiteral("twolines"), "朝日のア\n\n");
    put(QStringLiteral("empty"), "\n");
    QCOMPARE(age({encrypt, passwordFile, file("pass"), file("plain"), file("sealed")}).code, 0);
    QCOMPARE(age({decrypt, passwordFile, file("windows"), file("sealed"), file("back")}).code, 0);
    QVERIFY(get(QStringLiteral("back")) == m_content);
    QVERIFY(decrypted(get(QStringLiteral("sealed")), withPassword("朝日のア")).isGood(m_content));
    QCOMPARE(age({decrypt, passwordFile, file("twolines"), file("sealed"), file("none")}).code, 1);
    QCOMPARE(age({decrypt, with, file("key"), file("sealed"), file("none")}).code, 1);
    QCOMPARE(age({encrypt, passwordFile, file("empty"), file("plain"), file("none")}).code, 1);
    QVERIFY(!QFile::exists(file("none")));
}

void TestAgeCommands::keysUnderAPassword()
{
    put(QStringLiteral("pass"), "朝日のア\n");
    put(QStringLiteral("sealed"), encrypted(m_content, forKeys({somebody().publicKey})));
    for (const tests::age::Form form : {tests::age::Form::Binary, tests::age::Form::Armored}) {
        put(QStringLiteral("sealedkey"), encrypted(keyFileOf(somebody()), forPassword("朝日のア"), form));
        QCOMPARE(age({decrypt, with, file("sealedkey"), passwordFile, file("pass"), file("sealed"), file("back")}).code, 0);
        QVERIFY(get(QStringLiteral("back")) == m_content);
        QCOMPARE(age({decrypt, with, file("sealedkey"), file("sealed"), file("none")}).code, 1);
        QVERIFY(!QFile::exists(file("none")));
    }
}

void TestAgeCommands::throughStandardInputAndOutput()
{
    const QString dash = QStringLiteral("-");
    QProcess sealing;
    sealing.setProcessEnvironment(m_line->environment());
    m_line->start(sealing, {QStringLiteral("age"), encrypt, to, recipient(), dash, dash});
    sealing.write(m_content);
    sealing.closeWriteChannel();
    QVERIFY(sealing.waitForFinished(60000));
    QCOMPARE(sealing.exitCode(), 0);
    put(QStringLiteral("sealed"), sealing.readAllStandardOutput());
    const Answer back = age({decrypt, with, file("key"), file("sealed"), dash});
    QCOMPARE(back.code, 0);
    QVERIFY(back.out == m_content);
    QProcess keyed;
    m_line->start(keyed, {QStringLiteral("age"), decrypt, with, dash, file("sealed"), file("back")});
    keyed.write(keyFileOf(somebody()));
    keyed.closeWriteChannel();
    QVERIFY(keyed.waitForFinished(60000));
    QCOMPARE(keyed.exitCode(), 0);
    QVERIFY(get(QStringLiteral("back")) == m_content);
    QCOMPARE(age({decrypt, with, file("key"), file("sealed"), QStringLiteral("/dev/null")}).code, 0);
}

void TestAgeCommands::replacesInOneStep()
{
    put(QStringLiteral("out"), "old");
    QVERIFY(QFile::setPermissions(file("out"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(QFile::link(file("out"), file("link")));
    QCOMPARE(age({encrypt, to, recipient(), file("plain"), file("link")}).code, 0);
    QVERIFY(QFileInfo(file("link")).isSymLink());
    QVERIFY(decrypted(get(QStringLiteral("out")), withKey(somebody().privateKey)).isGood(m_content));
    QVERIFY((QFile(file("out")).permissions() & QFile::ReadGroup) != 0);
    QCOMPARE(filesThere().filter(QStringLiteral("shirushi")), QStringList());
}

void TestAgeCommands::aFailureLeavesNothing()
{
    const QByteArray sealed = encrypted(m_content, forKeys({somebody().publicKey}));
    QByteArray changed = sealed;
    changed[sealed.size() - 5] = static_cast<char>(changed[sealed.size() - 5] ^ 1); // the last of four chunks
    put(QStringLiteral("cut"), sealed.chopped(1));
    put(QStringLiteral("changed"), changed);
    put(QStringLiteral("longer"), sealed + "x");
    put(QStringLiteral("other"), "no such format");
    put(QStringLiteral("kept"), "old");
    put(QStringLiteral("nokey"), "no key\n");
    const QStringList before = filesThere();
    QList<QByteArray> sentences;
    for (const char *name : {"cut", "changed", "longer", "other", "absent"}) {
        for (const char *out : {"none", "kept"}) {
            const Answer answer = age({decrypt, with, file("key"), file(name), file(out)});
            QCOMPARE(answer.code, 1);
            QVERIFY(answer.out.isEmpty());
            QCOMPARE(answer.err.count('\n'), 1);
            sentences += answer.err.mid(answer.err.indexOf(": "));
        }
    }
    QCOMPARE(sentences[0], sentences[2]); // what was done to it is not told
    QCOMPARE(age({decrypt, with, file("nokey"), file("changed"), file("none")}).code, 1);
    QCOMPARE(age({encrypt, to, recipient(), file("absent"), file("none")}).code, 1);
    QCOMPARE(age({encrypt, to, recipient(), m_line->path(QStringLiteral("files")), file("none")}).code, 1);
    QCOMPARE(age({encrypt, to, recipient(), file("plain"), m_line->path(QStringLiteral("files"))}).code, 1);
    QCOMPARE(age({encrypt, to, recipient(), file("plain"), file("nofolder/out")}).code, 1);
    QCOMPARE(filesThere(), before);
    QCOMPARE(get(QStringLiteral("kept")), QByteArray("old"));
    // Through a pipe the genuine beginning is out already; the exit code says that it is not all.
    const Answer piped = age({decrypt, with, file("key"), file("changed"), QStringLiteral("-")});
    QCOMPARE(piped.code, 1);
    QVERIFY(m_content.startsWith(piped.out) && piped.out.size() < m_content.size());
}

void TestAgeCommands::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    };
    row("nothing", "encrypt");
    row("no recipient", "encrypt plain out");
    row("no key", "decrypt plain out");
    row("one file", "decrypt -i key plain");
    row("three files", "decrypt -i key plain out more");
    row("unknown option", "encrypt --fast -r age1 plain out");
    row("missing value", "decrypt plain out -i");
    row("not a recipient", "encrypt -r age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwx plain out");
    row("a password and a key", "encrypt --passphrase-file key -i key plain out");
    row("two passwords", "decrypt --passphrase-file key --passphrase-file key plain out");
    row("a recipient for decrypting", "decrypt -r age1 plain out");
    row("armor for decrypting", "decrypt -a -i key plain out");
    row("standard input twice", "decrypt -i - - out");
    row("onto itself", "encrypt -i key plain plain");
    row("no such command", "turn plain out");
}

void TestAgeCommands::wrongUsageIsTwo()
{
    QFETCH(QStringList, words);
    for (QString &word : words) {
        if (word == u"plain" || word == u"key" || word == u"out" || word == u"more")
            word = m_line->file(word);
    }
    const QStringList before = filesThere();
    const Answer answer = age(words);
    QCOMPARE(answer.code, 2);
    QVERIFY(!answer.err.isEmpty());
    QCOMPARE(filesThere(), before);
    QVERIFY(get(QStringLiteral("plain")) == m_content);
}

// Ctrl+C while it waits for more input: no OUT, and no temporary file.
void TestAgeCommands::interruptedItLeavesNothing()
{
    const QStringList before = filesThere();
    QProcess process;
    m_line->start(process, {QStringLiteral("age"), encrypt, to, recipient(), QStringLiteral("-"), file("out")});
    QVERIFY(process.waitForStarted());
    process.write(QByteArray(3 << 20, 'x'));
    QTRY_VERIFY_WITH_TIMEOUT(filesThere().size() > before.size(), 20000); // the temporary file
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(filesThere(), before);
}

void TestAgeCommands::needsNoDataFolder()
{
    QCOMPARE(age({encrypt, to, recipient(), file("plain"), file("sealed")}).code, 0);
    QVERIFY(!QFile::exists(m_line->path(QStringLiteral("data"))));
}

QTEST_GUILESS_MAIN(TestAgeCommands)
#include "tst_agecommands.moc"
