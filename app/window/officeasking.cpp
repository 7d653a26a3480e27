#include "window/officeasking.h"

#include "labelling/requestfiles.h"
#include "labelling/target.h"
#include "window/askingwords.h"
#include "window/officedesk.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace shirushi::window {

using namespace approvals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

workflow::Draft draftOf(const Asking &asking)
{
    workflow::Draft draft;
    draft.plan.action = asking.deed;
    draft.plan.destination = asking.destination;
    draft.plan.channel = asking.channel;
    draft.plan.given = asking.grounds;
    draft.plan.purpose = asking.purpose;
    if (!asking.takesLabelAway)
        draft.plan.target = asking.target;
    for (const AskedFile &file : asking.files) {
        draft.plan.files.push_back({base::toDisplay(file.path.filename()), file.contentHash, file.sha256, file.policy,
                                    file.classes});
    }
    draft.from = asking.from;
    draft.until = asking.until;
    return draft;
}

workflow::RequestDesk requestsOf(OpenOffice &open, const base::Clock &clock)
{
    return workflow::RequestDesk({open.ledger, open.session, open.directory, open.pack, clock});
}

// What is missing before the rules can be asked at all.
QStringList missing(const Asking &asking, const policy::Pack &pack)
{
    const std::vector<AskableDeed> deeds = askableDeeds(pack);
    const auto deed = std::find_if(deeds.begin(), deeds.end(), [&](const AskableDeed &one) { return one.id == asking.deed; });
    if (deed == deeds.end())
        return {tr("Please choose what is to be done.")};
    QStringList lines;
    if (!deed->destinations.empty() && asking.destination.isEmpty())
        lines += tr("Please choose to whom it goes.");
    if (!deed->channels.empty() && asking.channel.isEmpty())
        lines += tr("Please choose by which way it goes.");
    if (!asking.takesLabelAway && asking.target.size() < deed->target.size())
        lines += tr("Please choose the class that the files are to have.");
    if (asking.files.empty() && asking.deed != u"exception")
        lines += tr("Please choose the files that it is about.");
    for (const AskedFile &file : asking.files) {
        if (!file.problem.isEmpty() && lines.size() < 5)
            lines += tr("%1: %2").arg(base::toDisplay(file.path.filename()), file.problem);
    }
    return lines;
}

policy::Classes classesOf(const Asking &asking, const policy::Pack &pack)
{
    std::vector<workflow::RequestFile> files;
    for (const AskedFile &file : asking.files) {
        if (file.problem.isEmpty())
            files.push_back({{}, {}, {}, file.policy, file.classes});
    }
    return workflow::classesOf(pack, files);
}

} // namespace

bool share(workflow::RequestDesk &requests, const OpenOffice &open, const QString &id)
{
    if (open.settings.sharedFolder.empty())
        return false;
    const auto folder = workflow::exchangeFolder(open.settings.sharedFolder);
    return folder && requests.exportTo(id, *folder);
}

std::shared_ptr<const policy::Pack> OfficeAsking::rulesOf(const QString &policyId) const
{
    return m_desk.rulesOf(policyId);
}

std::vector<AskableDeed> OfficeAsking::deeds() const
{
    const auto pack = m_desk.rules();
    return pack ? askableDeeds(*pack) : std::vector<AskableDeed>();
}

std::vector<AskedFile> OfficeAsking::read(const std::vector<base::Path> &paths, base::Progress &progress) const
{
    const auto pack = m_desk.rules();
    if (!pack)
        return {};
    std::vector<base::Path> files;
    std::map<base::Path, QString> names;
    for (const base::Path &path : paths) {
        std::error_code ignored;
        if (std::filesystem::is_directory(path, ignored)) {
            const base::Path whole = labelling::absolutePath(path / "").parent_path();
            for (const base::Path &below : labelling::filesBelow(whole)) {
                names[below] = base::toDisplay(whole.filename() / below.lexically_relative(whole));
                files.push_back(below);
            }
        } else {
            files.push_back(path);
        }
    }
    // One more than a request may hold: then it is said that it is too large.
    files.resize(std::min(files.size(), workflow::mostFiles + 1));
    std::vector<AskedFile> read;
    for (std::size_t i = 0; i < files.size() && !progress.cancelled(); ++i) {
        progress.report(i, files.size(), base::toDisplay(files[i].filename()));
        read.push_back(readOne(files[i], *pack));
        if (const auto name = names.find(files[i]); name != names.end())
            read.back().name = name->second;
    }
    return read;
}

AskedFile OfficeAsking::readOne(const base::Path &path, const policy::Pack &pack) const
{
    const labelling::FileLabel label = m_desk.read(path);
    AskedFile asked;
    asked.path = path;
    const auto file = labelling::requestFile(label, pack);
    if (!file) {
        asked.problem = file.error().message;
        asked.wantsClass = !label.problem.has_value();
        return asked;
    }
    asked.contentHash = file->contentHash;
    asked.sha256 = file->sha256;
    asked.policy = file->policy;
    asked.classes = file->classes;
    asked.domain = label.label->domain;
    return asked;
}

base::Result<Prospect> OfficeAsking::prospect(const Asking &asking) const
{
    base::Result<Prospect> result = base::failure(base::ErrorCode::NotSignedIn, {}, tr("Shirushi is locked."));
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        Prospect prospect;
        const people::Person *self = open->directory->find(open->session.user());
        prospect.grounds = groundsFor(*open->pack, {asking.deed, classesOf(asking, *open->pack), self ? self->role : QString(),
                                                    asking.destination, asking.channel, {}});
        prospect.objections = missing(asking, *open->pack);
        if (prospect.objections.isEmpty()) {
            const base::SystemClock clock;
            const auto request = requestsOf(*open, clock).prepare(draftOf(asking));
            if (request)
                addDeciders(prospect, *request, {*open->pack, open->directory->roster(), clock.now()});
            else
                prospect.objections += request.error().message;
        }
        result = std::move(prospect);
    });
    return result;
}

base::Result<Asked> OfficeAsking::ask(const Asking &asking)
{
    base::Result<Asked> result = base::failure(base::ErrorCode::NotSignedIn, {}, tr("Shirushi is locked."));
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        if (const auto problem = readOnlyError(*open)) {
            result = std::unexpected(*problem);
            return;
        }
        if (const QStringList lines = missing(asking, *open->pack); !lines.isEmpty()) {
            result = base::failure(base::ErrorCode::InvalidInput, {}, lines.front());
            return;
        }
        const base::SystemClock clock;
        workflow::RequestDesk requests = requestsOf(*open, clock);
        const auto request = requests.ask(draftOf(asking));
        if (request)
            result = Asked{request->id, share(requests, *open, request->id)};
        else
            result = std::unexpected(request.error());
    });
    return result;
}

} // namespace shirushi::window
