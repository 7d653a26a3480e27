#include "sending/sendingrecord.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace shirushi::sending {

namespace {

QString textOf(const ledger::Entry &entry, const char *name)
{
    return entry.draft.details.value(QLatin1String(name)).toString();
}

QStringList textsOf(const ledger::Entry &entry, const char *name)
{
    QStringList texts;
    for (const QJsonValue &value : entry.draft.details.value(QLatin1String(name)).toArray())
        texts += value.toString();
    return texts;
}

Record recordFrom(const ledger::Entry &entry)
{
    Record record;
    record.id = textOf(entry, "sending");
    record.seq = entry.seq;
    record.at = entry.at;
    record.by = entry.user;
    record.parcel = entry.draft.file;
    record.sha256 = entry.draft.sha256;
    const QJsonObject levels = entry.draft.after.toObject().value(QStringLiteral("classes")).toObject();
    for (auto level = levels.begin(); level != levels.end(); ++level)
        record.classes.emplace(level.key(), level.value().toString());
    record.files = textsOf(entry, "files");
    record.recipients = textsOf(entry, "recipients");
    record.action = textOf(entry, "action");
    record.destination = textOf(entry, "destination");
    record.channel = textOf(entry, "channel");
    record.format = textOf(entry, "format");
    record.hasPassword = entry.draft.details.value(QStringLiteral("password")).toBool();
    return record;
}

// What came later; the first of its kind counts.
void add(Record &record, const ledger::Entry &entry)
{
    const QString &kind = entry.draft.kind;
    if (kind == deliveredKind && record.deliveredBy.isEmpty()) {
        record.deliveredBy = textOf(entry, "way");
        record.deliveredTo = textOf(entry, "to");
        record.deliveredAt = entry.at;
    } else if (kind == forgottenKind && !record.forgottenAt.isValid()) {
        record.forgottenAt = entry.at;
    } else if (kind == receiptKind && !record.confirmedAt.isValid()) {
        record.confirmedAt = entry.at;
        record.confirmedBy = textOf(entry, "by");
    } else if (kind == missentKind && !record.missentAt.isValid()) {
        record.missentAt = entry.at;
    }
}

} // namespace

bool Record::awaitsReceipt() const
{
    const bool hasReader = destination != u"public" && channel != u"sns" && channel != u"web-meeting";
    return hasReader && !confirmedAt.isValid() && !missentAt.isValid() && !forgottenAt.isValid();
}

bool Record::isOverdue(const QDateTime &now, int days) const
{
    return (isPending() || awaitsReceipt()) && at.addDays(days) < now;
}

base::Result<std::vector<Record>> sendingRecords(ledger::Ledger &ledger)
{
    ledger::Query query;
    query.kinds = {sentKind, deliveredKind, forgottenKind, receiptKind, missentKind};
    std::vector<Record> records;
    std::vector<ledger::Entry> later;
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        if (entry.draft.kind == sentKind)
            records.push_back(recordFrom(entry));
        else
            later.push_back(entry);
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    std::map<QString, std::size_t> places;
    std::ranges::sort(records, {}, &Record::seq);
    for (std::size_t place = 0; place < records.size(); ++place)
        places.emplace(records[place].id, place);
    std::ranges::sort(later, {}, &ledger::Entry::seq);
    for (const ledger::Entry &entry : later) {
        if (const auto place = places.find(textOf(entry, "sending")); place != places.end())
            add(records[place->second], entry);
    }
    return records;
}

base::Result<Record> sendingRecord(ledger::Ledger &ledger, const QString &id)
{
    auto records = sendingRecords(ledger);
    if (!records)
        return std::unexpected(records.error());
    const auto found = std::ranges::find(*records, id, &Record::id);
    if (found == records->end()) {
        return base::failure(base::ErrorCode::NotFound, id,
                             QCoreApplication::translate("shirushi::sending", "There is no sending of this number."));
    }
    return std::move(*found);
}

} // namespace shirushi::sending
