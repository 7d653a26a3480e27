#include "cli/addresscommands.h"
#include "cli/agecommands.h"
#include "cli/checkcommand.h"
#include "cli/disposecommands.h"
#include "cli/exitcode.h"
#include "cli/initcommand.h"
#include "cli/keycommands.h"
#include "cli/labelcommands.h"
#include "cli/labelshow.h"
#include "cli/ledgerbackup.h"
#include "cli/ledgercommands.h"
#include "cli/ledgerproof.h"
#include "cli/office.h"
#include "cli/officecommands.h"
#include "cli/output.h"
#include "cli/policycommands.h"
#include "cli/publishcommands.h"
#include "cli/rostercommands.h"
#include "cli/sendcommands.h"
#include "cli/usercommands.h"
#include "cli/vaultcommands.h"
#include "cli/visitcommands.h"
#include "cli/requestcommands.h"
#include "language/language.h"
#include "platform/hardening.h"
#include "policy/library.h"

#include <QCoreApplication>

#include <cstdio>

namespace shirushi::cli {

namespace {

using Words = std::vector<std::string>;

struct Command {
    std::string name; // one word or two
    int (*run)(const Words &words);
};

int runPolicy(const Words &words)
{
    QStringList arguments;
    for (const std::string &word : words)
        arguments += QString::fromStdString(word);
    const people::Office office = officeFromEnvironment();
    const policy::Library library = policy::Library::load(office.policyFolder());
    const int code = runPolicyCommand(arguments, library, base::toDisplay(office.policyFolder()), standardOutput(),
                                      standardError());
    standardOutput().flush();
    standardError().flush();
    return code;
}

const Command commands[] = {
    {"check send", runCheckSend},
    {"address add", runAddressAdd},
    {"address change", runAddressChange},
    {"address check", runAddressCheck},
    {"address list", runAddressList},
    {"address remove", runAddressRemove},
    {"age decrypt", runAgeDecrypt},
    {"age encrypt", runAgeEncrypt},
    {"dispose certificate", runDisposeCertificate},
    {"dispose list", runDisposeList},
    {"dispose plan", runDisposePlan},
    {"dispose report", runDisposeReport},
    {"dispose request", runDisposeRequest},
    {"dispose run", runDisposeRun},
    {"dispose verify", runDisposeVerify},
    {"init", runInit},
    {"key export", runKeyExport},
    {"label set", runLabelSet},
    {"label show", runLabelShow},
    {"label remove", runLabelRemove},
    {"ledger accept", runLedgerAccept},
    {"ledger backup", runLedgerBackup},
    {"ledger check-proof", runLedgerCheckProof},
    {"ledger export", runLedgerExport},
    {"label designate", runLabelDesignate},
    {"ledger list", runLedgerList},
    {"ledger prove", runLedgerProve},
    {"ledger restore", runLedgerRestore},
    {"ledger verify", runLedgerVerify},
    {"office allow", runOfficeAllow},
    {"office methods", runOfficeMethods},
    {"office recovery-code", runOfficeRecoveryCode},
    {"office shared-folder", runOfficeSharedFolder},
    {"policy", runPolicy},
    {"publish check", runPublishCheck},
    {"publish compare", runPublishCompare},
    {"publish list", runPublishList},
    {"publish record", runPublishRecord},
    {"roster export", runRosterExport},
    {"roster import", runRosterImport},
    {"receive", runReceive},
    {"send confirmed", runSendConfirmed},
    {"send delivered", runSendDelivered},
    {"send draft", runSendDraft},
    {"send forget", runSendForget},
    {"send list", runSendList},
    {"send missent", runSendMissent},
    {"send pack", runSendPack},
    {"send password", runSendPassword},
    {"user add", runUserAdd},
    {"user admit", runUserAdmit},
    {"user apply", runUserApply},
    {"user change", runUserChange},
    {"user close", runUserClose},
    {"user keys", runUserKeys},
    {"user let-in", runUserLetIn},
    {"user list", runUserList},
    {"user passwd", runUserPasswd},
    {"user recover", runUserRecover},
    {"user reissue", runUserReissue},
    {"vault create", runVaultCreate},
    {"vault due", runVaultDue},
    {"vault get", runVaultGet},
    {"vault list", runVaultList},
    {"vault lock", runVaultLock},
    {"vault member", runVaultMember},
    {"vault open", runVaultOpen},
    {"vault put", runVaultPut},
    {"vault recover", runVaultRecover},
    {"vault request", runVaultRequest},
    {"vault rescue", runVaultRescue},
    {"vault set", runVaultSet},
    {"vault verify", runVaultVerify},
    {"request new", runRequestNew},
    {"request check", runRequestCheck},
    {"request list", runRequestList},
    {"request show", runRequestShow},
    {"request approve", runRequestApprove},
    {"request refuse", runRequestRefuse},
    {"request withdraw", runRequestWithdraw},
    {"request countersign", runRequestCountersign},
    {"request paper", runRequestPaper},
    {"request scan", runRequestScan},
    {"request report", runRequestReport},
    {"request export", runRequestExport},
    {"request import", runRequestImport},
};

int printHelp()
{
    standardOutput() << QStringLiteral(
        "shirushi-cli init --user ID --name NAME --role ROLE --policy ID\n"
        "shirushi-cli label set --class AXIS=LEVEL,... [--mark header,name] [--reason TEXT] [--recursive] PATH...\n"
        "shirushi-cli label show [--recursive] PATH...\n"
        "shirushi-cli label remove --reason TEXT [--recursive] PATH...\n"
        "shirushi-cli ledger list [FILTER]\n"
        "shirushi-cli ledger export --format csv|pdf|jsonl [FILTER] FILE\n"
        "    FILTER: --since DATE --until DATE --fiscal-year 2026|R8 --kind KIND,... --person ID,... --department NAME\n"
        "            --file PATH --content-hash HASH --policy ID --class AXIS=LEVEL,... --text WORDS --limit N --before SEQ\n"
        "shirushi-cli ledger verify\n"
        "shirushi-cli ledger accept --reason TEXT\n"
        "shirushi-cli ledger prove SEQ > FILE\n"
        "shirushi-cli ledger check-proof [--roster FILE] [--root FINGERPRINT] FILE\n"
        "shirushi-cli ledger backup FILE\n"
        "shirushi-cli ledger restore FILE\n"
        "shirushi-cli user add --id ID --name NAME --role ROLE [--kana K] [--department D] [--administrator]\n"
        "                       --initial-password-file FILE\n"
        "shirushi-cli user list\n"
        "shirushi-cli user change ID [--role ROLE] [--department D] [--name NAME] [--kana K] [--administrator yes|no]\n"
        "                         [--deputy-for ID --from DATE --until DATE]\n"
        "shirushi-cli user passwd --new-password-file FILE\n"
        "shirushi-cli user reissue ID --initial-password-file FILE | --application FILE\n"
        "shirushi-cli user close ID --reason TEXT\n"
        "shirushi-cli user recover --id ID --recovery-code-file FILE --new-password-file FILE\n"
        "shirushi-cli user apply --id ID --name NAME [--kana K] [--department D] [--role ROLE] [--password-file FILE]\n"
        "shirushi-cli user admit APPLICATION --role ROLE [--department D] [--administrator]\n"
        "shirushi-cli user keys --out FILE | let-in FILE\n"
        "shirushi-cli roster export | import FILE [--root FINGERPRINT]\n"
        "shirushi-cli office recovery-code | allow paper-decisions|shared-duties yes|no | shared-folder PATH|none\n"
        "shirushi-cli office methods zip,pdf,age,cms,html|none\n"
        "shirushi-cli label designate [--kind ID] [--reason TEXT] [--recursive] [PATH...]\n"
        "shirushi-cli policy list | show ID | coverage ID | test [ID] | validate FILE\n"
        "shirushi-cli check send --to KIND --channel CHANNEL [--as ROLE] [--policy ID] [--class AXIS=LEVEL,...]\n"
        "                        [--given FACT,...] [PATH...]\n"
        "shirushi-cli send pack --to KIND --channel CHANNEL --out FILE [--recipient ADDRESS]... [--format zip|pdf|age|cms|html|none]\n"
        "                       [--purpose TEXT] [--basis TEXT] [--given FACT,...] [--hide-names | --show-names] [--password-out FILE]\n"
        "                       [--sanitised TEXT] [--plain-reason TEXT] [--cover] [--contact TEXT]\n"
        "                       [--age-key KEY]... [--certificate FILE]... [--recipient-keys]\n"
        "                       [--own-certificate FILE --own-key FILE] PATH...\n"
        "shirushi-cli send list [--pending] [--overdue] | password ID --out FILE\n"
        "shirushi-cli send delivered ID --by WAY [--to NAME|NUMBER|ADDRESS] | confirmed ID [--by WHO] | forget ID\n"
        "shirushi-cli send draft ID --from ADDRESS [--subject TEXT] [--body-file FILE] [--show-addresses REASON] --out FILE.eml\n"
        "shirushi-cli send missent ID [--note TEXT]\n"
        "shirushi-cli address add --name NAME --kind KIND [--kana K] [--organisation O] [--mail ADDRESS] [--telephone NUMBER]\n"
        "                         [--age-key KEY] [--certificate FILE] [--stripped FORMAT,...]\n"
        "shirushi-cli address change ID [the same] | check ID | remove ID | list [WORD...]\n"
        "shirushi-cli receive FILE --into DIR [--passphrase-file FILE | -i KEYFILE]\n"
        "shirushi-cli publish check PATH...\n"
        "shirushi-cli publish record --place TEXT [--channel CHANNEL] [--given FACT,...] [--purpose TEXT] [--basis TEXT] [--sanitised TEXT]\n"
        "                            [--accept-hidden] PATH...\n"
        "shirushi-cli publish compare COPY [--id ID] | list\n"
        "shirushi-cli request new --action ACTION [--purpose TEXT] [--destination D] [--channel C] [--given FACT,...]\n"
        "                         [--class AXIS=LEVEL,...] [--from DATE] [--until DATE] PATH...\n"
        "shirushi-cli request check --action ACTION [--purpose TEXT] [--destination D] [--channel C] [--given FACT,...]\n"
        "                           [--class AXIS=LEVEL,...] PATH...\n"
        "shirushi-cli request list [--mine | --waiting] | show ID\n"
        "shirushi-cli request approve ID [--comment TEXT] [--until DATE] [--shared-duties-reason TEXT]\n"
        "shirushi-cli request refuse | withdraw | countersign ID [--comment TEXT]\n"
        "shirushi-cli request paper ID --decided-by NAME --decided-on DATE --number NUMBER [--scan FILE] [--until DATE]\n"
        "shirushi-cli request scan ID --out FILE\n"
        "shirushi-cli request report ID --to ROLE,... [--comment TEXT]\n"
        "shirushi-cli request export ID [PATH] | import [PATH...]\n"
        "shirushi-cli vault create VAULT [--name NAME] [--member ID]...\n"
        "shirushi-cli vault put VAULT [--keep] [--final] [--retention YEARS|permanent] [--origin DATE]\n"
        "                       [--member ID]... PATH...\n"
        "shirushi-cli vault list VAULT\n"
        "shirushi-cli vault open VAULT ID [--read-only] [--with PROGRAM]\n"
        "shirushi-cli vault lock\n"
        "shirushi-cli vault rescue list | save VAULT ID | discard ID\n"
        "shirushi-cli vault get VAULT ID --out FILE [--version NUMBER] [--outside] [--purpose TEXT]\n"
        "shirushi-cli vault request VAULT ID --purpose TEXT\n"
        "shirushi-cli vault recover VAULT ID --out FILE --reason TEXT\n"
        "shirushi-cli vault set VAULT ID... [--retention YEARS|permanent] [--origin DATE] [--final]\n"
        "shirushi-cli vault member add|remove VAULT [--item ITEM] ID... | settle VAULT\n"
        "shirushi-cli vault verify VAULT\n"
        "shirushi-cli vault due VAULT [--fiscal-year 2026|R8]\n"
        "shirushi-cli dispose plan PATH...\n"
        "shirushi-cli dispose request --reason TEXT [--from DATE] [--until DATE] PATH...\n"
        "shirushi-cli dispose request --reason TEXT --medium|--paper|--device NAME [--number N] --class AXIS=LEVEL,...\n"
        "shirushi-cli dispose run [--reason TEXT] PATH... | --request ID\n"
        "    plan, request and run take items of a vault too: --vault VAULT ID...\n"
        "shirushi-cli dispose run --method METHOD --request ID | --medium|--paper|--device NAME [--number N] --class AXIS=LEVEL,...\n"
        "                         [--by NAME] [--witness NAME] [--contractor NAME] [--certificate NUMBER] [--done-on DATE]\n"
        "                         [--attach FILE [--vault VAULT]] [--closes SEQ,...]\n"
        "shirushi-cli dispose list [--year 令和8|R8|2026] [--open] | verify [--year 令和8|R8|2026]\n"
        "shirushi-cli dispose report [--year 令和8|R8|2026] [--pdf FILE] [--csv FILE] [--json]\n"
        "shirushi-cli dispose certificate SEQ --out FILE.pdf\n"
        "shirushi-cli key export --out FILE\n"
        "shirushi-cli age encrypt (-r age1... | -R FILE | -i KEYFILE)... [-a] IN OUT\n"
        "shirushi-cli age encrypt --passphrase-file FILE [-a] IN OUT\n"
        "shirushi-cli age decrypt [-i KEYFILE]... [--passphrase-file FILE] IN OUT\n"
        "shirushi-cli --version\n")
                     << QCoreApplication::translate(
                            "shirushi::cli",
                            "With --json every command prints one array: a list's elements, the findings of a "
                            "verification, or the one result. What makes something prints its id without it.\n"
                            "Signing in: --user ID and --password-file FILE, or SHIRUSHI_USER and "
                            "SHIRUSHI_PASSWORD_FILE. The data folder: SHIRUSHI_DATA.\n"
                            "Exit codes: 0 all done, 1 some files failed, 2 wrong usage, 3 not signed in, "
                            "4 the policy forbids it, 5 (check send) it permits it with obligations.\n");
    standardOutput().flush();
    return AllDone;
}

const Command *commandIn(Words &words)
{
    for (const Command &command : commands) {
        const std::size_t space = command.name.find(' ');
        const std::size_t count = space == std::string::npos ? 1 : 2;
        if (words.size() < count || words[0] != command.name.substr(0, space))
            continue;
        if (count == 2 && words[1] != command.name.substr(space + 1))
            continue;
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
        return &command;
    }
    return nullptr;
}

// Standard error is one line a trouble, in our words; what Qt has to say about the desktop is not for scripts.
void dropMessages(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fputs(qPrintable(message + u'\n'), stderr);
}

int run(int argc, char **argv)
{
    qInstallMessageHandler(dropMessages);
    Words words(argv + 1, argv + argc);
    const Words asGiven = words;
    const Command *command = commandIn(words);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("shirushi-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SHIRUSHI_VERSION));
    language::install(application);

    if (command)
        return command->run(words);
    if (asGiven.size() == 1 && asGiven.front() == "--version") {
        standardOutput() << "shirushi-cli " SHIRUSHI_VERSION << Qt::endl;
        return AllDone;
    }
    if (asGiven.size() == 1 && (asGiven.front() == "--help" || asGiven.front() == "help"))
        return printHelp();
    return wrongUsage(asGiven.empty() ? QCoreApplication::translate("shirushi::cli", "No command was given.")
                                      : QCoreApplication::translate("shirushi::cli", "There is no such command."));
}

} // namespace

} // namespace shirushi::cli

int main(int argc, char **argv)
{
    shirushi::platform::hardenProcess();
    return shirushi::cli::run(argc, argv);
}
