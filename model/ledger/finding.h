// Finding: something in the ledger that is not as those who wrote it left it. A plain value; any thread.
#pragma once

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace shirushi::ledger {

enum class FindingKind {
    EntryChanged,      // its bytes are not what was signed, or not what the next entry or the tree remembers
    EntryMissing,      // a number is left out
    EntryMoved,        // it stands under another number than its own
    EntryInserted,     // it stands where none was written
    EntryUnreadable,   // no entry at all
    SignerUnknown,     // signed by somebody who was not in the roster at that time
    RosterInvalid,     // an entry claims a roster that the office's root key did not sign, or an older one
    ClockSetBack,      // dated before the entry in front of it
    TailCut,           // the database ends before its own checkpoint
    RolledBack,        // the database is a whole older one than the checkpoint beside it, or the shared one
    HistoryRewritten,  // it does not lead to the checkpoint's root
    CheckpointMissing, // the file beside the database is gone
    CheckpointInvalid, // a checkpoint that cannot be read, or that nobody of the office signed
    TreeChanged,       // a stored hash of the tree is not that of its entries
    DeedChanged,       // a record of unfinished work is not the one that was signed
    AttachmentChanged, // a file kept with an entry is gone, or is not the one that the entry names
    ContactChanged,    // somebody in the address book is gone, or is not what the newest entry about them says
    PageDamaged,       // the database cannot be read at some place
    RosterChanged,     // the roster file is not one that the root key signed, or cannot be read
    RosterRolledBack,  // the roster file is not the newest that the ledger knows
    SlotChanged,       // a key file in people/ is not that of the person it names
    RootChanged,       // the office's root key is not the one that the ledger was founded with
};

struct Finding {
    FindingKind kind = FindingKind::EntryChanged;
    std::int64_t seq = 0; // the entry that it is about; 0: none in particular
    QString subject;      // a file, person or place where that says more
    QString evidence;     // hex: the hash of what is there now, so that a finding can be accepted as it stands
    bool operator==(const Finding &) const = default;
};

/// entry-changed, entry-missing … : a contract for scripts.
QString nameOf(FindingKind kind);
std::optional<FindingKind> findingKind(const QString &name);

/// One sentence for the person, naming entry and subject.
QString sentence(const Finding &finding);

/// True where the ledger must not be written before the matter is put right or accepted.
bool blocksWriting(FindingKind kind);

QJsonObject toJson(const Finding &finding);
std::optional<Finding> findingFromJson(const QJsonObject &json);

} // namespace shirushi::ledger
