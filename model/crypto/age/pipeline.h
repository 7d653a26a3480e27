// Pipeline: work in batches by several threads. Batches are read one after another, worked on all at once, and
// written in the order in which they were read, so that what is written is what one thread alone would write, up
// to the first failure. At any time there is one batch a worker in memory.
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace shirushi::crypto::age {

/// Belongs to one thread at a time; what several workers share, only read() and write() may touch.
class Worker
{
public:
    virtual ~Worker() = default;
    enum class More { Yes, No };

    /// Reads the next batch and says whether another follows. One worker at a time.
    [[nodiscard]] virtual base::Result<More> read() = 0;
    virtual void work() = 0;
    /// Writes what has been read and worked on. One worker at a time, in the order of reading.
    [[nodiscard]] virtual base::Result<void> write() = 0;
};

class Pipeline
{
public:
    /// `report` is called now and then on the thread that called run(), and `progress` asked there for cancelling.
    Pipeline(const base::Progress &progress, std::function<void()> report)
        : m_progress(progress), m_report(std::move(report))
    {
    }

    /// Runs until all is written, with at most `mostWorkers` threads, the caller's own among them; more than one
    /// only where there is more than one batch. The first failure in the order of batches, or Cancelled.
    [[nodiscard]] base::Result<void> run(const std::function<std::unique_ptr<Worker>()> &make, std::size_t mostWorkers);

private:
    struct Batch {
        std::uint64_t number = 0;
        base::Result<Worker::More> more = Worker::More::No;
    };
    enum class Thread { Callers, Own };

    std::optional<Batch> next(Worker &worker);
    bool finish(Worker &worker, const Batch &batch, Thread thread);
    bool isOurTurn(std::uint64_t number, Thread thread);
    void keepWorking(Worker &worker, Thread thread);

    const base::Progress &m_progress;
    std::function<void()> m_report;

    std::mutex m_reading;
    std::uint64_t m_read = 0; // batches
    bool m_ended = false;

    std::mutex m_writing;
    std::condition_variable m_turn;
    std::uint64_t m_written = 0; // batches
    bool m_stopped = false;
    base::Result<void> m_outcome;
};

} // namespace shirushi::crypto::age
