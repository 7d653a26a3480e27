// 送れるか確認: what it answers to files, recipients and ways.
#include "app/send/checkbench.h"

using namespace shirushi;
using test::text;

class TestCheckPage : public QObject, private test::CheckBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void kameokaOneIsNeverMailed();
    void aProvisoIsStatedAtOnce();
    void kameokaTwoHasConditions();
    void aCouncillorSendsNothingDelicateOutside();
    void whoStandsOutsideTheScopeIsToldFirst();
    void anUnlabelledFileIsClassifiedInMemory();
    void whatCannotBeReadIsSaid();
};

void TestCheckPage::kameokaOneIsNeverMailed()
{
    ask(text("亀岡市"), text("職員等"));
    pickClass({text("重要性分類Ⅰ")});
    type("1"); // inside the city: the ban holds there too
    QTRY_VERIFY(sees("どうやって送りますか"));
    type("1");
    QTRY_VERIFY(answers("送信できません。"));
    QVERIFY(sees("第9条第1項"));
    QVERIFY(sees("重要性分類Ⅰに該当する電子情報は、電子メール等により送信してはならない。"));
    QVERIFY(sees("情報管理者"));
    QVERIFY(!button(text("送る準備へ")) && !button(text("この結果を記録に残す")));
    QCOMPARE(QApplication::focusWidget(), m_window->findChild<send::VerdictBand *>());
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("data"))));
}

void TestCheckPage::aProvisoIsStatedAtOnce()
{
    ask(text("亀岡市"), text("職員等"));
    pickClass({text("重要性分類Ⅰ")});
    type("22"); // another municipality, LGWAN
    QTRY_VERIFY(answers("送信できません。"));
    press(text("他に合理的な方法がない"));
    QVERIFY(answers("送信できません。"));
    QVERIFY(sees("第8条第1項"));
    QAbstractButton *basis = button(text("法令又は条例の規定に基づく（根拠となる条を示す）"));
    QVERIFY(basis);
    basis->setFocus();
    key(Qt::Key_Space);
    QVERIFY(answers("条件を満たせば送信できます。"));
    QVERIFY(sees("第9条第1項ただし書"));
    QCOMPARE(QApplication::focusWidget(), basis); // what was ticked keeps the focus
    key(Qt::Key_Space);
    QVERIFY(answers("送信できません。"));
    choose(text("手段"), text("電子メール（インターネット）"));
    QVERIFY(answers("送信できません。"));
    QVERIFY(button(text("他に合理的な方法がない"))->isChecked());
}

void TestCheckPage::kameokaTwoHasConditions()
{
    ask(text("亀岡市"), text("職員等"));
    pickClass({text("重要性分類Ⅱ")});
    type("31");
    QTRY_VERIFY(answers("条件を満たせば送信できます。"));
    for (const char *words : {"情報資産管理責任者の承認を得る", "暗号化する", "パスワードを設定する", "第9条第2項", "第9条第3項",
                              "情報資産管理責任者の承認を得た上で、暗号化及びパスワード設定を行わなければならない。", "どの場合にも守ること"})
        QVERIFY2(sees(words), words);
    choose(text("手段"), text("郵送"));
    QVERIFY(answers("条件を満たせば提供できます。"));
    choose(text("手段"), text("SNS"));
    QVERIFY(answers("公表できません。"));
}

void TestCheckPage::aCouncillorSendsNothingDelicateOutside()
{
    ask(text("豊前市議会"), text("議員"));
    pickClass({text("自治体機密性2"), text("自治体完全性1"), text("自治体可用性1")});
    type("41"); // a resident, by mail
    QTRY_VERIFY(answers("送信できません。"));
    QVERIFY(sees("第2章2(2)⑨(ア)"));
    QVERIFY(sees("議員は、自治体機密性2以上の情報資産を外部に提供してはならない。"));
    choose(text("相手"), text("庁内"));
    QVERIFY(answers("条件を満たせば送信できます。"));
}

void TestCheckPage::whoStandsOutsideTheScopeIsToldFirst()
{
    ask(text("豊前市議会"), text("職員"));
    pickClass({text("自治体機密性2"), text("自治体完全性1"), text("自治体可用性1")});
    type("31");
    QTRY_VERIFY(answers("条件を満たせば送信できます。"));
    QVERIFY(sees("適用範囲の外です"));
    QVERIFY(sees("第1章3"));
    QVERIFY(sees("この答えは案です"));
    const auto labels = m_window->findChildren<QLabel *>();
    const auto *band = m_window->findChild<send::VerdictBand *>();
    const auto heightOf = [&](const QWidget *widget) { return widget->mapTo(m_window.get(), QPoint()).y(); };
    const auto scope = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(text("適用範囲の外です"));
    });
    QVERIFY(scope != labels.end());
    QTRY_VERIFY(heightOf(*scope) < heightOf(band));
}

void TestCheckPage::anUnlabelledFileIsClassifiedInMemory()
{
    const QString memo = file("議会資料.txt", "a memo\n");
    file("other.docx", "no document\n");
    const QByteArray before = everythingThere();
    openWindow();
    m_window->check({base::toPath(memo)});
    press(text("豊前市議会"));
    QTRY_VERIFY(sees("あなたの立場はどれですか"));
    type("2"); // 議員
    QTRY_VERIFY(sees("どこから来ましたか"));
    QVERIFY(sees("議会資料.txt"));
    type("1N"); // own work, not public
    QVERIFY(button(text("分類を直接選ぶ")));
    type("B");
    QVERIFY(sees("公") && !sees("どこから来ましたか")); // the question before
    press(text("分類を直接選ぶ"));
    for (const char *level : {"自治体機密性1", "自治体完全性1", "自治体可用性1"})
        press(text(level));
    key(Qt::Key_Return);
    QTRY_VERIFY(sees("だれに送りますか"));
    type("4");
    type("1");
    QTRY_VERIFY(answers("送信できます。"));
    QVERIFY(sees("この確認のためだけに分類しました"));
    QCOMPARE(everythingThere(), before);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("data"))));
}

void TestCheckPage::whatCannotBeReadIsSaid()
{
    ask(text("亀岡市"), text("職員等"));
    m_window->check({base::toPath(m_folder->filePath(QStringLiteral("papers/ない.docx")))});
    QTRY_VERIFY(sees("ない.docxを読み取れません"));
    QVERIFY(button(text("ファイルを使わずに分類を選ぶ"))->isEnabled());
    m_window->check({base::toPath(m_folder->filePath(QStringLiteral("papers")))});
    QTRY_VERIFY(sees("ファイルがありません"));
}

QTEST_MAIN(TestCheckPage)
#include "tst_checkpage.moc"
