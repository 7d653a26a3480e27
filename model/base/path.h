// File paths. Inside the model a path is a std::filesystem::path, which keeps names that are not valid
// Unicode; these turn one to and from what a person reads. Pure functions, any thread.
#pragma once

#include <QString>

#include <filesystem>

namespace shirushi::base {

using Path = std::filesystem::path;

/// For display and JSON: UTF-8 as it is, a replacement character for each byte that is no UTF-8.
QString toDisplay(const Path &path);

/// A path that a person or Qt gave us.
Path toPath(const QString &text);

/// `path` with `ending` added to its last name: report.csv + .xmp is report.csv.xmp.
Path withAppended(const Path &path, const char *ending);

} // namespace shirushi::base
