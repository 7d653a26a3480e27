// What a person did with a medium, paper or a device, by mouse and keys.
#include "app/dispose/disposebench.h"

using namespace shirushi;

class TestStatementPage : public QObject, private test::DisposeBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(QStringLiteral("kameoka")); }
    void cleanup() { takeAway(); }
    void aStatementWantsItsMethod();
    void aStatementThatFailsIsSaid();
    void manyAreFinishedAtOnce();
    void aPhotoGoesIntoAVault();
    void withoutAVaultItGoesIntoTheLedger();
    void whatWasWrittenIsThereStill();
    void whatNoPermissionFitsIsNotRecorded();

private:
    const disposal::Asset m_stick{QStringLiteral("medium"), QStringLiteral("USBメモリ"), {}, {{QStringLiteral("importance"), QStringLiteral("I")}}};
    void openStatement()
    {
        addPermitted();
        m_disposals->listed = {m_stick};
        open();
        QTRY_VERIFY(canPress(QStringLiteral("廃棄に進む")));
        press(QStringLiteral("廃棄に進む"));
        QTRY_VERIFY(canPress(QStringLiteral("処置を記録する")));
        press(QStringLiteral("処置を記録する"));
        QTRY_VERIFY(part<disposals::StatementPage>()->isVisible());
    }
    void recordIt()
    {
        choose(QStringLiteral("どのように処置したか"), QStringLiteral("消磁（Purge）"));
        press(QStringLiteral("このとおりに処置しました"));
        press(QStringLiteral("記録する"));
        QTRY_VERIFY(sees(QStringLiteral("31番として記録しました")));
    }
};

void TestStatementPage::aStatementWantsItsMethod()
{
    addPermitted();
    const disposal::Asset stick{QStringLiteral("medium"), QStringLiteral("USBメモリ"), {}, {{QStringLiteral("importance"), QStringLiteral("I")}}};
    m_disposals->listed = {stick};
    m_disposals->addLine(12, "名簿.xlsx", "shred");
    open();
    QTRY_VERIFY(canPress(QStringLiteral("廃棄に進む")));
    press(QStringLiteral("廃棄に進む"));
    QTRY_VERIFY(canPress(QStringLiteral("処置を記録する")));
    QVERIFY(!table("廃棄するもの") && !button(QStringLiteral("0件を廃棄する"))); // Shirushi does nothing to it
    press(QStringLiteral("処置を記録する"));
    QTRY_VERIFY(part<disposals::StatementPage>()->isVisible());
    press(QStringLiteral("このとおりに処置しました"));
    QVERIFY(!canPress(QStringLiteral("記録する")));
    choose(QStringLiteral("どのように処置したか"), QStringLiteral("消磁（Purge）"));
    write(QStringLiteral("立ち会った職員"), QStringLiteral("鈴木"));
    QTRY_VERIFY(table("これで終わる「残る処置」"));
    QVERIFY(cell("これで終わる「残る処置」", 0, 1).startsWith(QStringLiteral("12番：名簿.xlsx")));
    tick("これで終わる「残る処置」", 0);
    press(QStringLiteral("記録する"));
    QTRY_VERIFY(sees(QStringLiteral("31番として記録しました")));
    QCOMPARE(m_disposals->stated.size(), std::size_t(1));
    const disposal::Statement &said = m_disposals->stated.front();
    QCOMPARE(said.method, QStringLiteral("degauss"));
    QCOMPARE(said.witness, QStringLiteral("鈴木"));
    QCOMPARE(said.request, QStringLiteral("r-1"));
    QCOMPARE(said.closes, std::vector<std::int64_t>{12});
    QVERIFY(said.asset == stick);
    QVERIFY(!table("媒体・紙・機器"));
}

void TestStatementPage::aStatementThatFailsIsSaid()
{
    addPermitted();
    m_disposals->listed = {disposal::Asset{QStringLiteral("paper"), QStringLiteral("相談記録"), {}, {{QStringLiteral("importance"), QStringLiteral("II")}}}};
    open();
    QTRY_VERIFY(canPress(QStringLiteral("廃棄に進む")));
    press(QStringLiteral("廃棄に進む"));
    QTRY_VERIFY(canPress(QStringLiteral("処置を記録する")));
    press(QStringLiteral("処置を記録する"));
    const auto *method = named<QComboBox>(QStringLiteral("どのように処置したか"));
    QVERIFY(method && method->findText(QStringLiteral("溶解（Destroy）")) >= 0);
    QVERIFY(method->findText(QStringLiteral("消磁（Purge）")) < 0); // not for paper
    choose(QStringLiteral("どのように処置したか"), QStringLiteral("溶解（Destroy）"));
    press(QStringLiteral("このとおりに処置しました"));
    m_disposals->failure = base::Error{base::ErrorCode::Forbidden, {}, QStringLiteral("許可が期限切れです。"), {}};
    press(QStringLiteral("記録する"));
    QTRY_VERIFY(sees(QStringLiteral("許可が期限切れです")));
    QVERIFY(m_disposals->stated.empty() && canPress(QStringLiteral("記録する")));
}

// A stick with the data of hundreds of files: nobody ticks them one by one.
void TestStatementPage::manyAreFinishedAtOnce()
{
    for (int i = 0; i < 300; ++i)
        m_disposals->addLine(100 + i, "名簿.xlsx", "shred");
    openStatement();
    QTRY_VERIFY(table("これで終わる「残る処置」"));
    QTableView *list = table("これで終わる「残る処置」");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    recordIt();
    QCOMPARE(m_disposals->stated.front().closes.size(), std::size_t(300));
}

void TestStatementPage::aPhotoGoesIntoAVault()
{
    const QTemporaryDir folder;
    const QString photo = folder.filePath(QStringLiteral("photo.jpg"));
    QFile file(photo);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("JPEG") == 4);
    file.close();
    m_disposals->places = {{"/srv/fukushi", QStringLiteral("福祉課")}, {"/srv/jinji", QStringLiteral("人事")}};
    openStatement();
    QVERIFY(!named<QComboBox>(QStringLiteral("どこに保存するか"))); // nothing is attached yet
    pressAndName(QStringLiteral("写真やスキャンを付ける"), photo);
    QTRY_VERIFY(named<QComboBox>(QStringLiteral("どこに保存するか")));
    QTRY_COMPARE(named<QComboBox>(QStringLiteral("どこに保存するか"))->currentText(), QStringLiteral("保管庫 福祉課"));
    QVERIFY(sees(QStringLiteral("この保管庫に書込禁止で入れ")));
    m_window->activateWindow();
    choose(QStringLiteral("どこに保存するか"), QStringLiteral("保管庫 人事"));
    recordIt();
    QCOMPARE(m_disposals->attached.front().file, base::toPath(photo));
    QCOMPARE(m_disposals->attached.front().vault, base::Path("/srv/jinji"));
    QVERIFY(sees(QStringLiteral("photo.jpg は、保管庫 人事 に書込禁止で入れました")) && sees(QStringLiteral("元の場所に残っています")));
}

void TestStatementPage::withoutAVaultItGoesIntoTheLedger()
{
    openStatement();
    part<disposals::StatementPage>()->attach("/tmp/photo.jpg");
    QTRY_COMPARE(named<QComboBox>(QStringLiteral("どこに保存するか"))->currentText(), QStringLiteral("台帳（10MBまで）"));
    press(QStringLiteral("外す"));
    QVERIFY(!named<QComboBox>(QStringLiteral("どこに保存するか")));
    part<disposals::StatementPage>()->attach("/tmp/photo.jpg");
    recordIt();
    QCOMPARE(m_disposals->attached.front().file, base::Path("/tmp/photo.jpg"));
    QVERIFY(m_disposals->attached.front().vault.empty());
    QVERIFY(sees(QStringLiteral("photo.jpg は、台帳に暗号化して保存しました")));
}

void TestStatementPage::whatWasWrittenIsThereStill()
{
    openStatement();
    choose(QStringLiteral("どのように処置したか"), QStringLiteral("消磁（Purge）"));
    write(QStringLiteral("立ち会った職員"), QStringLiteral("鈴木"));
    press(QStringLiteral("戻る")); // to look at its number
    QTRY_VERIFY(canPress(QStringLiteral("処置を記録する")));
    press(QStringLiteral("処置を記録する"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("立ち会った職員"))->text(), QStringLiteral("鈴木"));
    recordIt();
    QCOMPARE(m_disposals->stated.front().witness, QStringLiteral("鈴木"));
    // The next one begins empty.
    m_disposals->listed = {m_stick};
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(canPress(QStringLiteral("廃棄に進む")));
    press(QStringLiteral("廃棄に進む"));
    QTRY_VERIFY(canPress(QStringLiteral("処置を記録する")));
    press(QStringLiteral("処置を記録する"));
    QVERIFY(named<QLineEdit>(QStringLiteral("立ち会った職員"))->text().isEmpty());
}

void TestStatementPage::whatNoPermissionFitsIsNotRecorded()
{
    m_disposals->refusals = {QStringLiteral("USBメモリ")};
    addPermitted();
    m_disposals->listed = {m_stick};
    open();
    QTRY_VERIFY(canPress(QStringLiteral("廃棄に進む")));
    press(QStringLiteral("廃棄に進む"));
    QTRY_VERIFY(table("媒体・紙・機器"));
    QTRY_VERIFY(cell("媒体・紙・機器", 0, 2).contains(QStringLiteral("内容が変わっています")));
    QVERIFY(!canPress(QStringLiteral("処置を記録する"))); // it would be refused when everything is written
}

QTEST_MAIN(TestStatementPage)
#include "tst_statementpage.moc"
