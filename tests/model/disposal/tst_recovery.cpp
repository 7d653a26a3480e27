// What a kill left of a disposal of several files, of which one lies on a medium that is not there: the others get their
// records now, that one later, and who did it stays who began it.
#include "disposal/namesakes.h"
#include "disposal/run.h"
#include "model/vault/vaultoffice.h"

#include <QTest>

#include <unistd.h>

using namespace shirushi;
using tests::VaultOffice;

class TestRecovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatCannotBeReachedWaits();
    void aDeedOfBeforeIsRead();
    void namesAreExaminedTogether();

private:
    disposal::DeedFile fileOf(const base::Path &path) const
    {
        const auto source = platform::FileSource::open(path);
        disposal::Record record;
        record.kind = QStringLiteral("file");
        record.name = base::toDisplay(path);
        record.method = QStringLiteral("overwrite");
        record.reason = {QStringLiteral("retention-over"), QStringLiteral("保存期間満了"), disposal::disposeAction, {}};
        return {{erasure::orderFor(path, source->identity())}, record, {}};
    }
    void begin(const disposal::Deed &deed, const QJsonObject &json) const
    {
        auto batch = m_desk->ledger.begin(m_desk->session, m_office->clock());
        QVERIFY(batch && batch->append(disposal::begunDraft(deed), json));
        QVERIFY(batch->commit());
    }
    disposal::Recovered recover(VaultOffice::Desk &desk) const
    {
        const auto recovered = disposal::recover({desk.ledger, desk.session, m_office->clock(), m_office->office().folder() / disposal::workLock});
        if (!recovered)
            qFatal("%s", qPrintable(recovered.error().message));
        return *recovered;
    }
    std::map<QString, disposal::Record> records() const
    {
        std::map<QString, disposal::Record> byName;
        const auto all = disposal::records(m_desk->ledger, disposal::recordsOf(0));
        for (const disposal::Record &record : all.value())
            byName[record.name] = record;
        return byName;
    }

    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
};

void TestRecovery::init()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
}

void TestRecovery::cleanup()
{
    m_desk.reset();
    m_office.reset();
}

void TestRecovery::whatCannotBeReachedWaits()
{
    const base::Path medium = m_office->place("medium");
    std::filesystem::create_directory(medium);
    const base::Path gone = m_office->make(QStringLiteral("gone"), "1");
    const base::Path untouched = m_office->make(QStringLiteral("untouched"), "2");
    const base::Path away = m_office->make(QStringLiteral("medium/away"), QByteArray(20'000, '3'));
    const base::Path twin = m_office->make(QStringLiteral("twin"), QByteArray(20'000, '4'));
    const base::Path other = m_office->place("other");
    QCOMPARE(::link(twin.c_str(), other.c_str()), 0);
    disposal::Deed deed{{fileOf(gone), fileOf(untouched), fileOf(away), fileOf(twin)}};
    disposal::DeedFile &twins = deed.files.back();
    erasure::addName(twins.orders.front(), other);
    twins.further.push_back(twins.record);
    twins.further.front().name = base::toDisplay(other);
    begin(deed, disposal::toJson(deed));
    // As the kill left it: one is gone, two are emptied and one of them has lost its first name.
    std::filesystem::remove(gone);
    std::filesystem::resize_file(away, 0);
    std::filesystem::resize_file(twin, 0);
    std::filesystem::remove(twin);
    std::filesystem::rename(medium, m_office->place("drawer"));

    auto sato = m_office->signIn("sato");
    const disposal::Recovered first = recover(*sato);
    QCOMPARE(first.gone, (QStringList{base::toDisplay(gone), base::toDisplay(twin), base::toDisplay(other)}));
    QCOMPARE(first.untouched, QStringList{base::toDisplay(untouched)});
    QVERIFY2(first.notices.join(u'\n').contains(base::toDisplay(away)), qPrintable(first.notices.join(u'\n')));
    QVERIFY(!std::filesystem::exists(other) && std::filesystem::exists(untouched));
    auto now = records();
    QCOMPARE(now.size(), 3U);
    QCOMPARE(now[base::toDisplay(gone)].outcome, disposal::Outcome::Gone);
    QCOMPARE(now[base::toDisplay(other)].outcome, disposal::Outcome::Interrupted);
    for (const auto &[name, record] : now)
        QVERIFY(record.by == u"sato" && record.performer == u"yamada");
    QCOMPARE(m_desk->ledger.openDeeds()->size(), 1U);
    const std::int64_t entries = m_desk->ledger.size().value_or(-1);
    QVERIFY(recover(*sato).gone.isEmpty()); // it is not there yet, and nothing is written of that
    QCOMPARE(m_desk->ledger.size().value_or(-2), entries);

    std::filesystem::rename(m_office->place("drawer"), medium);
    auto suzuki = m_office->signIn("suzuki");
    QCOMPARE(recover(*suzuki).gone, QStringList{base::toDisplay(away)});
    QVERIFY(!std::filesystem::exists(away));
    now = records();
    QCOMPARE(now[base::toDisplay(away)].performer, QStringLiteral("yamada"));
    QVERIFY(m_desk->ledger.openDeeds()->empty());
}

// As it was written before files had further names.
void TestRecovery::aDeedOfBeforeIsRead()
{
    const base::Path file = m_office->make(QStringLiteral("a"), "1");
    const disposal::Deed deed{{fileOf(file)}};
    QJsonObject json = disposal::toJson(deed);
    QJsonArray files = json[QStringLiteral("files")].toArray();
    QJsonObject one = files[0].toObject();
    QVERIFY(!one.contains(QStringLiteral("further")));
    QJsonObject order = one[QStringLiteral("orders")][0].toObject();
    order.remove(QStringLiteral("born"));
    one[QStringLiteral("orders")] = QJsonArray{order};
    files[0] = one;
    json[QStringLiteral("files")] = files;
    begin(deed, json);
    QCOMPARE(recover(*m_desk).untouched, QStringList{base::toDisplay(file)});
    // One that says that a name is there without a record of it cannot be believed.
    order[QStringLiteral("further")] = QJsonArray{order};
    one[QStringLiteral("orders")] = QJsonArray{order};
    files[0] = one;
    json[QStringLiteral("files")] = files;
    QVERIFY(!disposal::deedFromJson(json));
}

void TestRecovery::namesAreExaminedTogether()
{
    const base::Path one = m_office->make(QStringLiteral("one"), "1");
    const base::Path two = m_office->place("two");
    const base::Path single = m_office->make(QStringLiteral("single"), "3");
    QCOMPARE(::link(one.c_str(), two.c_str()), 0);
    const auto planOf = [](const base::Path &file) {
        disposal::Plan plan;
        plan.file = file;
        if (const auto source = platform::FileSource::open(file))
            plan.identity = source->identity();
        return plan;
    };
    std::vector<disposal::Plan> plans{planOf(one), planOf(single), planOf(two), planOf(one)};
    disposal::examine(plans);
    for (const disposal::Plan &plan : plans)
        QVERIFY2(!plan.problem, plan.problem ? qPrintable(plan.problem->message) : "");
    QCOMPARE(plans[0].namesakes, std::vector{two});
    QCOMPARE(plans[2].namesakes, std::vector{one});
    QCOMPARE(plans[3].namesakes, std::vector{two}); // named twice
    QVERIFY(plans[1].namesakes.empty());
    std::vector<disposal::Plan> half{planOf(two), planOf(single), planOf(two)};
    disposal::examine(half);
    QVERIFY(half[0].problem && !half[1].problem && half[2].problem);
    QVERIFY2(half[0].problem->message.contains(QStringLiteral("one")), qPrintable(half[0].problem->message));
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
