// Deed: what is about to be done to a file, as it stands in the ledger beside its entry until it is done. With
// it, a kill at any moment can be mended: the new version is put in place, or the record says it was not.
// A plain value; any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QJsonObject>

namespace shirushi::labelling {

struct Deed {
    enum class Kind {
        Rewrite,       // the temporary file takes the target's place
        PutSidecar,    // the temporary file becomes the target's sidecar
        RemoveSidecar, // our part of the sidecar and the attribute go
        PutAttribute,  // the label is written into the target's attribute alone
    };
    Kind kind = Kind::Rewrite;
    base::Path target;    // the document
    base::Path newTarget; // its name afterwards; the same where it is not renamed
    base::Path temporary; // empty where there is none
    QString before;       // hex SHA-256 of the document before
    QString after;        // hex SHA-256 of the document afterwards
    QString labelId{};    // of PutAttribute: whose presence says that it is done
};

QJsonObject toJson(const Deed &deed);
/// Rooms above write deeds of their own, which name them: "room".
bool isOtherRooms(const QJsonObject &json);
[[nodiscard]] base::Result<Deed> deedFromJson(const QJsonObject &json);

/// What a look at the disk says about an open deed.
enum class DeedState {
    Done,       // the file is as it was to become
    Pending,    // old file and temporary file are there: it can be finished
    Impossible, // neither
};
DeedState stateOf(const Deed &deed);

/// Finishes a pending deed: renames what was prepared.
[[nodiscard]] base::Result<void> finish(const Deed &deed);

/// Removes what a deed that will not be finished left.
void abandon(const Deed &deed);

} // namespace shirushi::labelling
