// After the parcel was made: the draft of a mail, the telephone number, the receipt, what is overdue, what was mis-sent.
#include "app/send/sendbench.h"

#include "send/dispatchcard.h"
#include "send/missentpage.h"
#include "send/sentmodel.h"
#include "send/sentpage.h"

#include <QTableView>
#include <QTemporaryDir>

using namespace shirushi;

class TestSentPage : public QObject, private test::SendBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init();
    void cleanup() { takeAway(); }
    void theDraftIsOpenedAndRemoved();
    void severalAreHiddenUnlessThereIsAReason();
    void withoutAMailProgramNoDraftStays();
    void aRefusedDraftIsSaid();
    void anotherWayOpensTheFolder();
    void theNumberOfTheBookIsShownLarge();
    void aNumberThatNobodyCheckedIsSaid();
    void theReceiptIsConfirmed();
    void whatIsOverdueIsReminded();
    void theOldPasswordIsErasedUntold();
    void missentIsRecordedWithTheCallsInOrder();
    void itsPasswordIsErasedFromThere();
    void whatFailsIsSaidInPlace();
    void whatAKillLeftIsSaid();

private:
    send::DispatchCard *card() const
    {
        const auto cards = m_window->findChildren<send::DispatchCard *>();
        for (send::DispatchCard *card : cards) {
            if (card->isVisible())
                return card;
        }
        return nullptr;
    }
    QTableView *table() const { return named<QTableView>(QStringLiteral("送ったもの")); }
    void openList()
    {
        auto *list = m_window->findChild<send::SentPage *>();
        go(QStringLiteral("送る"));
        if (list->isVisible())
            press(QStringLiteral("戻る"));
        QTRY_VERIFY(canPress(QStringLiteral("送ったもの")));
        press(QStringLiteral("送ったもの"));
        QTRY_VERIFY(list->isVisible());
    }
    void tell()
    {
        openList();
        // What was there before is shown until the list has been read anew.
        const auto untold = std::ranges::count_if(m_sending->items, [](const send::Item &item) { return item.record.isPending(); });
        QTRY_VERIFY(button(QStringLiteral("未伝達（%1）").arg(untold)));
        QTRY_VERIFY(canPress(QStringLiteral("パスワードを伝える")));
        press(QStringLiteral("パスワードを伝える"));
        QTRY_VERIFY(card());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSentPage::init()
{
    openPage(QStringLiteral("送る"));
    m_folder = std::make_unique<QTemporaryDir>();
    m_sending->draftFolder = base::toPath(m_folder->path());
}

void TestSentPage::theDraftIsOpenedAndRemoved()
{
    m_sending->add("a", "送付-1.zip");
    tell();
    QTRY_COMPARE(named<QLineEdit>(QStringLiteral("ご自分のメールアドレス"))->text(), m_sending->own);
    card()->setDraftLife(std::chrono::milliseconds(300));
    const test::OpenedFolders opened;
    press(QStringLiteral("メールの下書きを開く"));
    QTRY_COMPARE(opened.urls().size(), 1);
    QCOMPARE(opened.urls().front(), QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("a.eml"))));
    QVERIFY(sees(QStringLiteral("下書きをメールソフトで開きました")));
    QCOMPARE(m_sending->drafts.front().from, m_sending->own);
    QTRY_VERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("a.eml"))));
    QCOMPARE(m_sending->removedDrafts.size(), std::size_t(1));
}

void TestSentPage::severalAreHiddenUnlessThereIsAReason()
{
    m_sending->add("a", "送付-1.zip");
    tell();
    const QString reason = QStringLiteral("受け取る人どうしにアドレスを見せる理由（空欄ならBCCで送ります）");
    QVERIFY(!named<QLineEdit>(reason)); // one sees nobody else's
    press(QStringLiteral("後で伝える"));
    send::Item &several = m_sending->add("b", "送付-2.zip");
    several.record.recipients += QStringLiteral("tanaka@example.jp");
    several.recipients += QStringLiteral("田中 次郎 <tanaka@example.jp>");
    tell();
    QTRY_VERIFY(named<QLineEdit>(reason));
    QVERIFY(sees(QStringLiteral("第48条第2項")));
    const test::OpenedFolders opened;
    QTRY_VERIFY(canPress(QStringLiteral("メールの下書きを開く")));
    press(QStringLiteral("メールの下書きを開く"));
    QTRY_VERIFY(sees(QStringLiteral("BCCに入れました")));
    write(reason, QStringLiteral("互いに連絡を取り合うため"));
    QTRY_VERIFY(canPress(QStringLiteral("メールの下書きを開く")));
    press(QStringLiteral("メールの下書きを開く"));
    QTRY_COMPARE(m_sending->drafts.size(), std::size_t(2));
    QCOMPARE(m_sending->drafts.back().reasonToShow, QStringLiteral("互いに連絡を取り合うため"));
    QTRY_VERIFY(sees(QStringLiteral("下書きをメールソフトで開きました")));
    QVERIFY(!sees(QStringLiteral("BCCに入れました")));
}

// A handler that takes nothing: as on a desktop where no program is set up for mails.
void TestSentPage::withoutAMailProgramNoDraftStays()
{
    m_sending->add("a", "送付-1.zip");
    tell();
    QTRY_VERIFY(canPress(QStringLiteral("メールの下書きを開く")));
    qputenv("PATH", "/nonexistent"); // xdg-open and whatever else would be tried
    press(QStringLiteral("メールの下書きを開く"));
    QTRY_VERIFY(sees(QStringLiteral("メールソフトを開けませんでした")));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("a.eml"))));
}

void TestSentPage::aRefusedDraftIsSaid()
{
    m_sending->add("a", "送付-1.zip");
    tell();
    QTRY_VERIFY(canPress(QStringLiteral("メールの下書きを開く")));
    m_sending->failure = base::Error{base::ErrorCode::Changed, {}, QStringLiteral("送付ファイルが、記録したものと違います。"), {}};
    press(QStringLiteral("メールの下書きを開く"));
    QTRY_VERIFY(sees(QStringLiteral("送付ファイルが、記録したものと違います")));
    QVERIFY(canPress(QStringLiteral("メールの下書きを開く")));
}

void TestSentPage::anotherWayOpensTheFolder()
{
    m_sending->add("a", "送付-1.zip").record.channel = QStringLiteral("file-transfer");
    tell();
    QVERIFY(!button(QStringLiteral("メールの下書きを開く")));
    const test::OpenedFolders opened;
    press(QStringLiteral("送付ファイルの場所を開く"));
    QCOMPARE(opened.urls(), QList<QUrl>{QUrl::fromLocalFile(QStringLiteral("/home/yamada"))});
}

void TestSentPage::theNumberOfTheBookIsShownLarge()
{
    m_sending->add("a", "送付-1.zip");
    tell();
    QTRY_VERIFY(sees(QStringLiteral("0771-00-0000")));
    QVERIFY(sees(QStringLiteral("宛先帳：確認済み（2026/11/02　佐藤 花子）")));
    choose(QStringLiteral("伝えた方法"), QStringLiteral("郵送で"));
    QVERIFY(!sees(QStringLiteral("0771-00-0000")));
    choose(QStringLiteral("伝えた方法"), QStringLiteral("電話で"));
    QVERIFY(sees(QStringLiteral("0771-00-0000")));
}

void TestSentPage::aNumberThatNobodyCheckedIsSaid()
{
    m_sending->book.front().contact.altered = true;
    m_sending->add("a", "送付-1.zip");
    tell();
    QTRY_VERIFY(sees(QStringLiteral("記録のない変更があります")));
    press(QStringLiteral("後で伝える"));
    m_sending->book.clear();
    tell();
    QTRY_VERIFY(sees(QStringLiteral("宛先帳に電話番号がありません")));
}

void TestSentPage::theReceiptIsConfirmed()
{
    m_sending->add("a", "送付-1.zip").record.deliveredBy = QStringLiteral("telephone");
    openList();
    QTRY_VERIFY(button(QStringLiteral("受領未確認（1）")));
    press(QStringLiteral("受領未確認（1）"));
    QTRY_VERIFY(canPress(QStringLiteral("受領を確認する")));
    QCOMPARE(table()->model()->index(0, send::SentModel::ReceiptColumn).data().toString(), QStringLiteral("未確認"));
    press(QStringLiteral("受領を確認する"));
    QVERIFY(named<QLineEdit>(QStringLiteral("だれから聞いたか"))->hasFocus());
    write(QStringLiteral("だれから聞いたか"), QStringLiteral("鈴木様"));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("だれから聞いたか")), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("受領を確認しました：送付-1.zip")));
    const std::vector<test::FakeSending::Noted> wanted{{QStringLiteral("a"), QStringLiteral("鈴木様")}};
    QCOMPARE(m_sending->receipts, wanted);
    QTRY_VERIFY(button(QStringLiteral("受領未確認（0）")));
    QVERIFY(sees(QStringLiteral("受領の確認を待つものはありません")));
}

void TestSentPage::whatIsOverdueIsReminded()
{
    send::Item &old = m_sending->add("a", "送付-1.zip");
    old.record.deliveredBy = QStringLiteral("telephone");
    old.isOverdue = true;
    go(QStringLiteral("送る"));
    QTRY_VERIFY(sees(QStringLiteral("期限を過ぎたものが1件あります")));
    QTRY_VERIFY(named<QAbstractButton>(QStringLiteral("送る、1件が待っています")));
    press(QStringLiteral("期限を過ぎたものを見る"));
    QTRY_VERIFY(table());
    QTRY_VERIFY(button(QStringLiteral("期限超過（1）")) && button(QStringLiteral("期限超過（1）"))->isChecked());
    QCOMPARE(table()->model()->index(0, send::SentModel::ReceiptColumn).data().toString(), QStringLiteral("期限超過"));
    press(QStringLiteral("受領を確認する"));
    press(QStringLiteral("記録する"));
    QTRY_VERIFY(named<QAbstractButton>(QStringLiteral("送る"))); // nothing waits any more
}

void TestSentPage::theOldPasswordIsErasedUntold()
{
    m_sending->add("a", "送付-1.zip");
    openList();
    QTRY_VERIFY(canPress(QStringLiteral("パスワードを伝える")));
    QVERIFY(!canPress(QStringLiteral("伝えずに消去する"))); // it can still be told
    m_sending->items.front().isOverdue = true;
    press(QStringLiteral("戻る"));
    openList();
    QTRY_VERIFY(canPress(QStringLiteral("伝えずに消去する")));
    press(QStringLiteral("伝えずに消去する"));
    QVERIFY(sees(QStringLiteral("元に戻せません")));
    press(QStringLiteral("キャンセル"));
    QVERIFY(m_sending->forgotten.isEmpty());
    press(QStringLiteral("伝えずに消去する"));
    press(QStringLiteral("消去する"));
    QTRY_VERIFY(sees(QStringLiteral("パスワードを消去しました：送付-1.zip")));
    QCOMPARE(m_sending->forgotten, QStringList{QStringLiteral("a")});
}

void TestSentPage::missentIsRecordedWithTheCallsInOrder()
{
    m_sending->add("a", "送付-1.zip").record.deliveredBy = QStringLiteral("telephone");
    openList();
    QTRY_VERIFY(button(QStringLiteral("送ったものすべて（1）")));
    press(QStringLiteral("送ったものすべて（1）"));
    QTRY_VERIFY(canPress(QStringLiteral("誤送信")));
    press(QStringLiteral("誤送信"));
    auto *page = m_window->findChild<send::MissentPage *>();
    QTRY_VERIFY(page->isVisible());
    // What, class, to whom, when, how.
    for (const char16_t *wanted : {u"送付-1.zip", u"名簿.csv", u"鈴木 一郎", u"委託先へ", u"インターネットのメールで", u"暗号化ZIP", u"伝達済みです"})
        QTRY_VERIFY2(shown().contains(QStringView(wanted)), qPrintable(shown()));
    // The first is whom the pack names first, with who holds the role.
    QTRY_VERIFY(sees(QStringLiteral("1. ")));
    const auto calls = m_sending->calls(QStringLiteral("a"));
    QVERIFY(calls && calls->size() >= 2);
    qsizetype before = -1;
    int number = 0;
    for (const send::MissentCall &call : *calls) {
        const qsizetype at = shown().indexOf(QStringLiteral("%1. ").arg(++number));
        QVERIFY(at > before);
        before = at;
        QVERIFY2(sees(call.call.citation.article), qPrintable(call.call.citation.article));
    }
    QVERIFY(sees(QStringLiteral("佐藤 花子")));
    QVERIFY(sees(QStringLiteral("0771-22-3131")));
    QVERIFY(m_sending->missents.empty()); // looking records nothing
    write(QStringLiteral("起きたこと（分かっている範囲で）"), QStringLiteral("宛先を選び間違えた"));
    press(QStringLiteral("記録する"));
    QTRY_VERIFY(sees(QStringLiteral("誤送信として記録しました：送付-1.zip")));
    const std::vector<test::FakeSending::Noted> wanted{{QStringLiteral("a"), QStringLiteral("宛先を選び間違えた")}};
    QCOMPARE(m_sending->missents, wanted);
    QVERIFY(!canPress(QStringLiteral("記録する"))); // only with something to add
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(table());
    QTRY_COMPARE(table()->model()->index(0, send::SentModel::ReceiptColumn).data().toString(), QStringLiteral("誤送信"));
}

void TestSentPage::itsPasswordIsErasedFromThere()
{
    m_sending->add("a", "送付-1.zip");
    openList();
    QTRY_VERIFY(canPress(QStringLiteral("誤送信")));
    press(QStringLiteral("誤送信"));
    QTRY_VERIFY(canPress(QStringLiteral("記録する")));
    QVERIFY(!button(QStringLiteral("伝えずに消去する")));
    QTest::keyClick(button(QStringLiteral("記録する")), Qt::Key_Space);
    QTRY_VERIFY(button(QStringLiteral("伝えずに消去する")));
    press(QStringLiteral("伝えずに消去する"));
    QTRY_VERIFY(sees(QStringLiteral("パスワードを消去しました")));
    QCOMPARE(m_sending->forgotten, QStringList{QStringLiteral("a")});
    QVERIFY(!button(QStringLiteral("伝えずに消去する")));
}

void TestSentPage::whatFailsIsSaidInPlace()
{
    m_sending->add("a", "送付-1.zip");
    openList();
    QTRY_VERIFY(canPress(QStringLiteral("誤送信")));
    press(QStringLiteral("誤送信"));
    m_sending->failure = base::Error{base::ErrorCode::InUse, {}, QStringLiteral("台帳が使用中です。"), {}};
    QTRY_VERIFY(canPress(QStringLiteral("記録する")));
    press(QStringLiteral("記録する"));
    QTRY_VERIFY(sees(QStringLiteral("台帳が使用中です")));
    QTRY_VERIFY(canPress(QStringLiteral("記録する")));
    QVERIFY(m_sending->missents.empty());
}

void TestSentPage::whatAKillLeftIsSaid()
{
    m_sending->left = {{QStringLiteral("a"), QStringLiteral("yamada"), QDateTime(QDate(2026, 11, 20), QTime(1, 30), Qt::UTC), base::toPath(QStringLiteral("/home/yamada/送付-9.zip")), false,
                        {base::toPath(QStringLiteral("/home/yamada/送付-9.zip"))}}};
    openList();
    QTRY_VERIFY(sees(QStringLiteral("/home/yamada/送付-9.zip")));
    QVERIFY(sees(QStringLiteral("削除して")));
    m_sending->left.clear();
    press(QStringLiteral("戻る"));
    openList();
    QTRY_VERIFY(!sees(QStringLiteral("/home/yamada/送付-9.zip")));
}

QTEST_MAIN(TestSentPage)
#include "tst_sentpage.moc"
