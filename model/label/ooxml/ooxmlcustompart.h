// The properties in a custom properties part (ECMA-376 part 1, 22.3.2.2), ours and those of others: used by
// ooxmlproperties.h alone. Not thread-safe.
#pragma once

#include "label/ooxml/ooxmlpackage.h"
#include "label/properties.h"

namespace shirushi::label::ooxml {

/// How the last part of the relationship's type to the part is spelt: in Strict packages the second way.
inline constexpr auto customKind = u"custom-properties";
inline constexpr auto strictCustomKind = u"customProperties";

/// All properties in `xml`, in order. TooLarge: more than any document has.
[[nodiscard]] base::Result<Properties> customPropertiesIn(const QByteArray &xml, const QString &subject);

/// A new part with `properties`, and its relationship.
[[nodiscard]] base::Result<void> createCustomPart(OoxmlPackage &package, const Properties &properties);

/// Adds `properties` to a part that has none of ours. What others have under their names is put aside.
[[nodiscard]] base::Result<void> extendCustomPart(OoxmlPackage &package, const std::string &part,
                                                  Properties properties);

/// Takes ours out and gives back what was put aside; the part goes if it was there for ours alone.
[[nodiscard]] base::Result<void> removeFromCustomPart(OoxmlPackage &package, const std::string &part);

} // namespace shirushi::label::ooxml
