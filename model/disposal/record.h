// Record: one line of the 廃棄記録簿, as the ledger's entries of the kinds "disposed" and "erased" carry it. A plain value;
// any thread. What it says was done was done and read back, or was told by somebody, and it says which.
#pragma once

#include "disposal/reason.h"
#include "ledger/ledger.h"
#include "policy/classification.h"

#include <QJsonObject>

namespace shirushi::disposal {

// Kinds of entries.
inline const QString disposedKind = QStringLiteral("disposed");     // 廃棄
inline const QString erasedKind = QStringLiteral("erased");         // 消去
inline const QString begunKind = QStringLiteral("disposal-begun");  // files that are about to go; their deed stands beside it
inline const QString listedKind = QStringLiteral("disposal-listed"); // 廃棄予定簿: where the files of a request lie

enum class Outcome {
    Verified,    // overwritten, read back, removed
    Interrupted, // the work was interrupted and finished later: it is gone, and not all of it was read back in one go
    Gone,        // it was gone when the interrupted work was taken up
    Stated,      // by the person: a medium, paper, a device
};
QString nameOf(Outcome outcome);

struct Approver {
    QString role;
    QString by;
    bool onPaper = false;
    bool operator==(const Approver &) const = default;
};

/// A photo or a scanned certificate that lies in a vault.
struct Evidence {
    QString vault; // ids
    QString item;
    QString name;
    QString sha256; // hex
    bool operator==(const Evidence &) const = default;
};

struct Record {
    std::int64_t seq = 0; // of the entry; 0: not recorded yet
    QDateTime at;         // when it was recorded
    QString by;           // who did it
    QString kind;         // file, item, medium, paper, device
    QString name;         // absolute path; of an asset its title
    QString contentHash;
    QString policy;
    policy::Classes classes; // empty: it had none that could be believed
    Reason reason;
    QString request;         // whose permission was used; empty: none was needed
    std::vector<Approver> approvers;
    QString method; // id in the pack
    policy::Sanitization sanitization = policy::Sanitization::Clear;
    Outcome outcome = Outcome::Stated;
    std::uint64_t size = 0; // bytes
    QString sha256;         // hex, before
    QString fileSystem;
    QString mediumKind;   // erasure::nameOf()
    QString medium;       // which one, as far as it shows
    QStringList doubts;   // erasure/ground.h
    QStringList leftovers; // erased with it: names
    QStringList suspects;  // names of what was left: it may be another document, or could not be erased
    QStringList entries;   // lists of recently used files that lost their entry of it: paths
    QStringList mentions;  // files that name it and stay: settings of a program: paths
    QStringList namesakes; // the other names of the same content (hard links), which went with it: paths
    QString vault;          // of an item: ids
    QString item;
    QStringList copies;     // of an item: what is known of other copies of its keys or content (disposal/items.h)
    QString followUp;      // the method for the medium that must follow; empty: none
    QString performer; // who did it, where it is not who records it: a name, or of work that was interrupted an id
    // Of what a person states.
    QString witness;   // 立会い
    QString contractor;
    QString certificate; // number
    QDate doneOn;
    std::vector<std::int64_t> closes; // entries whose follow-up this was
    bool hasAttachment = false;       // a photo or a scan is kept with the entry
    std::vector<Evidence> evidence;   // and what is kept in a vault
    bool isErasure() const { return reason.action == eraseAction; }
};

ledger::EntryDraft draftOf(const Record &record);
/// Nothing where the entry is none.
std::optional<Record> recordFrom(const ledger::Entry &entry);

/// Those of a fiscal year, by the western year in which it begins; 0: all.
ledger::Query recordsOf(int year);
/// In order.
[[nodiscard]] base::Result<std::vector<Record>> records(ledger::Ledger &ledger, const ledger::Query &query);

/// What the rules ask of who did it, of `role`, when it is done: whom to tell.
std::vector<policy::Obligation> reportsAfter(const Record &record, const QString &role, const policy::Pack &pack);

/// Those whose follow-up nobody has recorded yet.
std::vector<Record> withOpenFollowUps(const std::vector<Record> &all);

} // namespace shirushi::disposal
