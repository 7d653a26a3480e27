// Erases the files that are named, verification and all, and prints the seconds. See erasure.py.
#include "erasure/erasure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace shirushi;

namespace {

bool eraseGroup(std::span<const erasure::Order> orders)
{
    base::NoProgress progress;
    const auto results = erasure::eraseAll(orders, progress);
    return std::ranges::all_of(results, [](const auto &result) { return result && result->isReadBack; });
}

} // namespace

int main(int argc, char **argv)
{
    constexpr std::size_t atOnce = 64;
    std::vector<erasure::Order> orders;
    for (int i = 1; i < argc; ++i) {
        if (std::filesystem::is_directory(argv[i])) {
            for (const auto &entry : std::filesystem::directory_iterator(argv[i]))
                orders.push_back(erasure::orderFor(entry.path()));
        } else {
            orders.push_back(erasure::orderFor(argv[i]));
        }
    }
    const auto start = std::chrono::steady_clock::now();
    bool isDone = true;
    for (std::size_t at = 0; at < orders.size(); at += atOnce)
        isDone = eraseGroup(std::span(orders).subspan(at, std::min(atOnce, orders.size() - at))) && isDone;
    std::printf("%.3f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return isDone ? 0 : 1;
}
