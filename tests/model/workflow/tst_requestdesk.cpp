// Asking, approving and what may be done by it, as the people of an office do it.
#include "ledger/personalnumber.h"
#include "model/workflow/smalloffice.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::workflow;
using tests::outcome;

class TestRequestDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<tests::Office>();
        m_office->open();
    }
    void askedApprovedDone();
    void articlesOwnWord();
    void listsWhatConcernsMe();
    void refusedAndWithdrawn();
    void deputiesOnTheirDays();
    void sharedDutiesAreFlagged();
    void paperIsNoSignature();
    void whoMayAskForAnException();
    void urgentExceptionsNag();
    void movingLaterChangesNothing();
    void badDrafts();
    void onlyInItsPeriod();
    void lowerClassIsTheOneThatWasApproved();
    void namesAndContentsAreRecorded();
    void personalNumbersAreRefused_data();
    void personalNumbersAreRefused();
    void personalNumbersFromOutsideAreRefused();
    void longWordsAreRefused();

private:
    QString approved(const Draft &draft)
    {
        const auto request = m_office->desk("yamada").ask(draft);
        if (!request || !m_office->desk("suzuki").approve(request->id, {QStringLiteral("可"), {}, {}}))
            qFatal("not approved");
        return request->id;
    }
    std::unique_ptr<tests::Office> m_office;
};

void TestRequestDesk::askedApprovedDone()
{
    auto clerk = m_office->desk("yamada");
    const Draft draft = m_office->disposal();
    QCOMPARE(outcome(clerk.permission(draft.plan)), QStringLiteral("no-request"));
    const auto request = clerk.ask(draft);
    QVERIFY(request);
    QCOMPARE(outcome(clerk.permission(draft.plan)), QStringLiteral("waiting"));
    m_office->clock().forward(1);
    const auto decisions = m_office->desk("suzuki").approve(request->id, {QStringLiteral("可"), {}, {}});
    QVERIFY(decisions);
    QCOMPARE(decisions->size(), 1U);
    const auto permission = clerk.permission(draft.plan);
    QVERIFY(permission);
    QVERIFY(permission->needed);
    QCOMPARE(permission->request, request->id);
    QCOMPARE(permission->given.front().by, QStringLiteral("suzuki"));
    QVERIFY(!permission->given.front().onPaper);
    QCOMPARE(permission->validUntil, m_office->clock().now().addDays(defaultValidDays));
    const auto entries = m_office->ledger().list({});
    QCOMPARE(entries->at(1).draft.kind, QStringLiteral("request"));
    QCOMPARE(entries->at(2).draft.kind, QStringLiteral("approval"));
    QCOMPARE(entries->at(2).draft.contentHash, draft.plan.files.front().contentHash);
}

void TestRequestDesk::articlesOwnWord()
{
    Draft sending = m_office->disposal();
    sending.plan.action = QStringLiteral("send");
    sending.plan.destination = QStringLiteral("government");
    sending.plan.channel = QStringLiteral("medium");
    sending.plan.files = {m_office->file("名簿.xlsx", '1', "II")};
    const auto request = m_office->desk("yamada").ask(sending);
    QVERIFY2(request, qPrintable(outcome(request)));
    QStringList words;
    for (const Needed &needed : request->needed)
        words += needed.word.ja + u' ' + needed.article;
    QCOMPARE(words, QStringList({QStringLiteral("承認 第8条第2項"), QStringLiteral("許可 第35条第5号")}));
    QVERIFY(m_office->desk("suzuki").approve(request->id, {}));
    QCOMPARE(m_office->desk("yamada").find(request->id)->status.state, State::Approved);
}

void TestRequestDesk::listsWhatConcernsMe()
{
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    QVERIFY(request);
    QCOMPARE(m_office->desk("suzuki").list(Show::WaitingForMe)->size(), 1U);
    QCOMPARE(m_office->desk("tanaka").list(Show::WaitingForMe)->size(), 0U);
    QCOMPARE(m_office->desk("yamada").list(Show::WaitingForMe)->size(), 0U);
    QCOMPARE(m_office->desk("yamada").list(Show::Mine)->size(), 1U);
    QCOMPARE(m_office->desk("sato").list(Show::Mine)->size(), 0U);
    QCOMPARE(m_office->desk("sato").list()->size(), 1U);
    QVERIFY(m_office->desk("yamada").findSeen(request->id));
    QVERIFY(m_office->desk("suzuki").findSeen(request->id));
    QVERIFY(m_office->desk("tanaka").findSeen(request->id)); // who answers for others sees everything
    QCOMPARE(m_office->desk("sato").findSeen(request->id).error().code, base::ErrorCode::NotFound);
    QCOMPARE(m_office->desk("yamada").prepare(m_office->disposal())->needed, request->needed);
    QCOMPARE(m_office->desk("yamada").list()->size(), 1U); // that records nothing
    QVERIFY(m_office->desk("suzuki").approve(request->id, {}));
    QCOMPARE(m_office->desk("suzuki").list(Show::WaitingForMe)->size(), 0U);
}

void TestRequestDesk::refusedAndWithdrawn()
{
    const Draft draft = m_office->disposal();
    const auto first = m_office->desk("yamada").ask(draft);
    QVERIFY(m_office->desk("suzuki").refuse(first->id, QStringLiteral("保存期間中")));
    QCOMPARE(outcome(m_office->desk("yamada").permission(draft.plan)), QStringLiteral("refused"));
    QCOMPARE(m_office->desk("yamada").find(first->id)->status.comment, QStringLiteral("保存期間中"));
    QCOMPARE(outcome(m_office->desk("suzuki").approve(first->id, {})), QStringLiteral("refused"));

    const QString second = approved(draft);
    QVERIFY(m_office->desk("yamada").permission(draft.plan));
    QCOMPARE(outcome(m_office->desk("sato").withdraw(second, {})), QStringLiteral("not-the-asker"));
    QVERIFY(m_office->desk("yamada").withdraw(second, QStringLiteral("取りやめ")));
    QCOMPARE(outcome(m_office->desk("yamada").permission(draft.plan)), QStringLiteral("withdrawn"));
    QVERIFY(!m_office->desk("yamada").withdraw(second, {}));
}

void TestRequestDesk::deputiesOnTheirDays()
{
    m_office->person("sato").deputies = {{QStringLiteral("suzuki"), QDate(2026, 11, 25), QDate(2026, 11, 26)}};
    m_office->publish();
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    QCOMPARE(outcome(m_office->desk("sato").approve(request->id, {})), QStringLiteral("wrong-role"));
    m_office->clock().forward(5);
    const auto decisions = m_office->desk("sato").approve(request->id, {});
    QVERIFY(decisions);
    QCOMPARE(decisions->front().deputyFor, QStringLiteral("suzuki"));
    QCOMPARE(m_office->desk("yamada").find(request->id)->status.given.front().deputyFor, QStringLiteral("suzuki"));

    Decision later = decisions->front();
    later.at = m_office->clock().now().addDays(2);
    later = *sign(later, m_office->signer("sato"));
    QCOMPARE(check(later, *request, {m_office->pack(), m_office->roster(), later.at}), Objection::NotDeputy);
    later.deputyFor = QStringLiteral("tanaka");
    later.at = m_office->clock().now();
    later = *sign(later, m_office->signer("sato"));
    QCOMPARE(check(later, *request, {m_office->pack(), m_office->roster(), later.at}), Objection::NotDeputy);
}

void TestRequestDesk::sharedDutiesAreFlagged()
{
    const Draft draft = m_office->disposal();
    auto manager = m_office->desk("suzuki");
    const auto request = manager.ask(draft);
    const ApprovalWords because{{}, {}, QStringLiteral("課に一人しかいない")};
    QCOMPARE(outcome(manager.approve(request->id, {})), QStringLiteral("approver-is-requester"));
    QCOMPARE(outcome(manager.approve(request->id, because)), QStringLiteral("shared-duties-forbidden"));
    QCOMPARE(outcome(manager.countersign(request->id, {})), QStringLiteral("not-flagged"));

    m_office->roster().switches.sharedDuties = true;
    m_office->publish();
    auto allowed = m_office->desk("suzuki");
    QCOMPARE(outcome(allowed.approve(request->id, {})), QStringLiteral("approver-is-requester"));
    QVERIFY(allowed.approve(request->id, because));
    QCOMPARE(allowed.find(request->id)->status.state, State::Flagged);
    QVERIFY(allowed.permission(draft.plan)->flagged);
    QCOMPARE(outcome(allowed.countersign(request->id, {})), QStringLiteral("countersigner-involved"));
    QCOMPARE(outcome(m_office->desk("yamada").countersign(request->id, {})), QStringLiteral("not-a-reviewer"));
    QVERIFY(m_office->desk("kondo").countersign(request->id, QStringLiteral("確認した")));
    QCOMPARE(allowed.find(request->id)->status.state, State::Approved);
    QCOMPARE(allowed.find(request->id)->status.given.front().countersignedBy, QStringLiteral("kondo"));
}

void TestRequestDesk::paperIsNoSignature()
{
    const Draft draft = m_office->disposal();
    const auto request = m_office->desk("yamada").ask(draft);
    Paper paper{QStringLiteral("税務課長 鈴木"), QDate(2026, 11, 20), QString()};
    QVERIFY(!m_office->desk("yamada").recordPaper(request->id, paper));
    paper.documentNumber = QStringLiteral("税第123号");
    QCOMPARE(m_office->desk("yamada").scanOf(request->id).error().code, base::ErrorCode::NotFound);
    paper.scan = ledger::Attachment{QStringLiteral("決裁.pdf"), "%PDF stamped"};
    QVERIFY(m_office->desk("yamada").recordPaper(request->id, paper));
    const auto permission = m_office->desk("yamada").permission(draft.plan);
    QVERIFY(permission);
    QVERIFY(permission->given.front().onPaper);
    const auto scan = m_office->desk("suzuki").scanOf(request->id);
    QVERIFY(scan);
    QCOMPARE(scan->name, QStringLiteral("決裁.pdf"));
    QCOMPARE(scan->bytes, QByteArray("%PDF stamped"));
    QCOMPARE(permission->given.front().by, QStringLiteral("税務課長 鈴木"));
    Draft other = m_office->disposal("ほかの名簿.xlsx", '2');
    QCOMPARE(outcome(m_office->desk("yamada").permission(other.plan)), QStringLiteral("other-file"));

    m_office->roster().switches.paperDecisions = false;
    m_office->publish();
    QVERIFY(m_office->desk("yamada").permission(draft.plan)); // it was allowed when it was recorded
    const auto second = m_office->desk("yamada").ask(other);
    QCOMPARE(outcome(m_office->desk("yamada").recordPaper(second->id, paper)), QStringLiteral("paper-forbidden"));
}

void TestRequestDesk::whoMayAskForAnException()
{
    Draft draft;
    draft.plan.action = QStringLiteral("exception");
    draft.plan.purpose = QStringLiteral("回線の障害");
    const auto refused = m_office->desk("yamada").ask(draft);
    QCOMPARE(outcome(refused), QStringLiteral("forbidden-by-rules"));
    QVERIFY(refused.error().message.contains(QStringLiteral("ネットワーク管理者、システム業務管理者")));
    const auto request = m_office->desk("kato").ask(draft);
    QVERIFY(request);
    QCOMPARE(request->needed.front().role, QStringLiteral("chief-information-officer"));
    QCOMPARE(outcome(m_office->desk("ueda").approve(request->id, {})), QStringLiteral("wrong-role"));
    QVERIFY(m_office->desk("aoki").approve(request->id, {}));
}

void TestRequestDesk::urgentExceptionsNag()
{
    Draft draft;
    draft.plan.action = QStringLiteral("exception");
    draft.plan.given = {QStringLiteral("urgent")};
    auto desk = m_office->desk("kato");
    QCOMPARE(outcome(desk.permission(draft.plan)), QStringLiteral("no-request"));
    const auto request = desk.ask(draft);
    QVERIFY(request);
    QVERIFY(request->urgent);
    QVERIFY(desk.permission(draft.plan));
    m_office->clock().forward(90);
    QCOMPARE(desk.find(request->id)->status.state, State::ReportDue);
    QVERIFY(!desk.recordReport(request->id, {QStringLiteral("staff")}, {}));
    QVERIFY(desk.recordReport(request->id, {QStringLiteral("chief-information-officer")}, QStringLiteral("復旧した")));
    QCOMPARE(desk.find(request->id)->status.reportsDue, QStringList{QStringLiteral("information-supervisor")});
    QVERIFY(desk.recordReport(request->id, {QStringLiteral("information-supervisor")}, {}));
    QCOMPARE(desk.find(request->id)->status.state, State::Reported);
}

void TestRequestDesk::movingLaterChangesNothing()
{
    const Draft draft = m_office->disposal();
    approved(draft);
    m_office->clock().forward(1);
    m_office->person("suzuki").closed = m_office->clock().now();
    m_office->publish();
    QVERIFY(m_office->desk("yamada").permission(draft.plan));
    const auto next = m_office->desk("yamada").ask(m_office->disposal("次.xlsx", '2'));
    QCOMPARE(outcome(m_office->desk("suzuki").approve(next->id, {})), QStringLiteral("closed-person"));
}

void TestRequestDesk::badDrafts()
{
    auto desk = m_office->desk("yamada");
    Draft draft = m_office->disposal();
    draft.plan.files.clear();
    QVERIFY(!desk.ask(draft));
    draft = m_office->disposal();
    draft.plan.given = {QStringLiteral("no-such-fact")};
    QVERIFY(!desk.ask(draft));
    draft = m_office->disposal();
    draft.plan.files.front().classes = {{QStringLiteral("importance"), QStringLiteral("IX")}};
    QVERIFY(!desk.ask(draft));
    draft = m_office->disposal();
    draft.from = QDate(2026, 12, 1);
    draft.until = QDate(2026, 11, 30);
    QVERIFY(!desk.ask(draft));
    draft = m_office->disposal();
    draft.plan.action = QStringLiteral("store");
    QVERIFY(!desk.ask(draft)); // the rules want nobody's approval
    draft = m_office->disposal();
    draft.plan.purpose = QString(longestText + 1, u'あ');
    QVERIFY(!desk.ask(draft));
    draft = m_office->disposal();
    draft.plan.files.assign(mostFiles, m_office->file(qPrintable(QString(longestName, u'a')), '1'));
    const auto large = desk.ask(draft); // within every bound but that of the file it would travel in
    QVERIFY(!large);
    QCOMPARE(large.error().code, base::ErrorCode::TooLarge);
    draft = m_office->disposal();
    draft.plan.target = {{QStringLiteral("importance"), QStringLiteral("III")}}; // only to lower a class
    QCOMPARE(desk.ask(draft).error().code, base::ErrorCode::InvalidInput);
    draft = m_office->disposal(qPrintable(QString(longestName + 1, u'a')));
    QCOMPARE(desk.ask(draft).error().code, base::ErrorCode::TooLarge); // nobody could read it
    QCOMPARE(desk.list()->size(), 0U);
}

void TestRequestDesk::lowerClassIsTheOneThatWasApproved()
{
    policy::Rule rule;
    rule.id = QStringLiteral("lower");
    rule.when.actions = {QStringLiteral("lower")};
    rule.ruling = policy::Ruling::WithObligations;
    policy::Obligation approval;
    approval.id = QStringLiteral("approval");
    approval.approver = QStringLiteral("information-manager");
    approval.word.ja = QStringLiteral("承認");
    rule.obligations = {approval};
    m_office->changePack().rules.push_back(rule);
    const auto level = [](const char *name) { return policy::Classes{{QStringLiteral("importance"), QLatin1String(name)}}; };
    Draft draft;
    draft.plan.action = QStringLiteral("lower");
    draft.plan.purpose = QStringLiteral("公表した");
    draft.plan.files = {m_office->file("名簿.xlsx", '1', "II")};
    auto desk = m_office->desk("yamada");
    for (const char *not_lower : {"I", "II", "IX"}) {
        draft.plan.target = level(not_lower);
        QCOMPARE(desk.ask(draft).error().code, base::ErrorCode::InvalidInput);
    }
    draft.plan.target = level("III");
    approved(draft);
    QVERIFY(desk.permission(draft.plan));
    draft.plan.target = {}; // to take the label away is more
    QCOMPARE(outcome(desk.permission(draft.plan)), QStringLiteral("changed-class"));
    approved(draft);
    QVERIFY(desk.permission(draft.plan));
    draft.plan.target = level("III");
    QVERIFY(desk.permission(draft.plan)); // the first one
}

void TestRequestDesk::namesAndContentsAreRecorded()
{
    auto desk = m_office->desk("yamada");
    Draft two = m_office->disposal("一.xlsx", '1');
    two.plan.files.push_back(m_office->file("二.xlsx", '2'));
    QVERIFY(desk.ask(two));
    const auto request = desk.ask(m_office->disposal("三.xlsx", '3'));
    QVERIFY(m_office->desk("suzuki").approve(request->id, {QStringLiteral("可"), {}, {}}));
    QCOMPARE((*m_office->ledger().entry(2))->draft.file, QStringLiteral("一.xlsx and 1 more"));
    QCOMPARE((*m_office->ledger().entry(3))->draft.file, QStringLiteral("三.xlsx"));
    const auto found = [&](const ledger::Query &query) {
        QList<std::int64_t> numbers;
        const auto entries = m_office->ledger().list(query);
        for (const ledger::Entry &entry : *entries)
            numbers += entry.seq;
        return numbers;
    };
    ledger::Query query;
    query.file = QStringLiteral("/srv/税務課/二.xlsx");
    QCOMPARE(found(query), QList<std::int64_t>{2});
    query.file = QStringLiteral("/srv/税務課/三.xlsx");
    QCOMPARE(found(query), (QList<std::int64_t>{3, 4}));
    query.file = QStringLiteral("/srv/税務課/四.xlsx");
    QCOMPARE(found(query), QList<std::int64_t>());
    query.file.clear();
    query.contentHash = m_office->file("x", '2').contentHash;
    QCOMPARE(found(query), QList<std::int64_t>{2});
}

void TestRequestDesk::personalNumbersAreRefused_data()
{
    QTest::addColumn<QString>("place");
    for (const char *place : {"purpose", "file", "approval", "refusal", "withdrawal", "paper: who", "paper: number", "report",
                              "shared duties", "countersign"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

void TestRequestDesk::personalNumbersAreRefused()
{
    QFETCH(QString, place);
    const QString number = QStringLiteral("マイナンバー 1234-5678-9018");
    auto clerk = m_office->desk("yamada");
    auto manager = m_office->desk("suzuki");
    Draft draft = m_office->disposal();
    if (place == u"purpose")
        draft.plan.purpose = number;
    if (place == u"file")
        draft.plan.files.front().name = number;
    const auto request = clerk.ask(draft);
    const std::int64_t size = *m_office->ledger().size();
    const auto codeOf = [](const auto &result) { return result ? base::ErrorCode::Cancelled : result.error().code; };
    const base::ErrorCode refused = place == u"approval"        ? codeOf(manager.approve(request->id, {number, {}, {}}))
                                    : place == u"refusal"       ? codeOf(manager.refuse(request->id, number))
                                    : place == u"withdrawal"    ? codeOf(clerk.withdraw(request->id, number))
                                    : place == u"paper: who"    ? codeOf(clerk.recordPaper(request->id, {number, QDate(2026, 11, 20), QStringLiteral("1号")}))
                                    : place == u"paper: number" ? codeOf(clerk.recordPaper(request->id, {QStringLiteral("課長"), QDate(2026, 11, 20), number}))
                                    : place == u"report" || place == u"shared duties" || place == u"countersign"
                                        ? codeOf(ledger::refusePersonalNumbers({place, {}, {}, {}, {}, {}, number, {}}))
                                        : codeOf(request);
    QCOMPARE(refused, base::ErrorCode::InvalidInput);
    QCOMPARE(*m_office->ledger().size(), size);
    QVERIFY(place == u"purpose" || place == u"file" || clerk.find(request->id)->records.empty());
}

// Signed on another desktop by one that looked at nothing.
void TestRequestDesk::personalNumbersFromOutsideAreRefused()
{
    const QString number = QStringLiteral("個人番号：１２３４５６７８９０１８");
    const auto known = m_office->desk("yamada").ask(m_office->disposal());
    Request request = *known;
    request.id = QStringLiteral("7d0a3f52-6b1c-4e0e-9a55-0d7f3b1c2e44");
    request.purpose = number;
    request = *sign(request, m_office->signer("yamada"));
    Decision decision;
    decision.request = known->id;
    decision.hash = hashOf(*known);
    decision.ruling = Ruling::Approved;
    decision.role = known->needed.front().role;
    decision.by = QStringLiteral("suzuki");
    decision.comment = number;
    decision.at = m_office->clock().now();
    decision.validUntil = decision.at.addDays(1);
    decision = *sign(decision, m_office->signer("suzuki"));
    const std::int64_t size = *m_office->ledger().size();
    for (const Exchanged &exchanged : {Exchanged(request), Exchanged(decision)}) {
        const base::Path file = base::toPath(m_office->path("x.shirushi-request"));
        QVERIFY(writeExchangedAs(file, exchanged));
        const Imported imported = m_office->desk("suzuki").importFrom(file);
        QVERIFY(imported.error);
        QCOMPARE(imported.error->code, base::ErrorCode::InvalidInput);
        QVERIFY(!base::oneLine(*imported.error).contains(number));
    }
    QCOMPARE(*m_office->ledger().size(), size);
}

void TestRequestDesk::longWordsAreRefused()
{
    const QString words(longestText + 1, u'あ');
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    const std::int64_t size = *m_office->ledger().size();
    // They could be recorded, and nobody could read them there: the approval would count for nothing.
    QCOMPARE(m_office->desk("suzuki").approve(request->id, {words, {}, {}}).error().code, base::ErrorCode::TooLarge);
    QCOMPARE(m_office->desk("suzuki").refuse(request->id, words).error().code, base::ErrorCode::TooLarge);
    QCOMPARE(m_office->desk("yamada").recordPaper(request->id, {words, QDate(2026, 11, 20), QStringLiteral("1号")}).error().code,
             base::ErrorCode::TooLarge);
    QCOMPARE(*m_office->ledger().size(), size);
}

void TestRequestDesk::onlyInItsPeriod()
{
    Draft draft = m_office->disposal();
    draft.from = QDate(2026, 12, 1);
    draft.until = QDate(2026, 12, 5);
    approved(draft);
    QCOMPARE(outcome(m_office->desk("yamada").permission(draft.plan)), QStringLiteral("not-yet"));
    m_office->clock().forward(12);
    QVERIFY(m_office->desk("yamada").permission(draft.plan));
    QCOMPARE(outcome(m_office->desk("sato").permission(draft.plan)), QStringLiteral("other-person"));
    m_office->clock().forward(5);
    QCOMPARE(outcome(m_office->desk("yamada").permission(draft.plan)), QStringLiteral("lapsed"));
}

QTEST_GUILESS_MAIN(TestRequestDesk)
#include "tst_requestdesk.moc"
