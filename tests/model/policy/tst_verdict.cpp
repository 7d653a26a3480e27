#include "policy/verdict.h"

#include "model/policy/samplepack.h"
#include "policy/cases.h"

#include <QTest>

using namespace shirushi::policy;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

Situation sending(const char *secrecy, QStringList given = {})
{
    return {text("send"), {{text("secrecy"), text(secrecy)}}, text("staff"), text("resident"), text("mail"),
            std::move(given)};
}

QStringList ids(const std::vector<Obligation> &obligations)
{
    QStringList list;
    for (const Obligation &obligation : obligations)
        list.append(obligation.id);
    return list;
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void banWithoutTheFact();
    void provisoWithTheFact();
    void obligationsAddUpOnce();
    void reminderDecidesNothing();
    void everyFacetMustMatch_data();
    void everyFacetMustMatch();
    void allGivenAndNoneOfUnless();
    void twoApproversAreTwoDuties();
    void permissionWithObligationsIsNoPlainPermission();
    void casesTellWhatIsDifferent_data();
    void casesTellWhatIsDifferent();

private:
    const std::shared_ptr<const Pack> m_pack = sample::pack();
};

void TestVerdict::banWithoutTheFact()
{
    const Verdict verdict = evaluate(*m_pack, sending("high"));
    QCOMPARE(verdict.ruling, Ruling::Forbidden);
    QCOMPARE(verdict.rules, QStringList({text("mail-high"), text("mail-above-low"), text("mail-care")}));
    QCOMPARE(verdict.citations.size(), std::size_t(1));
    QCOMPARE(verdict.citations.front().article, text("第9条第1項"));
    QCOMPARE(verdict.explanations.front().ja, text("送れません"));
}

void TestVerdict::provisoWithTheFact()
{
    const Verdict verdict = evaluate(*m_pack, sending("high", {text("no-other-method")}));
    QCOMPARE(verdict.ruling, Ruling::WithObligations);
    QCOMPARE(ids(verdict.obligations), QStringList({text("approval"), text("encryption")}));
    QCOMPARE(verdict.obligations[0].approver, text("security-manager"));
}

void TestVerdict::obligationsAddUpOnce()
{
    const Verdict verdict = evaluate(*m_pack, sending("high", {text("no-other-method")}));
    QVERIFY2(!verdict.obligations[1].ifNeeded, "one rule says 必要に応じ, the other does not: it is a duty");

    Pack reversed = *m_pack;
    std::reverse(reversed.rules.begin(), reversed.rules.end());
    const Verdict same = evaluate(reversed, sending("high", {text("no-other-method")}));
    QStringList sorted = ids(same.obligations);
    sorted.sort();
    QCOMPARE(sorted, QStringList({text("approval"), text("encryption")}));
    for (const Obligation &obligation : same.obligations)
        QVERIFY(!obligation.ifNeeded);
    QVERIFY(evaluate(*m_pack, sending("middle")).obligations.front().ifNeeded);
}

void TestVerdict::reminderDecidesNothing()
{
    const Verdict verdict = evaluate(*m_pack, sending("low"));
    QCOMPARE(verdict.ruling, Ruling::Permitted);
    QVERIFY(verdict.obligations.empty());
    QCOMPARE(ids(verdict.reminders), QStringList({text("recipients")}));
    QVERIFY(verdict.citations.empty());
}

void TestVerdict::everyFacetMustMatch_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *action, const char *level, const char *role,
                        const char *destination, bool matches) {
        QTest::newRow(name) << text(action) << text(level) << text(role) << text(destination) << matches;
    };
    row("all", "publish", "low", "staff", "public", true);
    row("action", "provide", "low", "staff", "public", false);
    row("level", "publish", "middle", "staff", "public", false);
    row("role", "publish", "low", "councillor", "public", false);
    row("destination", "publish", "low", "staff", "council", false);
    row("no destination", "publish", "low", "staff", "", false);
    row("no class", "publish", "", "staff", "public", false);
}

void TestVerdict::everyFacetMustMatch()
{
    QFETCH(QString, action);
    QFETCH(QString, level);
    QFETCH(QString, role);
    QFETCH(QString, destination);
    QFETCH(bool, matches);
    Situation situation{action, {}, role, destination, {}, {}};
    if (!level.isEmpty())
        situation.classes.emplace(text("secrecy"), level);
    QCOMPARE(evaluate(*m_pack, situation).rules.contains(text("publish-low")), matches);
}

void TestVerdict::allGivenAndNoneOfUnless()
{
    Pack pack = *m_pack;
    pack.rules[0].when.given = {text("a"), text("b")};
    pack.rules[0].when.unless = {text("c"), text("d")};
    const auto forbidden = [&](const QStringList &given) {
        return evaluate(pack, sending("high", given)).ruling == Ruling::Forbidden;
    };
    QVERIFY(forbidden({text("a"), text("b")}));
    QVERIFY(forbidden({text("b"), text("x"), text("a")}));
    QVERIFY(!forbidden({text("a")}));
    QVERIFY(!forbidden({text("a"), text("b"), text("d")}));
    QVERIFY(!forbidden({text("a"), text("b"), text("c"), text("d")}));
}

void TestVerdict::twoApproversAreTwoDuties()
{
    Pack pack = *m_pack;
    Obligation other = pack.rules[1].obligations[0];
    other.approver = text("security-officer");
    pack.rules[2].obligations.push_back(other);
    const Verdict verdict = evaluate(pack, sending("high", {text("no-other-method")}));
    QCOMPARE(ids(verdict.obligations).count(text("approval")), qsizetype(2));
    pack.rules[2].obligations.back().approver.clear();
    QCOMPARE(ids(evaluate(pack, sending("high", {text("no-other-method")})).obligations).count(text("approval")),
             qsizetype(1));
}

void TestVerdict::permissionWithObligationsIsNoPlainPermission()
{
    Pack pack = *m_pack;
    pack.rules = {pack.rules[2]};
    pack.rules[0].ruling = Ruling::Permitted;
    QCOMPARE(evaluate(pack, sending("middle")).ruling, Ruling::WithObligations);
    pack.rules.clear();
    QCOMPARE(evaluate(pack, sending("high")).ruling, Ruling::Permitted);
}

void TestVerdict::casesTellWhatIsDifferent_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<QString>("failing");
    const auto row = [](const char *name, const char *what, const char *instead, const char *failing) {
        QTest::newRow(name) << QByteArray(what) << QByteArray(instead) << text(failing);
    };
    row("none", "\"id\": \"sample\"", "\"id\": \"sample\"", "");
    row("level", "\"levels\": {\"secrecy\": \"low\"}", "\"levels\": {\"secrecy\": \"middle\"}", "case-2");
    row("no level", "\"levels\": {\"secrecy\": \"low\"}", "\"levels\": {\"integrity\": \"2\"}", "case-2");
    row("ending", "\"ends\": \"inherit\"", "\"ends\": \"refer\"", "case-3");
    row("another question is asked", "[[\"K1\", \"?\"], [\"K2\", \"no\"]]", "[[\"K2\", \"no\"]]", "case-5");
    row("the questions are over", "[[\"K1\", \"yes\"], [\"I1\", \"?\"]]", "[[\"K1\", \"yes\"], [\"I1\", \"?\"], [\"I1\", \"?\"]]",
        "case-7");
    row("ruling", "\"channel\": \"mail\", \"ruling\": \"forbidden\"", "\"channel\": \"mail\", \"ruling\": \"permitted\"", "case-8");
    row("an obligation too few", "[\"encryption\", \"approval\"]", "[\"approval\"]", "case-9");
    row("obligations of a ban", "\"channel\": \"mail\", \"ruling\": \"forbidden\"",
        "\"channel\": \"mail\", \"ruling\": \"forbidden\", \"obligations\": [\"approval\"]", "case-8");
}

void TestVerdict::casesTellWhatIsDifferent()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, instead);
    QFETCH(QString, failing);
    auto loaded = loadPack(sample::with(what, instead), nullptr, text("sample"));
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().message));
    const auto pack = std::make_shared<const Pack>(*loaded);
    QStringList found;
    for (const Case &situation : pack->cases) {
        if (!differences(pack, situation).isEmpty())
            found.append(situation.id);
    }
    QCOMPARE(found.join(u' '), failing);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
