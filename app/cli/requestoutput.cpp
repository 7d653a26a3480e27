#include "cli/requestoutput.h"

#include "base/clock.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::cli {

using workflow::Case;
using workflow::Given;
using workflow::Needed;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(base::toRfc3339(time)) : QJsonValue();
}

QString dayText(const QDateTime &time)
{
    return time.toLocalTime().date().toString(Qt::ISODate);
}

QString roleTitle(const policy::Pack &pack, const QString &role)
{
    const policy::Role *known = pack.role(role);
    return known ? known->title.ja : role;
}

QString stateOf(const Case &known)
{
    return known.objection ? workflow::sentence(*known.objection) : workflow::title(known.status.state);
}

QString filesText(const workflow::Request &request)
{
    if (request.files.empty())
        return QStringLiteral("-");
    const QString more = request.files.size() > 1 ? QStringLiteral(" +%1").arg(request.files.size() - 1) : QString();
    return line(request.files.front().name) + more;
}

QString givenText(const Given &given, const policy::Pack &pack)
{
    QString text = given.onPaper ? tr("By a decision on paper: %1, %2").arg(line(given.by), line(given.comment))
                                 : tr("Signed by %1").arg(line(given.by));
    if (!given.deputyFor.isEmpty())
        text += u' ' + tr("(deputy for %1)").arg(line(given.deputyFor));
    if (given.sharedDuties && given.countersignedBy.isEmpty())
        text += u' ' + tr("(who asked approved it; not countersigned yet)");
    else if (given.sharedDuties)
        text += u' ' + tr("(who asked approved it; countersigned by %1)").arg(line(given.countersignedBy));
    if (given.validUntil.isValid())
        text += u' ' + tr("until %1").arg(dayText(given.validUntil));
    return roleTitle(pack, given.role) + QStringLiteral(": ") + text;
}

} // namespace

QJsonObject givenJson(const Given &given)
{
    return {{QStringLiteral("role"), given.role},
            {QStringLiteral("by"), given.by},
            {QStringLiteral("deputyFor"), given.deputyFor},
            {QStringLiteral("onPaper"), given.onPaper},
            {QStringLiteral("sharedDuties"), given.sharedDuties},
            {QStringLiteral("countersignedBy"), given.countersignedBy},
            {QStringLiteral("comment"), given.comment},
            {QStringLiteral("at"), timeJson(given.at)},
            {QStringLiteral("validUntil"), timeJson(given.validUntil)}};
}

QJsonObject caseJson(const Case &known)
{
    QJsonObject json = workflow::toJson(known.request);
    QJsonArray waitingFor;
    for (const Needed &needed : known.status.waitingFor)
        waitingFor.append(needed.role);
    QJsonArray given;
    for (const Given &one : known.status.given)
        given.append(givenJson(one));
    QJsonArray objections;
    for (const auto &[seq, objection] : known.status.objections) {
        objections.append(QJsonObject{{QStringLiteral("entry"), static_cast<qint64>(seq)},
                                      {QStringLiteral("objection"), nameOf(objection)}});
    }
    json.insert(QStringLiteral("hash"), hashOf(known.request));
    json.insert(QStringLiteral("entry"), static_cast<qint64>(known.seq));
    json.insert(QStringLiteral("objection"), known.objection ? QJsonValue(nameOf(*known.objection)) : QJsonValue());
    json.insert(QStringLiteral("state"), nameOf(known.status.state));
    json.insert(QStringLiteral("waitingFor"), waitingFor);
    json.insert(QStringLiteral("approvals"), given);
    json.insert(QStringLiteral("validUntil"), timeJson(known.status.validUntil));
    json.insert(QStringLiteral("endedBy"), known.status.endedBy);
    json.insert(QStringLiteral("comment"), known.status.comment);
    json.insert(QStringLiteral("reportsDue"), QJsonArray::fromStringList(known.status.reportsDue));
    json.insert(QStringLiteral("objections"), objections);
    return json;
}

QString caseLine(const Case &known)
{
    const workflow::Request &request = known.request;
    return QStringList{request.id, dayText(request.at), stateOf(known), line(request.action), line(request.asker.id),
                       filesText(request), line(request.purpose)}
        .join(u'\t');
}

QString neededText(const Needed &needed, const policy::Pack &pack)
{
    return QStringLiteral("%1 %2 (%3)").arg(roleTitle(pack, needed.role), line(needed.word.ja), line(needed.article));
}

QString caseText(const Case &known, const policy::Pack &pack)
{
    const workflow::Request &request = known.request;
    QStringList lines{caseLine(known)};
    for (const workflow::RequestFile &file : request.files)
        lines += QStringLiteral("  ") + line(file.name) + u'\t' + policy::classText(pack, file.classes);
    if (!request.target.empty())
        lines += QStringLiteral("  ") + tr("Class afterwards: %1").arg(policy::classText(pack, request.target));
    else if (request.action == u"lower")
        lines += QStringLiteral("  ") + tr("The label is taken away");
    for (const Needed &needed : known.status.waitingFor)
        lines += QStringLiteral("  ") + tr("Waiting for: %1").arg(neededText(needed, pack));
    for (const Given &given : known.status.given)
        lines += QStringLiteral("  ") + givenText(given, pack);
    if (!known.status.endedBy.isEmpty())
        lines += QStringLiteral("  ") + line(known.status.endedBy) + QStringLiteral(": ") + line(known.status.comment);
    for (const QString &role : known.status.reportsDue)
        lines += QStringLiteral("  ") + tr("The report is due to: %1").arg(roleTitle(pack, role));
    for (const auto &[seq, objection] : known.status.objections)
        lines += QStringLiteral("  ") + tr("Entry %1 does not count: %2").arg(seq).arg(sentence(objection));
    return lines.join(u'\n') + u'\n';
}

} // namespace shirushi::cli
