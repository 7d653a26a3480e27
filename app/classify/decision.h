// Decision: what somebody has settled for a file (or for several at once) before anything is written, and the
// order that comes of it. Values and pure functions; any thread.
#pragma once

#include "classify/labeldesk.h"

namespace shirushi::classify {

/// How the class came about; it is recorded with the reason.
enum class Way { Answered, Direct, Inherited };

struct Decision {
    policy::Classes classes;
    Way way = Way::Direct;
    std::vector<std::pair<QString, QString>> path; // questions and answers, where Answered
    QStringList restrictions;
    QString domain;
    QString reason; // the person's own words
    QDate publishOn;
    bool markHeader = false;
    bool markName = false;
    std::vector<policy::OpenQuestion> open;
};

/// What somebody must approve: that the class of these files is lowered to `target`, or, where that is empty, that their
/// label is taken away.
struct LoweringWish {
    std::vector<base::Path> files;
    QString reason;
    policy::Classes target;
};

labelling::LabelOrder orderFor(const base::Path &path, const Decision &decision);

/// The file's label, if it is one of `pack`'s policy.
const label::Label *labelOf(const labelling::FileLabel &file, const policy::Pack &pack);

/// Where the file comes from is asked before anything else: that question, null for rules that do not ask it.
const policy::Question *sourceQuestion(const policy::Pack &pack);
/// 市の職員: the answer `answerId` to it, short; empty for one it does not have.
QString sourceText(const policy::Pack &pack, const QString &answerId);

/// Would `classes` lower the class that one of `files` has now?
bool lowersAny(const policy::Pack &pack, const std::vector<labelling::FileLabel> &files,
               const policy::Classes &classes);

/// 情報セキュリティ責任者（議会事務局長）
QString roleText(const policy::Pack &pack, const QString &roleId);

/// The last part of the path, for people.
QString fileName(const base::Path &path);

} // namespace shirushi::classify
