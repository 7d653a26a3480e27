// An answer in words and as JSON: what the command line prints, the window shows and the ledger keeps. Pure; any
// thread.
#pragma once

#include "sending/sendingcheck.h"

#include <QJsonObject>

namespace shirushi::sending {

/// This may be sent; for media and post provided, for the public published.
QString sentenceOf(const Answer &answer);

/// `asked`: the id of the policy that was asked. Texts are in Japanese, quotes verbatim.
QJsonObject toJson(const Answer &answer, const QString &asked);

} // namespace shirushi::sending
