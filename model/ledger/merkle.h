// The Merkle tree of RFC 6962 section 2.1: hashes of leaves and nodes, roots, proofs. Pure functions over a
// source of subtree hashes; any thread, as far as the source allows.
//
// A "complete subtree" (level, position) covers the 2^level leaves from position × 2^level on.
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace shirushi::ledger {

using Hash = std::array<std::uint8_t, 32>;

/// SHA-256(0x00 ‖ leaf)
Hash leafHash(std::span<const char> leaf);
/// SHA-256(0x01 ‖ left ‖ right)
Hash nodeHash(const Hash &left, const Hash &right);

QByteArray toBytes(const Hash &hash);
/// Nothing where `bytes` are not 32.
std::optional<Hash> toHash(const QByteArray &bytes);

/// Where the hashes of complete subtrees come from.
class Subtrees
{
public:
    virtual ~Subtrees() = default;
    [[nodiscard]] virtual base::Result<Hash> complete(int level, std::uint64_t position) = 0;
};

/// The right edge of a growing tree: enough to add leaves and to know the root, in O(log size) memory.
class Frontier
{
public:
    Frontier() = default;
    /// The edge of a tree of `size` leaves.
    [[nodiscard]] static base::Result<Frontier> of(Subtrees &tree, std::uint64_t size);

    std::uint64_t size() const { return m_size; }
    /// RFC 6962: the hash of nothing for an empty tree.
    Hash root() const;

    struct Completed {
        int level;
        std::uint64_t position;
        Hash hash;
    };
    /// Adds a leaf; the subtrees that it completes, from level 0 (the leaf itself) up.
    std::vector<Completed> add(const Hash &leaf);

private:
    std::uint64_t m_size = 0;
    std::vector<Hash> m_edge; // the complete subtrees of m_size's binary digits, largest first
};

[[nodiscard]] base::Result<Hash> rootOf(Subtrees &tree, std::uint64_t size);

/// RFC 6962 section 2.1.1: `index` counts from 0 and is below `size`.
[[nodiscard]] base::Result<std::vector<Hash>> inclusionProof(Subtrees &tree, std::uint64_t index, std::uint64_t size);
/// RFC 6962 section 2.1.2: from the tree of `older` leaves to that of `newer`; empty where they are equal.
[[nodiscard]] base::Result<std::vector<Hash>> consistencyProof(Subtrees &tree, std::uint64_t older,
                                                               std::uint64_t newer);

/// RFC 9162 section 2.1.3.2.
bool verifyInclusion(const Hash &leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                     const Hash &root);
/// RFC 9162 section 2.1.4.2. A tree of 0 leaves is extended by every other, with an empty proof.
bool verifyConsistency(std::uint64_t older, const Hash &olderRoot, std::uint64_t newer, const Hash &newerRoot,
                       std::span<const Hash> proof);

} // namespace shirushi::ledger
