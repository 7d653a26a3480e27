// The sidecar NAME.EXT.xmp beside a document that carries no label inside, and the extended attribute
// user.shirushi.label on the document itself. Any thread.
#pragma once

#include "label/xmp/xmp.h"
#include "platform/replacement.h"

namespace shirushi::label {

inline constexpr const char *labelAttribute = "user.shirushi.label";

base::Path sidecarPath(const base::Path &document);

/// True if `path` is a sidecar of ours: it ends in .xmp, carries our label, and the document it names is
/// beside it. A lone .xmp, or another program's, is a file like any other.
bool isOurSidecar(const base::Path &path);

/// True if `path` ends in .xmp and the document it names is beside it, whoever wrote it.
bool liesBesideItsDocument(const base::Path &path);

/// What the sidecar beside `document` says; no label in it, or no sidecar: an empty reading.
[[nodiscard]] base::Result<Reading> readSidecar(const base::Path &document);

/// The label in the extended attribute, if there is one that can be read.
std::optional<Label> readLabelAttribute(const base::Path &document);

/// The sidecar of `document` with `stamp` merged into whatever another program wrote there: prepared beside
/// it, put in place by commit(). `document` is what owner and permissions follow.
[[nodiscard]] base::Result<platform::Replacement> prepareSidecar(const platform::FileSource &document,
                                                                 const Stamp &stamp);

/// Removes our part: restores the other program's sidecar, or removes the file. No sidecar is no error.
[[nodiscard]] base::Result<void> removeSidecar(const base::Path &document);

/// False where the file system has no such attributes.
bool writeLabelAttribute(const base::Path &document, const Label &label);
void removeLabelAttribute(const base::Path &document);

} // namespace shirushi::label
