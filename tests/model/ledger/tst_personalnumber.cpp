// 個人番号: found where they are, and nothing else taken for one.
#include "crypto/seal.h"
#include "ledger/ledger.h"
#include "ledger/personalnumber.h"
#include "model/onepersonledger.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

class TestPersonalNumber : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checkDigit();
    void places_data();
    void places();
    void context_data();
    void context();
    void drafts_data();
    void drafts();
    void noneEntersTheLedger();
};

namespace {

// The definition once more, counted from the other end.
QString numberFrom(const QString &eleven)
{
    static constexpr int weights[] = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (int i = 0; i < 11; ++i)
        sum += weights[i] * eleven.at(i).digitValue();
    const int rest = sum % 11;
    return eleven + QString::number(rest <= 1 ? 0 : 11 - rest);
}

} // namespace

void TestPersonalNumber::checkDigit()
{
    QVERIFY(ledger::isPersonalNumber(u"123456789018")); // the published example of the forms
    QVERIFY(!ledger::isPersonalNumber(u"123456789012"));
    QVERIFY(!ledger::isPersonalNumber(u"12345678901"));
    QVERIFY(!ledger::isPersonalNumber(u"12345678901a"));
    QVERIFY(!ledger::isPersonalNumber(u""));
    for (const char *eleven : {"00000000000", "99999999999", "20260401123", "08012345678", "31415926535"}) {
        const QString number = numberFrom(QString::fromLatin1(eleven));
        for (char16_t last = u'0'; last <= u'9'; ++last)
            QCOMPARE(ledger::isPersonalNumber(QString(number.first(11) + last)), number.back() == last);
    }
}

void TestPersonalNumber::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const char16_t *text, const char16_t *masked = nullptr) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(masked ? masked : text);
    };
    row("in a row", u"123456789018", u"●●●●●●●●●●●●");
    row("in a sentence", u"番号は123456789018です", u"番号は●●●●●●●●●●●●です");
    row("full width", u"１２３４５６７８９０１８", u"●●●●●●●●●●●●");
    row("mixed width", u"１２３456789０１８", u"●●●●●●●●●●●●");
    row("groups with spaces", u"1234 5678 9018", u"●●●● ●●●● ●●●●");
    row("groups with hyphens", u"1234-5678-9018", u"●●●●-●●●●-●●●●");
    row("groups with full-width hyphens", u"１２３４－５６７８－９０１８", u"●●●●－●●●●－●●●●");
    row("two of them", u"123456789018 123456789018", u"●●●●●●●●●●●● ●●●●●●●●●●●●");
    row("in a path", u"/home/123456789018.pdf", u"/home/●●●●●●●●●●●●.pdf");
    row("beside an underscore", u"名簿_123456789018_控", u"名簿_●●●●●●●●●●●●_控");
    row("wrong check digit", u"123456789012");
    row("corporate number", u"7000012050002");
    row("corporate number of which twelve digits would do", u"7123456789018");
    row("thirteen, the last one more", u"1234567890187");
    row("mobile phone", u"080-1234-5678");
    row("phone", u"03-3581-0101");
    row("card of sixteen digits", u"1234-5678-9018-1111");
    row("card in which it comes last", u"1111-1234-5678-9018");
    row("other groups", u"123-456-789-018");
    row("two groups", u"123456-789018");
    row("date", u"2026-04-01");
    row("date and time", u"2026-04-01 12:30:45");
    row("hexadecimal", u"a123456789018b");
    row("letters beside it", u"No123456789018x");
    row("eleven digits", u"12345678901");
    row("nothing", u"");
}

void TestPersonalNumber::places()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QCOMPARE(ledger::withoutPersonalNumbers(text), masked);
    QCOMPARE(ledger::personalNumberPlaces(text).empty(), text == masked);
}

void TestPersonalNumber::context_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char16_t *text, bool expected) {
        QTest::addRow("%s", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text) << expected;
    };
    row(u"個人番号の控え", true);
    row(u"マイナンバー", true);
    row(u"ﾏｲﾅﾝﾊﾞｰ", true);
    row(u"マイナンバカード", true);
    row(u"MyNumber", true);
    row(u"ＭＹ　ＮＵＭＢＥＲ", true);
    row(u"特定個人情報ファイル", true);
    row(u"法人番号", false);
    row(u"個人情報", false);
    row(u"電話番号", false);
    row(u"", false);
}

void TestPersonalNumber::context()
{
    QFETCH(QString, text);
    QTEST(ledger::speaksOfPersonalNumbers(text), "expected");
}

void TestPersonalNumber::drafts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QJsonObject>("details");
    QTest::addColumn<QString>("outcome"); // refused, kept, or the file as it is recorded
    const QString number = QStringLiteral("123456789018");
    const QString word = QStringLiteral("マイナンバー");
    const QString kept = QStringLiteral("kept");
    const QString refused = QStringLiteral("refused");
    QTest::newRow("nothing") << QStringLiteral("/a") << QStringLiteral("b") << QJsonObject() << kept;
    QTest::newRow("number alone in the reason") << QString() << QStringLiteral("受付%1").arg(number) << QJsonObject() << kept;
    QTest::newRow("word alone") << QString() << word << QJsonObject() << kept;
    QTest::newRow("both in the reason") << QString() << word + number << QJsonObject() << refused;
    QTest::newRow("the word in the name") << QStringLiteral("/%1.pdf").arg(word) << number << QJsonObject() << refused;
    QTest::newRow("in the details") << QString() << word << QJsonObject{{QStringLiteral("comment"), number}} << refused;
    QTest::newRow("deep in the details") << QString() << QString()
                                         << QJsonObject{{QStringLiteral("request"), QJsonObject{{QStringLiteral("files"), QJsonArray{QJsonObject{{QStringLiteral("name"), QString(word + number)}}}}}}}
                                         << refused;
    QTest::newRow("number alone in the name") << QStringLiteral("/%1.pdf").arg(number) << QString() << QJsonObject() << kept;
    QTest::newRow("both in the name") << QStringLiteral("/%1/%2.pdf").arg(word, number) << QString() << QJsonObject()
                                      << QStringLiteral("/%1/●●●●●●●●●●●●.pdf").arg(word);
    QTest::newRow("the word in the reason, the number in the name") << QStringLiteral("/%1.pdf").arg(number) << word << QJsonObject()
                                                                    << QStringLiteral("/●●●●●●●●●●●●.pdf");
}

void TestPersonalNumber::drafts()
{
    QFETCH(QString, file);
    QFETCH(QString, reason);
    QFETCH(QJsonObject, details);
    QFETCH(QString, outcome);
    const auto draft = ledger::withoutPersonalNumbers(ledger::EntryDraft{QStringLiteral("label"), file, {}, {}, {}, {}, reason, details});
    if (outcome == u"refused") {
        QVERIFY(!draft);
        QCOMPARE(draft.error().code, base::ErrorCode::InvalidInput);
        QVERIFY(!base::oneLine(draft.error()).contains(QStringLiteral("123456789018")));
        return;
    }
    QVERIFY(draft);
    QCOMPARE(draft->reason, reason);
    QCOMPARE(draft->file, outcome == u"kept" ? file : outcome);
    QCOMPARE(draft->details.value(QStringLiteral("masked")).toBool(), outcome != u"kept");
}

void TestPersonalNumber::noneEntersTheLedger()
{
    QTemporaryDir folder;
    const tests::OnePerson person;
    const base::SystemClock clock;
    auto ledger = ledger::Ledger::create(tests::ledgerParts(base::toPath(folder.path()), {&person}), crypto::randomSecret(32).value());
    QVERIFY(!ledger->append({QStringLiteral("label"), {}, {}, {}, {}, {}, QStringLiteral("個人番号123456789018"), {}}, person, clock));
    QCOMPARE(*ledger->size(), std::int64_t(0));
    QVERIFY(ledger->append({QStringLiteral("label"), QStringLiteral("/個人番号/123456789018"), {}, {}, {}, {}, {}, {}}, person, clock));
    const auto entry = ledger->entry(1);
    QCOMPARE((*entry)->draft.file, QStringLiteral("/個人番号/●●●●●●●●●●●●"));
    QVERIFY((*entry)->draft.details.value(QStringLiteral("masked")).toBool());
    base::NoProgress progress;
    QVERIFY(ledger->verify(progress)->empty());
}

QTEST_GUILESS_MAIN(TestPersonalNumber)
#include "tst_personalnumber.moc"
