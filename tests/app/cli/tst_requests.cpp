// Requests on the command line, in an office of two: asked by one, approved by the other, checked by scripts.

#include "app/cli/commandline.h"

#include "people/administration.h"
#include "policy/library.h"

#include <QTest>

using namespace shirushi;
using tests::Answer;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

base::SecretBytes secret(const QByteArray &bytes)
{
    return base::SecretBytes(
        std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
}

// 山田 asks, 鈴木 manages the information of her section.
class TwoPeople : public tests::CommandLine
{
public:
    TwoPeople()
    {
        init(text("kameoka"));
        QFile password(path(text("suzuki")));
        if (!password.open(QIODevice::WriteOnly) || password.write("another horse 8 stands\n") < 0 || !password.flush())
            qFatal("cannot write the password");
        policy::Pack pack = *policy::Library::load().find(text("kameoka"));
        pack.passwords.changeInitial = false;
        const people::Office office(base::toPath(path(text("data"))));
        const base::SystemClock clock;
        auto session = office.signIn(text("yamada"), secret("correct horse battery staple"), clock);
        auto ledger = session ? office.openLedger(*session) : std::unexpected(session.error());
        auto administration = ledger ? people::Administration::open(office, *session, *ledger, clock)
                                     : std::unexpected(ledger.error());
        if (!administration || !administration->add(pack, {text("suzuki"), text("鈴木 一郎"), text("information-manager")},
                                                    secret("another horse 8 stands")))
            qFatal("cannot add somebody");
    }

    Answer as(const char *user, const char *words, const QStringList &more = {}) const
    {
        const QString passwordFile = path(QLatin1String(user) == QLatin1String("yamada") ? text("password") : text(user));
        return run(text(words).split(u' ') + more
                   + QStringList{text("--user"), text(user), text("--password-file"), passwordFile});
    }
};

QString idIn(const Answer &answer)
{
    return QString::fromUtf8(answer.out.trimmed());
}

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void askedApprovedChecked();
    void betweenDesktopsByAFolder();
    void sharedFolder();
    void theScanOfAPaperDecision();
    void wrongUsage();
    void designating();
};

void TestRequests::askedApprovedChecked()
{
    const TwoPeople office;
    const QString file = office.make(text("名簿.csv"));
    const QStringList disposal{text("--purpose"), text("保存期間の満了"), file};
    QCOMPARE(office.as("yamada", "request new --action dispose", {file}).code, 1); // no class
    QCOMPARE(office.set({file}, text("importance=I")).code, 0);
    QCOMPARE(office.as("yamada", "request check --action dispose", disposal).code, 4);
    const Answer asked = office.as("yamada", "request new --action dispose", disposal);
    QCOMPARE(asked.code, 0);
    const QString id = idIn(asked);
    QCOMPARE(id.size(), 36);

    const Answer own = office.as("yamada", "request approve", {id});
    QCOMPARE(own.code, 4);
    QVERIFY(own.err.startsWith("wrong-role: "));
    QCOMPARE(office.as("suzuki", "request list --waiting --json").json().size(), 1);
    const Answer approved = office.as("suzuki", "request approve --comment 可 --json", {id});
    QCOMPARE(approved.code, 0);
    QCOMPARE(approved.json().first()[text("state")].toString(), text("approved"));
    QCOMPARE(approved.json().first()[text("id")].toString().size(), 64);

    const Answer check = office.as("yamada", "request check --action dispose", disposal);
    QCOMPARE(check.code, 0);
    QCOMPARE(idIn(check), id);
    const QJsonObject shown = office.as("yamada", "request show --json", {id}).json().first().toObject();
    QCOMPARE(shown[text("approvals")][0][text("by")].toString(), text("suzuki"));
    QCOMPARE(shown[text("needed")][0][text("word")][text("ja")].toString(), text("許可"));
    const Answer other = office.as("yamada", "request check --action dispose --purpose 別の目的", {file});
    QCOMPARE(other.code, 4);
    QVERIFY(other.err.startsWith("other-purpose: "));
    QCOMPARE(office.as("yamada", "request withdraw", {id}).code, 0);
    QVERIFY(office.as("yamada", "request check --action dispose", disposal).err.startsWith("withdrawn: "));
}

void TestRequests::betweenDesktopsByAFolder()
{
    const TwoPeople office;
    const QString file = office.make(text("名簿.csv"));
    QCOMPARE(office.set({file}, text("importance=I")).code, 0);
    const QString id = idIn(office.as("yamada", "request new --action take-out", {file}));
    const QString sent = office.path(text("mail.shirushi-request"));
    QCOMPARE(office.as("yamada", "request export", {id, sent}).code, 0);
    const Answer known = office.as("suzuki", "request import --json", {sent});
    QCOMPARE(known.code, 0);
    QVERIFY(!known.json().first()[text("new")].toBool());

    QFile altered(sent);
    QVERIFY(altered.open(QIODevice::ReadOnly));
    const QByteArray content = altered.readAll().replace("take-out", "dispose ");
    altered.close();
    QFile forged(office.path(text("forged.shirushi-request")));
    QVERIFY(forged.open(QIODevice::WriteOnly));
    forged.write(content);
    forged.close();
    const Answer refused = office.as("suzuki", "request import --json", {forged.fileName()});
    QCOMPARE(refused.code, 4);
    QCOMPARE(refused.json().first()[text("error")].toString(), text("request-altered"));

    QCOMPARE(office.as("suzuki", "request export", {id, office.path(text("x.shirushi-decision"))}).code, 1);
    QCOMPARE(office.as("suzuki", "request refuse --comment 不要", {id}).code, 0);
    QCOMPARE(office.as("suzuki", "request export", {id, office.path(text("x.shirushi-decision"))}).code, 0);
    QCOMPARE(office.as("yamada", "request import", {office.path(text("x.shirushi-decision"))}).code, 0);
    QCOMPARE(office.as("yamada", "request export", {id}).code, 2); // no shared folder is set
}

void TestRequests::sharedFolder()
{
    const TwoPeople office;
    const base::Path settingsFile = base::toPath(office.path(text("data"))) / "settings.json";
    auto settings = people::readSettings(settingsFile);
    QVERIFY(settings);
    settings->sharedFolder = base::toPath(office.path(text("shared")));
    QVERIFY(QDir(office.path(text("."))).mkdir(text("shared")));
    QVERIFY(people::writeSettings(settingsFile, *settings));
    const QString file = office.make(text("名簿.csv"));
    QCOMPARE(office.set({file}, text("importance=I")).code, 0);
    const QString id = idIn(office.as("yamada", "request new --action dispose", {file}));
    const QDir requests(office.path(text("shared/requests")));
    QCOMPARE(requests.entryList(QDir::Files), QStringList{id + text(".shirushi-request")});
    QCOMPARE(office.as("suzuki", "request approve", {id}).code, 0);
    QCOMPARE(requests.entryList(QDir::Files).size(), 2);
    const Answer taken = office.as("yamada", "request import --json");
    QCOMPARE(taken.code, 0);
    QCOMPARE(taken.json().size(), 2);
    QFile broken(requests.filePath(text("x.shirushi-decision")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{}") == 2);
    broken.close();
    QCOMPARE(office.as("yamada", "request import").code, 1);
}

void TestRequests::theScanOfAPaperDecision()
{
    const TwoPeople office;
    const QString file = office.make(text("名簿.csv"));
    QCOMPARE(office.set({file}, text("importance=I")).code, 0);
    const QString id = idIn(office.as("yamada", "request new --action dispose", {file}));
    QFile scan(office.path(text("決裁.pdf")));
    QVERIFY(scan.open(QIODevice::WriteOnly) && scan.write("%PDF stamped") > 0);
    scan.close();
    const QString out = office.path(text("out.pdf"));
    QCOMPARE(office.as("yamada", "request scan", {id, text("--out"), out}).code, 1);
    const QStringList paper{text("--decided-by"), text("税務課長 鈴木 一郎"), text("--decided-on"),
                            QDate::currentDate().toString(Qt::ISODate), text("--number"), text("8税第12号"), id};
    QCOMPARE(office.as("yamada", "request paper --scan", QStringList{office.path(text("none.pdf"))} + paper).code, 1);
    QCOMPARE(office.as("yamada", "request paper --scan", QStringList{scan.fileName()} + paper).code, 0);
    QVERIFY(scan.remove());
    QCOMPARE(office.as("yamada", "request scan", {id}).code, 2);
    const Answer taken = office.as("suzuki", "request scan --json", {id, text("--out"), out});
    QCOMPARE(taken.code, 0);
    QCOMPARE(taken.json().first()[text("name")].toString(), text("決裁.pdf"));
    QFile again(out);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QCOMPARE(again.readAll(), QByteArray("%PDF stamped"));
    QCOMPARE(office.as("suzuki", "ledger verify").code, 0);
}

void TestRequests::wrongUsage()
{
    const TwoPeople office;
    for (const char *words : {"request", "request new", "request new --purpose x", "request show", "request approve a b",
                              "request list x", "request export", "label designate --kind x"})
        QVERIFY2(office.as("yamada", words).code == 2, words);
    QCOMPARE(office.as("yamada", "request show nobody").code, 1);
    QCOMPARE(office.as("yamada", "request paper nobody --decided-by x --decided-on yesterday --number 1").code, 2);
    QCOMPARE(office.as("yamada", "request new --action exception").code, 4);
    QCOMPARE(office.run({text("request"), text("list")}).code, 3);
}

void TestRequests::designating()
{
    const TwoPeople office;
    const QString file = office.make(text("名簿.csv"));
    QCOMPARE(office.set({file}, text("importance=I")).code, 0);
    QCOMPARE(office.as("yamada", "label designate --json").json().size(), 1);
    QCOMPARE(office.as("suzuki", "label designate", {file}).code, 4);
    QCOMPARE(office.as("yamada", "label designate --kind applicant-list", {file}).code, 0);
    QCOMPARE(office.as("yamada", "label designate --json").json().size(), 0);
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
