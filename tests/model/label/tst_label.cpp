#include "label/label.h"
#include "model/label/samplelabel.h"
#include "model/oneperson.h"

#include <QTest>

using namespace shirushi;

class TestLabel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonRoundTrip();
    void refusesWhatIsIncomplete_data();
    void refusesWhatIsIncomplete();
    void signatureCoversEveryMember();
    void strangersAreUnknown();
};

void TestLabel::jsonRoundTrip()
{
    label::Label value = tests::sampleLabel();
    value.publishOn = QDate(2027, 4, 1);
    value.domain = QStringLiteral("lgwan");
    const auto back = label::labelFromJson(label::toJson(value), QStringLiteral("x"));
    QVERIFY(back);
    QCOMPARE(*back == value, true);
}

void TestLabel::refusesWhatIsIncomplete_data()
{
    QTest::addColumn<QString>("member");
    const QStringList members = label::toJson(tests::sampleLabel()).keys();
    for (const QString &member : members) {
        if (member != u"signature")
            QTest::newRow(qPrintable(member)) << member;
    }
}

void TestLabel::refusesWhatIsIncomplete()
{
    QFETCH(QString, member);
    QJsonObject json = label::toJson(tests::sampleLabel());
    json.remove(member);
    QVERIFY(!label::labelFromJson(json, QStringLiteral("x")));
    json.insert(member, 7.5);
    QVERIFY(!label::labelFromJson(json, QStringLiteral("x")));
}

void TestLabel::signatureCoversEveryMember()
{
    const tests::OnePerson person;
    const auto value = label::sign(tests::sampleLabel(), person);
    QVERIFY(value);
    QCOMPARE(label::checkSignature(*value, person), label::SignatureState::Valid);

    std::vector<label::Label> altered(8, *value);
    altered[0].classes[QStringLiteral("confidentiality")] = QStringLiteral("1");
    altered[1].restrictions.clear();
    altered[2].labelledBy = QStringLiteral("sato");
    altered[3].labelledAt = altered[3].labelledAt.addMSecs(1);
    altered[4].contentHash += QStringLiteral("0");
    altered[5].status = label::LabelStatus::Proposed;
    altered[6].policyVersion = QStringLiteral("2");
    altered[7].publishOn = QDate(2027, 4, 1);
    for (const label::Label &label : altered)
        QCOMPARE(label::checkSignature(label, person), label::SignatureState::Invalid);
}

void TestLabel::strangersAreUnknown()
{
    const tests::OnePerson person;
    auto value = label::sign(tests::sampleLabel(), person);
    QVERIFY(value);
    QCOMPARE(label::checkSignature(*value, crypto::EmptyKeyDirectory()), label::SignatureState::UnknownSigner);
    value->signature.clear();
    QCOMPARE(label::checkSignature(*value, person), label::SignatureState::None);
}

QTEST_GUILESS_MAIN(TestLabel)
#include "tst_label.moc"
