// OfficeApprovals: ApprovalDesk over the requests in the ledger that OfficeDesk has open.
#pragma once

#include "approvals/approvaldesk.h"
#include "window/openoffice.h"
#include "workflow/requestdesk.h"

namespace shirushi::window {

class OfficeDesk;

class OfficeApprovals final : public approvals::ApprovalDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficeApprovals(OfficeDesk &desk) : m_desk(desk) {}

    std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const override;
    base::Result<approvals::Overview> overview() override;
    base::Result<void> approve(const QString &id, const approvals::Words &words) override;
    base::Result<void> refuse(const QString &id, const QString &comment) override;
    base::Result<void> withdraw(const QString &id, const QString &comment) override;
    base::Result<void> countersign(const QString &id, const QString &comment) override;
    base::Result<void> report(const QString &id, const QString &text) override;
    base::Result<void> decideAs(const QString &user, const base::SecretBytes &password, const QString &id, bool approve,
                                const approvals::Words &words) override;
    base::Result<void> recordPaper(const QString &id, const approvals::Paper &paper) override;
    base::Result<void> takeOutScan(const QString &id, const base::Path &target) override;
    std::vector<approvals::Outcome> designate(const std::vector<base::Path> &files, base::Progress &progress) override;
    base::Result<std::vector<base::Path>> exportTo(const QString &id, const base::Path &folder) override;
    std::vector<approvals::Outcome> import(const std::vector<base::Path> &files) override;
    base::Path sharedFolder() const override;
    std::vector<approvals::Outcome> importShared() override;

private:
    using Deed = std::function<base::Result<void>(workflow::RequestDesk &desk, OpenOffice &open)>;

    /// `signer`: null for who is signed in. `writes`: not while the ledger can only be read.
    base::Result<void> with(const Deed &deed, bool writes, const crypto::Signer *signer = nullptr) const;
    base::Result<void> decide(const QString &id, const Deed &deed, const crypto::Signer *signer = nullptr) const;

    OfficeDesk &m_desk;
};

} // namespace shirushi::window
