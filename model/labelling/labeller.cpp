#include "labelling/labeller.h"

#include "labelling/preparation.h"
#include "labelling/target.h"
#include "labelling/worknote.h"
#include "ledger/ledger.h"
#include "platform/filelock.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>
#include <set>

namespace shirushi::labelling {

namespace {

constexpr std::size_t filesAtOnce = 16; // share one commit of the ledger
constexpr std::size_t preparingThreads = 8; // most of their time is waiting for the disk

ledger::EntryDraft undoneDraft(const Deed &deed, std::int64_t of, const QString &reason)
{
    return {QStringLiteral("undone"), base::toDisplay(deed.target), {}, deed.before, {}, {}, reason,
            {{QStringLiteral("of"), static_cast<qint64>(of)}}};
}

// Records what was prepared; afterwards each of `group` has its entry's number, or an error.
class Round
{
public:
    Round(std::vector<Prepared> &group, const LabellerParts &parts) : m_group(group), m_parts(parts) {}

    void run()
    {
        if (const auto recorded = record(); !recorded) {
            for (Prepared &prepared : m_group)
                fail(prepared, recorded.error());
            return;
        }
        std::set<base::Path> folders;
        for (std::size_t i = 0; i < m_group.size(); ++i) {
            if (m_numbers[i] == 0)
                continue;
            folders.insert(m_group[i].deed.target.parent_path());
            if (const auto placed = place(m_group[i]); !placed) {
                m_group[i].outcome.error = placed.error();
                m_group[i].outcome.error->subject = base::toDisplay(m_group[i].outcome.path);
                m_group[i].outcome.label.reset();
                m_group[i].outcome.newPath = m_group[i].outcome.path;
            }
        }
        for (const base::Path &folder : folders)
            platform::flushFolder(folder);
        // An end that could not be recorded stays open and is looked at again at the next start.
        if (const auto ended = close(); !ended && !m_group.empty())
            m_group.front().outcome.notices += ended.error().message;
    }

private:
    static bool isToBeDone(const Prepared &prepared)
    {
        return !prepared.outcome.error && !prepared.outcome.unchanged;
    }

    static void fail(Prepared &prepared, const base::Error &error)
    {
        if (isToBeDone(prepared)) {
            prepared.outcome.error = error;
            prepared.outcome.label.reset();
            prepared.outcome.newPath = prepared.outcome.path;
        }
    }

    base::Result<void> record()
    {
        m_numbers.assign(m_group.size(), 0);
        if (std::none_of(m_group.begin(), m_group.end(), isToBeDone))
            return {};
        auto batch = m_parts.ledger.begin(m_parts.signer, m_parts.clock);
        if (!batch)
            return std::unexpected(batch.error());
        for (std::size_t i = 0; i < m_group.size(); ++i) {
            const Prepared &prepared = m_group[i];
            if (!isToBeDone(prepared))
                continue;
            const auto entry = batch->append(prepared.draft, toJson(prepared.deed));
            if (!entry)
                return std::unexpected(entry.error());
            for (const ledger::EntryDraft &question : prepared.questions) {
                if (const auto asked = batch->append(question); !asked)
                    return std::unexpected(asked.error());
            }
            m_numbers[i] = entry->seq;
        }
        if (const auto committed = batch->commit(); !committed) {
            m_numbers.assign(m_group.size(), 0);
            return committed;
        }
        return {};
    }

    base::Result<void> close()
    {
        if (std::all_of(m_numbers.begin(), m_numbers.end(), [](std::int64_t number) { return number == 0; }))
            return {};
        auto batch = m_parts.ledger.begin(m_parts.signer, m_parts.clock);
        if (!batch)
            return std::unexpected(batch.error());
        for (std::size_t i = 0; i < m_group.size(); ++i) {
            if (m_numbers[i] == 0)
                continue;
            if (const auto &error = m_group[i].outcome.error) {
                if (const auto undone = batch->append(undoneDraft(m_group[i].deed, m_numbers[i], error->message)); !undone)
                    return std::unexpected(undone.error());
            }
            if (const auto closed = batch->closeDeed(m_numbers[i]); !closed)
                return closed;
        }
        return batch->commit();
    }

    std::vector<Prepared> &m_group;
    const LabellerParts &m_parts;
    std::vector<std::int64_t> m_numbers;
};

// Prepares `orders` on a few threads; the order of the results is that of the orders.
std::vector<Prepared> prepareAll(const Preparation &preparation, std::span<const LabelOrder> orders)
{
    std::vector<Prepared> group(orders.size());
    std::vector<std::future<void>> running;
    for (std::size_t thread = 1; thread < std::min<std::size_t>(preparingThreads, orders.size()); ++thread) {
        running.push_back(std::async(std::launch::async, [&, thread] {
            for (std::size_t i = thread; i < orders.size(); i += preparingThreads)
                group[i] = preparation.stamp(orders[i]);
        }));
    }
    for (std::size_t i = 0; i < orders.size(); i += preparingThreads)
        group[i] = preparation.stamp(orders[i]);
    for (std::future<void> &future : running)
        future.get();
    return group;
}

std::span<const LabelOrder> groupAt(const std::vector<LabelOrder> &orders, std::size_t at)
{
    return std::span(orders).subspan(at, std::min(filesAtOnce, orders.size() - at));
}

// A file that is named twice is read the second time as the first left it.
bool shareFiles(std::span<const LabelOrder> one, std::span<const LabelOrder> other)
{
    std::set<base::Path> files;
    for (const LabelOrder &order : one)
        files.insert(followedInside(order.path).value_or(absolutePath(order.path)));
    return std::any_of(other.begin(), other.end(), [&](const LabelOrder &order) {
        return files.contains(followedInside(order.path).value_or(absolutePath(order.path)));
    });
}

} // namespace

Labeller::Labeller(std::shared_ptr<const policy::Pack> pack, LabellerParts parts)
    : m_pack(std::move(pack)), m_parts(std::move(parts))
{
}

LabelOutcome Labeller::set(const LabelOrder &order)
{
    base::NoProgress progress;
    return setAll({order}, progress).front();
}

LabelOutcome Labeller::remove(const base::Path &path, const QString &reason)
{
    const auto lock = platform::FileLock::shared(m_parts.lockFile);
    const WorkNote note(m_parts.lockFile.parent_path(), {path});
    std::vector<Prepared> group;
    group.push_back(Preparation(*m_pack, m_parts).removal(path, reason));
    Round(group, m_parts).run();
    return std::move(group.front().outcome);
}

std::vector<LabelOutcome> Labeller::setAll(const std::vector<LabelOrder> &orders, base::Progress &progress,
                                           const std::function<void(const LabelOutcome &)> &done)
{
    const auto lock = platform::FileLock::shared(m_parts.lockFile);
    std::vector<base::Path> paths;
    for (const LabelOrder &order : orders)
        paths.push_back(order.path);
    const WorkNote note(m_parts.lockFile.parent_path(), paths);
    const Preparation preparation(*m_pack, m_parts);
    std::vector<LabelOutcome> outcomes;
    // While one group is recorded and put in place, the next is prepared. Where the work is stopped, what was
    // prepared goes with the future that holds it.
    std::future<std::vector<Prepared>> ahead;
    for (std::size_t at = 0; at < orders.size() && !progress.cancelled();) {
        const auto current = groupAt(orders, at);
        progress.report(at, orders.size(), base::toDisplay(current.front().path.filename()));
        std::vector<Prepared> group = ahead.valid() ? ahead.get() : prepareAll(preparation, current);
        const auto following = groupAt(orders, at + current.size());
        if (!following.empty() && !shareFiles(current, following))
            ahead = std::async(std::launch::async, [&preparation, following] { return prepareAll(preparation, following); });
        Round(group, m_parts).run();
        for (Prepared &prepared : group) {
            outcomes.push_back(std::move(prepared.outcome));
            if (done)
                done(outcomes.back());
        }
        at += current.size();
        progress.report(at, orders.size(), QString());
    }
    return outcomes;
}

base::Result<int> Labeller::recover(ledger::Ledger &ledger, const crypto::Signer &signer, const base::Clock &clock,
                                    const base::Path &lockFile)
{
    const auto lock = platform::FileLock::tryExclusive(lockFile);
    if (!lock)
        return 0; // somebody is at work: the open deeds may be theirs
    const auto open = ledger.openDeeds();
    if (!open)
        return std::unexpected(open.error());
    int recovered = 0;
    for (const ledger::Deed &recorded : *open) {
        if (isOtherRooms(recorded.json))
            continue;
        ++recovered;
        const auto deed = deedFromJson(recorded.json);
        if (!deed)
            return std::unexpected(deed.error());
        const DeedState state = stateOf(*deed);
        const bool finished = state == DeedState::Done || (state == DeedState::Pending && finish(*deed).has_value());
        auto batch = ledger.begin(signer, clock);
        if (!batch)
            return std::unexpected(batch.error());
        if (!finished) {
            abandon(*deed);
            const QString reason = QCoreApplication::translate(
                "shirushi::labelling", "The work was interrupted, and the file is not as it was to become.");
            if (const auto undone = batch->append(undoneDraft(*deed, recorded.seq, reason)); !undone)
                return std::unexpected(undone.error());
        }
        if (const auto closed = batch->closeDeed(recorded.seq); !closed)
            return std::unexpected(closed.error());
        if (const auto committed = batch->commit(); !committed)
            return std::unexpected(committed.error());
    }
    clearAfterKilledWork(lockFile.parent_path());
    return recovered;
}

} // namespace shirushi::labelling
