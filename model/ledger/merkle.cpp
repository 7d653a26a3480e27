#include "ledger/merkle.h"

#include "crypto/digest.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

namespace shirushi::ledger {

namespace {

std::span<const char> chars(const Hash &hash)
{
    return {reinterpret_cast<const char *>(hash.data()), hash.size()};
}

Hash hashOf(char prefix, std::span<const char> one, std::span<const char> other)
{
    thread_local crypto::Sha256 digest; // starting one costs more than hashing a node
    digest.add(std::span<const char>(&prefix, 1));
    digest.add(one);
    digest.add(other);
    Hash hash;
    digest.finish(hash);
    return hash;
}

// The largest power of two below `count`, which is at least 2.
std::uint64_t split(std::uint64_t count)
{
    return std::bit_floor(count - 1);
}

base::Result<Hash> rangeHash(Subtrees &tree, std::uint64_t begin, std::uint64_t end)
{
    const std::uint64_t count = end - begin;
    if (std::has_single_bit(count)) {
        const int level = std::countr_zero(count);
        return tree.complete(level, begin >> level);
    }
    const std::uint64_t middle = begin + split(count);
    const auto left = rangeHash(tree, begin, middle);
    if (!left)
        return left;
    const auto right = rangeHash(tree, middle, end);
    if (!right)
        return right;
    return nodeHash(*left, *right);
}

base::Result<void> append(std::vector<Hash> &proof, Subtrees &tree, std::uint64_t begin, std::uint64_t end)
{
    const auto hash = rangeHash(tree, begin, end);
    if (!hash)
        return std::unexpected(hash.error());
    proof.push_back(*hash);
    return {};
}

} // namespace

Hash leafHash(std::span<const char> leaf)
{
    return hashOf('\0', leaf, {});
}

Hash nodeHash(const Hash &left, const Hash &right)
{
    return hashOf('\1', chars(left), chars(right));
}

QByteArray toBytes(const Hash &hash)
{
    return QByteArray(reinterpret_cast<const char *>(hash.data()), static_cast<qsizetype>(hash.size()));
}

std::optional<Hash> toHash(const QByteArray &bytes)
{
    Hash hash;
    if (bytes.size() != static_cast<qsizetype>(hash.size()))
        return std::nullopt;
    std::memcpy(hash.data(), bytes.constData(), hash.size());
    return hash;
}

base::Result<Frontier> Frontier::of(Subtrees &tree, std::uint64_t size)
{
    Frontier frontier;
    frontier.m_size = size;
    std::uint64_t begin = 0;
    while (begin < size) {
        const std::uint64_t count = std::bit_floor(size - begin);
        const int level = std::countr_zero(count);
        const auto hash = tree.complete(level, begin >> level);
        if (!hash)
            return std::unexpected(hash.error());
        frontier.m_edge.push_back(*hash);
        begin += count;
    }
    return frontier;
}

Hash Frontier::root() const
{
    if (m_edge.empty()) {
        Hash nothing;
        crypto::Sha256().finish(nothing);
        return nothing;
    }
    Hash root = m_edge.back();
    for (std::size_t i = m_edge.size() - 1; i-- > 0;)
        root = nodeHash(m_edge[i], root);
    return root;
}

std::vector<Frontier::Completed> Frontier::add(const Hash &leaf)
{
    std::vector<Completed> completed{{0, m_size, leaf}};
    Hash hash = leaf;
    for (int level = 0; (m_size >> level) & 1; ++level) {
        hash = nodeHash(m_edge.back(), hash);
        m_edge.pop_back();
        completed.push_back({level + 1, m_size >> (level + 1), hash});
    }
    m_edge.push_back(hash);
    ++m_size;
    return completed;
}

base::Result<Hash> rootOf(Subtrees &tree, std::uint64_t size)
{
    return size == 0 ? Frontier().root() : rangeHash(tree, 0, size);
}

base::Result<std::vector<Hash>> inclusionProof(Subtrees &tree, std::uint64_t index, std::uint64_t size)
{
    std::vector<Hash> proof;
    std::uint64_t begin = 0;
    std::uint64_t end = size;
    while (end - begin > 1) {
        const std::uint64_t middle = begin + split(end - begin);
        const bool isLeft = index < middle;
        const auto added = isLeft ? append(proof, tree, middle, end) : append(proof, tree, begin, middle);
        if (!added)
            return std::unexpected(added.error());
        (isLeft ? end : begin) = middle;
    }
    std::reverse(proof.begin(), proof.end());
    return proof;
}

base::Result<std::vector<Hash>> consistencyProof(Subtrees &tree, std::uint64_t older, std::uint64_t newer)
{
    std::vector<Hash> proof;
    if (older == 0 || older == newer)
        return proof;
    // SUBPROOF(m, D[begin:end], whole): `whole` while the older tree's root is a node that the verifier has.
    std::uint64_t begin = 0;
    std::uint64_t end = newer;
    bool whole = true;
    while (older != end) {
        const std::uint64_t middle = begin + split(end - begin);
        const bool isLeft = older <= middle;
        const auto added = isLeft ? append(proof, tree, middle, end) : append(proof, tree, begin, middle);
        if (!added)
            return std::unexpected(added.error());
        if (isLeft) {
            end = middle;
        } else {
            begin = middle;
            whole = false;
        }
    }
    if (!whole) {
        if (const auto added = append(proof, tree, begin, end); !added)
            return std::unexpected(added.error());
    }
    std::reverse(proof.begin(), proof.end());
    return proof;
}

bool verifyInclusion(const Hash &leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                     const Hash &root)
{
    if (index >= size)
        return false;
    std::uint64_t node = index;
    std::uint64_t last = size - 1;
    Hash hash = leaf;
    for (const Hash &step : proof) {
        if (last == 0)
            return false;
        if ((node & 1) || node == last) {
            hash = nodeHash(step, hash);
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, step);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool verifyConsistency(std::uint64_t older, const Hash &olderRoot, std::uint64_t newer, const Hash &newerRoot,
                       std::span<const Hash> proof)
{
    if (older > newer)
        return false;
    if (older == newer)
        return proof.empty() && olderRoot == newerRoot;
    if (older == 0)
        return proof.empty() && olderRoot == Frontier().root();
    std::vector<Hash> path(proof.begin(), proof.end());
    if (std::has_single_bit(older))
        path.insert(path.begin(), olderRoot);
    if (path.empty())
        return false;
    std::uint64_t node = older - 1;
    std::uint64_t last = newer - 1;
    while (node & 1) {
        node >>= 1;
        last >>= 1;
    }
    Hash first = path.front();
    Hash second = path.front();
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (last == 0)
            return false;
        if ((node & 1) || node == last) {
            first = nodeHash(path[i], first);
            second = nodeHash(path[i], second);
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            second = nodeHash(second, path[i]);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && first == olderRoot && second == newerRoot;
}

} // namespace shirushi::ledger
