#include "label/ooxml/ooxmlproperties.h"

#include "label/ooxml/ooxmlcustompart.h"

#include <algorithm>

namespace shirushi::label::ooxml {

using base::Result;

namespace {

constexpr auto labelInfoType =
    u"http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels";
constexpr std::size_t mostForeign = 32;

Result<std::string> customPart(const OoxmlPackage &package)
{
    // Strict files have been seen with transitional types among theirs, and both spellings.
    QStringList types;
    for (const QStringView start : {QStringView(transitionalTypes), QStringView(strictTypes)})
        types << start + QStringView(customKind) << start + QStringView(strictCustomKind);
    return singlePart(package, types);
}

// Labels in docMetadata/LabelInfo.xml ([MS-OFFCRYPTO] 2.6.4) that the custom properties do not name already.
Result<void> readLabelInfo(const OoxmlPackage &package, PropertyReading &reading)
{
    const auto part = singlePart(package, {QString::fromUtf16(labelInfoType)});
    if (!part || part->empty())
        return {};
    const auto xml = package.smallContent(*part);
    if (!xml)
        return std::unexpected(xml.error());
    const auto outline = outlineOf(*xml, 3, package.subject());
    if (!outline)
        return {};
    constexpr std::size_t mostLabels = 64;
    if (outline->size() > mostLabels)
        return {};
    for (const Element &element : *outline) {
        const QString removed = element.text("removed");
        if (element.local() != "label" || removed == u"1" || removed == u"true")
            continue;
        const QString id = element.text("id").remove(u'{').remove(u'}').toLower();
        const bool known =
            std::any_of(reading.properties.begin(), reading.properties.end(), [&](const auto &property) {
                return property.first.startsWith(QStringLiteral("MSIP_Label_") + id, Qt::CaseInsensitive);
            });
        if (!id.isEmpty() && !known && reading.foreign.size() < mostForeign)
            reading.foreign.push_back({QStringLiteral("Microsoft Purview"), id});
    }
    return {};
}

} // namespace

Result<std::string> singlePart(const OoxmlPackage &package, const QStringList &types)
{
    std::string part;
    for (const Relationship &relationship : package.rootRelationships()) {
        if (!types.contains(relationship.type))
            continue;
        if (!part.empty() || !package.has(relationship.target))
            return std::unexpected(package.damaged());
        part = package.actualName(relationship.target);
    }
    return part;
}

Result<PropertyReading> readProperties(const OoxmlPackage &package)
{
    PropertyReading reading;
    const auto part = customPart(package);
    if (part && !part->empty()) {
        const auto xml = package.smallContent(*part);
        if (!xml)
            return std::unexpected(xml.error());
        if (auto properties = customPropertiesIn(*xml, package.subject()))
            reading.properties = *std::move(properties);
    }
    const Properties &all = reading.properties;
    reading.ours =
        std::any_of(all.begin(), all.end(), [](const auto &property) { return isOurName(property.first); });
    if (hasProperty(all, labelProperty)) {
        reading.classText = valueOf(all, classProperty);
        reading.restrictionText = valueOf(all, restrictionProperty);
    }
    reading.markText = valueOf(all, markProperty);
    reading.foreign = foreignLabelsIn(all);
    if (auto info = readLabelInfo(package, reading); !info)
        return std::unexpected(info.error());
    return reading;
}

Result<void> removeProperties(OoxmlPackage &package, const PropertyReading &reading)
{
    if (!reading.ours)
        return {};
    const auto part = customPart(package);
    if (!part)
        return std::unexpected(part.error());
    if (auto removed = removeFromCustomPart(package, *part); !removed)
        return removed;
    return removeCoreProperties(package, reading.classText);
}

Result<void> addProperties(OoxmlPackage &package, const Stamp &stamp, const QString &markText)
{
    Properties properties = propertiesOf(stamp);
    const QString classText = valueOf(properties, classProperty);
    if (!markText.isEmpty())
        properties.emplace_back(QString::fromUtf16(markProperty), markText.left(longestValue));
    const auto part = customPart(package);
    if (!part)
        return std::unexpected(part.error());
    auto added = part->empty() ? createCustomPart(package, properties)
                               : extendCustomPart(package, *part, std::move(properties));
    if (!added)
        return added;
    return addCoreProperties(package, classText);
}

} // namespace shirushi::label::ooxml
