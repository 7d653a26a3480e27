// Progress: how long work tells how far it is, and asks whether to go on. The work knows no thread; an
// implementation that is shared between threads makes itself safe.
#pragma once

#include <QString>

#include <cstdint>

namespace shirushi::base {

class Progress
{
public:
    virtual ~Progress() = default;

    /// `done` of `total` steps (bytes or files, the caller's unit); `what` is being worked on.
    virtual void report(std::uint64_t done, std::uint64_t total, const QString &what) = 0;

    /// True once the person asked to stop; the work then leaves the old state or the new one.
    virtual bool cancelled() const = 0;
};

/// For callers that neither watch nor cancel.
class NoProgress final : public Progress
{
public:
    void report(std::uint64_t, std::uint64_t, const QString &) override {}
    bool cancelled() const override { return false; }
};

} // namespace shirushi::base
