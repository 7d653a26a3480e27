#include "label/image/pngchunks.h"

#include "label/image/bytewindow.h"

#include <QCoreApplication>

#include <algorithm>
#include <libdeflate.h>
#include <zlib.h>

namespace shirushi::label {

using base::ErrorCode;

namespace {

constexpr std::size_t mostChunks = 500'000;
constexpr std::size_t headerReadAhead = 1'024;
constexpr std::uint32_t longestXmp = 32 << 20;
const QByteArray keyword("XML:com.adobe.xmp\0", 18);

std::unexpected<base::Error> damaged(const platform::FileSource &source)
{
    return base::failure(ErrorCode::Damaged, base::toDisplay(source.path()),
                         QCoreApplication::translate("shirushi::label", "The image is damaged."));
}

std::unexpected<base::Error> tooLarge(const platform::FileSource &source)
{
    return base::failure(ErrorCode::TooLarge, base::toDisplay(source.path()),
                         QCoreApplication::translate("shirushi::label", "The image has too many parts."));
}

std::uint32_t checksum(std::uint32_t from, std::string_view bytes)
{
    return libdeflate_crc32(from, bytes.data(), bytes.size());
}

struct Chunk {
    std::string type;
    std::uint64_t begin = 0;
    std::uint64_t content = 0;
    std::uint32_t length = 0;
    std::uint64_t end() const { return content + length + 4; }
    bool isCritical() const { return (type[0] & 0x20) == 0; }
};

base::Result<Chunk> chunkAt(ByteWindow &window, std::uint64_t offset)
{
    const auto head = window.at(offset, 8);
    if (!head)
        return std::unexpected(head.error());
    if (head->size() < 8)
        return damaged(window.source());
    Chunk chunk{std::string(head->substr(4)), offset, offset + 8, bigEndian32(*head, 0)};
    const bool isType = std::all_of(chunk.type.begin(), chunk.type.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (!isType || chunk.length > 0x7FFF'FFFF || chunk.end() > window.source().size())
        return damaged(window.source());
    return chunk;
}

base::Result<bool> isSound(ByteWindow &window, const Chunk &chunk)
{
    std::uint32_t sum = checksum(0, chunk.type);
    for (std::uint64_t at = chunk.content; at < chunk.content + chunk.length;) {
        const auto wanted = std::min<std::uint64_t>(chunk.content + chunk.length - at, ByteWindow::size);
        const auto bytes = window.at(at, static_cast<std::size_t>(wanted));
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->size() != wanted)
            return damaged(window.source());
        sum = checksum(sum, *bytes);
        at += wanted;
    }
    const auto stored = window.at(chunk.content + chunk.length, 4);
    if (!stored)
        return std::unexpected(stored.error());
    return stored->size() == 4 && bigEndian32(*stored, 0) == sum;
}

class Walker
{
public:
    Walker(const platform::FileSource &source, bool thorough)
        : m_window(source, thorough ? ByteWindow::size : headerReadAhead), m_thorough(thorough)
    {
    }

    base::Result<PngWalk> walk()
    {
        const auto start = m_window.at(0, pngSignature.size());
        if (!start)
            return std::unexpected(start.error());
        if (*start != pngSignature)
            return damaged(m_window.source());
        std::uint64_t offset = pngSignature.size();
        for (std::size_t count = 0; count < mostChunks; ++count) {
            const auto chunk = chunkAt(m_window, offset);
            if (!chunk)
                return std::unexpected(chunk.error());
            const bool isHeader = chunk->type == "IHDR";
            if (isHeader != (count == 0))
                return damaged(m_window.source());
            if (const auto taken = take(*chunk); !taken)
                return std::unexpected(taken.error());
            offset = chunk->end();
            if (chunk->type == "IEND") {
                if (!m_hasData)
                    return damaged(m_window.source());
                return std::move(m_walk);
            }
        }
        return tooLarge(m_window.source());
    }

private:
    base::Result<void> take(const Chunk &chunk)
    {
        if (m_walk.place == 0 && (chunk.type == "IDAT" || chunk.type == "fcTL"))
            m_walk.place = chunk.begin;
        m_hasData = m_hasData || chunk.type == "IDAT";
        m_walk.isSigned = m_walk.isSigned || chunk.type == "caBX";
        const auto carries = carriesXmp(chunk);
        if (!carries)
            return std::unexpected(carries.error());
        if (m_thorough && (chunk.isCritical() || *carries)) {
            const auto sound = isSound(m_window, chunk);
            if (!sound)
                return std::unexpected(sound.error());
            if (!*sound)
                return damaged(m_window.source());
        }
        return *carries ? keepXmp(chunk) : base::Result<void>();
    }

    base::Result<bool> carriesXmp(const Chunk &chunk)
    {
        const auto length = static_cast<std::size_t>(keyword.size());
        if (chunk.type != "iTXt" || chunk.length < length)
            return false;
        const auto start = m_window.at(chunk.content, length);
        if (!start)
            return std::unexpected(start.error());
        return *start == std::string_view(keyword.constData(), length);
    }

    base::Result<void> keepXmp(const Chunk &chunk)
    {
        m_total += chunk.length;
        if (m_total > longestXmp || m_walk.xmp.size() >= 16)
            return tooLarge(m_window.source());
        auto content = m_window.source().bytes(chunk.content, chunk.length);
        if (!content)
            return std::unexpected(content.error());
        m_walk.xmp.push_back({chunk.begin, chunk.end(), std::move(*content)});
        return {};
    }

    ByteWindow m_window;
    bool m_thorough;
    bool m_hasData = false;
    std::uint64_t m_total = 0;
    PngWalk m_walk;
};

std::optional<QByteArray> expanded(const QByteArray &compressed)
{
    z_stream stream = {};
    if (::inflateInit(&stream) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(compressed.constData()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    QByteArray result;
    int state = Z_OK;
    while (state == Z_OK && result.size() <= static_cast<qsizetype>(longestXmp)) {
        char buffer[16384];
        stream.next_out = reinterpret_cast<Bytef *>(buffer);
        stream.avail_out = sizeof buffer;
        state = ::inflate(&stream, Z_NO_FLUSH);
        result.append(buffer, static_cast<qsizetype>(sizeof buffer - stream.avail_out));
    }
    ::inflateEnd(&stream);
    return state == Z_STREAM_END && result.size() <= static_cast<qsizetype>(longestXmp) ? std::optional(result)
                                                                                       : std::nullopt;
}

QByteArray asBigEndian(std::uint32_t number)
{
    return QByteArray() + static_cast<char>(number >> 24 & 0xFF) + static_cast<char>(number >> 16 & 0xFF)
           + static_cast<char>(number >> 8 & 0xFF) + static_cast<char>(number & 0xFF);
}

} // namespace

base::Result<PngWalk> walkPng(const platform::FileSource &source, bool thorough)
{
    return Walker(source, thorough).walk();
}

std::optional<XmpText> readXmpText(const QByteArray &content)
{
    const qsizetype flags = keyword.size();
    if (!content.startsWith(keyword) || content.size() < flags + 4)
        return std::nullopt;
    const qsizetype languageEnd = content.indexOf('\0', flags + 2);
    const qsizetype start = languageEnd < 0 ? -1 : content.indexOf('\0', languageEnd + 1) + 1;
    if (start <= 0 || content[flags] > 1 || content[flags] < 0 || content[flags + 1] != 0)
        return std::nullopt;
    XmpText text{content.mid(start), content.left(start), content[flags] == 1};
    if (text.isCompressed) {
        const auto packet = expanded(text.packet);
        if (!packet)
            return std::nullopt;
        text.packet = *packet;
    }
    return text;
}

QByteArray plainXmpStart()
{
    return keyword + QByteArray(4, '\0'); // not compressed, method 0, no language, no translated keyword
}

QByteArray pngChunk(const char *type, const QByteArray &content)
{
    const QByteArray body = type + content;
    const std::uint32_t sum = checksum(0, std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
    return asBigEndian(static_cast<std::uint32_t>(content.size())) + body
           + asBigEndian(sum);
}

} // namespace shirushi::label
