// Register: entries in the words of the people who read them, and whole selections of them as a file: CSV for
// Excel, JSON Lines for programs, a form on A4 as PDF. The first functions are pure; exporting belongs to the
// ledger's thread.
#pragma once

#include "ledger/ledger.h"
#include "policy/library.h"

namespace shirushi::ledger {

/// "label" as 分類の表示, in the language of the window; an unknown kind as it is.
QString titleOfKind(const QString &kind);

/// {"policy", "classes"} in the policy's own words: 自治体機密性3B・完全性2; ids where the policy is not there.
QString classNames(const policy::Library &library, const QJsonValue &side);

/// Where names of persons and classes come from.
struct RegisterWords {
    std::function<QString(const QString &id)> personName;
    std::function<QString(const QJsonValue &side)> classNames;
};

enum class RegisterFormat { Csv, JsonLines, Pdf };

/// What stands on the form around the table; PDF only.
struct RegisterForm {
    QString title;
    QString subject;       // 令和8年度
    QStringList notes;     // lines under the title
    QStringList approvals; // heads of the 承認欄
};

/// Writes the entries that match, in order, readable by the owner alone; a file that is there is replaced when
/// the new one is complete. Answers how many. TooLarge: more than a form can have (print/tableform.h).
[[nodiscard]] base::Result<std::int64_t> exportRegister(Ledger &ledger, const Query &query, RegisterFormat format,
                                                        const RegisterWords &words, const RegisterForm &form,
                                                        const base::Path &file, const base::Clock &clock);

} // namespace shirushi::ledger
