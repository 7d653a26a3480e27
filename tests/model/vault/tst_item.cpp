// Descriptions: there and back, strict, and within bounds.
#include "base/canonicaljson.h"
#include "base/clock.h"
#include "vault/layout.h"
#include "vault/vaultfile.h"

#include <QJsonArray>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using vault::Item;

class TestItem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack();
    void refuses_data();
    void refuses();
    void anythingMissingIsNoItem();
    void historyIsBounded();
    void keysOnce();
    void names_data();
    void names();
};

namespace {

const QString id = QStringLiteral("0d4f7c9e-5b0e-4c83-9a53-3f8a0f6f3c11");
const QString hash = QString(64, u'a');

vault::Content content(const char *random)
{
    return {id + u'.' + QLatin1String(random) + QStringLiteral(".age"), 10, hash, 300, hash, hash};
}

Item sample()
{
    const QDateTime at = base::fromRfc3339(QStringLiteral("2026-11-20T07:02:11.123Z"));
    Item item;
    item.vault = item.id = id;
    item.counter = 7;
    item.name = QStringLiteral("名簿.csv");
    item.path = QStringLiteral("案件/令和8年度");
    item.labelPlace = QStringLiteral("sidecar");
    item.sidecar = "<x/>";
    item.content = content("abc");
    item.older = {{5, content("abd"), at, QStringLiteral("sato")}};
    item.ownMembers = true;
    item.readers = {{{QStringLiteral("yamada"), QByteArray(32, 'k')}}, {{QStringLiteral("suzuki"), QByteArray(32, 's')}}};
    item.history = {{at, QStringLiteral("yamada"), QStringLiteral("put"), {}}, {at, QStringLiteral("suzuki"), QStringLiteral("recovered"), QStringLiteral("退職")}};
    item.isFinal = true;
    item.keeping = {5, false, QDate(2026, 11, 20)};
    item.madeAt = item.changedAt = at;
    item.madeBy = item.changedBy = QStringLiteral("yamada");
    item.keyId = QString(32, u'b');
    item.signature = QByteArray(64, 'x');
    return item;
}

} // namespace

void TestItem::thereAndBack()
{
    const Item item = sample();
    const auto read = vault::itemFromJson(toJson(item), {});
    QVERIFY(read.has_value());
    QVERIFY(*read == item);
    QCOMPARE(read->files(), (QStringList{item.content.file, item.older[0].content.file}));

    vault::VaultFile file;
    file.id = id;
    file.name = QStringLiteral("総務課");
    file.readers = item.readers;
    file.succession = {{1, {QStringLiteral("suzuki"), QStringLiteral("yamada"), QStringLiteral("退職")}, {}, QStringLiteral("yamada"), item.keyId, item.signature},
                       {4, {QStringLiteral("suzuki"), QStringLiteral("yamada")}, QString(64, u'c'), QStringLiteral("yamada"), item.keyId, item.signature}};
    file.history = item.history;
    file.madeAt = file.changedAt = item.madeAt;
    file.madeBy = file.changedBy = QStringLiteral("yamada");
    file.keyId = item.keyId;
    file.signature = item.signature;
    const auto again = vault::vaultFileFromJson(toJson(file), {});
    QVERIFY(again.has_value());
    QVERIFY(*again == file);
    QVERIFY(file.hasEver(QStringLiteral("suzuki")) && file.hasEver(QStringLiteral("退職")) && !file.hasEver(QStringLiteral("sato")));
}

void TestItem::refuses_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *member, const QJsonValue &value) { QTest::newRow(name) << QString::fromLatin1(member) << value; };
    row("newer form", "version", 2);
    row("another kind", "kind", QStringLiteral("shirushi-vault"));
    row("no id", "id", QStringLiteral("1"));
    row("id in capitals", "id", id.toUpper());
    row("counter below one", "counter", 0);
    row("counter with a fraction", "counter", 1.5);
    row("counter as text", "counter", QStringLiteral("1"));
    row("a name with a folder", "name", QStringLiteral("../a"));
    row("no name", "name", QString());
    row("dots", "name", QStringLiteral(".."));
    row("a date without milliseconds", "changedAt", QStringLiteral("2026-11-20T07:02:11Z"));
    row("a short signature", "signature", QStringLiteral("AAAA"));
    row("readers that are none", "readers", QJsonArray());
    row("a reader with a short key", "readers", QJsonObject{{QStringLiteral("members"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("a")}, {QStringLiteral("key"), QStringLiteral("AA")}}}}});
    row("too many versions", "older", QJsonArray::fromVariantList(QVariantList(vault::mostVersions + 1, QVariantMap())));
    row("history that is none", "history", QJsonArray{1});
    row("a label that is none", "label", QJsonObject());
    row("a sidecar that is no base64", "sidecar", QStringLiteral("?"));
    row("final as a number", "final", 1);
    row("years below one", "keeping", QJsonObject{{QStringLiteral("years"), 0}});
}

void TestItem::refuses()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(sample());
    json.insert(member, value);
    const auto read = vault::itemFromJson(json, QStringLiteral("subject"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, base::ErrorCode::Damaged);
    QCOMPARE(read.error().subject, QStringLiteral("subject"));
}

void TestItem::anythingMissingIsNoItem()
{
    const QJsonObject whole = toJson(sample());
    const QStringList optional{QStringLiteral("labelPlace"), QStringLiteral("sidecar"), QStringLiteral("older"), QStringLiteral("history"),
                               QStringLiteral("ownMembers"), QStringLiteral("final")};
    for (const QString &member : whole.keys()) {
        QJsonObject json = whole;
        json.remove(member);
        QVERIFY2(vault::itemFromJson(json, {}).has_value() == optional.contains(member), qPrintable(member));
    }
}

void TestItem::historyIsBounded()
{
    Item item = sample();
    const vault::Event first = item.history.front();
    for (int i = 0; i < 1000; ++i)
        vault::addEvent(item, {item.madeAt, QStringLiteral("yamada"), QStringLiteral("saved"), QString::number(i)});
    QCOMPARE(item.history.size(), vault::mostEvents);
    QVERIFY(item.history.front() == first);
    QCOMPARE(item.history.back().note, QStringLiteral("999"));
    QVERIFY(vault::itemFromJson(toJson(item), {}).has_value());
}

void TestItem::keysOnce()
{
    const QByteArray one(32, '1');
    const QByteArray two(32, '2');
    const vault::Readers readers{{{QStringLiteral("a"), one}, {QStringLiteral("b"), two}}, {{QStringLiteral("b"), two}}};
    QVERIFY((readers.keys() == std::vector<QByteArray>{one, two}));
}

void TestItem::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::newRow("description") << id + QStringLiteral(".item.age") << "description";
    QTest::newRow("content") << id + QStringLiteral(".0abc.age") << "content";
    QTest::newRow("temporary") << QStringLiteral(".shirushi-abc.tmp") << "temporary";
    QTest::newRow("a copy") << id + QStringLiteral(".item (1).age") << "stranger";
    QTest::newRow("a conflict") << id + QStringLiteral(".item.sync-conflict-1.age") << "stranger";
    QTest::newRow("capitals") << id.toUpper() + QStringLiteral(".item.age") << "stranger";
    QTest::newRow("without an ending") << id << "stranger";
    QTest::newRow("without a random part") << id + QStringLiteral("..age") << "stranger";
    QTest::newRow("something else") << QStringLiteral("desktop.ini") << "stranger";
}

void TestItem::names()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QTemporaryDir folder;
    const vault::Layout layout(base::toPath(folder.path()));
    QVERIFY(std::filesystem::create_directory(layout.items()));
    QFile file(base::toDisplay(layout.file(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto listing = vault::list(layout);
    QVERIFY(listing.has_value());
    QCOMPARE(listing->strangers.size(), std::size_t(kind == u"stranger"));
    QCOMPARE(listing->temporary.size(), std::size_t(kind == u"temporary"));
    const auto files = listing->items.find(id);
    QCOMPARE(files != listing->items.end() && files->second.hasDescription, kind == u"description");
    QCOMPARE(files != listing->items.end() && files->second.contents.size() == 1, kind == u"content");
    // What we make ourselves is a content, whatever was drawn.
    for (int i = 0; i < 1000; ++i)
        QVERIFY(vault::Layout::contentName(id) != id + QStringLiteral(".item.age"));
}

QTEST_GUILESS_MAIN(TestItem)
#include "tst_item.moc"
