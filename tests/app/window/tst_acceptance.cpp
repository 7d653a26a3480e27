// A ledger from which somebody has deleted an entry, with the right key: a clerk is told whom to ask, the administrator
// takes it as it stands, and work goes on. By mouse and keys over a real data folder.
#include "app/window/storybench.h"

#include "ledger/database.h"

#include <QFile>

using namespace shirushi;

class TestAcceptance : public QObject, private test::StoryBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theClerkIsToldWhomToAsk();
    void theAdministratorAccepts();
    void workGoesOn();
    void cleanupTestCase() { closeEverything(); }

private:
    labelling::LabelOutcome label(const char *name);
    void leave();
    void deleteEntry(std::int64_t seq);
    std::vector<ledger::Entry> entries() const { return m_office->reviewDesk().entries({}, 0, 100)->entries; }

    std::int64_t m_lost = 0;
    const QString m_deed = QStringLiteral("調べた結果を受け入れて書込みを再開する");
};

void TestAcceptance::initTestCase()
{
    makeTheme();
    found();
    openWindow();
    signInAsClerk();
    QVERIFY(!label("a.txt").error);
    m_lost = entries().front().seq;
    QVERIFY(!label("b.txt").error);
    deleteEntry(m_lost);
    leave();
}

labelling::LabelOutcome TestAcceptance::label(const char *name)
{
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(name) < 0)
        qFatal("no file");
    labelling::LabelOrder order;
    order.path = base::toPath(file.fileName());
    file.close();
    order.classes = {{QStringLiteral("confidentiality"), QStringLiteral("2")},
                     {QStringLiteral("integrity"), QStringLiteral("1")},
                     {QStringLiteral("availability"), QStringLiteral("1")}};
    base::NoProgress quiet;
    return m_office->label({order}, quiet, {}).front();
}

void TestAcceptance::leave()
{
    m_window->lock();
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("パスワード")));
}

void TestAcceptance::deleteEntry(std::int64_t seq)
{
    m_office->withOpen([&](window::OpenOffice *open) {
        auto database = ledger::Database::open(m_office->office().ledgerFile(), open->session.ledgerKey(),
                                               ledger::Database::Mode::ReadWrite);
        QVERIFY(database);
        const QByteArray sql = "PRAGMA foreign_keys = OFF; DELETE FROM entry WHERE seq = " + QByteArray::number(qint64(seq));
        const auto done = database->execute(sql.constData());
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    });
}

void TestAcceptance::theClerkIsToldWhomToAsk()
{
    signInAsClerk();
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("台帳 要確認")), 15000);
    press(QStringLiteral("記録"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("もう一度確かめる")), 15000);
    QVERIFY(sees(QStringLiteral("佐藤 花子")));
    QVERIFY(!button(m_deed + QStringLiteral("…")));
    QVERIFY(label("c.txt").error);
    base::NoProgress quiet;
    const auto refused = m_office->reviewDesk().accept(QStringLiteral("よし"), quiet);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Forbidden);
    leave();
}

void TestAcceptance::theAdministratorAccepts()
{
    signInAsManager();
    press(QStringLiteral("記録"));
    QTRY_VERIFY_WITH_TIMEOUT(button(m_deed + QStringLiteral("…")), 15000);
    press(m_deed + QStringLiteral("…"));
    QVERIFY(sees(QStringLiteral("失われた記録（%1番）").arg(m_lost)));
    QVERIFY(!button(m_deed)->isEnabled());
    write(QStringLiteral("理由"), QStringLiteral("ディスクの故障を確認した"));
    press(m_deed);
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("台帳に書き込めるようになりました")), 15000);
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("台帳は完全です。")), 15000);
    QVERIFY(!button(m_deed + QStringLiteral("…")));
    const std::vector<ledger::Entry> now = entries();
    QCOMPARE(now.front().draft.kind, ledger::acceptedKind);
    QCOMPARE(now.front().draft.reason, QStringLiteral("ディスクの故障を確認した"));
    QCOMPARE(now.front().user, QStringLiteral("sato"));
    const auto lost = std::find_if(now.begin(), now.end(), [this](const ledger::Entry &entry) { return entry.seq == m_lost; });
    QVERIFY(lost != now.end());
    QCOMPARE(lost->draft.kind, ledger::lostKind);
}

void TestAcceptance::workGoesOn()
{
    const auto outcome = label("d.txt");
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message) : "");
    leave();
    signInAsClerk();
    QVERIFY(!sees(QStringLiteral("いまは記録できません")));
    QVERIFY(!label("e.txt").error);
    base::NoProgress quiet;
    const auto proof = m_office->reviewDesk().verify(quiet);
    QVERIFY(proof && proof->findings.empty());
}

QTEST_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
