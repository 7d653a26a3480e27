#include "cli/ledgerproof.h"

#include "base/clock.h"
#include "cli/exitcode.h"
#include "cli/findingjson.h"
#include "cli/ledgerfilter.h"
#include "cli/office.h"
#include "cli/output.h"
#include "ledger/prooftext.h"
#include "people/proofcheck.h"
#include "platform/filesource.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

constexpr std::uint64_t largestProof = 16 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

base::Result<ledger::Ledger::Inclusion> readProof(const base::Path &file)
{
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    const auto bytes = source->all(largestProof);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (!ledger::isProofText(*bytes))
        return ledger::proofFromBytes(*bytes, base::toDisplay(file));
    const auto proof = ledger::proofFromText(*bytes, base::toDisplay(file));
    return proof ? ledger::proofFromBytes(*proof, base::toDisplay(file)) : std::unexpected(proof.error());
}

// The findings, and what a person wants to know of a proof that is right.
void printResult(const ledger::Ledger::Inclusion &inclusion, const people::Roster &roster,
                 const std::vector<ledger::Finding> &findings)
{
    for (const ledger::Finding &finding : findings)
        standardOutput() << ledger::nameOf(finding.kind) << '\t' << line(ledger::sentence(finding)) << '\n';
    const auto entry = ledger::entryFromJson(inclusion.entry);
    if (findings.empty() && entry) {
        const people::Person *person = roster.find(entry->user);
        standardOutput() << tr("Entry %1 is proven: %2, %3, by %4.")
                                .arg(QString::number(entry->seq),
                                     entry->at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                     entry->draft.kind, person ? person->name : entry->user)
                         << '\n';
        if (!entry->draft.file.isEmpty())
            standardOutput() << line(entry->draft.file) << '\n';
        standardOutput() << tr("Fingerprint of the office: %1").arg(people::fingerprintOf(roster.rootKey)) << '\n';
    }
    standardOutput().flush();
}

void printResultJson(const ledger::Ledger::Inclusion &inclusion, const people::Roster &roster,
                     const std::vector<ledger::Finding> &findings)
{
    const auto entry = ledger::entryFromJson(inclusion.entry);
    const ledger::Checkpoint &checkpoint = inclusion.checkpoint.checkpoint;
    printJson({QJsonObject{{QStringLiteral("valid"), findings.empty()},
                          {QStringLiteral("entry"), entry ? QJsonValue(ledger::toJson(*entry)) : QJsonValue()},
                          {QStringLiteral("origin"), checkpoint.origin},
                          {QStringLiteral("size"), static_cast<qint64>(checkpoint.size)},
                          {QStringLiteral("root"), QString::fromLatin1(ledger::toBytes(checkpoint.root).toBase64())},
                          {QStringLiteral("office"), people::fingerprintOf(roster.rootKey)},
                          {QStringLiteral("findings"), findingsJson(findings)}}});
}

} // namespace

int runLedgerProve(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    bool isNumber = false;
    const qlonglong seq =
        arguments->rest().size() == 1 ? QString::fromStdString(arguments->rest().front()).toLongLong(&isNumber) : 0;
    if (!isNumber || seq < 1)
        return wrongUsage(tr("Please name the number of one entry."));
    const people::Office office = officeFromEnvironment();
    auto session = signIn(office, *arguments);
    if (!session) {
        printError(session.error());
        return NotSignedIn;
    }
    auto ledger = office.openLedger(*session);
    if (!ledger) {
        printError(ledger.error());
        return SomeFailed;
    }
    ledger::Query query;
    query.before = seq + 1;
    query.limit = 1;
    query = visibleTo(office, policy::Library::load(office.policyFolder()), session->user(), std::move(query));
    if (!query.seenBy.isEmpty()) {
        const auto seen = ledger->list(query);
        if (!seen || seen->empty() || seen->front().seq != seq) {
            printError({base::ErrorCode::Forbidden, QString::number(seq), tr("This entry is not for you to see."), {}});
            return Forbidden;
        }
    }
    const auto inclusion = ledger->prove(seq);
    if (!inclusion) {
        printError(inclusion.error());
        return SomeFailed;
    }
    standardOutput() << QString::fromUtf8(ledger::proofToBytes(*inclusion));
    standardOutput().flush();
    return AllDone;
}

int runLedgerCheckProof(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"roster", "root"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one file with a proof."));
    const auto roster = people::readRoster(arguments->has("roster") ? arguments->path("roster")
                                                                    : officeFromEnvironment().rosterFile());
    if (!roster) {
        printError(roster.error());
        return SomeFailed;
    }
    const auto inclusion = readProof(base::Path(arguments->rest().front()));
    if (!inclusion) {
        printError(inclusion.error());
        return SomeFailed;
    }
    auto findings = people::checkProof(*inclusion, *roster);
    if (arguments->has("root") && !people::isFingerprintOf(arguments->text("root"), roster->rootKey))
        findings.insert(findings.begin(), {ledger::FindingKind::RootChanged, 0, people::fingerprintOf(roster->rootKey), {}});
    if (arguments->has("json"))
        printResultJson(*inclusion, *roster, findings);
    else
        printResult(*inclusion, *roster, findings);
    return findings.empty() ? AllDone : SomeFailed;
}

} // namespace shirushi::cli
