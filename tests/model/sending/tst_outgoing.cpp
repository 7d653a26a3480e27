// What goes when files and folders are named, and what goes with them: labels of attributes, the cover sheet.
#include "sending/outgoing.h"

#include "oneoffice.h"

#include "label/sidecar.h"
#include "sending/coversheet.h"
#include "sending/parcelpassword.h"

#include <QProcess>
#include <QtTest>

#include <sys/stat.h>

using namespace shirushi;

namespace {

const policy::Classes open{{QStringLiteral("importance"), QStringLiteral("III")}};

QStringList namesIn(const sending::Outgoing &going)
{
    QStringList names;
    for (const sending::OutgoingFile &file : going.files)
        names += file.name;
    return names;
}

QStringList namesIn(const std::vector<sending::ParcelContent> &contents)
{
    QStringList names;
    for (const sending::ParcelContent &content : contents)
        names += content.name;
    return names;
}

} // namespace

class TestOutgoing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void foldersWithAllThatIsInThem();
    void whatIsNobodysStaysBehind();
    void oneFileNamedTwiceGoesOnce();
    void filesMayBeCalledOtherwise();
    void linksAndDevicesAreRefused_data();
    void linksAndDevicesAreRefused();
    void nestingHasAnEnd();
    void copiesAppearWholeOrNotAtAll();
    void theSheetSaysWhatItMust();
    void theSheetNamesNobodyWhoIsNotToBeKnown();
    void theParcelHasSheetAndLabels();
    void noSheetWhereThereIsNoRoomAndNoPasswordInIt();

private:
    base::Path at(const char *name) const { return base::toPath(m_folder->filePath(QString::fromUtf8(name))); }
    base::Path make(const char *name, const QByteArray &content = "1\n") const
    {
        const QString path = m_folder->filePath(QString::fromUtf8(name));
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("no file");
        return base::toPath(path);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOutgoing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOutgoing::foldersWithAllThatIsInThem()
{
    make("資料/一.csv");
    make("資料/一.csv.xmp");
    make("資料/内/二.csv");
    QVERIFY(QDir().mkpath(base::toDisplay(at("資料/空/奥"))));
    const auto going = sending::outgoing({at("資料/")});
    QVERIFY(going);
    QCOMPARE(namesIn(*going), (QStringList{QStringLiteral("資料/一.csv"), QStringLiteral("資料/一.csv.xmp"), QStringLiteral("資料/内/二.csv")}));
    QCOMPARE(going->documents(), (std::vector{at("資料/一.csv"), at("資料/内/二.csv")}));
    QCOMPARE(going->emptyFolders, QStringList{QStringLiteral("資料/空/奥")});
    QCOMPARE(sending::outgoing({at("nothing")}).error().code, base::ErrorCode::NotFound);
}

void TestOutgoing::whatIsNobodysStaysBehind()
{
    make("資料/a.csv");
    make("資料/Thumbs.db");
    make("資料/~$a.docx");
    make("資料/.~lock.a.ods#");
    const auto going = sending::outgoing({at("資料")});
    QCOMPARE(namesIn(*going), QStringList{QStringLiteral("資料/a.csv")});
    QCOMPARE(going->leftBehind.size(), 3);
    // Who names it means it.
    QCOMPARE(sending::outgoing({at("資料/Thumbs.db")})->files.size(), std::size_t(1));
}

void TestOutgoing::oneFileNamedTwiceGoesOnce()
{
    const base::Path file = make("a.csv");
    make("a.csv.xmp");
    const base::Path relative = std::filesystem::relative(file);
    const auto going = sending::outgoing({file, relative, at("a.csv.xmp"), at("./a.csv")});
    QVERIFY(going);
    QCOMPARE(namesIn(*going), (QStringList{QStringLiteral("a.csv"), QStringLiteral("a.csv.xmp")}));
}

void TestOutgoing::filesMayBeCalledOtherwise()
{
    const base::Path one = make("甲/a.csv");
    make("甲/a.csv.xmp");
    const base::Path two = make("乙/a.csv");
    const auto going = sending::outgoing({one, two}, {{one, QStringLiteral("甲/a.csv")}});
    QCOMPARE(namesIn(*going), (QStringList{QStringLiteral("甲/a.csv"), QStringLiteral("甲/a.csv.xmp"), QStringLiteral("a.csv")}));
}

void TestOutgoing::linksAndDevicesAreRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("named link") << QStringLiteral("named");
    QTest::newRow("link in a folder") << QStringLiteral("inside");
    QTest::newRow("link to a folder") << QStringLiteral("folder");
    QTest::newRow("sidecar that is a link") << QStringLiteral("sidecar");
    QTest::newRow("pipe") << QStringLiteral("pipe");
}

void TestOutgoing::linksAndDevicesAreRefused()
{
    QFETCH(const QString, kind);
    const base::Path file = make("資料/a.csv");
    base::Path bad = at("資料/bad.csv");
    base::Path named = at("資料");
    if (kind == u"pipe") {
        QCOMPARE(::mkfifo(bad.c_str(), 0600), 0);
    } else if (kind == u"sidecar") {
        bad = at("資料/a.csv.xmp");
        named = file;
        std::filesystem::create_symlink(make("elsewhere"), bad);
    } else {
        std::filesystem::create_symlink(kind == u"folder" ? at("資料") : file, bad);
        if (kind == u"named")
            named = bad;
    }
    const auto refused = sending::outgoing({named});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::InvalidInput);
    QCOMPARE(refused.error().subject, base::toDisplay(bad));
}

void TestOutgoing::nestingHasAnEnd()
{
    QString deep = QStringLiteral("d");
    for (int i = 0; i < 31; ++i)
        deep += QStringLiteral("/d");
    make((deep + QStringLiteral("/a.csv")).toUtf8().constData());
    QVERIFY(sending::outgoing({at("d")}));
    make((deep + QStringLiteral("/d/d/a.csv")).toUtf8().constData());
    const auto refused = sending::outgoing({at("d")});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::TooLarge);
}

void TestOutgoing::copiesAppearWholeOrNotAtAll()
{
    struct Stopped final : base::Progress {
        void report(std::uint64_t, std::uint64_t, const QString &) override {}
        bool cancelled() const override { return true; }
    } stopped;
    base::NoProgress quiet;
    make("資料/a.csv", "氏名\n");
    auto going = sending::outgoing({at("資料")}).value();
    const auto cancelled = sending::copyPlainly(going, at("出/"), stopped);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, base::ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(at("出")));
    const auto copied = sending::copyPlainly(going, at("出/"), quiet);
    QVERIFY2(copied, copied ? "" : qPrintable(copied.error().message));
    QFile copy(base::toDisplay(at("出/資料/a.csv")));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray("氏名\n"));
    QCOMPARE(sending::copyPlainly(going, at("出"), quiet).error().code, base::ErrorCode::Changed);
    going.files.push_back(going.files.front());
    QCOMPARE(sending::copyPlainly(going, at("別"), quiet).error().code, base::ErrorCode::InvalidInput);
    QVERIFY(!std::filesystem::exists(at("別")));
}

namespace {

sending::CoverSheet sheet()
{
    sending::CoverSheet sheet;
    sheet.office = QStringLiteral("亀岡市");
    sheet.department = QStringLiteral("福祉課");
    sheet.sender = QStringLiteral("山田 太郎");
    sheet.contact = QStringLiteral("0771-00-0000");
    sheet.recipients = {QStringLiteral("鈴木 一郎（株式会社サンプル）"), QStringLiteral("𠮷野 {class}")};
    sheet.recipientCount = 2;
    sheet.at = QDateTime(QDate(2026, 4, 1), QTime(3, 0), Qt::UTC);
    sheet.classText = QStringLiteral("重要性分類Ⅱ");
    sheet.restrictions = {QStringLiteral("複製禁止"), QStringLiteral("転送禁止")};
    sheet.files = {{QStringLiteral("資料/名簿.csv"), QStringLiteral("重要性分類Ⅱ"), {QStringLiteral("複製禁止")}, 123'456}};
    return sheet;
}

} // namespace

void TestOutgoing::theSheetSaysWhatItMust()
{
    const QString text = sending::coverText(sheet()).value();
    const QStringList wanted{QStringLiteral("送付書"), QStringLiteral("重要性分類Ⅱ"), QStringLiteral("複製禁止"), QStringLiteral("転送禁止"),
                             QStringLiteral("亀岡市 福祉課 山田 太郎"), QStringLiteral("令和8年4月1日"), QStringLiteral("資料/名簿.csv"),
                             QStringLiteral("121KB"), QStringLiteral("連絡先：0771-00-0000"), QStringLiteral("届け先が違うとき")};
    for (const QString &words : wanted)
        QVERIFY2(text.contains(words), qPrintable(words));
    QVERIFY(text.contains(QStringLiteral("𠮷野 {class}"))); // somebody's words are not filled in again
    const auto cover = sending::makeCover(sheet());
    QVERIFY2(cover, cover ? "" : qPrintable(cover.error().message));
    QCOMPARE(cover->name, QStringLiteral("送付書.pdf"));
    make("s.pdf", cover->bytes);
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), base::toDisplay(at("s.pdf")), QStringLiteral("-")});
    QVERIFY(reader.waitForFinished(60'000) && reader.exitCode() == 0);
    const QString read = QString::fromUtf8(reader.readAllStandardOutput());
    for (const QString &words : wanted)
        QVERIFY2(read.contains(words), qPrintable(words + read));
}

void TestOutgoing::theSheetNamesNobodyWhoIsNotToBeKnown()
{
    sending::CoverSheet hidden = sheet();
    hidden.recipients.clear();
    const QString text = sending::coverText(hidden).value();
    QVERIFY(text.contains(QStringLiteral("2名の方")));
    QVERIFY(!text.contains(QStringLiteral("鈴木")));
}

void TestOutgoing::theParcelHasSheetAndLabels()
{
    tests::OneOffice office("kameoka", "staff");
    const base::Path file = office.make("名簿.csv", "氏名\n");
    QVERIFY(office.label(file, open, {QStringLiteral("複製禁止")}));
    const auto label = *office.read(file).label;
    // The label lies in an attribute alone.
    QVERIFY(std::filesystem::remove(label::sidecarPath(file)));
    if (!label::writeLabelAttribute(file, label))
        QSKIP("The file system has no such attributes.");
    QCOMPARE(office.read(file).source, labelling::LabelSource::Attribute);
    const base::Path taken = office.make("送付書.pdf", "%PDF-1.4 none\n"); // its name is the sheet's
    QVERIFY(office.label(taken, open));

    const QByteArray temporary = qgetenv("TMPDIR");
    QVERIFY(QDir().mkpath(office.path("tmp")));
    qputenv("TMPDIR", office.path("tmp").toUtf8());
    sending::SendingDesk desk(office.parts());
    sending::Order order{.files = {file, taken}, .destination = QStringLiteral("contractor"), .channel = QStringLiteral("mail"),
                         .recipients = {QStringLiteral("a@example.jp"), QStringLiteral("b@example.jp")}, .given = {}, .purpose = QStringLiteral("見積り"),
                         .basis = {}, .cover = QStringLiteral("0771-00-0000"), .options = {}, .keys = {}, .certificates = {}, .ownCertificate = {},
                         .ownKey = {}, .target = base::toPath(office.path("送付.zip"))};
    base::NoProgress quiet;
    const auto sent = desk.send(order, quiet);
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
    QVERIFY(QDir(office.path("tmp")).isEmpty()); // nothing was ever written there; what is made is in memory
    temporary.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", temporary);
    QCOMPARE(namesIn(sent->parcel.contents).mid(0, 3), (QStringList{QStringLiteral("送付書-2.pdf"), QStringLiteral("送付書-2.pdf.xmp"), QStringLiteral("名簿.csv")}));
    QVERIFY(namesIn(sent->parcel.contents).contains(QStringLiteral("名簿.csv.xmp")));
    QCOMPARE(office.ledger().newestOf({sending::sentKind}).value()->draft.details.value(QStringLiteral("cover")).toBool(), true);

    QVERIFY(QDir().mkpath(office.path("in")));
    sending::ParcelSecret secret;
    secret.password = sent->password->clone();
    QVERIFY(sending::unpack(order.target, secret, base::toPath(office.path("in")), {}, quiet));
    for (const char *name : {"in/送付書-2.pdf", "in/名簿.csv"}) {
        const auto arrived = office.read(base::toPath(office.path(name)));
        QVERIFY2(arrived.label, name);
        QCOMPARE(arrived.signature, label::SignatureState::Valid);
        QCOMPARE(arrived.content, labelling::ContentState::Same);
        QCOMPARE(arrived.label->classes, open);
        QVERIFY(arrived.label->restrictions.contains(QStringLiteral("複製禁止")));
    }
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {office.path("in/送付書-2.pdf"), QStringLiteral("-")});
    QVERIFY(reader.waitForFinished(60'000) && reader.exitCode() == 0);
    const QByteArray read = reader.readAllStandardOutput();
    QVERIFY(!read.contains("example.jp")); // several outside: nobody learns of the others
    const QByteArray password(reinterpret_cast<const char *>(sent->password->data()), static_cast<qsizetype>(sent->password->size()));
    QVERIFY(!read.contains(password));
}

void TestOutgoing::noSheetWhereThereIsNoRoomAndNoPasswordInIt()
{
    tests::OneOffice office("kameoka", "staff");
    const base::Path file = office.make("a.csv", "1\n");
    QVERIFY(office.label(file, open));
    sending::SendingDesk desk(office.parts());
    base::NoProgress quiet;
    sending::Order order{.files = {file}, .destination = QStringLiteral("contractor"), .channel = QStringLiteral("mail"), .recipients = {}, .given = {},
                         .purpose = {}, .basis = {}, .cover = QString(), .format = sending::ParcelFormat::Pdf, .options = {}, .keys = {}, .certificates = {},
                         .ownCertificate = {}, .ownKey = {}, .target = base::toPath(office.path("送付.pdf"))};
    QCOMPARE(desk.send(order, quiet).error().code, base::ErrorCode::InvalidInput);
    order.format = sending::ParcelFormat::Zip;
    const auto made = sending::makePassword();
    order.cover = QStringLiteral("番号は ") + QString::fromLatin1(reinterpret_cast<const char *>(made->data()), static_cast<qsizetype>(made->size()));
    QCOMPARE(desk.send(order, quiet).error().code, base::ErrorCode::Forbidden);
    QVERIFY(!std::filesystem::exists(order.target));
    QVERIFY(desk.list()->empty());
}

QTEST_GUILESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
