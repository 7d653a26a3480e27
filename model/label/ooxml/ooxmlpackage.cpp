#include "label/ooxml/ooxmlpackage.h"

#include "base/path.h"
#include "crypto/digest.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label::ooxml {

using base::ErrorCode;
using base::Result;

namespace {

constexpr auto signatureOrigin =
    u"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
constexpr std::string_view signatureFolder = "_xmlsignatures/";

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

constexpr std::uint64_t longestSmallPart = 16ULL << 20;

} // namespace

std::string lowerCase(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return name;
}

OoxmlPackage::OoxmlPackage(const ZipReader &reader)
    : m_reader(&reader), m_subject(base::toDisplay(reader.source().path()))
{
    for (const ZipEntry &entry : reader.entries()) {
        std::string lower = lowerCase(entry.name);
        if (lower != entry.name)
            m_names.emplace(std::move(lower), entry.name);
    }
}

base::Error OoxmlPackage::damaged() const
{
    return {ErrorCode::Damaged, m_subject, tr("The file is damaged: its parts do not fit together."), {}};
}

Result<OoxmlPackage> OoxmlPackage::open(const ZipReader &reader)
{
    OoxmlPackage package(reader);
    if (auto root = package.readRoot(); !root)
        return std::unexpected(root.error());
    for (const Relationship &relationship : package.m_root) {
        if (!isType(relationship.type, relation::document))
            continue;
        if (!package.m_mainPart.empty() || !package.has(relationship.target))
            return std::unexpected(package.damaged());
        package.m_mainPart = package.actualName(relationship.target);
        package.m_strict = relationship.type.startsWith(QStringView(strictTypes));
    }
    if (package.m_mainPart.empty())
        return std::unexpected(package.damaged());
    return package;
}

Result<void> OoxmlPackage::readRoot()
{
    auto root = relationships({});
    if (!root)
        return std::unexpected(root.error());
    m_root = *std::move(root);
    return {};
}

QString OoxmlPackage::typeOf(QStringView kind) const
{
    return (m_strict ? QString::fromUtf16(strictTypes) : QString::fromUtf16(transitionalTypes)) + kind;
}

bool OoxmlPackage::isType(const QString &type, QStringView kind)
{
    for (const QStringView start : {QStringView(transitionalTypes), QStringView(strictTypes)}) {
        if (type.startsWith(start) && QStringView(type).mid(start.size()) == kind)
            return true;
    }
    return false;
}

bool OoxmlPackage::isSigned() const
{
    const bool related = std::any_of(m_root.begin(), m_root.end(), [](const Relationship &relationship) {
        return relationship.type == QStringView(signatureOrigin);
    });
    const auto &entries = m_reader->entries();
    return related || std::any_of(entries.begin(), entries.end(), [](const ZipEntry &entry) {
               return lowerCase(entry.name).starts_with(signatureFolder);
           });
}

std::string OoxmlPackage::actualName(const std::string &part) const
{
    const auto changed = m_changes.find(part);
    if (changed != m_changes.end())
        return changed->second ? part : std::string();
    if (m_reader->find(part))
        return part;
    const std::string lower = lowerCase(part);
    const auto found = m_names.find(lower);
    const std::string name = found != m_names.end() ? found->second : lower;
    if (name == part || !m_reader->find(name))
        return {};
    const auto other = m_changes.find(name);
    return other != m_changes.end() && !other->second ? std::string() : name;
}

bool OoxmlPackage::has(const std::string &part) const
{
    return !part.empty() && !actualName(part).empty();
}

Result<QByteArray> OoxmlPackage::content(const std::string &part) const
{
    const std::string name = actualName(part);
    const auto changed = m_changes.find(name);
    if (changed != m_changes.end() && changed->second)
        return *changed->second;
    const ZipEntry *entry = name.empty() ? nullptr : m_reader->find(name);
    if (!entry)
        return std::unexpected(damaged());
    auto bytes = m_reader->content(*entry);
    if (bytes && m_keepDigests)
        m_digests[name] = crypto::sha256(*bytes);
    return bytes;
}

Result<QByteArray> OoxmlPackage::smallContent(const std::string &part) const
{
    const ZipEntry *entry = m_reader->find(actualName(part));
    if (entry && entry->size > longestSmallPart) {
        return base::failure(ErrorCode::TooLarge, m_subject,
                             tr("The file holds more than may be unpacked safely."));
    }
    return content(part);
}

Result<OutlinedPart> OoxmlPackage::outlined(const std::string &part, std::size_t depth) const
{
    auto xml = smallContent(part);
    if (!xml)
        return std::unexpected(xml.error());
    auto outline = outlineOf(*xml, depth, m_subject);
    if (!outline)
        return std::unexpected(outline.error());
    return OutlinedPart{*std::move(xml), *std::move(outline)};
}

Result<std::map<std::string, QByteArray>> OoxmlPackage::digests() const
{
    std::map<std::string, QByteArray> digests;
    for (const ZipEntry &entry : m_reader->entries()) {
        if (m_changes.contains(entry.name))
            continue;
        const auto known = m_digests.find(entry.name);
        const auto digest =
            known != m_digests.end() ? Result<QByteArray>(known->second) : m_reader->sha256(entry);
        if (!digest)
            return std::unexpected(digest.error());
        digests[entry.name] = *digest;
    }
    for (const auto &[name, content] : m_changes) {
        if (content)
            digests[name] = crypto::sha256(*content);
    }
    return digests;
}

void OoxmlPackage::setContent(const std::string &part, QByteArray content)
{
    const std::string name = actualName(part);
    m_changes[name.empty() ? part : name] = std::move(content);
}

std::string OoxmlPackage::freeName(const std::string &folder, const std::string &stem) const
{
    std::string name = folder + stem + ".xml";
    // A part that was just taken out leaves its name free again.
    for (int number = 2; has(name); ++number)
        name = folder + stem + std::to_string(number) + ".xml";
    return name;
}

Result<void> OoxmlPackage::addPart(const std::string &part, const QString &type, QByteArray content)
{
    m_changes[part] = std::move(content);
    return addContentType(part, type);
}

Result<void> OoxmlPackage::removeParts(const std::set<std::string> &parts, const std::string &owner)
{
    std::set<std::string> leaving;
    for (const std::string &part : parts) {
        const std::string name = actualName(part);
        if (name.empty())
            return std::unexpected(damaged());
        leaving.insert(lowerCase(name));
        leaveOut(name);
    }
    if (auto removed = removeContentTypes(leaving); !removed)
        return removed;
    return removeRelationships(owner, leaving);
}

void OoxmlPackage::leaveOut(const std::string &name)
{
    if (m_reader->find(name))
        m_changes[name] = std::nullopt;
    else
        m_changes.erase(name);
}

} // namespace shirushi::label::ooxml
