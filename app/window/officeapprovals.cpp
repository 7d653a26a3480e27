#include "window/officeapprovals.h"

#include "labelling/designator.h"
#include "people/sight.h"
#include "widgets/language.h"
#include "window/approvalitems.h"
#include "window/officeasking.h"
#include "window/officeturn.h"
#include "platform/replacement.h"
#include "workflow/designations.h"
#include "workflow/scan.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::window {

using namespace approvals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

workflow::ApprovalWords wordsOf(const Words &words)
{
    const QDateTime end = words.validUntil.isValid() ? words.validUntil.addDays(1).startOfDay().addMSecs(-1).toUTC() : QDateTime();
    return {words.comment, end, words.sharedDutiesReason};
}

template <typename Value>
base::Result<void> onlyWhether(const base::Result<Value> &result)
{
    return result ? base::Result<void>() : base::Result<void>(std::unexpected(result.error()));
}

} // namespace

std::shared_ptr<const policy::Pack> OfficeApprovals::rulesOf(const QString &policyId) const
{
    return m_desk.rulesOf(policyId);
}

base::Result<void> OfficeApprovals::with(const Deed &deed, bool writes, const crypto::Signer *signer) const
{
    return takeTurn<void>(m_desk, writes, [&](OpenOffice &open) {
        const base::SystemClock clock;
        const crypto::Signer &acting = signer ? *signer : open.session;
        workflow::RequestDesk requests({open.ledger, acting, open.directory, open.pack, clock});
        return deed(requests, open);
    });
}

base::Result<void> OfficeApprovals::decide(const QString &id, const Deed &deed, const crypto::Signer *signer) const
{
    return with([&](workflow::RequestDesk &requests, OpenOffice &open) {
        auto result = deed(requests, open);
        if (result)
            share(requests, open, id);
        return result;
    }, true, signer);
}

base::Result<Overview> OfficeApprovals::overview()
{
    Overview overview;
    const auto read = with([&](workflow::RequestDesk &requests, OpenOffice &open) -> base::Result<void> {
        const auto cases = requests.list();
        if (!cases)
            return std::unexpected(cases.error());
        const people::Roster &roster = open.directory->roster();
        const QDateTime now = base::SystemClock().now();
        const QString user = open.session.user();
        const bool isReviewer = people::maySignOff(roster, user, open.pack.get(), QDate::currentDate());
        for (auto known = cases->rbegin(); known != cases->rend(); ++known) {
            const bool waits = requests.isWaitingForMe(*known);
            if (!requests.maySee(*known))
                continue;
            overview.items.push_back(itemOf(*known, user, waits, *open.pack, roster, now));
            overview.items.back().mayCountersign = isReviewer && overview.items.back().mayCountersign;
        }
        overview.takesPaper = roster.switches.paperDecisions;
        const people::Person *self = open.directory->find(user);
        if (!self || !workflow::mayDesignate(*open.pack, self->role))
            return {};
        overview.designationWord = widgets::inWindowLanguage(open.pack->designation->word);
        const auto proposals = workflow::openProposals(open.ledger, *open.pack);
        if (!proposals)
            return std::unexpected(proposals.error());
        for (const workflow::Proposal &proposal : *proposals) {
            const people::Person *by = roster.find(proposal.label.labelledBy);
            overview.proposals.push_back({base::toPath(proposal.file), proposal.label.policy, proposal.label.classes,
                                          by ? by->name : proposal.label.labelledBy, proposal.label.labelledAt});
        }
        return {};
    }, false);
    if (!read)
        return std::unexpected(read.error());
    return overview;
}

base::Result<void> OfficeApprovals::approve(const QString &id, const Words &words)
{
    return decide(id, [&](workflow::RequestDesk &requests, OpenOffice &) {
        return onlyWhether(requests.approve(id, wordsOf(words)));
    });
}

base::Result<void> OfficeApprovals::refuse(const QString &id, const QString &comment)
{
    return decide(id, [&](workflow::RequestDesk &requests, OpenOffice &) { return onlyWhether(requests.refuse(id, comment)); });
}

base::Result<void> OfficeApprovals::withdraw(const QString &id, const QString &comment)
{
    return decide(id, [&](workflow::RequestDesk &requests, OpenOffice &) { return onlyWhether(requests.withdraw(id, comment)); });
}

base::Result<void> OfficeApprovals::countersign(const QString &id, const QString &comment)
{
    return decide(id, [&](workflow::RequestDesk &requests, OpenOffice &) {
        return onlyWhether(requests.countersign(id, comment));
    });
}

base::Result<void> OfficeApprovals::report(const QString &id, const QString &text)
{
    return decide(id, [&](workflow::RequestDesk &requests, OpenOffice &) -> base::Result<void> {
        const auto known = requests.find(id);
        if (!known)
            return std::unexpected(known.error());
        return requests.recordReport(id, known->status.reportsDue, text);
    });
}

// The password is stretched before the lock is taken: nobody waits for it.
base::Result<void> OfficeApprovals::decideAs(const QString &user, const base::SecretBytes &password, const QString &id,
                                             bool approve, const Words &words)
{
    const auto other = m_desk.office().signIn(user, password, base::SystemClock());
    if (!other)
        return std::unexpected(other.error());
    if (other->mustChangePassword()) {
        return base::failure(base::ErrorCode::Forbidden, user,
                             tr("The password is a temporary one. Please sign in by yourself once and change it."));
    }
    return decide(id, [&](workflow::RequestDesk &requests, OpenOffice &) {
        return approve ? onlyWhether(requests.approve(id, wordsOf(words))) : onlyWhether(requests.refuse(id, words.comment));
    }, &*other);
}

base::Result<void> OfficeApprovals::recordPaper(const QString &id, const Paper &paper)
{
    workflow::Paper known{paper.decidedBy, paper.decidedOn, paper.documentNumber};
    if (!paper.scan.empty()) {
        auto scan = workflow::readScan(paper.scan);
        if (!scan)
            return std::unexpected(scan.error());
        known.scan = std::move(*scan);
    }
    return decide(id, [&](workflow::RequestDesk &requests, OpenOffice &) {
        return onlyWhether(requests.recordPaper(id, known));
    });
}

base::Result<void> OfficeApprovals::takeOutScan(const QString &id, const base::Path &target)
{
    base::Result<ledger::Attachment> scan = base::failure(base::ErrorCode::NotFound, id, {});
    const auto read = with([&](workflow::RequestDesk &requests, OpenOffice &) -> base::Result<void> {
        if (const auto known = requests.findSeen(id); !known)
            return std::unexpected(known.error());
        scan = requests.scanOf(id);
        return onlyWhether(scan);
    }, false);
    return read ? platform::writeFile(target, scan->bytes) : read;
}

std::vector<Outcome> OfficeApprovals::designate(const std::vector<base::Path> &files, base::Progress &progress)
{
    std::vector<Outcome> outcomes;
    const auto done = with([&](workflow::RequestDesk &, OpenOffice &open) -> base::Result<void> {
        labelling::Designator designator(open.pack, m_desk.labellerParts(open));
        for (const labelling::LabelOutcome &outcome : designator.designate(files, progress))
            outcomes.push_back({outcome.newPath, outcome.error ? outcome.error->message : QString(), !outcome.error});
        return {};
    }, true);
    if (!done) {
        for (const base::Path &file : files)
            outcomes.push_back({file, done.error().message, false});
    }
    return outcomes;
}

base::Result<std::vector<base::Path>> OfficeApprovals::exportTo(const QString &id, const base::Path &folder)
{
    std::vector<base::Path> files;
    const auto written = with([&](workflow::RequestDesk &requests, OpenOffice &) -> base::Result<void> {
        if (const auto known = requests.findSeen(id); !known)
            return std::unexpected(known.error());
        auto result = requests.exportTo(id, folder);
        if (result)
            files = std::move(*result);
        return onlyWhether(result);
    }, false);
    if (!written)
        return std::unexpected(written.error());
    return files;
}

std::vector<Outcome> OfficeApprovals::import(const std::vector<base::Path> &files)
{
    std::vector<Outcome> outcomes;
    const auto done = with([&](workflow::RequestDesk &requests, OpenOffice &) -> base::Result<void> {
        for (const base::Path &file : files)
            outcomes.push_back(outcomeOf(requests.importFrom(file)));
        return {};
    }, true);
    if (!done) {
        for (const base::Path &file : files)
            outcomes.push_back({file, done.error().message, false});
    }
    return outcomes;
}

base::Path OfficeApprovals::sharedFolder() const
{
    base::Path folder;
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open || open->settings.sharedFolder.empty())
            return;
        folder = workflow::exchangeFolder(open->settings.sharedFolder).value_or(base::Path());
    });
    return folder;
}

std::vector<Outcome> OfficeApprovals::importShared()
{
    std::vector<Outcome> outcomes;
    static_cast<void>(with([&](workflow::RequestDesk &requests, OpenOffice &open) -> base::Result<void> {
        if (open.settings.sharedFolder.empty())
            return {};
        const auto folder = workflow::exchangeFolder(open.settings.sharedFolder);
        const auto taken = folder ? requests.importAll(*folder) : std::unexpected(folder.error());
        if (!taken)
            return std::unexpected(taken.error());
        for (const workflow::Imported &imported : *taken) {
            if (imported.isNew)
                outcomes.push_back(outcomeOf(imported));
        }
        return {};
    }, true));
    return outcomes;
}

} // namespace shirushi::window
