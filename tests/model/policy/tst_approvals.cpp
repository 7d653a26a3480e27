// Who is asked for what, and in the article's own word: for the sample and for the shipped packs.
#include "model/policy/samplepack.h"
#include "policy/approvals.h"
#include "policy/library.h"

#include <QTest>

using namespace shirushi::policy;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

// "role:word" of each.
QStringList asked(const std::vector<Approval> &approvals)
{
    QStringList all;
    for (const Approval &approval : approvals)
        all.append(approval.approver + u':' + approval.word.ja);
    return all;
}

} // namespace

class TestApprovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleAsksOnce();
    void nobodyCanAllowWhatIsForbidden();
    void standingOnesAreKeptApart();
    void twoWordsAreTwoApprovals();
    void rolesHeldByOthers();
    void shippedPacks_data();
    void shippedPacks();
    void onlyTwoRolesOfKameokaMayAskForAnException();
    void shippedPacksSayWhatHoldsInTheOffice_data();
    void shippedPacksSayWhatHoldsInTheOffice();

private:
    static Situation sending(const char *level, const QStringList &given)
    {
        return {text("send"), {{text("secrecy"), text(level)}}, text("staff"), {}, text("mail"), given};
    }

    const std::shared_ptr<const Pack> m_pack = sample::pack();
    const Library m_library = Library::load();
};

void TestApprovals::sampleAsksOnce()
{
    const auto all = approvalsOf(*m_pack);
    QCOMPARE(all.size(), std::size_t(1));
    QCOMPARE(all[0].rule, text("mail-high-proviso"));
    QCOMPARE(all[0].when.given, QStringList(text("no-other-method")));
    QCOMPARE(all[0].citation.quote, text("承認"));
    QCOMPARE(asked(approvalsFor(*m_pack, sending("high", {text("no-other-method")}))),
             QStringList(text("security-manager:承認")));
    QVERIFY(approvalsFor(*m_pack, sending("middle", {})).empty());
}

void TestApprovals::nobodyCanAllowWhatIsForbidden()
{
    Pack pack = *m_pack;
    pack.rules[2].obligations.push_back(pack.rules[1].obligations[0]);
    QCOMPARE(approvalsFor(pack, sending("middle", {})).size(), std::size_t(1));
    QVERIFY(approvalsFor(pack, sending("high", {})).empty());
}

void TestApprovals::standingOnesAreKeptApart()
{
    Pack pack = *m_pack;
    pack.rules[3].obligations.push_back(pack.rules[1].obligations[0]);
    QVERIFY(approvalsOf(pack)[1].standing);
    QVERIFY(approvalsFor(pack, sending("middle", {})).empty());
}

void TestApprovals::twoWordsAreTwoApprovals()
{
    Pack pack = *m_pack;
    Obligation other = pack.rules[1].obligations[0];
    other.ifNeeded = true;
    pack.rules[2].obligations.push_back(other);
    auto needed = approvalsFor(pack, sending("high", {text("no-other-method")}));
    QCOMPARE(needed.size(), std::size_t(1));
    QVERIFY2(!needed[0].ifNeeded, "one rule says 必要に応じ, the other does not");
    std::swap(pack.rules[1], pack.rules[2]);
    needed = approvalsFor(pack, sending("high", {text("no-other-method")}));
    QCOMPARE(needed.size(), std::size_t(1));
    QVERIFY(!needed[0].ifNeeded);
    pack.rules[1].obligations.back().word.ja = text("同意");
    pack.rules[2].obligations[0].word.ja = text("許可");
    QCOMPARE(approvalsFor(pack, sending("high", {text("no-other-method")})).size(), std::size_t(2));
}

void TestApprovals::rolesHeldByOthers()
{
    QVERIFY(counts(*m_pack, text("security-officer"), text("security-officer")));
    QVERIFY(counts(*m_pack, text("security-manager"), text("security-officer")));
    QVERIFY(!counts(*m_pack, text("security-officer"), text("security-manager")));
    QVERIFY(!counts(*m_pack, text("councillor"), text("councillor")));
    QVERIFY(!counts(*m_pack, text("staff"), text("mayor")));
}

void TestApprovals::shippedPacks_data()
{
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("level"); // on the first axis
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("given"); // joined by +
    QTest::addColumn<QString>("expected"); // joined by blanks
    const auto row = [](const char *pack, const char *deed, const char *role, const char *expected) {
        const QStringList parts = text(deed).split(u' ');
        QTest::newRow(qPrintable(text(pack) + u' ' + text(deed))) << text(pack) << parts.value(0) << parts.value(1) << text(role)
                            << parts.value(2) << parts.value(3) << parts.value(4) << text(expected);
    };
    row("kameoka", "send I internal lgwan-mail no-other-method", "staff", "asset-manager:承認");
    row("kameoka", "send I internal mail", "staff", "");
    row("kameoka", "send I internal mail no-other-method", "staff", "");
    row("kameoka", "send I government lgwan-mail no-other-method", "staff", "");
    row("kameoka", "send I government lgwan-mail no-other-method+legal-basis", "staff", "asset-manager:承認");
    row("kameoka", "send II internal mail", "staff", "asset-manager:承認");
    row("kameoka", "provide II contractor medium", "staff", "asset-manager:承認 asset-manager:許可");
    row("kameoka", "provide III contractor medium", "staff", "");
    row("kameoka", "send III resident mail free-service+work-necessity", "staff",
        "network-manager:許可 information-manager:許可");
    row("kameoka", "provide II internal  core-data-use", "staff", "owning-section:承諾 network-manager:同意");
    row("kameoka", "provide II internal  core-data-output", "staff", "network-manager:承諾");
    row("kameoka", "provide II internal  core-data-output+other-section", "staff",
        "network-manager:承諾 owning-section:同意");
    row("kameoka", "transport II", "staff", "asset-manager:許可");
    row("kameoka", "take-out III", "staff", "information-manager:許可");
    row("kameoka", "take-out II   usb-memory", "staff", "");
    row("kameoka", "take-out II   usb-memory+usb-ground", "staff", "information-manager:許可");
    row("kameoka", "store II   private-device", "staff", "information-manager:許可");
    row("kameoka", "dispose III", "staff", "asset-manager:許可");
    row("kameoka", "erase I", "staff", "asset-manager:許可");
    row("kameoka", "erase I   draft-abandoned", "staff", "");
    row("kameoka", "erase II   medium-after-use", "staff", "");
    row("kameoka", "lower I", "staff", "");
    row("kameoka", "exception II", "staff", "");
    row("kameoka", "exception II", "network-manager", "chief-information-officer:許可");
    row("kameoka", "exception II   minor", "system-manager", "information-supervisor:許可");
    row("kameoka", "exception II   urgent", "system-manager", "");
    row("buzen-council", "provide 2 contractor medium", "councillor", "");
    row("buzen-council", "transport 3B", "councillor", "security-officer:許可");
    row("buzen-council", "take-out 1", "councillor", "security-officer:許可");
    row("buzen-council", "dispose 1", "councillor", "security-officer:許可");
    row("buzen-council", "erase 3B", "councillor", "security-officer:許可");
    row("buzen-council", "erase 3B   no-longer-needed", "councillor", "");
    row("buzen-council", "erase 2   draft-abandoned", "councillor", "");
    row("buzen-council", "lower 2", "councillor", "");
    row("buzen-council", "exception 2", "councillor", "security-officer:指示");
    for (const char *pack : {"mic-model", "kurume", "unnan-iinan", "kita"}) {
        row(pack, "provide 2 contractor mail", "staff", "security-manager:許可");
        row(pack, "transport 3C", "staff", "security-manager:許可");
        row(pack, "take-out 1", "staff", "security-manager:許可");
        row(pack, "dispose 1", "staff", "security-manager:許可");
        row(pack, "erase 3B", "staff", "security-manager:許可");
        row(pack, "erase 3B   draft-abandoned", "staff", "");
        row(pack, "exception 2", "staff", "ciso:許可");
        row(pack, "lower 2", "staff", "");
    }
}

void TestApprovals::shippedPacks()
{
    QFETCH(QString, pack);
    QFETCH(QString, action);
    QFETCH(QString, level);
    QFETCH(QString, role);
    QFETCH(QString, destination);
    QFETCH(QString, channel);
    QFETCH(QString, given);
    QFETCH(QString, expected);
    const auto rules = m_library.find(pack);
    QVERIFY(rules);
    Classes classes;
    for (const Axis &axis : rules->axes)
        classes.emplace(axis.id, axis.levels.back().id);
    classes[rules->axes.front().id] = level;
    const Situation situation{action, classes, role, destination, channel, given.split(u'+', Qt::SkipEmptyParts)};
    const auto needed = approvalsFor(*rules, situation);
    QCOMPARE(asked(needed), expected.split(u' ', Qt::SkipEmptyParts));
    for (const Approval &approval : needed) {
        QVERIFY(!approval.citation.article.isEmpty());
        QVERIFY(approval.citation.draft || approval.citation.quote.contains(approval.word.ja));
    }
}

void TestApprovals::onlyTwoRolesOfKameokaMayAskForAnException()
{
    const auto kameoka = m_library.find(text("kameoka"));
    QStringList allowed;
    for (const Role &role : kameoka->roles) {
        const Situation situation{text("exception"), {{text("importance"), text("II")}}, role.id, {}, {}, {}};
        if (evaluate(*kameoka, situation).ruling != Ruling::Forbidden)
            allowed.append(role.id);
    }
    QCOMPARE(allowed, QStringList({text("network-manager"), text("system-manager")}));
}

void TestApprovals::shippedPacksSayWhatHoldsInTheOffice_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &pack : m_library.packs())
        QTest::newRow(qPrintable(pack->id)) << pack->id;
}

void TestApprovals::shippedPacksSayWhatHoldsInTheOffice()
{
    QFETCH(QString, id);
    const auto pack = m_library.find(id);
    QVERIFY(pack->separationOfDuties.required && pack->separationOfDuties.hasException());
    QCOMPARE(pack->separationOfDuties.citation.draft, id != u"buzen-council");
    QVERIFY(pack->passwords.minimumLength >= 12 && !pack->passwords.length.article.isEmpty());
    QCOMPARE(!pack->passwords.kinds.isEmpty(), id == u"buzen-council");
    QVERIFY(pack->passwords.changeInitial);
    QCOMPARE(pack->idle.minutes, 10);
    QCOMPARE(pack->retention.years, std::vector<int>({1, 3, 5, 10, 30}));
    QCOMPARE(pack->retention.start, RetentionStart::NextFiscalYear);
    QCOMPARE(pack->designation.has_value(), id == u"kameoka");
    QCOMPARE(pack->documentKinds.empty(), id == u"buzen-council");
    for (const Fact &fact : pack->facts)
        QVERIFY2(!fact.title.ja.isEmpty() && !fact.title.en.isEmpty(), qPrintable(fact.id));
    if (id == u"kameoka") {
        QCOMPARE(pack->designation->role, text("information-officer"));
        for (const char *one : {"network-manager", "information-manager", "system-manager"})
            QVERIFY2(counts(*pack, text(one), text("asset-manager")), one);
        QVERIFY(!counts(*pack, text("staff"), text("asset-manager")));
        QCOMPARE(pack->role(text("information-manager"))->reach, Reach::Section);
        QCOMPARE(pack->role(text("information-officer"))->reach, Reach::Department);
    }
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
