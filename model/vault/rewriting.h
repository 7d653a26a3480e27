// Rewriting: an item's next state, ready to be applied. What storing, taking, changing and relocking share. Any thread.
#pragma once

#include "vault/vault.h"

namespace shirushi::vault {

/// What the ledger is told of an item; the hash of its description is for who writes that. `file`: on the disk outside the
/// vault; empty: none.
ledger::EntryDraft entryFor(const Vault &vault, const Item &item, const QString &kind, const base::Path &file = {});

/// So that it is named in the deed, and kept from being taken for one that was left behind.
void addContent(Change &change, WrittenContent written);

/// Removes contents that were written for a state that will not come.
void abandonContents(const Vault &vault, std::vector<WrittenContent> contents);

/// Writes `after` beside `before`'s description. Contents that `before` names and `after` does not are removed when it is
/// in its place; `contents` are new ones. What fails leaves nothing.
[[nodiscard]] base::Result<Change> rewrite(const Vault &vault, Described before, const Item &after, const QString &kind,
                                           std::vector<WrittenContent> contents);

/// Encrypts a content of the vault anew for `keys`.
[[nodiscard]] base::Result<WrittenContent> sealAnew(const Vault &vault, const QString &item, const Content &content,
                                                    const std::vector<QByteArray> &keys, base::Progress &progress);

} // namespace shirushi::vault
