// WorkingCopy: a decrypted document in a private folder of its own, with the record that lets the next start find it. While it
// lives, no other program takes it for left behind. One thread at a time.
#pragma once

#include "platform/filelock.h"
#include "vault/openingrecord.h"
#include "vault/rescue.h"
#include "vault/vault.h"

namespace shirushi::vault {

struct CopyOrder {
    QString opening; // id
    bool isReadOnly = false;
    QString holding;
    base::Path dataFolder;
    std::vector<base::Path> places; // memory file systems
};

class WorkingCopy
{
public:
    /// Decrypts it. What fails leaves nothing plain.
    [[nodiscard]] static base::Result<WorkingCopy> make(const Vault &vault, const Item &item, const CopyOrder &order, base::Progress &progress);

    base::Path document() const { return m_record.folder / documentFolder / base::toPath(m_note.name); }
    const OpeningRecord &record() const { return m_record; }
    const OpeningNote &note() const { return m_note; }
    bool isInMemory() const { return m_isInMemory; }
    /// Somebody asks for it to be closed.
    bool isAskedToClose() const;

    /// The item has what `hash` says.
    void saved(const QString &hash, std::int64_t counter);

    /// From here on its program cannot write into it by its name. What differs from what was saved is sealed: the rescue
    /// items' ids. After an error everything is as before.
    [[nodiscard]] base::Result<QStringList> seal(ClosedBy why, const QDateTime &at, const QString &reason);
    /// After seal(): erases it. An error where something is still there.
    [[nodiscard]] base::Result<void> erase();
    /// After it was recorded that it is closed.
    void forget();

private:
    WorkingCopy(OpeningRecords records, Rescues rescues, OpeningRecord record, OpeningNote note, platform::FileLock lock)
        : m_records(std::move(records)), m_rescues(std::move(rescues)), m_record(std::move(record)), m_note(std::move(note)),
          m_lock(std::move(lock))
    {
    }
    [[nodiscard]] base::Result<void> decrypt(const Vault &vault, const Item &item, base::Progress &progress) const;

    OpeningRecords m_records;
    Rescues m_rescues;
    OpeningRecord m_record;
    OpeningNote m_note;
    platform::FileLock m_lock;
    bool m_isInMemory = false;
};

/// The same for what a program left that runs no more, whose lock the caller holds: seals, erases and marks the record.
[[nodiscard]] base::Result<QStringList> clearLeft(OpeningRecord record, const base::Path &dataFolder, const QDateTime &at);

} // namespace shirushi::vault
