#include "platform/inuse.h"

namespace shirushi::platform {

namespace {

bool isThere(const base::Path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

// The bytes of the first `count` UTF-8 characters.
std::size_t lengthOfCharacters(const std::string &text, int count)
{
    std::size_t at = 0;
    while (count > 0 && at < text.size()) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            ++at;
        --count;
    }
    return at;
}

} // namespace

std::optional<base::Path> lockFileOf(const base::Path &document)
{
    const base::Path folder = document.parent_path();
    const std::string name = document.filename().native();

    const base::Path libreOffice = folder / (".~lock." + name + "#");
    if (isThere(libreOffice))
        return libreOffice;

    // Word writes ~$ over the first two characters of a name of eight or more, Excel and PowerPoint before it.
    const base::Path before = folder / ("~$" + name);
    if (isThere(before))
        return before;
    const std::size_t two = lengthOfCharacters(name, 2);
    if (document.stem().native().size() > two) {
        const base::Path over = folder / ("~$" + name.substr(two));
        if (isThere(over))
            return over;
    }
    return std::nullopt;
}

bool isLockFileName(const base::Path &name)
{
    const std::string text = name.filename().native();
    return text.starts_with("~$") || (text.starts_with(".~lock.") && text.ends_with("#"));
}

} // namespace shirushi::platform
