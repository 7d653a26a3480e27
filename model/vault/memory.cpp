#include "vault/memory.h"

#include <set>

namespace shirushi::vault {

namespace {

Known knownFrom(const ledger::Entry &entry)
{
    const QJsonObject &details = entry.draft.details;
    return {details.value(counterMember).toInteger(), details.value(descriptionMember).toString(), details.value(successionMember).toString(),
            details.value(sealedMember).toString(), details.value(finalMember).toString(), entry.seq, entry.at};
}

// The numbers of entries whose deeds were not done.
base::Result<std::set<std::int64_t>> undone(ledger::Ledger &ledger)
{
    std::set<std::int64_t> numbers;
    ledger::Query query;
    query.kinds = {QStringLiteral("undone")};
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        numbers.insert(entry.draft.details.value(QStringLiteral("of")).toInteger());
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return numbers;
}

} // namespace

bool goesOnFrom(const Succession &succession, const Known &known)
{
    return known.succession.isEmpty() || holds(succession, known.succession);
}

bool isOlderThan(std::int64_t counter, const QString &description, const Known &known)
{
    return counter < known.counter || (counter == known.counter && description != known.description);
}

base::Result<std::optional<Known>> knownVault(ledger::Ledger &ledger, const QString &vault)
{
    std::optional<Known> known;
    const auto gone = undone(ledger);
    if (!gone)
        return std::unexpected(gone.error());
    ledger::Query query;
    query.kinds = {createdKind, joinedKind, membersKind};
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        if (entry.draft.details.value(vaultMember) != vault || gone->contains(entry.seq))
            return true;
        const Known found = knownFrom(entry);
        if (!known || found.counter >= known->counter)
            known = found;
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return known;
}

base::Result<std::map<QString, Known>> knownItems(ledger::Ledger &ledger, const QString &vault)
{
    std::map<QString, Known> items;
    const auto gone = undone(ledger);
    if (!gone)
        return std::unexpected(gone.error());
    ledger::Query query;
    query.kinds = {putKind, savedKind, changedKind, relockedKind, recoveredKind, movedKind, disposedKind, erasedKind};
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        const QString id = entry.draft.details.value(itemMember).toString();
        if (gone->contains(entry.seq))
            return true;
        if (entry.draft.kind == movedKind && entry.draft.details.value(fromMember) == vault)
            items.erase(id);
        if (entry.draft.details.value(vaultMember) != vault)
            return true;
        if (entry.draft.kind == disposedKind || entry.draft.kind == erasedKind) {
            items.erase(id);
            return true;
        }
        const Known found = knownFrom(entry);
        Known &known = items[id];
        if (found.counter >= known.counter)
            known = found;
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return items;
}

} // namespace shirushi::vault
