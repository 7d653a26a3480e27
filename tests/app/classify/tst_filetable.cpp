#include "app/fakedesk.h"
#include "classify/filetable.h"
#include "classify/recentmodel.h"
#include "widgets/chipdelegate.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace shirushi;
using namespace shirushi::classify;

class TestFileTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAProperModel();
    void showsDecisionsAndOutcomes();
    void readyRowsAreThoseToBeDone();
    void highestClassOfAll();
    void recentFilesAreAProperModel();
};

namespace {

const policy::Classes secret{{QStringLiteral("confidentiality"), QStringLiteral("3B")},
                             {QStringLiteral("integrity"), QStringLiteral("1")},
                             {QStringLiteral("availability"), QStringLiteral("1")}};
const policy::Classes firm{{QStringLiteral("confidentiality"), QStringLiteral("2")},
                           {QStringLiteral("integrity"), QStringLiteral("2")},
                           {QStringLiteral("availability"), QStringLiteral("1")}};

labelling::LabelOutcome doneTo(const base::Path &path)
{
    labelling::LabelOutcome outcome;
    outcome.path = outcome.newPath = path;
    outcome.source = labelling::LabelSource::Embedded;
    return outcome;
}

} // namespace

void TestFileTable::isAProperModel()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    FileTable table(desk);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setFiles({"/a", "/b", "/c"});
    labelling::FileLabel file;
    file.path = "/b";
    table.setRead(file);
    file.path = "/not in the table";
    table.setRead(file);
    Decision decision;
    decision.classes = secret;
    table.setDecision({0, 2}, decision);
    table.setOutcome(doneTo("/a"));
    table.clearOutcomes();
    table.setFiles({});
    QCOMPARE(table.rowCount(), 0);
}

void TestFileTable::showsDecisionsAndOutcomes()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    FileTable table(desk);
    table.setFiles({"/a.docx", "/b.docx"});
    Decision decision;
    decision.classes = secret;
    table.setDecision({0, 1}, decision);
    const auto chips = table.index(0, FileTable::NewColumn).data(widgets::ChipsRole).value<widgets::Chips>();
    QCOMPARE(chips.size(), 3);
    QCOMPARE(chips.front().level, QStringLiteral("3B"));
    QCOMPARE(chips.front().tone, std::optional(policy::Tone::High));
    QVERIFY(table.index(0, FileTable::NewColumn).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("3B")));
    labelling::LabelOutcome failed = doneTo("/b.docx");
    failed.error = base::Error{base::ErrorCode::InUse, {}, QStringLiteral("in use"), {}};
    table.setOutcome(failed);
    QCOMPARE(table.index(1, FileTable::RemarkColumn).data().toString(), QStringLiteral("in use"));
}

void TestFileTable::readyRowsAreThoseToBeDone()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    FileTable table(desk);
    table.setFiles({"/a", "/b", "/c"});
    QVERIFY(table.ready().isEmpty());
    Decision decision;
    decision.classes = secret;
    table.setDecision({0, 1}, decision);
    QCOMPARE(table.ready(), QList<int>({0, 1}));
    table.setOutcome(doneTo("/a"));
    QCOMPARE(table.ready(), QList<int>({1}));
}

void TestFileTable::highestClassOfAll()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    FileTable table(desk);
    table.setFiles({"/a", "/b", "/c"});
    QVERIFY(!table.strictest());
    Decision decision;
    decision.classes = secret;
    table.setDecision({0}, decision);
    decision.classes = firm;
    table.setDecision({1}, decision);
    QCOMPARE(table.strictest()->at(QStringLiteral("confidentiality")), QStringLiteral("3B"));
    QCOMPARE(table.strictest()->at(QStringLiteral("integrity")), QStringLiteral("2"));
}

void TestFileTable::recentFilesAreAProperModel()
{
    test::FakeDesk desk(QStringLiteral("buzen-council"));
    RecentModel model(desk);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles({{"/x/a.docx", QStringLiteral("buzen-council"), secret, {}}, {"/x/b", QStringLiteral("gone"), {{QStringLiteral("axis"), QStringLiteral("9")}}, {}}});
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a.docx"));
    QCOMPARE(model.index(1, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("axis9"));
}

QTEST_MAIN(TestFileTable)
#include "tst_filetable.moc"
