#include "workflow/requestbook.h"

#include <QJsonArray>

#include <algorithm>

namespace shirushi::workflow {

namespace {

const QStringList &kindsRead()
{
    static const QStringList kinds{QStringLiteral("founded"),     QStringLiteral("roster"),
                                   QStringLiteral("request"),     QStringLiteral("approval"),
                                   QStringLiteral("refusal"),     QStringLiteral("withdrawal"),
                                   QStringLiteral("countersign"), QStringLiteral("paper-decision"),
                                   QStringLiteral("exception-report")};
    return kinds;
}

// Kind by kind, for which the ledger has an index: a request is found in a million entries, too.
base::Result<std::vector<ledger::Entry>> entriesRead(ledger::Ledger &ledger)
{
    std::vector<ledger::Entry> entries;
    for (const QString &kind : kindsRead()) {
        ledger::Query query;
        query.kinds = {kind};
        const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
            entries.push_back(entry);
            return true;
        });
        if (!visited)
            return std::unexpected(visited.error());
    }
    std::sort(entries.begin(), entries.end(),
              [](const ledger::Entry &one, const ledger::Entry &other) { return one.seq < other.seq; });
    return entries;
}

Report reportFrom(const ledger::Entry &entry)
{
    const QJsonObject json = entry.draft.details.value(QStringLiteral("report")).toObject();
    Report report{json.value(QStringLiteral("request")).toString(), {}, json.value(QStringLiteral("text")).toString(),
                  entry.user};
    for (const QJsonValue &role : json.value(QStringLiteral("to")).toArray())
        report.to += role.toString();
    return report;
}

// The roster of the history's present, whatever the ledger has said so far.
std::shared_ptr<const people::Roster> rosterOf(const people::RosterHistory &history)
{
    const auto directory = std::dynamic_pointer_cast<const people::Directory>(history.current());
    return directory ? std::shared_ptr<const people::Roster>(directory, &directory->roster())
                     : std::make_shared<const people::Roster>();
}

} // namespace

base::Result<RequestBook> RequestBook::read(ledger::Ledger &ledger, std::shared_ptr<const people::Directory> directory,
                                            const policy::Pack &pack, const QDateTime &now)
{
    RequestBook book;
    people::RosterHistory history(std::move(directory));
    std::shared_ptr<const people::Roster> roster = rosterOf(history);
    const auto entries = entriesRead(ledger);
    if (!entries)
        return std::unexpected(entries.error());
    for (const ledger::Entry &entry : *entries) {
        if (history.concerns(entry.draft.kind)) {
            // One that is none of the office's changes nothing: the ledger's own inspection names it.
            [[maybe_unused]] const auto seen = history.see(entry);
            roster = rosterOf(history);
        } else {
            book.take(entry, roster, pack);
        }
    }
    book.m_roster = roster;
    const auto newest = ledger.size();
    const auto entry = newest ? ledger.entry(*newest) : std::unexpected(newest.error());
    if (!entry)
        return std::unexpected(entry.error());
    book.m_newestAt = *entry ? (*entry)->at : QDateTime();
    for (Case &known : book.m_cases)
        known.status = statusOf(known.request, known.records, pack, now);
    return book;
}

const Case *RequestBook::find(const QString &id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_cases[found->second];
}

std::optional<std::pair<const PaperDecision *, const Case *>> RequestBook::paperDecision(const QString &hash) const
{
    for (const Case &known : m_cases) {
        for (const Record &record : known.records) {
            const auto *paper = std::get_if<PaperDecision>(&record.what);
            if (paper && hashOf(*paper) == hash)
                return std::pair(paper, &known);
        }
    }
    return std::nullopt;
}

void RequestBook::take(const ledger::Entry &entry, const std::shared_ptr<const people::Roster> &roster,
                       const policy::Pack &pack)
{
    const QJsonObject &details = entry.draft.details;
    const QString subject = QString::number(entry.seq);
    if (entry.draft.kind == u"request") {
        takeRequest(entry, roster, pack);
    } else if (entry.draft.kind == u"exception-report") {
        const Report report = reportFrom(entry);
        add(report.request, {report, entry.at, roster, entry.seq});
    } else if (entry.draft.kind == u"paper-decision") {
        takePaper(entry, roster);
    } else {
        const auto decision = decisionFromJson(details.value(QStringLiteral("decision")).toObject(), subject);
        if (decision && entryKindOf(decision->ruling) == entry.draft.kind && !isRecorded(hashOf(*decision))) {
            add(decision->request, {*decision, entry.at, roster, entry.seq});
            m_decisions.insert(hashOf(*decision));
        }
    }
}

void RequestBook::takePaper(const ledger::Entry &entry, const std::shared_ptr<const people::Roster> &roster)
{
    const QJsonObject &details = entry.draft.details;
    const auto paper =
        paperDecisionFromJson(details.value(QStringLiteral("paperDecision")).toObject(), QString::number(entry.seq));
    if (!paper)
        return;
    const QString hash = hashOf(*paper);
    if (m_decisions.insert(hash).second)
        add(paper->request, {*paper, entry.at, roster, entry.seq});
    const auto known = m_byId.find(paper->request);
    const QString kept = details.value(ledger::attachmentMember).toObject().value(QStringLiteral("sha256")).toString();
    if (known != m_byId.end() && !kept.isEmpty() && kept == paper->scanSha256)
        m_cases[known->second].scans.try_emplace(hash, entry.seq);
}

void RequestBook::takeRequest(const ledger::Entry &entry, const std::shared_ptr<const people::Roster> &roster,
                              const policy::Pack &pack)
{
    auto request = requestFromJson(entry.draft.details.value(QStringLiteral("request")).toObject(),
                                   QString::number(entry.seq));
    if (!request || m_byId.contains(request->id))
        return; // the first one of an id is the one that was decided about
    Case added;
    added.recordedAt = entry.at;
    added.seq = entry.seq;
    added.objection = checkRequest(*request, {pack, *roster, entry.at});
    if (!added.objection && request->policyVersion == pack.version)
        added.objection = checkAgainstRules(*request, pack);
    added.request = std::move(*request);
    m_byId.emplace(added.request.id, m_cases.size());
    m_cases.push_back(std::move(added));
}

void RequestBook::add(const QString &request, Record record)
{
    const auto found = m_byId.find(request);
    if (found != m_byId.end())
        m_cases[found->second].records.push_back(std::move(record));
}

} // namespace shirushi::workflow
