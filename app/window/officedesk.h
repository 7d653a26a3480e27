// OfficeDesk: the office as the window sees it: FrontDoor and LabelDesk over people, ledger and labelling.
//
// The packs are read when they are first needed, never before the first window is painted. Everything that the
// pages call from workers holds one lock around what belongs to one thread at a time (the ledger).
#pragma once

#include "base/clock.h"
#include "classify/labeldesk.h"
#include "label/codecset.h"
#include "people/office.h"
#include "policy/library.h"
#include "window/frontdoor.h"
#include "window/officeapprovals.h"
#include "window/officeasking.h"
#include "window/officecheck.h"
#include "window/officedisposal.h"
#include "window/officereview.h"
#include "window/officesending.h"
#include "window/officevault.h"
#include "window/openoffice.h"
#include "window/officepeople.h"

#include <atomic>
#include <mutex>

namespace shirushi::window {

class OfficeDesk final : public FrontDoor, public classify::LabelDesk
{
public:
    explicit OfficeDesk(people::Office office);

    bool isSetUp() const override;
    std::vector<std::shared_ptr<const policy::Pack>> offeredRules() const override;
    base::Result<Founded> setUp(const Beginning &beginning) override;
    bool hasApplied() const override;
    base::Result<base::Path> apply(const Applicant &applicant) override;
    base::Path application() const override;
    base::Result<Answer> readAnswer(const base::Path &roster) const override;
    base::Result<void> join(const base::Path &roster, const base::SecretBytes &password) override;
    std::vector<Person> people() const override;
    std::chrono::milliseconds waitFor(const QString &user) const override;
    base::Result<void> signIn(const QString &user, const base::SecretBytes &password) override;
    bool mustChangePassword() const override { return m_temporary.has_value(); }
    base::Result<void> changePassword(const base::SecretBytes &password) override;
    base::Result<void> recover(const QString &user, const QString &code, const base::SecretBytes &password) override;
    bool keepsRoot() const override;
    std::optional<Person> renewing() const override;
    base::Result<void> finishRenewal(const base::Path &roster, const base::SecretBytes &password) override;
    policy::PasswordRules passwordRules() const override;
    people::PasswordOwner ownerOf(const QString &user) const override;
    void lock() override;
    std::chrono::milliseconds idleTime() const override;
    std::optional<Person> who() const override;
    QString rulesTitle() const override;
    PeopleDesk *peopleDesk() override;
    Preferences preferences() const override;
    base::Result<void> setPreferences(const Preferences &preferences) override;
    base::Result<void> setSharedFolder(const base::Path &folder) override;
    std::int64_t rosterNumber() const override;
    base::Result<std::int64_t> importRoster(const base::Path &file) override;
    base::Result<void> takeKeysAlong(const base::Path &target) override;
    base::Result<QString> letIn(const base::Path &keys) override;

    std::shared_ptr<const policy::Pack> rules() const override;
    std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const override;
    classify::MarkDefaults markDefaults() const override;
    labelling::FileLabel read(const base::Path &path) const override;
    QString approvedReason(const QString &contentHash, const policy::Classes &target) const override;
    std::vector<labelling::LabelOutcome>
    label(const std::vector<labelling::LabelOrder> &orders, base::Progress &progress,
          const std::function<void(const labelling::LabelOutcome &)> &done) override;
    labelling::LabelOutcome remove(const base::Path &path, const QString &reason) override;
    std::vector<classify::RecentFile> recentFiles(std::size_t most) const override;

    const people::Office &office() const { return m_office; }
    /// Lends what is open, while the lock is held; null while nobody is signed in.
    void withOpen(const std::function<void(OpenOffice *)> &use) const;
    review::ReviewDesk &reviewDesk() { return m_review; }
    approvals::ApprovalDesk &approvalDesk() { return m_approvals; }
    approvals::AskingDesk &askingDesk() { return m_asking; }
    send::CheckDesk &checkDesk() { return m_check; }
    /// Of who is signed in, as the rules name it; empty while it is locked.
    QString role() const;
    send::SendDesk &sendDesk() { return m_sending; }
    OfficeVault &vaultDesk() { return m_vault; }
    OfficeDisposal &disposeDesk() { return m_disposal; }
    const policy::Library &library() const;
    const label::CodecSet &codecs() const { return m_codecs; }
    /// The people of the office; never null. Does not wait.
    std::shared_ptr<const people::Directory> directory() const { return m_directory.load(); }
    labelling::LabellerParts labellerParts(OpenOffice &open) const;
    /// Finishes what a kill interrupted and records what happened before signing in. Nothing where the ledger can only be
    /// read.
    base::Result<void> catchUp(people::Session &session, ledger::Ledger &ledger);

private:
    base::Result<void> enter(people::Session session);
    std::shared_ptr<const policy::Pack> packInForce() const;
    base::Result<void> reopen();
    void readRoster();
    labelling::Labeller labeller();
    std::optional<label::Label> lookUp(const QString &contentHash) const;
    bool wasReceivedWith(const QString &contentHash, const label::Label &label) const;

    people::Office m_office;
    base::SystemClock m_clock;
    label::CodecSet m_codecs;
    mutable std::once_flag m_libraryRead;
    mutable policy::Library m_library;
    std::atomic<std::shared_ptr<const people::Directory>> m_directory; // read by workers
    mutable std::mutex m_ledgerLock;
    std::unique_ptr<OpenOffice> m_open;
    OfficeReview m_review{*this};
    OfficeApprovals m_approvals{*this};
    OfficeAsking m_asking{*this};
    OfficeCheck m_check{*this};
    OfficeSending m_sending{*this};
    OfficeVault m_vault{*this};
    OfficeDisposal m_disposal{*this};
    std::unique_ptr<OfficePeople> m_people; // once an administrator has been here
    std::optional<people::Session> m_temporary; // until the password is changed
};

} // namespace shirushi::window
