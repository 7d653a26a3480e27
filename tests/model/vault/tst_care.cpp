// What a vault asks for: a second copy of what the policy wants one of, and a check from time to time.
#include "model/vault/vaultoffice.h"

#include "vault/care.h"
#include "vault/copynote.h"
#include "vault/memory.h"
#include "vault/moving.h"

#include <QTest>

using namespace shirushi;
using base::ErrorCode;
using tests::VaultOffice;

class TestCare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aSecondCopyIsWanted();
    void aNewContentWantsACopyAgain();
    void anItemAlone();
    void thePeriodIsOver();
    void anotherVaultHasNoCopy();
    void whoMaySayIt();
    void everyDesktopKnowsIt();
    void whoComesLaterKnowsIt();
    void whatSaysNoMoreGoes();
    void whatNobodyOfItSaidDoesNotCount_data();
    void whatNobodyOfItSaidDoesNotCount();
    void aClockFarAheadDoesNotCount();
    void aVaultThatCannotBeWritten();
    void aCheckIsDueForWhatIsKeptLong();
    void aFindingIsNoCheck();

private:
    QString put(const char *name, const char *availability, int years = 0) const
    {
        const base::Path file = m_office->make(QString::fromUtf8(name), "内容");
        const policy::Classes classes{{QStringLiteral("confidentiality"), QStringLiteral("2")},
                                      {QStringLiteral("integrity"), QStringLiteral("1")},
                                      {QStringLiteral("availability"), QString::fromLatin1(availability)}};
        base::NoProgress progress;
        const auto directory = m_office->directory();
        const auto pack = std::make_shared<policy::Pack>(m_office->pack());
        labelling::Labeller labeller(pack, {m_office->codecs(), m_desk->session, *directory, m_desk->ledger, m_office->clock(),
                                            m_office->office().folder() / "label.lock", QStringLiteral("staff"), {}});
        labelling::LabelOrder order;
        order.path = file;
        order.classes = classes;
        if (const auto outcome = labeller.set(order); outcome.error)
            qFatal("%s", qPrintable(outcome.error->message));
        const auto stored = vault::Storing(*m_vault, m_office->codecs()).put({{file}, false, false, {years, false, {}}}, progress);
        return stored->front().id;
    }
    bool isCopyDue(const QString &id) const { return vault::Care::of(*m_vault)->isCopyDue(m_vault->read(id)->item); }

    vault::CopyNote noteOf(const char *person) const
    {
        vault::CopyNote note;
        note.where = QStringLiteral("支所");
        note.at = m_office->clock().now();
        note.by = QLatin1String(person);
        return note;
    }
    base::Path onlyNote() const
    {
        const auto listing = vault::list(m_vault->layout());
        return listing && listing->copyNotes.size() == 1 ? listing->copyNotes.front() : base::Path();
    }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    std::unique_ptr<vault::Vault> m_vault;
};

void TestCare::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    auto vault = vault::Vault::create({m_office->place("vault"), {}, {QStringLiteral("sato")}}, m_office->parts(*m_desk));
    QVERIFY(vault.has_value());
    m_vault = std::make_unique<vault::Vault>(std::move(*vault));
}

void TestCare::cleanup()
{
    m_vault.reset();
    m_desk.reset();
    m_office.reset();
}

void TestCare::aSecondCopyIsWanted()
{
    const QString important = put("important.txt", "2");
    const QString other = put("other.txt", "1");
    QVERIFY(isCopyDue(important));
    QVERIFY(!isCopyDue(other)); // its class wants none
    QVERIFY(vault::noteCopied(*m_vault, {}, QStringLiteral("支所の書庫")));
    QVERIFY(!isCopyDue(important));
    const auto copied = vault::Care::of(*m_vault)->copyOf(m_vault->read(important)->item);
    QVERIFY(copied.has_value());
    QCOMPARE(copied->where, QStringLiteral("支所の書庫"));
    QCOMPARE(copied->by, QStringLiteral("yamada"));
    m_office->clock().advance(5);
    QVERIFY(isCopyDue(put("later.txt", "2"))); // was not there yet
    QVERIFY(!isCopyDue(important));
}

void TestCare::aNewContentWantsACopyAgain()
{
    const QString id = put("a.txt", "2");
    QVERIFY(vault::noteCopied(*m_vault, {}, QStringLiteral("支所")));
    m_office->clock().advance(5);
    QVERIFY(vault::Changing(*m_vault).change(id, {vault::Keeping{5, false, {}}, false}));
    QVERIFY(!isCopyDue(id)); // the content is the same
    const auto source = platform::FileSource::open(m_office->make(QStringLiteral("newer"), "新しい"));
    base::NoProgress progress;
    QVERIFY(vault::Changing(*m_vault).save(id, m_vault->read(id)->item.counter, vault::FileOriginal(*source), progress));
    QVERIFY(isCopyDue(id));
    m_office->clock().advance(5);
    QVERIFY(vault::noteCopied(*m_vault, {}, QStringLiteral("支所")));
    QVERIFY(!isCopyDue(id));
}

void TestCare::anItemAlone()
{
    const QString one = put("one.txt", "2");
    const QString two = put("two.txt", "2");
    QVERIFY(vault::noteCopied(*m_vault, {one}, QStringLiteral("支所")));
    QVERIFY(!isCopyDue(one));
    QVERIFY(isCopyDue(two));
}

void TestCare::thePeriodIsOver()
{
    const QString id = put("a.txt", "2");
    QVERIFY(vault::noteCopied(*m_vault, {}, QStringLiteral("支所")));
    m_office->clock().advance(86'400LL * 360);
    QVERIFY(!isCopyDue(id));
    m_office->clock().advance(86'400LL * 10); // more than the twelve months of the pack
    QVERIFY(isCopyDue(id));
}

void TestCare::anotherVaultHasNoCopy()
{
    const QString id = put("a.txt", "2");
    QVERIFY(vault::noteCopied(*m_vault, {}, QStringLiteral("支所")));
    auto second = vault::Vault::create({m_office->place("second"), {}, {}}, m_office->parts(*m_desk));
    QVERIFY(second.has_value());
    m_office->clock().advance(5);
    QVERIFY(vault::noteCopied(*second, {}, QStringLiteral("本庁")));
    m_office->clock().advance(5);
    base::NoProgress progress;
    const auto moved = vault::Moving(*m_vault, *second).move({id}, progress);
    QVERIFY(moved && !moved->front().error);
    QVERIFY(vault::Care::of(*second)->isCopyDue(second->read(id)->item));
}

void TestCare::whoMaySayIt()
{
    const QString id = put("a.txt", "2");
    const auto refused = vault::noteCopied(*m_vault, {}, QStringLiteral("  "));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(!vault::noteCopied(*m_vault, {QStringLiteral("00000000-0000-4000-8000-000000000000")}, QStringLiteral("支所")));
    const auto suzuki = m_office->signIn("suzuki"); // can only recover what is in it
    const auto vault = vault::Vault::open(m_office->place("vault"), m_office->parts(*suzuki));
    QVERIFY(vault.has_value());
    const auto forbidden = vault::noteCopied(*vault, {}, QStringLiteral("支所"));
    QVERIFY(!forbidden);
    QCOMPARE(forbidden.error().code, ErrorCode::Forbidden);
    QVERIFY(isCopyDue(id));
}

// Two desktops with a vault on a file server: each has a ledger of its own.
void TestCare::everyDesktopKnowsIt()
{
    const QString id = put("a.txt", "2");
    const base::Path there = m_office->place("data-there");
    std::filesystem::copy(m_office->place("data"), there, std::filesystem::copy_options::recursive);
    const people::Office office(there);
    auto session = office.signIn(QStringLiteral("sato"), VaultOffice::word(), m_office->clock());
    QVERIFY(session.has_value());
    auto ledger = office.openLedger(*session);
    QVERIFY(ledger.has_value());
    const auto vault = vault::Vault::open(m_vault->layout().folder(), {*ledger, *session, people::Directory::load(office.peopleFolder()),
                                                                       m_vault->parts().pack, m_office->clock(), there / vault::workLock});
    QVERIFY(vault.has_value());
    const auto item = [&] { return vault->read(id)->item; };
    QVERIFY(vault::Care::of(*vault)->isCopyDue(item()));
    QVERIFY(vault::noteCopied(*m_vault, {id}, QStringLiteral("支所の書庫")));
    QVERIFY(!vault::Care::of(*vault)->isCopyDue(item()));
    const auto copied = vault::Care::of(*vault)->copyOf(item());
    QVERIFY(copied.has_value());
    QCOMPARE(copied->where, QStringLiteral("支所の書庫"));
    QCOMPARE(copied->by, QStringLiteral("yamada"));
    QCOMPARE(VaultOffice::codes(*vault), QStringList());
    // Its place is for members alone.
    const QByteArray word = VaultOffice::contentOf(onlyNote());
    QVERIFY(word.startsWith("age-encryption.org/v1"));
    QVERIFY(!word.contains("支所"));
}

void TestCare::whoComesLaterKnowsIt()
{
    const QString id = put("a.txt", "2");
    base::NoProgress progress;
    QVERIFY(vault::Membership(*m_vault).remove({QStringLiteral("sato")}, progress).has_value());
    QVERIFY(vault::noteCopied(*m_vault, {}, QStringLiteral("支所")));
    const auto sato = m_office->signIn("sato");
    QVERIFY(!vault::Vault::open(m_vault->layout().folder(), m_office->parts(*sato)));
    QVERIFY(vault::Membership(*m_vault).add({QStringLiteral("sato")}, progress).has_value());
    const auto vault = vault::Vault::open(m_vault->layout().folder(), m_office->parts(*sato));
    QVERIFY(vault.has_value());
    const vault::CopyNotes notes = vault::copyNotesOf(*vault);
    QCOMPARE(notes.believed.size(), 1U);
    QCOMPARE(notes.believed.front().by, QStringLiteral("yamada"));
}

void TestCare::whatSaysNoMoreGoes()
{
    const QString one = put("one.txt", "2");
    const QString two = put("two.txt", "2");
    const auto notes = [&] { return vault::copyNotesOf(*m_vault).believed.size(); };
    QVERIFY(vault::noteCopied(*m_vault, {one}, QStringLiteral("支所")));
    m_office->clock().advance(5);
    QVERIFY(vault::noteCopied(*m_vault, {two}, QStringLiteral("支所")));
    QCOMPARE(notes(), 2U);
    m_office->clock().advance(5);
    QVERIFY(vault::noteCopied(*m_vault, {one}, QStringLiteral("本庁")));
    QCOMPARE(notes(), 2U);
    m_office->clock().advance(5);
    QVERIFY(vault::noteCopied(*m_vault, {}, QStringLiteral("本庁")));
    QCOMPARE(notes(), 1U);
    m_office->clock().advance(5);
    QVERIFY(vault::noteCopied(*m_vault, {one}, QStringLiteral("支所"))); // the other is still covered by the one before
    QCOMPARE(notes(), 2U);
}

void TestCare::whatNobodyOfItSaidDoesNotCount_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("another byte") << QStringLiteral("byte");
    QTest::newRow("signed by somebody of the roster who never was of the vault") << QStringLiteral("stranger");
    QTest::newRow("said of another vault") << QStringLiteral("vault");
    QTest::newRow("under another number") << QStringLiteral("number");
    QTest::newRow("changed after it was signed") << QStringLiteral("changed");
}

void TestCare::whatNobodyOfItSaidDoesNotCount()
{
    QFETCH(QString, fault);
    const QString id = put("a.txt", "2");
    const vault::Layout &layout = m_vault->layout();
    if (fault == u"byte" || fault == u"number") {
        // On another desktop, so that this one's ledger does not know it.
        QVERIFY(vault::writeCopyNote(*m_vault, noteOf("yamada")));
        QVERIFY(!isCopyDue(id));
        if (fault == u"number") {
            std::filesystem::rename(onlyNote(), layout.copyNoteOf(QStringLiteral("00000000-0000-4000-8000-000000000000")));
        } else {
            QByteArray bytes = VaultOffice::contentOf(onlyNote());
            bytes[bytes.size() - 20] = static_cast<char>(bytes[bytes.size() - 20] ^ 1);
            QFile file(base::toDisplay(onlyNote()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
    } else {
        const auto writer = m_office->signIn(fault == u"stranger" ? "tanaka" : "yamada");
        vault::CopyNote note = noteOf(fault == u"stranger" ? "tanaka" : "yamada");
        note.id = QStringLiteral("00000000-0000-4000-8000-000000000000");
        note.vault = fault == u"vault" ? QStringLiteral("11111111-0000-4000-8000-000000000000") : m_vault->file().id;
        QJsonObject json = *vault::signedJson(vault::toJson(note), writer->session);
        if (fault == u"changed")
            json.insert(QStringLiteral("where"), QStringLiteral("本庁"));
        std::filesystem::create_directory(layout.copyNotes());
        QVERIFY(platform::writeFile(layout.copyNoteOf(note.id), *vault::encrypted(json, m_vault->file().readers.keys())));
    }
    QVERIFY(isCopyDue(id));
    QCOMPARE(VaultOffice::codes(*m_vault), QStringList{QStringLiteral("copy-note")});
}

void TestCare::aClockFarAheadDoesNotCount()
{
    const QString id = put("a.txt", "2");
    vault::CopyNote note = noteOf("yamada");
    note.at = note.at.addYears(50);
    QVERIFY(vault::writeCopyNote(*m_vault, note));
    QVERIFY(isCopyDue(id));
    note.at = note.at.addYears(-50).addSecs(600); // another desktop's clock is a little ahead
    QVERIFY(vault::writeCopyNote(*m_vault, note));
    QVERIFY(!isCopyDue(id));
}

void TestCare::aVaultThatCannotBeWritten()
{
    const QString id = put("a.txt", "2");
    QFile inTheWay(base::toDisplay(m_vault->layout().copyNotes()));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(!vault::noteCopied(*m_vault, {}, QStringLiteral("支所")));
    QVERIFY(inTheWay.remove());
    QVERIFY(!isCopyDue(id)); // this desktop knows it all the same
}

void TestCare::aCheckIsDueForWhatIsKeptLong()
{
    const QString id = put("a.txt", "1", 10);
    const QString other = put("b.txt", "1", 5);
    const auto care = [this] { return *vault::Care::of(*m_vault); };
    QVERIFY(care().isKeptLong(m_vault->read(id)->item));
    QVERIFY(!care().isKeptLong(m_vault->read(other)->item));
    QVERIFY(!care().isCheckDue(true)); // it was made a moment ago
    m_office->clock().advance(86'400LL * 370);
    QVERIFY(care().isCheckDue(true));
    base::NoProgress progress;
    const auto findings = vault::check(*m_vault, progress);
    QVERIFY(findings && findings->empty());
    QVERIFY(!care().isCheckDue(true));
    QVERIFY(care().checkedAt().isValid());
    m_office->clock().advance(86'400LL * 370);
    QVERIFY(care().isCheckDue(true));
}

void TestCare::aFindingIsNoCheck()
{
    const QString id = put("a.txt", "1", 10);
    m_office->clock().advance(86'400LL * 370);
    std::filesystem::remove(m_vault->layout().file(m_vault->read(id)->item.content.file));
    base::NoProgress progress;
    const auto findings = vault::check(*m_vault, progress);
    QVERIFY(findings && !findings->empty());
    QVERIFY(vault::Care::of(*m_vault)->isCheckDue(true));
    QVERIFY(!vault::Care::of(*m_vault)->checkedAt().isValid());
}

QTEST_GUILESS_MAIN(TestCare)
#include "tst_care.moc"
