#include "label/properties.h"
#include "model/label/samplelabel.h"

#include <QTest>

#include <algorithm>

using namespace shirushi;

class TestProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelComesBackFromItsPieces();
    void namesAreFoundWithoutCase();
    void missingPieceIsDamage();
    void noLabelIsNoError();
    void readsPurview();
    void joinsAndTakesApart();
};

void TestProperties::labelComesBackFromItsPieces()
{
    label::Stamp stamp = tests::sampleStamp();
    stamp.label.reason = QString(400, QChar(u'理'));
    label::Properties properties = label::propertiesOf(stamp);
    QVERIFY(properties.size() > 4);
    for (const auto &[name, value] : properties)
        QVERIFY(value.size() <= label::longestValue);
    std::reverse(properties.begin(), properties.end());
    const auto found = label::labelIn(properties, QStringLiteral("x"));
    QVERIFY(found && *found);
    QCOMPARE(**found == stamp.label, true);
}

void TestProperties::namesAreFoundWithoutCase()
{
    label::Properties properties = label::propertiesOf(tests::sampleStamp());
    for (auto &[name, value] : properties)
        name = name.toUpper();
    const auto found = label::labelIn(properties, QStringLiteral("x"));
    QVERIFY(found && *found);
}

void TestProperties::missingPieceIsDamage()
{
    label::Properties properties = label::propertiesOf(tests::sampleStamp());
    properties.erase(std::find_if(properties.begin(), properties.end(),
                                  [](const auto &property) { return property.first.endsWith(QStringLiteral(".2")); }));
    const auto found = label::labelIn(properties, QStringLiteral("x"));
    QVERIFY(!found);
    QCOMPARE(found.error().code, base::ErrorCode::Damaged);
}

void TestProperties::noLabelIsNoError()
{
    const auto found = label::labelIn({{QStringLiteral("Title"), QStringLiteral("報告書")}}, QStringLiteral("x"));
    QVERIFY(found);
    QVERIFY(!*found);
}

void TestProperties::readsPurview()
{
    const QString guid = QStringLiteral("MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d");
    const auto labels = label::foreignLabelsIn({{guid + QStringLiteral("_Enabled"), QStringLiteral("true")},
                                                {guid + QStringLiteral("_Name"), QStringLiteral("Confidential")}});
    QCOMPARE(labels.size(), std::size_t(1));
    QCOMPARE(labels.front().name, QStringLiteral("Confidential"));
}

void TestProperties::joinsAndTakesApart()
{
    const QString ours = QStringLiteral("重要性分類Ⅰ");
    for (const QString &theirs : {QString(), QStringLiteral("予算"), QStringLiteral("予算; 令和8年度")}) {
        const QString joined = label::joinedWithOurs(ours, theirs);
        QCOMPARE(label::withoutOurs(joined, ours), theirs);
    }
    QCOMPARE(label::withoutOurs(QStringLiteral("予算"), ours), QStringLiteral("予算"));
    QCOMPARE(label::withoutOurs(QStringLiteral("予算"), QString()), QStringLiteral("予算"));
}

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
