// Reason: why something is disposed of, and which deed it is by that: 廃棄, or 消去 where the pack names the reason so. Pure;
// any thread.
#pragma once

#include "base/result.h"
#include "policy/pack.h"

namespace shirushi::disposal {

inline const QString disposeAction = QStringLiteral("dispose");
inline const QString eraseAction = QStringLiteral("erase");

struct Reason {
    QString id;   // of the pack's; empty: in the person's own words
    QString text; // as it is recorded and asked for
    QString action = disposeAction;
    QStringList given; // facts that it states
    bool operator==(const Reason &) const = default;
};

/// `words`: the id or the text of one of the pack's, or the person's own. InvalidInput where there are none.
[[nodiscard]] base::Result<Reason> reasonFrom(const policy::Pack &pack, const QString &words);

} // namespace shirushi::disposal
