#include "people/administration.h"

#include "ledger/personalnumber.h"
#include "people/attempts.h"
#include "people/keychange.h"
#include "platform/filelock.h"
#include "platform/replacement.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::people {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

Person *findIn(Roster &roster, const QString &id)
{
    const auto found = std::find_if(roster.persons.begin(), roster.persons.end(),
                                    [&](const Person &person) { return person.id == id; });
    return found == roster.persons.end() ? nullptr : &*found;
}

std::unexpected<base::Error> unknown(const QString &id)
{
    return base::failure(ErrorCode::NotFound, id, tr("There is no person with this id."));
}

base::Result<void> checkDeputies(const Roster &roster, const Person &person)
{
    for (const Deputy &deputy : person.deputies) {
        const Person *other = roster.find(deputy.standsFor);
        if (!other || other->id == person.id)
            return base::failure(ErrorCode::InvalidInput, deputy.standsFor, tr("A deputy stands in for somebody else of the office."));
        if (!deputy.from.isValid() || !deputy.until.isValid() || deputy.until < deputy.from)
            return base::failure(ErrorCode::InvalidInput, person.id, tr("A deputy's last day does not come before the first."));
    }
    return {};
}

bool isOnlyAdministrator(const Roster &roster, const QString &id)
{
    return std::none_of(roster.persons.begin(), roster.persons.end(), [&](const Person &person) {
        return person.administrator && !person.closed && person.id != id;
    });
}

base::Result<void> checkRole(const policy::Pack &pack, const QString &role)
{
    const policy::Role *found = pack.role(role);
    if (found && !found->absent)
        return {};
    return base::failure(ErrorCode::InvalidInput, role, tr("These rules have no such role."));
}

} // namespace

base::Result<Slot> renew(Person &person, const base::SecretBytes &password, const base::SecretBytes &ledgerKey)
{
    auto slot = makeSlot(person.id, person.name, person.role, password);
    if (!slot)
        return slot;
    const auto wrapped = wrapLedgerKey(person.id, slot->account.receivingKey, ledgerKey);
    if (!wrapped)
        return std::unexpected(wrapped.error());
    slot->ledgerKey = *wrapped;
    person.formerKeys.push_back(person.signingKey);
    person.signingKey = slot->account.signingKey;
    person.receivingKey = slot->account.receivingKey;
    return slot;
}

Administration::Administration(const Office &office, Session &session, ledger::Ledger &ledger, const base::Clock &clock,
                               Roster roster, Root root, base::SecretBytes rootPrivateKey)
    : m_office(office), m_session(session), m_ledger(ledger), m_clock(clock), m_roster(std::move(roster)),
      m_published(m_roster), m_root(std::move(root)), m_rootPrivateKey(std::move(rootPrivateKey))
{
}

base::Result<Administration> Administration::open(const Office &office, Session &session, ledger::Ledger &ledger,
                                                  const base::Clock &clock)
{
    auto roster = readRoster(office.rosterFile());
    if (!roster)
        return std::unexpected(roster.error());
    const Person *person = roster->find(session.user());
    if (!person || !person->administrator || person->closed)
        return base::failure(ErrorCode::Forbidden, session.user(), tr("Only an administrator can do this."));
    auto root = readRoot(office.rootFile());
    if (!root)
        return std::unexpected(root.error());
    auto privateKey = openRoot(*root, session.user(), session.keys().receiving);
    if (!privateKey)
        return std::unexpected(privateKey.error());
    if (root->publicKey != roster->rootKey) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(office.rootFile()),
                             tr("The office's root file and its roster do not belong together."));
    }
    // Whoever exchanged both would be given the ledger's next key.
    const auto known = newestRoster(ledger);
    if (!known)
        return std::unexpected(known.error());
    if (*known && ((*known)->rootKey != roster->rootKey || (*known)->number > roster->number)) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(office.rosterFile()),
                             tr("The roster is not the newest one that the ledger knows: nothing can be changed."));
    }
    return Administration(office, session, ledger, clock, std::move(*roster), std::move(*root), std::move(*privateKey));
}

base::Result<void> Administration::publish(const QString &change, const QString &person, const QString &reason)
{
    const auto published = tryToPublish(change, person, reason);
    if (published)
        m_published = m_roster;
    else
        m_roster = m_published;
    return published;
}

base::Result<void> Administration::tryToPublish(const QString &change, const QString &person, const QString &reason)
{
    ++m_roster.number;
    m_roster.at = m_clock.now();
    if (const auto journalKey = journalPublicKey(m_nextLedgerKey.isEmpty() ? m_session.ledgerKey() : m_nextLedgerKey))
        m_roster.journalKey = *journalKey;
    const auto draftOf = [&](const Roster &roster) {
        return ledger::EntryDraft{QStringLiteral("roster"), {}, {}, {}, {}, {}, reason,
                                  {{QStringLiteral("change"), change},
                                   {QStringLiteral("person"), person},
                                   {QStringLiteral("roster"), toJson(roster)}}};
    };
    if (const auto allowed = ledger::withoutPersonalNumbers(draftOf(m_roster)); !allowed)
        return std::unexpected(allowed.error());
    auto signedRoster = sign(m_roster, m_rootPrivateKey);
    if (!signedRoster)
        return std::unexpected(signedRoster.error());
    m_roster = std::move(*signedRoster);
    // From reading to recording: the same number twice in the ledger would be a finding.
    const auto lock = platform::FileLock::exclusive(m_office.rosterLock());
    if (!lock)
        return std::unexpected(lock.error());
    const auto there = readRoster(m_office.rosterFile());
    if (!there || there->number != m_published.number) {
        return base::failure(ErrorCode::Changed, base::toDisplay(m_office.rosterFile()),
                             tr("Somebody else has changed the roster just now. Please try again."));
    }
    // The file first: one that is newer than the ledger is recorded at the next start, an older one is a finding.
    if (const auto written = writeRoster(m_office.rosterFile(), m_roster); !written)
        return written;
    const auto recorded = m_ledger.append(draftOf(m_roster), m_session, m_clock);
    if (!recorded)
        return std::unexpected(recorded.error());
    return {};
}

base::Result<void> Administration::publishWithNewKey(const QString &change, const QString &person, const QString &reason)
{
    const auto changed = changeLedgerKey(m_office, m_roster, m_session, m_ledger, [&](const base::SecretBytes &next) {
        m_nextLedgerKey = next.clone();
        return publish(change, person, reason);
    });
    m_nextLedgerKey = {};
    if (auto root = readRoot(m_office.rootFile()))
        m_root = std::move(*root);
    return changed;
}

bool Administration::isKnownKey(const QByteArray &signingKey, const QByteArray &receivingKey) const
{
    return std::any_of(m_roster.persons.begin(), m_roster.persons.end(), [&](const Person &other) {
        return other.signingKey == signingKey || other.receivingKey == receivingKey
               || std::count(other.formerKeys.begin(), other.formerKeys.end(), signingKey) > 0;
    });
}

base::Result<void> Administration::insert(const policy::Pack &pack, const NewPerson &person,
                                          const QByteArray &signingKey, const QByteArray &receivingKey)
{
    if (const auto checked = checkRole(pack, person.role); !checked)
        return checked;
    if (m_roster.find(person.id))
        return base::failure(ErrorCode::InvalidInput, person.id, tr("There is already a person with this id."));
    // One key under two names would let somebody approve what they asked for.
    if (isKnownKey(signingKey, receivingKey))
        return base::failure(ErrorCode::InvalidInput, person.id, tr("These keys belong to somebody else already."));
    Person added;
    added.id = person.id;
    added.name = person.name.trimmed();
    added.kana = person.kana.trimmed();
    added.department = person.department.trimmed();
    added.role = person.role;
    added.administrator = person.administrator;
    added.signingKey = signingKey;
    added.receivingKey = receivingKey;
    added.since = m_clock.now();
    m_roster.persons.push_back(std::move(added));
    if (person.administrator) {
        if (const auto sealed = sealTo(m_root, m_rootPrivateKey, person.id, receivingKey); !sealed)
            return sealed;
        if (const auto written = writeRoot(m_office.rootFile(), m_root); !written)
            return written;
    }
    return publish(QStringLiteral("added"), person.id);
}

base::Result<void> Administration::add(const policy::Pack &pack, const NewPerson &person,
                                       const base::SecretBytes &temporaryPassword)
{
    auto slot = makeSlot(person.id, person.name, person.role, temporaryPassword);
    if (!slot)
        return std::unexpected(slot.error());
    const auto wrapped = wrapLedgerKey(person.id, slot->account.receivingKey, m_session.ledgerKey());
    if (!wrapped)
        return std::unexpected(wrapped.error());
    slot->ledgerKey = *wrapped;
    slot->mustChange = pack.passwords.changeInitial;
    if (const auto checked = checkRole(pack, person.role); !checked)
        return checked;
    if (m_roster.find(person.id))
        return base::failure(ErrorCode::InvalidInput, person.id, tr("There is already a person with this id."));
    if (const auto written = writeSlot(m_office.slotFile(person.id), *slot); !written)
        return written;
    return insert(pack, person, slot->account.signingKey, slot->account.receivingKey);
}

base::Result<void> Administration::admit(const policy::Pack &pack, const NewPerson &person, const QByteArray &signingKey,
                                         const QByteArray &receivingKey)
{
    if (!isValidId(person.id) || person.name.trimmed().isEmpty())
        return base::failure(ErrorCode::InvalidInput, person.id, tr("Please give an id and a name."));
    return insert(pack, person, signingKey, receivingKey);
}

base::Result<void> Administration::change(const policy::Pack &pack, const Person &person)
{
    Person *known = findIn(m_roster, person.id);
    if (!known || known->closed)
        return unknown(person.id);
    if (const auto checked = checkRole(pack, person.role); !checked)
        return checked;
    if (person.name.trimmed().isEmpty())
        return base::failure(ErrorCode::InvalidInput, person.id, tr("Please give a name."));
    if (const auto checked = checkDeputies(m_roster, person); !checked)
        return checked;
    if (known->administrator && !person.administrator && isOnlyAdministrator(m_roster, person.id))
        return base::failure(ErrorCode::Forbidden, person.id, tr("This is the office's last administrator."));
    known->name = person.name.trimmed();
    known->kana = person.kana;
    known->department = person.department;
    known->role = person.role;
    known->deputies = person.deputies;
    const bool changesRoot = known->administrator != person.administrator;
    known->administrator = person.administrator;
    if (changesRoot) {
        if (!person.administrator)
            m_root.sealed.erase(person.id);
        else if (const auto sealed = sealTo(m_root, m_rootPrivateKey, person.id, known->receivingKey); !sealed)
            return sealed;
        if (const auto written = writeRoot(m_office.rootFile(), m_root); !written)
            return written;
    }
    return publish(QStringLiteral("changed"), person.id);
}

base::Result<Person *> Administration::personToRenew(const QString &id)
{
    Person *person = findIn(m_roster, id);
    if (!person || person->closed)
        return unknown(id);
    if (id == m_session.user()) {
        return base::failure(ErrorCode::Forbidden, id,
                             tr("Your own keys are yours as long as you are signed in; change your password instead."));
    }
    return person;
}

base::Result<void> Administration::resealRoot(const Person &person)
{
    if (!person.administrator)
        return {};
    if (const auto sealed = sealTo(m_root, m_rootPrivateKey, person.id, person.receivingKey); !sealed)
        return sealed;
    return writeRoot(m_office.rootFile(), m_root);
}

base::Result<void> Administration::reissue(const QString &id, const base::SecretBytes &temporaryPassword)
{
    const auto person = personToRenew(id);
    if (!person)
        return std::unexpected(person.error());
    auto slot = renew(**person, temporaryPassword, m_session.ledgerKey());
    if (!slot)
        return std::unexpected(slot.error());
    slot->mustChange = true;
    if (const auto sealed = resealRoot(**person); !sealed)
        return sealed;
    if (const auto written = writeSlot(m_office.slotFile(id), *slot); !written)
        return written;
    return publishWithNewKey(QStringLiteral("reissued"), id);
}

base::Result<void> Administration::renewKeys(const QString &id, const QByteArray &signingKey,
                                             const QByteArray &receivingKey)
{
    const auto person = personToRenew(id);
    if (!person)
        return std::unexpected(person.error());
    if (isKnownKey(signingKey, receivingKey))
        return base::failure(ErrorCode::InvalidInput, id, tr("These keys belong to somebody already."));
    (*person)->formerKeys.push_back((*person)->signingKey);
    (*person)->signingKey = signingKey;
    (*person)->receivingKey = receivingKey;
    if (const auto sealed = resealRoot(**person); !sealed)
        return sealed;
    return hasEndedAccess(m_office, m_roster) ? publishWithNewKey(QStringLiteral("reissued"), id)
                                              : publish(QStringLiteral("reissued"), id);
}

base::Result<void> Administration::close(const QString &id, const QString &reason)
{
    Person *person = findIn(m_roster, id);
    if (!person || person->closed)
        return unknown(id);
    if (id == m_session.user())
        return base::failure(ErrorCode::Forbidden, id, tr("Nobody closes their own account: another administrator does."));
    if (person->administrator && isOnlyAdministrator(m_roster, id))
        return base::failure(ErrorCode::Forbidden, id, tr("This is the office's last administrator."));
    person->closed = m_clock.now();
    return publishWithNewKey(QStringLiteral("closed"), id, reason);
}

base::Result<void> Administration::setSwitches(const OfficeSwitches &switches)
{
    m_roster.switches = switches;
    return publish(QStringLiteral("switches"), {});
}

base::Result<base::SecretBytes> Administration::makeRecoveryCode()
{
    auto code = crypto::randomSecret(recoveryCodeSize);
    if (!code)
        return code;
    const auto recovery = recoveryKey(*code);
    if (!recovery)
        return std::unexpected(recovery.error());
    if (const auto sealed = sealToRecovery(m_root, m_rootPrivateKey, m_session.ledgerKey(), recovery->publicKey); !sealed)
        return std::unexpected(sealed.error());
    m_roster.recoveryKey = recovery->publicKey;
    if (const auto written = writeRoot(m_office.rootFile(), m_root); !written)
        return std::unexpected(written.error());
    if (const auto published = publish(QStringLiteral("recovery-code"), {}); !published)
        return std::unexpected(published.error());
    return code;
}

base::Result<void> changeOwnPassword(const Office &office, Session &session, const base::SecretBytes &password)
{
    auto slot = readSlot(office.slotFile(session.user()));
    if (!slot)
        return std::unexpected(slot.error());
    if (openSlot(*slot, password))
        return base::failure(ErrorCode::InvalidInput, session.user(), tr("This is the password of before."));
    if (const auto changed = changePassword(*slot, session.keys(), password); !changed)
        return changed;
    slot->mustChange = false;
    if (const auto written = writeSlot(office.slotFile(session.user()), *slot); !written)
        return written;
    session.passwordWasChanged();
    return {};
}

} // namespace shirushi::people
