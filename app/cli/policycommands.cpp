#include "cli/policycommands.h"

#include "cli/exitcode.h"
#include "cli/policyshow.h"
#include "cli/terminaltext.h"
#include "policy/cases.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

struct Context {
    const policy::Library &library;
    const QString &ownFolder;
    QStringList rest; // what follows the subcommand, without --json
    bool json = false;
    QTextStream &out;
    QTextStream &err;

    int wrongUsage(const QString &problem) const
    {
        err << problem << Qt::endl << tr("shirushi-cli --help lists the commands.") << Qt::endl;
        return WrongUsage;
    }

    void print(const QJsonArray &array) const { out << QString::fromUtf8(QJsonDocument(array).toJson()); }

    void tellFaulty() const
    {
        for (const base::Error &error : library.faulty())
            err << plain(error.subject + QStringLiteral(": ") + error.message) << Qt::endl;
    }
};

QJsonObject summary(const policy::Pack &pack)
{
    QJsonArray axes;
    for (const policy::Axis &axis : pack.axes)
        axes.append(axis.id);
    return {{QStringLiteral("id"), pack.id},
            {QStringLiteral("version"), pack.version},
            {QStringLiteral("title"), pack.title.ja},
            {QStringLiteral("titleEn"), pack.title.en},
            {QStringLiteral("authority"), pack.authority.ja},
            {QStringLiteral("draft"), pack.draft},
            {QStringLiteral("basedOn"), pack.basedOn},
            {QStringLiteral("axes"), axes}};
}

int list(const Context &context)
{
    if (!context.rest.isEmpty())
        return context.wrongUsage(tr("“policy list” takes no further words."));
    QJsonArray packs;
    for (const auto &pack : context.library.packs()) {
        packs.append(summary(*pack));
        if (!context.json) {
            context.out << pack->id.leftJustified(15) << pack->version.leftJustified(6) << plain(spoken(pack->title))
                        << (pack->draft ? tr(" (draft)") : QString()) << Qt::endl;
        }
    }
    if (context.json)
        context.print(packs);
    context.tellFaulty();
    return context.library.faulty().empty() ? AllDone : SomeFailed;
}

std::shared_ptr<const policy::Pack> packOf(const Context &context)
{
    const auto pack = context.library.find(context.rest.front());
    if (!pack) {
        context.err << tr("There is no policy “%1”. Own policies are looked for in: %2")
                           .arg(context.rest.front(), context.ownFolder)
                    << Qt::endl;
        context.tellFaulty();
    }
    return pack;
}

// One policy, as `json` or as `text` makes it.
int print(const Context &context, QJsonArray (*json)(const policy::Pack &), QString (*text)(const policy::Pack &))
{
    if (context.rest.size() != 1)
        return context.wrongUsage(tr("Which policy? “policy list” lists them."));
    const auto pack = packOf(context);
    if (!pack)
        return SomeFailed;
    if (context.json)
        context.print(json(*pack));
    else
        context.out << text(*pack);
    return AllDone;
}

struct Tally {
    int passed = 0;
    int failed = 0;
    QJsonArray cases;
};

void runCases(const Context &context, const std::shared_ptr<const policy::Pack> &pack, Tally &tally)
{
    for (const policy::Case &situation : pack->cases) {
        const QStringList found = policy::differences(pack, situation);
        ++(found.isEmpty() ? tally.passed : tally.failed);
        tally.cases.append(QJsonObject{{QStringLiteral("policy"), pack->id},
                                       {QStringLiteral("case"), situation.id},
                                       {QStringLiteral("situation"), situation.situation.ja},
                                       {QStringLiteral("passed"), found.isEmpty()},
                                       {QStringLiteral("differences"), QJsonArray::fromStringList(found)}});
        if (!found.isEmpty() && !context.json) {
            context.out << pack->id << ' ' << situation.id << " (" << plain(spoken(situation.situation))
                        << "): " << plain(found.join(u' ')) << Qt::endl;
        }
    }
}

int test(const Context &context)
{
    if (context.rest.size() > 1)
        return context.wrongUsage(tr("“policy test” takes one policy, or none for all."));
    Tally tally;
    if (context.rest.isEmpty()) {
        for (const auto &pack : context.library.packs())
            runCases(context, pack, tally);
        context.tellFaulty();
    } else if (const auto pack = packOf(context)) {
        runCases(context, pack, tally);
    } else {
        return SomeFailed;
    }
    if (context.json)
        context.print(tally.cases);
    else
        context.out << tr("%1 passed, %2 failed").arg(tally.passed).arg(tally.failed) << Qt::endl;
    const bool allLoaded = !context.rest.isEmpty() || context.library.faulty().empty();
    return tally.failed == 0 && allLoaded ? AllDone : SomeFailed;
}

int validate(const Context &context)
{
    if (context.rest.size() != 1)
        return context.wrongUsage(tr("Which file? “policy validate FILE” checks one."));
    const QString path = context.rest.front();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        context.err << path << ": " << file.errorString() << Qt::endl;
        return SomeFailed;
    }
    const auto faults = policy::validatePack(file.read(policy::jsonSizeLimit + 1), &context.library);
    QJsonArray array;
    for (const policy::Fault &fault : faults) {
        const QString place = fault.path.isEmpty() ? QStringLiteral("/") : fault.path;
        array.append(QJsonObject{{QStringLiteral("line"), fault.line},
                                 {QStringLiteral("path"), fault.path},
                                 {QStringLiteral("reason"), fault.reason}});
        if (!context.json)
            context.out << path << ':' << fault.line << ": " << plain(place + QStringLiteral(": ") + fault.reason)
                        << Qt::endl;
    }
    if (context.json)
        context.print(array);
    else if (faults.empty())
        context.out << tr("%1: no faults.").arg(path) << Qt::endl;
    return faults.empty() ? AllDone : SomeFailed;
}

} // namespace

int runPolicyCommand(const QStringList &arguments, const policy::Library &library, const QString &ownFolder,
                     QTextStream &out, QTextStream &err)
{
    Context context{library, ownFolder, arguments, false, out, err};
    context.json = context.rest.removeAll(QStringLiteral("--json")) > 0;
    if (context.rest.isEmpty())
        return context.wrongUsage(tr("policy needs one of: list, show, coverage, test, validate."));
    const QString name = context.rest.takeFirst();
    for (const QString &word : std::as_const(context.rest)) {
        if (word.startsWith(QStringLiteral("--")))
            return context.wrongUsage(tr("There is no option %1 here.").arg(word));
    }
    if (name == u"list")
        return list(context);
    if (name == u"show")
        return print(context, packJson, packText);
    if (name == u"coverage")
        return print(context, coverageJson, coverageText);
    if (name == u"test")
        return test(context);
    if (name == u"validate")
        return validate(context);
    return context.wrongUsage(tr("policy needs one of: list, show, coverage, test, validate."));
}

} // namespace shirushi::cli
