// What the data folder and the private place note of an open item, so that a kill at any moment can be mended. Plain values
// and their files; one thread at a time, several programs at once.
//
//   openings/lock         held while records are made, cleared and removed
//   openings/ID.json      the record: nothing that tells what is in the item
//   openings/ID.lock      held by the program that has it open
//   openings/ID.close     somebody asks for it to be closed
//   PLACE/shirushi-ID/    the private folder (mode 0700):
//       opening.json      the note: what is to be known to seal what was left
//       document/NAME     the decrypted document; the folder is called "opening" until all of it is there, "closing" while it
//                         is closed, and "done" when all that is in it is safe elsewhere and may be erased
#pragma once

#include "platform/processmark.h"
#include "vault/item.h"
#include "vault/opening.h"

namespace shirushi::vault {

/// What became of it, until somebody who has signed in records that.
struct Cleared {
    QDateTime at;
    ClosedBy why = ClosedBy::Leftover;
    QStringList rescues;
    bool operator==(const Cleared &) const = default;
};

struct OpeningRecord {
    QString id;
    base::Path vault; // its folder
    QString vaultId;
    QString item;
    QString person;
    base::Path folder; // the private one
    platform::ProcessMark process;
    bool isReadOnly = false;
    QString holding;               // hex SHA-256 of the note in the vault that says who has it open; empty: none
    std::vector<QByteArray> keys;  // public: for whom a rescue item is sealed
    std::optional<Cleared> cleared{};
    bool operator==(const OpeningRecord &) const = default;
};

/// In the private folder, beside the plaintext.
struct OpeningNote {
    QString name; // of the document
    QString vaultName;
    std::int64_t counter = 0; // of the item
    QString saved;            // hex SHA-256 of the document as it is in the item
    bool operator==(const OpeningNote &) const = default;
};

class OpeningRecords
{
public:
    explicit OpeningRecords(const base::Path &dataFolder) : m_folder(dataFolder / "openings") {}

    const base::Path &folder() const { return m_folder; }
    base::Path turn() const { return m_folder / "lock"; }
    base::Path lockOf(const QString &id) const { return m_folder / (id.toStdString() + ".lock"); }
    base::Path requestOf(const QString &id) const { return m_folder / (id.toStdString() + ".close"); }

    [[nodiscard]] base::Result<void> write(const OpeningRecord &record) const;
    /// Those that can be read.
    std::vector<OpeningRecord> all() const;
    /// Removes locks and requests that a kill left without a record. Under turn().
    void sweep() const;
    /// With its lock and a request.
    void remove(const QString &id) const;

private:
    base::Path fileOf(const QString &id) const { return m_folder / (id.toStdString() + ".json"); }

    base::Path m_folder;
};

[[nodiscard]] base::Result<void> writeNote(const OpeningNote &note, const base::Path &privateFolder);
[[nodiscard]] base::Result<OpeningNote> readNote(const base::Path &privateFolder);

inline constexpr const char *openingFolder = "opening";
inline constexpr const char *documentFolder = "document";
inline constexpr const char *closingFolder = "closing";
inline constexpr const char *doneFolder = "done";

QString nameOf(ClosedBy why);

} // namespace shirushi::vault
