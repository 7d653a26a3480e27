// What a document carries that nobody sees when looking at it: comments, tracked changes, hidden sheets, text under
// black boxes, where a photograph was taken. Looked for before something is published 公表. Any thread.
//
// Every input is hostile and everything is bounded: what is too large, locked, damaged or of a format that cannot be
// looked into is a finding itself (NotLookedInto), never silence. An excerpt is content of the document: for the
// person at the screen alone, not for logs and records.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QStringList>

#include <map>
#include <vector>

namespace shirushi::label {

enum class HiddenKind {
    NotLookedInto, // a part, or all of it, could not be looked into
    CoveredText,   // under something opaque: a black box, a picture, a redaction that was never applied
    HiddenText,    // marked as hidden, invisible, or of the colour of its ground
    OutsidePage,   // text outside what the page shows
    HiddenLayer,   // of a PDF
    Comment,       // of office documents, and a PDF's notes
    TrackedChange,
    HiddenSheet,
    HiddenRows,
    HiddenColumns,
    HiddenSlide,
    SpeakerNotes,
    EarlierVersion,
    Embedded,      // files and objects inside the document
    CachedData,    // data of elsewhere that is kept inside: a pivot table's source, an external table
    ExternalLink,  // to files and data elsewhere, with their paths
    Macro,
    Script,        // JavaScript and actions of a PDF or a page
    Location,      // where a photograph was taken
    Device,        // of which serial number
    Properties,    // author, company, template …
};

/// All, in the order in which they are shown.
const std::vector<HiddenKind> &hiddenKinds();
/// "covered-text"
QString wordFor(HiddenKind kind);
/// "Text under a box", translated.
QString titleOf(HiddenKind kind);

enum class Certainty {
    Sure,     // it is there
    Likely,   // it is there, and nearly always this means something hidden
    Possible, // somebody should look
};
/// sure likely possible
QString wordFor(Certainty certainty);

struct HiddenFinding {
    HiddenKind kind = HiddenKind::NotLookedInto;
    QString where;   // page, sheet, slide, part: a text to show
    QString excerpt; // at most 120 characters, on one line; empty where there is nothing to show
    Certainty certainty = Certainty::Sure;

    bool operator==(const HiddenFinding &) const = default;
};

struct HiddenReport {
    QString format;                      // ooxml odf pdf jpeg png tiff webp text; empty: none of these
    std::vector<HiddenFinding> findings; // sorted by kind; at most 200 of a kind
    std::map<HiddenKind, std::size_t> counts; // all that were found

    bool isEmpty() const { return findings.empty(); }
};

/// Looks into the file. Errors: those of opening and reading it.
[[nodiscard]] base::Result<HiddenReport> findHidden(const base::Path &path);

} // namespace shirushi::label
