#include "crypto/age/pipeline.h"

#include <QCoreApplication>

#include <chrono>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace shirushi::crypto::age {

namespace {

// How soon a wish to cancel is noticed while others write.
constexpr std::chrono::milliseconds patience(50);

base::Error stopped()
{
    return {base::ErrorCode::Cancelled, {}, QCoreApplication::translate("shirushi::crypto", "The work was stopped."), {}};
}

} // namespace

std::optional<Pipeline::Batch> Pipeline::next(Worker &worker)
{
    const std::lock_guard lock(m_reading);
    if (m_ended)
        return std::nullopt;
    Batch batch{m_read++, worker.read()};
    m_ended = !batch.more || *batch.more == Worker::More::No;
    return batch;
}

bool Pipeline::isOurTurn(std::uint64_t number, Thread thread)
{
    std::unique_lock lock(m_writing);
    const auto isDue = [&] { return m_stopped || m_written == number; };
    if (thread == Thread::Own) {
        m_turn.wait(lock, isDue);
        return !m_stopped;
    }
    do {
        if (m_progress.cancelled() && !m_stopped) {
            m_outcome = std::unexpected(stopped());
            m_stopped = true;
            m_turn.notify_all();
        }
    } while (!m_turn.wait_for(lock, patience, isDue));
    return !m_stopped;
}

// False when nothing more is to be done.
bool Pipeline::finish(Worker &worker, const Batch &batch, Thread thread)
{
    if (batch.more)
        worker.work();
    if (!isOurTurn(batch.number, thread))
        return false;
    const base::Result<void> written = batch.more ? worker.write() : std::unexpected(batch.more.error());
    {
        const std::lock_guard lock(m_writing);
        ++m_written;
        if (!written && !m_stopped) {
            m_outcome = written;
            m_stopped = true;
        }
    }
    m_turn.notify_all();
    if (!written) {
        const std::lock_guard lock(m_reading);
        m_ended = true;
    }
    if (thread == Thread::Callers)
        m_report();
    return written.has_value();
}

void Pipeline::keepWorking(Worker &worker, Thread thread)
{
    while (const auto batch = next(worker)) {
        if (!finish(worker, *batch, thread))
            return;
    }
}

base::Result<void> Pipeline::run(const std::function<std::unique_ptr<Worker>()> &make, std::size_t mostWorkers)
{
    const std::unique_ptr<Worker> own = make();
    const auto first = next(*own);
    std::vector<std::jthread> others;
    if (first && first->more && *first->more == Worker::More::Yes) {
        try {
            while (others.size() + 1 < mostWorkers) {
                others.emplace_back([this, worker = std::shared_ptr<Worker>(make())] { keepWorking(*worker, Thread::Own); });
            }
        } catch (const std::system_error &) {
            // As many threads as the system gives.
        }
    }
    if (first && finish(*own, *first, Thread::Callers))
        keepWorking(*own, Thread::Callers);
    others.clear(); // waits for them
    if (m_outcome)
        m_report();
    return m_outcome;
}

} // namespace shirushi::crypto::age
