// Requests over the real rooms: asked by one person, approved by another who signs in beside them.
#include "language/language.h"
#include "people/administration.h"
#include "window/officedesk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

namespace {

base::SecretBytes password(const char *text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text), qstrlen(text)));
}

// A disposal of one file of class I.
workflow::Draft wantedDisposal()
{
    workflow::Draft draft;
    draft.plan.action = QStringLiteral("dispose");
    draft.plan.purpose = QStringLiteral("保存期間の満了");
    const QString hash(64, QLatin1Char('1'));
    draft.plan.files = {{QStringLiteral("名簿.xlsx"), QStringLiteral("sha256:") + hash, hash, QStringLiteral("kameoka"),
                         {{QStringLiteral("importance"), QStringLiteral("I")}}}};
    return draft;
}

} // namespace

class TestOfficeApprovals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theApproverSignsInBesideTheAsker();
    void theApproverSeesWhatWaits();
    void requestsGoByFiles();
    void whatMayBeAskedFollowsTheRules();
    void theScanOfAPaperDecisionIsKept();

private:
    QString ask();
    approvals::Item item(const QString &id)
    {
        const auto overview = m_desk->approvalDesk().overview();
        if (!overview)
            qFatal("%s", qPrintable(overview.error().message));
        for (const approvals::Item &known : overview->items) {
            if (known.id == id)
                return known;
        }
        return {};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<people::Office> m_office;
    std::unique_ptr<window::OfficeDesk> m_desk;
};

void TestOfficeApprovals::initTestCase()
{
    language::install(*qApp);
    const base::SystemClock clock;
    m_office = std::make_unique<people::Office>(base::toPath(m_folder.filePath(QStringLiteral("data"))));
    const auto pack = policy::Library::load().find(QStringLiteral("kameoka"));
    QVERIFY(pack);
    people::Founder founder{QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("staff")};
    founder.department = QStringLiteral("税務課");
    auto session = m_office->found(*pack, founder, password("correct horse"), {}, clock);
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    {
        auto ledger = m_office->openLedger(*session);
        QVERIFY(ledger);
        auto administration = people::Administration::open(*m_office, *session, *ledger, clock);
        QVERIFY(administration);
        const auto added = administration->add(*pack, {QStringLiteral("suzuki"), QStringLiteral("鈴木 一郎"),
                                                       QStringLiteral("information-manager"), {}, QStringLiteral("税務課")},
                                               password("temporary one"));
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
    }
    m_desk = std::make_unique<window::OfficeDesk>(*m_office);
    QVERIFY(m_desk->signIn(QStringLiteral("yamada"), password("correct horse")));
}

QString TestOfficeApprovals::ask()
{
    QString id;
    m_desk->withOpen([&](window::OpenOffice *open) {
        const base::SystemClock clock;
        workflow::RequestDesk requests({open->ledger, open->session, open->directory, open->pack, clock});
        const auto request = requests.ask(wantedDisposal());
        if (!request)
            qFatal("%s", qPrintable(request.error().message));
        id = request->id;
    });
    return id;
}

void TestOfficeApprovals::theApproverSignsInBesideTheAsker()
{
    approvals::ApprovalDesk &desk = m_desk->approvalDesk();
    const QString id = ask();
    const approvals::Item asked = item(id);
    QVERIFY(asked.isMine && !asked.waitsForMe);
    QCOMPARE(asked.state, approvals::State::Waiting);
    QVERIFY(!asked.needs.empty() && asked.needs.front().isOpen);
    QVERIFY(!asked.needs.front().word.isEmpty() && !asked.needs.front().citation.article.isEmpty());
    QCOMPARE(asked.approvers.size(), std::size_t(1));
    QCOMPARE(asked.approvers.front().name, QStringLiteral("鈴木 一郎"));

    const QString approver = asked.approvers.front().id;
    const auto temporary = desk.decideAs(approver, password("temporary one"), id, true, {});
    QVERIFY(!temporary);
    QCOMPARE(temporary.error().code, base::ErrorCode::Forbidden);
    auto own = m_office->signIn(approver, password("temporary one"), base::SystemClock());
    QVERIFY(own);
    QVERIFY(people::changeOwnPassword(*m_office, *own, password("a longer password 1")));
    QVERIFY(!desk.decideAs(approver, password("wrong"), id, true, {}));
    QCOMPARE(item(id).state, approvals::State::Waiting);

    approvals::Words words;
    words.comment = QStringLiteral("確認した");
    words.validUntil = QDate::currentDate().addDays(3);
    const auto approved = desk.decideAs(approver, password("a longer password 1"), id, true, words);
    QVERIFY2(approved, approved ? "" : qPrintable(approved.error().message));
    const approvals::Item done = item(id);
    QCOMPARE(done.state, approvals::State::Approved);
    QCOMPARE(done.given.front().by, QStringLiteral("鈴木 一郎"));
    QCOMPARE(done.given.front().comment, QStringLiteral("確認した"));
    QCOMPARE(done.validUntil.toLocalTime().date(), words.validUntil);
    QCOMPARE(m_desk->who()->id, QStringLiteral("yamada"));
    base::NoProgress quiet;
    const auto proof = m_desk->reviewDesk().verify(quiet);
    QVERIFY(proof && proof->findings.empty());
}

void TestOfficeApprovals::theApproverSeesWhatWaits()
{
    const QString id = ask();
    m_desk->lock();
    QVERIFY(!m_desk->approvalDesk().overview());
    QVERIFY(m_desk->signIn(QStringLiteral("suzuki"), password("a longer password 1")));
    const approvals::Item waiting = item(id);
    QVERIFY(waiting.waitsForMe && !waiting.isMine);
    QVERIFY(m_desk->approvalDesk().refuse(id, QStringLiteral("時期尚早")));
    QCOMPARE(item(id).state, approvals::State::Refused);
    QCOMPARE(item(id).endedBy, QStringLiteral("鈴木 一郎"));
    const auto again = m_desk->approvalDesk().approve(id, {});
    QVERIFY(!again);
    m_desk->lock();
    QVERIFY(m_desk->signIn(QStringLiteral("yamada"), password("correct horse")));
    QVERIFY(!m_desk->approvalDesk().withdraw(QStringLiteral("no such"), {}));
}

void TestOfficeApprovals::requestsGoByFiles()
{
    const QString id = ask();
    approvals::ApprovalDesk &desk = m_desk->approvalDesk();
    const auto files = desk.exportTo(id, base::toPath(m_folder.path()));
    QVERIFY2(files, files ? "" : qPrintable(files.error().message));
    QCOMPARE(files->size(), std::size_t(1));
    const auto taken = desk.import(*files);
    QCOMPARE(taken.size(), std::size_t(1));
    QVERIFY2(taken.front().isGood, qPrintable(taken.front().message));
    QVERIFY(desk.overview()->takesPaper);
    const approvals::Paper paper{QStringLiteral("税務課長 鈴木 一郎"), QDate::currentDate(), QStringLiteral("8税第12号")};
    const auto recorded = desk.recordPaper(id, paper);
    QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().message));
    QVERIFY(item(id).given.front().onPaper);
}

void TestOfficeApprovals::whatMayBeAskedFollowsTheRules()
{
    approvals::AskingDesk &desk = m_desk->askingDesk();
    const auto deeds = desk.deeds();
    const auto find = [&](const char *id) {
        const auto deed = std::find_if(deeds.begin(), deeds.end(), [id](const approvals::AskableDeed &one) { return one.id == QLatin1String(id); });
        return deed == deeds.end() ? approvals::AskableDeed{} : *deed;
    };
    QCOMPARE(find("dispose").title, QStringLiteral("廃棄する（許可）"));
    QVERIFY(find("dispose").destinations.empty());
    QVERIFY(!find("provide").destinations.empty() && !find("provide").channels.empty());
    QVERIFY(find("lower").id.isEmpty()); // 指定 aside nobody is asked for that

    const base::Path file = base::toPath(m_folder.filePath(QStringLiteral("名簿.txt")));
    QFile text(base::toDisplay(file));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("a list") > 0);
    text.close();
    base::NoProgress quiet;
    approvals::Asking asking;
    asking.deed = QStringLiteral("dispose");
    asking.purpose = QStringLiteral("保存期間の満了");
    asking.files = desk.read({file}, quiet);
    QVERIFY(asking.files.front().wantsClass);
    QCOMPARE(desk.prospect(asking)->objections.size(), 1);
    QVERIFY(desk.prospect(asking)->deciders.empty());
    QVERIFY(!desk.ask(asking));

    labelling::LabelOrder order;
    order.path = file;
    order.classes = {{QStringLiteral("importance"), QStringLiteral("I")}};
    QVERIFY(!m_desk->label({order}, quiet, {}).front().error);
    asking.files = desk.read({base::toPath(m_folder.path()) / "名簿.txt"}, quiet);
    QVERIFY2(asking.files.front().problem.isEmpty(), qPrintable(asking.files.front().problem));
    const auto prospect = desk.prospect(asking);
    QVERIFY(prospect && prospect->objections.isEmpty());
    QCOMPARE(prospect->deciders.size(), std::size_t(1));
    QCOMPARE(prospect->deciders.front().word, QStringLiteral("許可"));
    QCOMPARE(prospect->deciders.front().people, QStringList{QStringLiteral("鈴木 一郎（税務課）")});
    QVERIFY(prospect->deciders.front().citation.article.startsWith(QStringLiteral("第36条")));
    QCOMPARE(prospect->grounds.size(), std::size_t(1));
    QCOMPARE(prospect->grounds.front().id, QStringLiteral("device"));

    approvals::Asking exception = asking;
    exception.deed = QStringLiteral("exception");
    const auto refused = desk.prospect(exception);
    QVERIFY(refused && refused->objections.size() == 1);
    QVERIFY2(refused->objections.front().contains(QStringLiteral("ネットワーク管理者")), qPrintable(refused->objections.front()));

    asking.from = QDate::currentDate();
    asking.until = asking.from.addDays(-1);
    QVERIFY(!desk.ask(asking));
    asking.until = asking.from.addDays(1);
    const auto asked = desk.ask(asking);
    QVERIFY2(asked, asked ? "" : qPrintable(asked.error().message));
    QVERIFY(!asked->isShared);
    QCOMPARE(item(asked->id).purpose, asking.purpose);
    QCOMPARE(item(asked->id).files.front().name, QStringLiteral("名簿.txt"));
}

void TestOfficeApprovals::theScanOfAPaperDecisionIsKept()
{
    approvals::ApprovalDesk &desk = m_desk->approvalDesk();
    const QString id = ask();
    const QByteArray bytes("%PDF-1.7 stamped");
    QFile scan(m_folder.filePath(QStringLiteral("決裁.pdf")));
    QVERIFY(scan.open(QIODevice::WriteOnly) && scan.write(bytes) > 0);
    scan.close();
    const base::Path target = base::toPath(m_folder.filePath(QStringLiteral("again.pdf")));
    QVERIFY(!item(id).hasScan && !desk.takeOutScan(id, target));
    approvals::Paper paper{QStringLiteral("税務課長 鈴木 一郎"), QDate::currentDate(), QStringLiteral("8税第13号"),
                           base::toPath(m_folder.filePath(QStringLiteral("none.pdf")))};
    QVERIFY(!desk.recordPaper(id, paper));
    QCOMPARE(item(id).state, approvals::State::Waiting);
    paper.scan = base::toPath(scan.fileName());
    const auto recorded = desk.recordPaper(id, paper);
    QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().message));
    QVERIFY(scan.remove());
    QVERIFY(item(id).hasScan);
    const auto taken = desk.takeOutScan(id, target);
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
    QFile again(base::toDisplay(target));
    QVERIFY(again.open(QIODevice::ReadOnly));
    QCOMPARE(again.readAll(), bytes);
    base::NoProgress quiet;
    const auto proof = m_desk->reviewDesk().verify(quiet);
    QVERIFY(proof && proof->findings.empty());
}

QTEST_MAIN(TestOfficeApprovals)
#include "tst_officeapprovals.moc"
