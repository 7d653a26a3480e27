// The desktop's list of recently used files (recently-used.xbel: XBEL as the Desktop Bookmark Specification of freedesktop.org
// uses it). It is read and written as bytes: all that is not the entry stays as it was. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace shirushi::erasure {

struct RecentEntry {
    base::Path file;       // empty: nothing on this computer's disks, or not understood
    qsizetype from = 0;    // bytes of the list, with the white space before it
    qsizetype to = 0;
};
/// In order. Damaged for what is no such list or not well formed.
[[nodiscard]] base::Result<std::vector<RecentEntry>> recentEntries(const QByteArray &list);

/// Takes the entries of a file out of the list, in one step; others that change the list meanwhile are waited for. False: it
/// had none, or there is no list. Damaged, and nothing is changed, where it is not understood; Changed where it does not come
/// to rest.
[[nodiscard]] base::Result<bool> forget(const base::Path &list, const base::Path &file);

inline constexpr std::uint64_t longestList = 16 << 20; // bytes

/// Of file:///%E8%A1%A8.ods the path; nothing for an address on another computer or of another kind.
std::optional<base::Path> fileFromAddress(const QByteArray &address);
/// &amp; and the like as they are meant; nothing for a reference that XML does not know by itself.
std::optional<QByteArray> unescaped(const QByteArray &text);
/// `named` means `file`, whose path is real: by the way of a link, too.
bool isNameOf(const base::Path &named, const base::Path &file);

} // namespace shirushi::erasure
