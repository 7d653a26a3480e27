// Requests and decisions as small files: they come back as they went, and what is hostile is refused.
#include "model/workflow/smalloffice.h"

#include "base/canonicaljson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace shirushi;
using namespace shirushi::workflow;
using tests::outcome;

class TestRequestExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void betweenTwoDesktops();
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
    QTemporaryDir there;
    std::vector<const tests::OnePerson *> people{&office.signer("yamada"), &office.signer("suzuki")};
    const auto key = *crypto::randomSecret(32);
    auto second = ledger::Ledger::create(tests::ledgerParts(in(there), people), key);
    QVERIFY(second);
    QVERIFY(second->append({QStringLiteral("founded"), {}, {}, {}, {}, {}, {},
                            {{QStringLiteral("roster"), people::toJson(office.roster())}}},
                           office.signer("suzuki"), office.clock()));
    RequestDesk approver({*second, office.signer("suzuki"), office.directory(),
                          std::make_shared<policy::Pack>(office.pack()), office.clock()});

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
