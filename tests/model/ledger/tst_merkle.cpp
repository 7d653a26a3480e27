#include "base/encoding.h"
#include "ledger/merkle.h"

#include <QTest>

using namespace shirushi;
using ledger::Hash;

namespace {

// The definition of RFC 6962 section 2.1 itself, without any cleverness.
Hash definedRoot(std::span<const Hash> leaves)
{
    if (leaves.size() == 1)
        return leaves[0];
    std::size_t k = 1;
    while (2 * k < leaves.size())
        k *= 2;
    return ledger::nodeHash(definedRoot(leaves.first(k)), definedRoot(leaves.subspan(k)));
}

class InMemory final : public ledger::Subtrees
{
public:
    explicit InMemory(std::vector<Hash> leaves) : m_leaves(std::move(leaves)) {}
    base::Result<Hash> complete(int level, std::uint64_t position) override
    {
        const std::size_t size = std::size_t(1) << level;
        return definedRoot(std::span<const Hash>(m_leaves).subspan(position * size, size));
    }
    std::span<const Hash> leaves() const { return m_leaves; }

private:
    std::vector<Hash> m_leaves;
};

InMemory treeOf(int size)
{
    std::vector<Hash> leaves;
    for (int i = 0; i < size; ++i)
        leaves.push_back(ledger::leafHash(std::span<const char>(reinterpret_cast<const char *>(&i), sizeof i)));
    return InMemory(std::move(leaves));
}

} // namespace

class TestMerkle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownRoots();
    void everySizeUpToSeventy();
    void wrongProofsAreRefused();
};

// Test vectors of the certificate-transparency project (RFC 6962's reference implementation).
void TestMerkle::knownRoots()
{
    const QByteArrayList inputs{"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    const QByteArrayList roots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                               "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                               "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                               "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                               "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                               "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                               "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                               "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    ledger::Frontier frontier;
    QCOMPARE(ledger::toBytes(frontier.root()).toHex(),
             QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        const QByteArray input = QByteArray::fromHex(inputs[i]);
        frontier.add(ledger::leafHash({input.constData(), static_cast<std::size_t>(input.size())}));
        QCOMPARE(ledger::toBytes(frontier.root()).toHex(), roots[i]);
    }
}

void TestMerkle::everySizeUpToSeventy()
{
    ledger::Frontier grown;
    std::vector<Hash> rootsAt{grown.root()};
    for (int size = 1; size <= 70; ++size) {
        InMemory tree = treeOf(size);
        grown.add(tree.leaves().back());
        const auto count = static_cast<std::uint64_t>(size);
        const Hash root = definedRoot(tree.leaves());
        rootsAt.push_back(root);
        QVERIFY(grown.root() == root);
        QVERIFY(ledger::Frontier::of(tree, count)->root() == root);
        QVERIFY(*ledger::rootOf(tree, count) == root);
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto proof = ledger::inclusionProof(tree, i, count);
            QVERIFY(ledger::verifyInclusion(tree.leaves()[i], i, count, *proof, root));
        }
        for (std::uint64_t older = 0; older <= count; ++older) {
            const auto proof = ledger::consistencyProof(tree, older, count);
            QVERIFY2(ledger::verifyConsistency(older, rootsAt[older], count, root, *proof),
                     qPrintable(QStringLiteral("%1 to %2").arg(older).arg(size)));
        }
    }
}

void TestMerkle::wrongProofsAreRefused()
{
    InMemory tree = treeOf(37);
    const Hash root = definedRoot(tree.leaves());
    for (std::uint64_t i = 0; i < 37; ++i) {
        auto proof = *ledger::inclusionProof(tree, i, 37);
        QVERIFY(!ledger::verifyInclusion(tree.leaves()[(i + 1) % 37], i, 37, proof, root));
        QVERIFY(!ledger::verifyInclusion(tree.leaves()[i], (i + 1) % 37, 37, proof, root));
        for (Hash &step : proof) {
            step[7] ^= 4;
            QVERIFY(!ledger::verifyInclusion(tree.leaves()[i], i, 37, proof, root));
            step[7] ^= 4;
        }
        proof.push_back(root);
        QVERIFY(!ledger::verifyInclusion(tree.leaves()[i], i, 37, proof, root));
        proof.pop_back();
        proof.pop_back();
        QVERIFY(!ledger::verifyInclusion(tree.leaves()[i], i, 37, proof, root));
    }
    InMemory older = treeOf(20);
    const Hash olderRoot = definedRoot(older.leaves());
    auto proof = *ledger::consistencyProof(tree, 20, 37);
    QVERIFY(ledger::verifyConsistency(20, olderRoot, 37, root, proof));
    for (Hash &step : proof) {
        step[0] ^= 1;
        QVERIFY(!ledger::verifyConsistency(20, olderRoot, 37, root, proof));
        step[0] ^= 1;
    }
    QVERIFY(!ledger::verifyConsistency(19, olderRoot, 37, root, proof));
    QVERIFY(!ledger::verifyConsistency(37, root, 20, olderRoot, proof));
    QVERIFY(!ledger::verifyConsistency(20, root, 37, olderRoot, proof));
    QVERIFY(!ledger::verifyConsistency(20, olderRoot, 37, root, {}));
}

QTEST_GUILESS_MAIN(TestMerkle)
#include "tst_merkle.moc"
