// SearchIndex: finds entries without reading them all. A database of its own beside the ledger, encrypted
// like it, that can be thrown away at any time and is built anew from the entries: nothing in it is believed
// when the ledger is verified, and what a search finds is read from the ledger.
//
// Text is found by any part of it, from one character on: it is cut into overlapping pairs of characters, so
// that 廃 and 廃棄 both find 廃棄した文書, which words or groups of three would not.
// As the ledger: one thread at a time.
#pragma once

#include "ledger/entry.h"
#include "ledger/store.h"

#include <map>

namespace shirushi::ledger {

/// What is looked for; what is left empty matches everything. An entry about several files names their contents in
/// details.contents and their names in details.name.
struct Query {
    QDateTime since;                 // from this moment on
    QString file;                    // absolute path; also what is about several files and this one among them
    QStringList kinds;
    std::int64_t limit = 0;          // the newest so many; 0: all
    QDateTime until;                 // before this moment
    QStringList users;
    QString contentHash;
    QString policy;
    std::map<QString, QString> classes; // axis → level, of what is recorded as the class afterwards
    QString text;                    // parts of file names, reasons and notes; several words: all of them
    std::int64_t before = 0;         // only entries with a lower number: the next page; 0: from the newest
    QString seenBy;                  // only what this person did, and what was done with files they had to do with
};

/// How many entries of a kind and class a month had.
struct Count {
    QString month;   // 2026-11, in the local zone
    QString kind;
    QString classes; // confidentiality=3B,integrity=2 … ; empty where no class is recorded
    std::int64_t entries = 0;
};

class SearchIndex
{
public:
    /// One that cannot be opened is made anew; where that is impossible, in memory.
    [[nodiscard]] static base::Result<SearchIndex> open(const base::Path &file, const base::SecretBytes &ledgerKey);

    /// Takes in the entries that came since; starts anew where the ledger is not the one of last time.
    /// Damaged: a page of the ledger cannot be read; the entries before it are in.
    [[nodiscard]] base::Result<void> catchUp(Store &store);
    /// The next catching up takes in every entry anew.
    [[nodiscard]] base::Result<void> forget();

    /// Numbers, the newest first.
    [[nodiscard]] base::Result<std::vector<std::int64_t>> find(const Query &query);
    [[nodiscard]] base::Result<std::int64_t> count(const Query &query);
    /// By month, kind and class, in that order.
    [[nodiscard]] base::Result<std::vector<Count>> counts(const Query &query);

private:
    explicit SearchIndex(Database database) : m_database(std::move(database)) {}
    [[nodiscard]] base::Result<void> add(std::int64_t seq, const Entry &entry);
    [[nodiscard]] base::Result<void> insert(const char *sql, std::int64_t seq, std::initializer_list<QString> texts);

    Database m_database;
    QString m_latest; // the newest date of those that were taken in
};

/// The pairs of characters that stand for `text` in the index; for tests.
QString searchTokens(const QString &text);

} // namespace shirushi::ledger
