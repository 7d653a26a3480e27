// Preparation: the new version of one file, written beside it and checked, with its entry ready to be
// recorded. Nothing that was there is changed. Any thread; several files may be prepared at once.
#pragma once

#include "labelling/prepared.h"

namespace shirushi::labelling {

class Preparation
{
public:
    Preparation(const policy::Pack &pack, const LabellerParts &parts) : m_pack(pack), m_parts(parts) {}

    Prepared stamp(const LabelOrder &order) const;
    Prepared removal(const base::Path &path, const QString &reason) const;

private:
    base::Result<Prepared> tryStamp(const LabelOrder &order) const;
    base::Result<Prepared> tryRemoval(const base::Path &path, const QString &reason) const;

    const policy::Pack &m_pack;
    const LabellerParts &m_parts;
};

} // namespace shirushi::labelling
