// What is open when somebody leaves.
#include "model/people/officebench.h"

#include "people/leaving.h"

#include <QJsonArray>

using namespace shirushi;

class TestLeaving : public QObject, private tests::OfficeBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found(); }
    void openWorkIsOnTheChecklist();
};

void TestLeaving::openWorkIsOnTheChecklist()
{
    auto desk = open(*m_office, "yamada", "yamada's");
    const auto record = [&](const char *kind, const QJsonObject &details) {
        return desk->ledger.append({QLatin1String(kind), {}, {}, {}, {}, {}, {}, details}, desk->session, m_clock);
    };
    const auto ask = [&](const char *id, const char *asker) {
        return record("request", {{QStringLiteral("request"),
                                   QJsonObject{{QStringLiteral("id"), QLatin1String(id)},
                                               {QStringLiteral("asker"), QJsonObject{{QStringLiteral("id"), QLatin1String(asker)}}},
                                               {QStringLiteral("purpose"), QStringLiteral("委託先へ")}}}});
    };
    QVERIFY(ask("one", "yamada"));
    QVERIFY(ask("two", "yamada"));
    QVERIFY(ask("three", "yamada"));
    QVERIFY(ask("four", "suzuki")); // came from another desktop
    QVERIFY(record("paper-decision", {{QStringLiteral("paperDecision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("three")}}}}));
    QVERIFY(record("approval", {{QStringLiteral("decision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("one")}}}}));
    QVERIFY(record("take-out", {{QStringLiteral("medium"), QStringLiteral("usb-7")}}));
    auto items = people::leavingChecklist(desk->ledger, QStringLiteral("yamada"));
    QVERIFY(items);
    QCOMPARE(items->size(), std::size_t(1));
    QCOMPARE(items->front().kind, QStringLiteral("request"));
    QCOMPARE(items->front().subject, QStringLiteral("委託先へ"));
    // Several must approve: each of them, on paper or not, or one who refuses.
    const auto needs = [&](const char *id) {
        QJsonArray needed;
        for (const char *role : {"security-manager", "security-officer"})
            needed.append(QJsonObject{{QStringLiteral("role"), QLatin1String(role)}});
        return record("request", {{QStringLiteral("request"),
                                   QJsonObject{{QStringLiteral("id"), QLatin1String(id)}, {QStringLiteral("needed"), needed},
                                               {QStringLiteral("asker"), QJsonObject{{QStringLiteral("id"), QStringLiteral("kato")}}}}}});
    };
    const auto openOfKato = [&] { return people::leavingChecklist(desk->ledger, QStringLiteral("kato"))->size(); };
    QVERIFY(needs("five") && needs("six"));
    QVERIFY(record("approval", {{QStringLiteral("decision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("five")},
                                                                         {QStringLiteral("role"), QStringLiteral("security-manager")}}}}));
    QCOMPARE(openOfKato(), std::size_t(2));
    QVERIFY(record("paper-decision", {{QStringLiteral("paperDecision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("five")},
                                                                                    {QStringLiteral("roles"), QJsonArray{QStringLiteral("security-officer")}}}}}));
    QCOMPARE(openOfKato(), std::size_t(1));
    QVERIFY(record("refusal", {{QStringLiteral("decision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("six")},
                                                                        {QStringLiteral("role"), QStringLiteral("security-officer")}}}}));
    QCOMPARE(openOfKato(), std::size_t(0));
    // A room above brings its own kinds.
    auto kinds = people::openKinds();
    kinds.push_back({QStringLiteral("take-out"), QStringLiteral("medium"), {},
                     {{QStringLiteral("return"), QStringLiteral("medium")}}, QStringLiteral("…")});
    items = people::leavingChecklist(desk->ledger, QStringLiteral("yamada"), kinds);
    QCOMPARE(items->size(), std::size_t(2));
    QCOMPARE(items->back().subject, QStringLiteral("usb-7"));
    QVERIFY(people::leavingChecklist(desk->ledger, QStringLiteral("sato"), kinds)->empty());
    auto batch = desk->ledger.begin(desk->session, m_clock);
    QVERIFY(batch->append({QStringLiteral("label"), QStringLiteral("/tmp/a.docx"), {}, {}, {}, {}, {}, {}},
                          QJsonObject{{QStringLiteral("x"), 1}}));
    QVERIFY(batch->commit());
    items = people::leavingChecklist(desk->ledger, QStringLiteral("yamada"));
    QCOMPARE(items->size(), std::size_t(2));
    QCOMPARE(items->back().kind, QStringLiteral("open-deed"));
    QCOMPARE(items->back().subject, QStringLiteral("/tmp/a.docx"));
}

QTEST_GUILESS_MAIN(TestLeaving)
#include "tst_leaving.moc"
