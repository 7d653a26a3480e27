// Streams of the system: standard input and output, pipes, devices, and files read from their first byte to
// their last. Not thread-safe.
#pragma once

#include "platform/sink.h"
#include "platform/source.h"

namespace shirushi::platform {

class StreamSource final : public Source
{
public:
    /// Whatever the name stands for, links followed; but no folder.
    [[nodiscard]] static base::Result<StreamSource> open(const base::Path &path);
    static StreamSource standardInput();

    StreamSource(StreamSource &&other) noexcept;
    StreamSource &operator=(StreamSource &&) = delete;
    StreamSource(const StreamSource &) = delete;
    StreamSource &operator=(const StreamSource &) = delete;
    ~StreamSource() override;

    /// Cancelled if a signal that the program watches for came meanwhile.
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into) override;
    std::optional<std::uint64_t> size() const override { return m_size; }
    QString subject() const override { return m_subject; }

    /// Whether `path` is this very file, under whatever name.
    bool isSameFile(const base::Path &path) const;

private:
    StreamSource(int descriptor, bool isOwn, QString subject);

    int m_descriptor = -1;
    bool m_isOwn = false;
    QString m_subject;
    std::optional<std::uint64_t> m_size; // of a regular file
};

/// What is written cannot be taken back: for pipes and devices, never for a file that has a name.
class StreamSink final : public Sink
{
public:
    [[nodiscard]] static base::Result<StreamSink> open(const base::Path &path);
    static StreamSink standardOutput();

    StreamSink(StreamSink &&other) noexcept;
    StreamSink &operator=(StreamSink &&) = delete;
    StreamSink(const StreamSink &) = delete;
    StreamSink &operator=(const StreamSink &) = delete;
    ~StreamSink() override;

    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override;
    std::uint64_t position() const override { return m_position; }

private:
    StreamSink(int descriptor, bool isOwn, QString subject);

    int m_descriptor = -1;
    bool m_isOwn = false;
    QString m_subject;
    std::uint64_t m_position = 0;
};

/// True for a pipe, a terminal, a device: something that is there and is neither a file nor a folder.
bool isStream(const base::Path &path);

} // namespace shirushi::platform
