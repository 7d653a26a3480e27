// What somebody does to a vault behind its members' backs is found, each under its own name, and what goes wrong while
// something is put in leaves the original.
#include "model/vault/vaultoffice.h"

#include "crypto/age/agefile.h"
#include "vault/memory.h"

#include <QTest>

#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <unistd.h>

using namespace shirushi;
using base::ErrorCode;
using tests::VaultOffice;

class TestVaultFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void found_data();
    void found();
    void anotherForTheSameKeys();
    void whoIsNoMemberCannotDescribe();
    void anOlderListOfMembersIsNotUsed();
    void aListOfMembersByAStranger();
    void aListOfMembersByWhoWasRemoved();
    void aLinkThatWasChanged_data();
    void aLinkThatWasChanged();
    void anotherVaultsItem();
    void fullDisk();
    void vanishedMedium();
    void readOnlyFolder();
    void lockedItemsSayNothing();

private:
    base::Path description(int i) const { return m_vault->layout().descriptionOf(m_ids[i]); }
    base::Path content(int i) const { return m_vault->layout().file(m_vault->read(m_ids[i])->item.content.file); }
    void write(const base::Path &path, const QByteArray &bytes) const
    {
        QFile file(base::toDisplay(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    std::unique_ptr<vault::Vault> m_vault;
    QStringList m_ids;
};

void TestVaultFaults::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    auto vault = vault::Vault::create({m_office->place("vault"), {}, {}}, m_office->parts(*m_desk));
    QVERIFY(vault.has_value());
    m_vault = std::make_unique<vault::Vault>(std::move(*vault));
    m_ids.clear();
    for (int i = 0; i < 3; ++i)
        m_ids += m_office->put(*m_vault, m_office->make(QStringLiteral("%1.txt").arg(i), QByteArray(1000 + i, 'x')));
}

void TestVaultFaults::cleanup()
{
    m_vault.reset();
    m_desk.reset();
    m_office.reset();
}

void TestVaultFaults::found_data()
{
    QTest::addColumn<QString>("deed");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char *deed, const QStringList &codes) { QTest::newRow(deed) << QString::fromLatin1(deed) << codes; };
    row("nothing", {});
    row("description cut", {QStringLiteral("item-damaged")});
    row("description emptied", {QStringLiteral("item-damaged")});
    row("description changed", {QStringLiteral("item-damaged")});
    row("description removed", {QStringLiteral("item-missing"), QStringLiteral("orphan")});
    row("descriptions exchanged", {QStringLiteral("item-exchanged"), QStringLiteral("item-exchanged")});
    row("older description", {QStringLiteral("item-older")});
    row("content changed", {QStringLiteral("content-changed")});
    row("content cut", {QStringLiteral("content-changed")});
    row("content longer", {QStringLiteral("content-changed")});
    row("content removed", {QStringLiteral("content-missing")});
    row("contents exchanged", {QStringLiteral("content-changed"), QStringLiteral("content-changed")});
    row("a copy beside it", {QStringLiteral("stranger")});
}

void TestVaultFaults::found()
{
    QFETCH(QString, deed);
    QFETCH(QStringList, codes);
    QByteArray bytes = VaultOffice::contentOf(description(0));
    if (deed == u"description cut")
        write(description(0), bytes.chopped(1));
    if (deed == u"description emptied")
        write(description(0), {});
    if (deed == u"description changed") {
        bytes[bytes.size() - 20] = static_cast<char>(bytes[bytes.size() - 20] ^ 1);
        write(description(0), bytes);
    }
    if (deed == u"description removed")
        std::filesystem::remove(description(0));
    if (deed == u"descriptions exchanged") {
        write(description(0), VaultOffice::contentOf(description(1)));
        write(description(1), bytes);
    }
    if (deed == u"older description") {
        QVERIFY(vault::Changing(*m_vault).change(m_ids[0], {vault::Keeping{5, false, {}}, false}));
        write(description(0), bytes);
    }
    if (deed == u"a copy beside it")
        write(m_vault->layout().items() / "copy of something.age", bytes);
    if (deed.startsWith(u"content")) {
        const base::Path file = content(0);
        QByteArray sealed = VaultOffice::contentOf(file);
        if (deed == u"content cut")
            write(file, sealed.chopped(1));
        else if (deed == u"content longer")
            write(file, sealed + 'x');
        else if (deed == u"content removed")
            std::filesystem::remove(file);
        else if (deed == u"content changed") {
            sealed[10] = static_cast<char>(sealed[10] ^ 1);
            write(file, sealed);
        } else {
            const base::Path second = content(1);
            write(file, VaultOffice::contentOf(second));
            write(second, sealed);
        }
    }
    QCOMPARE(VaultOffice::codes(*m_vault), codes);
    QVERIFY(m_vault->read(m_ids[2]).has_value()); // one item's trouble is not another's
    QVERIFY(!vault::sentenceOf(codes.value(0, QStringLiteral("stranger"))).isEmpty());
}

// The members' public keys are known to everybody: an age file for them that nobody of them made.
void TestVaultFaults::anotherForTheSameKeys()
{
    const vault::Item item = m_vault->read(m_ids[0])->item;
    platform::MemorySource from(QByteArray(static_cast<qsizetype>(item.content.size), 'y'));
    platform::MemorySink to;
    base::NoProgress progress;
    crypto::age::Recipients recipients;
    recipients.keys = item.readers.keys();
    QVERIFY(crypto::age::encrypt(from, to, recipients, progress));
    QCOMPARE(static_cast<std::uint64_t>(to.bytes().size()), item.content.sealedSize);
    write(m_vault->layout().file(item.content.file), to.bytes());
    QCOMPARE(VaultOffice::codes(*m_vault), QStringList{QStringLiteral("content-changed")});
    const base::Path out = m_office->place("out.txt");
    const auto got = vault::Taking(*m_vault, m_office->requests(*m_desk)).get({m_ids[0], out}, progress);
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::Damaged);
    QVERIFY(!std::filesystem::exists(out));
}

// sato is in the roster and not in the vault, and may write in the folder.
void TestVaultFaults::whoIsNoMemberCannotDescribe()
{
    const auto other = m_office->signIn("sato");
    vault::Item item = m_vault->read(m_ids[0])->item;
    item.counter += 1;
    item.name = QStringLiteral("forged.txt");
    item.changedBy = QStringLiteral("sato");
    const auto plain = vault::seal(toJson(item), other->session, item.readers.keys());
    write(description(0), *plain);
    QVERIFY(VaultOffice::codes(*m_vault).contains(QStringLiteral("item-unsigned")));
    // Naming themself a reader does not help, nor does signing as somebody else.
    item.readers.members.push_back({QStringLiteral("sato"), other->session.account().receivingKey});
    write(description(0), *vault::seal(toJson(item), other->session, item.readers.keys()));
    QVERIFY(VaultOffice::codes(*m_vault).contains(QStringLiteral("item-unsigned")));
    item.changedBy = QStringLiteral("yamada");
    write(description(0), *vault::seal(toJson(item), other->session, item.readers.keys()));
    QVERIFY(VaultOffice::codes(*m_vault).contains(QStringLiteral("item-unsigned")));
    QCOMPARE(m_vault->read(m_ids[0]).error().code, ErrorCode::Damaged);
}

void TestVaultFaults::anOlderListOfMembersIsNotUsed()
{
    base::NoProgress progress;
    QVERIFY(vault::Membership(*m_vault).add({QStringLiteral("sato")}, progress));
    const QByteArray withSato = VaultOffice::contentOf(m_vault->layout().vaultFile());
    QVERIFY(vault::Membership(*m_vault).remove({QStringLiteral("sato")}, progress));
    write(m_vault->layout().vaultFile(), withSato);
    auto again = vault::Vault::open(m_office->place("vault"), m_office->parts(*m_desk));
    QVERIFY(again.has_value()); // what is in it can still be taken out
    QVERIFY(again->file().readers.hasMember(QStringLiteral("sato")));
    QVERIFY(VaultOffice::codes(*again).contains(QStringLiteral("vault-older")));
    const base::Path file = m_office->make(QStringLiteral("new.txt"), "1");
    const auto stored = vault::Storing(*again, m_office->codecs()).put({{file}, false, false, {}}, progress);
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::Damaged);
    QVERIFY(std::filesystem::exists(file));
    QVERIFY(!vault::Membership(*again).settle(progress));
}

// Of the roster, never let in, and able to write in the folder: the best they can do is a vault of their own.
void TestVaultFaults::aListOfMembersByAStranger()
{
    const auto other = m_office->signIn("sato");
    vault::VaultFile file = m_vault->file();
    file.counter += 5;
    file.madeBy = file.changedBy = QStringLiteral("sato");
    file.readers.members.push_back({QStringLiteral("sato"), other->session.account().receivingKey});
    // Behind the real links, which the stranger cannot even read.
    QVERIFY(vault::goOn(file.succession, file.id, file.counter, vault::peopleOf(file.readers), other->session));
    write(m_vault->layout().vaultFile(), *vault::seal(toJson(file), other->session, file.readers.keys()));
    QCOMPARE(vault::Vault::open(m_office->place("vault"), m_office->parts(*m_desk)).error().code, ErrorCode::Damaged);

    file.succession.clear();
    QVERIFY(vault::goOn(file.succession, file.id, file.counter, vault::peopleOf(file.readers), other->session));
    write(m_vault->layout().vaultFile(), *vault::seal(toJson(file), other->session, file.readers.keys()));
    auto again = vault::Vault::open(m_office->place("vault"), m_office->parts(*m_desk));
    QVERIFY(again.has_value());
    QVERIFY(VaultOffice::codes(*again).contains(QStringLiteral("vault-forged")));
    const base::Path secret = m_office->make(QStringLiteral("new.txt"), "1");
    base::NoProgress progress;
    const auto stored = vault::Storing(*again, m_office->codecs()).put({{secret}, false, false, {}}, progress);
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::Damaged);
    QVERIFY(std::filesystem::exists(secret));
}

void TestVaultFaults::aListOfMembersByWhoWasRemoved()
{
    base::NoProgress progress;
    QVERIFY(vault::Membership(*m_vault).add({QStringLiteral("sato")}, progress));
    const auto other = m_office->signIn("sato");
    vault::VaultFile file = m_vault->file();
    QVERIFY(vault::Membership(*m_vault).remove({QStringLiteral("sato")}, progress));
    file.counter += 9;
    file.changedBy = QStringLiteral("sato");
    QVERIFY(file.isGenuine(*m_office->directory()) == false); // not signed yet
    write(m_vault->layout().vaultFile(), *vault::seal(toJson(file), other->session, file.readers.keys()));
    const auto again = vault::Vault::open(m_office->place("vault"), m_office->parts(*m_desk));
    QVERIFY(again.has_value()); // genuine as far as it goes, and shorter than what is known
    QVERIFY(VaultOffice::codes(*again).contains(QStringLiteral("vault-forged")));
    QVERIFY(!again->checkAgainstLedger());
}

void TestVaultFaults::aLinkThatWasChanged_data()
{
    using Deed = std::function<void(vault::VaultFile &)>;
    QTest::addColumn<Deed>("deed");
    QTest::newRow("none") << Deed([](vault::VaultFile &file) { file.succession.clear(); });
    QTest::newRow("the first is gone") << Deed([](vault::VaultFile &file) { file.succession.erase(file.succession.begin()); });
    QTest::newRow("the last is gone") << Deed([](vault::VaultFile &file) { file.succession.pop_back(); });
    QTest::newRow("one between is gone") << Deed([](vault::VaultFile &file) { file.succession.erase(file.succession.begin() + 1); });
    QTest::newRow("another order") << Deed([](vault::VaultFile &file) { std::swap(file.succession[1], file.succession[2]); });
    QTest::newRow("somebody more") << Deed([](vault::VaultFile &file) { file.succession.back().people += QStringLiteral("zzz"); });
    QTest::newRow("another signer") << Deed([](vault::VaultFile &file) { file.succession[1].by = QStringLiteral("suzuki"); });
    QTest::newRow("another counter") << Deed([](vault::VaultFile &file) { file.succession[1].counter += 1; });
    QTest::newRow("another signature") << Deed([](vault::VaultFile &file) { file.succession[1].signature = file.succession[2].signature; });
    QTest::newRow("another founder") << Deed([](vault::VaultFile &file) { file.madeBy = QStringLiteral("suzuki"); });
    QTest::newRow("another vault's") << Deed([](vault::VaultFile &file) { file.id = QStringLiteral("11111111-2222-3333-4444-555555555555"); });
    QTest::newRow("a reader who is in no link") << Deed([](vault::VaultFile &file) { file.readers.members.push_back({QStringLiteral("kato"), file.readers.members.front().key}); });
}

// By a member, who signs the whole of it again.
void TestVaultFaults::aLinkThatWasChanged()
{
    QFETCH(std::function<void(vault::VaultFile &)>, deed);
    vault::VaultFile file = m_vault->file();
    for (const QStringList &more : {QStringList{QStringLiteral("sato")}, QStringList()})
        QVERIFY(vault::goOn(file.succession, file.id, ++file.counter, vault::peopleOf(file.readers) + more, m_desk->session));
    QCOMPARE(file.succession.size(), std::size_t(3));
    const auto genuine = vault::signedJson(toJson(file), m_desk->session);
    QVERIFY(vault::vaultFileFromJson(*genuine, {})->isGenuine(*m_office->directory()));
    deed(file);
    const auto json = vault::signedJson(toJson(file), m_desk->session);
    QVERIFY(json.has_value());
    const auto read = vault::vaultFileFromJson(*json, {});
    QVERIFY(!read || !read->isGenuine(*m_office->directory()));
}

void TestVaultFaults::anotherVaultsItem()
{
    auto second = vault::Vault::create({m_office->place("second"), {}, {}}, m_office->parts(*m_desk));
    QVERIFY(second.has_value());
    const QString id = m_office->put(*second, m_office->make(QStringLiteral("b.txt"), "1"));
    std::filesystem::copy_file(second->layout().descriptionOf(id), m_vault->layout().descriptionOf(id));
    QCOMPARE(VaultOffice::codes(*m_vault), QStringList{QStringLiteral("item-exchanged")});
}

void TestVaultFaults::fullDisk()
{
    const base::Path file = m_office->make(QStringLiteral("large.bin"), QByteArray(24 << 20, 'x'));
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit little = {16 << 20, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &little), 0);
    base::NoProgress progress;
    const base::Path small = m_office->make(QStringLiteral("small.txt"), "1");
    const auto stored = vault::Storing(*m_vault, m_office->codecs()).put({{file, small}, false, false, {}}, progress);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(stored && stored->size() == 2);
    QVERIFY(stored->at(0).error && stored->at(0).id.isEmpty());
    QVERIFY(!stored->at(1).error); // one file's trouble is not another's
    QCOMPARE(std::filesystem::file_size(file), std::uintmax_t(24 << 20));
    QCOMPARE(VaultOffice::codes(*m_vault), QStringList());
    QVERIFY(!m_office->put(*m_vault, file).isEmpty());
}

void TestVaultFaults::vanishedMedium()
{
    const base::Path file = m_office->make(QStringLiteral("a.txt"), "1");
    std::filesystem::rename(m_office->place("vault"), m_office->place("gone"));
    base::NoProgress progress;
    const auto stored = vault::Storing(*m_vault, m_office->codecs()).put({{file}, false, false, {}}, progress);
    QVERIFY(stored && stored->front().error);
    QCOMPARE(VaultOffice::contentOf(file), QByteArray("1"));
    QVERIFY(!m_vault->read(m_ids[0]));
    QVERIFY(!vault::verify(*m_vault, progress));
    std::filesystem::rename(m_office->place("gone"), m_office->place("vault"));
    QCOMPARE(VaultOffice::codes(*m_vault), QStringList());
    const auto findings = m_desk->ledger.verify(progress);
    QVERIFY(findings && findings->empty());
}

void TestVaultFaults::readOnlyFolder()
{
    if (::geteuid() == 0)
        QSKIP("the superuser writes everywhere");
    const base::Path file = m_office->make(QStringLiteral("a.txt"), "1");
    std::filesystem::permissions(m_vault->layout().items(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    QCOMPARE(m_office->put(*m_vault, file), QString());
    QCOMPARE(VaultOffice::contentOf(file), QByteArray("1"));
    QVERIFY(m_vault->read(m_ids[0]).has_value());
    std::filesystem::permissions(m_vault->layout().items(), std::filesystem::perms::owner_all);
}

void TestVaultFaults::lockedItemsSayNothing()
{
    base::NoProgress progress;
    QVERIFY(vault::Membership(*m_vault).add({QStringLiteral("sato")}, progress));
    QVERIFY(vault::Membership(*m_vault).removeFrom(m_ids[0], {QStringLiteral("sato")}, progress));
    const auto other = m_office->signIn("sato");
    auto theirs = vault::Vault::open(m_office->place("vault"), m_office->parts(*other));
    QVERIFY(theirs.has_value());
    QCOMPARE(VaultOffice::codes(*theirs), QStringList());
    const auto seen = vault::readAll(*theirs, progress);
    QVERIFY(seen && seen->size() == 3);
    QVERIFY(seen->back().isForOthers && seen->back().id == m_ids[0] && !seen->back().problem);
}

QTEST_GUILESS_MAIN(TestVaultFaults)
#include "tst_vaultfaults.moc"
