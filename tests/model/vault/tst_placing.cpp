// What becomes of a put that was interrupted after the ledger knew of it: whose description lies in the place is asked, and
// whether the content lies there whole. A new item has a number of its own: another description there was made from its own.
#include "model/vault/vaultoffice.h"

#include "base/encoding.h"
#include "vault/memory.h"

#include <QTest>

using namespace shirushi;
using tests::VaultOffice;
using vault::Placing;

class TestPlacing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aPutThatWasInterrupted_data();
    void aPutThatWasInterrupted();
    void aChangeIsNotTakenForDone();

private:
    void write(const base::Path &path, const QByteArray &bytes) const
    {
        QFile file(base::toDisplay(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QString hashOf(const base::Path &path)
    {
        return QString::fromLatin1(base::toHex(crypto::sha256(VaultOffice::contentOf(path))));
    }
    base::Path place() const { return m_vault->layout().descriptionOf(m_id); }
    base::Path content() const { return m_vault->layout().file(m_deed.contents.front()); }
    base::Path temporary() const { return m_vault->layout().items() / ".shirushi-waiting.tmp"; }
    int undone() const
    {
        ledger::Query query;
        query.kinds = {QStringLiteral("undone")};
        int count = 0;
        const auto visited = m_desk->ledger.visit(query, [&](const ledger::Entry &) { return ++count > 0; });
        return visited ? count : -1;
    }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    std::unique_ptr<vault::Vault> m_vault;
    base::Path m_original;
    QString m_id;
    vault::Deed m_deed; // of the put, as it stood in the ledger
};

void TestPlacing::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    auto vault = vault::Vault::create({m_office->place("vault"), {}, {}}, m_office->parts(*m_desk));
    QVERIFY(vault.has_value());
    m_vault = std::make_unique<vault::Vault>(std::move(*vault));
    m_original = m_office->make(QStringLiteral("原本.txt"), QByteArray(100'000, 'o'));
    m_id = m_office->put(*m_vault, m_original, true);
    const auto described = m_vault->read(m_id);
    QVERIFY(described.has_value());
    const QString file = described->item.content.file;
    m_deed = {m_vault->layout().folder(), m_id, temporary(), hashOf(place()), {}, {file}, {hashOf(m_vault->layout().file(file))},
              m_original, hashOf(m_original), {}, {}, {}, {}};
    auto batch = m_desk->ledger.begin(m_desk->session, m_office->clock());
    QVERIFY(batch && batch->append({vault::putKind, QStringLiteral("原本.txt"), {}, {}, {}, {}, {}, {}}, vault::toJson(m_deed)));
    QVERIFY(batch->commit());
}

void TestPlacing::cleanup()
{
    m_vault.reset();
    m_desk.reset();
    m_office.reset();
}

void TestPlacing::aPutThatWasInterrupted_data()
{
    QTest::addColumn<QString>("place");   // whose description lies there
    QTest::addColumn<QString>("content"); // how it lies there
    QTest::addColumn<bool>("isDone");
    QTest::newRow("its own") << "own" << "whole" << true;
    QTest::newRow("another's: a member changed it since") << "later" << "whole" << true;
    QTest::newRow("it waits") << "waiting" << "whole" << true;
    QTest::newRow("none") << "none" << "whole" << false;
    for (const char *content : {"cut", "changed", "gone"}) {
        QTest::addRow("its own, content %s", content) << "own" << content << false;
        QTest::addRow("another's, content %s", content) << "later" << content << false;
        QTest::addRow("it waits, content %s", content) << "waiting" << content << false;
    }
}

void TestPlacing::aPutThatWasInterrupted()
{
    QFETCH(QString, place);
    QFETCH(QString, content);
    QFETCH(bool, isDone);
    if (place == u"later")
        QVERIFY(vault::Changing(*m_vault).change(m_id, {vault::Keeping{5, false, {}}, false}));
    if (place == u"waiting")
        std::filesystem::rename(this->place(), temporary());
    if (place == u"none")
        std::filesystem::remove(this->place());
    const QString described = place == u"waiting" ? hashOf(temporary()) : hashOf(this->place());
    QByteArray sealed = VaultOffice::contentOf(this->content());
    if (content == u"cut")
        write(this->content(), sealed.chopped(1));
    if (content == u"changed") {
        sealed[sealed.size() / 2] = static_cast<char>(sealed[sealed.size() / 2] ^ 1);
        write(this->content(), sealed);
    }
    if (content == u"gone")
        std::filesystem::remove(this->content());
    QCOMPARE(vault::hasContents(m_deed), content == u"whole");
    const auto recovered = vault::recover(m_office->changeParts(*m_desk));
    QVERIFY(recovered.has_value());
    QCOMPARE(recovered->deeds, 1);
    QVERIFY(m_desk->ledger.openDeeds()->empty());
    QCOMPARE(undone(), isDone ? 0 : 1);
    // Of the two copies one is whole, always.
    QCOMPARE(std::filesystem::exists(m_original), !isDone);
    if (isDone) {
        QCOMPARE(hashOf(this->place()), described); // whoever made it
        QCOMPARE(VaultOffice::codes(*m_vault), QStringList());
        platform::MemorySink sink;
        base::NoProgress progress;
        QVERIFY(vault::readContent(m_vault->layout(), m_vault->read(m_id)->item.content, m_vault->own(), sink, progress));
        QCOMPARE(sink.bytes(), QByteArray(100'000, 'o'));
    } else {
        QCOMPARE(VaultOffice::contentOf(m_original), QByteArray(100'000, 'o'));
        const bool hasDescription = place == u"own" || place == u"later";
        QVERIFY(VaultOffice::codes(*m_vault).contains(hasDescription ? QStringLiteral("content-missing") : QStringLiteral("item-missing")));
        QVERIFY(!std::filesystem::exists(temporary()));
    }
}

// Of an item that was there before, a description that is neither the old nor the new one is somebody else's.
void TestPlacing::aChangeIsNotTakenForDone()
{
    vault::Deed change = m_deed;
    change.replaces = m_deed.description;
    change.description = QString(64, u'0');
    change.contents.clear();
    change.sealed.clear();
    change.original.clear();
    QCOMPARE(int(vault::finishPlacing(change)), int(Placing::Impossible)); // the old one is there, and the new one is nowhere
    QVERIFY(vault::Changing(*m_vault).change(m_id, {vault::Keeping{5, false, {}}, false}));
    QCOMPARE(int(vault::finishPlacing(change)), int(Placing::Impossible));
    QCOMPARE(int(vault::finishPlacing(m_deed)), int(Placing::Done)); // while of a put it is
}

QTEST_GUILESS_MAIN(TestPlacing)
#include "tst_placing.moc"
