#include "policy/packchecks.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

struct KnownAxis {
    QString id;
    QStringList levels;
};

// Axes and levels whose ids are fixed, because labels and scripts carry them from one body to another.
std::vector<KnownAxis> knownAxes()
{
    const QStringList two = {QStringLiteral("2"), QStringLiteral("1")};
    return {{QStringLiteral("confidentiality"),
             {QStringLiteral("3A"), QStringLiteral("3B"), QStringLiteral("3C"), QStringLiteral("2"),
              QStringLiteral("1")}},
            {QStringLiteral("integrity"), two},
            {QStringLiteral("availability"), two},
            {QStringLiteral("importance"), {QStringLiteral("I"), QStringLiteral("II"), QStringLiteral("III")}}};
}

QStringList axesOfPack(const QString &packId)
{
    static const QStringList threeAxes = {QStringLiteral("buzen-council"), QStringLiteral("kurume"),
                                          QStringLiteral("unnan-iinan"), QStringLiteral("kita"),
                                          QStringLiteral("mic-model")};
    if (packId == u"kameoka")
        return {QStringLiteral("importance")};
    if (!threeAxes.contains(packId))
        return {};
    return {QStringLiteral("confidentiality"), QStringLiteral("integrity"), QStringLiteral("availability")};
}

QStringList rolesOfPack(const QString &packId)
{
    QStringList roles = {QStringLiteral("staff"), QStringLiteral("councillor"), QStringLiteral("security-manager"),
                         QStringLiteral("security-officer")};
    if (packId == u"kameoka") {
        roles << QStringLiteral("information-officer") << QStringLiteral("information-manager")
              << QStringLiteral("asset-manager") << QStringLiteral("network-manager")
              << QStringLiteral("system-manager");
    }
    return roles;
}

template <typename T>
QStringList idsOf(const std::vector<T> &values)
{
    QStringList ids;
    for (const T &value : values)
        ids.append(value.id);
    return ids;
}

void checkContract(const Pack &pack, Findings &findings)
{
    const QStringList axes = axesOfPack(pack.id);
    if (!axes.isEmpty() && idsOf(pack.axes) != axes) {
        findings.add(QStringLiteral("/axes"),
                     tr("The pack “%1” must have these axes: %2.").arg(pack.id, axes.join(QStringLiteral(", "))));
    }
    for (const KnownAxis &known : knownAxes()) {
        for (std::size_t index = 0; index < pack.axes.size(); ++index) {
            if (pack.axes[index].id == known.id && idsOf(pack.axes[index].levels) != known.levels) {
                findings.add(at(QStringLiteral("/axes"), index) + QStringLiteral("/levels"),
                             tr("The axis “%1” must have these levels, in this order: %2.")
                                 .arg(known.id, known.levels.join(QStringLiteral(", "))));
            }
        }
    }
    for (const QString &role : rolesOfPack(pack.id)) {
        if (!pack.role(role))
            findings.add(QStringLiteral("/roles"), tr("The role “%1” is missing.").arg(role));
    }
}

void checkLevels(const Axis &axis, const QString &path, Findings &findings)
{
    const QString levels = path + QStringLiteral("/levels");
    checkTwice(axis.levels, levels, QStringLiteral("/id"), [](const Level &level) { return level.id; }, findings);
    for (std::size_t index = 0; index < axis.levels.size(); ++index) {
        const Level &level = axis.levels[index];
        const QString place = at(levels, index);
        const auto same = std::find_if(axis.levels.begin(), axis.levels.begin() + static_cast<std::ptrdiff_t>(index),
                                       [&](const Level &earlier) { return earlier.rank == level.rank; });
        if (same->id != level.id) {
            findings.add(place + QStringLiteral("/rank"),
                         tr("The levels “%1” and “%2” have the same rank.").arg(same->id, level.id));
        } else if (index > 0 && axis.levels[index - 1].rank < level.rank) {
            findings.add(place + QStringLiteral("/rank"),
                         tr("The level “%1” is stricter than the one before it; the strictest comes first.")
                             .arg(level.id));
        }
        checkCitation(level.criterion, place + QStringLiteral("/criterion"), findings);
        for (std::size_t part = 0; part < level.restrictions.size(); ++part) {
            checkCitation(level.restrictions[part].citation,
                          at(place + QStringLiteral("/restrictions"), part) + QStringLiteral("/citation"), findings);
        }
    }
}

void checkAxes(const Pack &pack, Findings &findings)
{
    const QString path = QStringLiteral("/axes");
    if (pack.axes.empty())
        findings.add(path, tr("“%1” is missing.").arg(QStringLiteral("axes")));
    checkTwice(pack.axes, path, QStringLiteral("/id"), [](const Axis &axis) { return axis.id; }, findings);
    for (std::size_t index = 0; index < pack.axes.size(); ++index)
        checkLevels(pack.axes[index], at(path, index), findings);
}

void checkRoles(const Pack &pack, Findings &findings)
{
    const QString path = QStringLiteral("/roles");
    checkTwice(pack.roles, path, QStringLiteral("/id"), [](const Role &role) { return role.id; }, findings);
    for (std::size_t index = 0; index < pack.roles.size(); ++index) {
        const Role &role = pack.roles[index];
        if (role.absent && role.note.isEmpty())
            findings.add(at(path, index), tr("A note must say why the policy has no “%1”.").arg(role.id));
        checkCitation(role.citation, at(path, index) + QStringLiteral("/citation"), findings);
        checkPosts(pack, role.heldBy, at(path, index) + QStringLiteral("/heldBy"), findings);
        if (role.heldBy.contains(role.id))
            findings.add(at(path, index) + QStringLiteral("/heldBy"), tr("“%1” cannot stand for itself.").arg(role.id));
    }
    for (qsizetype index = 0; index < pack.appliesTo.size(); ++index) {
        if (!pack.role(pack.appliesTo[index])) {
            findings.add(at(QStringLiteral("/appliesTo"), static_cast<std::size_t>(index)),
                         tr("There is no role “%1”.").arg(pack.appliesTo[index]));
        }
    }
    checkPost(pack, pack.questionsTo, QStringLiteral("/questionsTo"), findings);
}

} // namespace

void Findings::add(const QString &path, const QString &reason)
{
    if (m_all.size() < limit)
        m_all.push_back({path, reason});
}

QString at(const QString &path, std::size_t index)
{
    return path + QStringLiteral("/") + QString::number(index);
}

QString givenTwice(const QString &id)
{
    return tr("“%1” is given twice.").arg(id);
}

void checkCitation(const Citation &citation, const QString &path, Findings &findings)
{
    if (!citation.article.isEmpty() && citation.quote.isEmpty() && !citation.draft)
        findings.add(path, tr("The citation has no quote, and is not marked as a draft."));
}

void checkPost(const Pack &pack, const QString &roleId, const QString &path, Findings &findings)
{
    const Role *role = pack.role(roleId);
    if (!role)
        findings.add(path, tr("There is no role “%1”.").arg(roleId));
    else if (role->absent)
        findings.add(path, tr("The policy has no post for the role “%1”.").arg(roleId));
}

void checkPosts(const Pack &pack, const QStringList &roleIds, const QString &path, Findings &findings)
{
    for (qsizetype index = 0; index < roleIds.size(); ++index)
        checkPost(pack, roleIds[index], at(path, static_cast<std::size_t>(index)), findings);
}

void checkChosenLevels(const Pack &pack, const std::map<QString, QString> &levels, const QString &path,
                       Findings &findings)
{
    for (const auto &[axisId, levelId] : levels) {
        const QString place = path + QStringLiteral("/") + axisId;
        const Axis *axis = pack.axis(axisId);
        if (!axis)
            findings.add(place, tr("There is no axis “%1”.").arg(axisId));
        else if (!axis->level(levelId))
            findings.add(place, tr("The axis “%1” has no level “%2”.").arg(axisId, levelId));
    }
}

void checkStructure(const Pack &pack, Findings &findings)
{
    checkContract(pack, findings);
    checkAxes(pack, findings);
    checkRoles(pack, findings);
    checkTwice(pack.domains, QStringLiteral("/domains"), QStringLiteral("/id"),
               [](const Domain &domain) { return domain.id; }, findings);
    checkCitation(pack.scope, QStringLiteral("/scope"), findings);
    for (std::size_t index = 0; index < pack.outsideScope.equivalents.size(); ++index) {
        const OutsideScope::Equivalent &equivalent = pack.outsideScope.equivalents[index];
        checkChosenLevels(pack, {{equivalent.axis, equivalent.level}},
                          at(QStringLiteral("/outsideScope/equivalents"), index), findings);
    }
}

} // namespace shirushi::policy
