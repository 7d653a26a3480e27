#include "erasure/mentions.h"

#include "erasure/recentlist.h"
#include "platform/filesource.h"

#include <algorithm>
#include <cstdlib>

namespace shirushi::erasure {

namespace {

constexpr std::uint64_t longestLink = 64 << 10;
constexpr int mostLinks = 5000;

QByteArray contentOf(const base::Path &file, std::uint64_t limit)
{
    const auto source = platform::FileSource::open(file);
    return source ? source->all(limit).value_or(QByteArray()) : QByteArray();
}

base::Path home()
{
    const char *folder = std::getenv("HOME");
    return folder ? base::Path(folder) : base::Path();
}

base::Path folderFrom(const char *variable, const char *usual)
{
    if (const char *folder = std::getenv(variable); folder && *folder == '/')
        return folder;
    return home().empty() ? base::Path() : home() / usual;
}

// Where an address ends that stands in XML.
qsizetype endOfAddress(const QByteArray &text, qsizetype from)
{
    qsizetype end = text.size();
    for (const char *mark : {"\"", "<", "&apos;]", "']", "\n"}) {
        if (const qsizetype found = text.indexOf(mark, from); found >= 0)
            end = std::min(end, found);
    }
    return end;
}

} // namespace

DesktopFolders fromEnvironment(DesktopFolders folders)
{
    if (folders.cache.empty())
        folders.cache = folderFrom("XDG_CACHE_HOME", ".cache");
    if (folders.data.empty())
        folders.data = folderFrom("XDG_DATA_HOME", ".local/share");
    if (folders.config.empty())
        folders.config = folderFrom("XDG_CONFIG_HOME", ".config");
    return folders;
}

std::vector<Mention> Mentions::of(const base::Path &file, const DesktopFolders &folders)
{
    if (!m_isRead)
        read(fromEnvironment(folders));
    m_isRead = true;
    std::vector<Mention> mentions;
    const auto [first, last] = m_named.equal_range(file.filename().native());
    for (auto named = first; named != last; ++named) {
        const Mention &mention = named->second.mention;
        const bool isKnown = std::ranges::any_of(mentions, [&](const Mention &one) { return one.place == mention.place; });
        if (!isKnown && isNameOf(named->second.file, file))
            mentions.push_back(mention);
    }
    return mentions;
}

void Mentions::read(const DesktopFolders &folders)
{
    if (!folders.data.empty()) {
        readList(folders.data / "recently-used.xbel");
        readLinks(folders.data / "RecentDocuments");
    }
    if (!folders.config.empty()) {
        std::error_code problem;
        for (const auto &version : std::filesystem::directory_iterator(folders.config / "libreoffice", problem))
            scan(version.path() / "user/registrymodifications.xcu");
    }
}

// Of one that is not well formed nothing can be taken out; that it names a file can be told.
void Mentions::readList(const base::Path &place)
{
    std::error_code problem;
    const base::Path list = std::filesystem::canonical(place, problem); // some keep it elsewhere, behind a link
    if (problem)
        return;
    const auto entries = recentEntries(contentOf(list, longestList));
    if (!entries) {
        scan(list);
        return;
    }
    for (const RecentEntry &entry : *entries)
        add(entry.file, Mention::Kind::Entry, list);
}

// URL[$e]=file:$HOME/x.ods: with %20 or without, as the version has it.
void Mentions::readLinks(const base::Path &folder)
{
    std::error_code problem;
    int looked = 0;
    for (const auto &link : std::filesystem::directory_iterator(folder, problem)) {
        if (link.path().extension() != ".desktop" || ++looked > mostLinks)
            continue;
        const QList<QByteArray> lines = contentOf(link.path(), longestLink).split('\n');
        for (const QByteArray &line : lines) {
            if (!line.startsWith("URL=") && !line.startsWith("URL["))
                continue;
            QByteArray address = line.mid(line.indexOf('=') + 1).trimmed();
            if (line.startsWith("URL[$e]"))
                address.replace("$HOME", QByteArray::fromStdString(home().native())).replace("$$", "$");
            if (address.startsWith('/'))
                address.prepend("file:");
            if (const auto file = fileFromAddress(address))
                add(*file, Mention::Kind::Link, link.path());
            if (const auto file = fileFromAddress(QByteArray(address).replace('%', "%25")))
                add(*file, Mention::Kind::Link, link.path());
        }
    }
}

void Mentions::scan(const base::Path &settings)
{
    const QByteArray text = contentOf(settings, longestList);
    for (qsizetype at = text.indexOf("file:///"); at >= 0; at = text.indexOf("file:///", at + 1)) {
        const auto address = unescaped(text.mid(at, endOfAddress(text, at) - at));
        if (const auto file = address ? fileFromAddress(*address) : std::nullopt)
            add(*file, Mention::Kind::Report, settings);
    }
}

void Mentions::add(const base::Path &file, Mention::Kind kind, const base::Path &place)
{
    if (file.has_filename())
        m_named.emplace(file.filename().native(), Named{file, {kind, place}});
}

} // namespace shirushi::erasure
