#include "window/officedisposal.h"

#include "base/clock.h"
#include "dispose/disposewords.h"
#include "disposal/asking.h"
#include "disposal/evidence.h"
#include "platform/filesource.h"
#include "widgets/language.h"
#include "window/disposalplans.h"
#include "window/officeasking.h"
#include "window/officeturn.h"
#include "workflow/requestdesk.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace shirushi::window {

using base::Result;
using namespace disposals;

namespace {

constexpr int remembered = 30; // days that a refused request is still shown

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

workflow::RequestDesk requestsOf(const disposal::DisposalParts &parts)
{
    return workflow::RequestDesk({parts.ledger, parts.session, parts.directory, parts.pack, parts.clock});
}

// `role`: of who did it.
Outcome outcomeOf(const disposal::Done &done, const policy::Pack &pack, const QString &role)
{
    Outcome outcome{base::toDisplay(done.file), base::toDisplay(done.file.filename()), done.record.has_value() && !done.isOpen, {}, done.notices, done.isOpen};
    if (!outcome.isGone) {
        if (done.error)
            outcome.text = done.error->left.isEmpty() ? done.error->message : QString(done.error->message + u'\n' + done.error->left);
        return outcome;
    }
    outcome.key = done.record->name;
    outcome.text = tr("Gone: overwritten, read back and removed. Record No. %1").arg(done.record->seq);
    if (!done.record->followUp.isEmpty())
        outcome.notices += tr("To follow: %1").arg(methodText(pack, done.record->followUp));
    for (const policy::Obligation &report : disposal::reportsAfter(*done.record, role, pack))
        outcome.notices += tr("Still to be done: %1 (%2)").arg(widgets::inWindowLanguage(report.text), report.citation.article);
    return outcome;
}

// Of files, media and items that a request lists, those that have not gone with it.
std::vector<Thing> leftOf(const disposal::Listed &listed, const disposal::Allowances &allowances, const policy::Pack &pack)
{
    std::vector<Thing> left;
    for (const base::Path &file : listed.files) {
        if (!allowances.isUsed(listed.request, disposal::keyOfFile(file)))
            left.push_back(file);
    }
    for (const disposal::ItemPlace &item : listed.items) {
        if (!allowances.isUsed(listed.request, disposal::keyOfItem(item.id)))
            left.push_back(item);
    }
    for (const QJsonObject &json : listed.assets) {
        const auto asset = disposal::assetFromJson(json, pack);
        if (asset && !allowances.isUsed(listed.request, disposal::keyOfAsset(disposal::requestFileOf(*asset, pack).contentHash)))
            left.push_back(*asset);
    }
    return left;
}

// As the request names them, in the order in which it was made: media first, then files, then items (disposal/asking.h).
QStringList namesOf(const std::vector<Thing> &left, const disposal::Listed &listed, const workflow::Request &request)
{
    QStringList names;
    for (const Thing &thing : left) {
        if (const auto *file = std::get_if<base::Path>(&thing)) {
            names += base::toDisplay(file->filename());
        } else if (const auto *asset = std::get_if<disposal::Asset>(&thing)) {
            names += disposal::titleOf(*asset);
        } else {
            const auto place = std::ranges::find(listed.items, std::get<disposal::ItemPlace>(thing));
            const auto number = listed.assets.size() + listed.files.size() + static_cast<std::size_t>(place - listed.items.begin());
            names += number < request.files.size() ? request.files[number].name : place->id;
        }
    }
    return names;
}

Pending pendingOf(const workflow::Case &known, const disposal::Allowances &allowances, const policy::Pack &pack)
{
    const workflow::Request &request = known.request;
    Pending one;
    one.id = request.id;
    one.isErasure = request.action == disposal::eraseAction;
    one.reason = request.purpose;
    one.at = request.at;
    one.state = static_cast<approvals::State>(known.status.state);
    one.stateText = workflow::title(known.status.state);
    one.comment = known.status.comment;
    one.validUntil = known.status.validUntil;
    one.total = request.files.size();
    if (const auto listed = allowances.listed(request.id)) {
        one.names = namesOf(leftOf(*listed, allowances, pack), *listed, request);
    } else {
        one.isListed = false;
        for (const workflow::RequestFile &file : request.files)
            one.names += file.name;
    }
    const bool isApproved = known.status.state == workflow::State::Approved || known.status.state == workflow::State::Flagged;
    one.mayRun = isApproved && !one.names.isEmpty();
    return one;
}

bool isShown(const Pending &one, const QDateTime &now)
{
    if (one.names.isEmpty())
        return false;
    return one.mayRun || one.state == approvals::State::Waiting
           || ((one.state == approvals::State::Refused || one.state == approvals::State::Lapsed) && one.at.daysTo(now) <= remembered);
}

} // namespace

disposal::DisposalParts OfficeDisposal::partsOf(OpenOffice &open) const
{
    static const base::SystemClock clock;
    return {open.ledger, open.session, open.directory, open.pack, m_desk.codecs(), clock, m_desk.office().folder() / disposal::workLock};
}

std::shared_ptr<const policy::Pack> OfficeDisposal::rules() const
{
    return m_desk.rules();
}

std::shared_ptr<const policy::Pack> OfficeDisposal::rulesOf(const QString &policyId) const
{
    return m_desk.rulesOf(policyId);
}

disposal::Recovered OfficeDisposal::told()
{
    const std::lock_guard guard(m_toldLock);
    return std::exchange(m_told, {});
}

void OfficeDisposal::note(disposal::Recovered recovered)
{
    const std::lock_guard guard(m_toldLock);
    m_told = std::move(recovered);
}

Result<Row> OfficeDisposal::rowOf(const disposal::Asset &asset) const
{
    const auto pack = m_desk.rules();
    if (const auto checked = disposal::check(asset, *pack); !checked)
        return std::unexpected(checked.error());
    return window::rowOf(asset, *pack);
}

Result<Outlook> OfficeDisposal::look(const Order &order, base::Progress &progress) const
{
    return takeTurn<Outlook>(m_desk, false, [&](OpenOffice &open) {
        const disposal::DisposalParts parts = partsOf(open);
        return DisposalPlans(order, parts).look(progress);
    });
}

Result<approvals::Asked> OfficeDisposal::ask(const Order &order)
{
    return takeTurn<approvals::Asked>(m_desk, true, [&](OpenOffice &open) -> Result<approvals::Asked> {
        disposal::Asking asking;
        asking.reason = order.reason;
        for (const Thing &thing : order.things) {
            if (const auto *file = std::get_if<base::Path>(&thing))
                asking.files.push_back(*file);
            else if (const auto *asset = std::get_if<disposal::Asset>(&thing))
                asking.assets.push_back(*asset);
            else
                asking.items.push_back(std::get<disposal::ItemPlace>(thing));
        }
        const disposal::DisposalParts parts = partsOf(open);
        const auto request = disposal::ask(asking, parts);
        if (!request)
            return std::unexpected(request.error());
        workflow::RequestDesk requests = requestsOf(parts);
        return approvals::Asked{request->id, share(requests, open, request->id)};
    });
}

Result<std::vector<Pending>> OfficeDisposal::pending() const
{
    return takeTurn<std::vector<Pending>>(m_desk, false, [&](OpenOffice &open) -> Result<std::vector<Pending>> {
        const disposal::DisposalParts parts = partsOf(open);
        workflow::RequestDesk requests = requestsOf(parts);
        const auto mine = requests.list(workflow::Show::Mine);
        const auto allowances = mine ? disposal::Allowances::read(parts, requests) : std::unexpected(mine.error());
        if (!allowances)
            return std::unexpected(allowances.error());
        std::vector<Pending> all;
        for (auto known = mine->rbegin(); known != mine->rend(); ++known) {
            if (known->objection || (known->request.action != disposal::disposeAction && known->request.action != disposal::eraseAction))
                continue;
            if (Pending one = pendingOf(*known, *allowances, *open.pack); isShown(one, parts.clock.now()))
                all.push_back(std::move(one));
        }
        return all;
    });
}

Result<std::vector<Thing>> OfficeDisposal::remaining(const QString &request) const
{
    return takeTurn<std::vector<Thing>>(m_desk, false, [&](OpenOffice &open) -> Result<std::vector<Thing>> {
        const disposal::DisposalParts parts = partsOf(open);
        workflow::RequestDesk requests = requestsOf(parts);
        const auto allowances = disposal::Allowances::read(parts, requests);
        const auto listed = allowances ? allowances->listed(request) : std::unexpected(allowances.error());
        if (!listed)
            return std::unexpected(listed.error());
        return leftOf(*listed, *allowances, *open.pack);
    });
}

Result<std::vector<Outcome>> OfficeDisposal::run(const Order &order, base::Progress &progress)
{
    return takeTurn<std::vector<Outcome>>(m_desk, true, [&](OpenOffice &open) -> Result<std::vector<Outcome>> {
        disposal::Order deed;
        deed.request = order.request;
        deed.reason = order.reason;
        for (const Thing &thing : order.things) {
            if (const auto *file = std::get_if<base::Path>(&thing))
                deed.files.push_back(*file);
            else if (const auto *place = std::get_if<disposal::ItemPlace>(&thing))
                deed.items.push_back(*place);
        }
        if (deed.files.empty() && deed.items.empty())
            return base::failure(base::ErrorCode::InvalidInput, {}, tr("Please choose what is to be disposed of."));
        const auto done = disposal::run(deed, partsOf(open), progress);
        if (!done)
            return std::unexpected(done.error());
        const people::Person *person = open.directory->find(open.session.user());
        std::vector<Outcome> outcomes;
        for (const disposal::Done &one : *done)
            outcomes.push_back(outcomeOf(one, *open.pack, person ? person->role : QString()));
        return outcomes;
    });
}

Result<std::vector<VaultPlace>> OfficeDisposal::vaults() const
{
    const auto known = m_desk.vaultDesk().vaults();
    if (!known)
        return std::unexpected(known.error());
    std::vector<VaultPlace> places;
    for (const vaults::Known &vault : *known) {
        if (vault.problem.isEmpty())
            places.push_back({vault.folder, vault.name});
    }
    return places;
}

Result<std::int64_t> OfficeDisposal::record(const disposal::Statement &statement, const Attached &attached)
{
    disposal::Statement whole = statement;
    if (!attached.file.empty() && attached.vault.empty()) {
        const auto source = platform::FileSource::open(attached.file);
        const auto bytes = source ? source->all(static_cast<std::uint64_t>(ledger::largestAttachment)) : std::unexpected(source.error());
        if (!bytes)
            return std::unexpected(bytes.error());
        whole.attachment = ledger::Attachment{base::toDisplay(attached.file.filename()), *bytes};
    }
    return takeTurn<std::int64_t>(m_desk, true, [&](OpenOffice &open) -> Result<std::int64_t> {
        const disposal::DisposalParts parts = partsOf(open);
        if (!attached.file.empty() && !attached.vault.empty()) {
            // What would not be recorded must leave nothing in the vault.
            if (const auto checked = disposal::checkStatement(whole, parts); !checked)
                return std::unexpected(checked.error());
            base::NoProgress quiet;
            auto evidence = disposal::keepEvidence(attached.file, attached.vault, parts, quiet);
            if (!evidence)
                return std::unexpected(evidence.error());
            whole.evidence = {std::move(*evidence)};
        }
        auto record = disposal::recordStatement(whole, parts);
        if (!record) {
            if (!whole.evidence.empty())
                record.error().message += u' ' + tr("The photo or scan lies in the vault already.");
            return std::unexpected(record.error());
        }
        return record->seq;
    });
}

} // namespace shirushi::window
