#include "vault/placement.h"

#include <algorithm>

namespace shirushi::vault {

bool isAmong(const policy::Classes &classes, const policy::VaultRules::Levels &levels)
{
    return std::ranges::any_of(levels, [&](const auto &axis) {
        const auto level = classes.find(axis.first);
        return level != classes.end() && axis.second.contains(level->second);
    });
}

Placement placementOf(const policy::Pack &pack, const policy::Classes &classes)
{
    if (isAmong(classes, pack.vault.required))
        return Placement::Required;
    return isAmong(classes, pack.vault.offered) ? Placement::Offered : Placement::Free;
}

} // namespace shirushi::vault
