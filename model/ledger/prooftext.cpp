#include "ledger/prooftext.h"

#include "base/encoding.h"
#include "crypto/digest.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <optional>
#include <zlib.h>

namespace shirushi::ledger {

namespace {

constexpr qsizetype longestPart = 1000;
constexpr qsizetype largestProof = 16 << 20; // bytes
constexpr int mostParts = 999;
const QByteArray beginning = "SHIRUSHI:";
const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

QByteArray toBase32(const QByteArray &bytes)
{
    QByteArray text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = (bits << 8) | static_cast<unsigned char>(byte);
        for (count += 8; count >= 5; count -= 5)
            text += alphabet[(bits >> (count - 5)) & 31];
        bits &= 0xff;
    }
    if (count > 0)
        text += alphabet[(bits << (5 - count)) & 31];
    return text;
}

std::optional<QByteArray> fromBase32(const QByteArray &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const char character : text) {
        const qsizetype value = alphabet.indexOf(character);
        if (value < 0)
            return std::nullopt;
        bits = ((bits << 5) | static_cast<quint32>(value)) & 0xffff;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> count) & 0xff);
        }
    }
    return bytes;
}

QByteArray checkOf(const QByteArray &proof)
{
    return base::toHex(crypto::sha256(proof)).left(8).toUpper();
}

struct Part {
    int number = 0;
    int count = 0;
    QByteArray check;
    QByteArray text;
};

std::optional<Part> partFrom(const QByteArray &line)
{
    const QList<QByteArray> fields = line.split(':');
    const QList<QByteArray> numbers = fields.value(1).split('/');
    if (fields.size() != 4 || numbers.size() != 2)
        return std::nullopt;
    const Part part{numbers[0].toInt(), numbers[1].toInt(), fields[2], fields[3]};
    return part.number >= 1 && part.number <= part.count && part.count <= mostParts ? std::optional(part) : std::nullopt;
}

std::unexpected<base::Error> wrong(const QString &subject, const char *why)
{
    return base::failure(base::ErrorCode::InvalidInput, subject, QCoreApplication::translate("shirushi::ledger", why));
}

// The length stands in front of the stream, and is not believed before it is known to be bearable.
std::optional<QByteArray> unpacked(const QByteArray &bytes)
{
    if (bytes.size() < 4)
        return std::nullopt;
    quint32 size = 0;
    for (int i = 0; i < 4; ++i)
        size = (size << 8) | static_cast<unsigned char>(bytes[i]);
    if (size == 0 || size > largestProof)
        return std::nullopt;
    // qUncompress() would take a larger buffer, and a larger one again, for a stream that holds more than it says.
    QByteArray proof(static_cast<qsizetype>(size), Qt::Uninitialized);
    uLongf length = size;
    const int result = ::uncompress(reinterpret_cast<Bytef *>(proof.data()), &length, reinterpret_cast<const Bytef *>(bytes.constData()) + 4,
                                    static_cast<uLong>(bytes.size() - 4));
    return result == Z_OK && length == size ? std::optional(proof) : std::nullopt;
}

} // namespace

std::vector<QByteArray> proofLines(const QByteArray &proof)
{
    const QByteArray text = toBase32(qCompress(proof, 9));
    const qsizetype count = std::max<qsizetype>(1, (text.size() + longestPart - 1) / longestPart);
    const qsizetype length = (text.size() + count - 1) / count; // parts of about the same length
    std::vector<QByteArray> lines;
    for (qsizetype i = 0; i < count; ++i) {
        lines.push_back(beginning + QByteArray::number(i + 1) + '/' + QByteArray::number(count) + ':' + checkOf(proof) + ':'
                        + text.mid(i * length, length));
    }
    return lines;
}

bool isProofText(const QByteArray &text)
{
    return text.trimmed().startsWith(beginning) || text.trimmed().startsWith(QByteArray("QR-Code:" + beginning));
}

base::Result<QByteArray> proofFromText(const QByteArray &text, const QString &subject)
{
    std::map<int, Part> parts;
    for (QByteArray line : text.split('\n')) {
        line = line.trimmed();
        if (line.startsWith("QR-Code:")) // as readers of codes name them
            line = line.sliced(8);
        if (line.isEmpty())
            continue;
        const auto part = line.startsWith(beginning) ? partFrom(line) : std::nullopt;
        if (!part)
            return wrong(subject, QT_TRANSLATE_NOOP("shirushi::ledger", "This is not a proof of an entry."));
        const Part &first = parts.empty() ? *part : parts.begin()->second;
        if (part->count != first.count || part->check != first.check)
            return wrong(subject, QT_TRANSLATE_NOOP("shirushi::ledger", "These are parts of different proofs."));
        parts[part->number] = *part;
    }
    if (parts.empty() || static_cast<int>(parts.size()) != parts.begin()->second.count)
        return wrong(subject, QT_TRANSLATE_NOOP("shirushi::ledger", "A part of the proof is missing: every QR code has a line of its own."));
    QByteArray joined;
    for (const auto &[number, part] : parts)
        joined += part.text;
    const auto bytes = fromBase32(joined);
    const auto proof = bytes ? unpacked(*bytes) : std::nullopt;
    if (!proof || checkOf(*proof) != parts.begin()->second.check)
        return wrong(subject, QT_TRANSLATE_NOOP("shirushi::ledger", "This is not a proof of an entry."));
    return *proof;
}

} // namespace shirushi::ledger
