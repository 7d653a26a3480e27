// What somebody with the right tools might try, each found out by name.
#include "model/workflow/smalloffice.h"

#include <QJsonArray>
#include <QTest>

using namespace shirushi;
using namespace shirushi::workflow;
using tests::outcome;

class TestRequestAttacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<tests::Office>();
    }
    void approvalOfAPastedToB();
    void approverIsRequester();
    void approverIsRequesterUnderASecondAccount();
    void requestAlteredAfterApproval();
    void laterRequestOfTheSameId();
    void lapsed();
    void changedFile();
    void otherFilePurposeDeedOrClass();
    void wrongDepartment();
    void wrongRole();
    void forgedSignature();
    void decisionBySomebodyClosed();
    void decisionWithAFormerKey();
    void rosterRolledBack();
    void rosterOfAnotherOffice();
    void requestOfAnotherOffice();
    void askerWithABorrowedRole();
    void requestThatLeavesAnApprovalOut();
    void decidedBeforeItWasAsked();
    void clockSetBack();
    void planted();

private:
    std::pair<Request, Decision> approved(const Draft &draft)
    {
        const auto request = m_office->desk("yamada").ask(draft);
        const auto decisions = m_office->desk("suzuki").approve(request->id, {});
        if (!decisions)
            qFatal("not approved");
        return {*request, decisions->front()};
    }
    std::optional<Objection> checked(const Decision &decision, const Request &request)
    {
        return check(decision, request, {m_office->pack(), m_office->roster(), m_office->clock().now()});
    }
    // As somebody would who writes into the ledger with another program.
    void plant(const char *kind, const char *member, const QJsonObject &value)
    {
        QVERIFY(m_office->ledger().append({QLatin1String(kind), {}, {}, {}, {}, {}, {}, {{QLatin1String(member), value}}},
                                          m_office->signer("yamada"), m_office->clock()));
    }
    QString imported(const char *by, const Exchanged &exchanged)
    {
        QTemporaryDir folder;
        const auto file = writeExchanged(base::toPath(folder.path()), exchanged);
        if (!file)
            return QStringLiteral("not written");
        const Imported done = m_office->desk(by).importFrom(*file);
        return done.error ? done.error->subject : done.isNew ? QStringLiteral("new") : QStringLiteral("known");
    }
    std::unique_ptr<tests::Office> m_office;
};

void TestRequestAttacks::approvalOfAPastedToB()
{
    m_office->open();
    auto [a, approval] = approved(m_office->disposal());
    const Draft draftB = m_office->disposal("ほか.xlsx", '2');
    const auto b = m_office->desk("yamada").ask(draftB);
    Decision pasted = approval;
    pasted.request = b->id;
    QCOMPARE(checked(pasted, *b), Objection::WrongSignature);
    pasted.hash = hashOf(*b);
    QCOMPARE(checked(pasted, *b), Objection::WrongSignature);
    pasted = approval;
    pasted.request = b->id; // signed anew, but about A
    pasted = *sign(pasted, m_office->signer("suzuki"));
    QCOMPARE(checked(pasted, *b), Objection::RequestAltered);
    QCOMPARE(checked(approval, *b), Objection::UnknownRequest);
    QCOMPARE(imported("yamada", pasted), QStringLiteral("request-altered"));
    QCOMPARE(outcome(m_office->desk("yamada").permission(draftB.plan)), QStringLiteral("waiting"));
}

void TestRequestAttacks::approverIsRequester()
{
    m_office->open();
    const auto request = m_office->desk("suzuki").ask(m_office->disposal());
    QCOMPARE(outcome(m_office->desk("suzuki").approve(request->id, {})), QStringLiteral("approver-is-requester"));
}

void TestRequestAttacks::approverIsRequesterUnderASecondAccount()
{
    m_office->add("suzuki2", "information-manager", "税務課");
    m_office->person("suzuki2").signingKey = m_office->person("yamada").signingKey;
    m_office->open();
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    Decision decision;
    decision.request = request->id;
    decision.hash = hashOf(*request);
    decision.ruling = Ruling::Approved;
    decision.role = QStringLiteral("asset-manager");
    decision.by = QStringLiteral("suzuki2");
    decision.at = m_office->clock().now();
    decision = *sign(decision, m_office->signer("yamada")); // the key is the same
    QCOMPARE(checked(decision, *request), Objection::ApproverIsRequester);
    QCOMPARE(imported("yamada", decision), QStringLiteral("approver-is-requester"));
    m_office->person("suzuki2").signingKey = m_office->signer("suzuki2").publicKey();
    m_office->person("suzuki2").formerKeys = {m_office->person("yamada").signingKey};
    decision = *sign(decision, m_office->signer("suzuki2"));
    QCOMPARE(checked(decision, *request), Objection::ApproverIsRequester);
}

void TestRequestAttacks::requestAlteredAfterApproval()
{
    m_office->open();
    auto [request, approval] = approved(m_office->disposal());
    Request altered = request;
    altered.purpose = QStringLiteral("別の目的");
    QCOMPARE(checkRequest(altered, {m_office->pack(), m_office->roster(), m_office->clock().now()}), Objection::WrongSignature);
    altered = *sign(altered, m_office->signer("yamada"));
    QCOMPARE(checked(approval, altered), Objection::RequestAltered);
    QCOMPARE(imported("yamada", altered), QStringLiteral("request-altered"));
}

void TestRequestAttacks::laterRequestOfTheSameId()
{
    m_office->open();
    const Draft draft = m_office->disposal();
    const Request request = approved(draft).first;
    Draft other = draft;
    other.plan.purpose = QStringLiteral("別の目的");
    Request altered = request;
    altered.purpose = other.plan.purpose;
    altered = *sign(altered, m_office->signer("yamada"));
    plant("request", "request", toJson(altered));
    QCOMPARE(m_office->desk("yamada").list()->size(), 1U);
    QVERIFY(m_office->desk("yamada").permission(draft.plan));
    QCOMPARE(outcome(m_office->desk("yamada").permission(other.plan)), QStringLiteral("other-purpose"));
}

void TestRequestAttacks::lapsed()
{
    m_office->open();
    const Draft draft = m_office->disposal();
    approved(draft);
    m_office->clock().forward(defaultValidDays);
    QVERIFY(m_office->desk("yamada").permission(draft.plan));
    m_office->clock().forward(1);
    QCOMPARE(outcome(m_office->desk("yamada").permission(draft.plan)), QStringLiteral("lapsed"));
}

void TestRequestAttacks::changedFile()
{
    m_office->open();
    approved(m_office->disposal());
    const Draft changed = m_office->disposal("名簿.xlsx", '2');
    QCOMPARE(outcome(m_office->desk("yamada").permission(changed.plan)), QStringLiteral("changed-file"));
}

void TestRequestAttacks::otherFilePurposeDeedOrClass()
{
    m_office->open();
    const Draft draft = m_office->disposal();
    approved(draft);
    auto desk = m_office->desk("yamada");
    Draft other = m_office->disposal("ほか.xlsx", '2');
    QCOMPARE(outcome(desk.permission(other.plan)), QStringLiteral("other-file"));
    other = draft;
    other.plan.files.push_back(m_office->file("追加.xlsx", '3'));
    QCOMPARE(outcome(desk.permission(other.plan)), QStringLiteral("other-file"));
    other = draft;
    other.plan.purpose = QStringLiteral("机の整理");
    QCOMPARE(outcome(desk.permission(other.plan)), QStringLiteral("other-purpose"));
    other = draft;
    other.plan.action = QStringLiteral("take-out");
    QCOMPARE(outcome(desk.permission(other.plan)), QStringLiteral("other-action"));
    other = draft;
    other.plan.files.front() = m_office->file("名簿.xlsx", '1', "III");
    QCOMPARE(outcome(desk.permission(other.plan)), QStringLiteral("changed-class"));
}

void TestRequestAttacks::wrongDepartment()
{
    m_office->open();
    const Draft draft = m_office->disposal();
    const auto request = m_office->desk("yamada").ask(draft);
    QCOMPARE(outcome(m_office->desk("tanaka").approve(request->id, {})), QStringLiteral("wrong-department"));
    QCOMPARE(outcome(m_office->desk("tanaka").refuse(request->id, {})), QStringLiteral("wrong-department"));
}

void TestRequestAttacks::wrongRole()
{
    m_office->open();
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    QCOMPARE(outcome(m_office->desk("sato").approve(request->id, {})), QStringLiteral("wrong-role"));
    QCOMPARE(outcome(m_office->desk("yamada").approve(request->id, {})), QStringLiteral("wrong-role"));
}

void TestRequestAttacks::forgedSignature()
{
    m_office->open();
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    Decision forged;
    forged.request = request->id;
    forged.hash = hashOf(*request);
    forged.ruling = Ruling::Approved;
    forged.role = QStringLiteral("asset-manager");
    forged.by = QStringLiteral("suzuki");
    forged.at = m_office->clock().now();
    forged = *sign(forged, m_office->signer("yamada"));
    QCOMPARE(checked(forged, *request), Objection::UnknownKey);
    forged.keyId = m_office->signer("suzuki").keyId();
    QCOMPARE(checked(forged, *request), Objection::WrongSignature);
    QCOMPARE(imported("yamada", forged), QStringLiteral("wrong-signature"));
    forged.by = QStringLiteral("nobody");
    QCOMPARE(checked(forged, *request), Objection::UnknownPerson);
}

void TestRequestAttacks::decisionBySomebodyClosed()
{
    m_office->open();
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    Decision decision;
    decision.request = request->id;
    decision.hash = hashOf(*request);
    decision.ruling = Ruling::Approved;
    decision.role = QStringLiteral("asset-manager");
    decision.by = QStringLiteral("suzuki");
    decision.at = m_office->clock().now(); // before the account was closed, as it says
    decision = *sign(decision, m_office->signer("suzuki"));
    QVERIFY(!checked(decision, *request));
    m_office->clock().forward(1);
    m_office->person("suzuki").closed = m_office->clock().now();
    m_office->publish();
    QCOMPARE(imported("yamada", decision), QStringLiteral("closed-person"));
    plant("approval", "decision", toJson(decision));
    QCOMPARE(m_office->desk("yamada").find(request->id)->status.state, State::Waiting);
}

void TestRequestAttacks::decisionWithAFormerKey()
{
    m_office->open();
    auto [request, approval] = approved(m_office->disposal());
    people::Person &suzuki = m_office->person("suzuki");
    suzuki.formerKeys = {suzuki.signingKey};
    suzuki.signingKey = crypto::generateSigningKey()->publicKey;
    m_office->publish();
    QCOMPARE(checked(approval, request), Objection::UnknownKey);
    // What was recorded while the key was in force stays.
    QCOMPARE(m_office->desk("yamada").find(request.id)->status.state, State::Approved);
}

void TestRequestAttacks::rosterRolledBack()
{
    m_office->open();
    const auto before = m_office->directory();
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    m_office->person("suzuki").role = QStringLiteral("staff");
    m_office->publish();
    QCOMPARE(outcome(m_office->desk("suzuki").approve(request->id, {})), QStringLiteral("wrong-role"));
    m_office->useDirectory(before);
    QCOMPARE(outcome(m_office->desk("suzuki").approve(request->id, {})), QStringLiteral("roster-rolled-back"));
    QCOMPARE(outcome(m_office->desk("yamada").permission(m_office->disposal().plan)), QStringLiteral("roster-rolled-back"));
}

void TestRequestAttacks::rosterOfAnotherOffice()
{
    m_office->open();
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    tests::Office other;
    other.open();
    m_office->useDirectory(other.directory());
    QCOMPARE(outcome(m_office->desk("suzuki", other.signer("suzuki")).approve(request->id, {})), QStringLiteral("other-office"));
}

void TestRequestAttacks::requestOfAnotherOffice()
{
    m_office->open();
    tests::Office other;
    other.open();
    const auto request = other.desk("yamada").ask(other.disposal());
    QCOMPARE(imported("suzuki", *request), QStringLiteral("other-office"));
}

void TestRequestAttacks::askerWithABorrowedRole()
{
    m_office->open();
    Request request = *m_office->desk("yamada").ask(m_office->disposal());
    request.id = QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e");
    request.asker.department = QStringLiteral("福祉課"); // whose manager is a friend
    request = *sign(request, m_office->signer("yamada"));
    QCOMPARE(imported("suzuki", request), QStringLiteral("asker-differs"));
}

void TestRequestAttacks::requestThatLeavesAnApprovalOut()
{
    m_office->open();
    const Draft draft = m_office->disposal();
    Request request = *m_office->desk("yamada").ask(draft);
    request.id = QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e");
    request.needed.clear();
    request = *sign(request, m_office->signer("yamada"));
    QCOMPARE(imported("suzuki", request), QStringLiteral("needed-differs"));
    plant("request", "request", toJson(request));
    QCOMPARE(outcome(m_office->desk("yamada").permission(draft.plan)), QStringLiteral("waiting"));
    request.policyVersion = QStringLiteral("0"); // of rules that are not here any more
    request.id = QStringLiteral("1f8fad5b-d9cb-469f-a165-70867728950e");
    request = *sign(request, m_office->signer("yamada"));
    plant("request", "request", toJson(request));
    const QString why = outcome(m_office->desk("yamada").permission(draft.plan));
    QVERIFY2(why == u"needed-differs" || why == u"waiting", qPrintable(why));
}

void TestRequestAttacks::decidedBeforeItWasAsked()
{
    m_office->open();
    auto [request, approval] = approved(m_office->disposal());
    approval.at = request.at.addDays(-1);
    approval = *sign(approval, m_office->signer("suzuki"));
    QCOMPARE(checked(approval, request), Objection::WrongTime);
    approval.at = m_office->clock().now().addDays(1);
    approval = *sign(approval, m_office->signer("suzuki"));
    QCOMPARE(checked(approval, request), Objection::WrongTime);
}

// Back into the time when the approval still held: its own date is then in the future.
void TestRequestAttacks::clockSetBack()
{
    m_office->open();
    const Draft draft = m_office->disposal();
    const Request request = approved(draft).first;
    m_office->clock().forward(-10);
    QCOMPARE(outcome(m_office->desk("suzuki").refuse(request.id, {})), QStringLiteral("wrong-time"));
    QCOMPARE(outcome(m_office->desk("yamada").permission(draft.plan)), QStringLiteral("wrong-time"));
}

// Entries that another program wrote: none of them counts, and each says why.
void TestRequestAttacks::planted()
{
    m_office->open();
    const auto request = m_office->desk("yamada").ask(m_office->disposal());
    Decision decision;
    decision.request = request->id;
    decision.hash = hashOf(*request);
    decision.ruling = Ruling::Approved;
    decision.role = QStringLiteral("asset-manager");
    decision.by = QStringLiteral("yamada");
    decision.at = m_office->clock().now();
    plant("approval", "decision", toJson(*sign(decision, m_office->signer("yamada"))));
    decision.ruling = Ruling::Withdrawn; // under another kind than its own
    plant("approval", "decision", toJson(*sign(decision, m_office->signer("yamada"))));
    plant("approval", "decision", {{QStringLiteral("request"), QJsonArray()}});
    plant("exception-report", "report", {{QStringLiteral("request"), request->id}});
    const auto known = m_office->desk("yamada").find(request->id);
    QVERIFY(known);
    QCOMPARE(known->status.state, State::Waiting);
    QCOMPARE(known->status.objections.size(), 1U);
    QCOMPARE(known->status.objections.front().second, Objection::WrongRole);
}

QTEST_GUILESS_MAIN(TestRequestAttacks)
#include "tst_attacks.moc"
