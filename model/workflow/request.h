// Request 申請: what somebody wants to do with which files, and whose approval the rules want for it. A plain
// value, complete and signed when made; any thread. resources/schemas/request.schema.json is its form: RFC 8785
// canonical JSON, the signature (Ed25519) over the same without the member "signature".
#pragma once

#include "crypto/signer.h"
#include "policy/approvals.h"

#include <QDateTime>
#include <QJsonObject>

namespace shirushi::workflow {

/// A file as the request is about it: what counts is its content, the name is for reading.
struct RequestFile {
    QString name;        // without its folder
    QString contentHash; // SCHEME:hex, as in the label
    QString sha256;      // hex, when it was asked
    QString policy;      // of its label
    policy::Classes classes;
    bool operator==(const RequestFile &) const = default;
};

/// An approval that the rules want.
struct Needed {
    QString role;    // role id
    policy::Text word; // the article's own: 承認, 許可
    QString rule;
    QString article;
    QString quote;
    bool draft = false;
    bool operator==(const Needed &) const = default;
};

struct Asker {
    QString id;
    QString role;
    QString department; // may be empty
    bool operator==(const Asker &) const = default;
};

struct Request {
    QString id;     // UUID without braces, lower case
    QString office; // people::fingerprintOf its root key
    QString policy;
    QString policyVersion;
    QString action; // as policy::Situation
    QString destination;
    QString channel;
    QStringList given; // facts, sorted
    std::vector<RequestFile> files;
    policy::Classes target; // of "lower": the class that all of them are to have, empty for none; otherwise empty
    QString purpose;
    QDate from;  // first and last day; invalid: not said
    QDate until;
    Asker asker;
    std::vector<Needed> needed; // all of them are needed
    bool urgent = false;        // 例外措置 that is done first and reported afterwards
    QStringList reportTo;       // roles that the report goes to
    QDateTime at;               // UTC
    QString keyId;
    QByteArray signature;
    bool operator==(const Request &) const = default;
};

/// What a request may hold, in files, characters of its texts and members of its lists.
inline constexpr std::size_t mostFiles = 10'000;
inline constexpr qsizetype longestText = 4000;
inline constexpr qsizetype longestName = 1000;
inline constexpr std::size_t mostNeeded = 32;

/// TooLarge, for more than these, or where the whole would be larger than may be exchanged.
std::unexpected<base::Error> tooLarge();

QJsonObject toJson(const Request &request);

/// Strict and within the bounds; Damaged otherwise.
[[nodiscard]] base::Result<Request> requestFromJson(const QJsonObject &json, const QString &subject);

[[nodiscard]] base::Result<Request> sign(Request request, const crypto::Signer &signer);
QByteArray signedBytes(const Request &request);

/// Hex SHA-256 of its canonical JSON, signature and all: what a decision is about.
QString hashOf(const Request &request);

/// The highest class of its files (最高度の分類) in `pack`, which must be the request's.
policy::Classes classesOf(const policy::Pack &pack, const std::vector<RequestFile> &files);

/// What is asked, as the rules judge it.
policy::Situation situationOf(const policy::Pack &pack, const Request &request);

/// The approvals that `pack` wants for `situation`.
std::vector<Needed> neededFor(const policy::Pack &pack, const policy::Situation &situation);

/// True where the rules let it be done first and want a report afterwards: no approval is needed, the urgency is
/// stated and there is somebody to be told.
bool isUrgent(const Request &request);

/// The roles that must be told afterwards, where the rules say so.
QStringList reportToFor(const policy::Pack &pack, const policy::Situation &situation);

} // namespace shirushi::workflow
