#include "vault/reading.h"

#include "vault/parallel.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <thread>

namespace shirushi::vault {

namespace {

bool isBefore(const Seen &one, const Seen &other)
{
    if (one.described.has_value() != other.described.has_value())
        return one.described.has_value();
    if (!one.described)
        return one.id < other.id;
    const Item &first = one.described->item;
    const Item &second = other.described->item;
    return std::tie(first.path, first.name, first.id) < std::tie(second.path, second.name, second.id);
}

} // namespace

Seen see(const Vault &vault, const QString &id)
{
    Seen seen{id, {}, false, {}};
    auto described = vault.read(id);
    if (described) {
        described->file.reset(); // thousands of open files are too many
        seen.described = std::move(*described);
    } else if (described.error().code == base::ErrorCode::Forbidden) {
        seen.isForOthers = true;
    } else {
        seen.problem = described.error();
    }
    return seen;
}

base::Result<std::vector<Seen>> readThese(const Vault &vault, const QStringList &ids, base::Progress &progress)
{
    std::vector<Seen> all(static_cast<std::size_t>(ids.size()));
    std::atomic<bool> isStopped = false;
    const std::thread::id caller = std::this_thread::get_id();
    inParallel(all.size(), 16, [&](std::size_t i) {
        all[i] = see(vault, ids[static_cast<qsizetype>(i)]);
        if (std::this_thread::get_id() == caller && i % 64 == 0) {
            progress.report(i, all.size(), {});
            isStopped = isStopped || progress.cancelled();
        }
        return !isStopped;
    });
    if (isStopped)
        return base::failure(base::ErrorCode::Cancelled, {}, QCoreApplication::translate("shirushi::vault", "The work was stopped."));
    progress.report(all.size(), all.size(), {});
    return all;
}

base::Result<QStringList> idsIn(const Vault &vault)
{
    const auto listing = list(vault.layout());
    if (!listing)
        return std::unexpected(listing.error());
    QStringList ids;
    for (const auto &[id, files] : listing->items) {
        if (files.hasDescription)
            ids += id;
    }
    return ids;
}

void sortByName(std::vector<Seen> &all)
{
    std::ranges::sort(all, isBefore);
}

base::Result<std::vector<Seen>> readAll(const Vault &vault, base::Progress &progress)
{
    const auto ids = idsIn(vault);
    if (!ids)
        return std::unexpected(ids.error());
    auto all = readThese(vault, *ids, progress);
    if (all)
        sortByName(*all);
    return all;
}

} // namespace shirushi::vault
