#include "fuzz/mutation.h"

#include <algorithm>
#include <array>

namespace shirushi::fuzz {

Mutator::Mutator(std::vector<QByteArray> seeds, std::vector<QByteArray> words, std::uint64_t number,
                 qsizetype longest)
    : m_seeds(std::move(seeds)), m_words(std::move(words)), m_random(number), m_longest(longest)
{
}

// No distribution of the standard library: theirs differ from one library to the next.
qsizetype Mutator::below(qsizetype end)
{
    return end <= 0 ? 0 : static_cast<qsizetype>(m_random() % static_cast<std::uint64_t>(end));
}

// Mostly near the beginning and the end, where the structure of most formats is.
qsizetype Mutator::placeIn(const QByteArray &bytes)
{
    const qsizetype near = std::min<qsizetype>(bytes.size(), 600);
    switch (below(4)) {
    case 0:
        return below(near);
    case 1:
        return bytes.size() - near + below(near);
    default:
        return below(bytes.size());
    }
}

void Mutator::flip(QByteArray &bytes)
{
    const qsizetype at = placeIn(bytes);
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
}

void Mutator::overwrite(QByteArray &bytes)
{
    const qsizetype at = placeIn(bytes);
    const qsizetype end = std::min(bytes.size(), at + 1 + below(4));
    for (qsizetype i = at; i < end; ++i)
        bytes[i] = static_cast<char>(below(256));
}

// Lengths, counts and offsets, of either byte order.
void Mutator::setNumber(QByteArray &bytes)
{
    constexpr std::array<std::uint64_t, 14> odd{0,          1,          2,          0x7f,       0x80,
                                                0xff,       0x7fff,     0x8000,     0xffff,     0x10000,
                                                0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe};
    const qsizetype width = qsizetype(1) << below(4);
    const qsizetype at = placeIn(bytes);
    if (at + width > bytes.size())
        return;
    const std::uint64_t value = below(2) != 0 ? odd[static_cast<std::size_t>(below(odd.size()))]
                                              : static_cast<std::uint64_t>(below(bytes.size() + 2));
    const bool little = below(2) != 0;
    for (qsizetype i = 0; i < width; ++i) {
        const qsizetype shift = 8 * (little ? i : width - 1 - i);
        bytes[at + i] = static_cast<char>(value >> shift & 0xff);
    }
}

// The same for formats that write numbers as text.
void Mutator::setDigits(QByteArray &bytes)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    qsizetype at = placeIn(bytes);
    for (qsizetype steps = 0; steps < 200 && at < bytes.size() && !isDigit(bytes[at]); ++steps)
        ++at;
    qsizetype end = at;
    while (end < bytes.size() && isDigit(bytes[end]) && end - at < 20)
        ++end;
    if (at >= bytes.size() || end == at)
        return;
    constexpr std::array<const char *, 9> odd{
        "0", "1", "-1", "65536", "2147483648", "4294967296", "9223372036854775807", "99999999999999999999999", "0.5"};
    if (below(2) != 0)
        bytes.replace(at, end - at, odd[static_cast<std::size_t>(below(odd.size()))]);
    else
        bytes[at + below(end - at)] = static_cast<char>('0' + below(10));
}

void Mutator::cut(QByteArray &bytes)
{
    const qsizetype at = placeIn(bytes);
    if (below(4) == 0)
        bytes.truncate(at);
    else
        bytes.remove(at, 1 + below(below(2) != 0 ? 8 : 400));
}

void Mutator::duplicate(QByteArray &bytes)
{
    const qsizetype at = placeIn(bytes);
    const QByteArray piece = bytes.mid(at, 1 + below(below(2) != 0 ? 64 : 2000));
    const qsizetype copies = below(20) == 0 ? 1 + below(200) : 1;
    bytes.insert(below(2) != 0 ? at : placeIn(bytes), piece.repeated(copies));
}

void Mutator::splice(QByteArray &bytes)
{
    const QByteArray &other = m_seeds[static_cast<std::size_t>(below(static_cast<qsizetype>(m_seeds.size())))];
    if (other.isEmpty())
        return;
    const QByteArray piece = other.mid(below(other.size()), 1 + below(1000));
    const qsizetype at = placeIn(bytes);
    if (below(2) != 0)
        bytes.insert(at, piece);
    else
        bytes.replace(at, std::min(piece.size(), bytes.size() - at), piece);
}

void Mutator::putWord(QByteArray &bytes)
{
    if (m_words.empty())
        return;
    const QByteArray &word = m_words[static_cast<std::size_t>(below(static_cast<qsizetype>(m_words.size())))];
    const qsizetype at = placeIn(bytes);
    if (below(2) != 0)
        bytes.insert(at, word);
    else
        bytes.replace(at, std::min(word.size(), bytes.size() - at), word);
}

void Mutator::zero(QByteArray &bytes)
{
    const qsizetype at = placeIn(bytes);
    const qsizetype length = std::min(bytes.size() - at, 1 + below(512));
    bytes.replace(at, length, QByteArray(length, below(2) != 0 ? '\0' : '\xff'));
}

void Mutator::change(QByteArray &bytes)
{
    if (bytes.isEmpty())
        bytes = "\n";
    constexpr std::array changes{&Mutator::flip,      &Mutator::flip,   &Mutator::overwrite, &Mutator::setNumber,
                                 &Mutator::setDigits, &Mutator::cut,    &Mutator::duplicate, &Mutator::splice,
                                 &Mutator::putWord,   &Mutator::putWord, &Mutator::zero};
    (this->*changes[static_cast<std::size_t>(below(changes.size()))])(bytes);
}

QByteArray Mutator::next()
{
    QByteArray bytes = m_seeds[static_cast<std::size_t>(below(static_cast<qsizetype>(m_seeds.size())))];
    const qsizetype changes = qsizetype(1) << below(4);
    for (qsizetype i = 0; i < changes; ++i)
        change(bytes);
    bytes.truncate(m_longest);
    return bytes;
}

} // namespace shirushi::fuzz
