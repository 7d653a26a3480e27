// Roster: who is known in this office, read from the people/ folder. Read-only once made; any thread.
#pragma once

#include "people/slot.h"

#include "crypto/signer.h"

#include <vector>

namespace shirushi::people {

class Roster final : public crypto::KeyDirectory
{
public:
    Roster() = default;
    /// Every readable slot file in `folder`; none where there is no such folder.
    static Roster load(const base::Path &folder);

    const std::vector<Account> &accounts() const { return m_accounts; }
    const Account *find(const QString &id) const;
    std::optional<QByteArray> publicKey(const QString &keyId) const override;

private:
    std::vector<Account> m_accounts; // by id
};

} // namespace shirushi::people
