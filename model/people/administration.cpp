#include "people/administration.h"

#include "people/attempts.h"
#include "people/keychange.h"
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

// New keys for a person who is in the roster; their slot, ready to be written.
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

} // namespace

Administration::Administration(const Office &office, Session &session, ledger::Ledger &ledger, const base::Clock &clock,
                               Roster roster, Root root, base::SecretBytes rootPrivateKey)
    : m_office(office), m_session(session), m_ledger(ledger), m_clock(clock), m_roster(std::move(roster)),
      m_root(std::move(root)), m_rootPrivateKey(std::move(rootPrivateKey))
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
    return Administration(office, session, ledger, clock, std::move(*roster), std::move(*root), std::move(*privateKey));
}

base::Result<void> Administration::publish(const QString &change, const QString &person, const QString &reason)
{
    ++m_roster.number;
    m_roster.at = m_clock.now();
    if (const auto journalKey = journalPublicKey(m_nextLedgerKey.isEmpty() ? m_session.ledgerKey() : m_nextLedgerKey))
        m_roster.journalKey = *journalKey;
    auto signedRoster = sign(m_roster, m_rootPrivateKey);
    if (!signedRoster)
        return std::unexpected(signedRoster.error());
    m_roster = std::move(*signedRoster);
    // The file first: one that is newer than the ledger is recorded at the next start, an older one is a finding.
    if (const auto written = writeRoster(m_office.rosterFile(), m_roster); !written)
        return written;
    const auto recorded = m_ledger.append({QStringLiteral("roster"), {}, {}, {}, {}, {}, reason,
                                           {{QStringLiteral("change"), change},
                                            {QStringLiteral("person"), person},
                                            {QStringLiteral("roster"), toJson(m_roster)}}}, m_session, m_clock);
    if (!recorded)
        return std::unexpected(recorded.error());
    return {};
}

base::Result<void> Administration::insert(const policy::Pack &pack, const NewPerson &person,
                                          const QByteArray &signingKey, const QByteArray &receivingKey)
{
    if (const auto checked = checkRole(pack, person.role); !checked)
        return checked;
    if (m_roster.find(person.id))
        return base::failure(ErrorCode::InvalidInput, person.id, tr("There is already a person with this id."));
    // One key under two names would let somebody approve what they asked for.
    const bool isKnownKey = std::any_of(m_roster.persons.begin(), m_roster.persons.end(), [&](const Person &other) {
        return other.signingKey == signingKey || other.receivingKey == receivingKey
               || std::count(other.formerKeys.begin(), other.formerKeys.end(), signingKey) > 0;
    });
    if (isKnownKey)
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

base::Result<void> Administration::reissue(const QString &id, const base::SecretBytes &temporaryPassword)
{
    Person *person = findIn(m_roster, id);
    if (!person || person->closed)
        return unknown(id);
    if (id == m_session.user()) {
        return base::failure(ErrorCode::Forbidden, id,
                             tr("Your own keys are yours as long as you are signed in; change your password instead."));
    }
    auto slot = renew(*person, temporaryPassword, m_session.ledgerKey());
    if (!slot)
        return std::unexpected(slot.error());
    slot->mustChange = true;
    if (person->administrator) {
        if (const auto sealed = sealTo(m_root, m_rootPrivateKey, id, person->receivingKey); !sealed)
            return sealed;
        if (const auto written = writeRoot(m_office.rootFile(), m_root); !written)
            return written;
    }
    if (const auto written = writeSlot(m_office.slotFile(id), *slot); !written)
        return written;
    return publish(QStringLiteral("reissued"), id);
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
    m_root.sealed.erase(id);

    auto key = prepareKeyChange(m_office, m_roster, m_root);
    if (!key)
        return std::unexpected(key.error());
    m_nextLedgerKey = std::move(*key);
    if (const auto published = publish(QStringLiteral("closed"), id, reason); !published)
        return published;
    if (const auto changed = m_ledger.changeKey(m_nextLedgerKey); !changed)
        return changed;
    m_session.takeLedgerKey(std::move(m_nextLedgerKey));
    return completeKeyChange(m_office, m_roster);
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

base::Result<Session> recover(const Office &office, const base::SecretBytes &code, const QString &id,
                              const base::SecretBytes &password, const base::Clock &clock)
{
    auto root = readRoot(office.rootFile());
    if (!root)
        return std::unexpected(root.error());
    auto roster = readRoster(office.rosterFile());
    if (!roster)
        return std::unexpected(roster.error());
    auto recovered = openWithRecovery(*root, code);
    const auto publicKey = recovered ? crypto::signingPublicKey(recovered->rootPrivateKey) : base::Result<QByteArray>();
    if (!recovered || !publicKey || *publicKey != roster->rootKey)
        return base::failure(ErrorCode::WrongPassword, {}, tr("This is not the office's recovery code."));
    Person *person = findIn(*roster, id);
    if (!person || person->closed)
        return unknown(id);
    auto slot = renew(*person, password, recovered->ledgerKey);
    if (!slot)
        return std::unexpected(slot.error());
    if (!recovered->nextLedgerKey.isEmpty()) {
        const auto next = wrapLedgerKey(id, person->receivingKey, recovered->nextLedgerKey);
        if (!next)
            return std::unexpected(next.error());
        slot->nextLedgerKey = *next;
    }
    person->administrator = true;
    if (const auto sealed = sealTo(*root, recovered->rootPrivateKey, id, person->receivingKey); !sealed)
        return std::unexpected(sealed.error());
    ++roster->number;
    roster->at = clock.now();
    auto signedRoster = sign(std::move(*roster), recovered->rootPrivateKey);
    if (!signedRoster)
        return std::unexpected(signedRoster.error());
    if (const auto written = writeSlot(office.slotFile(id), *slot); !written)
        return std::unexpected(written.error());
    if (const auto written = writeRoot(office.rootFile(), *root); !written)
        return std::unexpected(written.error());
    if (const auto written = writeRoster(office.rosterFile(), *signedRoster); !written)
        return std::unexpected(written.error());
    auto session = Session::open(*slot, password);
    if (!session)
        return session;
    auto ledger = office.openLedger(*session);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto recorded = ledger->append({QStringLiteral("roster"), {}, {}, {}, {}, {}, {},
                                          {{QStringLiteral("change"), QStringLiteral("recovered")},
                                           {QStringLiteral("person"), id},
                                           {QStringLiteral("roster"), toJson(*signedRoster)}}}, *session, clock);
    if (!recorded)
        return std::unexpected(recorded.error());
    return session;
}

base::Result<void> finishKeyChange(const Office &office, Session &session, ledger::Ledger &ledger)
{
    const auto roster = readRoster(office.rosterFile());
    if (!roster || !isKeyChangeOpen(office))
        return {};
    if (!session.nextLedgerKey().isEmpty()) {
        // The ledger still has the old key: openLedger would have taken the next one otherwise.
        if (const auto changed = ledger.changeKey(session.nextLedgerKey()); !changed)
            return changed;
        session.takeNextLedgerKey();
    }
    return completeKeyChange(office, *roster);
}

} // namespace shirushi::people
