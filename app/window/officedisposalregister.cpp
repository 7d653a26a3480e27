// Of OfficeDisposal: the 廃棄記録簿, its forms and its proof.
#include "disposal/certificate.h"
#include "ledger/entryproof.h"
#include "people/sight.h"
#include "platform/replacement.h"
#include "review/reviewentry.h"
#include "window/disposalplans.h"
#include "window/officedisposal.h"
#include "window/officeturn.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace shirushi::window {

using base::Result;
using namespace disposals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

disposal::RegisterWords wordsOf(const OpenOffice &open)
{
    return {open.pack, [directory = open.directory](const QString &id) {
                const people::Person *person = directory->find(id);
                return person ? person->name : id;
            }};
}

std::vector<Line> linesOf(const std::vector<disposal::Record> &records, const std::set<std::int64_t> &open, const OpenOffice &office, ledger::Ledger &ledger)
{
    const disposal::RegisterWords words = wordsOf(office);
    std::vector<Line> lines;
    for (const disposal::Record &record : records) {
        Line line{record, disposal::registerCells(record, words), open.contains(record.seq), {}, {}};
        if (!record.followUp.isEmpty())
            line.followUp = methodText(*office.pack, record.followUp);
        if (record.hasAttachment) {
            if (const auto attachment = ledger.attachment(record.seq); attachment && *attachment)
                line.attachment = (*attachment)->name;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::set<std::int64_t> numbersOf(const std::vector<disposal::Record> &records)
{
    std::set<std::int64_t> numbers;
    for (const disposal::Record &record : records)
        numbers.insert(record.seq);
    return numbers;
}

// Those that were about this register, and about nothing less than all of the year.
Result<std::vector<Review>> reviewsOf(int year, OpenOffice &open)
{
    ledger::Query query;
    query.kinds = {review::reviewedKind};
    const QJsonObject wanted{{QStringLiteral("from"), QDate(year, 4, 1).toString(Qt::ISODate)},
                             {QStringLiteral("until"), QDate(year + 1, 3, 31).toString(Qt::ISODate)},
                             {QStringLiteral("kinds"), QJsonArray{disposal::disposedKind, disposal::erasedKind}}};
    std::vector<Review> reviews;
    const auto visited = open.ledger.visit(query, [&](const ledger::Entry &entry) {
        if (entry.draft.details.value(QStringLiteral("filter")).toObject() != wanted)
            return true;
        const people::Person *person = open.directory->find(entry.user);
        reviews.insert(reviews.begin(), {person ? person->name : entry.user, entry.at, entry.seq, entry.draft.details.value(QStringLiteral("note")).toString()});
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return reviews;
}

} // namespace

Result<std::vector<disposal::Record>> OfficeDisposal::recordsSeen(OpenOffice &open, int year) const
{
    return disposal::records(open.ledger, people::visibleTo(open.directory->roster(), open.session.user(), open.pack.get(), QDate::currentDate(),
                                                            disposal::recordsOf(year)));
}

Result<std::vector<int>> OfficeDisposal::years() const
{
    return takeTurn<std::vector<int>>(m_desk, false, [&](OpenOffice &open) -> Result<std::vector<int>> {
        const auto records = recordsSeen(open, 0);
        if (!records)
            return std::unexpected(records.error());
        std::set<int, std::greater<>> years{base::fiscalYear(QDate::currentDate())};
        for (const disposal::Record &record : *records)
            years.insert(base::fiscalYear(record.at.toLocalTime().date()));
        return std::vector<int>(years.begin(), years.end());
    });
}

Result<Register> OfficeDisposal::registerOf(int year) const
{
    return takeTurn<Register>(m_desk, false, [&](OpenOffice &open) -> Result<Register> {
        const auto all = recordsSeen(open, 0);
        const auto records = all ? recordsSeen(open, year) : std::unexpected(all.error());
        auto reviews = records ? reviewsOf(year, open) : std::unexpected(records.error());
        if (!reviews)
            return std::unexpected(reviews.error());
        Register found;
        found.lines = linesOf(*records, numbersOf(disposal::withOpenFollowUps(*all)), open, open.ledger);
        found.reviews = std::move(*reviews);
        found.seesEverything = people::seesEverything(open.directory->roster(), open.session.user(), open.pack.get(), QDate::currentDate());
        return found;
    });
}

Result<std::vector<Line>> OfficeDisposal::open() const
{
    return takeTurn<std::vector<Line>>(m_desk, false, [&](OpenOffice &open) -> Result<std::vector<Line>> {
        const auto all = recordsSeen(open, 0);
        if (!all)
            return std::unexpected(all.error());
        const std::vector<disposal::Record> left = disposal::withOpenFollowUps(*all);
        return linesOf(left, numbersOf(left), open, open.ledger);
    });
}

Result<void> OfficeDisposal::saveRegister(int year, Form form, const base::Path &target) const
{
    const auto bytes = takeTurn<QByteArray>(m_desk, false, [&](OpenOffice &open) -> Result<QByteArray> {
        const auto records = recordsSeen(open, year);
        if (!records)
            return std::unexpected(records.error());
        const disposal::RegisterWords words = wordsOf(open);
        if (form == Form::Csv)
            return disposal::registerCsv(*records, words);
        return disposal::registerPdf(*records, year, words, disposal::approvalHeads(*open.pack), base::SystemClock().now());
    });
    return bytes ? platform::writeFile(target, *bytes) : Result<void>(std::unexpected(bytes.error()));
}

Result<void> OfficeDisposal::saveCertificate(std::int64_t seq, const base::Path &target) const
{
    const auto bytes = takeTurn<QByteArray>(m_desk, false, [&](OpenOffice &open) -> Result<QByteArray> {
        const auto records = recordsSeen(open, 0);
        if (!records)
            return std::unexpected(records.error());
        const auto record = std::ranges::find(*records, seq, &disposal::Record::seq);
        if (record == records->end())
            return base::failure(base::ErrorCode::NotFound, QString::number(seq), tr("There is no such record of a disposal."));
        const auto inclusion = open.ledger.prove(seq);
        if (!inclusion)
            return std::unexpected(inclusion.error());
        return disposal::certificatePdf({*record, ledger::proofToBytes(*inclusion), people::fingerprintOf(open.directory->roster().rootKey), base::SystemClock().now()},
                                        wordsOf(open));
    });
    return bytes ? platform::writeFile(target, *bytes) : Result<void>(std::unexpected(bytes.error()));
}

Result<void> OfficeDisposal::saveAttachment(std::int64_t seq, const base::Path &target) const
{
    const auto bytes = takeTurn<QByteArray>(m_desk, false, [&](OpenOffice &open) -> Result<QByteArray> {
        const auto records = recordsSeen(open, 0);
        if (!records)
            return std::unexpected(records.error());
        const bool isSeen = std::ranges::find(*records, seq, &disposal::Record::seq) != records->end();
        auto attachment = isSeen ? open.ledger.attachment(seq) : Result<std::optional<ledger::Attachment>>();
        if (!attachment)
            return std::unexpected(attachment.error());
        if (!*attachment)
            return base::failure(base::ErrorCode::NotFound, QString::number(seq), tr("Nothing is attached to this record."));
        return std::move((*attachment)->bytes);
    });
    return bytes ? platform::writeFile(target, *bytes) : Result<void>(std::unexpected(bytes.error()));
}

Result<std::vector<disposal::Finding>> OfficeDisposal::verify(int year, base::Progress &progress) const
{
    return takeTurn<std::vector<disposal::Finding>>(m_desk, false, [&](OpenOffice &open) -> Result<std::vector<disposal::Finding>> {
        const auto entries = open.ledger.verify(progress);
        const auto records = entries ? recordsSeen(open, year) : std::unexpected(entries.error());
        auto findings = records ? disposal::verify(*records, partsOf(open), progress) : std::unexpected(records.error());
        if (!findings)
            return findings;
        for (const ledger::Finding &finding : *entries)
            findings->push_back({ledger::nameOf(finding.kind), finding.seq, {}, ledger::sentence(finding)});
        return findings;
    });
}

} // namespace shirushi::window
