// What the search index is asked, as SQL: see ledger/searchindex.h. Its own part; as the index, one thread at a time.
#pragma once

#include "ledger/searchindex.h"

namespace shirushi::ledger {

/// Adds the pairs of characters that stand for `text`, with a space before each but the first.
void addTokens(QByteArray &tokens, const QString &text);

/// The newest date among the entries up to `seq`, leaving out those that are dated before one in front of them.
[[nodiscard]] base::Result<QString> latestDateUpTo(Database &database, std::int64_t seq);

/// SELECT `what` of the rows that match, then `ending`; bound but for ?11, the limit.
[[nodiscard]] base::Result<Statement> prepareQuery(Database &database, const QByteArray &what, const Query &query,
                                                   const QByteArray &ending);

} // namespace shirushi::ledger
