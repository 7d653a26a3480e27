// OfficeDisposal: DisposeDesk over the ledger and the session that OfficeDesk has open.
#pragma once

#include "dispose/disposedesk.h"
#include "window/openoffice.h"

#include <mutex>

namespace shirushi::window {

class OfficeDesk;

class OfficeDisposal final : public disposals::DisposeDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficeDisposal(OfficeDesk &desk) : m_desk(desk) {}

    std::shared_ptr<const policy::Pack> rules() const override;
    std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const override;
    disposal::Recovered told() override;
    base::Result<disposals::Due> due(base::Progress &progress) const override;
    std::vector<disposals::Row> read(const std::vector<base::Path> &paths, base::Progress &progress) const override;
    base::Result<disposals::Row> rowOf(const disposal::Asset &asset) const override;
    base::Result<disposals::Outlook> look(const disposals::Order &order, base::Progress &progress) const override;
    base::Result<approvals::Asked> ask(const disposals::Order &order) override;
    base::Result<std::vector<disposals::Pending>> pending() const override;
    base::Result<std::vector<disposals::Thing>> remaining(const QString &request) const override;
    base::Result<std::vector<disposals::Outcome>> run(const disposals::Order &order, base::Progress &progress) override;
    base::Result<std::vector<disposals::VaultPlace>> vaults() const override;
    base::Result<std::int64_t> record(const disposal::Statement &statement, const disposals::Attached &attached) override;
    base::Result<std::vector<int>> years() const override;
    base::Result<disposals::Register> registerOf(int year) const override;
    base::Result<std::vector<disposals::Line>> open() const override;
    base::Result<void> saveRegister(int year, disposals::Form form, const base::Path &target) const override;
    base::Result<void> saveCertificate(std::int64_t seq, const base::Path &target) const override;
    base::Result<void> saveAttachment(std::int64_t seq, const base::Path &target) const override;
    base::Result<std::vector<disposal::Finding>> verify(int year, base::Progress &progress) const override;

    /// What told() tells next.
    void note(disposal::Recovered recovered);

private:
    disposal::DisposalParts partsOf(OpenOffice &open) const;
    /// Those that who is signed in may see.
    base::Result<std::vector<disposal::Record>> recordsSeen(OpenOffice &open, int year) const;

    OfficeDesk &m_desk;
    std::mutex m_toldLock;
    disposal::Recovered m_told;
};

} // namespace shirushi::window
