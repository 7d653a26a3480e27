// Work on many things at once, on all cores. Comes back when all is done.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace shirushi::vault {

inline constexpr unsigned mostThreads = 16;

/// Calls `work` once for each number below `count`, several at a time; a thread for each `share` of them, no more than
/// there are cores. `work` says false to have no further one begun.
inline void inParallel(std::size_t count, std::size_t share, const std::function<bool(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> isStopped = false;
    const auto run = [&] {
        for (std::size_t i = next++; i < count && !isStopped; i = next++) {
            if (!work(i))
                isStopped = true;
        }
    };
    const std::size_t threads = std::min<std::size_t>(std::clamp(std::thread::hardware_concurrency(), 1U, mostThreads), count / share + 1);
    std::vector<std::future<void>> running;
    for (std::size_t thread = 1; thread < threads; ++thread)
        running.push_back(std::async(std::launch::async, run));
    run();
    for (std::future<void> &future : running)
        future.get();
}

} // namespace shirushi::vault
