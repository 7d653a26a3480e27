#include "policy/classification.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

const Level *chosenLevel(const Axis &axis, const Classes &classes)
{
    const auto found = classes.find(axis.id);
    return found == classes.end() ? nullptr : axis.level(found->second);
}

void forEachLevel(const Pack &pack, const Classes &classes,
                  const std::function<void(const Axis &, const Level &)> &visit)
{
    for (const Axis &axis : pack.axes) {
        if (const Level *level = chosenLevel(axis, classes))
            visit(axis, *level);
    }
}

base::Result<void> checkChoice(const Pack &pack, const QString &axisId, const QString &levelId)
{
    const Axis *axis = pack.axis(axisId);
    if (!axis) {
        return base::failure(base::ErrorCode::InvalidInput, axisId,
                             tr("The policy “%1” has no axis “%2”.").arg(pack.shortTitle.ja, axisId));
    }
    if (!axis->level(levelId)) {
        return base::failure(base::ErrorCode::InvalidInput, axisId,
                             tr("The axis “%1” has no level “%2”.").arg(axis->title.ja, levelId));
    }
    return {};
}

// What LibreOffice calls the axis; one axis of another name stands for confidentiality.
QString impactName(const QString &axisId)
{
    if (axisId == u"integrity")
        return QStringLiteral("Integrity");
    if (axisId == u"availability")
        return QStringLiteral("Availability");
    return QStringLiteral("Confidentiality");
}

} // namespace

base::Result<void> checkClasses(const Pack &pack, const Classes &classes)
{
    for (const auto &[axisId, levelId] : classes) {
        if (const auto good = checkChoice(pack, axisId, levelId); !good)
            return good;
    }
    for (const Axis &axis : pack.axes) {
        if (!classes.contains(axis.id)) {
            return base::failure(base::ErrorCode::InvalidInput, axis.id,
                                 tr("No level was chosen on the axis “%1”.").arg(axis.title.ja));
        }
    }
    return {};
}

QString classText(const Pack &pack, const Classes &classes)
{
    QStringList marks;
    forEachLevel(pack, classes, [&](const Axis &, const Level &level) { marks.append(level.mark); });
    return marks.join(pack.marks.separator);
}

QString markText(const Pack &pack, const Classes &classes, const QStringList &restrictions)
{
    QString text = classText(pack, classes);
    if (pack.marks.restrictions && !restrictions.isEmpty())
        text += QStringLiteral("（") + restrictions.join(QStringLiteral("、")) + QStringLiteral("）");
    // A mark is one line, whatever a clerk typed into a restriction of his own.
    return text.simplified();
}

QString fileNameMark(const Pack &pack, const Classes &classes)
{
    QStringList marks;
    forEachLevel(pack, classes, [&](const Axis &axis, const Level &level) {
        if (axis.inFileName)
            marks.append(axis.fileMark + level.shortName);
    });
    return marks.isEmpty() ? QString()
                           : QStringLiteral("【") + marks.join(pack.marks.separator) + QStringLiteral("】");
}

std::vector<Restriction> restrictionsFor(const Pack &pack, const Classes &classes)
{
    std::vector<Restriction> restrictions;
    forEachLevel(pack, classes, [&](const Axis &, const Level &level) {
        for (const Restriction &restriction : level.restrictions) {
            const auto same = std::find_if(
                restrictions.begin(), restrictions.end(),
                [&](const Restriction &known) { return known.text.ja == restriction.text.ja; });
            if (same == restrictions.end())
                restrictions.push_back(restriction);
            else
                same->preset = same->preset || restriction.preset;
        }
    });
    return restrictions;
}

std::vector<std::pair<QString, QString>> libreOfficeProperties(const Pack &pack, const Classes &classes)
{
    const QString prefix = QStringLiteral("urn:bails:IntellectualProperty:");
    std::vector<std::pair<QString, QString>> properties;
    forEachLevel(pack, classes, [&](const Axis &axis, const Level &level) {
        properties.emplace_back(prefix + QStringLiteral("Impact:Level:") + impactName(axis.id),
                                QString::number(level.libreOfficeLevel));
    });
    if (properties.empty())
        return properties;
    properties.insert(properties.begin(),
                      {{prefix + QStringLiteral("BusinessAuthorizationCategory:Name"), classText(pack, classes)},
                       {prefix + QStringLiteral("Impact:Scale"), QStringLiteral("UK-Cabinet")}});
    return properties;
}

bool isLowering(const Pack &pack, const Classes &before, const Classes &after)
{
    return std::any_of(pack.axes.begin(), pack.axes.end(), [&](const Axis &axis) {
        const Level *old = chosenLevel(axis, before);
        const Level *young = chosenLevel(axis, after);
        return old && (!young || young->rank < old->rank);
    });
}

Classes strictest(const Pack &pack, const Classes &one, const Classes &other)
{
    Classes result;
    for (const Axis &axis : pack.axes) {
        const Level *left = chosenLevel(axis, one);
        const Level *right = chosenLevel(axis, other);
        const Level *stricter = !left || (right && right->rank > left->rank) ? right : left;
        if (stricter)
            result.emplace(axis.id, stricter->id);
    }
    return result;
}

base::Result<Classes> classesFromText(const Pack &pack, const QString &text)
{
    Classes classes;
    for (const QString &part : text.split(u',')) {
        const QStringList sides = part.trimmed().split(u'=');
        if (sides.size() != 2 || sides[0].isEmpty() || sides[1].isEmpty()) {
            return base::failure(base::ErrorCode::InvalidInput, text,
                                 tr("A class is written AXIS=LEVEL,AXIS=LEVEL; “%1” is not.").arg(part));
        }
        if (const auto good = checkChoice(pack, sides[0], sides[1]); !good)
            return std::unexpected(good.error());
        if (!classes.emplace(sides[0], sides[1]).second) {
            return base::failure(base::ErrorCode::InvalidInput, sides[0],
                                 tr("The axis “%1” is named twice.").arg(sides[0]));
        }
    }
    if (const auto complete = checkClasses(pack, classes); !complete)
        return std::unexpected(complete.error());
    return classes;
}

} // namespace shirushi::policy
