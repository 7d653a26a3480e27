// What a vault asks for: a second copy of what the policy wants one of, and a check from time to time.
#include "model/vault/vaultoffice.h"

#include "vault/care.h"
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
