// LabelDesk: what the pages of 分類する ask of the rooms behind them. The pages know nothing else of people,
// ledger or codecs. Every function may be called from any thread; label() and remove() are called one at a time.
#pragma once

#include "base/progress.h"
#include "labelling/labeller.h"

namespace shirushi::classify {

/// A file that was labelled lately, as the ledger remembers it.
struct RecentFile {
    base::Path path;
    QString policy;
    policy::Classes classes;
    QDateTime at; // UTC
};

/// What is ticked at first on the last page.
struct MarkDefaults {
    bool header = true;
    bool fileName = false;
};

class LabelDesk
{
public:
    virtual ~LabelDesk() = default;

    /// The rules in force; never null while somebody is signed in.
    virtual std::shared_ptr<const policy::Pack> rules() const = 0;
    /// Null for a policy that is not installed here.
    virtual std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const = 0;
    virtual MarkDefaults markDefaults() const = 0;

    virtual labelling::FileLabel read(const base::Path &path) const = 0;

    /// Where somebody has approved that this content's class is lowered to `target` (empty: its label taken away): the
    /// reason that they approved. Else empty.
    virtual QString approvedReason(const QString &contentHash, const policy::Classes &target) const = 0;

    /// `done` is called after each file, from a worker. When cancelled it stops between files; those that were
    /// not reached have no outcome and are untouched.
    virtual std::vector<labelling::LabelOutcome>
    label(const std::vector<labelling::LabelOrder> &orders, base::Progress &progress,
          const std::function<void(const labelling::LabelOutcome &)> &done = {}) = 0;
    virtual labelling::LabelOutcome remove(const base::Path &path, const QString &reason) = 0;

    /// The newest first, each file once.
    virtual std::vector<RecentFile> recentFiles(std::size_t most) const = 0;
};

} // namespace shirushi::classify
