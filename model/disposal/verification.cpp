#include "disposal/verification.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "disposal/deed.h"
#include "disposal/plan.h"
#include "platform/filesource.h"
#include "workflow/requestbook.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::disposal {

namespace {

struct Sentence {
    const char *code;
    const char *text;
};

constexpr Sentence sentences[] = {
    {"back", QT_TRANSLATE_NOOP("shirushi::disposal", "A file with the same content lies at this place again.")},
    {"no-permission", QT_TRANSLATE_NOOP("shirushi::disposal", "The permission that the record names does not hold for it.")},
    {"unfinished", QT_TRANSLATE_NOOP("shirushi::disposal", "This disposal was begun and is not finished.")},
    {"suspect", QT_TRANSLATE_NOOP("shirushi::disposal", "A file that may be a copy was left beside it and is still there.")},
};

bool isBack(const Record &record)
{
    const auto source = record.kind == u"file" ? platform::FileSource::open(base::toPath(record.name)) : std::unexpected(base::Error{});
    if (!source || source->size() != record.size)
        return false;
    const auto digest = crypto::sha256(*source);
    return digest && QString::fromLatin1(base::toHex(*digest)) == record.sha256;
}

bool hasSuspects(const Record &record)
{
    const base::Path folder = base::toPath(record.name).parent_path();
    return std::ranges::any_of(record.suspects, [&](const QString &name) {
        std::error_code ignored;
        return std::filesystem::exists(folder / base::toPath(name), ignored);
    });
}

bool needsNoPermission(const Record &record, const DisposalParts &parts)
{
    const people::Person *person = parts.directory->find(record.by);
    const policy::Situation situation{record.reason.action, record.classes.empty() ? strictestOf(*parts.pack) : record.classes,
                                      person ? person->role : QString(), {}, {}, record.reason.given};
    return policy::approvalsFor(*parts.pack, situation).empty();
}

// As it was decided before the deed: what came later does not take a permission back that was used.
bool isPermitted(const Record &record, const workflow::RequestBook &book, const DisposalParts &parts)
{
    if (record.request.isEmpty())
        return needsNoPermission(record, parts);
    const workflow::Case *known = book.find(record.request);
    if (!known || known->objection)
        return false;
    const bool isNamed = std::ranges::any_of(known->request.files, [&](const workflow::RequestFile &file) { return file.contentHash == record.contentHash; });
    std::vector<workflow::Record> before;
    std::ranges::copy_if(known->records, std::back_inserter(before), [&](const workflow::Record &one) { return one.seq < record.seq; });
    const workflow::Status status = workflow::statusOf(known->request, before, *parts.pack, record.at);
    const bool isApproved = status.state == workflow::State::Approved || status.state == workflow::State::Flagged;
    return isNamed && isApproved && known->request.action == record.reason.action;
}

} // namespace

QString sentenceOf(const QString &code)
{
    for (const Sentence &known : sentences) {
        if (code == QLatin1String(known.code))
            return QCoreApplication::translate("shirushi::disposal", known.text);
    }
    return code;
}

base::Result<std::vector<Finding>> verify(const std::vector<Record> &records, const DisposalParts &parts, base::Progress &progress)
{
    const auto book = workflow::RequestBook::read(parts.ledger, parts.directory, *parts.pack, parts.clock.now());
    if (!book)
        return std::unexpected(book.error());
    std::vector<Finding> findings;
    const auto add = [&](const char *code, std::int64_t seq, const QString &name) {
        findings.push_back({QLatin1String(code), seq, name, sentenceOf(QLatin1String(code))});
    };
    std::uint64_t done = 0;
    for (const Record &record : records) {
        if (progress.cancelled())
            return base::failure(base::ErrorCode::Cancelled, {}, QCoreApplication::translate("shirushi::disposal", "Stopped."));
        progress.report(done++, records.size(), record.name);
        if (!isPermitted(record, *book, parts))
            add("no-permission", record.seq, record.name);
        if (isBack(record))
            add("back", record.seq, record.name);
        if (hasSuspects(record))
            add("suspect", record.seq, record.name);
    }
    const auto open = parts.ledger.openDeeds();
    if (!open)
        return std::unexpected(open.error());
    for (const ledger::Deed &deed : *open) {
        const auto read = isDisposalDeed(deed.json) ? deedFromJson(deed.json) : std::unexpected(base::Error{});
        if (read && !read->files.empty())
            add("unfinished", deed.seq, read->files.front().record.name);
    }
    return findings;
}

} // namespace shirushi::disposal
