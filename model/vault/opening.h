// Opening an item: the values that tell how it stands. Plain values; any thread.
#pragma once

#include "base/error.h"
#include "base/path.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <optional>

namespace shirushi::vault {

/// Who has an item open, as the vault says.
struct Holder {
    QString person;  // id
    QString desktop; // the computer's name
    QDateTime since;
    bool isHere = false; // on this desktop
    bool operator==(const Holder &) const = default;
};

enum class OpenState {
    Open,     // as the item is
    Changed,  // a change was seen; it is saved as soon as the program has written it to the end
    Saving,
    Saved,    // every change so far is in the item
    Conflict, // somebody else has saved the item meanwhile: changes go into a rescue item
    Unsaved,  // changes cannot be saved now (problem says why); it is tried again
    Closing,
    Closed,
};

/// Why an item is closed.
enum class ClosedBy {
    Person,   // 「閉じる」, Ctrl+C
    Editor,   // the program has closed the document
    Lock,     // the screen was locked, nobody was at the desk, the session ended
    Sleep,
    Medium,   // the vault is gone: its medium was pulled
    Command,  // vault lock
    Leftover, // found at the next start
};

/// An open item, or one that was just closed.
struct Opened {
    QString id;          // of the opening: a UUID
    base::Path vault;    // its folder
    QString vaultName;
    QString item;        // id
    QString name;        // of the document
    base::Path document; // decrypted
    bool isInMemory = false;
    bool isReadOnly = false;
    bool isFinal = false;           // 書込禁止: that is why it is read-only
    std::optional<Holder> heldBy{}; // somebody else has it open: that is why it is read-only
    QDateTime since;
    OpenState state = OpenState::Open;
    bool isInEditor = false; // a program's lock file says that it has the document open
    std::int64_t counter = 0; // of the item as it was read or last saved
    int saves = 0;
    QDateTime savedAt;                     // of the newest save; invalid: none
    std::optional<base::Error> problem{};  // of Conflict and Unsaved
    std::optional<ClosedBy> closedBy{};    // of Closed
    QStringList rescues{};                 // ids of rescue items that were made when it was closed
    QStringList notices{};                 // sentences for the person
    bool operator==(const Opened &) const = default;
};

struct OpenOrder {
    base::Path vault;
    QString item;
    bool isReadOnly = false;
};

/// How long things take to be believed.
struct OpenTiming {
    std::chrono::milliseconds settle{1500};   // a document is written to the end when it was left alone so long
    std::chrono::milliseconds closed{3000};   // its program has closed it when its lock file is gone so long
    std::chrono::milliseconds again{10'000};  // what could not be saved is tried again
    std::chrono::milliseconds gone{3000};     // the vault's medium is gone when it was not there so long
    std::chrono::milliseconds renewal{60'000}; // of the note that says who has it open
    std::chrono::milliseconds locking{2500};  // locking waits at most so long for a document that is being written
};

} // namespace shirushi::vault
