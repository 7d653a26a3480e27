// Allowance: whether exactly these files may be disposed of now, by whose permission, or without one where the rules want
// none. A permission is used up by the files that were disposed of with it. As the ledger: one thread at a time.
#pragma once

#include "disposal/plan.h"
#include "workflow/requestdesk.h"

namespace shirushi::disposal {

struct Allowance {
    Reason reason;
    QString request; // empty: none is needed
    std::vector<Approver> approvers;
};

/// Where the files of a request lie, as they were listed when it was asked (廃棄予定簿).
struct Listed {
    QString request;
    std::vector<base::Path> files;
    std::vector<QJsonObject> assets; // as asset.h has them
};

class Allowances
{
public:
    [[nodiscard]] static base::Result<Allowances> read(const DisposalParts &parts, workflow::RequestDesk &desk);

    /// `file`: what is to go, at `path` (empty: it is no file). `reason`: as the person gave it; nothing: that of the
    /// request. `request`: of this one alone; empty: of any. Forbidden with the objection's name as the subject.
    [[nodiscard]] base::Result<Allowance> find(const workflow::RequestFile &file, const base::Path &path, const std::optional<Reason> &reason,
                                               const QString &request) const;
    /// Of a file that has no class that can be believed: only where the rules want no permission even for the strictest.
    [[nodiscard]] base::Result<Allowance> findWithoutClass(const policy::Classes &strictest, const std::optional<Reason> &reason) const;

    /// NotFound.
    [[nodiscard]] base::Result<Listed> listed(const QString &request) const;
    /// True if it was disposed of by this request already.
    bool isUsed(const QString &request, const base::Path &path, const QString &contentHash) const;

private:
    Allowances(const DisposalParts &parts, std::vector<workflow::Case> cases) : m_parts(parts), m_cases(std::move(cases)) {}
    [[nodiscard]] base::Result<void> readLedger();
    std::expected<Allowance, workflow::Objection> byCase(const workflow::Case &known, const workflow::RequestFile &file, const base::Path &path,
                                                         const std::optional<Reason> &reason) const;

    DisposalParts m_parts;
    std::vector<workflow::Case> m_cases; // of this person, the newest last
    std::map<QString, Listed> m_listed;
    std::map<QString, std::vector<std::pair<QString, QString>>> m_used; // request → name and content hash
    const people::Person *m_person = nullptr;
};

/// The entry that keeps where the files of a request lie.
ledger::EntryDraft listedDraft(const workflow::Request &request, const std::vector<base::Path> &files, const std::vector<QJsonObject> &assets);

} // namespace shirushi::disposal
