#include "erasure/mountinfo.h"

#include <algorithm>

namespace shirushi::erasure {

namespace {

// Blanks and the like stand as \040.
QString unescaped(const QByteArray &text)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool isNumber = false;
        const int code = text[i] == '\\' ? text.mid(i + 1, 3).toInt(&isNumber, 8) : 0;
        if (isNumber && code > 0 && code < 256 && i + 3 < text.size()) {
            result += static_cast<char>(code);
            i += 3;
        } else {
            result += text[i];
        }
    }
    return QString::fromUtf8(result);
}

} // namespace

std::vector<Mount> mountsFrom(const QByteArray &mountinfo)
{
    std::vector<Mount> mounts;
    for (const QByteArray &line : mountinfo.split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype dash = fields.indexOf("-");
        if (dash < 6 || fields.size() < dash + 4)
            continue;
        Mount mount{fields[0].toLongLong(), QString::fromLatin1(fields[2]), unescaped(fields[4]), QString::fromUtf8(fields[dash + 1]),
                    unescaped(fields[dash + 2]), QString::fromUtf8(fields[5] + ',' + fields[dash + 3]).split(u',')};
        mounts.push_back(std::move(mount));
    }
    return mounts;
}

std::optional<Mount> mountWithId(const std::vector<Mount> &mounts, std::int64_t id)
{
    const auto found = std::find_if(mounts.begin(), mounts.end(), [id](const Mount &mount) { return mount.id == id; });
    return found == mounts.end() ? std::nullopt : std::optional(*found);
}

} // namespace shirushi::erasure
