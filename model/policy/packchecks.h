// What a pack's members must mean to each other, beyond what a schema can say. Each check adds what it finds;
// none of them depends on another having passed. Pure; any thread.
#pragma once

#include "policy/pack.h"

namespace shirushi::policy {

/// Places and sentences; the lines are looked up by whoever has the JSON.
class Findings
{
public:
    struct Finding {
        QString path; // JSON pointer
        QString reason;
    };
    static constexpr std::size_t limit = 500;

    void add(const QString &path, const QString &reason);
    const std::vector<Finding> &all() const { return m_all; }

private:
    std::vector<Finding> m_all;
};

/// "/rules/3" from "/rules" and 3.
QString at(const QString &path, std::size_t index);

/// A citation that is there needs its quote, unless it is 案.
void checkCitation(const Citation &citation, const QString &path, Findings &findings);
/// The role exists, and is not one that the policy has none of.
void checkPost(const Pack &pack, const QString &roleId, const QString &path, Findings &findings);
void checkPosts(const Pack &pack, const QStringList &roleIds, const QString &path, Findings &findings);
/// The article's own word, so it stands in the article.
void checkWord(const Text &word, const Citation &citation, const QString &path, Findings &findings);
void checkChosenLevels(const Pack &pack, const std::map<QString, QString> &levels, const QString &path,
                       Findings &findings);

/// Axes, levels, restrictions, roles, domains, and the ids that scripts rely on (issue: "Ids are a contract").
void checkStructure(const Pack &pack, Findings &findings);
/// The question tree: every step and level can be reached, nothing leads nowhere or round in a circle.
void checkQuestions(const Pack &pack, Findings &findings);
/// Designation, separation of duties, passwords, idle time, retention, kinds of document.
void checkOfficeRules(const Pack &pack, Findings &findings);
/// Reasons, methods and demands of disposal.
void checkDisposal(const Pack &pack, Findings &findings);
/// Facts, rules and provisions.
void checkRules(const Pack &pack, Findings &findings);
/// Cases name what exists, and every rule has one.
void checkCases(const Pack &pack, Findings &findings);

/// “%1” is given twice.
QString givenTwice(const QString &id);

/// Tells each value of `values` whose `key` was there before; lists are short by the schema.
template <typename T, typename Key>
void checkTwice(const std::vector<T> &values, const QString &path, const QString &member, Key key,
                Findings &findings)
{
    QStringList known;
    for (std::size_t index = 0; index < values.size(); ++index) {
        const QString id = key(values[index]);
        if (known.contains(id))
            findings.add(at(path, index) + member, givenTwice(id));
        known.append(id);
    }
}

} // namespace shirushi::policy
