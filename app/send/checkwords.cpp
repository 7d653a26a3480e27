#include "send/checkwords.h"

#include "classify/decision.h"
#include "sending/answertext.h"
#include "widgets/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace shirushi::send {

using widgets::inWindowLanguage;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::send", text);
}

struct Words {
    const char *id;
    const char *text;
    const char *note;
};

constexpr Words destinationWords[] = {
    {"internal", QT_TRANSLATE_NOOP("shirushi::send", "Inside the office"),
     QT_TRANSLATE_NOOP("shirushi::send", "Another section, the section next door")},
    {"government", QT_TRANSLATE_NOOP("shirushi::send", "Another municipality or the state"),
     QT_TRANSLATE_NOOP("shirushi::send", "The prefecture, a ministry, a neighbouring city")},
    {"contractor", QT_TRANSLATE_NOOP("shirushi::send", "A contractor"),
     QT_TRANSLATE_NOOP("shirushi::send", "A company that works under a contract")},
    {"resident", QT_TRANSLATE_NOOP("shirushi::send", "A resident"),
     QT_TRANSLATE_NOOP("shirushi::send", "The person concerned, an applicant, a family")},
    {"council", QT_TRANSLATE_NOOP("shirushi::send", "The council"),
     QT_TRANSLATE_NOOP("shirushi::send", "Its members, the council’s office")},
    {"public", QT_TRANSLATE_NOOP("shirushi::send", "Everybody (publication)"),
     QT_TRANSLATE_NOOP("shirushi::send", "A home page, an open posting")},
};

constexpr Words channelWords[] = {
    {"mail", QT_TRANSLATE_NOOP("shirushi::send", "E-mail (internet)"), QT_TRANSLATE_NOOP("shirushi::send", "Attached to an ordinary mail")},
    {"lgwan-mail", QT_TRANSLATE_NOOP("shirushi::send", "LGWAN mail"), QT_TRANSLATE_NOOP("shirushi::send", "Mail on the network of municipalities alone")},
    {"file-transfer", QT_TRANSLATE_NOOP("shirushi::send", "File transfer service"), QT_TRANSLATE_NOOP("shirushi::send", "The recipient downloads it from a page")},
    {"web-form", QT_TRANSLATE_NOOP("shirushi::send", "Form on a web page"), QT_TRANSLATE_NOOP("shirushi::send", "Uploaded where somebody asks for it")},
    {"medium", QT_TRANSLATE_NOOP("shirushi::send", "Handing over a medium"), QT_TRANSLATE_NOOP("shirushi::send", "A USB stick or a DVD, brought in person")},
    {"post", QT_TRANSLATE_NOOP("shirushi::send", "Post"), QT_TRANSLATE_NOOP("shirushi::send", "A letter, a parcel")},
    {"web-meeting", QT_TRANSLATE_NOOP("shirushi::send", "Web meeting"), QT_TRANSLATE_NOOP("shirushi::send", "Shown or handed out in the meeting")},
    {"sns", QT_TRANSLATE_NOOP("shirushi::send", "Social media"), QT_TRANSLATE_NOOP("shirushi::send", "Posted there, also in a message")},
};

std::vector<Offer> offersOf(std::span<const Words> table, const QStringList &ids)
{
    std::vector<Offer> offers;
    for (const QString &id : ids) {
        const auto found = std::find_if(table.begin(), table.end(), [&](const Words &words) { return id == QLatin1String(words.id); });
        offers.push_back(found == table.end() ? Offer{id, id, {}} : Offer{id, tr(found->text), tr(found->note)});
    }
    return offers;
}

QString nameIn(const std::vector<Offer> &offers, const QString &id)
{
    const auto found = std::find_if(offers.begin(), offers.end(), [&](const Offer &offer) { return offer.id == id; });
    return found == offers.end() ? id : found->text;
}

Duty dutyOf(const policy::Obligation &obligation, const policy::Pack &pack)
{
    QStringList notes;
    if (pack.role(obligation.approver)) {
        const QString word = inWindowLanguage(obligation.word);
        const QString role = classify::roleText(pack, obligation.approver);
        notes += word.isEmpty() ? tr("To be asked of: %1").arg(role) : tr("%2 is to be asked of: %1").arg(role, word);
    }
    if (obligation.ifNeeded)
        notes += tr("As needed: where it is left out, the reason is recorded");
    return {inWindowLanguage(obligation.text), notes.join(QStringLiteral("\n")), obligation.citation};
}

std::vector<Duty> dutiesOf(const std::vector<policy::Obligation> &obligations, const policy::Pack &pack)
{
    std::vector<Duty> duties;
    for (const policy::Obligation &obligation : obligations)
        duties.push_back(dutyOf(obligation, pack));
    return duties;
}

QString scopeText(const sending::Answer &answer, const policy::Pack &asked)
{
    const QString role = classify::roleText(asked, answer.situation.role);
    const QString title = inWindowLanguage(asked.title);
    if (answer.pack->id == asked.id)
        return tr("“%1” stands outside the scope of these rules (%2)").arg(role, title);
    return tr("“%1” stands outside the scope of these rules (%2). What follows is the answer of %3 (a proposal), for: %4")
        .arg(role, title, inWindowLanguage(answer.pack->shortTitle), policy::classText(*answer.pack, answer.situation.classes));
}

QString draftText(const sending::Answer &answer)
{
    const QString &notice = inWindowLanguage(answer.pack->notice);
    return notice.isEmpty() ? tr("This answer is a proposal (案)") : tr("This answer is a proposal (案): %1").arg(notice);
}

} // namespace

std::vector<Offer> destinationOffers()
{
    return offersOf(destinationWords, sending::destinations());
}

std::vector<Offer> channelOffers()
{
    return offersOf(channelWords, sending::channels());
}

QString destinationName(const QString &id)
{
    return nameIn(destinationOffers(), id);
}

QString channelName(const QString &id)
{
    return nameIn(channelOffers(), id);
}

std::vector<Offer> roleOffers(const policy::Pack &pack)
{
    std::vector<Offer> offers;
    const auto add = [&](const policy::Role &role) {
        offers.push_back({role.id, inWindowLanguage(role.title), inWindowLanguage(role.post)});
    };
    const QStringList first{QStringLiteral("staff"), QStringLiteral("councillor")};
    for (const QString &id : first) {
        if (const policy::Role *role = pack.role(id))
            add(*role);
    }
    for (const policy::Role &role : pack.roles) {
        if (!role.absent && !first.contains(role.id))
            add(role);
    }
    return offers;
}

std::vector<policy::Fact> offeredFacts(const sending::Answer &answer)
{
    const auto lifts = [&](const policy::Fact &fact) {
        return std::any_of(answer.pack->rules.begin(), answer.pack->rules.end(), [&](const policy::Rule &rule) {
            return rule.ruling == policy::Ruling::Forbidden && rule.when.unless.contains(fact.id);
        });
    };
    std::vector<policy::Fact> facts = answer.facts;
    std::stable_partition(facts.begin(), facts.end(), lifts);
    return facts;
}

VerdictWords wordsOf(const sending::Answer &answer, const policy::Pack &asked, const policy::Classes &classes)
{
    const policy::Pack &pack = *answer.pack;
    VerdictWords words;
    if (answer.outsideScope) {
        words.scope = scopeText(answer, asked);
        words.scopeCitation = answer.scope;
    }
    words.ruling = answer.verdict.ruling;
    words.sentence = sending::sentenceOf(answer);
    words.situation = tr("%1, to: %2, by: %3").arg(policy::classText(asked, classes), destinationName(answer.situation.destination),
                                               channelName(answer.situation.channel));
    if (answer.isDraft())
        words.draft = draftText(answer);
    for (const policy::Text &explanation : answer.verdict.explanations)
        words.reasons += inWindowLanguage(explanation);
    words.articles = answer.verdict.citations;
    if (words.ruling != policy::Ruling::Forbidden) {
        words.duties = dutiesOf(answer.verdict.obligations, pack);
        words.reminders = dutiesOf(answer.verdict.reminders, pack);
    }
    const policy::Role *adviser = pack.role(pack.questionsTo);
    if (adviser && !adviser->absent) {
        const QString role = classify::roleText(pack, adviser->id);
        words.consult = words.ruling == policy::Ruling::Forbidden ? tr("If it has to be sent nevertheless, ask: %1").arg(role)
                                                                  : tr("If you are not sure, ask: %1").arg(role);
    }
    return words;
}

} // namespace shirushi::send
