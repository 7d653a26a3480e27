// The window, worked by keyboard and mouse alone, on the offscreen platform.
#include "app/window/windowbench.h"

#include "widgets/chip.h"

#include <QAccessible>
#include <QLineEdit>
#include <QProgressBar>
#include <QTemporaryDir>

#include <filesystem>

using namespace shirushi;

class TestWindow : public QObject, private test::WindowBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init();
    void cleanup() { takeAway(); }
    void wrongPasswordIsSaidInPlace();
    void keysAloneLeadToALabel();
    void escapeChangesNothing();
    void backReturnsToTheQuestionBefore();
    void unknownIsRecordedAndHandledHigher();
    void loweringAsksForAReason();
    void anotherClassThanTheAnswersAsksForAReason();
    void aDayOfPublicationThatHasComeIsNotPlannedAnew();
    void otherRulesAreNotTranslated();
    void undoTakesTheLabelAway();
    void failureLeavesAWayOn();
    void lockingHidesEverything();
    void firstStartSaysWhatIsWrong();
    void turningDarkKeepsThePage();
    void aSharedFolderAsksBeforeTheName();
    void everythingHasAName();
    void onlyOneWindow();

};

void TestWindow::init()
{
    makeDesk();
    if (QTest::currentTestFunction() != QByteArray("wrongPasswordIsSaidInPlace"))
        signIn();
}

void TestWindow::wrongPasswordIsSaidInPlace()
{
    type(QStringLiteral("nonsense"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("パスワードが違います。")));
    QVERIFY(!m_desk->who());
    type(m_desk->rightPassword);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_desk->who());
}

void TestWindow::keysAloneLeadToALabel()
{
    openFile("/tmp/report.docx");
    type(QStringLiteral("1NNY")); // own work, not public, not secret, a My Number
    type(QStringLiteral("Y"));    // integrity
    type(QStringLiteral("NN"));   // availability
    QTRY_VERIFY(sees(QStringLiteral("この分類でよいですか")));
    QCOMPARE(QApplication::focusWidget(), button(QStringLiteral("分類を表示する")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(sees(QStringLiteral("分類を表示しました")));
    QCOMPARE(m_desk->orders.size(), std::size_t(1));
    const labelling::LabelOrder &order = m_desk->orders.front();
    QCOMPARE(order.classes.at(QStringLiteral("confidentiality")), QStringLiteral("3B"));
    QCOMPARE(order.classes.at(QStringLiteral("integrity")), QStringLiteral("2"));
    QCOMPARE(order.classes.at(QStringLiteral("availability")), QStringLiteral("1"));
    QCOMPARE(order.domain, QStringLiteral("my-number"));
    QVERIFY(order.markHeader);
    QVERIFY(!order.markName);
    QVERIFY(!order.restrictions.isEmpty());
    QCOMPARE(order.answers.size(), std::size_t(7));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
}

void TestWindow::escapeChangesNothing()
{
    openFile("/tmp/report.docx");
    type(QStringLiteral("1N"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(sees(QStringLiteral("ファイルは元のままです。")));
    QVERIFY(m_desk->orders.empty());
}

void TestWindow::backReturnsToTheQuestionBefore()
{
    openFile("/tmp/report.docx");
    QVERIFY(sees(QStringLiteral("どこから来ましたか")));
    type(QStringLiteral("1N"));
    QVERIFY(sees(QStringLiteral("「極秘」「秘」の表示")));
    type(QStringLiteral("B"));
    QVERIFY(!sees(QStringLiteral("「極秘」「秘」の表示")));
    type(QStringLiteral("B"));
    QVERIFY(sees(QStringLiteral("どこから来ましたか")));
}

void TestWindow::unknownIsRecordedAndHandledHigher()
{
    openFile("/tmp/report.docx");
    type(QStringLiteral("1NNN?NNNN"));
    QTRY_VERIFY(sees(QStringLiteral("情報セキュリティ管理者")));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("分類を表示しました")));
    const labelling::LabelOrder &order = m_desk->orders.front();
    QCOMPARE(order.classes.at(QStringLiteral("confidentiality")), QStringLiteral("3B"));
    QCOMPARE(order.open.size(), std::size_t(1));
    QCOMPARE(order.open.front().question, QStringLiteral("K4"));
    QCOMPARE(order.open.front().referredTo, QStringLiteral("security-manager"));
}

void TestWindow::loweringAsksForAReason()
{
    labelling::FileLabel file;
    file.path = "/tmp/labelled.docx";
    file.status = labelling::FileStatus::Labelled;
    file.source = labelling::LabelSource::Embedded;
    file.label.emplace();
    file.label->policy = QStringLiteral("mic-model");
    file.label->classes = {{QStringLiteral("confidentiality"), QStringLiteral("3B")},
                           {QStringLiteral("integrity"), QStringLiteral("1")},
                           {QStringLiteral("availability"), QStringLiteral("1")}};
    m_desk->files[file.path] = file;
    openFile(file.path);
    press(QStringLiteral("質問に答える"));
    type(QStringLiteral("1YNNNN"));
    QTRY_VERIFY(sees(QStringLiteral("いまより低い分類になります")));
    QVERIFY(!button(QStringLiteral("分類を表示する"))->isEnabled());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("理由"));
    type(QStringLiteral("published"));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("分類を表示しました")));
    QCOMPARE(m_desk->orders.size(), std::size_t(1));
    QCOMPARE(m_desk->orders.front().reason, QStringLiteral("published"));
}

void TestWindow::anotherClassThanTheAnswersAsksForAReason()
{
    openFile("/tmp/report.docx");
    type(QStringLiteral("1YNNNN"));
    press(QStringLiteral("別の分類にする"));
    press(QStringLiteral("自治体機密性3C"));
    press(QStringLiteral("次へ"));
    QTRY_VERIFY(sees(QStringLiteral("質問の答えと違う分類です")));
    QVERIFY(!button(QStringLiteral("分類を表示する"))->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
    QVERIFY(m_desk->orders.empty());
}

void TestWindow::aDayOfPublicationThatHasComeIsNotPlannedAnew()
{
    labelling::FileLabel file;
    file.path = "/tmp/published.docx";
    file.status = labelling::FileStatus::Labelled;
    file.label.emplace();
    file.label->policy = QStringLiteral("mic-model");
    file.label->classes = {{QStringLiteral("confidentiality"), QStringLiteral("2")},
                           {QStringLiteral("integrity"), QStringLiteral("1")},
                           {QStringLiteral("availability"), QStringLiteral("1")}};
    file.label->publishOn = QDate::currentDate().addDays(-3);
    m_desk->files[file.path] = file;
    openFile(file.path);
    press(QStringLiteral("下げる"));
    QTRY_VERIFY(sees(QStringLiteral("いまの表示は 自治体機密性2")));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("分類を表示しました")));
    QCOMPARE(m_desk->orders.size(), std::size_t(1));
    QCOMPARE(m_desk->orders.front().classes.at(QStringLiteral("confidentiality")), QStringLiteral("1"));
    QVERIFY(!m_desk->orders.front().publishOn.isValid());
    QVERIFY(!m_desk->orders.front().reason.isEmpty());
}

void TestWindow::otherRulesAreNotTranslated()
{
    labelling::FileLabel file;
    file.path = "/tmp/other.docx";
    file.status = labelling::FileStatus::Labelled;
    file.label.emplace();
    file.label->policy = QStringLiteral("kameoka");
    file.label->classes = {{QStringLiteral("importance"), QStringLiteral("I")}};
    m_desk->files[file.path] = file;
    openFile(file.path);
    QVERIFY(sees(QStringLiteral("ほかの規程による表示です")));
    press(QStringLiteral("質問に答える"));
    type(QStringLiteral("2")); // taken over from the source
    QTRY_VERIFY(sees(QStringLiteral("読み替えはしません")));
    QVERIFY(!button(QStringLiteral("次へ"))->isEnabled());
}

void TestWindow::undoTakesTheLabelAway()
{
    openFile("/tmp/report.docx");
    type(QStringLiteral("1YNNNN"));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(button(QStringLiteral("元に戻す")));
    press(QStringLiteral("元に戻す"));
    QTRY_VERIFY(sees(QStringLiteral("元に戻しました")));
    QCOMPARE(m_desk->removed.size(), std::size_t(1));
    QCOMPARE(m_desk->removed.front(), base::Path("/tmp/report.docx"));
}

void TestWindow::failureLeavesAWayOn()
{
    m_desk->failures["/tmp/report.docx"] = {base::ErrorCode::InUse, {}, QStringLiteral("使用中です。"), {}};
    openFile("/tmp/report.docx");
    type(QStringLiteral("1YNNNN"));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("使用中です。")));
    QVERIFY(sees(QStringLiteral("ファイルは元のままです。")));
    m_desk->failures.clear();
    press(QStringLiteral("もう一度"));
    QTRY_VERIFY(sees(QStringLiteral("分類を表示しました")));
}

void TestWindow::lockingHidesEverything()
{
    openFile("/tmp/secret.docx");
    press(QStringLiteral("施錠して離れる"));
    QTRY_VERIFY(!m_desk->who());
    QVERIFY(!sees(QStringLiteral("secret.docx")));
    type(m_desk->rightPassword);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
}

void TestWindow::firstStartSaysWhatIsWrong()
{
    m_window.reset();
    m_desk->founded = m_desk->open = false;
    makeWindow();
    press(QStringLiteral("職場を新しく作る"));
    QTRY_VERIFY(button(QStringLiteral("始める")) && button(QStringLiteral("始める"))->isEnabled());
    press(QStringLiteral("始める"));
    QVERIFY(sees(QStringLiteral("氏名を入れてください。")));
    QVERIFY(sees(QStringLiteral("12文字以上")));
    QVERIFY(!m_desk->founded);
    const auto lines = m_window->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        if (line->accessibleName() == QStringLiteral("氏名"))
            line->setText(QStringLiteral("山田 太郎"));
        else if (line->accessibleName() == QStringLiteral("利用者ID"))
            QTest::keyClicks(line, QStringLiteral("yamada"));
        else if (line->accessibleName().startsWith(QStringLiteral("パスワード")))
            QTest::keyClicks(line, line->accessibleName() == QStringLiteral("パスワード") ? QStringLiteral("Kumo-ga-3tsu-nagareru")
                                                                                        : QStringLiteral("Kumo-ga-3tsu-nagarerU"));
    }
    press(QStringLiteral("始める"));
    QVERIFY(sees(QStringLiteral("同じではありません")));
    for (QLineEdit *line : lines) {
        if (line->accessibleName().startsWith(QStringLiteral("パスワード（")))
            line->setText(QStringLiteral("Kumo-ga-3tsu-nagareru"));
    }
    press(QStringLiteral("始める"));
    QTRY_VERIFY(m_desk->founded);
    QTRY_VERIFY(button(QStringLiteral("コードは金庫に入れた、または入れるところです")));
    press(QStringLiteral("コードは金庫に入れた、または入れるところです"));
    press(QStringLiteral("進む"));
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
    QCOMPARE(m_desk->who()->name, QStringLiteral("山田 太郎"));
}

void TestWindow::turningDarkKeepsThePage()
{
    openFile("/tmp/report.docx");
    type(QStringLiteral("1N"));
    QWidget *focused = QApplication::focusWidget();
    const QString before = shown();
    m_theme->setLook(widgets::Look::Dark);
    QCOMPARE(QApplication::focusWidget(), focused);
    QCOMPARE(shown(), before);
    const QImage dark = m_window->grab().toImage();
    QVERIFY(dark.pixelColor(dark.width() / 2, dark.height() / 2).lightness() < 128);
    m_theme->setLook(widgets::Look::Desktop);
    QCOMPARE(shown(), before);
}

void TestWindow::aSharedFolderAsksBeforeTheName()
{
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const base::Path shared = base::toPath(folder.path());
    namespace fs = std::filesystem;
    fs::permissions(shared, fs::perms::owner_all | fs::perms::group_all | fs::perms::set_gid);
    openFile(shared / "report.docx");
    type(QStringLiteral("1YNNNN"));
    QVERIFY(!sees(QStringLiteral("ほかの人も使うフォルダー")));
    press(QStringLiteral("ファイルの名前"));
    QVERIFY(sees(QStringLiteral("ほかの人も使うフォルダー")));
    QVERIFY(sees(QStringLiteral("リンク")));
    QVERIFY(!button(QStringLiteral("分類を表示する"))->isEnabled());
    press(QStringLiteral("それでも名前を変える"));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("分類を表示しました")));
    QCOMPARE(m_desk->orders.size(), std::size_t(1));
    QVERIFY(m_desk->orders.front().markName);
}

// What a screen reader would say of everything that can be seen on this page.
static QStringList nameless(const QWidget &window)
{
    QStringList missing;
    const auto all = window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        const bool takesFocus = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        const bool speaks = takesFocus || qobject_cast<QAbstractButton *>(widget) || qobject_cast<QProgressBar *>(widget)
                            || qobject_cast<widgets::ChipRow *>(widget);
        if (!speaks)
            continue;
        QAccessibleInterface *read = QAccessible::queryAccessibleInterface(widget);
        if (!read || read->text(QAccessible::Name).trimmed().isEmpty())
            missing.append(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName());
    }
    return missing;
}

void TestWindow::everythingHasAName()
{
    QCOMPARE(nameless(*m_window), QStringList());
    for (const char *page : {"承認", "記録", "設定", "ヘルプ (F1)", "分類する"}) {
        press(QString::fromUtf8(page));
        QCOMPARE(nameless(*m_window), QStringList());
    }
    openFile("/tmp/report.docx");
    QCOMPARE(nameless(*m_window), QStringList());
    type(QStringLiteral("1YNNN?"));
    QCOMPARE(nameless(*m_window), QStringList());
    press(QStringLiteral("別の分類にする"));
    QCOMPARE(nameless(*m_window), QStringList());
    press(QStringLiteral("戻る"));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("分類を表示しました")));
    QCOMPARE(nameless(*m_window), QStringList());
    m_window->open({"/tmp/a.docx", "/tmp/b.docx"});
    QTRY_VERIFY(sees(QStringLiteral("2件のファイルを分類する")));
    QCOMPARE(nameless(*m_window), QStringList());
    m_window->lock();
    QCOMPARE(nameless(*m_window), QStringList());
}

void TestWindow::onlyOneWindow()
{
    openFile("/tmp/report.docx");
    type(QStringLiteral("1YNN?N"));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY(sees(QStringLiteral("分類を表示しました")));
    const auto windows = QApplication::topLevelWidgets();
    for (const QWidget *widget : windows)
        QVERIFY2(widget == m_window.get() || !widget->isVisible(), widget->metaObject()->className());
    QVERIFY(m_window->isActiveWindow());
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
