// Drafts of mails, read again by Python's mail parser; and that no password gets into one.
#include "sending/draft.h"
#include "sending/drafts.h"
#include "sending/parcelpassword.h"

#include "crypto/digest.h"
#include "policy/library.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace shirushi;
using sending::DraftMail;
using sending::Mailbox;

namespace {

base::SecretBytes bytesOf(const QByteArray &text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())));
}

Mailbox mailbox(const char *name, const char *address)
{
    return {*sending::mailAddressFrom(QString::fromUtf8(address)), QString::fromUtf8(name)};
}

QJsonArray pair(const char *name, const char *address)
{
    return {QString::fromUtf8(name), QString::fromUtf8(address)};
}

} // namespace

class TestDraft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void comesOutAsItWasMeant_data();
    void comesOutAsItWasMeant();
    void hidesWhomItGoesTo();
    void headersCannotBeBrokenOutOf_data();
    void headersCannotBeBrokenOutOf();
    void everyTextComesBack();
    void refuses();
    void isForItsOwnerAlone();
    void memoryStaysFlat();
    void findsThePassword_data();
    void findsThePassword();
    void findsWhatLooksLikeOne();
    void namesTheClassAndTheWay_data();
    void namesTheClassAndTheWay();
    void draftsAreTakenAway();

private:
    base::Path path(const char *name) const { return base::toPath(m_folder->path()) / name; }
    DraftMail mailWith(const QString &parcel, const QByteArray &content = "PK not really\n") const;
    QJsonObject read(const base::Path &file) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    base::NoProgress m_progress;
};

void TestDraft::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

DraftMail TestDraft::mailWith(const QString &parcel, const QByteArray &content) const
{
    QFile file(m_folder->filePath(parcel));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no parcel");
    DraftMail mail;
    mail.from = mailbox("山田 太郎", "yamada@city.kameoka.lg.jp");
    mail.recipients = {mailbox("佐藤 花子", "sato@example.co.jp")};
    mail.subject = QStringLiteral("ファイルをお送りします");
    mail.body = QStringLiteral("お世話になっております。\n\n一行目\n");
    mail.parcel = base::toPath(file.fileName());
    mail.parcelSha256 = QString::fromLatin1(crypto::sha256(content).toHex());
    mail.date = QDateTime::fromString(QStringLiteral("2026-11-05T03:04:05.000Z"), Qt::ISODateWithMs);
    return mail;
}

QJsonObject TestDraft::read(const base::Path &file) const
{
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral(SHIRUSHI_SOURCE_DIR "/tests/model/sending/readmail.py"), base::toDisplay(file)});
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

void TestDraft::comesOutAsItWasMeant_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("parcel");
    const QString usual = QStringLiteral("佐藤 花子");
    const QString zip = QStringLiteral("parcel.zip");
    QTest::newRow("Japanese") << QStringLiteral("名簿の送付について") << usual << QStringLiteral("名簿（令和8年度）.zip");
    QTest::newRow("English") << QStringLiteral("The list") << QStringLiteral("Hanako Sato") << zip;
    QTest::newRow("long") << QStringLiteral("令和八年度住民基本台帳に関する資料の送付について").repeated(5) << QStringLiteral("佐藤花子").repeated(20)
                          << QStringLiteral("令和八年度の資料").repeated(8) + QStringLiteral(".zip");
    QTest::newRow("long in English") << QStringLiteral("A subject of many words ").repeated(8).trimmed() << QStringLiteral("Sato Hanako ").repeated(8).trimmed()
                                     << QString(200, u'a') + QStringLiteral(".pdf");
    QTest::newRow("beyond the BMP") << QStringLiteral("𠮷野様へ").repeated(12) << QStringLiteral("𠮷野 髙﨑") << QStringLiteral("𠮷").repeated(30) + QStringLiteral(".age");
    QTest::newRow("signs") << QStringLiteral("=?UTF-8?B?44GC?= 100% \"x\" \\ (y); <z>") << QStringLiteral("\"Sato\", Hanako; (x) <a@b.jp>")
                           << QStringLiteral("a \"b\" % ' ; *=1.zip");
    QTest::newRow("space around") << QStringLiteral("a  b") << QStringLiteral("a  b") << QStringLiteral("a  b.html");
    QTest::newRow("percent") << QStringLiteral("%E3%81") << QStringLiteral("%E3") << QStringLiteral("%E3%81.zip");
    QTest::newRow("no name") << QStringLiteral("件名") << QString() << zip;
}

void TestDraft::comesOutAsItWasMeant()
{
    QFETCH(QString, subject);
    QFETCH(QString, name);
    QFETCH(QString, parcel);
    DraftMail mail = mailWith(parcel);
    mail.subject = subject;
    mail.recipients.front().name = name;
    const auto written = sending::writeDraft(mail, path("draft.eml"), m_progress);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QCOMPARE(written->size, std::filesystem::file_size(path("draft.eml")));
    const QJsonObject seen = read(path("draft.eml"));
    QCOMPARE(seen.value(QStringLiteral("unsent")).toString(), QStringLiteral("1"));
    QCOMPARE(seen.value(QStringLiteral("subject")).toString(), subject);
    QCOMPARE(seen.value(QStringLiteral("from")).toArray(), QJsonArray{pair("山田 太郎", "yamada@city.kameoka.lg.jp")});
    QCOMPARE(seen.value(QStringLiteral("to")).toArray(), QJsonArray{QJsonValue(QJsonArray{name, QStringLiteral("sato@example.co.jp")})});
    QVERIFY(seen.value(QStringLiteral("bcc")).toArray().isEmpty() && seen.value(QStringLiteral("cc")).toArray().isEmpty());
    QCOMPARE(seen.value(QStringLiteral("body")).toString(), mail.body);
    QCOMPARE(seen.value(QStringLiteral("date")).toString(), QStringLiteral("2026-11-05T03:04:05+00:00"));
    const QJsonArray attachments = seen.value(QStringLiteral("attachments")).toArray();
    QCOMPARE(attachments.size(), 1);
    QCOMPARE(attachments[0][QStringLiteral("name")].toString(), parcel);
    QCOMPARE(attachments[0][QStringLiteral("sha256")].toString(), mail.parcelSha256);
    QCOMPARE(seen.value(QStringLiteral("namedTo"))[0].toString(), parcel);
    QVERIFY(seen.value(QStringLiteral("longestLine")).toInt() <= 78);
    QCOMPARE(seen.value(QStringLiteral("bareEnds")).toInt(), 0);
    QVERIFY(seen.value(QStringLiteral("isAscii")).toBool());
    QCOMPARE(seen.value(QStringLiteral("defects")).toArray(), QJsonArray());
}

void TestDraft::hidesWhomItGoesTo()
{
    DraftMail mail = mailWith(QStringLiteral("a.zip"));
    mail.recipients = {mailbox("佐藤", "sato@example.co.jp"), mailbox("", "suzuki@example.com"), mailbox("Tanaka", "tanaka@example.org")};
    QVERIFY(sending::writeDraft(mail, path("shown.eml"), m_progress));
    mail.hidesAddresses = true;
    QVERIFY(sending::writeDraft(mail, path("hidden.eml"), m_progress));
    const QJsonArray all{pair("佐藤", "sato@example.co.jp"), pair("", "suzuki@example.com"), pair("Tanaka", "tanaka@example.org")};
    QCOMPARE(read(path("shown.eml")).value(QStringLiteral("to")).toArray(), all);
    QVERIFY(read(path("shown.eml")).value(QStringLiteral("bcc")).toArray().isEmpty());
    const QJsonObject hidden = read(path("hidden.eml"));
    QCOMPARE(hidden.value(QStringLiteral("bcc")).toArray(), all);
    QCOMPARE(hidden.value(QStringLiteral("to")).toArray(), QJsonArray{pair("山田 太郎", "yamada@city.kameoka.lg.jp")});
    QCOMPARE(hidden.value(QStringLiteral("defects")).toArray(), QJsonArray());
}

// Whatever got past those who check lines before: it stays one header.
void TestDraft::headersCannotBeBrokenOutOf_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("CRLF") << QStringLiteral("a\r\nBcc: evil@example.com");
    QTest::newRow("LF") << QStringLiteral("a\nBcc: evil@example.com");
    QTest::newRow("CR") << QStringLiteral("a\rBcc: evil@example.com");
    QTest::newRow("end of the header") << QStringLiteral("a\r\n\r\n<html>");
    QTest::newRow("a quote") << QStringLiteral("\"\r\nBcc: evil@example.com\r\nX: \"");
    QTest::newRow("NUL") << QStringLiteral("a") + QChar(0) + QStringLiteral("b");
}

void TestDraft::headersCannotBeBrokenOutOf()
{
    QFETCH(QString, text);
    DraftMail mail = mailWith(QStringLiteral("a.zip"));
    mail.subject = text;
    mail.from.name = text;
    mail.recipients.front().name = text;
    QVERIFY(sending::writeDraft(mail, path("draft.eml"), m_progress));
    QFile file(base::toDisplay(path("draft.eml")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray raw = file.readAll();
    QVERIFY(!raw.contains("evil@") && !raw.contains("<html>") && !raw.contains('\0'));
    QCOMPARE(raw.count("\nBcc:"), 0);
    QCOMPARE(raw.count("\nSubject:"), 1);
}

void TestDraft::everyTextComesBack()
{
    QRandomGenerator random(11);
    const QString letters = QStringLiteral("aZ9 -_.()%*'\";=?<>,あ漢ー々㈱é") + QString::fromUtf8("𠮷") + QString::fromUtf8("😀");
    const auto text = [&](int longest) {
        QString made;
        for (int length = random.bounded(1, longest); length > 0; --length) {
            const int at = random.bounded(static_cast<int>(letters.size()));
            made += letters[at].isSurrogate() ? QString::fromUtf8("𠮷") : QString(letters[at]);
        }
        return made.trimmed().isEmpty() ? QStringLiteral("x") : QString(made.trimmed());
    };
    for (int round = 0; round < 25; ++round) {
        DraftMail mail = mailWith(text(60).replace(u'/', u'_') + QStringLiteral(".zip"));
        mail.subject = text(150);
        mail.recipients.front().name = text(80);
        const base::Path target = path(QByteArray("draft" + QByteArray::number(round) + ".eml").constData());
        QVERIFY(sending::writeDraft(mail, target, m_progress));
        const QJsonObject seen = read(target);
        QCOMPARE(seen.value(QStringLiteral("subject")).toString(), mail.subject);
        QCOMPARE(seen.value(QStringLiteral("to"))[0][0].toString(), mail.recipients.front().name);
        QCOMPARE(seen.value(QStringLiteral("attachments"))[0][QStringLiteral("name")].toString(), base::toDisplay(mail.parcel.filename()));
        QVERIFY(seen.value(QStringLiteral("longestLine")).toInt() <= 78);
    }
}

void TestDraft::refuses()
{
    DraftMail mail = mailWith(QStringLiteral("a.zip"));
    const auto code = [&] { return sending::writeDraft(mail, path("never.eml"), m_progress).error().code; };
    mail.parcelSha256 = QString(64, u'0');
    QCOMPARE(code(), base::ErrorCode::Changed);
    mail = mailWith(QStringLiteral("a.zip"));
    mail.recipients.clear();
    QCOMPARE(code(), base::ErrorCode::InvalidInput);
    mail = mailWith(QStringLiteral("a.zip"));
    mail.parcel = path("gone.zip");
    QCOMPARE(code(), base::ErrorCode::NotFound);
    mail = mailWith(QStringLiteral("large.zip"));
    std::filesystem::resize_file(mail.parcel, sending::largestDraftParcel + 1);
    QCOMPARE(code(), base::ErrorCode::TooLarge);
    class Stopped final : public base::Progress
    {
        void report(std::uint64_t, std::uint64_t, const QString &) override {}
        bool cancelled() const override { return true; }
    } stopped;
    mail = mailWith(QStringLiteral("a.zip"));
    QCOMPARE(sending::writeDraft(mail, path("never.eml"), stopped).error().code, base::ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(path("never.eml")));
    QVERIFY(sending::writeDraft(mail, path("taken.eml"), m_progress));
    QCOMPARE(sending::writeDraft(mail, path("taken.eml"), m_progress).error().code, base::ErrorCode::Changed);
    // No half draft and no temporary file.
    QStringList left = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(left, (QStringList{QStringLiteral("a.zip"), QStringLiteral("large.zip"), QStringLiteral("taken.eml")}));
}

void TestDraft::isForItsOwnerAlone()
{
    QVERIFY(sending::writeDraft(mailWith(QStringLiteral("a.zip")), path("draft.eml"), m_progress));
    struct stat status{};
    QCOMPARE(::stat(path("draft.eml").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
}

void TestDraft::memoryStaysFlat()
{
    const auto peak = [] {
        struct rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss; // KiB
    };
    DraftMail mail = mailWith(QStringLiteral("large.zip"));
    std::filesystem::resize_file(mail.parcel, sending::largestDraftParcel);
    const auto source = platform::FileSource::open(mail.parcel);
    mail.parcelSha256 = QString::fromLatin1(crypto::sha256(*source)->toHex());
    const long before = peak();
    QVERIFY(sending::writeDraft(mail, path("large.eml"), m_progress));
    QVERIFY2(peak() - before < 12 * 1024, qPrintable(QString::number(peak() - before)));
    QCOMPARE(read(path("large.eml")).value(QStringLiteral("attachments"))[0][QStringLiteral("sha256")].toString(), mail.parcelSha256);
}

void TestDraft::findsThePassword_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("holds");
    // The password is 2H7K-9QWM-0R1T-VX3Z-8.
    for (const char *told : {"2H7K-9QWM-0R1T-VX3Z-8", "2h7k-9qwm-0r1t-vx3z-8", "2H7K9QWM0R1TVX3Z8", "2H7K 9QWM 0R1T VX3Z 8",
                             "２Ｈ７Ｋ－９ＱＷＭ－０Ｒ１Ｔ－ＶＸ３Ｚ－８", "2 H 7 K 9 Q W M 0 R 1 T V X 3 Z 8", "2H7K\n9QWM\n0R1T\nVX3Z\n8", "2H7K.9QWM.0R1T.VX3Z",
                             "2H7K\u200b9QWM\u200b0R1T", "パスワードは2h7k、9qwm、0r1t、vx3zです", "2H7K-9QWM-OR1T-VX3Z-8", "2H7K-9QWM-0RIT-VX3Z-8",
                             "後半は 0R1T-VX3Z", "qwm0r1tvx"})
        QTest::addRow("told: %s", told) << QString::fromUtf8(told) << true;
    for (const char *kept : {"", "2H7K", "9QWM-VX3Z", "お世話になっております。", "0771-22-3131", "Z3XV-T1R0-MWQ9-K7H2"})
        QTest::addRow("kept: %s", kept) << QString::fromUtf8(kept) << false;
}

void TestDraft::findsThePassword()
{
    QFETCH(QString, text);
    QFETCH(bool, holds);
    const base::SecretBytes password = bytesOf("2H7K-9QWM-0R1T-VX3Z-8");
    QCOMPARE(sending::holdsPassword(text, password), holds);
    QCOMPARE(sending::holdsPassword(QStringLiteral("前 ") + text + QStringLiteral(" 後"), password), holds);
    QVERIFY(!sending::holdsPassword(text, {}));
    QVERIFY(sending::holdsPassword(QStringLiteral("これは !!??##%%&& です"), bytesOf("!!??##%%&&")));
    QVERIFY(!sending::holdsPassword(QStringLiteral("これは !! です"), bytesOf("!!??##%%&&")));
}

void TestDraft::findsWhatLooksLikeOne()
{
    for (int round = 0; round < 50; ++round) {
        const auto made = sending::makePassword();
        QVERIFY(made);
        const QString password = QString::fromLatin1(reinterpret_cast<const char *>(made->data()), static_cast<qsizetype>(made->size()));
        for (const QString &spelt : {password, password.toLower(), QString(password).remove(u'-'), QString(password).replace(u'-', u' ')})
            QVERIFY2(sending::holdsMadePassword(QStringLiteral("パスワード：") + spelt + QStringLiteral("。")), qPrintable(spelt));
        QVERIFY(sending::holdsPassword(password.toLower(), *made));
    }
    for (const char *none : {"", "お世話になっております。", "0771-22-3131", "7000012050002", "https://www.city.kameoka.kyoto.jp/", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        QVERIFY2(!sending::holdsMadePassword(QString::fromUtf8(none)), none);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!sending::holdsMadePassword(QStringLiteral("AAAA-").repeated(20'000)));
    QVERIFY(timer.elapsed() < 5000);
}

void TestDraft::namesTheClassAndTheWay_data()
{
    QTest::addColumn<QString>("pack");
    const policy::Library library = policy::Library::load();
    for (const auto &pack : library.packs())
        QTest::newRow(qPrintable(pack->id)) << pack->id;
}

void TestDraft::namesTheClassAndTheWay()
{
    QFETCH(QString, pack);
    const policy::Library library = policy::Library::load();
    const auto rules = library.find(pack);
    for (const policy::Axis &axis : rules->axes) {
        for (const policy::Level &level : axis.levels) {
            for (const sending::ParcelFormat format : sending::parcelFormats()) {
                const bool hasPassword = sending::needs(format) != sending::ParcelNeed::Keys;
                const auto text = sending::draftTextFor({QStringLiteral("亀岡市 総務課"), QStringLiteral("山田 太郎"), format, hasPassword, 2, {{axis.id, level.id}}}, *rules);
                QVERIFY(text);
                QVERIFY(text->body.contains(level.name.ja) && text->body.contains(QStringLiteral("山田 太郎")) && text->body.contains(QStringLiteral("2件")));
                for (const policy::Restriction &restriction : level.restrictions)
                    QCOMPARE(text->body.contains(u'・' + restriction.text.ja + u'\n'), restriction.preset);
                QCOMPARE(text->body.contains(QStringLiteral("別の方法でお知らせします")), hasPassword);
                QVERIFY2(!text->body.contains(u'{') && !text->subject.contains(u'{'), qPrintable(text->body));
                QVERIFY(!sending::holdsMadePassword(text->body));
            }
        }
    }
}

void TestDraft::draftsAreTakenAway()
{
    const sending::Drafts drafts(base::toPath(m_folder->path()));
    drafts.removeAll(); // none were ever made
    const QString id = QStringLiteral("0f0e0d0c-1111-4222-8333-444455556666");
    QCOMPARE(drafts.placeFor(QStringLiteral("../x")).error().code, base::ErrorCode::InvalidInput);
    const auto place = drafts.placeFor(id);
    QVERIFY(place);
    struct stat status{};
    QCOMPARE(::stat(drafts.folder().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0700));
    QVERIFY(sending::writeDraft(mailWith(QStringLiteral("a.zip")), *place, m_progress));
    QCOMPARE(drafts.placeFor(id).value(), *place); // the one of before makes room
    QVERIFY(!std::filesystem::exists(*place));
    QVERIFY(sending::writeDraft(mailWith(QStringLiteral("a.zip")), *place, m_progress));
    QVERIFY(drafts.removeOpened(*place));
    QVERIFY(drafts.removeOpened(*place));
    QVERIFY(!std::filesystem::exists(*place));
    const DraftMail outside = mailWith(QStringLiteral("keep.eml"));
    QCOMPARE(drafts.removeOpened(outside.parcel).error().code, base::ErrorCode::OutsideFolder);
    QVERIFY(std::filesystem::exists(outside.parcel));
    // A link that somebody put there is removed, not what it leads to.
    std::filesystem::create_symlink(outside.parcel, drafts.folder() / "link.eml");
    QVERIFY(sending::writeDraft(mailWith(QStringLiteral("a.zip")), *place, m_progress));
    drafts.removeAll();
    QVERIFY(std::filesystem::is_empty(drafts.folder()));
    QVERIFY(std::filesystem::exists(outside.parcel));
}

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
