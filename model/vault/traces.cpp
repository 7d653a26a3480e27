#include "vault/traces.h"

#include "erasure/leftovers.h"

#include <QCoreApplication>

namespace shirushi::vault {

QStringList removeTraces(const base::Path &original, erasure::Surroundings &around)
{
    using Kind = erasure::Leftover::Kind;
    QStringList notices;
    for (const erasure::Leftover &leftover : erasure::leftoversOf(original, around)) {
        switch (leftover.kind) {
        case Kind::Thumbnail:
        case Kind::RecentEntry:
        case Kind::RecentLink:
            if (const auto removed = erasure::remove(leftover); !removed) {
                notices += QCoreApplication::translate("shirushi::vault", "What the desktop keeps of the document could not be taken away: %1")
                               .arg(base::oneLine(removed.error()));
            }
            break;
        case Kind::Version:
        case Kind::Suspect:
            notices += QCoreApplication::translate("shirushi::vault", "A copy of the document may lie beside it, and stays there unencrypted: %1")
                           .arg(base::toDisplay(leftover.file));
            break;
        case Kind::Sidecar: // ours went with it
        case Kind::Lock:
        case Kind::Mention:
            break;
        }
    }
    return notices;
}

} // namespace shirushi::vault
