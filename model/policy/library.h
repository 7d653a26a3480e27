// The packs that are there: those shipped (in the program's resources) and the municipality's own in the data
// folder's policies/. Loading is the only input and output of this room. Read-only once made; any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "policy/jsonnode.h"
#include "policy/pack.h"

#include <memory>

namespace shirushi::policy {

class Library;
struct PackFile;

/// All faults in `json` (at most 500), against the schema and, where it keeps to that, among its members
/// (unknown level in a rule, unreachable level in the question tree, a citation without quote, two levels of one
/// rank …), in the order of their lines. `base` is looked up for basedOn; a fault in what was taken from there is
/// told at /basedOn. That the cases come out as expected is for differences() in cases.h.
std::vector<Fault> validatePack(const QByteArray &json, const Library *base);

class Library
{
public:
    /// The shipped packs, then those in `ownFolder` (if it exists): *.json, at most 200. One of the same id
    /// replaces the shipped one. A pack with faults is left out and named in faulty(), so that a faulty
    /// replacement leaves the shipped pack in force. Shipped packs are based on shipped ones.
    static Library load(const base::Path &ownFolder = {});

    std::vector<std::shared_ptr<const Pack>> packs() const { return m_packs; }
    std::shared_ptr<const Pack> find(const QString &id) const;
    const std::vector<base::Error> &faulty() const { return m_faulty; }

private:
    void add(std::vector<PackFile> files, const class PackLoader &loader);
    void put(Pack pack);

    std::vector<std::shared_ptr<const Pack>> m_packs;
    std::vector<base::Error> m_faulty;
};

} // namespace shirushi::policy
