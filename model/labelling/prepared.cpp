#include "labelling/prepared.h"

#include "label/sidecar.h"

#include <QCoreApplication>

namespace shirushi::labelling {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::labelling", text);
}

} // namespace

base::Result<void> place(Prepared &prepared)
{
    const Deed &deed = prepared.deed;
    const bool renames = deed.newTarget != deed.target;
    switch (deed.kind) {
    case Deed::Kind::Rewrite:
        if (const auto done = prepared.replacement->commit(deed.newTarget, platform::Replacement::Flush::Later); !done)
            return done;
        if (prepared.dropSidecar) {
            if (const auto removed = label::removeSidecar(deed.target); !removed)
                prepared.outcome.notices += tr("The older label beside the file could not be removed.");
            label::removeLabelAttribute(deed.newTarget);
        }
        return {};
    case Deed::Kind::PutSidecar:
        // The sidecar first: whoever finds the renamed document finds its label, too.
        if (const auto done = prepared.replacement->commit(label::sidecarPath(deed.newTarget),
                                                            platform::Replacement::Flush::Later); !done)
            return done;
        if (renames) {
            if (const auto renamed = platform::renameFile(deed.target, deed.newTarget); !renamed) {
                // What has taken the name meanwhile must not seem to have this label.
                if (const auto removed = label::removeSidecar(deed.newTarget); !removed)
                    return removed;
                return renamed;
            }
            if (const auto removed = label::removeSidecar(deed.target); !removed)
                return removed;
        }
        label::writeLabelAttribute(deed.newTarget, *prepared.attribute);
        return {};
    case Deed::Kind::RemoveSidecar:
        if (const auto removed = label::removeSidecar(deed.target); !removed)
            return removed;
        label::removeLabelAttribute(deed.target);
        return renames ? platform::renameFile(deed.target, deed.newTarget) : base::Result<void>();
    case Deed::Kind::PutAttribute:
        if (!label::writeLabelAttribute(deed.target, *prepared.attribute)) {
            return base::failure(base::ErrorCode::NameTooLong, base::toDisplay(deed.target),
                                 tr("The name is too long for a label beside the file. Please shorten it."));
        }
        return renames ? platform::renameFile(deed.target, deed.newTarget) : base::Result<void>();
    }
    return {};
}

} // namespace shirushi::labelling
