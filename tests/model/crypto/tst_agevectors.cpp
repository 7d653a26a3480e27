// Every C2SP test vector for age (../shared/corpus/age) gives exactly what its header says, the content that comes
// out before a failure included. Vectors of recipient types that age's specification leaves to others
// (post-quantum ones) and unknown kinds are passed over, as the suite's README asks.
#include "model/crypto/agesamples.h"

#include "crypto/age/keytext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

#include <map>

using namespace shirushi;
using namespace shirushi::tests;

namespace {

QString folder()
{
    const QString given = qEnvironmentVariable("SHIRUSHI_CORPUS", QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus"));
    return given + QStringLiteral("/age");
}

struct Vector {
    std::multimap<QByteArray, QByteArray> fields;
    QByteArray file;

    QByteArray field(const char *name) const
    {
        const auto found = fields.find(name);
        return found == fields.end() ? QByteArray() : found->second;
    }
};

Vector readVector(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Vector vector;
    for (QByteArray line = file.readLine(); line != "\n" && !line.isEmpty(); line = file.readLine()) {
        const qsizetype colon = line.indexOf(": ");
        vector.fields.emplace(line.left(colon), line.mid(colon + 2).chopped(1));
    }
    vector.file = file.readAll();
    if (vector.field("compressed") == "zlib") {
        const QByteArray guess("\x00\x10\x00\x00", 4); // what Qt wants before the stream: a first size to try
        vector.file = qUncompress(guess + vector.file);
    }
    return vector;
}

QByteArray outcomeOf(const Decrypted &result)
{
    if (!result.failure)
        return "success";
    switch (*result.failure) {
    case age::Failure::Armor: return "armor failure";
    case age::Failure::Header: return "header failure";
    case age::Failure::NoMatch: return "no match";
    case age::Failure::Mac: return "HMAC failure";
    case age::Failure::Payload: return "payload failure";
    case age::Failure::Other: break;
    }
    return "other failure: " + result.message.toUtf8();
}

} // namespace

class TestAgeVectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesWhatTheVectorSays_data();
    void givesWhatTheVectorSays();
};

void TestAgeVectors::givesWhatTheVectorSays_data()
{
    QTest::addColumn<QString>("path");
    const QDir vectors(folder());
    const QStringList names = vectors.entryList(QDir::Files, QDir::Name);
    if (names.isEmpty())
        QSKIP("The vectors are not here.");
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << vectors.filePath(name);
}

void TestAgeVectors::givesWhatTheVectorSays()
{
    QFETCH(QString, path);
    const Vector vector = readVector(path);
    age::Identities identities;
    const auto [firstKey, lastKey] = vector.fields.equal_range("identity");
    for (auto field = firstKey; field != lastKey; ++field) {
        auto key = age::identityFromText(spanOf(field->second));
        if (!key)
            QSKIP("A key of another type.");
        identities.keys.push_back(std::move(*key));
    }
    const auto [firstPassword, lastPassword] = vector.fields.equal_range("passphrase");
    for (auto field = firstPassword; field != lastPassword; ++field)
        identities.passwords.push_back(secret(field->second));

    const bool isArmored = vector.field("armored") == "yes";
    const Decrypted result = decrypted(vector.file, identities, isArmored ? age::Expected::Armored : age::Expected::Either);
    QCOMPARE(outcomeOf(result), vector.field("expect"));
    if (!vector.field("payload").isEmpty())
        QCOMPARE(QCryptographicHash::hash(result.bytes, QCryptographicHash::Sha256).toHex(), vector.field("payload"));
    if (result.failure && *result.failure != age::Failure::Payload)
        QVERIFY(result.bytes.isEmpty());
    // What a person gets who has not said that it must be text: the same, or a failure all the same.
    if (isArmored)
        QCOMPARE(decrypted(vector.file, identities).failure.has_value(), result.failure.has_value());
}

QTEST_GUILESS_MAIN(TestAgeVectors)
#include "tst_agevectors.moc"
