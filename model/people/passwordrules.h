// Password rules: whether a password is one that the office's rules allow, and how strong it is. The same on
// every system: integers and a shipped list (resources/passwords/common.txt) decide, no library of the machine.
// Pure but for reading the list, which is done once; any thread.
#pragma once

#include "base/secretbytes.h"
#include "policy/officerules.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace shirushi::people {

/// Whose password it is to be: what others would try first.
struct PasswordOwner {
    QString id;
    QString name;
    QString kana{};
};

enum class PasswordFault {
    TooShort,     // fewer characters than the rules ask for
    KindMissing,  // one of the kinds of characters they ask for is not there
    HoldsOwnName, // id, name or kana, in any form: other case, width, kana or romaji, digits for letters
    TooCommon,    // one of the most common ones, or hardly more: repeated, a run of the keyboard
};

struct PasswordProblem {
    PasswordFault fault = PasswordFault::TooShort;
    QString kind{};              // of KindMissing: upper, lower, letter, digit, symbol, digit-or-symbol
    policy::Citation citation{}; // the article it follows; empty where none does
    QString sentence;            // what to do
};

enum class PasswordStrength { Weak, Fair, Good, Strong };

struct PasswordVerdict {
    std::vector<PasswordProblem> problems; // none: it is allowed
    PasswordStrength strength = PasswordStrength::Weak;
    bool isAllowed() const { return problems.empty(); }
    /// The sentences, one a problem.
    QStringList sentences() const;
};

/// `password` is UTF-8 in normal form C, as it is stretched. One that breaks a rule is Weak.
PasswordVerdict judgePassword(const policy::PasswordRules &rules, const base::SecretBytes &password,
                              const PasswordOwner &owner);

/// The rules as sentences, for whoever has yet to choose one.
QStringList describe(const policy::PasswordRules &rules);

/// Weak, fair, good, strong, in the language of the window.
QString wordFor(PasswordStrength strength);

} // namespace shirushi::people
