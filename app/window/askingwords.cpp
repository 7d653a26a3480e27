#include "window/askingwords.h"

#include "policy/approvals.h"
#include "widgets/language.h"
#include "window/deedwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::window {

using approvals::Named;
using widgets::inWindowLanguage;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

bool isAmong(const QStringList &wanted, const QString &actual)
{
    return wanted.isEmpty() || wanted.contains(actual);
}

// The words for what `action` needs: 承認・許可; empty where nobody is asked for it.
QStringList wordsFor(const policy::Pack &pack, const QString &action)
{
    QStringList words;
    for (const policy::Approval &approval : policy::approvalsOf(pack)) {
        const QString word = inWindowLanguage(approval.word);
        if (!approval.standing && isAmong(approval.when.actions, action) && !words.contains(word))
            words += word;
    }
    return words;
}

template <typename Pick>
bool makesADifference(const policy::Pack &pack, const QString &action, Pick pick)
{
    return std::any_of(pack.rules.begin(), pack.rules.end(), [&](const policy::Rule &rule) {
        return isAmong(rule.when.actions, action) && !pick(rule.when).isEmpty();
    });
}

// Whether the rule is about this deed, whatever facts are stated.
bool isAbout(const policy::Condition &when, const policy::Situation &situation)
{
    const bool isMeant = isAmong(when.actions, situation.action) && isAmong(when.roles, situation.role)
                         && isAmong(when.destinations, situation.destination) && isAmong(when.channels, situation.channel);
    return isMeant && (situation.classes.empty() || std::all_of(when.classes.begin(), when.classes.end(), [&](const auto &wanted) {
        const auto chosen = situation.classes.find(wanted.first);
        return chosen != situation.classes.end() && isAmong(wanted.second, chosen->second);
    }));
}

std::vector<Named> named(const QStringList &ids, QString (*text)(const QString &))
{
    std::vector<Named> all;
    for (const QString &id : ids)
        all.push_back({id, text(id)});
    return all;
}

std::vector<approvals::NamedAxis> axesOf(const policy::Pack &pack)
{
    std::vector<approvals::NamedAxis> axes;
    for (const policy::Axis &axis : pack.axes) {
        approvals::NamedAxis named{axis.id, inWindowLanguage(axis.title), {}};
        for (const policy::Level &level : axis.levels)
            named.levels.push_back({level.id, inWindowLanguage(level.name)});
        axes.push_back(std::move(named));
    }
    return axes;
}

QString personText(const people::Person &person, const workflow::Capacity &capacity, const people::Roster &roster)
{
    QString text = person.department.isEmpty() ? person.name : tr("%1 (%2)").arg(person.name, person.department);
    if (const people::Person *other = capacity.deputyFor.isEmpty() ? nullptr : roster.find(capacity.deputyFor))
        text = tr("%1, in place of %2").arg(text, other->name);
    return text;
}

} // namespace

QString roleText(const policy::Pack &pack, const QString &role)
{
    const policy::Role *known = pack.role(role);
    return known ? inWindowLanguage(known->title) : role;
}

std::vector<approvals::AskableDeed> askableDeeds(const policy::Pack &pack)
{
    std::vector<approvals::AskableDeed> deeds;
    for (const QString &action : knownActions()) {
        const QStringList words = wordsFor(pack, action);
        if (words.isEmpty())
            continue;
        approvals::AskableDeed deed{action, tr("%1 (%2)").arg(actionText(action), words.join(tr(" / "))), {}, {}, {}, {}};
        if (makesADifference(pack, action, [](const policy::Condition &when) { return when.destinations; }))
            deed.destinations = named(knownDestinations(), destinationText);
        if (makesADifference(pack, action, [](const policy::Condition &when) { return when.channels; }))
            deed.channels = named(knownChannels(), channelText);
        if (action == u"lower") {
            deed.target = axesOf(pack);
            deed.purposeNote = tr("Write the reason here. When the class is lowered, the same reason stands there already.");
        }
        deeds.push_back(std::move(deed));
    }
    return deeds;
}

std::vector<Named> groundsFor(const policy::Pack &pack, const policy::Situation &situation)
{
    QStringList asked;
    for (const policy::Rule &rule : pack.rules) {
        if (isAbout(rule.when, situation))
            asked += rule.when.given + rule.when.unless;
    }
    std::vector<Named> grounds;
    for (const policy::Fact &fact : pack.facts) {
        if (asked.contains(fact.id))
            grounds.push_back({fact.id, inWindowLanguage(fact.title)});
    }
    return grounds;
}

std::vector<approvals::Decider> decidersOf(const workflow::Request &request, const workflow::Standing &standing)
{
    std::vector<approvals::Decider> deciders;
    for (const workflow::Needed &needed : request.needed) {
        approvals::Decider decider{roleText(standing.pack, needed.role), inWindowLanguage(needed.word),
                                   {needed.article, needed.quote, needed.draft}, {}};
        for (const people::Person &person : standing.roster.persons) {
            if (person.closed)
                continue;
            const auto capacities = workflow::capacitiesOf(person.id, request, standing);
            const auto own = std::find_if(capacities.begin(), capacities.end(), [&needed](const workflow::Capacity &capacity) {
                return capacity.role == needed.role && !capacity.sharedDuties;
            });
            if (own != capacities.end())
                decider.people += personText(person, *own, standing.roster);
        }
        deciders.push_back(std::move(decider));
    }
    return deciders;
}

void addDeciders(approvals::Prospect &prospect, const workflow::Request &request, const workflow::Standing &standing)
{
    prospect.deciders = decidersOf(request, standing);
    for (const approvals::Decider &decider : prospect.deciders) {
        if (!decider.people.isEmpty())
            continue;
        prospect.cautions += standing.roster.switches.paperDecisions
                                 ? tr("In the roster nobody but perhaps yourself can decide as %1. An administrator can appoint "
                                      "somebody, or it is decided on paper.").arg(decider.role)
                                 : tr("In the roster nobody but perhaps yourself can decide as %1. An administrator can appoint "
                                      "somebody.").arg(decider.role);
    }
    if (request.urgent) {
        for (const QString &role : request.reportTo)
            prospect.reportTo += roleText(standing.pack, role);
    }
}

} // namespace shirushi::window
