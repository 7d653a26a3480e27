// Words for what is disposed of. Pure; any thread.
#pragma once

#include "dispose/disposedesk.h"

namespace shirushi::disposals {

/// 令和8年3月31日まで保存, 期限を過ぎています; empty: nothing to say.
QString dueText(const Row &row);
/// 令和8年11月22日
QString dayText(const QDateTime &at);
/// 廃棄：保存期間満了
QString deedAndReason(const Pending &pending);
/// 名簿.xlsx ほか2件
QString thingsText(const Pending &pending);
QString stateText(const Pending &pending);
QString interruptionText(const disposal::Recovered &recovered);
/// 記録媒体, 紙, 機器
QString kindText(const QString &kind);
/// Clear, Purge, Destroy
QString nistText(policy::Sanitization sanitization);
/// Which medium its data lay on, as far as that was found out.
QString mediumText(const disposal::Record &record);
/// What stands in the row of a plan: what would be done, and what then is left.
QString planText(const Planned &planned);
/// The last part of a path with its folder below it; of others the name.
QString shortName(const disposal::Record &record);
/// How, and what is left to be done.
QString treatmentText(const Line &line);
/// Everything that the register says of it, a line each.
QString detailsText(const Line &line);
/// Who has reviewed it and what came afterwards.
QString reviewText(const Register &found);
/// The names, the first few of them.
QString namesText(const QStringList &names);

} // namespace shirushi::disposals
