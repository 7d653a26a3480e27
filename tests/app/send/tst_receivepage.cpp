// 受け取る, worked by keyboard and mouse: parcels of every kind are recognised, asked for what opens them, and opened.
#include "app/send/sendbench.h"

#include "vault/putpage.h"

#include "classify/classifypage.h"
#include "send/unpacking.h"
#include "send/unpackpage.h"
#include "sending/parcel.h"
#include "sending/parcelpassword.h"

#include <QProgressBar>
#include <QTableView>
#include <QTemporaryDir>

using namespace shirushi;

class TestReceivePage : public QObject, private test::SendBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { openPage(QStringLiteral("受け取る")); }
    void cleanup() { takeAway(); }
    void whatIsNoParcelIsSaid();
    void everyKindIsRecognised_data();
    void everyKindIsRecognised();
    void aWrongPasswordLeavesNothing();
    void aMisheardPasswordIsSaid();
    void theFilesComeOutWithTheirLabels();
    void whatAPasswordHadWrittenAnew();
    void whatBelongsIntoAVaultGoesThere();
    void whatWasForgedHasNoClass();
    void aHostileArchiveIsRefusedPlainly();
    void openingIsStopped();
    void lockingWipesWhatWasTyped();

private:
    send::UnpackPage *page() const { return m_window->findChild<send::UnpackPage *>(); }
    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    void make(const char *name, sending::ParcelFormat format, const char *source);
    void dropParcel(const char *name)
    {
        dropOn(page(), {base::toPath(path(name))});
        QTRY_VERIFY(named<QLineEdit>(QStringLiteral("ファイルの取り出し先")));
    }
    void open(const QString &password)
    {
        write(QStringLiteral("パスワード"), password);
        QTest::keyClick(named<QLineEdit>(QStringLiteral("パスワード")), Qt::Key_Return);
    }

    QTemporaryDir m_folder;
};

void TestReceivePage::make(const char *name, sending::ParcelFormat format, const char *source)
{
    sending::ParcelSecret opening;
    const char password[] = "2H7K-9QWM-4TXB-8VEN";
    opening.password = base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(password), sizeof password - 1));
    base::NoProgress quiet;
    sending::ParcelOptions options;
    options.passwordWork = 10;
    const auto made = sending::pack({{base::toPath(path(source)), {}}}, format, opening, options, base::toPath(path(name)), quiet);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
}

void TestReceivePage::initTestCase()
{
    makeTheme();
    QFile source(path("plan.csv"));
    QVERIFY(source.open(QIODevice::WriteOnly) && source.write("1,2\n") > 0);
    source.close();
    make("送付.zip", sending::ParcelFormat::Zip, "plan.csv");
    make("送付.age", sending::ParcelFormat::Age, "plan.csv");
    make("送付.html", sending::ParcelFormat::Html, "plan.csv");
}

void TestReceivePage::whatIsNoParcelIsSaid()
{
    dropOn(page(), {base::toPath(path("plan.csv"))});
    QTRY_VERIFY(sees(QStringLiteral("plan.csv は、ここでは開けません")));
    QVERIFY(!canPress(QStringLiteral("開く")));
    QVERIFY(button(QStringLiteral("ファイルを選ぶ"))); // another one can be chosen
}

void TestReceivePage::everyKindIsRecognised_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("title");
    QTest::newRow("zip") << QStringLiteral("送付.zip") << QStringLiteral("暗号化ZIP");
    QTest::newRow("age") << QStringLiteral("送付.age") << QStringLiteral("ageファイル");
    QTest::newRow("html") << QStringLiteral("送付.html") << QStringLiteral("ブラウザーで開くファイル");
}

void TestReceivePage::everyKindIsRecognised()
{
    QFETCH(QString, file);
    QFETCH(QString, title);
    dropParcel(file.toUtf8().constData());
    QVERIFY(sees(title));
    QCOMPARE(named<QLineEdit>(QStringLiteral("ファイルの取り出し先"))->text(), path("送付"));
    QVERIFY(named<QLineEdit>(QStringLiteral("パスワード")));
    QVERIFY(!canPress(QStringLiteral("開く")));
    QCOMPARE(named<QLineEdit>(QStringLiteral("パスワード"))->echoMode(), QLineEdit::Password);
    press(QStringLiteral("入力した文字を表示する"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("パスワード"))->echoMode(), QLineEdit::Normal);
}

void TestReceivePage::aWrongPasswordLeavesNothing()
{
    dropParcel("送付.zip");
    open(QStringLiteral("not the password"));
    QTRY_VERIFY(sees(QStringLiteral("このパスワードでは開けません")));
    QVERIFY(named<QLineEdit>(QStringLiteral("パスワード"))->text().isEmpty());
    QVERIFY(!QFile::exists(path("送付")));
    // And again, by hand as it was heard.
    m_sending->parcelPassword = "right and proper";
    open(QStringLiteral("right and proper"));
    QTRY_VERIFY(sees(QStringLiteral("送付ファイルを開きました")));
    QCOMPARE(m_sending->unpacked.front(), base::toPath(path("送付")));
    QVERIFY(QDir().rmdir(path("送付")));
}

void TestReceivePage::aMisheardPasswordIsSaid()
{
    const auto made = sending::makePassword();
    QVERIFY(made);
    const QString right = QString::fromLatin1(reinterpret_cast<const char *>(made->data()), static_cast<qsizetype>(made->size()));
    QString wrong = right;
    wrong[0] = wrong[0] == u'A' ? u'B' : u'A';
    QVERIFY(!send::looksMistyped(right));
    QVERIFY(send::looksMistyped(wrong.toLower()));
    QVERIFY(!send::looksMistyped(QStringLiteral("my own words")));
    dropParcel("送付.zip");
    open(wrong);
    QTRY_VERIFY(sees(QStringLiteral("確認文字が合いません")));
    open(right);
    QTRY_VERIFY(sees(QStringLiteral("もう一度入れられます")));
}

void TestReceivePage::theFilesComeOutWithTheirLabels()
{
    labelling::FileLabel labelled;
    labelled.path = base::toPath(path("送付/名簿.csv"));
    labelled.label = label::Label{};
    labelled.label->policy = QStringLiteral("kameoka");
    labelled.label->classes = {{QStringLiteral("importance"), QStringLiteral("II")}};
    labelled.signature = label::SignatureState::UnknownSigner;
    labelling::FileLabel bare;
    bare.path = base::toPath(path("送付/写真.jpg"));
    m_sending->inside.files = {labelled, bare};
    m_sending->inside.unclassified = {QStringLiteral("写真.jpg")};
    m_sending->parcelPassword = "right and proper";
    dropParcel("送付.zip");
    open(QStringLiteral("right and proper"));
    QTRY_VERIFY(sees(QStringLiteral("2ファイルを取り出しました")));
    QVERIFY(sees(QStringLiteral("情報管理者が判断します")));
    auto *table = named<QTableView>(QStringLiteral("送付ファイルの中身"));
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("ほかの団体の人が分類しました"));
    QVERIFY(table->model()->index(0, 1).data(Qt::AccessibleTextRole).toString() != table->model()->index(0, 1).data().toString()); // chips
    QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("分類の表示がありません"));
    press(QStringLiteral("ファイルを分類する"));
    QTRY_VERIFY(m_window->findChild<classify::ClassifyPage *>()->isVisible());
    QVERIFY(QDir().rmdir(path("送付")));
}

// Nobody changed it: the page does not say so.
void TestReceivePage::whatAPasswordHadWrittenAnew()
{
    labelling::FileLabel file;
    file.path = base::toPath(path("送付/報告.pdf"));
    file.label = label::Label{};
    file.label->policy = QStringLiteral("kameoka");
    file.label->classes = {{QStringLiteral("importance"), QStringLiteral("II")}};
    file.signature = label::SignatureState::Valid;
    file.content = labelling::ContentState::Changed;
    m_sending->inside.files = {file};
    m_sending->inside.parcel.isRewritten = true;
    m_sending->parcelPassword = "right and proper";
    dropParcel("送付.zip");
    open(QStringLiteral("right and proper"));
    QTRY_VERIFY(sees(QStringLiteral("1ファイルを取り出しました")));
    auto *table = named<QTableView>(QStringLiteral("送付ファイルの中身"));
    QVERIFY(table);
    const QString uncertain = table->model()->index(0, 2).data().toString();
    QVERIFY2(uncertain.contains(QStringLiteral("書き直され")), qPrintable(uncertain));
    QVERIFY(QDir().rmdir(path("送付")));

    // Proven, as sending::receive() hands it over: nothing to remark.
    press(QStringLiteral("別の送付ファイルを開く"));
    m_sending->inside.files.front().content = labelling::ContentState::Same;
    m_sending->inside.parcel.isProven = true;
    dropParcel("送付.zip");
    open(QStringLiteral("right and proper"));
    QTRY_VERIFY(sees(QStringLiteral("1ファイルを取り出しました")));
    table = named<QTableView>(QStringLiteral("送付ファイルの中身"));
    QVERIFY(table && table->isColumnHidden(2));
    QVERIFY(QDir().rmdir(path("送付")));

    m_vaults->addVault("福祉課");
    QVERIFY(sees(QStringLiteral("この分類のファイルは、保管庫に置くことを勧めます")));
    press(QStringLiteral("保管庫に入れる"));
    QTRY_VERIFY(m_window->findChild<vaults::PutPage *>()->isVisible());
    QCOMPARE(named<QTableView>(QStringLiteral("入れるもの"))->model()->index(0, 0).data().toString(), QStringLiteral("報告.pdf"));
}

// What must lie in a vault comes before what may.
void TestReceivePage::whatBelongsIntoAVaultGoesThere()
{
    m_sending->inside.files.clear();
    for (const char *importance : {"II", "I", "III"}) {
        labelling::FileLabel file;
        file.path = base::toPath(path("送付/") + QString::fromLatin1(importance) + QStringLiteral(".pdf"));
        file.label = label::Label{};
        file.label->policy = QStringLiteral("kameoka");
        file.label->classes = {{QStringLiteral("importance"), QString::fromLatin1(importance)}};
        file.signature = label::SignatureState::Valid;
        m_sending->inside.files.push_back(file);
    }
    m_sending->parcelPassword = "right and proper";
    dropParcel("送付.zip");
    open(QStringLiteral("right and proper"));
    QTRY_VERIFY(sees(QStringLiteral("このうち1件は、分類により保管庫に置くものです")));
    QVERIFY(QDir().rmdir(path("送付")));
    m_vaults->addVault("福祉課");
    press(QStringLiteral("保管庫に入れる"));
    QTRY_VERIFY(m_window->findChild<vaults::PutPage *>()->isVisible());
    const auto *table = named<QTableView>(QStringLiteral("入れるもの"));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("I.pdf"));
}

void TestReceivePage::whatWasForgedHasNoClass()
{
    labelling::FileLabel forged;
    forged.path = base::toPath(path("送付/名簿.csv"));
    forged.label = label::Label{};
    forged.label->policy = QStringLiteral("kameoka");
    forged.label->classes = {{QStringLiteral("importance"), QStringLiteral("III")}};
    forged.signature = label::SignatureState::Invalid;
    m_sending->inside.files = {forged};
    m_sending->inside.unclassified = {QStringLiteral("名簿.csv")};
    m_sending->parcelPassword = "right and proper";
    dropParcel("送付.zip");
    open(QStringLiteral("right and proper"));
    QTRY_VERIFY(sees(QStringLiteral("情報管理者が判断します")));
    auto *table = named<QTableView>(QStringLiteral("送付ファイルの中身"));
    QVERIFY(table);
    QCOMPARE(table->model()->index(0, 1).data(Qt::AccessibleTextRole).toString(), table->model()->index(0, 1).data().toString()); // no chips
    QVERIFY(!table->model()->index(0, 2).data().toString().isEmpty());
    QVERIFY(QDir().rmdir(path("送付")));
}

void TestReceivePage::aHostileArchiveIsRefusedPlainly()
{
    dropParcel("送付.zip");
    m_sending->failure = base::Error{base::ErrorCode::OutsideFolder, {}, QStringLiteral("フォルダーの外に書こうとする名前があります。"), {}};
    open(QStringLiteral("anything at all"));
    QTRY_VERIFY(sees(QStringLiteral("フォルダーの外に書こうとする名前があります")));
    QVERIFY(sees(QStringLiteral("送付ファイルを開けませんでした")));
    QVERIFY(!QFile::exists(path("送付")));
}

void TestReceivePage::openingIsStopped()
{
    m_sending->delay = 50;
    dropParcel("送付.zip");
    open(QStringLiteral("anything at all"));
    QTRY_VERIFY(named<QProgressBar>(QStringLiteral("送付ファイルを開いています")));
    press(QStringLiteral("止める"));
    QTRY_VERIFY(sees(QStringLiteral("止めました。ファイルは取り出されていません")));
    QVERIFY(m_sending->unpacked.empty());
    QVERIFY(!QFile::exists(path("送付")));
}

void TestReceivePage::lockingWipesWhatWasTyped()
{
    dropParcel("送付.zip");
    write(QStringLiteral("パスワード"), QStringLiteral("half of it"));
    m_window->lock();
    press(QStringLiteral("開く")); // the door's; nothing is typed there
    const auto lines = m_window->findChildren<QLineEdit *>();
    for (const QLineEdit *line : lines)
        QVERIFY(!line->text().contains(QStringLiteral("half")));
}

QTEST_MAIN(TestReceivePage)
#include "tst_receivepage.moc"
