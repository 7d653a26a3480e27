#include "people/roster.h"

#include <algorithm>

namespace shirushi::people {

Roster Roster::load(const base::Path &folder)
{
    Roster roster;
    std::error_code problem;
    for (const auto &file : std::filesystem::directory_iterator(folder, problem)) {
        if (file.path().extension() != ".json")
            continue;
        if (auto slot = readSlot(file.path()))
            roster.m_accounts.push_back(std::move(slot->account));
    }
    std::sort(roster.m_accounts.begin(), roster.m_accounts.end(),
              [](const Account &one, const Account &other) { return one.id < other.id; });
    return roster;
}

const Account *Roster::find(const QString &id) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const Account &account) { return account.id == id; });
    return found == m_accounts.end() ? nullptr : &*found;
}

std::optional<QByteArray> Roster::publicKey(const QString &keyId) const
{
    for (const Account &account : m_accounts) {
        if (crypto::keyIdOf(account.signingKey) == keyId)
            return account.signingKey;
    }
    return std::nullopt;
}

} // namespace shirushi::people
