// A lost password on a computer that joined an office, from the window alone: new keys with the code of the safe, the
// administrator makes them valid, the roster comes back. Then a roster that closes the account. Two real data folders.
#include "app/window/storybench.h"

#include "widgets/checkline.h"
#include "window/joinpage.h"
#include "window/settingspage.h"

using namespace shirushi;

class TestRenewal : public QObject, private test::StoryBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theCodeMakesNewKeys();
    void theAdministratorMakesThemValid();
    void theRosterOpensTheComputerAgain();
    void aRosterThatClosesTheAccountLocksTheWindow();
    void cleanupTestCase();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void sendRoster();

    const QString m_newPassword = QStringLiteral("Umi-ni-4sou-no-fune");
    std::unique_ptr<window::OfficeDesk> m_joined;
    QString m_code;
};

void TestRenewal::initTestCase()
{
    makeTheme();
    m_office = std::make_unique<window::OfficeDesk>(people::Office(base::toPath(path("office"))));
    const auto founded = m_office->setUp({QStringLiteral("kita"), QStringLiteral("sato"), QStringLiteral("佐藤 花子"),
                                          QStringLiteral("security-manager"), secret(managerPassword), false});
    QVERIFY2(founded, founded ? "" : qPrintable(founded.error().message));
    m_code = founded->recoveryCode;
    m_joined = std::make_unique<window::OfficeDesk>(people::Office(base::toPath(path("joined"))));
    const auto applied = m_joined->apply({QStringLiteral("yamada"), QStringLiteral("山田 太郎"), {}, {}, secret(clerkPassword)});
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().message));
    QVERIFY(m_office->peopleDesk()->admit(*applied, QStringLiteral("staff")));
    sendRoster();
    const auto joined = m_joined->join(base::toPath(path("roster.json")), secret(clerkPassword));
    QVERIFY2(joined, joined ? "" : qPrintable(joined.error().message));
    m_joined->lock();
}

void TestRenewal::sendRoster()
{
    const auto sent = m_office->peopleDesk()->exportRoster(base::toPath(path("roster.json")));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
}

void TestRenewal::theCodeMakesNewKeys()
{
    openWindow(*m_joined);
    QVERIFY(!button(QStringLiteral("名簿が届いた")));
    press(QStringLiteral("パスワードをなくしたとき…"));
    QVERIFY(sees(QStringLiteral("管理者が名簿で答えます")));
    write(QStringLiteral("復旧コード"), m_code);
    write(QStringLiteral("新しいパスワード"), m_newPassword);
    write(QStringLiteral("新しいパスワード（もう一度）"), m_newPassword);
    press(QStringLiteral("新しい鍵を作る"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("管理者の回答を待っています")), 15000);
    QVERIFY(sees(base::toDisplay(m_joined->application())));
    QVERIFY(!button(QStringLiteral("開く"))->isEnabled());
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(sees(QStringLiteral("山田 太郎さんの新しい鍵は、管理者の回答を待っています")));
    QVERIFY(!m_joined->who());
}

void TestRenewal::theAdministratorMakesThemValid()
{
    const QString application = base::toDisplay(m_joined->application());
    m_office->lock();
    openWindow(*m_office);
    signInAsManager();
    press(QStringLiteral("設定"));
    QTRY_VERIFY(button(QStringLiteral("参加申請…")));
    pressAndName(QStringLiteral("参加申請…"), application);
    QTRY_VERIFY(sees(QStringLiteral("山田 太郎さんの新しい鍵")));
    press(QStringLiteral("有効にする"));
    QVERIFY(sees(QStringLiteral("先に本人に確かめてください。")));
    const QString asked = QStringLiteral("山田 太郎さん本人に電話か対面で確かめ、本人が作ったものだった");
    QTRY_VERIFY(button(asked)->height() > 0); // laid out anew below what was said
    press(asked);
    press(QStringLiteral("有効にする"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("新しい鍵が有効になりました")), 15000);
    sendRoster();
}

void TestRenewal::theRosterOpensTheComputerAgain()
{
    openWindow(*m_joined);
    QTRY_VERIFY(button(QStringLiteral("名簿が届いた")));
    press(QStringLiteral("名簿が届いた"));
    QTRY_VERIFY(button(QStringLiteral("回答の名簿を開く")));
    pressAndName(QStringLiteral("回答の名簿を開く"), path("roster.json"));
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("新しいパスワード")));
    write(QStringLiteral("新しいパスワード"), clerkPassword);
    press(QStringLiteral("開く"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("開く"))->isEnabled(), 15000);
    QVERIFY(!m_joined->who()); // the password of before opens nothing
    write(QStringLiteral("新しいパスワード"), m_newPassword);
    press(QStringLiteral("開く"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("ファイルを選ぶ")), 15000);
    QCOMPARE(m_joined->who()->id, QStringLiteral("yamada"));
    QVERIFY(!m_joined->renewing());
    base::NoProgress quiet;
    const auto proof = m_joined->reviewDesk().verify(quiet);
    QVERIFY(proof && proof->findings.empty());
}

void TestRenewal::aRosterThatClosesTheAccountLocksTheWindow()
{
    const auto closed = m_office->peopleDesk()->close(QStringLiteral("yamada"), QStringLiteral("異動"));
    QVERIFY2(closed, closed ? "" : qPrintable(closed.error().message));
    sendRoster();
    base::SecretBytes key;
    m_joined->withOpen([&](window::OpenOffice *open) {
        const base::SecretBytes &now = open->session.ledgerKey();
        key = base::SecretBytes(std::span(now.data(), now.size()));
    });
    press(QStringLiteral("設定"));
    QTRY_VERIFY(button(QStringLiteral("名簿を取り込む…")));
    pressAndName(QStringLiteral("名簿を取り込む…"), path("roster.json"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_joined->who(), 15000);
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("パスワード")));
    QVERIFY(m_joined->people().empty());
    // The key that they had opens the ledger no more.
    QVERIFY(!ledger::Ledger::open(people::ledgerPartsOf(m_joined->office()), key));
}

void TestRenewal::cleanupTestCase()
{
    closeEverything();
    m_joined.reset();
}

QTEST_MAIN(TestRenewal)
#include "tst_renewal.moc"
