#include "disposal/run.h"

#include "disposal/items.h"
#include "disposal/leavings.h"
#include "disposal/namesakes.h"
#include "disposal/pace.h"
#include "ledger/personalnumber.h"
#include "platform/filelock.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <set>
#include <span>

namespace shirushi::disposal {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

struct Ready {
    std::vector<erasure::Order> orders;
    Record record;
    std::uint64_t bytes = 0;
    std::vector<Record> further{}; // DeedFile
};

Ready readyFrom(std::vector<erasure::Order> orders, Record record, Allowance allowance, std::uint64_t bytes)
{
    record.reason = std::move(allowance.reason);
    record.request = std::move(allowance.request);
    record.approvers = std::move(allowance.approvers);
    return {std::move(orders), std::move(record), bytes, {}};
}

ledger::EntryDraft undoneDraft(const Record &record, std::int64_t of, const QString &why)
{
    return {QStringLiteral("undone"), record.name, record.contentHash, {}, {}, {}, ledger::withoutPersonalNumbers(why),
            {{QStringLiteral("of"), static_cast<qint64>(of)}}};
}

std::vector<Record *> recordsOf(Ready &ready)
{
    std::vector<Record *> records{&ready.record};
    for (Record &record : ready.further)
        records.push_back(&record);
    return records;
}

// One content under several names goes once, with all of them.
std::vector<Ready> joined(std::vector<Ready> ready)
{
    std::vector<platform::FileIdentity> files;
    for (const Ready &one : ready) // of an item each file has the one name
        files.push_back(one.record.kind == u"file" ? one.orders.front().expected.value_or(platform::FileIdentity()) : platform::FileIdentity());
    std::vector<Ready> whole;
    for (const std::vector<std::size_t> &group : namesakesAmong(files)) {
        Ready one = std::move(ready[group.front()]);
        for (std::size_t i = 1; i < group.size(); ++i) {
            Ready &other = ready[group[i]];
            erasure::addName(one.orders.front(), other.orders.front().file);
            one.further.push_back(std::move(other.record));
        }
        const std::vector<Record *> records = recordsOf(one);
        for (Record *record : records) {
            for (const Record *other : records) {
                if (other != record)
                    record->namesakes += other->name;
            }
        }
        whole.push_back(std::move(one));
    }
    return whole;
}

class Group
{
public:
    Group(std::vector<Ready> files, const DisposalParts &parts, base::Progress &progress) : m_parts(parts), m_progress(progress)
    {
        for (Ready &ready : files)
            m_deed.files.push_back({std::move(ready.orders), std::move(ready.record), std::move(ready.further)});
    }

    /// False: the ledger could not be written, and nothing more may be touched.
    bool run()
    {
        dropWhatWouldNotBegin();
        if (m_deed.files.empty())
            return true;
        auto result = announce();
        if (result)
            result = erase();
        if (!result)
            leaveOpen(result.error());
        return result.has_value();
    }
    const std::vector<Done> &done() const { return m_done; }
    bool hasBegun() const { return m_begun > 0; }

private:
    // What became of each is for recover() to find out.
    void leaveOpen(const base::Error &error)
    {
        for (DeedFile &file : m_deed.files) {
            for (const DeedThing &thing : thingsOf(file)) {
                Done one{thing.subject, {}, {}, error, hasBegun()};
                if (one.isOpen)
                    one.error->left = openText();
                m_done.push_back(std::move(one));
            }
        }
    }

    static QString openText()
    {
        return tr("It was begun and is not finished. It is finished and recorded the next time somebody signs in.");
    }

    // What shows beforehand is no deed.
    void dropWhatWouldNotBegin()
    {
        std::erase_if(m_deed.files, [this](DeedFile &file) {
            base::Result<void> possible;
            for (const erasure::Order &order : file.orders) {
                if (possible)
                    possible = erasure::examine(order);
                if (!possible && order.expected)
                    possible = std::unexpected(explained(possible.error(), *order.expected));
            }
            // A record that could not be written must not be needed.
            for (const DeedThing &thing : thingsOf(file)) {
                if (const auto draft = ledger::withoutPersonalNumbers(draftOf(*thing.record)); possible && !draft)
                    possible = std::unexpected(draft.error());
            }
            for (const DeedThing &thing : thingsOf(file)) {
                if (!possible)
                    m_done.push_back({thing.subject, {}, {}, possible.error()});
            }
            return !possible;
        });
    }

    base::Result<void> announce()
    {
        auto batch = m_parts.ledger.begin(m_parts.session, m_parts.clock);
        if (!batch)
            return std::unexpected(batch.error());
        const auto entry = batch->append(begunDraft(m_deed), toJson(m_deed));
        if (!entry)
            return std::unexpected(entry.error());
        if (const auto committed = batch->commit(); !committed)
            return committed;
        m_begun = entry->seq;
        return {};
    }

    base::Result<void> erase()
    {
        std::vector<erasure::Order> orders;
        for (const DeedFile &file : m_deed.files)
            orders.insert(orders.end(), file.orders.begin(), file.orders.end());
        const auto results = erasure::eraseAll(orders, m_progress);
        auto result = results.begin();
        erasure::Surroundings around; // as they are now
        for (DeedFile &file : m_deed.files) {
            const std::span<const base::Result<erasure::Erased>> its(result, file.orders.size());
            result += static_cast<std::ptrdiff_t>(file.orders.size());
            const auto failed = std::ranges::find_if(its, [](const auto &one) { return !one.has_value(); });
            const std::optional<base::Error> error = failed == its.end() ? std::nullopt : std::optional(failed->error());
            // What is destroyed in part goes wholly.
            const bool isBegun = error && std::ranges::any_of(its, [](const auto &one) { return one || !one.error().left.isEmpty(); });
            if (isBegun)
                m_open.files.push_back(file);
            for (const DeedThing &thing : thingsOf(file)) {
                const bool hasLeavings = !error && file.record.kind == u"file";
                m_ends.push_back({thing, error, isBegun, hasLeavings ? removeLeavings(thing.subject, around, *thing.record) : QStringList()});
            }
        }
        return record();
    }

    // With one commit all that is at its end has its record, and what is not is a deed of its own, for the next start.
    base::Result<void> record()
    {
        auto batch = m_parts.ledger.begin(m_parts.session, m_parts.clock);
        if (!batch)
            return std::unexpected(batch.error());
        std::vector<Done> all;
        for (const End &end : m_ends) {
            Done done{end.thing.subject, {}, end.notices, end.error, end.isBegun};
            if (end.isBegun) {
                done.error->left = openText();
            } else {
                const auto entry = batch->append(end.error ? undoneDraft(*end.thing.record, m_begun, end.error->message) : draftOf(*end.thing.record));
                if (!entry)
                    return std::unexpected(entry.error());
                if (!end.error)
                    done.record = recorded(*end.thing.record, *entry);
            }
            all.push_back(std::move(done));
        }
        if (!m_open.files.empty()) {
            if (const auto entry = batch->append(begunDraft(m_open), toJson(m_open)); !entry)
                return std::unexpected(entry.error());
        }
        if (const auto closed = batch->closeDeed(m_begun); !closed)
            return closed;
        if (const auto committed = batch->commit(); !committed)
            return committed;
        std::ranges::move(all, std::back_inserter(m_done));
        return {};
    }

    static Record recorded(Record record, const ledger::Entry &entry)
    {
        record.seq = entry.seq;
        record.at = entry.at;
        record.by = entry.user;
        return record;
    }

    // Of one thing of the deed.
    struct End {
        DeedThing thing;
        std::optional<base::Error> error;
        bool isBegun = false;
        QStringList notices{};
    };

    const DisposalParts &m_parts;
    base::Progress &m_progress;
    Deed m_deed;
    std::int64_t m_begun = 0;
    std::vector<End> m_ends;
    Deed m_open; // of m_deed what is not at its end
    std::vector<Done> m_done;
};

base::Result<Allowance> allowanceFor(const Plan &plan, const Allowances &allowances, const std::optional<Reason> &reason, const QString &request)
{
    if (plan.asked)
        return allowances.find({*plan.asked, keyOfFile(plan.file), plan.makers}, reason, request);
    auto allowance = allowances.findWithoutClass(plan.classes, reason);
    if (!allowance) // what helps is to give it a class
        return base::failure(ErrorCode::Forbidden, base::toDisplay(plan.file), plan.noClass->message);
    return allowance;
}

// All of them are looked at before anything is touched: one that must not be refuses all.
class Preparation
{
public:
    Preparation(const Order &order, const DisposalParts &parts, const Allowances &allowances) : m_order(order), m_parts(parts), m_allowances(allowances) {}

    base::Result<void> run(const Listed &things, base::Progress &progress)
    {
        if (!m_order.reason.isEmpty()) {
            auto given = reasonFrom(*m_parts.pack, m_order.reason);
            if (!given)
                return std::unexpected(given.error());
            m_reason = std::move(*given);
        }
        base::Result<void> taken;
        const std::size_t count = things.files.size() + things.items.size();
        for (std::size_t i = 0; i < count && taken; ++i) {
            if (progress.cancelled())
                return base::failure(ErrorCode::Cancelled, {}, tr("Stopped. Nothing was touched."));
            const QString name = i < things.files.size() ? base::toDisplay(things.files[i].filename()) : QString();
            progress.report(i, count, tr("Comparing with the permission, %1 of %2: %3").arg(i + 1).arg(count).arg(name));
            taken = i < things.files.size() ? take(things.files[i]) : take(things.items[i - things.files.size()]);
        }
        return taken;
    }

    std::vector<Ready> ready;
    std::vector<Done> failed;

private:
    base::Result<void> take(const base::Path &file)
    {
        Plan plan = planFor(file, m_parts, m_around);
        if (!m_known.insert(keyOfFile(plan.file)).second)
            return {};
        if (plan.problem && !plan.asked) {
            failed.push_back({plan.file, {}, {}, plan.problem});
            return {};
        }
        auto allowance = allowanceFor(plan, m_allowances, m_reason, m_order.request);
        if (!allowance)
            return refused(allowance.error(), base::toDisplay(plan.file));
        if (plan.problem)
            failed.push_back({plan.file, {}, {}, plan.problem});
        else
            ready.push_back(readyFrom({erasure::orderFor(plan.file, plan.identity)}, recordOf(plan, *m_parts.pack), std::move(*allowance), plan.identity.size));
        return {};
    }

    base::Result<void> take(const ItemPlace &place)
    {
        auto plan = planForItem(place, m_parts);
        if (!plan)
            return std::unexpected(plan.error());
        if (!m_known.insert(keyOfItem(plan->place.id)).second)
            return {};
        auto allowance = m_allowances.find({plan->asked, keyOfItem(plan->place.id), plan->makers}, m_reason, m_order.request);
        if (!allowance)
            return refused(allowance.error(), plan->record.name);
        ready.push_back(readyFrom(std::move(plan->orders), std::move(plan->record), std::move(*allowance), plan->bytes));
        return {};
    }

    static base::Result<void> refused(base::Error error, const QString &name)
    {
        error.message = name + QStringLiteral(": ") + error.message;
        return std::unexpected(error);
    }

    const Order &m_order;
    const DisposalParts &m_parts;
    const Allowances &m_allowances;
    std::optional<Reason> m_reason;
    std::set<QString> m_known;
    erasure::Surroundings m_around;
};

// Of a request: what was listed and has not gone with it yet.
base::Result<Listed> thingsOf(const Order &order, const Allowances &allowances)
{
    if (!order.files.empty() || !order.items.empty())
        return Listed{order.request, order.files, {}, order.items};
    auto listed = allowances.listed(order.request);
    if (!listed)
        return listed;
    std::erase_if(listed->files, [&](const base::Path &file) { return allowances.isUsed(order.request, keyOfFile(file)); });
    std::erase_if(listed->items, [&](const ItemPlace &item) { return allowances.isUsed(order.request, keyOfItem(item.id)); });
    return listed;
}

} // namespace

base::Result<std::vector<Done>> run(const Order &order, const DisposalParts &parts, base::Progress &progress,
                                    const std::function<void(const Done &)> &done)
{
    workflow::RequestDesk desk({parts.ledger, parts.session, parts.directory, parts.pack, parts.clock});
    const auto allowances = Allowances::read(parts, desk);
    if (!allowances)
        return std::unexpected(allowances.error());
    const auto things = thingsOf(order, *allowances);
    if (!things)
        return std::unexpected(things.error());
    Preparation preparation(order, parts, *allowances);
    if (const auto prepared = preparation.run(*things, progress); !prepared)
        return std::unexpected(prepared.error());
    std::vector<Ready> ready = joined(std::move(preparation.ready));
    std::vector<Done> all = std::move(preparation.failed);
    const auto tell = [&](const Done &one) {
        if (done)
            done(one);
    };
    std::ranges::for_each(all, tell);
    const auto lock = platform::FileLock::shared(parts.lockFile);
    if (!lock)
        return std::unexpected(lock.error());
    std::size_t reached = 0;
    Pace pace(progress);
    for (const Ready &one : ready)
        pace.add(one.bytes, one.orders.size() > 1);
    for (std::size_t at = 0; at < ready.size() && !progress.cancelled();) {
        const Record &next = ready[at].record;
        const std::size_t end = pace.begin(at, next.kind == u"file" ? base::toDisplay(ready[at].orders.front().file.filename()) : next.name);
        QElapsedTimer clock;
        clock.start();
        Group group({std::make_move_iterator(ready.begin() + static_cast<std::ptrdiff_t>(at)), std::make_move_iterator(ready.begin() + static_cast<std::ptrdiff_t>(end))},
                    parts, pace);
        const bool goesOn = group.run();
        if (!goesOn && at == 0 && !group.hasBegun())
            return std::unexpected(*group.done().back().error); // nothing was touched
        std::ranges::for_each(group.done(), tell);
        std::ranges::copy(group.done(), std::back_inserter(all));
        reached = end;
        if (!goesOn)
            break;
        pace.took(clock.elapsed());
        at = end;
    }
    for (std::size_t i = reached; i < ready.size(); ++i) {
        for (const Record *record : recordsOf(ready[i]))
            tell({base::toPath(record->name), {}, {}, base::Error{ErrorCode::Cancelled, record->name, tr("Stopped before this one. It was not touched."), {}}});
    }
    return all;
}

} // namespace shirushi::disposal
