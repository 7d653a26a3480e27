// Disposal on the command line: an office of two, requests and permissions, files, items of a vault, media, the register and
// the certificate, and what is refused without anything being touched.
#include "app/cli/commandline.h"

#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace shirushi;
using tests::Answer;
using tests::contentOf;
using tests::words;

class TestDispose : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void planTouchesNothing();
    void nothingIsTouchedWithoutAPermissionThatFits();
    void requestPermissionRunRecord();
    void aPermissionIsUsedUp();
    void erasureWithAReasonNeedsNoPermission();
    void aDraftMustBeOnesOwn();
    void whatLiesBesideItGoesToo();
    void whatTheDesktopRemembersGoesToo();
    void oneContentUnderSeveralNames();
    void aNameThatCameAfterThePermission();
    void whatFailsHalfwayIsFinished();
    void anItemOfAVault();
    void mediaAreRecordedAsStated();
    void theRegister();
    void theCertificateProvesItself();
    void verificationSeesWhatIsBack();

private:
    Answer mine(const QStringList &arguments) const { return m_line.run(arguments + m_line.credentials()); }
    Answer mine(const char *arguments, const QStringList &rest = {}) const { return mine(words(arguments) + rest); }
    QString labelled(const char *name, const QByteArray &content, const char *importance = "I") const
    {
        const QString file = m_line.make(QLatin1String(name), content);
        m_line.set({file}, QStringLiteral("importance=") + QLatin1String(importance));
        return file;
    }
    QString ask(const QStringList &what) const
    {
        return QString::fromUtf8(mine("dispose request --reason 保存期間満了", what).out.trimmed());
    }
    Answer approve(const QString &request) const
    {
        return m_line.run(QStringList{QStringLiteral("request"), QStringLiteral("approve"), request, QStringLiteral("--user"), QStringLiteral("sato"),
                                      QStringLiteral("--password-file"), m_line.path(QStringLiteral("second"))});
    }
    QJsonObject newest() const
    {
        const QJsonArray all = mine("dispose list --json").json();
        return all.isEmpty() ? QJsonObject() : all.last().toObject();
    }

    tests::CommandLine m_line;
};

void TestDispose::initTestCase()
{
    for (const char *folder : {"XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        m_line.environment().insert(QLatin1String(folder), m_line.path(QStringLiteral("desktop")));
    QCOMPARE(m_line.init(QStringLiteral("kameoka")).code, 0);
    for (const auto &[name, password] : {std::pair("first", "Kari-no-7-aikotoba\n"), std::pair("second", "Umi-to-yama-no-3-tsuki\n")}) {
        QFile file(m_line.path(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(password);
    }
    QCOMPARE(mine("user add --id sato --name 佐藤 --role information-manager --initial-password-file first").code, 0);
    QCOMPARE(m_line.run(words("user passwd --user sato --password-file first --new-password-file second")).code, 0);
}

void TestDispose::planTouchesNothing()
{
    const QString file = labelled("plan.csv", "氏名\n");
    const Answer plan = mine("dispose plan --json", {file});
    QCOMPARE(plan.code, 0);
    const QJsonObject json = plan.json().first().toObject();
    QCOMPARE(json[QStringLiteral("method")].toString(), QStringLiteral("overwrite"));
    QCOMPARE(json[QStringLiteral("classes")][QStringLiteral("importance")].toString(), QStringLiteral("I"));
    QVERIFY(!json[QStringLiteral("fileSystem")].toString().isEmpty());
    if (!json[QStringLiteral("doubts")].toArray().isEmpty())
        QCOMPARE(json[QStringLiteral("followUp")].toString(), QStringLiteral("shred"));
    QCOMPARE(contentOf(file), QByteArray("氏名\n"));
    QCOMPARE(mine("dispose list --json").json().size(), 0);
}

void TestDispose::nothingIsTouchedWithoutAPermissionThatFits()
{
    const QString one = labelled("one.csv", "一\n");
    const QString two = labelled("two.csv", "二\n");
    const QString unlabelled = m_line.make(QStringLiteral("plain.csv"), "三\n");
    QCOMPARE(mine("dispose run", {one}).code, 4); // nobody has asked
    const QString request = ask({one});
    QCOMPARE(request.size(), 36);
    QCOMPARE(mine("dispose run", {one}).code, 4); // nobody has answered
    QVERIFY(m_line.run(QStringList{QStringLiteral("request"), QStringLiteral("approve"), request} + m_line.credentials()).code != 0);
    QCOMPARE(approve(request).code, 0);
    QCOMPARE(mine("dispose run", {one, two}).code, 4);         // one of them was not asked for
    QCOMPARE(mine("dispose run", {one, unlabelled}).code, 4);  // one has no class
    QCOMPARE(mine("dispose run --reason 別の理由", {one}).code, 4);
    QFile changed(one);
    QVERIFY(changed.open(QIODevice::WriteOnly));
    changed.write("変えた\n");
    changed.close();
    QCOMPARE(mine("dispose run", {one}).code, 4); // changed since
    m_line.set({one}, QStringLiteral("importance=I"));
    QCOMPARE(mine("dispose run", {one}).code, 4); // labelled anew, and another content than was permitted
    const QString copy = m_line.make(QStringLiteral("elsewhere.csv"), "一\n");
    m_line.set({copy}, QStringLiteral("importance=I"));
    QCOMPARE(mine("dispose run", {copy}).code, 4); // the same content under another name
    QCOMPARE(mine("dispose run --request", {request, copy}).code, 4);
    for (const QString &file : {one, two, unlabelled, copy})
        QVERIFY(QFile::exists(file));
    QCOMPARE(contentOf(two), QByteArray("二\n"));
    QCOMPARE(mine("dispose list --json").json().size(), 0);
    QCOMPARE(mine("ledger list --json --kind disposal-begun").json().size(), 0);
    // A class is part of what fits.
    const QString raised = labelled("raised.csv", "四\n", "II");
    QCOMPARE(approve(ask({raised})).code, 0);
    m_line.set({raised}, QStringLiteral("importance=I"));
    QCOMPARE(mine("dispose run", {raised}).code, 4);
    QVERIFY(QFile::exists(raised));
}

void TestDispose::requestPermissionRunRecord()
{
    const QString a = labelled("a.csv", "相談 一\n");
    const QString b = labelled("b.csv", QByteArray(300'000, 'b'), "II");
    const QString request = ask({a, b});
    QCOMPARE(approve(request).code, 0);
    const Answer done = mine("dispose run --json --request", {request});
    QVERIFY2(done.code == 0, done.err);
    QCOMPARE(done.json().size(), 2);
    QVERIFY(!QFile::exists(a) && !QFile::exists(b));
    QVERIFY(!QFile::exists(a + QStringLiteral(".xmp")));
    const QJsonObject record = newest();
    QCOMPARE(record[QStringLiteral("deed")].toString(), QStringLiteral("dispose"));
    QCOMPARE(record[QStringLiteral("request")].toString(), request);
    QCOMPARE(record[QStringLiteral("approvals")][0][QStringLiteral("by")].toString(), QStringLiteral("sato"));
    QCOMPARE(record[QStringLiteral("outcome")].toString(), QStringLiteral("verified"));
    QCOMPARE(record[QStringLiteral("size")].toInteger(), 300'000);
    QCOMPARE(record[QStringLiteral("reason")].toString(), QStringLiteral("保存期間満了"));
    QCOMPARE(mine("ledger verify").code, 0);
    const Answer again = mine("dispose run --json --request", {request}); // nothing is left of it
    QCOMPARE(again.code, 0);
    QCOMPARE(again.json().size(), 0);
}

void TestDispose::aPermissionIsUsedUp()
{
    const QString file = labelled("a.csv", "相談 一\n"); // as it was
    QCOMPARE(mine("dispose run", {file}).code, 4);
    QVERIFY(QFile::exists(file));
    QVERIFY(QFile::remove(file));
}

void TestDispose::erasureWithAReasonNeedsNoPermission()
{
    const QString draft = m_line.make(QStringLiteral("draft.txt"), "下書き\n");
    QCOMPARE(mine("dispose run --reason draft-abandoned", {draft}).code, 0);
    QVERIFY(!QFile::exists(draft));
    const QJsonObject record = newest();
    QCOMPARE(record[QStringLiteral("deed")].toString(), QStringLiteral("erase"));
    QVERIFY(record[QStringLiteral("request")].isNull());
    QCOMPARE(record[QStringLiteral("reason")].toString(), QStringLiteral("作成途上で不要になった"));
    const QString other = m_line.make(QStringLiteral("other.txt"), "x\n");
    QCOMPARE(mine("dispose run --reason 邪魔", {other}).code, 4); // no reason of the rules
    QVERIFY(QFile::exists(other));
    QCOMPARE(mine("dispose request --reason draft-abandoned", {labelled("asked.txt", "x")}).code, 2); // nobody need be asked
}

void TestDispose::aDraftMustBeOnesOwn()
{
    const QStringList another{QStringLiteral("--user"), QStringLiteral("sato"), QStringLiteral("--password-file"), m_line.path(QStringLiteral("second"))};
    const QString file = labelled("theirs.csv", "佐藤の下書き\n");
    QCOMPARE(m_line.run(words("dispose run --reason draft-abandoned") + QStringList{file} + another).code, 4);
    QVERIFY(QFile::exists(file));
    QCOMPARE(m_line.run(words("dispose request --reason draft-abandoned") + QStringList{file} + another).code, 2); // nobody is asked for it
    const Answer refused = m_line.run(words("dispose run --reason draft-abandoned") + QStringList{file} + another);
    QVERIFY2(refused.err.contains("山田"), refused.err); // whose it is
    QCOMPARE(mine("dispose run --reason draft-abandoned", {file}).code, 0);
    QVERIFY(!QFile::exists(file));
}

void TestDispose::whatLiesBesideItGoesToo()
{
    const QString file = m_line.make(QStringLiteral("work.odt"), "文\n");
    for (const char *name : {"work.odt~", ".work.odt.swp", ".~lock.work.odt#", "work.odt.bak"})
        m_line.make(QString::fromUtf8(name), "控え\n");
    const Answer done = mine("dispose run --reason draft-abandoned", {file});
    QCOMPARE(done.code, 0);
    QVERIFY(done.err.contains("work.odt.bak"));
    for (const char *name : {"work.odt~", ".work.odt.swp", ".~lock.work.odt#"})
        QVERIFY(!QFile::exists(m_line.file(QString::fromUtf8(name))));
    QVERIFY(QFile::remove(m_line.file(QStringLiteral("work.odt.bak"))));
}

void TestDispose::whatTheDesktopRemembersGoesToo()
{
    const QString file = m_line.make(QStringLiteral("recent.csv"), "文\n");
    QDir(m_line.path({})).mkpath(QStringLiteral("desktop/libreoffice/4/user"));
    const auto write = [this](const char *name, const QByteArray &content) {
        QFile list(m_line.path(QStringLiteral("desktop/") + QLatin1String(name)));
        QVERIFY(list.open(QIODevice::WriteOnly) && list.write(content) == content.size());
    };
    const QByteArray address = "file://" + QFileInfo(file).canonicalFilePath().toUtf8();
    write("recently-used.xbel", "<xbel><bookmark href=\"" + address + "\"/><bookmark href=\"file:///other\"/></xbel>");
    write("libreoffice/4/user/registrymodifications.xcu", "<item oor:path=\"['" + address + "']\"/>");
    const QString list = m_line.path(QStringLiteral("desktop/recently-used.xbel"));
    const QString settings = m_line.path(QStringLiteral("desktop/libreoffice/4/user/registrymodifications.xcu"));
    const QJsonArray planned = mine("dispose plan --json", {file}).json().first()[QStringLiteral("leftovers")].toArray();
    QCOMPARE(planned.size(), 2);
    for (const QJsonValue &one : planned)
        QCOMPARE(one[QStringLiteral("kind")].toString(), one[QStringLiteral("file")].toString() == list ? QStringLiteral("recent-entry") : QStringLiteral("mention"));
    const Answer plan = mine("dispose plan", {file});
    QVERIFY2(plan.out.contains("recently-used.xbel") && plan.out.contains("registrymodifications.xcu"), plan.out);
    QVERIFY(contentOf(list).contains("recent.csv"));
    const Answer done = mine("dispose run --reason draft-abandoned", {file});
    QVERIFY2(done.code == 0 && done.err.contains("registrymodifications.xcu"), done.err);
    QCOMPARE(contentOf(list), QByteArray("<xbel><bookmark href=\"file:///other\"/></xbel>"));
    QVERIFY(contentOf(settings).contains("recent.csv"));
    QCOMPARE(newest()[QStringLiteral("entries")].toArray(), QJsonArray{list});
    QCOMPARE(newest()[QStringLiteral("mentions")].toArray(), QJsonArray{settings});
    // A list that cannot be read is left, and the record does not say otherwise.
    m_line.make(QStringLiteral("recent.csv"), "別\n");
    write("recently-used.xbel", "<xbel><bookmark href=\"" + address + "\"/>");
    QCOMPARE(mine("dispose run --reason draft-abandoned", {file}).code, 0);
    QCOMPARE(contentOf(list), "<xbel><bookmark href=\"" + address + "\"/>");
    QCOMPARE(newest()[QStringLiteral("entries")].toArray(), QJsonArray());
    QVERIFY(newest()[QStringLiteral("mentions")].toArray().contains(list));
}

void TestDispose::oneContentUnderSeveralNames()
{
    const QString a = labelled("a.hard", "二つの名前\n");
    const QString b = m_line.file(QStringLiteral("b.hard"));
    const QString c = m_line.path(QStringLiteral("c.hard"));
    QVERIFY(::link(QFile::encodeName(a).constData(), QFile::encodeName(b).constData()) == 0);
    QVERIFY(::link(QFile::encodeName(a).constData(), QFile::encodeName(c).constData()) == 0);
    m_line.set({b, c}, QStringLiteral("importance=I"));
    const Answer one = mine("dispose plan", {a});
    QVERIFY2(one.code == 1 && one.err.contains("b.hard"), one.err); // c.hard lies elsewhere, and is counted
    QVERIFY2(one.err.contains("3"), one.err);
    QVERIFY(mine("dispose request --reason 保存期間満了", {a, b}).code != 0);
    const Answer plan = mine("dispose plan --json", {a, b, c});
    QVERIFY2(plan.code == 0, plan.err);
    QCOMPARE(plan.json().first()[QStringLiteral("namesakes")].toArray().size(), 2);
    const QString request = ask({a, b, c});
    QCOMPARE(approve(request).code, 0);
    QCOMPARE(mine("dispose run", {a, c}).code, 1); // b.hard would lose what stands in it
    QCOMPARE(contentOf(b), QByteArray("二つの名前\n"));
    const qsizetype before = mine("dispose list --json").json().size();
    const Answer done = mine("dispose run --json --request", {request});
    QVERIFY2(done.code == 0, done.err);
    QCOMPARE(done.json().size(), 3);
    const QJsonArray all = mine("dispose list --json").json();
    QCOMPARE(all.size(), before + 3);
    for (const QString &file : {a, b, c}) {
        QVERIFY(!QFile::exists(file) && !QFile::exists(file + QStringLiteral(".xmp")));
        int records = 0;
        for (qsizetype i = before; i < all.size(); ++i) {
            if (all[i][QStringLiteral("name")].toString() != file)
                continue;
            ++records;
            const QJsonArray others = all[i][QStringLiteral("namesakes")].toArray();
            QVERIFY(others.size() == 2 && !others.contains(file));
            QCOMPARE(all[i][QStringLiteral("outcome")].toString(), QStringLiteral("verified"));
        }
        QCOMPARE(records, 1);
    }
    const QString csv = m_line.path(QStringLiteral("names.csv"));
    QCOMPARE(mine("dispose report --csv", {csv}).code, 0);
    QVERIFY(contentOf(csv).contains("b.hard、"));
    QCOMPARE(mine("dispose run --json --request", {request}).json().size(), 0);
}

void TestDispose::aNameThatCameAfterThePermission()
{
    const QString file = labelled("late.hard", "あとで\n");
    const QString late = m_line.path(QStringLiteral("late name"));
    QCOMPARE(approve(ask({file})).code, 0);
    QVERIFY(::link(QFile::encodeName(file).constData(), QFile::encodeName(late).constData()) == 0);
    const Answer refused = mine("dispose run", {file});
    QCOMPARE(refused.code, 1);
    QCOMPARE(contentOf(late), QByteArray("あとで\n"));
    QVERIFY(QFile::exists(file));
    QVERIFY(QFile::remove(late));
    QCOMPARE(mine("dispose run", {file}).code, 0);
}

// The disk refuses in the middle of a file: what is left of it is known to be a ruin, and goes when the disk is well again.
void TestDispose::whatFailsHalfwayIsFinished()
{
    const QString small = m_line.make(QStringLiteral("small.bin"), "1");
    const QString large = m_line.make(QStringLiteral("large.bin"), QByteArray(12 << 20, 'x'));
    const qsizetype before = mine("dispose list --json").json().size();
    QProcess process;
    process.setProcessEnvironment(m_line.environment());
    process.setWorkingDirectory(m_line.path({}));
    process.start(QStringLiteral("bash"), QStringList{QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 8192; exec \"$0\" \"$@\""),
                                                    qEnvironmentVariable("SHIRUSHI_CLI", QStringLiteral(SHIRUSHI_CLI))}
                                                + words("dispose run --reason draft-abandoned") + QStringList{small, large} + m_line.credentials());
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!QFile::exists(small) && QFile::exists(large));
    QCOMPARE(mine("ledger list --json --kind undone").json().size(), 0); // it is not as it was
    const QJsonArray all = mine("dispose list --json").json();             // whoever signs in finishes it
    QCOMPARE(all.size(), before + 2);
    QVERIFY(!QFile::exists(large));
    QCOMPARE(newest()[QStringLiteral("name")].toString(), large);
    QCOMPARE(newest()[QStringLiteral("outcome")].toString(), QStringLiteral("interrupted"));
    QCOMPARE(mine("dispose verify --json").json().size(), 0);
}

void TestDispose::anItemOfAVault()
{
    const QString vault = m_line.path(QStringLiteral("vault"));
    QCOMPARE(mine("vault create", {vault}).code, 0);
    QCOMPARE(mine("vault put", {vault, labelled("v.txt", "秘\n"), labelled("w.txt", "密\n")}).code, 0);
    const QJsonArray items = mine("vault list --json", {vault}).json();
    QCOMPARE(items.size(), 2);
    const QString id = items[0][QStringLiteral("id")].toString();
    QCOMPARE(mine("dispose run --vault", {vault, id}).code, 4);
    const QString request = ask({QStringLiteral("--vault"), vault, id});
    QCOMPARE(approve(request).code, 0);
    const Answer done = mine("dispose run --request", {request});
    QVERIFY2(done.code == 0, done.err);
    QCOMPARE(QDir(vault + QStringLiteral("/items")).entryList({id + u'*'}, QDir::Files).size(), 0);
    QCOMPARE(mine("vault list --json", {vault}).json().size(), 1);
    QCOMPARE(mine("vault verify --json", {vault}).json().size(), 0); // it is known to be no more
    QCOMPARE(newest()[QStringLiteral("method")].toString(), QStringLiteral("crypto-erase"));
    // Of the other a copy was taken out: that its key is gone says little.
    const QString other = items[1][QStringLiteral("id")].toString();
    QCOMPARE(mine("vault put --keep", {vault, labelled("kept.txt", "控\n", "II")}).code, 0);
    const QJsonArray now = mine("vault list --json", {vault}).json();
    for (const QJsonValue &item : now) {
        if (item[QStringLiteral("id")].toString() == other)
            continue;
        const QJsonObject plan = mine("dispose plan --json --vault", {vault, item[QStringLiteral("id")].toString()}).json().first().toObject();
        QCOMPARE(plan[QStringLiteral("copies")].toArray(), QJsonArray{QStringLiteral("kept")});
        QCOMPARE(plan[QStringLiteral("method")].toString(), QStringLiteral("overwrite"));
    }
}

void TestDispose::mediaAreRecordedAsStated()
{
    const QStringList medium{QStringLiteral("--medium"), QStringLiteral("USBメモリ"), QStringLiteral("--number"), QStringLiteral("No.12"),
                             QStringLiteral("--class"), QStringLiteral("importance=I")};
    QCOMPARE(mine(words("dispose run --method shred --reason 保存期間満了") + medium).code, 4);
    const QString request = ask(medium);
    QCOMPARE(approve(request).code, 0);
    QCOMPARE(mine("dispose run --method dissolve --request", {request}).code, 2); // of paper
    const QString photo = m_line.make(QStringLiteral("photo.jpg"), "picture");
    const Answer done = mine("dispose run --method shred --witness 鈴木 --contractor 処理会社 --certificate A-77 --request", {request, QStringLiteral("--attach"), photo});
    QVERIFY2(done.code == 0, done.err);
    const QJsonObject record = newest();
    QCOMPARE(record[QStringLiteral("kind")].toString(), QStringLiteral("medium"));
    QCOMPARE(record[QStringLiteral("nist")].toString(), QStringLiteral("destroy"));
    QCOMPARE(record[QStringLiteral("outcome")].toString(), QStringLiteral("stated"));
    QCOMPARE(record[QStringLiteral("witness")].toString(), QStringLiteral("鈴木"));
    QCOMPARE(mine("dispose run --method shred --request", {request}).code, 1); // once
    // A scanned certificate goes into a vault, as final; not before the statement holds.
    const QString vault = m_line.path(QStringLiteral("evidence"));
    QCOMPARE(mine("vault create", {vault}).code, 0);
    const QStringList scan{QStringLiteral("--attach"), photo, QStringLiteral("--vault"), vault};
    QCOMPARE(mine(words("dispose run --method shred --reason 保存期間満了") + medium + scan).code, 4);
    QCOMPARE(mine("vault list --json", {vault}).json().size(), 0);
    const QString second = ask(medium);
    QCOMPARE(approve(second).code, 0);
    const Answer scanned = mine(words("dispose run --method shred --json --request") + QStringList{second} + scan);
    QVERIFY2(scanned.code == 0, scanned.err);
    const QJsonObject evidence = scanned.json().first()[QStringLiteral("record")][QStringLiteral("evidence")][0].toObject();
    const QJsonObject item = mine("vault list --json", {vault}).json().first().toObject();
    QCOMPARE(evidence[QStringLiteral("item")].toString(), item[QStringLiteral("id")].toString());
    QCOMPARE(item[QStringLiteral("name")].toString(), QStringLiteral("photo.jpg"));
    QCOMPARE(evidence[QStringLiteral("sha256")].toString(), item[QStringLiteral("sha256")].toString());
    QVERIFY(item[QStringLiteral("final")].toBool());
    QVERIFY(QFile::exists(photo));
    // A medium that was carried out is erased after use without permission, and that is reported (第37条第4項).
    const Answer used = mine(words("dispose run --method overwrite --reason after-use") + medium);
    QVERIFY2(used.code == 0 && used.err.contains("情報管理者に報告する（第37条第4項）"), used.err);
    QVERIFY2(!done.err.contains("第37条第4項"), done.err);
    // A device asks for more than initialising (第33条).
    const QString device = ask({QStringLiteral("--device"), QStringLiteral("パソコン"), QStringLiteral("--class"), QStringLiteral("importance=III")});
    QCOMPARE(approve(device).code, 0);
    QCOMPARE(mine("dispose run --method initialise --request", {device}).code, 2);
    QCOMPARE(mine("dispose run --method lease-return --request", {device}).code, 0);
}

void TestDispose::theRegister()
{
    const qsizetype count = mine("dispose list --json").json().size();
    QVERIFY(count >= 6);
    const QString pdf = m_line.path(QStringLiteral("register.pdf"));
    const QString csv = m_line.path(QStringLiteral("register.csv"));
    QCOMPARE(mine("dispose report", {QStringLiteral("--pdf"), pdf, QStringLiteral("--csv"), csv}).code, 0);
    QVERIFY(contentOf(pdf).startsWith("%PDF"));
    QVERIFY(contentOf(csv).contains("USBメモリ No.12"));
    QCOMPARE(mine("dispose report --year 1999 --json").json().size(), 0);
    const QDate today = QDate::currentDate();
    const int year = today.month() >= 4 ? today.year() : today.year() - 1;
    QCOMPARE(mine("dispose report --json --year", {QStringLiteral("令和%1").arg(year - 2018)}).json().size(), count);
    QCOMPARE(mine("dispose report").code, 2);
}

void TestDispose::theCertificateProvesItself()
{
    const QString seq = QString::number(newest()[QStringLiteral("seq")].toInteger());
    const QString pdf = m_line.path(QStringLiteral("certificate.pdf"));
    const Answer made = mine("dispose certificate", {seq, QStringLiteral("--out"), pdf});
    QVERIFY2(made.code == 0, made.err);
    QCOMPARE(mine("dispose certificate 1 --out", {pdf}).code, 1); // no disposal
    if (QStandardPaths::findExecutable(QStringLiteral("zbarimg")).isEmpty() || QStandardPaths::findExecutable(QStringLiteral("pdftoppm")).isEmpty())
        QSKIP("zbarimg or pdftoppm is not installed");
    QProcess picture;
    picture.start(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-png"), QStringLiteral("-singlefile"), pdf, m_line.path(QStringLiteral("certificate"))});
    QVERIFY(picture.waitForFinished());
    QProcess reader;
    reader.start(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"), m_line.path(QStringLiteral("certificate.png"))});
    QVERIFY(reader.waitForFinished());
    const QByteArray lines = reader.readAllStandardOutput();
    QVERIFY2(lines.startsWith("SHIRUSHI:"), lines);
    const auto check = [this](const QByteArray &text) {
        QFile file(m_line.path(QStringLiteral("codes.txt")));
        if (!file.open(QIODevice::WriteOnly))
            return Answer();
        file.write(text);
        file.close();
        return m_line.run(words("ledger check-proof --json codes.txt"));
    };
    const Answer proven = check(lines);
    QCOMPARE(proven.code, 0);
    QCOMPARE(proven.json().first()[QStringLiteral("entry")][QStringLiteral("seq")].toInteger(), seq.toLongLong());
    QVERIFY(check(lines.left(lines.indexOf('\n') + 1)).code != 0); // a code is missing
    QByteArray forged = lines;
    const qsizetype at = forged.lastIndexOf(':') + 20;
    forged[at] = forged[at] == 'A' ? 'B' : 'A';
    QVERIFY(check(forged).code != 0);
}

void TestDispose::verificationSeesWhatIsBack()
{
    QCOMPARE(mine("dispose verify --json").json().size(), 0);
    m_line.make(QStringLiteral("draft.txt"), "下書き\n");
    const Answer verified = mine("dispose verify --json");
    QCOMPARE(verified.code, 1);
    QCOMPARE(verified.json().size(), 1);
    QCOMPARE(verified.json().first()[QStringLiteral("kind")].toString(), QStringLiteral("back"));
}

QTEST_GUILESS_MAIN(TestDispose)
#include "tst_dispose.moc"
