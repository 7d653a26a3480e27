#include "disposal/stated.h"

#include "disposal/asking.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::disposal {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

base::Result<Allowances> allowancesFor(const DisposalParts &parts)
{
    workflow::RequestDesk desk({parts.ledger, parts.session, parts.directory, parts.pack, parts.clock});
    return Allowances::read(parts, desk);
}

base::Result<const policy::DisposalRules::Method *> methodFor(const Statement &statement, const policy::Pack &pack)
{
    const policy::DisposalRules::Method *method = pack.disposal.method(statement.method);
    if (!method || !method->kinds.contains(statement.asset.kind)) {
        QStringList known;
        for (const policy::DisposalRules::Method &one : pack.disposal.methods) {
            if (one.kinds.contains(statement.asset.kind))
                known += one.id;
        }
        return base::failure(ErrorCode::InvalidInput, statement.method, tr("There is no such method for this. There are: %1").arg(known.join(QStringLiteral(", "))));
    }
    const policy::DisposalRules::Demand *demand = pack.disposal.demandOn(statement.asset.kind, statement.asset.classes);
    if (demand && method->sanitization < demand->least)
        return base::failure(ErrorCode::InvalidInput, statement.method, tr("This class asks for more: %1").arg(demand->text.ja));
    return method;
}

base::Result<void> checkFollowUps(const Statement &statement, const policy::DisposalRules::Method &method, const DisposalParts &parts)
{
    if (statement.closes.empty())
        return {};
    const auto all = records(parts.ledger, recordsOf(0));
    if (!all)
        return std::unexpected(all.error());
    const std::vector<Record> open = withOpenFollowUps(*all);
    for (const std::int64_t seq : statement.closes) {
        const auto found = std::ranges::find(open, seq, &Record::seq);
        if (found == open.end() || statement.asset.kind == u"paper")
            return base::failure(ErrorCode::InvalidInput, QString::number(seq), tr("Nothing is left to be done after this entry."));
        const policy::DisposalRules::Method *wanted = parts.pack->disposal.method(found->followUp);
        if (wanted && method.sanitization < wanted->sanitization)
            return base::failure(ErrorCode::InvalidInput, statement.method, tr("Entry %1 asks for more: %2").arg(QString::number(seq), wanted->text.ja));
    }
    return {};
}

Record recordFor(const Statement &statement, const workflow::RequestFile &file, const Allowance &allowance, const policy::DisposalRules::Method &method,
                 QDate today)
{
    Record record;
    record.kind = statement.asset.kind;
    record.name = titleOf(statement.asset);
    record.contentHash = file.contentHash;
    record.policy = file.policy;
    record.classes = file.classes;
    record.reason = allowance.reason;
    record.request = allowance.request;
    record.approvers = allowance.approvers;
    record.method = method.id;
    record.sanitization = method.sanitization;
    record.outcome = Outcome::Stated;
    record.performer = statement.performer.trimmed();
    record.witness = statement.witness.trimmed();
    record.contractor = statement.contractor.trimmed();
    record.certificate = statement.certificate.trimmed();
    record.doneOn = statement.doneOn.isValid() ? statement.doneOn : today;
    record.closes = statement.closes;
    record.evidence = statement.evidence;
    return record;
}

// The record as it would be.
base::Result<Record> judge(const Statement &statement, const DisposalParts &parts)
{
    if (const auto checked = check(statement.asset, *parts.pack); !checked)
        return std::unexpected(checked.error());
    const QDate today = parts.clock.now().toLocalTime().date();
    if (statement.doneOn.isValid() && statement.doneOn > today)
        return base::failure(ErrorCode::InvalidInput, statement.doneOn.toString(Qt::ISODate), tr("This day has not come yet."));
    const auto method = methodFor(statement, *parts.pack);
    if (!method)
        return std::unexpected(method.error());
    if (const auto checked = checkFollowUps(statement, **method, parts); !checked)
        return std::unexpected(checked.error());
    std::optional<Reason> reason;
    if (!statement.reason.isEmpty()) {
        auto given = reasonFrom(*parts.pack, statement.reason);
        if (!given)
            return std::unexpected(given.error());
        reason = std::move(*given);
    }
    const auto allowances = allowancesFor(parts);
    if (!allowances)
        return std::unexpected(allowances.error());
    const workflow::RequestFile file = requestFileOf(statement.asset, *parts.pack);
    const auto allowance = allowances->find({file, keyOfAsset(file.contentHash)}, reason, statement.request);
    if (!allowance)
        return std::unexpected(allowance.error());
    return recordFor(statement, file, *allowance, **method, today);
}

} // namespace

base::Result<void> checkStatement(const Statement &statement, const DisposalParts &parts)
{
    const auto record = judge(statement, parts);
    return record ? base::Result<void>() : std::unexpected(record.error());
}

base::Result<Record> recordStatement(const Statement &statement, const DisposalParts &parts)
{
    const auto record = judge(statement, parts);
    if (!record)
        return record;
    const ledger::EntryDraft draft = draftOf(*record);
    auto batch = parts.ledger.begin(parts.session, parts.clock);
    if (!batch)
        return std::unexpected(batch.error());
    const auto entry = statement.attachment ? batch->append(draft, *statement.attachment) : batch->append(draft);
    if (!entry)
        return std::unexpected(entry.error());
    if (const auto committed = batch->commit(); !committed)
        return std::unexpected(committed.error());
    return *recordFrom(*entry);
}

base::Result<std::vector<Asset>> assetsOf(const QString &request, const DisposalParts &parts)
{
    const auto allowances = allowancesFor(parts);
    if (!allowances)
        return std::unexpected(allowances.error());
    const auto listed = allowances->listed(request);
    if (!listed)
        return std::unexpected(listed.error());
    std::vector<Asset> assets;
    for (const QJsonObject &json : listed->assets) {
        auto asset = assetFromJson(json, *parts.pack);
        if (!asset)
            return std::unexpected(asset.error());
        if (!allowances->isUsed(request, keyOfAsset(requestFileOf(*asset, *parts.pack).contentHash)))
            assets.push_back(std::move(*asset));
    }
    return assets;
}

} // namespace shirushi::disposal
