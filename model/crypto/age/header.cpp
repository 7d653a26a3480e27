#include "crypto/age/header.h"

#include "crypto/age/base64.h"
#include "crypto/seal.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string_view>

namespace shirushi::crypto::age {

namespace {

constexpr std::string_view versionLine = "age-encryption.org/v1\n";
constexpr std::string_view stanzaMark = "-> ";
constexpr std::string_view endMark = "---";
constexpr std::size_t columns = 64;
constexpr std::size_t bytesPerLine = columns / 4 * 3;
constexpr std::size_t macSize = 32;

QByteArray toBytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool isVisible(std::string_view text)
{
    for (const char character : text) {
        if (character < '!' || character > '~')
            return false;
    }
    return !text.empty();
}

// Reads a header line by line and keeps the bytes that the MAC will be over.
class Reading
{
public:
    explicit Reading(LookAhead &input) : m_input(input) {}

    Result<Header> run()
    {
        if (const auto line = next(); !line || *line != versionLine)
            return line ? malformed() : std::unexpected(line.error());
        for (;;) {
            const auto line = next();
            if (!line)
                return std::unexpected(line.error());
            if (line->starts_with(endMark))
                return end(*line);
            if (const auto stanza = readStanza(*line); !stanza)
                return std::unexpected(stanza.error());
        }
    }

private:
    std::unexpected<Error> malformed() const { return fail(Failure::Header, m_input.subject()); }

    // With its line feed; a line without one, or beyond the bound, is none.
    Result<std::string_view> next()
    {
        const auto line = m_input.line(largestHeader - static_cast<std::size_t>(m_header.covered.size()));
        if (!line)
            return std::unexpected(Error(line.error()));
        if (line->empty() || line->back() != '\n')
            return malformed();
        m_header.covered.append(line->data(), static_cast<qsizetype>(line->size()));
        return std::string_view(line->data(), line->size());
    }

    Result<void> readStanza(std::string_view line)
    {
        if (!line.starts_with(stanzaMark))
            return malformed();
        line.remove_prefix(stanzaMark.size());
        line.remove_suffix(1);
        Stanza stanza;
        for (std::size_t space = 0; space != std::string_view::npos;) {
            space = line.find(' ');
            const std::string_view argument = line.substr(0, space);
            if (!isVisible(argument))
                return malformed();
            if (stanza.type.isEmpty())
                stanza.type = toBytes(argument);
            else
                stanza.arguments.push_back(toBytes(argument));
            line.remove_prefix(space == std::string_view::npos ? line.size() : space + 1);
        }
        for (bool isFull = true; isFull;) {
            const auto bodyLine = next();
            if (!bodyLine)
                return std::unexpected(bodyLine.error());
            const std::size_t length = bodyLine->size() - 1;
            const auto bytes = length > columns ? std::nullopt : fromBase64(bodyLine->substr(0, length));
            if (!bytes)
                return malformed();
            stanza.body += *bytes;
            isFull = length == columns;
        }
        m_header.stanzas.push_back(std::move(stanza));
        return {};
    }

    Result<Header> end(std::string_view line)
    {
        const std::string_view rest = line.substr(endMark.size());
        const auto mac = rest.size() > 2 && rest.front() == ' ' ? fromBase64(rest.substr(1, rest.size() - 2))
                                                                : std::nullopt;
        if (!mac || mac->size() != static_cast<qsizetype>(macSize) || m_header.stanzas.empty())
            return malformed();
        m_header.mac = *mac;
        m_header.covered.chop(static_cast<qsizetype>(rest.size()));
        return std::move(m_header);
    }

    LookAhead &m_input;
    Header m_header;
};

Result<QByteArray> macOver(const QByteArray &covered, const base::SecretBytes &fileKey)
{
    const auto key = hkdf(fileKey, {}, QByteArrayLiteral("header"));
    if (!key)
        return std::unexpected(Error(key.error()));
    QByteArray mac(macSize, Qt::Uninitialized);
    unsigned int size = 0;
    if (!HMAC(EVP_sha256(), key->data(), static_cast<int>(key->size()),
              reinterpret_cast<const unsigned char *>(covered.constData()), static_cast<std::size_t>(covered.size()),
              reinterpret_cast<unsigned char *>(mac.data()), &size))
        return failRefused();
    return mac;
}

void append(QByteArray &text, const Stanza &stanza)
{
    text += toBytes(stanzaMark) + stanza.type;
    for (const QByteArray &argument : stanza.arguments)
        text += ' ' + argument;
    text += '\n';
    // The line that ends the body is shorter than a full one, and may be empty.
    for (qsizetype at = 0;; at += bytesPerLine) {
        const QByteArray line = stanza.body.mid(at, bytesPerLine);
        text += toBase64(line) + '\n';
        if (line.size() < static_cast<qsizetype>(bytesPerLine))
            return;
    }
}

} // namespace

Result<Header> readHeader(LookAhead &input)
{
    return Reading(input).run();
}

Result<QByteArray> writeHeader(const std::vector<Stanza> &stanzas, const base::SecretBytes &fileKey)
{
    QByteArray text = toBytes(versionLine);
    for (const Stanza &stanza : stanzas)
        append(text, stanza);
    text += toBytes(endMark);
    const auto mac = macOver(text, fileKey);
    if (!mac)
        return mac;
    return QByteArray(text + ' ' + toBase64(*mac) + '\n');
}

Result<void> checkMac(const Header &header, const base::SecretBytes &fileKey, const QString &subject)
{
    const auto mac = macOver(header.covered, fileKey);
    if (!mac)
        return std::unexpected(mac.error());
    if (header.mac.size() != mac->size()
        || CRYPTO_memcmp(mac->constData(), header.mac.constData(), static_cast<std::size_t>(mac->size())) != 0)
        return fail(Failure::Mac, subject);
    return {};
}

} // namespace shirushi::crypto::age
