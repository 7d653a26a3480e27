#include "window/officereview.h"

#include "ledger/register.h"
#include "people/sight.h"
#include "review/reviewentry.h"
#include "widgets/language.h"
#include "window/officedesk.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace shirushi::window {

using namespace review;

namespace {

constexpr std::size_t mostOfOneAsset = 10000; // entries that are counted

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

base::Error lockedError()
{
    return {base::ErrorCode::NotSignedIn, {}, tr("Shirushi is locked."), {}};
}

// The ledger's own questions for a filter: none where nothing can be found, two where an asset is found by its
// content and by its place.
std::vector<ledger::Query> queriesFor(const OpenOffice &open, const Filter &filter)
{
    const people::Roster &roster = open.directory->roster();
    QStringList users;
    if (!filter.user.isEmpty() || !filter.department.isEmpty()) {
        for (const people::Person &person : roster.persons) {
            const bool isMeant = (filter.user.isEmpty() || person.id == filter.user)
                                 && (filter.department.isEmpty() || person.department == filter.department);
            if (isMeant)
                users += person.id;
        }
        if (users.isEmpty())
            return {};
    }
    ledger::Query query;
    query.users = users;
    query.kinds = filter.kinds;
    query.classes = filter.classes;
    if (!filter.classes.empty())
        query.policy = open.pack->id;
    query.text = filter.text;
    if (filter.from.isValid())
        query.since = filter.from.startOfDay().toUTC();
    if (filter.until.isValid())
        query.until = filter.until.addDays(1).startOfDay().toUTC();
    std::vector<ledger::Query> queries;
    if (!filter.contentHash.isEmpty()) {
        queries.push_back(query);
        queries.back().contentHash = filter.contentHash;
    }
    if (!filter.file.isEmpty()) {
        queries.push_back(query);
        queries.back().file = filter.file;
    }
    if (queries.empty())
        queries.push_back(query);
    for (ledger::Query &asked : queries)
        asked = people::visibleTo(roster, open.session.user(), open.pack.get(), QDate::currentDate(), std::move(asked));
    return queries;
}

base::Result<Part> partOf(OpenOffice &open, const Filter &filter, std::int64_t before, std::int64_t limit)
{
    std::map<std::int64_t, ledger::Entry, std::greater<>> found;
    for (ledger::Query &query : queriesFor(open, filter)) {
        query.before = before;
        query.limit = limit + 1;
        auto entries = open.ledger.list(query);
        if (!entries)
            return std::unexpected(entries.error());
        for (ledger::Entry &entry : *entries)
            found.try_emplace(entry.seq, std::move(entry));
    }
    Part part;
    for (auto &[seq, entry] : found) {
        if (std::cmp_equal(part.entries.size(), limit)) {
            part.more = true;
            break;
        }
        part.entries.push_back(std::move(entry));
    }
    return part;
}

QString classesText(const ledger::Entry &entry)
{
    QStringList parts;
    const QJsonObject classes = entry.draft.after.toObject().value(QStringLiteral("classes")).toObject();
    for (auto axis = classes.begin(); axis != classes.end(); ++axis)
        parts += axis.key() + u'=' + axis.value().toString();
    return parts.join(u',');
}

base::Result<std::vector<ledger::Count>> countsOf(OpenOffice &open, const Filter &filter)
{
    const std::vector<ledger::Query> queries = queriesFor(open, filter);
    if (queries.empty())
        return std::vector<ledger::Count>();
    if (queries.size() == 1)
        return open.ledger.counts(queries.front());
    // An entry may be found both ways; one asset has few.
    const auto part = partOf(open, filter, 0, mostOfOneAsset);
    if (!part)
        return std::unexpected(part.error());
    std::vector<ledger::Count> counts;
    for (const ledger::Entry &entry : part->entries)
        counts.push_back({entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM")), entry.draft.kind,
                          classesText(entry), 1});
    return counts;
}

bool forbidsWriting(const std::vector<ledger::Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const ledger::Finding &finding) { return ledger::blocksWriting(finding.kind); });
}

} // namespace

std::optional<base::Error> readOnlyError(const OpenOffice &open)
{
    for (const ledger::Finding &finding : open.findings) {
        if (ledger::blocksWriting(finding.kind)) {
            return base::Error{base::ErrorCode::Damaged, {},
                               tr("The ledger was changed from outside and can only be read: %1")
                                   .arg(ledger::sentence(finding)), {}};
        }
    }
    return std::nullopt;
}

std::shared_ptr<const policy::Pack> OfficeReview::rules() const
{
    return m_desk.rules();
}

std::shared_ptr<const policy::Pack> OfficeReview::rulesOf(const QString &policyId) const
{
    return m_desk.rulesOf(policyId);
}

std::vector<Someone> OfficeReview::people() const
{
    std::vector<Someone> people;
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        std::vector<const people::Person *> shown;
        for (const people::Person &person : open->directory->roster().persons)
            shown.push_back(&person);
        std::stable_sort(shown.begin(), shown.end(), [](const people::Person *one, const people::Person *other) {
            return (one->kana.isEmpty() ? one->name : one->kana) < (other->kana.isEmpty() ? other->name : other->kana);
        });
        for (const people::Person *person : shown)
            people.push_back({person->id, person->name, person->department});
    });
    return people;
}

Standing OfficeReview::standing() const
{
    Standing standing;
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        standing.entries = open->ledger.size().value_or(0);
        if (const auto first = open->ledger.entry(1); first && *first)
            standing.since = (*first)->at;
        standing.findings = open->findings;
        standing.isWritable = !forbidsWriting(open->findings);
        standing.hasSharedFolder = open->isShared;
        standing.notice = open->ledger.seal().notice;
        for (const people::Person &person : open->directory->active()) {
            if (person.administrator)
                standing.administrators += person.name;
        }
        standing.mayAccept = open->directory->isAdministrator(open->session.user());
        standing.maySignOff = people::maySignOff(open->directory->roster(), open->session.user(), open->pack.get(),
                                                 QDate::currentDate());
        standing.seesEverything = people::seesEverything(open->directory->roster(), open->session.user(),
                                                         open->pack.get(), QDate::currentDate());
    });
    return standing;
}

base::Result<Part> OfficeReview::entries(const Filter &filter, std::int64_t before, std::int64_t limit) const
{
    base::Result<Part> part = std::unexpected(lockedError());
    m_desk.withOpen([&](OpenOffice *open) {
        if (open)
            part = partOf(*open, filter, before, limit);
    });
    return part;
}

base::Result<std::vector<ledger::Count>> OfficeReview::counts(const Filter &filter) const
{
    base::Result<std::vector<ledger::Count>> counts = std::unexpected(lockedError());
    m_desk.withOpen([&](OpenOffice *open) {
        if (open)
            counts = countsOf(*open, filter);
    });
    return counts;
}

base::Result<Proof> OfficeReview::verify(base::Progress &progress)
{
    base::Result<ledger::Ledger> own = std::unexpected(lockedError());
    m_desk.withOpen([&](OpenOffice *open) {
        if (open)
            own = m_desk.office().openLedger(open->session);
    });
    if (!own)
        return std::unexpected(own.error());
    const QDateTime at = base::SystemClock().now();
    const auto entries = own->size();
    if (!entries)
        return std::unexpected(entries.error());
    auto findings = own->verify(progress);
    if (!findings)
        return std::unexpected(findings.error());
    const auto people = m_desk.office().inspectPeople(*own);
    if (!people)
        return std::unexpected(people.error());
    findings->insert(findings->end(), people->begin(), people->end());
    Proof proof{at, *entries, std::move(*findings)};
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        // What is seen once stays: an office's ledger is not written on before somebody has looked into it.
        if (forbidsWriting(proof.findings) || !forbidsWriting(open->findings))
            open->findings = proof.findings;
        m_proof = proof;
        m_provenFor = open->session.keyId();
    });
    return proof;
}

base::Result<ledger::Entry> OfficeReview::signOff(const Filter &filter, const QString &note)
{
    base::Result<ledger::Entry> entry = std::unexpected(lockedError());
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        if (const auto problem = readOnlyError(*open)) {
            entry = std::unexpected(*problem);
            return;
        }
        if (!people::maySignOff(open->directory->roster(), open->session.user(), open->pack.get(), QDate::currentDate())) {
            entry = base::failure(base::ErrorCode::Forbidden, open->session.user(),
                                  tr("A review is signed off by who answers for others, for example a manager."));
            return;
        }
        if (!m_proof || m_provenFor != open->session.keyId()) {
            entry = base::failure(base::ErrorCode::Forbidden, {},
                                  tr("The ledger must be checked before its records are signed off."));
            return;
        }
        const auto counts = countsOf(*open, filter);
        if (!counts) {
            entry = std::unexpected(counts.error());
            return;
        }
        entry = open->ledger.append(reviewedDraft(filter, *counts, *m_proof, open->ledger.seal().checkpoint, note),
                                    open->session, base::SystemClock());
    });
    return entry;
}

// With the lock held all the way: nothing can be recorded meanwhile anyway.
base::Result<ledger::Entry> OfficeReview::accept(const QString &reason, base::Progress &progress)
{
    base::Result<ledger::Entry> entry = std::unexpected(lockedError());
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        entry = open->ledger.accept(reason, open->session, base::SystemClock(), progress);
        if (!entry)
            return;
        m_proof.reset();
        open->findings = open->ledger.findings();
        // What signing in leaves undone while the ledger can only be read; what fails is tried again then.
        [[maybe_unused]] const auto settled = m_desk.catchUp(open->session, open->ledger);
    });
    return entry;
}

std::vector<ExportFormat> OfficeReview::exportFormats() const
{
    return {ExportFormat::Csv, ExportFormat::Pdf, ExportFormat::JsonLines};
}

base::Result<std::int64_t> OfficeReview::exportTo(const Filter &filter, const QString &words, ExportFormat format,
                                                  const base::Path &target)
{
    base::Result<std::int64_t> written = std::unexpected(lockedError());
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        const std::vector<ledger::Query> queries = queriesFor(*open, filter);
        if (queries.empty()) {
            written = base::failure(base::ErrorCode::NotFound, base::toDisplay(target), tr("There is no such entry."));
            return;
        }
        const people::Roster &roster = open->directory->roster();
        const ledger::RegisterWords names{
            [&roster](const QString &id) {
                const people::Person *person = roster.find(id);
                return person ? person->name : id;
            },
            [this](const QJsonValue &side) { return ledger::classNames(m_desk.library(), side); }};
        const ledger::RegisterFormat formats[] = {ledger::RegisterFormat::Csv, ledger::RegisterFormat::Pdf,
                                                  ledger::RegisterFormat::JsonLines};
        const ledger::RegisterForm form{tr("Register of the information assets' handling"), words,
                                        {widgets::inWindowLanguage(open->pack->title)}, {tr("Reviewed by")}};
        written = ledger::exportRegister(open->ledger, queries.front(), formats[static_cast<std::size_t>(format)], names,
                                         form, target, base::SystemClock());
    });
    return written;
}

} // namespace shirushi::window
