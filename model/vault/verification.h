// Verification: is everything in a vault what it should be? Every description and every content is looked at, against
// each other and against what this desktop's ledger knows; nothing is decrypted but descriptions, and nothing is written.
// A finding is of one item and says nothing of the others.
//
// Of items that are locked for other people no more can be said than that their files are there. What somebody on another
// desktop did and this ledger has not seen cannot be told from the newest state.
#pragma once

#include "vault/reading.h"

namespace shirushi::vault {

struct Finding {
    QString code;     // below
    QString item;     // id; empty: of the vault itself
    QString name;     // of the item, where it can be read
    QString file;     // where it was found
    QString sentence; // for the person
    bool operator==(const Finding &) const = default;
};

// vault-forged       vault.age does not go on from the list of members that this desktop knows
// vault-older        an older vault.age lies in the place of the newest: who was removed may be on it
// item-unreadable    the disk refuses
// item-damaged       the description was changed or is none
// item-exchanged     another item's, or another vault's, description lies in this place
// item-unsigned      nobody who may open it has signed the description
// item-older         put back to an older state
// item-forked        of the age that the ledger knows, and not the same
// item-missing       the ledger knows it and it is gone
// content-missing    the description names a content that is not there
// content-changed    the content is not the one that was signed for: changed, damaged, exchanged
// version-missing    the same of an older content
// version-changed
// final-changed      書込禁止, and it is another content than the one that was fixed
// readers            encrypted for others than should be able to open it: the work of locking it anew is not finished
// orphan             a content that no description names
// leftover           what a killed program was writing
// stranger           a file that is none of ours: the copy of a cloud client, something put there by hand

/// In this order of codes within an item, items by id. Cancelled where stopped.
[[nodiscard]] base::Result<std::vector<Finding>> verify(const Vault &vault, base::Progress &progress);

QString sentenceOf(const QString &code);

} // namespace shirushi::vault
