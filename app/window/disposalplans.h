// DisposalPlans: what is to be disposed of, as rows and plans in the words that people read, and what a request would say of it.
// As the ledger: one thread at a time.
#pragma once

#include "dispose/disposedesk.h"
#include "disposal/plan.h"

namespace shirushi::window {

class DisposalPlans
{
public:
    /// `parts` must outlive it.
    DisposalPlans(const disposals::Order &order, const disposal::DisposalParts &parts) : m_order(order), m_parts(parts) {}

    [[nodiscard]] base::Result<disposals::Outlook> look(base::Progress &progress);

private:
    disposals::Planned plannedOf(const disposals::Thing &thing); // of no file
    disposals::Planned ofFile(const disposal::Plan &plan);
    disposals::Planned ofItem(const disposal::ItemPlace &place);
    disposals::Planned ofAsset(const disposal::Asset &asset);
    void describe(disposals::Planned &planned, const disposal::Record &record, const erasure::Ground &ground) const;
    void judge(disposals::Planned &planned, const disposal::Thing &thing);
    void addProspect(disposals::Outlook &outlook);

    const disposals::Order &m_order;
    const disposal::DisposalParts &m_parts;
    std::optional<disposal::Reason> m_reason;
    std::optional<disposal::Allowances> m_allowances;
    std::vector<workflow::RequestFile> m_files; // as a request would say them
    std::vector<disposal::Asset> m_assets;
    erasure::Surroundings m_around;
    bool m_wantsPermission = false;
};

/// 上書き消去（Clear）
QString methodText(const policy::Pack &pack, const QString &method);
disposals::Row rowOf(const disposal::Asset &asset, const policy::Pack &pack);

} // namespace shirushi::window
