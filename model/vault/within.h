// Within: the progress of a part of a longer work: it stops when the whole is cancelled, and tells nothing by itself. Several
// threads may use one, as long as the whole's cancelled() may be asked by any thread.
#pragma once

#include "base/progress.h"

namespace shirushi::vault {

class Within final : public base::Progress
{
public:
    explicit Within(const base::Progress &whole) : m_whole(whole) {}
    void report(std::uint64_t, std::uint64_t, const QString &) override {}
    bool cancelled() const override { return m_whole.cancelled(); }

private:
    const base::Progress &m_whole;
};

} // namespace shirushi::vault
