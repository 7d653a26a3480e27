// To whom it goes: chosen from the address book while typing, or typed and looked at again; and the address book itself.
#include "app/send/sendbench.h"

#include "send/addressmodel.h"
#include "send/orderpage.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QTableView>

using namespace shirushi;

class TestRecipientsPage : public QObject, private test::SendBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { openPage(QStringLiteral("送る")); }
    void cleanup() { takeAway(); }
    void oneOfTheBookIsChosenByKanaWithKeysAlone();
    void whatIsTypedOverIsNoLongerTheBooks();
    void aTypedAddressIsLookedAtAgain();
    void anAddressThatIsNearlyAnothersWarns();
    void whatCannotBeWrittenToHinders();
    void severalGoIntoBccByTheArticle();
    void aGatewayProposesOtherWays();
    void somebodyIsAddedFromThere();
    void aBookThatCannotBeReadIsSaid();
    void theBookIsSearched();
    void somebodyIsAddedChangedAndChecked();
    void whatIsWrongIsSaidInTheForm();
    void takingOutIsUndone();
    void lockingTakesTheBookAway();

private:
    send::OrderPage *order() const { return m_window->findChild<send::OrderPage *>(); }
    QTableView *table() const { return named<QTableView>(QStringLiteral("宛先帳")); }
    QAbstractItemView *offers() const
    {
        const auto views = QApplication::topLevelWidgets();
        for (QWidget *view : views) {
            if (view->isVisible() && view->accessibleName() == QStringLiteral("宛先帳から"))
                return qobject_cast<QAbstractItemView *>(view);
        }
        return nullptr;
    }
    // Everything but the recipient.
    void fill()
    {
        m_sending->approved = true;
        dropOn(order(), {base::Path("/tmp/plan.csv")});
        choose(QStringLiteral("だれに"), QStringLiteral("委託先へ"));
        choose(QStringLiteral("どの方法で"), QStringLiteral("インターネットのメールで"));
        write(QStringLiteral("何のために"), QStringLiteral("見積り"));
    }
    void openBook()
    {
        press(QStringLiteral("宛先帳"));
        QTRY_VERIFY(table() && table()->model()->rowCount() == static_cast<int>(m_sending->book.size()));
    }
    void addTanaka(const char *mail = "tanaka@example.jp")
    {
        m_sending->book.push_back({test::FakeSending::contactOf("tanaka", "田中 次郎", "たなか じろう", "本町自治会", "resident", mail, "0771-11-1111"),
                                   QStringLiteral("佐藤 花子")});
    }
};

void TestRecipientsPage::oneOfTheBookIsChosenByKanaWithKeysAlone()
{
    addTanaka();
    write(QStringLiteral("氏名"), QStringLiteral("すずき"));
    QTRY_VERIFY(offers());
    QCOMPARE(offers()->model()->rowCount(), 1);
    const QString line = offers()->model()->index(0, 0).data().toString();
    for (const char16_t *wanted : {u"鈴木 一郎（株式会社サンプル）", u"委託先へ", u"suzuki@example.jp", u"0771-00-0000", u"確認済み（2026/11/02　佐藤 花子）"})
        QVERIFY2(line.contains(QStringView(wanted)), qPrintable(line));
    QTest::keyClick(offers(), Qt::Key_Down);
    QTest::keyClick(offers(), Qt::Key_Return);
    QTRY_COMPARE(order()->plan().recipients.size(), std::size_t(1));
    const send::Recipient chosen{QStringLiteral("鈴木 一郎"), QStringLiteral("株式会社サンプル"), QStringLiteral("suzuki@example.jp"),
                                 QStringLiteral("0771-00-0000"), QStringLiteral("suzuki")};
    QCOMPARE(order()->plan().recipients.front(), chosen);
    QCOMPARE(named<QComboBox>(QStringLiteral("だれに"))->currentText(), QStringLiteral("委託先へ")); // the kind
    QVERIFY(sees(QStringLiteral("確認済み（2026/11/02　佐藤 花子）")));
    QVERIFY(!button(QStringLiteral("宛先帳に加える")));
    // Another kind than was chosen does not change the choice, but wants a look.
    write(QStringLiteral("氏名"), QStringLiteral("たなか"));
    QTRY_VERIFY(offers());
    QTest::keyClick(offers(), Qt::Key_Down);
    QTest::keyClick(offers(), Qt::Key_Return);
    QTRY_COMPARE(order()->plan().recipients.front().contact, QStringLiteral("tanaka"));
    QCOMPARE(named<QComboBox>(QStringLiteral("だれに"))->currentText(), QStringLiteral("委託先へ"));
    choose(QStringLiteral("どの方法で"), QStringLiteral("インターネットのメールで"));
    QTRY_VERIFY(sees(QStringLiteral("宛先帳の相手の種類が、選んだもの（委託先へ）と違います")));
}

void TestRecipientsPage::whatIsTypedOverIsNoLongerTheBooks()
{
    write(QStringLiteral("団体・会社"), QStringLiteral("サンプル"));
    QTRY_VERIFY(offers());
    QTest::keyClick(offers(), Qt::Key_Down);
    QTest::keyClick(offers(), Qt::Key_Return);
    QTRY_COMPARE(order()->plan().recipients.front().contact, QStringLiteral("suzuki"));
    auto *telephone = named<QLineEdit>(QStringLiteral("電話番号"));
    telephone->setFocus();
    QTest::keyClick(telephone, Qt::Key_End);
    QTest::keyClick(telephone, Qt::Key_1);
    QVERIFY(order()->plan().recipients.front().contact.isEmpty());
    QVERIFY(!sees(QStringLiteral("宛先帳から")));
    QVERIFY(button(QStringLiteral("宛先帳に加える")));
}

void TestRecipientsPage::aTypedAddressIsLookedAtAgain()
{
    fill();
    write(QStringLiteral("氏名"), QStringLiteral("高橋"));
    write(QStringLiteral("メールアドレス"), QStringLiteral("takahashi@another.example"));
    QTRY_VERIFY(sees(QStringLiteral("宛先をもう一度確かめて、印を付けてください")));
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
    QVERIFY(sees(QStringLiteral("takahashi@another.example")));
    tickLooks();
    QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ")));
    // A tick is for what was looked at, and for nothing else.
    write(QStringLiteral("メールアドレス"), QStringLiteral("takahasi@another.example"));
    QTRY_VERIFY(sees(QStringLiteral("takahasi@another.example")));
    QTRY_VERIFY(sees(QStringLiteral("宛先をもう一度確かめて、印を付けてください")));
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
}

void TestRecipientsPage::anAddressThatIsNearlyAnothersWarns()
{
    fill();
    write(QStringLiteral("氏名"), QStringLiteral("鈴木 一郎"));
    write(QStringLiteral("メールアドレス"), QStringLiteral("suzuki@exarnple.jp"));
    QTRY_VERIFY(sees(QStringLiteral("example.jp")));
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
}

void TestRecipientsPage::whatCannotBeWrittenToHinders()
{
    fill();
    write(QStringLiteral("氏名"), QStringLiteral("山本"));
    QTRY_VERIFY(sees(QStringLiteral("この宛先には、この方法では送れません")));
    tickLooks();
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
    choose(QStringLiteral("どの方法で"), QStringLiteral("郵送で"));
    QTRY_VERIFY(sees(QStringLiteral("宛先をもう一度確かめて")));
    QTRY_VERIFY((tickLooks(), canPress(QStringLiteral("送付の準備へ")))); // what is asked anew is ticked anew
}

void TestRecipientsPage::severalGoIntoBccByTheArticle()
{
    addTanaka();
    m_sending->book.back().contact.kind = QStringLiteral("contractor");
    fill();
    write(QStringLiteral("メールアドレス"), QStringLiteral("suzuki@example.jp"));
    press(QStringLiteral("受け取る人を加える"));
    write(QStringLiteral("受け取る人2：メールアドレス"), QStringLiteral("tanaka@example.jp"));
    QTRY_VERIFY(sees(QStringLiteral("受け取る人全員")));
    QVERIFY(sees(QStringLiteral("第48条第2項")));
    QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ"))); // it is told, and hinders nobody
}

void TestRecipientsPage::aGatewayProposesOtherWays()
{
    m_sending->book.front().contact.stripped = QStringList{QStringLiteral("zip")};
    fill();
    write(QStringLiteral("メールアドレス"), QStringLiteral("suzuki@example.jp"));
    QTRY_VERIFY(sees(QStringLiteral("相手のメールの関門が、この形式の添付ファイルを外します：暗号化ZIP（AES-256）")));
    QVERIFY(sees(QStringLiteral("ファイル転送サービスで、記録媒体で")));
}

void TestRecipientsPage::somebodyIsAddedFromThere()
{
    fill();
    write(QStringLiteral("氏名"), QStringLiteral("高橋 三郎"));
    write(QStringLiteral("メールアドレス"), QStringLiteral("takahashi@another.example"));
    press(QStringLiteral("宛先帳に加える"));
    QTRY_VERIFY(button(QStringLiteral("保存する")));
    QCOMPARE(named<QLineEdit>(QStringLiteral("氏名"))->text(), QStringLiteral("高橋 三郎"));
    QCOMPARE(named<QComboBox>(QStringLiteral("相手の種類"))->currentText(), QStringLiteral("委託先へ"));
    write(QStringLiteral("電話番号"), QStringLiteral("0771-22-2222"));
    press(QStringLiteral("保存する"));
    QTRY_VERIFY(sees(QStringLiteral("保存しました：高橋 三郎")));
    QTRY_VERIFY(canPress(QStringLiteral("確認済みにする")));
    press(QStringLiteral("確認済みにする"));
    QTRY_VERIFY(sees(QStringLiteral("確認済みにしました：高橋 三郎")));
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(order()->isVisible());
    const auto recipients = order()->plan().recipients;
    QCOMPARE(recipients.front().contact, m_sending->book.back().contact.id);
    QCOMPARE(recipients.front().telephone, QStringLiteral("0771-22-2222"));
    QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ"))); // nothing is left to look at
}

void TestRecipientsPage::aBookThatCannotBeReadIsSaid()
{
    fill();
    write(QStringLiteral("メールアドレス"), QStringLiteral("suzuki@example.jp"));
    QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ")));
    m_sending->failure = base::Error{base::ErrorCode::InUse, {}, QStringLiteral("台帳が使用中です。"), {}};
    write(QStringLiteral("電話番号"), QStringLiteral("0771"));
    QTRY_VERIFY(sees(QStringLiteral("台帳が使用中です")));
    QVERIFY(!canPress(QStringLiteral("送付の準備へ")));
}

void TestRecipientsPage::theBookIsSearched()
{
    addTanaka();
    openBook();
    const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table()->model()->index(0, send::AddressModel::KindColumn).data().toString(), QStringLiteral("委託先へ"));
    QCOMPARE(table()->model()->index(0, send::AddressModel::CheckColumn).data().toString(), QStringLiteral("確認済み（2026/11/02　佐藤 花子）"));
    write(QStringLiteral("氏名・ふりがな・団体・メールアドレスで探す"), QStringLiteral("本町"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, send::AddressModel::NameColumn).data().toString(), QStringLiteral("田中 次郎"));
    write(QStringLiteral("氏名・ふりがな・団体・メールアドレスで探す"), QStringLiteral("だれでもない"));
    QTRY_VERIFY(sees(QStringLiteral("見つかりません")));
    QVERIFY(!canPress(QStringLiteral("変更する")));
}

void TestRecipientsPage::somebodyIsAddedChangedAndChecked()
{
    openBook();
    press(QStringLiteral("宛先を加える"));
    QVERIFY(named<QLineEdit>(QStringLiteral("氏名"))->hasFocus());
    write(QStringLiteral("氏名"), QStringLiteral("高橋 三郎"));
    write(QStringLiteral("ふりがな"), QStringLiteral("たかはし さぶろう"));
    choose(QStringLiteral("相手の種類"), QStringLiteral("委託先へ"));
    write(QStringLiteral("メールアドレス"), QStringLiteral("takahashi@another.example"));
    press(QStringLiteral("暗号化ZIP（AES-256）"));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("メールアドレス")), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("保存しました：高橋 三郎")));
    QCOMPARE(m_sending->book.back().contact.stripped, QStringList{QStringLiteral("zip")});
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QTRY_VERIFY(canPress(QStringLiteral("確認済みにする"))); // the new one is chosen
    press(QStringLiteral("確認済みにする"));
    QTRY_VERIFY(sees(QStringLiteral("確認済みにしました：高橋 三郎")));
    QTRY_VERIFY(!canPress(QStringLiteral("確認済みにする")));
    // Enter in the list opens it, Esc closes the form without anything.
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(button(QStringLiteral("保存する")));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("電話番号")), Qt::Key_Escape);
    QVERIFY(!button(QStringLiteral("保存する")));
    press(QStringLiteral("変更する"));
    write(QStringLiteral("電話番号"), QStringLiteral("0771-22-2222"));
    press(QStringLiteral("保存する"));
    QTRY_VERIFY(sees(QStringLiteral("まだだれも確認していません"))); // another number
    QCOMPARE(m_sending->book.back().contact.telephone, QStringLiteral("0771-22-2222"));
}

void TestRecipientsPage::whatIsWrongIsSaidInTheForm()
{
    openBook();
    press(QStringLiteral("宛先を加える"));
    press(QStringLiteral("保存する"));
    QTRY_VERIFY(sees(QStringLiteral("保存できませんでした")));
    QVERIFY(button(QStringLiteral("保存する")));
    QCOMPARE(m_sending->book.size(), std::size_t(1));
}

void TestRecipientsPage::takingOutIsUndone()
{
    openBook();
    press(QStringLiteral("宛先帳から外す"));
    QTRY_VERIFY(sees(QStringLiteral("宛先帳から外しました：鈴木 一郎")));
    QVERIFY(m_sending->book.empty());
    QTRY_VERIFY(sees(QStringLiteral("宛先帳にはまだだれもいません")));
    press(QStringLiteral("元に戻す"));
    QTRY_VERIFY(sees(QStringLiteral("元に戻しました：鈴木 一郎")));
    QCOMPARE(m_sending->book.size(), std::size_t(1));
    QVERIFY(!m_sending->book.front().contact.isChecked()); // anew, so nobody has
    QTRY_VERIFY(table()); // hidden while there was nothing in it
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTest::keyClick(table(), Qt::Key_Escape);
    QTRY_VERIFY(order()->isVisible());
}

void TestRecipientsPage::lockingTakesTheBookAway()
{
    openBook();
    m_window->lock();
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("パスワード")));
    const auto models = m_window->findChildren<send::AddressModel *>();
    for (const send::AddressModel *model : models)
        QCOMPARE(model->rowCount(), 0);
}

QTEST_MAIN(TestRecipientsPage)
#include "tst_recipientspage.moc"
