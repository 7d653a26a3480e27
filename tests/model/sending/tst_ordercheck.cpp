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

QTEST_GUILESS_MAIN(TestOrderCheck)
#include "tst_ordercheck.moc"
