#include "cli/agecommands.h"

#include "cli/agewords.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "crypto/age/agefile.h"
#include "crypto/age/keytext.h"
#include "crypto/keys.h"
#include "platform/interruption.h"
#include "platform/replacement.h"
#include "platform/stream.h"

#include <QCoreApplication>

#include <functional>

namespace shirushi::cli {

namespace {

namespace age = crypto::age;

constexpr std::size_t longestPassword = 4096; // bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

int failed(const base::Error &error)
{
    printError(error);
    return exitCodeOf(error);
}

base::Result<platform::StreamSource> openSource(const std::string &name)
{
    if (name == "-")
        return platform::StreamSource::standardInput();
    return platform::StreamSource::open(name);
}

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

base::Result<std::vector<base::SecretBytes>> readIdentities(const std::vector<std::string> &files)
{
    std::vector<base::SecretBytes> keys;
    for (const std::string &file : files) {
        const auto content = readSecret(file, age::largestKeyFile);
        if (!content)
            return std::unexpected(content.error());
        auto some = age::identitiesFromFile(text(*content), base::toDisplay(file));
        if (!some)
            return std::unexpected(some.error());
        std::move(some->begin(), some->end(), std::back_inserter(keys));
    }
    return keys;
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
    const auto identities = readIdentities(words.identityFiles);
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

using Work = std::function<age::Result<void>(platform::Sink &)>;

base::Result<void> writeFile(const base::Path &out, bool isForAll, const Work &work)
{
    std::error_code problem;
    const base::Path real = std::filesystem::canonical(out, problem);
    const base::Path target = problem ? out : real;
    const auto original = platform::FileSource::open(target);
    if (!original && original.error().code != base::ErrorCode::NotFound)
        return std::unexpected(original.error());
    auto replacement = original ? platform::Replacement::of(*original) : platform::Replacement::create(target);
    if (!replacement)
        return std::unexpected(replacement.error());
    if (isForAll)
        replacement->shareAsFolder();
    if (const auto done = work(*replacement); !done)
        return std::unexpected(done.error());
    return replacement->commit();
}

base::Result<void> write(const std::string &out, bool isForAll, const Work &work)
{
    if (out != "-" && !platform::isStream(out))
        return writeFile(out, isForAll, work);
    auto stream = out == "-" ? platform::StreamSink::standardOutput() : platform::StreamSink::open(out);
    if (!stream)
        return std::unexpected(stream.error());
    if (const auto done = work(*stream); !done)
        return std::unexpected(done.error());
    return {};
}

// Ctrl+C leaves nothing behind.
class UntilInterrupted final : public base::Progress
{
public:
    void report(std::uint64_t, std::uint64_t, const QString &) override {}
    bool cancelled() const override { return m_interruption.hasCome(); }

private:
    platform::Interruption m_interruption;
};

int copyThrough(const AgeWords &words, bool isForAll, const std::function<age::Result<void>(platform::Source &, platform::Sink &, base::Progress &)> &change)
{
    auto source = openSource(words.in);
    if (!source)
        return failed(source.error());
    if (words.out != "-" && source->isSameFile(words.out))
        return wrongUsage(tr("What is read and what is written are the same file."));
    UntilInterrupted progress;
    const auto done = write(words.out, isForAll, [&](platform::Sink &sink) { return change(*source, sink, progress); });
    return done ? AllDone : failed(done.error());
}

} // namespace

int runAgeEncrypt(const std::vector<std::string> &given)
{
    QString problem;
    const auto words = AgeWords::parse(given, problem);
    if (!words)
        return wrongUsage(problem);
    const bool hasKeys = !words->recipients.empty() || !words->recipientFiles.empty() || !words->identityFiles.empty();
    if (!hasKeys && !words->passphraseFile)
        return wrongUsage(tr("Please say for whom: -r age1…, -R FILE, -i FILE, or --passphrase-file FILE."));
    if (hasKeys && words->passphraseFile)
        return wrongUsage(tr("A password and keys cannot be used together."));
    const auto recipients = readRecipients(*words);
    if (!recipients)
        return failed(recipients.error());
    const auto form = words->armor ? age::Form::Armored : age::Form::Binary;
    return copyThrough(*words, true, [&](platform::Source &from, platform::Sink &to, base::Progress &progress) {
        return age::encrypt(from, to, *recipients, progress, form);
    });
}

int runAgeDecrypt(const std::vector<std::string> &given)
{
    QString problem;
    const auto words = AgeWords::parse(given, problem);
    if (!words)
        return wrongUsage(problem);
    if (words->armor || !words->recipients.empty() || !words->recipientFiles.empty())
        return wrongUsage(tr("Decrypting takes -i FILE and --passphrase-file FILE only."));
    if (words->identityFiles.empty() && !words->passphraseFile)
        return wrongUsage(tr("Please give a key or a password: -i FILE, or --passphrase-file FILE."));
    age::Identities identities;
    auto keys = readIdentities(words->identityFiles);
    if (!keys)
        return failed(keys.error());
    identities.keys = std::move(*keys);
    if (words->passphraseFile) {
        auto password = readPassphrase(*words->passphraseFile);
        if (!password)
            return failed(password.error());
        identities.passwords.push_back(std::move(*password));
    }
    return copyThrough(*words, false, [&](platform::Source &from, platform::Sink &to, base::Progress &progress) {
        return age::decrypt(from, to, identities, progress);
    });
}

} // namespace shirushi::cli
