// A policy pack: one municipality's rules as values. Everything here is read from resources/policies/*.json
// (or the data folder's policies/) by loadPack() and never changed afterwards, so any thread may read it.
// resources/schemas/policy.schema.json is the contract of the JSON form, member by member.
#pragma once

#include "policy/disposalrules.h"
#include "policy/officerules.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace shirushi::policy {

enum class Tone { High, Middle, Low }; // red, amber, green chips

/// 取扱制限 as the policy prints it beside a level.
struct Restriction {
    Text text;
    Citation citation;
    bool preset = true; // ticked when the level is chosen
};

struct Level {
    QString id; // 3A, II
    int rank = 0; // higher is stricter; no two of one axis alike
    Text name;    // 自治体機密性3A
    QString mark; // as it stands in a visible mark: 自治体機密性3A
    QString shortName; // in a chip: 3A, Ⅰ
    Tone tone = Tone::Low;
    Citation criterion;
    Text note; // said beside it: 国モデル（案）による …
    std::vector<Restriction> restrictions;
    int libreOfficeLevel = 0; // 0–3 on LibreOffice's UK-Cabinet scale
};

struct Axis {
    QString id;
    Text title;     // 機密性
    Text chipTitle; // 機密
    bool inFileName = false; // stands in a file name mark
    QString fileMark;        // 機密性 + shortName in 【機密性3B】
    std::vector<Level> levels; // strictest first

    const Level *level(const QString &levelId) const;
    const Level &strictest() const { return levels.front(); }
};

/// How far a role's say goes.
enum class Reach { Body, Department, Section }; // the whole body, 部, 課

struct Role {
    QString id; // staff, security-officer, information-manager …
    Text title; // 情報セキュリティ責任者
    Text post;  // who it is here: 議会事務局長; empty: not said
    bool absent = false; // the policy has none; `note` says why
    Text note;
    Citation citation;
    QStringList heldBy; // roles whose holders are this one too: 情報資産管理責任者 is one of three
    Reach reach = Reach::Body;
};

/// What an answer leads to: exactly one of next, level, levels, inherit, begin.
struct Outcome {
    QString next;     // the id of the next question, or
    QString level;    // the level it decides on the question's axis, or
    bool inherit = false;  // the label of where it came from (入手元の分類), or
    bool begin = false;    // source step only: on to the questions of the first axis, or
    bool refer = false;    // the role of Pack::questionsTo decides; until then it is handled at `level`, or
    std::map<QString, QString> levels; // at these levels (source step: axis → level)
    bool askPublishOn = false; // asks for a 公表予定日
    QString domain;            // presets the network domain
    bool operator==(const Outcome &) const = default;
};

struct Answer {
    QString id;
    Text text;
    Text shortText; // for a column of a table: 市の職員; empty: text
    Text example;   // 例：…
    QString key;  // one letter or digit
    Outcome outcome;
    Citation citation;
};

struct Question {
    QString id;
    QString step; // "source", or the axis it decides
    Text text;
    Text hint;
    Text caution; // 条例第7条各号で確認してください
    std::vector<Answer> answers;
    std::optional<Outcome> unknown; // わからない; none: not offered
    Citation citation;
};

struct Obligation {
    QString id;   // encryption, password, other-channel, approval, record, locked-case …
    Text text;
    QString approver; // the role it must be asked of, and
    Text word;        // the article's own word for what that role gives: 承認, 許可, 同意, 指示
    QString doneBy;   // the role that must see to it, where it is not the one who asks
    QStringList reportTo;  // the roles that must be told
    bool ifNeeded = false; // 必要に応じ: may be skipped with a recorded reason
    Citation citation;
};

/// What a person may state about a deed, and rules ask for by its id: 他に合理的な方法がない.
struct Fact {
    QString id;
    Text title; // a sentence to tick
};

enum class Ruling { Permitted, WithObligations, Forbidden };

/// When a rule speaks. An empty list means any.
struct Condition {
    QStringList actions;
    std::map<QString, QStringList> classes; // axis → levels, any of them; axes are joined by "and"
    QStringList roles;
    QStringList destinations;
    QStringList channels;
    QStringList given;   // facts that must be stated: no-other-method, legal-basis, outside-city …
    QStringList unless;  // facts that switch the rule off when stated
};

struct Rule {
    QString id;
    Condition when;
    Ruling ruling = Ruling::Permitted;
    bool reminder = false; // stands beside the verdict, and does not make it conditional
    std::vector<Obligation> obligations;
    Text explanation;
    Citation citation;
};

/// 事故の報告: one who is told when something went wrong, in the order of the list.
struct IncidentCall {
    QString role;        // is told; or
    Text body;           // somebody outside the policy's roles: 個人情報保護委員会
    QStringList tellers; // by these roles; empty: by whoever noticed it
    Condition when;      // which deeds; empty: all
    Text remark;         // what else the article says of when and how
    Citation citation;
};

/// An article that software can help with, and what Shirushi does about it.
struct Provision {
    QString id; // the requirement: K013
    QString article;
    QString quote;
    QString strength; // must, should, may
    QString feature;  // which feature serves it: label, ledger, send …; empty: none
    QString state;    // served, partly, planned, not
    Text note;        // what it does, or why none can
};

/// A situation and what must come of it; run by `policy test`.
struct Case {
    QString id;
    Text situation;
    std::vector<std::pair<QString, QString>> answers; // question → answer id ("?" for わからない)
    std::map<QString, QString> levels;                // expected, by axis
    QString ends;                                     // "inherit" or "refer" expected, else empty
    QString action;                                   // for a handling case
    std::map<QString, QString> classes;
    QString role;
    QString destination;
    QString channel;
    QStringList given;
    std::optional<Ruling> ruling; // expected
    QStringList obligations;      // expected ids, in any order; checked only where `ruling` is given
};

struct Domain {
    QString id; // my-number, lgwan, internet
    Text title;
    QStringList channels{}; // of a sending, that belong to it
};

/// How this pack wants its marks.
struct MarkSettings {
    bool header = true;      // the window's default
    bool fileName = false;
    bool restrictions = false; // the mark also names the restrictions
    QString separator = QStringLiteral("・");
};

struct Pack {
    QString id;
    QString version;
    Text title;
    Text shortTitle;
    Text authority;
    QString basedOn; // the pack whose levels it takes; empty: its own
    bool draft = false; // the whole pack is 案
    Text notice;        // shown with every class: 自団体の対策基準で確認してください
    QDate enacted;
    QDate inForce;
    Text source;
    std::optional<Designation> designation; // none: labels are 指定済 at once
    QString questionsTo;  // role that a わからない is referred to
    QStringList appliesTo; // roles within its 適用範囲
    Citation scope;
    OutsideScope outsideScope;
    std::vector<Axis> axes;
    std::vector<Role> roles;
    std::vector<Domain> domains;
    std::vector<Question> questions; // in order; the first of each step is where the step begins
    std::vector<Fact> facts;
    std::vector<Rule> rules; // its own, then those of `basedOn` that it keeps
    SeparationOfDuties separationOfDuties;
    PasswordRules passwords;
    IdleTime idle;
    Retention retention;
    std::vector<DocumentKind> documentKinds;
    std::vector<IncidentCall> incidentCalls; // its own
    SendingRules sending;
    VaultRules vault;
    DisposalRules disposal;
    std::vector<Provision> provisions;
    std::vector<Case> cases;
    MarkSettings marks;

    const Axis *axis(const QString &axisId) const;
    const Role *role(const QString &roleId) const;
    const Fact *fact(const QString &factId) const;
    const Question *question(const QString &questionId) const;
    /// The first question of a step ("source" or an axis id), if it has any.
    const Question *firstQuestion(const QString &step) const;
};

} // namespace shirushi::policy
