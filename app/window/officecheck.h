// OfficeCheck: CheckDesk over what OfficeDesk has. Where there is no office, rules and role of the last check lie in a
// small file of the person's settings (resources/schemas/check.schema.json), never in the data folder.
#pragma once

#include "send/checkdesk.h"

namespace shirushi::window {

class OfficeDesk;

class OfficeCheck final : public send::CheckDesk
{
public:
    /// `desk` must outlive it.
    explicit OfficeCheck(OfficeDesk &desk) : m_desk(desk) {}

    const policy::Library &library() const override;
    labelling::FileLabel read(const base::Path &path) const override;
    std::optional<send::Asker> signedIn() const override;
    send::Asker remembered() const override;
    void remember(const send::Asker &asker) override;
    base::Result<void> keep(const sending::Checked &checked) override;

private:
    OfficeDesk &m_desk;
};

/// shirushi-check.json where the person's settings lie.
base::Path checkFile();

} // namespace shirushi::window
