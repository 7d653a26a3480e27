#include "people/passwordrules.h"
#include "people/spelling.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace shirushi;
using people::PasswordFault;
using people::PasswordStrength;

namespace {

people::PasswordVerdict judge(const policy::PasswordRules &rules, const QString &password)
{
    const QByteArray bytes = password.toUtf8();
    const base::SecretBytes secret(
        std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
    return people::judgePassword(rules, secret, {QStringLiteral("s.itou"), QStringLiteral("伊東 祥子"), QStringLiteral("いとう しょうこ")});
}

QString faultsOf(const people::PasswordVerdict &verdict)
{
    QStringList names;
    for (const people::PasswordProblem &problem : verdict.problems) {
        switch (problem.fault) {
        case PasswordFault::TooShort: names += QStringLiteral("short"); break;
        case PasswordFault::KindMissing: names += problem.kind; break;
        case PasswordFault::HoldsOwnName: names += QStringLiteral("name"); break;
        case PasswordFault::TooCommon: names += QStringLiteral("common"); break;
        }
    }
    return names.join(u' ');
}

} // namespace

class TestPasswordRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void faults_data();
    void faults();
    void strength_data();
    void strength();
    void spelling_data();
    void spelling();
    void lengthIsInCharacters();
    void whatIsHugeTakesNoTime();
    void theListIsSorted();
    void problemsNameTheirArticle();

private:
    policy::PasswordRules m_rules{12, {}, {QStringLiteral("upper"), QStringLiteral("lower"), QStringLiteral("digit-or-symbol")}, {}, true, {}};
};

void TestPasswordRules::faults_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *password, const char *expected) {
        QTest::newRow(password) << QString::fromUtf8(password) << QString::fromLatin1(expected);
    };
    row("", "short upper lower digit-or-symbol");
    row("Kumo-ga-3tsu-nagareru", "");
    row("kumo-ga-3tsu-nagareru", "upper");
    row("KUMO-GA-3TSU-NAGARERU", "lower");
    row("KumoGaNagareruSora", "digit-or-symbol");
    row("Kumo3tsu!", "short");
    row("雲がAとb3つ流れる空を見た", "");
    // one's own name
    row("Shouko-loves-7-boats", "name");
    row("Syouko-loves-7-boats", "name");
    row("SHOKO-loves-7-boats", "name");
    row("Sh0uk0-loves-7-boats", "name");
    row("okuohS-loves-7-boats", "name");
    row("ショウコとB7そうのふねa", "name");
    row("伊東さんのBoat7そうの舟", "name");
    row("Exploitover-7-hills", ""); // "ito" stands in other words too
    row("Ito-2026-04-01!", "name");  // but not alone
    // the most common ones
    row("Password2026!", "common");
    row("P@ssw0rd-2026", "common");
    row("2026-drowssaP", "common");
    row("Passwordpassword1", "common");
    row("QWERTYuiop123", "common");
    row("1qaz2wsx3EDC", "common");
    row("Abc123Abc123Abc123", "common");
    row("Aaaaaaaaaaaaa1", "common");
    row("Aabbaabbaabb1", "common");
    row("Abcdefghijklmnop1", "common");
    row("Ohayou-Arigatou-1", ""); // two words with a sign between are not in the list
    row("OhayouArigatou1", "common");
    row("Ｐａｓｓｗｏｒｄ２０２６！", "common");
    row("ヒミツひみつHimitsu1", "common");
}

void TestPasswordRules::faults()
{
    QFETCH(QString, password);
    QFETCH(QString, expected);
    const people::PasswordVerdict verdict = judge(m_rules, password);
    QCOMPARE(faultsOf(verdict), expected);
    QCOMPARE(verdict.isAllowed(), expected.isEmpty());
    QCOMPARE(verdict.sentences().size(), static_cast<qsizetype>(verdict.problems.size()));
    if (!verdict.isAllowed())
        QCOMPARE(verdict.strength, PasswordStrength::Weak);
}

void TestPasswordRules::strength_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("expected");
    QTest::newRow("a few letters") << QStringLiteral("kdwq") << static_cast<int>(PasswordStrength::Weak);
    QTest::newRow("digits alone") << QStringLiteral("8035162947") << static_cast<int>(PasswordStrength::Weak);
    QTest::newRow("small letters") << QStringLiteral("kdwqmvxbht") << static_cast<int>(PasswordStrength::Fair);
    QTest::newRow("three kinds") << QStringLiteral("kDwq7vxBht2m") << static_cast<int>(PasswordStrength::Good);
    QTest::newRow("long") << QStringLiteral("Kumo-ga-3tsu-nagareru") << static_cast<int>(PasswordStrength::Strong);
    QTest::newRow("long, of common words") << QStringLiteral("sakura-neko-ramen-fujisan") << static_cast<int>(PasswordStrength::Fair);
}

void TestPasswordRules::strength()
{
    QFETCH(QString, password);
    QFETCH(int, expected);
    const policy::PasswordRules none{1, {}, {}, {}, true, {}};
    const people::PasswordVerdict verdict = judge(none, password);
    QCOMPARE(faultsOf(verdict), QString());
    QCOMPARE(static_cast<int>(verdict.strength), expected);
}

void TestPasswordRules::spelling_data()
{
    QTest::addColumn<QString>("kana");
    QTest::addColumn<QString>("spellings");
    const auto row = [](const char *kana, const char *spellings) {
        QTest::newRow(spellings) << QString::fromUtf8(kana) << QString::fromLatin1(spellings);
    };
    row("たろう", "taro tarou taroo taroh");
    row("ジュンイチ", "junichi jun'ichi jyunichi zyuniti");
    row("しょうへい", "shouhei shohei syohei syouhei");
    row("ほった", "hotta");
    row("ちづる", "chizuru tiduru");
    row("ふじつか", "fujitsuka hudituka");
    row("ほんま", "honma homma");
    row("ユーコ", "yuuko yuko");
}

void TestPasswordRules::spelling()
{
    QFETCH(QString, kana);
    QFETCH(QString, spellings);
    const QString expected = people::foldedRomaji(people::romajiOf(people::foldedSpelling(kana)));
    for (const QString &spelling : spellings.split(u' ')) {
        QCOMPARE(people::foldedRomaji(spelling), expected);
    }
}

void TestPasswordRules::lengthIsInCharacters()
{
    const policy::PasswordRules rules{4, {}, {}, {}, true, {}};
    QCOMPARE(faultsOf(judge(rules, QString::fromUtf8("𠮷野家へ"))), QString()); // five units of UTF-16
    QCOMPARE(faultsOf(judge(rules, QString::fromUtf8("𠮷野へ"))), QStringLiteral("short"));
}

void TestPasswordRules::whatIsHugeTakesNoTime()
{
    QElapsedTimer timer;
    timer.start();
    judge(m_rules, QStringLiteral("aB3").repeated(300'000));
    QVERIFY2(timer.elapsed() < 2000 * SHIRUSHI_SLOWNESS, qPrintable(QString::number(timer.elapsed())));
}

void TestPasswordRules::theListIsSorted()
{
    QFile file(QStringLiteral(":/passwords/common.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QVERIFY(lines.size() >= 500);
    for (qsizetype i = 1; i < lines.size(); ++i)
        QVERIFY2(lines[i - 1] < lines[i], lines[i].constData());
}

void TestPasswordRules::problemsNameTheirArticle()
{
    policy::PasswordRules rules = m_rules;
    rules.length.article = QStringLiteral("第2章4.4(2)③");
    const people::PasswordVerdict verdict = judge(rules, QStringLiteral("Kumo3tsu!"));
    QCOMPARE(verdict.problems.front().citation.article, rules.length.article);
    QVERIFY(verdict.problems.front().sentence.contains(QStringLiteral("12")));
    QCOMPARE(people::describe(rules).size(), 6);
}

QTEST_GUILESS_MAIN(TestPasswordRules)
#include "tst_passwordrules.moc"
