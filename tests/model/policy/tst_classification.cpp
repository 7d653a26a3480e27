#include "policy/classification.h"

#include "model/policy/samplepack.h"

#include <QTest>

using namespace shirushi::policy;

namespace {

Classes classes(const char *text)
{
    Classes result;
    for (const QString &part : QString::fromUtf8(text).split(u',', Qt::SkipEmptyParts))
        result.emplace(part.section(u'=', 0, 0), part.section(u'=', 1));
    return result;
}

QString ja(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestClassification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesFromText_data();
    void classesFromText();
    void incompleteClassesAreNamed();
    void texts();
    void restrictionsOnce();
    void libreOffice();
    void lowering_data();
    void lowering();
    void strictestOfEachAxis();

private:
    const std::shared_ptr<const Pack> m_pack = sample::pack();
};

void TestClassification::classesFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << ja("secrecy=high,integrity=1") << true;
    QTest::newRow("other order") << ja("integrity=1,secrecy=high") << true;
    QTest::newRow("blanks around commas") << ja(" secrecy=high , integrity=1 ") << true;
    QTest::newRow("blanks inside") << ja("secrecy = high,integrity=1") << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("incomplete") << ja("secrecy=high") << false;
    QTest::newRow("comma too many") << ja("secrecy=high,integrity=1,") << false;
    QTest::newRow("twice") << ja("secrecy=high,integrity=1,secrecy=high") << false;
    QTest::newRow("unknown axis") << ja("secrecy=high,integrity=1,beauty=2") << false;
    QTest::newRow("unknown level") << ja("secrecy=highest,integrity=1") << false;
    QTest::newRow("no level") << ja("secrecy=,integrity=1") << false;
    QTest::newRow("two signs") << ja("secrecy=high=low,integrity=1") << false;
    QTest::newRow("other case") << ja("Secrecy=high,integrity=1") << false;
}

void TestClassification::classesFromText()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto result = shirushi::policy::classesFromText(*m_pack, text);
    QCOMPARE(result.has_value(), good);
    if (good)
        QCOMPARE(*result, classes("secrecy=high,integrity=1"));
    else
        QVERIFY(!result.error().message.isEmpty());
}

void TestClassification::incompleteClassesAreNamed()
{
    QVERIFY(checkClasses(*m_pack, classes("secrecy=low,integrity=2")));
    QCOMPARE(checkClasses(*m_pack, classes("secrecy=low")).error().subject, ja("integrity"));
    QCOMPARE(checkClasses(*m_pack, classes("secrecy=low,integrity=9")).error().subject, ja("integrity"));
    QCOMPARE(checkClasses(*m_pack, classes("secrecy=low,integrity=1,x=1")).error().subject, ja("x"));
}

void TestClassification::texts()
{
    const Classes chosen = classes("secrecy=high,integrity=2");
    QCOMPARE(classText(*m_pack, chosen), ja("秘密性高・完全性2"));
    QCOMPARE(fileNameMark(*m_pack, chosen), ja("【秘密性高】"));
    QCOMPARE(markText(*m_pack, chosen, {}), ja("秘密性高・完全性2"));
    QCOMPARE(markText(*m_pack, chosen, {ja("複製禁止"), ja("一行\n二行")}), ja("秘密性高・完全性2（複製禁止、一行 二行）"));
    Pack quiet = *m_pack;
    quiet.marks.restrictions = false;
    QCOMPARE(markText(quiet, chosen, {ja("複製禁止")}), ja("秘密性高・完全性2"));
}

void TestClassification::restrictionsOnce()
{
    const auto high = restrictionsFor(*m_pack, classes("secrecy=high,integrity=2"));
    QCOMPARE(high.size(), std::size_t(2));
    QCOMPARE(high[0].text.ja, ja("複製禁止"));
    QVERIFY(high[0].preset);
    QVERIFY(!high[1].preset);

    Pack doubled = *m_pack;
    doubled.axes[1].levels[0].restrictions = m_pack->axes[0].levels[1].restrictions;
    const auto merged = restrictionsFor(doubled, classes("secrecy=high,integrity=2"));
    QCOMPARE(merged.size(), std::size_t(2));
    QVERIFY2(merged[1].preset, "ticked where any of the levels ticks it");
    QVERIFY(restrictionsFor(*m_pack, classes("secrecy=low,integrity=1")).empty());
}

void TestClassification::libreOffice()
{
    const QString prefix = ja("urn:bails:IntellectualProperty:");
    const std::vector<std::pair<QString, QString>> expected = {
        {prefix + ja("BusinessAuthorizationCategory:Name"), ja("秘密性高・完全性1")},
        {prefix + ja("Impact:Scale"), ja("UK-Cabinet")},
        {prefix + ja("Impact:Level:Confidentiality"), ja("3")},
        {prefix + ja("Impact:Level:Integrity"), ja("0")},
    };
    QCOMPARE(libreOfficeProperties(*m_pack, classes("secrecy=high,integrity=1")), expected);
    QVERIFY(libreOfficeProperties(*m_pack, {}).empty());
}

void TestClassification::lowering_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("lowers");
    QTest::newRow("same") << QByteArray("secrecy=high,integrity=2") << QByteArray("secrecy=high,integrity=2") << false;
    QTest::newRow("one down") << QByteArray("secrecy=high,integrity=2") << QByteArray("secrecy=middle,integrity=2") << true;
    QTest::newRow("one up") << QByteArray("secrecy=low,integrity=1") << QByteArray("secrecy=low,integrity=2") << false;
    QTest::newRow("up and down") << QByteArray("secrecy=low,integrity=2") << QByteArray("secrecy=high,integrity=1") << true;
    QTest::newRow("axis lost") << QByteArray("secrecy=low,integrity=2") << QByteArray("secrecy=low") << true;
    QTest::newRow("axis gained") << QByteArray("secrecy=low") << QByteArray("secrecy=low,integrity=1") << false;
    QTest::newRow("first label") << QByteArray() << QByteArray("secrecy=low,integrity=1") << false;
}

void TestClassification::lowering()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(bool, lowers);
    QCOMPARE(isLowering(*m_pack, classes(before.constData()), classes(after.constData())), lowers);
}

void TestClassification::strictestOfEachAxis()
{
    const Classes one = classes("secrecy=low,integrity=2");
    const Classes other = classes("secrecy=high,integrity=1");
    QCOMPARE(strictest(*m_pack, one, other), classes("secrecy=high,integrity=2"));
    QCOMPARE(strictest(*m_pack, other, one), strictest(*m_pack, one, other));
    QCOMPARE(strictest(*m_pack, one, {}), one);
    QCOMPARE(strictest(*m_pack, {}, {}), Classes());
}

QTEST_GUILESS_MAIN(TestClassification)
#include "tst_classification.moc"
