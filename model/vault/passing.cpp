#include "vault/passing.h"

#include <cstring>

namespace shirushi::vault {

base::Result<void> ComparingSink::write(std::span<const char> bytes)
{
    m_block.resize(std::max(m_block.size(), bytes.size()));
    m_position += bytes.size();
    while (m_isSame && !bytes.empty()) {
        const auto got = m_with.read(std::span(m_block).first(bytes.size()));
        if (!got)
            return std::unexpected(got.error());
        m_isSame = *got > 0 && std::memcmp(m_block.data(), bytes.data(), *got) == 0;
        bytes = bytes.subspan(*got);
    }
    return {};
}

base::Result<bool> ComparingSink::isSameToTheEnd()
{
    char more = 0;
    const auto got = m_with.read({&more, 1});
    if (!got)
        return std::unexpected(got.error());
    return m_isSame && *got == 0;
}

} // namespace shirushi::vault
