// The text of an Excel print header (ECMA-376 part 1, 18.3.1.46): sections &L &C &R, format codes after &,
// && for an ampersand, at most 255 characters. Pure functions, any thread.
//
// Ours stands first in the right section. It begins with the code for the theme's text colour, twice: every
// program reads that and none writes it, so it tells ours from the texts of others. A line feed behind it
// says that a right section was there before.
#pragma once

#include <QString>

#include <optional>

namespace shirushi::label::ooxml {

inline constexpr qsizetype longestHeader = 255;
inline constexpr auto headerToken = u"&K01+000&K01+000";

/// A piece of the header to be replaced: characters [begin, end) by `with`.
struct HeaderEdit {
    qsizetype begin = 0;
    qsizetype end = 0;
    QString with;
};

/// Where and how `mark` goes into `header`; nothing where there is no room for it, or
/// where the header is so written that it could not be taken out again.
std::optional<HeaderEdit> headerMarkInsertion(const QString &header, const QString &mark);

/// What has to go so that `header` has no mark of ours; nothing if it has none. `former` are the texts that a
/// mark may have had, for headers that another program wrote anew; empty ones are passed over.
std::optional<HeaderEdit> headerMarkRemoval(const QString &header, const QStringList &former);

} // namespace shirushi::label::ooxml
