// May this be sent? What the rules say of a class, a destination and a channel, for whoever asks. Pure; any thread.
#pragma once

#include "policy/library.h"
#include "policy/verdict.h"

namespace shirushi::sending {

/// What is to be sent, by whom, to whom and how.
struct Sending {
    QString role; // of the pack that is asked
    QString destination;
    QString channel;
    policy::Classes classes;
    QStringList given; // facts stated
};

struct Answer {
    std::shared_ptr<const policy::Pack> pack; // whose rules answered
    policy::Situation situation;              // what they were asked
    policy::Verdict verdict;
    /// The role stands outside 適用範囲 of the pack that was asked: told first. The answer is then a draft (案).
    bool outsideScope = false;
    policy::Citation scope;
    /// What, stated or taken back, may change the answer.
    std::vector<policy::Fact> facts;

    bool isDraft() const { return outsideScope || pack->draft; }
};

/// internal government contractor resident council public
const QStringList &destinations();
/// mail lgwan-mail file-transfer web-form medium post web-meeting sns
const QStringList &channels();

/// What the rules call it: "publish" to the public and in social media, "provide" by medium and post, else "send".
QString actionOf(const QString &destination, const QString &channel);

/// Whether file names are hidden too unless somebody says otherwise (「ファイル名も隠す」): from 機密性3 up, or whatever the
/// rules' first axis sets apart as high.
bool hidesNamesOf(const policy::Pack &pack, const policy::Classes &classes);

/// `pack` answers, or, for a role outside its 適用範囲, the policy that it names for those (北区 excludes
/// 議員, 豊前 binds them alone). Total: every question has an answer.
Answer check(const policy::Library &library, const std::shared_ptr<const policy::Pack> &pack, const Sending &sending);

} // namespace shirushi::sending
