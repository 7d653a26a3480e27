#include "platform/attributes.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <sys/xattr.h>

namespace shirushi::platform {

std::optional<QByteArray> readAttribute(const base::Path &path, const char *name)
{
    constexpr qsizetype usual = 4096;
    constexpr qsizetype longest = 65536; // the kernel's own limit for one value
    QByteArray value(usual, Qt::Uninitialized);
    ssize_t size = ::lgetxattr(path.c_str(), name, value.data(), static_cast<std::size_t>(value.size()));
    if (size < 0 && errno == ERANGE) {
        value.resize(longest);
        size = ::lgetxattr(path.c_str(), name, value.data(), static_cast<std::size_t>(value.size()));
    }
    if (size < 0)
        return std::nullopt;
    value.truncate(static_cast<qsizetype>(size));
    return value;
}

bool writeAttribute(const base::Path &path, const char *name, const QByteArray &value)
{
    return ::lsetxattr(path.c_str(), name, value.constData(), static_cast<std::size_t>(value.size()), 0) == 0;
}

bool removeAttribute(const base::Path &path, const char *name)
{
    return ::lremovexattr(path.c_str(), name) == 0;
}

bool holdsAttributes(const base::Path &path)
{
    return ::lgetxattr(path.c_str(), "user.shirushi", nullptr, 0) >= 0 || errno != EOPNOTSUPP;
}

base::Result<void> copyAttributes(int fromDescriptor, int toDescriptor, const base::Path &subject)
{
    const ssize_t needed = ::flistxattr(fromDescriptor, nullptr, 0);
    if (needed <= 0)
        return {};
    std::string names(static_cast<std::size_t>(needed), '\0');
    const ssize_t listed = ::flistxattr(fromDescriptor, names.data(), names.size());
    if (listed < 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(subject)));
    for (std::size_t at = 0; at < static_cast<std::size_t>(listed);) {
        const char *name = names.data() + at;
        at += std::strlen(name) + 1;
        char value[65536];
        const ssize_t size = ::fgetxattr(fromDescriptor, name, value, sizeof value);
        if (size < 0)
            continue; // gone since it was listed
        if (::fsetxattr(toDescriptor, name, value, static_cast<std::size_t>(size), 0) == 0)
            continue;
        // security.* and trusted.* are the system's to set; it gives the new file its own.
        const bool ours = std::string_view(name).starts_with("user.")
                          || std::string_view(name).starts_with("system.posix_acl");
        if (ours && errno != EOPNOTSUPP)
            return std::unexpected(base::errorFromErrno(errno, base::toDisplay(subject)));
    }
    return {};
}

base::Result<void> copyAccessList(int fromDescriptor, int toDescriptor, const base::Path &subject)
{
    constexpr const char *accessList = "system.posix_acl_access";
    char value[65536];
    const ssize_t size = ::fgetxattr(fromDescriptor, accessList, value, sizeof value);
    const bool given = size >= 0;
    if (!given && errno != ENODATA)
        return {}; // no such lists here
    const int done = given ? ::fsetxattr(toDescriptor, accessList, value, static_cast<std::size_t>(size), 0)
                           : ::fremovexattr(toDescriptor, accessList);
    if (done != 0 && errno != ENODATA && errno != EOPNOTSUPP)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(subject)));
    return {};
}

} // namespace shirushi::platform
