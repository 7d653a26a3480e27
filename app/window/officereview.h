// OfficeReview: ReviewDesk over the ledger that OfficeDesk has open. Looking at every entry is done on a
// connection of its own, so that work goes on meanwhile; everything else takes turns with it.
#pragma once

#include "review/reviewdesk.h"
#include "window/openoffice.h"

namespace shirushi::window {

class OfficeDesk;

class OfficeReview final : public review::ReviewDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficeReview(OfficeDesk &desk) : m_desk(desk) {}

    std::shared_ptr<const policy::Pack> rules() const override;
    std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const override;
    std::vector<review::Someone> people() const override;
    review::Standing standing() const override;
    base::Result<review::Part> entries(const review::Filter &filter, std::int64_t before,
                                       std::int64_t limit) const override;
    base::Result<std::vector<ledger::Count>> counts(const review::Filter &filter) const override;
    base::Result<review::Proof> verify(base::Progress &progress) override;
    base::Result<ledger::Entry> signOff(const review::Filter &filter, const QString &note) override;
    base::Result<ledger::Entry> accept(const QString &reason, base::Progress &progress) override;
    std::vector<review::ExportFormat> exportFormats() const override;
    base::Result<std::int64_t> exportTo(const review::Filter &filter, const QString &words, review::ExportFormat format,
                                        const base::Path &target) override;

private:
    OfficeDesk &m_desk;
    std::optional<review::Proof> m_proof; // of this session; under the desk's lock
    QString m_provenFor;                  // its key id
};

} // namespace shirushi::window
