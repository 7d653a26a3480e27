// The private folder of an open item: what is in it is looked at, sealed where it is nowhere else, and erased. Any thread.
#pragma once

#include "platform/filesource.h"
#include "vault/openingrecord.h"
#include "vault/rescue.h"

namespace shirushi::vault {

/// A document's name as it may stand in a folder of its own: no separators, not too long, what comes after the last dot kept.
QString safeName(const QString &name);

/// The document as it lies there; nothing where it is no regular file (an editor is between two steps of writing it).
std::optional<platform::FileIdentity> identityOf(const base::Path &document);

[[nodiscard]] base::Result<QString> hashOf(const platform::FileSource &file);

/// Seals into rescue items what lies in `folder` and nowhere else: the document where it is not what was saved, and files that
/// the person wrote beside it. Their ids.
[[nodiscard]] base::Result<QStringList> sealWhatDiffers(const OpeningRecord &record, const OpeningNote &note, const base::Path &folder,
                                                        const Rescues &rescues, const QDateTime &at, const QString &reason);

/// Overwrites and removes every file, and the folder. An error where something of it is still there.
[[nodiscard]] base::Result<void> erasePrivateFolder(const base::Path &folder);

} // namespace shirushi::vault
