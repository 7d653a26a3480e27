#include "cli/disposework.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "disposal/evidence.h"
#include "disposal/stated.h"
#include "platform/filesource.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

constexpr const char *assetKinds[] = {"medium", "paper", "device"};

base::Result<std::optional<ledger::Attachment>> attachmentFrom(const Arguments &arguments)
{
    if (!arguments.has("attach") || arguments.has("vault"))
        return std::nullopt;
    const base::Path file = arguments.path("attach");
    const auto source = platform::FileSource::open(file);
    const auto bytes = source ? source->all(static_cast<std::uint64_t>(ledger::largestAttachment)) : std::unexpected(source.error());
    if (!bytes)
        return std::unexpected(bytes.error());
    return ledger::Attachment{base::toDisplay(file.filename()), *bytes};
}

base::Result<std::vector<std::int64_t>> numbersFrom(const QString &text)
{
    std::vector<std::int64_t> numbers;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool isNumber = false;
        numbers.push_back(part.toLongLong(&isNumber));
        if (!isNumber || numbers.back() < 1)
            return base::failure(base::ErrorCode::InvalidInput, part, tr("--closes takes the numbers of entries."));
    }
    return numbers;
}

base::Result<disposal::Statement> statementFrom(const Arguments &arguments)
{
    disposal::Statement statement;
    statement.reason = arguments.text("reason");
    statement.request = arguments.text("request");
    statement.method = arguments.text("method");
    statement.performer = arguments.text("by");
    statement.witness = arguments.text("witness");
    statement.contractor = arguments.text("contractor");
    statement.certificate = arguments.text("certificate");
    const auto day = dateOf(arguments, "done-on");
    auto attachment = attachmentFrom(arguments);
    auto closes = numbersFrom(arguments.text("closes"));
    if (!day)
        return std::unexpected(day.error());
    if (!attachment)
        return std::unexpected(attachment.error());
    if (!closes)
        return std::unexpected(closes.error());
    statement.doneOn = *day;
    statement.attachment = std::move(*attachment);
    statement.closes = std::move(*closes);
    return statement;
}

base::Result<std::vector<disposal::Asset>> assetsNamed(const Arguments &arguments, Desk &desk)
{
    if (!namesAsset(arguments))
        return disposal::assetsOf(arguments.text("request"), disposalParts(desk));
    auto asset = assetFrom(arguments, *desk.pack);
    if (!asset)
        return std::unexpected(asset.error());
    return std::vector<disposal::Asset>{std::move(*asset)};
}

} // namespace

bool namesAsset(const Arguments &arguments)
{
    return arguments.has("medium") || arguments.has("paper") || arguments.has("device");
}

base::Result<disposal::Asset> assetFrom(const Arguments &arguments, const policy::Pack &pack)
{
    disposal::Asset asset;
    for (const char *kind : assetKinds) {
        if (!arguments.has(kind))
            continue;
        if (!asset.kind.isEmpty())
            return base::failure(base::ErrorCode::InvalidInput, {}, tr("Please name one medium, paper or device."));
        asset.kind = QLatin1String(kind);
        asset.name = arguments.text(kind);
    }
    asset.number = arguments.text("number");
    auto classes = policy::classesFromText(pack, arguments.text("class"));
    if (!classes)
        return std::unexpected(classes.error());
    asset.classes = std::move(*classes);
    if (const auto checked = disposal::check(asset, pack); !checked)
        return std::unexpected(checked.error());
    return asset;
}

int recordAssets(const Arguments &arguments)
{
    if (!arguments.has("method"))
        return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--method")));
    if (!namesAsset(arguments) && !arguments.has("request"))
        return wrongUsage(tr("Please name one medium, paper or device, or the request with --request."));
    if (!arguments.rest().empty())
        return wrongUsage(tr("A method is given for media, paper and devices; files are overwritten."));
    auto desk = openDesk(arguments);
    if (!desk)
        return failed(desk.error());
    auto statement = statementFrom(arguments);
    if (!statement)
        return failed(statement.error());
    const auto assets = assetsNamed(arguments, **desk);
    if (!assets)
        return failed(assets.error());
    if (assets->empty())
        return failed({base::ErrorCode::NotFound, statement->request, tr("There is nothing left to be recorded for this request."), {}});
    for (const disposal::Asset &asset : *assets) {
        statement->asset = asset;
        if (const auto checked = disposal::checkStatement(*statement, disposalParts(**desk)); !checked)
            return failed(checked.error());
    }
    if (arguments.has("attach") && arguments.has("vault")) {
        base::NoProgress progress;
        auto evidence = disposal::keepEvidence(arguments.path("attach"), arguments.path("vault"), disposalParts(**desk), progress);
        if (!evidence)
            return failed(evidence.error());
        statement->evidence = {std::move(*evidence)};
    }
    QJsonArray array;
    std::vector<disposal::Record> records;
    for (const disposal::Asset &asset : *assets) {
        statement->asset = asset;
        const auto record = disposal::recordStatement(*statement, disposalParts(**desk));
        if (!record)
            return failed(record.error());
        records.push_back(*record);
        if (arguments.has("json"))
            array.append(QJsonObject{{QStringLiteral("record"), recordJson(*record)}, {QStringLiteral("notices"), QJsonArray()}, {QStringLiteral("error"), QJsonValue()}});
        else
            standardOutput() << recordLine(*record, *(*desk)->pack) << '\n';
    }
    printReports(records, **desk);
    if (arguments.has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

} // namespace shirushi::cli
