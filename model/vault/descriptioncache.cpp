#include "vault/descriptioncache.h"

#include <set>

namespace shirushi::vault {

namespace {

Seen copyOf(const Seen &seen)
{
    Seen copy{seen.id, {}, seen.isForOthers, seen.problem};
    if (seen.described)
        copy.described = Described{seen.described->item, seen.described->sha256, {}};
    return copy;
}

} // namespace

void DescriptionCache::clear()
{
    m_entries.clear();
    m_directory.reset();
    m_user.clear();
    m_vaultFile.clear();
}

void DescriptionCache::forgetWhatIsNot(const Vault &vault, const QStringList &ids)
{
    if (m_user != vault.me() || m_vaultFile != vault.fileHash() || m_directory != vault.parts().directory) {
        clear();
        m_user = vault.me();
        m_vaultFile = vault.fileHash();
        m_directory = vault.parts().directory;
    }
    const std::set<QString> there(ids.begin(), ids.end());
    std::erase_if(m_entries, [&](const auto &entry) { return !there.contains(entry.first); });
}

base::Result<std::vector<Seen>> DescriptionCache::readAll(const Vault &vault, base::Progress &progress)
{
    const auto ids = idsIn(vault);
    if (!ids)
        return std::unexpected(ids.error());
    forgetWhatIsNot(vault, *ids);
    // Which file it is, is asked before it is read: one that is replaced in between is read again the next time.
    std::map<QString, platform::FileIdentity> files;
    QStringList changed;
    for (const QString &id : *ids) {
        const auto file = platform::FileSource::open(vault.layout().descriptionOf(id));
        const auto entry = m_entries.find(id);
        if (file && entry != m_entries.end() && entry->second.file == file->identity())
            continue;
        changed += id;
        if (file)
            files.emplace(id, file->identity());
    }
    auto anew = readThese(vault, changed, progress);
    if (!anew)
        return std::unexpected(anew.error());
    std::vector<Seen> all;
    for (Seen &seen : *anew) {
        const QString id = seen.id;
        m_entries.erase(id);
        if (const auto file = files.find(id); file != files.end() && !seen.problem)
            m_entries.emplace(id, Entry{file->second, std::move(seen)});
        else
            all.push_back(std::move(seen));
    }
    for (const auto &[id, entry] : m_entries)
        all.push_back(copyOf(entry.seen));
    sortByName(all);
    return all;
}

} // namespace shirushi::vault
