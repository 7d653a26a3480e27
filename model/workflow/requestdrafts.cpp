#include "workflow/requestdrafts.h"

#include "policy/classesjson.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::workflow {

namespace {

// File names stand under "name" and contents under "contents", where the search finds them.
QJsonArray namesOf(const Request &request)
{
    QJsonArray names;
    for (const RequestFile &file : request.files)
        names.append(file.name);
    return names;
}

QJsonArray contentsOf(const Request &request)
{
    QJsonArray contents;
    for (const RequestFile &file : request.files)
        contents.append(file.contentHash);
    return contents;
}

// What stands in the column of the file: its name, without a folder, or the first one's and how many more.
QString fileText(const Request &request)
{
    if (request.files.empty())
        return {};
    const QString &first = request.files.front().name;
    if (request.files.size() == 1)
        return first;
    return QCoreApplication::translate("shirushi::workflow", "%1 and %2 more")
        .arg(first, QString::number(request.files.size() - 1));
}

ledger::EntryDraft about(const Request &request, const policy::Pack &pack, const QString &kind, const QString &reason)
{
    ledger::EntryDraft draft;
    draft.kind = kind;
    draft.reason = reason;
    draft.file = fileText(request);
    if (request.files.size() == 1) {
        draft.contentHash = request.files.front().contentHash;
        draft.sha256 = request.files.front().sha256;
    }
    if (!request.files.empty()) {
        draft.after = QJsonObject{{QStringLiteral("policy"), request.policy},
                                  {QStringLiteral("classes"), policy::classesJson(classesOf(pack, request.files))}};
    }
    draft.details.insert(QStringLiteral("name"), namesOf(request));
    if (request.files.size() > 1)
        draft.details.insert(QStringLiteral("contents"), contentsOf(request));
    return draft;
}

} // namespace

ledger::EntryDraft draftOf(const Request &request, const policy::Pack &pack)
{
    ledger::EntryDraft draft = about(request, pack, QStringLiteral("request"), request.purpose);
    draft.details.insert(QStringLiteral("request"), toJson(request));
    return draft;
}

ledger::EntryDraft draftOf(const Decision &decision, const Request &request, const policy::Pack &pack)
{
    ledger::EntryDraft draft = about(request, pack, entryKindOf(decision.ruling),
                                     decision.sharedDutiesReason.isEmpty() ? decision.comment
                                                                           : decision.sharedDutiesReason);
    draft.details.insert(QStringLiteral("decision"), toJson(decision));
    return draft;
}

ledger::EntryDraft draftOf(const PaperDecision &decision, const Request &request, const policy::Pack &pack)
{
    ledger::EntryDraft draft = about(request, pack, QStringLiteral("paper-decision"), decision.documentNumber);
    draft.details.insert(QStringLiteral("paperDecision"), toJson(decision));
    return draft;
}

ledger::EntryDraft draftOf(const Report &report, const Request &request, const policy::Pack &pack)
{
    ledger::EntryDraft draft = about(request, pack, QStringLiteral("exception-report"), report.text);
    draft.details.insert(QStringLiteral("report"),
                         QJsonObject{{QStringLiteral("request"), report.request},
                                     {QStringLiteral("to"), QJsonArray::fromStringList(report.to)},
                                     {QStringLiteral("text"), report.text}});
    return draft;
}

} // namespace shirushi::workflow
