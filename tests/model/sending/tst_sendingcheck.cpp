// What the shipped rules answer to the questions of a clerk and of a council member.
#include "sending/sendingcheck.h"

#include <QtTest>

using namespace shirushi;
using policy::Ruling;

class TestSendingCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void tellsWhoIsOutsideTheScope();
    void takesTheStricterOfWhatIsLike();
    void offersTheFactsThatMatter();
    void everyQuestionHasAnAnswer();
    void namesAreHiddenFromAClassUp();

private:
    sending::Answer ask(const QString &pack, sending::Sending question) const
    {
        return sending::check(m_library, m_library.find(pack), question);
    }

    const policy::Library m_library = policy::Library::load();
};

namespace {

policy::Classes importance(const QString &level)
{
    return {{QStringLiteral("importance"), level}};
}

policy::Classes threefold(const QString &confidentiality, const QString &integrity = QStringLiteral("1"))
{
    return {{QStringLiteral("confidentiality"), confidentiality},
            {QStringLiteral("integrity"), integrity},
            {QStringLiteral("availability"), QStringLiteral("1")}};
}

QStringList idsOf(const std::vector<policy::Obligation> &obligations)
{
    QStringList ids;
    for (const policy::Obligation &obligation : obligations)
        ids += obligation.id;
    return ids;
}

} // namespace

void TestSendingCheck::answers_data()
{
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<Ruling>("ruling");
    QTest::addColumn<QString>("article"); // among the sources; empty: not asked
    QTest::addColumn<QStringList>("must"); // obligations

    const QString kameoka = QStringLiteral("kameoka");
    const QString buzen = QStringLiteral("buzen-council");
    const QString staff = QStringLiteral("staff");
    const QString councillor = QStringLiteral("councillor");
    const QStringList sealed{QStringLiteral("approval"), QStringLiteral("encryption"), QStringLiteral("password"),
                             QStringLiteral("other-channel")};
    const auto row = [&](const char *name, const QString &pack, const QString &role, const char *to, const char *channel,
                         const char *level, const QStringList &given, Ruling ruling, const char *article,
                         const QStringList &must = {}) {
        QTest::newRow(name) << pack << role << QString::fromLatin1(to) << QString::fromLatin1(channel) << QString::fromLatin1(level)
                            << given << ruling << QString::fromUtf8(article) << must;
    };
    row("Kameoka I is never mailed", kameoka, staff, "internal", "mail", "I", {}, Ruling::Forbidden, "第9条第1項");
    row("Kameoka I by LGWAN, if nothing else is left, inside", kameoka, staff, "internal", "lgwan-mail", "I",
        {QStringLiteral("no-other-method")}, Ruling::WithObligations, "第9条第1項ただし書", sealed);
    row("Kameoka I by LGWAN leaves the city only by law", kameoka, staff, "government", "lgwan-mail", "I",
        {QStringLiteral("no-other-method")}, Ruling::Forbidden, "第8条第1項");
    row("Kameoka I by LGWAN with its law", kameoka, staff, "government", "lgwan-mail", "I",
        {QStringLiteral("no-other-method"), QStringLiteral("legal-basis")}, Ruling::WithObligations, "第9条第1項ただし書", sealed);
    row("Kameoka II inside the city is mailed alike", kameoka, staff, "internal", "mail", "II", {}, Ruling::WithObligations,
        "第9条第2項", sealed);
    row("Kameoka II to the council, which is outside", kameoka, staff, "council", "mail", "II", {}, Ruling::WithObligations,
        "第8条第2項", sealed);
    row("Kameoka III to a contractor", kameoka, staff, "contractor", "mail", "III", {}, Ruling::Permitted, "");
    row("Kameoka II on social media", kameoka, staff, "public", "sns", "II", {}, Ruling::Forbidden, "第61条第3項");
    row("Buzen 2 to a resident", buzen, councillor, "resident", "mail", "2", {}, Ruling::Forbidden, "第2章2(2)⑨(ア)");
    row("Buzen 2 on social media", buzen, councillor, "public", "sns", "2", {}, Ruling::Forbidden, "第2章5.1(9)②");
    row("Buzen 2 inside, to the city", buzen, councillor, "internal", "mail", "2", {}, Ruling::WithObligations, "第2章2(2)⑦",
        {QStringLiteral("encryption")});
    row("Buzen 1 to a resident", buzen, councillor, "resident", "mail", "1", {}, Ruling::Permitted, "");
}

void TestSendingCheck::answers()
{
    QFETCH(QString, pack);
    QFETCH(QString, role);
    QFETCH(QString, to);
    QFETCH(QString, channel);
    QFETCH(QString, level);
    QFETCH(QStringList, given);
    QFETCH(QString, article);
    QFETCH(QStringList, must);
    const auto answer = ask(pack, {role, to, channel, pack == u"kameoka" ? importance(level) : threefold(level), given});
    QVERIFY(!answer.outsideScope);
    QTEST(answer.verdict.ruling, "ruling");
    if (!article.isEmpty()) {
        QVERIFY(std::any_of(answer.verdict.citations.begin(), answer.verdict.citations.end(),
                            [&](const policy::Citation &citation) {
                                return citation.article == article && (citation.draft || !citation.quote.isEmpty());
                            }));
    }
    const QStringList found = idsOf(answer.verdict.obligations);
    for (const QString &id : must)
        QVERIFY2(found.contains(id), qPrintable(id + QStringLiteral(" not in ") + found.join(u' ')));
}

void TestSendingCheck::tellsWhoIsOutsideTheScope()
{
    const auto clerk = ask(QStringLiteral("buzen-council"), {QStringLiteral("staff"), QStringLiteral("contractor"), QStringLiteral("mail"),
                                                             threefold(QStringLiteral("2")), {}});
    QVERIFY(clerk.outsideScope && clerk.isDraft());
    QCOMPARE(clerk.scope.article, QStringLiteral("第1章3"));
    QCOMPARE(clerk.pack->id, QStringLiteral("mic-model"));
    QCOMPARE(clerk.verdict.ruling, Ruling::WithObligations);

    const auto councillor = ask(QStringLiteral("kita"), {QStringLiteral("councillor"), QStringLiteral("resident"), QStringLiteral("mail"),
                                                         threefold(QStringLiteral("1")), {}});
    QVERIFY(councillor.outsideScope);
    QCOMPARE(councillor.pack->id, QStringLiteral("mic-model"));

    const auto own = ask(QStringLiteral("kita"), {QStringLiteral("staff"), QStringLiteral("resident"), QStringLiteral("mail"),
                                                  threefold(QStringLiteral("1")), {}});
    QVERIFY(!own.outsideScope);
    QCOMPARE(own.pack->id, QStringLiteral("kita"));
}

void TestSendingCheck::takesTheStricterOfWhatIsLike()
{
    const auto asked = [&](const QString &level) {
        return ask(QStringLiteral("kameoka"), {QStringLiteral("councillor"), QStringLiteral("resident"), QStringLiteral("post"),
                                               importance(level), {}});
    };
    QCOMPARE(asked(QStringLiteral("I")).situation.classes, (policy::Classes{{QStringLiteral("confidentiality"), QStringLiteral("3B")},
                                                                           {QStringLiteral("integrity"), QStringLiteral("2")},
                                                                           {QStringLiteral("availability"), QStringLiteral("2")}}));
    QVERIFY(asked(QStringLiteral("I")).verdict.ruling >= asked(QStringLiteral("II")).verdict.ruling);
    QCOMPARE(asked(QStringLiteral("III")).verdict.ruling, Ruling::Permitted);
}

void TestSendingCheck::offersTheFactsThatMatter()
{
    const auto answer = ask(QStringLiteral("kameoka"), {QStringLiteral("staff"), QStringLiteral("government"), QStringLiteral("lgwan-mail"),
                                                        importance(QStringLiteral("I")), {}});
    QStringList ids;
    for (const policy::Fact &fact : answer.facts)
        ids += fact.id;
    QVERIFY(ids.contains(u"no-other-method"));
    QVERIFY(ids.contains(u"legal-basis"));
    QVERIFY(!ids.contains(u"device"));
}

void TestSendingCheck::everyQuestionHasAnAnswer()
{
    int asked = 0;
    for (const auto &pack : m_library.packs()) {
        policy::Classes highest;
        for (const policy::Axis &axis : pack->axes)
            highest[axis.id] = axis.strictest().id;
        for (const policy::Role &role : pack->roles) {
            for (const QString &to : sending::destinations()) {
                for (const QString &channel : sending::channels()) {
                    const auto answer = sending::check(m_library, pack, {role.id, to, channel, highest, {}});
                    QVERIFY(answer.pack && policy::checkClasses(*answer.pack, answer.situation.classes));
                    QVERIFY(answer.verdict.ruling == Ruling::Permitted || !answer.verdict.citations.empty());
                    ++asked;
                }
            }
        }
    }
    QVERIFY(asked > 6 * 5 * 6 * 8);
}

void TestSendingCheck::namesAreHiddenFromAClassUp()
{
    const auto mic = m_library.find(QStringLiteral("mic-model"));
    for (const char *level : {"3A", "3B", "3C"})
        QVERIFY2(sending::hidesNamesOf(*mic, threefold(QLatin1String(level))), level);
    for (const char *level : {"2", "1"})
        QVERIFY2(!sending::hidesNamesOf(*mic, threefold(QLatin1String(level))), level);
    const auto kameoka = m_library.find(QStringLiteral("kameoka"));
    QVERIFY(sending::hidesNamesOf(*kameoka, importance(QStringLiteral("I"))));
    QVERIFY(!sending::hidesNamesOf(*kameoka, importance(QStringLiteral("III"))));
    QVERIFY(!sending::hidesNamesOf(*kameoka, {}));
}

QTEST_GUILESS_MAIN(TestSendingCheck)
#include "tst_sendingcheck.moc"
