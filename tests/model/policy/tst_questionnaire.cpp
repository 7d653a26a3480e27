#include "policy/questionnaire.h"

#include "model/policy/samplepack.h"

#include <QTest>

using namespace shirushi::policy;

namespace {

QString id(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestQuestionnaire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walks_data();
    void walks();
    void unknownIsReferred();
    void sourceCanReferOneAxis();
    void inheritEnds();
    void backTakesEverythingBack();
    void refusesWhatIsNotAnAnswer();
    void outcomeIsToldBeforehand();

private:
    Questionnaire walk(const QString &answers) const
    {
        Questionnaire questions(m_pack);
        for (const QString &answer : answers.split(u' ', Qt::SkipEmptyParts)) {
            if (!questions.answer(answer))
                qFatal("no answer %s", qUtf8Printable(answer));
        }
        return questions;
    }

    const std::shared_ptr<const Pack> m_pack = sample::pack();
};

void TestQuestionnaire::walks_data()
{
    QTest::addColumn<QString>("answers");
    QTest::addColumn<QString>("next"); // question id; empty: finished
    QTest::addColumn<QString>("secrecy");
    QTest::addColumn<QString>("integrity");
    QTest::addColumn<int>("step");
    QTest::newRow("start") << QString() << id("S0") << QString() << QString() << 0;
    QTest::newRow("begin") << id("own") << id("K1") << QString() << QString() << 1;
    QTest::newRow("next") << id("own no") << id("K2") << QString() << QString() << 1;
    QTest::newRow("level ends the step") << id("own yes") << id("I1") << id("low") << QString() << 2;
    QTest::newRow("all") << id("own no no yes") << QString() << id("middle") << id("2") << 3;
    QTest::newRow("unknown goes on") << id("own ?") << id("K2") << QString() << QString() << 1;
    QTest::newRow("unknown decides") << id("own yes ?") << QString() << id("low") << id("2") << 3;
    QTest::newRow("inherit") << id("staff") << QString() << QString() << QString() << 3;
    QTest::newRow("source decides an axis") << id("unclear") << id("I1") << id("high") << QString() << 2;
}

void TestQuestionnaire::walks()
{
    QFETCH(QString, answers);
    QFETCH(QString, next);
    QFETCH(QString, secrecy);
    QFETCH(QString, integrity);
    QFETCH(int, step);
    const Questionnaire questions = walk(answers);
    QCOMPARE(questions.steps(), QStringList({id("source"), id("secrecy"), id("integrity")}));
    QCOMPARE(questions.current() ? questions.current()->id : QString(), next);
    QCOMPARE(questions.isFinished(), next.isEmpty());
    QCOMPARE(questions.currentStep(), step);
    Classes expected;
    if (!secrecy.isEmpty())
        expected.emplace(id("secrecy"), secrecy);
    if (!integrity.isEmpty())
        expected.emplace(id("integrity"), integrity);
    QCOMPARE(questions.classes(), expected);
    QCOMPARE(questions.path().size(), static_cast<std::size_t>(answers.split(u' ', Qt::SkipEmptyParts).size()));
}

void TestQuestionnaire::unknownIsReferred()
{
    QVERIFY(walk(id("own ?")).openQuestions().empty());
    const Questionnaire questions = walk(id("own ? ? ?"));
    const std::vector<OpenQuestion> expected = {
        {id("K2"), id("個人の情報ですか"), id("security-officer"), id("secrecy"), id("high")},
        {id("I1"), id("誤りは困りますか"), id("security-officer"), id("integrity"), id("2")},
    };
    QCOMPARE(questions.openQuestions(), expected);
    QVERIFY(questions.isFinished());
}

void TestQuestionnaire::sourceCanReferOneAxis()
{
    const Questionnaire questions = walk(id("unclear no"));
    QCOMPARE(questions.openQuestions().size(), std::size_t(1));
    QCOMPARE(questions.openQuestions().front().axis, id("secrecy"));
    QCOMPARE(questions.classes().at(id("integrity")), id("1"));
    QVERIFY(!questions.inherits());
}

void TestQuestionnaire::inheritEnds()
{
    Questionnaire questions = walk(id("staff"));
    QVERIFY(questions.inherits());
    QVERIFY(!questions.answer(id("yes")));
    QVERIFY(questions.back());
    QVERIFY(!questions.inherits());
    QCOMPARE(questions.current()->id, id("S0"));
}

void TestQuestionnaire::backTakesEverythingBack()
{
    Questionnaire questions = walk(id("own no no"));
    QVERIFY(questions.asksPublishOn());
    QVERIFY(questions.back());
    QVERIFY(!questions.asksPublishOn());
    QCOMPARE(questions.current()->id, id("K2"));
    QVERIFY(questions.answer(id("yes")));
    QCOMPARE(questions.domain(), id("lgwan"));
    QVERIFY(questions.back());
    QVERIFY(questions.domain().isEmpty());
    QVERIFY(questions.answer(id("?")));
    QVERIFY(questions.back());
    QVERIFY(questions.openQuestions().empty());
    QVERIFY(questions.back() && questions.back());
    QVERIFY(!questions.back());
    QVERIFY(questions.path().empty());
}

void TestQuestionnaire::refusesWhatIsNotAnAnswer()
{
    Questionnaire questions(m_pack);
    QVERIFY(!questions.answer(id("yes")));
    QVERIFY2(!questions.answer(id("?")), "the source offers no わからない");
    QCOMPARE(questions.outcomeOf(id("?")), Outcome());
    QVERIFY(questions.path().empty());
}

void TestQuestionnaire::outcomeIsToldBeforehand()
{
    const Questionnaire questions = walk(id("own no"));
    QCOMPARE(questions.outcomeOf(id("yes")).level, id("high"));
    QVERIFY(questions.outcomeOf(id("?")).refer);
    QVERIFY(questions.classes().empty());
}

QTEST_GUILESS_MAIN(TestQuestionnaire)
#include "tst_questionnaire.moc"
