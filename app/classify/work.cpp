#include "classify/work.h"

#include <limits>

namespace shirushi::classify {

void Work::report(std::uint64_t done, std::uint64_t total, const QString &what)
{
    if (!m_elapsed.isValid())
        m_elapsed.start();
    const qint64 now = m_elapsed.elapsed();
    // Ten times a second is all that eyes can use.
    if (now - m_told < 100 && done < total)
        return;
    m_told = now;
    int left = -1;
    if (done > 0 && now > 500)
        left = static_cast<int>((static_cast<double>(now) / static_cast<double>(done)
                                 * static_cast<double>(total - done)) / 1000.0) + 1;
    // A bar counts in int; bytes may be more.
    while (total > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) {
        done >>= 1;
        total >>= 1;
    }
    // The window's thread receives it: this object lives there.
    Q_EMIT moved(static_cast<int>(done), static_cast<int>(total), what, left);
}

} // namespace shirushi::classify
