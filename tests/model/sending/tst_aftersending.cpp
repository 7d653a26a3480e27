// What becomes of a sending in the ledger, what is asked after, and whom to tell when it went wrong.
#include "sending/missent.h"

#include "crypto/seal.h"
#include "model/onepersonledger.h"
#include "policy/library.h"
#include "policy/verdict.h"
#include "sending/sendingcheck.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace shirushi;
using sending::Record;

namespace {

Record sent(const char *destination = "contractor", const char *channel = "mail")
{
    Record record;
    record.at = base::fromRfc3339(QStringLiteral("2026-04-01T00:00:00.000Z"));
    record.destination = QString::fromLatin1(destination);
    record.channel = QString::fromLatin1(channel);
    record.hasPassword = true;
    return record;
}

} // namespace

class TestAfterSending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAskedAfter();
    void theLedgerTells();
    void everyPackSaysWhomToTell_data();
    void everyPackSaysWhomToTell();
    void tellsThePeople();
};

void TestAfterSending::isAskedAfter()
{
    constexpr int days = 7;
    const Record open = sent();
    const auto isOverdueOn = [](const Record &record, int day) { return record.isOverdue(record.at.addDays(day), days); };
    QVERIFY(!isOverdueOn(open, 7));
    QVERIFY(isOverdueOn(open, 8));
    Record told = open;
    told.deliveredBy = QStringLiteral("telephone");
    QVERIFY(!told.isPending() && isOverdueOn(told, 8)); // nobody said that it came
    told.confirmedAt = told.at;
    QVERIFY(!isOverdueOn(told, 800));
    Record untold = open;
    untold.confirmedAt = untold.at;
    QVERIFY(untold.isPending() && isOverdueOn(untold, 8));
    untold.forgottenAt = untold.at;
    QVERIFY(!untold.isPending() && !isOverdueOn(untold, 8));
    Record missent = open;
    missent.missentAt = missent.at;
    QVERIFY(isOverdueOn(missent, 8)); // its password is still here
    missent.forgottenAt = missent.at;
    QVERIFY(!isOverdueOn(missent, 8));
    for (Record published : {sent("public"), sent("resident", "sns"), sent("council", "web-meeting")}) {
        published.hasPassword = false;
        QVERIFY(!isOverdueOn(published, 800));
    }
}

void TestAfterSending::theLedgerTells()
{
    QTemporaryDir folder;
    const tests::OnePerson person;
    const base::SystemClock clock;
    auto ledger = ledger::Ledger::create(tests::ledgerParts(base::toPath(folder.path()), {&person}), crypto::randomSecret(32).value());
    QVERIFY(ledger);
    const auto append = [&](const QString &kind, const char *id, QJsonObject details) {
        ledger::EntryDraft draft;
        draft.kind = kind;
        draft.file = QStringLiteral("/tmp/") + QLatin1String(id);
        draft.after = QJsonObject{{QStringLiteral("policy"), QStringLiteral("kameoka")}, {QStringLiteral("classes"), QJsonObject{{QStringLiteral("importance"), QStringLiteral("II")}}}};
        details.insert(QStringLiteral("sending"), QLatin1String(id));
        draft.details = details;
        return ledger->append(draft, person, clock).has_value();
    };
    const QJsonObject parcel{{QStringLiteral("password"), true}, {QStringLiteral("channel"), QStringLiteral("mail")}, {QStringLiteral("recipients"), QJsonArray{QStringLiteral("a@b.jp")}}};
    QVERIFY(append(sending::sentKind, "one", parcel) && append(sending::sentKind, "two", parcel) && append(sending::sentKind, "three", parcel));
    QVERIFY(append(sending::deliveredKind, "two", {{QStringLiteral("way"), QStringLiteral("telephone")}, {QStringLiteral("to"), QStringLiteral("佐藤")}}));
    QVERIFY(append(sending::deliveredKind, "two", {{QStringLiteral("way"), QStringLiteral("mail")}})); // the first counts
    QVERIFY(append(sending::deliveredKind, "nobody's", {{QStringLiteral("way"), QStringLiteral("mail")}}));
    QVERIFY(append(sending::receiptKind, "two", {{QStringLiteral("by"), QStringLiteral("佐藤")}}));
    QVERIFY(append(sending::missentKind, "three", {}) && append(sending::forgottenKind, "three", {}));
    const auto records = sending::sendingRecords(*ledger);
    QCOMPARE(records->size(), std::size_t(3));
    const auto &one = (*records)[0];
    const auto &two = (*records)[1];
    const auto &three = (*records)[2];
    QVERIFY(one.isPending() && one.awaitsReceipt());
    QCOMPARE(one.classes, (policy::Classes{{QStringLiteral("importance"), QStringLiteral("II")}}));
    QCOMPARE(two.deliveredBy, QStringLiteral("telephone"));
    QCOMPARE(two.deliveredTo, QStringLiteral("佐藤"));
    QCOMPARE(two.confirmedBy, QStringLiteral("佐藤"));
    QVERIFY(!two.isPending() && !two.awaitsReceipt());
    QVERIFY(three.missentAt.isValid() && three.forgottenAt.isValid() && !three.isPending());
    QCOMPARE(sending::sendingRecord(*ledger, QStringLiteral("two")).value(), two);
    QCOMPARE(sending::sendingRecord(*ledger, QStringLiteral("four")).error().code, base::ErrorCode::NotFound);
}

void TestAfterSending::everyPackSaysWhomToTell_data()
{
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QStringList>("articles"); // of an important mail to a contractor
    const auto row = [](const char *pack, const QStringList &articles) { QTest::newRow(pack) << QString::fromLatin1(pack) << articles; };
    const QString plan = QStringLiteral("案：事故の報告（緊急時対応計画で確認してください）");
    const QString commission = QStringLiteral("案：個人情報の保護に関する法律第68条");
    row("kameoka", {QStringLiteral("第48条第3項"), QStringLiteral("第21条第1項"), QStringLiteral("第21条第1項"), QStringLiteral("第21条第3項"), QStringLiteral("第21条第4項"), commission});
    row("buzen-council", {QStringLiteral("第2章5.1(2)④"), QStringLiteral("第2章4.3(1)②"), QStringLiteral("第2章4.3(1)③")});
    row("kurume", {QStringLiteral("第11条第2号"), QStringLiteral("第15条第2項"), QStringLiteral("第16条第1項"), QStringLiteral("第9条第3号"), QStringLiteral("第15条第1項"), commission});
    row("kita", {plan, plan, commission});
    row("unnan-iinan", {plan, plan, commission});
    row("mic-model", {plan, plan, plan, plan, commission});
}

void TestAfterSending::everyPackSaysWhomToTell()
{
    QFETCH(QString, pack);
    QFETCH(QStringList, articles);
    const policy::Library library = policy::Library::load();
    const auto rules = library.find(pack);
    QVERIFY(rules);
    const policy::Axis &axis = rules->axes.front();
    people::Roster roster;
    Record record = sent();
    record.action = QStringLiteral("send");
    record.classes = {{axis.id, axis.strictest().id}};
    QStringList found;
    for (const sending::Call &call : sending::callsFor(*rules, roster, record, QStringLiteral("staff")))
        found += call.citation.article;
    QCOMPARE(found, articles);
    // Nobody is left without somebody to tell, and nobody is told twice.
    for (const policy::Level &level : axis.levels) {
        for (const QString &channel : sending::channels()) {
            for (const QString &destination : sending::destinations()) {
                record.classes = {{axis.id, level.id}};
                record.channel = channel;
                record.destination = destination;
                const auto calls = sending::callsFor(*rules, roster, record, QStringLiteral("staff"));
                QVERIFY(!calls.empty() && calls.front().isMine());
                QStringList names;
                for (const sending::Call &call : calls) {
                    QVERIFY(!call.who.isEmpty() && !call.citation.article.isEmpty() && (call.citation.draft || !call.citation.quote.isEmpty()));
                    names += call.who.ja;
                }
                QCOMPARE(names.removeDuplicates(), 0);
            }
        }
    }
    QVERIFY(rules->sending.overdueDays >= 1 && rules->role(rules->sending.methodsBy));
}

void TestAfterSending::tellsThePeople()
{
    const policy::Library library = policy::Library::load();
    const auto rules = library.find(QStringLiteral("kameoka"));
    people::Roster roster;
    const auto add = [&](const char *name, const char *role, bool closed = false) {
        people::Person person;
        person.id = person.name = QString::fromUtf8(name);
        person.role = QString::fromUtf8(role);
        if (closed)
            person.closed = QDateTime::currentDateTimeUtc();
        roster.persons.push_back(person);
    };
    add("佐藤", "information-manager");
    add("鈴木", "information-manager", true);
    add("加藤", "network-manager");
    Record record = sent();
    record.action = QStringLiteral("send");
    record.classes = {{QStringLiteral("importance"), QStringLiteral("I")}};
    const auto calls = sending::callsFor(*rules, roster, record, QStringLiteral("staff"));
    QCOMPARE(calls[0].who.ja, QStringLiteral("情報管理者"));
    QCOMPARE(calls[0].persons, QStringList{QStringLiteral("佐藤")});
    QCOMPARE(calls[1].persons, QStringList{QStringLiteral("加藤")});
    QVERIFY(calls[3].persons.isEmpty() && calls[3].tellers.size() == 3);
    QCOMPARE(calls[5].who.ja, QStringLiteral("個人情報保護委員会"));
}

QTEST_GUILESS_MAIN(TestAfterSending)
#include "tst_aftersending.moc"
