#include "policy/library.h"

#include "model/policy/samplepack.h"
#include "policy/schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace shirushi;
using namespace shirushi::policy;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

// The sample as a pack that takes its axes, domains, questions, rules and marks from `base`.
QByteArray basedOn(const QByteArray &id, const QByteArray &base)
{
    QByteArray json = sample::json();
    const auto cut = [&](const QByteArray &from, const QByteArray &to) {
        const qsizetype start = json.indexOf(from);
        json.remove(start, json.indexOf(to) - start);
    };
    cut("\"marks\":", "\"roles\":");
    cut("\"domains\":", "\"provisions\":");
    const QByteArray names = "\"id\": \"" + id + "\", \"basedOn\": \"" + base + "\"";
    json.replace("\"id\": \"sample\"", names);
    json.replace("\"format\": 1,", "\"format\": 1, \"levelNote\": {\"ja\": \"他の基準による\"},");
    return json;
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownPacksJoinTheShippedOnes();
    void ownPackReplaces();
    void faultyPackIsLeftOut();
    void inheritance();
    void rulesInPlaceOfTheBases();
    void rulesLeftOut();
    void basesInAnyOrderAndNeverInACircle();
    void schemaRefusesWhatItDoesNotKnow_data();
    void schemaRefusesWhatItDoesNotKnow();

private:
    void write(const QTemporaryDir &folder, const char *name, const QByteArray &content)
    {
        QFile file(folder.filePath(text(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    static Library loadFrom(const QTemporaryDir &folder) { return Library::load(base::toPath(folder.path())); }
};

void TestLibrary::ownPacksJoinTheShippedOnes()
{
    const Library shipped = Library::load();
    QTemporaryDir folder;
    write(folder, "own.json", sample::json());
    write(folder, "notes.txt", "no pack");
    const Library library = loadFrom(folder);
    QCOMPARE(library.packs().size(), shipped.packs().size() + 1);
    QVERIFY(library.faulty().empty());
    QCOMPARE(library.find(text("sample"))->version, text("1.2"));
    QVERIFY(!library.find(text("nobody")));
    QCOMPARE(Library::load(base::toPath(folder.filePath(text("nowhere")))).packs().size(), shipped.packs().size());
}

void TestLibrary::ownPackReplaces()
{
    QTemporaryDir folder;
    write(folder, "a.json", sample::json());
    write(folder, "b.json", sample::with("\"version\": \"1.2\"", "\"version\": \"2.0\""));
    const Library library = loadFrom(folder);
    QCOMPARE(library.find(text("sample"))->version, text("2.0"));
    QCOMPARE(library.packs().size(), Library::load().packs().size() + 1);
}

void TestLibrary::faultyPackIsLeftOut()
{
    QTemporaryDir folder;
    write(folder, "a.json", sample::with("\"rank\": 3", "\"rank\": 2"));
    write(folder, "b.json", "{");
    const Library library = loadFrom(folder);
    QVERIFY(!library.find(text("sample")));
    QCOMPARE(library.faulty().size(), std::size_t(2));
    QVERIFY(library.faulty()[0].subject.endsWith(text("/a.json")));
    QVERIFY2(library.faulty()[0].message.contains(text("/axes/0/levels/1/rank")),
             qPrintable(library.faulty()[0].message));
    QCOMPARE(library.packs().size(), Library::load().packs().size());
}

void TestLibrary::inheritance()
{
    QTemporaryDir folder;
    write(folder, "base.json", sample::json());
    const Library library = loadFrom(folder);
    QByteArray child = basedOn("child", "sample");
    for (const Fault &fault : validatePack(child, &library))
        QFAIL(qPrintable(fault.path + fault.reason));
    const auto pack = loadPack(child, &library, text("child"));
    QVERIFY(pack);
    const auto parent = library.find(text("sample"));
    QCOMPARE(pack->axes.size(), parent->axes.size());
    QCOMPARE(pack->rules.size(), parent->rules.size());
    QCOMPARE(pack->questions.size(), parent->questions.size());
    QCOMPARE(pack->domains.size(), parent->domains.size());
    QVERIFY(pack->marks.restrictions);
    for (const Axis &axis : pack->axes) {
        for (const Level &level : axis.levels)
            QCOMPARE(level.note.ja, text("他の基準による"));
    }
    QCOMPARE(parent->axes[1].levels[0].note.ja, text("本市の注"));

    // What does not fit is told at basedOn, for the line is in no file of the reader's.
    child.replace("{\"id\": \"security-manager\"", "{\"id\": \"security-manager\", \"absent\": true, \"note\": {\"ja\": \"いない\"}");
    child.replace("\"heldBy\": [\"security-manager\"], ", "");
    child.replace("\"role\": \"security-manager\"", "\"role\": \"security-officer\"");
    child.replace("\"tellers\": [\"security-manager\"]", "\"tellers\": [\"security-officer\"]");
    const std::vector<Fault> faults = validatePack(child, &library);
    QCOMPARE(faults.size(), std::size_t(2));
    for (const Fault &fault : faults) {
        QCOMPARE(fault.path, text("/basedOn"));
        QCOMPARE(fault.line, sample::lineOf(child, "\"basedOn\""));
    }
    QVERIFY2(faults[0].reason.contains(text("/sending/methods/role")), qPrintable(faults[0].reason));
    QVERIFY2(faults[1].reason.contains(text("/rules/1/obligations/0/approver")), qPrintable(faults[1].reason));

    QVERIFY(!loadPack(basedOn("child", "sample"), nullptr, text("child")));
}

void TestLibrary::rulesInPlaceOfTheBases()
{
    QTemporaryDir folder;
    write(folder, "base.json", sample::json());
    const Library library = loadFrom(folder);
    QByteArray child = basedOn("child", "sample");
    child.replace("\"roles\":", R"("facts": [{"id": "paper", "title": {"ja": "紙である"}}],
"rules": [
 {"id": "mail-care", "when": {"actions": ["send"], "channels": ["mail"]}, "ruling": "permitted", "reminder": true,
  "citation": {"article": "第21条", "quote": "本市の宛先"}, "obligations": [
  {"id": "recipients", "text": {"ja": "本市の宛先を確かめる"}, "citation": {"article": "第21条", "quote": "本市の宛先"}}]},
 {"id": "paper", "when": {"actions": ["send"], "given": ["paper"]}, "ruling": "forbidden",
  "citation": {"article": "第22条", "quote": "紙"}}],
"roles":)");
    child.replace("\"channel\": \"post\", \"ruling\": \"permitted\"",
                  "\"channel\": \"post\", \"given\": [\"paper\"], \"ruling\": \"forbidden\"");
    for (const Fault &fault : validatePack(child, &library))
        QFAIL(qPrintable(fault.path + fault.reason));
    const auto pack = loadPack(child, &library, text("child"));
    QVERIFY(pack);
    QStringList ids;
    for (const Rule &rule : pack->rules)
        ids.append(rule.id);
    QCOMPARE(ids.join(u' '), text("mail-care paper mail-high mail-high-proviso mail-above-low publish-low"));
    QCOMPARE(pack->rules[0].citation.article, text("第21条"));
    QCOMPARE(pack->facts.size(), std::size_t(2));

    // A fault in an own rule is told where it stands; one in a rule of the base at basedOn.
    QByteArray faulty = child;
    faulty.replace("\"id\": \"paper\", \"when\": {\"actions\": [\"send\"], \"given\": [\"paper\"]}",
                   "\"id\": \"paper\", \"when\": {\"actions\": [\"send\"], \"given\": [\"papyrus\"]}");
    faulty.replace("\"given\": [\"paper\"], \"ruling\"", "\"given\": [\"papyrus\"], \"ruling\"");
    const auto faults = validatePack(faulty, &library);
    QCOMPARE(faults.size(), std::size_t(1));
    QCOMPARE(faults[0].path, text("/rules/1/when/given/0"));
    QCOMPARE(faults[0].line, sample::lineOf(faulty, "[\"papyrus\"]"));
}

void TestLibrary::rulesLeftOut()
{
    QTemporaryDir folder;
    write(folder, "base.json", sample::json());
    const Library library = loadFrom(folder);
    QByteArray child = basedOn("child", "sample");
    child.replace("\"roles\":", "\"withoutRules\": [\"mail-high\", \"mail-high-proviso\"], \"roles\":");
    const auto pack = loadPack(child, &library, text("child"));
    QCOMPARE(pack.has_value(), false); // its cases speak of the rules it left out
    child.replace("\"channel\": \"mail\", \"given\": [\"no-other-method\"], \"ruling\": \"permitted-with-obligations\", \"obligations\": [\"encryption\", \"approval\"]",
                  "\"channel\": \"mail\", \"ruling\": \"permitted-with-obligations\", \"obligations\": [\"encryption\"]");
    const auto other = loadPack(child, &library, text("child"));
    QVERIFY2(other.has_value(), other ? "" : qPrintable(other.error().message));
    QCOMPARE(other->rules.size(), std::size_t(3));
    child.replace("[\"mail-high\", ", "[\"mail-law\", ");
    const auto faults = validatePack(child, &library);
    QCOMPARE(faults.front().path, text("/withoutRules/0"));
}

void TestLibrary::basesInAnyOrderAndNeverInACircle()
{
    QTemporaryDir folder;
    write(folder, "a.json", basedOn("first", "second"));
    write(folder, "b.json", basedOn("second", "sample"));
    write(folder, "c.json", sample::json());
    write(folder, "d.json", basedOn("round", "about"));
    write(folder, "e.json", basedOn("about", "round"));
    write(folder, "f.json", basedOn("self", "self"));
    const Library library = loadFrom(folder);
    QVERIFY(library.find(text("first")) && library.find(text("second")));
    QCOMPARE(library.find(text("first"))->axes.size(), std::size_t(2));
    QVERIFY(!library.find(text("round")) && !library.find(text("about")) && !library.find(text("self")));
    QCOMPARE(library.faulty().size(), std::size_t(3));
}

void TestLibrary::schemaRefusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("understood");
    const auto row = [](const char *schema, bool understood) {
        QTest::newRow(schema) << QByteArray(schema) << understood;
    };
    row(R"({"type": "object"})", true);
    row(R"({"properties": {"a": {"type": "string", "minLength": 1}}})", true);
    row(R"({"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}})", true);
    row(R"({"oneOf": []})", false);
    row(R"({"properties": {"a": {"const": 1}}})", false);
    row(R"({"items": {"multipleOf": 3}})", false);
    row(R"({"items": {"maximum": 3}})", true);
    row(R"({"additionalProperties": {"format": "date"}})", false);
    row(R"({"type": "number"})", false);
    row(R"({"type": ["string"]})", false);
    row(R"({"minItems": "1"})", false);
    row(R"({"minItems": -1})", false);
    row(R"({"pattern": "("})", false);
    row(R"({"$ref": "#/$defs/a"})", false);
    row(R"({"$ref": "other.json"})", false);
    row(R"({"$defs": {"a": {"$ref": "#/$defs/a"}}})", false);
    row(R"({"required": "a"})", false);
    row(R"({"uniqueItems": 1})", false);
    row(R"([])", false);
}

void TestLibrary::schemaRefusesWhatItDoesNotKnow()
{
    QFETCH(QByteArray, schema);
    QFETCH(bool, understood);
    QCOMPARE(Schema::compile(schema).has_value(), understood);
}

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
