// RequestDesk: asking, approving, refusing, and what may be done by it, as one person who is signed in. What is
// done here is recorded in the ledger before it is handed back. As the ledger: one thread at a time.
//
// What does not count is an error Forbidden whose subject is the objection's name (workflow/objection.h).
#pragma once

#include "workflow/exchange.h"
#include "workflow/permission.h"

#include "base/clock.h"

namespace shirushi::workflow {

/// All of it outlives the desk.
struct DeskParts {
    ledger::Ledger &ledger;
    const crypto::Signer &signer;
    std::shared_ptr<const people::Directory> directory;
    std::shared_ptr<const policy::Pack> pack;
    const base::Clock &clock;
};

/// What a person fills in.
struct Draft {
    DeedPlan plan;
    QDate from{};
    QDate until{};
};

struct ApprovalWords {
    QString comment;
    QDateTime validUntil{}; // invalid: 30 days from now
    QString sharedDutiesReason{};
};

/// A decision on paper, as it is typed in.
struct Paper {
    QString decidedBy;
    QDate decidedOn;
    QString documentNumber;
    std::optional<ledger::Attachment> scan{}; // kept with the record, in the ledger
    QStringList roles{};  // empty: all that the request still waits for
    QDateTime validUntil{};
};

enum class Show { All, Mine, WaitingForMe };

/// What came of a file that was taken in.
struct Imported {
    base::Path file;
    QString request;      // id; empty where the file could not be read
    bool isNew = false;   // false: it was known
    QString leftOut{};    // why the scan beside a decision was not taken in, where that is so
    std::optional<base::Error> error;
};

inline constexpr int defaultValidDays = 30;

class RequestDesk
{
public:
    explicit RequestDesk(DeskParts parts) : m_parts(std::move(parts)) {}

    /// What ask() would sign, without a signature: whose approvals the rules want. InvalidInput: no file, nothing to
    /// approve; Forbidden by the rules, with the roles that may ask where others may.
    [[nodiscard]] base::Result<Request> prepare(const Draft &draft) const;
    /// Signed and recorded. Errors: as prepare(); InvalidInput: no class to lower to, or a personal number in what
    /// somebody wrote or in a file's name; TooLarge for a file to travel in.
    [[nodiscard]] base::Result<Request> ask(const Draft &draft);

    /// In the order in which they were recorded here.
    [[nodiscard]] base::Result<std::vector<Case>> list(Show show = Show::All);
    /// NotFound.
    [[nodiscard]] base::Result<Case> find(const QString &id);

    // What is written about a request is refused like the request: InvalidInput, TooLarge.

    /// As every needed role that the person counts for and that nobody has approved as yet.
    [[nodiscard]] base::Result<std::vector<Decision>> approve(const QString &id, const ApprovalWords &words);
    /// Also what was approved before: it then counts no more.
    [[nodiscard]] base::Result<Decision> refuse(const QString &id, const QString &comment);
    [[nodiscard]] base::Result<Decision> withdraw(const QString &id, const QString &comment);
    /// Of an approval by 兼務.
    [[nodiscard]] base::Result<Decision> countersign(const QString &id, const QString &comment);
    [[nodiscard]] base::Result<PaperDecision> recordPaper(const QString &id, const Paper &paper);
    /// The newest paper decision's scan. NotFound where none is kept in this ledger: it may not have come along.
    [[nodiscard]] base::Result<ledger::Attachment> scanOf(const QString &id);
    /// That the report about an urgent exception was made to `roles`. InvalidInput where none is due to one.
    [[nodiscard]] base::Result<void> recordReport(const QString &id, const QStringList &roles, const QString &text);

    /// Forbidden by the objection's name where no approval fits.
    [[nodiscard]] base::Result<Permission> permission(const DeedPlan &plan);

    /// Writes the request and all decisions about it into `folder`, with the scans of those on paper that are kept here.
    [[nodiscard]] base::Result<std::vector<base::Path>> exportTo(const QString &id, const base::Path &folder);
    /// Writes one of them as `file`: where its name ends in .shirushi-decision the newest decision, otherwise the
    /// request. NotFound where nothing has been decided. A scan of that decision lies beside it then.
    [[nodiscard]] base::Result<void> exportAs(const QString &id, const base::Path &file);
    /// Checked, and recorded here unless it is known. The scan of a decision on paper is taken in with it where it lies
    /// beside it under the same name, and may also come alone, later.
    [[nodiscard]] Imported importFrom(const base::Path &file);
    /// Everything in `folder`; those that failed have their error.
    [[nodiscard]] base::Result<std::vector<Imported>> importAll(const base::Path &folder);

    /// Whether this person may see it: what they asked, what waits for them, what they decided; and everything for
    /// those who see everything (people/sight.h).
    bool maySee(const Case &known) const;
    /// As find(); NotFound also for what this person may not see.
    [[nodiscard]] base::Result<Case> findSeen(const QString &id);

    /// True if the case waits for something that this person may give.
    bool isWaitingForMe(const Case &known) const;

private:
    [[nodiscard]] base::Result<RequestBook> book();
    [[nodiscard]] base::Result<Case> openCase(const QString &id);
    [[nodiscard]] base::Result<const people::Person *> me() const;
    Standing standing(const QDateTime &now) const { return {*m_parts.pack, m_parts.directory->roster(), now}; }
    Decision draftFor(const Case &known, Ruling ruling, const QString &comment) const;
    template <typename Ruled>
    [[nodiscard]] base::Result<void> checkWords(const Ruled &decision, const Case &known) const;
    [[nodiscard]] base::Result<Decision> signAndCheck(Decision decision, const Case &known) const;
    [[nodiscard]] base::Result<void> record(const std::vector<ledger::EntryDraft> &drafts);
    Request requestFor(const Draft &draft, const people::Person &asker) const;
    template <typename Ruled>
    [[nodiscard]] base::Result<bool> takeInDecision(const Ruled &decision, const RequestBook &book,
                                                    const std::optional<ledger::Attachment> &scan = {});
    [[nodiscard]] base::Result<bool> takeIn(const Request &request, const RequestBook &book);
    [[nodiscard]] base::Result<bool> takeIn(const Decision &decision, const RequestBook &book);
    [[nodiscard]] base::Result<bool> takeIn(const PaperDecision &decision, const RequestBook &book, const base::Path &file,
                                            QString &leftOut);
    [[nodiscard]] base::Result<void> recordWith(const ledger::Attachment &scan, const ledger::EntryDraft &draft);
    [[nodiscard]] base::Result<bool> writeScan(const PaperDecision &decision, const Case &known, const base::Path &file);
    [[nodiscard]] base::Result<std::vector<base::Path>> writeScans(const Case &known, const base::Path &folder);
    [[nodiscard]] Imported importScan(const base::Path &file, const RequestBook &book);
    [[nodiscard]] Imported importOne(const base::Path &file, const RequestBook &book);

    DeskParts m_parts;
};

} // namespace shirushi::workflow
