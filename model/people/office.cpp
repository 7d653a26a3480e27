#include "people/office.h"

#include "base/canonicaljson.h"
#include "ledger/personalnumber.h"
#include "people/attempts.h"
#include "people/recovery.h"
#include "people/restoration.h"
#include "people/root.h"
#include "platform/filelock.h"
#include "platform/machinesettings.h"
#include "platform/replacement.h"
#include "platform/sharedfolder.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>
#include <thread>

namespace shirushi::people {

using base::ErrorCode;

namespace {

constexpr std::size_t ledgerKeySize = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

// What an interrupted set-up left: a slot or a ledger that nothing was ever recorded in.
void removeUnfinished(const Office &office)
{
    std::error_code ignored;
    std::filesystem::remove_all(office.peopleFolder(), ignored);
    for (const char *ending : {"", "-wal", "-shm"})
        std::filesystem::remove(base::withAppended(office.ledgerFile(), ending), ignored);
    std::filesystem::remove(office.checkpointFile(), ignored);
}

base::Result<void> checkRole(const policy::Pack &pack, const QString &role)
{
    const policy::Role *found = pack.role(role);
    if (found && !found->absent)
        return {};
    QStringList roles;
    for (const policy::Role &other : pack.roles) {
        if (!other.absent)
            roles += other.id;
    }
    return base::failure(ErrorCode::InvalidInput, role,
                         tr("These rules have no such role. They have: %1.").arg(roles.join(QStringLiteral(", "))));
}

Person personOf(const Slot &slot, const QDateTime &since)
{
    Person person;
    person.id = slot.account.id;
    person.name = slot.account.name;
    person.role = slot.account.role;
    person.signingKey = slot.account.signingKey;
    person.receivingKey = slot.account.receivingKey;
    person.since = since;
    return person;
}

// A new root key for `roster`, which gets its public half and its signature.
base::Result<Root> makeRoot(Roster &roster, const QString &administrator, const QByteArray &receivingKey,
                            const base::SecretBytes &ledgerKey, const base::SecretBytes &recoveryCode)
{
    const auto keys = crypto::generateSigningKey();
    if (!keys)
        return std::unexpected(keys.error());
    Root root;
    root.publicKey = roster.rootKey = keys->publicKey;
    if (const auto sealed = sealTo(root, keys->privateKey, administrator, receivingKey); !sealed)
        return std::unexpected(sealed.error());
    if (!recoveryCode.isEmpty()) {
        const auto recovery = recoveryKey(recoveryCode);
        if (!recovery)
            return std::unexpected(recovery.error());
        roster.recoveryKey = recovery->publicKey;
        if (const auto sealed = sealToRecovery(root, keys->privateKey, ledgerKey, recovery->publicKey); !sealed)
            return std::unexpected(sealed.error());
    }
    const auto journalKey = journalPublicKey(ledgerKey);
    if (!journalKey)
        return std::unexpected(journalKey.error());
    roster.journalKey = *journalKey;
    auto signedRoster = sign(roster, keys->privateKey);
    if (!signedRoster)
        return std::unexpected(signedRoster.error());
    roster = std::move(*signedRoster);
    return root;
}

base::Result<std::optional<Roster>> rosterIn(const std::optional<ledger::Entry> &entry)
{
    if (!entry || !entry->draft.details.contains(QStringLiteral("roster")))
        return std::optional<Roster>();
    auto roster = rosterFromJson(entry->draft.details.value(QStringLiteral("roster")).toObject(), {});
    if (!roster)
        return std::unexpected(roster.error());
    return std::optional<Roster>(std::move(*roster));
}

std::unexpected<base::Error> notSignedIn(const QString &id, const QString &why)
{
    return base::failure(ErrorCode::NotSignedIn, id, why);
}

} // namespace

ledger::LedgerParts ledgerPartsOf(const Office &office)
{
    const auto directory = Directory::load(office.peopleFolder());
    const base::Path shared = readSettings(office.settingsFile()).value_or(Settings()).sharedFolder;
    return {office.ledgerFile(), ledger::CheckpointFiles(office.checkpointFile(), shared), directory,
            [directory] { return std::make_unique<RosterHistory>(directory); }};
}

bool Office::isSetUp() const
{
    std::error_code ignored;
    return std::filesystem::exists(settingsFile(), ignored);
}

base::Result<Session> Office::found(const policy::Pack &pack, const Founder &founder, const base::SecretBytes &password,
                                    const base::SecretBytes &recoveryCode, const base::Clock &clock) const
{
    if (isSetUp()) {
        return base::failure(ErrorCode::Forbidden, base::toDisplay(m_folder),
                             tr("Shirushi has already been set up here."));
    }
    if (const auto checked = checkRole(pack, founder.role); !checked)
        return std::unexpected(checked.error());
    const auto ledgerKey = crypto::randomSecret(ledgerKeySize);
    if (!ledgerKey)
        return std::unexpected(ledgerKey.error());
    auto slot = makeSlot(founder.id, founder.name, founder.role, password);
    if (!slot)
        return std::unexpected(slot.error());
    const auto wrapped = wrapLedgerKey(founder.id, slot->account.receivingKey, *ledgerKey);
    if (!wrapped)
        return std::unexpected(wrapped.error());
    slot->ledgerKey = *wrapped;
    Roster roster;
    roster.number = 1;
    roster.office = founder.office;
    roster.policy = pack.id;
    roster.at = clock.now();
    roster.persons = {personOf(*slot, roster.at)};
    roster.persons.front().kana = founder.kana;
    roster.persons.front().department = founder.department;
    roster.persons.front().administrator = true;
    const auto root = makeRoot(roster, founder.id, slot->account.receivingKey, *ledgerKey, recoveryCode);
    if (!root)
        return std::unexpected(root.error());

    if (const auto made = platform::makeOwnFolder(m_folder); !made)
        return std::unexpected(made.error());
    removeUnfinished(*this);
    if (const auto made = platform::makeOwnFolder(peopleFolder()); !made)
        return std::unexpected(made.error());
    if (const auto written = writeSlot(slotFile(founder.id), *slot); !written)
        return std::unexpected(written.error());
    if (const auto written = writeRoot(rootFile(), *root); !written)
        return std::unexpected(written.error());
    if (const auto written = writeRoster(rosterFile(), roster); !written)
        return std::unexpected(written.error());
    auto session = Session::open(*slot, password);
    if (!session)
        return session;
    auto ledger = ledger::Ledger::create(ledgerPartsOf(*this), session->ledgerKey());
    if (!ledger)
        return std::unexpected(ledger.error());
    const QJsonObject after{{QStringLiteral("policy"), pack.id}, {QStringLiteral("classes"), QJsonObject()}};
    const ledger::EntryDraft draft{QStringLiteral("founded"), {}, {}, {}, {}, after, {},
                                   {{QStringLiteral("name"), slot->account.name},
                                    {QStringLiteral("role"), founder.role},
                                    {QStringLiteral("roster"), toJson(roster)}}};
    if (const auto recorded = ledger->append(draft, *session, clock); !recorded)
        return std::unexpected(recorded.error());
    Settings settings;
    settings.policy = pack.id;
    if (const auto written = writeSettings(settingsFile(), settings); !written)
        return std::unexpected(written.error());
    return session;
}

base::Result<Session> Office::signIn(const QString &id, const base::SecretBytes &password, const base::Clock &clock) const
{
    Attempts attempts(peopleFolder());
    std::this_thread::sleep_for(attempts.delay(id, clock));
    auto session = tryToSignIn(id, password);
    std::error_code ignored;
    if (session && !std::filesystem::exists(rosterFile(), ignored)) {
        if (const auto made = makeRoster(*session, clock); !made)
            return std::unexpected(made.error());
        session = tryToSignIn(id, password); // now that it is known who belongs to the office
    }
    if (!session) {
        const ErrorCode code = session.error().code;
        if (code == ErrorCode::WrongPassword || code == ErrorCode::NotFound)
            attempts.noteWrong(id, journalKey(), clock);
        base::Error error = session.error();
        error.code = ErrorCode::NotSignedIn;
        error.subject = id;
        return std::unexpected(error);
    }
    attempts.noteRight(id);
    return session;
}

// A desktop that joined has a ledger of its own, and the roster names another one's key.
QByteArray Office::journalKey() const
{
    const QByteArray own = readSettings(settingsFile()).value_or(Settings()).journalKey;
    return own.isEmpty() ? Directory::load(peopleFolder())->roster().journalKey : own;
}

base::Result<Session> Office::tryToSignIn(const QString &id, const base::SecretBytes &password) const
{
    if (!isValidId(id))
        return base::failure(ErrorCode::NotFound, id, tr("There is no person with this id."));
    auto slot = readSlot(slotFile(id));
    if (!slot && slot.error().code == ErrorCode::NotFound)
        return base::failure(ErrorCode::NotFound, id, tr("There is no person with this id."));
    if (!slot)
        return std::unexpected(slot.error());
    const auto directory = Directory::load(peopleFolder());
    if (!directory->roster().rootKey.isEmpty()) {
        const Person *person = directory->find(id);
        if (!person)
            return notSignedIn(id, tr("This person is not in the office's roster."));
        if (person->closed)
            return notSignedIn(id, tr("This account was closed."));
        if (person->signingKey != slot->account.signingKey || person->receivingKey != slot->account.receivingKey)
            return notSignedIn(id, tr("The key file is not the one that the roster names."));
        slot->account.name = person->name;
        slot->account.role = person->role;
    }
    auto session = Session::open(*slot, password);
    if (session && crypto::isWeaker(slot->parameters, crypto::currentScrypt())) {
        // A place that cannot be written keeps its old parameters: signing in goes on.
        if (changePassword(*slot, session->keys(), password))
            [[maybe_unused]] const auto raised = writeSlot(slotFile(id), *slot);
    }
    return session;
}

// Whoever takes the file away must not become the administrator of another office: what the ledger knows counts.
base::Result<void> Office::makeRoster(Session &session, const base::Clock &clock) const
{
    if (session.ledgerKey().isEmpty())
        return {}; // somebody who has applied
    auto ledger = openLedger(session);
    if (!ledger)
        return std::unexpected(ledger.error());
    RosterHistory history(std::make_shared<Directory>());
    ledger::Query query;
    query.kinds = {QStringLiteral("founded"), QStringLiteral("roster")};
    std::shared_ptr<const Directory> known;
    const auto visited = ledger->visit(query, [&](const ledger::Entry &entry) {
        if (history.see(entry))
            known = history.directory();
        return true;
    });
    if (!visited)
        return visited;
    if (known && !known->roster().rootKey.isEmpty())
        return writeRoster(rosterFile(), known->roster());
    return makeFirstRoster(session, clock);
}

// An office of before there were rosters: whoever is there is taken over, the first to sign in administers it.
base::Result<void> Office::makeFirstRoster(const Session &session, const base::Clock &clock) const
{
    Roster roster;
    roster.number = 1;
    roster.policy = readSettings(settingsFile()).value_or(Settings()).policy;
    roster.at = clock.now();
    std::error_code problem;
    for (const auto &file : std::filesystem::directory_iterator(peopleFolder(), problem)) {
        const auto slot = file.path().extension() == ".json" ? readSlot(file.path())
                                                             : base::Result<Slot>(std::unexpected(base::Error()));
        if (slot)
            roster.persons.push_back(personOf(*slot, roster.at));
    }
    for (Person &person : roster.persons)
        person.administrator = person.id == session.user();
    const auto root = makeRoot(roster, session.user(), session.account().receivingKey, session.ledgerKey(), {});
    if (!root)
        return std::unexpected(root.error());
    if (const auto written = writeRoot(rootFile(), *root); !written)
        return written;
    return writeRoster(rosterFile(), roster);
}

base::Result<ledger::Ledger> Office::openLedger(Session &session) const
{
    if (session.ledgerKey().isEmpty())
        return notSignedIn(session.user(), tr("The administrator has not yet answered the application to join."));
    if (const auto finished = finishRestoration(*this); !finished)
        return std::unexpected(finished.error());
    auto ledger = ledger::Ledger::open(ledgerPartsOf(*this), session.ledgerKey());
    if (ledger || session.nextLedgerKey().isEmpty() || ledger.error().code != ErrorCode::WrongPassword)
        return ledger;
    ledger = ledger::Ledger::open(ledgerPartsOf(*this), session.nextLedgerKey());
    if (ledger)
        session.takeNextLedgerKey();
    return ledger;
}

base::Result<void> Office::recordNewerRoster(ledger::Ledger &ledger, const Session &session, const base::Clock &clock) const
{
    const auto isNewer = [&](const std::optional<Roster> &known, const Roster &roster) {
        const bool isSameOffice = !known || known->rootKey == roster.rootKey;
        return isSameOffice && roster.number > (known ? known->number : 0);
    };
    auto known = newestRoster(ledger);
    if (!known)
        return std::unexpected(known.error());
    if (isNewer(*known, Directory::load(peopleFolder())->roster())) {
        // Another program may be about to record it.
        const auto lock = platform::FileLock::exclusive(rosterLock());
        if (!lock)
            return std::unexpected(lock.error());
        known = newestRoster(ledger);
        const Roster roster = Directory::load(peopleFolder())->roster();
        if (known && isNewer(*known, roster)) {
            const auto recorded = ledger.append({QStringLiteral("roster"), {}, {}, {}, {}, {}, {},
                                                 {{QStringLiteral("roster"), toJson(roster)}}}, session, clock);
            if (!recorded)
                return std::unexpected(recorded.error());
        }
        known = newestRoster(ledger);
    }
    // By the office's own roster alone: a foreign one would name somebody else's recovery code.
    const Roster roster = Directory::load(peopleFolder())->roster();
    if (!known || !*known || !(**known == roster))
        return {};
    return keepForRecovery(*this, roster, session.ledgerKey());
}

// The ledger got a new key that the roster does not name, because another desktop's administrator made it.
base::Result<void> Office::renewJournalKey(const Session &session) const
{
    const auto own = journalPublicKey(session.ledgerKey());
    if (!own)
        return std::unexpected(own.error());
    auto settings = readSettings(settingsFile());
    if (!settings || journalKey() == *own)
        return {};
    settings->journalKey = *own;
    return writeSettings(settingsFile(), *settings);
}

base::Result<void> Office::catchUp(ledger::Ledger &ledger, const Session &session, const base::Clock &clock) const
{
    if (!ledger.isWritable())
        return {};
    if (const auto recorded = recordNewerRoster(ledger, session, clock); !recorded)
        return recorded;
    if (const auto renewed = renewJournalKey(session); !renewed)
        return renewed;
    const auto journalKey = journalPrivateKey(session.ledgerKey());
    if (!journalKey)
        return std::unexpected(journalKey.error());
    return Attempts(peopleFolder()).merge(*journalKey, [&](const std::vector<Attempt> &attempts) -> base::Result<void> {
        auto batch = ledger.begin(session, clock);
        if (!batch)
            return std::unexpected(batch.error());
        for (const Attempt &attempt : attempts) {
            const auto recorded = batch->append({QStringLiteral("sign-in-failed"), {}, {}, {}, {}, {}, {},
                                                 {{QStringLiteral("name"), ledger::withoutPersonalNumbers(attempt.user)},
                                                  {QStringLiteral("attemptedAt"), attempt.at.isValid() ? base::toRfc3339(attempt.at) : QString()}}});
            if (!recorded)
                return std::unexpected(recorded.error());
        }
        return batch->commit();
    });
}

base::Result<std::optional<Roster>> newestRoster(ledger::Ledger &ledger)
{
    ledger::Query query;
    query.kinds = {QStringLiteral("founded"), QStringLiteral("roster")};
    query.limit = 1;
    const auto found = ledger.list(query);
    if (!found)
        return std::unexpected(found.error());
    return rosterIn(found->empty() ? std::nullopt : std::optional(found->front()));
}

base::Result<std::optional<Roster>> newestRecordedRoster(ledger::Ledger &ledger)
{
    const auto found = ledger.newestOf({QStringLiteral("founded"), QStringLiteral("roster")});
    if (!found)
        return std::unexpected(found.error());
    return rosterIn(*found);
}

base::Result<std::vector<ledger::Finding>> Office::inspectPeople(ledger::Ledger &ledger) const
{
    using ledger::FindingKind;
    std::vector<ledger::Finding> findings;
    const auto known = newestRecordedRoster(ledger);
    if (!known)
        return std::unexpected(known.error());
    const auto directory = Directory::load(peopleFolder());
    const Roster &roster = directory->roster();
    // Nobody's signature counts by such a file: what else is found follows from it.
    if (*known && roster.rootKey.isEmpty())
        findings.push_back({FindingKind::RosterChanged, 0, base::toDisplay(rosterFile()), {}});
    else if (*known && roster.rootKey != (*known)->rootKey)
        findings.push_back({FindingKind::RootChanged, 0, base::toDisplay(rosterFile()), {}});
    else if (*known && roster.number < (*known)->number)
        findings.push_back({FindingKind::RosterRolledBack, 0, base::toDisplay(rosterFile()), {}});
    for (const Person &person : directory->active()) {
        const base::Path file = slotFile(person.id);
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored))
            continue; // who works on another desktop has no key file here
        const auto slot = readSlot(file);
        if (!slot || slot->account.signingKey != person.signingKey || slot->account.receivingKey != person.receivingKey)
            findings.push_back({FindingKind::SlotChanged, 0, base::toDisplay(file), {}});
    }
    return findings;
}

base::Path Office::defaultFolder()
{
    if (const auto machine = platform::machineDataFolder())
        return *machine;
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return base::toPath(base) / "shirushi";
}

} // namespace shirushi::people
