// OfficeAsking: AskingDesk over the rules, the roster and the ledger that OfficeDesk has open.
#pragma once

#include "approvals/askingdesk.h"
#include "window/openoffice.h"
#include "workflow/requestdesk.h"

namespace shirushi::window {

class OfficeDesk;

class OfficeAsking final : public approvals::AskingDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficeAsking(OfficeDesk &desk) : m_desk(desk) {}

    std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const override;
    std::vector<approvals::AskableDeed> deeds() const override;
    std::vector<approvals::AskedFile> read(const std::vector<base::Path> &paths, base::Progress &progress) const override;
    base::Result<approvals::Prospect> prospect(const approvals::Asking &asking) const override;
    base::Result<approvals::Asked> ask(const approvals::Asking &asking) override;

private:
    approvals::AskedFile readOne(const base::Path &path, const policy::Pack &pack) const;

    OfficeDesk &m_desk;
};

/// Puts a request with what was decided about it into the office's shared folder. False where there is none, or it
/// cannot be reached now: it then goes with the next deed, or by hand.
bool share(workflow::RequestDesk &requests, const OpenOffice &open, const QString &id);

} // namespace shirushi::window
