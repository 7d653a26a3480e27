// Office: the data folder, its people and its ledger. Where it is, founding it, signing in, opening the ledger.
//
// The folder: settings.json, ledger.db, checkpoint, index.db (may be thrown away), people/roster.json,
// people/root.json, people/ID.json, policies/*.json. Founding writes settings.json last: until it is there the
// set-up is unfinished and may be begun anew. What changes the people is people/administration.h.
// Any thread, one call at a time.
#pragma once

#include "base/clock.h"
#include "ledger/ledger.h"
#include "people/directory.h"
#include "people/session.h"
#include "people/settings.h"
#include "policy/pack.h"

namespace shirushi::people {

/// Who founds an office; empty members are left empty.
struct Founder {
    QString id;
    QString name;
    QString role;
    QString kana{};
    QString department{};
    QString office{}; // its name
};

class Office
{
public:
    explicit Office(base::Path folder) : m_folder(std::move(folder)) {}

    const base::Path &folder() const { return m_folder; }
    base::Path peopleFolder() const { return m_folder / "people"; }
    base::Path slotFile(const QString &id) const { return peopleFolder() / (id.toStdString() + ".json"); }
    base::Path rosterFile() const { return peopleFolder() / "roster.json"; }
    /// Held while a roster is written and recorded.
    base::Path rosterLock() const { return peopleFolder() / "roster.lock"; }
    base::Path rootFile() const { return peopleFolder() / "root.json"; }
    base::Path policyFolder() const { return m_folder / "policies"; }
    base::Path ledgerFile() const { return m_folder / "ledger.db"; }
    base::Path checkpointFile() const { return m_folder / "checkpoint"; }
    /// Held while files are being labelled (labelling/labeller.h).
    base::Path labellingLock() const { return m_folder / "labelling.lock"; }
    base::Path settingsFile() const { return m_folder / "settings.json"; }

    bool isSetUp() const;

    /// Makes folder, root, first person (its administrator) and ledger, and records it. `recoveryCode`: see
    /// people/root.h; none is made where it is empty. InvalidInput for a role that the pack does not have or
    /// marks absent, Forbidden where the office is there already.
    [[nodiscard]] base::Result<Session> found(const policy::Pack &pack, const Founder &founder,
                                              const base::SecretBytes &password, const base::SecretBytes &recoveryCode,
                                              const base::Clock &clock) const;

    /// NotSignedIn (with the reason) where nobody could be signed in: a wrong password, an id that is not in
    /// the roster or closed, a key file that is not that person's. Waits first if there were wrong passwords.
    /// Parameters that have fallen behind are raised; an office of before there were rosters gets its own.
    [[nodiscard]] base::Result<Session> signIn(const QString &id, const base::SecretBytes &password,
                                               const base::Clock &clock) const;

    /// Reads and changes nothing but what a kill left half done while the ledger got a new key, or was restored.
    [[nodiscard]] base::Result<ledger::Ledger> openLedger(Session &session) const;

    /// What is to be recorded after signing in: wrong passwords of before, a roster that is newer than the
    /// ledger's. Nothing where the ledger cannot be written.
    [[nodiscard]] base::Result<void> catchUp(ledger::Ledger &ledger, const Session &session,
                                             const base::Clock &clock) const;

    /// What in people/ is not as the ledger says: an older roster, another root, exchanged key files.
    /// Writes nothing.
    [[nodiscard]] base::Result<std::vector<ledger::Finding>> inspectPeople(ledger::Ledger &ledger) const;

    /// The data folder where the environment names none: what the machine's settings say, else the platform's
    /// place for a program's data.
    static base::Path defaultFolder();

private:
    [[nodiscard]] base::Result<Session> tryToSignIn(const QString &id, const base::SecretBytes &password) const;
    QByteArray journalKey() const;
    /// people/roster.json is gone: as the ledger has it, or of an office of before there were rosters a new one.
    [[nodiscard]] base::Result<void> makeRoster(Session &session, const base::Clock &clock) const;
    [[nodiscard]] base::Result<void> makeFirstRoster(const Session &session, const base::Clock &clock) const;
    [[nodiscard]] base::Result<void> recordNewerRoster(ledger::Ledger &ledger, const Session &session,
                                                       const base::Clock &clock) const;
    [[nodiscard]] base::Result<void> renewJournalKey(const Session &session) const;

    base::Path m_folder;
};

/// Where the office's ledger lies and who may write in it, by what is in the folder now.
ledger::LedgerParts ledgerPartsOf(const Office &office);

/// The roster that the ledger's newest entry about one carries; nothing in a ledger of before there were any.
[[nodiscard]] base::Result<std::optional<Roster>> newestRoster(ledger::Ledger &ledger);
/// The same without the search index, which would be brought up to date: reads every entry, and writes nothing.
[[nodiscard]] base::Result<std::optional<Roster>> newestRecordedRoster(ledger::Ledger &ledger);

} // namespace shirushi::people
