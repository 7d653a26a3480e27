// Leaving 異動・退職・辞職: what the ledger says somebody still has to give back or see through before the account
// is closed. Reads only; belongs to the ledger's thread.
#pragma once

#include "ledger/ledger.h"

#include <QStringList>

namespace shirushi::people {

/// Something that is begun by an entry of one kind and ended by one of others: an application by its approval, a
/// take-out by its return. Members are named by their way into an entry's details: "request.id".
struct OpenKind {
    struct End {
        QString kind;   // of the entry
        QString member; // where it names the id
        QString part{}; // where it names the part that it ends, or the list of them; empty: it ends everything
    };
    QString kind;      // of the entry that begins it
    QString member;    // where it has its id
    QString person;    // where it names whose it is; empty: who recorded it
    std::vector<End> ends;
    QString sentence;  // translated: what must be done about it
    QStringList parts{}; // where it lists what must be ended one by one; of several places the first that has any
};

/// The kinds that there are.
std::vector<OpenKind> openKinds();

struct LeavingItem {
    QString kind; // "open-deed", or that of an OpenKind
    std::int64_t seq = 0;
    QDateTime at;
    QString subject; // file or purpose
    QString sentence;
};

/// Of the person `id`, oldest first.
[[nodiscard]] base::Result<std::vector<LeavingItem>>
leavingChecklist(ledger::Ledger &ledger, const QString &id, const std::vector<OpenKind> &kinds = openKinds());

QJsonObject toJson(const LeavingItem &item);

} // namespace shirushi::people
