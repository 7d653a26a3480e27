// The visible mark in Office documents: a paragraph in the headers of Word, a print header in Excel, a text
// box on each slide of PowerPoint. Each function works on one package; not thread-safe.
//
// Marks are recognised by names of our own and, once another program has saved the file, by their text.
#pragma once

#include "label/ooxmlpackage.h"

#include <QStringList>

namespace shirushi::label::ooxml {

struct MarksAdded {
    int placed = 0;
    QStringList notices; // translated sentences about places that have no mark
};

/// Takes every mark of ours out; true if there was one. `former`: texts that a mark in this document may
/// have, empty if it is known to have none.
[[nodiscard]] base::Result<bool> removeWordMarks(OoxmlPackage &package, const QStringList &former);
[[nodiscard]] base::Result<bool> removeExcelMarks(OoxmlPackage &package, const QStringList &former);
[[nodiscard]] base::Result<bool> removePowerPointMarks(OoxmlPackage &package);

/// Puts a mark wherever the document shows one; the package has none of ours. What cannot be marked is no
/// error and is told in a notice.
[[nodiscard]] base::Result<MarksAdded> addWordMarks(OoxmlPackage &package, const QString &text);
[[nodiscard]] base::Result<MarksAdded> addExcelMarks(OoxmlPackage &package, const QString &text);
[[nodiscard]] base::Result<MarksAdded> addPowerPointMarks(OoxmlPackage &package, const QString &text);

/// Names of parts that the main document has as one of `kinds`, each once.
[[nodiscard]] base::Result<std::vector<std::string>> partsOfMain(const OoxmlPackage &package,
                                                                 const std::vector<QStringView> &kinds);

} // namespace shirushi::label::ooxml
