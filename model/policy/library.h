// The packs that are there: those shipped (in the program's resources) and the municipality's own in the data
// folder's policies/. Loading is the only input and output of this room. Read-only once made; any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "policy/pack.h"

#include <memory>

namespace shirushi::policy {

/// A fault in a pack's JSON.
struct Fault {
    int line = 0;   // from 1
    QString path;   // JSON pointer: /axes/0/levels/2/rank
    QString reason; // a sentence
    bool operator==(const Fault &) const = default;
};

/// All faults in `json`, against the schema and among its members (unknown level in a rule, unreachable level
/// in the question tree, a rule without citation, two levels of one rank …). `base` is looked up for basedOn.
std::vector<Fault> validatePack(const QByteArray &json, const class Library *base);

class Library
{
public:
    /// The shipped packs, then those in `ownFolder` (if it exists); one of the same id replaces the shipped
    /// one. A pack with faults is left out and named in faulty().
    static Library load(const base::Path &ownFolder = {});

    std::vector<std::shared_ptr<const Pack>> packs() const { return m_packs; }
    std::shared_ptr<const Pack> find(const QString &id) const;
    const std::vector<base::Error> &faulty() const { return m_faulty; }

private:
    std::vector<std::shared_ptr<const Pack>> m_packs;
    std::vector<base::Error> m_faulty;
};

} // namespace shirushi::policy
