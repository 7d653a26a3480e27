// Work that ends when the person at the terminal wants it to (Ctrl+C) and then leaves nothing behind.
#pragma once

#include "base/progress.h"
#include "platform/interruption.h"

namespace shirushi::cli {

class UntilInterrupted final : public base::Progress
{
public:
    void report(std::uint64_t, std::uint64_t, const QString &) override {}
    bool cancelled() const override { return m_interruption.hasCome(); }

private:
    platform::Interruption m_interruption;
};

} // namespace shirushi::cli
