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
    std::vector<sending::ParcelFormat> formats() const override;
    QString methodNotice() const override;
    base::Result<send::Prospect> prospect(const send::Plan &plan) const override;
    base::Result<std::vector<sending::SecondLook>> secondLooks(const send::Plan &plan) const override;
    base::Result<send::Made> send(const send::Plan &plan, const send::Packing &packing, base::Progress &progress) override;
    base::Result<std::vector<send::Item>> list() const override;
    std::vector<sending::Unfinished> unrecorded() const override;
    base::Result<base::SecretBytes> password(const QString &id) const override;
    base::Result<void> delivered(const QString &id, const QString &way, const QString &to) override;
    base::Result<sending::Received> receive(const base::Path &parcel, const sending::ParcelSecret &secret, const base::Path &into,
                                            base::Progress &progress) override;

    base::Result<std::vector<send::BookEntry>> findContacts(const QString &words) const override;
    base::Result<send::BookEntry> addContact(const sending::Contact &contact) override;
    base::Result<send::BookEntry> changeContact(const sending::Contact &contact) override;
    base::Result<void> removeContact(const QString &id) override;
    base::Result<send::BookEntry> checkContact(const QString &id) override;

    base::Result<std::vector<send::BookEntry>> contactsOf(const QString &id) const override;
    base::Result<QString> ownAddress() const override;
    base::Result<sending::DraftReport> draft(const sending::DraftOrder &order, base::Progress &progress) override;
    void removeDraft(const base::Path &draft) override;
    base::Result<void> confirmed(const QString &id, const QString &by) override;
    base::Result<void> forget(const QString &id) override;
    base::Result<std::vector<send::MissentCall>> calls(const QString &id) const override;
    base::Result<void> missent(const QString &id, const QString &note) override;

private:
    template <typename Value, typename Use>
    base::Result<Value> with(bool writes, Use use) const;

    OfficeDesk &m_desk;
    OfficePublishing m_publishing;
};

} // namespace shirushi::window
