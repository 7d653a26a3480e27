#include "ledger/judgement.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "crypto/keys.h"

#include <QJsonArray>

#include <algorithm>

namespace shirushi::ledger {

namespace {

constexpr qint64 clockToleranceMilliseconds = 120'000; // a clock that is corrected is no attack

Judged judge(const Raw &raw, const Signatories &signatories)
{
    Judged judged{raw.seq, raw.leaf, {}, {}, false};
    const auto report = [&](FindingKind kind, const QString &subject = {}) {
        judged.findings.push_back({kind, raw.seq, subject, evidenceOf(raw.leaf)});
    };
    auto entry = entryFromJson(raw.json);
    if (!entry) {
        report(FindingKind::EntryUnreadable);
        return judged;
    }
    if (entry->seq != raw.seq)
        report(FindingKind::EntryMoved);
    const auto key = signatories.publicKey(entry->user, entry->keyId);
    if (!key)
        report(FindingKind::SignerUnknown, entry->user);
    else if (!crypto::verifySignature(*key, withoutSignature(raw.json), entry->signature))
        report(FindingKind::EntryChanged);
    judged.byAdministrator = signatories.isAdministrator(entry->user);
    judged.entry = std::move(*entry);
    return judged;
}

// A hash that does not fit says nothing more where the entry that does not fit is known.
bool isConsequence(FindingKind kind)
{
    return kind == FindingKind::TreeChanged || kind == FindingKind::HistoryRewritten;
}

bool namesEntry(FindingKind kind)
{
    return kind == FindingKind::EntryChanged || kind == FindingKind::EntryMissing || kind == FindingKind::EntryMoved
           || kind == FindingKind::EntryUnreadable;
}

// What says by its evidence, or by its number alone, that it is the same as then. Everything else was put right by the
// acceptance itself, which made tree and checkpoints anew: the next time it is another matter.
bool canStayAccepted(const Finding &finding)
{
    return !finding.evidence.isEmpty() || finding.kind == FindingKind::EntryMissing
           || finding.kind == FindingKind::AttachmentChanged || finding.kind == FindingKind::ContactChanged;
}

// Findings that are no news. Somebody may have changed every entry: nothing is looked for by going through all.
class Accepted
{
public:
    explicit Accepted(const std::vector<Entry> &acceptances)
    {
        for (const Entry &entry : acceptances) {
            const QJsonArray named = entry.draft.details.value(findingsMember).toArray();
            for (const QJsonValue &value : named) {
                if (const auto finding = findingFromJson(value.toObject()); finding && canStayAccepted(*finding))
                    m_known.insert(keyOf(*finding));
            }
            const QJsonArray gaps = entry.draft.details.value(gapsMember).toArray();
            for (const QJsonValue &gap : gaps)
                m_gaps.push_back({gap.toArray().at(0).toInteger(), gap.toArray().at(1).toInteger()});
        }
    }

    /// False where it is known already.
    bool take(const Finding &finding)
    {
        const auto covers = [&](const std::pair<std::int64_t, std::int64_t> &gap) {
            return gap.first <= finding.seq && finding.seq <= gap.second;
        };
        const bool isInGap = finding.kind == FindingKind::EntryMissing && std::ranges::any_of(m_gaps, covers);
        return !isInGap && m_known.insert(keyOf(finding)).second;
    }

private:
    using Key = std::tuple<FindingKind, std::int64_t, QString, QString>;
    static Key keyOf(const Finding &finding) { return {finding.kind, finding.seq, finding.subject, finding.evidence}; }

    std::set<Key> m_known;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_gaps;
};

} // namespace

QString evidenceOf(const Hash &hash)
{
    return QString::fromLatin1(base::toHex(toBytes(hash)));
}

QString evidenceOf(const QByteArray &bytes)
{
    return QString::fromLatin1(base::toHex(crypto::sha256(bytes)));
}

std::vector<Judged> judgeAll(const std::vector<Raw> &raw, const std::shared_ptr<const Signatories> &signatories)
{
    std::vector<Judged> judged;
    judged.reserve(raw.size());
    for (const Raw &one : raw)
        judged.push_back(judge(one, *signatories));
    return judged;
}

void Sequence::take(const Judged &judged)
{
    m_findings.insert(m_findings.end(), judged.findings.begin(), judged.findings.end());
    if (judged.entry && judged.entry->draft.kind == lostKind) {
        // In the place of one that is missing: neither its date nor what comes after says anything.
        m_findings.push_back({FindingKind::EntryMissing, judged.seq, {}, {}});
        m_last.reset();
        return;
    }
    if (judged.entry) {
        compareWithLast(judged);
        remember(judged);
    }
    m_last = judged;
}

void Sequence::compareWithLast(const Judged &judged)
{
    const Entry &entry = *judged.entry;
    if (entry.version < m_version)
        report(FindingKind::EntryChanged, judged.seq, judged.leaf); // an older form has no memory
    const bool follows = m_last && m_last->seq + 1 == judged.seq;
    if (follows && entry.version >= 2 && entry.previous != toBytes(m_last->leaf))
        report(FindingKind::EntryChanged, m_last->seq, m_last->leaf);
    if (m_at.isValid() && m_at.msecsTo(entry.at) < -clockToleranceMilliseconds)
        report(FindingKind::ClockSetBack, judged.seq, judged.leaf);
    m_version = std::max(m_version, entry.version);
    m_at = entry.at;
}

void Sequence::remember(const Judged &judged)
{
    const Entry &entry = *judged.entry;
    const QJsonObject &details = entry.draft.details;
    if (details.contains(deedMember))
        m_deeds.emplace(judged.seq, details.value(deedMember).toString());
    if (const QJsonValue attachment = details.value(attachmentMember); attachment.isObject())
        m_attachments.emplace(judged.seq, attachment.toObject().value(QStringLiteral("sha256")).toString());
    if (entry.version < 2)
        m_unbound.insert(judged.seq);
    if (entry.draft.kind == addressKind)
        m_contacts[details.value(contactMember).toString()] = {judged.seq, details.value(contactHashMember).toString()};
    // One that is not as it was signed takes nothing; who was an administrator then may have left since.
    if (entry.draft.kind == acceptedKind && judged.findings.empty() && judged.byAdministrator)
        m_acceptances.push_back(entry);
}

void Sequence::checkDeeds(const std::vector<Store::DeedRow> &rows)
{
    for (const Store::DeedRow &row : rows) {
        const auto bound = m_deeds.find(row.seq);
        const QString digest = evidenceOf(row.json);
        if (!m_unbound.contains(row.seq) && (bound == m_deeds.end() || bound->second != digest))
            m_findings.push_back({FindingKind::DeedChanged, row.seq, {}, digest});
    }
}

base::Result<void> Sequence::checkAttachments(Store &store)
{
    const auto visited = store.visitAttachments([&](std::int64_t seq, std::span<const char> data) {
        const QString digest = evidenceOf(QByteArray::fromRawData(data.data(), static_cast<qsizetype>(data.size())));
        const auto bound = m_attachments.find(seq);
        if (bound == m_attachments.end() || bound->second != digest)
            m_findings.push_back({FindingKind::AttachmentChanged, seq, {}, digest});
        if (bound != m_attachments.end())
            m_attachments.erase(bound);
    });
    if (!visited)
        return visited;
    for (const auto &[seq, digest] : m_attachments)
        m_findings.push_back({FindingKind::AttachmentChanged, seq, {}, {}});
    return {};
}

base::Result<void> Sequence::checkContacts(Store &store)
{
    const auto rows = store.contacts();
    if (!rows && rows.error().code == base::ErrorCode::Damaged)
        return {}; // the page is named already
    if (!rows)
        return std::unexpected(rows.error());
    for (const Store::ContactRow &row : *rows) {
        const auto known = m_contacts.find(row.id);
        const bool isKnown = known != m_contacts.end();
        const QString digest = evidenceOf(row.json);
        if (!isKnown || known->second.digest != digest)
            m_findings.push_back({FindingKind::ContactChanged, isKnown ? known->second.seq : 0, row.id, digest});
        if (isKnown)
            m_contacts.erase(known);
    }
    for (const auto &[id, known] : m_contacts) {
        if (!known.digest.isEmpty())
            m_findings.push_back({FindingKind::ContactChanged, known.seq, id, {}});
    }
    return {};
}

void Sequence::report(FindingKind kind, std::int64_t seq, const Hash &leaf)
{
    m_findings.push_back({kind, seq, {}, evidenceOf(leaf)});
}

std::vector<Finding> remaining(std::vector<Finding> findings, const std::vector<Entry> &acceptances)
{
    Accepted known(acceptances); // and from here on what was seen already
    std::vector<Finding> rest;
    for (Finding &finding : findings) {
        if (known.take(finding))
            rest.push_back(std::move(finding));
    }
    if (std::any_of(rest.begin(), rest.end(), [](const Finding &finding) { return namesEntry(finding.kind); }))
        std::erase_if(rest, [](const Finding &finding) { return isConsequence(finding.kind); });
    std::stable_sort(rest.begin(), rest.end(), [](const Finding &one, const Finding &other) { return one.seq < other.seq; });
    return rest;
}

} // namespace shirushi::ledger
