// Deflating in pieces (RFC 1951): each piece by itself, so that several cores work, but with the 32 KiB before it as
// its dictionary, so that next to nothing is lost; together they are one stream. One object belongs to one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct libdeflate_compressor;
struct z_stream_s;

namespace shirushi::sending::zip {

inline constexpr std::size_t windowSize = 32768;

class Deflater
{
public:
    /// `level` 1 to 9.
    explicit Deflater(int level);
    ~Deflater();
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    /// A whole content; nothing where it would not become smaller, or memory is short.
    std::optional<std::size_t> whole(std::span<const char> content, std::vector<char> &into);

    /// One piece; `before` is what stands before it, at most windowSize. Nothing where memory is short.
    std::optional<std::size_t> piece(std::span<const char> before, std::span<const char> content, bool isLast, std::vector<char> &into);

    /// Whether deflating a content that begins so is worth the while.
    bool pays(std::span<const char> sample);

private:
    struct FreeCompressor {
        void operator()(libdeflate_compressor *compressor) const;
    };
    struct EndStream {
        void operator()(z_stream_s *stream) const;
    };

    int m_level;
    std::unique_ptr<libdeflate_compressor, FreeCompressor> m_whole;
    std::unique_ptr<libdeflate_compressor, FreeCompressor> m_quick;
    std::unique_ptr<z_stream_s, EndStream> m_stream;
    std::vector<char> m_trial;
};

} // namespace shirushi::sending::zip
