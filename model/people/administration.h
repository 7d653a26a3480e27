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
    /// Forbidden where `session` is no administrator's. All of it outlives the object.
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
    /// New keys and a temporary password for somebody who has lost theirs; the old signatures stay known.
    [[nodiscard]] base::Result<void> reissue(const QString &id, const base::SecretBytes &temporaryPassword);
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
    /// Signs, writes and records m_roster as it is now.
    [[nodiscard]] base::Result<void> publish(const QString &change, const QString &person, const QString &reason = {});
    [[nodiscard]] base::Result<void> insert(const policy::Pack &pack, const NewPerson &person,
                                            const QByteArray &signingKey, const QByteArray &receivingKey);

    const Office &m_office;
    Session &m_session;
    ledger::Ledger &m_ledger;
    const base::Clock &m_clock;
    Roster m_roster;
    Root m_root;
    base::SecretBytes m_rootPrivateKey;
    base::SecretBytes m_nextLedgerKey; // while the ledger gets a new key
};

/// One's own password. InvalidInput where it is the one of before; the pack's rules are the caller's to check
/// (people/passwordrules.h).
[[nodiscard]] base::Result<void> changeOwnPassword(const Office &office, Session &session,
                                                   const base::SecretBytes &password);

/// With the recovery code of the safe: `id` gets new keys and `password`, and is an administrator again. Its use
/// is recorded. WrongPassword for another code.
[[nodiscard]] base::Result<Session> recover(const Office &office, const base::SecretBytes &code, const QString &id,
                                            const base::SecretBytes &password, const base::Clock &clock);

/// Finishes what a kill interrupted while the ledger got a new key. Call after opening the ledger for work.
[[nodiscard]] base::Result<void> finishKeyChange(const Office &office, Session &session, ledger::Ledger &ledger);

} // namespace shirushi::people
