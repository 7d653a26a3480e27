// Of RequestDesk: files that go out and come in.
#include "workflow/requestdesk.h"

#include "workflow/requestdrafts.h"
#include "workflow/scan.h"

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
    // A scan lies there before the decision that is looked at with it.
    const auto scans = writeScans(*known, folder);
    if (!scans)
        return scans;
    std::vector<base::Path> files;
    for (const Exchanged &part : partsOf(*known)) {
        auto file = writeExchanged(folder, part);
        if (!file)
            return std::unexpected(file.error());
        files.push_back(std::move(*file));
    }
    files.insert(files.end(), scans->begin(), scans->end());
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
    if (const auto *paper = std::get_if<PaperDecision>(&parts.back())) {
        if (const auto written = writeScan(*paper, *known, scanFileOf(file)); !written)
            return std::unexpected(written.error());
    }
    return writeExchangedAs(file, parts.back());
}

// Nothing where none is kept here.
base::Result<bool> RequestDesk::writeScan(const PaperDecision &decision, const Case &known, const base::Path &file)
{
    const QString hash = hashOf(decision);
    const auto kept = known.scans.find(hash);
    if (kept == known.scans.end())
        return false;
    const auto scan = m_parts.ledger.attachment(kept->second);
    if (!scan)
        return std::unexpected(scan.error());
    if (!*scan)
        return false;
    const auto written = writeTravellingScan(file, hash, **scan);
    return written ? base::Result<bool>(true) : std::unexpected(written.error());
}

base::Result<std::vector<base::Path>> RequestDesk::writeScans(const Case &known, const base::Path &folder)
{
    std::vector<base::Path> files;
    for (const Record &record : known.records) {
        const auto *paper = std::get_if<PaperDecision>(&record.what);
        if (!paper)
            continue;
        const base::Path file = scanFileOf(fileOf(folder, *paper));
        const auto written = writeScan(*paper, known, file);
        if (!written)
            return std::unexpected(written.error());
        if (!*written)
            continue;
        shareAsFolder(folder, file);
        files.push_back(file);
    }
    return files;
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
base::Result<bool> RequestDesk::takeInDecision(const Ruled &decision, const RequestBook &book,
                                               const std::optional<ledger::Attachment> &scan)
{
    if (book.isRecorded(hashOf(decision)))
        return false;
    const Case *known = book.find(decision.request);
    if (!known)
        return refusedFor(Objection::UnknownRequest);
    if (const auto objection = check(decision, known->request, standing(m_parts.clock.now())))
        return refusedFor(*objection);
    const ledger::EntryDraft draft = draftOf(decision, known->request, *m_parts.pack);
    const auto recorded = scan ? recordWith(*scan, draft) : record({draft});
    return recorded ? base::Result<bool>(true) : std::unexpected(recorded.error());
}

base::Result<bool> RequestDesk::takeIn(const Decision &decision, const RequestBook &book)
{
    return takeInDecision(decision, book);
}

// A scan that is not the one that was signed is left out, and said; the decision counts without it.
base::Result<bool> RequestDesk::takeIn(const PaperDecision &decision, const RequestBook &book, const base::Path &file,
                                       QString &leftOut)
{
    const base::Path beside = scanFileOf(file);
    std::error_code ignored;
    std::optional<ledger::Attachment> scan;
    if (!decision.scanSha256.isEmpty() && std::filesystem::exists(beside, ignored) && !book.isRecorded(hashOf(decision))) {
        if (auto read = readTravelledScan(beside, decision.scanSha256))
            scan = std::move(*read);
        else
            leftOut = read.error().message;
    }
    auto taken = takeInDecision(decision, book, scan);
    if (taken || !scan || taken.error().code != ErrorCode::InvalidInput)
        return taken;
    leftOut = taken.error().message; // what the scan is called, for example
    return takeInDecision(decision, book);
}

Imported RequestDesk::importScan(const base::Path &file, const RequestBook &book)
{
    Imported imported{file, {}, false, {}, {}};
    const auto head = readScanHead(file);
    const auto found = head ? book.paperDecision(head->decision) : std::nullopt;
    if (!head || !found) {
        imported.error = head ? refusedFor(Objection::UnknownRequest).error() : head.error();
        return imported;
    }
    const auto &[decision, known] = *found;
    imported.request = known->request.id;
    if (known->scans.contains(head->decision))
        return imported;
    const auto scan = readTravelledScan(file, decision->scanSha256);
    // The decision is recorded already: it is once more, with its scan.
    const auto kept = scan ? recordWith(*scan, draftOf(*decision, known->request, *m_parts.pack)) : std::unexpected(scan.error());
    if (kept)
        imported.isNew = true;
    else
        imported.error = kept.error();
    return imported;
}

Imported RequestDesk::importOne(const base::Path &file, const RequestBook &book)
{
    if (file.extension() == scanEnding)
        return importScan(file, book);
    Imported imported{file, {}, false, {}, {}};
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
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, PaperDecision>)
                return takeIn(value, book, file, imported.leftOut);
            else
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
    return read ? importOne(file, *read) : Imported{file, {}, false, {}, read.error()};
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
