#include "disposal/run.h"

#include "disposal/items.h"
#include "disposal/pace.h"
#include "ledger/personalnumber.h"
#include "platform/filelock.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <set>

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
};

Ready readyFrom(std::vector<erasure::Order> orders, Record record, Allowance allowance, std::uint64_t bytes)
{
    record.reason = std::move(allowance.reason);
    record.request = std::move(allowance.request);
    record.approvers = std::move(allowance.approvers);
    return {std::move(orders), std::move(record), bytes};
}

ledger::EntryDraft begunDraft(const Deed &deed)
{
    const DeedFile &first = deed.files.front();
    QString name = first.record.name;
    if (deed.files.size() > 1)
        name = tr("%1 and %2 more").arg(name).arg(deed.files.size() - 1);
    return {begunKind, name, deed.files.size() == 1 ? first.record.contentHash : QString(), {}, {}, {}, first.record.reason.text,
            {{QStringLiteral("files"), static_cast<qint64>(deed.files.size())}}};
}

ledger::EntryDraft undoneDraft(const DeedFile &file, std::int64_t of, const QString &why)
{
    return {QStringLiteral("undone"), file.record.name, file.record.contentHash, {}, {}, {}, ledger::withoutPersonalNumbers(why),
            {{QStringLiteral("of"), static_cast<qint64>(of)}}};
}

// What lies beside a document goes with it; what cannot is told.
QStringList eraseLeftovers(const base::Path &file, erasure::Surroundings &around)
{
    QStringList notices;
    for (const erasure::Leftover &leftover : erasure::leftoversOf(file, around)) {
        const QString name = base::toDisplay(leftover.file);
        if (leftover.kind == erasure::Leftover::Kind::Suspect) {
            notices += tr("It may be a copy, and stays: %1").arg(name);
        } else if (const auto erased = erasure::erase(leftover.file); !erased && erased.error().code != ErrorCode::NotFound) {
            notices += tr("It could not be erased: %1").arg(base::oneLine(erased.error()));
        }
    }
    return notices;
}

class Group
{
public:
    Group(std::vector<Ready> files, const DisposalParts &parts, base::Progress &progress) : m_parts(parts), m_progress(progress)
    {
        for (Ready &ready : files)
            m_deed.files.push_back({std::move(ready.orders), std::move(ready.record)});
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
        for (const DeedFile &file : m_deed.files) {
            Done one{subjectOf(file), {}, {}, error, hasBegun()};
            if (one.isOpen)
                one.error->left = openText();
            m_done.push_back(std::move(one));
        }
    }

    static QString openText()
    {
        return tr("It was begun and is not finished. It is finished and recorded the next time somebody signs in.");
    }

    // What shows beforehand is no deed.
    void dropWhatWouldNotBegin()
    {
        std::erase_if(m_deed.files, [this](const DeedFile &file) {
            base::Result<void> possible;
            for (const erasure::Order &order : file.orders) {
                if (possible)
                    possible = erasure::examine(order.file);
            }
            // A record that could not be written must not be needed.
            if (const auto draft = ledger::withoutPersonalNumbers(draftOf(file.record)); possible && !draft)
                possible = std::unexpected(draft.error());
            if (!possible)
                m_done.push_back({subjectOf(file), {}, {}, possible.error()});
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

    static base::Path subjectOf(const DeedFile &file)
    {
        return file.record.kind == u"file" ? file.orders.front().file : base::toPath(file.record.name);
    }

    base::Result<void> erase()
    {
        std::vector<erasure::Order> orders;
        for (const DeedFile &file : m_deed.files)
            orders.insert(orders.end(), file.orders.begin(), file.orders.end());
        const auto results = erasure::eraseAll(orders, m_progress);
        std::vector<Done> done;
        auto result = results.begin();
        bool isBroken = false;
        erasure::Surroundings around; // as they are now
        for (const DeedFile &file : m_deed.files) {
            Done one{subjectOf(file), file.record};
            std::size_t erased = 0;
            for (std::size_t i = 0; i < file.orders.size(); ++i, ++result) {
                erased += *result ? 1 : 0;
                if (!*result && !one.error)
                    one.error = result->error();
            }
            isBroken = isBroken || (one.error && erased > 0);
            if (one.error)
                one.record.reset();
            else if (file.record.kind == u"file")
                one.notices = eraseLeftovers(one.file, around);
            done.push_back(std::move(one));
        }
        if (isBroken) { // an item of which a part is gone: the deed stays open, and the next start finishes it
            for (Done &one : done) {
                one.isOpen = true;
                if (one.error)
                    one.error->left = openText();
            }
            std::ranges::move(done, std::back_inserter(m_done));
            return {};
        }
        return record(std::move(done));
    }

    base::Result<void> record(std::vector<Done> done)
    {
        auto batch = m_parts.ledger.begin(m_parts.session, m_parts.clock);
        if (!batch)
            return std::unexpected(batch.error());
        for (std::size_t i = 0; i < done.size(); ++i) {
            const auto entry = batch->append(done[i].record ? draftOf(*done[i].record) : undoneDraft(m_deed.files[i], m_begun, done[i].error->message));
            if (!entry)
                return std::unexpected(entry.error());
            if (done[i].record) {
                done[i].record->seq = entry->seq;
                done[i].record->at = entry->at;
                done[i].record->by = entry->user;
            }
        }
        if (const auto closed = batch->closeDeed(m_begun); !closed)
            return closed;
        if (const auto committed = batch->commit(); !committed)
            return committed;
        std::ranges::move(done, std::back_inserter(m_done));
        return {};
    }

    const DisposalParts &m_parts;
    base::Progress &m_progress;
    Deed m_deed;
    std::int64_t m_begun = 0;
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
    std::vector<Ready> &ready = preparation.ready;
    std::vector<Done> all = std::move(preparation.failed);
    const auto tell = [&](const Done &one) {
        if (done)
            done(one);
    };
    std::ranges::for_each(all, tell);
    const auto lock = platform::FileLock::shared(parts.lockFile);
    if (!lock)
        return std::unexpected(lock.error());
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
        if (!goesOn)
            break;
        pace.took(clock.elapsed());
        at = end;
    }
    return all;
}

} // namespace shirushi::disposal
