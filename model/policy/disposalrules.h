// What a pack says of disposal 廃棄 and erasure 消去: the reasons that can be given, the methods that there are, and what a
// class asks for. Whose permission is needed stands in the rules for the actions "dispose" and "erase". Values; any thread.
#pragma once

#include "policy/citation.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace shirushi::policy {

/// The words of NIST SP 800-88, which packs' own words stand beside: logical overwriting, no recovery in a laboratory
/// either, the medium is no more.
enum class Sanitization { Clear, Purge, Destroy };

/// clear, purge, destroy.
QString nameOf(Sanitization sanitization);

struct DisposalRules {
    struct Reason {
        QString id;
        Text text;    // 保存期間満了
        QString fact; // of Pack::facts: by it the deed is 消去; empty: 廃棄
        bool isOwn = false; // only of what the person has labelled themselves, or nobody has
        Citation citation;
    };
    struct Method {
        QString id;
        Text text; // 上書き消去
        Sanitization sanitization = Sanitization::Clear;
        QStringList kinds; // of assets that it is for: file item medium paper device
        Citation citation;
    };
    struct Demand {
        std::map<QString, QStringList> classes; // axis → levels, any of them on any axis; empty: every class
        QStringList kinds;                      // of assets; empty: every kind
        Sanitization least = Sanitization::Clear;
        QString followUp; // a method for the medium, where overwriting a file on it cannot be promised; empty: none
        Text text;
        Citation citation;
    };
    std::vector<Reason> reasons;
    std::vector<Method> methods;
    std::vector<Demand> demands; // in order: the first that speaks of an asset holds

    const Reason *reason(const QString &id) const;
    const Method *method(const QString &id) const;
    /// Nothing where the pack asks for nothing.
    const Demand *demandOn(const QString &kind, const std::map<QString, QString> &classes) const;
};

} // namespace shirushi::policy
