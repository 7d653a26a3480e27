// What the desktop keeps of a document goes when the document goes into a vault; what another program has copied beside it is told.
#include "model/vault/vaultoffice.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace shirushi;
using tests::VaultOffice;

class TestTraces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theyGoWithIt();
    void whatStaysKeepsThem();
    void aCopyBesideItIsTold();
    void whatGoesAlongIsNoCopy();
    void theyGoAfterAKill();

private:
    QString inDesktop(const QString &name) const { return m_desktop->filePath(name); }
    static QByteArray addressOf(const base::Path &file)
    {
        return "file://" + QByteArray(std::filesystem::canonical(file).c_str()).toPercentEncoding("/");
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(inDesktop(name)).path());
        QFile file(inDesktop(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray list() const { return VaultOffice::contentOf(base::toPath(inDesktop(QStringLiteral("data/recently-used.xbel")))); }
    // As the file manager and an office program do when it is looked at and opened.
    void leaveTraces(const base::Path &file)
    {
        m_address = addressOf(file);
        m_picture = QStringLiteral("cache/thumbnails/normal/") + QString::fromLatin1(QCryptographicHash::hash(m_address, QCryptographicHash::Md5).toHex())
                    + QStringLiteral(".png");
        write(m_picture, "picture of it");
        write(QStringLiteral("data/recently-used.xbel"),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xbel version=\"1.0\">\n  <bookmark href=\"" + m_address
                  + "\"/>\n  <bookmark href=\"file:///tmp/other.txt\"/>\n</xbel>\n");
    }
    bool areThere() const { return QFile::exists(inDesktop(m_picture)) && list().contains(m_address); }
    bool areGone() const { return !QFile::exists(inDesktop(m_picture)) && !list().contains(m_address); }
    std::vector<vault::Stored> put(const std::vector<base::Path> &files, bool keeps = false) const
    {
        base::NoProgress progress;
        return *vault::Storing(*m_vault, m_office->codecs()).put({files, keeps, false, {}}, progress);
    }

    std::unique_ptr<QTemporaryDir> m_desktop;
    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    std::unique_ptr<vault::Vault> m_vault;
    QByteArray m_address;
    QString m_picture;
};

void TestTraces::init()
{
    m_desktop = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CACHE_HOME", inDesktop(QStringLiteral("cache")).toUtf8());
    qputenv("XDG_DATA_HOME", inDesktop(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CONFIG_HOME", inDesktop(QStringLiteral("config")).toUtf8());
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    auto vault = vault::Vault::create({m_office->place("vault"), {}, {}}, m_office->parts(*m_desk));
    QVERIFY(vault.has_value());
    m_vault = std::make_unique<vault::Vault>(std::move(*vault));
}

void TestTraces::cleanup()
{
    m_vault.reset();
    m_desk.reset();
    m_office.reset();
}

void TestTraces::theyGoWithIt()
{
    const base::Path file = m_office->make(QStringLiteral("名簿.csv"), "1,2");
    leaveTraces(file);
    QVERIFY(areThere());
    const auto stored = put({file});
    QVERIFY(!stored.front().error);
    QCOMPARE(stored.front().notices, QStringList());
    QVERIFY(areGone());
    QVERIFY(list().contains("other.txt"));
}

void TestTraces::whatStaysKeepsThem()
{
    const base::Path file = m_office->make(QStringLiteral("名簿.csv"), "1,2");
    leaveTraces(file);
    QVERIFY(!put({file}, true).front().error);
    QVERIFY(areThere());
}

void TestTraces::aCopyBesideItIsTold()
{
    const base::Path file = m_office->make(QStringLiteral("名簿.csv"), "1,2");
    const base::Path copy = m_office->make(QStringLiteral("名簿.csv~"), "1");
    const auto stored = put({file});
    QVERIFY(!stored.front().error);
    QCOMPARE(stored.front().notices.size(), 1);
    QVERIFY2(stored.front().notices.front().contains(base::toDisplay(copy)), qPrintable(stored.front().notices.front()));
    QVERIFY(std::filesystem::exists(copy));
}

void TestTraces::whatGoesAlongIsNoCopy()
{
    const base::Path file = m_office->make(QStringLiteral("名簿.csv"), "1,2");
    const base::Path copy = m_office->make(QStringLiteral("名簿.csv~"), "1");
    const auto stored = put({file, copy});
    QCOMPARE(stored.size(), 2U);
    for (const vault::Stored &one : stored)
        QCOMPARE(one.notices, QStringList());
}

// Killed after the ledger knew of it: the next start finishes it.
void TestTraces::theyGoAfterAKill()
{
    const base::Path file = m_office->make(QStringLiteral("名簿.csv"), "1,2");
    leaveTraces(file);
    const QString id = put({file}, true).front().id;
    const auto described = m_vault->read(id);
    QVERIFY(described.has_value());
    const vault::Content &content = described->item.content;
    const vault::Deed deed{m_vault->layout().folder(), id, m_vault->layout().items() / ".shirushi-gone.tmp", described->sha256, {}, {content.file},
                           {content.sealed}, file, content.sha256, {}, {}, {}, {}};
    auto batch = m_desk->ledger.begin(m_desk->session, m_office->clock());
    QVERIFY(batch && batch->append({QStringLiteral("vault-put"), QStringLiteral("名簿.csv"), {}, {}, {}, {}, {}, {}}, vault::toJson(deed)));
    QVERIFY(batch->commit());
    QVERIFY(areThere());
    const auto recovered = vault::recover(m_office->changeParts(*m_desk));
    QVERIFY(recovered.has_value());
    QCOMPARE(recovered->deeds, 1);
    QCOMPARE(recovered->notices, QStringList());
    QVERIFY(!std::filesystem::exists(file));
    QVERIFY(areGone());
}

QTEST_GUILESS_MAIN(TestTraces)
#include "tst_traces.moc"
