// The mark in a file's name: 【機密性3B】報告書.docx. Pure functions; any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "policy/pack.h"

namespace shirushi::labelling {

/// Every mark that classes of `pack` can give; together for all packs, they are what is recognised as ours.
QStringList fileNameMarksOf(const policy::Pack &pack);

/// `path` without a mark of `known` at the start of its name.
base::Path withoutMark(const base::Path &path, const QStringList &known);
bool hasMark(const base::Path &path, const QStringList &known);

/// `path` with `mark` in place of one that is there, or in front. NameTooLong beyond the file system's limit
/// for a name or a path (also of the sidecar's, where `withSidecar`).
[[nodiscard]] base::Result<base::Path> withMark(const base::Path &path, const QString &mark,
                                                const QStringList &known, bool withSidecar);

} // namespace shirushi::labelling
