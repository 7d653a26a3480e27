// Requests and decisions as small files: they come back as they went, and what is hostile is refused.
#include "model/workflow/smalloffice.h"

#include "base/canonicaljson.h"
#include "workflow/scan.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using namespace shirushi::workflow;
using tests::outcome;

namespace {

// The approver's desktop has a ledger of its own.
class SecondDesktop
{
public:
    explicit SecondDesktop(tests::Office &office) : m_office(office), m_key(*crypto::randomSecret(32))
    {
        const std::vector<const tests::OnePerson *> people{&office.signer("yamada"), &office.signer("suzuki")};
        m_ledger.emplace(*ledger::Ledger::create(tests::ledgerParts(base::toPath(m_folder.path()), people), m_key));
        const auto founded = m_ledger->append({QStringLiteral("founded"), {}, {}, {}, {}, {}, {},
                                               {{QStringLiteral("roster"), people::toJson(office.roster())}}},
                                              office.signer("suzuki"), office.clock());
        if (!founded)
            qFatal("%s", qPrintable(founded.error().message));
    }
    ledger::Ledger &ledger() { return *m_ledger; }
    RequestDesk desk()
    {
        return RequestDesk({*m_ledger, m_office.signer("suzuki"), m_office.directory(),
                            std::make_shared<policy::Pack>(m_office.pack()), m_office.clock()});
    }

private:
    tests::Office &m_office;
    QTemporaryDir m_folder;
    base::SecretBytes m_key;
    std::optional<ledger::Ledger> m_ledger;
};

const QByteArray scanned("%PDF stamped\nsecond line");

Paper paperWithScan()
{
    Paper paper;
    paper.decidedBy = QStringLiteral("総務課長 鈴木 一郎");
    paper.decidedOn = QDate(2026, 4, 1);
    paper.documentNumber = QStringLiteral("総第12号");
    paper.scan = ledger::Attachment{QStringLiteral("決裁.pdf"), scanned};
    return paper;
}

QByteArray bytesOf(const base::Path &file)
{
    QFile open(base::toDisplay(file));
    return open.open(QIODevice::ReadOnly) ? open.readAll() : QByteArray();
}

void write(const base::Path &file, const QByteArray &bytes)
{
    QFile open(base::toDisplay(file));
    if (!open.open(QIODevice::WriteOnly) || open.write(bytes) != bytes.size())
        qFatal("cannot write");
}

} // namespace

class TestRequestExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void betweenTwoDesktops();
    void scansTravelWithTheirDecision();
    void aScanMayComeLater();
    void anExchangedScanIsRefused();
    void hostileScansAreRefused_data();
    void hostileScansAreRefused();
    void decisionBeforeItsRequest();
    void onlyWhatIsWhole();
    void tooLarge();
    void everyByteCounts();
    void schemasNameEveryMember();

private:
    static base::Path in(const QTemporaryDir &folder) { return base::toPath(folder.path()); }
};

// Two ledgers of one office: the approver's desktop has its own.
void TestRequestExchange::betweenTwoDesktops()
{
    tests::Office office;
    office.open();
    SecondDesktop desktop(office);
    RequestDesk approver = desktop.desk();

    QTemporaryDir shared;
    const Draft draft = office.disposal();
    auto clerk = office.desk("yamada");
    const auto request = clerk.ask(draft);
    const auto folder = exchangeFolder(in(shared));
    QVERIFY(folder);
    QCOMPARE(clerk.exportTo(request->id, *folder)->size(), 1U);
    QCOMPARE(clerk.exportTo(request->id, *folder)->size(), 1U);

    auto taken = approver.importAll(*folder);
    QVERIFY(taken);
    QCOMPARE(taken->size(), 1U);
    QVERIFY(taken->front().isNew);
    QCOMPARE(approver.list(Show::WaitingForMe)->size(), 1U);
    QVERIFY(!approver.importAll(*folder)->front().isNew);
    QCOMPARE(approver.list()->size(), 1U);

    QVERIFY(approver.approve(request->id, {QStringLiteral("可"), {}, {}}));
    QCOMPARE(approver.exportTo(request->id, *folder)->size(), 2U);
    taken = clerk.importAll(*folder);
    QCOMPARE(taken->size(), 2U);
    QVERIFY(!taken->at(0).isNew);
    QVERIFY(taken->at(1).isNew);
    QVERIFY(!clerk.importAll(*folder)->at(1).isNew);
    QVERIFY(clerk.permission(draft.plan));
    const auto size = office.ledger().size();
    QCOMPARE(*size, 3); // founded, request, approval
    base::NoProgress progress;
    QVERIFY(office.ledger().verify(progress)->empty());
}

void TestRequestExchange::scansTravelWithTheirDecision()
{
    tests::Office office;
    office.open();
    SecondDesktop desktop(office);
    RequestDesk there = desktop.desk();
    auto here = office.desk("yamada");
    const auto request = here.ask(office.disposal());
    const auto recorded = here.recordPaper(request->id, paperWithScan());
    QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().message));
    QTemporaryDir shared;
    const auto files = here.exportTo(request->id, in(shared));
    QCOMPARE(files->size(), 3U); // request, decision, scan
    QCOMPARE(files->back().extension(), base::Path(scanEnding));
    const auto taken = there.importAll(in(shared));
    QVERIFY(taken);
    QCOMPARE(taken->size(), 3U);
    for (const Imported &imported : *taken)
        QVERIFY2(!imported.error && imported.leftOut.isEmpty(), qPrintable(imported.error ? imported.error->message : imported.leftOut));
    const auto scan = there.scanOf(request->id);
    QVERIFY2(scan, scan ? "" : qPrintable(scan.error().message));
    QCOMPARE(scan->name, QStringLiteral("決裁.pdf"));
    QCOMPARE(scan->bytes, scanned);
    QCOMPARE(*desktop.ledger().size(), 3); // founded, request, decision with its scan
    const auto again = there.importAll(in(shared));
    for (const Imported &imported : *again)
        QVERIFY(!imported.isNew && !imported.error);
    // From there it goes on.
    QTemporaryDir further;
    QCOMPARE(there.exportTo(request->id, in(further))->size(), 3U);
    base::NoProgress progress;
    QVERIFY(desktop.ledger().verify(progress)->empty());
}

void TestRequestExchange::aScanMayComeLater()
{
    tests::Office office;
    office.open();
    SecondDesktop desktop(office);
    RequestDesk there = desktop.desk();
    auto here = office.desk("yamada");
    const auto request = here.ask(office.disposal());
    QVERIFY(here.recordPaper(request->id, paperWithScan()));
    QTemporaryDir mail;
    const base::Path decision = in(mail) / "answer.shirushi-decision";
    const base::Path scan = in(mail) / "answer.shirushi-scan";
    QVERIFY(here.exportAs(request->id, in(mail) / "a.shirushi-request"));
    QVERIFY(here.exportAs(request->id, decision));
    QVERIFY(std::filesystem::exists(scan)); // goes with the answer
    std::filesystem::rename(scan, in(mail) / "later");
    QVERIFY(there.importFrom(in(mail) / "a.shirushi-request").isNew);
    QVERIFY(there.importFrom(decision).isNew);
    QCOMPARE(there.scanOf(request->id).error().code, base::ErrorCode::NotFound);
    QVERIFY(there.find(request->id)->scans.empty());
    std::filesystem::rename(in(mail) / "later", scan);
    const Imported late = there.importFrom(scan);
    QVERIFY2(late.isNew, late.error ? qPrintable(late.error->message) : "");
    QCOMPARE(late.request, request->id);
    QCOMPARE(there.scanOf(request->id)->bytes, scanned);
    QVERIFY(!there.importFrom(scan).isNew);
    // The decision is one all the same.
    QCOMPARE(there.find(request->id)->records.size(), 1U);
    QCOMPARE(there.find(request->id)->status.given.size(), here.find(request->id)->status.given.size());
    base::NoProgress progress;
    QVERIFY(desktop.ledger().verify(progress)->empty());
}

void TestRequestExchange::anExchangedScanIsRefused()
{
    tests::Office office;
    office.open();
    SecondDesktop desktop(office);
    RequestDesk there = desktop.desk();
    auto here = office.desk("yamada");
    const auto request = here.ask(office.disposal());
    QVERIFY(here.recordPaper(request->id, paperWithScan()));
    QTemporaryDir shared;
    const auto files = here.exportTo(request->id, in(shared));
    const base::Path scan = files->back();
    QByteArray other = bytesOf(scan);
    other[other.size() - 1] ^= 1;
    write(scan, other);
    const auto taken = there.importAll(in(shared));
    QCOMPARE(taken->size(), 3U);
    QVERIFY(taken->at(1).isNew && !taken->at(1).leftOut.isEmpty()); // the decision counts without it
    QCOMPARE(taken->at(2).error->code, base::ErrorCode::Damaged);
    QCOMPARE(there.scanOf(request->id).error().code, base::ErrorCode::NotFound);
    // Nor is one of a decision that is not known here.
    SecondDesktop third(office);
    QCOMPARE(third.desk().importFrom(scan).error->subject, QStringLiteral("unknown-request"));
    // What is personal in a name keeps the scan out, not the decision.
    write(scan, base::canonicalJson(QJsonObject{{QStringLiteral("decision"), readScanHead(scan)->decision},
                                                {QStringLiteral("name"), QStringLiteral("個人番号 123456789018.pdf")},
                                                {QStringLiteral("version"), 1}}) + '\n' + scanned);
    SecondDesktop fourth(office);
    RequestDesk last = fourth.desk();
    const auto again = last.importAll(in(shared));
    QVERIFY(again->at(1).isNew);
    const auto kept = last.scanOf(request->id);
    QVERIFY(!kept || !kept->name.contains(u"123456789018"));
}

void TestRequestExchange::hostileScansAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no line") << QByteArray(100'000, 'x');
    QTest::newRow("a line too long") << "{\"decision\":\"a\",\"name\":\"" + QByteArray(5000, 'x') + "\",\"version\":1}\nx";
    QTest::newRow("no JSON") << QByteArray("decision\nx");
    QTest::newRow("no name") << QByteArray("{\"decision\":\"a\",\"version\":1}\nx");
    QTest::newRow("a folder in the name") << QByteArray("{\"decision\":\"a\",\"name\":\"../x\",\"version\":1}\nx");
    QTest::newRow("another version") << QByteArray("{\"decision\":\"a\",\"name\":\"x\",\"version\":2}\nx");
}

void TestRequestExchange::hostileScansAreRefused()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const base::Path file = in(folder) / "x.shirushi-scan";
    write(file, bytes);
    QCOMPARE(readScanHead(file).error().code, base::ErrorCode::Damaged);
    QCOMPARE(readTravelledScan(file, {}).error().code, base::ErrorCode::Damaged);
}

void TestRequestExchange::decisionBeforeItsRequest()
{
    tests::Office office;
    office.open();
    QTemporaryDir folder;
    Decision decision;
    decision.request = QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e");
    decision.hash = QString(64, u'0');
    decision.by = QStringLiteral("suzuki");
    decision.at = office.clock().now();
    const auto file = writeExchanged(in(folder), *sign(decision, office.signer("suzuki")));
    const Imported imported = office.desk("yamada").importFrom(*file);
    QVERIFY(imported.error);
    QCOMPARE(imported.error->subject, QStringLiteral("unknown-request"));
}

void TestRequestExchange::onlyWhatIsWhole()
{
    tests::Office office;
    office.open();
    QTemporaryDir folder;
    const auto request = office.desk("yamada").ask(office.disposal());
    const QJsonObject whole = toJson(*request);
    QVERIFY(requestFromJson(whole, {}));
    for (const QString &member : whole.keys()) {
        QJsonObject without = whole;
        without.remove(member);
        QVERIFY2(!requestFromJson(without, {}), qPrintable(member));
        for (const QJsonValue &other : {QJsonValue(), QJsonValue(7), QJsonValue(1.5), QJsonValue(QJsonArray{QJsonObject()})}) {
            without.insert(member, other);
            QVERIFY2(!requestFromJson(without, {}), qPrintable(member));
        }
    }
    QJsonObject more = whole;
    more.insert(QStringLiteral("extra"), 1);
    QVERIFY(!requestFromJson(more, {}));
    QJsonArray files;
    for (std::size_t i = 0; i <= mostFiles; ++i)
        files.append(whole.value(QStringLiteral("files")).toArray().first());
    more = whole;
    more.insert(QStringLiteral("files"), files);
    QVERIFY(!requestFromJson(more, {}));

    Paper paper{QStringLiteral("課長"), QDate(2026, 11, 20), QStringLiteral("第1号")};
    const QJsonObject recorded = toJson(*office.desk("yamada").recordPaper(request->id, paper));
    QVERIFY(paperDecisionFromJson(recorded, {}));
    for (const QString &member : recorded.keys()) {
        QJsonObject without = recorded;
        without.insert(member, QJsonValue(7));
        QVERIFY2(!paperDecisionFromJson(without, {}), qPrintable(member));
    }
}

void TestRequestExchange::tooLarge()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("x.shirushi-request")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(static_cast<qsizetype>(largestExchanged) + 1, ' '));
    file.close();
    const auto read = readExchanged(base::toPath(file.fileName()));
    QVERIFY(!read);
    QCOMPARE(read.error().code, base::ErrorCode::TooLarge);
    QVERIFY(QFile::link(QStringLiteral("/dev/zero"), folder.filePath(QStringLiteral("y.shirushi-decision"))));
    QVERIFY(!readExchanged(base::toPath(folder.filePath(QStringLiteral("y.shirushi-decision")))));
    QCOMPARE(exchangedIn(in(folder))->size(), 2U);
}

// One byte changed anywhere: it is not read, or its signature is wrong, or it is another office's.
void TestRequestExchange::everyByteCounts()
{
    tests::Office office;
    office.open();
    const auto request = office.desk("yamada").ask(office.disposal());
    const QByteArray bytes = base::canonicalJson(toJson(*request));
    const Standing standing{office.pack(), office.roster(), office.clock().now()};
    for (qsizetype i = 0; i < bytes.size(); i += 3) {
        QByteArray changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto json = base::parseJsonObject(changed, {});
        const auto read = json ? requestFromJson(*json, {}) : std::unexpected(json.error());
        QVERIFY2(!read || checkRequest(*read, standing), qPrintable(QString::number(i)));
    }
}

void TestRequestExchange::schemasNameEveryMember()
{
    const auto schema = [](const char *name) {
        QFile file(QStringLiteral(SHIRUSHI_SOURCE_DIR "/resources/schemas/") + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    };
    const auto members = [](const QJsonValue &form) { return form[QStringLiteral("properties")].toObject().keys(); };
    tests::Office office;
    office.open();
    auto request = office.desk("yamada").ask(office.disposal());
    request->target = request->files.front().classes; // left out where there is none
    const QJsonObject json = toJson(*request);
    const QJsonObject form = schema("request.schema.json");
    QCOMPARE(members(form), json.keys());
    QCOMPARE(requestFromJson(json, {})->target, request->target);
    QCOMPARE(members(form[QStringLiteral("properties")][QStringLiteral("files")][QStringLiteral("items")]),
             json[QStringLiteral("files")][0].toObject().keys());
    QCOMPARE(members(form[QStringLiteral("properties")][QStringLiteral("needed")][QStringLiteral("items")]),
             json[QStringLiteral("needed")][0].toObject().keys());
    const QJsonObject decisions = schema("decision.schema.json");
    QCOMPARE(members(decisions[QStringLiteral("oneOf")][0]), toJson(Decision()).keys());
    QCOMPARE(members(decisions[QStringLiteral("oneOf")][1]), toJson(PaperDecision()).keys());
}

QTEST_GUILESS_MAIN(TestRequestExchange)
#include "tst_exchange.moc"
