#include "sending/parcelpassword.h"
#include "sending/telephonespelling.h"

#include <QTest>

#include <set>

using namespace shirushi;
using namespace shirushi::sending;

namespace {

base::SecretBytes secret(const QByteArray &text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())));
}

QString textOf(const base::SecretBytes &bytes)
{
    return QString::fromLatin1(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

class TestParcelPassword : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void made();
    void typedBack();
    void everyWrongCharacterIsFound();
    void ownPasswords_data();
    void ownPasswords();
    void onTheTelephone();
};

void TestParcelPassword::made()
{
    std::set<QString> all;
    for (int i = 0; i < 200; ++i) {
        const auto password = makePassword();
        QVERIFY(password);
        const QString text = textOf(*password);
        QCOMPARE(text.size(), 16 + 1 + 4);
        for (const QChar character : text)
            QVERIFY(QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ-").contains(character));
        for (const qsizetype at : {4, 9, 14, 19})
            QCOMPARE(text[at], u'-');
        QVERIFY2(passwordProblem(*password).isEmpty(), qPrintable(text));
        all.insert(text);
    }
    QCOMPARE(all.size(), std::size_t(200));
}

void TestParcelPassword::typedBack()
{
    const auto password = makePassword();
    const QString text = textOf(*password);
    QString wide;
    for (const QChar character : text)
        wide += character == u'-' ? QStringLiteral("　") : QString(QChar(static_cast<char16_t>(character.unicode() + 0xfee0)));
    QString spaced = text.toLower();
    spaced.replace(u'-', u' ');
    QString bare = text;
    bare.remove(u'-');
    for (const QString &typed : {text, text.toLower(), spaced, bare, wide})
        QVERIFY2(passwordFromTyped(typed) == *password, qPrintable(typed));
    QVERIFY(passwordFromTyped(QStringLiteral("my own Password 1")) == secret("my own Password 1"));
}

void TestParcelPassword::everyWrongCharacterIsFound()
{
    const QString text = textOf(*makePassword());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'-')
            continue;
        QString wrong = text;
        wrong[at] = text[at] == u'7' ? u'9' : u'7';
        QVERIFY2(!madePasswordFrom(wrong), qPrintable(wrong));
    }
    QVERIFY(!madePasswordFrom(text.chopped(1)));
    QVERIFY(!madePasswordFrom({}));
}

void TestParcelPassword::ownPasswords_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("short") << QByteArray("x8#kQ2") << false;
    QTest::newRow("common") << QByteArray("password1234") << false;
    QTest::newRow("repeated") << QByteArray("aaaaaaaaaaaaaaaa") << false;
    QTest::newRow("keyboard") << QByteArray("qwertyuiop123456") << false;
    QTest::newRow("kana") << QByteArray("ひらがなのながいぱすわーど") << false;
    QTest::newRow("line feed") << QByteArray("uP7!mowb-tRza4\n") << false;
    QTest::newRow("good") << QByteArray("uP7!mowb-tRza4#q") << true;
}

void TestParcelPassword::ownPasswords()
{
    QFETCH(const QByteArray, password);
    QFETCH(const bool, isAllowed);
    QCOMPARE(passwordProblem(secret(password)).isEmpty(), isAllowed);
}

void TestParcelPassword::onTheTelephone()
{
    QCOMPARE(spoken(u'1').word, QStringLiteral("数字のひと"));
    QCOMPARE(spoken(u'0').word, QStringLiteral("数字のまる"));
    QCOMPARE(spoken(u'K').word, QStringLiteral("キロ"));
    QCOMPARE(spoken(u'K').latinWord, QStringLiteral("Kilo"));
    QCOMPARE(spoken(u'k').word, QStringLiteral("小文字のキロ"));
    QCOMPARE(spoken(u'あ').word, QStringLiteral("朝日のア"));
    QCOMPARE(spoken(u'ガ').word, QStringLiteral("為替のカに濁点"));
    QCOMPARE(spoken(u'ぱ').word, QStringLiteral("はがきのハに半濁点"));
    QCOMPARE(spoken(u'ッ').word, QStringLiteral("小さいつるかめのツ"));
    const auto groups = spokenGroups(secret("2H7K-9QWM-X"));
    QCOMPARE(groups.size(), std::size_t(3));
    QCOMPARE(groups[0].size(), std::size_t(4));
    QCOMPARE(groups[2].front().word, QStringLiteral("エックスレイ"));
    for (char16_t code = 0x3041; code <= 0x3096; ++code) {
        const QString word = spoken(QChar(code)).word;
        QVERIFY2(word.size() > 1 || code >= 0x3095, qPrintable(word));
    }
}

QTEST_GUILESS_MAIN(TestParcelPassword)
#include "tst_parcelpassword.moc"
