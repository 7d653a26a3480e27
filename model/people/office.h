// Office: the data folder, its people and its ledger. Where it is, founding it, opening it.
//
// The folder: settings.json, ledger.db, people/ID.json, policies/*.json. Founding writes settings.json last:
// until it is there the set-up is unfinished and may be begun anew. Any thread, one call at a time.
#pragma once

#include "base/clock.h"
#include "ledger/ledger.h"
#include "people/session.h"
#include "people/settings.h"
#include "policy/pack.h"

namespace shirushi::people {

class Office
{
public:
    explicit Office(base::Path folder) : m_folder(std::move(folder)) {}

    const base::Path &folder() const { return m_folder; }
    base::Path peopleFolder() const { return m_folder / "people"; }
    base::Path policyFolder() const { return m_folder / "policies"; }
    base::Path ledgerFile() const { return m_folder / "ledger.db"; }
    /// Held while files are being labelled (labelling/labeller.h).
    base::Path labellingLock() const { return m_folder / "labelling.lock"; }
    base::Path settingsFile() const { return m_folder / "settings.json"; }

    bool isSetUp() const;

    /// Makes folder, first person and ledger, and records it. InvalidInput for a role that the pack does not
    /// have or marks absent, Forbidden where the office is there already.
    [[nodiscard]] base::Result<Session> found(const policy::Pack &pack, const QString &id, const QString &name,
                                              const QString &role, const base::SecretBytes &password,
                                              const base::Clock &clock) const;

    /// NotSignedIn (with the reason) where nobody could be signed in.
    [[nodiscard]] base::Result<Session> signIn(const QString &id, const base::SecretBytes &password) const;
    [[nodiscard]] base::Result<ledger::Ledger> openLedger(const Session &session) const;

    /// The data folder where the environment names none: the platform's place for a program's data.
    static base::Path defaultFolder();

private:
    base::Path m_folder;
};

} // namespace shirushi::people
