#include "base/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace shirushi;

class TestCanonicalJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sortsByUtf16CodeUnits();
    void escapesOnlyWhatMustBe();
    void refusesWhatIsNoObject();
    void refusesHalfACharacter();
};

// The example of RFC 8785 section 3.2.3, but for its number.
void TestCanonicalJson::sortsByUtf16CodeUnits()
{
    const QJsonObject object{
        {QStringLiteral("\u20ac"), QStringLiteral("Euro Sign")},
        {QStringLiteral("\r"), QStringLiteral("Carriage Return")},
        {QStringLiteral("\ufb33"), QStringLiteral("Hebrew Letter Dalet With Dagesh")},
        {QStringLiteral("1"), QStringLiteral("One")},
        {QStringLiteral("\U0001f600"), QStringLiteral("Emoji: Grinning Face")},
        {QStringLiteral("\u0080"), QStringLiteral("Control")},
        {QStringLiteral("\u00f6"), QStringLiteral("Latin Small Letter O With Diaeresis")},
    };
    QCOMPARE(base::canonicalJson(object),
             QByteArray("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        "\"\U0001f600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}"));
}

void TestCanonicalJson::escapesOnlyWhatMustBe()
{
    const QJsonArray values{QStringLiteral("\x01\n\"\\/日本"), 0, -12, 9007199254740991.0, true, QJsonValue::Null};
    QCOMPARE(base::canonicalJson(values),
             QByteArray("[\"\\u0001\\n\\\"\\\\/日本\",0,-12,9007199254740991,true,null]"));
}

void TestCanonicalJson::refusesWhatIsNoObject()
{
    QVERIFY(!base::parseJsonObject("[1]", QStringLiteral("x")));
    QVERIFY(!base::parseJsonObject("{\"a\":", QStringLiteral("x")));
    QVERIFY(base::parseJsonObject("{\"a\":1}", QStringLiteral("x")));
}

// RFC 8785 section 3.2.2.2: else a value and another one would have the same signed bytes.
void TestCanonicalJson::refusesHalfACharacter()
{
    QVERIFY(!base::parseJsonObject("{\"a\":\"\\ud800\"}", QStringLiteral("x")));
    QVERIFY(!base::parseJsonObject("{\"\\udc00\":1}", QStringLiteral("x")));
    QVERIFY(!base::parseJsonObject("{\"a\":[{\"b\":\"x\\udc00\\ud800\"}]}", QStringLiteral("x")));
    QVERIFY(base::parseJsonObject("{\"a\":\"\\ud842\\udfb7\"}", QStringLiteral("x")));
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
