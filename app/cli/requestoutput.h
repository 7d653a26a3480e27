// Requests for people to read, and as JSON. Pure; any thread.
#pragma once

#include "workflow/requestbook.h"

#include <QJsonObject>

namespace shirushi::cli {

/// The request as it was signed, with its hash and where it stands.
QJsonObject caseJson(const workflow::Case &known);
QJsonObject givenJson(const workflow::Given &given);

/// One line: id, day, state, action, who asks, files, purpose.
QString caseLine(const workflow::Case &known);
/// All that is known, in some lines.
QString caseText(const workflow::Case &known, const policy::Pack &pack);
/// 情報資産管理責任者 許可 (第36条第3項)
QString neededText(const workflow::Needed &needed, const policy::Pack &pack);

} // namespace shirushi::cli
