// What a pack says of the people of an office and their work, beyond the rules for single deeds: designation,
// separation of duties, passwords, idle time, retention, kinds of document. Values; any thread.
#pragma once

#include "policy/citation.h"

#include <QStringList>

#include <map>
#include <vector>

namespace shirushi::policy {

/// A class that somebody gives is a proposal (案) until this role confirms it.
struct Designation {
    QString role;
    Text word; // 指定
    Text meanwhile; // how a file is handled until then
    Citation citation;
};

/// 兼務の禁止: who asks and who approves are not the same person.
struct SeparationOfDuties {
    bool required = true;
    Citation citation;
    /// The escape an office may allow, 止むを得ない場合を除き; without an article there is none.
    Citation exception;
    bool hasException() const { return !exception.article.isEmpty(); }
};

/// What a password must be; each part with the article it follows.
struct PasswordRules {
    int minimumLength = 12; // characters
    Citation length;
    QStringList kinds; // each is needed: upper, lower, letter, digit, symbol, digit-or-symbol
    Citation composition;
    bool changeInitial = true; // a temporary one, at the first sign-in
    Citation initial;
};

/// How long nobody may touch the program before it locks itself.
struct IdleTime {
    int minutes = 10;
    Citation citation;
};

enum class RetentionStart {
    NextFiscalYear, // 1 April after the fiscal year of origin
    DayAfter,       // the day after the document was made
};

/// 保存期間 a document may be given.
struct Retention {
    std::vector<int> years = {1, 3, 5, 10, 30};
    bool permanent = true; // 常用・永年 too
    RetentionStart start = RetentionStart::NextFiscalYear;
    Citation citation;
};

/// A row of the 分類基準表: documents of this kind have this class.
struct DocumentKind {
    QString id;
    Text title;
    std::map<QString, QString> classes; // axis → level
    Citation citation;
};

/// What a pack says of parcels 送付ファイル.
struct SendingRules {
    /// What the mail gateway of a recipient takes off or holds back.
    struct Gateway {
        QString domain;       // and everything below it
        QStringList stripped; // formats: zip pdf age cms html
    };
    QString methodsBy; // the role that lays down how may be encrypted; empty: none
    Citation methods;
    int overdueDays = 7; // until a password that was not told, or a receipt that was not confirmed, is asked after
    std::vector<Gateway> gateways;
};

/// What a pack says of the vault 保管庫.
struct VaultRules {
    using Levels = std::map<QString, QStringList>; // axis → levels, any of them on any axis
    QString escrow;     // the role whose holders can always open what is in it; empty: nobody beside the members
    Citation citation;  // of the escrow
    Levels required;    // classes that must lie there
    Levels offered;     // classes that it is offered for
    Levels permission;  // classes of which no copy is taken out without what the rules want for "take-out"
    int versions = 5;   // older contents that are kept of an item

    /// 控え: classes of which there must be a second copy, and how many months a statement that there is one holds.
    struct SecondCopy {
        Levels levels;
        int months = 0; // 0: nobody is reminded
        Citation citation;
    } secondCopy;
    /// Long-term storage: a vault on a medium that can be carried away, or with something that is kept so many years or for good,
    /// is checked at least once in so many months.
    struct LongTerm {
        int months = 0; // 0: nobody is reminded
        int years = 0;  // 0: how long something is kept does not count
        Citation citation;
    } longTerm;
};

/// Who answers those outside a policy's 適用範囲: another policy's rules, marked 案.
struct OutsideScope {
    struct Equivalent {
        QString axis;
        QString level;                     // here, is like
        std::map<QString, QString> levels; // there, axis → level
    };
    QString policy; // empty: this one
    std::vector<Equivalent> equivalents;
};

} // namespace shirushi::policy
