#include "disposal/pace.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::disposal {

namespace {

constexpr std::size_t mostFiles = 64;
constexpr std::size_t fewFiles = 8; // a slow flush is shared by so many, whatever it takes
constexpr std::uint64_t mostBytes = 64 << 20;
constexpr std::uint64_t leastBytes = 1 << 20;
constexpr qint64 quick = 500; // ms
constexpr qint64 slow = 2000;
constexpr std::uint64_t workOfAny = 65'536; // an empty file is work too

} // namespace

std::uint64_t Pace::weightOf(const One &one)
{
    return 2 * one.bytes + workOfAny;
}

void Pace::add(std::uint64_t bytes, bool isAlone)
{
    m_all.push_back({bytes, isAlone});
    m_total += weightOf(m_all.back());
}

std::size_t Pace::endOf(std::size_t at) const
{
    if (m_all[at].isAlone)
        return at + 1;
    std::uint64_t bytes = 0;
    std::size_t end = at;
    while (end < m_all.size() && !m_all[end].isAlone && end - at < m_files && (end == at || bytes + m_all[end].bytes <= m_bytes))
        bytes += m_all[end++].bytes;
    return end;
}

std::size_t Pace::begin(std::size_t at, const QString &name)
{
    const std::size_t end = endOf(at);
    m_at = at;
    m_done = m_groupEnd;
    for (std::size_t i = at; i < end; ++i)
        m_groupEnd += weightOf(m_all[i]);
    m_last = 0;
    m_name = m_all[at].isAlone ? name : QString();
    report(0, 0, name);
    return end;
}

void Pace::took(qint64 milliseconds)
{
    if (milliseconds < quick || m_files < fewFiles)
        m_files = std::min(2 * m_files, mostFiles);
    else if (milliseconds > slow)
        m_files = std::max(m_files / 2, fewFiles);
    if (milliseconds < quick)
        m_bytes = std::min(2 * m_bytes, mostBytes);
    else if (milliseconds > slow)
        m_bytes = std::max(m_bytes / 2, leastBytes);
}

void Pace::report(std::uint64_t done, std::uint64_t, const QString &what)
{
    if (done < m_last || what != m_what) // another file, or the same read back
        m_last = 0;
    m_what = what;
    m_done = std::min(m_done + done - m_last, m_groupEnd);
    m_last = done;
    // Never all of it: what comes last is the record.
    m_progress.report(std::min(m_done, m_total - 1), m_total,
                      QCoreApplication::translate("shirushi::disposal", "%1 of %2 done: %3").arg(m_at).arg(m_all.size()).arg(m_name.isEmpty() ? what : m_name));
}

} // namespace shirushi::disposal
