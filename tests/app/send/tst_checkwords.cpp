// What the page says of every question is what the rules answer: each pack, role, destination, way and level.
#include "send/checkwords.h"

#include "language/language.h"

#include <QtTest>

#include <set>

using namespace shirushi;
using policy::Ruling;
using send::VerdictWords;

class TestCheckWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyAnswerIsSaidAsItIs();
    void everythingThatCanBeChosenHasAName();
    void whatLiftsABanStandsFirst();
    void whoStandsOutsideMayAskToo();

private:
    void compare(const VerdictWords &words, const sending::Answer &answer, const policy::Pack &asked);

    policy::Library m_library;
};

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

// As the issue words them, by what the deed is called.
QString expectedSentence(const QString &to, const QString &channel, Ruling ruling)
{
    const QString verb = to == u"public" || channel == u"sns"        ? text("公表")
                         : channel == u"medium" || channel == u"post" ? text("提供")
                                                                      : text("送信");
    if (ruling == Ruling::Forbidden)
        return verb + text("できません。");
    return (ruling == Ruling::WithObligations ? text("条件を満たせば") : QString()) + verb + text("できます。");
}

// The strictest class, and each level of each axis with all others at their lowest.
std::vector<policy::Classes> classesToTry(const policy::Pack &pack)
{
    policy::Classes highest;
    policy::Classes lowest;
    for (const policy::Axis &axis : pack.axes) {
        highest[axis.id] = axis.levels.front().id;
        lowest[axis.id] = axis.levels.back().id;
    }
    std::set<policy::Classes> all{highest};
    for (const policy::Axis &axis : pack.axes) {
        for (const policy::Level &level : axis.levels) {
            policy::Classes classes = lowest;
            classes[axis.id] = level.id;
            all.insert(classes);
        }
    }
    return {all.begin(), all.end()};
}

bool isAmong(const std::vector<send::Duty> &duties, const policy::Obligation &obligation)
{
    return std::any_of(duties.begin(), duties.end(), [&](const send::Duty &duty) {
        return duty.text == obligation.text.ja && duty.citation == obligation.citation;
    });
}

} // namespace

void TestCheckWords::initTestCase()
{
    qputenv("LC_ALL", "C");
    language::install(*qApp);
    m_library = policy::Library::load();
    QVERIFY(m_library.packs().size() >= 6);
}

void TestCheckWords::compare(const VerdictWords &words, const sending::Answer &answer, const policy::Pack &asked)
{
    QCOMPARE(words.ruling, answer.verdict.ruling);
    QCOMPARE(words.sentence, expectedSentence(answer.situation.destination, answer.situation.channel, answer.verdict.ruling));
    QCOMPARE(words.articles, answer.verdict.citations);
    QCOMPARE(words.reasons.size(), static_cast<qsizetype>(answer.verdict.explanations.size()));
    QCOMPARE(!words.draft.isEmpty(), answer.isDraft());
    QVERIFY(!answer.isDraft() || words.draft.contains(text("案")));
    QCOMPARE(!words.scope.isEmpty(), answer.outsideScope);
    if (answer.outsideScope) {
        QVERIFY(words.scope.contains(text("適用範囲の外")) && words.scope.contains(asked.title.ja));
        QCOMPARE(words.scopeCitation, asked.scope);
    }
    const bool forbidden = words.ruling == Ruling::Forbidden;
    QCOMPARE(words.duties.size(), forbidden ? 0 : answer.verdict.obligations.size());
    QCOMPARE(words.reminders.size(), forbidden ? 0 : answer.verdict.reminders.size());
    for (const policy::Obligation &obligation : answer.verdict.obligations)
        QVERIFY(forbidden || isAmong(words.duties, obligation));
    for (const policy::Obligation &obligation : answer.verdict.reminders)
        QVERIFY(forbidden || isAmong(words.reminders, obligation));
    // Whatever binds has its source; without the words it is marked as a proposal.
    for (const send::Duty &duty : words.duties)
        QVERIFY(!duty.citation.article.isEmpty() && (duty.citation.draft || !duty.citation.quote.isEmpty()));
    QVERIFY(!forbidden || !words.articles.empty());
}

void TestCheckWords::everyAnswerIsSaidAsItIs()
{
    int compared = 0;
    const auto packs = m_library.packs();
    for (const auto &pack : packs) {
        const std::vector<policy::Classes> classes = classesToTry(*pack);
        for (const policy::Role &role : pack->roles) {
            for (const QString &to : sending::destinations()) {
                for (const QString &channel : sending::channels()) {
                    for (const policy::Classes &one : classes) {
                        const auto answer = sending::check(m_library, pack, {role.id, to, channel, one, {}});
                        compare(send::wordsOf(answer, *pack, one), answer, *pack);
                        if (QTest::currentTestFailed())
                            QFAIL(qPrintable(pack->id + u' ' + role.id + u' ' + to + u' ' + channel));
                        ++compared;
                    }
                }
            }
        }
    }
    QVERIFY(compared > 6 * 5 * 6 * 8 * 3);
}

void TestCheckWords::everythingThatCanBeChosenHasAName()
{
    const auto named = [](const std::vector<send::Offer> &offers, const QStringList &ids) {
        QCOMPARE(static_cast<qsizetype>(offers.size()), ids.size());
        for (qsizetype i = 0; i < ids.size(); ++i) {
            const send::Offer &offer = offers[static_cast<std::size_t>(i)];
            QCOMPARE(offer.id, ids.at(i));
            QVERIFY(offer.text != offer.id && !offer.note.isEmpty());
        }
    };
    named(send::destinationOffers(), sending::destinations());
    named(send::channelOffers(), sending::channels());
    QCOMPARE(send::destinationName(text("contractor")), text("委託事業者"));
    QCOMPARE(send::channelName(text("carrier-pigeon")), text("carrier-pigeon"));
}

void TestCheckWords::whatLiftsABanStandsFirst()
{
    const auto pack = m_library.find(text("kameoka"));
    const auto answer = sending::check(m_library, pack, {text("staff"), text("government"), text("lgwan-mail"),
                                                         {{text("importance"), text("I")}}, {}});
    const auto facts = send::offeredFacts(answer);
    QCOMPARE(facts.size(), answer.facts.size());
    const QStringList lifting{text("legal-basis"), text("no-other-method"), text("work-necessity")};
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY2(lifting.contains(facts[i].id), qPrintable(facts[i].id));
}

void TestCheckWords::whoStandsOutsideMayAskToo()
{
    const auto packs = m_library.packs();
    for (const auto &pack : packs) {
        QStringList offered;
        for (const send::Offer &offer : send::roleOffers(*pack))
            offered += offer.id;
        QVERIFY2(offered.contains(text("staff")) && offered.contains(text("councillor")), qPrintable(pack->id));
        for (const QString &role : pack->appliesTo)
            QVERIFY2(offered.contains(role), qPrintable(role));
        QCOMPARE(offered.removeDuplicates(), qsizetype(0));
    }
}

QTEST_GUILESS_MAIN(TestCheckWords)
#include "tst_checkwords.moc"
