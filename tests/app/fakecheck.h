// FakeCheck: 送れるか確認 over the files of FakeDesk, by real packs. What was kept and remembered is there to be looked at.
#pragma once

#include "app/fakedesk.h"
#include "send/checkdesk.h"

namespace shirushi::test {

class FakeCheck final : public send::CheckDesk
{
public:
    explicit FakeCheck(const FakeDesk &desk) : m_desk(desk) {}

    QString role = QStringLiteral("staff"); // of who is signed in
    send::Asker known;
    std::vector<sending::Checked> kept;
    std::optional<base::Error> failure;

    const policy::Library &library() const override
    {
        std::call_once(m_read, [this] { m_library = policy::Library::load(); });
        return m_library;
    }
    labelling::FileLabel read(const base::Path &path) const override { return m_desk.read(path); }
    std::optional<send::Asker> signedIn() const override
    {
        return m_desk.open ? std::optional(send::Asker{m_desk.rules()->id, role}) : std::nullopt;
    }
    send::Asker remembered() const override { return known; }
    void remember(const send::Asker &asker) override { known = asker; }
    base::Result<void> keep(const sending::Checked &checked) override
    {
        if (failure)
            return std::unexpected(*failure);
        kept.push_back(checked);
        return {};
    }

private:
    const FakeDesk &m_desk;
    mutable std::once_flag m_read;
    mutable policy::Library m_library;
};

} // namespace shirushi::test
