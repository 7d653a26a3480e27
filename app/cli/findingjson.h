// A finding as the commands print it.
#pragma once

#include "ledger/finding.h"

#include <QJsonArray>

namespace shirushi::cli {

inline QJsonObject findingJson(const ledger::Finding &finding)
{
    return {{QStringLiteral("kind"), ledger::nameOf(finding.kind)},
            {QStringLiteral("seq"), static_cast<qint64>(finding.seq)},
            {QStringLiteral("subject"), finding.subject},
            {QStringLiteral("sentence"), ledger::sentence(finding)}};
}

inline QJsonArray findingsJson(const std::vector<ledger::Finding> &findings)
{
    QJsonArray array;
    for (const ledger::Finding &finding : findings)
        array.append(findingJson(finding));
    return array;
}

} // namespace shirushi::cli
