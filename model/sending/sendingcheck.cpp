#include "sending/sendingcheck.h"

namespace shirushi::sending {

namespace {

using namespace policy;

// The levels of another policy that are like `classes` of `pack`: what neither says is taken at its strictest.
Classes translated(const Pack &pack, const Classes &classes, const Pack &other)
{
    Classes levels;
    const auto raise = [&](const QString &axisId, const QString &levelId) {
        const Axis *axis = other.axis(axisId);
        const Level *level = axis ? axis->level(levelId) : nullptr;
        if (!level)
            return;
        const auto known = levels.find(axisId);
        if (known == levels.end() || axis->level(known->second)->rank < level->rank)
            levels[axisId] = levelId;
    };
    for (const OutsideScope::Equivalent &equivalent : pack.outsideScope.equivalents) {
        const auto chosen = classes.find(equivalent.axis);
        if (chosen == classes.end() || chosen->second != equivalent.level)
            continue;
        for (const auto &[axis, level] : equivalent.levels)
            raise(axis, level);
    }
    for (const auto &[axis, level] : classes)
        raise(axis, level);
    for (const Axis &axis : other.axes)
        levels.try_emplace(axis.id, axis.strictest().id);
    return levels;
}

} // namespace

const QStringList &destinations()
{
    static const QStringList all{QStringLiteral("internal"),   QStringLiteral("government"), QStringLiteral("contractor"),
                                 QStringLiteral("resident"),   QStringLiteral("council"),    QStringLiteral("public")};
    return all;
}

const QStringList &channels()
{
    static const QStringList all{QStringLiteral("mail"),     QStringLiteral("lgwan-mail"), QStringLiteral("file-transfer"),
                                 QStringLiteral("web-form"), QStringLiteral("medium"),     QStringLiteral("post"),
                                 QStringLiteral("web-meeting"), QStringLiteral("sns")};
    return all;
}

QString actionOf(const QString &destination, const QString &channel)
{
    if (destination == u"public" || channel == u"sns")
        return QStringLiteral("publish");
    return channel == u"medium" || channel == u"post" ? QStringLiteral("provide") : QStringLiteral("send");
}

bool hidesNamesOf(const Pack &pack, const policy::Classes &classes)
{
    if (pack.axes.empty())
        return false;
    const policy::Axis &axis = pack.axes.front();
    const auto chosen = classes.find(axis.id);
    const policy::Level *level = chosen == classes.end() ? nullptr : axis.level(chosen->second);
    return level && level->tone == policy::Tone::High;
}

Answer check(const Library &library, const std::shared_ptr<const Pack> &pack, const Sending &sending)
{
    Answer answer;
    answer.pack = pack;
    answer.situation = {actionOf(sending.destination, sending.channel), sending.classes, sending.role,
                        sending.destination, sending.channel, sending.given};
    answer.outsideScope = !pack->appliesTo.isEmpty() && !pack->appliesTo.contains(sending.role);
    if (answer.outsideScope) {
        answer.scope = pack->scope;
        if (const auto other = library.find(pack->outsideScope.policy)) {
            answer.pack = other;
            answer.situation.classes = translated(*pack, sending.classes, *other);
        }
    }
    answer.verdict = evaluate(*answer.pack, answer.situation);
    answer.facts = factsThatMatter(*answer.pack, answer.situation);
    return answer;
}

} // namespace shirushi::sending
