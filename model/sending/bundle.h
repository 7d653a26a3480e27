// Bundle: what goes into a parcel whose format holds one stream of bytes alone. One file goes as it is, if the
// parcel's name says what it is called (report.pdf in report.pdf.age); everything else goes as a plain ZIP archive,
// stored, with a mark in its comment, so that it is told from an archive that somebody sends as a file.
#pragma once

#include "base/progress.h"
#include "platform/source.h"
#include "sending/content.h"
#include "sending/parcel.h"

#include <functional>

namespace shirushi::sending {

/// Whether `files` go as one file under this name.
bool goesAsItIs(const std::vector<ParcelFile> &files, const QString &parcelName, const QString &ending);

/// Calls `consume` with the stream that `files` make, and returns them as they were read, without digests. An error of `consume` is
/// returned as it is. `progress` counts bytes read.
[[nodiscard]] base::Result<std::vector<ParcelContent>>
streamFiles(const std::vector<ParcelFile> &files, bool asItIs, base::Progress &progress,
            const std::function<base::Result<void>(platform::Source &, base::Progress &)> &consume);

/// Whether `content` is such an archive.
bool isBundle(Content &content);

/// Hands the files of a bundle to `taker`.
[[nodiscard]] base::Result<void> unbundle(Content &content, const UnpackLimits &limits, ContentTaker &taker, base::Progress &progress);

/// What one file is called that came as it is: the parcel's name without `ending`.
[[nodiscard]] base::Result<QString> nameOfSingle(const QString &parcelName, const QString &ending);

/// Reads all of `content` and hands it to `taker` as one file.
[[nodiscard]] base::Result<void> handOver(Content &content, const QString &name, const UnpackLimits &limits, ContentTaker &taker,
                                          base::Progress &progress);

} // namespace shirushi::sending
