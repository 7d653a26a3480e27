#include "disposal/run.h"

#include "ledger/personalnumber.h"
#include "platform/filelock.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace shirushi::disposal {

using base::ErrorCode;

namespace {

constexpr std::size_t filesAtOnce = 64;            // share the commits of the ledger and a flush
constexpr std::uint64_t bytesAtOnce = 64 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

struct Ready {
    Plan plan;
    Allowance allowance;
};

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
QStringList eraseLeftovers(const base::Path &file)
{
    QStringList notices;
    for (const erasure::Leftover &leftover : erasure::leftoversOf(file)) {
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
        for (Ready &ready : files) {
            Record record = recordOf(ready.plan, *parts.pack);
            record.reason = ready.allowance.reason;
            record.request = ready.allowance.request;
            record.approvers = ready.allowance.approvers;
            m_deed.files.push_back({erasure::orderFor(ready.plan.file, ready.plan.identity), std::move(record)});
        }
    }

    base::Result<std::vector<Done>> run()
    {
        dropWhatWouldNotBegin();
        if (!m_deed.files.empty()) {
            if (const auto begun = announce(); !begun)
                return std::unexpected(begun.error());
            if (const auto erased = erase(); !erased)
                return std::unexpected(erased.error());
        }
        return std::move(m_done);
    }

private:
    // What shows beforehand is no deed.
    void dropWhatWouldNotBegin()
    {
        std::erase_if(m_deed.files, [this](const DeedFile &file) {
            auto possible = erasure::examine(file.order.file);
            // A record that could not be written must not be needed.
            if (const auto draft = ledger::withoutPersonalNumbers(draftOf(file.record)); possible && !draft)
                possible = std::unexpected(draft.error());
            if (!possible)
                m_done.push_back({file.order.file, {}, {}, possible.error()});
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
        m_begun = entry->seq;
        return batch->commit();
    }

    base::Result<void> erase()
    {
        std::vector<erasure::Order> orders;
        for (const DeedFile &file : m_deed.files)
            orders.push_back(file.order);
        const auto results = erasure::eraseAll(orders, m_progress);
        std::vector<Done> done;
        for (std::size_t i = 0; i < results.size(); ++i) {
            Done one{m_deed.files[i].order.file, {}, {}, {}};
            if (results[i]) {
                one.notices = eraseLeftovers(one.file);
                one.record = m_deed.files[i].record;
            } else {
                one.error = results[i].error();
            }
            done.push_back(std::move(one));
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
        std::ranges::move(done, std::back_inserter(m_done));
        return batch->commit();
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
        return allowances.find(*plan.asked, plan.file, reason, request);
    auto allowance = allowances.findWithoutClass(plan.classes, reason);
    if (!allowance) // what helps is to give it a class
        return base::failure(ErrorCode::Forbidden, base::toDisplay(plan.file), plan.noClass->message);
    return allowance;
}

// All of them, before anything is touched: one that must not be refuses all.
base::Result<std::vector<Ready>> prepare(const std::vector<base::Path> &files, const Order &order, const DisposalParts &parts,
                                         const Allowances &allowances, base::Progress &progress, std::vector<Done> &failed)
{
    std::optional<Reason> reason;
    if (!order.reason.isEmpty()) {
        auto given = reasonFrom(*parts.pack, order.reason);
        if (!given)
            return std::unexpected(given.error());
        reason = std::move(*given);
    }
    std::vector<Ready> ready;
    std::set<base::Path> known;
    for (const base::Path &file : files) {
        if (progress.cancelled())
            return base::failure(ErrorCode::Cancelled, {}, tr("Stopped. Nothing was touched."));
        Plan plan = planFor(file, parts);
        if (!known.insert(plan.file).second)
            continue;
        if (plan.problem && !plan.asked) {
            failed.push_back({plan.file, {}, {}, plan.problem});
            continue;
        }
        auto allowance = allowanceFor(plan, allowances, reason, order.request);
        if (!allowance) {
            base::Error error = allowance.error();
            error.message = base::toDisplay(plan.file) + QStringLiteral(": ") + error.message;
            return std::unexpected(error);
        }
        if (plan.problem)
            failed.push_back({plan.file, {}, {}, plan.problem});
        else
            ready.push_back({std::move(plan), std::move(*allowance)});
    }
    return ready;
}

// Of a request: what was listed and has not gone with it yet.
base::Result<std::vector<base::Path>> filesOf(const Order &order, const Allowances &allowances)
{
    if (!order.files.empty())
        return order.files;
    const auto listed = allowances.listed(order.request);
    if (!listed)
        return std::unexpected(listed.error());
    std::vector<base::Path> files;
    std::ranges::copy_if(listed->files, std::back_inserter(files), [&](const base::Path &file) {
        return !allowances.isUsed(order.request, file, {});
    });
    return files;
}

std::size_t groupAt(const std::vector<Ready> &ready, std::size_t at)
{
    std::uint64_t bytes = 0;
    std::size_t end = at;
    while (end < ready.size() && end - at < filesAtOnce && (end == at || bytes + ready[end].plan.identity.size <= bytesAtOnce))
        bytes += ready[end++].plan.identity.size;
    return end;
}

} // namespace

base::Result<std::vector<Done>> run(const Order &order, const DisposalParts &parts, base::Progress &progress,
                                    const std::function<void(const Done &)> &done)
{
    workflow::RequestDesk desk({parts.ledger, parts.session, parts.directory, parts.pack, parts.clock});
    const auto allowances = Allowances::read(parts, desk);
    if (!allowances)
        return std::unexpected(allowances.error());
    const auto files = filesOf(order, *allowances);
    if (!files)
        return std::unexpected(files.error());
    std::vector<Done> all;
    auto ready = prepare(*files, order, parts, *allowances, progress, all);
    if (!ready)
        return std::unexpected(ready.error());
    const auto tell = [&](const Done &one) {
        if (done)
            done(one);
    };
    std::ranges::for_each(all, tell);
    const auto lock = platform::FileLock::shared(parts.lockFile);
    if (!lock)
        return std::unexpected(lock.error());
    for (std::size_t at = 0; at < ready->size() && !progress.cancelled();) {
        const std::size_t end = groupAt(*ready, at);
        progress.report(at, ready->size(), base::toDisplay((*ready)[at].plan.file.filename()));
        std::vector<Ready> group(std::make_move_iterator(ready->begin() + static_cast<std::ptrdiff_t>(at)),
                                 std::make_move_iterator(ready->begin() + static_cast<std::ptrdiff_t>(end)));
        auto outcomes = Group(std::move(group), parts, progress).run();
        if (!outcomes)
            return std::unexpected(outcomes.error());
        std::ranges::for_each(*outcomes, tell);
        std::ranges::move(*outcomes, std::back_inserter(all));
        at = end;
    }
    return all;
}

} // namespace shirushi::disposal
