// Pace: how many of what is disposed of go at once, and how far all of it is. As little as at first, so that a stop falls soon,
// and more as long as that takes no time: a group shares the commits of the ledger and a flush. One thread at a time.
#pragma once

#include "base/progress.h"

#include <vector>

namespace shirushi::disposal {

class Pace final : public base::Progress
{
public:
    explicit Pace(base::Progress &progress) : m_progress(progress) {}

    /// One more. `isAlone`: an item of a vault is a group of its own: it has several files, and all of them go.
    void add(std::uint64_t bytes, bool isAlone);
    /// All before `at` are done, and it is next, called `name`, with others up to what this returns.
    std::size_t begin(std::size_t at, const QString &name);
    void took(qint64 milliseconds);

    /// What erasing says: bytes of one file, which is written and then read back.
    void report(std::uint64_t done, std::uint64_t total, const QString &what) override;
    bool cancelled() const override { return m_progress.cancelled(); }

private:
    struct One {
        std::uint64_t bytes = 0;
        bool isAlone = false;
    };
    static std::uint64_t weightOf(const One &one);
    std::size_t endOf(std::size_t at) const;

    base::Progress &m_progress;
    std::vector<One> m_all;
    std::size_t m_files = 1; // at once, at most
    std::uint64_t m_bytes = 8 << 20;
    std::size_t m_at = 0;
    std::uint64_t m_total = 0;
    std::uint64_t m_done = 0;
    std::uint64_t m_groupEnd = 0;
    std::uint64_t m_last = 0; // of the file that is at work
    QString m_what;
    QString m_name; // of the item of a vault that is at work: its files have no names that say anything
};

} // namespace shirushi::disposal
