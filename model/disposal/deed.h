// Deed: files that are about to be erased, as they stand in the ledger beside the entry of kind "disposal-begun" until each
// has its record. With it, a kill at any moment can be mended at the next start: what is gone gets its record, what was begun
// is finished, what was not touched stays and is said to. A plain value; any thread.
#pragma once

#include "disposal/record.h"
#include "erasure/erasure.h"

namespace shirushi::disposal {

struct DeedFile {
    std::vector<erasure::Order> orders; // of an item of a vault several; else one
    Record record;                      // as it will be recorded
    std::vector<Record> further{};      // of one content under several names, for each name of order.further one
};

/// Each thing of it that gets a record.
struct DeedThing {
    base::Path subject; // the file; of an item the vault's folder with its name
    Record *record;
};
std::vector<DeedThing> thingsOf(DeedFile &file);

struct Deed {
    std::vector<DeedFile> files;
};

/// The entry that it stands beside.
ledger::EntryDraft begunDraft(const Deed &deed);

QJsonObject toJson(const Deed &deed);
/// In the ledger there are other rooms' deeds too.
bool isDisposalDeed(const QJsonObject &json);
/// Damaged for anything else.
[[nodiscard]] base::Result<Deed> deedFromJson(const QJsonObject &json);

} // namespace shirushi::disposal
