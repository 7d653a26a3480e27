// Allowance: whether exactly these files may be disposed of now, by whose permission, or without one where the rules want
// none. A permission is used up by the files that were disposed of with it. As the ledger: one thread at a time.
#pragma once

#include "disposal/plan.h"
#include "workflow/requestdesk.h"

#include <map>
#include <set>

namespace shirushi::disposal {

struct Allowance {
    Reason reason;
    QString request; // empty: none is needed
    std::vector<Approver> approvers;
};

/// An item of a vault.
struct ItemPlace {
    base::Path vault; // the folder
    QString id;
    bool operator==(const ItemPlace &) const = default;
};

/// What a request is about and where it lies, as it was listed when it was asked (廃棄予定簿).
struct Listed {
    QString request{};
    std::vector<base::Path> files{};
    std::vector<QJsonObject> assets{}; // as asset.h has them
    std::vector<ItemPlace> items{};
};

/// By which a thing is told from others of the same content.
QString keyOfFile(const base::Path &file);
QString keyOfItem(const QString &id);
QString keyOfAsset(const QString &contentHash);
QString keyOf(const Record &record);

/// What somebody wants to dispose of, as it is now.
struct Thing {
    workflow::RequestFile file;
    QString key;
    QStringList makers{}; // as Plan has them
};

class Allowances
{
public:
    [[nodiscard]] static base::Result<Allowances> read(const DisposalParts &parts, workflow::RequestDesk &desk);

    /// `reason`: as the person gave it; nothing: that of the request. `request`: of this one alone; empty: of any. Forbidden
    /// with the objection's name as the subject; of a reason that holds for one's own alone, a sentence says so.
    [[nodiscard]] base::Result<Allowance> find(const Thing &thing, const std::optional<Reason> &reason, const QString &request) const;
    /// Of a file that has no class that can be believed: only where the rules want no permission even for the strictest.
    [[nodiscard]] base::Result<Allowance> findWithoutClass(const policy::Classes &strictest, const std::optional<Reason> &reason) const;

    /// NotFound.
    [[nodiscard]] base::Result<Listed> listed(const QString &request) const;
    /// True if it was disposed of by this request already.
    bool isUsed(const QString &request, const QString &key) const;

private:
    Allowances(const DisposalParts &parts, std::vector<workflow::Case> cases) : m_parts(parts), m_cases(std::move(cases)) {}
    [[nodiscard]] base::Result<void> readLedger();
    std::expected<Allowance, workflow::Objection> byCase(const workflow::Case &known, const Thing &thing,
                                                         const std::optional<Reason> &reason) const;
    base::Result<void> checkMaker(const Thing &thing, const Reason &reason) const;

    DisposalParts m_parts;
    std::vector<workflow::Case> m_cases; // of this person, the newest last
    std::map<QString, Listed> m_listed;
    std::map<QString, std::set<QString>> m_listedKeys; // request → keys of its files and items
    std::map<QString, std::set<QString>> m_used; // request → keys
    const people::Person *m_person = nullptr;
};

/// The entry that keeps where the files of a request lie.
ledger::EntryDraft listedDraft(const Listed &listed, const QString &purpose);

} // namespace shirushi::disposal
