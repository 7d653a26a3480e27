#include "label/hidden/ooxmlparts.h"

#include "label/hidden/xmlwalk.h"

#include <QCoreApplication>

namespace shirushi::label::hiddenooxml {

namespace {

constexpr std::uint64_t longestPart = 160ULL << 20;
constexpr std::size_t mostLinks = 200'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

bool isMarkup(const std::string &name)
{
    const auto ends = [&](std::string_view ending) {
        return name.size() >= ending.size()
               && qstrnicmp(name.data() + name.size() - ending.size(), ending.data(), ending.size()) == 0;
    };
    return ends(".xml") || ends(".rels") || ends(".vml");
}

std::string folderOf(const std::string &part)
{
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash);
}

// "word/_rels/document.xml.rels" tells of "word/document.xml".
std::string ownerOf(const std::string &relationships)
{
    const std::size_t at = relationships.rfind("_rels/");
    if (at == std::string::npos)
        return {};
    const std::string name = relationships.substr(at + 6);
    return relationships.substr(0, at) + name.substr(0, name.size() - std::min<std::size_t>(name.size(), 5));
}

std::string resolved(const std::string &owner, const QString &target)
{
    const std::string written = target.toStdString();
    const std::string path = written.starts_with('/') ? written : folderOf(owner) + '/' + written;
    std::vector<std::string> steps;
    std::size_t from = 0;
    while (from <= path.size()) {
        const std::size_t slash = std::min(path.find('/', from), path.size());
        const std::string step = path.substr(from, slash - from);
        from = slash + 1;
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (!step.empty() && step != "." && step != "..")
            steps.push_back(step);
    }
    std::string joined;
    for (const std::string &step : steps)
        joined += (joined.empty() ? "" : "/") + step;
    return joined;
}

class LinkReader final : public XmlVisitor
{
public:
    LinkReader(std::string owner, std::vector<Link> &links) : m_owner(std::move(owner)), m_links(links) {}

    void start() override
    {
        if (local() != "Relationship" || m_links.size() >= mostLinks)
            return;
        Link link;
        link.owner = m_owner;
        link.id = attribute("Id");
        const QString type = attribute("Type");
        link.kind = type.mid(type.lastIndexOf(u'/') + 1);
        link.target = attribute("Target");
        link.isOutside = attribute("TargetMode") == u"External";
        if (!link.isOutside)
            link.part = resolved(m_owner, link.target);
        m_links.push_back(std::move(link));
    }

private:
    std::string m_owner;
    std::vector<Link> &m_links;
};

} // namespace

Vocabulary vocabularyOf(std::string_view uri)
{
    const auto names = [uri](std::string_view word) { return uri.find(word) != std::string_view::npos; };
    if (names("wordprocessingml"))
        return Vocabulary::Word;
    if (names("spreadsheetml"))
        return Vocabulary::Sheet;
    return names("presentationml") || names("/powerpoint/") ? Vocabulary::Slide : Vocabulary::Other;
}

Parts::Parts(const ZipReader &zip, HiddenFindings &findings) : m_zip(zip), m_findings(findings)
{
    for (const ZipEntry &entry : zip.entries()) {
        Part part{&entry, {}, Vocabulary::Other};
        if (isMarkup(entry.name)) {
            const auto xml = content(part);
            if (!xml)
                continue;
            const WalkedElement root = rootOf(*xml);
            part.root = root.local.empty() ? std::string("?") : std::string(root.local);
            part.vocabulary = vocabularyOf(root.uri);
        }
        if (part.root == "Relationships")
            readLinks(part);
        m_parts.push_back(std::move(part));
    }
    for (const Link &link : m_links) {
        if (!link.isOutside && !link.owner.empty())
            m_owners.try_emplace(link.part, link.owner);
    }
}

void Parts::readLinks(const Part &part)
{
    const auto xml = content(part);
    if (!xml)
        return;
    LinkReader reader(ownerOf(part.entry->name), m_links);
    if (!walkXml(*xml, reader, m_findings.deadline()))
        m_findings.addUnseen(QString::fromStdString(part.entry->name), tr("The part cannot be read."));
}

std::optional<QByteArray> Parts::content(const Part &part) const
{
    const QString name = QString::fromStdString(part.entry->name);
    if (part.entry->size > longestPart || m_findings.deadline().hasExpired()) {
        m_findings.addUnseen(name, tr("The part is too large."));
        return std::nullopt;
    }
    auto bytes = m_zip.content(*part.entry);
    if (!bytes) {
        m_findings.addUnseen(name, bytes.error().message);
        return std::nullopt;
    }
    return *std::move(bytes);
}

std::string Parts::linked(const std::string &owner, const QString &id) const
{
    for (const Link &link : m_links) {
        if (link.owner == owner && link.id == id)
            return link.part;
    }
    return {};
}

QString Parts::placeOf(const std::string &part) const
{
    std::string at = part;
    for (int step = 0; step < 4; ++step) {
        if (const auto place = m_places.find(at); place != m_places.end())
            return place->second;
        const auto owner = m_owners.find(at);
        if (owner == m_owners.end())
            break;
        at = owner->second;
    }
    return QString::fromStdString(part);
}

} // namespace shirushi::label::hiddenooxml
