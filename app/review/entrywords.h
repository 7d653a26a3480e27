// What entries are called for people: the deed of each kind, groups of kinds for the filter, and what one entry
// says beside its own members. Pure; any thread.
#pragma once

#include "ledger/entry.h"
#include "policy/classification.h"

namespace shirushi::review {

/// 分類を表示した; for a kind that is not known here, its own name.
QString deedText(const ledger::Entry &entry);
QString kindText(const QString &kind);

struct KindGroup {
    QString title; // 分類
    QStringList kinds;
};
std::vector<KindGroup> kindGroups();

policy::Classes classesOf(const QJsonValue &side);
QString policyOf(const QJsonValue &side);

/// The last part of the path, whichever system wrote it; empty where no file is meant.
QString fileNameOf(const ledger::Entry &entry);

/// 11月20日 16:02 in the local zone, with the year where it is not that of `today`.
QString shortTime(const QDateTime &time, QDate today);

} // namespace shirushi::review
