#include "erasure/leftovers.h"

#include "erasure/erasure.h"
#include "erasure/recentlist.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>
#include <cctype>

#include <optional>
#include <string_view>

namespace shirushi::erasure {

namespace {

using Kind = Leftover::Kind;

constexpr std::size_t most = 200;

bool isRegular(const base::Path &path)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(std::filesystem::symlink_status(path, ignored));
}

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class Names
{
public:
    explicit Names(const base::Path &file) : m_name(file.filename().native()), m_stem(file.stem().native()), m_ending(file.extension().native())
    {
        m_locks = {"~$" + m_name, ".~lock." + m_name + "#"};
        if (m_name.size() > 8) // Word takes the first two characters of a long name away
            m_locks.push_back("~$" + m_name.substr(2));
        m_versions = {"#" + m_name + "#", m_name + "~"};
        for (const char *ending : {".swp", ".swo", ".swn", ".kate-swp"})
            m_versions.push_back("." + m_name + ending);
    }

    std::vector<Leftover> among(Surroundings &around, const base::Path &folder) const
    {
        std::vector<Leftover> found;
        const auto take = [&](Kind kind, const std::string &name) {
            if (found.size() < most && isRegular(folder / name))
                found.push_back({kind, folder / name});
        };
        for (const auto &[kind, names] : {std::pair(Kind::Lock, &m_locks), std::pair(Kind::Version, &m_versions)}) {
            for (const std::string &name : *names) {
                if (around.has(folder, name))
                    take(kind, name);
            }
        }
        for (const std::string &name : around.namesIn(folder, m_stem)) { // what is left begins as the document does
            if (const auto kind = kindOf(name))
                take(*kind, name);
        }
        return found;
    }

private:
    std::optional<Kind> kindOf(const std::string &other) const
    {
        if (other == m_name || std::ranges::find(m_versions, other) != m_versions.end())
            return std::nullopt;
        if (other == m_name + ".xmp")
            return Kind::Sidecar;
        if (isNumbered(other))
            return Kind::Version;
        return isSuspect(other) ? std::optional(Kind::Suspect) : std::nullopt;
    }

    bool isNumbered(const std::string &other) const
    {
        const std::string numbered = m_name + ".~";
        return other.starts_with(numbered) && other.ends_with("~") && other.size() > numbered.size() + 1
               && isDigits(std::string_view(other).substr(numbered.size(), other.size() - numbered.size() - 1));
    }

    bool isSuspect(const std::string &other) const
    {
        for (const char *ending : {".bak", ".old", ".orig", ".tmp", ".part"}) {
            if (other == m_name + ending || other == m_stem + ending)
                return true;
        }
        if (!other.ends_with(m_ending) || other.size() <= m_stem.size() + m_ending.size())
            return false;
        const std::string between = other.substr(m_stem.size(), other.size() - m_stem.size() - m_ending.size());
        return between.find("conflict") != std::string::npos || between.find("競合") != std::string::npos
               || between.find("コピー") != std::string::npos || between.starts_with("~20");
    }

    std::string m_name;
    std::string m_stem;
    std::string m_ending;
    std::vector<std::string> m_locks;
    std::vector<std::string> m_versions;
};

// As GLib writes addresses of files, which is what desktops hash (Thumbnail Managing Standard).
QByteArray address(const base::Path &file)
{
    static constexpr std::string_view plain = "!$&'()*+,-./:=@_~";
    QByteArray text = "file://";
    for (const char character : file.native()) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x80 && (std::isalnum(byte) || plain.find(character) != std::string_view::npos))
            text += character;
        else
            text += '%' + QByteArray(1, character).toHex().toUpper();
    }
    return text;
}

// Pictures, and notes of a program that could make none: they name the document.
std::vector<std::string> thumbnailFolders(const base::Path &cache, Surroundings &around)
{
    std::vector<std::string> folders{"normal", "large", "x-large", "xx-large"};
    for (const std::string &program : around.namesIn(cache / "thumbnails/fail")) {
        if (!program.starts_with('.'))
            folders.push_back("fail/" + program);
    }
    return folders;
}

void lookForThumbnails(const base::Path &file, Surroundings &around, const base::Path &cache, std::vector<Leftover> &found)
{
    if (cache.empty())
        return;
    const std::vector<std::string> folders = thumbnailFolders(cache, around);
    const QByteArray byQt = QUrl::fromLocalFile(base::toDisplay(file)).toEncoded();
    for (const QByteArray &uri : {address(file), byQt}) {
        const std::string name = QCryptographicHash::hash(uri, QCryptographicHash::Md5).toHex().toStdString() + ".png";
        for (const std::string &size : folders) {
            const base::Path picture = cache / "thumbnails" / size / name;
            const bool isKnown = std::ranges::any_of(found, [&](const Leftover &one) { return one.file == picture; });
            if (!isKnown && isRegular(picture))
                found.push_back({Kind::Thumbnail, picture});
        }
    }
}

void lookForMentions(const base::Path &file, Surroundings &around, const DesktopFolders &folders, std::vector<Leftover> &found)
{
    for (const Mention &mention : around.mentions().of(file, folders)) {
        switch (mention.kind) {
        case Mention::Kind::Entry: found.push_back({Kind::RecentEntry, file, mention.place}); break;
        case Mention::Kind::Link: found.push_back({Kind::RecentLink, mention.place}); break;
        case Mention::Kind::Report: found.push_back({Kind::Mention, mention.place}); break;
        }
    }
}

} // namespace

std::vector<Leftover> leftoversOf(const base::Path &file, const DesktopFolders &folders)
{
    Surroundings around;
    return leftoversOf(file, around, folders);
}

std::vector<Leftover> leftoversOf(const base::Path &file, Surroundings &around, const DesktopFolders &folders)
{
    std::error_code problem;
    const base::Path folder = std::filesystem::canonical(file.has_parent_path() ? file.parent_path() : base::Path("."), problem);
    if (problem)
        return {};
    std::vector<Leftover> found = Names(file).among(around, folder);
    lookForThumbnails(folder / file.filename(), around, fromEnvironment(folders).cache, found);
    lookForMentions(folder / file.filename(), around, folders, found);
    std::ranges::sort(found, {}, &Leftover::place);
    return found;
}

base::Result<void> remove(const Leftover &leftover)
{
    if (!leftover.goes())
        return {};
    if (!leftover.list.empty()) {
        const auto forgotten = forget(leftover.list, leftover.file);
        return forgotten ? base::Result<void>() : std::unexpected(forgotten.error());
    }
    const auto erased = erase(leftover.file);
    const bool isGone = erased || erased.error().code == base::ErrorCode::NotFound;
    return isGone ? base::Result<void>() : std::unexpected(erased.error());
}

const char *nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Sidecar: return "sidecar";
    case Kind::Lock: return "lock";
    case Kind::Version: return "version";
    case Kind::Thumbnail: return "thumbnail";
    case Kind::RecentEntry: return "recent-entry";
    case Kind::RecentLink: return "recent-link";
    case Kind::Mention: return "mention";
    case Kind::Suspect: break;
    }
    return "suspect";
}

} // namespace shirushi::erasure
