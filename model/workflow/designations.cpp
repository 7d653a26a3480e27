#include "workflow/designations.h"

#include "policy/approvals.h"

#include <map>

namespace shirushi::workflow {

namespace {

// Labels and what ended them, entry by entry; the newest word about a file and about a content counts.
class Proposals
{
public:
    void take(const ledger::Entry &entry, const QString &policy)
    {
        const ledger::EntryDraft &draft = entry.draft;
        if (draft.kind == u"undone") {
            m_bySeq.erase(draft.details.value(QStringLiteral("of")).toInteger());
            return;
        }
        forget(m_byFile, draft.file);
        forget(m_byContent, draft.contentHash);
        if (draft.kind != u"label")
            return;
        auto label = label::labelFromJson(draft.details.value(QStringLiteral("label")).toObject(), draft.file);
        if (!label || label->status != label::LabelStatus::Proposed || label->policy != policy)
            return;
        m_byFile[draft.file] = m_byContent[draft.contentHash] = entry.seq;
        m_bySeq.emplace(entry.seq, Proposal{std::move(*label), draft.file, entry.seq});
    }

    std::vector<Proposal> open() &&
    {
        std::vector<Proposal> open;
        for (auto &[seq, proposal] : m_bySeq)
            open.push_back(std::move(proposal));
        return open;
    }

private:
    void forget(const std::map<QString, std::int64_t> &known, const QString &what)
    {
        const auto found = known.find(what);
        if (found != known.end() && !what.isEmpty())
            m_bySeq.erase(found->second);
    }

    std::map<std::int64_t, Proposal> m_bySeq;
    std::map<QString, std::int64_t> m_byFile;
    std::map<QString, std::int64_t> m_byContent;
};

} // namespace

base::Result<std::vector<Proposal>> openProposals(ledger::Ledger &ledger, const policy::Pack &pack)
{
    if (!pack.designation)
        return std::vector<Proposal>();
    Proposals proposals;
    ledger::Query query;
    query.kinds = {QStringLiteral("label"), QStringLiteral("designation"), QStringLiteral("label-removed"),
                   QStringLiteral("undone")};
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        proposals.take(entry, pack.id);
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return std::move(proposals).open();
}

bool mayDesignate(const policy::Pack &pack, const QString &role)
{
    return pack.designation && policy::counts(pack, role, pack.designation->role);
}

} // namespace shirushi::workflow
