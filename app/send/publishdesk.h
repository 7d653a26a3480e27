// PublishDesk: what the pages of publishing 公表 ask of the rooms behind them. Any thread, one call at a time.
#pragma once

#include "approvals/askingdesk.h"
#include "sending/publication.h"

namespace shirushi::send {

struct Plan;

/// What is said when something is published, beside what was planned.
struct Publishing {
    QString place;     // an address, the name of a bulletin
    QString sanitised; // where the rules want it
    bool acceptsHidden = false;
    QStringList seen;  // SHA-256 of the files whose findings were shown
};

class PublishDesk
{
public:
    virtual ~PublishDesk() = default;

    /// Looks into the files; records nothing.
    [[nodiscard]] virtual base::Result<sending::Published> look(const Plan &plan) const = 0;
    [[nodiscard]] virtual base::Result<sending::Published> publish(const Plan &plan, const Publishing &publishing) = 0;
    /// The newest first.
    [[nodiscard]] virtual base::Result<std::vector<sending::PublicationRecord>> published() const = 0;
    /// Recorded. `id` may be empty: then the record is found by content and name.
    [[nodiscard]] virtual base::Result<sending::Compared> compare(const base::Path &copy, const QString &id) = 0;
};

} // namespace shirushi::send
