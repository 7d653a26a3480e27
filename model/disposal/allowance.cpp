#include "disposal/allowance.h"

#include "base/encoding.h"
#include "ledger/personalnumber.h"
#include "people/roster.h"
#include "workflow/objection.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace shirushi::disposal {

using workflow::Objection;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

std::vector<Approver> approversOf(const std::vector<workflow::Given> &given)
{
    std::vector<Approver> approvers;
    for (const workflow::Given &one : given)
        approvers.push_back({one.role, one.by, one.onPaper});
    return approvers;
}

bool isDisposal(const workflow::Request &request)
{
    return request.action == disposeAction || request.action == eraseAction;
}

// Of several that do not fit, what helps most to know.
int nearness(Objection objection)
{
    switch (objection) {
    case Objection::Waiting: return 5;
    case Objection::Lapsed:
    case Objection::Refused:
    case Objection::Withdrawn:
    case Objection::NotYet: return 4;
    case Objection::ChangedFile:
    case Objection::ChangedClass: return 3;
    case Objection::OtherPurpose: return 2;
    case Objection::OtherFile: return 1;
    default: return 0;
    }
}

base::Path pathFrom(const QJsonValue &value)
{
    return base::fromBase64Url(value.toString().toLatin1()).value_or(QByteArray()).toStdString();
}

QString pathText(const base::Path &path)
{
    return QString::fromLatin1(base::toBase64Url(QByteArray::fromStdString(path.native())));
}

Listed listedFrom(const QJsonObject &details)
{
    Listed listed{details.value(QStringLiteral("request")).toString()};
    const QJsonArray files = details.value(QStringLiteral("paths")).toArray();
    for (const QJsonValue &file : files)
        listed.files.push_back(pathFrom(file));
    const QJsonArray assets = details.value(QStringLiteral("assets")).toArray();
    for (const QJsonValue &asset : assets)
        listed.assets.push_back(asset.toObject());
    const QJsonArray items = details.value(QStringLiteral("items")).toArray();
    for (const QJsonValue &item : items)
        listed.items.push_back({pathFrom(item[QStringLiteral("vault")]), item[QStringLiteral("item")].toString()});
    return listed;
}

std::set<QString> keysOf(const Listed &listed)
{
    std::set<QString> keys;
    for (const base::Path &file : listed.files)
        keys.insert(keyOfFile(file));
    for (const ItemPlace &item : listed.items)
        keys.insert(keyOfItem(item.id));
    return keys;
}

} // namespace

QString keyOfFile(const base::Path &file)
{
    return QStringLiteral("file:") + ledger::withoutPersonalNumbers(base::toDisplay(file));
}

QString keyOfItem(const QString &id)
{
    return QStringLiteral("item:") + id;
}

QString keyOfAsset(const QString &contentHash)
{
    return QStringLiteral("asset:") + contentHash;
}

QString keyOf(const Record &record)
{
    if (record.kind == u"item")
        return keyOfItem(record.item);
    return record.kind == u"file" ? keyOfFile(base::toPath(record.name)) : keyOfAsset(record.contentHash);
}

ledger::EntryDraft listedDraft(const Listed &listed, const QString &purpose)
{
    QJsonArray paths;
    QJsonArray names;
    for (const base::Path &file : listed.files) {
        paths.append(pathText(file));
        names.append(ledger::withoutPersonalNumbers(base::toDisplay(file)));
    }
    QJsonArray assets;
    for (const QJsonObject &asset : listed.assets)
        assets.append(asset);
    QJsonArray items;
    for (const ItemPlace &item : listed.items)
        items.append(QJsonObject{{QStringLiteral("vault"), pathText(item.vault)}, {QStringLiteral("item"), item.id}});
    return {listedKind, {}, {}, {}, {}, {}, purpose,
            {{QStringLiteral("request"), listed.request}, {QStringLiteral("name"), names}, {QStringLiteral("paths"), paths},
             {QStringLiteral("assets"), assets}, {QStringLiteral("items"), items}}};
}

base::Result<Allowances> Allowances::read(const DisposalParts &parts, workflow::RequestDesk &desk)
{
    auto cases = desk.list(workflow::Show::Mine);
    if (!cases)
        return std::unexpected(cases.error());
    std::erase_if(*cases, [](const workflow::Case &known) { return !isDisposal(known.request); });
    Allowances allowances(parts, std::move(*cases));
    allowances.m_person = parts.directory->find(parts.session.user());
    if (!allowances.m_person)
        return workflow::refusedFor(Objection::UnknownPerson);
    if (const auto read = allowances.readLedger(); !read)
        return std::unexpected(read.error());
    return allowances;
}

base::Result<void> Allowances::readLedger()
{
    ledger::Query query;
    query.kinds = {disposedKind, erasedKind, listedKind};
    return m_parts.ledger.visit(query, [this](const ledger::Entry &entry) {
        if (entry.draft.kind == listedKind) {
            Listed listed = listedFrom(entry.draft.details);
            const QString request = listed.request;
            m_listedKeys[request] = keysOf(listed);
            m_listed[request] = std::move(listed);
        } else if (const auto record = recordFrom(entry); record && !record->request.isEmpty()) {
            m_used[record->request].insert(keyOf(*record));
        }
        return true;
    });
}

bool Allowances::isUsed(const QString &request, const QString &key) const
{
    const auto used = m_used.find(request);
    return used != m_used.end() && used->second.contains(key);
}

base::Result<Listed> Allowances::listed(const QString &request) const
{
    const auto found = m_listed.find(request);
    if (found == m_listed.end()) {
        return base::failure(base::ErrorCode::NotFound, request,
                             tr("Where the files of this request lie was not listed here. Please name them."));
    }
    return found->second;
}

std::expected<Allowance, Objection> Allowances::byCase(const workflow::Case &known, const Thing &thing, const std::optional<Reason> &reason) const
{
    const workflow::Request &request = known.request;
    if (reason && (reason->text != request.purpose || reason->action != request.action))
        return std::unexpected(Objection::OtherPurpose);
    const workflow::DeedPlan plan{request.action, request.destination, request.channel, request.given, {thing.file}, request.purpose, {}};
    auto permission = workflow::permissionFor(plan, *m_person, {&known, 1}, *m_parts.pack, m_parts.clock.now());
    if (!permission)
        return std::unexpected(permission.error());
    // The same content may lie in other places too: permitted is the one that was asked for.
    const auto keys = m_listedKeys.find(request.id);
    if (keys != m_listedKeys.end() && !thing.key.startsWith(u"asset:") && !keys->second.contains(thing.key))
        return std::unexpected(Objection::OtherFile);
    const bool isNamed = std::ranges::any_of(request.files, [&](const workflow::RequestFile &asked) {
        return asked.contentHash == thing.file.contentHash && asked.name == thing.file.name;
    });
    if (!isNamed || isUsed(request.id, thing.key))
        return std::unexpected(Objection::OtherFile);
    Reason why{reason ? reason->id : QString(), request.purpose, request.action, request.given};
    for (const policy::DisposalRules::Reason &one : m_parts.pack->disposal.reasons) {
        if (one.text.ja == request.purpose)
            why.id = one.id;
    }
    return Allowance{why, permission->needed ? permission->request : QString(), approversOf(permission->given)};
}

base::Result<void> Allowances::checkMaker(const Thing &thing, const Reason &reason) const
{
    const auto *known = m_parts.pack->disposal.reason(reason.id);
    if (!known || !known->isOwn || thing.makers.isEmpty() || thing.makers.contains(m_person->id))
        return {};
    QStringList names;
    for (const QString &maker : thing.makers) {
        const people::Person *person = m_parts.directory->find(maker);
        names += person ? person->name : maker;
    }
    return base::failure(base::ErrorCode::Forbidden, workflow::nameOf(Objection::NoRequest),
                         tr("For this reason only one's own may be erased, and this was labelled by %1. Please choose another reason and ask for permission.")
                             .arg(names.join(QStringLiteral("、"))));
}

base::Result<Allowance> Allowances::find(const Thing &thing, const std::optional<Reason> &reason, const QString &request) const
{
    if (reason && request.isEmpty()) {
        const workflow::DeedPlan plan{reason->action, {}, {}, reason->given, {thing.file}, reason->text, {}};
        const auto permission = workflow::permissionFor(plan, *m_person, {}, *m_parts.pack, m_parts.clock.now());
        if (permission && !permission->needed) {
            const auto own = checkMaker(thing, *reason);
            return own ? base::Result<Allowance>(Allowance{*reason, {}, {}}) : std::unexpected(own.error());
        }
        if (!permission && permission.error() == Objection::ForbiddenByRules)
            return workflow::refusedFor(permission.error());
    }
    Objection nearest = Objection::NoRequest;
    for (auto known = m_cases.rbegin(); known != m_cases.rend(); ++known) {
        if (!request.isEmpty() && known->request.id != request)
            continue;
        auto allowance = byCase(*known, thing, reason);
        if (allowance) {
            // A request that needed nobody's permission gives none.
            const auto own = allowance->request.isEmpty() ? checkMaker(thing, allowance->reason) : base::Result<void>();
            return own ? base::Result<Allowance>(std::move(*allowance)) : std::unexpected(own.error());
        }
        if (nearness(allowance.error()) > nearness(nearest))
            nearest = allowance.error();
    }
    return workflow::refusedFor(nearest);
}

base::Result<Allowance> Allowances::findWithoutClass(const policy::Classes &strictest, const std::optional<Reason> &reason) const
{
    if (!reason)
        return workflow::refusedFor(Objection::NoRequest);
    const policy::Situation situation{reason->action, strictest, m_person->role, {}, {}, reason->given};
    if (policy::evaluate(*m_parts.pack, situation).ruling == policy::Ruling::Forbidden)
        return workflow::refusedFor(Objection::ForbiddenByRules);
    if (!policy::approvalsFor(*m_parts.pack, situation).empty())
        return workflow::refusedFor(Objection::NoRequest);
    return Allowance{*reason, {}, {}};
}

} // namespace shirushi::disposal
