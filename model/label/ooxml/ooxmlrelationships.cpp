// Relationships (ECMA-376 part 2, 6.5): which part belongs to which, and as what.
#include "label/ooxml/ooxmlpackage.h"

#include <QUrl>

#include <algorithm>

namespace shirushi::label::ooxml {

using base::Result;

namespace {

constexpr auto relationshipsType = u"application/vnd.openxmlformats-package.relationships+xml";
constexpr const char *relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::size_t mostRelationships = 100'000;

std::string folderOf(const std::string &part)
{
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

// RFC 3986, 5.2.4, for the path of a part; a target that leaves the package leads nowhere.
std::string resolved(const std::string &folder, const QString &target)
{
    QString path = target.section(u'#', 0, 0);
    path.replace(u'\\', u'/');
    const QString whole = path.startsWith(u'/') ? path.mid(1) : QString::fromStdString(folder) + path;
    QStringList steps;
    const QStringList given = whole.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : given) {
        if (step == u"..") {
            if (steps.isEmpty())
                return {};
            steps.removeLast();
        } else if (step != u".") {
            steps += step;
        }
    }
    return steps.join(u'/').toStdString();
}

Relationship relationshipOf(const Element &element, const std::string &folder, const OoxmlPackage &package)
{
    Relationship relationship{element.text("Id"), element.text("Type"), {}};
    if (element.text("TargetMode").compare(u"External", Qt::CaseInsensitive) == 0)
        return relationship;
    const QString target = element.text("Target");
    relationship.target = resolved(folder, target);
    if (!package.has(relationship.target) && target.contains(u'%'))
        relationship.target = resolved(folder, QUrl::fromPercentEncoding(target.toUtf8()));
    return relationship;
}

QByteArray emptyRelationships()
{
    // The space before > says that the part is ours.
    return QByteArray(
               "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Relationships xmlns=\"") +
           relationshipsNamespace + "\" ></Relationships>";
}

QString freeId(const std::vector<Relationship> &relationships, const QString &stem)
{
    std::set<QString> taken;
    for (const Relationship &relationship : relationships)
        taken.insert(relationship.id.toLower());
    const QString first = QString::fromUtf16(ourIdPrefix) + stem;
    QString id = first;
    for (int number = 2; taken.contains(id.toLower()); ++number)
        id = first + QString::number(number);
    return id;
}

} // namespace

std::string OoxmlPackage::relationshipsPart(const std::string &owner) const
{
    const std::string folder = folderOf(owner);
    return folder + "_rels/" + owner.substr(folder.size()) + ".rels";
}

Result<std::vector<Relationship>> OoxmlPackage::relationships(const std::string &owner) const
{
    const std::string part = relationshipsPart(owner);
    if (!has(part)) {
        if (owner.empty())
            return std::unexpected(damaged());
        return std::vector<Relationship>();
    }
    const auto read = outlined(part, 2);
    if (!read)
        return std::unexpected(read.error());
    if (read->outline.size() > mostRelationships)
        return std::unexpected(damaged());
    std::vector<Relationship> relationships;
    const std::string folder = folderOf(owner);
    for (const Element &element : read->outline) {
        if (element.depth == 2 && element.local() == "Relationship")
            relationships.push_back(relationshipOf(element, folder, *this));
    }
    return relationships;
}

Result<QString> OoxmlPackage::addRelationship(const std::string &owner, const QString &type,
                                              const std::string &target, const QString &stem)
{
    const auto existing = relationships(owner);
    if (!existing)
        return std::unexpected(existing.error());
    const QString id = freeId(*existing, stem);
    const std::string part = relationshipsPart(owner);
    if (!has(part)) {
        if (auto added = addPart(part, QString::fromUtf16(relationshipsType), emptyRelationships()); !added)
            return std::unexpected(added.error());
    }
    const auto read = outlined(part, 1);
    if (!read)
        return std::unexpected(read.error());
    const Element &root = read->root();
    const std::string folder = folderOf(owner);
    const std::string path = target.starts_with(folder) ? target.substr(folder.size()) : '/' + target;
    Edits edits(read->xml);
    edits.append(root, '<' + root.named("Relationship") + " Id=\"" + escapedXml(id) + "\" Type=\"" + escapedXml(type) +
                           "\" Target=\"" + escapedXml(QString::fromStdString(path)) + "\"/>");
    setContent(part, edits.apply());
    if (owner.empty()) {
        if (auto reread = readRoot(); !reread)
            return std::unexpected(reread.error());
    }
    return id;
}

Result<void> OoxmlPackage::removeRelationships(const std::string &owner, const std::set<std::string> &targets)
{
    const std::string part = relationshipsPart(owner);
    const auto read = outlined(part, 2);
    if (!read)
        return std::unexpected(read.error());
    const Element &root = read->root();
    std::vector<const Element *> leaving;
    for (const Element &element : read->outline) {
        const bool leads =
            element.depth == 2 && element.local() == "Relationship" &&
            targets.contains(lowerCase(relationshipOf(element, folderOf(owner), *this).target));
        if (leads)
            leaving.push_back(&element);
    }
    Edits edits(read->xml);
    edits.remove(root, leaving);
    const bool emptied = root.isOurs() && leaving.size() + 1 == read->outline.size();
    if (!edits.isEmpty() && !emptied)
        setContent(part, edits.apply());
    if (!emptied)
        return owner.empty() ? readRoot() : Result<void>();
    const std::string name = actualName(part);
    leaveOut(name);
    return removeContentTypes({lowerCase(name)});
}

} // namespace shirushi::label::ooxml
