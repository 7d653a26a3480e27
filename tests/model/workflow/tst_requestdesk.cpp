// Asking, approving and what may be done by it, as the people of an office do it.
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
    QCOMPARE(desk.list()->size(), 0U);
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
