#include "label/ooxml/ooxmlcustompart.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label::ooxml {

using base::ErrorCode;
using base::Result;

namespace {

// ISO/IEC 29500-1, 22.3.2.1 and annex A.
constexpr auto customNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
constexpr auto strictCustomNamespace = "http://purl.oclc.org/ooxml/officeDocument/customProperties";
constexpr auto typesNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
constexpr auto strictTypesNamespace = "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes";
constexpr auto customType = u"application/vnd.openxmlformats-officedocument.custom-properties+xml";
constexpr auto userFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
constexpr std::uint32_t firstPid = 2;
constexpr std::uint32_t lastPid = 0x7fffffff;
constexpr std::size_t mostProperties = 10'000;

// Says that a custom properties part without any property was there before.
QString emptyPartProperty()
{
    return QString::fromUtf16(beforePrefix);
}

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

bool isProperty(const Element &element)
{
    return element.depth == 2 && element.local() == "property";
}

Result<void> checkNumber(const Outline &outline, const QString &subject)
{
    if (outline.size() <= mostProperties)
        return {};
    return base::failure(ErrorCode::TooLarge, subject, tr("The file holds more than may be unpacked safely."));
}

Result<OutlinedPart> propertyPart(const OoxmlPackage &package, const std::string &part)
{
    auto read = package.outlined(part, 2);
    if (!read)
        return read;
    if (const auto checked = checkNumber(read->outline, package.subject()); !checked)
        return std::unexpected(checked.error());
    return read;
}

Properties propertiesIn(const QByteArray &xml, const Outline &outline)
{
    Properties properties;
    for (const Element &element : outline) {
        if (!isProperty(element))
            continue;
        const std::string_view content =
            viewOf(xml).substr(element.contentBegin, element.contentEnd - element.contentBegin);
        properties.emplace_back(element.text("name"), textInXml(content));
    }
    return properties;
}

// Property identifiers that are free, from behind the highest one on.
class Pids
{
public:
    explicit Pids(const Outline &outline)
    {
        for (const Element &element : outline) {
            if (!isProperty(element))
                continue;
            const std::uint32_t pid = element.text("pid").toUInt();
            m_taken.insert(pid);
            if (pid < lastPid)
                m_next = std::max(m_next, pid + 1);
        }
    }

    std::uint32_t next()
    {
        if (m_next >= lastPid)
            m_next = firstPid;
        while (m_taken.contains(m_next))
            ++m_next;
        m_taken.insert(m_next);
        return m_next++;
    }

private:
    std::set<std::uint32_t> m_taken;
    std::uint32_t m_next = firstPid;
};

QByteArray propertyXml(const Element &root, const QByteArray &types, Pids &pids, const QString &name,
                       const QString &value)
{
    const QByteArray property = root.named("property");
    const auto known = root.prefixFor(viewOf(types));
    const QByteArray valueTag = known.value_or("vt") + ":lpwstr";
    const QByteArray declaration = known ? QByteArray() : " xmlns:vt=\"" + types + "\"";
    return '<' + property + " fmtid=\"" + userFormat + "\" pid=\"" + QByteArray::number(pids.next()) +
           "\" name=\"" + escapedXml(name) + "\"><" + valueTag + declaration + '>' + escapedXml(value) + "</" +
           valueTag + "></" + property + '>';
}

// Puts the names of others that we need out of the way; of the interoperable ones all, for beside a class of
// ours they would be taken for ours.
Result<void> setAside(Edits &edits, const OoxmlPackage &package, const Outline &outline,
                      const Properties &present, const Properties &ours)
{
    const bool interoperable = hasProperty(ours, interoperableName) ||
                               valueOf(present, interoperableName) == valueOf(ours, classProperty);
    for (const Element &element : outline) {
        const QString taken = element.text("name");
        if (!isProperty(element) || (!hasProperty(ours, taken) && !(interoperable && isInteroperable(taken))))
            continue;
        const QString kept = QString::fromUtf16(beforePrefix) + taken;
        const OutlineAttribute *name = element.find("name");
        if (!name || hasProperty(present, kept)) {
            return base::failure(ErrorCode::Unsupported, package.subject(),
                                 tr("The properties of the file have names that Shirushi needs."));
        }
        edits.insert(name->valueBegin, escapedXml(QString::fromUtf16(beforePrefix)));
    }
    return {};
}

// Gives the names back that were put out of the way, unless another property has them by now.
void giveBack(Edits &edits, const Element &element, const Properties &remaining)
{
    const qsizetype length = QStringView(beforePrefix).size();
    const QString name = element.text("name");
    const OutlineAttribute *attribute = element.find("name");
    const bool plain =
        attribute->value.size() > static_cast<std::size_t>(length) &&
        unescapedXml(attribute->value.substr(0, static_cast<std::size_t>(length))) == name.left(length);
    if (plain && !hasProperty(remaining, name.mid(length)))
        edits.replace(attribute->valueBegin, attribute->valueBegin + static_cast<std::size_t>(length), {});
}

} // namespace

Result<Properties> customPropertiesIn(const QByteArray &xml, const QString &subject)
{
    const auto outline = outlineOf(xml, 2, subject);
    if (!outline)
        return std::unexpected(outline.error());
    if (const auto checked = checkNumber(*outline, subject); !checked)
        return std::unexpected(checked.error());
    return propertiesIn(xml, *outline);
}

Result<void> createCustomPart(OoxmlPackage &package, const Properties &properties)
{
    const QByteArray uri = package.isStrict() ? strictCustomNamespace : customNamespace;
    const QByteArray types = package.isStrict() ? strictTypesNamespace : typesNamespace;
    const QByteArray empty =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Properties xmlns=\"" + uri +
        "\" xmlns:vt=\"" + types + "\"></Properties>";
    const auto outline = outlineOf(empty, 1, package.subject());
    if (!outline)
        return std::unexpected(outline.error());
    Pids pids(*outline);
    QByteArray xml;
    for (const auto &[name, value] : properties)
        xml += propertyXml(outline->front(), types, pids, name, value);
    Edits edits(empty);
    edits.append(outline->front(), xml);
    const std::string part = package.freeName("docProps/", "custom");
    if (auto added = package.addPart(part, QString::fromUtf16(customType), edits.apply()); !added)
        return added;
    const auto id =
        package.addRelationship({}, package.typeOf(package.isStrict() ? strictCustomKind : customKind), part,
                                QStringLiteral("Custom"));
    return id ? Result<void>() : std::unexpected(id.error());
}

Result<void> extendCustomPart(OoxmlPackage &package, const std::string &part, Properties properties)
{
    const auto read = propertyPart(package, part);
    if (!read)
        return std::unexpected(read.error());
    const Element &root = read->root();
    const bool strict = root.uri == strictCustomNamespace;
    if (root.local() != "Properties" || (!strict && root.uri != customNamespace)) {
        return std::unexpected(package.damaged());
    }
    const Properties present = propertiesIn(read->xml, read->outline);
    if (present.empty())
        properties.emplace_back(emptyPartProperty(), QStringLiteral("1"));
    Edits edits(read->xml);
    if (auto aside = setAside(edits, package, read->outline, present, properties); !aside)
        return aside;
    Pids pids(read->outline);
    QByteArray added;
    for (const auto &[name, value] : properties)
        added += propertyXml(root, strict ? strictTypesNamespace : typesNamespace, pids, name, value);
    edits.append(root, added);
    package.setContent(part, edits.apply());
    return {};
}

Result<void> removeFromCustomPart(OoxmlPackage &package, const std::string &part)
{
    const auto read = propertyPart(package, part);
    if (!read)
        return std::unexpected(read.error());
    const Properties all = propertiesIn(read->xml, read->outline);
    const Ownership ownership(all);
    Properties remaining;
    std::copy_if(all.begin(), all.end(), std::back_inserter(remaining),
                 [&](const auto &property) { return !ownership.isOurs(property.first); });
    if (remaining.empty() && !hasProperty(all, emptyPartProperty()))
        return package.removeParts({part}, {});
    Edits edits(read->xml);
    std::vector<const Element *> ours;
    for (const Element &element : read->outline) {
        if (!isProperty(element))
            continue;
        const QString name = element.text("name");
        if (ownership.isOurs(name))
            ours.push_back(&element);
        else if (isPutAside(name))
            giveBack(edits, element, remaining);
    }
    edits.remove(read->root(), ours);
    package.setContent(part, edits.apply());
    return {};
}

} // namespace shirushi::label::ooxml
