// A day of two people on one computer, by mouse and keys alone, over a real data folder: a clerk classifies a document,
// wants a lower class, which these rules let nobody do without approval, and asks for it; the manager approves beside
// the session; the clerk lowers the class; the manager looks through the records, signs them off and prints them.
// The pictures of the way lie in story4 beside the test.
#include "app/window/windowbench.h"

#include "approvals/askpage.h"
#include "people/administration.h"
#include "widgets/chip.h"
#include "window/officedesk.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

using namespace shirushi;

namespace {

const QString clerkPassword = QStringLiteral("Kumo-ga-3tsu-nagareru");
const QString managerPassword = QStringLiteral("Yama-ni-2tsu-no-tera");
const QString reason = QStringLiteral("氏名を除いたため");

base::SecretBytes secret(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
}

// The rules of 北区, with an approver for lowering a class.
QByteArray ownRules()
{
    QFile file(QStringLiteral(SHIRUSHI_SOURCE_DIR "/resources/policies/kita.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no rules");
    QJsonObject pack = QJsonDocument::fromJson(file.readAll()).object();
    pack.insert(QStringLiteral("id"), QStringLiteral("story"));
    const QJsonObject citation{{QStringLiteral("article"), QStringLiteral("第九条")},
                               {QStringLiteral("quote"), QStringLiteral("分類を下げるときは、情報セキュリティ管理者の承認を得るものとする。")}};
    const QJsonObject obligation{{QStringLiteral("id"), QStringLiteral("approval")},
                                 {QStringLiteral("text"), QJsonObject{{QStringLiteral("ja"), QStringLiteral("承認を得る")}}},
                                 {QStringLiteral("approver"), QStringLiteral("security-manager")},
                                 {QStringLiteral("word"), QJsonObject{{QStringLiteral("ja"), QStringLiteral("承認")}}},
                                 {QStringLiteral("citation"), citation}};
    QJsonArray rules = pack.value(QStringLiteral("rules")).toArray();
    rules.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("lower-approval")},
                             {QStringLiteral("when"), QJsonObject{{QStringLiteral("actions"), QJsonArray{QStringLiteral("lower")}}}},
                             {QStringLiteral("ruling"), QStringLiteral("permitted-with-obligations")},
                             {QStringLiteral("obligations"), QJsonArray{obligation}},
                             {QStringLiteral("citation"), citation}});
    pack.insert(QStringLiteral("rules"), rules);
    return QJsonDocument(pack).toJson();
}

} // namespace

class TestStory4 : public QObject, private test::WindowBench
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
    void found();
    void signIn(const QString &name, const QString &password);
    void shoot(const char *name);
    void write(const QString &line, const QString &text);
    void drop(const QString &file);
    QString classNow() const;
    template <typename Widget>
    Widget *named(const QString &name) const
    {
        const auto all = m_window->findChildren<Widget *>();
        for (Widget *widget : all) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    void choose(const QString &box, const QString &item);
    void askForLowerClass();

    QTemporaryDir m_folder;
    QString m_file;
    std::unique_ptr<window::OfficeDesk> m_office;
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
    m_office = std::make_unique<window::OfficeDesk>(people::Office(base::toPath(m_folder.filePath(QStringLiteral("data")))));
    m_window = std::make_unique<window::MainWindow>(
        *m_theme, window::Desks{*m_office, *m_office, m_office->reviewDesk(), m_office->approvalDesk(), m_office->askingDesk(), m_office->checkDesk(), m_office->sendDesk()});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

// The manager founds the office and adds the clerk, who has changed the first password.
void TestStory4::found()
{
    const base::SystemClock clock;
    const people::Office office(base::toPath(m_folder.filePath(QStringLiteral("data"))));
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("data/policies"))));
    QFile rules(m_folder.filePath(QStringLiteral("data/policies/story.json")));
    QVERIFY(rules.open(QIODevice::WriteOnly) && rules.write(ownRules()) > 0);
    rules.close();
    const policy::Library library = policy::Library::load(office.policyFolder());
    QVERIFY2(library.faulty().empty(), library.faulty().empty() ? "" : qPrintable(library.faulty().front().message));
    const auto pack = library.find(QStringLiteral("story"));
    QVERIFY(pack);
    people::Founder founder{QStringLiteral("sato"), QStringLiteral("佐藤 花子"), QStringLiteral("security-manager")};
    founder.department = QStringLiteral("税務課");
    auto session = office.found(*pack, founder, secret(managerPassword), {}, clock);
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    auto ledger = office.openLedger(*session);
    QVERIFY(ledger);
    auto administration = people::Administration::open(office, *session, *ledger, clock);
    QVERIFY(administration);
    QVERIFY(administration->add(*pack, {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("staff"), {},
                                        QStringLiteral("税務課")},
                                secret(QStringLiteral("temporary one"))));
    auto clerk = office.signIn(QStringLiteral("yamada"), secret(QStringLiteral("temporary one")), clock);
    QVERIFY(clerk && people::changeOwnPassword(office, *clerk, secret(clerkPassword)));
}

void TestStory4::shoot(const char *name)
{
    QTest::qWait(80);
    const QString file = QStringLiteral("%1/story4/%2-%3.png").arg(QCoreApplication::applicationDirPath())
                             .arg(++m_shots, 2, 10, QLatin1Char('0')).arg(QLatin1String(name));
    QVERIFY2(m_window->grab().save(file), qPrintable(file));
}

void TestStory4::choose(const QString &box, const QString &item)
{
    QTRY_VERIFY2(named<QComboBox>(box), qPrintable(box));
    auto *choice = named<QComboBox>(box);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Home);
    for (int i = 0; i < choice->count() && choice->currentText() != item; ++i)
        QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(choice->currentText(), item);
}

void TestStory4::signIn(const QString &name, const QString &password)
{
    choose(QStringLiteral("氏名"), name);
    auto *line = named<QLineEdit>(QStringLiteral("パスワード"));
    QVERIFY(line);
    line->setFocus();
    type(password);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("ファイルを選ぶ")), 15000);
}

// As an input method gives it.
void TestStory4::write(const QString &line, const QString &text)
{
    auto *edit = named<QLineEdit>(line);
    QVERIFY2(edit, qPrintable(line));
    QTest::mouseClick(edit, Qt::LeftButton);
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(edit, &event);
    QCOMPARE(edit->text(), text);
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
    signIn(QStringLiteral("山田 太郎（yamada）"), clerkPassword);
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
    QTest::qWait(100); // the buttons of before are gone with the next turn of the event loop
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
    signIn(QStringLiteral("佐藤 花子（sato）"), managerPassword);
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
    QTimer answer;
    answer.setInterval(50);
    connect(&answer, &QTimer::timeout, this, [&] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        auto *name = dialog ? dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")) : nullptr;
        if (!name)
            return;
        if (name->text() != target) {
            name->selectAll();
            QTest::keyClicks(name, target);
        } else {
            QTest::keyClick(name, Qt::Key_Return); // the first one may only close the list of proposals
        }
    });
    answer.start();
    press(QStringLiteral("PDF"));
    answer.stop();
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
    m_window.reset();
    m_office.reset();
}

QTEST_MAIN(TestStory4)
#include "tst_story4.moc"
