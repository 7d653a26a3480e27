// 廃棄記録簿: the records as a form on A4 and as CSV. Pure functions; any thread.
#pragma once

#include "disposal/record.h"

#include <functional>

namespace shirushi::disposal {

/// Where names of persons and of their roles come from.
struct RegisterWords {
    std::shared_ptr<const policy::Pack> pack;
    std::function<QString(const QString &id)> personName;
};

/// `year`: the fiscal year that it is about; 0: all. `approvals`: heads of the 承認欄.
[[nodiscard]] base::Result<QByteArray> registerPdf(const std::vector<Record> &records, int year, const RegisterWords &words,
                                                   const QStringList &approvals, const QDateTime &now);
QByteArray registerCsv(const std::vector<Record> &records, const RegisterWords &words);

/// Heads of its columns: number, day, person, deed, asset, class, reason, permission, treatment, remarks.
QStringList registerHeads();
/// What stands in them.
QStringList registerCells(const Record &record, const RegisterWords &words);

// What stands in some of its columns.
QString classText(const Record &record, const RegisterWords &words);
QString permissionText(const Record &record, const RegisterWords &words);
/// 上書き消去（Clear）: the method, and what came of it.
QString treatmentText(const Record &record, const RegisterWords &words);
/// What could not be promised, what must follow, who stood by.
QString remarksText(const Record &record, const RegisterWords &words);

/// The role that the rules ask, for the head of a box in the 承認欄.
QStringList approvalHeads(const policy::Pack &pack);

} // namespace shirushi::disposal
