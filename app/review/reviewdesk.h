// ReviewDesk: what the page 記録 asks of the rooms behind it. What a role may not see is never handed out: every
// filter is narrowed to that first. Any thread; verify() holds nobody up, the others are called one at a time.
#pragma once

#include "base/path.h"
#include "base/progress.h"
#include "ledger/checkpoint.h"
#include "ledger/finding.h"
#include "ledger/searchindex.h"
#include "policy/classification.h"
#include "policy/pack.h"

#include <memory>

namespace shirushi::review {

/// What somebody wants to see; what is left empty matches everything.
struct Filter {
    QDate from;  // days of the local calendar, both included
    QDate until;
    QStringList kinds;
    QString user;
    QString department;
    policy::Classes classes; // of the rules in force
    QString text;            // parts of file names and notes
    // One asset: the same content, or the same place.
    QString contentHash;
    QString file;

    bool isOneAsset() const { return !contentHash.isEmpty() || !file.isEmpty(); }
    bool operator==(const Filter &) const = default;
};

struct Someone {
    QString id;
    QString name;
    QString department;
    bool operator==(const Someone &) const = default;
};

/// What is known without looking at every entry.
struct Standing {
    std::int64_t entries = 0;
    QDateTime since; // of the first entry, UTC; invalid while there is none
    std::vector<ledger::Finding> findings;
    bool isWritable = true;
    bool hasSharedFolder = false; // without one an older copy of everything cannot be told from the real one
    QString notice;               // why the shared folder could not be reached
    QStringList administrators;   // names of those who can put it right
    bool mayAccept = false;       // this person is one of them
    bool maySignOff = true;       // this person's position lets them say that entries were reviewed
    bool seesEverything = true;   // false: what this person did, and what was done with their files
};

/// What looking at every entry came to.
struct Proof {
    QDateTime at; // UTC
    std::int64_t entries = 0;
    std::vector<ledger::Finding> findings;
};

struct Part {
    std::vector<ledger::Entry> entries; // the newest first
    bool more = false;                  // there are older ones
};

enum class ExportFormat { Csv, Pdf, JsonLines };

class ReviewDesk
{
public:
    virtual ~ReviewDesk() = default;

    virtual std::shared_ptr<const policy::Pack> rules() const = 0;
    /// Null for a policy that is not installed here.
    virtual std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const = 0;
    /// Everybody who may be found in what is shown, those who have left too.
    virtual std::vector<Someone> people() const = 0;
    virtual Standing standing() const = 0;

    /// Entries numbered below `before` (0: from the newest), `limit` of them at most.
    [[nodiscard]] virtual base::Result<Part> entries(const Filter &filter, std::int64_t before,
                                                     std::int64_t limit) const = 0;
    [[nodiscard]] virtual base::Result<std::vector<ledger::Count>> counts(const Filter &filter) const = 0;

    /// Everything in the ledger; Cancelled when it was stopped.
    [[nodiscard]] virtual base::Result<Proof> verify(base::Progress &progress) = 0;

    /// Records that what `filter` finds was reviewed: an entry of kind "reviewed". Forbidden for who may not
    /// (Standing::maySignOff), and before a proof
    /// without findings that forbid it.
    [[nodiscard]] virtual base::Result<ledger::Entry> signOff(const Filter &filter, const QString &note) = 0;

    /// Takes the ledger as it stands, so that it can be written again: an entry of kind "accepted" names the findings, and
    /// missing entries get one of kind "lost" in their place. Everything is looked at once more. Forbidden for who is no
    /// administrator; InvalidInput without a reason, or where there is nothing to accept.
    [[nodiscard]] virtual base::Result<ledger::Entry> accept(const QString &reason, base::Progress &progress) = 0;

    virtual std::vector<ExportFormat> exportFormats() const = 0;
    /// Writes what `filter` finds to `target`, which is replaced; `words` say it. How many entries it was.
    [[nodiscard]] virtual base::Result<std::int64_t> exportTo(const Filter &filter, const QString &words,
                                                              ExportFormat format, const base::Path &target) = 0;
};

} // namespace shirushi::review
