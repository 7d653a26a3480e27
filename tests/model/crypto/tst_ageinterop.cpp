// Both directions with Debian's age: what one encrypts, the other opens.
#include "crypto/age/keytext.h"
#include "model/crypto/agesamples.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;

class TestAgeInterop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ageOpensOurs_data() { sizes(); }
    void ageOpensOurs();
    void weOpenAges_data() { sizes(); }
    void weOpenAges();
    void severalRecipients();
    void passwords();
    void ageRefusesWhatWeRefuse();

private:
    static void sizes();
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    bool put(const char *name, const QByteArray &content) const;
    QByteArray get(const char *name) const;
    int age(const QStringList &arguments) const { return run(QStringLiteral("age"), arguments); }
    int run(const QString &program, const QStringList &arguments) const;
    bool typesPassword(const QStringList &arguments) const;
    QString newKey(const char *name) const;

    QTemporaryDir m_folder;
    QByteArray m_recipient;
    base::SecretBytes m_key;
};

namespace {

constexpr qsizetype chunk = age::chunkSize;

// age asks on the terminal alone: one is made for it, and every question answered.
constexpr char typist[] = R"(
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
said = b""
try:
    while True:
        piece = os.read(terminal, 1000)
        if not piece:
            break
        said += piece
        if said.rstrip().endswith(b":"):
            os.write(terminal, sys.argv[1].encode() + b"\n")
            said = b""
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
)";

} // namespace

void TestAgeInterop::initTestCase()
{
    for (const char *program : {"age", "age-keygen", "python3"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            QSKIP("age is not installed.");
    }
    m_recipient = newKey("key").toLatin1();
    const QByteArray keyFile = get("key");
    auto keys = age::identitiesFromFile(spanOf(keyFile), QStringLiteral("key"));
    QVERIFY(keys && keys->size() == 1);
    m_key = std::move(keys->front());
    QCOMPARE(age::recipientText(*crypto::receivingPublicKey(m_key)), m_recipient);
}

// The public key of a new key file that age-keygen writes.
QString TestAgeInterop::newKey(const char *name) const
{
    if (run(QStringLiteral("age-keygen"), {QStringLiteral("-o"), path(name)}) != 0)
        return {};
    const QByteArray text = get(name);
    const qsizetype at = text.indexOf("age1");
    return QString::fromLatin1(text.mid(at, text.indexOf('\n', at) - at));
}

void TestAgeInterop::sizes()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {qsizetype(0), qsizetype(1), chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, 2 * chunk + 1,
                                 8 * chunk - 1, 8 * chunk, 8 * chunk + 1, 50 * chunk + 777})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

bool TestAgeInterop::put(const char *name, const QByteArray &content) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray TestAgeInterop::get(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

int TestAgeInterop::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60000) ? process.exitCode() : -1;
}

bool TestAgeInterop::typesPassword(const QStringList &arguments) const
{
    const QStringList words{QStringLiteral("-c"), QString::fromLatin1(typist), QStringLiteral("朝日のア-日本"), QStringLiteral("age")};
    return run(QStringLiteral("python3"), words + arguments) == 0;
}

void TestAgeInterop::ageOpensOurs()
{
    QFETCH(qsizetype, size);
    const QByteArray bytes = sampleBytes(size);
    for (const age::Form form : {age::Form::Binary, age::Form::Armored}) {
        QVERIFY(put("ours", encrypted(bytes, forKeys({*age::recipientFromText(m_recipient)}), form)));
        QVERIFY(put("back", {})); // for nothing at all age writes no file
        QCOMPARE(age({QStringLiteral("-d"), QStringLiteral("-i"), path("key"), QStringLiteral("-o"), path("back"), path("ours")}), 0);
        QVERIFY(get("back") == bytes);
    }
}

void TestAgeInterop::weOpenAges()
{
    QFETCH(qsizetype, size);
    const QByteArray bytes = sampleBytes(size);
    QVERIFY(put("plain", bytes));
    for (const QStringList &form : {QStringList(), QStringList{QStringLiteral("-a")}}) {
        QCOMPARE(age(form + QStringList{QStringLiteral("-r"), QString::fromLatin1(m_recipient), QStringLiteral("-o"), path("theirs"), path("plain")}), 0);
        QVERIFY(decrypted(get("theirs"), withKey(m_key)).isGood(bytes));
        QCOMPARE(get("theirs").startsWith("-----BEGIN"), !form.isEmpty());
    }
}

void TestAgeInterop::severalRecipients()
{
    const QByteArray bytes = sampleBytes(100000);
    const QByteArray other = newKey("other").toLatin1();
    const auto ours = forKeys({somebody().publicKey, *age::recipientFromText(other), *age::recipientFromText(m_recipient)});
    QVERIFY(put("ours", encrypted(bytes, ours)));
    for (const char *key : {"key", "other"}) {
        QCOMPARE(age({QStringLiteral("-d"), QStringLiteral("-i"), path(key), QStringLiteral("-o"), path("back"), path("ours")}), 0);
        QVERIFY(get("back") == bytes);
    }
    QVERIFY(put("plain", bytes));
    QCOMPARE(age({QStringLiteral("-r"), QString::fromLatin1(other), QStringLiteral("-r"),
                  QString::fromLatin1(age::recipientText(somebody().publicKey)), QStringLiteral("-r"), QString::fromLatin1(m_recipient),
                  QStringLiteral("-o"), path("theirs"), path("plain")}), 0);
    QVERIFY(decrypted(get("theirs"), withKey(somebody().privateKey)).isGood(bytes));
    QVERIFY(decrypted(get("theirs"), withKey(m_key)).isGood(bytes));
}

void TestAgeInterop::passwords()
{
    const QByteArray bytes = sampleBytes(1000);
    QVERIFY(put("ours", encrypted(bytes, forPassword("朝日のア-日本", age::usualWorkFactor))));
    QVERIFY(typesPassword({QStringLiteral("-d"), QStringLiteral("-o"), path("back"), path("ours")}));
    QVERIFY(get("back") == bytes);
    QVERIFY(put("plain", bytes));
    QVERIFY(typesPassword({QStringLiteral("-p"), QStringLiteral("-o"), path("theirs"), path("plain")}));
    QVERIFY(decrypted(get("theirs"), withPassword("朝日のア-日本")).isGood(bytes));
    QVERIFY(decrypted(get("theirs"), withPassword("朝日のア-日木")).failure == age::Failure::NoMatch);
}

// A changed byte anywhere in a small file: neither program gives anything out.
void TestAgeInterop::ageRefusesWhatWeRefuse()
{
    const QByteArray file = encrypted("content", forKeys({*age::recipientFromText(m_recipient)}));
    for (qsizetype at = 0; at < file.size(); at += 7) {
        QByteArray changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        QVERIFY(put("changed", changed));
        QVERIFY(age({QStringLiteral("-d"), QStringLiteral("-i"), path("key"), path("changed")}) != 0);
        QVERIFY(decrypted(changed, withKey(m_key)).failure.has_value());
    }
}

QTEST_GUILESS_MAIN(TestAgeInterop)
#include "tst_ageinterop.moc"
