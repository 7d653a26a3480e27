#include "cli/keycommands.h"

#include "base/clock.h"
#include "cli/exitcode.h"
#include "cli/office.h"
#include "cli/output.h"
#include "crypto/age/keytext.h"
#include "platform/sharedfolder.h"
#include "platform/stagingfolder.h"
#include "vault/memory.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

std::span<const char> chars(const base::SecretBytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

// Without a name until it is recorded, so that a kill leaves no key behind.
base::Result<platform::StagingFolder> stage(const base::Path &file, const people::Session &session)
{
    if (platform::isForGroup(file.parent_path())) {
        return base::failure(base::ErrorCode::NotWritable, base::toDisplay(file.parent_path()),
                             tr("Others may read in this folder. Please choose another one for the key."));
    }
    auto staging = platform::StagingFolder::in(file.parent_path());
    if (!staging)
        return staging;
    const QByteArray head = "# public key: " + crypto::age::recipientText(session.account().receivingKey) + '\n';
    const base::SecretBytes key = crypto::age::identityText(session.keys().receiving);
    if (const auto begun = staging->begin(file.filename()); !begun)
        return std::unexpected(begun.error());
    for (const std::span<const char> part : {std::span<const char>(head.constData(), static_cast<std::size_t>(head.size())), chars(key),
                                             std::span<const char>("\n", 1)}) {
        if (const auto written = staging->write(part); !written)
            return std::unexpected(written.error());
    }
    if (const auto ended = staging->end(); !ended)
        return std::unexpected(ended.error());
    return staging;
}

} // namespace

int runKeyExport(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"out", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->text("out").isEmpty() || !arguments->rest().empty())
        return wrongUsage(tr("“key export” takes --out."));
    const people::Office office = officeFromEnvironment();
    auto work = openForWork(office, *arguments);
    if (!work)
        return failed(work.error());
    std::error_code ignored;
    const base::Path file = std::filesystem::absolute(arguments->path("out"), ignored).lexically_normal();
    auto staging = stage(file, work->session);
    if (!staging)
        return failed(staging.error());
    ledger::EntryDraft draft;
    draft.kind = vault::keyExportedKind;
    draft.file = base::toDisplay(file);
    const base::SystemClock clock;
    const auto recorded = work->ledger.append(draft, work->session, clock);
    if (!recorded)
        return failed(recorded.error());
    if (const auto named = staging->commit(); !named)
        return failed(named.error());
    printNotice(base::toDisplay(file), tr("Whoever has this file opens everything that is locked for you. Please keep it in a locked place, and not on this computer."));
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("file"), base::toDisplay(file)}}});
    else
        standardOutput() << line(base::toDisplay(file)) << '\n';
    standardOutput().flush();
    return AllDone;
}

} // namespace shirushi::cli
