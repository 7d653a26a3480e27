// What an order must say besides an approval, by the shipped rules.
#include "sending/ordercheck.h"

#include <QtTest>

using namespace shirushi;

class TestOrderCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sanitisingIsSaid();
    void domainsAndChannels();
    void plainNeedsAReason();
    void noExceptionWhereTheArticleHasNone();
    void whatIsSaidIsOnePlainLine();
    void everyPackIsOfOneMind_data();
    void everyPackIsOfOneMind();

private:
    sending::Answer ask(const char *pack, const sending::Sending &question) const
    {
        return sending::check(m_library, m_library.find(QLatin1String(pack)), question);
    }

    const policy::Library m_library = policy::Library::load();
};

namespace {

sending::Sending question(const char *role, const char *to, const policy::Classes &classes, const QStringList &given = {})
{
    return {QLatin1String(role), QLatin1String(to), QStringLiteral("mail"), classes, given};
}

policy::Classes threefold(const char *confidentiality)
{
    return {{QStringLiteral("confidentiality"), QLatin1String(confidentiality)}, {QStringLiteral("integrity"), QStringLiteral("1")},
            {QStringLiteral("availability"), QStringLiteral("1")}};
}

} // namespace

void TestOrderCheck::sanitisingIsSaid()
{
    const auto answer = ask("mic-model", question("staff", "government", threefold("1"), {QStringLiteral("between-domains")}));
    sending::Order order;
    const auto missing = sending::checkOrder(order, answer);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, base::ErrorCode::InvalidInput);
    QCOMPARE(missing.error().subject, QStringLiteral("sanitise"));
    order.sanitised = QStringLiteral("画面転送");
    QVERIFY(sending::checkOrder(order, answer));
    QVERIFY(sending::checkOrder({}, ask("mic-model", question("staff", "government", threefold("1")))));
}

void TestOrderCheck::domainsAndChannels()
{
    const auto pack = m_library.find(QStringLiteral("kita"));
    const auto facts = [&](const char *domain, const char *channel) {
        return sending::factsOfDomain(*pack, QLatin1String(domain), QLatin1String(channel));
    };
    QCOMPARE(facts("lgwan", "mail").contains(QStringLiteral("between-domains")), true);
    QCOMPARE(facts("lgwan", "lgwan-mail").contains(QStringLiteral("between-domains")), false);
    QCOMPARE(facts("internet", "mail"), QStringList());
    QCOMPARE(facts("internet", "lgwan-mail").contains(QStringLiteral("between-domains")), true);
    QCOMPARE(facts("my-number", "medium"), QStringList{QStringLiteral("domain-my-number")});
    QCOMPARE(facts("", "mail"), QStringList());
    QCOMPARE(sending::factsOfDomain(*m_library.find(QStringLiteral("kameoka")), QStringLiteral("lgwan"), QStringLiteral("mail")), QStringList());
}

void TestOrderCheck::plainNeedsAReason()
{
    const auto answer = ask("buzen-council", question("councillor", "internal", threefold("2")));
    sending::Order order;
    QVERIFY(sending::checkOrder(order, answer));
    order.isPlain = true;
    const auto missing = sending::checkOrder(order, answer);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, base::ErrorCode::InvalidInput);
    QVERIFY2(missing.error().message.contains(QStringLiteral("必要に応じ")), qPrintable(missing.error().message));
    order.plainReason = QStringLiteral("庁内だけの回線");
    QVERIFY(sending::checkOrder(order, answer));
}

void TestOrderCheck::noExceptionWhereTheArticleHasNone()
{
    const auto answer = ask("kameoka", question("staff", "contractor", {{QStringLiteral("importance"), QStringLiteral("II")}}));
    sending::Order order;
    order.isPlain = true;
    order.plainReason = QStringLiteral("急ぐため");
    const auto refused = sending::checkOrder(order, answer);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Forbidden);
    QVERIFY2(refused.error().message.contains(QStringLiteral("第9条")), qPrintable(refused.error().message));
}

void TestOrderCheck::whatIsSaidIsOnePlainLine()
{
    const auto answer = ask("mic-model", question("staff", "government", threefold("1"), {QStringLiteral("between-domains")}));
    sending::Order order;
    for (const QString &words : {QStringLiteral("画面\n転送"), QString(401, u'a'), QStringLiteral("a\u202eb")}) {
        order.sanitised = words;
        QCOMPARE(sending::checkOrder(order, answer).error().code, base::ErrorCode::InvalidInput);
    }
}

void TestOrderCheck::everyPackIsOfOneMind_data()
{
    QTest::addColumn<QString>("pack");
    for (const char *pack : {"kameoka", "buzen-council", "kurume", "kita", "unnan-iinan", "mic-model"})
        QTest::newRow(pack) << QString::fromLatin1(pack);
}

// Of every class, destination, channel and fact: plain goes only where no article wants it otherwise, with a reason exactly
// where the article says 必要に応じ, and what is refused names its article; nobody has to say how something was sanitised
// unless the rules ask for it.
void TestOrderCheck::everyPackIsOfOneMind()
{
    QFETCH(const QString, pack);
    const auto rules = m_library.find(pack);
    std::vector<policy::Classes> all{{}};
    for (const policy::Axis &axis : rules->axes) {
        std::vector<policy::Classes> longer;
        for (const policy::Classes &classes : all) {
            for (const policy::Level &level : axis.levels) {
                longer.push_back(classes);
                longer.back()[axis.id] = level.id;
            }
        }
        all = std::move(longer);
    }
    const QStringList facts = rules->fact(QStringLiteral("between-domains")) ? QStringList{QStringLiteral("between-domains")} : QStringList();
    int asked = 0;
    for (const policy::Classes &classes : all) {
        for (const QString &to : sending::destinations()) {
            for (const QString &channel : sending::channels()) {
                for (const QStringList &given : {QStringList(), facts}) {
                    const auto answer = sending::check(m_library, rules, {rules->appliesTo.value(0), to, channel, classes, given});
                    if (answer.verdict.ruling == policy::Ruling::Forbidden)
                        continue;
                    ++asked;
                    const auto has = [&](const QStringList &ids, bool ifNeeded) {
                        const auto fits = [&](const policy::Obligation &one) { return ids.contains(one.id) && one.ifNeeded == ifNeeded; };
                        return std::ranges::any_of(answer.verdict.obligations, fits) || std::ranges::any_of(answer.verdict.reminders, fits);
                    };
                    const QStringList closing{QStringLiteral("encryption"), QStringLiteral("password")};
                    const auto demands = sending::demandsOf(answer);
                    QCOMPARE(demands.mayBePlain(), !has(closing, false));
                    QCOMPARE(demands.wantsPlainReason(), !has(closing, false) && has(closing, true));
                    QCOMPARE(demands.sanitising.has_value(), has({QStringLiteral("sanitise")}, false));
                    sending::Order order;
                    order.sanitised = demands.sanitising ? QStringLiteral("画面転送") : QString();
                    QVERIFY(sending::checkOrder(order, answer));
                    order.isPlain = true;
                    const auto bare = sending::checkOrder(order, answer);
                    QCOMPARE(bare.has_value(), demands.mayBePlain() && !demands.wantsPlainReason());
                    if (!bare) {
                        QVERIFY(bare.error().message.contains(demands.encryption->citation.article));
                        QCOMPARE(bare.error().code, demands.mayBePlain() ? base::ErrorCode::InvalidInput : base::ErrorCode::Forbidden);
                    }
                    order.plainReason = QStringLiteral("庁内だけの回線");
                    QCOMPARE(sending::checkOrder(order, answer).has_value(), demands.mayBePlain());
                }
            }
        }
    }
    QVERIFY(asked > 20);
}

QTEST_GUILESS_MAIN(TestOrderCheck)
#include "tst_ordercheck.moc"
