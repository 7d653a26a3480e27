#include "cli/requestwork.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "labelling/ledgerlabels.h"
#include "labelling/requestfiles.h"

#include <QCoreApplication>

namespace shirushi::cli {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

} // namespace

base::Result<RequestWork> openRequestWork(const Arguments &arguments)
{
    auto desk = openDesk(arguments);
    if (!desk)
        return std::unexpected(desk.error());
    Desk &open = **desk;
    workflow::RequestDesk requests({open.ledger, open.session, open.directory, open.pack, open.clock});
    return RequestWork{std::move(*desk), std::move(requests)};
}

base::Result<QDate> dateOf(const Arguments &arguments, const std::string &option)
{
    const QString text = arguments.text(option);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!arguments.has(option) || date.isValid())
        return date;
    return base::failure(ErrorCode::InvalidInput, QStringLiteral("--") + QString::fromStdString(option),
                         tr("This takes a date such as 2026-04-01."));
}

base::Result<QDateTime> endOfDay(const Arguments &arguments, const std::string &option)
{
    const auto date = dateOf(arguments, option);
    if (!date)
        return std::unexpected(date.error());
    return date->isValid() ? date->endOfDay().toUTC() : QDateTime();
}

base::Result<workflow::Draft> readDraft(Desk &desk, const Arguments &arguments)
{
    workflow::Draft draft;
    draft.plan.action = arguments.text("action");
    draft.plan.destination = arguments.text("destination");
    draft.plan.channel = arguments.text("channel");
    draft.plan.given = arguments.text("given").split(u',', Qt::SkipEmptyParts);
    draft.plan.purpose = arguments.text("purpose").trimmed();
    if (arguments.has("class")) {
        auto target = policy::classesFromText(*desk.pack, arguments.text("class"));
        if (!target)
            return std::unexpected(target.error());
        draft.plan.target = std::move(*target);
    }
    const auto from = dateOf(arguments, "from");
    const auto until = dateOf(arguments, "until");
    if (!from || !until)
        return std::unexpected(from ? until.error() : from.error());
    draft.from = *from;
    draft.until = *until;
    const labelling::LabelReader reader(desk.codecs, *desk.directory, [&](const QString &contentHash) {
        return labelling::labelInLedger(desk.ledger, contentHash);
    }, [&](const QString &contentHash, const label::Label &label) { return labelling::wasReceivedWith(desk.ledger, contentHash, label); });
    const Named named = filesNamed(arguments.rest(), false);
    if (named.failed)
        return base::failure(ErrorCode::InvalidInput, {}, tr("Please name the files, not their folder."));
    for (const base::Path &path : named.files) {
        auto file = labelling::requestFile(reader.read(path), *desk.pack);
        if (!file)
            return std::unexpected(file.error());
        draft.plan.files.push_back(std::move(*file));
    }
    return draft;
}

base::Result<base::Path> sharedRequests(const Desk &desk)
{
    const auto settings = people::readSettings(desk.office.settingsFile());
    if (!settings)
        return std::unexpected(settings.error());
    if (settings->sharedFolder.empty())
        return base::failure(ErrorCode::InvalidInput, {}, tr("No shared folder is set. Please name a folder or a file."));
    return workflow::exchangeFolder(settings->sharedFolder);
}

void share(RequestWork &work, const QString &id)
{
    const auto settings = people::readSettings(work.desk->office.settingsFile());
    if (!settings || settings->sharedFolder.empty())
        return;
    const auto folder = workflow::exchangeFolder(settings->sharedFolder);
    const auto files = folder ? work.requests.exportTo(id, *folder) : std::unexpected(folder.error());
    if (!files)
        printNotice(files.error().subject, tr("It could not be put into the shared folder: %1").arg(files.error().message));
}

} // namespace shirushi::cli
