// Content in memory, for the formats that hold all of it there anyway. One object belongs to one thread.
#pragma once

#include "platform/sink.h"
#include "sending/content.h"

#include <algorithm>

namespace shirushi::sending {

/// The bytes must outlive this.
class MemoryContent final : public Content
{
public:
    MemoryContent(const QByteArray &bytes, QString subject) : m_bytes(bytes), m_subject(std::move(subject)) {}
    std::uint64_t size() const override { return static_cast<std::uint64_t>(m_bytes.size()); }
    [[nodiscard]] base::Result<std::size_t> read(std::uint64_t offset, std::span<char> into) override
    {
        const auto from = static_cast<qsizetype>(std::min(offset, size()));
        const std::size_t count = std::min(into.size(), static_cast<std::size_t>(m_bytes.size() - from));
        std::copy_n(m_bytes.constData() + from, count, into.data());
        return count;
    }
    QString subject() const override { return m_subject; }

private:
    const QByteArray &m_bytes;
    QString m_subject;
};

/// Takes so many bytes and no more: TooLarge.
class BoundedSink final : public platform::Sink
{
public:
    BoundedSink(std::uint64_t most, QString subject) : m_most(most), m_subject(std::move(subject)) {}
    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override
    {
        if (bytes.size() > m_most - m_inner.position())
            return std::unexpected(parcelTooLarge(m_subject));
        return m_inner.write(bytes);
    }
    std::uint64_t position() const override { return m_inner.position(); }
    const QByteArray &bytes() const { return m_inner.bytes(); }

private:
    platform::MemorySink m_inner;
    std::uint64_t m_most;
    QString m_subject;
};

} // namespace shirushi::sending
