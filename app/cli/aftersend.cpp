// send draft, missent, confirmed, forget: what comes after a parcel was packed.
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/sendcommands.h"
#include "cli/sendingwork.h"
#include "platform/filesource.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

base::Result<QString> bodyIn(const base::Path &file)
{
    constexpr std::uint64_t largest = 256 * 1024;
    const auto source = platform::FileSource::open(file);
    const auto bytes = source ? source->all(largest) : std::unexpected(source.error());
    if (!bytes)
        return std::unexpected(bytes.error());
    return QString::fromUtf8(*bytes);
}

QString words(const std::vector<policy::Text> &texts)
{
    QStringList all;
    for (const policy::Text &text : texts)
        all += text.ja;
    return all.join(QStringLiteral("・"));
}

QJsonObject json(const sending::Call &call)
{
    return {{QStringLiteral("to"), call.who.ja},
            {QStringLiteral("persons"), QJsonArray::fromStringList(call.persons)},
            {QStringLiteral("by"), words(call.tellers)},
            {QStringLiteral("remark"), call.remark.ja},
            {QStringLiteral("article"), call.citation.article},
            {QStringLiteral("quote"), call.citation.quote},
            {QStringLiteral("draft"), call.citation.draft}};
}

void print(int number, const sending::Call &call)
{
    QTextStream &out = standardOutput();
    out << number << ". ";
    if (!call.tellers.empty())
        out << words(call.tellers) << " → ";
    out << call.who.ja;
    if (!call.persons.isEmpty())
        out << tr(" (%1)").arg(line(call.persons.join(QStringLiteral("、"))));
    if (!call.remark.isEmpty())
        out << "  " << call.remark.ja;
    out << "\n   " << call.citation.article << (call.citation.draft ? tr(" (draft)") : QString());
    if (!call.citation.quote.isEmpty())
        out << QStringLiteral("「") << call.citation.quote << QStringLiteral("」");
    out << '\n';
}

// Signs in and does one thing with the sending of one id; `deed` returns the members that --json prints.
template <typename Deed>
int withOne(const std::vector<std::string> &given, const std::vector<std::string> &options, Deed deed)
{
    QString problem;
    std::vector<std::string> known = signInOptions;
    known.insert(known.end(), options.begin(), options.end());
    const auto arguments = Arguments::parse(given, {known, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one number of “send list”."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    sending::SendingDesk sending = sendingDesk(**desk);
    const QString id = QString::fromStdString(arguments->rest().front());
    const base::Result<QJsonObject> done = deed(sending, id, *arguments);
    if (!done)
        return failed(done.error());
    if (arguments->has("json")) {
        QJsonObject json = *done;
        json.insert(QStringLiteral("id"), id);
        printJson({json});
    }
    standardOutput().flush();
    return AllDone;
}

base::Result<QJsonObject> writeDraft(sending::SendingDesk &sending, const QString &id, const Arguments &arguments)
{
    sending::DraftOrder order{id, arguments.text("from"), arguments.text("subject"), {}, arguments.text("show-addresses")};
    if (order.from.isEmpty() || arguments.text("out").isEmpty())
        return base::failure(base::ErrorCode::InvalidInput, id, tr("“send draft” takes a number, --from and --out."));
    if (arguments.has("body-file")) {
        auto text = bodyIn(arguments.path("body-file"));
        if (!text)
            return std::unexpected(text.error());
        order.text = std::move(*text);
    }
    base::NoProgress progress;
    const auto draft = sending.draft(order, arguments.path("out"), progress);
    if (!draft)
        return std::unexpected(draft.error());
    return QJsonObject{{QStringLiteral("draft"), base::toDisplay(draft->path)},
                       {QStringLiteral("size"), static_cast<double>(draft->size)},
                       {QStringLiteral("hidesAddresses"), draft->hidesAddresses}};
}

base::Result<QJsonObject> tellMissent(sending::SendingDesk &sending, const QString &id, const Arguments &arguments)
{
    const auto missent = sending.missent(id, arguments.text("note"));
    if (!missent)
        return std::unexpected(missent.error());
    QJsonArray calls;
    int number = 0;
    for (const sending::Call &call : missent->calls) {
        calls.append(json(call));
        if (!arguments.has("json"))
            print(++number, call);
    }
    if (missent->calls.empty())
        printNotice(id, tr("The rules do not say whom to tell. Please follow the office's plan for incidents."));
    if (missent->passwordIsStillHere)
        printNotice(id, tr("The password has not been told. Do not tell it; “send forget” erases it."));
    return QJsonObject{{QStringLiteral("calls"), calls}, {QStringLiteral("passwordTold"), !missent->record.deliveredBy.isEmpty()}};
}

} // namespace

int runSendDraft(const std::vector<std::string> &given)
{
    return withOne(given, {"from", "subject", "body-file", "show-addresses", "out"}, writeDraft);
}

int runSendMissent(const std::vector<std::string> &given)
{
    return withOne(given, {"note"}, tellMissent);
}

int runSendConfirmed(const std::vector<std::string> &given)
{
    return withOne(given, {"by"}, [](sending::SendingDesk &sending, const QString &id, const Arguments &arguments) -> base::Result<QJsonObject> {
        const auto confirmed = sending.confirmed(id, arguments.text("by"));
        return confirmed ? base::Result<QJsonObject>(QJsonObject{{QStringLiteral("confirmedBy"), arguments.text("by")}})
                         : std::unexpected(confirmed.error());
    });
}

int runSendForget(const std::vector<std::string> &given)
{
    return withOne(given, {}, [](sending::SendingDesk &sending, const QString &id, const Arguments &) -> base::Result<QJsonObject> {
        const auto forgotten = sending.forget(id);
        return forgotten ? base::Result<QJsonObject>(QJsonObject{{QStringLiteral("forgotten"), true}}) : std::unexpected(forgotten.error());
    });
}

} // namespace shirushi::cli
