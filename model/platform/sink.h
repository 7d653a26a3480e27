// Sink: where a new version of a file is written, from its first byte to its last. Not thread-safe.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

namespace shirushi::platform {

class Sink
{
public:
    virtual ~Sink() = default;
    [[nodiscard]] virtual base::Result<void> write(std::span<const char> bytes) = 0;

    [[nodiscard]] base::Result<void> write(const QByteArray &bytes)
    {
        return write(std::span<const char>(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }

    /// Copies `length` bytes of `source` from `offset`; a sink that is a file lets the system do it.
    [[nodiscard]] virtual base::Result<void> copy(const FileSource &source, std::uint64_t offset,
                                                  std::uint64_t length);

    /// How many bytes have been written.
    virtual std::uint64_t position() const = 0;
};

/// A sink in memory, for tests and small things.
class MemorySink final : public Sink
{
public:
    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override
    {
        m_bytes.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return {};
    }
    std::uint64_t position() const override { return static_cast<std::uint64_t>(m_bytes.size()); }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace shirushi::platform
