// What bytes pass through on their way: sources and sinks that hash or compare them. Not thread-safe, as every source and
// sink; what they are given must outlive them.
#pragma once

#include "base/secretbytes.h"
#include "crypto/digest.h"
#include "platform/sink.h"
#include "platform/source.h"

namespace shirushi::vault {

class HashingSource final : public platform::Source
{
public:
    explicit HashingSource(platform::Source &from) : m_from(from) {}
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into) override
    {
        const auto got = m_from.read(into);
        if (got) {
            m_hash.add(into.first(*got));
            m_count += *got;
        }
        return got;
    }
    std::optional<std::uint64_t> size() const override { return m_from.size(); }
    QString subject() const override { return m_from.subject(); }

    std::uint64_t count() const { return m_count; } // bytes
    QByteArray finish() { return m_hash.finish(); }

private:
    platform::Source &m_from;
    crypto::Sha256 m_hash;
    std::uint64_t m_count = 0;
};

class HashingSink final : public platform::Sink
{
public:
    explicit HashingSink(platform::Sink &to) : m_to(to) {}
    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override
    {
        m_hash.add(bytes);
        return m_to.write(bytes);
    }
    std::uint64_t position() const override { return m_to.position(); }
    QByteArray finish() { return m_hash.finish(); }

private:
    platform::Sink &m_to;
    crypto::Sha256 m_hash;
};

/// Compares what is written to it with a source; one that differs ends the work.
class ComparingSink final : public platform::Sink
{
public:
    explicit ComparingSink(platform::Source &with) : m_with(with) {}
    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override;
    std::uint64_t position() const override { return m_position; }

    /// Everything was the same, and the source has no more.
    [[nodiscard]] base::Result<bool> isSameToTheEnd();

private:
    platform::Source &m_with;
    base::SecretBytes m_block;
    std::uint64_t m_position = 0;
    bool m_isSame = true;
};

} // namespace shirushi::vault
