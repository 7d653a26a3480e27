// OfficeSending: SendDesk over the ledger and the session that OfficeDesk has open.
#pragma once

#include "send/senddesk.h"
#include "window/officepublishing.h"
#include "window/openoffice.h"

namespace shirushi::window {

class OfficeDesk;

class OfficeSending final : public send::SendDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficeSending(OfficeDesk &desk) : m_desk(desk), m_publishing(desk) {}

    send::PublishDesk &publishing() override { return m_publishing; }
    std::shared_ptr<const policy::Pack> rules() const override;
    std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const override;
    std::vector<send::Named> destinations() const override;
    std::vector<send::Named> channels() const override;
    std::vector<send::Named> waysBeside(const QString &channel) const override;
    base::Result<send::Prospect> prospect(const send::Plan &plan) const override;
    base::Result<send::Made> send(const send::Plan &plan, const send::Packing &packing, base::Progress &progress) override;
    base::Result<std::vector<send::Item>> list() const override;
    base::Result<base::SecretBytes> password(const QString &id) const override;
    base::Result<void> delivered(const QString &id, const QString &way, const QString &to) override;
    base::Result<sending::Received> receive(const base::Path &parcel, const sending::ParcelSecret &secret, const base::Path &into,
                                            base::Progress &progress) override;

private:
    template <typename Value, typename Use>
    base::Result<Value> with(bool writes, Use use) const;

    OfficeDesk &m_desk;
    OfficePublishing m_publishing;
};

} // namespace shirushi::window
