// Source: bytes that come in order, from their first to their last, as a Sink takes them. Not thread-safe.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

#include <algorithm>

namespace shirushi::platform {

class Source
{
public:
    virtual ~Source() = default;

    /// Fills `into`; fewer bytes are read only at the end. Returns how many.
    [[nodiscard]] virtual base::Result<std::size_t> read(std::span<char> into) = 0;

    /// How many bytes there are in all, where that is known beforehand: for progress and the size of buffers.
    virtual std::optional<std::uint64_t> size() const { return std::nullopt; }

    /// What errors are about: the path, or what else it is called.
    virtual QString subject() const { return {}; }
};

/// A file from its first byte on. The FileSource must outlive this.
class FileSequence final : public Source
{
public:
    explicit FileSequence(const FileSource &file) : m_file(file) {}
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into) override
    {
        const auto got = m_file.read(m_position, into);
        if (got)
            m_position += *got;
        return got;
    }
    std::optional<std::uint64_t> size() const override { return m_file.size(); }
    QString subject() const override { return base::toDisplay(m_file.path()); }

private:
    const FileSource &m_file;
    std::uint64_t m_position = 0;
};

/// Bytes in memory, for tests and small things.
class MemorySource final : public Source
{
public:
    explicit MemorySource(QByteArray bytes, QString subject = {}) : m_bytes(std::move(bytes)), m_subject(std::move(subject)) {}
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t count = std::min(into.size(), static_cast<std::size_t>(m_bytes.size() - m_position));
        std::copy_n(m_bytes.constData() + m_position, count, into.data());
        m_position += static_cast<qsizetype>(count);
        return count;
    }
    std::optional<std::uint64_t> size() const override { return static_cast<std::uint64_t>(m_bytes.size()); }
    QString subject() const override { return m_subject; }

private:
    QByteArray m_bytes;
    QString m_subject;
    qsizetype m_position = 0;
};

} // namespace shirushi::platform
