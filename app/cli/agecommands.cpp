#include "cli/agecommands.h"

#include "cli/agekeys.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "crypto/age/agefile.h"
#include "platform/replacement.h"

#include <QCoreApplication>

#include <functional>

namespace shirushi::cli {

namespace {

namespace age = crypto::age;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
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

int copyThrough(const AgeWords &words, bool isForAll, const std::function<age::Result<void>(platform::Source &, platform::Sink &, base::Progress &)> &change)
{
    auto source = openSource(words.in);
    if (!source)
        return failed(source.error());
    if (words.out != "-" && source->isSameFile(words.out))
        return wrongUsage(tr("What is read and what is written are the same file."));
    UntilInterrupted progress;
    const auto done = write(words.out, isForAll, [&](platform::Sink &sink) -> age::Result<void> {
        auto changed = change(*source, sink, progress);
        // Also where Ctrl+C came with the last of the input: nobody looked after that.
        if (changed && progress.cancelled())
            return std::unexpected(age::Error({base::ErrorCode::Cancelled, QString::fromStdString(words.out), tr("The work was stopped."), {}}));
        return changed;
    });
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
    const auto identities = readIdentities(*words);
    if (!identities)
        return failed(identities.error());
    return copyThrough(*words, false, [&](platform::Source &from, platform::Sink &to, base::Progress &progress) {
        return age::decrypt(from, to, *identities, progress);
    });
}

} // namespace shirushi::cli
