// The command line is a contract: what scripts rely on is tested by running it.

#include "app/cli/commandline.h"

#include <QTest>

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace shirushi;
using tests::Answer;
using tests::contentOf;

namespace {

} // namespace

class TestCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versionAndHelp();
    void wrongUsage_data();
    void wrongUsage();
    void notSignedIn();
    void initOnce();
    void setShowRemoveList();
    void showNeedsNothing();
    void credentialsFromTheEnvironment();
    void passwordFileLosesOneNewline();
    void failuresAreOneLineEach();
    void whatIsNoDocumentSaysWhy();
    void loweringNeedsAReason();
    void foldersNeedRecursive();
    void oddNames();
    void namesWithoutRoomForASidecar();
    void otherNamesOfAFile();
    void filesBesideTheirDocument();
    void eachFileOnce();
    void linksAreReadAsTheyAreWritten();
    void membersOfShow();
    void renamedFilesAreToldAsTheyWereNamed();
    void ledgerFilters();
    void twoAtOnce();
    void ledgerIsASource();
    void nothingSecretIsPrinted();
};

void TestCli::versionAndHelp()
{
    const tests::CommandLine line;
    const Answer version = line.run({QStringLiteral("--version")});
    QCOMPARE(version.code, 0);
    QVERIFY(version.out.startsWith("shirushi-cli "));
    QCOMPARE(line.run({QStringLiteral("--help")}).code, 0);
}

void TestCli::wrongUsage_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"", "labels", "label", "label set", "label set --class confidentiality=3B", "label set x.txt",
                              "label set --class x --colour red f", "label set --class a --class b f", "label set f --class",
                              "label show", "label show --recursive=1 f", "label remove f", "label remove --reason",
                              "label set --class a=b --mark footer f", "ledger", "ledger list --since yesterday",
                              "init --user a", "init --user yamada --name x --role staff --policy nowhere",
                              "init --user yamada --name x --role king --policy mic-model --password-file password",
                              "policy", "policy show"})
        QTest::newRow(*words ? words : "(none)") << QString::fromLatin1(words);
}

void TestCli::wrongUsage()
{
    QFETCH(QString, words);
    const tests::CommandLine line;
    const Answer answer = line.run(words.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(answer.code, 2);
    QVERIFY(!answer.err.isEmpty());
}

void TestCli::notSignedIn()
{
    const tests::CommandLine line;
    const QString file = line.make(QStringLiteral("a.csv"));
    QCOMPARE(line.set({file}).code, 3); // nothing set up
    QCOMPARE(line.init().code, 0);
    const QStringList set{QStringLiteral("label"), QStringLiteral("set"), QStringLiteral("--class"),
                          QStringLiteral("confidentiality=3B,integrity=2,availability=1")};
    QCOMPARE(line.run(set + QStringList{file}).code, 3); // nobody named
    QFile wrong(line.path(QStringLiteral("wrong")));
    QVERIFY(wrong.open(QIODevice::WriteOnly));
    wrong.write("wrong");
    wrong.close();
    QCOMPARE(line.run(set + QStringList{QStringLiteral("--user"), QStringLiteral("yamada"), QStringLiteral("--password-file"), wrong.fileName(), file}).code, 3);
    QCOMPARE(line.run(set + QStringList{QStringLiteral("--user"), QStringLiteral("sato"), QStringLiteral("--password-file"), line.path(QStringLiteral("password")), file}).code, 3);
    QCOMPARE(line.run({QStringLiteral("ledger"), QStringLiteral("list")}).code, 3);
    QCOMPARE(QDir(line.path(QStringLiteral("files"))).entryList(QDir::Files), QStringList{QStringLiteral("a.csv")});
}

void TestCli::initOnce()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QByteArray slot = contentOf(line.path(QStringLiteral("data/people/yamada.json")));
    QCOMPARE(line.init().code, 1);
    QCOMPARE(contentOf(line.path(QStringLiteral("data/people/yamada.json"))), slot);
}

void TestCli::setShowRemoveList()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString file = line.make(QStringLiteral("名簿.csv"));
    const Answer set = line.set({QStringLiteral("--reason"), QStringLiteral("新規"), file});
    QVERIFY2(set.code == 0, set.err);

    const Answer shown = line.show({file});
    QCOMPARE(shown.code, 0);
    QCOMPARE(shown.json().size(), 1);
    const QJsonObject found = shown.json().first().toObject();
    QCOMPARE(found.value(QStringLiteral("file")).toString(), file);
    QCOMPARE(found.value(QStringLiteral("status")).toString(), QStringLiteral("labelled"));
    QCOMPARE(found.value(QStringLiteral("source")).toString(), QStringLiteral("sidecar"));
    QCOMPARE(found.value(QStringLiteral("signature")).toString(), QStringLiteral("valid"));
    QCOMPARE(found.value(QStringLiteral("content")).toString(), QStringLiteral("same"));
    QCOMPARE(found.value(QStringLiteral("sha256")).toString().size(), 64);
    const QJsonObject label = found.value(QStringLiteral("label")).toObject();
    for (const char *member : {"id", "policy", "policyVersion", "classes", "status", "domain", "restrictions",
                               "labelledBy", "labelledAt", "reason"})
        QVERIFY2(label.contains(QLatin1String(member)), member);
    QCOMPARE(label.value(QStringLiteral("policy")).toString(), QStringLiteral("mic-model"));
    QCOMPARE(label.value(QStringLiteral("labelledBy")).toString(), QStringLiteral("yamada"));
    QCOMPARE(label.value(QStringLiteral("reason")).toString(), QStringLiteral("新規"));
    QCOMPARE(label.value(QStringLiteral("classes")).toObject(),
             (QJsonObject{{QStringLiteral("confidentiality"), QStringLiteral("3B")}, {QStringLiteral("integrity"), QStringLiteral("2")}, {QStringLiteral("availability"), QStringLiteral("1")}}));

    const Answer removed = line.run(QStringList{QStringLiteral("label"), QStringLiteral("remove"), QStringLiteral("--reason"), QStringLiteral("誤り")} + line.credentials() + QStringList{file});
    QVERIFY2(removed.code == 0, removed.err);
    QCOMPARE(line.show({file}).json().first()[QStringLiteral("status")].toString(), QStringLiteral("unlabelled"));
    QCOMPARE(QDir(line.path(QStringLiteral("files"))).entryList(QDir::Files), QStringList{QStringLiteral("名簿.csv")});

    const Answer listed = line.run(QStringList{QStringLiteral("ledger"), QStringLiteral("list"), QStringLiteral("--json")} + line.credentials());
    QCOMPARE(listed.code, 0);
    QStringList kinds;
    const QJsonArray entries = listed.json();
    for (const QJsonValue &entry : entries) {
        for (const char *member : {"seq", "at", "user", "kind", "file", "contentHash", "sha256", "before", "after", "reason"})
            QVERIFY2(entry.toObject().contains(QLatin1String(member)), member);
        kinds += entry[QStringLiteral("kind")].toString();
    }
    QCOMPARE(kinds, (QStringList{QStringLiteral("founded"), QStringLiteral("label"), QStringLiteral("label-removed")}));
}

void TestCli::showNeedsNothing()
{
    tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString file = line.make(QStringLiteral("a.csv"));
    QCOMPARE(line.set({file}).code, 0);
    line.environment().insert(QStringLiteral("SHIRUSHI_DATA"), line.path(QStringLiteral("nowhere")));
    const Answer shown = line.show({file});
    QCOMPARE(shown.code, 0);
    QCOMPARE(shown.json().first()[QStringLiteral("signature")].toString(), QStringLiteral("unknown-signer"));
    QVERIFY(!QDir(line.path(QStringLiteral("nowhere"))).exists());
}

void TestCli::credentialsFromTheEnvironment()
{
    tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    line.environment().insert(QStringLiteral("SHIRUSHI_USER"), QStringLiteral("yamada"));
    line.environment().insert(QStringLiteral("SHIRUSHI_PASSWORD_FILE"), line.path(QStringLiteral("password")));
    QCOMPARE(line.run({QStringLiteral("ledger"), QStringLiteral("list"), QStringLiteral("--json")}).json().size(), 1);
}

void TestCli::passwordFileLosesOneNewline()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const auto codeWith = [&](const QByteArray &content) {
        QFile file(line.path(QStringLiteral("other")));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        file.close();
        return line.run({QStringLiteral("ledger"), QStringLiteral("list"), QStringLiteral("--user"), QStringLiteral("yamada"), QStringLiteral("--password-file"), file.fileName()}).code;
    };
    QCOMPARE(codeWith("correct horse battery staple"), 0);
    QCOMPARE(codeWith("correct horse battery staple\n"), 0);
    QCOMPARE(codeWith("correct horse battery staple\n\n"), 3);
    QCOMPARE(codeWith(""), 3);
}

void TestCli::failuresAreOneLineEach()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString good = line.make(QStringLiteral("good.csv"));
    const QString open = line.make(QStringLiteral("open.odt"));
    line.make(QStringLiteral(".~lock.open.odt#"));
    const Answer answer = line.set({good, line.file(QStringLiteral("none.csv")), open});
    QCOMPARE(answer.code, 1);
    const QList<QByteArray> lines = answer.err.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(line.file(QStringLiteral("none.csv")).toUtf8()));
    QVERIFY(lines[1].startsWith(open.toUtf8()));
    QCOMPARE(line.show({good}).json().first()[QStringLiteral("status")].toString(), QStringLiteral("labelled"));
    QVERIFY(!QFile::exists(open + QStringLiteral(".xmp")));
}

void TestCli::whatIsNoDocumentSaysWhy()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString truncated = line.make(QStringLiteral("a.docx"), QByteArray("PK\x03\x04 cut off"));
    const QString empty = line.make(QStringLiteral("b.pdf"), {});
    const QString locked = line.make(QStringLiteral("c.xlsx"), QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(512, '\0'));
    const QString plain = line.make(QStringLiteral("d.txt"));
    const Answer answer = line.set({truncated, empty, locked, plain});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.err.trimmed().split('\n').size(), 3);
    for (const QString &file : {truncated, empty, locked, plain})
        QCOMPARE(line.show({file}).json().first()[QStringLiteral("source")].toString(), QStringLiteral("sidecar"));

    const QString bare = line.make(QStringLiteral("e.txt"), "another\n");
    const Answer removed = line.run(QStringList{QStringLiteral("label"), QStringLiteral("remove"), QStringLiteral("--reason"), QStringLiteral("x")} + line.credentials() + QStringList{bare});
    QCOMPARE(removed.code, 0);
    QVERIFY(!removed.out.contains(QStringLiteral("外しました").toUtf8()));
}

void TestCli::loweringNeedsAReason()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString file = line.make(QStringLiteral("a.csv"));
    QCOMPARE(line.set({file}).code, 0);
    const QString lower = QStringLiteral("confidentiality=1,integrity=1,availability=1");
    QCOMPARE(line.set({file}, lower).code, 1);
    QCOMPARE(line.set({QStringLiteral("--reason"), QStringLiteral("公表済み"), file}, lower).code, 0);
    QCOMPARE(line.set({file}, QStringLiteral("confidentiality=9")).code, 2);
    QCOMPARE(line.set({file}, QStringLiteral("confidentiality=1")).code, 2);
}

void TestCli::foldersNeedRecursive()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    line.make(QStringLiteral("a.csv"));
    line.make(QStringLiteral("b.csv"));
    const QString folder = line.path(QStringLiteral("files"));
    QCOMPARE(line.set({folder}).code, 1);
    QCOMPARE(line.set({QStringLiteral("--recursive"), folder}).code, 0);
    QCOMPARE(line.set({QStringLiteral("--recursive"), folder}).code, 0); // passes over the sidecars it made
    QCOMPARE(line.show({QStringLiteral("--recursive"), folder}).json().size(), 2);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 4);
}

void TestCli::oddNames()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString newline = line.make(QStringLiteral("two\nlines.csv"));
    const QString decomposed = line.make(QStringLiteral("が.csv").normalized(QString::NormalizationForm_D));
    const QString composed = line.make(QStringLiteral("が.csv").normalized(QString::NormalizationForm_C), "another\n");
    const QString dash = line.make(QStringLiteral("--mark.csv"));
    const QString longest = line.make(QString(247, QChar(u'a')) + QStringLiteral(".csv"));
    const Answer answer = line.set({newline, decomposed, composed, longest, QStringLiteral("--"), dash});
    QVERIFY2(answer.code == 0, answer.err);
    for (const QString &file : {newline, decomposed, composed, longest, dash})
        QCOMPARE(line.show({file}).json().first()[QStringLiteral("status")].toString(), QStringLiteral("labelled"));
    QCOMPARE(line.set({QStringLiteral("--mark"), QStringLiteral("name"), longest}).code, 1);

    // A name that is no text at all.
    const QByteArray raw(QFile::encodeName(line.file(QString())) + "\x83\x65.csv");
    const int descriptor = ::open(raw.constData(), O_CREAT | O_WRONLY, 0600);
    QVERIFY(descriptor >= 0);
    QCOMPARE(::write(descriptor, "x", 1), ssize_t(1));
    ::close(descriptor);
    QCOMPARE(line.set({QStringLiteral("--recursive"), line.path(QStringLiteral("files"))}).code, 0);
    QVERIFY(::access(QByteArray(raw + ".xmp").constData(), F_OK) == 0);
}

// The attribute alone carries the label where the file system has attributes.
void TestCli::namesWithoutRoomForASidecar()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString name = QString(251, QChar(u'b')) + QStringLiteral(".csv");
    const QString file = line.make(name);
    const bool holds = ::setxattr(file.toUtf8().constData(), "user.theirs", "x", 1, 0) == 0;
    const Answer set = line.set({QStringLiteral("--mark"), QStringLiteral("header"), file});
    QCOMPARE(set.code, holds ? 0 : 1);
    QCOMPARE(set.err.trimmed().split('\n').size(), 1); // reason and missing mark share the line
    QVERIFY(set.err.startsWith(file.toUtf8()));
    QCOMPARE(contentOf(file), QByteArray("氏名,住所\n"));
    QCOMPARE(QDir(line.path(QStringLiteral("files"))).entryList(QDir::Files | QDir::Hidden), QStringList{name});
    if (!holds)
        QSKIP("no attributes on this file system");
    const QJsonValue shown = line.show({file}).json().first();
    QCOMPARE(shown[QStringLiteral("source")].toString(), QStringLiteral("attribute"));
    QCOMPARE(shown[QStringLiteral("signature")].toString(), QStringLiteral("valid"));
    QCOMPARE(shown[QStringLiteral("content")].toString(), QStringLiteral("same"));
    QCOMPARE(line.remove({file}).code, 0);
    QCOMPARE(line.show({file}).json().first()[QStringLiteral("status")].toString(), QStringLiteral("unlabelled"));
    char value[8];
    QCOMPARE(::getxattr(file.toUtf8().constData(), "user.theirs", value, sizeof value), ssize_t(1));
}

// A sidecar belongs to one name, the attribute to the file: of both the newer label counts, under every name.
void TestCli::otherNamesOfAFile()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString one = line.make(QStringLiteral("one.csv"));
    const QString other = line.file(QStringLiteral("other.csv"));
    QCOMPARE(::link(one.toUtf8().constData(), other.toUtf8().constData()), 0);
    if (::setxattr(one.toUtf8().constData(), "user.theirs", "x", 1, 0) != 0)
        QSKIP("no attributes on this file system");
    const auto levelOf = [&](const QString &file) -> QString {
        const QJsonValue shown = line.show({file}).json().first();
        return shown[QStringLiteral("source")].toString() + u' '
               + shown[QStringLiteral("label")][QStringLiteral("classes")][QStringLiteral("confidentiality")].toString();
    };
    QCOMPARE(line.set({one}).code, 0);
    QCOMPARE(levelOf(one), QStringLiteral("sidecar 3B"));
    QCOMPARE(levelOf(other), QStringLiteral("attribute 3B"));
    QCOMPARE(line.set({other}, QStringLiteral("confidentiality=3A,integrity=2,availability=1")).code, 0);
    QCOMPARE(levelOf(one), QStringLiteral("attribute 3A"));
    QCOMPARE(levelOf(other), QStringLiteral("sidecar 3A"));
    QCOMPARE(line.remove({other}).code, 0);
    QCOMPARE(levelOf(one), QStringLiteral("sidecar 3B")); // what stands beside that name stays
    QCOMPARE(levelOf(other), QStringLiteral(" "));
}

void TestCli::filesBesideTheirDocument()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QByteArray theirs = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                              "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
                              "xmlns:darktable=\"http://darktable.sf.net/\" darktable:xmp_version=\"5\"/></rdf:RDF></x:xmpmeta>\n";
    const QString document = line.make(QStringLiteral("a.csv"));
    const QString beside = line.make(QStringLiteral("a.csv.xmp"), theirs);
    const QString lone = line.make(QStringLiteral("b.xmp"), theirs);
    const QDir folder(line.path(QStringLiteral("files")));
    const QStringList labelled{QStringLiteral("a.csv"), QStringLiteral("a.csv.xmp"), QStringLiteral("b.xmp"),
                               QStringLiteral("b.xmp.xmp")};
    for (const QStringList &files : {QStringList{QStringLiteral("--recursive"), folder.path()},
                                     QStringList{document, beside, lone}, QStringList{beside, lone, document}}) {
        const Answer set = line.set(files);
        QVERIFY2(set.code == 0, set.err);
        QCOMPARE(folder.entryList(QDir::Files), labelled);
        QVERIFY(contentOf(beside).contains("darktable"));
        QCOMPARE(line.show({document}).json().first()[QStringLiteral("content")].toString(), QStringLiteral("same"));
        const Answer removed = line.remove(files);
        QVERIFY2(removed.code == 0, removed.err);
        QCOMPARE(folder.entryList(QDir::Files), labelled.mid(0, 3));
        QCOMPARE(contentOf(beside), theirs);
    }
}

void TestCli::eachFileOnce()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString file = line.make(QStringLiteral("a.csv"));
    const QString link = line.file(QStringLiteral("link.csv"));
    QVERIFY(QFile::link(QStringLiteral("a.csv"), link));
    const Answer set = line.set({QStringLiteral("--json"), file, line.path(QStringLiteral("files/../files/a.csv")), link});
    QVERIFY2(set.code == 0, set.err);
    QCOMPARE(set.json().size(), 1);
}

void TestCli::linksAreReadAsTheyAreWritten()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    line.make(QStringLiteral("a.csv"));
    const QString link = line.file(QStringLiteral("link.csv"));
    const QString outside = line.file(QStringLiteral("outside.csv"));
    QVERIFY(QFile::link(QStringLiteral("a.csv"), link));
    QVERIFY(QFile::link(QStringLiteral("../password"), outside));
    QCOMPARE(line.set({link}).code, 0);
    const QJsonValue shown = line.show({link}).json().first();
    QCOMPARE(shown[QStringLiteral("file")].toString(), link);
    QCOMPARE(shown[QStringLiteral("status")].toString(), QStringLiteral("labelled"));
    QCOMPARE(line.set({outside}).code, 1);
    QCOMPARE(line.show({outside}).code, 1);
}

void TestCli::membersOfShow()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString file = line.make(QStringLiteral("a.csv"));
    const QStringList members{QStringLiteral("content"),   QStringLiteral("file"),   QStringLiteral("label"), QStringLiteral("sha256"),
                              QStringLiteral("signature"), QStringLiteral("source"), QStringLiteral("status")};
    const QJsonObject bare = line.show({file}).json().first().toObject();
    QCOMPARE(bare.keys(), members);
    QVERIFY(bare.value(QStringLiteral("label")).isNull());
    QCOMPARE(bare.value(QStringLiteral("signature")).toString(), QStringLiteral("none"));
    QCOMPARE(line.set({file}).code, 0);
    const QJsonObject labelled = line.show({file}).json().first().toObject();
    QCOMPARE(labelled.keys(), members);
    QCOMPARE(labelled.value(QStringLiteral("label")).toObject().keys(),
             (QStringList{QStringLiteral("classes"), QStringLiteral("domain"), QStringLiteral("id"), QStringLiteral("labelledAt"),
                          QStringLiteral("labelledBy"), QStringLiteral("policy"), QStringLiteral("policyVersion"),
                          QStringLiteral("reason"), QStringLiteral("restrictions"), QStringLiteral("status")}));
}

void TestCli::renamedFilesAreToldAsTheyWereNamed()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    line.make(QStringLiteral("a.csv"));
    const Answer set = line.set({QStringLiteral("--mark"), QStringLiteral("name"), QStringLiteral("files/a.csv")});
    QVERIFY2(set.code == 0, set.err);
    QVERIFY(set.out.startsWith(QStringLiteral("files/【機密性3B】a.csv: ").toUtf8()));
    const Answer removed = line.remove({QStringLiteral("files/【機密性3B】a.csv")});
    QVERIFY2(removed.code == 0, removed.err);
    QVERIFY(removed.out.startsWith("files/a.csv: "));

    const QString taken = line.make(QStringLiteral("【機密性3B】a.csv"), "another\n");
    QCOMPARE(line.set({QStringLiteral("--mark"), QStringLiteral("name"), QStringLiteral("files/a.csv")}).code, 1);
    QCOMPARE(contentOf(taken), QByteArray("another\n"));
    QCOMPARE(QDir(line.path(QStringLiteral("files"))).entryList(QDir::Files),
             (QStringList{QStringLiteral("a.csv"), QStringLiteral("【機密性3B】a.csv")}));
    QCOMPARE(line.show({taken}).json().first()[QStringLiteral("status")].toString(), QStringLiteral("unlabelled"));
}

void TestCli::ledgerFilters()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString a = line.make(QStringLiteral("a.csv"));
    QCOMPARE(line.set({a, line.make(QStringLiteral("b.csv"))}).code, 0);
    const QStringList list = QStringList{QStringLiteral("ledger"), QStringLiteral("list"), QStringLiteral("--json")} + line.credentials();
    QCOMPARE(line.run(list + QStringList{QStringLiteral("--file"), a}).json().size(), 1);
    QCOMPARE(line.run(list + QStringList{QStringLiteral("--file"), QStringLiteral("files/a.csv")}).json().size(), 1);
    QCOMPARE(line.run(list + QStringList{QStringLiteral("--since"), QStringLiteral("2020-01-01")}).json().size(), 3);
    QCOMPARE(line.run(list + QStringList{QStringLiteral("--since"), QStringLiteral("2999-01-01")}).json().size(), 0);
}

void TestCli::twoAtOnce()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    constexpr int programs = 3;
    constexpr int filesEach = 20;
    std::vector<std::unique_ptr<QProcess>> running;
    for (int program = 0; program < programs; ++program) {
        QStringList files;
        for (int i = 0; i < filesEach; ++i)
            files += line.make(QStringLiteral("%1-%2.csv").arg(program).arg(i));
        running.push_back(std::make_unique<QProcess>());
        line.start(*running.back(), QStringList{QStringLiteral("label"), QStringLiteral("set"), QStringLiteral("--class"), QStringLiteral("confidentiality=2,integrity=1,availability=1")} + line.credentials() + files);
    }
    for (auto &process : running) {
        QVERIFY(process->waitForFinished(60'000));
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError());
    }
    const QJsonArray entries = line.run(QStringList{QStringLiteral("ledger"), QStringLiteral("list"), QStringLiteral("--json")} + line.credentials()).json();
    QCOMPARE(entries.size(), 1 + programs * filesEach);
    for (qsizetype i = 0; i < entries.size(); ++i)
        QCOMPARE(entries[i][QStringLiteral("seq")].toInt(), static_cast<int>(i + 1));
}

void TestCli::ledgerIsASource()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString file = line.make(QStringLiteral("a.csv"));
    QCOMPARE(line.set({file}).code, 0);
    const QString copy = line.make(QStringLiteral("copy.csv")); // same content, no label of its own
    QCOMPARE(line.show({copy}).json().first()[QStringLiteral("status")].toString(), QStringLiteral("unlabelled"));
    const QJsonObject found = line.show(line.credentials() + QStringList{copy}).json().first().toObject();
    QCOMPARE(found.value(QStringLiteral("status")).toString(), QStringLiteral("labelled"));
    QCOMPARE(found.value(QStringLiteral("source")).toString(), QStringLiteral("ledger"));
}

void TestCli::nothingSecretIsPrinted()
{
    const tests::CommandLine line;
    QByteArray said;
    const auto keep = [&](const Answer &answer) { said += answer.out + answer.err; };
    keep(line.init());
    keep(line.set({line.make(QStringLiteral("a.csv"))}));
    keep(line.run(QStringList{QStringLiteral("ledger"), QStringLiteral("list"), QStringLiteral("--json")} + line.credentials()));
    QVERIFY(!said.contains("correct horse"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
