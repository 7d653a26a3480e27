// Items that go from one vault into another: what goes along, who may open it there, what is refused, what is recorded.
#include "model/vault/vaultoffice.h"

#include "crypto/age/agefile.h"
#include "vault/memory.h"
#include "vault/moving.h"
#include "vault/openitems.h"
#include "vault/rescue.h"

#include <QTest>

using namespace shirushi;
using base::ErrorCode;
using tests::VaultOffice;

class TestMoving : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everythingGoesAlong();
    void whoMayOpenItThere();
    void certainPeopleStayAmongThemselves();
    void thereAndBackAgain();
    void severalAtOnce();
    void theSameVaultIsRefused();
    void onlyMembersOfBothMove();
    void whatIsOpenStays();
    void whatWaitsToBeRescuedStays();
    void anOlderStateIsNotMoved();
    void aDamagedContentStays();
    void aReadOnlyVaultKeepsItsItem();
    void stoppingLeavesTheRest();

private:
    vault::Vault opened(const char *name, VaultOffice::Desk &desk) const
    {
        auto vault = vault::Vault::open(m_office->place(name), m_office->parts(desk));
        if (!vault)
            qFatal("%s", qPrintable(vault.error().message));
        return std::move(*vault);
    }
    vault::Moved move(const QString &id)
    {
        base::NoProgress progress;
        const auto moved = vault::Moving(*m_first, *m_second).move({id}, progress);
        if (!moved || moved->size() != 1)
            return {.id = id, .error = moved ? base::Error{} : moved.error()};
        return moved->front();
    }
    static QByteArray contentOf(const vault::Vault &vault, const vault::Content &content)
    {
        platform::MemorySink sink;
        base::NoProgress progress;
        return vault::readContent(vault.layout(), content, vault.own(), sink, progress) ? sink.bytes() : QByteArray("error");
    }
    static bool canOpen(const vault::Vault &vault, const vault::Content &content, const people::Session &session)
    {
        const auto source = platform::FileSource::open(vault.layout().file(content.file));
        platform::FileSequence from(*source);
        platform::MemorySink to;
        base::NoProgress progress;
        return crypto::age::decrypt(from, to, vault::identitiesOf(session.keys().receiving), progress).has_value();
    }
    static qsizetype filesIn(const vault::Vault &vault)
    {
        return std::distance(std::filesystem::directory_iterator(vault.layout().items()), std::filesystem::directory_iterator());
    }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    std::unique_ptr<vault::Vault> m_first;  // of yamada and sato
    std::unique_ptr<vault::Vault> m_second; // of yamada alone
};

void TestMoving::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    QVERIFY(vault::Vault::create({m_office->place("first"), {}, {QStringLiteral("sato")}}, m_office->parts(*m_desk)));
    QVERIFY(vault::Vault::create({m_office->place("second"), {}, {}}, m_office->parts(*m_desk)));
    m_first = std::make_unique<vault::Vault>(opened("first", *m_desk));
    m_second = std::make_unique<vault::Vault>(opened("second", *m_desk));
}

void TestMoving::cleanup()
{
    m_first.reset();
    m_second.reset();
    m_desk.reset();
    m_office.reset();
}

void TestMoving::everythingGoesAlong()
{
    base::NoProgress progress;
    const auto stored = vault::Storing(*m_first, m_office->codecs())
                            .put({{m_office->make(QStringLiteral("名簿.csv"), QByteArray(200'000, 'a'))}, false, false, {10, false, QDate(2024, 5, 1)}}, progress);
    const QString id = stored->front().id;
    const base::Path newer = m_office->make(QStringLiteral("newer"), QByteArray(70'000, 'b'));
    const auto source = platform::FileSource::open(newer);
    QVERIFY(vault::Changing(*m_first).save(id, 1, vault::FileOriginal(*source), progress));
    const vault::Item before = m_first->read(id)->item;
    const QStringList filesBefore = before.files();
    QByteArrayList sealedBefore;
    for (const QString &file : filesBefore)
        sealedBefore += VaultOffice::contentOf(m_first->layout().file(file));

    const vault::Moved moved = move(id);
    QVERIFY2(!moved.error, qPrintable(moved.error ? moved.error->message : QString()));
    QCOMPARE(moved.notices, QStringList());
    QVERIFY(!moved.isInBoth);

    const vault::Item after = m_second->read(id)->item;
    QCOMPARE(contentOf(*m_second, after.content), QByteArray(70'000, 'b'));
    QCOMPARE(after.older.size(), std::size_t(1));
    QCOMPARE(contentOf(*m_second, after.older.front().content), QByteArray(200'000, 'a'));
    QCOMPARE(after.older.front().counter, before.older.front().counter);
    QVERIFY(after.keeping == before.keeping);
    QCOMPARE(after.name, before.name);
    QCOMPARE(after.madeAt, before.madeAt);
    QCOMPARE(after.counter, before.counter + 1);
    QCOMPARE(after.history.size(), before.history.size() + 1);
    QCOMPARE(after.history.back().deed, QStringLiteral("moved"));
    QCOMPARE(after.history.back().note, QStringLiteral("first"));
    QVERIFY(after.content.sealed != before.content.sealed && after.content.payload != before.content.payload); // keys of its own
    // Nothing is left in the first one.
    QCOMPARE(m_first->look(id).doubt, vault::Doubt::Missing);
    QCOMPARE(filesIn(*m_first), qsizetype(0));
    QVERIFY(!std::filesystem::exists(m_first->layout().locks() / (id.toStdString() + ".open")));
    QCOMPARE(VaultOffice::codes(*m_first), QStringList());
    QCOMPARE(VaultOffice::codes(*m_second), QStringList());
    QVERIFY(vault::knownItems(m_desk->ledger, m_first->file().id)->empty());
    QVERIFY(vault::knownItems(m_desk->ledger, m_second->file().id)->contains(id));
    // One entry names both.
    ledger::Query query;
    query.kinds = {vault::movedKind};
    int entries = 0;
    QVERIFY(m_desk->ledger.visit(query, [&](const ledger::Entry &entry) {
        ++entries;
        const QJsonObject &details = entry.draft.details;
        const bool isRight = details.value(vault::itemMember) == id && details.value(vault::fromMember) == m_first->file().id
                             && details.value(vault::vaultMember) == m_second->file().id;
        entries += isRight ? 0 : 100;
        return true;
    }));
    QCOMPARE(entries, 1);
    QVERIFY(m_desk->ledger.openDeeds()->empty());
}

void TestMoving::whoMayOpenItThere()
{
    const auto sato = m_office->signIn("sato");
    const auto suzuki = m_office->signIn("suzuki");
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a"), "a"));
    QVERIFY(canOpen(*m_first, m_first->read(id)->item.content, sato->session));
    QVERIFY(!move(id).error);
    const vault::Content content = m_second->read(id)->item.content;
    QVERIFY(!canOpen(*m_second, content, sato->session)); // no member there
    QVERIFY(canOpen(*m_second, content, suzuki->session)); // can always recover
    QVERIFY(canOpen(*m_second, content, m_desk->session));
}

void TestMoving::certainPeopleStayAmongThemselves()
{
    base::NoProgress progress;
    QVERIFY(vault::Membership(*m_second).add({QStringLiteral("sato")}, progress));
    const auto stored = vault::Storing(*m_first, m_office->codecs()).put({{m_office->make(QStringLiteral("a"), "a")}, false, false, {}, {QStringLiteral("yamada")}}, progress);
    const QString id = stored->front().id;
    QVERIFY(!move(id).error);
    const vault::Item after = m_second->read(id)->item;
    QVERIFY(after.ownMembers);
    QVERIFY(!after.readers.hasMember(QStringLiteral("sato")));
    QCOMPARE(VaultOffice::codes(*m_second), QStringList());
}

void TestMoving::thereAndBackAgain()
{
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a"), "a"));
    const QByteArray old = VaultOffice::contentOf(m_first->layout().descriptionOf(id));
    QVERIFY(!move(id).error);
    base::NoProgress progress;
    const auto back = vault::Moving(*m_second, *m_first).move({id}, progress);
    QVERIFY(back && !back->front().error);
    QCOMPARE(m_first->read(id)->item.counter, 3);
    QCOMPARE(VaultOffice::codes(*m_first), QStringList());
    QCOMPARE(VaultOffice::codes(*m_second), QStringList());
    QVERIFY(vault::knownItems(m_desk->ledger, m_second->file().id)->empty());
    // Its description of before is an older state.
    QFile file(base::toDisplay(m_first->layout().descriptionOf(id)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(old) == old.size());
    file.close();
    QVERIFY(VaultOffice::codes(*m_first).contains(QStringLiteral("item-older")));
}

void TestMoving::severalAtOnce()
{
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids += m_office->put(*m_first, m_office->make(QString::number(i), QByteArray(i * 1000, 'x')));
    ids.insert(2, QStringLiteral("00000000-0000-4000-8000-000000000000"));
    QStringList told;
    base::NoProgress progress;
    const auto moved = vault::Moving(*m_first, *m_second).move(ids, progress, [&](const vault::Moved &one) { told += one.id; });
    QVERIFY(moved.has_value());
    QCOMPARE(told, ids);
    for (const vault::Moved &one : *moved)
        QCOMPARE(one.error.has_value(), one.id == ids[2]);
    QCOMPARE(filesIn(*m_second), qsizetype(10));
    QCOMPARE(filesIn(*m_first), qsizetype(0));
}

void TestMoving::theSameVaultIsRefused()
{
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a"), "a"));
    base::NoProgress progress;
    auto again = opened("first", *m_desk);
    const auto moved = vault::Moving(*m_first, again).move({id}, progress);
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::InvalidInput);
}

void TestMoving::onlyMembersOfBothMove()
{
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a"), "a"));
    base::NoProgress progress;
    // Who can only recover the item does not move it, and who is no member of the other vault does not either.
    const auto suzuki = m_office->signIn("suzuki");
    QVERIFY(vault::Vault::create({m_office->place("third"), {}, {}}, m_office->parts(*suzuki)));
    {
        auto from = opened("first", *suzuki);
        auto to = opened("third", *suzuki);
        const auto moved = vault::Moving(from, to).move({id}, progress);
        QVERIFY(moved.has_value());
        QCOMPARE(moved->front().error->code, ErrorCode::Forbidden);
        auto second = opened("second", *suzuki);
        const auto refused = vault::Moving(to, second).move({id}, progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    }
    QVERIFY(m_first->read(id).has_value());
}

void TestMoving::whatIsOpenStays()
{
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a.txt"), "a"));
    {
        vault::OpenItems items({m_office->parts(*m_desk), m_office->office().folder(), [](const base::Path &) { return base::Result<void>(); }, {}, {}});
        base::NoProgress progress;
        for (const bool isReadOnly : {false, true}) {
            const auto open = items.open({m_first->layout().folder(), id, isReadOnly}, progress);
            QVERIFY(open.has_value());
            const vault::Moved moved = move(id);
            QVERIFY(moved.error);
            QCOMPARE(moved.error->code, ErrorCode::InUse);
            QVERIFY(m_first->read(id).has_value());
            QVERIFY(items.close(open->id));
            items.forget(open->id);
        }
    }
    QVERIFY(!move(id).error);
}

void TestMoving::whatWaitsToBeRescuedStays()
{
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a.txt"), "a"));
    const vault::Rescues rescues(m_office->office().folder());
    vault::Rescue rescue;
    rescue.id = QStringLiteral("11111111-1111-4111-8111-111111111111");
    rescue.vault = m_first->layout().folder();
    rescue.vaultId = m_first->file().id;
    rescue.vaultName = m_first->file().name;
    rescue.item = id;
    rescue.name = QStringLiteral("a.txt");
    rescue.counter = 1;
    rescue.person = QStringLiteral("yamada");
    rescue.at = m_office->clock().now();
    rescue.reason = QStringLiteral("閉じる前に施錠された");
    const auto document = platform::FileSource::open(m_office->make(QStringLiteral("later"), "later"));
    const auto keys = m_first->read(id)->item.readers.keys();
    QVERIFY(rescues.seal(rescue, *document, keys));
    const vault::Moved moved = move(id);
    QVERIFY(moved.error);
    QCOMPARE(moved.error->code, ErrorCode::InUse);
    QVERIFY(rescues.discard(rescue, m_office->parts(*m_desk)));
    QVERIFY(!move(id).error);
}

void TestMoving::anOlderStateIsNotMoved()
{
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a"), "a"));
    const QByteArray old = VaultOffice::contentOf(m_first->layout().descriptionOf(id));
    QVERIFY(vault::Changing(*m_first).change(id, {vault::Keeping{5, false, {}}, false}));
    QFile file(base::toDisplay(m_first->layout().descriptionOf(id)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(old) == old.size());
    file.close();
    const vault::Moved moved = move(id);
    QVERIFY(moved.error);
    QCOMPARE(moved.error->code, ErrorCode::Damaged);
}

void TestMoving::aDamagedContentStays()
{
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a"), QByteArray(100'000, 'a')));
    const base::Path content = m_first->layout().file(m_first->read(id)->item.content.file);
    QFile file(base::toDisplay(content));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(50'000) && file.write("X") == 1);
    file.close();
    const vault::Moved moved = move(id);
    QVERIFY(moved.error);
    QVERIFY(m_first->read(id).has_value() && std::filesystem::exists(content));
    QCOMPARE(filesIn(*m_second), qsizetype(0)); // nothing was left there
}

void TestMoving::aReadOnlyVaultKeepsItsItem()
{
    const QString id = m_office->put(*m_first, m_office->make(QStringLiteral("a"), "a"));
    const base::Path content = m_first->layout().file(m_first->read(id)->item.content.file);
    // A further name: emptying the one would empty the other.
    std::filesystem::create_hard_link(content, m_office->place("further"));
    const vault::Moved moved = move(id);
    QVERIFY(moved.error);
    QCOMPARE(moved.error->code, ErrorCode::Unsupported);
    QVERIFY(m_first->read(id).has_value());
    QCOMPARE(filesIn(*m_second), qsizetype(0));
}

void TestMoving::stoppingLeavesTheRest()
{
    class Once final : public base::Progress
    {
    public:
        void report(std::uint64_t done, std::uint64_t, const QString &) override { m_isOver = done >= 1; }
        bool cancelled() const override { return m_isOver; }

    private:
        bool m_isOver = false;
    };
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids += m_office->put(*m_first, m_office->make(QString::number(i), QByteArray(10, 'x')));
    Once progress;
    const auto moved = vault::Moving(*m_first, *m_second).move(ids, progress);
    QVERIFY(moved.has_value());
    QCOMPARE(moved->size(), std::size_t(1));
    QVERIFY(m_second->read(ids[0]).has_value());
    QVERIFY(m_first->read(ids[1]).has_value() && m_first->read(ids[2]).has_value());
}

QTEST_GUILESS_MAIN(TestMoving)
#include "tst_moving.moc"
