// Text laid out for a terminal or a printer: Japanese characters take two columns. Pure; any thread.
#pragma once

#include <QString>

namespace shirushi::cli {

/// Columns that `text` takes in a terminal.
int columns(QStringView text);

/// `text` with a blank for every control character, so that no file can steer the terminal.
QString plain(QString text);

/// `text` broken into lines of at most `width` columns, each after `indent` blanks and with a final newline. No
/// line begins with 、。 or a closing bracket. The text is made plain.
QString wrapped(const QString &text, int indent, int width = 78);

} // namespace shirushi::cli
