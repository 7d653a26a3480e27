// Verification: do the records of disposal hold? Whether a content that was disposed of lies at its place again, whether each
// record has the permission that it names, and what is unfinished. Reads, and writes nothing. As the ledger: one thread at a
// time. Whether the entries are as they were signed is the ledger's own verification.
#pragma once

#include "base/progress.h"
#include "disposal/parts.h"
#include "disposal/record.h"

namespace shirushi::disposal {

struct Finding {
    QString code; // below
    std::int64_t seq = 0;
    QString name;
    QString sentence;
    bool operator==(const Finding &) const = default;
};

// back           a file with the same content lies at its place again
// no-permission  the request that it names does not count, does not name it, or was not approved when it was done
// unfinished     announced, and neither recorded nor undone
// suspect        a file that may be a copy was left beside it and is still there

[[nodiscard]] base::Result<std::vector<Finding>> verify(const std::vector<Record> &records, const DisposalParts &parts, base::Progress &progress);

QString sentenceOf(const QString &code);

} // namespace shirushi::disposal
