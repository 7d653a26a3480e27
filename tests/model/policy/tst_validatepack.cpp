// Packs that are wrong in one way each: every fault is told with its line, its place and a reason.
#include "model/policy/samplepack.h"

#include <QElapsedTimer>
#include <QTest>

using namespace shirushi::policy;

class TestValidatePack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleHasNoFaults();
    void faults_data();
    void faults();
    void brokenJson_data();
    void brokenJson();
    void faultsComeInOrderOfLines();
    void contractIds();
    void hostileInputEndsSoon();
};

void TestValidatePack::sampleHasNoFaults()
{
    for (const Fault &fault : validatePack(sample::json(), nullptr))
        QFAIL(qPrintable(QString::number(fault.line) + fault.path + fault.reason));
}

void TestValidatePack::faults_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason"); // a part of it
    const auto row = [](const char *name, const char *what, const char *instead, const char *path, const char *reason) {
        QTest::newRow(name) << QByteArray(what) << QByteArray(instead) << QString::fromUtf8(path)
                            << QString::fromUtf8(reason);
    };
    // Against the schema.
    row("member missing", "\"version\": \"1.2\",", " ", "", "“version” is missing");
    row("member unknown", "\"version\": \"1.2\"", "\"version\": \"1.2\", \"colour\": \"red\"", "/colour",
        "“colour” is not known");
    row("wrong type", "\"version\": \"1.2\"", "\"version\": 12", "/version", "a text");
    row("fraction for a whole number", "\"rank\": 3", "\"rank\": 2.5", "/axes/0/levels/0/rank", "a whole number");
    row("wrong form", "\"version\": \"1.2\"", "\"version\": \"1.x\"", "/version", "not of the form");
    row("a line break at the end", "\"version\": \"1.2\"", "\"version\": \"1.2\\n\"", "/version", "not of the form");
    row("unknown format", "\"format\": 1", "\"format\": 2", "/format", "“2” is not known");
    row("unknown action", "\"actions\": [\"publish\"]", "\"actions\": [\"shout\"]", "/rules/4/when/actions/0",
        "“shout” is not known");
    row("empty text", "{\"ja\": \"公表済みですか\"}", "{\"ja\": \"\"}", "/questions/1/text/ja", "empty");
    row("a rule without citation", ", \"citation\": {\"article\": \"第12条\", \"quote\": \"公表\"}", "", "/rules/4",
        "“citation” is missing");
    row("a restriction without citation", ", \"citation\": {\"article\": \"第3条\", \"quote\": \"複製してはならない\"}", "",
        "/axes/0/levels/0/restrictions/0", "“citation” is missing");
    row("a question without citation", "\"citation\": {\"article\": \"第4条\", \"quote\": \"入手\"}, ", "",
        "/questions/0", "“citation” is missing");
    row("fewer than 15 cases",
        ",\n {\"id\": \"case-15\", \"situation\": {\"ja\": \"廃棄\"}, \"action\": \"dispose\", \"classes\": {\"secrecy\": \"low\"}, \"ruling\": \"permitted\"}",
        "", "/cases", "at least 15");
    row("a case's answer is no pair", "[\"S0\", \"staff\"]", "[\"S0\"]", "/cases/2/answers/0", "at least 2");
    row("a role twice in appliesTo", "[\"staff\", \"councillor\"]", "[\"staff\", \"staff\"]", "/appliesTo/1",
        "“staff” is given twice");
    // Citations and dates.
    row("citation without quote", "{\"article\": \"第12条\", \"quote\": \"公表\"}", "{\"article\": \"第12条\"}",
        "/rules/4/citation", "no quote");
    row("criterion without quote", "{\"article\": \"第2条第3号\", \"quote\": \"その他\"}", "{\"article\": \"第2条第3号\"}",
        "/axes/0/levels/2/criterion", "no quote");
    row("restriction without quote", "{\"article\": \"第3条の2\", \"draft\": true}", "{\"article\": \"第3条の2\"}",
        "/axes/0/levels/0/restrictions/1/citation", "no quote");
    row("question without quote", "{\"article\": \"第4条\", \"quote\": \"入手\"}", "{\"article\": \"第4条\"}",
        "/questions/0/citation", "no quote");
    row("obligation without quote", "{\"article\": \"第9条\", \"quote\": \"承認\"}", "{\"article\": \"第9条\"}",
        "/rules/1/obligations/0/citation", "no quote");
    row("no date", "2026-04-01", "2026-02-30", "/enacted", "“2026-02-30” is no date");
    // Axes and levels.
    row("two levels of one rank", "\"rank\": 3", "\"rank\": 2", "/axes/0/levels/1/rank", "same rank");
    row("levels not strictest first", "\"id\": \"high\", \"rank\": 3", "\"id\": \"high\", \"rank\": 0",
        "/axes/0/levels/1/rank", "strictest comes first");
    row("a level twice", "\"id\": \"low\", \"rank\"", "\"id\": \"middle\", \"rank\"", "/axes/0/levels/2/id",
        "“middle” is given twice");
    row("levels of a known axis", "{\"id\": \"2\", \"rank\"", "{\"id\": \"3\", \"rank\"", "/axes/1/levels",
        "must have these levels");
    row("an axis twice", "\"id\": \"secrecy\"", "\"id\": \"integrity\"", "/axes/1/id", "“integrity” is given twice");
    // Roles.
    row("a needed role is missing", "{\"id\": \"staff\", \"title\"", "{\"id\": \"clerk\", \"title\"", "/roles",
        "“staff” is missing");
    row("an absent role without note", ", \"note\": {\"ja\": \"議員を対象としない\"}", "", "/roles/1", "A note must say");
    row("questions to nobody", "\"questionsTo\": \"security-officer\"", "\"questionsTo\": \"mayor\"", "/questionsTo",
        "no role “mayor”");
    row("questions to an absent role", "\"questionsTo\": \"security-officer\"", "\"questionsTo\": \"councillor\"",
        "/questionsTo", "no post");
    row("designated by nobody", "\"designation\": {\"role\": \"security-manager\"",
        "\"designation\": {\"role\": \"mayor\"", "/designation/role", "no role “mayor”");
    row("designation by a word that is not the article's", "\"word\": {\"ja\": \"指定\"}", "\"word\": {\"ja\": \"決定\"}",
        "/designation/word", "“決定” does not stand in the quote");
    row("held by nobody", "\"heldBy\": [\"security-manager\"]", "\"heldBy\": [\"mayor\"]", "/roles/3/heldBy/0",
        "no role “mayor”");
    row("held by itself", "\"heldBy\": [\"security-manager\"]", "\"heldBy\": [\"security-officer\"]", "/roles/3/heldBy",
        "cannot stand for itself");
    row("applies to nobody", "[\"staff\", \"councillor\"]", "[\"staff\", \"mayor\"]", "/appliesTo/1",
        "no role “mayor”");
    row("approver unknown", "\"approver\": \"security-manager\"", "\"approver\": \"mayor\"",
        "/rules/1/obligations/0/approver", "no role “mayor”");
    row("approver without a word", "\"word\": {\"ja\": \"承認\"}, ", "", "/rules/1/obligations/0", "own word");
    row("word without an approver", "\"approver\": \"security-manager\", ", "", "/rules/1/obligations/0",
        "who gives “承認”");
    row("a word that is not the article's", "\"word\": {\"ja\": \"承認\"}", "\"word\": {\"ja\": \"許可\"}",
        "/rules/1/obligations/0/word", "“許可” does not stand in the quote");
    row("done by nobody", "\"id\": \"recipients\",", "\"id\": \"recipients\", \"doneBy\": \"mayor\",",
        "/rules/3/obligations/0/doneBy", "no role “mayor”");
    row("reported to nobody", "\"id\": \"recipients\",", "\"id\": \"recipients\", \"reportTo\": [\"mayor\"],",
        "/rules/3/obligations/0/reportTo/0", "no role “mayor”");
    row("rule for an unknown role", "\"roles\": [\"staff\"]", "\"roles\": [\"mayor\"]", "/rules/4/when/roles/0",
        "no role “mayor”");
    // Questions.
    row("unreachable level", "\"outcome\": {\"level\": \"middle\", \"askPublishOn\": true}",
        "\"outcome\": {\"level\": \"high\", \"askPublishOn\": true}", "/axes/0/levels/1", "leads to the level “middle”");
    row("a level reached by わからない alone", "\"outcome\": {\"level\": \"2\"}", "\"outcome\": {\"level\": \"1\"}",
        "/axes/1/levels/0", "leads to the level “2”");
    row("unreachable question", "\"step\": \"secrecy\", \"text\": {\"ja\": \"個人の情報ですか\"}",
        "\"step\": \"integrity\", \"text\": {\"ja\": \"個人の情報ですか\"}", "/questions/3", "leads to the question “I1”");
    row("a loop", "\"outcome\": {\"level\": \"middle\", \"askPublishOn\": true}", "\"outcome\": {\"next\": \"K1\"}",
        "/questions/2/answers/1/outcome/next", "round in a circle");
    row("a loop through わからない", "\"unknown\": {\"refer\": true, \"level\": \"high\"}", "\"unknown\": {\"next\": \"K2\"}",
        "/questions/2/unknown/next", "round in a circle");
    row("next does not exist", "\"unknown\": {\"next\": \"K2\"}", "\"unknown\": {\"next\": \"K9\"}",
        "/questions/1/unknown/next", "no question “K9”");
    row("next in another step", "\"unknown\": {\"next\": \"K2\"}", "\"unknown\": {\"next\": \"I1\"}",
        "/questions/1/unknown/next", "another step");
    row("a question twice", "\"id\": \"I1\", \"step\"", "\"id\": \"K2\", \"step\"", "/questions/3/id",
        "“K2” is given twice");
    row("unknown step", "\"id\": \"I1\", \"step\": \"integrity\"", "\"id\": \"I1\", \"step\": \"beauty\"",
        "/questions/3/step", "no axis “beauty”");
    row("unknown level in an answer", "\"outcome\": {\"level\": \"low\"}", "\"outcome\": {\"level\": \"lowest\"}",
        "/questions/1/answers/0/outcome/level", "no level “lowest”");
    row("unknown axis in a referral", "\"refer\": true, \"levels\": {\"secrecy\"", "\"refer\": true, \"levels\": {\"beauty\"",
        "/questions/0/answers/2/outcome/levels/beauty", "no axis “beauty”");
    row("unknown domain", "\"domain\": \"lgwan\"", "\"domain\": \"moon\"", "/questions/2/answers/0/outcome/domain",
        "no domain “moon”");
    row("two answers of one key", "\"id\": \"no\", \"key\": \"N\", \"text\": {\"ja\": \"いいえ\"}, \"outcome\": {\"level\": \"1\"}",
        "\"id\": \"no\", \"key\": \"Y\", \"text\": {\"ja\": \"いいえ\"}, \"outcome\": {\"level\": \"1\"}",
        "/questions/3/answers/1/key", "“Y” is given twice");
    row("an answer twice", "\"id\": \"unclear\", \"key\"", "\"id\": \"own\", \"key\"", "/questions/0/answers/2/id",
        "“own” is given twice");
    row("an answer leads nowhere", "\"outcome\": {\"inherit\": true}", "\"outcome\": {}",
        "/questions/0/answers/1/outcome", "exactly one");
    row("an answer leads two ways", "\"outcome\": {\"level\": \"low\"}", "\"outcome\": {\"level\": \"low\", \"next\": \"K2\"}",
        "/questions/1/answers/0/outcome", "exactly one");
    row("begin outside the source", "\"outcome\": {\"level\": \"1\"}", "\"outcome\": {\"begin\": true}",
        "/questions/3/answers/1/outcome", "belong to the step");
    row("a referral without level", "\"refer\": true, \"level\": \"high\"", "\"refer\": true, \"next\": \"I1\"",
        "/questions/2/unknown", "how the file is handled");
    // What holds in the office.
    row("a duty without quote", "{\"article\": \"第6条\", \"quote\": \"止むを得ない場合を除き、兼務してはならない\"}",
        "{\"article\": \"第6条\"}", "/separationOfDuties/citation", "no quote");
    row("an exception without quote", "{\"article\": \"第6条\", \"quote\": \"止むを得ない場合を除き\"}",
        "{\"article\": \"第6条\"}", "/separationOfDuties/exception", "no quote");
    row("too short a password", "\"minimumLength\": 14", "\"minimumLength\": 4", "/passwords/minimumLength",
        "the least is 8");
    row("an unknown kind of character", "[\"upper\", \"digit\"]", "[\"upper\", \"runes\"]", "/passwords/kinds/1",
        "“runes” is not known");
    row("idle for ever", "\"minutes\": 5", "\"minutes\": 500", "/idle/minutes", "the most is 120");
    row("idle without quote", "{\"article\": \"第8条\", \"quote\": \"離席\"}", "{\"article\": \"第8条\"}",
        "/idle/citation", "no quote");
    row("retention of no years", "\"years\": [2, 4]", "\"years\": [0, 4]", "/retention/years/0", "the least is 1");
    row("a kind of document of an unknown level", "\"classes\": {\"secrecy\": \"middle\", \"integrity\": \"1\"}, \"citation\"",
        "\"classes\": {\"secrecy\": \"4\", \"integrity\": \"1\"}, \"citation\"", "/documentKinds/0/classes/secrecy",
        "no level “4”");
    row("a kind of document without an axis", "\"classes\": {\"secrecy\": \"middle\", \"integrity\": \"1\"}, \"citation\"",
        "\"classes\": {\"secrecy\": \"middle\"}, \"citation\"", "/documentKinds/0/classes", "“integrity” is missing");
    // Incidents and parcels.
    row("a call to nobody", "{\"role\": \"security-manager\", \"citation\": {\"article\": \"第14条\"", "{\"citation\": {\"article\": \"第14条\"",
        "/incident/calls/1", "either a role or somebody outside");
    row("a call to two", "\"body\": {\"ja\": \"警察\"}", "\"role\": \"security-manager\", \"body\": {\"ja\": \"警察\"}",
        "/incident/calls/2", "either a role or somebody outside");
    row("a call to an unknown role", "{\"role\": \"security-manager\", \"citation\": {\"article\": \"第14条\"", "{\"role\": \"nobody\", \"citation\": {\"article\": \"第14条\"",
        "/incident/calls/1/role", "nobody");
    row("a call by an unknown role", "\"tellers\": [\"security-manager\"]", "\"tellers\": [\"nobody\"]", "/incident/calls/2/tellers/0", "nobody");
    row("a call without quote", "{\"article\": \"第13条\", \"quote\": \"報告する\"}", "{\"article\": \"第13条\"}", "/incident/calls/0/citation", "no quote");
    row("a call about an unknown level", "{\"actions\": [\"send\"], \"classes\": {\"secrecy\": [\"high\"]}}, \"remark\"", "{\"actions\": [\"send\"], \"classes\": {\"secrecy\": [\"4\"]}}, \"remark\"",
        "/incident/calls/0/when/classes/secrecy/0", "no level “4”");
    row("methods by nobody", "\"methods\": {\"role\": \"security-manager\"", "\"methods\": {\"role\": \"nobody\"", "/sending/methods/role", "nobody");
    row("methods without quote", "{\"article\": \"第15条\", \"quote\": \"定める方法\"}", "{\"article\": \"第15条\"}", "/sending/methods/citation", "no quote");
    row("overdue at once", "\"overdueDays\": 3", "\"overdueDays\": 0", "/sending/overdueDays", "the least is 1");
    row("a gateway of all domains", "\"domain\": \"example.jp\"", "\"domain\": \"*\"", "/sending/gateways/0/domain", "");
    row("a gateway of an unknown format", "\"stripped\": [\"zip\"]", "\"stripped\": [\"rar\"]", "/sending/gateways/0/stripped/0", "“rar” is not known");
    // Facts, rules and provisions.
    row("a fact without title", "{\"id\": \"no-other-method\", \"title\"", "{\"id\": \"no-way\", \"title\"",
        "/rules/0/when/unless/0", "“no-other-method” has no title");
    row("nothing to leave out", "\"marks\": {\"restrictions\": true}",
        "\"withoutRules\": [\"mail-care\"], \"marks\": {\"restrictions\": true}", "/withoutRules/0", "to leave out");
    row("unknown axis in a rule", "\"classes\": {\"secrecy\": [\"low\"]}", "\"classes\": {\"beauty\": [\"low\"]}",
        "/rules/4/when/classes/beauty", "no axis “beauty”");
    row("unknown level in a rule", "\"classes\": {\"secrecy\": [\"low\"]}", "\"classes\": {\"secrecy\": [\"low\", \"4\"]}",
        "/rules/4/when/classes/secrecy/1", "no level “4”");
    row("a rule twice", "\"id\": \"publish-low\"", "\"id\": \"mail-care\"", "/rules/4/id", "given twice");
    row("an obligation twice", "{\"id\": \"encryption\", \"text\": {\"ja\": \"暗号化する\"}",
        "{\"id\": \"approval\", \"approver\": \"security-manager\", \"text\": {\"ja\": \"暗号化する\"}",
        "/rules/1/obligations/1/id", "given twice");
    row("obligations without saying so", "\"permitted-with-obligations\", \"citation\": {\"article\": \"第10条\"",
        "\"permitted\", \"citation\": {\"article\": \"第10条\"", "/rules/2", "does not say so");
    row("a permission with obligations has none", "\"ruling\": \"permitted\", \"citation\": {\"article\": \"第12条\"",
        "\"ruling\": \"permitted-with-obligations\", \"citation\": {\"article\": \"第12条\"", "/rules/4",
        "must name an obligation");
    row("a reminder forbids", "\"ruling\": \"permitted\", \"reminder\": true", "\"ruling\": \"forbidden\", \"reminder\": true",
        "/rules/3", "cannot forbid");
    row("a fact both needed and excluded", "\"given\": [\"no-other-method\"]}",
        "\"given\": [\"no-other-method\"], \"unless\": [\"no-other-method\"]}", "/rules/1/when", "cannot both");
    row("a rule no case shows", "\"destinations\": [\"public\"]", "\"destinations\": [\"council\"]", "/rules/4",
        "No case shows");
    row("a provision twice", "\"id\": \"K002\"", "\"id\": \"K001\"", "/provisions/1/id", "“K001” is given twice");
    row("served by nothing", "\"feature\": \"label\", ", "", "/provisions/1", "which feature");
    row("a vault that nobody recovers", "\"sending\": {\"methods\"",
        "\"vault\": {\"escrow\": {\"role\": \"mayor\", \"citation\": {\"article\": \"案\", \"draft\": true}}}, \"sending\": {\"methods\"",
        "/vault/escrow/role", "no role “mayor”");
    row("a vault for an unknown level", "\"sending\": {\"methods\"",
        "\"vault\": {\"required\": {\"secrecy\": [\"9\"]}}, \"sending\": {\"methods\"", "/vault/required/secrecy", "no level “9”");
    // Disposal: of rules that are right, one thing.
    const QByteArray rules = R"("disposal": {
        "reasons": [{"id": "over", "text": {"ja": "満了"}, "citation": {"article": "案", "draft": true}},
                    {"id": "draft", "fact": "no-other-method", "own": true, "text": {"ja": "作成途上"}, "citation": {"article": "案", "draft": true}}],
        "methods": [{"id": "overwrite", "nist": "clear", "kinds": ["file", "medium"], "text": {"ja": "上書き"}, "citation": {"article": "案", "draft": true}},
                    {"id": "burn", "nist": "destroy", "kinds": ["paper"], "text": {"ja": "焼却"}, "citation": {"article": "案", "draft": true}}],
        "demands": [{"classes": {"secrecy": ["high"]}, "least": "clear", "followUp": "overwrite", "text": {"ja": "復元できないように"}, "citation": {"article": "案", "draft": true}}]},
        "sending": {"methods")";
    const auto disposal = [&](const char *name, const char *what, const char *instead, const char *path, const char *reason) {
        QByteArray changed = rules;
        QVERIFY2(changed.contains(what), name);
        changed.replace(changed.indexOf(what), qstrlen(what), instead);
        row(name, "\"sending\": {\"methods\"", changed.constData(), path, reason);
    };
    disposal("a reason twice", "\"id\": \"draft\"", "\"id\": \"over\"", "/disposal/reasons/1/id", "“over” is given twice");
    disposal("a reason by an unknown fact", "\"no-other-method\"", "\"storm\"", "/disposal/reasons/1/fact", "no such fact");
    disposal("one's own without a fact", "\"fact\": \"no-other-method\", ", "", "/disposal/reasons/1/own", "without permission");
    disposal("a reason without a quote", "{\"article\": \"案\", \"draft\": true}}", "{\"article\": \"第1条\"}}", "/disposal/reasons/0/citation", "no quote");
    disposal("a method twice", "\"id\": \"burn\"", "\"id\": \"overwrite\"", "/disposal/methods/1/id", "“overwrite” is given twice");
    disposal("a method of no kind of NIST's", "\"nist\": \"destroy\"", "\"nist\": \"melt\"", "/disposal/methods/1/nist", "“melt” is not known");
    disposal("a demand on an unknown level", "[\"high\"]", "[\"9\"]", "/disposal/demands/0/classes/secrecy", "no level “9”");
    disposal("what follows is unknown", "\"followUp\": \"overwrite\"", "\"followUp\": \"melt\"", "/disposal/demands/0/followUp", "no such method");
    disposal("what follows is not for media", "\"followUp\": \"overwrite\"", "\"followUp\": \"burn\"", "/disposal/demands/0/followUp", "no such method");
    row("a vault's citation without a quote", "\"sending\": {\"methods\"",
        "\"vault\": {\"escrow\": {\"role\": \"security-manager\", \"citation\": {\"article\": \"第1条\"}}}, \"sending\": {\"methods\"",
        "/vault/escrow/citation", "quote");
    // Cases.
    row("a case twice", "\"id\": \"case-14\"", "\"id\": \"case-13\"", "/cases/13/id", "“case-13” is given twice");
    row("a case's question", "[[\"S0\", \"staff\"]]", "[[\"S9\", \"staff\"]]", "/cases/2/answers/0/0",
        "no question “S9”");
    row("a case's answer", "[[\"S0\", \"staff\"]]", "[[\"S0\", \"mayor\"]]", "/cases/2/answers/0/1",
        "no answer “mayor”");
    row("a わからない that is not offered", "[[\"S0\", \"staff\"]]", "[[\"S0\", \"?\"]]", "/cases/2/answers/0/1",
        "no answer “?”");
    row("a case's level", "\"levels\": {\"integrity\": \"2\"}", "\"levels\": {\"integrity\": \"9\"}",
        "/cases/6/levels/integrity", "no level “9”");
    row("a case's class", "\"action\": \"store\", \"classes\": {\"secrecy\"", "\"action\": \"store\", \"classes\": {\"beauty\"",
        "/cases/13/classes/beauty", "no axis “beauty”");
    row("a case's role", "\"role\": \"staff\"", "\"role\": \"mayor\"", "/cases/11/role", "no role “mayor”");
    row("a case's fact", "\"action\": \"store\",", "\"action\": \"store\", \"given\": [\"sunshine\"],",
        "/cases/13/given/0", "the fact “sunshine”");
    row("a case's obligation", "\"obligations\": [\"encryption\", \"approval\"]",
        "\"obligations\": [\"encryption\", \"prayer\"]", "/cases/8/obligations/1", "the obligation “prayer”");
    row("a case that expects nothing", ", \"ends\": \"inherit\"", "", "/cases/2", "A case has either");
    row("based on nothing", "\"id\": \"sample\",", "\"id\": \"sample\", \"basedOn\": \"ghost\",", "/basedOn",
        "no other pack “ghost”");
}

void TestValidatePack::faults()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, instead);
    QFETCH(QString, path);
    QFETCH(QString, reason);
    const QByteArray json = sample::with(what, instead);
    QVERIFY2(!json.isEmpty(), "what the row breaks stands in the sample exactly once");
    const std::vector<Fault> faults = validatePack(json, nullptr);
    QString seen;
    bool found = false;
    for (const Fault &fault : faults) {
        seen += QStringLiteral("\n%1 %2 %3").arg(fault.line).arg(fault.path, fault.reason);
        found = found || (fault.path == path && fault.reason.contains(reason));
        const auto root = parseJson(json);
        QVERIFY(root);
        QCOMPARE(fault.line, lineAt(*root, fault.path));
    }
    QVERIFY2(found, qPrintable(seen));
    QVERIFY(!loadPack(json, nullptr, QStringLiteral("x")));
}

void TestValidatePack::brokenJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QByteArray &json, int line, const char *path) {
        QTest::newRow(name) << json << line << QString::fromUtf8(path);
    };
    row("empty", "", 1, "");
    row("no object", "[]", 1, "");
    row("a comma too many", "{\n\"id\": \"x\",\n}", 3, "");
    row("no colon", "{\n\n\"id\" \"x\"}", 3, "");
    row("ends in a list", "{\"axes\":\n[1,", 2, "/axes/1");
    row("after the end", "{}\n{}", 2, "");
    row("a member twice", "{\"id\": \"x\",\n\"id\": \"y\"}", 2, "");
    row("a line break in a text", "{\"a/b\": [\"x\ny\"]}", 1, "/a~1b/0");
    row("an unknown escape", "{\"id\": \"\\q\"}", 1, "/id");
    row("half an escape", "{\"id\": \"\\u0x1f\"}", 1, "/id");
    row("half a character", "{\"id\": \"\\ud83d\"}", 1, "/id");
    row("a leading zero", "{\"format\": 01}", 1, "/format");
    row("infinity", "{\"format\": 1e999}", 1, "/format");
    row("no number", "{\"format\": -}", 1, "/format");
    row("no UTF-8", "{\"id\": \"\xff\"}", 1, "");
    row("Latin literal", "{\"draft\": True}", 1, "/draft");
}

void TestValidatePack::brokenJson()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    QFETCH(QString, path);
    const std::vector<Fault> faults = validatePack(json, nullptr);
    QCOMPARE(faults.size(), std::size_t(1));
    QCOMPARE(faults.front().line, line);
    QCOMPARE(faults.front().path, path);
    QVERIFY(!faults.front().reason.isEmpty());
}

void TestValidatePack::faultsComeInOrderOfLines()
{
    QByteArray json = sample::with("\"rank\": 3", "\"rank\": 2");
    json.replace("\"approver\": \"security-manager\"", "\"approver\": \"mayor\"");
    json.replace("\"enacted\": \"2026-04-01\"", "\"enacted\": \"2026-13-01\"");
    const std::vector<Fault> faults = validatePack(json, nullptr);
    QCOMPARE(faults.size(), std::size_t(3));
    QCOMPARE(faults[0].line, sample::lineOf(json, "2026-13-01"));
    QCOMPARE(faults[1].line, sample::lineOf(json, "\"id\": \"middle\", \"rank\": 2"));
    QCOMPARE(faults[2].line, sample::lineOf(json, "\"approver\": \"mayor\""));
}

void TestValidatePack::contractIds()
{
    const auto has = [](const QByteArray &json, const char *path, const char *part) {
        for (const Fault &fault : validatePack(json, nullptr)) {
            if (fault.path == QString::fromUtf8(path) && fault.reason.contains(QString::fromUtf8(part)))
                return true;
        }
        return false;
    };
    const QByteArray kameoka = sample::with("\"id\": \"sample\"", "\"id\": \"kameoka\"");
    QVERIFY(has(kameoka, "/axes", "importance"));
    QVERIFY(has(kameoka, "/roles", "“asset-manager” is missing"));
    QVERIFY(has(sample::with("\"id\": \"sample\"", "\"id\": \"kita\""), "/axes", "availability"));
}

void TestValidatePack::hostileInputEndsSoon()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!validatePack(QByteArray(1'000'000, '['), nullptr).empty());
    QVERIFY(!validatePack(QByteArray(3'000'000, ' '), nullptr).empty());
    QByteArray many = "{\"x\": [0";
    for (int i = 0; i < 300'000; ++i)
        many += ",0";
    QVERIFY(!validatePack(many + "]}", nullptr).empty());
    QByteArray members = "{\"x\": 0";
    for (int i = 0; i < 100'000; ++i)
        members += ",\"" + QByteArray::number(i) + "\":0";
    QCOMPARE(validatePack(members + "}", nullptr).size(), std::size_t(500));
    QByteArray texts = "[\"";
    QVERIFY(!validatePack(texts + QByteArray(1'900'000, 'a'), nullptr).empty());
    QVERIFY2(timer.elapsed() < 5000 * SHIRUSHI_SLOWNESS, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestValidatePack)
#include "tst_validatepack.moc"
