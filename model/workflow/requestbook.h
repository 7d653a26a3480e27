// RequestBook: all requests that the ledger knows, with what was decided about them. A value, read once; any
// thread.
//
// The ledger's entries: "request", "approval", "refusal", "withdrawal", "countersign", "paper-decision" carry the
// whole signed object in their details ("request", "decision", "paperDecision"), "exception-report" carries
// "report" {request, to, text}. A paper decision that is recorded once more brings its scan, which came later. Each is checked against the roster that held when it was recorded.
#pragma once

#include "people/directory.h"
#include "workflow/requeststate.h"

#include "ledger/ledger.h"

#include <set>

namespace shirushi::workflow {

struct Case {
    Request request;
    QDateTime recordedAt;
    std::int64_t seq = 0;
    std::vector<Record> records;
    std::map<QString, std::int64_t> scans; // by a paper decision's hash: the entry that keeps its scan
    std::optional<Objection> objection; // the request itself does not count
    Status status;
};

class RequestBook
{
public:
    /// `directory`: the roster of the data folder, for a ledger of before there were any.
    [[nodiscard]] static base::Result<RequestBook> read(ledger::Ledger &ledger,
                                                        std::shared_ptr<const people::Directory> directory,
                                                        const policy::Pack &pack, const QDateTime &now);

    /// In the order in which they were recorded.
    const std::vector<Case> &cases() const { return m_cases; }
    const Case *find(const QString &id) const;

    /// The newest roster that the ledger carries; empty (number 0) where it carries none.
    const people::Roster &roster() const { return *m_roster; }

    /// The paper decision of this hash, with its case; both as long as the book. Nothing where it is not known.
    std::optional<std::pair<const PaperDecision *, const Case *>> paperDecision(const QString &hash) const;

    /// When the newest entry of the whole ledger was written; invalid where there is none.
    QDateTime newestAt() const { return m_newestAt; }

    /// True if this very decision, by its hash, is recorded already.
    bool isRecorded(const QString &decisionHash) const { return m_decisions.contains(decisionHash); }

private:
    void take(const ledger::Entry &entry, const std::shared_ptr<const people::Roster> &roster,
              const policy::Pack &pack);
    void takeRequest(const ledger::Entry &entry, const std::shared_ptr<const people::Roster> &roster,
                     const policy::Pack &pack);
    void add(const QString &request, Record record);
    void takePaper(const ledger::Entry &entry, const std::shared_ptr<const people::Roster> &roster);

    std::vector<Case> m_cases;
    std::map<QString, std::size_t> m_byId;
    QDateTime m_newestAt;
    std::set<QString> m_decisions; // hashes
    std::shared_ptr<const people::Roster> m_roster = std::make_shared<people::Roster>();
};

} // namespace shirushi::workflow
