#include "cli/agekeys.h"

#include "crypto/age/agefile.h"
#include "crypto/age/keytext.h"
#include "crypto/keys.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace shirushi::cli {

namespace age = crypto::age;

namespace {

constexpr std::size_t longestPassword = 4096; // bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

// Keys in memory that is wiped.
class SecretSource final : public platform::Source
{
public:
    SecretSource(base::SecretBytes bytes, QString subject) : m_bytes(std::move(bytes)), m_subject(std::move(subject)) {}
    base::Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t count = std::min(into.size(), m_bytes.size() - m_at);
        std::copy_n(m_bytes.data() + m_at, count, into.data());
        m_at += count;
        return count;
    }
    QString subject() const override { return m_subject; }

private:
    base::SecretBytes m_bytes;
    QString m_subject;
    std::size_t m_at = 0;
};

class SecretSink final : public platform::Sink
{
public:
    using Sink::write;
    base::Result<void> write(std::span<const char> bytes) override
    {
        base::SecretBytes longer(m_bytes.size() + bytes.size());
        std::copy_n(m_bytes.data(), m_bytes.size(), longer.data());
        std::copy_n(bytes.data(), bytes.size(), longer.data() + m_bytes.size());
        m_bytes = std::move(longer);
        return {};
    }
    std::uint64_t position() const override { return m_bytes.size(); }
    base::SecretBytes take() { return std::move(m_bytes); }

private:
    base::SecretBytes m_bytes;
};

// All of a small file, wiped when it is no longer needed.
base::Result<base::SecretBytes> readSecret(const std::string &name, std::size_t limit)
{
    auto source = openSource(name);
    if (!source)
        return std::unexpected(source.error());
    base::SecretBytes bytes(limit + 1);
    const auto got = source->read({reinterpret_cast<char *>(bytes.data()), bytes.size()});
    if (!got)
        return std::unexpected(got.error());
    if (*got > limit)
        return base::failure(base::ErrorCode::TooLarge, source->subject(), tr("The file is too large."));
    bytes.truncate(*got);
    return bytes;
}

// One final newline is dropped.
base::Result<base::SecretBytes> readPassphrase(const std::string &name)
{
    auto bytes = readSecret(name, longestPassword);
    if (!bytes)
        return bytes;
    std::size_t size = bytes->size();
    if (size > 0 && bytes->data()[size - 1] == '\n')
        --size;
    if (size < bytes->size() && size > 0 && bytes->data()[size - 1] == '\r')
        --size;
    bytes->truncate(size);
    return bytes;
}

std::span<const char> text(const base::SecretBytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

// The content of a file of keys that is sealed under a password; of any other file, the content.
base::Result<base::SecretBytes> unsealed(base::SecretBytes content, const std::string &name, const age::Identities &password)
{
    const std::string_view beginning(reinterpret_cast<const char *>(content.data()), content.size());
    if (!beginning.starts_with("age-encryption.org/") && !beginning.starts_with("-----BEGIN AGE"))
        return content;
    SecretSource source(std::move(content), base::toDisplay(name));
    SecretSink sink;
    base::NoProgress progress;
    if (const auto done = age::decrypt(source, sink, password, progress); !done)
        return std::unexpected(done.error());
    return sink.take();
}

base::Result<std::vector<base::SecretBytes>> readKeys(const std::vector<std::string> &files, const age::Identities &password)
{
    std::vector<base::SecretBytes> keys;
    for (const std::string &file : files) {
        auto read = readSecret(file, age::largestKeyFile);
        if (!read)
            return std::unexpected(read.error());
        const auto content = unsealed(std::move(*read), file, password);
        if (!content)
            return std::unexpected(content.error());
        auto some = age::identitiesFromFile(text(*content), base::toDisplay(file));
        if (!some)
            return std::unexpected(some.error());
        std::move(some->begin(), some->end(), std::back_inserter(keys));
    }
    return keys;
}

} // namespace

base::Result<platform::StreamSource> openSource(const std::string &name)
{
    if (name == "-")
        return platform::StreamSource::standardInput();
    return platform::StreamSource::open(name);
}

base::Result<age::Recipients> readRecipients(const AgeWords &words)
{
    age::Recipients recipients;
    for (const std::string &given : words.recipients) {
        const auto key = age::recipientFromText(QByteArray::fromStdString(given));
        if (!key)
            return base::failure(base::ErrorCode::InvalidInput, base::toDisplay(given), tr("This is not a key of the form age1…."));
        recipients.keys.push_back(*key);
    }
    for (const std::string &file : words.recipientFiles) {
        const auto content = readSecret(file, age::largestKeyFile);
        if (!content)
            return std::unexpected(content.error());
        const auto keys = age::recipientsFromFile(text(*content), base::toDisplay(file));
        if (!keys)
            return std::unexpected(keys.error());
        recipients.keys.insert(recipients.keys.end(), keys->begin(), keys->end());
    }
    const auto identities = readKeys(words.identityFiles, {});
    if (!identities)
        return std::unexpected(identities.error());
    for (const base::SecretBytes &identity : *identities) {
        const auto key = crypto::receivingPublicKey(identity);
        if (!key)
            return std::unexpected(key.error());
        recipients.keys.push_back(*key);
    }
    if (words.passphraseFile) {
        auto password = readPassphrase(*words.passphraseFile);
        if (!password)
            return std::unexpected(password.error());
        if (password->isEmpty())
            return base::failure(base::ErrorCode::NotFound, base::toDisplay(*words.passphraseFile), tr("The file with the password is empty."));
        recipients.password = std::move(*password);
    }
    return recipients;
}

base::Result<age::Identities> readIdentities(const AgeWords &words)
{
    age::Identities identities;
    if (words.passphraseFile) {
        auto password = readPassphrase(*words.passphraseFile);
        if (!password)
            return std::unexpected(password.error());
        identities.passwords.push_back(std::move(*password));
    }
    auto keys = readKeys(words.identityFiles, identities);
    if (!keys)
        return std::unexpected(keys.error());
    identities.keys = std::move(*keys);
    return identities;
}

} // namespace shirushi::cli
