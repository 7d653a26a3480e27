#include "people/leaving.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <map>
#include <set>

namespace shirushi::people {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

QJsonValue valueOf(const QJsonObject &details, const QString &way)
{
    QJsonValue value = details;
    for (const QString &name : way.split(u'.'))
        value = value.toObject().value(name);
    return value;
}

QString memberOf(const QJsonObject &details, const QString &way)
{
    return valueOf(details, way).toString();
}

// A text, or a list of texts or of objects with a role.
QStringList partsIn(const QJsonValue &value)
{
    QStringList parts = value.isString() ? QStringList{value.toString()} : QStringList();
    const QJsonArray list = value.toArray();
    for (const QJsonValue &element : list)
        parts += element.isString() ? element.toString() : element.toObject().value(QStringLiteral("role")).toString();
    return parts;
}

// What has been ended of each, by id; the part of an end that ends everything is empty.
using Ended = std::map<QString, std::set<QString>>;

bool isOpen(const ledger::Entry &entry, const OpenKind &kind, const Ended &ended)
{
    const QJsonObject &details = entry.draft.details;
    const auto found = ended.find(memberOf(details, kind.member));
    if (found == ended.end())
        return true;
    QStringList parts;
    for (const QString &place : kind.parts) {
        if (parts.isEmpty())
            parts = partsIn(valueOf(details, place));
    }
    return !found->second.contains(QString())
           && std::any_of(parts.begin(), parts.end(), [&](const QString &part) { return !found->second.contains(part); });
}

QString subjectOf(const ledger::Entry &entry, const OpenKind &kind)
{
    if (!entry.draft.file.isEmpty())
        return entry.draft.file;
    const QString purpose = memberOf(entry.draft.details, kind.kind + QStringLiteral(".purpose"));
    return purpose.isEmpty() ? memberOf(entry.draft.details, kind.member) : purpose;
}

base::Result<Ended> endedIn(ledger::Ledger &ledger, const OpenKind &kind)
{
    ledger::Query query;
    for (const OpenKind::End &end : kind.ends)
        query.kinds += end.kind;
    Ended ended;
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        for (const OpenKind::End &end : kind.ends) {
            if (entry.draft.kind != end.kind)
                continue;
            const QStringList parts = end.part.isEmpty() ? QStringList{QString()}
                                                         : partsIn(valueOf(entry.draft.details, end.part));
            ended[memberOf(entry.draft.details, end.member)].insert(parts.begin(), parts.end());
        }
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return ended;
}

base::Result<void> addOpen(std::vector<LeavingItem> &items, ledger::Ledger &ledger, const QString &id,
                           const OpenKind &kind)
{
    const auto ended = endedIn(ledger, kind);
    if (!ended)
        return std::unexpected(ended.error());
    ledger::Query query;
    if (kind.person.isEmpty())
        query.users = {id};
    query.kinds = {kind.kind};
    return ledger.visit(query, [&](const ledger::Entry &entry) {
        const bool isTheirs = kind.person.isEmpty() || memberOf(entry.draft.details, kind.person) == id;
        if (isTheirs && isOpen(entry, kind, *ended))
            items.push_back({kind.kind, entry.seq, entry.at, subjectOf(entry, kind), kind.sentence});
        return true;
    });
}

} // namespace

std::vector<OpenKind> openKinds()
{
    const QString decided = QStringLiteral("decision.request");
    return {{QStringLiteral("request"), QStringLiteral("request.id"), QStringLiteral("request.asker.id"),
             {{QStringLiteral("approval"), decided, QStringLiteral("decision.role")},
              {QStringLiteral("refusal"), decided},
              {QStringLiteral("withdrawal"), decided},
              {QStringLiteral("paper-decision"), QStringLiteral("paperDecision.request"),
               QStringLiteral("paperDecision.roles")},
              {QStringLiteral("exception-report"), QStringLiteral("report.request"), QStringLiteral("report.to")}},
             tr("An application of this person is still open: it must be decided or withdrawn."),
             {QStringLiteral("request.needed"), QStringLiteral("request.reportTo")}}};
}

base::Result<std::vector<LeavingItem>> leavingChecklist(ledger::Ledger &ledger, const QString &id,
                                                        const std::vector<OpenKind> &kinds)
{
    std::vector<LeavingItem> items;
    const auto deeds = ledger.openDeeds();
    if (!deeds)
        return std::unexpected(deeds.error());
    for (const ledger::Deed &deed : *deeds) {
        const auto entry = ledger.entry(deed.seq);
        if (!entry)
            return std::unexpected(entry.error());
        if (*entry && (*entry)->user == id) {
            items.push_back({QStringLiteral("open-deed"), deed.seq, (*entry)->at, (*entry)->draft.file,
                             tr("This person's work on the file was interrupted and is not finished yet.")});
        }
    }
    for (const OpenKind &kind : kinds) {
        if (const auto added = addOpen(items, ledger, id, kind); !added)
            return std::unexpected(added.error());
    }
    std::sort(items.begin(), items.end(), [](const LeavingItem &one, const LeavingItem &other) { return one.seq < other.seq; });
    return items;
}

QJsonObject toJson(const LeavingItem &item)
{
    return {{QStringLiteral("kind"), item.kind},
            {QStringLiteral("seq"), static_cast<qint64>(item.seq)},
            {QStringLiteral("at"), base::toRfc3339(item.at)},
            {QStringLiteral("subject"), item.subject},
            {QStringLiteral("sentence"), item.sentence}};
}

} // namespace shirushi::people
