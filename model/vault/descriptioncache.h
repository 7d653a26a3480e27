// DescriptionCache: what was read of one vault, so that reading it again after a change costs next to nothing: a description is opened
// anew only where its file is another one than before. What the cache says is for showing; whoever changes an item reads it anew. It
// holds what the descriptions say in the clear: clear() it when the session goes. One thread at a time.
#pragma once

#include "vault/reading.h"

namespace shirushi::vault {

class DescriptionCache
{
public:
    /// As vault::readAll(), of the vault as it is now. Another vault, other members or another roster, and everything is read.
    [[nodiscard]] base::Result<std::vector<Seen>> readAll(const Vault &vault, base::Progress &progress);

    void clear();

private:
    struct Entry {
        platform::FileIdentity file;
        Seen seen;
    };

    void forgetWhatIsNot(const Vault &vault, const QStringList &ids);

    QString m_user;
    QString m_vaultFile; // its hash: who may have signed is told by it, and by the roster
    std::shared_ptr<const people::Directory> m_directory;
    std::map<QString, Entry> m_entries; // by id; nothing that could not be believed
};

} // namespace shirushi::vault
