// The door and who may pass it, worked by keyboard and mouse alone: the three ways to begin, temporary and lost
// passwords, locking by itself, and the people in the settings.
#include "app/fakepeople.h"
#include "app/window/windowbench.h"

#include "window/autolock.h"
#include "window/codepage.h"
#include "window/joinpage.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>

using namespace shirushi;

class TestDoor : public QObject, private test::WindowBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init();
    void cleanup() { takeAway(); }
    void aloneIsAskedForNothingMore();
    void aNewOfficeShowsItsCodeOnce();
    void joiningWaitsForTheAnswer();
    void temporaryPasswordIsChanged();
    void lostPasswordOpensWithTheCode();
    void wrongPasswordsAreCountedDown();
    void locksWhenNobodyTouchesIt();
    void theLastMinuteIsCounted();
    void anotherPersonDoesNotSeeThePage();
    void administratorAddsAndCloses();
    void methodsAreDesignated();
    void aDeputyEndsAndARosterComes();
    void codeSheetIsAPdf();

private:
    void begin(const QString &way);
    void fill(const QString &name, const QString &text);
    const QString m_password = QStringLiteral("Kumo-ga-3tsu-nagareru");
};

void TestDoor::init()
{
    makeDesk();
}

void TestDoor::begin(const QString &way)
{
    m_window.reset();
    m_desk->founded = m_desk->open = false;
    makeWindow();
    press(way);
}

void TestDoor::fill(const QString &name, const QString &text)
{
    for (QLineEdit *line : m_window->findChildren<QLineEdit *>()) {
        if (!line->isVisible() || line->accessibleName() != name)
            continue;
        line->setFocus();
        line->clear();
        for (const QChar key : text) {
            if (key.unicode() < 0x80)
                QTest::keyClick(line, key.toLatin1());
            else
                line->insert(key);
        }
        return;
    }
    QFAIL(qPrintable(name));
}

void TestDoor::aloneIsAskedForNothingMore()
{
    begin(QStringLiteral("一人で使う"));
    QTRY_VERIFY(button(QStringLiteral("始める")) && button(QStringLiteral("始める"))->isEnabled());
    int lines = 0;
    for (const QLineEdit *line : m_window->findChildren<QLineEdit *>())
        lines += line->isVisible() ? 1 : 0;
    QCOMPARE(lines, 3); // name, and the password twice
    fill(QStringLiteral("氏名"), QStringLiteral("山田 太郎"));
    fill(QStringLiteral("パスワード"), QStringLiteral("password2026"));
    QVERIFY(sees(QStringLiteral("・ほかの人が最初に試すようなパスワードではない")));
    QVERIFY(sees(QStringLiteral("✓ 12文字以上")));
    press(QStringLiteral("始める"));
    QVERIFY(!m_desk->founded);
    fill(QStringLiteral("パスワード"), m_password);
    QVERIFY(sees(QStringLiteral("強さ：強い")));
    fill(QStringLiteral("パスワード（もう一度）"), m_password);
    press(QStringLiteral("始める"));
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
}

void TestDoor::aNewOfficeShowsItsCodeOnce()
{
    begin(QStringLiteral("職場を新しく作る"));
    press(QStringLiteral("戻る"));
    press(QStringLiteral("職場を新しく作る"));
    QTRY_VERIFY(button(QStringLiteral("始める")) && button(QStringLiteral("始める"))->isEnabled());
    fill(QStringLiteral("氏名"), QStringLiteral("山田 太郎"));
    fill(QStringLiteral("利用者ID"), QStringLiteral("yamada"));
    fill(QStringLiteral("パスワード"), QStringLiteral("Yamada-3tsu-nagareru"));
    press(QStringLiteral("始める"));
    QVERIFY(sees(QStringLiteral("自分の氏名や利用者IDを含まない")));
    QVERIFY(!m_desk->founded);
    fill(QStringLiteral("パスワード"), m_password);
    fill(QStringLiteral("パスワード（もう一度）"), m_password);
    press(QStringLiteral("始める"));
    QTRY_VERIFY(sees(QStringLiteral("VYBF-0DV1")));
    QVERIFY(sees(m_desk->fingerprint));
    QVERIFY(!button(QStringLiteral("進む"))->isEnabled());
    press(QStringLiteral("コードは金庫に入れた、または入れるところです"));
    press(QStringLiteral("進む"));
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
    QTRY_VERIFY(!sees(QStringLiteral("VYBF-0DV1")));
}

void TestDoor::joiningWaitsForTheAnswer()
{
    begin(QStringLiteral("一人で使う"));
    press(QStringLiteral("戻る"));
    type(QStringLiteral("2")); // join my office
    fill(QStringLiteral("氏名"), QStringLiteral("佐藤 花子"));
    fill(QStringLiteral("利用者ID"), QStringLiteral("sato"));
    fill(QStringLiteral("パスワード"), m_password);
    fill(QStringLiteral("パスワード（もう一度）"), m_password);
    m_desk->rightPassword = m_password;
    press(QStringLiteral("参加申請を作る"));
    QTRY_VERIFY(sees(QStringLiteral("application.json")));
    QVERIFY(m_desk->applied);
    m_window.reset();
    makeWindow(); // the next day
    auto *page = m_window->findChild<window::AnswerPage *>();
    QVERIFY(page);
    page->take("/tmp/roster.json");
    QVERIFY(sees(m_desk->fingerprint));
    QVERIFY(!button(QStringLiteral("参加する"))->isEnabled());
    press(QStringLiteral("管理者と電話で読み合わせて、同じでした"));
    fill(QStringLiteral("あなたのパスワード"), m_password);
    press(QStringLiteral("参加する"));
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
}

void TestDoor::temporaryPasswordIsChanged()
{
    m_desk->temporary = true;
    type(m_desk->rightPassword);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("自分のパスワードを決める")));
    QVERIFY(!m_desk->who());
    fill(QStringLiteral("新しいパスワード"), QStringLiteral("short"));
    press(QStringLiteral("変更して開く"));
    QVERIFY(!m_desk->who());
    fill(QStringLiteral("新しいパスワード"), m_password);
    fill(QStringLiteral("新しいパスワード（もう一度）"), m_password);
    press(QStringLiteral("変更して開く"));
    QTRY_VERIFY(m_desk->who());
    QCOMPARE(m_desk->rightPassword, m_password);
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
}

void TestDoor::lostPasswordOpensWithTheCode()
{
    press(QStringLiteral("パスワードをなくしたとき…"));
    QTRY_VERIFY(sees(QStringLiteral("復旧コード")));
    fill(QStringLiteral("復旧コード"), QStringLiteral("WRONG"));
    fill(QStringLiteral("新しいパスワード"), m_password);
    fill(QStringLiteral("新しいパスワード（もう一度）"), m_password);
    press(QStringLiteral("コードで開く"));
    QTRY_VERIFY(sees(QStringLiteral("復旧コードが違います。")));
    QVERIFY(!m_desk->who());
    fill(QStringLiteral("復旧コード"), m_desk->recoveryCode);
    fill(QStringLiteral("新しいパスワード"), m_password);
    fill(QStringLiteral("新しいパスワード（もう一度）"), m_password);
    press(QStringLiteral("コードで開く"));
    QTRY_VERIFY(m_desk->who());
}

void TestDoor::wrongPasswordsAreCountedDown()
{
    m_desk->wait = std::chrono::seconds(2);
    type(QStringLiteral("nonsense"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("パスワードが違います。")));
    const auto waiting = [this] {
        for (const QAbstractButton *found : m_window->findChildren<QAbstractButton *>()) {
            if (found->isVisible() && found->text().contains(QStringLiteral("あと2秒")))
                return !found->isEnabled();
        }
        return false;
    };
    QTRY_VERIFY(waiting());
    type(m_desk->rightPassword);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!m_desk->who());
    m_desk->wait = {};
    QTRY_VERIFY(!waiting() && button(QStringLiteral("開く")) && button(QStringLiteral("開く"))->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_desk->who());
}

void TestDoor::locksWhenNobodyTouchesIt()
{
    signIn();
    openFile("/tmp/secret.docx");
    constexpr std::chrono::milliseconds idle(600);
    m_window->findChild<window::AutoLock *>()->start(idle);
    QElapsedTimer untouched;
    untouched.start();
    qint64 longest = 0;
    for (int i = 0; i < 8; ++i) { // somebody is there
        QTest::qWait(120);
        longest = std::max(longest, untouched.restart());
        QTest::mouseMove(m_window.get(), QPoint(200 + i, 200));
        QTest::keyClick(m_window.get(), Qt::Key_Shift);
    }
    // On a machine that stood still for so long nobody was there.
    QVERIFY(m_desk->who() || longest >= idle.count());
    QTRY_VERIFY(!m_desk->who());
    QVERIFY(!sees(QStringLiteral("secret.docx")));
    type(m_desk->rightPassword);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_desk->who());
    QTRY_VERIFY(sees(QStringLiteral("secret.docx"))); // the page is as it was
}

void TestDoor::theLastMinuteIsCounted()
{
    signIn();
    QVERIFY(!sees(QStringLiteral("秒で施錠します")));
    m_window->findChild<window::AutoLock *>()->start(std::chrono::seconds(4));
    QTRY_VERIFY(sees(QStringLiteral("秒で施錠します")));
    QTest::keyClick(m_window.get(), Qt::Key_Shift);
    QVERIFY(!sees(QStringLiteral("秒で施錠します"))); // somebody is there
    QTRY_VERIFY(sees(QStringLiteral("秒で施錠します")));
    QTRY_VERIFY(!m_desk->who());
    QVERIFY(!sees(QStringLiteral("秒で施錠します")));
}

void TestDoor::anotherPersonDoesNotSeeThePage()
{
    signIn();
    openFile("/tmp/secret.docx");
    m_window->findChild<window::AutoLock *>()->start(std::chrono::milliseconds(200));
    QTRY_VERIFY(!m_desk->who());
    m_desk->become({QStringLiteral("sato"), QStringLiteral("佐藤 花子"), QStringLiteral("職員")});
    type(m_desk->rightPassword);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
    QVERIFY(!sees(QStringLiteral("secret.docx")));
}

void TestDoor::administratorAddsAndCloses()
{
    test::FakePeople people;
    m_desk->administration = &people;
    signIn();
    press(QStringLiteral("設定"));
    QTRY_VERIFY(sees(QStringLiteral("職場の指紋")));
    QVERIFY(!button(QStringLiteral("アカウントを閉じる…"))->isEnabled());
    press(QStringLiteral("人を加える…"));
    press(QStringLiteral("加える"));
    QVERIFY(sees(QStringLiteral("氏名を入れてください。")));
    fill(QStringLiteral("氏名"), QStringLiteral("伊東 祥子"));
    fill(QStringLiteral("利用者ID"), QStringLiteral("sato"));
    fill(QStringLiteral("仮のパスワード"), QStringLiteral("Kari-no-7-aikotoba"));
    press(QStringLiteral("加える"));
    QTRY_VERIFY(sees(QStringLiteral("この利用者IDの人がすでにいます。")));
    fill(QStringLiteral("利用者ID"), QStringLiteral("ito"));
    fill(QStringLiteral("仮のパスワード"), QStringLiteral("Kari-no-7-aikotoba"));
    press(QStringLiteral("加える"));
    auto *table = m_window->findChild<QTableView *>(QStringLiteral("people"));
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 4); // the page knows that it is done
    QCOMPARE(people.list.front().id, QStringLiteral("ito"));
    QCOMPARE(people.addedPassword, QStringLiteral("Kari-no-7-aikotoba"));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    press(QStringLiteral("アカウントを閉じる…"));
    QTRY_VERIFY(sees(QStringLiteral("この人の申請が残っています。")));
    press(QStringLiteral("アカウントを閉じる"));
    QVERIFY(people.closedFor.isEmpty());
    fill(QStringLiteral("理由"), QStringLiteral("transfer"));
    press(QStringLiteral("アカウントを閉じる"));
    QTRY_VERIFY(sees(QStringLiteral("アカウントを閉じました。")));
    QCOMPARE(people.closedFor, QStringLiteral("transfer"));
    QVERIFY(people.list.front().closed.isValid());
    press(QStringLiteral("紙の決裁を記録してよい"));
    QVERIFY(!people.set.paperDecisions);
}

void TestDoor::methodsAreDesignated()
{
    test::FakePeople people;
    m_desk->administration = &people;
    signIn();
    press(QStringLiteral("設定"));
    QTRY_VERIFY(sees(QStringLiteral("指定された方法")));
    QVERIFY(sees(QStringLiteral("最高情報統括責任者が指定した暗号化の方法")));
    QVERIFY(sees(QStringLiteral("第9条第2項")));
    QVERIFY(sees(QStringLiteral("まだ指定がありません")));
    QAbstractButton *zip = button(QStringLiteral("暗号化ZIP（AES-256）"));
    QVERIFY(zip && !zip->isChecked());
    zip->setFocus();
    QTest::keyClick(zip, Qt::Key_Space);
    QCOMPARE(people.designated, QStringList{QStringLiteral("zip")});
    QVERIFY(sees(QStringLiteral("印を付けた方法だけが出ます")));
    QTest::keyClick(zip, Qt::Key_Space);
    QVERIFY(people.designated.isEmpty());
}

void TestDoor::aDeputyEndsAndARosterComes()
{
    test::FakePeople people;
    m_desk->administration = &people;
    signIn();
    press(QStringLiteral("設定"));
    QTRY_VERIFY(sees(QStringLiteral("職場の指紋")));
    QVERIFY(sees(QStringLiteral("第3号")));
    auto *table = m_window->findChild<QTableView *>(QStringLiteral("people"));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    press(QStringLiteral("代決…"));
    QTRY_VERIFY(button(QStringLiteral("今すぐ終える：山田 太郎（4/1から4/30まで）")));
    press(QStringLiteral("今すぐ終える：山田 太郎（4/1から4/30まで）"));
    QTRY_VERIFY(sees(QStringLiteral("代決を終えました。")));
    QVERIFY(people.list.front().standsFor.empty());
    fill(QStringLiteral("職場の共有フォルダー"), QStringLiteral("/srv/office"));
    press(QStringLiteral("このフォルダーを使う"));
    QTRY_VERIFY(sees(QStringLiteral("共有フォルダーを使い始めました。")));
    QCOMPARE(m_desk->shared, base::Path("/srv/office"));
}

void TestDoor::codeSheetIsAPdf()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("code.pdf"));
    QVERIFY(window::CodePage::print(base::toPath(file), {QStringLiteral("VYBF-0DV1"), QStringLiteral("1EMH-230J")}));
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
    QVERIFY(!(pdf.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

QTEST_MAIN(TestDoor)
#include "tst_door.moc"
