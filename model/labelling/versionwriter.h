// VersionWriter: the new version of a file, in a temporary file beside it: with the label inside, or the sidecar
// that carries it, or without ours. Nothing that was there is changed; any thread.
#pragma once

#include "labelling/prepared.h"

namespace shirushi::labelling {

class VersionWriter
{
public:
    VersionWriter(const policy::Pack &pack, const LabellerParts &parts) : m_pack(pack), m_parts(parts) {}

    /// `prepared` holds the label, the original and the deed's target; what was written is added. A file that must
    /// not be rewritten gets a sidecar, and a notice that says why.
    [[nodiscard]] base::Result<void> write(const LabelOrder &order, Prepared &prepared) const;
    /// Takes the label out of the file, where one is in it; a sidecar is removed when the version is put in place.
    [[nodiscard]] base::Result<void> takeOut(Prepared &prepared) const;

private:
    base::Result<void> chooseName(const LabelOrder &order, Prepared &prepared, bool withSidecar) const;
    /// False: must not be rewritten; `prepared` says why.
    base::Result<bool> embed(const LabelOrder &order, Prepared &prepared) const;
    base::Result<void> putSidecar(const LabelOrder &order, Prepared &prepared) const;
    base::Result<void> putBeside(const LabelOrder &order, Prepared &prepared) const;
    /// Where there can be no sidecar. `refusal` is the error where there can be no attribute either; its message
    /// says why there is no sidecar.
    base::Result<void> putAttribute(Prepared &prepared, const base::Error &refusal) const;
    /// The SHA-256 of the version that was written, 32 bytes.
    base::Result<QByteArray> checkEmbedded(const Prepared &prepared) const;

    const policy::Pack &m_pack;
    const LabellerParts &m_parts;
};

} // namespace shirushi::labelling
