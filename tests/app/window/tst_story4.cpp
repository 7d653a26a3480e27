// A day of two people on one computer, by mouse and keys alone, over a real data folder: a clerk classifies a document,
// wants a lower class, which these rules let nobody do without approval, and asks for it; the manager approves beside
// the session; the clerk lowers the class; the manager looks through the records, signs them off and prints them.
// The pictures of the way lie in story4 beside the test.
#include "app/window/storybench.h"

#include "approvals/askpage.h"
#include "widgets/chip.h"

#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>

using namespace shirushi;

namespace {

const QString reason = QStringLiteral("氏名を除いたため");

} // namespace

class TestStory4 : public QObject, private test::StoryBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theClerkClassifiesADocument();
    void withoutApprovalTheClassStays();
    void theClerkAsksForIt();
    void theManagerApprovesBesideTheSession();
    void theClerkLowersTheClass();
    void theManagerReviewsAndSignsOff();
    void theManagerPrintsTheRecords();
    void cleanupTestCase();

private:
    void shoot(const char *name);
    void drop(const QString &file);
    QString classNow() const;
    void askForLowerClass();

    QString m_file;
    int m_shots = 0;
};

void TestStory4::initTestCase()
{
    makeTheme();
    QDir(QCoreApplication::applicationDirPath()).mkpath(QStringLiteral("story4"));
    found();
    m_file = m_folder.filePath(QStringLiteral("受給者名簿.pdf"));
    {
        QPdfWriter writer(m_file);
        QPainter painter(&writer);
        painter.drawText(200, 200, QStringLiteral("list"));
    }
    openWindow();
}

void TestStory4::shoot(const char *name)
{
    QTest::qWait(80);
    const QString file = QStringLiteral("%1/story4/%2-%3.png").arg(QCoreApplication::applicationDirPath())
                             .arg(++m_shots, 2, 10, QLatin1Char('0')).arg(QLatin1String(name));
    QVERIFY2(m_window->grab().save(file), qPrintable(file));
}

void TestStory4::drop(const QString &file)
{
    auto *page = m_window->findChild<approvals::AskPage *>();
    QVERIFY(page && page->isVisible());
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(file)});
    const QPoint at = page->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &event);
}

QString TestStory4::classNow() const
{
    const labelling::FileLabel label = m_office->read(base::toPath(m_file));
    return label.label ? label.label->classes.at(QStringLiteral("confidentiality")) : QString();
}

void TestStory4::theClerkClassifiesADocument()
{
    signInAsClerk();
    openFile(base::toPath(m_file));
    type(QStringLiteral("1NNYYNN"));
    QTRY_VERIFY(sees(QStringLiteral("この分類でよいですか")));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("分類を表示しました")), 15000);
    QCOMPARE(classNow(), QStringLiteral("3B"));
    shoot("classified");
}

void TestStory4::askForLowerClass()
{
    m_window->open({base::toPath(m_file)});
    QTRY_VERIFY(button(QStringLiteral("分類を直接選ぶ")) && button(QStringLiteral("分類を直接選ぶ"))->isEnabled());
    press(QStringLiteral("分類を直接選ぶ"));
    QTRY_VERIFY(button(QStringLiteral("自治体機密性2")));
    press(QStringLiteral("自治体機密性2"));
    press(QStringLiteral("次へ"));
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("理由")));
}

void TestStory4::withoutApprovalTheClassStays()
{
    askForLowerClass();
    write(QStringLiteral("理由"), reason);
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("申請")), 15000);
    QCOMPARE(classNow(), QStringLiteral("3B"));
    shoot("refused");
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(named<QComboBox>(QStringLiteral("何をするか")));
    QCOMPARE(named<QComboBox>(QStringLiteral("何をするか"))->currentText(), QStringLiteral("分類を下げる（承認）"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("何のために"))->text(), reason);
    QTRY_VERIFY(button(QStringLiteral("申請する"))->isEnabled()); // with the file
    press(QStringLiteral("申請の一覧に戻る"));
}

void TestStory4::theClerkAsksForIt()
{
    press(QStringLiteral("承認"));
    QTRY_VERIFY(button(QStringLiteral("申請する")));
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(named<QComboBox>(QStringLiteral("何をするか")));
    QVERIFY(!button(QStringLiteral("申請する"))->isEnabled());
    choose(QStringLiteral("何をするか"), QStringLiteral("分類を下げる（承認）"));
    choose(QStringLiteral("下げた後の分類：機密性"), QStringLiteral("自治体機密性2"));
    choose(QStringLiteral("下げた後の分類：完全性"), QStringLiteral("自治体完全性2"));
    choose(QStringLiteral("下げた後の分類：可用性"), QStringLiteral("自治体可用性1"));
    drop(m_file);
    QTRY_VERIFY(sees(QStringLiteral("情報セキュリティ管理者の承認")));
    QVERIFY(sees(QStringLiteral("佐藤 花子（税務課）")));
    QVERIFY(sees(QStringLiteral("第九条")));
    QVERIFY(!button(QStringLiteral("申請する"))->isEnabled()); // it does not say what for
    write(QStringLiteral("何のために"), reason);
    shoot("asking");
    press(QStringLiteral("申請する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("署名して申請しました")), 15000);
    QVERIFY(button(QStringLiteral("申請ファイルを書き出す")));
    shoot("asked");
}

void TestStory4::theManagerApprovesBesideTheSession()
{
    auto *line = named<QLineEdit>(QStringLiteral("決める人のパスワード"));
    QVERIFY(line);
    line->setFocus();
    type(managerPassword);
    press(QStringLiteral("承認する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("承認しました")), 15000);
    QCOMPARE(m_office->who()->id, QStringLiteral("yamada"));
    QTRY_VERIFY(button(QStringLiteral("決まったもの（1）")));
    press(QStringLiteral("決まったもの（1）"));
    shoot("approved");
}

void TestStory4::theClerkLowersTheClass()
{
    askForLowerClass();
    QTRY_COMPARE(named<QLineEdit>(QStringLiteral("理由"))->text(), reason); // what was approved stands there
    shoot("lowering");
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("分類を表示しました")), 15000);
    QCOMPARE(classNow(), QStringLiteral("2"));
    // Who only acts does not say that it was reviewed.
    press(QStringLiteral("記録"));
    QTRY_VERIFY(button(QStringLiteral("確認済みにする")));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("管理者")), 15000);
    QVERIFY(!button(QStringLiteral("確認済みにする"))->isEnabled());
    shoot("clerk-records");
    m_window->lock();
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("パスワード")));
}

void TestStory4::theManagerReviewsAndSignsOff()
{
    signInAsManager();
    press(QStringLiteral("記録"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("確認済みにする")) && button(QStringLiteral("確認済みにする"))->isEnabled(), 15000);
    QTRY_VERIFY(sees(QStringLiteral("受給者名簿.pdf")));
    shoot("records");
    press(QStringLiteral("確認済みにする"));
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("気づいたこと")));
    write(QStringLiteral("気づいたこと"), QStringLiteral("問題なし"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("確認したことを、記録")), 15000);
    shoot("signed-off");
    base::NoProgress quiet;
    const auto proof = m_office->reviewDesk().verify(quiet);
    QVERIFY(proof && proof->findings.empty());
}

void TestStory4::theManagerPrintsTheRecords()
{
    const QString target = m_folder.filePath(QStringLiteral("register.pdf"));
    pressAndName(QStringLiteral("PDF"), target);
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("件を保存しました")), 20000);
    shoot("printed");
    const QString pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (pdftotext.isEmpty())
        QSKIP("pdftotext is not installed");
    QProcess reader;
    reader.start(pdftotext, {QStringLiteral("-layout"), target, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished(20000));
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    QFile kept(QCoreApplication::applicationDirPath() + QStringLiteral("/story4/register.txt"));
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(text.toUtf8()) > 0);
    for (const char16_t *wanted : {u"受給者名簿.pdf", u"山田 太郎", u"佐藤 花子", u"申請", u"承認", u"確認"})
        QVERIFY2(text.contains(QStringView(wanted)), qPrintable(QString::fromUtf16(wanted) + QLatin1Char('\n') + text));
}

void TestStory4::cleanupTestCase()
{
    closeEverything();
}

QTEST_MAIN(TestStory4)
#include "tst_story4.moc"
