#include "erasure/surroundings.h"

#include <algorithm>
#include <dirent.h>

namespace shirushi::erasure {

std::span<const std::string> Surroundings::namesIn(const base::Path &folder)
{
    const auto [place, isNew] = m_names.try_emplace(folder);
    std::vector<std::string> &names = place->second;
    if (!isNew)
        return names;
    DIR *entries = ::opendir(folder.c_str());
    if (!entries)
        return names;
    for (const dirent *entry = ::readdir(entries); entry && names.size() < mostNames; entry = ::readdir(entries))
        names.emplace_back(entry->d_name);
    ::closedir(entries);
    std::ranges::sort(names);
    return names;
}

std::span<const std::string> Surroundings::namesIn(const base::Path &folder, std::string_view beginning)
{
    const auto names = namesIn(folder);
    const auto first = std::ranges::lower_bound(names, beginning, {}, [](const std::string &name) { return std::string_view(name); });
    const auto last = std::find_if_not(first, names.end(), [&](const std::string &name) { return name.starts_with(beginning); });
    return {first, last};
}

bool Surroundings::has(const base::Path &folder, const std::string &name)
{
    return std::ranges::binary_search(namesIn(folder), name);
}

} // namespace shirushi::erasure
