#include "workflow/request.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "people/jsonbytes.h"
#include "policy/classesjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace shirushi::workflow {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype mostFacts = 64;
constexpr qsizetype mostAxes = 16;

std::unexpected<base::Error> unreadable(const QString &subject)
{
    return base::failure(base::ErrorCode::Damaged, subject,
                         QCoreApplication::translate("shirushi::workflow", "This request cannot be read."));
}

std::optional<policy::Classes> classesFrom(const QJsonObject &json)
{
    policy::Classes classes;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!it.value().isString() || it.value().toString().isEmpty())
            return std::nullopt;
        classes.emplace(it.key(), it.value().toString());
    }
    return json.size() <= mostAxes ? std::optional(std::move(classes)) : std::nullopt;
}

QJsonObject toJson(const RequestFile &file)
{
    return {{QStringLiteral("name"), file.name},
            {QStringLiteral("contentHash"), file.contentHash},
            {QStringLiteral("sha256"), file.sha256},
            {QStringLiteral("policy"), file.policy},
            {QStringLiteral("classes"), policy::classesJson(file.classes)}};
}

QJsonObject toJson(const Needed &needed)
{
    return {{QStringLiteral("role"), needed.role},
            {QStringLiteral("word"), QJsonObject{{QStringLiteral("ja"), needed.word.ja}, {QStringLiteral("en"), needed.word.en}}},
            {QStringLiteral("rule"), needed.rule},
            {QStringLiteral("article"), needed.article},
            {QStringLiteral("quote"), needed.quote},
            {QStringLiteral("draft"), needed.draft}};
}

std::optional<RequestFile> fileFrom(const QJsonObject &json)
{
    people::JsonMembers members(json);
    RequestFile file{members.text("name"), members.text("contentHash"), members.text("sha256"), members.text("policy"), {}};
    auto classes = classesFrom(json.value(QStringLiteral("classes")).toObject());
    const bool isBounded = file.name.size() <= longestName && file.contentHash.size() <= longestName
                           && file.sha256.size() <= longestName;
    if (!classes || !members.isComplete() || !isBounded || file.name.isEmpty() || file.contentHash.isEmpty())
        return std::nullopt;
    file.classes = std::move(*classes);
    return file;
}

std::optional<Needed> neededFrom(const QJsonObject &json)
{
    people::JsonMembers members(json);
    people::JsonMembers word(json.value(QStringLiteral("word")).toObject());
    const Needed needed{members.text("role"), {word.text("ja"), word.text("en")}, members.text("rule"),
                        members.text("article"), members.text("quote"), json.value(QStringLiteral("draft")).toBool()};
    const bool isBounded = needed.article.size() <= longestName && needed.quote.size() <= longestText
                           && needed.word.ja.size() <= longestName;
    if (!members.isComplete() || !word.isComplete() || !isBounded || needed.role.isEmpty())
        return std::nullopt;
    return needed;
}

// Text by text, none empty and none too long; nothing where one is otherwise.
std::optional<QStringList> listFrom(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > mostFacts)
        return std::nullopt;
    QStringList list;
    for (const QJsonValue &element : array) {
        if (!element.isString() || element.toString().isEmpty() || element.toString().size() > longestName)
            return std::nullopt;
        list += element.toString();
    }
    return list;
}

// Empty stays no date.
std::optional<QDate> dateFrom(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return text.isEmpty() || date.isValid() ? std::optional(date) : std::nullopt;
}

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

bool readLists(const QJsonObject &json, Request &request)
{
    const QJsonArray files = json.value(QStringLiteral("files")).toArray();
    const QJsonArray needed = json.value(QStringLiteral("needed")).toArray();
    if (static_cast<std::size_t>(files.size()) > mostFiles || static_cast<std::size_t>(needed.size()) > mostNeeded)
        return false;
    for (const QJsonValue &value : files) {
        auto file = fileFrom(value.toObject());
        if (!file)
            return false;
        request.files.push_back(std::move(*file));
    }
    for (const QJsonValue &value : needed) {
        auto approval = neededFrom(value.toObject());
        if (!approval)
            return false;
        request.needed.push_back(std::move(*approval));
    }
    auto given = listFrom(json.value(QStringLiteral("given")));
    auto reportTo = listFrom(json.value(QStringLiteral("reportTo")));
    if (!given || !reportTo)
        return false;
    request.given = std::move(*given);
    request.reportTo = std::move(*reportTo);
    return true;
}

bool isBounded(const Request &request)
{
    const auto isShort = [](const QString &text) { return text.size() <= longestName; };
    return request.purpose.size() <= longestText && isShort(request.office) && isShort(request.policy)
           && isShort(request.policyVersion) && isShort(request.action) && isShort(request.destination)
           && isShort(request.channel) && isShort(request.asker.id) && isShort(request.asker.role)
           && isShort(request.asker.department);
}

} // namespace

std::unexpected<base::Error> tooLarge()
{
    return base::failure(base::ErrorCode::TooLarge, {},
                         QCoreApplication::translate("shirushi::workflow", "The request is too large: please ask for fewer files at once, or write less."));
}

QJsonObject toJson(const Request &request)
{
    QJsonArray files;
    for (const RequestFile &file : request.files)
        files.append(toJson(file));
    QJsonArray needed;
    for (const Needed &approval : request.needed)
        needed.append(toJson(approval));
    QJsonObject json{
        {QStringLiteral("version"), formatVersion},
        {QStringLiteral("id"), request.id},
        {QStringLiteral("office"), request.office},
        {QStringLiteral("policy"), request.policy},
        {QStringLiteral("policyVersion"), request.policyVersion},
        {QStringLiteral("action"), request.action},
        {QStringLiteral("destination"), request.destination},
        {QStringLiteral("channel"), request.channel},
        {QStringLiteral("given"), QJsonArray::fromStringList(request.given)},
        {QStringLiteral("files"), files},
        {QStringLiteral("purpose"), request.purpose},
        {QStringLiteral("from"), dateText(request.from)},
        {QStringLiteral("until"), dateText(request.until)},
        {QStringLiteral("asker"), QJsonObject{{QStringLiteral("id"), request.asker.id},
                                              {QStringLiteral("role"), request.asker.role},
                                              {QStringLiteral("department"), request.asker.department}}},
        {QStringLiteral("needed"), needed},
        {QStringLiteral("urgent"), request.urgent},
        {QStringLiteral("reportTo"), QJsonArray::fromStringList(request.reportTo)},
        {QStringLiteral("at"), base::toRfc3339(request.at)},
        {QStringLiteral("keyId"), request.keyId},
        {QStringLiteral("signature"), people::textOf(request.signature)}};
    if (!request.target.empty())
        json.insert(QStringLiteral("target"), policy::classesJson(request.target));
    return json;
}

base::Result<Request> requestFromJson(const QJsonObject &json, const QString &subject)
{
    people::JsonMembers members(json);
    people::JsonMembers asker(json.value(QStringLiteral("asker")).toObject());
    Request request;
    request.id = members.text("id");
    request.office = members.text("office");
    request.policy = members.text("policy");
    request.policyVersion = members.text("policyVersion");
    request.action = members.text("action");
    request.destination = members.text("destination");
    request.channel = members.text("channel");
    request.purpose = members.text("purpose");
    request.asker = {asker.text("id"), asker.text("role"), asker.text("department")};
    request.urgent = json.value(QStringLiteral("urgent")).toBool();
    request.at = base::fromRfc3339(members.text("at"));
    request.keyId = members.text("keyId");
    request.signature = members.bytes("signature", signatureSize);
    const auto from = dateFrom(members.text("from"));
    const auto until = dateFrom(members.text("until"));
    auto target = classesFrom(json.value(QStringLiteral("target")).toObject());
    const bool isId = QUuid(request.id).toString(QUuid::WithoutBraces) == request.id && !QUuid(request.id).isNull();
    if (json.value(QStringLiteral("version")).toInt() != formatVersion || !readLists(json, request)
        || !members.isComplete() || !asker.isComplete() || !from || !until || !target || !isId || !isBounded(request)
        || request.action.isEmpty() || !request.at.isValid())
        return unreadable(subject);
    request.from = *from;
    request.until = *until;
    request.target = std::move(*target);
    // What was signed is what is read: a member that we do not know would be lost without anybody noticing.
    if (toJson(request) != json)
        return unreadable(subject);
    return request;
}

QByteArray signedBytes(const Request &request)
{
    QJsonObject json = toJson(request);
    json.remove(QStringLiteral("signature"));
    return base::canonicalJson(json);
}

base::Result<Request> sign(Request request, const crypto::Signer &signer)
{
    request.keyId = signer.keyId();
    auto signature = signer.sign(signedBytes(request));
    if (!signature)
        return std::unexpected(signature.error());
    request.signature = std::move(*signature);
    return request;
}

QString hashOf(const Request &request)
{
    return QString::fromLatin1(base::toHex(crypto::sha256(base::canonicalJson(toJson(request)))));
}

policy::Classes classesOf(const policy::Pack &pack, const std::vector<RequestFile> &files)
{
    std::optional<policy::Classes> highest;
    for (const RequestFile &file : files)
        highest = highest ? policy::strictest(pack, *highest, file.classes) : file.classes;
    return highest.value_or(policy::Classes());
}

policy::Situation situationOf(const policy::Pack &pack, const Request &request)
{
    return {request.action, classesOf(pack, request.files), request.asker.role, request.destination, request.channel,
            request.given};
}

std::vector<Needed> neededFor(const policy::Pack &pack, const policy::Situation &situation)
{
    std::vector<Needed> needed;
    for (const policy::Approval &approval : policy::approvalsFor(pack, situation)) {
        needed.push_back({approval.approver, approval.word, approval.rule, approval.citation.article,
                          approval.citation.quote, approval.citation.draft});
    }
    return needed;
}

bool isUrgent(const Request &request)
{
    return request.needed.empty() && !request.reportTo.isEmpty() && request.given.contains(QStringLiteral("urgent"));
}

QStringList reportToFor(const policy::Pack &pack, const policy::Situation &situation)
{
    QStringList roles;
    for (const policy::Obligation &obligation : policy::evaluate(pack, situation).obligations)
        roles += obligation.reportTo;
    roles.removeDuplicates();
    return roles;
}

} // namespace shirushi::workflow
