// Directory: whose key is whose, by a roster. Read-only once made; any thread.
#pragma once

#include "people/roster.h"

#include "ledger/signatories.h"

#include <map>

namespace shirushi::people {

class Directory final : public crypto::KeyDirectory, public ledger::Signatories
{
public:
    Directory() = default;
    explicit Directory(Roster roster);
    /// By people/roster.json; nobody where there is none that is signed.
    static std::shared_ptr<const Directory> load(const base::Path &peopleFolder);

    const Roster &roster() const { return m_roster; }
    const Person *find(const QString &id) const { return m_roster.find(id); }
    /// Of those who are in the office now.
    std::vector<Person> active() const;

    /// Of everybody who was ever in the office: an old label stays a label.
    std::optional<QByteArray> publicKey(const QString &keyId) const override;

    /// Of those who may sign now.
    std::optional<QByteArray> publicKey(const QString &user, const QString &keyId) const override;
    std::vector<QByteArray> keysOf(const QString &user) const override;
    bool isAdministrator(const QString &user) const override;

private:
    Roster m_roster;
    std::map<QString, QByteArray> m_keys; // signing keys by key id
};

/// Follows the roster through a ledger: the founding entry pins the root key, entries of kind "roster" bring
/// the next ones. See ledger/signatories.h.
class RosterHistory final : public ledger::SignatoryHistory
{
public:
    /// `now`: who counts in a ledger that was founded before there were rosters, until its first one.
    explicit RosterHistory(std::shared_ptr<const Directory> now) : m_now(std::move(now)) {}
    bool concerns(const QString &kind) const override;
    [[nodiscard]] base::Result<void> see(const ledger::Entry &entry) override;
    std::shared_ptr<const ledger::Signatories> current() const override { return m_current; }
    std::shared_ptr<const Directory> directory() const { return m_current; }

private:
    std::shared_ptr<const Directory> m_now;
    std::shared_ptr<const Directory> m_current = std::make_shared<Directory>();
    bool m_isPinned = true; // false: the ledger itself has not named a roster yet
};

} // namespace shirushi::people
