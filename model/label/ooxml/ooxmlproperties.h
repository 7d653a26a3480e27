// The label in an Office document's properties: the custom properties part (ECMA-376 part 1, 22.3.2.2) and
// category and keywords of the core properties (part 2, 8). Each function works on one package; not
// thread-safe.
#pragma once

#include "label/ooxml/ooxmlpackage.h"
#include "label/properties.h"

namespace shirushi::label::ooxml {

/// What the document's properties say of us and of others.
struct PropertyReading {
    Properties properties; // all custom properties, as they are
    std::vector<ForeignLabel> foreign;
    bool ours = false; // something of ours is among them
    QString classText; // of the label that is there
    QString restrictionText;
    QString markText; // empty: no visible mark was put
};

/// Cheap: the relationships and the custom properties, nothing else. A custom properties part that cannot be
/// read has nothing of ours in it.
[[nodiscard]] base::Result<PropertyReading> readProperties(const OoxmlPackage &package);

/// Takes everything of ours out and gives back what others had under our names. `reading` is of this package.
[[nodiscard]] base::Result<void> removeProperties(OoxmlPackage &package, const PropertyReading &reading);

/// Writes what `stamp` says into a package that has nothing of ours. `markText` is empty without a mark.
[[nodiscard]] base::Result<void> addProperties(OoxmlPackage &package, const Stamp &stamp,
                                               const QString &markText);

/// Category and keywords of the core properties, used by the two functions above.
[[nodiscard]] base::Result<void> removeCoreProperties(OoxmlPackage &package, const QString &classText);
[[nodiscard]] base::Result<void> addCoreProperties(OoxmlPackage &package, const QString &classText);

/// The one part that the package's relationships of one of `types` lead to; empty: none. Damaged: several, or
/// it is not there.
[[nodiscard]] base::Result<std::string> singlePart(const OoxmlPackage &package, const QStringList &types);

} // namespace shirushi::label::ooxml
