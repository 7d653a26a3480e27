// A council member asks, without any office, whether a document may be mailed to a resident: it may not, and the article is
// cited. Then a clerk sends one of class Ⅱ to a contractor, by mouse and keys alone, over a real data folder with
// 亀岡's rules: the recipient goes into the address book; the rules want an approval; it is asked for with everything filled in, the
// manager approves beside the session; the parcel is made, its mail drafted, the password told by telephone, recorded and
// erased, the receipt confirmed; at last it turns out to be mis-sent. Then no password is found in any byte of the data
// folder, the settings, the temporary folder or the parcel's, nor in the mail's draft or in what was logged. The pictures of
// the way lie in sendstory beside the test.
#include "app/send/sendbench.h"
#include "app/send/traces.h"
#include "app/window/founding.h"

#include "send/checkpage.h"
#include "send/dispatchcard.h"
#include "send/orderpage.h"
#include "send/passwordview.h"
#include "send/verdictband.h"
#include "window/officedesk.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMimeData>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace shirushi;

class TestSendStory : public QObject, private test::WindowBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCouncilMemberAsksFirst();
    void theRulesWantAnApproval();
    void theRecipientGoesIntoTheAddressBook();
    void itIsAskedForWithEverythingFilledIn();
    void theManagerApprovesBesideTheSession();
    void theParcelIsMade();
    void theMailIsDrafted();
    void thePasswordIsToldByTelephone();
    void theReceiptIsConfirmed();
    void itWasMissent();
    void theLedgerSaysSo();
    void thePasswordIsNowhere();
    void cleanupTestCase();

private:
    void openWindow(window::OfficeDesk &desk);
    void signIn(const QString &name, const QString &password);
    void shoot(const char *name);
    void write(const QString &line, const QString &text);
    void drop(QWidget *page, const QString &file);
    void choose(const QString &box, const QString &item);
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
    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QTemporaryDir m_folder;
    QString m_file;
    QString m_parcel;
    QByteArray m_told;
    QByteArray m_mail; // the draft
    std::unique_ptr<window::OfficeDesk> m_office;
    int m_shots = 0;
};

void TestSendStory::initTestCase()
{
    // Everything temporary lands where the test looks afterwards.
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("tmp")));
    qputenv("TMPDIR", path("tmp").toUtf8());
    qputenv("XDG_CONFIG_HOME", path("config").toUtf8());
    qInstallMessageHandler(test::keepMessage);
    makeTheme();
    QDir(QCoreApplication::applicationDirPath()).mkpath(QStringLiteral("sendstory"));
    test::foundOffice(path("data"), {QStringLiteral("kameoka"), QStringLiteral("information-manager"), QStringLiteral("福祉課")});
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("desk")));
    m_file = path("desk/事業計画（案）.csv");
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("項目,金額\n委託,1200\n") > 0);
    file.close();
    m_office = std::make_unique<window::OfficeDesk>(people::Office(base::toPath(path("data"))));
}

void TestSendStory::openWindow(window::OfficeDesk &desk)
{
    m_window = std::make_unique<window::MainWindow>(
        *m_theme, window::Desks{desk, desk, desk.reviewDesk(), desk.approvalDesk(), desk.askingDesk(), desk.checkDesk(), desk.sendDesk(), desk.vaultDesk(), desk.disposeDesk()});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSendStory::shoot(const char *name)
{
    const QString file = QStringLiteral("%1/sendstory/%2-%3.png").arg(QCoreApplication::applicationDirPath())
                             .arg(++m_shots, 2, 10, QLatin1Char('0')).arg(QLatin1String(name));
    QVERIFY2(m_window->grab().save(file), qPrintable(file));
    QCOMPARE(test::doubledAccessKeys(*m_window), QStringList());
}

void TestSendStory::choose(const QString &box, const QString &item)
{
    QTRY_VERIFY2(named<QComboBox>(box), qPrintable(box));
    auto *choice = named<QComboBox>(box);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Home);
    for (int i = 0; i < choice->count() && choice->currentText() != item; ++i)
        QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(choice->currentText(), item);
}

void TestSendStory::signIn(const QString &name, const QString &password)
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
void TestSendStory::write(const QString &line, const QString &text)
{
    QTRY_VERIFY2(named<QLineEdit>(line), qPrintable(line));
    auto *edit = named<QLineEdit>(line);
    edit->setFocus();
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(edit, &event);
    QCOMPARE(edit->text(), text);
}

void TestSendStory::drop(QWidget *page, const QString &file)
{
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

// On a desktop without an office, by the rules of 豊前市議会.
void TestSendStory::aCouncilMemberAsksFirst()
{
    window::OfficeDesk desk{people::Office(base::toPath(path("council")))};
    openWindow(desk);
    press(QStringLiteral("送れるか確認する"));
    QTRY_VERIFY(button(QStringLiteral("豊前市議会")));
    press(QStringLiteral("豊前市議会"));
    QTRY_VERIFY(button(QStringLiteral("議員")));
    shoot("council-role");
    press(QStringLiteral("議員"));
    QTRY_VERIFY(button(QStringLiteral("ファイルを使わずに分類を選ぶ")));
    drop(m_window->findChild<send::CheckPage *>(), m_file);
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("分類を直接選ぶ")), 15000);
    press(QStringLiteral("分類を直接選ぶ"));
    for (const char *level : {"自治体機密性2", "自治体完全性1", "自治体可用性1"}) {
        QTRY_VERIFY(button(QString::fromUtf8(level)));
        press(QString::fromUtf8(level));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("だれに送りますか")));
    shoot("council-whom");
    type(QStringLiteral("4")); // a resident
    QTRY_VERIFY(sees(QStringLiteral("どうやって送りますか")));
    type(QStringLiteral("1")); // mail
    const auto answers = [this] {
        const auto *band = m_window->findChild<send::VerdictBand *>(); // made with its page, when it is first wanted
        return band && band->isVisible() && band->accessibleName() == QStringLiteral("送信できません。");
    };
    QTRY_VERIFY(answers());
    QVERIFY(sees(QStringLiteral("第2章2(2)⑨(ア)")));
    QVERIFY(sees(QStringLiteral("議員は、自治体機密性2以上の情報資産を外部に提供してはならない。")));
    shoot("council-forbidden");
    QVERIFY(!QFile::exists(path("council"))); // nothing is kept
    m_window.reset();
}

void TestSendStory::theRulesWantAnApproval()
{
    openWindow(*m_office);
    signIn(QStringLiteral("山田 太郎（yamada）"), test::clerkPassword);
    press(QStringLiteral("送る"));
    drop(m_window->findChild<send::OrderPage *>(), m_file);
    // It has no class yet: classified first, then back.
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("先に分類する")), 15000);
    press(QStringLiteral("先に分類する"));
    QTRY_VERIFY(button(QStringLiteral("分類を直接選ぶ")) && button(QStringLiteral("分類を直接選ぶ"))->isEnabled());
    press(QStringLiteral("分類を直接選ぶ"));
    QTRY_VERIFY(button(QStringLiteral("重要性分類Ⅱ")));
    press(QStringLiteral("重要性分類Ⅱ"));
    press(QStringLiteral("次へ"));
    QTRY_VERIFY(button(QStringLiteral("分類を表示する")));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("分類を表示しました")), 15000);
    press(QStringLiteral("送る"));
    choose(QStringLiteral("だれに"), QStringLiteral("委託先へ"));
    choose(QStringLiteral("どの方法で"), QStringLiteral("インターネットのメールで"));
    write(QStringLiteral("何のために"), QStringLiteral("委託業務の見積り"));
    write(QStringLiteral("氏名"), QStringLiteral("鈴木 一郎"));
    write(QStringLiteral("団体・会社"), QStringLiteral("株式会社サンプル"));
    write(QStringLiteral("メールアドレス"), QStringLiteral("suzuki@example.jp"));
    write(QStringLiteral("電話番号"), QStringLiteral("0771-00-0000"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("条件を満たせば送信できます")), 15000);
    QVERIFY(sees(QStringLiteral("第9条第2項")));
    QVERIFY(sees(QStringLiteral("承認がありません")));
    QVERIFY(!button(QStringLiteral("送付の準備へ"))->isEnabled());
    shoot("answer");
}

void TestSendStory::theRecipientGoesIntoTheAddressBook()
{
    QTRY_VERIFY(button(QStringLiteral("もう一度確かめました"))); // nobody knows the address yet
    shoot("second-look");
    press(QStringLiteral("宛先帳に加える"));
    QTRY_VERIFY(button(QStringLiteral("保存する")));
    QCOMPARE(named<QLineEdit>(QStringLiteral("メールアドレス"))->text(), QStringLiteral("suzuki@example.jp"));
    write(QStringLiteral("ふりがな"), QStringLiteral("すずき いちろう"));
    press(QStringLiteral("保存する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("保存しました：鈴木 一郎")), 15000);
    QTRY_VERIFY(button(QStringLiteral("確認済みにする"))->isEnabled());
    press(QStringLiteral("確認済みにする"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("確認済みにしました：鈴木 一郎")), 15000);
    shoot("address-book");
    press(QStringLiteral("戻る"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("宛先帳から")), 15000);
    QTRY_VERIFY_WITH_TIMEOUT(!button(QStringLiteral("もう一度確かめました")), 15000);
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("申請する")), 15000);
}

void TestSendStory::itIsAskedForWithEverythingFilledIn()
{
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(named<QComboBox>(QStringLiteral("何をするか")));
    QCOMPARE(named<QLineEdit>(QStringLiteral("何のために"))->text(), QStringLiteral("委託業務の見積り"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("申請する")) && button(QStringLiteral("申請する"))->isEnabled(), 15000);
    shoot("asking");
    press(QStringLiteral("申請する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("署名して申請しました")), 15000);
}

void TestSendStory::theManagerApprovesBesideTheSession()
{
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("決める人のパスワード")));
    named<QLineEdit>(QStringLiteral("決める人のパスワード"))->setFocus();
    type(test::managerPassword);
    press(QStringLiteral("承認する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("承認しました")), 15000);
    QCOMPARE(m_office->who()->id, QStringLiteral("yamada"));
    // What was written is still there, and now it may go.
    press(QStringLiteral("送る"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("承認が得られています")), 15000);
    QTRY_VERIFY(button(QStringLiteral("送付の準備へ"))->isEnabled());
    shoot("approved");
}

void TestSendStory::theParcelIsMade()
{
    press(QStringLiteral("送付の準備へ"));
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("送付ファイルの置き場所")));
    m_parcel = named<QLineEdit>(QStringLiteral("送付ファイルの置き場所"))->text();
    QVERIFY(m_parcel.startsWith(path("desk/")) && m_parcel.endsWith(QStringLiteral(".zip")));
    shoot("form");
    press(QStringLiteral("送付ファイルを作る"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("受け取る人と同じ手順で開いて確かめました")), 30000);
    QVERIFY(QFile::exists(m_parcel));
    shoot("made");
}

// It opens in whatever the desktop has for mails, and is gone afterwards.
void TestSendStory::theMailIsDrafted()
{
    auto *from = named<QLineEdit>(QStringLiteral("ご自分のメールアドレス"));
    QVERIFY(from && from->text().isEmpty()); // the clerk does not stand in the address book
    write(QStringLiteral("ご自分のメールアドレス"), QStringLiteral("yamada@city.kameoka.lg.jp"));
    const auto cards = m_window->findChildren<send::DispatchCard *>();
    for (send::DispatchCard *card : cards)
        card->setDraftLife(std::chrono::milliseconds(1500));
    const test::OpenedFolders opened;
    press(QStringLiteral("メールの下書きを開く"));
    QTRY_COMPARE_WITH_TIMEOUT(opened.urls().size(), 1, 15000);
    QFile draft(opened.urls().front().toLocalFile());
    QVERIFY(draft.fileName().startsWith(path("data/drafts/")) && draft.fileName().endsWith(QStringLiteral(".eml")));
    QVERIFY(draft.open(QIODevice::ReadOnly));
    m_mail = draft.readAll();
    draft.close();
    for (const char *wanted : {"X-Unsent: 1", "suzuki@example.jp", "yamada@city.kameoka.lg.jp", "Content-Disposition: attachment"})
        QVERIFY2(m_mail.contains(wanted), wanted);
    shoot("draft");
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(draft.fileName()), 15000);
}

void TestSendStory::theReceiptIsConfirmed()
{
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("受領未確認（1）")), 15000);
    press(QStringLiteral("受領未確認（1）"));
    QTRY_VERIFY(button(QStringLiteral("受領を確認する"))->isEnabled());
    press(QStringLiteral("受領を確認する"));
    write(QStringLiteral("だれから聞いたか"), QStringLiteral("鈴木様"));
    press(QStringLiteral("記録する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("受領を確認しました")), 15000);
    const auto list = m_office->sendDesk().list();
    QVERIFY(list && list->front().record.confirmedAt.isValid());
    QCOMPARE(list->front().record.confirmedBy, QStringLiteral("鈴木様"));
    shoot("receipt");
}

void TestSendStory::itWasMissent()
{
    QTRY_VERIFY(button(QStringLiteral("送ったものすべて（1）")));
    press(QStringLiteral("送ったものすべて（1）"));
    QTRY_VERIFY(button(QStringLiteral("誤送信"))->isEnabled());
    press(QStringLiteral("誤送信"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("1. ")), 15000);
    QVERIFY(sees(QStringLiteral("佐藤 花子"))); // who holds the role that is told first
    QVERIFY(sees(QStringLiteral("鈴木 一郎（株式会社サンプル） <suzuki@example.jp>")));
    write(QStringLiteral("起きたこと（分かっている範囲で）"), QStringLiteral("別の会社の鈴木様だった"));
    press(QStringLiteral("記録する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("誤送信として記録しました")), 15000);
    const auto list = m_office->sendDesk().list();
    QVERIFY(list && list->front().record.missentAt.isValid());
    shoot("missent");
}

void TestSendStory::thePasswordIsToldByTelephone()
{
    press(QStringLiteral("パスワードを伝える"));
    auto *view = m_window->findChild<send::PasswordView *>();
    QTRY_VERIFY(view->isShown());
    QTRY_VERIFY(view->height() > 250); // with the table of how it is read out
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("0771-00-0000")), 15000);
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("宛先帳：確認済み")), 15000);
    QVERIFY(sees(QStringLiteral("第9条第3項")));
    shoot("handover");
    // The person at the other end writes it down; the window shows it in no label.
    const auto list = m_office->sendDesk().list();
    QVERIFY(list && list->size() == 1 && list->front().record.isPending());
    {
        const auto password = m_office->sendDesk().password(list->front().record.id);
        QVERIFY(password);
        m_told = QByteArray(reinterpret_cast<const char *>(password->data()), static_cast<qsizetype>(password->size()));
    }
    for (const QByteArray &group : m_told.split('-'))
        QVERIFY(group.size() < 4 || !sees(QString::fromLatin1(group)));
    auto *way = named<QComboBox>(QStringLiteral("伝えた方法"));
    QVERIFY(way);
    for (int i = 0; i < way->count(); ++i)
        QVERIFY(!way->itemText(i).contains(QStringLiteral("メール")));
    choose(QStringLiteral("伝えた方法"), QStringLiteral("電話で"));
    press(QStringLiteral("伝達済みにする"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("伝えたことを記録しました")), 15000);
    QVERIFY(!view->isShown());
    shoot("told");
}

void TestSendStory::theLedgerSaysSo()
{
    const auto list = m_office->sendDesk().list();
    QVERIFY(list && list->size() == 1 && !list->front().record.isPending());
    QCOMPARE(list->front().record.deliveredBy, QStringLiteral("telephone"));
    QVERIFY(!m_office->sendDesk().password(list->front().record.id));
    press(QStringLiteral("記録"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QFileInfo(m_parcel).fileName()), 15000);
    base::NoProgress quiet;
    const auto proof = m_office->reviewDesk().verify(quiet);
    QVERIFY(proof && proof->findings.empty());
}

void TestSendStory::thePasswordIsNowhere()
{
    QVERIFY(m_told.size() >= 17);
    // The search finds what is there.
    QFile bait(path("tmp/bait"));
    QVERIFY(bait.open(QIODevice::WriteOnly) && bait.write("x" + m_told) > 0);
    bait.close();
    QCOMPARE(test::filesWith(m_folder.path(), m_told), QStringList{bait.fileName()});
    QVERIFY(bait.remove());
    QVERIFY(QDir(path("tmp")).isEmpty(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot));
    QVERIFY(test::mailHolds(m_mail + "\r\n\r\n" + m_told.toBase64() + "\r\n--", m_told));
    QVERIFY(!test::mailHolds(m_mail, m_told));
    {
        const QMutexLocker guard(&test::messagesLock);
        QVERIFY(!test::holds(test::messages, m_told));
    }
    // It still opens the parcel.
    const QString program = QStandardPaths::findExecutable(QStringLiteral("7zz"));
    if (program.isEmpty())
        QSKIP("7zz is not installed");
    QProcess recipient;
    recipient.start(program, {QStringLiteral("t"), QStringLiteral("-p") + QString::fromLatin1(m_told), m_parcel});
    QVERIFY(recipient.waitForFinished() && recipient.exitCode() == 0);
}

void TestSendStory::cleanupTestCase()
{
    m_window.reset();
    m_office.reset();
    qInstallMessageHandler(nullptr);
}

QTEST_MAIN(TestSendStory)
#include "tst_sendstory.moc"
