// What somebody states to have been done with a medium, paper or a device: destroyed, initialised, returned. It needs the
// same permission as a file, and a method that the class and the kind allow. As the ledger: one thread at a time.
#pragma once

#include "disposal/allowance.h"
#include "disposal/asset.h"

namespace shirushi::disposal {

struct Statement {
    Asset asset;
    QString reason;  // empty: the request's
    QString request; // empty: whichever fits
    QString method;  // of the pack's
    QString performer; // empty: who records it
    QString witness;
    QString contractor;
    QString certificate;
    QDate doneOn; // invalid: today
    std::optional<ledger::Attachment> attachment{}; // a photo, a scanned certificate
    std::vector<std::int64_t> closes{};             // entries whose follow-up this is
    std::vector<Evidence> evidence{};               // photos and scans that lie in a vault (disposal/evidence.h)
};

/// Whether recordStatement() would record it: the same errors.
[[nodiscard]] base::Result<void> checkStatement(const Statement &statement, const DisposalParts &parts);

/// InvalidInput: no such method for this, one that does less than the class asks for, a day in the future, an entry without
/// an open follow-up; Forbidden without a permission that fits.
[[nodiscard]] base::Result<Record> recordStatement(const Statement &statement, const DisposalParts &parts);

/// What the request lists and nobody has recorded yet.
[[nodiscard]] base::Result<std::vector<Asset>> assetsOf(const QString &request, const DisposalParts &parts);

} // namespace shirushi::disposal
