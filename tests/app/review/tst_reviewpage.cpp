// 記録, worked by keyboard and mouse, over a ledger in memory.
#include "app/window/windowbench.h"

#include "review/charts.h"
#include "review/recordmodel.h"
#include "widgets/notice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTableView>

using namespace shirushi;

class TestReviewPage : public QObject, private test::WindowBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(); }
    void cleanup() { takeAway(); }
    void saysThatTheLedgerIsWhole();
    void findingsLeadToTheirEntry();
    void whatOpeningFoundIsSaidOnPagesThatWrite();
    void aWrongClockDoesNotForbidWriting();
    void anAdministratorAcceptsTheFindings();
    void whoCannotAcceptIsToldWhomToAsk();
    void lookingCanBeStopped();
    void withoutASharedFolderThatIsSaidForGood();
    void oneCharacterIsEnoughToSearch();
    void narrowsByKindAndPerson();
    void aFiscalYearHasItsMonths();
    void showsTheWayOfAFile();
    void signsOffWhatIsShown();
    void aFailureToSignOffIsSaidInPlace();
    void lockingTakesEverythingAway();

private:
    void fill();
    void openPage();
    QTableView *table() const;
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
    void select(const QString &choice, const QString &text)
    {
        auto *box = named<QComboBox>(choice);
        QVERIFY2(box, qPrintable(choice));
        box->setFocus();
        // As with the keys: down until it stands there.
        for (int i = 0; i <= box->count() && box->currentText().trimmed() != text; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText().trimmed(), text);
    }
    int rows() const { return table()->model()->rowCount(); }
};

void TestReviewPage::fill()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const policy::Classes high{{QStringLiteral("confidentiality"), QStringLiteral("3B")}};
    const policy::Classes low{{QStringLiteral("confidentiality"), QStringLiteral("1")}};
    ledger::Entry &first = m_review->label(QStringLiteral("/home/yamada/相談票.pdf"), high, now.addSecs(-5000));
    first.draft.contentHash = QStringLiteral("file1:aa");
    m_review->label(QStringLiteral("/home/sato/行事予定.xlsx"), low, now.addSecs(-4000), QStringLiteral("sato"));
    ledger::Entry &second = m_review->add(QStringLiteral("label-removed"), QStringLiteral("/home/yamada/移動後.pdf"), now.addSecs(-3000));
    second.draft.contentHash = QStringLiteral("file1:aa");
    second.draft.reason = QStringLiteral("保存期間が満了し廃棄するため");
}

void TestReviewPage::openPage()
{
    signIn();
    press(QStringLiteral("記録"));
    QTRY_VERIFY(table());
    QTRY_VERIFY(named<QComboBox>(QStringLiteral("年度"))->count() > 0); // read on a worker
}

QTableView *TestReviewPage::table() const
{
    return named<QTableView>(QStringLiteral("記録の一覧"));
}

void TestReviewPage::saysThatTheLedgerIsWhole()
{
    fill();
    signIn();
    QTRY_VERIFY(button(QStringLiteral("台帳 正常（%1確認）").arg(QTime::currentTime().toString(QStringLiteral("HH:mm"))))
                || button(QStringLiteral("台帳 正常（%1確認）").arg(QTime::currentTime().addSecs(-60).toString(QStringLiteral("HH:mm")))));
    press(QStringLiteral("記録"));
    QTRY_VERIFY(sees(QStringLiteral("台帳は完全です。3件、")));
    QTRY_COMPARE(rows(), 3);
    QTRY_VERIFY(sees(QStringLiteral("1～3件目（3件のうち）"))); // counted on a worker
}

void TestReviewPage::findingsLeadToTheirEntry()
{
    fill();
    m_review->foundByLooking = {{ledger::FindingKind::EntryChanged, 2, {}, {}}};
    signIn();
    QTRY_VERIFY(button(QStringLiteral("台帳 要確認")));
    press(QStringLiteral("台帳 要確認"));
    QTRY_VERIFY(sees(QStringLiteral("高橋 一郎")));
    press(QStringLiteral("記録2番を見る"));
    QTRY_VERIFY(table()->currentIndex().isValid());
    QTRY_VERIFY(sees(QStringLiteral("行事予定.xlsx")));
    QCOMPARE(table()->currentIndex().row(), 0);
    QCOMPARE(rows(), 2);
    QVERIFY(!button(QStringLiteral("確認済みにする"))->isEnabled());
    press(QStringLiteral("すべての記録に戻る"));
    QTRY_COMPARE(rows(), 3);
}

void TestReviewPage::whatOpeningFoundIsSaidOnPagesThatWrite()
{
    m_review->foundAtOpening = m_review->foundByLooking = {{ledger::FindingKind::TailCut, 9, {}, {}}};
    signIn();
    QVERIFY(sees(QStringLiteral("いまは記録できません")));
    QVERIFY(sees(QStringLiteral("高橋 一郎")));
    press(QStringLiteral("見つかったことを見る"));
    QTRY_VERIFY(table());
    QVERIFY(!sees(QStringLiteral("いまは記録できません")));
    press(QStringLiteral("記録9番を見る"));
    QTRY_VERIFY(sees(QStringLiteral("記録9番は読めません。")));
}

void TestReviewPage::aWrongClockDoesNotForbidWriting()
{
    fill();
    m_review->foundByLooking = {{ledger::FindingKind::ClockSetBack, 3, {}, {}}};
    signIn();
    QTRY_VERIFY(button(QStringLiteral("台帳 要確認")));
    QVERIFY(!sees(QStringLiteral("いまは記録できません")));
    press(QStringLiteral("記録"));
    QTRY_VERIFY(button(QStringLiteral("確認済みにする"))->isEnabled());
}

void TestReviewPage::anAdministratorAcceptsTheFindings()
{
    fill();
    m_review->administers = true;
    m_review->foundByLooking = {{ledger::FindingKind::EntryMissing, 5, {}, {}}, {ledger::FindingKind::EntryMissing, 7, {}, {}},
                                {ledger::FindingKind::EntryChanged, 2, {}, {}}};
    openPage();
    const QString deed = QStringLiteral("調べた結果を受け入れて書込みを再開する");
    QTRY_VERIFY(button(deed + QStringLiteral("…")));
    press(deed + QStringLiteral("…"));
    QVERIFY(sees(QStringLiteral("失われた記録（5、7番）")));
    QVERIFY(sees(QStringLiteral("見つかったこと3件")));
    QVERIFY(!button(deed)->isEnabled());
    m_review->failure = base::Error{base::ErrorCode::NoSpace, {}, QStringLiteral("空きがありません。"), {}};
    type(QStringLiteral("the disk failed"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // to the button, which wants a key of its own
    QVERIFY(button(deed)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(sees(QStringLiteral("空きがありません。")));
    QVERIFY(m_review->acceptedFor.isEmpty());
    m_review->failure.reset();
    press(deed);
    QTRY_VERIFY(sees(QStringLiteral("台帳に書き込めるようになりました")));
    QCOMPARE(m_review->acceptedFor, QStringList{QStringLiteral("the disk failed")});
    QTRY_VERIFY(sees(QStringLiteral("台帳は完全です。")));
    QVERIFY(!button(deed + QStringLiteral("…")));
    QTRY_COMPARE(rows(), 4);
}

void TestReviewPage::whoCannotAcceptIsToldWhomToAsk()
{
    fill();
    m_review->foundByLooking = {{ledger::FindingKind::EntryMissing, 2, {}, {}}};
    openPage();
    QTRY_VERIFY(sees(QStringLiteral("高橋 一郎")));
    QVERIFY(!button(QStringLiteral("調べた結果を受け入れて書込みを再開する…")));
    // Nor can an administrator where it is the ledger of another office.
    m_review->administers = true;
    m_review->foundByLooking.push_back({ledger::FindingKind::RootChanged, 0, {}, {}});
    const int before = m_review->looked;
    press(QStringLiteral("もう一度確かめる"));
    QTRY_COMPARE(m_review->looked.load(), before + 1);
    QTRY_VERIFY(button(QStringLiteral("もう一度確かめる")));
    QVERIFY(!button(QStringLiteral("調べた結果を受け入れて書込みを再開する…")));
}

void TestReviewPage::lookingCanBeStopped()
{
    fill();
    m_review->delay = 20000;
    openPage();
    QTRY_VERIFY(sees(QStringLiteral("台帳を確かめています")));
    QVERIFY(button(QStringLiteral("台帳 確認中")));
    QVERIFY(!button(QStringLiteral("確認済みにする"))->isEnabled());
    press(QStringLiteral("中止"));
    QTRY_VERIFY(sees(QStringLiteral("まだ確かめていません")));
    QVERIFY(button(QStringLiteral("台帳 記録できます")));
    m_review->delay = 0;
    press(QStringLiteral("もう一度確かめる"));
    QTRY_VERIFY(sees(QStringLiteral("台帳は完全です。")));
    QCOMPARE(m_review->looked.load(), 2);
}

void TestReviewPage::withoutASharedFolderThatIsSaidForGood()
{
    fill();
    openPage();
    QTRY_VERIFY(sees(QStringLiteral("台帳は完全です。")));
    QVERIFY(sees(QStringLiteral("共有フォルダー")));
    m_review->shared = true;
    press(QStringLiteral("もう一度確かめる"));
    QTRY_VERIFY(!sees(QStringLiteral("共有フォルダー")));
}

void TestReviewPage::oneCharacterIsEnoughToSearch()
{
    fill();
    openPage();
    QTRY_COMPARE(rows(), 3);
    auto *words = named<QLineEdit>(QStringLiteral("ファイル名や理由の一部"));
    QVERIFY(words);
    words->setFocus();
    words->insert(QStringLiteral("廃")); // no key of this keyboard writes it
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY(sees(QStringLiteral("保存期間が満了し廃棄するため")));
    QTest::keyClick(words, Qt::Key_Backspace);
    QTRY_COMPARE(rows(), 3);
    QTest::keyClicks(words, QStringLiteral("xlsx"));
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_COMPARE(rows(), 1);
}

void TestReviewPage::narrowsByKindAndPerson()
{
    fill();
    openPage();
    select(QStringLiteral("記録の種類"), QStringLiteral("分類を外した"));
    QTRY_COMPARE(rows(), 1);
    select(QStringLiteral("人"), QStringLiteral("佐藤 花子"));
    QTRY_COMPARE(rows(), 0);
    QVERIFY(sees(QStringLiteral("当てはまる記録はありません。")));
    press(QStringLiteral("すべて表示"));
    QTRY_COMPARE(rows(), 3);
    select(QStringLiteral("分類"), QStringLiteral("自治体機密性3B"));
    QTRY_COMPARE(rows(), 1);
    select(QStringLiteral("課"), QStringLiteral("総務課"));
    QTRY_COMPARE(rows(), 0);
}

void TestReviewPage::aFiscalYearHasItsMonths()
{
    m_review->label(QStringLiteral("/tmp/old.docx"), {{QStringLiteral("confidentiality"), QStringLiteral("2")}},
                    QDateTime(QDate(2020, 3, 31), QTime(3, 0), Qt::UTC));
    m_review->label(QStringLiteral("/tmp/older.docx"), {{QStringLiteral("confidentiality"), QStringLiteral("2")}},
                    QDateTime(QDate(2020, 4, 1), QTime(3, 0), Qt::UTC));
    openPage();
    QTRY_VERIFY(sees(QStringLiteral("当てはまる記録はありません。")));
    select(QStringLiteral("年度"), QStringLiteral("令和元年度"));
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(named<review::MonthChart>(QStringLiteral("月ごとの件数"))->bars().size(), std::size_t(12));
    QTRY_COMPARE(named<review::MonthChart>(QStringLiteral("月ごとの件数"))->bars().back(), (review::MonthBar{2020, 3, 1}));
    const auto withOne = [&] {
        const auto classes = named<review::ClassChart>(QStringLiteral("分類ごとの件数"))->bars();
        return std::count_if(classes.begin(), classes.end(), [](const auto &bar) { return bar.entries == 1; });
    };
    QTRY_COMPARE(withOne(), 1);
}

void TestReviewPage::showsTheWayOfAFile()
{
    fill();
    openPage();
    QTRY_VERIFY(sees(QStringLiteral("このファイルの歩み")));
    // The newest entry was chosen: its file was labelled under another name.
    QTRY_VERIFY(named<QWidget>(QStringLiteral("%1、分類を表示した、山田 太郎").arg(QString())) || sees(QStringLiteral("分類を表示した")));
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_VERIFY(sees(QStringLiteral("/home/sato/行事予定.xlsx")));
    QTest::keyClick(table(), Qt::Key_Up);
    QTRY_VERIFY(sees(QStringLiteral("/home/yamada/移動後.pdf")));
    press(QStringLiteral("このファイルだけ"));
    QTRY_COMPARE(rows(), 2);
    QVERIFY(sees(QStringLiteral("このファイルの記録だけを表示しています")));
}

void TestReviewPage::signsOffWhatIsShown()
{
    fill();
    m_review->countingDelay = 300; // how many there are is told while the question stands there
    openPage();
    QTRY_VERIFY(button(QStringLiteral("確認済みにする"))->isEnabled());
    select(QStringLiteral("記録の種類"), QStringLiteral("分類を表示した"));
    QTRY_COMPARE(rows(), 2);
    press(QStringLiteral("確認済みにする"));
    QTRY_VERIFY(sees(QStringLiteral("分類を表示した（2件）")));
    type(QStringLiteral("all well"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("確認したことを、記録4番に残しました")));
    QCOMPARE(m_review->signedOff.size(), std::size_t(1));
    QCOMPARE(m_review->signedOff.front().first.kinds, QStringList{QStringLiteral("label")});
    QCOMPARE(m_review->signedOff.front().second, QStringLiteral("all well"));
}

void TestReviewPage::aFailureToSignOffIsSaidInPlace()
{
    fill();
    m_review->failure = base::Error{base::ErrorCode::NoSpace, {}, QStringLiteral("空きがありません。"), {}};
    openPage();
    QTRY_VERIFY(button(QStringLiteral("確認済みにする"))->isEnabled());
    press(QStringLiteral("確認済みにする"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("空きがありません。")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!sees(QStringLiteral("空きがありません。")));
    QVERIFY(m_review->signedOff.empty());
}

void TestReviewPage::lockingTakesEverythingAway()
{
    fill();
    openPage();
    QTRY_VERIFY(sees(QStringLiteral("/home/yamada/移動後.pdf")));
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!m_desk->who());
    QVERIFY(!sees(QStringLiteral("移動後.pdf")));
    const auto models = m_window->findChildren<review::RecordModel *>();
    QVERIFY(!models.empty());
    for (const review::RecordModel *model : models)
        QCOMPARE(model->rowCount(), 0);
}

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
