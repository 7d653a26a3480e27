// Conduit: what one thread writes, another reads, a few MiB in between. One writer, one reader.
#pragma once

#include "platform/sink.h"
#include "platform/source.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace shirushi::sending {

class Conduit final : public platform::Sink, public platform::Source
{
public:
    /// The writer's end.
    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override;
    std::uint64_t position() const override { return m_written; }
    /// Nothing more comes; with an error, the reader is told so instead of an end.
    void close(std::optional<base::Error> error = std::nullopt);

    /// The reader's end.
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into) override;
    /// Whoever reads has stopped: what is written from now on fails with Cancelled.
    void abandon();

private:
    std::mutex m_mutex;
    std::condition_variable m_change;
    std::deque<QByteArray> m_pieces;
    qsizetype m_at = 0; // in the first piece
    std::size_t m_held = 0;
    std::uint64_t m_written = 0; // the writer's alone
    bool m_isClosed = false;
    bool m_isAbandoned = false;
    std::optional<base::Error> m_error;
};

} // namespace shirushi::sending
