#include "people/office.h"
#include "people/directory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

namespace {

base::SecretBytes secret(const QByteArray &text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()),
                                       static_cast<std::size_t>(text.size())));
}

policy::Pack packWithRoles()
{
    policy::Pack pack;
    pack.id = QStringLiteral("kameoka");
    policy::Role staff;
    staff.id = QStringLiteral("staff");
    policy::Role councillor;
    councillor.id = QStringLiteral("councillor");
    councillor.absent = true;
    pack.roles = {staff, councillor};
    return pack;
}

} // namespace

class TestOffice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void foundsAndSignsIn();
    void refusesWhatIsIncomplete_data();
    void refusesWhatIsIncomplete();
    void isFoundedOnce();
    void unfinishedSetUpIsBegunAnew();
    void wrongPasswordAndUnknownPersonAreNotSignedIn();
    void exchangedSlotIsNoticed();
    void weakParametersAreRaised();
    void nothingSecretLiesInTheFolder();
    void filesAreTheOwnersAlone();

private:
    base::Result<people::Session> found(const QString &id = QStringLiteral("yamada"),
                                        const QByteArray &password = "correct horse")
    {
        return m_office->found(packWithRoles(), {id, QStringLiteral("山田 太郎"), QStringLiteral("staff")},
                               secret(password), {}, m_clock);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<people::Office> m_office;
    base::SystemClock m_clock;
};

void TestOffice::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_office = std::make_unique<people::Office>(base::toPath(m_folder->filePath(QStringLiteral("data/office"))));
}

void TestOffice::foundsAndSignsIn()
{
    QVERIFY(!m_office->isSetUp());
    const auto founder = found();
    QVERIFY(founder);
    QVERIFY(m_office->isSetUp());
    auto session = m_office->signIn(QStringLiteral("yamada"), secret("correct horse"), m_clock);
    QVERIFY(session);
    QCOMPARE(session->account().name, QStringLiteral("山田 太郎"));
    auto ledger = m_office->openLedger(*session);
    QVERIFY(ledger);
    QCOMPARE(ledger->list({})->front().draft.kind, QStringLiteral("founded"));
    const auto directory = people::Directory::load(m_office->peopleFolder());
    QCOMPARE(directory->active().size(), std::size_t(1));
    QVERIFY(directory->isAdministrator(QStringLiteral("yamada")));
    const QByteArray message = "message";
    QVERIFY(crypto::verifySignature(*directory->publicKey(session->keyId()), message, session->sign(message).value()));
}

void TestOffice::refusesWhatIsIncomplete_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QByteArray>("password");
    const QString id = QStringLiteral("yamada"), name = QStringLiteral("山田"), role = QStringLiteral("staff");
    QTest::newRow("id leaves the folder") << QStringLiteral("../x") << name << role << QByteArray("p");
    QTest::newRow("no id") << QString() << name << role << QByteArray("p");
    QTest::newRow("no name") << id << QStringLiteral(" ") << role << QByteArray("p");
    QTest::newRow("no password") << id << name << role << QByteArray();
    QTest::newRow("unknown role") << id << name << QStringLiteral("king") << QByteArray("p");
    QTest::newRow("absent role") << id << name << QStringLiteral("councillor") << QByteArray("p");
}

void TestOffice::refusesWhatIsIncomplete()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(QString, role);
    QFETCH(QByteArray, password);
    const auto session = m_office->found(packWithRoles(), {id, name, role}, secret(password), {}, m_clock);
    QVERIFY(!session);
    QCOMPARE(session.error().code, base::ErrorCode::InvalidInput);
    QVERIFY(!m_office->isSetUp());
}

void TestOffice::isFoundedOnce()
{
    QVERIFY(found());
    QCOMPARE(found(QStringLiteral("sato")).error().code, base::ErrorCode::Forbidden);
    QVERIFY(m_office->signIn(QStringLiteral("yamada"), secret("correct horse"), m_clock));
}

void TestOffice::unfinishedSetUpIsBegunAnew()
{
    QVERIFY(found());
    QVERIFY(QFile::remove(base::toDisplay(m_office->settingsFile()))); // as a kill before the last step leaves it
    QVERIFY(found(QStringLiteral("sato"), "another"));
    QVERIFY(m_office->signIn(QStringLiteral("sato"), secret("another"), m_clock));
    QVERIFY(!m_office->signIn(QStringLiteral("yamada"), secret("correct horse"), m_clock));
}

void TestOffice::wrongPasswordAndUnknownPersonAreNotSignedIn()
{
    QVERIFY(found());
    QCOMPARE(m_office->signIn(QStringLiteral("yamada"), secret("wrong"), m_clock).error().code, base::ErrorCode::NotSignedIn);
    QCOMPARE(m_office->signIn(QStringLiteral("sato"), secret("wrong"), m_clock).error().code, base::ErrorCode::NotSignedIn);
    QCOMPARE(m_office->signIn(QStringLiteral("../yamada"), secret("x"), m_clock).error().code, base::ErrorCode::NotSignedIn);
}

void TestOffice::exchangedSlotIsNoticed()
{
    QVERIFY(found());
    people::Office other(base::toPath(m_folder->filePath(QStringLiteral("other"))));
    QVERIFY(other.found(packWithRoles(), {QStringLiteral("sato"), QStringLiteral("佐藤"), QStringLiteral("staff")},
                        secret("hers"), {}, m_clock));
    const QString mine = base::toDisplay(m_office->peopleFolder() / "yamada.json");
    QVERIFY(QFile::remove(mine));
    QVERIFY(QFile::copy(base::toDisplay(other.peopleFolder() / "sato.json"), mine));
    QVERIFY(!m_office->signIn(QStringLiteral("yamada"), secret("hers"), m_clock));
}

// A key file of a time when less was enough: the next right password seals it anew.
void TestOffice::weakParametersAreRaised()
{
    const auto founder = found();
    QVERIFY(founder);
    const base::Path file = m_office->slotFile(QStringLiteral("yamada"));
    auto slot = people::readSlot(file);
    QVERIFY(slot);
    slot->parameters = {14, 8, 1};
    const auto key = crypto::deriveKey(secret("correct horse"), slot->salt, slot->parameters);
    slot->sealedSigningKey = *crypto::sealWithKey(*key, founder->keys().signing, "shirushi/v1/slot/signing/yamada");
    slot->sealedReceivingKey = *crypto::sealWithKey(*key, founder->keys().receiving, "shirushi/v1/slot/receiving/yamada");
    QVERIFY(people::writeSlot(file, *slot));
    QVERIFY(!m_office->signIn(QStringLiteral("yamada"), secret("wrong"), m_clock));
    QCOMPARE(people::readSlot(file)->parameters.log2N, 14);
    QVERIFY(m_office->signIn(QStringLiteral("yamada"), secret("correct horse"), m_clock));
    const auto raised = people::readSlot(file);
    QVERIFY(raised && raised->parameters == crypto::currentScrypt() && raised->salt != slot->salt);
    QVERIFY(m_office->signIn(QStringLiteral("yamada"), secret("correct horse"), m_clock));
}

void TestOffice::nothingSecretLiesInTheFolder()
{
    QVERIFY(found());
    QDir folder(base::toDisplay(m_office->folder()));
    const auto session = m_office->signIn(QStringLiteral("yamada"), secret("correct horse"), m_clock);
    const QByteArray key(reinterpret_cast<const char *>(session->ledgerKey().data()), 32);
    for (const QString &name : {QStringLiteral("people/yamada.json"), QStringLiteral("settings.json"), QStringLiteral("ledger.db"),
                                QStringLiteral("people/root.json"), QStringLiteral("people/roster.json"), QStringLiteral("checkpoint")}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("correct horse"));
        QVERIFY(!bytes.contains(key));
        QVERIFY(!bytes.contains(key.toHex()));
        QVERIFY(!bytes.contains(key.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
    }
}

void TestOffice::filesAreTheOwnersAlone()
{
    QVERIFY(found());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const base::Path &path : {m_office->folder(), m_office->peopleFolder(), m_office->ledgerFile(),
                                   m_office->settingsFile(), m_office->peopleFolder() / "yamada.json"})
        QVERIFY(!(QFile::permissions(base::toDisplay(path)) & others));
}

QTEST_GUILESS_MAIN(TestOffice)
#include "tst_office.moc"
