// Surroundings: the names in the folders around files, each folder read once, for work on many files of a folder. They are as
// they were when the folder was first asked about. With them what the desktop remembers of files. Not thread-safe.
#pragma once

#include "erasure/mentions.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shirushi::erasure {

class Surroundings
{
public:
    /// Sorted; of a folder with more than `mostNames` not all, of one that cannot be read none. Valid while this lives.
    std::span<const std::string> namesIn(const base::Path &folder);
    /// Those of them that begin so.
    std::span<const std::string> namesIn(const base::Path &folder, std::string_view beginning);
    bool has(const base::Path &folder, const std::string &name);

    Mentions &mentions() { return m_mentions; }

    static constexpr std::size_t mostNames = 200'000;

private:
    std::map<base::Path, std::vector<std::string>> m_names;
    Mentions m_mentions;
};

} // namespace shirushi::erasure
