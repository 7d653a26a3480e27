// The fold: what a request's records come to, as a table of what happens and where it then stands.
#include "model/workflow/smalloffice.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::workflow;

namespace {

// Needs the consent of the section that owns the data and that of the network manager: 第10条.
Request twoApprovals(const tests::Office &office, const char *until)
{
    Request request;
    request.id = QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e");
    request.office = people::fingerprintOf(office.directory()->roster().rootKey);
    request.policy = office.pack().id;
    request.policyVersion = office.pack().version;
    request.action = QStringLiteral("provide");
    request.given = {QStringLiteral("core-data-use")};
    request.files = {office.file("台帳.csv", '1', "III")};
    request.asker = {QStringLiteral("yamada"), QStringLiteral("staff"), QStringLiteral("税務課")};
    request.until = QDate::fromString(QLatin1String(until), Qt::ISODate);
    request.at = QDateTime::fromString(QStringLiteral("2026-11-20T03:00:00.000Z"), Qt::ISODateWithMs);
    request.needed = neededFor(office.pack(), situationOf(office.pack(), request));
    return *sign(std::move(request), office.signer("yamada"));
}

} // namespace

class TestRequestState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_office.open(); }
    void fold_data();
    void fold();
    void urgentStaysOpenUntilReported();
    void theNewestWordHolds();

private:
    Record made(const Request &request, const QString &word, const QDateTime &at) const;
    tests::Office m_office;
};

// A word of the table: who, what, and for how many days it holds.
Record TestRequestState::made(const Request &request, const QString &word, const QDateTime &at) const
{
    const QStringList parts = word.split(u':');
    Decision decision;
    decision.request = request.id;
    decision.hash = hashOf(request);
    decision.by = parts[0];
    decision.at = at;
    decision.role = decision.by == u"suzuki" ? QStringLiteral("owning-section") : QStringLiteral("network-manager");
    if (parts[1] == u"yes") {
        decision.ruling = Ruling::Approved;
        decision.validUntil = at.addDays(parts.value(2, QStringLiteral("30")).toInt());
    } else if (parts[1] == u"no") {
        decision.ruling = Ruling::Refused;
    } else {
        decision.ruling = Ruling::Withdrawn;
        decision.role.clear();
    }
    decision = *sign(decision, m_office.signer(qPrintable(decision.by)));
    return {decision, at, std::make_shared<people::Roster>(m_office.directory()->roster()), 1};
}

void TestRequestState::fold_data()
{
    QTest::addColumn<QString>("records");
    QTest::addColumn<int>("day"); // it is looked at so many days later
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("waitingFor");
    const auto row = [](const char *records, int day, const char *until, const char *state, const char *waitingFor) {
        QTest::addRow("%s after %d days, until %s", *records ? records : "nothing", day, *until ? until : "whenever")
            << QString::fromLatin1(records) << day << QString::fromLatin1(until) << QString::fromLatin1(state)
            << QString::fromLatin1(waitingFor);
    };
    row("", 0, "", "waiting", "owning-section network-manager");
    row("suzuki:yes", 1, "", "waiting", "network-manager");
    row("kato:yes", 1, "", "waiting", "owning-section");
    row("suzuki:yes kato:yes", 1, "", "approved", "");
    row("kato:yes suzuki:yes", 30, "", "approved", "");
    row("kato:yes suzuki:yes", 31, "", "lapsed", "owning-section network-manager");
    row("kato:yes:5 suzuki:yes", 6, "", "lapsed", "network-manager");
    row("kato:yes:5 suzuki:yes kato:yes", 6, "", "approved", "");
    row("kato:yes suzuki:yes", 11, "2026-11-30", "lapsed", "");
    row("kato:yes suzuki:yes", 9, "2026-11-30", "approved", "");
    row("", 11, "2026-11-30", "lapsed", "owning-section network-manager");
    row("suzuki:no", 1, "", "refused", "owning-section network-manager");
    row("suzuki:yes kato:no", 1, "", "refused", "network-manager");
    row("suzuki:yes kato:yes suzuki:no", 1, "", "refused", "");
    row("suzuki:no suzuki:yes kato:yes", 1, "", "refused", "");
    row("yamada:withdrawn", 1, "", "withdrawn", "owning-section network-manager");
    row("suzuki:yes kato:yes yamada:withdrawn", 1, "", "withdrawn", "");
    row("suzuki:no yamada:withdrawn", 1, "", "refused", "owning-section network-manager");
    row("sato:withdrawn", 1, "", "waiting", "owning-section network-manager");
    row("tanaka:yes", 1, "", "waiting", "owning-section network-manager");
    row("tanaka:no", 1, "", "waiting", "owning-section network-manager");
    row("yamada:yes", 1, "", "waiting", "owning-section network-manager");
}

void TestRequestState::fold()
{
    QFETCH(QString, records);
    QFETCH(int, day);
    QFETCH(QString, until);
    QFETCH(QString, state);
    QFETCH(QString, waitingFor);
    const Request request = twoApprovals(m_office, qPrintable(until));
    QCOMPARE(request.needed.size(), 2U);
    std::vector<Record> all;
    QDateTime at = request.at;
    for (const QString &word : records.split(u' ', Qt::SkipEmptyParts))
        all.push_back(made(request, word, at = at.addSecs(60)));
    const Status status = statusOf(request, all, m_office.pack(), request.at.addDays(day));
    QCOMPARE(nameOf(status.state), state);
    QStringList roles;
    for (const Needed &needed : status.waitingFor)
        roles += needed.role;
    QCOMPARE(roles.join(u' '), waitingFor);
    for (const auto &[seq, objection] : status.objections)
        QCOMPARE(seq, 1);
}

void TestRequestState::urgentStaysOpenUntilReported()
{
    Request request = twoApprovals(m_office, "");
    request.action = QStringLiteral("exception");
    request.needed.clear();
    request.reportTo = {QStringLiteral("chief-information-officer"), QStringLiteral("information-supervisor")};
    request.urgent = true;
    std::vector<Record> records;
    const auto roster = std::make_shared<people::Roster>(m_office.directory()->roster());
    QCOMPARE(statusOf(request, records, m_office.pack(), request.at.addDays(400)).state, State::ReportDue);
    records.push_back({Report{request.id, {request.reportTo[1]}, {}, QStringLiteral("kato")}, request.at, roster, 2});
    const Status half = statusOf(request, records, m_office.pack(), request.at);
    QCOMPARE(half.state, State::ReportDue);
    QCOMPARE(half.reportsDue, QStringList{request.reportTo[0]});
    records.push_back({Report{request.id, {request.reportTo[0]}, {}, QStringLiteral("kato")}, request.at, roster, 3});
    QCOMPARE(statusOf(request, records, m_office.pack(), request.at).state, State::Reported);
}

void TestRequestState::theNewestWordHolds()
{
    const Request request = twoApprovals(m_office, "");
    const std::vector<Record> records{made(request, QStringLiteral("kato:yes:5"), request.at.addSecs(1)),
                                      made(request, QStringLiteral("suzuki:yes:20"), request.at.addSecs(2)),
                                      made(request, QStringLiteral("kato:yes:10"), request.at.addSecs(3))};
    const Status status = statusOf(request, records, m_office.pack(), request.at.addDays(1));
    QCOMPARE(status.given.size(), 2U);
    QCOMPARE(status.validUntil, request.at.addSecs(3).addDays(10));
}

QTEST_GUILESS_MAIN(TestRequestState)
#include "tst_requeststate.moc"
