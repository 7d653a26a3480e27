// 公表, and what is said of a parcel beside its form, worked by keyboard and mouse over an office in memory.
#include "app/send/sendbench.h"

#include "send/findingmodel.h"
#include "send/orderpage.h"
#include "send/packextras.h"
#include "send/packpage.h"
#include "send/publicationmodel.h"
#include "send/publishedpage.h"

#include <QAbstractItemModelTester>
#include <QTableView>
#include <QTemporaryDir>

using namespace shirushi;

class TestPublishPage : public QObject, private test::SendBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { openPage(QStringLiteral("送る")); }
    void cleanup() { takeAway(); }
    void whatIsHiddenIsShownAndTicked();
    void withoutFindingsAPlaceIsEnough();
    void whatFailsIsSaid();
    void aCopyIsCompared();
    void lockingTakesItAway();
    void plainOnlyWhereTheRulesLeaveIt();
    void plainWhereTheRulesWantNothing();
    void theCoverSheetIsTicked();
    void certificatesAreChosen();
    void theReasonIsAskedFor();

private:
    send::OrderPage *order() const { return m_window->findChild<send::OrderPage *>(); }
    test::FakePublishing &publications() { return m_sending->publications; }
    void fill(const char *file, const QString &to, const QString &way)
    {
        m_sending->approved = true;
        dropOn(order(), {base::Path(file)});
        choose(QStringLiteral("だれに"), to);
        choose(QStringLiteral("どの方法で"), way);
        write(QStringLiteral("何のために"), QStringLiteral("お知らせ"));
    }
    void lookAt(const char *file)
    {
        fill(file, QStringLiteral("一般の方へ"), QStringLiteral("SNSで"));
        QTRY_VERIFY(canPress(QStringLiteral("公表の前の確認へ")));
        press(QStringLiteral("公表の前の確認へ"));
        QTRY_VERIFY(named<QLineEdit>(m_place));
    }
    void prepare(const char *file)
    {
        fill(file, QStringLiteral("委託先へ"), QStringLiteral("インターネットのメールで"));
        write(QStringLiteral("氏名"), QStringLiteral("鈴木 一郎"));
        QTRY_VERIFY(canPress(QStringLiteral("送付の準備へ")));
        press(QStringLiteral("送付の準備へ"));
        QTRY_VERIFY(named<QLineEdit>(QStringLiteral("送付ファイルの置き場所")));
        m_window->findChild<send::PackPage *>()->setTarget(base::toPath(m_folder.filePath(QStringLiteral("送付"))));
    }

    const QString m_place = QStringLiteral("公表する場所（ホームページのアドレス、広報紙の名前など）");
    const QString m_tick = QStringLiteral("すべて確かめました。このまま公表してよい内容です");
    const QString m_record = QStringLiteral("公表を記録する");
    QTemporaryDir m_folder;
};

void TestPublishPage::whatIsHiddenIsShownAndTicked()
{
    publications().hidden[base::Path("/tmp/open.pdf")] = {
        {label::HiddenKind::CoveredText, QStringLiteral("2ページ"), QStringLiteral("山田 花子"), label::Certainty::Sure},
        {label::HiddenKind::Properties, QStringLiteral("作成者"), QStringLiteral("総務課"), label::Certainty::Possible}};
    lookAt("/tmp/open.pdf");
    QTRY_VERIFY(sees(QStringLiteral("隠れた情報が2件見つかりました")));
    auto *table = named<QTableView>(QStringLiteral("見つかったもの"));
    QVERIFY(table);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, send::FindingModel::WhereColumn).data().toString(), QStringLiteral("2ページ"));
    QCOMPARE(table->model()->index(0, send::FindingModel::ExcerptColumn).data().toString(), QStringLiteral("山田 花子"));
    QCOMPARE(table->model()->index(1, send::FindingModel::CertaintyColumn).data().toString(), QStringLiteral("目で確かめてください"));
    write(m_place, QStringLiteral("市のSNS"));
    QVERIFY(!canPress(m_record)); // nobody has said that it may go out
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(order()->isVisible());
    QVERIFY(publications().recorded.empty());
    QTRY_VERIFY(canPress(QStringLiteral("公表の前の確認へ")));
    press(QStringLiteral("公表の前の確認へ"));
    QTRY_VERIFY(button(m_tick));
    QVERIFY(!button(m_tick)->isChecked()); // what was ticked before counts no more
    press(m_tick);
    QVERIFY(!canPress(m_record));
    write(m_place, QStringLiteral("市のSNS"));
    QVERIFY(canPress(m_record));
    press(m_record);
    QTRY_VERIFY(sees(QStringLiteral("記録しました：open.pdf")));
    QCOMPARE(publications().recorded.size(), std::size_t(1));
    const auto &[plan, publishing] = publications().recorded.front();
    QCOMPARE(plan.channel, QStringLiteral("sns"));
    QCOMPARE(publishing.place, QStringLiteral("市のSNS"));
    QVERIFY(publishing.acceptsHidden);
    QCOMPARE(publishing.seen, QStringList{QStringLiteral("hash of /tmp/open.pdf")});
    QVERIFY(order()->plan().files.empty()); // the next one begins anew
}

void TestPublishPage::withoutFindingsAPlaceIsEnough()
{
    lookAt("/tmp/open.pdf");
    QTRY_VERIFY(sees(QStringLiteral("隠れた情報は見つかりませんでした")));
    QVERIFY(!button(m_tick));
    QVERIFY(!canPress(m_record));
    write(m_place, QStringLiteral("市のSNS"));
    press(m_record);
    QTRY_COMPARE(publications().recorded.size(), std::size_t(1));
    QVERIFY(!publications().recorded.front().second.acceptsHidden);
}

void TestPublishPage::whatFailsIsSaid()
{
    publications().failure = base::Error{base::ErrorCode::NotFound, {}, QStringLiteral("ファイルがありません。"), {}};
    lookAt("/tmp/open.pdf");
    QTRY_VERIFY(sees(QStringLiteral("ファイルがありません")));
    write(m_place, QStringLiteral("市のSNS"));
    QVERIFY(!canPress(m_record));
}

void TestPublishPage::aCopyIsCompared()
{
    lookAt("/tmp/open.pdf");
    QTRY_VERIFY(sees(QStringLiteral("隠れた情報は見つかりませんでした")));
    write(m_place, QStringLiteral("市のSNS"));
    press(m_record);
    QTRY_VERIFY(named<QTableView>(QStringLiteral("公表したもの")));
    auto *table = named<QTableView>(QStringLiteral("公表したもの"));
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, send::PublicationModel::ComparedColumn).data().toString(), QStringLiteral("まだ比べていません"));
    QTRY_VERIFY(canPress(QStringLiteral("公表したものと比べる")));
    auto *page = m_window->findChild<send::PublishedPage *>();
    publications().comparison = sending::Comparison::OnlyLabel;
    dropOn(page, {base::Path("/tmp/copy.pdf")});
    QTRY_VERIFY(sees(QStringLiteral("内容は同じです。分類の表示だけが違います")));
    QCOMPARE(publications().compared.back().second, QString()); // looked for
    publications().comparison = sending::Comparison::Differs;
    page->compare(base::Path("/tmp/copy.pdf"), QStringLiteral("published-1")); // as the dialogue gives it
    QTRY_VERIFY(sees(QStringLiteral("公表したものと違います")));
    QTRY_VERIFY(table->model()->index(0, send::PublicationModel::ComparedColumn).data().toString().startsWith(QStringLiteral("違う")));
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(order()->isVisible());
    press(QStringLiteral("公表したもの"));
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!sees(QStringLiteral("公表したものと違います")));
}

void TestPublishPage::lockingTakesItAway()
{
    publications().hidden[base::Path("/tmp/open.pdf")] = {
        {label::HiddenKind::CoveredText, QStringLiteral("2ページ"), QStringLiteral("山田 花子"), label::Certainty::Sure}};
    lookAt("/tmp/open.pdf");
    QTRY_VERIFY(sees(QStringLiteral("隠れた情報が1件見つかりました")));
    const auto *model = named<QTableView>(QStringLiteral("見つかったもの"))->model();
    m_window->lock();
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("パスワード")));
    QCOMPARE(model->rowCount(), 0); // what a document says does not stay
}

void TestPublishPage::plainOnlyWhereTheRulesLeaveIt()
{
    prepare("/tmp/plan.csv"); // 重要性分類Ⅱ: 第9条 has no exception
    QVERIFY(canPress(QStringLiteral("暗号化ZIP（AES-256）")));
    QVERIFY(!button(QStringLiteral("暗号化しない")));
}

void TestPublishPage::plainWhereTheRulesWantNothing()
{
    prepare("/tmp/open.pdf"); // Ⅲ
    QTRY_VERIFY(button(QStringLiteral("暗号化しない")));
    press(QStringLiteral("暗号化しない"));
    QVERIFY(!button(QStringLiteral("ファイル名も隠す")));
    QVERIFY(!sees(QStringLiteral("暗号化しない理由"))); // none is asked for
    QTRY_VERIFY(canPress(QStringLiteral("送付フォルダーを作る")));
    press(QStringLiteral("送付フォルダーを作る"));
    QTRY_VERIFY(sees(QStringLiteral("このフォルダーは暗号化されていません")));
    QVERIFY(m_sending->sent.front().second.isPlain);
    QVERIFY(!button(QStringLiteral("パスワードを伝える"))); // there is none
}

void TestPublishPage::theCoverSheetIsTicked()
{
    prepare("/tmp/open.pdf");
    press(QStringLiteral("送付書を付ける"));
    write(QStringLiteral("連絡先（送付書に載ります。空でもかまいません）"), QStringLiteral("0771-00-0000"));
    press(QStringLiteral("パスワード付きPDF（AES-256）"));
    QVERIFY(!button(QStringLiteral("送付書を付ける"))); // it has no room for one
    press(QStringLiteral("暗号化ZIP（AES-256）"));
    QVERIFY(button(QStringLiteral("送付書を付ける"))->isChecked());
    press(QStringLiteral("送付ファイルを作る"));
    QTRY_COMPARE(m_sending->sent.size(), std::size_t(1));
    QCOMPARE(m_sending->sent.front().second.cover.value_or(QString()), QStringLiteral("0771-00-0000"));
    QVERIFY(!m_sending->sent.front().second.isPlain);
}

void TestPublishPage::certificatesAreChosen()
{
    prepare("/tmp/plan.csv");
    press(QStringLiteral("CMS（証明書あて）"));
    QVERIFY(!canPress(QStringLiteral("送付ファイルを作る")));
    QVERIFY(sees(QStringLiteral("証明書と鍵のファイルを選んでください")));
    m_window->findChild<send::PackPage *>()->extras()->setCertificates(base::Path("/tmp/a.pem"), base::Path("/tmp/own.pem"), base::Path("/tmp/own.key"));
    QVERIFY(canPress(QStringLiteral("送付ファイルを作る")));
    press(QStringLiteral("送付ファイルを作る"));
    QTRY_COMPARE(m_sending->sent.size(), std::size_t(1));
    const send::Packing &packing = m_sending->sent.front().second;
    QCOMPARE(packing.format, sending::ParcelFormat::Cms);
    QCOMPARE(packing.certificates, std::vector{base::Path("/tmp/a.pem")});
    QCOMPARE(packing.ownKey, base::Path("/tmp/own.key"));
}

// 豊前 encrypts 必要に応じ: then it is said why not.
void TestPublishPage::theReasonIsAskedFor()
{
    const auto library = policy::Library::load();
    const auto pack = library.find(QStringLiteral("buzen-council"));
    const policy::Classes classes{{QStringLiteral("confidentiality"), QStringLiteral("2")}, {QStringLiteral("integrity"), QStringLiteral("1")},
                                  {QStringLiteral("availability"), QStringLiteral("1")}};
    send::Prospect prospect;
    prospect.answer = sending::check(library, pack, {QStringLiteral("councillor"), QStringLiteral("internal"), QStringLiteral("mail"), classes, {}});
    send::PackExtras extras(*m_theme);
    extras.begin(prospect);
    extras.show();
    QVERIFY(extras.missing().isEmpty());
    extras.setFormat(std::nullopt);
    QVERIFY(!extras.missing().isEmpty());
    QLineEdit *reason = nullptr;
    const auto edits = extras.findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->isVisibleTo(&extras) && edit->accessibleName().startsWith(QStringLiteral("暗号化しない理由")))
            reason = edit;
    }
    QVERIFY(reason);
    QTest::keyClicks(reason, QStringLiteral("LAN only"));
    QVERIFY(extras.missing().isEmpty());
    send::Packing packing;
    extras.fill(packing);
    QVERIFY(packing.isPlain);
    QCOMPARE(packing.plainReason, QStringLiteral("LAN only"));
    extras.setFormat(sending::ParcelFormat::Zip);
    send::Packing closed;
    extras.fill(closed);
    QVERIFY(!closed.isPlain && closed.plainReason.isEmpty());
}

QTEST_MAIN(TestPublishPage)
#include "tst_publishpage.moc"
