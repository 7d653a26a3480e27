#include "vault/passing.h"

#include <cstring>

namespace shirushi::vault {

base::Result<void> ComparingSink::write(std::span<const char> bytes)
{
    if (m_block.size() < bytes.size())
        m_block = base::SecretBytes(bytes.size());
    const std::span<char> block(reinterpret_cast<char *>(m_block.data()), m_block.size());
    m_position += bytes.size();
    while (m_isSame && !bytes.empty()) {
        const auto got = m_with.read(block.first(bytes.size()));
        if (!got)
            return std::unexpected(got.error());
        m_isSame = *got > 0 && std::memcmp(block.data(), bytes.data(), *got) == 0;
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
