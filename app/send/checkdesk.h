// CheckDesk: what 送れるか確認 asks of the rooms behind it. It needs nobody signed in and no office, and nothing that it
// asks for makes either. read(), library() and keep() may be called from any thread, keep() one call at a time; the
// rest on the window's.
#pragma once

#include "labelling/labelreader.h"
#include "policy/library.h"
#include "sending/checkrecord.h"

#include <optional>

namespace shirushi::send {

/// By which rules somebody asks, and as who; empty: not known.
struct Asker {
    QString policy;
    QString role;
    bool operator==(const Asker &) const = default;
};

class CheckDesk
{
public:
    virtual ~CheckDesk() = default;

    /// Reads the packs when it is first asked.
    virtual const policy::Library &library() const = 0;
    virtual labelling::FileLabel read(const base::Path &path) const = 0;

    /// By the office's rules, as who is signed in; nothing where nobody is.
    virtual std::optional<Asker> signedIn() const = 0;
    /// What an earlier check on this computer was told; where there is an office, its rules.
    virtual Asker remembered() const = 0;
    /// For remembered(); forgotten where there is an office.
    virtual void remember(const Asker &asker) = 0;

    /// Signed and recorded; NotSignedIn where nobody is.
    [[nodiscard]] virtual base::Result<void> keep(const sending::Checked &checked) = 0;
};

} // namespace shirushi::send
