// ApprovalDesk: what the page 承認 asks of the rooms behind it. Values as people read them: roles, deeds and
// articles in words. Any thread; one call at a time. decideAs() takes a second, for the password is stretched.
#pragma once

#include "base/path.h"
#include "base/progress.h"
#include "base/result.h"
#include "base/secretbytes.h"
#include "policy/citation.h"
#include "policy/classification.h"

#include <QDateTime>

#include <memory>
#include <optional>
#include <vector>

namespace shirushi::approvals {

/// Where a request stands.
enum class State { Waiting, Approved, Flagged, Refused, Withdrawn, Lapsed, ReportDue, Reported };

struct File {
    QString name;
    QString policy;
    policy::Classes classes;
};

/// An approval that the rules want.
struct Need {
    QString role; // 情報セキュリティ責任者
    QString word; // the article's own: 承認, 許可
    policy::Citation citation;
    bool isOpen = true;
};

/// What somebody has ruled.
struct Given {
    QString role;
    QString by;
    QString deputyFor;
    bool onPaper = false;      // 紙の決裁による
    bool sharedDuties = false; // 兼務
    QString comment;
    QDateTime at;
};

/// Somebody who could approve a request in a short sign-in of their own.
struct Approver {
    QString id;
    QString name;
};

struct Item {
    QString id;
    QString action;      // 外部へ送る
    QStringList details; // to whom, by which way, the facts stated
    QString purpose;
    QDate from; // invalid: not said
    QDate until;
    std::vector<File> files;
    QString asker; // 山田 太郎（福祉課）
    QDateTime at;
    State state = State::Waiting;
    QString stateText; // 承認待ち
    bool waitsForMe = false;
    bool isMine = false;        // I asked
    bool sharesDuties = false;  // I would approve what I asked for myself: a reason is needed
    bool mayCountersign = false;
    std::vector<Need> needs;
    std::vector<Given> given;
    QDateTime validUntil;
    QString endedBy;
    QString endComment;
    QStringList reportsDue; // roles to be told of an exception
    bool hasScan = false;   // of a decision on paper
    QString objection;      // why it does not count; empty: it does
    std::vector<Approver> approvers; // who may decide beside who is signed in
};

struct Words {
    QString comment;
    QDate validUntil; // the last day; invalid: as the office has it
    QString sharedDutiesReason;
};

/// A decision made on paper.
struct Paper {
    QString decidedBy;
    QDate decidedOn;
    QString documentNumber;
    base::Path scan{}; // kept with the record; empty: none
};

/// A class that waits for its designation.
struct Proposal {
    base::Path file;
    QString policy;
    policy::Classes classes;
    QString by;
    QDateTime at;
};

/// Everything that the page shows.
struct Overview {
    std::vector<Item> items; // the newest first
    bool takesPaper = false; // the office records decisions on paper
    QString designationWord; // 指定, where this person designates classes; else empty
    std::vector<Proposal> proposals;
};

/// What came of one file of a list.
struct Outcome {
    base::Path file;
    QString message; // what is wrong, or what it was
    bool isGood = true;
};

class ApprovalDesk
{
public:
    virtual ~ApprovalDesk() = default;

    /// Null for a policy that is not installed here.
    virtual std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const = 0;

    [[nodiscard]] virtual base::Result<Overview> overview() = 0;
    [[nodiscard]] virtual base::Result<void> approve(const QString &id, const Words &words) = 0;
    [[nodiscard]] virtual base::Result<void> refuse(const QString &id, const QString &comment) = 0;
    [[nodiscard]] virtual base::Result<void> withdraw(const QString &id, const QString &comment) = 0;
    [[nodiscard]] virtual base::Result<void> countersign(const QString &id, const QString &comment) = 0;
    /// That those who were to be told of an urgent exception have been told.
    [[nodiscard]] virtual base::Result<void> report(const QString &id, const QString &text) = 0;

    /// `user` signs in for this one deed and leaves; the open session stays. Nothing in `words` but the comment
    /// counts when it is refused.
    [[nodiscard]] virtual base::Result<void> decideAs(const QString &user, const base::SecretBytes &password,
                                                      const QString &id, bool approve, const Words &words) = 0;

    [[nodiscard]] virtual base::Result<void> recordPaper(const QString &id, const Paper &paper) = 0;
    /// The scan of a decision on paper, as the file `target`, which is replaced.
    [[nodiscard]] virtual base::Result<void> takeOutScan(const QString &id, const base::Path &target) = 0;

    virtual std::vector<Outcome> designate(const std::vector<base::Path> &files, base::Progress &progress) = 0;

    /// The request and what was decided about it as files in `folder`.
    [[nodiscard]] virtual base::Result<std::vector<base::Path>> exportTo(const QString &id, const base::Path &folder) = 0;
    virtual std::vector<Outcome> import(const std::vector<base::Path> &files) = 0;

    /// The office's shared folder for requests and decisions; empty: none is set.
    virtual base::Path sharedFolder() const = 0;
    /// Takes in what is new there; only what is new or wrong is told.
    virtual std::vector<Outcome> importShared() = 0;
};

} // namespace shirushi::approvals
