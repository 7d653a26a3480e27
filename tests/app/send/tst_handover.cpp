// The telling of a password: shown, hidden, printed, recorded.
#include "app/send/sendbench.h"

#include "send/handoverpage.h"
#include "send/passwordsheet.h"
#include "send/passwordview.h"

#include <QFileDialog>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace shirushi;

namespace {

base::SecretBytes secret(const char *text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text), qstrlen(text)));
}

} // namespace

class TestHandover : public QObject, private test::SendBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init();
    void cleanup() { takeAway(); }
    void itIsPaintedAndStandsInNoLabel();
    void itIsHiddenAfterItsTime();
    void itIsHiddenWhenTheWindowIsLeft();
    void itIsHiddenWhenThePageIsLeft();
    void lockingHidesIt();
    void theParcelsOwnWayIsNotOffered();
    void toldIsRecordedAndErased();
    void whatFailsIsSaidInPlace();
    void theSheetSaysThatItMustBeDestroyed();
    void theSheetIsSavedWhereChosen();
    void thePicturesDiffer();

private:
    send::PasswordView *view() const { return m_window->findChild<send::PasswordView *>(); }
    send::HandoverPage *page() const { return m_window->findChild<send::HandoverPage *>(); }
};

void TestHandover::init()
{
    openPage(QStringLiteral("送る"));
    m_sending->add("a", "送付-1.zip");
    press(QStringLiteral("送ったもの"));
    QTRY_VERIFY(canPress(QStringLiteral("パスワードを伝える")));
    press(QStringLiteral("パスワードを伝える"));
    QTRY_VERIFY(view()->isShown());
}

void TestHandover::itIsPaintedAndStandsInNoLabel()
{
    for (const char *group : {"K7QM", "3XWD", "9HTR", "2VEN"})
        QVERIFY(!shown().contains(QLatin1String(group)));
    QVERIFY(sees(QStringLiteral("鈴木 一郎")));
    QVERIFY(sees(QStringLiteral("送付-1.zip")));
    QTRY_VERIFY(view()->height() > 250); // with the table of how it is read out
}

void TestHandover::itIsHiddenAfterItsTime()
{
    QCOMPARE(send::HandoverPage::usualTime, std::chrono::seconds(60));
    page()->conceal();
    QVERIFY(sees(QStringLiteral("パスワードを隠しています")));
    page()->setVisibleFor(std::chrono::milliseconds(300));
    press(QStringLiteral("もう一度表示する"));
    QTRY_VERIFY(view()->isShown());
    QTRY_VERIFY(!view()->isShown());
    QVERIFY(button(QStringLiteral("もう一度表示する")));
}

void TestHandover::itIsHiddenWhenTheWindowIsLeft()
{
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QTRY_VERIFY(!view()->isShown());
}

void TestHandover::itIsHiddenWhenThePageIsLeft()
{
    press(QStringLiteral("分類する"));
    QVERIFY(!view()->isShown());
}

void TestHandover::lockingHidesIt()
{
    m_window->lock();
    QVERIFY(!view()->isShown());
    QVERIFY(!shown().contains(QStringLiteral("鈴木")));
}

void TestHandover::theParcelsOwnWayIsNotOffered()
{
    auto *ways = named<QComboBox>(QStringLiteral("伝えた方法"));
    QVERIFY(ways && ways->count() >= 3);
    for (int i = 0; i < ways->count(); ++i)
        QVERIFY(!ways->itemText(i).contains(QStringLiteral("メール")));
    QVERIFY(sees(QStringLiteral("第9条第3項")));
}

void TestHandover::toldIsRecordedAndErased()
{
    choose(QStringLiteral("伝えた方法"), QStringLiteral("電話で"));
    auto *to = named<QLineEdit>(QStringLiteral("伝えた相手"));
    to->setFocus();
    to->selectAll();
    QTest::keyClick(to, Qt::Key_Delete);
    QVERIFY(!canPress(QStringLiteral("伝達済みにする"))); // to nobody
    write(QStringLiteral("伝えた相手"), QStringLiteral("鈴木様"));
    QVERIFY(sees(QStringLiteral("元に戻せません")));
    press(QStringLiteral("伝達済みにする"));
    QTRY_VERIFY(sees(QStringLiteral("伝えたことを記録しました：送付-1.zip")));
    QCOMPARE(m_sending->told.size(), std::size_t(1));
    QCOMPARE(m_sending->told.front().way, QStringLiteral("telephone"));
    QCOMPARE(m_sending->told.front().to, QStringLiteral("鈴木様"));
    QVERIFY(!view()->isShown());
    QTRY_VERIFY(sees(QStringLiteral("伝えていないパスワードはありません")));
    QTRY_VERIFY(named<QAbstractButton>(QStringLiteral("送る")));
}

void TestHandover::whatFailsIsSaidInPlace()
{
    m_sending->failure = base::Error{base::ErrorCode::InUse, {}, QStringLiteral("台帳が使用中です。"), {}};
    press(QStringLiteral("伝達済みにする"));
    QTRY_VERIFY(sees(QStringLiteral("台帳が使用中です")));
    QVERIFY(page()->isVisible());
    QTRY_VERIFY(canPress(QStringLiteral("伝達済みにする")));
}

void TestHandover::theSheetSaysThatItMustBeDestroyed()
{
    const QString pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (pdftotext.isEmpty())
        QSKIP("pdftotext is not installed");
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("sheet.pdf"));
    QVERIFY(send::writeSheet(base::toPath(file), {QStringLiteral("送付-1.zip"), {QStringLiteral("鈴木 一郎")}}, secret("K7QM-3XWD-P")));
    QProcess reader;
    reader.start(pdftotext, {QStringLiteral("-layout"), file, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished(20000));
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    for (const char16_t *wanted : {u"必ず破棄", u"鈴木 一郎", u"送付-1.zip", u"K7QM", u"キロ", u"数字のなな", u"パパ"})
        QVERIFY2(text.contains(QStringView(wanted)), qPrintable(QString::fromUtf16(wanted) + QLatin1Char('\n') + text));
}

void TestHandover::theSheetIsSavedWhereChosen()
{
    QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("sheet.pdf"));
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
    press(QStringLiteral("印刷"));
    answer.stop();
    QTRY_VERIFY(sees(QStringLiteral("必ず破棄してください")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("sheet.pdf")});
}

// What is painted is the password, and after hiding nothing of it.
void TestHandover::thePicturesDiffer()
{
    send::PasswordView one(*m_theme);
    one.resize(900, 500);
    const QImage hidden = one.grab().toImage();
    one.show(secret("K7QM-3XWD-9HTR-2VEN-P"));
    const QImage shown = one.grab().toImage();
    one.show(secret("K7QM-3XWD-9HTR-2VEN-Q"));
    const QImage other = one.grab().toImage();
    QVERIFY(shown != hidden);
    QVERIFY(shown != other);
    one.conceal();
    QCOMPARE(one.grab().toImage(), hidden);
}

QTEST_MAIN(TestHandover)
#include "tst_handover.moc"
