// AskingDesk: what the page that makes a request asks of the rooms behind it. Values in the words that people read,
// with the pack's ids where something is chosen. Any thread; one call at a time. deeds() does not wait.
#pragma once

#include "base/path.h"
#include "base/progress.h"
#include "base/result.h"
#include "policy/citation.h"
#include "policy/classification.h"

#include <QDate>

#include <memory>
#include <vector>

namespace shirushi::approvals {

/// Something to choose.
struct Named {
    QString id;
    QString title;
    bool operator==(const Named &) const = default;
};

/// An axis of the rules, with the levels that may be chosen.
struct NamedAxis {
    QString id;
    QString title; // 機密性
    std::vector<Named> levels;
};

/// A deed for which the rules in force let somebody ask.
struct AskableDeed {
    QString id;
    QString title;                   // 廃棄する（許可）
    std::vector<Named> destinations; // empty: the rules make no difference
    std::vector<Named> channels;     // likewise
    std::vector<NamedAxis> target;   // of lowering: the class that the files are to have; else empty
    QString purposeNote;             // said beside the purpose; empty: nothing
};

/// A file as it was read, and what a request would say of it.
struct AskedFile {
    base::Path path;
    QString contentHash;
    QString sha256; // hex
    QString policy;
    policy::Classes classes;
    QString domain{};        // its network domain, where its label names one
    QString problem;         // what must be done first; empty: nothing
    bool wantsClass = false; // classifying it would help
    QString name{};          // with the folders that it was taken from, and "/" between them; empty: the last part of its path
};

struct Asking {
    QString deed;
    QString destination;
    QString channel;
    policy::Classes target;      // of lowering
    bool takesLabelAway = false; // of lowering: in place of a target, no class is shown any more
    QStringList grounds;    // ids of facts
    std::vector<AskedFile> files;
    QString purpose;
    QDate from; // invalid: not said
    QDate until;
};

/// An approval that the rules want, and who could give it.
struct Decider {
    QString role; // 情報資産管理責任者
    QString word; // the article's own: 許可
    policy::Citation citation;
    QStringList people; // 鈴木 一郎（税務課）; who stands in says for whom
};

/// What would come of asking like this.
struct Prospect {
    QStringList objections; // why it cannot be asked for; empty: it can
    QStringList cautions;   // what makes it hard, and does not forbid it
    std::vector<Decider> deciders;
    QStringList reportTo;       // roles that must be told afterwards
    std::vector<Named> grounds; // facts that would make a difference
};

struct Asked {
    QString id;
    bool isShared = false; // it lies in the office's shared folder
};

class AskingDesk
{
public:
    virtual ~AskingDesk() = default;

    /// Null for a policy that is not installed here.
    virtual std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const = 0;
    virtual std::vector<AskableDeed> deeds() const = 0;

    /// Each file's label; of a folder everything below it. When cancelled, those that were read.
    virtual std::vector<AskedFile> read(const std::vector<base::Path> &paths, base::Progress &progress) const = 0;
    /// Signs and records nothing. The purpose is not looked at.
    [[nodiscard]] virtual base::Result<Prospect> prospect(const Asking &asking) const = 0;
    /// Signed, recorded, and put into the shared folder where there is one.
    [[nodiscard]] virtual base::Result<Asked> ask(const Asking &asking) = 0;
};

} // namespace shirushi::approvals
