// Mentions: where the desktop and the office programs of this person name files that were opened: the list of recently used
// files, KDE's links to recent documents, LibreOffice's settings. Each is read once, when it is first asked for. Not thread-safe.
#pragma once

#include "base/path.h"

#include <map>
#include <string>
#include <vector>

namespace shirushi::erasure {

/// Where this person's desktop keeps things; empty: by the environment.
struct DesktopFolders {
    base::Path cache{};  // $XDG_CACHE_HOME
    base::Path data{};   // $XDG_DATA_HOME
    base::Path config{}; // $XDG_CONFIG_HOME
};
DesktopFolders fromEnvironment(DesktopFolders folders);

struct Mention {
    enum class Kind {
        Entry,  // of a list, which loses it and stays
        Link,   // a small file of its own, which goes
        Report, // it is not written by others than its program: that it names the file is told
    };
    Kind kind;
    base::Path place; // the file that names it
};

class Mentions
{
public:
    /// `folders`: those of the first call hold for all.
    std::vector<Mention> of(const base::Path &file, const DesktopFolders &folders);

private:
    struct Named {
        base::Path file;
        Mention mention;
    };
    void read(const DesktopFolders &folders);
    void readList(const base::Path &place);
    void readLinks(const base::Path &folder);
    void scan(const base::Path &settings);
    void add(const base::Path &file, Mention::Kind kind, const base::Path &place);

    bool m_isRead = false;
    std::multimap<std::string, Named> m_named; // by the last part of the name
};

} // namespace shirushi::erasure
