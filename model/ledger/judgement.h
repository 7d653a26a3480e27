// What is judged of entries by themselves, on any thread, and then of their order and of what is kept with them, on the
// one that reads them. Parts of the inspection (ledger/inspection.h).
#pragma once

#include "ledger/entry.h"
#include "ledger/finding.h"
#include "ledger/signatories.h"
#include "ledger/store.h"

#include <map>
#include <memory>
#include <set>

namespace shirushi::ledger {

/// Evidence as findings carry it: hex, of bytes that are no hash their SHA-256.
QString evidenceOf(const Hash &hash);
QString evidenceOf(const QByteArray &bytes);

/// An entry as it lies in the store.
struct Raw {
    std::int64_t seq;
    Hash leaf;
    QByteArray json;
};

/// What a worker says of it; everything that needs its neighbours is left to Sequence.
struct Judged {
    std::int64_t seq = 0;
    Hash leaf{};
    std::optional<Entry> entry;
    std::vector<Finding> findings;
    bool byAdministrator = false; // as things were then
};

std::vector<Judged> judgeAll(const std::vector<Raw> &raw, const std::shared_ptr<const Signatories> &signatories);

/// Puts what workers found in order, and sees what lies between neighbours and in the tables beside them.
class Sequence
{
public:
    explicit Sequence(std::vector<Finding> &findings) : m_findings(findings) {}

    void take(const Judged &judged);
    void checkDeeds(const std::vector<Store::DeedRow> &rows);
    [[nodiscard]] base::Result<void> checkAttachments(Store &store);
    [[nodiscard]] base::Result<void> checkContacts(Store &store);

    /// What an administrator took as it stood, by entries that are as they were signed.
    const std::vector<Entry> &acceptances() const { return m_acceptances; }

private:
    struct KnownContact {
        std::int64_t seq = 0;
        QString digest; // hex SHA-256 of what is stored; empty: removed
    };

    void report(FindingKind kind, std::int64_t seq, const Hash &leaf);
    void compareWithLast(const Judged &judged);
    void remember(const Judged &judged);

    std::vector<Finding> &m_findings;
    std::optional<Judged> m_last;
    int m_version = 1;
    QDateTime m_at;
    std::map<std::int64_t, QString> m_deeds;
    std::map<std::int64_t, QString> m_attachments; // hex SHA-256, as the entries name them
    std::map<QString, KnownContact> m_contacts;    // by id, as the newest entry about each says
    std::set<std::int64_t> m_unbound;              // entries of version 1 did not bind theirs
    std::vector<Entry> m_acceptances;
};

/// One of a kind and number is enough; what was accepted as it stands is none; consequences of an entry that is named
/// are left out. By number.
std::vector<Finding> remaining(std::vector<Finding> findings, const std::vector<Entry> &acceptances);

} // namespace shirushi::ledger
