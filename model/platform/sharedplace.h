// SharedPlaces: whether a folder is one that other people use as well, over the network or on this computer, so
// that a new file name would break their links and shortcuts. What can be seen is told: the kind of file system,
// the shares this computer offers (Samba, NFS) and the folder's permissions. A folder that a program of its own
// copies elsewhere (a cloud client) cannot be seen. A value, read once: any thread.
#pragma once

#include "base/path.h"

#include <vector>

namespace shirushi::platform {

enum class Sharing {
    Own,     // nothing says that others use it
    Network, // it lies on another computer
    Shared,  // it lies here, and others are let in
};

class SharedPlaces
{
public:
    /// Reads which folders this computer shares: smb.conf(5) and net usershares, exports(5). `root` is where
    /// those files are looked for, other than "/" only in tests. What cannot be read is passed over.
    static SharedPlaces load(const base::Path &root = "/");

    /// Of a folder that need not exist; links in it are followed.
    Sharing of(const base::Path &folder) const;

    /// The folders that are offered to others, absolute.
    const std::vector<base::Path> &shares() const { return m_shares; }

private:
    std::vector<base::Path> m_shares;
};

/// Does a file system of this type (as in /proc/mounts) lie on another computer?
bool isNetworkFileSystem(const std::string &type);

} // namespace shirushi::platform
