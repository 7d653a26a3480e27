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

labelling::LabelOrder orderFor(const base::Path &path, const Decision &decision);

/// The file's label, if it is one of `pack`'s policy.
const label::Label *labelOf(const labelling::FileLabel &file, const policy::Pack &pack);

/// Would `classes` lower the class that one of `files` has now?
bool lowersAny(const policy::Pack &pack, const std::vector<labelling::FileLabel> &files,
               const policy::Classes &classes);

/// 情報セキュリティ責任者（議会事務局長）
QString roleText(const policy::Pack &pack, const QString &roleId);

/// A folder of others, where a new file name breaks links and shortcuts: on the network, or shared.
bool isSharedPlace(const base::Path &path);

/// The last part of the path, for people.
QString fileName(const base::Path &path);

} // namespace shirushi::classify
