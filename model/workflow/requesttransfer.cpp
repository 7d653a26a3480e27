// Of RequestDesk: files that go out and come in.
#include "workflow/requestdesk.h"

#include "workflow/requestdrafts.h"

#include <QCoreApplication>

namespace shirushi::workflow {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::workflow", text);
}

// The request, and what was decided about it in the order in which it was recorded.
std::vector<Exchanged> partsOf(const Case &known)
{
    std::vector<Exchanged> parts{known.request};
    for (const Record &record : known.records) {
        if (const auto *decision = std::get_if<Decision>(&record.what))
            parts.emplace_back(*decision);
        else if (const auto *paper = std::get_if<PaperDecision>(&record.what))
            parts.emplace_back(*paper);
    }
    return parts;
}

} // namespace

base::Result<std::vector<base::Path>> RequestDesk::exportTo(const QString &id, const base::Path &folder)
{
    const auto known = find(id);
    if (!known)
        return std::unexpected(known.error());
    std::vector<base::Path> files;
    for (const Exchanged &part : partsOf(*known)) {
        auto file = writeExchanged(folder, part);
        if (!file)
            return std::unexpected(file.error());
        files.push_back(std::move(*file));
    }
    return files;
}

base::Result<void> RequestDesk::exportAs(const QString &id, const base::Path &file)
{
    const auto known = find(id);
    if (!known)
        return std::unexpected(known.error());
    const std::vector<Exchanged> parts = partsOf(*known);
    if (file.extension() != decisionEnding)
        return writeExchangedAs(file, parts.front());
    if (parts.size() == 1)
        return base::failure(ErrorCode::NotFound, id, tr("Nothing has been decided about this request yet."));
    return writeExchangedAs(file, parts.back());
}

base::Result<bool> RequestDesk::takeIn(const Request &request, const RequestBook &book)
{
    if (const Case *known = book.find(request.id)) {
        if (known->request == request)
            return false;
        return refusedFor(Objection::RequestAltered);
    }
    if (const auto objection = checkRequest(request, standing(m_parts.clock.now())))
        return refusedFor(*objection);
    if (const auto objection = checkAgainstRules(request, *m_parts.pack))
        return refusedFor(*objection);
    if (const auto recorded = record({draftOf(request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return true;
}

template <typename Ruled>
base::Result<bool> RequestDesk::takeInDecision(const Ruled &decision, const RequestBook &book)
{
    if (book.isRecorded(hashOf(decision)))
        return false;
    const Case *known = book.find(decision.request);
    if (!known)
        return refusedFor(Objection::UnknownRequest);
    if (const auto objection = check(decision, known->request, standing(m_parts.clock.now())))
        return refusedFor(*objection);
    if (const auto recorded = record({draftOf(decision, known->request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return true;
}

base::Result<bool> RequestDesk::takeIn(const Decision &decision, const RequestBook &book)
{
    return takeInDecision(decision, book);
}

base::Result<bool> RequestDesk::takeIn(const PaperDecision &decision, const RequestBook &book)
{
    return takeInDecision(decision, book);
}

Imported RequestDesk::importOne(const base::Path &file, const RequestBook &book)
{
    Imported imported{file, {}, false, {}};
    const auto exchanged = readExchanged(file);
    if (!exchanged) {
        imported.error = exchanged.error();
        return imported;
    }
    const auto taken = std::visit(
        [&](const auto &value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Request>)
                imported.request = value.id;
            else
                imported.request = value.request;
            return takeIn(value, book);
        },
        *exchanged);
    if (!taken)
        imported.error = taken.error();
    else
        imported.isNew = *taken;
    return imported;
}

Imported RequestDesk::importFrom(const base::Path &file)
{
    const auto read = book();
    return read ? importOne(file, *read) : Imported{file, {}, false, read.error()};
}

base::Result<std::vector<Imported>> RequestDesk::importAll(const base::Path &folder)
{
    const auto files = exchangedIn(folder);
    if (!files)
        return std::unexpected(files.error());
    auto read = book();
    std::vector<Imported> imported;
    for (const base::Path &file : *files) {
        if (!read)
            return std::unexpected(read.error());
        imported.push_back(importOne(file, *read));
        if (imported.back().isNew)
            read = book();
    }
    return imported;
}

} // namespace shirushi::workflow
