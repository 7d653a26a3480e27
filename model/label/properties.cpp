#include "label/properties.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace shirushi::label {

namespace {

constexpr int mostPieces = 256;
constexpr auto ourPrefix = u"Shirushi.";
constexpr auto purviewPrefix = u"MSIP_Label_";
constexpr auto separator = u"; ";

QString pieceName(int piece)
{
    const QString name = QString::fromUtf16(labelProperty);
    return piece == 1 ? name : name + u'.' + QString::number(piece);
}

const QString *find(const Properties &properties, QStringView name)
{
    for (const auto &[key, value] : properties) {
        if (QStringView(key).compare(name, Qt::CaseInsensitive) == 0)
            return &value;
    }
    return nullptr;
}

QString shortened(const QString &text)
{
    if (text.size() <= longestValue)
        return text;
    int end = longestValue - 1;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + QStringLiteral("…");
}

} // namespace

Properties propertiesOf(const Stamp &stamp)
{
    Properties properties;
    properties.emplace_back(QString::fromUtf16(classProperty), shortened(stamp.classText));
    if (!stamp.restrictionText.isEmpty())
        properties.emplace_back(QString::fromUtf16(restrictionProperty), shortened(stamp.restrictionText));

    const QString text = QString::fromLatin1(base::toBase64Url(base::canonicalJson(toJson(stamp.label))));
    int piece = 1;
    for (qsizetype at = 0; at < text.size(); at += longestValue)
        properties.emplace_back(pieceName(piece++), text.mid(at, longestValue));

    properties.insert(properties.end(), stamp.interoperable.begin(), stamp.interoperable.end());
    return properties;
}

QString valueOf(const Properties &properties, QStringView name)
{
    const QString *value = find(properties, name);
    return value ? *value : QString();
}

bool hasProperty(const Properties &properties, QStringView name)
{
    return find(properties, name) != nullptr;
}

bool isOurName(const QString &name)
{
    return name.startsWith(QStringView(ourPrefix), Qt::CaseInsensitive);
}

bool isInteroperable(const QString &name)
{
    return name.startsWith(QStringView(interoperablePrefix), Qt::CaseInsensitive);
}

bool isPutAside(const QString &name)
{
    return name.startsWith(QStringView(beforePrefix), Qt::CaseInsensitive)
           && name.size() > QStringView(beforePrefix).size();
}

Ownership::Ownership(const Properties &all)
    : m_labelled(hasProperty(all, labelProperty)),
      m_interoperable(m_labelled && !valueOf(all, classProperty).isEmpty()
                      && valueOf(all, interoperableName) == valueOf(all, classProperty))
{
}

bool Ownership::isOurs(const QString &name) const
{
    if (isOurName(name))
        return !isPutAside(name);
    if (isInteroperable(name))
        return m_interoperable;
    const auto is = [&](QStringView other) { return QStringView(name).compare(other, Qt::CaseInsensitive) == 0; };
    return m_labelled && (is(classProperty) || is(restrictionProperty));
}

base::Result<std::optional<Label>> labelIn(const Properties &properties, const QString &subject)
{
    const auto damaged = [&] {
        return base::failure(
            base::ErrorCode::Damaged, subject,
            QCoreApplication::translate("shirushi::label", "The label in this file cannot be read."));
    };
    QString text;
    for (int piece = 1; piece <= mostPieces; ++piece) {
        const QString *value = find(properties, pieceName(piece));
        if (!value)
            break;
        text += *value;
    }
    if (text.isEmpty())
        return std::nullopt;
    const auto json = base::fromBase64Url(text.toLatin1());
    if (!json)
        return damaged();
    const auto object = base::parseJsonObject(*json, subject);
    if (!object)
        return damaged();
    auto label = labelFromJson(*object, subject);
    if (!label)
        return std::unexpected(label.error());
    return std::optional<Label>(std::move(*label));
}

// A Purview label is a handful of properties, MSIP_Label_<guid>_Enabled, …_Name, …_SiteId and so on; the
// name is not always among them.
std::vector<ForeignLabel> foreignLabelsIn(const Properties &properties)
{
    std::map<QString, QString> names; // guid → name
    for (const auto &[key, value] : properties) {
        if (!key.startsWith(QStringView(purviewPrefix), Qt::CaseInsensitive))
            continue;
        const QString rest = key.mid(QStringView(purviewPrefix).size());
        const qsizetype underscore = rest.indexOf(u'_');
        const QString guid = rest.left(underscore);
        QString &name = names[guid.toLower()];
        if (underscore >= 0 && rest.mid(underscore + 1).compare(u"Name", Qt::CaseInsensitive) == 0)
            name = value;
    }
    std::vector<ForeignLabel> labels;
    for (const auto &[guid, name] : names)
        labels.push_back({QStringLiteral("Microsoft Purview"), name.isEmpty() ? guid : name});
    return labels;
}

QString joinedWithOurs(const QString &ours, const QString &theirs)
{
    return theirs.isEmpty() ? ours : ours + QString::fromUtf16(separator) + theirs;
}

QString withoutOurs(const QString &joined, const QString &ours)
{
    if (ours.isEmpty())
        return joined;
    if (joined == ours)
        return {};
    const QString start = ours + QString::fromUtf16(separator);
    return joined.startsWith(start) ? joined.mid(start.size()) : joined;
}

} // namespace shirushi::label
