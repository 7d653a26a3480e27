// OfficePublishing: PublishDesk over the ledger and the session that OfficeDesk has open.
#pragma once

#include "send/publishdesk.h"

namespace shirushi::window {

class OfficeDesk;

class OfficePublishing final : public send::PublishDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficePublishing(OfficeDesk &desk) : m_desk(desk) {}

    base::Result<sending::Published> look(const send::Plan &plan) const override;
    base::Result<sending::Published> publish(const send::Plan &plan, const send::Publishing &publishing) override;
    base::Result<std::vector<sending::PublicationRecord>> published() const override;
    base::Result<sending::Compared> compare(const base::Path &copy, const QString &id) override;

private:
    template <typename Value, typename Use>
    base::Result<Value> with(bool writes, Use use) const;

    OfficeDesk &m_desk;
};

} // namespace shirushi::window
