// LabelMaker: from an order to the signed label and to what of it goes into a file. Changes nothing; any thread.
#pragma once

#include "labelling/labeller.h"

namespace shirushi::labelling {

class LabelMaker
{
public:
    LabelMaker(const policy::Pack &pack, const LabellerParts &parts) : m_pack(pack), m_parts(parts) {}

    /// Forbidden by the rules, or InvalidInput where a lower class comes without a reason. `before` is what the
    /// file carries now.
    [[nodiscard]] base::Result<void> check(const LabelOrder &order, const FileLabel &before) const;
    /// Where the pack names somebody who approves it: Forbidden without the approval of exactly `target`. Taking the
    /// label away is the lowest there is, and has none. The reason is the approved purpose.
    [[nodiscard]] base::Result<void> checkLowering(const FileLabel &before, const policy::Classes &target,
                                                   const QString &reason) const;
    /// Signed, over the file's content hash; over its plain hash where the content cannot be told from the
    /// container. `before` comes from LabelReader::readForLabelling().
    [[nodiscard]] base::Result<label::Label> make(const LabelOrder &order, const FileLabel &before) const;
    label::Stamp stampOf(const LabelOrder &order, const label::Label &label) const;

private:
    const policy::Pack &m_pack;
    const LabellerParts &m_parts;
};

/// True where the container must stay as it is and a sidecar will do; any other error is about the place and
/// would hit the sidecar as well.
bool wantsSidecar(base::ErrorCode code);

} // namespace shirushi::labelling
