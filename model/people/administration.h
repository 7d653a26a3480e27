// Administration: what changes the people of an office. Every change is a new roster, signed with the root
// key that an administrator can open, written to people/roster.json and recorded in the ledger. Nobody's
// password is asked but the acting person's. One object belongs to one thread.
#pragma once

#include "people/office.h"
#include "people/root.h"

namespace shirushi::people {

struct NewPerson {
    QString id;
    QString name;
    QString role;
    QString kana{};
    QString department{};
    bool administrator = false;
};

class Administration
{
public:
    /// Forbidden where `session` is no administrator's. Damaged: root or roster are not those that the ledger
    /// knows. All of it outlives the object.
    [[nodiscard]] static base::Result<Administration> open(const Office &office, Session &session,
                                                           ledger::Ledger &ledger, const base::Clock &clock);

    /// With a temporary password, to be changed at the first sign-in. InvalidInput: the id is taken, the role is
    /// not one of `pack`'s.
    [[nodiscard]] base::Result<void> add(const policy::Pack &pack, const NewPerson &person,
                                         const base::SecretBytes &temporaryPassword);
    /// Somebody who made their own keys (people/application.h).
    [[nodiscard]] base::Result<void> admit(const policy::Pack &pack, const NewPerson &person,
                                           const QByteArray &signingKey, const QByteArray &receivingKey);
    /// Role, section, name, administrator flag, deputies; keys stay as they are. The last administrator stays one.
    [[nodiscard]] base::Result<void> change(const policy::Pack &pack, const Person &person);
    /// New keys and a temporary password for somebody who has lost theirs; the old signatures stay known. The ledger
    /// gets a new key: the old key file opens nothing any more.
    [[nodiscard]] base::Result<void> reissue(const QString &id, const base::SecretBytes &temporaryPassword);
    /// The same for somebody who works on another desktop and made the new keys there (people/renewal.h).
    [[nodiscard]] base::Result<void> renewKeys(const QString &id, const QByteArray &signingKey,
                                               const QByteArray &receivingKey);
    /// 異動・退職・辞職: closes the account, gives the ledger a new key, destroys the key file. Not one's own,
    /// not the last administrator's.
    [[nodiscard]] base::Result<void> close(const QString &id, const QString &reason);
    [[nodiscard]] base::Result<void> setSwitches(const OfficeSwitches &switches);
    /// In place of the one of before, which then opens nothing any more.
    [[nodiscard]] base::Result<base::SecretBytes> makeRecoveryCode();

    const Roster &roster() const { return m_roster; }

private:
    Administration(const Office &office, Session &session, ledger::Ledger &ledger, const base::Clock &clock,
                   Roster roster, Root root, base::SecretBytes rootPrivateKey);
    /// Signs, writes and records m_roster as it is now; as it was where that fails. InvalidInput: it would bring a
    /// personal number into the ledger. Changed: another program has published one meanwhile.
    [[nodiscard]] base::Result<void> publish(const QString &change, const QString &person, const QString &reason = {});
    [[nodiscard]] base::Result<void> tryToPublish(const QString &change, const QString &person, const QString &reason);
    /// The same, and the ledger gets a new key.
    [[nodiscard]] base::Result<void> publishWithNewKey(const QString &change, const QString &person,
                                                       const QString &reason = {});
    [[nodiscard]] base::Result<Person *> personToRenew(const QString &id);
    [[nodiscard]] base::Result<void> resealRoot(const Person &person);
    bool isKnownKey(const QByteArray &signingKey, const QByteArray &receivingKey) const;
    [[nodiscard]] base::Result<void> insert(const policy::Pack &pack, const NewPerson &person,
                                            const QByteArray &signingKey, const QByteArray &receivingKey);

    const Office &m_office;
    Session &m_session;
    ledger::Ledger &m_ledger;
    const base::Clock &m_clock;
    Roster m_roster;
    Roster m_published; // as it is on the disk
    Root m_root;
    base::SecretBytes m_rootPrivateKey;
    base::SecretBytes m_nextLedgerKey; // while the ledger gets a new key
};

/// New keys for a person who is in the roster; their slot with the ledger key, ready to be written.
[[nodiscard]] base::Result<Slot> renew(Person &person, const base::SecretBytes &password,
                                       const base::SecretBytes &ledgerKey);

/// One's own password. InvalidInput where it is the one of before; the pack's rules are the caller's to check
/// (people/passwordrules.h).
[[nodiscard]] base::Result<void> changeOwnPassword(const Office &office, Session &session,
                                                   const base::SecretBytes &password);

} // namespace shirushi::people
