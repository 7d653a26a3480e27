// 送る, worked by keyboard and mouse, over an office in memory with 亀岡's rules.
#include "app/send/sendbench.h"

#include "approvals/askpage.h"
#include "classify/classifypage.h"
#include "send/orderpage.h"
#include "send/packpage.h"
#include "send/passwordview.h"
#include "send/sentmodel.h"

#include <QAbstractItemModelTester>
#include <QProgressBar>
#include <QTableView>
#include <QTemporaryDir>

using namespace shirushi;

class TestSendPage : public QObject, private test::SendBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { openPage(QStringLiteral("送る")); }
    void cleanup() { takeAway(); }
    void whatIsMissingIsSaid();
    void forbiddenIsSaidWithItsArticleAndOtherWays();
    void aFactMayChangeTheAnswer();
    void theApprovalIsAskedForWithEverythingFilledIn();
    void anUnlabelledFileIsClassifiedFirst();
    void publishingMakesNoParcel();
    void thePasswordsFormatFollowsTheFiles();
    void onlyDesignatedFormsAreOffered();
    void namesOfHighClassesAreHidden();
    void theParcelIsMadeAndOpensItsFolder();
    void packingIsStopped();
    void whatFailsIsSaidInPlace();
    void severalRecipients();
    void theListHasWhatIsNotTold();
    void othersPasswordsStayClosed();
    void lockingTakesEverythingAway();
    void lockingWhilePackingWaits();

private:
    send::OrderPage *order() const { return m_window->findChild<send::OrderPage *>(); }
    QString channelText(const char *id) const
    {
        for (const send::Named &channel : m_sending->channels()) {
            if (channel.id == QLatin1String(id))
                return channel.title;
        }
        return {};
    }
    void drop(const char *file) { dropOn(order(), {base::Path(file)}); }
    void fill(const char *file, const QString &to = QStringLiteral("委託先へ"), const QString &way = QStringLiteral("インターネットのメールで"))
    {
        drop(file);
        choose(QStringLiteral("だれに"), to);
        choose(QStringLiteral("どの方法で"), way);
        write(QStringLiteral("何のために"), QStringLiteral("見積り"));
        write(QStringLiteral("氏名"), QStringLiteral("鈴木 一郎"));
        write(QStringLiteral("メールアドレス"), QStringLiteral("suzuki@example.jp"));
    }
    void prepare(const char *file)
    {
        m_sending->approved = true;
        fill(file);
        QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ")));
        press(QStringLiteral("送付の準備へ"));
        QTRY_VERIFY(named<QLineEdit>(QStringLiteral("送付ファイルの置き場所")));
        m_window->findChild<send::PackPage *>()->setTarget(base::toPath(m_folder.filePath(QStringLiteral("送付.zip"))));
    }

    QTemporaryDir m_folder;
};

void TestSendPage::whatIsMissingIsSaid()
{
    QTRY_VERIFY(sees(QStringLiteral("答えるために必要なこと")));
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
    drop("/tmp/open.pdf");
    choose(QStringLiteral("だれに"), QStringLiteral("委託先へ"));
    choose(QStringLiteral("どの方法で"), QStringLiteral("インターネットのメールで"));
    QTRY_VERIFY(sees(QStringLiteral("送信できます")));
    QTRY_VERIFY(sees(QStringLiteral("何のためかを書いてください")));
    write(QStringLiteral("何のために"), QStringLiteral("見積り"));
    QTRY_VERIFY(sees(QStringLiteral("受け取る人を書いてください")));
    write(QStringLiteral("電話番号"), QStringLiteral("0771"));
    QTRY_VERIFY(sees(QStringLiteral("受け取る人を書いてください"))); // a number alone is nobody
    write(QStringLiteral("メールアドレス"), QStringLiteral("suzuki@example.jp"));
    QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ")));
}

void TestSendPage::forbiddenIsSaidWithItsArticleAndOtherWays()
{
    fill("/tmp/secret.csv");
    QTRY_VERIFY(sees(QStringLiteral("送信できません")));
    QVERIFY(sees(QStringLiteral("第9条第1項")));
    QVERIFY(!sees(QStringLiteral("次の方法なら禁じられていません"))); // to a contractor there is none
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
    QVERIFY(!button(QStringLiteral("申請する")));
    choose(QStringLiteral("だれに"), QStringLiteral("同じ団体の中へ"));
    QTRY_VERIFY(sees(QStringLiteral("次の方法なら禁じられていません")));
    QVERIFY(sees(channelText("medium")));
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
}

void TestSendPage::aFactMayChangeTheAnswer()
{
    fill("/tmp/secret.csv", QStringLiteral("同じ団体の中へ"), QStringLiteral("LGWANのメールで"));
    QTRY_VERIFY(sees(QStringLiteral("送信できません")));
    QTRY_VERIFY(button(QStringLiteral("他に合理的な方法がない")));
    press(QStringLiteral("他に合理的な方法がない"));
    QTRY_VERIFY(sees(QStringLiteral("条件を満たせば送信できます")));
    QVERIFY(button(QStringLiteral("他に合理的な方法がない"))->isChecked());
    QCOMPARE(order()->plan().given, QStringList{QStringLiteral("no-other-method")});
}

void TestSendPage::theApprovalIsAskedForWithEverythingFilledIn()
{
    fill("/tmp/plan.csv");
    QTRY_VERIFY(sees(QStringLiteral("承認がありません")));
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(m_window->findChild<approvals::AskPage *>()->isVisible());
    QCOMPARE(named<QComboBox>(QStringLiteral("だれに"))->currentText(), QStringLiteral("委託先へ"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("何のために"))->text(), QStringLiteral("見積り"));
    QTRY_VERIFY(canPress(QStringLiteral("申請する")));
    press(QStringLiteral("申請する"));
    QTRY_COMPARE(m_asking->asked.size(), std::size_t(1));
    const approvals::Asking &asked = m_asking->asked.front();
    QCOMPARE(asked.deed, QStringLiteral("send"));
    QCOMPARE(asked.channel, QStringLiteral("mail"));
    QCOMPARE(asked.files.front().path, base::Path("/tmp/plan.csv"));
    // Approved meanwhile: it goes on where it was.
    m_sending->approved = true;
    go(QStringLiteral("送る"));
    QTRY_VERIFY(sees(QStringLiteral("承認が得られています")));
    QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ")));
}

void TestSendPage::anUnlabelledFileIsClassifiedFirst()
{
    drop("/tmp/new.csv");
    QTRY_VERIFY(button(QStringLiteral("先に分類する")));
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
    press(QStringLiteral("先に分類する"));
    QTRY_VERIFY(m_window->findChild<classify::ClassifyPage *>()->isVisible());
    m_asking->labels[base::Path("/tmp/new.csv")] = {{QStringLiteral("importance"), QStringLiteral("III")}};
    go(QStringLiteral("送る"));
    QTRY_VERIFY(!button(QStringLiteral("先に分類する")));
    QTRY_COMPARE(order()->plan().files.size(), std::size_t(1));
    const policy::Classes open{{QStringLiteral("importance"), QStringLiteral("III")}};
    QTRY_COMPARE(order()->plan().files.front().classes, open);
}

void TestSendPage::publishingMakesNoParcel()
{
    drop("/tmp/open.pdf");
    choose(QStringLiteral("だれに"), QStringLiteral("一般の方へ"));
    choose(QStringLiteral("どの方法で"), QStringLiteral("SNSで"));
    write(QStringLiteral("何のために"), QStringLiteral("お知らせ"));
    QTRY_VERIFY(sees(QStringLiteral("公表でき")));
    QTRY_VERIFY(canPress(QStringLiteral("公表の前の確認へ")));
    QVERIFY(!button(QStringLiteral("送付の準備へ")));
    QVERIFY(!named<QLineEdit>(QStringLiteral("氏名"))); // it goes to everybody
}

void TestSendPage::thePasswordsFormatFollowsTheFiles()
{
    prepare("/tmp/plan.csv");
    QVERIFY(canPress(QStringLiteral("暗号化ZIP（AES-256）")));
    QVERIFY(!canPress(QStringLiteral("パスワード付きPDF（AES-256）"))); // it is no PDF
    press(QStringLiteral("ブラウザーで開くファイル（HTML）"));
    QVERIFY(!button(QStringLiteral("ファイル名も隠す")));
    QVERIFY(named<QLineEdit>(QStringLiteral("送付ファイルの置き場所"))->text().endsWith(QStringLiteral(".html")));
    QVERIFY(sees(QStringLiteral("最高情報統括責任者")));
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(order()->isVisible());
    QCOMPARE(order()->plan().purpose, QStringLiteral("見積り"));
}

void TestSendPage::onlyDesignatedFormsAreOffered()
{
    m_sending->designated = {sending::ParcelFormat::Html};
    prepare("/tmp/plan.csv");
    QVERIFY(!button(QStringLiteral("暗号化ZIP（AES-256）")));
    QVERIFY(button(QStringLiteral("ブラウザーで開くファイル（HTML）"))->isChecked());
    QVERIFY(!sees(QStringLiteral("最高情報統括責任者が指定した"))); // nothing is left to be checked
    press(QStringLiteral("戻る"));
    m_sending->designated = {sending::ParcelFormat::Pdf}; // which this file is not
    QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ")));
    press(QStringLiteral("送付の準備へ"));
    QTRY_VERIFY(sees(QStringLiteral("指定された方法では、これらのファイルを送れません")));
    QVERIFY(!canPress(QStringLiteral("送付ファイルを作る")));
}

void TestSendPage::namesOfHighClassesAreHidden()
{
    prepare("/tmp/plan.csv");
    QVERIFY(!button(QStringLiteral("ファイル名も隠す"))->isChecked());
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(order()->isVisible());
    drop("/tmp/secret.csv");
    choose(QStringLiteral("だれに"), QStringLiteral("同じ団体の中へ"));
    choose(QStringLiteral("どの方法で"), QStringLiteral("記録媒体で"));
    QTRY_VERIFY((tickLooks(), canPress(QStringLiteral("送付の準備へ"))));
    press(QStringLiteral("送付の準備へ"));
    QTRY_VERIFY(button(QStringLiteral("ファイル名も隠す")));
    QVERIFY(button(QStringLiteral("ファイル名も隠す"))->isChecked());
}

void TestSendPage::theParcelIsMadeAndOpensItsFolder()
{
    prepare("/tmp/plan.csv");
    press(QStringLiteral("送付ファイルを作る"));
    QTRY_VERIFY(sees(QStringLiteral("受け取る人と同じ手順で開いて確かめました")));
    QCOMPARE(m_sending->sent.size(), std::size_t(1));
    QCOMPARE(m_sending->sent.front().first.recipients.front().mail, QStringLiteral("suzuki@example.jp"));
    QVERIFY(sees(QStringLiteral("パスワードがなくても見えます")));
    QTRY_VERIFY(named<QAbstractButton>(QStringLiteral("送る、1件が待っています")));
    const test::OpenedFolders opened;
    press(QStringLiteral("フォルダーを開く"));
    QCOMPARE(opened.urls(), QList<QUrl>{QUrl::fromLocalFile(m_folder.path())});
    // The next one begins anew.
    press(QStringLiteral("ほかのものを送る"));
    QTRY_VERIFY(order()->isVisible());
    QVERIFY(order()->plan().files.empty());
    QVERIFY(order()->plan().recipients.empty());
}

void TestSendPage::packingIsStopped()
{
    prepare("/tmp/plan.csv");
    m_sending->delay = 50;
    press(QStringLiteral("送付ファイルを作る"));
    QTRY_VERIFY(named<QProgressBar>(QStringLiteral("送付ファイルを作っています")));
    press(QStringLiteral("止める"));
    QTRY_VERIFY(sees(QStringLiteral("止めました。送付ファイルは作られていません")));
    QVERIFY(m_sending->sent.empty());
    QVERIFY(canPress(QStringLiteral("送付ファイルを作る")));
}

void TestSendPage::whatFailsIsSaidInPlace()
{
    prepare("/tmp/plan.csv");
    m_sending->failure = base::Error{base::ErrorCode::NoSpace, {}, QStringLiteral("ディスクに空きがありません。"), {}};
    press(QStringLiteral("送付ファイルを作る"));
    QTRY_VERIFY(sees(QStringLiteral("ディスクに空きがありません")));
    QVERIFY(canPress(QStringLiteral("送付ファイルを作る")));
}

void TestSendPage::severalRecipients()
{
    fill("/tmp/open.pdf");
    press(QStringLiteral("受け取る人を加える"));
    write(QStringLiteral("受け取る人2：氏名"), QStringLiteral("田中"));
    QCOMPARE(order()->plan().recipients.size(), std::size_t(2));
    press(QStringLiteral("受け取る人1を外す"));
    QCOMPARE(order()->plan().recipients.size(), std::size_t(1));
    QCOMPARE(order()->plan().recipients.front().name, QStringLiteral("田中"));
    QVERIFY(named<QLineEdit>(QStringLiteral("氏名"))); // alone again: no number
}

void TestSendPage::theListHasWhatIsNotTold()
{
    m_sending->add("a", "送付-1.zip");
    m_sending->add("b", "送付-2.zip").record.deliveredBy = QStringLiteral("telephone");
    go(QStringLiteral("送る"));
    QTRY_VERIFY(sees(QStringLiteral("パスワード未伝達が1件あります")));
    press(QStringLiteral("パスワードを伝える"));
    QTRY_VERIFY(named<QTableView>(QStringLiteral("送ったもの")));
    auto *table = named<QTableView>(QStringLiteral("送ったもの"));
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(button(QStringLiteral("送ったものすべて（2）")));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    press(QStringLiteral("送ったものすべて（2）"));
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, send::SentModel::StateColumn).data().toString(), QStringLiteral("伝達済み：電話で"));
    table->setFocus();
    QVERIFY(canPress(QStringLiteral("パスワードを伝える"))); // the same one is chosen as before
    QTest::keyClick(table, Qt::Key_Up);
    QVERIFY(!canPress(QStringLiteral("パスワードを伝える")));
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(canPress(QStringLiteral("パスワードを伝える")));
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<send::PasswordView *>()->isShown());
}

void TestSendPage::othersPasswordsStayClosed()
{
    m_sending->add("a", "送付-1.zip", false);
    press(QStringLiteral("送ったもの"));
    QTRY_VERIFY(sees(QStringLiteral("このパスワードを開けるのは、佐藤 花子だけです")));
    QVERIFY(!canPress(QStringLiteral("パスワードを伝える")));
    QTest::keyClick(named<QTableView>(QStringLiteral("送ったもの")), Qt::Key_Return);
    QCOMPARE(m_sending->shown.load(), 0);
    QVERIFY(!named<QAbstractButton>(QStringLiteral("送る、1件が待っています"))); // it waits for somebody else
}

void TestSendPage::lockingTakesEverythingAway()
{
    fill("/tmp/plan.csv");
    m_window->lock();
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("パスワード")));
    QVERIFY(order()->plan().files.empty());
    QVERIFY(order()->plan().recipients.empty());
    QVERIFY(order()->plan().purpose.isEmpty());
}

void TestSendPage::lockingWhilePackingWaits()
{
    prepare("/tmp/plan.csv");
    m_sending->delay = 20;
    press(QStringLiteral("送付ファイルを作る"));
    QTRY_VERIFY(named<QProgressBar>(QStringLiteral("送付ファイルを作っています")));
    m_window->lock();
    QVERIFY(m_desk->open); // until the work has ended
    QTRY_VERIFY(!m_desk->open);
    QVERIFY(m_sending->sent.empty());
}

QTEST_MAIN(TestSendPage)
#include "tst_sendpage.moc"
