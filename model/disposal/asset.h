// Asset: something that is disposed of and is no file on this computer: a medium, paper, a device. Pure; any thread.
#pragma once

#include "workflow/request.h"

namespace shirushi::disposal {

struct Asset {
    QString kind;   // medium, paper, device
    QString name;   // USBメモリ, 令和2年度 相談記録
    QString number; // 管理番号; may be empty
    policy::Classes classes;
    bool operator==(const Asset &) const = default;
};

/// InvalidInput where the kind is none, the name is missing or the classes are not those of `pack`.
[[nodiscard]] base::Result<void> check(const Asset &asset, const policy::Pack &pack);

/// What a request says of it: its content is what it is called.
workflow::RequestFile requestFileOf(const Asset &asset, const policy::Pack &pack);

/// The name with the number.
QString titleOf(const Asset &asset);

} // namespace shirushi::disposal
