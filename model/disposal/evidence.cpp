#include "disposal/evidence.h"

#include "vault/changing.h"
#include "vault/storing.h"

namespace shirushi::disposal {

base::Result<Evidence> keepEvidence(const base::Path &file, const base::Path &vault, const DisposalParts &parts, base::Progress &progress)
{
    auto opened = vault::Vault::open(vault, {parts.ledger, parts.session, parts.directory, parts.pack, parts.clock,
                                             parts.lockFile.parent_path() / vault::workLock});
    if (!opened)
        return std::unexpected(opened.error());
    const auto stored = vault::Storing(*opened, parts.codecs).put({{file}, true, true, {}}, progress);
    if (!stored)
        return std::unexpected(stored.error());
    if (stored->empty())
        return base::failure(base::ErrorCode::Cancelled, base::toDisplay(file), {});
    if (stored->front().error)
        return std::unexpected(*stored->front().error);
    const auto described = opened->read(stored->front().id);
    if (!described)
        return std::unexpected(described.error());
    return Evidence{opened->file().id, described->item.id, described->item.name, described->item.content.sha256};
}

} // namespace shirushi::disposal
