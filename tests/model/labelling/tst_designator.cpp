// 指定: a clerk proposes, the 情報責任者 confirms, and both names stay; kinds of document are designated in advance.
#include "crypto/seal.h"
#include "labelling/designator.h"
#include "labelling/ledgerlabels.h"
#include "labelling/requestfiles.h"
#include "model/onepersonledger.h"
#include "policy/library.h"
#include "workflow/designations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using labelling::LabelOutcome;

namespace {

// Everybody's keys, as a roster would have them.
class Keys final : public crypto::KeyDirectory
{
public:
    explicit Keys(std::vector<const tests::OnePerson *> people) : m_people(std::move(people)) {}
    std::optional<QByteArray> publicKey(const QString &keyId) const override
    {
        for (const tests::OnePerson *person : m_people) {
            if (person->keyId() == keyId)
                return static_cast<const crypto::Signer *>(person)->publicKey();
        }
        return std::nullopt;
    }

private:
    std::vector<const tests::OnePerson *> m_people;
};

} // namespace

class TestDesignator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void bothNamesStay();
    void onlyTheRoleDesignates();
    void onlyProposals();
    void kindsAreDesignatedInAdvance();
    void whatIsOpen();
    void filesForRequests();
    void loweringWhereThePackNamesAnApprover();

private:
    base::Path make(const char *name) const
    {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", name);
        file.write(name);
        return base::toPath(file.fileName());
    }
    labelling::LabellerParts parts(const tests::OnePerson &person, const char *role)
    {
        return {m_codecs, person, m_keys, *m_ledger, m_clock, base::toPath(m_data->filePath(QStringLiteral("lock"))),
                QLatin1String(role), {}};
    }
    labelling::LabelOrder order(const base::Path &file, const char *level = "I") const
    {
        labelling::LabelOrder order;
        order.path = file;
        order.classes = {{QStringLiteral("importance"), QLatin1String(level)}};
        order.restrictions = {QStringLiteral("複製禁止")};
        return order;
    }
    LabelOutcome propose(const base::Path &file)
    {
        return labelling::Labeller(m_pack, parts(m_clerk, "staff")).set(order(file));
    }
    LabelOutcome designate(const base::Path &file, const char *role = "information-officer")
    {
        base::NoProgress progress;
        return labelling::Designator(m_pack, parts(m_officer, role)).designate({file}, progress).front();
    }
    labelling::FileLabel read(const base::Path &file) const { return labelling::LabelReader(m_codecs, m_keys).read(file); }
    std::size_t openCount() { return workflow::openProposals(*m_ledger, *m_pack)->size(); }

    std::shared_ptr<const policy::Pack> m_pack = policy::Library::load().find(QStringLiteral("kameoka"));
    tests::OnePerson m_clerk{QStringLiteral("yamada")};
    tests::OnePerson m_officer{QStringLiteral("kondo")};
    Keys m_keys{{&m_clerk, &m_officer}};
    label::CodecSet m_codecs;
    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

void TestDesignator::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = std::make_unique<QTemporaryDir>();
    m_ledger = std::make_unique<ledger::Ledger>(
        *ledger::Ledger::create(tests::ledgerParts(base::toPath(m_data->path()), {&m_clerk, &m_officer}),
                                crypto::randomSecret(32).value()));
}

void TestDesignator::bothNamesStay()
{
    const base::Path file = make("名簿.csv");
    QVERIFY(!propose(file).error);
    QCOMPARE(read(file).label->status, label::LabelStatus::Proposed);
    const LabelOutcome done = designate(file);
    QVERIFY2(!done.error, done.error ? qPrintable(done.error->message) : "");
    const auto found = read(file);
    QCOMPARE(found.label->status, label::LabelStatus::Designated);
    QCOMPARE(found.label->labelledBy, QStringLiteral("kondo"));
    QCOMPARE(found.label->proposedBy, QStringLiteral("yamada"));
    QCOMPARE(found.label->restrictions, QStringList{QStringLiteral("複製禁止")});
    QCOMPARE(found.signature, label::SignatureState::Valid);
    QCOMPARE(labelling::labelInLedger(*m_ledger, found.label->contentHash).value(), *found.label);
    const auto entries = m_ledger->list({});
    QCOMPARE(entries->back().draft.kind, QStringLiteral("designation"));
    QCOMPARE(entries->back().user, QStringLiteral("kondo"));
    QCOMPARE(entries->back().draft.details.value(QStringLiteral("proposedBy")).toString(), QStringLiteral("yamada"));

    label::Label altered = *found.label;
    altered.proposedBy = QStringLiteral("sato");
    QCOMPARE(label::checkSignature(altered, m_keys), label::SignatureState::Invalid);
    QCOMPARE(label::labelFromJson(label::toJson(*found.label), {}).value(), *found.label);
}

void TestDesignator::onlyTheRoleDesignates()
{
    const base::Path file = make("名簿.csv");
    QVERIFY(!propose(file).error);
    for (const char *role : {"staff", "information-manager", "asset-manager"}) {
        const LabelOutcome done = designate(file, role);
        QVERIFY(done.error);
        QCOMPARE(done.error->code, base::ErrorCode::Forbidden);
        QVERIFY(!workflow::mayDesignate(*m_pack, QLatin1String(role)));
    }
    QVERIFY(workflow::mayDesignate(*m_pack, QStringLiteral("information-officer")));
}

void TestDesignator::onlyProposals()
{
    const base::Path file = make("名簿.csv");
    QVERIFY(designate(file).error); // no label at all
    QVERIFY(!propose(file).error);
    QVERIFY(!designate(file).error);
    QVERIFY(designate(file).error); // once is enough
    const base::Path other = make("ほか.csv");
    QVERIFY(!propose(other).error);
    QFile changed(QString::fromStdString(other.string()));
    QVERIFY(changed.open(QIODevice::Append));
    changed.write("changed");
    changed.close();
    QVERIFY(designate(other).error);
    QCOMPARE(read(other).label->status, label::LabelStatus::Proposed);
}

void TestDesignator::kindsAreDesignatedInAdvance()
{
    const base::Path file = make("申請者一覧.csv");
    auto byKind = order(file);
    byKind.documentKind = QStringLiteral("applicant-list");
    labelling::Labeller labeller(m_pack, parts(m_clerk, "staff"));
    QVERIFY(!labeller.set(byKind).error);
    QCOMPARE(read(file).label->status, label::LabelStatus::Designated);
    QVERIFY(read(file).label->proposedBy.isEmpty());
    QCOMPARE(m_ledger->list({})->back().draft.details.value(QStringLiteral("documentKind")).toString(), byKind.documentKind);
    byKind.classes = {{QStringLiteral("importance"), QStringLiteral("III")}};
    byKind.reason = QStringLiteral("誤り");
    QVERIFY(labeller.set(byKind).error);
    byKind.documentKind = QStringLiteral("no-such-kind");
    QVERIFY(labeller.set(byKind).error);
    QCOMPARE(openCount(), 0U);
}

void TestDesignator::whatIsOpen()
{
    const base::Path first = make("一.csv");
    const base::Path second = make("二.csv");
    QVERIFY(!propose(first).error);
    QVERIFY(!propose(second).error);
    QCOMPARE(openCount(), 2U);
    QVERIFY(!propose(first).error); // given anew: one proposal a file
    QCOMPARE(openCount(), 2U);
    QVERIFY(!designate(first).error);
    QCOMPARE(openCount(), 1U);
    QCOMPARE(workflow::openProposals(*m_ledger, *m_pack)->front().label.labelledBy, QStringLiteral("yamada"));
    QVERIFY(!labelling::Labeller(m_pack, parts(m_clerk, "staff")).remove(second, QStringLiteral("誤り")).error);
    QCOMPARE(openCount(), 0U);
    const auto other = policy::Library::load().find(QStringLiteral("mic-model"));
    QCOMPARE(workflow::openProposals(*m_ledger, *other)->size(), 0U);
}

void TestDesignator::filesForRequests()
{
    const base::Path file = make("名簿.csv");
    QVERIFY(!labelling::requestFile(read(file), *m_pack));
    QVERIFY(!propose(file).error);
    const auto asked = labelling::requestFile(read(file), *m_pack);
    QVERIFY(asked);
    QCOMPARE(asked->name, QStringLiteral("名簿.csv"));
    QCOMPARE(asked->contentHash, read(file).label->contentHash);
    QVERIFY(!designate(file).error);
    QCOMPARE(labelling::requestFile(read(file), *m_pack)->contentHash, asked->contentHash);
    auto forged = read(file);
    forged.signature = label::SignatureState::UnknownSigner;
    QVERIFY(!labelling::requestFile(forged, *m_pack));
    forged = read(file);
    forged.content = labelling::ContentState::Changed;
    QCOMPARE(labelling::requestFile(forged, *m_pack).error().code, base::ErrorCode::Changed);
}

void TestDesignator::loweringWhereThePackNamesAnApprover()
{
    auto pack = std::make_shared<policy::Pack>(*m_pack);
    policy::Rule rule;
    rule.id = QStringLiteral("lower-approval");
    rule.when.actions = {QStringLiteral("lower")};
    rule.ruling = policy::Ruling::WithObligations;
    policy::Obligation approval;
    approval.id = QStringLiteral("approval");
    approval.approver = QStringLiteral("information-manager");
    approval.word.ja = QStringLiteral("承認");
    rule.obligations = {approval};
    pack->rules.push_back(rule);

    const base::Path file = make("名簿.csv");
    auto parts = this->parts(m_clerk, "staff");
    QVERIFY(!labelling::Labeller(pack, parts).set(order(file)).error);
    auto lower = order(file, "III");
    lower.reason = QStringLiteral("公表した");
    const LabelOutcome refused = labelling::Labeller(pack, parts).set(lower);
    QVERIFY(refused.error);
    QCOMPARE(refused.error->code, base::ErrorCode::Forbidden);
    QVERIFY(labelling::Labeller(pack, parts).remove(file, QStringLiteral("誤り")).error);
    QCOMPARE(read(file).label->classes, order(file).classes);

    std::vector<workflow::DeedPlan> plans;
    parts.permission = [&](const workflow::DeedPlan &plan) -> base::Result<void> {
        plans.push_back(plan);
        return {};
    };
    QVERIFY(!labelling::Labeller(pack, parts).set(lower).error);
    QCOMPARE(plans.size(), 1U);
    QCOMPARE(plans.front().action, QStringLiteral("lower"));
    QCOMPARE(plans.front().purpose, lower.reason);
    QCOMPARE(plans.front().target, lower.classes);
    QCOMPARE(plans.front().files.front().classes, order(file).classes);
    QVERIFY(!labelling::Labeller(pack, parts).remove(file, QStringLiteral("誤り")).error);
    QCOMPARE(plans.size(), 2U);
    QVERIFY(plans.back().target.empty()); // no label at all
    QVERIFY(!labelling::Labeller(m_pack, this->parts(m_clerk, "staff")).set(order(file)).error);
    QVERIFY(!labelling::Labeller(m_pack, this->parts(m_clerk, "staff")).remove(file, QStringLiteral("誤り")).error);
}

QTEST_GUILESS_MAIN(TestDesignator)
#include "tst_designator.moc"
