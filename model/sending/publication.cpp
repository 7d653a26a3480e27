#include "sending/publication.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "label/contenthash.h"
#include "labelling/entrydrafts.h"
#include "sending/ordercheck.h"
#include "sending/plainline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

constexpr qsizetype longestPlace = 400; // UTF-16 units
const QString publishedKind = QStringLiteral("published");
const QString checkedKind = QStringLiteral("publication-check");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

base::Result<QString> sha256Of(const base::Path &path)
{
    const auto source = platform::FileSource::open(path);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
    return QString::fromLatin1(base::toHex(*digest));
}

// Kinds and how many; never what they say.
QJsonObject countsOf(const label::HiddenReport &report)
{
    QJsonObject counts;
    for (const auto &[kind, count] : report.counts)
        counts.insert(label::wordFor(kind), static_cast<double>(count));
    return counts;
}

PublicationRecord recordFrom(const ledger::Entry &entry)
{
    const QJsonObject &details = entry.draft.details;
    PublicationRecord record;
    record.id = details.value(QStringLiteral("publication")).toString();
    record.seq = entry.seq;
    record.at = entry.at;
    record.by = entry.user;
    record.file = entry.draft.file;
    record.place = details.value(QStringLiteral("place")).toString();
    record.contentHash = entry.draft.contentHash;
    record.sha256 = entry.draft.sha256;
    const QJsonObject hidden = details.value(QStringLiteral("hidden")).toObject();
    for (auto kind = hidden.begin(); kind != hidden.end(); ++kind)
        record.hidden[kind.key()] = kind.value().toInt();
    record.acquired = details.value(QStringLiteral("acquired")).toObject().value(QStringLiteral("sha256")).toString();
    return record;
}

std::unexpected<base::Error> changed(const base::Path &path)
{
    return base::failure(ErrorCode::Changed, base::toDisplay(path), tr("The file was changed by another program meanwhile."));
}

QString fileNameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

} // namespace

QString wordFor(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Same: return QStringLiteral("same");
    case Comparison::OnlyLabel: return QStringLiteral("only-label");
    case Comparison::Differs: break;
    }
    return QStringLiteral("differs");
}

base::Result<std::optional<Acquisition>> PublicationDesk::acquisitionOf(const QString &contentHash)
{
    ledger::Query query;
    query.kinds = {QStringLiteral("received"), QStringLiteral("label")};
    query.contentHash = contentHash;
    std::optional<Acquisition> first;
    const auto visited = m_parts.ledger.visit(query, [&](const ledger::Entry &entry) {
        if (!first || entry.seq < first->seq)
            first = Acquisition{entry.seq, entry.at, entry.draft.sha256};
        return true;
    });
    return visited ? base::Result<std::optional<Acquisition>>(first) : std::unexpected(visited.error());
}

bool Published::hasFindings() const
{
    return std::ranges::any_of(files, [](const PublishedFile &file) { return !file.hidden.isEmpty(); });
}

base::Result<PublicationDesk::Looked> PublicationDesk::examine(const Publication &publication)
{
    Order order;
    order.files = publication.files;
    order.destination = QStringLiteral("public");
    order.channel = publication.channel;
    order.given = publication.given;
    order.purpose = publication.purpose;
    order.basis = publication.basis;
    auto permit = SendingDesk(m_parts).permit(order);
    if (!permit)
        return std::unexpected(permit.error());
    Looked looked{std::move(*permit), {}};
    looked.published.answer = looked.permit.answer;
    looked.published.request = looked.permit.request;
    for (std::size_t i = 0; i < looked.permit.paths.size(); ++i) {
        const base::Path &path = looked.permit.paths[i];
        auto hash = sha256Of(path);
        auto hidden = hash ? label::findHidden(path) : std::unexpected(hash.error());
        if (!hidden)
            return std::unexpected(hidden.error());
        auto acquired = acquisitionOf(looked.permit.files[i].contentHash);
        if (!acquired)
            return std::unexpected(acquired.error());
        looked.published.files.push_back({path, std::move(*hidden), std::move(*acquired), std::move(*hash), {}});
    }
    return looked;
}

base::Result<Published> PublicationDesk::look(const Publication &publication)
{
    auto looked = examine(publication);
    return looked ? base::Result<Published>(std::move(looked->published)) : std::unexpected(looked.error());
}

base::Result<Published> PublicationDesk::publish(const Publication &publication)
{
    const QString place = publication.place.trimmed();
    if (place.isEmpty())
        return base::failure(ErrorCode::InvalidInput, {}, tr("Please say where it is published."));
    if (!isPlainLine(place, longestPlace))
        return base::failure(ErrorCode::InvalidInput, {}, tr("This is too long, or has characters in it that nobody sees."));
    auto looked = examine(publication);
    if (!looked)
        return std::unexpected(looked.error());
    Order said;
    said.sanitised = publication.sanitised;
    if (const auto right = checkOrder(said, looked->permit.answer); !right)
        return std::unexpected(right.error());
    for (const PublishedFile &file : looked->published.files) {
        if (!publication.seen.isEmpty() && !publication.seen.contains(file.sha256))
            return changed(file.path);
    }
    if (looked->published.hasFindings() && !publication.acceptsHidden)
        return std::move(looked->published);
    if (const auto recorded = record(publication, *looked); !recorded)
        return std::unexpected(recorded.error());
    return std::move(looked->published);
}

base::Result<void> PublicationDesk::record(const Publication &publication, Looked &looked)
{
    const SendingDesk::Permit &permit = looked.permit;
    Published &published = looked.published;
    QJsonArray obligations;
    for (const auto &list : {permit.answer.verdict.obligations, permit.answer.verdict.reminders}) {
        for (const policy::Obligation &obligation : list)
            obligations.append(obligation.id);
    }
    auto batch = m_parts.ledger.begin(m_parts.session, m_parts.clock);
    if (!batch)
        return std::unexpected(batch.error());
    for (std::size_t i = 0; i < published.files.size(); ++i) {
        PublishedFile &file = published.files[i];
        // What was looked into is what is recorded.
        if (const auto now = sha256Of(file.path); !now || *now != file.sha256)
            return changed(file.path);
        file.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        ledger::EntryDraft draft;
        draft.kind = publishedKind;
        draft.file = base::toDisplay(std::filesystem::absolute(file.path));
        draft.contentHash = permit.files[i].contentHash;
        draft.sha256 = file.sha256;
        draft.before = QJsonValue();
        draft.after = labelling::classesJson(m_parts.pack->id, permit.files[i].classes);
        draft.reason = publication.purpose.trimmed();
        draft.details = {{QStringLiteral("publication"), file.id},
                         {QStringLiteral("place"), publication.place.trimmed()},
                         {QStringLiteral("channel"), publication.channel},
                         {QStringLiteral("hidden"), countsOf(file.hidden)},
                         {QStringLiteral("obligations"), obligations},
                         {QStringLiteral("rules"), QJsonArray::fromStringList(permit.answer.verdict.rules)},
                         {QStringLiteral("answeredBy"), permit.answer.pack->id}};
        if (file.acquired)
            draft.details.insert(QStringLiteral("acquired"), QJsonObject{{QStringLiteral("seq"), static_cast<double>(file.acquired->seq)},
                                                                         {QStringLiteral("sha256"), file.acquired->sha256}});
        if (!permit.request.isEmpty())
            draft.details.insert(QStringLiteral("of"), permit.request);
        if (!publication.basis.trimmed().isEmpty())
            draft.details.insert(QStringLiteral("basis"), publication.basis.trimmed());
        if (!publication.sanitised.trimmed().isEmpty())
            draft.details.insert(QStringLiteral("sanitised"), publication.sanitised.trimmed());
        if (const auto entry = batch->append(draft); !entry)
            return std::unexpected(entry.error());
    }
    if (const auto done = batch->commit(); !done)
        return std::unexpected(done.error());
    published.isRecorded = true;
    return {};
}

base::Result<std::vector<PublicationRecord>> PublicationDesk::list()
{
    ledger::Query query;
    query.kinds = {publishedKind, checkedKind};
    std::vector<PublicationRecord> records;
    std::vector<ledger::Entry> checks;
    const auto visited = m_parts.ledger.visit(query, [&](const ledger::Entry &entry) {
        if (entry.draft.kind == publishedKind)
            records.push_back(recordFrom(entry));
        else
            checks.push_back(entry);
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    std::sort(records.begin(), records.end(), [](const PublicationRecord &one, const PublicationRecord &other) { return one.seq < other.seq; });
    std::sort(checks.begin(), checks.end(), [](const ledger::Entry &one, const ledger::Entry &other) { return one.seq < other.seq; });
    std::map<QString, PublicationRecord *> byId;
    for (PublicationRecord &record : records)
        byId[record.id] = &record;
    for (const ledger::Entry &check : checks) {
        const auto record = byId.find(check.draft.details.value(QStringLiteral("publication")).toString());
        if (record == byId.end())
            continue;
        record->second->comparedAt = check.at;
        record->second->compared = check.draft.details.value(QStringLiteral("result")).toString();
    }
    return records;
}

base::Result<PublicationRecord> PublicationDesk::recordFor(const platform::FileSource &copy, const QString &sha256, const QString &id)
{
    const auto records = list();
    if (!records)
        return std::unexpected(records.error());
    const auto newest = [&](const auto &fits) -> const PublicationRecord * {
        const auto found = std::find_if(records->rbegin(), records->rend(), fits);
        return found == records->rend() ? nullptr : &*found;
    };
    const PublicationRecord *record = nullptr;
    if (!id.isEmpty()) {
        record = newest([&](const PublicationRecord &one) { return one.id == id; });
    } else {
        const QString name = base::toDisplay(copy.path().filename());
        const auto hash = label::contentHash(copy, m_parts.codecs);
        record = newest([&](const PublicationRecord &one) { return one.sha256 == sha256; });
        if (!record && hash)
            record = newest([&](const PublicationRecord &one) { return one.contentHash == *hash; });
        if (!record)
            record = newest([&](const PublicationRecord &one) { return fileNameOf(one.file) == name; });
    }
    if (!record) {
        return base::failure(ErrorCode::NotFound, id.isEmpty() ? base::toDisplay(copy.path()) : id,
                             tr("There is no record of such a publication."));
    }
    return *record;
}

base::Result<Compared> PublicationDesk::compare(const base::Path &copy, const QString &id)
{
    const auto source = platform::FileSource::open(copy);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
    const QString sha256 = QString::fromLatin1(base::toHex(*digest));
    auto record = recordFor(*source, sha256, id);
    if (!record)
        return std::unexpected(record.error());
    Compared compared{std::move(*record), Comparison::Differs};
    const auto content = label::contentHashLike(compared.record.contentHash, *source, m_parts.codecs);
    if (compared.record.sha256 == sha256)
        compared.result = Comparison::Same;
    else if (content && *content == compared.record.contentHash)
        compared.result = Comparison::OnlyLabel;
    ledger::EntryDraft draft;
    draft.kind = checkedKind;
    draft.file = compared.record.file;
    draft.contentHash = compared.record.contentHash;
    draft.sha256 = sha256;
    draft.details = {{QStringLiteral("publication"), compared.record.id}, {QStringLiteral("result"), wordFor(compared.result)}};
    const auto entry = m_parts.ledger.append(draft, m_parts.session, m_parts.clock);
    return entry ? base::Result<Compared>(std::move(compared)) : std::unexpected(entry.error());
}

} // namespace shirushi::sending
