#include "workflow/exchange.h"

#include "base/canonicaljson.h"
#include "platform/filesource.h"
#include "platform/replacement.h"
#include "workflow/scan.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::workflow {

namespace {

constexpr qsizetype hashInName = 16; // characters

template <typename Value>
base::Result<Exchanged> asExchanged(base::Result<Value> value)
{
    return value ? base::Result<Exchanged>(std::move(*value)) : std::unexpected(value.error());
}

QString nameOf(const Request &request)
{
    return request.id + QLatin1String(requestEnding);
}

template <typename Value>
QString nameOf(const Value &decision)
{
    return decision.request + u'-' + hashOf(decision).first(hashInName) + QLatin1String(decisionEnding);
}

QByteArray bytesOf(const Exchanged &exchanged)
{
    return base::canonicalJson(std::visit([](const auto &value) { return toJson(value); }, exchanged)) + '\n';
}

} // namespace

void shareAsFolder(const base::Path &folder, const base::Path &file)
{
    using std::filesystem::perms;
    std::error_code ignored;
    const perms ofFolder = std::filesystem::status(folder, ignored).permissions();
    const perms readable = ofFolder & (perms::group_read | perms::others_read);
    std::filesystem::permissions(file, readable, std::filesystem::perm_options::add, ignored);
}

base::Path scanFileOf(const base::Path &file)
{
    base::Path scan = file;
    return scan.replace_extension(scanEnding);
}

base::Path fileOf(const base::Path &folder, const PaperDecision &decision)
{
    return folder / nameOf(decision).toStdString();
}

base::Result<Exchanged> readExchanged(const base::Path &file)
{
    const QString subject = base::toDisplay(file);
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    const auto bytes = source->all(largestExchanged);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto json = base::parseJsonObject(*bytes, subject);
    if (!json)
        return std::unexpected(json.error());
    if (json->contains(QStringLiteral("ruling")))
        return asExchanged(decisionFromJson(*json, subject));
    if (json->contains(QStringLiteral("decidedBy")))
        return asExchanged(paperDecisionFromJson(*json, subject));
    return asExchanged(requestFromJson(*json, subject));
}

base::Result<base::Path> writeExchanged(const base::Path &folder, const Exchanged &exchanged)
{
    const QString name = std::visit([](const auto &value) { return nameOf(value); }, exchanged);
    const base::Path file = folder / name.toStdString();
    const auto there = platform::FileSource::open(file);
    if (there && there->all(largestExchanged) == bytesOf(exchanged))
        return file;
    if (const auto written = writeExchangedAs(file, exchanged); !written)
        return std::unexpected(written.error());
    shareAsFolder(folder, file);
    return file;
}

base::Result<void> writeExchangedAs(const base::Path &file, const Exchanged &exchanged)
{
    const QByteArray bytes = bytesOf(exchanged);
    if (static_cast<std::uint64_t>(bytes.size()) > largestExchanged) {
        return base::failure(base::ErrorCode::TooLarge, base::toDisplay(file),
                             QCoreApplication::translate("shirushi::workflow",
                                                         "The request is too large to be sent: please ask for fewer files at once."));
    }
    return platform::writeFile(file, bytes);
}

base::Result<std::vector<base::Path>> exchangedIn(const base::Path &folder)
{
    std::vector<base::Path> requests;
    std::vector<base::Path> decisions;
    std::vector<base::Path> scans;
    std::error_code problem;
    for (std::filesystem::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
        const base::Path ending = at->path().extension();
        if (ending == requestEnding)
            requests.push_back(at->path());
        else if (ending == decisionEnding)
            decisions.push_back(at->path());
        else if (ending == scanEnding)
            scans.push_back(at->path());
        if (requests.size() + decisions.size() + scans.size() > mostExchanged)
            return base::failure(base::ErrorCode::TooLarge, base::toDisplay(folder),
                                 QCoreApplication::translate("shirushi::workflow", "There are too many files in this folder."));
    }
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(folder)));
    std::sort(requests.begin(), requests.end());
    std::sort(decisions.begin(), decisions.end());
    std::sort(scans.begin(), scans.end());
    requests.insert(requests.end(), decisions.begin(), decisions.end());
    requests.insert(requests.end(), scans.begin(), scans.end());
    return requests;
}

base::Result<base::Path> exchangeFolder(const base::Path &sharedFolder)
{
    const base::Path folder = sharedFolder / "requests";
    std::error_code problem;
    std::filesystem::create_directory(folder, sharedFolder, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(folder)));
    return folder;
}

} // namespace shirushi::workflow
