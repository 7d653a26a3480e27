// Designator: confirms proposed classes 指定, one file or a list at once: each file's label is renewed, signed by
// who designates, with the name of who proposed it. As the Labeller: one thread at a time.
#pragma once

#include "labelling/labeller.h"

namespace shirushi::labelling {

class Designator
{
public:
    Designator(std::shared_ptr<const policy::Pack> pack, LabellerParts parts);

    /// In the order given. Forbidden where the role may not; InvalidInput where there is no proposal, or the
    /// document is not the one that was classified any more. The class itself stays as it was proposed.
    std::vector<LabelOutcome> designate(const std::vector<base::Path> &files, base::Progress &progress,
                                        const std::function<void(const LabelOutcome &)> &done = {});

private:
    base::Result<LabelOrder> orderFor(const base::Path &file) const;

    std::shared_ptr<const policy::Pack> m_pack;
    LabellerParts m_parts;
};

} // namespace shirushi::labelling
