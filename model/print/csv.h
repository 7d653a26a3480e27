// CSV as Excel opens it in Japanese without being asked: UTF-8 with a byte order mark, CR LF, RFC 4180 quotes.
// Pure functions; any thread.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace shirushi::print {

/// Stands at the start of the file.
QByteArray csvMark();

/// One record with its line ending. A cell that a spreadsheet would take for a formula (= + - @, also in full width, tab or
/// line break in front) gets an apostrophe before it, which spreadsheets do not show.
QByteArray csvRecord(const QStringList &cells);

} // namespace shirushi::print
