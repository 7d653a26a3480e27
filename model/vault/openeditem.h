// OpenedItem: one item that is open: its vault, its working copy, what is seen of it. What OpenItems is made of. One thread at
// a time.
#pragma once

#include "vault/editing.h"
#include "vault/workingcopy.h"

namespace shirushi::vault {

class OpenedItem
{
public:
    using Time = Editing::Time;

    OpenedItem(Vault vault, WorkingCopy copy, Opened shown, const OpenTiming &timing);

    Opened &shown() { return m_shown; }
    const Opened &shown() const { return m_shown; }

    /// Looks; true where something is to be done.
    bool look(Time now);
    /// Why it is to be closed; nothing: it is not.
    std::optional<ClosedBy> mustClose(Time now) const;
    /// The document was changed and is written to the end.
    bool mustSave(Time now) const;
    void save(base::Progress &progress, Time now);

    /// Waits for a document that is being written, saves it, seals what cannot be saved, erases, records. An error where
    /// something of it could not be kept safe: then it stays open.
    [[nodiscard]] base::Result<void> close(ClosedBy why);

    void setState(OpenState state) { m_shown.state = state; }

private:
    bool waitUntilSettled(ClosedBy why);
    void trySaving(const platform::FileSource &source, base::Progress &progress);
    void couldNot(const base::Error &error);
    bool isOnlyRelocked();
    [[nodiscard]] base::Result<void> record(ClosedBy why) const;

    Vault m_vault;
    WorkingCopy m_copy;
    Opened m_shown;
    OpenTiming m_timing;
    Editing m_editing;
    Time m_notBefore{}; // of the next attempt to save
    Time m_renewedAt;
    std::optional<Time> m_goneAt; // the vault
};

/// What the ledger is told when it is closed.
ledger::EntryDraft closedDraft(const OpeningRecord &record, ClosedBy why, const QStringList &rescues, std::optional<int> saves);

} // namespace shirushi::vault
