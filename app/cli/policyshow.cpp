#include "cli/policyshow.h"

#include "cli/policyparagraphs.h"
#include "cli/terminaltext.h"

#include <QCoreApplication>

#include <map>

namespace shirushi::cli {

namespace {

using namespace policy;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QString rulingText(Ruling ruling)
{
    switch (ruling) {
    case Ruling::Permitted:
        return tr("Permitted");
    case Ruling::WithObligations:
        return tr("Permitted with obligations");
    case Ruling::Forbidden:
        break;
    }
    return tr("Forbidden");
}

QString head(const Pack &pack)
{
    QString text = plain(spoken(pack.title)) + u'\n' + QString(columns(spoken(pack.title)), u'=') + u'\n';
    text += labelled(tr("Policy"), pack.id + u' ' + pack.version + (pack.draft ? tr(" (draft)") : QString()), 0);
    text += labelled(tr("Authority"), spoken(pack.authority), 0);
    if (pack.enacted.isValid())
        text += labelled(tr("Enacted"), pack.enacted.toString(Qt::ISODate), 0);
    if (pack.inForce.isValid())
        text += labelled(tr("In force since"), pack.inForce.toString(Qt::ISODate), 0);
    text += labelled(tr("Based on"), pack.basedOn, 0);
    text += labelled(tr("Taken from"), spoken(pack.source), 0);
    text += labelled(tr("Please note"), spoken(pack.notice), 0);
    text += labelled(tr("Scope"), cited(pack.scope), 0);
    return text;
}

QString axisText(const Axis &axis)
{
    QString text = heading(spoken(axis.title) + QStringLiteral(" (") + axis.id + u')');
    for (const Level &level : axis.levels) {
        text += wrapped(level.id + QStringLiteral("  ") + spoken(level.name), 0);
        text += labelled(tr("Criterion"), cited(level.criterion), 4);
        text += labelled(tr("Note"), spoken(level.note), 4);
        for (const Restriction &restriction : level.restrictions)
            text += labelled(tr("Restriction"),
                             spoken(restriction.text) + QStringLiteral(" — ") + cited(restriction.citation), 4);
    }
    return text;
}

QString roleText(const Role &role)
{
    QString text = wrapped(role.id + QStringLiteral("  ") + spoken(role.title), 0);
    if (role.absent)
        text += wrapped(tr("This policy has no such post."), 4);
    text += labelled(tr("Post"), spoken(role.post), 4);
    text += labelled(tr("Note"), spoken(role.note), 4);
    if (!role.citation.article.isEmpty())
        text += labelled(tr("Basis"), cited(role.citation), 4);
    return text;
}

QString questionText(const Question &question)
{
    QString text = wrapped(question.id + QStringLiteral("  ") + spoken(question.text), 0);
    for (const Answer &answer : question.answers) {
        text += wrapped(answer.key + QStringLiteral("  ") + spoken(answer.text) + QStringLiteral(" → ")
                            + outcomeText(answer.outcome),
                        4);
        text += labelled(tr("Example"), spoken(answer.example), 7);
    }
    if (question.unknown)
        text += wrapped(QStringLiteral("?  ") + tr("I do not know") + QStringLiteral(" → ")
                            + outcomeText(*question.unknown),
                        4);
    return text + labelled(tr("Basis"), cited(question.citation), 4);
}

QString obligationText(const Pack &pack, const Obligation &obligation)
{
    QString text = labelled(obligation.ifNeeded ? tr("Obligation, if needed") : tr("Obligation"),
                            spoken(obligation.text) + QStringLiteral(" [") + obligation.id + u']', 4);
    if (!obligation.doneBy.isEmpty())
        text += labelled(tr("Seen to by"), roleName(pack, obligation.doneBy), 8);
    for (const QString &role : obligation.reportTo)
        text += labelled(tr("To be told"), roleName(pack, role), 8);
    return text;
}

QString ruleText(const Pack &pack, const Rule &rule)
{
    QString text = wrapped(rule.id + QStringLiteral("  ") + (rule.reminder ? tr("Reminder") : rulingText(rule.ruling)), 0);
    text += labelled(tr("When"), conditionText(pack, rule.when), 4);
    for (const Obligation &obligation : rule.obligations)
        text += obligationText(pack, obligation);
    text += wrapped(spoken(rule.explanation), 4);
    return text + labelled(tr("Basis"), cited(rule.citation), 4);
}

QString strengthText(const QString &strength)
{
    return strength == u"must" ? tr("must") : strength == u"should" ? tr("should") : tr("may");
}

QString stateText(const QString &state)
{
    if (state == u"served")
        return tr("Served");
    if (state == u"partly")
        return tr("Partly served");
    return state == u"planned" ? tr("Planned") : tr("Not served");
}

QString provisionText(const Provision &provision)
{
    QString text = u'\n'
                   + wrapped(provision.id + QStringLiteral("  ") + provision.article + QStringLiteral("  [")
                                 + strengthText(provision.strength) + u']',
                             0);
    text += wrapped(QStringLiteral("「") + provision.quote + QStringLiteral("」"), 4);
    QString state = stateText(provision.state);
    if (!provision.feature.isEmpty())
        state += QStringLiteral(" (") + provision.feature + u')';
    return text + wrapped(state + QStringLiteral(": ") + spoken(provision.note), 4);
}

QString coverageSummary(const Pack &pack)
{
    std::map<QString, int> counts;
    for (const Provision &provision : pack.provisions)
        ++counts[provision.state];
    QStringList parts;
    for (const QString &state : {QStringLiteral("served"), QStringLiteral("partly"), QStringLiteral("planned"),
                                 QStringLiteral("not")})
        parts << stateText(state) + QStringLiteral(" ") + QString::number(counts[state]);
    return tr("Articles: %1 (%2)").arg(pack.provisions.size()).arg(parts.join(QStringLiteral(", ")));
}

} // namespace

QString outcomeText(const Outcome &outcome)
{
    QStringList parts;
    if (!outcome.next.isEmpty())
        parts << outcome.next;
    if (!outcome.level.isEmpty())
        parts << outcome.level;
    for (const auto &[axis, level] : outcome.levels)
        parts << axis + u'=' + level;
    if (outcome.inherit)
        parts << tr("the label of where it came from");
    if (outcome.begin)
        parts << tr("on to the questions");
    if (outcome.refer)
        parts << tr("referred; until it is answered");
    return parts.join(QStringLiteral(", "));
}

QString packText(const Pack &pack)
{
    QString text = head(pack);
    for (const Axis &axis : pack.axes)
        text += axisText(axis);
    text += heading(tr("Roles"));
    for (const Role &role : pack.roles)
        text += roleText(role);
    text += heading(tr("Questions"));
    for (const Question &question : pack.questions)
        text += questionText(question);
    text += heading(tr("Rules"));
    for (const Rule &rule : pack.rules)
        text += ruleText(pack, rule);
    text += officeText(pack);
    return text;
}

QString coverageText(const Pack &pack)
{
    QString text = head(pack) + heading(tr("What Shirushi does about each article"));
    text += coverageSummary(pack) + u'\n';
    for (const Provision &provision : pack.provisions)
        text += provisionText(provision);
    return text;
}

} // namespace shirushi::cli
